//! Codes of registers in the form of org-id.guide: a country or `X` and a letter, a hyphen, the register.

use crate::value::country::Country;

/// True for a code of this form, whether org-id.guide lists the register or not.
///
/// International registers begin with `X` and a letter, those of the European Union with `EU`.
pub(super) fn is_register(code: &str) -> bool {
    let Some((place, register)) = code.split_once('-') else {
        return false;
    };
    let international = place.len() == 2
        && place.starts_with('X')
        && place.bytes().all(|byte| byte.is_ascii_uppercase());
    let named = register
        .bytes()
        .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_');
    !register.is_empty() && named && (international || place == "EU" || Country::is_known(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn registers_have_a_place() {
        for code in ["BG-EIK", "GB-COH", "XM-DAC", "XI-LEI", "EU-PIC", "US-A_1"] {
            assert!(is_register(code), "{code}");
        }
        for code in [
            "EIK", "bg-EIK", "BG-eik", "ZZ-EIK", "BG-", "-EIK", "BG-EI K", "BG-EIK-1", "X1-A",
            "ЕИК", "",
        ] {
            assert!(!is_register(code), "{code}");
        }
    }
}
