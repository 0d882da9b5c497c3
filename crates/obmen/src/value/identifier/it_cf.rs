//! `IT-CF`: the Italian tax code of an organisation, codice fiscale.
//!
//! Source: Decree of the President of the Republic 605/1973 and the Agenzia delle Entrate. Form: that of a partita
//! IVA, 11 digits. The form of 16 letters and digits is a person's, made of the name and the day of birth.

use std::borrow::Cow;

use super::{Fault, PersonalNumber, Scheme, form, it_piva};

pub(super) static SCHEME: Scheme = Scheme {
    code: "IT-CF",
    country: "IT",
    form: form(
        "11-digits",
        "11 digits are wanted, the eighth to the tenth those of a province",
        "трябват 11 цифри, от осмата до десетата – на провинция",
    ),
    starts: &[("CF", ""), ("CODICEFISCALE", ""), ("IT", "")],
    only_digits: true,
    read,
};

fn read(value: Cow<'_, str>) -> Result<Cow<'_, str>, Fault> {
    if is_personal(&value) {
        return Err(Fault::Personal(PersonalNumber::CodiceFiscale));
    }
    it_piva::eleven(&value)?;
    Ok(value)
}

/// True for what has the form of a person's code, its check letter right or not: a misread one is a person's too.
///
/// Where two people would have the same code, letters from L to V stand for digits.
pub(super) fn is_personal(value: &str) -> bool {
    const FORM: &[u8; 16] = b"AAAAAA00A00A000A";
    value.len() == FORM.len()
        && value.bytes().zip(FORM).all(|(byte, form)| match form {
            b'A' => byte.is_ascii_uppercase(),
            _ => byte.is_ascii_digit() || matches!(byte, b'L'..=b'N' | b'P'..=b'V'),
        })
}
