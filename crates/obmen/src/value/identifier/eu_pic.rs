//! `EU-PIC`: the participant identification code of the European Commission's funding portal.
//!
//! Source: the portal's participant register. Form: 9 digits; no check digit is published.

use std::borrow::Cow;

use super::digits::{digits, formed};
use super::{Fault, Scheme, form};

pub(super) static SCHEME: Scheme = Scheme {
    code: "EU-PIC",
    country: "",
    form: form(
        "9-digits",
        "9 digits are wanted, not all zero",
        "трябват 9 цифри, не само нули",
    ),
    starts: &[("PIC", "")],
    only_digits: true,
    read,
};

fn read(value: Cow<'_, str>) -> Result<Cow<'_, str>, Fault> {
    let number: [u32; 9] = digits(&value)?;
    formed(number != [0; 9])?;
    Ok(value)
}
