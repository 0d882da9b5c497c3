//! The normal form of a name, for matching only: the record keeps names as written.

/// Returns the normal form of a name: lower case, one space for every run of spaces, dashes and quotation marks.
pub(crate) fn normal_form(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for character in name.chars() {
        // The usual letters are known without the tables of Unicode.
        match character {
            'а'..='я' | 'a'..='z' | '0'..='9' => out.push(character),
            'А'..='Я' => out.extend(char::from_u32(u32::from(character) + 0x20)),
            'A'..='Z' => out.push(character.to_ascii_lowercase()),
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
}
