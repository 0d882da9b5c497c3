//! `text/personal-number`: a number that the state gave to a person, where it does not belong.

use crate::check::facts::{Facts, Text};
use crate::check::pointer::Segment;
use crate::check::walk::Walk;
use crate::check::{Severity, Term, Texts};
use crate::value::country::Country;
use crate::value::identifier::{PersonalNumber, personal};
use crate::value::is_egn;

crate::rules! {
    PERSONAL_NUMBER {
        code: "text/personal-number",
        severity: Warning,
        since: 2,
        judges: Text(Facts::DIGITS, in_text),
        message: { en: "this looks like a person's number: {what}", bg: "това прилича на личен номер: {what}" },
        help: { en: "remove the number; an organisation is identified by its own", bg: "премахнете номера; организацията се разпознава по собствения си номер" },
        why: {
            en: "A personal number opens a person's accounts and files, and a published record is copied for ever. Found are the EGN of Bulgarians, ten digits with a day of birth and a right check digit, and, among identifiers, the Italian codice fiscale of 16 characters. As the identifier of an organisation, or near `ЕГН`, `EGN`, `лична карта`, `personal number` and the like, it is an error; alone in a text a warning, since 1.0957 % of all ten-digit numbers (109,573 days of birth in a million, one check digit in ten) look like an EGN by chance. Numbers that touch letters, other digits or the sign + are passed over there. The number is not repeated in the finding, and so there is no fix either: its patch would hold it.",
            bg: "С личния номер се стига до сметките и досиетата на човека, а публикуваният запис се преписва завинаги. Търсят се ЕГН – десет цифри с дата на раждане и вярна контролна цифра – и, сред идентификаторите, италианският codice fiscale от 16 знака. Като идентификатор на организация или близо до `ЕГН`, `EGN`, `лична карта`, `personal number` и подобни това е грешка; другаде в текст е предупреждение, защото 1,0957 % от всички десетцифрени числа (109 573 дати на раждане на милион, една контролна цифра от десет) случайно приличат на ЕГН. Там се подминават числа, долепени до букви, други цифри или знака +. Номерът не се повтаря в съобщението, затова няма и поправка: тя би го съдържала.",
        }
    }
}

const EGN: Term = Term {
    code: "egn",
    texts: Texts {
        en: "an EGN, the personal number of a Bulgarian",
        bg: "ЕГН",
    },
};

const CODICE_FISCALE: Term = Term {
    code: "codice-fiscale",
    texts: Texts {
        en: "the codice fiscale of a person in Italy",
        bg: "codice fiscale на физическо лице в Италия",
    },
};

/// Words beside which a number is a person's, in small letters.
const CUES: &[&str] = &[
    "егн",
    "е.г.н",
    "единен граждански номер",
    "лична карта",
    "личен номер",
    "л.к.",
    "egn",
    "personal number",
    "personal id",
    "identity card",
];

/// How far a cue stands from its number, in characters.
const NEAR: usize = 40;

/// Reports an identifier that is a person's number; true when it is.
pub(crate) fn in_identifier(scheme: &str, value: &str, walk: &mut Walk<'_, '_>) -> bool {
    let Some(number) = personal(value) else {
        return false;
    };
    // A register of another country may have numbers of ten digits too.
    let abroad = scheme
        .split_once('-')
        .is_some_and(|(place, _)| place != "BG" && Country::is_known(place));
    let (what, weight) = match number {
        PersonalNumber::Egn if abroad => (EGN, Severity::Warning),
        PersonalNumber::Egn => (EGN, Severity::Error),
        PersonalNumber::CodiceFiscale => (CODICE_FISCALE, Severity::Error),
    };
    walk.find(&PERSONAL_NUMBER)
        .raised_to(weight)
        .at("value")
        .with("what", what)
        .report();
    true
}

fn in_text<'a>(Text { text, .. }: Text<'a>, walk: &mut Walk<'a, '_>) {
    // Identifiers are judged as such.
    if let [
        ..,
        Segment::Field("identifiers"),
        _,
        Segment::Field("value"),
    ] = walk.path()
    {
        return;
    }
    // More than these say nothing new.
    let people = numbers(text).filter(|(_, number)| is_egn(number)).take(64);
    let weight = people
        .filter_map(|(start, _)| {
            if has_cue(text, start) {
                Some(Severity::Error)
            } else {
                stands_alone(text, start).then_some(Severity::Warning)
            }
        })
        .max();
    if let Some(weight) = weight {
        walk.find(&PERSONAL_NUMBER)
            .raised_to(weight)
            .with("what", EGN)
            .report();
    }
}

/// Returns every run of exactly ten digits with its place.
fn numbers(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = text.get(at..)?;
            let start = at + rest.find(|c: char| c.is_ascii_digit())?;
            let run = text.get(start..)?;
            let length = run.find(|c: char| !c.is_ascii_digit()).unwrap_or(run.len());
            at = start + length;
            if length == 10 {
                return Some((start, run.get(..length)?));
            }
        }
    })
}

/// True when the ten digits at a place are no part of a longer code, number, date or telephone number.
fn stands_alone(text: &str, start: usize) -> bool {
    let joins = |c: char| matches!(c, '.' | ',' | '-' | '/' | '_' | ':' | '–' | '=' | '@');
    let is_part = |beside: &mut dyn Iterator<Item = char>| match beside.next() {
        Some('+') => true,
        Some(c) if c.is_alphanumeric() => true,
        Some(c) if joins(c) => beside.next().is_some_and(char::is_alphanumeric),
        _ => false,
    };
    let before = text.get(..start).unwrap_or_default();
    let after = text.get(start + 10..).unwrap_or_default();
    !is_part(&mut before.chars().rev()) && !is_part(&mut after.chars())
}

/// True when one of the cues stands near the ten digits at a place, as a word.
fn has_cue(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let from = before
        .char_indices()
        .rev()
        .nth(NEAR)
        .map_or(0, |(at, _)| at);
    let after = text.get(start + 10..).unwrap_or_default();
    let to = after
        .char_indices()
        .nth(NEAR)
        .map_or(after.len(), |(at, _)| at);
    let near = [before.get(from..), after.get(..to)];
    near.into_iter().flatten().any(|near| {
        let near = near.to_lowercase();
        CUES.iter().any(|cue| {
            near.match_indices(cue).any(|(at, _)| {
                let whole = |c: Option<char>| c.is_none_or(|c| !c.is_alphabetic());
                let end = near.get(at + cue.len()..).unwrap_or_default();
                whole(near.get(..at).unwrap_or_default().chars().next_back())
                    && whole(end.chars().next())
            })
        })
    })
}
