//! Telephone numbers: from what people write to what a network dials (ITU-T E.164).

mod plan;

use std::fmt;

use crate::check::{Term, Texts};
use crate::value::{Invalid, Phone};
use plan::{BULGARIA, COUNTRIES, COUNTRY_CODES, RANGES};

/// The most digits of a number with its country code (E.164, 6.2).
const MOST: usize = 15;

/// No field with one number is longer, in bytes.
const LONGEST: usize = 128;

/// What may stand before a number.
const LABELS: [&str; 13] = [
    "тел",
    "телефон",
    "т",
    "моб",
    "мобилен",
    "факс",
    "tel",
    "telephone",
    "phone",
    "mobile",
    "mob",
    "gsm",
    "fax",
];

/// What stands before an extension.
const EXTENSIONS: [&str; 9] = [
    "вътр",
    "вътрешен",
    "в",
    "доб",
    "ext",
    "extension",
    "extn",
    "int",
    "x",
];

/// A telephone number that can be dialled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhoneNumber<'a> {
    /// The country code, and 0 for a short number.
    country: u16,
    national: Digits,
    extension: Option<&'a str>,
}

impl<'a> PhoneNumber<'a> {
    /// Returns the extension, as written.
    #[must_use]
    pub fn extension(&self) -> Option<&'a str> {
        self.extension
    }

    /// True for a short number such as `112`, which can be dialled inside its country only.
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.country == 0
    }
}

impl fmt::Display for PhoneNumber<'_> {
    /// Writes the form of E.164, such as `+35930162448`, without the extension; a short number as it is dialled.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.is_short() {
            write!(f, "+{}", self.country)?;
        }
        f.write_str(self.national.as_str())
    }
}

impl Phone<'_> {
    /// Returns the number as a network dials it, read in a country (ISO 3166-1 alpha-2) when it has no country
    /// code. Only Bulgaria's plan is known whole; of other countries of Europe the lengths are, of the rest the
    /// country codes (ITU-T E.164). Whether anybody answers is not known.
    ///
    /// ```
    /// use obmen::value::Phone;
    /// let phone = Phone::from("(0301) 62 448, вътр. 12");
    /// let number = phone.number(Some("BG")).unwrap();
    /// assert_eq!(number.to_string(), "+35930162448");
    /// assert_eq!(number.extension(), Some("12"));
    /// assert!(Phone::from("62 448").number(Some("BG")).is_err());
    /// assert!(Phone::from("+39 049 8591111").number(None).is_ok());
    /// ```
    ///
    /// # Errors
    ///
    /// `organisation/phone` with its reason when it is no one number that can be dialled, or when it has no
    /// country code and the country's plan is not known.
    pub fn number(&self, country: Option<&str>) -> Result<PhoneNumber<'_>, Invalid> {
        parse(self, country).map_err(|fault| {
            Invalid::new("organisation/phone")
                .with("value", self.0.clone().into_owned())
                .with("reason", reason(self, country, fault).term())
        })
    }
}

/// Why a text is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    NoDigits,
    Letters,
    Several,
    TooShort,
    TooLong,
    NoAreaCode,
    UnknownArea,
    UnknownCountry,
    /// The country's plan is not known here: nothing can be said.
    UnknownPlan,
}

impl Fault {
    /// Returns the words of a message.
    pub(crate) fn term(self) -> Term {
        let (code, en, bg) = match self {
            Fault::NoDigits => ("no-digits", "it has no digits", "в него няма цифри"),
            Fault::Letters => (
                "letters",
                "letters or signs stand among its digits",
                "между цифрите му има букви или знаци",
            ),
            Fault::Several => (
                "several",
                "the field holds several numbers",
                "в полето има няколко номера",
            ),
            Fault::TooShort => ("too-short", "it is too short", "твърде къс е"),
            Fault::TooLong => ("too-long", "it is too long", "твърде дълъг е"),
            Fault::NoAreaCode => (
                "no-area-code",
                "the area code is missing",
                "липсва кодът за автоматично избиране",
            ),
            Fault::UnknownArea => (
                "unknown-area",
                "no area or network of Bulgaria has such a code",
                "в България няма населено място или мрежа с такъв код",
            ),
            Fault::UnknownCountry => (
                "unknown-country",
                "no country has such a code",
                "няма държава с такъв код",
            ),
            Fault::UnknownPlan => (
                "unknown-plan",
                "the country code is missing",
                "липсва кодът на държавата",
            ),
        };
        Term {
            code,
            texts: Texts { en, bg },
        }
    }
}

/// So many decimal digits at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Digits {
    bytes: [u8; MOST],
    len: usize,
}

impl Digits {
    /// Takes ASCII digits, when they are not too many.
    fn of(text: &str) -> Result<Digits, Fault> {
        let mut digits = Digits::default();
        let bytes = digits.bytes.get_mut(..text.len()).ok_or(Fault::TooLong)?;
        bytes.copy_from_slice(text.as_bytes());
        digits.len = text.len();
        Ok(digits)
    }

    fn as_str(&self) -> &str {
        self.bytes
            .get(..self.len)
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or_default()
    }
}

/// Reads one number, maybe behind a label and before an extension.
pub(crate) fn parse<'a>(text: &'a str, country: Option<&str>) -> Result<PhoneNumber<'a>, Fault> {
    if text.len() > LONGEST {
        return Err(Fault::TooLong);
    }
    let Parts {
        number, extension, ..
    } = Parts::of(text);
    Ok(PhoneNumber {
        extension,
        ..dial(number, country)?
    })
}

/// Returns the fault that says most: `fault`, or that there are several numbers.
pub(crate) fn reason(text: &str, country: Option<&str>, fault: Fault) -> Fault {
    if text.len() <= LONGEST && is_several(Parts::of(text).number, country) {
        Fault::Several
    } else {
        fault
    }
}

/// Returns the text with digits for what looks like one (`О`, `l`, full-width digits), when it is a number then.
pub(crate) fn with_digits(text: &str, country: Option<&str>) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    let Parts {
        before,
        number,
        after,
        ..
    } = Parts::of(text);
    let digits: String = number
        .chars()
        .map(|c| match c {
            'О' | 'о' | 'O' | 'o' => '0',
            'І' | 'I' | 'l' | '|' => '1',
            'З' | 'з' => '3',
            'б' => '6',
            '＋' => '+',
            '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            c => c,
        })
        .collect();
    let is_number = match dial(&digits, country) {
        Ok(_) | Err(Fault::UnknownPlan) => digits != number,
        Err(_) => false,
    };
    is_number.then(|| format!("{before}{digits}{after}"))
}

/// A number, and what stands around it.
struct Parts<'a> {
    before: &'a str,
    number: &'a str,
    after: &'a str,
    extension: Option<&'a str>,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Parts<'a> {
        let mut number = text.trim();
        // Most numbers have no words around them.
        if number
            .bytes()
            .all(|byte| byte.is_ascii() && !byte.is_ascii_alphabetic())
        {
            return Parts {
                before: "",
                number,
                after: "",
                extension: None,
            };
        }
        let whole = number;
        while let Some(rest) = without_label(number) {
            number = rest;
        }
        let (before, _) = whole.split_at(whole.len() - number.len());
        let mut parts = Parts {
            before,
            number,
            after: "",
            extension: None,
        };
        for (at, _) in number.char_indices() {
            let (head, tail) = number.split_at(at);
            if head.ends_with(char::is_alphabetic) {
                continue;
            }
            if let Some(extension) = extension(tail) {
                parts.number = head.trim_end_matches([' ', ',', ';', '(', '/', '-']);
                parts.after = number.get(parts.number.len()..).unwrap_or_default();
                parts.extension = Some(extension);
                break;
            }
        }
        parts
    }
}

/// Parts a text after its first word.
fn word(text: &str) -> Option<(String, &str)> {
    let end = text
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    (!word.is_empty()).then(|| (word.to_lowercase(), rest))
}

fn without_label(text: &str) -> Option<&str> {
    let (label, rest) = word(text)?;
    LABELS
        .contains(&&*label)
        .then(|| rest.trim_start_matches(['.', ':', '/', ' ', '\u{a0}']))
}

/// Returns the extension that begins here: `вътр. 12`, `ext. 12, 13`.
fn extension(text: &str) -> Option<&str> {
    let (name, rest) = word(text)?;
    let rest = rest
        .trim_start_matches(['.', ':', '=', ' ', '\u{a0}'])
        .trim_end_matches([')', '.']);
    let is_extension = EXTENSIONS.contains(&&*name)
        && rest.len() <= 16
        && rest.starts_with(|c: char| c.is_ascii_digit())
        && rest
            .bytes()
            .all(|byte| byte.is_ascii_digit() || b" ,-/".contains(&byte));
    is_extension.then_some(rest)
}

/// True when the text holds two numbers, or one and other last digits: `02 987 12 34/35`.
fn is_several(text: &str, country: Option<&str>) -> bool {
    let has_digits = |part: &str| part.contains(|c: char| c.is_ascii_digit());
    let is_long = |part: &&str| part.bytes().filter(u8::is_ascii_digit).count() >= 5;
    if text.split([',', ';', '\n']).filter(is_long).count() > 1 {
        return true;
    }
    let is_number = |part| dial(part, country).is_ok();
    text.char_indices().any(|(at, mark)| {
        let (before, after) = text.split_at(at);
        let goes_on = match mark {
            '/' | ',' | ';' | '-' | '–' => has_digits(after),
            ' ' | '\u{a0}' => {
                let next = after.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '+');
                next.starts_with(['0', '+']) && is_number(next)
            }
            _ => false,
        };
        goes_on && is_number(before)
    })
}

/// Reads digits and what may part them.
fn dial<'a>(text: &str, country: Option<&str>) -> Result<PhoneNumber<'a>, Fault> {
    /// Prefix, country code, trunk zero and number.
    const ALL: usize = 2 + 1 + MOST;
    let mut digits = [0_u8; ALL];
    let mut len = 0;
    let mut plus = false;
    for c in text.chars() {
        match c {
            '0'..='9' => {
                let place = digits.get_mut(len).ok_or(Fault::TooLong)?;
                *place = c as u8;
                len += 1;
            }
            '+' if !plus && len == 0 => plus = true,
            '+' => return Err(Fault::Several),
            c if is_between(c) => {}
            _ => return Err(Fault::Letters),
        }
    }
    let digits = digits
        .get(..len)
        .and_then(|digits| std::str::from_utf8(digits).ok())
        .unwrap_or_default();
    if digits.is_empty() {
        return Err(Fault::NoDigits);
    }
    if plus {
        return international(digits, text);
    }
    if let Some(digits) = digits.strip_prefix("00") {
        return international(digits, text);
    }
    match country {
        Some("BG") => in_bulgaria(digits),
        _ if digits.len() > MOST => Err(Fault::TooLong),
        _ => Err(Fault::UnknownPlan),
    }
}

/// True for what may part digits, and for what nobody sees, which has rules of its own.
fn is_between(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '.' | '/' | '(' | ')' | ',' | ';' | '\u{2010}'..='\u{2015}' | '\u{2212}'
        )
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// A number with its country code.
fn international<'a>(digits: &str, text: &str) -> Result<PhoneNumber<'a>, Fault> {
    let code = |len| {
        let (code, national) = digits.split_at_checked(len)?;
        let number = code.parse().ok().filter(|_| !code.starts_with('0'))?;
        let is_assigned = COUNTRY_CODES.binary_search(&number).is_ok();
        is_assigned.then_some((number, national))
    };
    let (country, national) = (1..=3).find_map(code).ok_or(Fault::UnknownCountry)?;
    let plan = COUNTRIES.iter().find(|(code, ..)| *code == country);
    let trunk = plan.map_or_else(|| text.contains("(0)"), |plan| plan.3);
    let national = national
        .strip_prefix('0')
        .filter(|_| trunk || country == BULGARIA)
        .unwrap_or(national);
    if country == BULGARIA {
        return bulgarian(national);
    }
    // The shortest numbers of islands have four digits.
    let (least, most) = plan.map_or((4, MOST), |(_, least, most, _)| (*least, *most));
    fits(national, least, most)?;
    number(country, national)
}

fn fits(national: &str, least: usize, most: usize) -> Result<(), Fault> {
    if national.len() < least {
        Err(Fault::TooShort)
    } else if national.len() > most {
        Err(Fault::TooLong)
    } else {
        Ok(())
    }
}

fn number<'a>(country: u16, national: &str) -> Result<PhoneNumber<'a>, Fault> {
    let written = match country {
        0..=9 => 1,
        10..=99 => 2,
        _ => 3,
    };
    if national.len() + written > MOST {
        return Err(Fault::TooLong);
    }
    Ok(PhoneNumber {
        country,
        national: Digits::of(national)?,
        extension: None,
    })
}

/// A number as it is dialled in Bulgaria.
fn in_bulgaria<'a>(digits: &str) -> Result<PhoneNumber<'a>, Fault> {
    /// The longest number within a town, Sofia's.
    const LOCAL: usize = 7;
    if let Some(national) = digits.strip_prefix('0') {
        return bulgarian(national);
    }
    // The plus of the country code is often left out.
    if let Some(Ok(number)) = digits.strip_prefix("359").map(bulgarian) {
        return Ok(number);
    }
    if digits.starts_with('1') {
        fits(digits, 3, 6)?;
        return Ok(PhoneNumber {
            country: 0,
            national: Digits::of(digits)?,
            extension: None,
        });
    }
    if digits.len() <= LOCAL {
        return Err(if digits.len() < 3 {
            Fault::TooShort
        } else {
            Fault::NoAreaCode
        });
    }
    bulgarian(digits)
}

/// A number of Bulgaria without country code and trunk `0`.
fn bulgarian<'a>(national: &str) -> Result<PhoneNumber<'a>, Fault> {
    let begins = national.get(..3).ok_or(Fault::TooShort)?;
    let begins: u16 = begins.parse().map_err(|_| Fault::UnknownArea)?;
    let (_, _, least, most) = RANGES
        .iter()
        .find(|(first, last, ..)| (*first..=*last).contains(&begins))
        .ok_or(Fault::UnknownArea)?;
    fits(national, *least, *most)?;
    number(BULGARIA, national)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dialled(text: &str) -> Result<String, Fault> {
        parse(text, Some("BG"))
            .map(|number| number.to_string())
            .map_err(|fault| reason(text, Some("BG"), fault))
    }

    #[test]
    fn one_number_in_many_forms() {
        for text in [
            "0301/ 6 24 48",
            "(0301) 62 448",
            "0301 62448",
            "+359 301 62448",
            "+359 (0)301 62448",
            "(+359) 301-62-448",
            "00359 301 62448",
            "00 359 301 62448",
            "35930162448",
            "тел.: 0301 62448",
            "Тел./факс: 0301/62448",
            "tel:+359-301-62448",
            "0301 62448 вътр. 12",
            "0301 62448, ext. 12",
            "\u{202a}0301\u{a0}62448\u{202c}",
            "0301–62448",
        ] {
            assert_eq!(dialled(text).as_deref(), Ok("+35930162448"), "{text}");
        }
        for (text, number) in [
            ("02 987 12 34", "+35929871234"),
            ("0888 123 456", "+359888123456"),
            ("888123456", "+359888123456"),
            ("0700 12 345", "+35970012345"),
            ("0800 1 1234", "+35980011234"),
            ("112", "112"),
            ("116 111", "116111"),
            ("+39 049 8591111", "+390498591111"),
            ("+49 (0)30 123456", "+4930123456"),
            ("+44 (0)20 7946 0000", "+442079460000"),
        ] {
            assert_eq!(dialled(text).as_deref(), Ok(number), "{text}");
        }
    }

    #[test]
    fn extensions_are_kept() {
        for (text, extension) in [
            ("0301 62448 вътр. 12", "12"),
            ("0301 62448 (вътр.12)", "12"),
            ("0301 62448 в. 12", "12"),
            ("0301 62448 ext. 12, 13", "12, 13"),
            ("0301 62448 x007", "007"),
            ("tel:+359-301-62448;ext=12", "12"),
        ] {
            let number = parse(text, Some("BG")).unwrap();
            assert_eq!(number.extension(), Some(extension), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_dialled_has_a_reason() {
        for (text, fault) in [
            ("-", Fault::NoDigits),
            ("няма", Fault::Letters),
            ("62 448", Fault::NoAreaCode),
            ("12", Fault::TooShort),
            ("0301", Fault::TooShort),
            ("0301 624", Fault::TooShort),
            ("0301 624 4855", Fault::TooLong),
            ("0888 12 34 5", Fault::TooShort),
            ("0490 12345", Fault::UnknownArea),
            ("0012 34", Fault::TooShort),
            ("+999 123 456", Fault::UnknownCountry),
            ("+0301 62448", Fault::UnknownCountry),
            ("+44 20", Fault::TooShort),
            ("+221 1234 5678 9012 3456", Fault::TooLong),
            ("0301 62448; 62449", Fault::Several),
            ("0301 62448, 0301 62449", Fault::Several),
            ("62448, 62449", Fault::Several),
            ("0301/62448/9", Fault::Several),
            ("02 987 12 34/35", Fault::Several),
            ("0888123456 0899123456", Fault::Several),
            ("0301 62448 и 0301 62449", Fault::Several),
            ("+359 301 62448 +359 301 62449", Fault::Several),
            ("03О1 62448", Fault::Letters),
            ("0301 62448 секретар", Fault::Letters),
        ] {
            assert_eq!(dialled(text), Err(fault), "{text}");
        }
        assert_eq!(dialled(&"0".repeat(1 << 20)), Err(Fault::TooLong));
    }

    #[test]
    fn numbers_of_unknown_plans_are_not_judged() {
        for country in [None, Some("IT")] {
            assert_eq!(parse("049 8591111", country), Err(Fault::UnknownPlan));
            assert_eq!(parse("62448", country), Err(Fault::UnknownPlan));
            assert!(parse("+359 301 62448", country).is_ok());
            assert_eq!(parse("O49 8591111", country), Err(Fault::Letters));
        }
    }

    #[test]
    fn letters_that_look_like_digits_become_digits() {
        for (text, better) in [
            ("03О1 62448", Some("0301 62448")),
            ("тел. О3О1/62448 вътр. 12", Some("тел. 0301/62448 вътр. 12")),
            ("０３０１ ６２４４８", Some("0301 62448")),
            ("о888 l23 45б", Some("0888 123 456")),
            ("около 0301 62448", None),
            ("0301 62448", None),
            ("О301", None),
        ] {
            assert_eq!(with_digits(text, Some("BG")).as_deref(), better, "{text}");
        }
    }

    #[test]
    fn tables_are_sorted() {
        assert!(COUNTRY_CODES.is_sorted());
        assert!(COUNTRIES.is_sorted_by_key(|plan| plan.0));
        assert!(
            RANGES
                .windows(2)
                .all(|pair| matches!(pair, [(_, last, ..), (first, ..)] if last < first))
        );
    }
}
