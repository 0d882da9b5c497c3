//! Check digits that several registers share. Digits are numbers from 0 to 9, the check digit last.

use std::ops::Range;

use super::Fault;

/// Returns the digits of a number that has exactly `N`.
pub(super) fn digits<const N: usize>(text: &str) -> Result<[u32; N], Fault> {
    let bytes: [u8; N] = text.as_bytes().try_into().map_err(|_| Fault::Form)?;
    if bytes.iter().all(u8::is_ascii_digit) {
        Ok(bytes.map(|byte| u32::from(byte - b'0')))
    } else {
        Err(Fault::Form)
    }
}

/// Returns the number that some digits write; at most twelve of them.
pub(super) fn number(digits: &[u32]) -> u64 {
    digits
        .iter()
        .fold(0, |number, digit| number * 10 + u64::from(*digit))
}

/// Returns the number that the digits at some places write.
pub(super) fn part(digits: &[u32], places: Range<usize>) -> u32 {
    let part = digits.get(places).unwrap_or_default();
    part.iter().fold(0, |number, digit| number * 10 + digit)
}

/// Returns the sum of the products of digits and weights, as many as both have.
pub(super) fn sum(digits: &[u32], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(d, w)| d * w).sum()
}

/// What a check digit says.
pub(super) fn right(holds: bool) -> Result<(), Fault> {
    if holds {
        Ok(())
    } else {
        Err(Fault::CheckDigits)
    }
}

/// What the form of a part says.
pub(super) fn formed(holds: bool) -> Result<(), Fault> {
    if holds { Ok(()) } else { Err(Fault::Form) }
}

/// Returns the sum of Luhn, ISO/IEC 7812-1, which ends in 0 for a right number.
pub(super) fn luhn<'d>(digits: impl DoubleEndedIterator<Item = &'d u32>) -> u32 {
    let doubled = |digit: u32| digit * 2 / 10 + digit * 2 % 10;
    let places = digits.rev().zip([false, true].into_iter().cycle());
    places
        .map(|(digit, twice)| if twice { doubled(*digit) } else { *digit })
        .sum()
}

/// True for a right number by ISO/IEC 7064 MOD 11,10.
pub(super) fn mod_11_10(digits: &[u32]) -> bool {
    digits.iter().fold(5, |check, digit| {
        let check = if check == 0 { 10 } else { check };
        (check * 2 % 11 + digit) % 10
    }) == 1
}

/// Returns the remainder of ISO/IEC 7064 MOD 97-10, letters counting from 10; 1 for a right number.
pub(super) fn mod_97(text: impl Iterator<Item = u8>) -> u32 {
    text.fold(0, |rest, byte| match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        b'A'..=b'Z' => (rest * 100 + u32::from(byte - b'A') + 10) % 97,
        _ => rest,
    })
}
