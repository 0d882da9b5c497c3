//! `organisation/`: the numbers of organisations in registers.

use crate::check::walk::Walk;
use crate::model::{Identifier, Organisation};
use crate::rules::organisation::territory_abroad;
use crate::rules::personal_number;
use crate::value::Json;
use crate::value::country::Country;
use crate::value::identifier::{Refusal, Scheme, read};

crate::rules! {
    UNKNOWN_SCHEME {
        code: "organisation/unknown-scheme",
        severity: Error,
        since: 2,
        judges: Identifier(judge),
        message: { en: "`{scheme}` is no code of a register", bg: "`{scheme}` не е код на регистър" },
        help: { en: "use the code of the register at org-id.guide, such as `BG-EIK`, `EU-VAT` or `GB-COH`", bg: "използвайте кода на регистъра от org-id.guide, например `BG-EIK`, `EU-VAT` или `GB-COH`" },
        fix: { en: "write `{better}`", bg: "запишете `{better}`" },
        why: {
            en: "A number identifies an organisation only together with its register. A code has the form of org-id.guide: a country of ISO 3166, `EU`, or `X` and a letter for an international register; a hyphen; capital letters, digits and underscores. Whether the register is listed there is not checked.",
            bg: "Номерът определя организацията само заедно с регистъра си. Кодът е във вида на org-id.guide: държава по ISO 3166, `EU` или `X` и буква за международен регистър; тире; главни латински букви, цифри и долни черти. Дали регистърът е вписан там, не се проверява.",
        }
    }
    IDENTIFIER_FORMAT {
        code: "organisation/identifier-format",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "`{value}` is no number of `{scheme}`: {reason}", bg: "`{value}` не е номер по `{scheme}`: {reason}" },
        help: { en: "copy the number from the register", bg: "препишете номера от регистъра" },
        fix: { en: "write `{better}`", bg: "запишете `{better}`" },
        why: {
            en: "Organisations are matched by their numbers, so a number has one form. Spaces, dots and hyphens in it are accepted; look-alike letters, invisible characters and full-width digits are not, since two equal-looking numbers would differ. Judged are `BG-EIK`, `EU-VAT`, `IT-CF`, `IT-PIVA`, `XI-LEI` and `EU-PIC`; numbers of other registers are not.",
            bg: "Организациите се разпознават по номерата си, затова номерът има един вид. Интервали, точки и тирета в него се приемат; букви, които само приличат на верните, невидими знаци и цифри с пълна ширина – не, защото два еднакви на вид номера биха били различни. Проверяват се `BG-EIK`, `EU-VAT`, `IT-CF`, `IT-PIVA`, `XI-LEI` и `EU-PIC`; номерата от други регистри – не.",
        }
    }
    IDENTIFIER_CHECKSUM {
        code: "organisation/identifier-checksum",
        severity: Error,
        since: 2,
        judges: Machine,
        message: { en: "the check digits of `{value}` are wrong for `{scheme}`", bg: "контролните цифри на `{value}` са грешни за `{scheme}`" },
        help: { en: "compare the number with the register, digit by digit", bg: "сверете номера с регистъра цифра по цифра" },
        why: {
            en: "Check digits follow from the other digits of the number. When they do not fit, a digit is wrong or two have changed places. A number whose check digits fit may still be nobody's: the register alone can tell.",
            bg: "Контролните цифри се изчисляват от останалите. Когато не съответстват, някоя цифра е грешна или две са разменени. И номер с верни контролни цифри може да е ничий: това знае само регистърът.",
        }
    }
    COUNTRY_MISMATCH {
        code: "organisation/country-mismatch",
        severity: Warning,
        since: 2,
        judges: Organisation(country_mismatch),
        message: { en: "`{value}` is of `{place}`, and the organisation's country is `{country}`", bg: "`{value}` е от `{place}`, а държавата на организацията е `{country}`" },
        help: { en: "correct the country or the territory, or remove the number of another organisation", bg: "поправете държавата или територията, или премахнете номера, ако е на друга организация" },
        why: {
            en: "A number from one country on an organisation in another is usually a partner's number. An organisation may be registered abroad, hence a warning. Compared are `BG-EIK`, `IT-CF`, `IT-PIVA` and the letters of `EU-VAT`: `EL` is Greece, `XI` Northern Ireland, `FR` Monaco too, `EU` no country. So is the code of the territory.",
            bg: "Номер от една държава при организация от друга най-често е номерът на неин партньор. Организация може да е регистрирана в чужбина, затова това е само предупреждение. Сравняват се `BG-EIK`, `IT-CF`, `IT-PIVA` и буквите на `EU-VAT`: `EL` е Гърция, `XI` – Северна Ирландия, `FR` – и Монако, `EU` не е държава. Сравнява се и кодът на територията.",
        }
    }
}

fn judge<'a>(identifier: &'a Identifier<'_>, walk: &mut Walk<'a, '_>) {
    let value = identifier.value.as_deref().unwrap_or_default();
    let scheme = identifier.scheme.as_deref().unwrap_or_default();
    // A person's number is one whoever is said to have given it out.
    if personal_number::in_identifier(scheme, value, walk) || scheme.trim().is_empty() {
        return;
    }
    let Err(refusal) = read(scheme, value) else {
        return;
    };
    match refusal {
        Refusal::UnknownScheme(meant) => {
            let mut finding = walk
                .find(&UNKNOWN_SCHEME)
                .at("scheme")
                .with("scheme", scheme);
            if let Some((code, safety)) = meant {
                let better = Json::from(code.clone().into_owned());
                finding = finding.with("better", code.into_owned()).replace(
                    safety,
                    Json::from(scheme),
                    Some(better),
                );
            }
            finding.report();
        }
        // That nothing is written, `text/empty` says.
        _ if value.trim().is_empty() => {}
        Refusal::Format { reason, better } => {
            let mut finding = walk
                .find(&IDENTIFIER_FORMAT)
                .at("value")
                .with("value", value)
                .with("scheme", scheme)
                .with("reason", reason);
            if let Some((number, safety)) = better {
                let better = Json::from(number.clone());
                finding =
                    finding
                        .with("better", number)
                        .replace(safety, Json::from(value), Some(better));
            }
            finding.report();
        }
        Refusal::Checksum => walk
            .find(&IDENTIFIER_CHECKSUM)
            .at("value")
            .with("value", value)
            .with("scheme", scheme)
            .report(),
        Refusal::Personal(_) => {}
    }
}

fn country_mismatch<'a>(organisation: &'a Organisation<'_>, walk: &mut Walk<'a, '_>) {
    let Some(country) = organisation.country.as_deref() else {
        return;
    };
    if let Some((code, seat)) = territory_abroad(organisation) {
        walk.find(&COUNTRY_MISMATCH)
            .at("territory")
            .with("value", code)
            .with("place", seat)
            .with("country", country)
            .report();
    }
    // What is no country cannot contradict.
    if organisation.identifiers.is_empty() || !Country::is_known(country) {
        return;
    }
    let numbers = organisation
        .kept
        .places("identifiers", &organisation.identifiers);
    for (place, identifier) in numbers {
        let (Some(code), Some(value)) = (&identifier.scheme, &identifier.value) else {
            continue;
        };
        let Some(scheme) = Scheme::by_code(code) else {
            continue;
        };
        // Most fit as written.
        if scheme.fits_country(value, country) {
            continue;
        }
        let Ok(number) = scheme.read(value) else {
            continue;
        };
        if !scheme.fits_country(&number, country) {
            let of = match scheme.country {
                "" => number.get(..2).unwrap_or_default(),
                country => country,
            };
            walk.find(&COUNTRY_MISMATCH)
                .at("identifiers")
                .at(place)
                .at("value")
                .with("value", &**value)
                .with("place", of)
                .with("country", country)
                .report();
        }
    }
}
