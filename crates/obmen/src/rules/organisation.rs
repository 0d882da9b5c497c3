//! `organisation/`: who an organisation is and where it sits.

use crate::check::walk::Walk;
use crate::check::{Argument, Safety, Term, Texts};
use crate::model::{Contact, Organisation, OrganisationKind, Practice};
use crate::rules::person::is_person;
use crate::rules::words::with_meant;
use crate::value::country::Country;
use crate::value::territory::{Level, Territory, country_of, is_district, is_nuts_country};
use crate::value::transliteration::to_latin;
use crate::value::{Joined, Json};

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
        // Edition 1 judged Bulgarian codes only.
        since: 2,
        judges: Territory(territory),
        message: { en: "no territory has the code `{code}`", bg: "няма територия с код `{code}`" },
        help: { en: "use a NUTS code such as `BG424`, or in Bulgaria a municipality's code in EKATTE such as `SML31`; five digits are the code of a settlement, not of a territory", bg: "използвайте код по NUTS, например `BG424`, или за България код на община по ЕКАТТЕ, например `SML31`; петте цифри са код на населено място, а не на територия" },
        fix: { en: "write the code `{better}`", bg: "запишете кода `{better}`" },
        why: {
            en: "Codes are checked against the NUTS regions of 40 countries in all versions from 2006 to 2024 and against the 265 municipalities of EKATTE. A code that begins as none of these, such as that of a municipality abroad, and the codes that statistics write with `Z` for no region at all are not judged. Greece is `EL` and the United Kingdom `UK` here.",
            bg: "Кодовете се проверяват по районите NUTS на 40 държави във всички версии от 2006 до 2024 г. и по 265-те общини в ЕКАТТЕ. Код, който не започва като тях, например на община в чужбина, и кодовете със `Z`, с които статистиката означава липсващ район, не се проверяват. Тук Гърция е `EL`, а Обединеното кралство е `UK`.",
        }
    }
    RETIRED_TERRITORY {
        code: "organisation/retired-territory",
        severity: Warning,
        since: 2,
        // The rule above looks every code up and reports this one too: once is enough.
        judges: Machine,
        message: { en: "the code `{code}` left NUTS after the version {last}", bg: "кодът `{code}` отпадна от NUTS след версия {last}" },
        help: { en: "write the present code of the area: {successors}", bg: "запишете сегашния код на мястото: {successors}" },
        fix: { en: "write the present code", bg: "запишете сегашния код" },
        why: {
            en: "A region is found, counted and drawn on a map by its present code. The fix is certain where the area is the same and only its code changed; where it became part of another, a person decides; where it was divided, only a person can tell in which part the place lies. Heirs are those of Eurostat's lists of changes, and from 2021 to 2024 where the people of the region went.",
            bg: "Районът се намира, брои и показва на карта по сегашния си код. Поправката е сигурна, когато мястото е същото и само кодът е друг; ако районът е влязъл в друг, решава човек; ако е разделен, само човек може да каже в коя част е мястото. Наследниците са по списъците на Евростат с промените, а от 2021 до 2024 г. – по това накъде е отишло населението.",
        }
    }
    UNKNOWN_COUNTRY {
        code: "organisation/unknown-country",
        severity: Error,
        since: 2,
        judges: Organisation(unknown_country),
        message: { en: "`{country}` is not the code of a country", bg: "`{country}` не е код на държава" },
        help: { en: "write the two capital letters of ISO 3166-1, such as `BG`", bg: "запишете двете главни букви по ISO 3166-1, например `BG`" },
        fix: { en: "write `{code}`", bg: "запишете `{code}`" },
        why: {
            en: "Partners are counted and compared by country. Codes are those of ISO 3166-1 alpha-2, with `XK` for Kosovo; Greece is `GR` and the United Kingdom `GB`. Names in English and Bulgarian and codes of three letters are recognised and mended.",
            bg: "Партньорите се броят и сравняват по държави. Кодовете са по ISO 3166-1 alpha-2, а за Косово `XK`; Гърция е `GR`, а Обединеното кралство е `GB`. Имената на български и английски и кодовете от три букви се разпознават и поправят.",
        }
    }
    KIND_TERRITORY_MISMATCH {
        code: "organisation/kind-territory-mismatch",
        severity: Hint,
        since: 2,
        judges: Organisation(kind_territory_mismatch),
        message: { en: "`{territory}` is the code of {level}, and the organisation is {kind}", bg: "кодът `{territory}` е на {level}, а организацията е {kind}" },
        help: { en: "give a municipality and its council the code of the municipality, and a district administration that of its district", bg: "дайте на общината и на общинския съвет кода на общината, а на областната администрация – кода на областта ѝ" },
        fix: { en: "write the code of the office's own territory, `{better}`", bg: "запишете кода на собствената ѝ територия `{better}`" },
        why: {
            en: "An office is shown and counted in its own territory: a municipality with the code of its district stands for all its neighbours too. Only Bulgarian codes are judged; the capital is district and municipality at once.",
            bg: "Една администрация се показва и брои в собствената си територия: община с кода на областта си стои и за всичките си съседи. Проверяват се само българските кодове; столицата е и област, и община.",
        }
    }
    UNKNOWN_KIND {
        code: "organisation/unknown-kind",
        severity: Hint,
        since: 2,
        judges: Organisation(unknown_kind),
        message: { en: "`{kind}` is no known kind of organisation", bg: "`{kind}` не е познат вид организация" },
        help: { en: "use one of the words that the format lists, such as `municipality` or `civil-society`", bg: "използвайте някоя от думите, които форматът изброява, например `municipality` или `civil-society`" },
        fix: { en: "write `{meant}`", bg: "запишете `{meant}`" },
        why: {
            en: "The set is open: any word is kept. But organisations are counted by the kinds that all registers know, and others fall under none.",
            bg: "Наборът е отворен: всяка дума се пази. Но организациите се броят по видовете, които всички регистри познават, а останалите не попадат никъде.",
        }
    }
    PERSON_AS_ORGANISATION {
        code: "organisation/person-as-organisation",
        severity: Warning,
        since: 2,
        judges: Organisation(person_as_organisation),
        message: { en: "`{name}` is the name of a person", bg: "`{name}` е име на човек" },
        help: { en: "name the organisation here, and the person in its `contact`", bg: "посочете тук организацията, а човека в нейното поле `contact`" },
        why: {
            en: "A person's name among organisations is counted as an office, and is published where personal data was not expected. Judged so: exactly three words of which the first is a Bulgarian given name and the two others have the endings of a father's and a family name, or a title such as `г-н`, `инж.` or `Mr` before two or three such words. A foundation or a school that is named after a person has a word more.",
            bg: "Име на човек сред организациите се брои като служба и се публикува там, където не се очакват лични данни. Преценява се така: точно три думи, първата от които е българско лично име, а другите две имат окончания на бащино и фамилно име, или обръщение като `г-н`, `инж.` или `Mr` пред две или три такива думи. Фондация или училище, наречени на човек, имат поне още една дума.",
        }
    }
    NO_CONTACT {
        code: "organisation/no-contact",
        severity: Hint,
        since: 2,
        absence: true,
        judges: Practice(no_contact),
        message: { en: "nothing tells how to reach the initiator", bg: "не е казано как се стига до инициатора" },
        help: { en: "give the initiator a `website`, or a `contact` with an address, a telephone number or an e-mail", bg: "дайте на инициатора `website` или `contact` с адрес, телефон или имейл" },
        why: {
            en: "Whoever wants to repeat a practice asks those who did it. The contact of the innovator who published the page serves too.",
            bg: "Който иска да повтори една практика, пита онези, които са я осъществили. Върши работа и контактът на иноватора, публикувал страницата.",
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

fn territory<'a>(code: &'a str, walk: &mut Walk<'a, '_>) {
    match Territory::by_code(code) {
        Some(territory) if territory.is_current() => {}
        Some(territory) => retired_territory(territory, walk),
        None => unknown_territory(code, walk),
    }
}

fn retired_territory(territory: Territory, walk: &mut Walk<'_, '_>) {
    let heirs: Vec<_> = territory.successors().map(|heir| heir.code).collect();
    let better = match heirs.as_slice() {
        [heir] => Some(Json::from(*heir)),
        _ => None,
    };
    let safety = match territory.recoded() {
        Some(_) => Safety::Certain,
        None => Safety::Suggested,
    };
    let finding = walk
        .find(&RETIRED_TERRITORY)
        .with("code", territory.code)
        // A year is not a quantity: its digits are not grouped.
        .with(
            "last",
            territory.versions().last().unwrap_or_default().to_string(),
        );
    if heirs.is_empty() {
        finding.with("successors", UNTRACED)
    } else {
        let heirs = heirs.into_iter().map(str::to_owned).collect();
        finding.with("successors", Argument::List(heirs, Joined::Or))
    }
    .replace(safety, Json::from(territory.code), better)
    .report();
}

const UNTRACED: Term = Term {
    code: "unknown",
    texts: Texts {
        en: "no list traces it",
        bg: "никой списък не го проследява",
    },
};

fn unknown_territory<'a>(code: &'a str, walk: &mut Walk<'a, '_>) {
    let meant = meant(code);
    let named = if meant.is_none() {
        named(code)
    } else {
        Named::Nothing
    };
    if meant.is_none() && matches!(named, Named::Nothing) && !claims_to_be_known(code) {
        return;
    }
    // Capital letters and the letters that NUTS writes for two countries change no meaning.
    let safety = match meant {
        Some(territory) if code.trim().eq_ignore_ascii_case(territory.code) => Safety::Certain,
        Some(territory) if renamed(&code.to_ascii_uppercase()) == Some(territory) => {
            Safety::Certain
        }
        _ => Safety::Suggested,
    };
    let better = meant.or(match named {
        Named::One(territory) => Some(territory),
        Named::Nothing | Named::Several => None,
    });
    let finding = walk.find(&UNKNOWN_TERRITORY).with("code", code);
    match better {
        Some(better) => finding.with("better", better.code).replace(
            safety,
            Json::from(code),
            Some(Json::from(better.code)),
        ),
        None => finding,
    }
    .report();
}

/// What a text that is no code names in Bulgaria.
enum Named {
    Nothing,
    One(Territory),
    Several,
}

fn named(text: &str) -> Named {
    // No name is longer, and none has digits.
    if text.len() > 96 || text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Named::Nothing;
    }
    let mut found = Territory::named(text).chain(Territory::by_abbreviation(text));
    match (found.next(), found.next()) {
        (None, _) => Named::Nothing,
        (Some(one), None) => Named::One(one),
        (Some(_), Some(_)) => Named::Several,
    }
}

/// Returns the territory that a code with the letters of ISO 3166-1 means: NUTS writes `EL` for `GR` and `UK` for `GB`.
fn renamed(code: &str) -> Option<Territory> {
    let (letters, rest) = code.split_at_checked(2)?;
    let letters = match letters {
        "GR" => "EL",
        "GB" => "UK",
        _ => return None,
    };
    Territory::by_code(&format!("{letters}{rest}"))
}

/// Returns the territory whose code is written in small letters, with spaces or in Cyrillic ones: those
/// that look like it, else those that sound like it.
fn meant(code: &str) -> Option<Territory> {
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
    Territory::by_code(&looks)
        .or_else(|| Territory::by_code(&to_latin(&letters).to_uppercase()))
        .or_else(|| renamed(&looks))
}

/// True for a code that can only be a wrong one: it begins as the NUTS codes of a country or as the codes of the
/// municipalities of a Bulgarian district do.
fn claims_to_be_known(code: &str) -> bool {
    let code = code.trim();
    if code.len() > 5 {
        return code.starts_with("BG");
    }
    let code = code.to_ascii_uppercase();
    let Some((country, rest)) = code.split_at_checked(2) else {
        return false;
    };
    let municipality = code.split_at_checked(3).is_some_and(|(letters, digits)| {
        digits.len() == 2
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && is_district(letters)
    });
    let plain = rest.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let nowhere = rest.bytes().all(|byte| byte == b'Z');
    let country = is_nuts_country(country) || matches!(country, "GR" | "GB");
    municipality || country && plain && !nowhere
}

fn unknown_country<'a>(organisation: &'a Organisation<'_>, walk: &mut Walk<'a, '_>) {
    let Some(text) = organisation.country.as_deref() else {
        return;
    };
    if Country::is_known(text) || text.trim().is_empty() {
        return;
    }
    let is_full = walk.is_full();
    let finding = walk
        .find(&UNKNOWN_COUNTRY)
        .at("country")
        .with("country", text);
    // A report that is full needs no mends.
    let Some(country) = (!is_full).then(|| Country::meant(text)).flatten() else {
        return finding.report();
    };
    // `England` and `Македония` say less, or more, than the country.
    let certain = [
        country.code,
        country.alpha3,
        country.name_en,
        country.name_bg,
        "UK",
        "EL",
    ]
    .into_iter()
    .any(|name| name.to_lowercase() == text.trim().to_lowercase());
    let safety = if certain {
        Safety::Certain
    } else {
        Safety::Suggested
    };
    finding
        .with("code", country.code)
        .replace(safety, Json::from(text), Some(Json::from(country.code)))
        .report();
}

/// The levels as they stand after `the code of`.
const LEVELS: [(Level, Term); 5] = [
    (Level::Country, term("country", "a country", "държава")),
    (
        Level::Nuts1,
        term("nuts1", "a group of regions", "група райони"),
    ),
    (
        Level::Nuts2,
        term("nuts2", "a planning region", "район за планиране"),
    ),
    (Level::Nuts3, term("nuts3", "a district", "област")),
    (Level::Lau, term("lau", "a municipality", "община")),
];

const fn term(code: &'static str, en: &'static str, bg: &'static str) -> Term {
    Term {
        code,
        texts: Texts { en, bg },
    }
}

fn kind_territory_mismatch<'a>(organisation: &'a Organisation<'_>, walk: &mut Walk<'a, '_>) {
    let Some(code) = organisation.territory.as_deref() else {
        return;
    };
    // Five digits are a municipality in half of Europe; in Bulgaria they are a settlement.
    if is_five_digits(code) && organisation.country.as_deref() == Some("BG") {
        walk.find(&UNKNOWN_TERRITORY)
            .at("territory")
            .with("code", code)
            .report();
        return;
    }
    let (kind, level) = match organisation.kind {
        Some(OrganisationKind::Municipality) => {
            (term("municipality", "a municipality", "община"), Level::Lau)
        }
        Some(OrganisationKind::MunicipalCouncil) => (
            term("municipal-council", "a municipal council", "общински съвет"),
            Level::Lau,
        ),
        Some(OrganisationKind::DistrictAdministration) => (
            term(
                "district-administration",
                "a district administration",
                "областна администрация",
            ),
            Level::Nuts3,
        ),
        _ => return,
    };
    let Some(territory) = Territory::by_code(code) else {
        return;
    };
    let capital = matches!(territory.code, "BG411" | "SOF46");
    if territory.level == level || territory.country() != "BG" || capital {
        return;
    }
    let own = if territory.level == Level::Lau {
        territory.parent()
    } else {
        own_territory(organisation, territory, level)
    };
    let found = LEVELS.iter().find(|(level, _)| *level == territory.level);
    let Some((_, found)) = found else { return };
    let finding = walk
        .find(&KIND_TERRITORY_MISMATCH)
        .at("territory")
        .with("territory", territory.code)
        .with("level", *found)
        .with("kind", kind);
    match own {
        Some(own) => finding.with("better", own.code).replace(
            Safety::Suggested,
            Json::from(code),
            Some(Json::from(own.code)),
        ),
        None => finding,
    }
    .report();
}

fn is_five_digits(code: &str) -> bool {
    code.len() == 5 && code.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns the one territory of a level within another that the name of an office names: `Община Смолян`.
fn own_territory(
    organisation: &Organisation<'_>,
    within: Territory,
    level: Level,
) -> Option<Territory> {
    const OFFICE: &[&str] = &[
        "община",
        "общински",
        "съвет",
        "областна",
        "администрация",
        "municipality",
        "municipal",
        "council",
        "district",
        "administration",
        "of",
        "на",
        "-",
        "–",
    ];
    let name = organisation.name.as_ref()?;
    name.iter().find_map(|(_, text)| {
        let place: Vec<_> = text
            .split_whitespace()
            .take(8)
            .filter(|word| !OFFICE.contains(&word.to_lowercase().as_str()))
            .collect();
        let mut found = Territory::by_name(&place.join(" "), level)
            .filter(|territory| within.contains(territory.code));
        found.next().filter(|_| found.next().is_none())
    })
}

/// Returns the territory of an organisation and the country that it is in, when that is not the country it gives.
///
/// The parts of a country that have a code of their own in ISO 3166-1 (`RE`, `AX`) agree with its NUTS codes.
pub(crate) fn territory_abroad<'a>(
    organisation: &'a Organisation<'_>,
) -> Option<(&'a str, &'static str)> {
    const PARTS: &[(&str, &str)] = &[
        ("AX", "FI"),
        ("GF", "FR"),
        ("GP", "FR"),
        ("MF", "FR"),
        ("MQ", "FR"),
        ("RE", "FR"),
        ("YT", "FR"),
        ("SJ", "NO"),
    ];
    let country = organisation.country.as_deref()?;
    let code = organisation.territory.as_deref()?;
    // Most codes begin with their country's.
    if code.starts_with(country) || !Country::is_known(country) {
        return None;
    }
    let seat = country_of(code)?;
    (seat != country && !PARTS.contains(&(country, seat))).then_some((code, seat))
}

fn unknown_kind<'a>(organisation: &'a Organisation<'_>, walk: &mut Walk<'a, '_>) {
    let Some(OrganisationKind::Other(word)) = organisation.kind.as_ref() else {
        return;
    };
    if word.trim().is_empty() {
        return;
    }
    let finding = walk.find(&UNKNOWN_KIND).at("kind").with("kind", &**word);
    with_meant(
        finding,
        word,
        OrganisationKind::WORDS,
        OrganisationKind::LABELS,
    )
    .report();
}

fn person_as_organisation<'a>(organisation: &'a Organisation<'_>, walk: &mut Walk<'a, '_>) {
    let Some(name) = &organisation.name else {
        return;
    };
    for (language, text) in name.iter().filter(|(_, text)| is_person(text)) {
        walk.find(&PERSON_AS_ORGANISATION)
            .at("name")
            .at(language)
            .with("name", text)
            .report();
    }
}

/// True when a contact says how to reach somebody, or tried to.
fn reaches(contact: &Contact<'_>) -> bool {
    let has = |text: Option<&str>| text.is_some_and(|text| !text.trim().is_empty());
    has(contact.phone.as_deref())
        || has(contact.email.as_deref())
        || has(contact.address.as_deref())
        || has(contact.url.as_deref())
        || has(contact.fax.as_deref())
        || !contact.kept.is_empty()
}

fn no_contact<'a>(practice: &'a Practice<'_>, walk: &mut Walk<'a, '_>) {
    let Some(initiator) = &practice.initiator else {
        return;
    };
    let own = initiator.contact.as_ref().is_some_and(reaches)
        || initiator
            .website
            .as_ref()
            .is_some_and(|site| !site.trim().is_empty())
        || initiator.kept.holds("contact")
        || initiator.kept.holds("website");
    let innovator = practice.innovator.as_ref();
    let published_by = || innovator.and_then(|innovator| innovator.contact.as_ref());
    if !own && !published_by().is_some_and(reaches) {
        walk.find(&NO_CONTACT)
            .at("initiator")
            .at("contact")
            .report();
    }
}

#[cfg(test)]
mod tests {
    use super::territory_abroad;
    use crate::model::Organisation;

    #[test]
    fn a_territory_agrees_with_its_country_and_its_parts() {
        for (country, territory, disagrees) in [
            ("BG", "SML31", false),
            ("BG", "ITH36", true),
            ("IT", "BG424", true),
            ("GR", "EL522", false),
            ("GB", "UKI31", false),
            ("FR", "FR24", false),
            ("RE", "FRY40", false),
            ("AX", "FI200", false),
            // What is not known is the matter of other rules.
            ("EL", "BG424", false),
            ("BG", "XX999", false),
            ("US", "BG", true),
        ] {
            let organisation = Organisation {
                country: Some(country.into()),
                territory: Some(territory.into()),
                ..Organisation::default()
            };
            assert_eq!(
                territory_abroad(&organisation).is_some(),
                disagrees,
                "{country} {territory}"
            );
        }
        assert_eq!(territory_abroad(&Organisation::default()), None);
    }
}
