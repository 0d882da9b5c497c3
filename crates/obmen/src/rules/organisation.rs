//! `organisation/`: who an organisation is and where it sits.

use crate::check::Safety;
use crate::check::walk::Walk;
use crate::model::Organisation;
use crate::value::Json;
use crate::value::territory::Territory;
use crate::value::transliteration::to_latin;

crate::rules! {
    MISSING_NAME {
        code: "organisation/missing-name",
        severity: Error,
        since: 1,
        judges: Organisation(missing_name),
        message: { en: "the organisation has no name", bg: "организацията няма име" },
        help: { en: "write its name as it stands on its own papers", bg: "запишете името ѝ така, както стои в нейните документи" },
        why: {
            en: "An organisation without a name cannot be found, asked or told apart from another.",
            bg: "Организация без име не може да бъде намерена, попитана или различена от друга.",
        }
    }
    UNKNOWN_TERRITORY {
        code: "organisation/unknown-territory",
        severity: Error,
        since: 1,
        judges: Territory(unknown_territory),
        message: { en: "Bulgaria has no territory `{code}`", bg: "в България няма територия с код `{code}`" },
        help: { en: "use a NUTS code such as `BG424`, or a municipality's code in EKATTE such as `SML31`", bg: "използвайте код по NUTS, например `BG424`, или код на община по ЕКАТТЕ, например `SML31`" },
        fix: { en: "write the code in capital Latin letters", bg: "запишете кода с главни латински букви" },
        why: {
            en: "Codes are checked against the NUTS regions of Bulgaria (2024) and the municipalities of EKATTE. Codes of other countries are not judged.",
            bg: "Кодовете се проверяват по районите NUTS на България (2024) и общините в ЕКАТТЕ. Кодове на други държави не се проверяват.",
        }
    }
}

fn missing_name<'a>(organisation: &'a Organisation<'_>, walk: &mut Walk<'a, '_>) {
    let absent = organisation
        .name
        .as_ref()
        .is_none_or(|name| name.is_blank() && name.kept.is_empty());
    if absent && !organisation.kept.holds("name") {
        walk.find(&MISSING_NAME).at("name").report();
    }
}

fn unknown_territory<'a>(code: &'a str, walk: &mut Walk<'a, '_>) {
    if Territory::by_code(code).is_some() {
        return;
    }
    let meant = meant(code);
    if meant.is_none() && !is_bulgarian(code) {
        return;
    }
    let safety = match meant {
        Some(territory) if code.trim().eq_ignore_ascii_case(territory.code) => Safety::Certain,
        _ => Safety::Suggested,
    };
    let better = meant.map(|territory| Json::from(territory.code));
    walk.find(&UNKNOWN_TERRITORY)
        .with("code", code)
        .replace(safety, Json::from(code), better)
        .report();
}

/// Returns the territory whose code is written in small letters, with spaces or in Cyrillic ones: those
/// that look like it, else those that sound like it.
fn meant(code: &str) -> Option<&'static Territory> {
    const ALIKE: &[(char, char)] = &[
        ('А', 'A'),
        ('В', 'B'),
        ('Е', 'E'),
        ('К', 'K'),
        ('М', 'M'),
        ('Н', 'H'),
        ('О', 'O'),
        ('Р', 'P'),
        ('С', 'C'),
        ('Т', 'T'),
        ('У', 'Y'),
        ('Х', 'X'),
    ];
    // No code is longer; a text in this field is none.
    let letters: String = code
        .chars()
        .filter(|c| !c.is_whitespace())
        .take(8)
        .flat_map(char::to_uppercase)
        .collect();
    let alike = |c: char| {
        ALIKE
            .iter()
            .find(|(from, _)| *from == c)
            .map_or(c, |(_, to)| *to)
    };
    let looks: String = letters.chars().map(alike).collect();
    Territory::by_code(&looks).or_else(|| Territory::by_code(&to_latin(&letters).to_uppercase()))
}

/// True for a code that can only mean Bulgaria: it begins as its NUTS codes or as the codes of its municipalities do.
fn is_bulgarian(code: &str) -> bool {
    let code = code.trim().to_ascii_uppercase();
    let district = code
        .get(..3)
        .filter(|_| code.len() == 5 && code.bytes().skip(3).all(|byte| byte.is_ascii_digit()));
    code.starts_with("BG") || district.is_some_and(Territory::is_prefix)
}
