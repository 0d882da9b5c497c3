//! The personal number of a Bulgarian, EGN (ЕГН), which a record must not show.

use crate::value::Date;

/// True for ten digits that are a personal number of a Bulgarian: a day of birth and a right check digit.
///
/// The form is that of the Law on Civil Registration: two digits each of year, month and day, the month with 20 more
/// for births before 1900 and 40 more for those after 1999; three digits of the serial; the check digit, the sum
/// with the weights 2, 4, 8, 5, 10, 9, 7, 3, 6 modulo 11 modulo 10. Of all numbers of ten digits, 1.0957 % are such.
///
/// ```
/// use obmen::value::is_egn;
/// assert!(is_egn("7523169263"));
/// assert!(!is_egn("7523169262"));
/// ```
#[must_use]
pub fn is_egn(number: &str) -> bool {
    let Ok(bytes) = <[u8; 10]>::try_from(number.as_bytes()) else {
        return false;
    };
    if !bytes.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let [body @ .., check] = bytes.map(|byte| u16::from(byte - b'0'));
    let weights = [2, 4, 8, 5, 10, 9, 7, 3, 6];
    let sum: u16 = body.iter().zip(weights).map(|(d, w)| d * w).sum();
    sum % 11 % 10 == check && is_birth(&body)
}

/// True when the first six digits are a day of the 19th, 20th or 21st century.
fn is_birth(digits: &[u16; 9]) -> bool {
    let pair = |at| match digits.get(at..at + 2) {
        Some([tens, ones]) => tens * 10 + ones,
        _ => 0,
    };
    let (century, month) = match pair(2) {
        month @ 1..=12 => (1900, month),
        month @ 21..=32 => (1800, month - 20),
        month @ 41..=52 => (2000, month - 40),
        _ => return false,
    };
    let small = |number: u16| u8::try_from(number).unwrap_or_default();
    Date::new(century + pair(0), small(month), small(pair(4))).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the documentation and the rule's page say of false alarms, exactly.
    #[test]
    fn of_random_numbers_one_in_ninety_one_looks_like_one() {
        let day = |number: u32| {
            let text = format!("{number:06}000");
            let digits: Vec<u16> = text.bytes().map(|byte| u16::from(byte - b'0')).collect();
            is_birth(&digits.try_into().unwrap())
        };
        let days = (0..1_000_000).filter(|number| day(*number)).count();
        // The days of three centuries, 36524 + 36524 + 36525.
        assert_eq!(days, 109_573);
        // Every first nine digits of a day have one right check digit: 109 573 in a million, by ten.
        for body in (0..1000).map(|serial| format!("800229{serial:03}")) {
            let right = (0..10).filter(|check| is_egn(&format!("{body}{check}")));
            assert_eq!(right.count(), 1, "{body}");
        }
    }

    #[test]
    fn days_of_birth() {
        for (number, holds) in [
            ("7523169263", true),
            ("8032056031", true),
            ("752316926", false),
            ("75231692630", false),
            ("752316926x", false),
            ("7552010005", true),
            ("7553010000", false),
            ("7502290002", false),
            ("7602290006", true),
        ] {
            assert_eq!(is_egn(number), holds, "{number}");
        }
    }
}
