//! Countries: ISO 3166-1, by code and by name.

mod table;

use super::lookup;
use table::{CODES, COUNTRIES};

/// A country, of the 249 of ISO 3166-1, or Kosovo (`XK`, as Eurostat and CLDR write it).
///
/// ```
/// use obmen::value::country::Country;
/// let italy = Country::by_code("IT").unwrap();
/// assert_eq!((italy.alpha3, italy.name_bg), ("ITA", "Италия"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Country {
    /// The code of two letters, ISO 3166-1 alpha-2.
    pub code: &'static str,
    /// The code of three letters, ISO 3166-1 alpha-3.
    pub alpha3: &'static str,
    /// The name in English (CLDR).
    pub name_en: &'static str,
    /// The name in Bulgarian (CLDR).
    pub name_bg: &'static str,
    /// Other names and codes in use, parted by bars: the `EL` of NUTS, the `UK` of everybody.
    also: &'static str,
}

impl Country {
    /// Returns true when the text is a code of two capital letters that ISO 3166-1 knows. Cheap.
    #[must_use]
    pub fn is_known(code: &str) -> bool {
        lookup::has(&CODES, code, b'A')
    }

    /// Returns the country of this code of two capital letters.
    #[must_use]
    pub fn by_code(code: &str) -> Option<Self> {
        lookup::line(COUNTRIES, code).and_then(Self::of_line)
    }

    fn of_line(line: &'static str) -> Option<Self> {
        let mut fields = line.split('\t');
        let mut next = || fields.next();
        Some(Self {
            code: next()?,
            alpha3: next()?,
            name_en: next()?,
            name_bg: next()?,
            also: next()?,
        })
    }

    /// Returns all countries, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        COUNTRIES.lines().filter_map(Self::of_line)
    }

    /// Returns the country that a text means which is no code: a code in small letters or of three, `UK` and `EL`,
    /// a name in English or Bulgarian, in any case.
    ///
    /// ```
    /// use obmen::value::country::Country;
    /// for text in ["bg", "BGR", "България", "bulgaria"] {
    ///     assert_eq!(Country::meant(text).map(|country| country.code), Some("BG"), "{text}");
    /// }
    /// assert_eq!(Country::meant("EL").map(|country| country.code), Some("GR"));
    /// ```
    #[must_use]
    pub fn meant(text: &str) -> Option<Self> {
        // No name is longer.
        if text.len() > 128 {
            return None;
        }
        let text = text.trim();
        let same = |known: &str| lookup::same(known, text);
        Self::all()
            .find(|country| same(country.code) || same(country.alpha3))
            .or_else(|| {
                Self::all().find(|country| {
                    same(country.name_en)
                        || same(country.name_bg)
                        || country.also.split('|').any(same)
                })
            })
            .filter(|_| !text.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::Country;

    #[test]
    fn every_country_is_found_by_what_it_is_called() {
        for country in Country::all() {
            assert!(Country::is_known(country.code));
            assert_eq!(Country::by_code(country.code), Some(country));
            let small = country.name_bg.to_lowercase();
            for name in [
                country.code,
                country.alpha3,
                country.name_en,
                country.name_bg,
                &small,
            ]
            .into_iter()
            .chain(country.also.split('|').filter(|also| !also.is_empty()))
            {
                assert_eq!(Country::meant(name), Some(country), "{name}");
            }
        }
        assert_eq!(Country::all().count(), 250);
    }

    #[test]
    fn what_is_no_country_is_none() {
        for text in [
            "",
            " ",
            "EU",
            "YU",
            "XX",
            "Б",
            "bulg",
            "Европа",
            "UK|Great Britain",
            &"я".repeat(99),
        ] {
            assert_eq!(Country::meant(text), None, "{text}");
        }
        for code in ["bg", "BGR", "EL", "UK", "", "B", "ВG"] {
            assert_eq!(Country::by_code(code), None, "{code}");
        }
    }
}
