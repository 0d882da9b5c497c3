//! The known word that an unknown one means.

use crate::check::Safety;
use crate::check::walk::Finding;
use crate::value::Json;

/// A word with more bytes is a text, and is not compared.
const LONGEST: usize = 64;

/// Returns the known word that is meant, and how surely: in other letters or with other joints it is the
/// same word; by one of its names, or with a slip of the pen, it is probably meant.
///
/// `names` stand in the order of `words`: the English and the Bulgarian one of each.
fn meant(
    word: &str,
    words: &[&'static str],
    names: &[(&str, &str)],
) -> Option<(&'static str, Safety)> {
    let word = word.trim();
    if word.len() > LONGEST {
        return None;
    }
    let lower = word.to_lowercase();
    let joined = lower.replace([' ', '_'], "-");
    if let Some(same) = words.iter().find(|known| **known == joined) {
        return Some((same, Safety::Certain));
    }
    let named = |(_, (en, bg)): &(_, &(&str, &str))| *en == lower || *bg == lower;
    let by_name = words.iter().zip(names).find(named).map(|(known, _)| *known);
    let meant = by_name.or_else(|| near(&joined, words.iter().copied()));
    meant.map(|known| (known, Safety::Suggested))
}

/// Adds to a finding about an unknown word the known one that is meant, and its mend.
pub(crate) fn with_meant<'w, 'a, 't>(
    finding: Finding<'w, 'a, 't>,
    word: &str,
    words: &[&'static str],
    names: &[(&str, &str)],
) -> Finding<'w, 'a, 't> {
    let Some((known, safety)) = meant(word, words, names) else {
        return finding;
    };
    finding
        .with("meant", known)
        .replace(safety, Json::from(word), Some(Json::from(known)))
}

/// Returns the nearest word and its distance, in letters to change.
pub(crate) fn nearest<'w>(
    word: &str,
    words: impl Iterator<Item = &'w str>,
) -> Option<(usize, &'w str)> {
    // What is long is near to nothing.
    let word = if word.len() > LONGEST { "" } else { word };
    words
        .map(|known| (strsim::osa_distance(known, word), known))
        .min_by_key(|(distance, _)| *distance)
}

/// Returns the nearest word when it differs in at most a third of its letters.
pub(crate) fn near<'w>(word: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    nearest(word, words)
        .filter(|(distance, known)| *distance <= known.chars().count() / 3)
        .map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_by_letters_names_and_slips() {
        const WORDS: &[&str] = &["lead", "municipal-council"];
        const NAMES: &[(&str, &str)] = &[
            ("lead", "водеща организация"),
            ("municipal council", "общински съвет"),
        ];
        for (word, expected) in [
            (" Lead", Some(("lead", Safety::Certain))),
            (
                "Municipal_Council",
                Some(("municipal-council", Safety::Certain)),
            ),
            (
                "Общински съвет",
                Some(("municipal-council", Safety::Suggested)),
            ),
            ("laed", Some(("lead", Safety::Suggested))),
            ("boss", None),
            ("", None),
        ] {
            assert_eq!(meant(word, WORDS, NAMES), expected, "{word}");
        }
        assert_eq!(meant(&"lead".repeat(100), WORDS, NAMES), None);
    }
}
