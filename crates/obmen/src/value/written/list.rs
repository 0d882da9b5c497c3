//! Lists as people join them: `А, Б и В`, `A, B and C`.

use crate::check::Language;

/// What a list says of its members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joined {
    /// All of them: `A, B and C`.
    And,
    /// One of them: `A, B or C`.
    Or,
}

/// Returns a list as CLDR writes it for `bg` or `en-GB`: commas, and a word before the last.
///
/// ```
/// use obmen::{check::Language, value::{Joined, list}};
/// assert_eq!(list(&["А", "Б", "В"], Joined::And, Language::Bg), "А, Б и В");
/// assert_eq!(list(&["A", "B"], Joined::Or, Language::En), "A or B");
/// ```
#[must_use]
pub fn list(items: &[impl AsRef<str>], joined: Joined, language: Language) -> String {
    let word = match (joined, language) {
        (Joined::And, Language::En) => " and ",
        (Joined::And, Language::Bg) => " и ",
        (Joined::Or, Language::En) => " or ",
        (Joined::Or, Language::Bg) => " или ",
    };
    let mut out = String::new();
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.push_str(if at + 1 == items.len() { word } else { ", " });
        }
        out.push_str(item.as_ref());
    }
    out
}
