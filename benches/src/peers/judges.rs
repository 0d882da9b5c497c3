//! The rules that garde and validator have no validators for, each a short function that both call.

use std::collections::HashSet;
use std::hash::Hash;
use std::sync::LazyLock;

use obmen::model::{OrganisationKind, ResultState, Role, Status};
use obmen::value::theme::Theme;
use regex::Regex;

use crate::TODAY;
use crate::mirror::Localised;

/// Nothing, or the code of the rule that is broken.
pub(super) type Judged = Result<(), &'static str>;

fn refuse(code: &'static str, broken: bool) -> Judged {
    if broken { Err(code) } else { Ok(()) }
}

fn pattern(pattern: &str) -> Regex {
    #[expect(clippy::expect_used, reason = "the patterns are below, and tested")]
    Regex::new(pattern).expect("a pattern")
}

/// A text has at most so many bytes.
const MAX_TEXT: usize = 1 << 20;

pub(super) static ID: LazyLock<Regex> = LazyLock::new(|| pattern("^[a-z0-9]+(-[a-z0-9]+)*$"));
pub(super) static TAG: LazyLock<Regex> =
    LazyLock::new(|| pattern("^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"));
pub(super) static COUNTRY: LazyLock<Regex> = LazyLock::new(|| pattern("^[A-Z]{2}$"));
pub(super) static CURRENCY: LazyLock<Regex> = LazyLock::new(|| pattern("^[A-Z]{3}$"));
pub(super) static PHONE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\+?[0-9][0-9 ()/.-]{4,30}$"));

/// The schemes of identifiers, each with the form of its values.
static FORMS: LazyLock<[(&str, Regex); 6]> = LazyLock::new(|| {
    [
        ("BG-EIK", pattern("^([0-9]{9}|[0-9]{13})$")),
        ("EU-PIC", pattern("^[0-9]{9}$")),
        ("EU-VAT", pattern("^[A-Z]{2}[0-9A-Z+*]{2,12}$")),
        ("IT-CF", pattern("^([0-9]{11}|[0-9A-Z]{16})$")),
        ("IT-PIVA", pattern("^[0-9]{11}$")),
        ("XI-LEI", pattern("^[0-9A-Z]{18}[0-9]{2}$")),
    ]
});

/// The days that programs write when they know none.
const PLACEHOLDERS: &[&str] = &[
    "0001",
    "1601-01-01",
    "1753-01-01",
    "1899-12-30",
    "1899-12-31",
    "1900-01-01",
    "1904-01-01",
    "1970-01-01",
    "2099-12-31",
    "2999-12-31",
    "9999",
];

pub(super) fn text(text: &str) -> Judged {
    refuse("text/empty", text.trim().is_empty())?;
    refuse("text/too-long", text.len() > MAX_TEXT)?;
    let markup = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    refuse("text/markup", text.split('<').skip(1).any(markup))?;
    let (mut latin, mut cyrillic) = (false, false);
    for letter in text.chars() {
        let (was_latin, was_cyrillic) = (latin, cyrillic);
        (latin, cyrillic) = match letter {
            'A'..='Z' | 'a'..='z' => (true, false),
            '\u{400}'..='\u{4ff}' => (false, true),
            _ => (false, false),
        };
        refuse(
            "text/mixed-script",
            latin && was_cyrillic || cyrillic && was_latin,
        )?;
        match letter {
            '\n' | '\t' => {}
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                return Err("text/bidi-control");
            }
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {
                return Err("text/zero-width");
            }
            _ => refuse("text/control-character", letter.is_control())?,
        }
    }
    Ok(())
}

pub(super) fn localised(texts: &Localised) -> Judged {
    for (language, words) in &texts.0 {
        refuse("text/language-tag", !TAG.is_match(language))?;
        text(words)?;
    }
    refuse("text/empty", texts.0.is_empty())
}

pub(super) fn date(date: &str) -> Judged {
    let mut parts = date.split('-');
    let number = |digits: &str, length: usize| {
        let plain = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.parse().unwrap_or(0_u16))
    };
    let year = number(parts.next().unwrap_or_default(), 4).unwrap_or(0);
    let month = parts.next().map_or(Some(1), |month| number(month, 2));
    let day = parts.next().map_or(Some(1), |day| number(day, 2));
    let days = match month {
        Some(1 | 3 | 5 | 7 | 8 | 10 | 12) => 31,
        Some(4 | 6 | 9 | 11) => 30,
        Some(2) if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        Some(2) => 28,
        _ => 0,
    };
    let real = year > 0 && day.is_some_and(|day| (1..=days).contains(&day));
    refuse("shape/bad-value", !real || parts.next().is_some())?;
    let is_placeholder = date
        .get(..4)
        .is_some_and(|year| PLACEHOLDERS.contains(&year));
    refuse(
        "practice/placeholder-date",
        is_placeholder || PLACEHOLDERS.contains(&date),
    )
}

/// True when one date comes after the other, as far as both are known.
fn is_after(date: &str, other: &str) -> bool {
    let known = date.len().min(other.len());
    date.get(..known) > other.get(..known)
}

pub(super) fn period(start: Option<&str>, end: Option<&str>) -> Judged {
    let reversed = start
        .zip(end)
        .is_some_and(|(start, end)| is_after(start, end));
    refuse("practice/period-reversed", reversed)
}

pub(super) fn publication(date: &str) -> Judged {
    refuse("practice/future-publication", is_after(date, TODAY))
}

pub(super) fn link(link: &str) -> Judged {
    let (scheme, rest) = link.split_once("://").unwrap_or_default();
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    refuse("link/scheme", !matches!(scheme, "http" | "https"))?;
    refuse("link/credentials", host.contains('@'))
}

fn differ<T: Eq + Hash>(code: &'static str, values: impl Iterator<Item = T>) -> Judged {
    let mut seen = HashSet::new();
    for value in values {
        refuse(code, !seen.insert(value))?;
    }
    Ok(())
}

pub(super) fn objectives(objectives: &[Localised]) -> Judged {
    differ(
        "practice/duplicate-objective",
        objectives.iter().map(|objective| &objective.0),
    )
}

pub(super) fn links<'a>(links: impl Iterator<Item = Option<&'a str>>) -> Judged {
    differ("link/duplicate", links.flatten())
}

fn known(code: &'static str, words: &[&str], word: &str) -> Judged {
    refuse(code, !words.contains(&word))
}

pub(super) fn themes(themes: &[String]) -> Judged {
    let is_theme = |word: &String| Theme::all().iter().any(|theme| theme.slug == word);
    refuse("practice/unknown-theme", !themes.iter().all(is_theme))
}

pub(super) fn status(word: &str) -> Judged {
    known("practice/unknown-status", Status::WORDS, word)
}

pub(super) fn kind(word: &str) -> Judged {
    known("organisation/unknown-kind", OrganisationKind::WORDS, word)
}

pub(super) fn role(word: &str) -> Judged {
    known("network/unknown-role", Role::WORDS, word)
}

pub(super) fn state(word: &str) -> Judged {
    known("shape/bad-value", ResultState::WORDS, word)
}

pub(super) fn login(name: &str) -> Judged {
    let is_sign =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-@+".contains(&byte);
    refuse("practice/login-innovator", name.bytes().all(is_sign))
}

pub(super) fn identifier(scheme: Option<&str>, value: Option<&str>) -> Judged {
    let (Some(scheme), Some(value)) = (scheme, value) else {
        return Ok(());
    };
    match FORMS.iter().find(|(known, _)| *known == scheme) {
        None => Err("organisation/unknown-scheme"),
        Some((_, form)) => refuse("organisation/identifier-format", !form.is_match(value)),
    }
}

/// The roles of all members.
pub(super) fn members<'a>(roles: impl ExactSizeIterator<Item = Option<&'a str>>) -> Judged {
    let count = roles.len();
    let leads = roles.filter(|role| *role == Some("lead")).count();
    refuse("network/no-lead", leads == 0)?;
    refuse("network/several-leads", leads > 1)?;
    refuse("network/alone", count == 1)
}

pub(super) fn indicator(unit: Option<&str>, actual: Option<f64>) -> Judged {
    refuse(
        "results/actual-without-unit",
        actual.is_some() && unit.is_none(),
    )
}

pub(super) fn results(narrative: Option<&Localised>, items: usize) -> Judged {
    refuse(
        "practice/missing-results",
        narrative.is_none() && items == 0,
    )
}

/// Whether there is a way to reach those who did it.
pub(super) fn contact(is_there: bool) -> Judged {
    refuse("organisation/no-contact", !is_there)
}
