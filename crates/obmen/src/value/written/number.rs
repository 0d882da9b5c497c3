//! Numbers as people group them: `12 345,6` in Bulgarian, `12,345.6` in English.

use crate::check::Language;
use crate::value::Number;

/// No number is longer, in bytes.
const LONGEST: usize = 64;

impl Number {
    /// Returns the number as CLDR writes it for `bg` or `en-GB`, all its digits, without an exponent.
    ///
    /// Bulgarian groups by non-breaking spaces, from five digits on.
    ///
    /// ```
    /// use obmen::{check::Language, value::Number};
    /// let written = |number, language| Number::new(number).unwrap().written(language);
    /// assert_eq!(written(1234.5, Language::Bg), "1234,5");
    /// assert_eq!(written(12345.6, Language::Bg), "12\u{a0}345,6");
    /// assert_eq!(written(1234.5, Language::En), "1,234.5");
    /// ```
    #[must_use]
    pub fn written(self, language: Language) -> String {
        let plain = self.get().to_string();
        let (sign, plain) = match plain.strip_prefix('-') {
            Some(plain) => ("-", plain),
            None => ("", &*plain),
        };
        let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
        let (group, decimal, least) = match language {
            Language::Bg => ('\u{a0}', ',', 5),
            Language::En => (',', '.', 4),
        };
        let mut out = String::with_capacity(plain.len() + 8);
        out.push_str(sign);
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && whole.len() >= least && (whole.len() - at).is_multiple_of(3) {
                out.push(group);
            }
            out.push(digit);
        }
        if !fraction.is_empty() {
            out.push(decimal);
            out.push_str(fraction);
        }
        out
    }

    /// Reads a number as people write it in a language: `1 234,56`, `1,234.56`, `1234`.
    ///
    /// Groups have three digits, parted by spaces of any kind, or by the mark that is not the decimal one. The
    /// other language's marks are read where they have one meaning; `1.234` in Bulgarian has two and is not read.
    ///
    /// ```
    /// use obmen::{check::Language, value::Number};
    /// let read = |text, language| Number::from_written(text, language).map(Number::get);
    /// assert_eq!(read("1 234,56", Language::Bg), Some(1234.56));
    /// assert_eq!(read("1,234", Language::En), Some(1234.0));
    /// assert_eq!(read("1,234", Language::Bg), Some(1.234));
    /// assert_eq!(read("1.234", Language::Bg), None);
    /// ```
    #[must_use]
    pub fn from_written(text: &str, language: Language) -> Option<Number> {
        let text = text.trim();
        if text.len() > LONGEST {
            return None;
        }
        let (sign, digits) = match text.strip_prefix(['-', '−']) {
            Some(digits) => ("-", digits),
            None => ("", text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = digits.split_at(decimal(digits, language)?);
        let fraction = fraction.get(1..).unwrap_or_default();
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let has_fraction = whole.len() < digits.len();
        if !is_digits(fraction) || has_fraction && fraction.is_empty() {
            return None;
        }
        let whole = ungrouped(whole)?;
        Number::parse(&format!("{sign}{whole}.{fraction}"))
    }
}

/// Returns where the decimal mark stands, the length where there is none; `None` when nobody knows which it is.
fn decimal(digits: &str, language: Language) -> Option<usize> {
    let last = |mark| digits.rfind(mark);
    let once = |mark| digits.find(mark) == digits.rfind(mark);
    let (at, mark, usual) = match (last(','), last('.')) {
        (None, None) => return Some(digits.len()),
        // Of two marks the last is the decimal one.
        (Some(comma), Some(dot)) => return Some(comma.max(dot)),
        (Some(comma), None) => (comma, ',', Language::Bg),
        (None, Some(dot)) => (dot, '.', Language::En),
    };
    if !once(mark) {
        return Some(digits.len());
    }
    let (whole, fraction) = digits.split_at(at);
    // What could be a group: three digits behind, one to three before, and not a zero alone.
    let may_group = fraction.len() == 4
        && (1..=3).contains(&whole.len())
        && !whole.starts_with('0')
        && whole.bytes().all(|byte| byte.is_ascii_digit());
    match (may_group, usual == language, language) {
        (false, ..) | (true, true, _) => Some(at),
        (true, false, Language::En) => Some(digits.len()),
        (true, false, Language::Bg) => None,
    }
}

/// Returns the digits of groups of three, all parted alike.
fn ungrouped(whole: &str) -> Option<String> {
    let is_space = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}');
    let mark = whole.chars().find(|c| !c.is_ascii_digit());
    let is_mark = |c: char| {
        mark.is_some_and(|mark| c == mark || is_space(c) && is_space(mark))
            && (is_space(c) || matches!(c, ',' | '.'))
    };
    let mut groups = whole.split(is_mark);
    let mut digits = groups.next()?.to_owned();
    let is_grouped = mark.is_some();
    if digits.is_empty() || is_grouped && (digits.len() > 3 || digits.starts_with('0')) {
        return None;
    }
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        digits.push_str(group);
    }
    digits
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        use Language::{Bg, En};
        for (text, bg, en) in [
            ("1234", Some(1234.0), Some(1234.0)),
            ("1 234,56", Some(1234.56), Some(1234.56)),
            (
                "1\u{a0}234\u{202f}567,8",
                Some(1_234_567.8),
                Some(1_234_567.8),
            ),
            ("1,234.56", Some(1234.56), Some(1234.56)),
            ("1.234,56", Some(1234.56), Some(1234.56)),
            ("1,234,567", Some(1_234_567.0), Some(1_234_567.0)),
            ("1.234.567", Some(1_234_567.0), Some(1_234_567.0)),
            ("1,234", Some(1.234), Some(1234.0)),
            ("1.234", None, Some(1.234)),
            ("12,5", Some(12.5), Some(12.5)),
            ("12.5", Some(12.5), Some(12.5)),
            ("0,125", Some(0.125), Some(0.125)),
            ("0.125", Some(0.125), Some(0.125)),
            ("1234,567", Some(1234.567), Some(1234.567)),
            ("1 234,567", Some(1234.567), Some(1234.567)),
            ("-12,5", Some(-12.5), Some(-12.5)),
            ("−12", Some(-12.0), Some(-12.0)),
            ("+3", Some(3.0), Some(3.0)),
            (" 7 ", Some(7.0), Some(7.0)),
            ("007", Some(7.0), Some(7.0)),
            ("0 123", None, None),
            ("1 23", None, None),
            ("1234 567", None, None),
            ("1 234 56", None, None),
            ("1,23,456", None, None),
            ("1 234.567,8", None, None),
            ("1,234 567", None, None),
            ("12,", None, None),
            (",5", None, None),
            ("", None, None),
            ("-", None, None),
            ("--1", None, None),
            ("1e3", None, None),
            ("42 бр.", None, None),
            ("٣", None, None),
        ] {
            let read = |language| Number::from_written(text, language).map(Number::get);
            assert_eq!(read(Bg), bg, "{text} bg");
            assert_eq!(read(En), en, "{text} en");
        }
        assert_eq!(Number::from_written(&"1".repeat(1 << 20), Bg), None);
    }

    #[test]
    fn what_is_written_is_read() {
        for number in [0.0, 0.1, 9999.0, 12_345.0, -1_234_567.891, 1e-7, 1e20] {
            let number = Number::new(number).unwrap();
            for language in [Language::Bg, Language::En] {
                let written = number.written(language);
                let read = Number::from_written(&written, language);
                assert_eq!(read, Some(number), "{written}");
            }
        }
    }
}
