//! `IT-PIVA`: the Italian VAT number, partita IVA.
//!
//! Source: Decree of the President of the Republic 633/1972 and the Agenzia delle Entrate. Form: 11 digits: 7 of the
//! holder, 3 of the province of the office, the check digit by Luhn.

use std::borrow::Cow;

use super::digits::{digits, formed, luhn, part, right};
use super::{Fault, Scheme, form};

pub(super) static SCHEME: Scheme = Scheme {
    code: "IT-PIVA",
    country: "IT",
    form: form(
        "11-digits",
        "11 digits are wanted, the eighth to the tenth those of a province",
        "трябват 11 цифри, от осмата до десетата – на провинция",
    ),
    starts: &[("PIVA", ""), ("PARTITAIVA", ""), ("VAT", ""), ("IT", "")],
    only_digits: true,
    read,
};

fn read(value: Cow<'_, str>) -> Result<Cow<'_, str>, Fault> {
    eleven(&value)?;
    Ok(value)
}

/// Judges the eleven digits.
pub(super) fn eleven(value: &str) -> Result<(), Fault> {
    let digits: [u32; 11] = digits(value)?;
    // Offices 120 and 121 of foreign trade and tax, 888 and 999 of holders abroad.
    let province = matches!(part(&digits, 7..10), 1..=100 | 120 | 121 | 888 | 999);
    formed(part(&digits, 0..7) != 0 && province)?;
    right(luhn(digits.iter()).is_multiple_of(10))
}
