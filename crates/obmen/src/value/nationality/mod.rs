//! Nationalities: the country that an adjective such as `италиански` or `Italian` points to.

mod table;

use table::NATIONALITIES;

/// What an adjective of nationality says.
///
/// European countries and their neighbours are known, in Bulgarian and English.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Nationality {
    /// The adjective: in Bulgarian without its ending, in English whole.
    pub stem: &'static str,
    /// The country, ISO 3166-1 alpha-2.
    pub country: &'static str,
    /// The language of the country, BCP 47; empty where it has several.
    pub language: &'static str,
}

const fn row(stem: &'static str, country: &'static str, language: &'static str) -> Nationality {
    Nationality {
        stem,
        country,
        language,
    }
}

/// Endings of a Bulgarian adjective in -ки: gender, number, article; the longer first.
const ENDINGS: [&str; 8] = ["ият", "ите", "ата", "ото", "ия", "и", "а", "о"];

impl Nationality {
    /// Returns the nationality that the word states, in any case and, in Bulgarian, any form.
    #[must_use]
    pub fn of_adjective(word: &str) -> Option<&'static Self> {
        let word = word.to_lowercase();
        if word.is_ascii() {
            return Self::of_stem(&word);
        }
        ENDINGS
            .iter()
            .find_map(|ending| Self::of_stem(word.strip_suffix(ending)?))
    }

    fn of_stem(stem: &str) -> Option<&'static Self> {
        let at = NATIONALITIES
            .binary_search_by(|row| row.stem.cmp(stem))
            .ok()?;
        NATIONALITIES.get(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_form_of_the_adjective_is_understood() {
        for (word, country, language) in [
            ("италианския", "IT", "it"),
            ("Италиански", "IT", "it"),
            ("италианската", "IT", "it"),
            ("гръцкото", "GR", "el"),
            ("чешките", "CZ", "cs"),
            ("немска", "DE", "de"),
            ("Italian", "IT", "it"),
            ("DUTCH", "NL", "nl"),
            ("белгийският", "BE", ""),
        ] {
            let found = Nationality::of_adjective(word).unwrap();
            assert_eq!(
                (found.country, found.language),
                (country, language),
                "{word}"
            );
        }
        for word in ["италианец", "партньорски", "Italy", "итали", ""] {
            assert_eq!(Nationality::of_adjective(word), None, "{word}");
        }
        assert!(NATIONALITIES.is_sorted_by(|a, b| a.stem < b.stem));
    }
}
