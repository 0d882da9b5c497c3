//! `XI-LEI`: the legal entity identifier.
//!
//! Source: ISO 17442-1. Form: 18 letters and digits and two check digits by ISO/IEC 7064 MOD 97-10, which are never
//! `00`, `01` or `99`: the calculation gives `02` to `98`.

use std::borrow::Cow;

use super::digits::{digits, formed, mod_97, number, right};
use super::{Fault, Scheme, form};

pub(super) static SCHEME: Scheme = Scheme {
    code: "XI-LEI",
    country: "",
    form: form(
        "18-characters-2-digits",
        "18 letters and digits and then 2 digits are wanted",
        "трябват 18 букви и цифри, а след тях 2 цифри",
    ),
    starts: &[("LEI", "")],
    only_digits: false,
    read,
};

fn read(value: Cow<'_, str>) -> Result<Cow<'_, str>, Fault> {
    let alphanumeric = value
        .bytes()
        .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    formed(value.len() == 20 && alphanumeric)?;
    let check: [u32; 2] = digits(value.get(18..).unwrap_or_default())?;
    right(mod_97(value.bytes()) == 1 && (2..=98).contains(&number(&check)))?;
    Ok(value)
}
