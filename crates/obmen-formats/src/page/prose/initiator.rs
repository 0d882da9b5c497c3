//! Who initiated: `Инициатор на практиката е …`, `The practice was initiated by …`.

use super::organisation::{Organisation, classify, name_at_start};
use super::partners::conjuncts;
use super::text::{Piece, Sentence, is_cyrillic, is_quote};

/// Cues that open a sentence and go straight on with the name.
const SENTENCES: [&str; 6] = [
    "инициатор|инициаторът|инициатора на добрата|иновативната? практика|практиката|проекта|инициативата|идеята е|беше|бе",
    "практиката|проектът|проекта|инициативата|добрата? практика? е|беше|бе инициирана|иницииран|инициирано от",
    "the? initiator of|for the|this? good|innovative? practice|project|initiative is|was",
    "the|this good|innovative? practice|project|initiative is|was initiated by",
    "the|this good|innovative? practice|project|initiative has been initiated by",
    "initiated by",
];

/// The same, where only the name of an office or another that says what it is may follow: a person starts things too.
const BEGINNINGS: [&str; 4] = [
    "практиката|проектът|проекта|инициативата|идеята се|е|беше|бе? започна|започва|започната|започнат|стартира|стартирана|стартиран|осъществява|осъществена|осъществен|реализира|реализирана|реализиран|изпълнява|създадена|създаден по инициатива на",
    "the|this good|innovative? practice|project|initiative was|is|has? been? started|begun|launched by",
    "the|this good|innovative? practice|project|initiative was|is|has? been? started|begun|began|launched|created on|at|upon the initiative of",
    "the|this good|innovative? practice|project|initiative started|began|begun on|at|upon the initiative of",
];

/// Cues that a colon or dash must follow.
const LABELS: [&str; 2] = [
    "инициатор|инициаторът на? практиката|проекта|инициативата?",
    "the? initiator of? the? practice|project|initiative?",
];

/// Words at which a name has ended and the sentence goes on.
const ENDS: [&str; 14] = [
    "през",
    "чрез",
    "съвместно",
    "заедно",
    "който",
    "която",
    "което",
    "с цел|подкрепата|подкрепа|участието",
    "в партньорство|рамките|сътрудничество",
    "together",
    "which|who|during|since",
    "in partnership|cooperation|19*|20*",
    "with the|support",
    "within",
];

/// The initiator, by the first sentence that states one.
pub(crate) fn read(sentences: &[Sentence<'_>]) -> Option<Organisation> {
    sentences.iter().find_map(|sentence| {
        let rest = SENTENCES
            .iter()
            .find_map(|cue| sentence.cue_at(0, cue).map(|next| sentence.after(next)))
            .map(|rest| rest.after_label().unwrap_or(rest))
            .or_else(|| {
                LABELS
                    .iter()
                    .find_map(|cue| sentence.after(sentence.cue_at(0, cue)?).after_label())
            });
        let begun = || {
            let rest = BEGINNINGS
                .iter()
                .find_map(|cue| sentence.cue_at(0, cue).map(|next| sentence.after(next)))?;
            let name = name_at_start(name(rest)?);
            classify(name.text).kind.map(|_| name)
        };
        rest.map_or_else(begun, name).map(Organisation::named)
    })
}

/// The name that a text begins with, as written; none when it begins with none.
pub(crate) fn name(text: Piece<'_>) -> Option<Piece<'_>> {
    let text = text.trim().head(600).trim_end_matches(|c| c == '.');
    let text = without_article(text);
    let first = text.split(|c| matches!(c, ',' | ';')).into_iter().next()?;
    let sentence = Sentence::new(first, false);
    let end = (1..sentence.words.len())
        .find(|&at| {
            ENDS.iter().any(|cue| sentence.cue_at(at, cue).is_some())
                && outside(first, &sentence, at)
        })
        .map_or(first, |at| sentence.before(at));
    // Two offices joined by a conjunction: the first.
    let name = conjuncts(end, false).first().copied().unwrap_or(end).name();
    is_name(name).then_some(name)
}

/// The text without the article that an English sentence puts before a name.
pub(crate) fn without_article(text: Piece<'_>) -> Piece<'_> {
    if text.text.starts_with("the ") {
        text.from(text.start + 4).trim()
    } else {
        text
    }
}

fn outside(text: Piece<'_>, sentence: &Sentence<'_>, at: usize) -> bool {
    let start = sentence.words.get(at).map(|word| word.piece.start);
    text.outside().any(|(place, _)| Some(place) == start)
}

/// True for what can be an organisation's name: it begins like one, or says what office it is, and is short.
pub(crate) fn is_name(name: Piece<'_>) -> bool {
    let begins = name
        .text
        .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || is_quote(c));
    let none = matches!(
        name.text.to_lowercase().as_str(),
        "няма" | "none" | "n/a" | "no"
    );
    // `НПО и местният бизнес` is a sort of organisations, not one.
    let generic = name
        .text
        .split_whitespace()
        .any(|word| matches!(word, "местният" | "местния" | "местните" | "местни"));
    let words = name.words();
    !none
        && !generic
        && (1..=16).contains(&words.len())
        && name.text.len() <= 240
        && name.text.chars().any(char::is_alphabetic)
        && !name.text.contains("://")
        && (begins || (is_cyrillic(name.text) && classify(name.text).kind.is_some()))
}

#[cfg(test)]
mod tests {
    use super::super::text::sentences_of;
    use super::*;

    #[test]
    fn initiators_are_read() {
        for (text, name, territory) in [
            (
                "Инициатор на практиката е Областна администрация - Смолян.",
                "Областна администрация - Смолян",
                "BG424",
            ),
            (
                "Нещо друго. Инициатор: Община Каварна",
                "Община Каварна",
                "DOB17",
            ),
            (
                "Практиката е инициирана от Община Бургас през 2012 г. и успя.",
                "Община Бургас",
                "BGS04",
            ),
            (
                "Инициатор на проекта е Община Русе, съвместно с други.",
                "Община Русе",
                "RSE27",
            ),
            (
                "Инициатор е грешно. Инициаторът на проекта беше община Видин.",
                "община Видин",
                "VID09",
            ),
            (
                "The initiator of the practice is Svishtov Municipality.",
                "Svishtov Municipality",
                "VTR28",
            ),
            (
                "The practice was initiated by the Municipality of Kavarna.",
                "Municipality of Kavarna",
                "DOB17",
            ),
            (
                "Initiator: Municipal Council - Dobrich",
                "Municipal Council - Dobrich",
                "DOB28",
            ),
            (
                "Initiator: Kavarna Municipality and Shabla Municipality",
                "Kavarna Municipality",
                "DOB17",
            ),
        ] {
            let found = read(&sentences_of(text)).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(found.name.value.text, name);
            assert_eq!(text.get(found.name.span.clone()), Some(name));
            assert_eq!(found.territory.unwrap().value, territory);
        }
    }

    #[test]
    fn talk_of_initiators_names_none() {
        for text in [
            "Инициатор на практиката е",
            "Инициатор: -",
            "Инициаторът е доволен.",
            "The initiator of the practice is happy.",
            "Инициатор на практиката е човек с идеи.",
        ] {
            assert_eq!(read(&sentences_of(text)), None, "{text}");
        }
    }
}
