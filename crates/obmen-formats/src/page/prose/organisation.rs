//! What a name alone says about an organisation: its kind, its country, its territory.

use super::text::{Found, Piece, Sentence, Text, is_cyrillic, is_quote, language};
use obmen::value::nationality::Nationality;
use obmen::value::territory::{Level, Territory};

/// An organisation that the text names, each value with its evidence.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Organisation {
    pub(crate) name: Found<Text>,
    pub(crate) kind: Option<Found<&'static str>>,
    pub(crate) country: Option<Found<&'static str>>,
    pub(crate) territory: Option<Found<&'static str>>,
}

impl Organisation {
    /// The organisation of this name as written; kind, country and territory by the tables of offices.
    pub(crate) fn named(name: Piece<'_>) -> Self {
        let profile = classify(name.text);
        let inferred =
            |value: Option<&'static str>| value.map(|value| Found::inferred(value, name.span()));
        Self {
            name: Found::stated(Text::of(name.text), name.span()),
            kind: inferred(profile.kind),
            country: inferred(profile.country),
            territory: inferred(profile.territory),
        }
    }

    /// The organisation whose name stands at this place of a text.
    pub(crate) fn at(text: &str, span: &std::ops::Range<usize>) -> Self {
        Self::named(Piece {
            text: text.get(span.clone()).unwrap_or_default(),
            start: span.start,
        })
    }

    /// The organisation of this name, found elsewhere; kind, country and territory by the tables of offices.
    pub(crate) fn of(name: Found<Text>) -> Self {
        let text = name.value.text.clone();
        let mut organisation = Self::named(Piece {
            text: &text,
            start: name.span.start,
        });
        for found in [
            &mut organisation.kind,
            &mut organisation.country,
            &mut organisation.territory,
        ]
        .into_iter()
        .flatten()
        {
            found.span = name.span.clone();
        }
        organisation.name = name;
        organisation
    }

    /// The organisation with the nationality that an adjective beside its name states.
    pub(crate) fn of_nationality(
        mut self,
        nationality: &'static Nationality,
        adjective: Piece<'_>,
    ) -> Self {
        let country = nationality.country;
        if country != "BG" {
            self.territory = None;
        }
        self.country = Some(Found::inferred(country, adjective.span()));
        // A name in Latin letters is in the partner's language, unless it speaks of a `Municipality`.
        if !is_cyrillic(&self.name.value.text) && self.kind.is_none() {
            self.name.value.language = if nationality.language.is_empty() {
                "und"
            } else {
                nationality.language
            };
        }
        self
    }
}

/// What a name says; what it does not say is absent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Profile {
    pub(crate) kind: Option<&'static str>,
    pub(crate) country: Option<&'static str>,
    pub(crate) territory: Option<&'static str>,
}

/// Offices that sit in a territory of one level: the cue of their name, kind, level.
const OFFICES: [(&str, &str, Level); 6] = [
    (
        "областна|областната администрация|администрацията",
        "district-administration",
        Level::Nuts3,
    ),
    (
        "district|regional administration",
        "district-administration",
        Level::Nuts3,
    ),
    (
        "общински|общинският|общинския съвет|съветът|съвета",
        "municipal-council",
        Level::Lau,
    ),
    ("municipal council", "municipal-council", Level::Lau),
    ("община|общината", "municipality", Level::Lau),
    ("municipality", "municipality", Level::Lau),
];

/// Words that say what an organisation is, when they head its name.
const HEADS: [(&str, &str); 25] = [
    ("министерство", "ministry"),
    ("министерството", "ministry"),
    ("ministry", "ministry"),
    ("университет", "university"),
    ("университета", "university"),
    ("университетът", "university"),
    ("university", "university"),
    ("училище", "school"),
    ("училището", "school"),
    ("гимназия", "school"),
    ("гимназията", "school"),
    ("school", "school"),
    ("сдружение", "civil-society"),
    ("сдружението", "civil-society"),
    ("фондация", "civil-society"),
    ("фондацията", "civil-society"),
    ("читалище", "civil-society"),
    ("читалището", "civil-society"),
    ("chitalishte", "civil-society"),
    ("нпо", "civil-society"),
    ("ngo", "civil-society"),
    ("association", "civil-society"),
    ("foundation", "civil-society"),
    ("асоциация", "civil-society"),
    ("асоциацията", "civil-society"),
];

/// Abbreviations, in capitals, that open a name.
const SHORT_HEADS: [(&str, &str); 8] = [
    ("СОУ", "school"),
    ("ОУ", "school"),
    ("СУ", "school"),
    ("НУ", "school"),
    ("ПГ", "school"),
    ("НЧ", "civil-society"),
    ("СНЦ", "civil-society"),
    ("ЮЛНЦ", "civil-society"),
];

/// Legal forms of companies as written.
const LEGAL_FORMS: [&str; 22] = [
    "ЕООД", "ООД", "ЕАД", "АД", "EOOD", "OOD", "EAD", "AD", "Ltd", "LTD", "LLC", "GmbH", "SpA",
    "SPA", "Srl", "SRL", "Inc", "PLC", "AG", "SA", "SARL", "BV",
];

/// Words after which the name says whom an organisation is for, no longer what it is.
const COMPLEMENTS: [&str; 12] = [
    "на", "за", "при", "към", "по", "от", "of", "for", "at", "in", "to", "from",
];

/// Returns what the name says about the organisation.
pub(crate) fn classify(name: &str) -> Profile {
    let sentence = Sentence::new(
        Piece {
            text: name,
            start: 0,
        },
        false,
    );
    office(&sentence).unwrap_or_else(|| Profile {
        kind: kind(&sentence),
        ..Profile::default()
    })
}

/// Returns the name that a running text begins with: to the end of its place, of its quotes or of its office, when
/// the text then goes on in small letters; else all of it.
pub(crate) fn name_at_start(text: Piece<'_>) -> Piece<'_> {
    let text = text.trim();
    let sentence = Sentence::new(text.head(400), false);
    let goes_on = |next: usize| {
        let word = sentence.words.get(next);
        word.is_some_and(|word| {
            let lower = word.lower.as_str();
            !word.is_capitalised()
                && !lower.starts_with(|c: char| c.is_ascii_digit())
                && !matches!(
                    lower,
                    "с" | "гр" | "град" | "село" | "village" | "town" | "of" | "на"
                )
        }) && text
            .cut(sentence.text_of(0, next).end(), sentence.before(next).end())
            .text
            .chars()
            .all(|c| c.is_whitespace() || is_quote(c))
    };
    for &(cue, _, level) in &OFFICES {
        let Some(next) = sentence.cue_at(0, cue) else {
            continue;
        };
        let from = sentence.cue_at(next, "of|на|гр|град").unwrap_or(next);
        let named = (1..=4).rev().map(|length| from + length).find(|&end| {
            end <= sentence.words.len()
                && goes_on(end)
                && place(sentence.text_of(from, end).text, level).1
        });
        if let Some(end) = named {
            return sentence.text_of(0, end);
        }
    }
    let ends = |at: usize| matches!(sentence.word(at), "municipality" | "administration");
    let office = (1..sentence.words.len().min(6)).find(|&at| ends(at) && goes_on(at + 1));
    if let Some(at) = office {
        return sentence.text_of(0, at + 1);
    }
    let quoted = text.quoted().and_then(|inside| {
        let rest = text.from(inside.end());
        let after = rest.trim_start_matches(|c| c.is_whitespace() || is_quote(c));
        let next = sentence
            .words
            .iter()
            .position(|word| word.piece.start >= after.start)?;
        let closed = rest
            .text
            .trim_start()
            .chars()
            .next()
            .map_or(0, char::len_utf8);
        (goes_on(next)).then(|| text.to(inside.end() + closed))
    });
    quoted.unwrap_or(text)
}

/// Returns true when two names are the same but for dashes, quotes, spaces and case.
pub(crate) fn same_office(a: &str, b: &str) -> bool {
    let fold = |name: &str| {
        let parts: Vec<String> = name
            .split(|c: char| !c.is_alphanumeric())
            .filter(|part| !part.is_empty())
            .map(str::to_lowercase)
            .collect();
        parts.join(" ")
    };
    let a = fold(a);
    !a.is_empty() && a == fold(b)
}

/// The one territory of this name and level, and whether there is any.
pub(crate) fn place(name: &str, level: Level) -> (Option<Territory>, bool) {
    let mut found = Territory::by_name(name, level);
    let first = found.next();
    (first.filter(|_| found.next().is_none()), first.is_some())
}

fn office(name: &Sentence<'_>) -> Option<Profile> {
    OFFICES.iter().find_map(|&(cue, kind, level)| {
        let (first, next) = name.cue(cue)?;
        let lead = usize::from(name.word(0) == "the");
        let heads = first == lead;
        if !heads && next != name.words.len() {
            return None;
        }
        let apart =
            |lower: &str| matches!(lower, "of" | "the" | "на" | "гр" | "град" | "town" | "city");
        let rest: Vec<_> = name
            .words
            .iter()
            .enumerate()
            .filter(|&(at, word)| !(first..next).contains(&at) && !apart(&word.lower))
            .map(|(_, word)| word)
            .collect();
        let place_name = rest
            .iter()
            .map(|word| word.piece.text)
            .collect::<Vec<_>>()
            .join(" ");
        let (territory, known) = place(&place_name, level);
        if known {
            return Some(Profile {
                kind: Some(kind),
                country: Some("BG"),
                territory: territory.map(|t| t.code),
            });
        }
        // `Regional administration` of an unknown place may be any; so may a municipality of common words.
        let proper = rest.len() <= 3 && rest.iter().all(|word| word.is_capitalised());
        (proper && name.word(first) != "regional").then_some(Profile {
            kind: Some(kind),
            ..Profile::default()
        })
    })
}

fn kind(name: &Sentence<'_>) -> Option<&'static str> {
    let words = &name.words;
    let initials: String = words
        .iter()
        .rev()
        .take(3)
        .rev()
        .map(|word| word.lower.as_str())
        .collect();
    let single = words.len() > 3
        && words
            .iter()
            .rev()
            .take(3)
            .all(|word| word.piece.text.chars().count() == 1);
    if words
        .iter()
        .any(|word| LEGAL_FORMS.contains(&word.piece.text))
        || (single && matches!(initials.as_str(), "spa" | "srl" | "doo"))
    {
        return Some("company");
    }
    if let Some(first) = words.first()
        && let Some((_, kind)) = SHORT_HEADS
            .iter()
            .find(|(short, _)| *short == first.piece.text)
    {
        return Some(kind);
    }
    let head: Vec<_> = words
        .iter()
        .take_while(|word| !COMPLEMENTS.contains(&word.lower.as_str()))
        .filter_map(|word| {
            HEADS
                .iter()
                .find(|(head, _)| *head == word.lower)
                .map(|&(_, kind)| kind)
        })
        .collect();
    // A Bulgarian name begins with what it is, an English one ends with it.
    if language(name.piece.text) == "bg" {
        head.first().copied()
    } else {
        head.last().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(
        name: &str,
    ) -> (
        Option<&'static str>,
        Option<&'static str>,
        Option<&'static str>,
    ) {
        let Profile {
            kind,
            country,
            territory,
        } = classify(name);
        (kind, country, territory)
    }

    #[test]
    fn offices_sit_where_their_name_says() {
        for (name, kind, territory) in [
            (
                "Областна администрация - Смолян",
                "district-administration",
                "BG424",
            ),
            (
                "Областна администрация-Смолян",
                "district-administration",
                "BG424",
            ),
            (
                "Областна администрация – гр. Велико Търново",
                "district-administration",
                "BG321",
            ),
            (
                "Областна администрация Бургас",
                "district-administration",
                "BG341",
            ),
            (
                "District Administration - Stara Zagora",
                "district-administration",
                "BG344",
            ),
            (
                "Pazardjik District Administration",
                "district-administration",
                "BG423",
            ),
            (
                "Regional Administration of Vidin",
                "district-administration",
                "BG311",
            ),
            ("Община Каварна", "municipality", "DOB17"),
            ("Kavarna Municipality", "municipality", "DOB17"),
            ("The Municipality of Kavarna", "municipality", "DOB17"),
            ("Svishtov Municipality", "municipality", "VTR28"),
            ("Столична община", "municipality", "SOF46"),
            ("Община Добрич-селска", "municipality", "DOB15"),
            ("Municipal Council - Dobrich", "municipal-council", "DOB28"),
            ("Общински съвет - Добрич", "municipal-council", "DOB28"),
        ] {
            assert_eq!(
                profile(name),
                (Some(kind), Some("BG"), Some(territory)),
                "{name}"
            );
        }
    }

    #[test]
    fn an_ambiguous_or_unknown_place_gives_no_territory() {
        assert_eq!(
            profile("Община Бяла"),
            (Some("municipality"), Some("BG"), None)
        );
        assert_eq!(
            profile("Областна администрация - София"),
            (Some("district-administration"), Some("BG"), None)
        );
        assert_eq!(
            profile("Municipality of Padova"),
            (Some("municipality"), None, None)
        );
        assert_eq!(
            profile("Областна администрация"),
            (Some("district-administration"), None, None)
        );
    }

    #[test]
    fn the_head_of_a_name_says_what_it_is() {
        for (name, kind) in [
            ("Министерство на финансите", Some("ministry")),
            ("Ministry of Regional Development", Some("ministry")),
            (
                "Национално сдружение на общините в Република България",
                Some("civil-society"),
            ),
            (
                "Foundation for Local Government Reform",
                Some("civil-society"),
            ),
            (
                "Народно читалище „Просвета-1899“ - с. Момчиловци",
                Some("civil-society"),
            ),
            (
                "Sofia University \"St. Kliment Ohridski\"",
                Some("university"),
            ),
            (
                "Пловдивски университет „Паисий Хилендарски“",
                Some("university"),
            ),
            ("University Foundation", Some("civil-society")),
            ("ОУ „Христо Ботев“", Some("school")),
            ("Primary School \"Hristo Botev\"", Some("school")),
            ("„Строител 2000“ ЕООД", Some("company")),
            ("Acme S.p.A.", Some("company")),
            ("Müller GmbH", Some("company")),
            ("Център за алтернативно развитие на Родопите", None),
            ("Институт при университета", None),
            ("ESU-Padova", None),
            ("Кабинет за малки общини на брега", None),
            ("", None),
        ] {
            assert_eq!(classify(name).kind, kind, "{name}");
        }
    }

    #[test]
    fn the_same_office_in_other_dress() {
        assert!(same_office(
            "Областна администрация - Смолян",
            "Областна администрация-Смолян"
        ));
        assert!(same_office("„Център  за развитие“", "център за развитие"));
        assert!(!same_office(
            "Областна администрация - Смолян",
            "Областна администрация - Пловдив"
        ));
        assert!(!same_office("", "-"));
    }
}
