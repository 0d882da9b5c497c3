//! Numbers of organisations in registers: the schemes whose form and check digits obmen knows.
//!
//! A scheme is a code in the form of org-id.guide. Spaces, dots and hyphens between the parts of a number, and small
//! letters, are accepted on reading; leading zeros count.

mod alike;
mod bg_eik;
mod digits;
mod eu_pic;
mod eu_vat;
mod it_cf;
mod it_piva;
mod lei;
mod org_id;

use std::borrow::Cow;

use crate::check::{Safety, Term, Texts};
use crate::value::personal_number::is_egn;

/// A register whose numbers can be judged.
///
/// `BG-EIK`, `EU-PIC`, `EU-VAT`, `IT-CF`, `IT-PIVA` and `XI-LEI` are known.
///
/// ```
/// use obmen::value::identifier::Scheme;
/// let register = Scheme::by_code("BG-EIK").unwrap();
/// assert_eq!(register.read("130 007 884").unwrap(), "130007884");
/// assert!(register.read("130007885").is_err());
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Scheme {
    /// The code, in the form of org-id.guide.
    pub code: &'static str,
    /// The country of the register, ISO 3166-1 alpha-2; empty where it has several.
    pub country: &'static str,
    /// What form its numbers have.
    form: Term,
    /// What people write before a number, in capital letters without separators, and what they mean by it.
    starts: &'static [(&'static str, &'static str)],
    /// Whether a letter in a number can only be a digit misread.
    only_digits: bool,
    /// The canonical form of a number in capital letters without separators.
    read: for<'t> fn(Cow<'t, str>) -> Result<Cow<'t, str>, Fault>,
}

static SCHEMES: [&Scheme; 6] = [
    &bg_eik::SCHEME,
    &eu_pic::SCHEME,
    &eu_vat::SCHEME,
    &it_cf::SCHEME,
    &it_piva::SCHEME,
    &lei::SCHEME,
];

/// What is wrong with a number in capital letters without separators.
enum Fault {
    Form,
    CheckDigits,
    Personal(PersonalNumber),
}

/// A number that the state gives to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PersonalNumber {
    /// The Bulgarian EGN (ЕГН).
    Egn,
    /// The Italian codice fiscale of 16 characters.
    CodiceFiscale,
}

/// Why a value is refused.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Refusal {
    /// The scheme has not the form of org-id.guide. The scheme that is meant, where it can be guessed, and how surely.
    UnknownScheme(Option<(Cow<'static, str>, Safety)>),
    /// The number has not the form of its scheme, or characters that only look right.
    Format {
        /// What is wanted instead.
        reason: Term,
        /// The number that is meant, where it can be told, and how surely.
        better: Option<(String, Safety)>,
    },
    /// The check digits do not fit the others.
    Checksum,
    /// It is a person's number; the number itself is not repeated.
    Personal(PersonalNumber),
}

impl Refusal {
    /// Returns the code of the rule that is broken.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::UnknownScheme(_) => "organisation/unknown-scheme",
            Refusal::Format { .. } => "organisation/identifier-format",
            Refusal::Checksum => "organisation/identifier-checksum",
            Refusal::Personal(_) => "text/personal-number",
        }
    }
}

const fn form(code: &'static str, en: &'static str, bg: &'static str) -> Term {
    Term {
        code,
        texts: Texts { en, bg },
    }
}

const LOOK_ALIKE: Term = form(
    "look-alike",
    "a character in it is not what it looks like, or is not seen",
    "в него има знак, който само прилича на верния или не се вижда",
);

/// The longest value that is looked at, in bytes: no number has so many, whatever stands between its digits.
const MAX_VALUE: usize = 128;

impl Scheme {
    /// Returns the scheme of this code.
    #[must_use]
    pub fn by_code(code: &str) -> Option<&'static Scheme> {
        SCHEMES.iter().find(|scheme| scheme.code == code).copied()
    }

    /// Returns every scheme, in the order of their codes.
    pub fn all() -> impl Iterator<Item = &'static Scheme> {
        SCHEMES.iter().copied()
    }

    /// Returns the canonical form of a number: capital letters and digits without separators.
    ///
    /// # Errors
    /// A number of another form, with wrong check digits or of a person is refused, and one with characters that only
    /// look right, though the number that is meant be known.
    pub fn read<'t>(&self, value: &'t str) -> Result<Cow<'t, str>, Refusal> {
        if value.len() > MAX_VALUE {
            return Err(Refusal::Format {
                reason: self.form,
                better: None,
            });
        }
        let written = alike::clean(value);
        let foreign = written.foreign;
        match (self.read)(written.text) {
            Ok(canonical) if !foreign => Ok(canonical),
            Err(Fault::CheckDigits) if !foreign => Err(Refusal::Checksum),
            Err(Fault::Personal(number)) => Err(Refusal::Personal(number)),
            Err(Fault::Form) => Err(self.malformed(value)),
            Ok(_) | Err(Fault::CheckDigits) => Err(Refusal::Format {
                reason: LOOK_ALIKE,
                better: Some((alike::clean(value).text.into_owned(), Safety::Certain)),
            }),
        }
    }

    /// Returns what is wrong with a value of a wrong form, and the number that it means: the one without the words
    /// before it, or with digits for the letters that look like them.
    fn malformed(&self, value: &str) -> Refusal {
        let sound = |text: String| (self.read)(Cow::Owned(text)).ok().map(Cow::into_owned);
        let written = alike::clean(value).text;
        let spoken: String = value
            .chars()
            .filter(|c| !alike::is_separator(*c) && !matches!(c, ':' | '№' | '#' | '/'))
            .flat_map(char::to_uppercase)
            .collect();
        let without = |text: &str| {
            self.starts.iter().find_map(|(start, meant)| {
                let rest = text.strip_prefix(start)?;
                sound(format!("{meant}{}", alike::clean(rest).text))
            })
        };
        if let Some(number) = without(&spoken).or_else(|| without(&written)) {
            return Refusal::Format {
                reason: self.form,
                better: Some((number, Safety::Certain)),
            };
        }
        // A country's letters, which begin some numbers, are none of the digits.
        let letters = if self.only_digits { 0 } else { 2 };
        let number = written
            .split_at_checked(letters)
            .and_then(|(start, rest)| sound(format!("{start}{}", alike::letters_to_digits(rest))));
        // Check digits confirm what was read into a number that has no place for letters.
        let confirmed = self.only_digits && self.code != eu_pic::SCHEME.code;
        Refusal::Format {
            reason: if number.is_some() {
                LOOK_ALIKE
            } else {
                self.form
            },
            better: number.map(|number| {
                let safety = if confirmed {
                    Safety::Certain
                } else {
                    Safety::Suggested
                };
                (number, safety)
            }),
        }
    }

    /// True when the holder of this canonical number may sit in a country, ISO 3166-1 alpha-2.
    ///
    /// The letters of a VAT number are not always those of its country: `EL` is Greece, `XI` the United Kingdom, `FR`
    /// Monaco too. A number that belongs to no country fits each.
    ///
    /// ```
    /// use obmen::value::identifier::Scheme;
    /// let vat = Scheme::by_code("EU-VAT").unwrap();
    /// assert!(vat.fits_country("EL094259216", "GR"));
    /// assert!(!vat.fits_country("EL094259216", "BG"));
    /// ```
    #[must_use]
    pub fn fits_country(&self, canonical: &str, country: &str) -> bool {
        if self.code == eu_vat::SCHEME.code {
            return eu_vat::fits(canonical.get(..2).unwrap_or_default(), country);
        }
        self.country.is_empty() || self.country == country
    }
}

/// Returns the canonical form of a number in a register; numbers of registers that obmen does not know are not judged
/// and come back as written.
///
/// ```
/// use obmen::value::identifier::read;
/// assert_eq!(read("EU-VAT", "EL 094 259 216").unwrap(), "EL094259216");
/// assert_eq!(read("GB-COH", "01234567").unwrap(), "01234567");
/// assert_eq!(read("ЕИК", "130007884").unwrap_err().code(), "organisation/unknown-scheme");
/// ```
///
/// # Errors
/// Refused is a scheme that has not the form of org-id.guide, and what [`Scheme::read`] refuses.
pub fn read<'t>(scheme: &str, value: &'t str) -> Result<Cow<'t, str>, Refusal> {
    match Scheme::by_code(scheme) {
        Some(known) => known.read(value),
        None if org_id::is_register(scheme) => Ok(Cow::Borrowed(value)),
        None => Err(Refusal::UnknownScheme(meant(scheme, value))),
    }
}

/// Returns the sort of a person's number that a value is, whatever register it is ascribed to.
///
/// An EGN is recognised by its day of birth and check digit, with `BG` or `ЕГН` before it too; a codice fiscale by its form.
///
/// ```
/// use obmen::value::identifier::{PersonalNumber, personal};
/// assert_eq!(personal("ЕГН 7523169263"), Some(PersonalNumber::Egn));
/// assert_eq!(personal("130007884"), None);
/// ```
#[must_use]
pub fn personal(value: &str) -> Option<PersonalNumber> {
    if value.len() > MAX_VALUE {
        return None;
    }
    let text = alike::clean(value).text;
    // `ЕГН` is what its first and last letter look like by now.
    let number = ["BG", "EGN", "EГH"]
        .iter()
        .find_map(|start| text.strip_prefix(start))
        .unwrap_or(&text);
    if is_egn(number.trim_start_matches(':')) {
        return Some(PersonalNumber::Egn);
    }
    it_cf::is_personal(&text).then_some(PersonalNumber::CodiceFiscale)
}

/// Returns the form in which numbers are compared: the canonical one of a sound number, else the number as written.
///
/// ```
/// use obmen::value::identifier::canonical;
/// assert_eq!(canonical("BG-EIK", "130-007-884"), "130007884");
/// assert_eq!(canonical("BG-EIK", "unknown"), "unknown");
/// ```
#[must_use]
pub fn canonical<'t>(scheme: &str, value: &'t str) -> Cow<'t, str> {
    read(scheme, value).unwrap_or(Cow::Borrowed(value))
}

/// Names of registers as people write them, in capital letters without what stands between, and what they mean.
const NAMES: &[(&str, &str)] = &[
    ("BGEIK", "BG-EIK"),
    ("BGUIC", "BG-EIK"),
    ("BGЕИК", "BG-EIK"),
    ("BULSTAT", "BG-EIK"),
    ("CF", "IT-CF"),
    ("CODICEFISCALE", "IT-CF"),
    ("EIK", "BG-EIK"),
    ("EUPIC", "EU-PIC"),
    ("EUVAT", "EU-VAT"),
    ("EUVATID", "EU-VAT"),
    ("ITCF", "IT-CF"),
    ("ITPIVA", "IT-PIVA"),
    ("LEI", "XI-LEI"),
    ("PARTITAIVA", "IT-PIVA"),
    ("PIC", "EU-PIC"),
    ("PIVA", "IT-PIVA"),
    ("UIC", "BG-EIK"),
    ("VAT", "EU-VAT"),
    ("VATIN", "EU-VAT"),
    ("VATNUMBER", "EU-VAT"),
    ("XILEI", "XI-LEI"),
    ("БУЛСТАТ", "BG-EIK"),
    ("ДДС", "EU-VAT"),
    ("ЕИК", "BG-EIK"),
];

/// Returns the scheme that a name means; certain only when the number is sound in it.
fn meant(name: &str, value: &str) -> Option<(Cow<'static, str>, Safety)> {
    if name.len() > MAX_VALUE {
        return None;
    }
    let capitals: String = name.chars().flat_map(char::to_uppercase).collect();
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    // As written first: `ЕИК` is a word, though each of its letters but one looks Latin.
    let found = [letters(&capitals), letters(&alike::clean(name).text)]
        .iter()
        .find_map(|text| NAMES.iter().find(|(known, _)| known == text));
    if let Some((_, code)) = found {
        let sound = Scheme::by_code(code).is_some_and(|scheme| scheme.read(value).is_ok());
        let safety = if sound {
            Safety::Certain
        } else {
            Safety::Suggested
        };
        return Some((Cow::Borrowed(code), safety));
    }
    // A code in small letters, with an underscore or a space for its hyphen, or with a usual wrong name of a country.
    let hyphens = usize::from(!capitals.contains('-'));
    let code = capitals.trim().replacen([' ', '_', '–'], "-", hyphens);
    if org_id::is_register(&code) {
        return Some((Cow::Owned(code), Safety::Certain));
    }
    let renamed = [("UK-", "GB-"), ("EL-", "GR-")]
        .iter()
        .find_map(|(from, to)| Some(format!("{to}{}", code.strip_prefix(from)?)))?;
    org_id::is_register(&renamed).then_some((Cow::Owned(renamed), Safety::Suggested))
}
