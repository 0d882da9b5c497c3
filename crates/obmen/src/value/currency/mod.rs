//! Currencies, by their codes (ISO 4217).

mod table;

use table::{CODES, SIGNS};

/// True for a code in use, or of a currency that has been withdrawn, such as `BGN`.
pub(crate) fn is_code(code: &str) -> bool {
    CODES.binary_search(&code).is_ok()
}

/// Returns the code that is meant by one in other letters, and whether that is certain: a code in small
/// letters and the sign of the euro are, other signs and words may stand for several currencies.
pub(crate) fn meant(text: &str) -> Option<(&'static str, bool)> {
    let text = text.trim();
    let upper = text.to_uppercase();
    if let Ok(at) = CODES.binary_search(&upper.as_str()) {
        return Some((CODES.get(at)?, true));
    }
    let lower = text.to_lowercase();
    let at = SIGNS
        .binary_search_by(|(sign, _)| (*sign).cmp(&lower))
        .ok()?;
    let (sign, code) = SIGNS.get(at)?;
    Some((code, *sign == "€"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_signs_and_words() {
        assert!(CODES.is_sorted() && SIGNS.is_sorted());
        assert!(SIGNS.iter().all(|(_, code)| is_code(code)));
        for (text, expected) in [
            ("eur", Some(("EUR", true))),
            (" EUR ", Some(("EUR", true))),
            ("€", Some(("EUR", true))),
            ("Евро", Some(("EUR", false))),
            ("лв.", Some(("BGN", false))),
            ("$", Some(("USD", false))),
            ("XYZ", None),
            ("", None),
        ] {
            assert_eq!(meant(text), expected, "{text}");
        }
    }
}
