//! Codes of registers in the form of org-id.guide: a country or `X` and a letter, a hyphen, the register.

/// The second letters of the countries, by the first: ISO 3166-1 alpha-2, officially assigned.
///
/// Source: ISO 3166-1 as of 2024, facts.
const COUNTRIES: &[&str; 26] = &[
    "DEFGILMOQRSTUWXZ",
    "ABDEFGHIJLMNOQRSTVWYZ",
    "ACDFGHIKLMNORUVWXYZ",
    "EJKMOZ",
    "CEGHRST",
    "IJKMOR",
    "ABDEFGHILMNPQRSTUWY",
    "KMNRTU",
    "DELMNOQRST",
    "EMOP",
    "EGHIMNPRWYZ",
    "ABCIKRSTUVY",
    "ACDEFGHKLMNOPQRSTUVWXYZ",
    "ACEFGILOPRUZ",
    "M",
    "AEFGHKLMNRSTWY",
    "A",
    "EOSUW",
    "ABCDEGHIJKLMNORSTVXYZ",
    "CDFGHJKLMNORTVWZ",
    "AGMSYZ",
    "ACEGINU",
    "FS",
    "",
    "ET",
    "AMW",
];

/// True for a country of ISO 3166-1 in capital letters.
pub(crate) fn is_country(code: &str) -> bool {
    let mut letters = code.chars();
    let (Some(first @ 'A'..='Z'), Some(second), None) =
        (letters.next(), letters.next(), letters.next())
    else {
        return false;
    };
    COUNTRIES
        .iter()
        .zip('A'..)
        .any(|(seconds, letter)| letter == first && seconds.contains(second))
}

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
    !register.is_empty() && named && (international || place == "EU" || is_country(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_those_of_the_standard() {
        assert_eq!(
            COUNTRIES.iter().map(|seconds| seconds.len()).sum::<usize>(),
            249
        );
        assert!(["BG", "GB", "GR", "ZW", "AD"].into_iter().all(is_country));
        assert!(
            !["EL", "UK", "EU", "XX", "bg", "B", "BGR", "БГ", ""]
                .into_iter()
                .any(is_country)
        );
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../../shared/rules/iso3166.csv"
        );
        let Ok(listed) = std::fs::read_to_string(path) else {
            println!("skipped: no list of countries beside the repository");
            return;
        };
        for line in listed.lines().skip(1) {
            assert!(is_country(line.get(..2).unwrap()), "{line}");
        }
    }

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
