//! Numbers of organisations and of people: what the arithmetic of their check digits guarantees.

use obmen::check::Safety;
use obmen::value::identifier::{Refusal, Scheme, canonical, personal, read};
use obmen::value::is_egn;
use proptest::prelude::*;

/// Schemes and forms whose check digits catch every wrong digit: `9` is drawn, `?` made to fit. The arithmetic of
/// others, such as the EIK, whose remainder of 10 becomes another, lets some pass.
const CATCH_ALL: &[(&str, &str)] = &[
    ("IT-PIVA", "9999999028?"),
    ("IT-CF", "8999999058?"),
    ("XI-LEI", "999900ABCDEF999999??"),
    ("EU-VAT", "ATU9999999?"),
    ("EU-VAT", "BE0999999???"),
    ("EU-VAT", "DE199999???"),
    ("EU-VAT", "DK1999999??"),
    ("EU-VAT", "EE99999999?"),
    ("EU-VAT", "FI9999999??"),
    ("EU-VAT", "FR??19999999?"),
    ("EU-VAT", "HR9999999999?"),
    ("EU-VAT", "HU9999999?"),
    ("EU-VAT", "LU999999??"),
    ("EU-VAT", "MT199999??"),
    ("EU-VAT", "PL99999999??"),
    ("EU-VAT", "SE999999999?01"),
];

/// A sound number of a form, its nines replaced by digits of the seed.
fn sound(scheme: &str, form: &str, seed: &[u8]) -> Option<String> {
    let mut digits = seed
        .iter()
        .cycle()
        .map(|digit| char::from(b'0' + digit % 10));
    let drawn: String = form
        .chars()
        .map(|sign| {
            if sign == '9' {
                digits.next().unwrap()
            } else {
                sign
            }
        })
        .collect();
    let open = form.matches('?').count();
    (0..10_u32.pow(u32::try_from(open).unwrap())).find_map(|check| {
        let check = format!("{check:0open$}");
        let mut check = check.chars();
        let number: String = drawn
            .chars()
            .map(|sign| {
                if sign == '?' {
                    check.next().unwrap()
                } else {
                    sign
                }
            })
            .collect();
        read(scheme, &number).is_ok().then_some(number)
    })
}

/// Every number that has one other digit at one place.
fn with_a_wrong_digit(number: &str) -> Vec<String> {
    let places = number.char_indices().filter(|(_, c)| c.is_ascii_digit());
    places
        .flat_map(|(at, old)| {
            let digits = ('0'..='9').filter(move |new| *new != old);
            digits.map(move |new| format!("{}{new}{}", &number[..at], &number[at + 1..]))
        })
        .collect()
}

proptest! {
    #[test]
    fn a_wrong_digit_is_always_caught_where_the_arithmetic_says_so(
        which in 0..CATCH_ALL.len(),
        seed in proptest::collection::vec(any::<u8>(), 18),
    ) {
        let (scheme, form) = CATCH_ALL[which];
        let number = sound(scheme, form, &seed);
        prop_assume!(number.is_some());
        let number = number.unwrap();
        for wrong in with_a_wrong_digit(&number) {
            prop_assert!(read(scheme, &wrong).is_err(), "{scheme} {number} {wrong}");
        }
    }

    #[test]
    fn a_wrong_last_digit_of_an_eik_is_always_caught(seed in proptest::collection::vec(any::<u8>(), 11)) {
        for form in ["99999999?", "99999999?999?"] {
            let number = sound("BG-EIK", form, &seed).unwrap();
            let last = number.len() - 1;
            for wrong in with_a_wrong_digit(&number).iter().filter(|wrong| wrong[..last] == number[..last]) {
                prop_assert_eq!(read("BG-EIK", wrong), Err(Refusal::Checksum));
            }
        }
    }

    #[test]
    fn a_sound_number_is_read_through_separators_and_mended_from_disguise(
        which in 0..CATCH_ALL.len(),
        seed in proptest::collection::vec(any::<u8>(), 18),
        at in 1..8_usize,
    ) {
        let (scheme, form) = CATCH_ALL[which];
        let number = sound(scheme, form, &seed);
        prop_assume!(number.is_some());
        let number = number.unwrap();
        prop_assert_eq!(read(scheme, &number).unwrap(), &*number);
        for separator in [" ", "-", ".", "\u{a0}", " - "] {
            let written = format!("{}{separator}{}", &number[..at], number[at..].to_lowercase());
            prop_assert_eq!(canonical(scheme, &written), &*number);
        }
        let full: String = number
            .chars()
            .map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap())
            .collect();
        for disguised in [full, format!("{}\u{200b}{}", &number[..at], &number[at..])] {
            let Err(Refusal::Format { better, .. }) = read(scheme, &disguised) else {
                panic!("{scheme} {disguised:?} is accepted")
            };
            prop_assert_eq!(better, Some((number.clone(), Safety::Certain)));
        }
    }

    #[test]
    fn whatever_is_written_is_answered_and_what_is_accepted_is_canonical(
        value in "\\PC{0,24}|[0-9A-Zа-я .-]{0,24}",
        prefix in "[A-Z]{0,2}",
    ) {
        let written = format!("{prefix}{value}");
        for scheme in Scheme::all() {
            match scheme.read(&written) {
                Ok(number) => prop_assert_eq!(scheme.read(&number).unwrap(), &*number),
                Err(Refusal::Format { better: Some((number, _)), .. }) => {
                    // The mend leads on: it is sound, or only its check digits are left to judge.
                    let again = scheme.read(&number);
                    prop_assert!(matches!(again, Ok(_) | Err(Refusal::Checksum)), "{written:?} {number:?}");
                }
                Err(_) => {}
            }
        }
        let _ = (read(&value, &written), personal(&written));
    }

    #[test]
    fn each_day_and_serial_has_one_check_digit(seed in 0..1_000_u32, day in 1..29_u32) {
        let body = format!("8007{day:02}{seed:03}");
        let right: Vec<_> = (0..10).filter(|check| is_egn(&format!("{body}{check}"))).collect();
        prop_assert_eq!(right.len(), 1);
        let written = format!("ЕГН: {body}{}", right[0]);
        prop_assert!(personal(&written).is_some());
    }
}
