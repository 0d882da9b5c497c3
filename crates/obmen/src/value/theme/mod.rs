//! Themes: what practices of local government are about, in words that registers share.

mod table;

use crate::check::Texts;
use crate::rules::words::near;
use table::{NAMES, THEMES};

/// A theme of the vocabulary.
///
/// The vocabulary covers local government in 33 words. An application that has its own gives it to
/// the [`Context`](crate::Context::with_themes).
#[derive(Debug)]
#[non_exhaustive]
pub struct Theme {
    /// The word in a record, such as `social-services`.
    pub slug: &'static str,
    /// The division, 1 to 10, under which its spending counts (Classification of the Functions of
    /// Government, COFOG 1999, United Nations).
    pub division: u8,
    /// Its name.
    pub label: Texts,
}

const fn row(slug: &'static str, division: u8, en: &'static str, bg: &'static str) -> Theme {
    Theme {
        slug,
        division,
        label: Texts { en, bg },
    }
}

impl Theme {
    /// Returns all themes, by their words.
    #[must_use]
    pub fn all() -> &'static [Theme] {
        &THEMES
    }

    /// Returns the theme of a word.
    ///
    /// ```
    /// use obmen::{check::Language, value::theme::Theme};
    /// let theme = Theme::by_slug("waste").unwrap();
    /// assert_eq!((theme.division, theme.label.get(Language::Bg)), (5, "Управление на отпадъците"));
    /// ```
    #[must_use]
    pub fn by_slug(slug: &str) -> Option<&'static Theme> {
        let place = THEMES.binary_search_by(|theme| theme.slug.cmp(slug)).ok()?;
        THEMES.get(place)
    }

    /// Returns the theme of a name, English or Bulgarian, in any case.
    ///
    /// ```
    /// use obmen::value::theme::Theme;
    /// assert_eq!(Theme::by_name("околна среда").unwrap().slug, "environment");
    /// ```
    #[must_use]
    pub fn by_name(name: &str) -> Option<&'static Theme> {
        let name = name.trim().to_lowercase();
        let place = NAMES
            .binary_search_by(|(known, _)| (*known).cmp(&name))
            .ok()?;
        THEMES.get(usize::from(NAMES.get(place)?.1))
    }

    /// Returns the theme of a name in which some letters may be wrong.
    pub(crate) fn meant(name: &str) -> Option<&'static Theme> {
        Self::by_name(name).or_else(|| {
            let name = name.trim().to_lowercase();
            let near = near(&name, NAMES.iter().map(|(known, _)| *known))?;
            Self::by_name(near)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Language;

    #[test]
    fn every_theme_is_found_by_its_word_and_its_names() {
        assert!(THEMES.is_sorted_by(|a, b| a.slug < b.slug));
        assert!(NAMES.is_sorted_by(|a, b| a.0 < b.0));
        assert_eq!(THEMES.len(), 33, "the number in the documentation");
        for theme in Theme::all() {
            assert!(std::ptr::eq(Theme::by_slug(theme.slug).unwrap(), theme));
            for language in [Language::En, Language::Bg] {
                let name = theme.label.get(language);
                assert!(std::ptr::eq(Theme::by_name(name).unwrap(), theme), "{name}");
            }
        }
        for none in ["", "Waste", "околна-среда", "zzz"] {
            assert!(Theme::by_slug(none).is_none(), "{none}");
        }
    }

    #[test]
    fn the_divisions_of_local_spending_are_covered() {
        // Defence, the second, is the state's.
        for division in [1, 3, 4, 5, 6, 7, 8, 9, 10] {
            assert!(Theme::all().iter().any(|theme| theme.division == division));
        }
    }
}
