//! `EU-VAT`: a number for value added tax in the European Union, with the letters of its country.
//!
//! Source: Council Directive 2006/112/EC, articles 214 and 215, and the forms that VIES publishes. Greece writes `EL`,
//! Northern Ireland `XI`, the one-stop shop for suppliers from outside `EU`.

mod countries;

use std::borrow::Cow;

use super::digits::formed;
use super::{Fault, Scheme, form};
use countries::COUNTRIES;

pub(super) static SCHEME: Scheme = Scheme {
    code: "EU-VAT",
    country: "",
    form: form(
        "country-and-its-form",
        "the two letters of the country and its own form are wanted, such as `BG130007884`",
        "трябват двете букви на държавата и нейната форма, например `BG130007884`",
    ),
    starts: &[
        ("VAT", ""),
        ("ДДС", ""),
        ("ИНПОЗДДС", ""),
        ("БГ", "BG"),
        ("GR", "EL"),
    ],
    only_digits: false,
    read,
};

/// A country's own rule.
struct Country {
    /// The letters before its numbers.
    prefix: &'static str,
    /// Judges what follows them.
    judge: fn(&str) -> Result<(), Fault>,
}

fn read(value: Cow<'_, str>) -> Result<Cow<'_, str>, Fault> {
    let (prefix, rest) = value.split_at_checked(2).ok_or(Fault::Form)?;
    let at = COUNTRIES
        .binary_search_by(|country| country.prefix.cmp(prefix))
        .map_err(|_| Fault::Form)?;
    let country = COUNTRIES.get(at).ok_or(Fault::Form)?;
    formed(rest.bytes().any(|byte| byte != b'0'))?;
    // Old numbers of Belgium and Greece have a digit less, and have got a zero since.
    if matches!((prefix, rest.len()), ("BE", 9) | ("EL", 8)) {
        let padded = format!("{prefix}0{rest}");
        (country.judge)(padded.get(2..).unwrap_or_default())?;
        return Ok(Cow::Owned(padded));
    }
    (country.judge)(rest)?;
    Ok(value)
}

/// True when holders of a number with these letters may sit in a country, ISO 3166.
pub(super) fn fits(prefix: &str, country: &str) -> bool {
    match prefix {
        "EL" => country == "GR",
        "XI" => country == "GB",
        "EU" => true,
        "FI" => matches!(country, "FI" | "AX"),
        "FR" => matches!(
            country,
            "FR" | "MC" | "GF" | "GP" | "MQ" | "RE" | "YT" | "MF" | "BL" | "PM"
        ),
        _ => prefix == country,
    }
}
