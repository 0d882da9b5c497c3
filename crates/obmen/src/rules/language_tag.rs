//! `text/language-tag`: the tags by which texts say their language.

use crate::check::walk::{Walk, test};
use crate::check::{Operation, Rule, Safety};
use crate::value::language::{canonical, is_plain, is_registered, meant};
use crate::value::{Json, LocalisedText};

crate::rules! {
    LANGUAGE_TAG {
        code: "text/language-tag",
        severity: Error,
        since: 2,
        judges: Tag(of_record),
        message: { en: "`{tag}` is not the tag of a language", bg: "`{tag}` не е означение на език" },
        help: { en: "write a tag of BCP 47, such as `bg`, `en` or `sr-Latn`", bg: "използвайте означение по BCP 47, например `bg`, `en` или `sr-Latn`" },
        fix: { en: "write `{better}`", bg: "запишете `{better}`" },
        why: {
            en: "A browser chooses voice, hyphens and fonts by the tag, a search its stems. A tag must follow the grammar of RFC 5646, repeat no part that counts once, and begin with a language that is registered: of two letters one of ISO 639-1, of three any. `cz`, `dk`, `gr` and `ua` are codes of countries, not of their languages.",
            bg: "По означението браузърът избира глас, сричкопренасяне и шрифт, а търсенето – основите на думите. Означението трябва да следва граматиката на RFC 5646, да не повтаря част, която се пише веднъж, и да започва с регистриран език: от две букви – по ISO 639-1, от три – който и да е. `cz`, `dk`, `gr` и `ua` са кодове на държави, а не на езиците им.",
        }
    }
    LANGUAGE_TAG_FORM {
        code: "text/language-tag-form",
        severity: Hint,
        since: 2,
        judges: Localised(of_texts),
        message: { en: "the tag `{tag}` is usually written `{better}`", bg: "означението `{tag}` обикновено се пише `{better}`" },
        help: { en: "write the canonical form of the tag", bg: "запишете означението в каноничния му вид" },
        fix: { en: "write `{better}`", bg: "запишете `{better}`" },
        why: {
            en: "Programs compare tags letter by letter. The canonical form of RFC 5646 has a code of two letters where there is one, the present code for a former one, and small and capital letters at their places: `bg`, `sr-Latn`, `en-GB`.",
            bg: "Програмите сравняват означенията буква по буква. В каноничния вид по RFC 5646 стои код от две букви, ако има такъв, сегашният код вместо някогашния, а малките и главните букви са на местата си: `bg`, `sr-Latn`, `en-GB`.",
        }
    }
}

/// What is wrong with a tag, and what to write instead.
struct Fault {
    rule: &'static Rule,
    better: Option<(Safety, String)>,
}

/// What is wrong with this tag; a report that is full needs no mends.
fn fault(tag: &str, mends: bool) -> Option<Fault> {
    // Nearly every tag is plain; an empty one is another rule's.
    if is_plain(tag) || tag == "und" || tag.trim().is_empty() {
        return None;
    }
    let Some(form) = canonical(tag) else {
        return Some(Fault {
            rule: &LANGUAGE_TAG,
            better: mends.then(|| repaired(tag)).flatten(),
        });
    };
    if !is_registered(&form) {
        return Some(Fault {
            rule: &LANGUAGE_TAG,
            better: mends.then(|| spoken_in(&form)).flatten(),
        });
    }
    (before_singleton(&form) != before_singleton(tag)).then_some(Fault {
        rule: &LANGUAGE_TAG_FORM,
        better: Some((Safety::Certain, form)),
    })
}

/// The part of a well-formed tag whose capitals are a custom; in extensions and private use they are as one likes.
fn before_singleton(tag: &str) -> &str {
    let bytes = tag.as_bytes();
    let singleton = bytes
        .windows(3)
        .position(|three| matches!(three, [b'-', _, b'-']));
    singleton.and_then(|at| tag.get(..at)).unwrap_or(tag)
}

/// The tag that an ill-formed one means: `bg_BG` and a tag between blanks say what they mean, the name of a language
/// needs a person.
fn repaired(tag: &str) -> Option<(Safety, String)> {
    // Longer ones are no slips.
    if tag.len() > 64 {
        return None;
    }
    let plain = tag.trim().replace('_', "-");
    match canonical(&plain).filter(|form| is_registered(form)) {
        Some(form) => Some((Safety::Certain, form)),
        None => Some((Safety::Suggested, meant(tag)?.to_owned())),
    }
}

/// The tag with the language of the country by whose code it begins: `cz` and `cz-CZ`.
fn spoken_in(tag: &str) -> Option<(Safety, String)> {
    let language = tag.split('-').next().unwrap_or_default();
    let rest = tag.get(language.len()..)?;
    Some((Safety::Suggested, format!("{}{rest}", meant(language)?)))
}

fn of_record<'a>(tag: &'a str, is_key: bool, walk: &mut Walk<'a, '_>) {
    // The keys of texts are judged beside their neighbours, below.
    if is_key {
        return;
    }
    let Some(Fault { rule, better }) = fault(tag, !walk.is_full()) else {
        return;
    };
    let finding = walk.find(rule).with("tag", tag);
    match better {
        Some((safety, better)) => finding.with("better", better.as_str()).replace(
            safety,
            Json::from(tag),
            Some(Json::from(better)),
        ),
        None => finding,
    }
    .report();
}

fn of_texts<'a>(texts: &'a LocalisedText<'_>, walk: &mut Walk<'a, '_>) {
    for (tag, text) in texts.iter() {
        let Some(Fault { rule, better }) = fault(tag, !walk.is_full()) else {
            continue;
        };
        let finding = walk.find(rule).at(tag).with("tag", tag);
        match better {
            Some((safety, better)) if is_free(texts, tag, &better) => {
                finding.with("better", better.as_str()).fix(safety, |path| {
                    let parent = path.rfind('/').and_then(|at| path.get(..at));
                    vec![
                        test(path, Json::from(text)),
                        Operation::Move {
                            from: path.to_owned(),
                            path: format!("{}/{better}", parent.unwrap_or_default()),
                        },
                    ]
                })
            }
            Some((_, better)) => finding.with("better", better),
            None => finding,
        }
        .report();
    }
}

/// True when no other text has the better tag: of two texts a person has to say which is right.
fn is_free(texts: &LocalisedText<'_>, tag: &str, better: &str) -> bool {
    // Nobody writes in more languages; a hostile map holds a million.
    const MANY: usize = 64;
    texts.len() <= MANY
        && !texts
            .iter()
            .any(|(other, _)| other != tag && other.eq_ignore_ascii_case(better))
}
