//! The command's own words, in English and Bulgarian.

use obmen::value::Number;

use crate::options::Lang;

/// Returns the words of the language.
pub(crate) fn say(language: Lang, en: &'static str, bg: &'static str) -> &'static str {
    match language {
        Lang::En => en,
        Lang::Bg => bg,
    }
}

/// What the command counts.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Counted {
    Record,
    Error,
    Warning,
    Hint,
}

impl Counted {
    /// Returns the number with its noun: `1 грешка`, `2 грешки`.
    pub(crate) fn count(self, number: usize, language: Lang) -> String {
        let (one, many) = match (self, language) {
            (Counted::Record, Lang::En) => ("record", "records"),
            (Counted::Record, Lang::Bg) => ("запис", "записа"),
            (Counted::Error, Lang::En) => ("error", "errors"),
            (Counted::Error, Lang::Bg) => ("грешка", "грешки"),
            (Counted::Warning, Lang::En) => ("warning", "warnings"),
            (Counted::Warning, Lang::Bg) => ("предупреждение", "предупреждения"),
            (Counted::Hint, Lang::En) => ("hint", "hints"),
            (Counted::Hint, Lang::Bg) => ("съвет", "съвета"),
        };
        let noun = if number == 1 { one } else { many };
        format!("{} {noun}", digits(number, language))
    }
}

/// Returns the number as the language groups its digits.
pub(crate) fn digits(number: usize, language: Lang) -> String {
    let number = u64::try_from(number).unwrap_or(u64::MAX);
    Number::from(number).written(language.into())
}

/// Returns the text with everything that would command a terminal, or turn its letters around, made visible.
pub(crate) fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\u{061c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' => {
                out.extend(character.escape_default());
            }
            _ if character.is_control() => out.extend(character.escape_default()),
            _ => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_agree_with_their_nouns() {
        assert_eq!(Counted::Error.count(1, Lang::Bg), "1 грешка");
        assert_eq!(Counted::Error.count(21, Lang::Bg), "21 грешки");
        assert_eq!(Counted::Hint.count(0, Lang::En), "0 hints");
        assert_eq!(Counted::Record.count(12_345, Lang::En), "12,345 records");
        assert_eq!(
            Counted::Record.count(12_345, Lang::Bg),
            "12\u{a0}345 записа"
        );
    }

    #[test]
    fn nothing_commands_the_terminal() {
        assert_eq!(
            printable("а\u{1b}[2J\nб\u{202e}"),
            "а\\u{1b}[2J\\nб\\u{202e}"
        );
    }
}
