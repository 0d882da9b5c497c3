//! `text/`: the texts themselves, in whatever field they stand.

use crate::check::Safety;
use crate::check::facts::{Facts, Text};
use crate::check::walk::Walk;
use crate::value::{Json, UNDETERMINED};

crate::rules! {
    EMPTY {
        code: "text/empty",
        severity: Warning,
        since: 1,
        judges: Text(Facts::BLANK, empty),
        message: { en: "the text is empty", bg: "текстът е празен" },
        help: { en: "write the text, or leave the field out", bg: "напишете текста или пропуснете полето" },
        fix: { en: "take the empty text away", bg: "махнете празния текст" },
        why: {
            en: "An empty text looks like an answer and is none: a list shows a blank line, a search finds nothing, and nobody is asked for the missing text.",
            bg: "Празният текст прилича на отговор, а не е: списъкът показва празен ред, търсенето не намира нищо и никой не бива попитан за липсващия текст.",
        }
    }
    MISSING_LANGUAGE {
        code: "text/missing-language",
        severity: Warning,
        since: 1,
        judges: Text(Facts::ANY, missing_language),
        message: { en: "nobody says in which language this text is", bg: "никой не е казал на какъв език е този текст" },
        help: { en: "give the record a `language`, or write the text as a map such as {\"bg\": \"…\"}", bg: "задайте `language` на записа или запишете текста като съответствие, например {\"bg\": \"…\"}" },
        why: {
            en: "Without its language a text cannot be read aloud, searched by its stems or offered to a reader of that language. obmen does not guess it.",
            bg: "Без езика си текстът не може да се прочете на глас, да се търси по основите на думите или да се предложи на читател на този език. obmen не гадае.",
        }
    }
}

fn empty<'a>(Text { text, .. }: Text<'a>, walk: &mut Walk<'a, '_>) {
    walk.find(&EMPTY)
        .remove(Safety::Certain, Json::from(text))
        .report();
}

fn missing_language<'a>(text: Text<'a>, walk: &mut Walk<'a, '_>) {
    if text.language == Some(UNDETERMINED) && !text.facts.any(Facts::BLANK) {
        walk.find(&MISSING_LANGUAGE).report();
    }
}
