//! Territories: Bulgaria, its regions and districts (NUTS) and its municipalities (LAU), by code, name and abbreviation.

mod table;

use super::transliteration::slug;
use table::{ABBREVIATIONS, NAMES, TERRITORIES};

/// A level of the territorial hierarchy, from the largest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Level {
    /// The country.
    Country,
    /// A group of regions.
    Nuts1,
    /// A planning region.
    Nuts2,
    /// A district (област).
    Nuts3,
    /// A municipality (община).
    Lau,
}

/// A territory with its code, its place in the hierarchy and its names.
///
/// Only Bulgaria is known, as of NUTS 2024.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Territory {
    /// The NUTS or LAU code, `BG424` or `VTR28`.
    pub code: &'static str,
    /// The level of the hierarchy.
    pub level: Level,
    /// The code of the territory above; empty for a country.
    pub parent: &'static str,
    /// The name in Bulgarian, without the word for its level.
    pub name_bg: &'static str,
    /// The name in Latin letters.
    pub name_en: &'static str,
    /// The usual abbreviation, `ЮЦР`; mostly empty.
    pub abbreviation: &'static str,
}

const fn row(
    code: &'static str,
    level: Level,
    parent: &'static str,
    name_bg: &'static str,
    name_en: &'static str,
    abbreviation: &'static str,
) -> Territory {
    Territory {
        code,
        level,
        parent,
        name_bg,
        name_en,
        abbreviation,
    }
}

impl Territory {
    /// Returns the territory with exactly this code.
    #[must_use]
    pub fn by_code(code: &str) -> Option<&'static Self> {
        let at = TERRITORIES
            .binary_search_by(|row| row.code.cmp(code))
            .ok()?;
        TERRITORIES.get(at)
    }

    /// True when the code of some territory begins so.
    pub(crate) fn is_prefix(start: &str) -> bool {
        let at = TERRITORIES.partition_point(|row| row.code < start);
        TERRITORIES
            .get(at)
            .is_some_and(|row| row.code.starts_with(start))
    }

    /// Returns the territory that this abbreviation stands for, `ЮЦР` in capitals.
    #[must_use]
    pub fn by_abbreviation(abbreviation: &str) -> Option<&'static Self> {
        let at = ABBREVIATIONS
            .binary_search_by(|(short, _)| (*short).cmp(abbreviation))
            .ok()?;
        ABBREVIATIONS
            .get(at)
            .and_then(|&(_, place)| TERRITORIES.get(usize::from(place)))
    }

    /// Returns the territories of a level that bear this name, in the order of their codes.
    ///
    /// Bulgarian and Latin spellings are accepted, in any case, with spaces or hyphens, in the official transliteration
    /// or another usual one (`Veliko Turnovo`, `Pazardjik`, `Rousse`). Two municipalities are called `Бяла`: more than
    /// one answer means that the name alone does not decide.
    pub fn by_name(name: &str, level: Level) -> impl Iterator<Item = &'static Self> + use<> {
        let key = key(name);
        let first = NAMES.partition_point(|(known, _)| *known < key.as_str());
        NAMES
            .iter()
            .skip(first)
            .take_while(move |(known, _)| *known == key)
            .filter_map(|&(_, place)| TERRITORIES.get(usize::from(place)))
            .filter(move |territory| territory.level == level)
    }

    /// Returns the territories above this one, the nearest first.
    pub fn ancestors(&self) -> impl Iterator<Item = &'static Self> + use<> {
        std::iter::successors(Self::by_code(self.parent), |above| {
            Self::by_code(above.parent)
        })
    }

    /// Returns true when the code is this territory's own or lies below it.
    ///
    /// A code outside the table lies nowhere.
    #[must_use]
    pub fn contains(&self, code: &str) -> bool {
        Self::by_code(code).is_some_and(|inner| {
            inner.code == self.code || inner.ancestors().any(|above| above.code == self.code)
        })
    }
}

/// What names are looked up by: Latin letters without gaps, the usual spellings made one. `scripts/tables` does the same.
fn key(name: &str) -> String {
    let mut text = slug(name).replace('-', "");
    for (spelling, one) in [
        ("tch", "ch"),
        ("dj", "dzh"),
        ("ou", "u"),
        ("tz", "ts"),
        ("kh", "h"),
        ("y", "i"),
        ("j", "i"),
    ] {
        text = text.replace(spelling, one);
    }
    let mut last = None;
    text.retain(|c| last.replace(c) != Some(c));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(name: &str, level: Level) -> Vec<&'static str> {
        Territory::by_name(name, level)
            .map(|territory| territory.code)
            .collect()
    }

    #[test]
    fn every_row_is_found_by_code_and_by_both_names() {
        let mut counts = [0; 5];
        for row in &TERRITORIES {
            assert_eq!(Territory::by_code(row.code), Some(row));
            assert!(codes(row.name_bg, row.level).contains(&row.code), "{row:?}");
            assert!(codes(row.name_en, row.level).contains(&row.code), "{row:?}");
            counts[row.level as usize] += 1;
        }
        assert_eq!(counts, [1, 2, 6, 28, 265]);
        assert!(TERRITORIES.is_sorted_by(|a, b| a.code < b.code));
        assert!(NAMES.is_sorted());
        assert_eq!(Territory::by_code("BG999"), None);
        assert_eq!(Territory::by_code(""), None);
    }

    #[test]
    fn only_two_names_are_ambiguous() {
        for row in &TERRITORIES {
            let found = codes(row.name_bg, row.level);
            match row.name_bg {
                "Бяла" => assert_eq!(found, ["RSE04", "VAR05"]),
                "София" => assert_eq!(found, ["BG411", "BG412"]),
                _ => assert_eq!(found, [row.code]),
            }
        }
    }

    #[test]
    fn spellings_lead_to_the_same_place() {
        for name in [
            "Велико Търново",
            "ВЕЛИКО ТЪРНОВО",
            "Veliko Tarnovo",
            "Veliko Turnovo",
            "veliko-tarnovo",
        ] {
            assert_eq!(codes(name, Level::Nuts3), ["BG321"], "{name}");
            assert_eq!(codes(name, Level::Lau), ["VTR04"], "{name}");
        }
        for (name, code) in [
            ("Pazardjik", "BG423"),
            ("Kurdzhali", "BG425"),
            ("Kardjali", "BG425"),
            ("Rousse", "BG323"),
            ("Bourgas", "BG341"),
            ("Smolian", "BG424"),
            ("Lovetch", "BG315"),
            ("Софийска", "BG412"),
            ("София-град", "BG411"),
        ] {
            assert_eq!(codes(name, Level::Nuts3), [code], "{name}");
        }
        assert_eq!(codes("Добрич - селска", Level::Lau), ["DOB15"]);
        assert_eq!(codes("Добрич", Level::Lau), ["DOB28"]);
        assert_eq!(codes("Южния централен", Level::Nuts2), ["BG42"]);
        assert_eq!(codes("South-West", Level::Nuts2), ["BG41"]);
        assert!(codes("Padova", Level::Lau).is_empty());
        assert!(codes("", Level::Lau).is_empty());
    }

    #[test]
    fn abbreviations_of_planning_regions() {
        for (short, code) in [
            ("СЗР", "BG31"),
            ("СЦР", "BG32"),
            ("СИР", "BG33"),
            ("ЮИР", "BG34"),
            ("ЮЗР", "BG41"),
            ("ЮЦР", "BG42"),
        ] {
            assert_eq!(
                Territory::by_abbreviation(short).map(|territory| territory.code),
                Some(code)
            );
        }
        assert_eq!(Territory::by_abbreviation(""), None);
        assert_eq!(Territory::by_abbreviation("ЕС"), None);
    }

    #[test]
    fn municipalities_lie_below_their_district() {
        let svishtov = Territory::by_code("VTR28").unwrap();
        let above: Vec<_> = svishtov
            .ancestors()
            .map(|territory| territory.code)
            .collect();
        assert_eq!(above, ["BG321", "BG32", "BG3", "BG"]);
        let district = Territory::by_code("BG321").unwrap();
        assert!(district.contains("VTR28"));
        assert!(district.contains("BG321"));
        assert!(!district.contains("BG3"));
        assert!(!district.contains("BG322"));
        assert!(!district.contains("BG3219"));
        assert!(Territory::by_code("BG").unwrap().contains("SOF46"));
    }
}
