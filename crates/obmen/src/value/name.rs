//! The normal form of a name, for matching only: the record keeps names as written.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;

/// Returns the normal form of a name: NFC, lower case, one space for every run of spaces, dashes and quotation marks,
/// nothing for what has no width.
pub(crate) fn normal_form(name: &str) -> String {
    let has_marks = name.contains(|c| matches!(c, '\u{300}'..='\u{36f}'));
    let name = if has_marks {
        ComposingNormalizerBorrowed::new_nfc().normalize(name)
    } else {
        Cow::Borrowed(name)
    };
    let mut out = String::with_capacity(name.len());
    for character in name.chars() {
        // The usual letters are known without the tables of Unicode.
        match character {
            'а'..='я' | 'a'..='z' | '0'..='9' => out.push(character),
            'А'..='Я' => out.extend(char::from_u32(u32::from(character) + 0x20)),
            'A'..='Z' => out.push(character.to_ascii_lowercase()),
            // A soft hyphen, zero-width spaces and joiners, a byte order mark: nobody sees them.
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            _ if character.is_alphanumeric() => out.extend(character.to_lowercase()),
            _ if !out.ends_with(' ') => out.push(' '),
            _ => {}
        }
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::normal_form;

    #[test]
    fn names_are_compared_without_case_dashes_and_quotation_marks() {
        assert_eq!(
            normal_form(" ОБЛАСТНА администрация – „Ѝдър“ No 5-ÄB "),
            "областна администрация ѝдър no 5 äb"
        );
        assert_eq!(normal_form("„–“"), "");
    }

    #[test]
    fn spaces_and_marks_of_every_kind_are_the_same() {
        let plain = normal_form("Сдружение \"Родопи 21\" - Смолян");
        for name in [
            "Сдружение\u{a0}„Родопи\u{202f}21“ – Смолян",
            "Сдружение «Родопи 21» — Смолян",
            "СДРУЖЕНИЕ “Родопи 21” -Смолян",
            "Сдру\u{ad}жение\u{2009}'Родопи 21'\u{2003}‑ Смо\u{200b}лян\u{feff}",
        ] {
            assert_eq!(normal_form(name), plain, "{name:?}");
        }
        assert_eq!(normal_form("Раи\u{306}он"), normal_form("Район"));
    }
}
