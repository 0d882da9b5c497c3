//! Territories: the NUTS regions of Europe by version, and Bulgaria's municipalities (LAU), by code, name and abbreviation.

mod table;

use super::lookup;
use super::transliteration::slug;
use table::{ABBREVIATIONS, DISTRICTS, KEYS, LENGTHS, NAMES, ROWS, STARTS, SUCCESSORS};

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

/// The versions of NUTS that the table knows, by the year after which they are called.
pub const VERSIONS: [u16; 6] = [2006, 2010, 2013, 2016, 2021, 2024];

/// A territory: a NUTS region of one of 40 countries in any version since 2006, or a municipality of Bulgaria.
///
/// Codes are those of NUTS (Greece is `EL`, the United Kingdom `UK`) and, for the 265 municipalities, of EKATTE. The
/// municipalities of other countries are not known, nor the `Z` codes that statistics use for no region at all.
/// Source: Eurostat/GISCO NUTS 2024, JRC NUTS Converter; National Statistical Institute of Bulgaria.
///
/// ```
/// use obmen::value::territory::{Level, Territory};
/// let smolyan = Territory::by_code("BG424").unwrap();
/// assert_eq!((smolyan.level, smolyan.name_bg()), (Level::Nuts3, "Смолян"));
/// assert_eq!(Territory::by_code("ITH36").unwrap().name_en(), "Padova");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Territory {
    /// The NUTS or LAU code, `BG424` or `VTR28`.
    pub code: &'static str,
    /// The level of the hierarchy.
    pub level: Level,
    place: u16,
}

/// The bytes of a row: five of the code, one of its versions, and the end of the line.
const ROW: usize = 7;

/// The sign of a municipality, where a region has its versions.
const MUNICIPALITY: u8 = b'.';

impl Territory {
    /// Returns the territory with exactly this code, of any version.
    #[must_use]
    pub fn by_code(code: &str) -> Option<Self> {
        let (first, second, rest) = match *code.as_bytes() {
            [first, second] => (first, second, *b"   "),
            [first, second, a] => (first, second, [a, b' ', b' ']),
            [first, second, a, b] => (first, second, [a, b, b' ']),
            [first, second, a, b, c] => (first, second, [a, b, c]),
            _ => return None,
        };
        let number = |[a, b, c]: [u8; 3]| u32::from_be_bytes([0, a, b, c]);
        let (low, high) = rows_of(first, second)?;
        let rows = ROWS.as_bytes().as_chunks::<ROW>().0;
        let rows = rows.get(usize::from(low)..usize::from(high))?;
        let place = rows
            .binary_search_by_key(&number(rest), |[_, _, a, b, c, ..]| number([*a, *b, *c]))
            .ok()?;
        // A blank in the code is no end of it.
        Self::at(low + u16::try_from(place).ok()?).filter(|found| found.code.len() == code.len())
    }

    /// The territory in this row.
    fn at(place: u16) -> Option<Self> {
        let code = ROWS.get(usize::from(place) * ROW..)?.get(..5)?.trim_end();
        let level = match code.len() {
            _ if mark(place) == MUNICIPALITY => Level::Lau,
            2 => Level::Country,
            3 => Level::Nuts1,
            4 => Level::Nuts2,
            _ => Level::Nuts3,
        };
        Some(Self { code, level, place })
    }

    /// Returns all territories, in the order of their codes.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=u16::MAX).map_while(Self::at)
    }

    /// Returns the territory of Bulgaria that this abbreviation stands for, `ЮЦР` in capitals.
    #[must_use]
    pub fn by_abbreviation(abbreviation: &str) -> Option<Self> {
        lookup::value(ABBREVIATIONS, abbreviation).and_then(Self::by_code)
    }

    /// Returns the territories of Bulgaria of a level that bear this name, in the order of their codes.
    ///
    /// Bulgarian and Latin spellings are accepted, in any case, with spaces or hyphens, in the official transliteration
    /// or another usual one (`Veliko Turnovo`, `Pazardjik`, `Rousse`). Two municipalities are called `Бяла`: more than
    /// one answer means that the name alone does not decide.
    pub fn by_name(name: &str, level: Level) -> impl Iterator<Item = Self> + use<> {
        Self::named(name).filter(move |territory| territory.level == level)
    }

    /// Returns the territories of Bulgaria of any level that bear this name.
    pub(crate) fn named(name: &str) -> impl Iterator<Item = Self> + use<> {
        lookup::value(KEYS, &key(name))
            .unwrap_or_default()
            .split(' ')
            .filter_map(Self::by_code)
    }

    /// The names as they stand in the table.
    fn names(&self) -> (&'static str, &'static str) {
        let place = usize::from(self.place);
        let before: usize = LENGTHS
            .iter()
            .take(place)
            .map(|length| usize::from(*length) + 1)
            .sum();
        let length = LENGTHS.get(place).map_or(0, |length| usize::from(*length));
        let names = NAMES.get(before..before + length).unwrap_or_default();
        names.split_once('\t').unwrap_or((names, ""))
    }

    /// Returns the name in Bulgarian, without the word for its level; empty for territories of other countries.
    #[must_use]
    pub fn name_bg(&self) -> &'static str {
        self.names().1
    }

    /// Returns the name in Latin letters, in the language of the place, without the word for its level; empty for a
    /// code that is no longer current.
    #[must_use]
    pub fn name_en(&self) -> &'static str {
        self.names().0
    }

    /// Returns the usual abbreviation of a planning region of Bulgaria, `ЮЦР`; mostly empty.
    #[must_use]
    pub fn abbreviation(&self) -> &'static str {
        ABBREVIATIONS
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .find(|(_, code)| *code == self.code)
            .map_or("", |(short, _)| short)
    }

    /// Returns the country, ISO 3166-1 alpha-2: `GR` for `EL30`, `BG` for `VTR28`.
    ///
    /// ```
    /// use obmen::value::territory::Territory;
    /// assert_eq!(Territory::by_code("EL522").unwrap().country(), "GR");
    /// ```
    #[must_use]
    pub fn country(&self) -> &'static str {
        match self.code.get(..2).unwrap_or_default() {
            _ if self.level == Level::Lau => "BG",
            "EL" => "GR",
            "UK" => "GB",
            code => code,
        }
    }

    /// The code by which the territory lies in the hierarchy of NUTS: its own, or that of a municipality's district.
    fn nuts(&self) -> &'static str {
        if self.level == Level::Lau {
            let district = self.code.get(..3).unwrap_or_default();
            district_code(district).unwrap_or_default()
        } else {
            self.code
        }
    }

    /// Returns the territory above this one; a country has none.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let nuts = self.nuts();
        Self::by_code(match self.level {
            Level::Country => return None,
            Level::Lau => nuts,
            _ => nuts.get(..nuts.len() - 1)?,
        })
    }

    /// Returns the territories above this one, the nearest first.
    pub fn ancestors(&self) -> impl Iterator<Item = Self> + use<> {
        std::iter::successors(self.parent(), Self::parent)
    }

    /// Returns true when the code is this territory's own or lies below it.
    ///
    /// A code outside the table lies nowhere. Codes of different versions are compared as they are written: `FRK`
    /// does not contain `FR71`, which became `FRK2`.
    #[must_use]
    pub fn contains(&self, code: &str) -> bool {
        self.code == code || Self::by_code(code).is_some_and(|inner| self.holds(inner))
    }

    fn holds(&self, inner: Self) -> bool {
        self.code == inner.code || self.level != Level::Lau && inner.nuts().starts_with(self.code)
    }

    /// Returns true when neither territory holds the other, as far as their codes tell: one that is not current says
    /// too little.
    #[must_use]
    pub fn is_apart_from(&self, other: Self) -> bool {
        !self.holds(other) && !other.holds(*self) && self.is_current() && other.is_current()
    }

    /// Returns the versions of NUTS that have the code, from the oldest; codes lapse and return.
    ///
    /// A municipality has none: EKATTE has no versions.
    ///
    /// ```
    /// use obmen::value::territory::Territory;
    /// let troms = Territory::by_code("NO072").unwrap();
    /// assert!(troms.versions().eq([2006, 2010, 2013, 2016, 2024]));
    /// ```
    pub fn versions(&self) -> impl Iterator<Item = u16> + use<> {
        let mask = self.mask();
        VERSIONS
            .into_iter()
            .enumerate()
            .filter(move |(at, _)| mask >> at & 1 == 1)
            .map(|(_, version)| version)
    }

    /// The versions as bits, from the oldest.
    fn mask(&self) -> u8 {
        match mark(self.place) {
            MUNICIPALITY => 0,
            mark => mark.wrapping_sub(b'0'),
        }
    }

    /// Returns true when the newest version of NUTS that has the country has the code, and for every municipality.
    ///
    /// The United Kingdom left NUTS after 2021: its codes of that version are its last and stay current.
    #[must_use]
    pub fn is_current(&self) -> bool {
        // The first row of a country is the country itself, with the versions of all its regions.
        let newest = match *self.code.as_bytes() {
            [first, second, ..] => rows_of(first, second).map_or(0, |(country, _)| mark(country)),
            _ => 0,
        };
        let mask = self.mask();
        mask == 0 || mask.leading_zeros() == newest.wrapping_sub(b'0').leading_zeros()
    }

    /// Returns the current territories that took over the area of one whose code is not current.
    ///
    /// None for a current one, and for the few (23 of 633) whose area nobody's list traces.
    ///
    /// ```
    /// use obmen::value::territory::Territory;
    /// let mut heirs = Territory::by_code("ITC45").unwrap().successors();
    /// assert!(heirs.map(|heir| heir.code).eq(["ITC4C", "ITC4D"]));
    /// ```
    pub fn successors(&self) -> impl Iterator<Item = Self> + use<> {
        self.heirs()
            .trim_start_matches('=')
            .split(' ')
            .filter_map(Self::by_code)
    }

    /// Returns the current territory of the same area that only has another code now.
    ///
    /// ```
    /// use obmen::value::territory::Territory;
    /// let renamed = Territory::by_code("FR24").unwrap().recoded();
    /// assert_eq!(renamed.map(|territory| territory.code), Some("FRB0"));
    /// assert_eq!(Territory::by_code("ITC45").unwrap().recoded(), None);
    /// ```
    #[must_use]
    pub fn recoded(&self) -> Option<Self> {
        self.heirs().strip_prefix('=').and_then(Self::by_code)
    }

    fn heirs(&self) -> &'static str {
        lookup::value(SUCCESSORS, self.code).unwrap_or_default()
    }
}

/// Returns the country of a territory's code, ISO 3166-1 alpha-2; `None` when the code is not known.
///
/// ```
/// use obmen::value::territory::country_of;
/// assert_eq!(country_of("UKI31"), Some("GB"));
/// assert_eq!(country_of("SML31"), Some("BG"));
/// ```
#[must_use]
pub fn country_of(code: &str) -> Option<&'static str> {
    Territory::by_code(code).map(|territory| territory.country())
}

/// Returns true when a country of NUTS begins its codes with these two capital letters.
pub(crate) fn is_nuts_country(code: &str) -> bool {
    code.len() == 2 && Territory::by_code(code).is_some()
}

/// Returns true when the letters begin the codes of the municipalities of a district, `VTR`.
pub(crate) fn is_district(letters: &str) -> bool {
    district_code(letters).is_some()
}

/// Returns the NUTS code of the district whose municipalities' codes begin with the letters: a line of `DISTRICTS` is
/// `VTR`, a tab, `BG321` and the end of the line.
fn district_code(letters: &str) -> Option<&'static str> {
    const LINE: usize = 10;
    let lines = DISTRICTS.as_bytes().as_chunks::<LINE>().0;
    let letters: [u8; 3] = letters.as_bytes().try_into().ok()?;
    let place = lines
        .binary_search_by_key(&letters, |[a, b, c, ..]| [*a, *b, *c])
        .ok()?;
    DISTRICTS.get(place * LINE + 4..place * LINE + 9)
}

/// Returns true when the text is a code of a settlement in EKATTE: five digits, the last of which checks the others.
///
/// The check digit is the sum of the first four times 1, 2, 3, 4 modulo 11; where that is 10, times 3, 4, 5, 6, and 0
/// where that is 10 again. (Derived from and held to all 261 codes of the centres of municipalities; National
/// Statistical Institute, ЕКАТТЕ: "modulo 11".) Whether there is such a settlement it does not say.
///
/// ```
/// use obmen::value::territory::is_settlement;
/// assert!(is_settlement("68134"));
/// assert!(!is_settlement("68143"));
/// ```
#[must_use]
pub fn is_settlement(code: &str) -> bool {
    let Ok(digits) = <[u8; 5]>::try_from(code.as_bytes()) else {
        return false;
    };
    if !digits.iter().all(u8::is_ascii_digit) || code == "00000" {
        return false;
    }
    let [a, b, c, d, check] = digits.map(|digit| u32::from(digit - b'0'));
    let sum = match (a + 2 * b + 3 * c + 4 * d) % 11 {
        10 => (3 * a + 4 * b + 5 * c + 6 * d) % 11 % 10,
        sum => sum,
    };
    sum == check
}

/// The rows of the codes that begin with two capital letters.
fn rows_of(first: u8, second: u8) -> Option<(u16, u16)> {
    if !(first.is_ascii_uppercase() && second.is_ascii_uppercase()) {
        return None;
    }
    let at = usize::from(first - b'A') * 26 + usize::from(second - b'A');
    Some((*STARTS.get(at)?, *STARTS.get(at + 1)?))
}

/// What a row says of versions.
fn mark(place: u16) -> u8 {
    ROWS.as_bytes()
        .get(usize::from(place) * ROW + 5)
        .copied()
        .unwrap_or(MUNICIPALITY)
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

    fn bulgaria() -> impl Iterator<Item = Territory> {
        Territory::all().filter(|row| row.country() == "BG")
    }

    #[test]
    fn every_row_is_found_by_code() {
        let mut before = "";
        for row in Territory::all() {
            assert!(before < row.code, "{before} {}", row.code);
            before = row.code;
            assert_eq!(Territory::by_code(row.code), Some(row));
            assert_eq!(row.is_current(), !row.name_en().is_empty(), "{row:?}");
            for above in row.ancestors() {
                assert!(above.level < row.level, "{row:?}");
                assert!(above.contains(row.code) && !row.contains(above.code));
                if row.level != Level::Lau {
                    assert_eq!(row.mask() & !above.mask(), 0, "{row:?}");
                }
            }
            assert_eq!(row.ancestors().count(), row.level as usize, "{row:?}");
        }
        let count = Territory::all().count();
        assert_eq!(count * ROW, ROWS.len());
        assert_eq!(count, LENGTHS.len());
        assert_eq!(NAMES.lines().count(), count);
        for code in [
            "BG999", "", "B", "BG ", "BG4 ", "BG   ", "bg", "БГ", "BG4245", "ZZ", "A0",
        ] {
            assert_eq!(Territory::by_code(code), None, "{code}");
        }
    }

    #[test]
    fn every_row_of_bulgaria_is_found_by_both_names() {
        let mut counts = [0; 5];
        for row in bulgaria() {
            assert!(
                codes(row.name_bg(), row.level).contains(&row.code),
                "{row:?}"
            );
            assert!(
                codes(row.name_en(), row.level).contains(&row.code),
                "{row:?}"
            );
            counts[row.level as usize] += 1;
        }
        assert_eq!(counts, [1, 2, 6, 28, 265]);
    }

    #[test]
    fn countries_have_all_their_regions() {
        let countries = Territory::all().filter(|row| row.level == Level::Country);
        assert_eq!(countries.count(), 40);
        for (code, country, name) in [
            ("EL", "GR", "Elláda"),
            ("UK", "GB", "United Kingdom"),
            ("IT", "IT", "Italia"),
            ("ITH36", "IT", "Padova"),
            ("XK", "XK", "Kosovo/Kosova"),
        ] {
            let found = Territory::by_code(code).unwrap();
            assert_eq!((found.country(), found.name_bg()), (country, ""), "{code}");
            assert!(
                found.name_en().starts_with(name.split('/').next().unwrap()),
                "{}",
                found.name_en()
            );
        }
        let italy = Territory::by_code("IT").unwrap();
        assert!(italy.contains("ITH36") && !italy.contains("BG424"));
    }

    #[test]
    fn codes_have_versions_and_heirs() {
        let mut retired = [0, 0, 0];
        for row in Territory::all() {
            let heirs: Vec<_> = row.successors().collect();
            assert!(row.recoded().is_none_or(|heir| heirs == [heir]), "{row:?}");
            for heir in &heirs {
                assert!(
                    heir.is_current() && heir.country() == row.country(),
                    "{row:?}"
                );
                assert_eq!(heir.level, row.level);
            }
            if row.is_current() {
                assert!(heirs.is_empty(), "{row:?}");
            } else {
                retired[heirs.len().min(2)] += 1;
            }
        }
        assert_eq!(retired, [23, 534, 76]);
        let heirs = |code| -> Vec<_> {
            let found: Territory = Territory::by_code(code).unwrap();
            found.successors().map(|heir| heir.code).collect()
        };
        // Through several versions, to its parts, to what it became a part of.
        assert_eq!(heirs("FR71"), ["FRK2"]);
        assert_eq!(heirs("NO012"), ["NO083", "NO084", "NO085"]);
        assert_eq!(heirs("FR2"), ["FRB", "FRC", "FRD", "FRE", "FRF"]);
        assert_eq!(heirs("BE324"), ["BE328"]);
        let versions = |code| -> Vec<_> {
            let found: Territory = Territory::by_code(code).unwrap();
            found.versions().collect()
        };
        assert_eq!(versions("BG424"), VERSIONS);
        assert_eq!(versions("HR021"), [2006, 2021, 2024]);
        assert_eq!(versions("SML31"), [0_u16; 0]);
        // The last codes of a country that left.
        assert!(Territory::by_code("UKI31").unwrap().is_current());
        assert!(!Territory::by_code("UKI11").unwrap().is_current());
    }

    #[test]
    fn only_two_names_are_ambiguous() {
        for row in bulgaria() {
            let found = codes(row.name_bg(), row.level);
            match row.name_bg() {
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

    #[test]
    fn settlements_have_a_check_digit() {
        for code in ["68134", "67653", "10135", "00084", "87338", "69633"] {
            assert!(is_settlement(code), "{code}");
        }
        for code in ["68135", "00000", "6813", "681344", "6813а", "", "SML31"] {
            assert!(!is_settlement(code), "{code}");
        }
    }
}
