//! What was made: `издадени са 3 информационни бюлетина`, `- 120 people trained`.
//!
//! A statement needs a participle of making, in the passive, and a noun of the tables; claims about trust, experience
//! or the network itself have neither. Numbers count only before a noun that they count.

use super::nouns::{
    BULGARIAN, DONE_TO_PEOPLE, ENGLISH, Gender, MADE_BG, MADE_EN, MEASURES, NUMBERS, singular,
};
use super::text::{
    Found, MOST, Piece, Sentence, Text, collapse, is_cyrillic, is_quote, language, lower_first,
};
use std::ops::Range;

/// An output, done (`actual`) or contracted (`target`).
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Output {
    pub(crate) title: Found<Text>,
    pub(crate) unit: Option<Found<&'static str>>,
    pub(crate) actual: Option<Found<f64>>,
    pub(crate) target: Option<Found<f64>>,
}

/// `общо 15 броя`: where it begins, how much, of what.
pub(crate) struct Total {
    pub(crate) first: usize,
    pub(crate) quantity: Found<f64>,
    pub(crate) unit: Found<&'static str>,
}

/// Auxiliaries of the passive.
const AUXILIARIES: [&str; 16] = [
    "е",
    "са",
    "бе",
    "бяха",
    "беше",
    "бил",
    "била",
    "било",
    "били",
    "was",
    "were",
    "has",
    "have",
    "been",
    "бъдат",
    "be",
];

/// Words that make a statement no statement of what was done.
const UNREAL: [&str; 27] = [
    "ще",
    "не",
    "няма",
    "предстои",
    "планира",
    "планират",
    "планирано",
    "планирани",
    "трябва",
    "може",
    "могат",
    "би",
    "бъдат",
    "will",
    "shall",
    "should",
    "would",
    "could",
    "can",
    "may",
    "might",
    "must",
    "not",
    "no",
    "planned",
    "be",
    "без",
];

/// Words that make a number inexact, or no quantity.
const BEFORE_NO_QUANTITY: [&str; 38] = [
    "над",
    "около",
    "до",
    "повече",
    "поне",
    "близо",
    "под",
    "почти",
    "от",
    "номер",
    "проект",
    "ул",
    "улица",
    "бул",
    "стр",
    "чл",
    "т",
    "ал",
    "над",
    "over",
    "about",
    "around",
    "nearly",
    "almost",
    "than",
    "least",
    "most",
    "no",
    "nr",
    "number",
    "page",
    "project",
    "article",
    "to",
    "from",
    "every",
    "per",
    "section",
];

/// Words after which an English noun phrase is over.
const ENGLISH_PREPOSITIONS: [&str; 10] = [
    "for", "on", "of", "about", "to", "from", "by", "at", "in", "with",
];

/// Words that are no adjective within an English noun phrase.
const NO_ADJECTIVES: [&str; 12] = [
    "the", "and", "or", "our", "their", "its", "his", "her", "this", "that", "which", "as",
];

/// Words that end the complement of a title.
const COMPLEMENT_ENDS: [&str; 30] = [
    "с",
    "със",
    "през",
    "чрез",
    "който",
    "която",
    "което",
    "които",
    "в",
    "във",
    "при",
    "и",
    "е",
    "са",
    "бяха",
    "беше",
    "бе",
    "was",
    "were",
    "is",
    "are",
    "has",
    "have",
    "and",
    "which",
    "that",
    "who",
    "in",
    "with",
    "during",
];

/// The outputs that the sentences state, in the order of the text; none twice.
pub(crate) fn read(sentences: &[Sentence<'_>]) -> Vec<Output> {
    let mut out: Vec<Output> = Vec::new();
    for sentence in sentences {
        if out.len() >= MOST {
            break;
        }
        for clause in sentence.piece.split(|c| c == ';') {
            let clause = Sentence::new(clause, sentence.item);
            for output in outputs(&clause) {
                if out.len() < MOST
                    && !out
                        .iter()
                        .any(|known| known.title.span == output.title.span)
                {
                    out.push(output);
                }
            }
        }
    }
    out
}

/// The total that a sentence names, `общо 15 броя` or `a total of 15 items`.
pub(crate) fn total(sentence: &Sentence<'_>) -> Option<Total> {
    ["общо", "общ|общия|общият брой", "a? total of"]
        .iter()
        .find_map(|cue| {
            let (first, next) = sentence.cue(cue)?;
            let (value, after) = number(sentence, next)?;
            let noun = sentence.word(after);
            let measure = MEASURES.iter().find(|(word, _)| *word == noun);
            let unit = measure
                .map(|&(_, unit)| if unit.is_empty() { "item" } else { unit })
                .or_else(|| unit_of(noun))?;
            Some(Total {
                first,
                quantity: Found::stated(value, sentence.text_of(next, after).span()),
                unit: Found::inferred(unit, sentence.text_of(after, after + 1).span()),
            })
        })
}

fn unit_of(noun: &str) -> Option<&'static str> {
    let bulgarian = BULGARIAN
        .iter()
        .find(|row| row.0 == noun || row.2.contains(&noun))
        .map(|row| row.3);
    bulgarian.or_else(|| {
        ENGLISH
            .iter()
            .find(|row| row.0 == noun || row.1.contains(&noun))
            .map(|row| row.2)
    })
}

fn is_made(word: &str) -> bool {
    MADE_EN.contains(&word)
        || MADE_BG.contains(&word)
        || word
            .strip_suffix(['а', 'о', 'и'])
            .is_some_and(|stem| MADE_BG.contains(&stem))
}

fn outputs(clause: &Sentence<'_>) -> Vec<Output> {
    let mut out = Vec::new();
    let mut from = 0;
    let mut stated = false;
    while let Some(run) = run(clause, from).filter(|_| out.len() < MOST) {
        let before = std::mem::replace(&mut from, run.end);
        let passive = run.clone().any(|at| AUXILIARIES.contains(&clause.word(at)));
        if !passive && !clause.item {
            continue;
        }
        stated = true;
        let unreal =
            (run.start.saturating_sub(3)..run.end).any(|at| UNREAL.contains(&clause.word(at)));
        if unreal {
            continue;
        }
        let verb = run
            .clone()
            .find(|&at| is_made(clause.word(at)))
            .unwrap_or(run.start);
        let after = chain(clause, run.end, clause.words.len(), Some(verb));
        if !after.is_empty() {
            out.extend(after.into_iter().map(|(output, _)| output));
            continue;
        }
        // `Has developed` is done by what stands before it, `was developed` to it.
        let active = run.clone().all(|at| {
            let word = clause.word(at);
            !AUXILIARIES.contains(&word) || matches!(word, "has" | "have")
        });
        if !(passive && active) {
            let starts = before.max(run.start.saturating_sub(30))..run.start;
            let found = starts
                .filter(|&at| begins_phrase(clause, at))
                .find_map(|at| {
                    let found = chain(clause, at, run.start, Some(verb));
                    let end = found.last().map(|(_, next)| *next)?;
                    (end == run.start).then_some(found)
                });
            out.extend(
                found
                    .unwrap_or_default()
                    .into_iter()
                    .map(|(output, _)| output),
            );
        }
    }
    // A list item may be no more than `3 information bulletins`.
    if clause.item && !stated && number(clause, 0).is_some() {
        let found = chain(clause, 0, clause.words.len(), None);
        if found
            .last()
            .is_some_and(|(_, next)| *next == clause.words.len())
        {
            out.extend(found.into_iter().map(|(output, _)| output));
        }
    }
    out
}

/// The next run of participles of making with their auxiliaries, from word `from`.
fn run(clause: &Sentence<'_>, from: usize) -> Option<Range<usize>> {
    let made = (from..clause.words.len()).find(|&at| is_made(clause.word(at)))?;
    let verbal = |at: usize| {
        let word = clause.word(at);
        is_made(word)
            || AUXILIARIES.contains(&word)
            || matches!(
                word,
                "и" | "and"
                    | "успешно"
                    | "също"
                    | "вече"
                    | "successfully"
                    | "also"
                    | "already"
                    | "ще"
            )
    };
    let spaced = |at: usize| {
        clause
            .gap_before(at)
            .chars()
            .all(|c| c.is_whitespace() || c == ',')
    };
    let (mut start, mut end) = (made, made + 1);
    while start > from && verbal(start - 1) && spaced(start) {
        start -= 1;
    }
    while end < clause.words.len() && verbal(end) && spaced(end) {
        end += 1;
    }
    let joins = |at: usize| matches!(clause.word(at), "и" | "and");
    while start < made && joins(start) {
        start += 1;
    }
    while end > made + 1 && joins(end - 1) {
        end -= 1;
    }
    Some(start..end)
}

/// True where a noun phrase may begin: the clause, after a comma, at a number, after a conjunction.
fn begins_phrase(clause: &Sentence<'_>, at: usize) -> bool {
    at == 0
        || clause.gap_before(at).contains([',', ':', '–'])
        || matches!(clause.word(at - 1), "и" | "and")
        || number(clause, at).is_some()
        || matches!(clause.word(at), "a" | "an")
}

/// `3 бюлетина, 2 брошури и 500 плаката`: the phrases from word `at`, each with the word after it.
fn chain(
    clause: &Sentence<'_>,
    at: usize,
    end: usize,
    verb: Option<usize>,
) -> Vec<(Output, usize)> {
    let mut out = Vec::new();
    let mut at = at;
    loop {
        let skip = ["и? общо|още", "и", "a? total of"]
            .iter()
            .find_map(|cue| clause.cue_at(at, cue));
        let Some((output, next)) = phrase(clause, skip.unwrap_or(at), end, verb) else {
            return out;
        };
        out.push((output, next));
        if out.len() >= MOST {
            return out;
        }
        let gap = clause.gap_before(next).trim();
        let tie = ["и|and", "както и", "as well as"]
            .iter()
            .find_map(|cue| clause.cue_at(next, cue));
        at = match tie {
            Some(after) if after < end && (gap.is_empty() || gap == ",") => after,
            None if next < end && gap == "," && number(clause, next).is_some() => next,
            _ => return out,
        };
    }
}

/// One noun phrase: number, adjectives, noun, complement.
fn phrase(
    clause: &Sentence<'_>,
    at: usize,
    end: usize,
    verb: Option<usize>,
) -> Option<(Output, usize)> {
    let (mut from, quantity) = match number(clause, at) {
        Some((value, next)) => {
            let span = clause.text_of(at, next).span();
            (next, Some(Found::stated(value, span)))
        }
        None if clause.word(at) == "the" => return None, // one known before
        None => (clause.cue_at(at, "a|an").unwrap_or(at), None),
    };
    let measure = MEASURES
        .iter()
        .find(|(word, _)| *word == clause.word(from))
        .filter(|_| quantity.is_some())
        .map(|&(_, unit)| (unit, clause.text_of(from, from + 1)));
    if measure.is_some() {
        from += 1;
        from = clause.cue_at(from, "of|от the|a|an?").unwrap_or(from);
    }
    let count = match &quantity {
        _ if measure.is_some() => Count::Any,
        Some(quantity) if quantity.value > 1.0 => Count::Many,
        _ => Count::One,
    };
    let Head {
        noun,
        title,
        unit,
        product,
    } = head(clause, from, end, count)?;
    let word = clause.word(noun);
    let person = unit == "person";
    let done = verb
        .map(|at| clause.word(at))
        .filter(|verb| DONE_TO_PEOPLE.iter().any(|stem| verb.starts_with(stem)));
    if (quantity.is_none() && !product) || (person && done.is_none()) {
        return None;
    }
    let named = (count != Count::Many)
        .then(|| in_quotes(clause, noun + 1, end))
        .flatten();
    let next = named.map_or_else(|| complement(clause, noun + 1, end), |(_, next)| next);
    // A capital opens a sentence, or an English proper name.
    let mut text = if from == 0 {
        lower_first(&title)
    } else {
        title
    };
    if let Some((name, _)) = named {
        text = format!("{text} {}", collapse(name.text));
    } else if next > noun + 1 {
        text = format!("{text} {}", collapse(clause.text_of(noun + 1, next).text));
    }
    if let (true, Some(done)) = (person, done) {
        text = of_person(&text, done, word)?;
    }
    let place = named.map_or_else(
        || clause.text_of(from, next),
        |(name, _)| {
            clause
                .piece
                .cut(clause.text_of(from, noun + 1).start, name.end())
        },
    );
    let printed = collapse(place.text);
    let verbatim = printed == text || lower_first(&printed) == text;
    let text = Text {
        text,
        language: language(word),
    };
    let title = if verbatim {
        Found::stated(text, place.span())
    } else {
        Found::inferred(text, place.span())
    };
    // `1200 броя брошури` are copies, as the noun says; `5 км пътища` are kilometres.
    let (unit, evidence) = match measure {
        Some((unit, evidence)) if !unit.is_empty() => (unit, evidence),
        _ => (unit, clause.text_of(noun, noun + 1)),
    };
    let unit = quantity
        .is_some()
        .then(|| Found::inferred(unit, evidence.span()));
    Some((
        Output {
            title,
            unit,
            actual: quantity,
            target: None,
        },
        next,
    ))
}

/// The forms of a noun that fit its number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Count {
    One,
    Many,
    Any,
}

impl Count {
    fn fits(self, noun: &str, single: &str, plural: &[&str]) -> bool {
        (self != Self::Many && noun == single)
            || (self != Self::One && plural.contains(&noun))
            || (self == Self::Any && definite(noun, single))
    }
}

/// `екземпляра от брошурата`: true for the noun with its article.
fn definite(noun: &str, single: &str) -> bool {
    noun.strip_prefix(single)
        .is_some_and(|article| matches!(article, "та" | "то" | "ът" | "а"))
}

/// The noun that a phrase is about.
struct Head {
    /// Its word.
    noun: usize,
    /// The adjectives and the noun in the singular.
    title: String,
    unit: &'static str,
    /// True when one is an output by itself.
    product: bool,
}

/// The first noun of the tables within a few words of `from`, with the adjectives before it.
fn head(clause: &Sentence<'_>, from: usize, end: usize, count: Count) -> Option<Head> {
    for noun in from..end.min(from + 6) {
        let joined = |c: char| c.is_whitespace() || c == '-';
        if noun > from && !clause.gap_before(noun).chars().all(joined) {
            return None;
        }
        let word = clause.word(noun);
        if let Some((title, unit, product)) = title(clause.text_of(from, noun), word, count) {
            // `training materials`: an English noun may go on.
            let next = clause.word(noun + 1);
            let goes_on = !is_cyrillic(word)
                && noun + 1 < end
                && clause.gap_before(noun + 1).trim().is_empty()
                && !is_made(next)
                && !COMPLEMENT_ENDS.contains(&next)
                && !ENGLISH_PREPOSITIONS.contains(&next);
            if !goes_on {
                return Some(Head {
                    noun,
                    title,
                    unit,
                    product,
                });
            }
        } else if MADE_EN.contains(&word)
            || AUXILIARIES.contains(&word)
            || UNREAL.contains(&word)
            || number(clause, noun).is_some()
        {
            return None;
        }
    }
    None
}

/// The title in the singular, the noun's unit, and whether one is an output by itself.
fn title(adjectives: Piece<'_>, noun: &str, count: Count) -> Option<(String, &'static str, bool)> {
    let words: Vec<&str> = adjectives.text.split_whitespace().collect();
    if is_cyrillic(noun) {
        let row = BULGARIAN
            .iter()
            .find(|row| count.fits(noun, row.0, row.2))?;
        let mut title = String::new();
        for word in words {
            let lower = word.to_lowercase();
            let form = if row.0 == noun {
                agrees(&lower, row.1).then_some(lower)
            } else {
                singular(&lower, row.1)
            };
            title.push_str(&form?);
            title.push(' ');
        }
        title.push_str(row.0);
        return Some((title, row.3, row.4));
    }
    let row = ENGLISH.iter().find(|row| count.fits(noun, row.0, row.1))?;
    let strange = |word: &str| {
        let lower = word.to_lowercase();
        ENGLISH_PREPOSITIONS.contains(&lower.as_str()) || NO_ADJECTIVES.contains(&lower.as_str())
    };
    if words.iter().any(|word| strange(word)) {
        return None;
    }
    let text = words
        .iter()
        .copied()
        .chain([row.0])
        .collect::<Vec<_>>()
        .join(" ");
    Some((text, row.2, row.3))
}

/// True for a singular adjective that a noun of this gender can have.
fn agrees(adjective: &str, gender: Gender) -> bool {
    let ending = match gender {
        Gender::Feminine => adjective.ends_with('а'),
        Gender::Neuter => adjective.ends_with('о'),
        Gender::Masculine => !adjective.ends_with(['а', 'о', 'е']),
    };
    let small = matches!(
        adjective,
        "на" | "за"
            | "от"
            | "в"
            | "по"
            | "с"
            | "и"
            | "към"
            | "при"
            | "чрез"
            | "след"
            | "като"
    );
    ending && !small || singular(adjective, gender).as_deref() == Some(adjective)
}

/// `служител`, done with `обучени`: `обучен служител`; `person`, done with `trained`: `person trained`.
fn of_person(title: &str, done: &str, noun: &str) -> Option<String> {
    if !is_cyrillic(noun) {
        return Some(format!("{title} {done}"));
    }
    let gender = BULGARIAN
        .iter()
        .find(|row| row.0 == noun || row.2.contains(&noun))?
        .1;
    let participle = if done.ends_with('и') {
        singular(done, gender)?
    } else {
        done.to_owned()
    };
    Some(format!("{participle} {title}"))
}

/// `brochure "The Budget"`: the name in quotes that follows a noun, with its quotes, and the word after it.
fn in_quotes<'a>(clause: &Sentence<'a>, at: usize, end: usize) -> Option<(Piece<'a>, usize)> {
    let rest = clause.after(at).trim();
    let inside = rest.quoted().filter(|_| rest.text.starts_with(is_quote))?;
    let closing = rest.from(inside.end()).trim_start_matches(|c| !is_quote(c));
    let close = closing.text.chars().next()?.len_utf8();
    let name = rest.to(closing.start + close);
    let next = (at..=end).find(|&next| {
        clause
            .words
            .get(next)
            .is_none_or(|word| word.piece.start >= name.end())
    })?;
    (next - at <= 12).then_some((name, next))
}

/// The word after a complement such as `за служители`; `at` when there is none.
fn complement(clause: &Sentence<'_>, at: usize, end: usize) -> usize {
    let open = clause
        .cue_at(at, "за|на|for|on|of|about")
        .filter(|&next| next < end);
    if open.is_none() || !clause.gap_before(at).trim().is_empty() {
        return at;
    }
    let end = end.min(at + 11);
    let stop = (at + 1..end).find(|&next| {
        !clause
            .gap_before(next)
            .trim_matches(['-', ' ', '\u{a0}', '"', '„', '“', '”'])
            .trim()
            .is_empty()
            || COMPLEMENT_ENDS.contains(&clause.word(next)) && !joined_noun(clause, next, end)
            || is_made(clause.word(next))
    });
    let next = stop.unwrap_or(end);
    // Too long for a title: the noun alone.
    if next - at > 9 || next - at < 2 {
        at
    } else {
        next
    }
}

/// True when a conjunction joins words of the complement: `за услуги и информация`, not `и 2 брошури`.
fn joined_noun(clause: &Sentence<'_>, at: usize, end: usize) -> bool {
    matches!(clause.word(at), "и" | "and")
        && at + 1 < end
        && number(clause, at + 1).is_none()
        && !AUXILIARIES.contains(&clause.word(at + 1))
        && !is_made(clause.word(at + 1))
}

/// The quantity that begins at a word, and the word after it.
///
/// Years, parts of codes and addresses, percentages, ranges and inexact numbers are none; nor is `1.200`, which is
/// a thousand to some and a decimal to others.
fn number(clause: &Sentence<'_>, at: usize) -> Option<(f64, usize)> {
    let word = clause.words.get(at)?;
    let before = at.checked_sub(1).map_or("", |at| clause.word(at));
    if BEFORE_NO_QUANTITY.contains(&before) && clause.gap_before(at).trim().is_empty() {
        return None;
    }
    if let Some(&(_, value)) = NUMBERS.iter().find(|(name, _)| *name == word.lower) {
        return (!clause.gap_before(at + 1).starts_with('-')).then_some((value, at + 1));
    }
    if !word.lower.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let touching = clause.gap_before(at).chars().next_back();
    if touching
        .is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '"' | '„' | '“' | '–' | '—'))
        || clause.gap_before(at).contains(['№', '#'])
    {
        return None;
    }
    let mut digits = word.lower.clone();
    let mut next = at + 1;
    let three = |at: usize| {
        clause.word(at).len() == 3 && clause.word(at).bytes().all(|byte| byte.is_ascii_digit())
    };
    if word.lower.len() <= 3 {
        while three(next) && matches!(clause.gap_before(next), " " | "\u{a0}" | "\u{202f}") {
            digits.push_str(clause.word(next));
            next += 1;
        }
    }
    let fraction = clause.word(next);
    let gap = clause.gap_before(next);
    if next == at + 1
        && matches!(gap, "," | ".")
        && !fraction.is_empty()
        && fraction.bytes().all(|byte| byte.is_ascii_digit())
    {
        let english = !is_cyrillic(clause.piece.head(200).text);
        match (gap, fraction.len()) {
            (",", 3) if english => digits.push_str(fraction),
            (_, 3) => return None,
            _ => {
                digits.push('.');
                digits.push_str(fraction);
            }
        }
        next += 1;
    }
    let after = clause.gap_before(next);
    let noun = clause.word(next);
    let year = next == at + 1
        && word.lower.len() == 4
        && (word.lower.starts_with("19") || word.lower.starts_with("20"))
        && (matches!(
            before,
            "през"
                | "в"
                | "за"
                | "от"
                | "до"
                | "in"
                | "since"
                | "until"
                | "of"
                | "for"
                | "година"
                | "year"
        ) || noun.starts_with("годин")
            || matches!(noun, "г" | "year"));
    let money = matches!(
        noun,
        "лв" | "лева"
            | "лев"
            | "евро"
            | "eur"
            | "euro"
            | "euros"
            | "bgn"
            | "usd"
            | "на"
            | "процента"
            | "percent"
    );
    let part = after.trim_start().starts_with(['%', '‰', '€', '$'])
        || after.starts_with(['-', '/', '.', ':']);
    if year || money || part || digits.len() > 15 {
        return None;
    }
    digits.parse().ok().map(|value| (value, next))
}

#[cfg(test)]
mod tests {
    use super::super::text::sentences_of;
    use super::*;

    fn found(text: &str) -> Vec<(String, Option<&'static str>, Option<f64>)> {
        read(&sentences_of(text))
            .into_iter()
            .map(|output| {
                (
                    output.title.value.text,
                    output.unit.map(|unit| unit.value),
                    output.actual.map(|n| n.value),
                )
            })
            .collect()
    }

    #[test]
    fn counted_in_bulgarian() {
        for (text, title, unit, actual) in [
            (
                "Подготвени и издадени са 3 информационни бюлетина.",
                "информационен бюлетин",
                "issue",
                3.0,
            ),
            (
                "В рамките на проекта са проведени пет обучения за служители от общината.",
                "обучение за служители от общината",
                "event",
                5.0,
            ),
            (
                "Обучени са 120 служители.",
                "обучен служител",
                "person",
                120.0,
            ),
            (
                "Отпечатани бяха 1 200 броя рекламни брошури през 2013 г.",
                "рекламна брошура",
                "copy",
                1200.0,
            ),
            (
                "Ремонтирани са 3,5 км общински пътища.",
                "общински път",
                "kilometre",
                3.5,
            ),
            ("2 филма бяха заснети от общината.", "филм", "item", 2.0),
            (
                "Създаден е 1 информационен център.",
                "информационен център",
                "item",
                1.0,
            ),
            ("- 4 кръгли дискусии", "кръгла дискусия", "event", 4.0),
            (
                "- Издадени 10 000 цветни листовки;",
                "цветна листовка",
                "copy",
                10000.0,
            ),
        ] {
            assert_eq!(
                found(text),
                [(title.to_owned(), Some(unit), Some(actual))],
                "{text}"
            );
        }
    }

    #[test]
    fn counted_in_english() {
        for (text, title, unit, actual) in [
            ("- 3 newsletters were published", "newsletter", "issue", 3.0),
            ("- 120 people trained", "person trained", "person", 120.0),
            (
                "Within the project, 1,200 colour leaflets were printed and distributed in 2013.",
                "colour leaflet",
                "copy",
                1200.0,
            ),
            (
                "Two training seminars for teachers were held.",
                "training seminar for teachers",
                "event",
                2.0,
            ),
            (
                "A total of 5 km of roads were repaired.",
                "road",
                "kilometre",
                5.0,
            ),
            (
                "- Published 3 information bulletins.",
                "information bulletin",
                "issue",
                3.0,
            ),
        ] {
            assert_eq!(
                found(text),
                [(title.to_owned(), Some(unit), Some(actual))],
                "{text}"
            );
        }
    }

    #[test]
    fn made_without_a_number() {
        for (text, title) in [
            (
                "Разработена е Специализирана информационна система.",
                "специализирана информационна система",
            ),
            (
                "Създаден е Център за услуги и информация, който работи.",
                "център за услуги и информация",
            ),
            (
                "- A new information system was developed",
                "new information system",
            ),
            (
                "The team has developed an EU projects database",
                "EU projects database",
            ),
            (
                "During the project a strategy for tourism was adopted.",
                "strategy for tourism",
            ),
        ] {
            assert_eq!(found(text), [(title.to_owned(), None, None)], "{text}");
        }
        assert_eq!(
            read(&sentences_of(
                "Разработена е Специализирана информационна система."
            ))[0]
                .title
                .grade,
            super::super::text::Grade::Stated
        );
    }

    #[test]
    fn several_in_a_row() {
        let rows = found(
            "Издадени са 3 бюлетина, 2 нови брошури и 500 плаката, а са проведени и два семинара.",
        );
        let rows: Vec<_> = rows
            .iter()
            .map(|(title, _, actual)| (title.as_str(), *actual))
            .collect();
        assert_eq!(
            rows,
            [
                ("бюлетин", Some(3.0)),
                ("нова брошура", Some(2.0)),
                ("плакат", Some(500.0)),
                ("семинар", Some(2.0))
            ]
        );
    }

    #[test]
    fn claims_and_other_numbers_are_no_outputs() {
        for text in [
            "Създадена е партньорска мрежа.",
            "Създадена е партньорска мрежа на областни администрации - нова организация за дейността им.",
            "Създаденият положителен опит има качествата да се превърне в модел за останалите.",
            "Като резултат от това, расте и общественото доверие в 5-те области.",
            "Ще бъдат издадени 3 бюлетина.",
            "Не са издадени 3 бюлетина.",
            "През 2013 семинари не бяха проведени.",
            "Проведени са над 100 срещи.",
            "Издадени са 3-5 бюлетина.",
            "Закупени са компютри за 5000 лв.",
            "Изпълнени са 90 % от дейностите.",
            "Публикуван е на ул. Шипка 5.",
            "Проект 2012 бюлетина беше приет.",
            "Five newsletters will be published.",
            "The practice was published in 2013.",
            "Over 200 people were trained.",
            "The platform was developed by experts.",
            "A system is developed every year.",
            "A platform has developed over time.",
            "3 newsletters",
            "- 3 training materials",
            "Присъстваха 30 участници.",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
