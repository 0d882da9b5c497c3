//! `BG-EIK`: the number of the Bulgarian Commercial Register and of BULSTAT (ЕИК, БУЛСТАТ).
//!
//! Source: Law on the BULSTAT Register, and the ordinance on it. Form: 9 digits, or 13 for a branch or a part, whose
//! first nine are those of the whole. Leading zeros count.

use std::borrow::Cow;

use super::digits::{digits, formed, right, sum};
use super::{Fault, Scheme, form};

pub(super) static SCHEME: Scheme = Scheme {
    code: "BG-EIK",
    country: "BG",
    form: form(
        "9-or-13-digits",
        "9 or 13 digits are wanted, not all zero",
        "трябват 9 или 13 цифри, не само нули",
    ),
    // By the law on value added tax the VAT number of a holder of an EIK is `BG` before it.
    starts: &[
        ("ЕИК", ""),
        ("EIK", ""),
        ("БУЛСТАТ", ""),
        ("BULSTAT", ""),
        ("BG", ""),
        ("БГ", ""),
    ],
    only_digits: true,
    read,
};

fn read(value: Cow<'_, str>) -> Result<Cow<'_, str>, Fault> {
    if value.len() == 13 {
        thirteen(&value)?;
    } else {
        nine(&value)?;
    }
    Ok(value)
}

/// Judges the nine digits of a whole organisation.
pub(super) fn nine(value: &str) -> Result<(), Fault> {
    let number: [u32; 9] = digits(value)?;
    formed(number != [0; 9])?;
    let [body @ .., check] = number;
    let ways = [[1, 2, 3, 4, 5, 6, 7, 8], [3, 4, 5, 6, 7, 8, 9, 10]];
    right(check == twice(&body, &ways))
}

fn thirteen(value: &str) -> Result<(), Fault> {
    let [_, _, _, _, _, _, _, _, part @ .., check] = digits::<13>(value)?;
    nine(value.get(..9).unwrap_or_default())?;
    right(check == twice(&part, &[[2, 7, 3, 5], [4, 9, 5, 7]]))
}

/// The remainder by 11 with the first weights; if that is 10, with the second; if that is 10 too, 0.
fn twice<const N: usize>(body: &[u32], ways: &[[u32; N]; 2]) -> u32 {
    let mut checks = ways.iter().map(|weights| sum(body, weights) % 11);
    checks.find(|check| *check < 10).unwrap_or(0)
}
