//! Dates in words: `15 август 2013 г.`, `15 August 2013`.

use std::str::FromStr;

use crate::check::Language;
use crate::value::{Date, PartialDate};

/// The months in Bulgarian and English (CLDR, wide form).
const MONTHS: [(&str, &str); 12] = [
    ("януари", "January"),
    ("февруари", "February"),
    ("март", "March"),
    ("април", "April"),
    ("май", "May"),
    ("юни", "June"),
    ("юли", "July"),
    ("август", "August"),
    ("септември", "September"),
    ("октомври", "October"),
    ("ноември", "November"),
    ("декември", "December"),
];

/// The months as Bulgarian papers number them: `15.VIII.2013`.
const ROMAN: [&str; 12] = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
];

/// What may follow a year: the word year.
const YEAR_WORDS: [&str; 5] = ["година", "год.", "год", "г.", "г"];

/// How ordinals end: `1-ви`, `2nd`.
const ORDINALS: [&str; 9] = ["ви", "ри", "ти", "ми", "и", "st", "nd", "rd", "th"];

/// No date is longer, in bytes.
const LONGEST: usize = 64;

impl Date {
    /// Returns the date in words, the long form of CLDR for `bg` or `en-GB`.
    ///
    /// ```
    /// use obmen::{check::Language, value::Date};
    /// let date = Date::new(2013, 8, 15).unwrap();
    /// assert_eq!(date.written(Language::Bg), "15 август 2013 г.");
    /// assert_eq!(date.written(Language::En), "15 August 2013");
    /// ```
    #[must_use]
    pub fn written(self, language: Language) -> String {
        PartialDate::from(self).written(language)
    }
}

impl PartialDate {
    /// Returns the date in words as far as it is known, the long form of CLDR for `bg` or `en-GB`.
    ///
    /// ```
    /// use obmen::{check::Language, value::PartialDate};
    /// let month: PartialDate = "2013-08".parse().unwrap();
    /// assert_eq!(month.written(Language::Bg), "август 2013 г.");
    /// assert_eq!(month.written(Language::En), "August 2013");
    /// ```
    #[must_use]
    pub fn written(self, language: Language) -> String {
        let mut out = self.day().map_or_else(String::new, |day| format!("{day} "));
        let month = self.month().map(|month| usize::from(month) - 1);
        if let Some((bg, en)) = month.and_then(|at| MONTHS.get(at)) {
            out.push_str(match language {
                Language::Bg => bg,
                Language::En => en,
            });
            out.push(' ');
        }
        out.push_str(&self.year().to_string());
        if language == Language::Bg {
            out.push_str(" г.");
        }
        out
    }

    /// Reads a date as people write it, in Bulgarian or English: `15 август 2013 г.`, `15.08.2013`,
    /// `15.VIII.2013`, `August 15, 2013`, `1st of Sept. 2013`, `август 2013`, and ISO 8601.
    ///
    /// What may mean two days is not read: `08/09/2013`, whose month nobody knows, or a year of two digits.
    /// Months may be shortened to three letters.
    ///
    /// ```
    /// use obmen::value::PartialDate;
    /// let read = |text| PartialDate::from_written(text).map(|date| date.to_string());
    /// assert_eq!(read("15.VIII.2013 г.").as_deref(), Some("2013-08-15"));
    /// assert_eq!(read("25/12/2013").as_deref(), Some("2013-12-25"));
    /// assert_eq!(read("08/09/2013"), None);
    /// ```
    #[must_use]
    pub fn from_written(text: &str) -> Option<PartialDate> {
        let text = text.trim();
        if text.len() > LONGEST {
            return None;
        }
        if let Ok(date) = text.parse() {
            return Some(date);
        }
        let text = text.to_lowercase();
        let parts = parts(without_year_word(&text))?;
        let (year, month, day): Calendar<'_> = match parts.as_slice() {
            [(text, _)] if text.len() == 8 => {
                (text.get(..4)?, number(text.get(4..6)?), text.get(6..))
            }
            [(year, _)] => (*year, None, None),
            [(name, mark), (year, _)] if is_soft(mark) && month(name).is_some() => {
                (*year, month(name), None)
            }
            [(text, "." | "-" | "/"), (year, _)] if year.len() == 4 => {
                (*year, Some(number(text)?), None)
            }
            // `2010/11` is a winter more often than a month.
            [(year, "-"), (text, _)] => (*year, Some(number(text)?), None),
            [(day, one), (name, two), (year, _)]
                if is_soft(one) && is_soft(two) && month(name).is_some() =>
            {
                (*year, month(name), Some(*day))
            }
            [(name, one), (day, two), (year, _)]
                if is_soft(one) && is_soft(two) && named_month(name).is_some() =>
            {
                (*year, named_month(name), Some(*day))
            }
            [(first, one), (second, two), (third, _)] if one == two => {
                numeric([first, second, third], one)?
            }
            _ => return None,
        };
        let day = match day {
            Some(day) => Some(number(without_ordinal(day))?),
            None => None,
        };
        (year.len() == 4 && is_number(year))
            .then(|| PartialDate::new(year.parse().ok()?, month, day))
            .flatten()
    }
}

/// The year and the day as written, the month from 1.
type Calendar<'a> = (&'a str, Option<u8>, Option<&'a str>);

/// Returns year, month and day of three numbers with one mark between them.
fn numeric<'a>(parts: [&'a str; 3], mark: &str) -> Option<Calendar<'a>> {
    let [first, second, third] = parts;
    if !matches!(mark, "." | "-" | "/") {
        return None;
    }
    if first.len() == 4 {
        return Some((first, number(second), Some(third)));
    }
    let (one, two): (u8, u8) = (number(first)?, number(second)?);
    // Full stops part day, month and year; of the other marks some write the month first.
    match mark {
        "." => Some((third, Some(two), Some(first))),
        _ if two > 12 => Some((third, Some(one), Some(second))),
        _ if one > 12 || one == two => Some((third, Some(two), Some(first))),
        _ => None,
    }
}

/// Parts a text into its runs of letters and digits, each with the mark that follows it, without the
/// ends of ordinals and the word `of`.
fn parts(text: &str) -> Option<Vec<(&str, &str)>> {
    let mut parts: Vec<(&str, &str)> = Vec::new();
    let mut rest = text;
    loop {
        let end = rest.find(|c: char| !c.is_alphanumeric());
        let (part, after) = rest.split_at(end.unwrap_or(rest.len()));
        let begin = after.find(char::is_alphanumeric).unwrap_or(after.len());
        let (mark, next) = after.split_at(begin);
        let mark = mark.trim();
        if part.is_empty() || next.is_empty() && !matches!(mark, "" | ".") {
            return None;
        }
        match parts.last_mut() {
            Some((_, last)) if part == "of" && last.is_empty() => *last = mark,
            Some((before, last))
                if *last == "-" && is_number(before) && ORDINALS.contains(&part) =>
            {
                *last = mark;
            }
            _ => parts.push((part, mark)),
        }
        if next.is_empty() {
            return Some(parts);
        }
        rest = next;
    }
}

/// True for what may stand beside the name of a month.
fn is_soft(mark: &str) -> bool {
    matches!(mark, "" | "." | "," | "-" | "–" | "/" | ".,")
}

fn without_year_word(text: &str) -> &str {
    YEAR_WORDS
        .iter()
        .find_map(|word| text.strip_suffix(word))
        .map_or(text, str::trim_end)
}

fn without_ordinal(day: &str) -> &str {
    ORDINALS
        .iter()
        .find_map(|end| day.strip_suffix(end))
        .unwrap_or(day)
}

/// Returns the month of a name or of Roman digits, in small letters.
fn month(text: &str) -> Option<u8> {
    named_month(text).or_else(|| roman_month(text))
}

/// Returns the month whose name this is, or begins with at least three of its letters.
fn named_month(text: &str) -> Option<u8> {
    let begins = |(bg, en): &(&str, &str)| {
        bg.starts_with(text)
            || en
                .get(..text.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(text))
    };
    if text.chars().nth(2).is_none() && text != "ян" {
        return None;
    }
    place(MONTHS.iter().position(begins))
}

/// Returns the month of Roman digits; Bulgarian keyboards have Cyrillic ones that look alike.
fn roman_month(text: &str) -> Option<u8> {
    let latin: String = text
        .chars()
        .map(|c| match c {
            'х' => 'x',
            'і' => 'i',
            c => c,
        })
        .collect();
    place(ROMAN.iter().position(|month| *month == latin))
}

fn place(at: Option<usize>) -> Option<u8> {
    u8::try_from(at? + 1).ok()
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns a number of one or two digits.
fn number<T: FromStr>(text: &str) -> Option<T> {
    (text.len() <= 2 && is_number(text))
        .then(|| text.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (text, date) in [
            ("15 август 2013 г.", "2013-08-15"),
            ("15 август 2013", "2013-08-15"),
            ("15 Август 2013г.", "2013-08-15"),
            ("15 авг. 2013 год.", "2013-08-15"),
            ("15.08.2013", "2013-08-15"),
            ("15.8.2013 г.", "2013-08-15"),
            ("15. 08. 2013.", "2013-08-15"),
            ("15.VIII.2013", "2013-08-15"),
            ("15.ХІІ.2013 г.", "2013-12-15"),
            ("15 August 2013", "2013-08-15"),
            ("August 15, 2013", "2013-08-15"),
            ("Aug. 15th, 2013", "2013-08-15"),
            ("2nd of Sept. 2006", "2006-09-02"),
            ("2-ри септ. 2006", "2006-09-02"),
            ("1-ви ян 2006 година", "2006-01-01"),
            ("15-Aug-2013", "2013-08-15"),
            ("5. май\u{a0}2013 година", "2013-05-05"),
            ("25/12/2013", "2013-12-25"),
            ("12/25/2013", "2013-12-25"),
            ("07-07-2013", "2013-07-07"),
            ("2013/08/15", "2013-08-15"),
            ("2013-8-5", "2013-08-05"),
            ("20130815", "2013-08-15"),
            (" 2013-08-15 ", "2013-08-15"),
            ("август 2013 г.", "2013-08"),
            ("VIII.2013", "2013-08"),
            ("August, 2013", "2013-08"),
            ("08.2013", "2013-08"),
            ("8/2013", "2013-08"),
            ("2013-8", "2013-08"),
            ("2013 г.", "2013"),
            ("29 февруари 2012", "2012-02-29"),
        ] {
            let read = PartialDate::from_written(text).map(|date| date.to_string());
            assert_eq!(read.as_deref(), Some(date), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_or_two_is_not_read() {
        for text in [
            "",
            "г.",
            "15 август",
            "август",
            "15 август 13",
            "15.08.13",
            "15 август 0000",
            "29 февруари 2013",
            "31 април 2013",
            "0 май 2013",
            "15.13.2013",
            "08/09/2013",
            "8-9-2013",
            "2010/11",
            "15.08-2013",
            "15 08 2013",
            "2013-08-15-1",
            "-2013",
            "+2013",
            "2013-",
            "2013,",
            "август 15 2013 16",
            "ма 2013",
            "юн 15, 2013 2014",
            "скоро",
            "٢٠١٣",
            "１５.０８.２０１３",
            "15.IIX.2013",
            "VIII 15 2013",
            "2013-08-15T10:00",
            "of 15 August 2013 of",
        ] {
            assert_eq!(PartialDate::from_written(text), None, "{text}");
        }
        assert_eq!(PartialDate::from_written(&"1".repeat(1 << 20)), None);
    }

    #[test]
    fn what_is_written_is_read() {
        for text in ["2013", "2013-08", "2013-08-15", "1000-01-01", "9999-12-31"] {
            let date: PartialDate = text.parse().unwrap();
            for language in [Language::Bg, Language::En] {
                let written = date.written(language);
                assert_eq!(PartialDate::from_written(&written), Some(date), "{written}");
            }
        }
    }
}
