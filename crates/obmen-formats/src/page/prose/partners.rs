//! Who took part: partners, funders, supporters, and the region that a network says it covers.

use super::initiator::{is_name, without_article};
use super::organisation::{Organisation, classify, name_at_start, place, same_office};
use super::text::{Found, MOST, Piece, Sentence, Text, collapse, is_dash, language};
use obmen::value::nationality::Nationality;
use obmen::value::territory::{Level, Territory};

/// An organisation's place in a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Lead,
    Partner,
    Contractor,
    Funder,
    Supporter,
}

/// What a contract says beside its parties.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Agreement {
    /// The other party as the text names it.
    pub(crate) with: Option<Found<Text>>,
    pub(crate) subject: Option<Found<Text>>,
}

/// A member of the network.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Member {
    /// The role, with the words that state it.
    pub(crate) role: Found<Role>,
    pub(crate) organisation: Organisation,
    pub(crate) agreement: Option<Agreement>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Opens a sentence; a colon or dash follows, then names or a list of items.
    Label,
    /// Opens a sentence; names follow.
    Opening,
    /// Stands anywhere; only names that say what they are count.
    Phrase,
    /// The same, but the words only imply the role.
    Joint,
    /// The same, at the beginning of a sentence only.
    Together,
}

const CUES: [(Role, Form, &str); 23] = [
    (
        Role::Partner,
        Form::Opening,
        "основни? партньори|партньор|партньорите по|на|в? проекта|практиката|инициативата? са|бяха|е",
    ),
    (
        Role::Partner,
        Form::Label,
        "основни? партньори|партньор|партньорите по|на|в? проекта|практиката|инициативата?",
    ),
    (
        Role::Partner,
        Form::Opening,
        "the? main|project? partners|partner in|of|on? the? project|practice|initiative? are|were|is|include",
    ),
    (
        Role::Partner,
        Form::Label,
        "the? main|project? partners|partner in|of|on? the? project|practice|initiative?",
    ),
    (Role::Partner, Form::Phrase, "в партньорство с|със"),
    (Role::Partner, Form::Phrase, "in partnership with"),
    (
        Role::Partner,
        Form::Joint,
        "практиката|проектът|проекта|инициативата се|е|беше|бе? изпълнява|реализира|осъществява|провежда|изпълнена|реализирана|осъществена|проведена|изпълнен|реализиран|осъществен|проведен съвместно|заедно с|със",
    ),
    (
        Role::Partner,
        Form::Joint,
        "practice|project|initiative was|is|has? been? implemented|carried|realised|realized|run out? jointly|together with",
    ),
    (Role::Partner, Form::Together, "заедно|съвместно с|със"),
    (Role::Partner, Form::Together, "together|jointly with"),
    (
        Role::Funder,
        Form::Label,
        "финансираща|финансиращата|финансиращи организация|организации|институция",
    ),
    (Role::Funder, Form::Label, "финансиращ орган"),
    (
        Role::Funder,
        Form::Label,
        "финансирано|финансирана|финансиран от",
    ),
    (
        Role::Funder,
        Form::Label,
        "funding organisation|organization|organisations|organizations|body",
    ),
    (Role::Funder, Form::Label, "funder|funders|donor|donors"),
    (Role::Funder, Form::Opening, "funded|financed by"),
    (Role::Supporter, Form::Label, "с подкрепата на"),
    (
        Role::Supporter,
        Form::Label,
        "подкрепящи|подкрепяща организации|организация",
    ),
    (Role::Supporter, Form::Label, "supporters|supporter"),
    (Role::Supporter, Form::Opening, "supported by"),
    (Role::Supporter, Form::Phrase, "с подкрепата на"),
    (Role::Supporter, Form::Phrase, "with the support of"),
    (Role::Supporter, Form::Phrase, "със съдействието на"),
];

/// A plural that lists offices by their places: its cue, the singular that names one, the gap, the level of the places.
const OFFICES: [(&str, &str, &str, Level); 7] = [
    (
        "областни|областните администрации|администрациите",
        "Областна администрация",
        " - ",
        Level::Nuts3,
    ),
    (
        "общински|общинските съвети|съветите",
        "Общински съвет",
        " - ",
        Level::Lau,
    ),
    ("общини|общините", "Община", " ", Level::Lau),
    (
        "district|regional administrations",
        "District Administration",
        " - ",
        Level::Nuts3,
    ),
    ("municipal councils", "Municipal Council", " - ", Level::Lau),
    ("municipalities of", "Municipality of", " ", Level::Lau),
    ("municipalities", "Municipality of", " ", Level::Lau),
];

/// Words that may stand before such a plural.
const DETERMINERS: [&str; 22] = [
    "останалите",
    "другите",
    "всички",
    "всичките",
    "следните",
    "двете",
    "трите",
    "четирите",
    "петте",
    "шестте",
    "две",
    "три",
    "четири",
    "the",
    "other",
    "remaining",
    "following",
    "all",
    "two",
    "three",
    "four",
    "five",
];

/// Words that tie one part of a list to the next.
const TIES: [&str; 9] = [
    "съвместно с|със",
    "заедно с|със",
    "както и с|със?",
    "и с|със?",
    "с|със",
    "together with",
    "as well as",
    "and",
    "also",
];

/// Words that speak of more organisations without naming them.
const OTHERS: &str = "другите|други|др|още|много|редица|others|other|more|many|several|another|two|three|four|five|six|seven|eight|nine|ten";

/// All members that the sentences state, in the order of the text; none twice in one role.
pub(crate) fn read(sentences: &[Sentence<'_>]) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    for (at, sentence) in sentences.iter().enumerate() {
        let Some((role, form, list)) = list(sentence) else {
            continue;
        };
        let found = if list.is_empty() {
            let items = sentences
                .iter()
                .skip(at + 1)
                .take_while(|next| next.item && form == Form::Label);
            items
                .flat_map(|item| List::read(item.piece, Trust::Names))
                .collect()
        } else {
            let trust = match form {
                Form::Label | Form::Opening => Trust::Names,
                _ if role.span.start == sentence.piece.start => Trust::Kinds { open: true },
                _ => Trust::Kinds { open: false },
            };
            List::read(list, trust)
        };
        for organisation in found {
            let twice = members.iter().any(|member| {
                member.role.value == role.value
                    && same_office(
                        &member.organisation.name.value.text,
                        &organisation.name.value.text,
                    )
            });
            if !twice && members.len() < MOST {
                members.push(Member {
                    role: role.clone(),
                    organisation,
                    agreement: None,
                });
            }
        }
    }
    members
}

/// The region that the network covers, from the first sentence about partners that names exactly one.
pub(crate) fn region(sentences: &[Sentence<'_>]) -> Option<Found<&'static str>> {
    let about = |sentence: &&Sentence<'_>| {
        sentence.words.iter().any(|word| {
            ["партньор", "мрежа", "partner", "network"]
                .iter()
                .any(|stem| word.lower.starts_with(stem))
        })
    };
    let opens = |sentence: &&Sentence<'_>| {
        list(sentence).is_some_and(|(role, ..)| role.value == Role::Partner)
    };
    let named: Vec<_> = sentences
        .iter()
        .filter_map(|sentence| Some((sentence, named_region(sentence)?)))
        .collect();
    let first = named.iter().find(|(sentence, _)| opens(sentence));
    let found = first.or_else(|| named.iter().find(|(sentence, _)| about(sentence)));
    found.map(|(_, region)| region.clone())
}

fn named_region(sentence: &Sentence<'_>) -> Option<Found<&'static str>> {
    let mut found: Vec<Found<&'static str>> = Vec::new();
    for (at, word) in sentence.words.iter().enumerate() {
        if let Some(territory) = Territory::by_abbreviation(word.piece.text) {
            found.push(Found::inferred(territory.code, word.piece.span()));
        }
        if ![
            "район",
            "района",
            "районът",
            "регион",
            "региона",
            "регионът",
            "region",
        ]
        .contains(&word.lower.as_str())
        {
            continue;
        }
        let planning = |at: usize| matches!(sentence.word(at), "планов" | "плановия" | "planning");
        let end = at - usize::from(at > 0 && planning(at - 1));
        let named = (1..=2_usize).rev().filter_map(|length| {
            let name = sentence.text_of(end.checked_sub(length)?, end);
            let (territory, _) = place(name.text, Level::Nuts2);
            territory.map(|territory| Found::inferred(territory.code, name.span()))
        });
        found.extend(named.take(1));
    }
    let first = found.first()?.clone();
    found
        .iter()
        .all(|other| other.value == first.value)
        .then_some(first)
}

fn list<'a>(sentence: &Sentence<'a>) -> Option<(Found<Role>, Form, Piece<'a>)> {
    CUES.iter().find_map(|&(role, form, cue)| {
        let (first, next) = match form {
            Form::Phrase | Form::Joint => sentence.cue(cue)?,
            Form::Label | Form::Opening | Form::Together => (0, sentence.cue_at(0, cue)?),
        };
        let rest = sentence.after(next);
        let rest = match (form, rest.after_label()) {
            (Form::Label, labelled) => labelled?,
            (_, labelled) => labelled.unwrap_or(rest.trim()),
        };
        let rest = rest.trim_end_matches(|c: char| c == '.' || c.is_whitespace());
        let words = sentence.text_of(first, next).span();
        let role = if matches!(form, Form::Joint | Form::Together) {
            Found::inferred(role, words)
        } else {
            Found::stated(role, words)
        };
        Some((role, form, rest))
    })
}

/// What a list is trusted to hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trust {
    /// Names and nothing else.
    Names,
    /// Names that say what they are, and then other words; in an open one the sentence must go on after them.
    Kinds { open: bool },
}

/// A list of names being read.
#[derive(Default)]
struct List<'a> {
    /// The plural office whose places are listed now.
    office: Option<(&'static str, &'static str, Level)>,
    /// The nationality of all that follows.
    nationality: Option<(&'static Nationality, Piece<'a>)>,
    found: Vec<Organisation>,
}

impl<'a> List<'a> {
    /// The organisations of a list; one of kinds ends at the first part that does not say what it is.
    fn read(piece: Piece<'a>, trust: Trust) -> Vec<Organisation> {
        let mut names = Self::default();
        let parts = piece.split(|c| matches!(c, ',' | ';'));
        let last = parts.len().saturating_sub(1);
        for (at, part) in parts.into_iter().take(MOST).enumerate() {
            if !names.part(part, at == last, trust) && trust != Trust::Names {
                break;
            }
        }
        names.found
    }

    fn part(&mut self, part: Piece<'a>, last: bool, trust: Trust) -> bool {
        let strict = trust != Trust::Names;
        let sentence = Sentence::new(part, false);
        let tie = TIES.iter().find_map(|tie| sentence.cue_at(0, tie));
        let part = without_article(tie.map_or(part, |next| sentence.after(next).trim()));
        if self.office.is_some() && self.places(part) {
            return true;
        }
        self.office = None;
        if tie.is_some() {
            self.nationality = None;
        }
        let sentence = Sentence::new(part, false);
        if let Some(done) = self.plural(&sentence) {
            return done;
        }
        for name in conjuncts(part, last) {
            let name = without_article(name.trim());
            let (name, nationality) = self.nationality(name, &Sentence::new(name, false));
            let mut name = without_article(name.name());
            if strict {
                name = name_at_start(name);
            }
            let organisation = Organisation::named(name);
            let known = organisation.kind.is_some() || nationality.is_some();
            // `Together with Ministry of Culture we argue`: where its name ends, nothing tells.
            let runs_on = trust == Trust::Kinds { open: true }
                && last
                && name.end() >= part.name().end()
                && organisation.territory.is_none()
                && !name.text.ends_with(super::text::is_quote)
                && name.words().len() > 3;
            if !is_name(name) || (strict && !known) || runs_on {
                return false;
            }
            self.found.push(match nationality {
                Some((nationality, adjective)) => {
                    organisation.of_nationality(nationality, adjective)
                }
                None => organisation,
            });
        }
        true
    }

    /// `останалите Областни администрации от ЮЦР - Пловдив`: begins a list of places and takes its first.
    fn plural(&mut self, sentence: &Sentence<'a>) -> Option<bool> {
        let first =
            (0..sentence.words.len()).find(|&at| !DETERMINERS.contains(&sentence.word(at)))?;
        let (next, office) = OFFICES.iter().find_map(|&(cue, singular, gap, level)| {
            Some((sentence.cue_at(first, cue)?, (singular, gap, level)))
        })?;
        self.office = Some(office);
        let rest = sentence.after(next);
        // After a dash or colon stand the places, before it a region; without a region, the places alone.
        let mark = rest.outside().find(|&(_, c)| c == ':' || is_dash(c));
        let after = mark.map(|(at, c)| rest.from(at + c.len_utf8()));
        Some([Some(rest), after].into_iter().flatten().any(|places| {
            let places = without_article(places.trim());
            let sentence = Sentence::new(places, false);
            let places = sentence
                .cue_at(0, "на|в|от|of|in")
                .map_or(places, |next| sentence.after(next).trim());
            self.places(places)
        }))
    }

    /// Takes the places of a list of offices; true when there was at least one.
    fn places(&mut self, part: Piece<'a>) -> bool {
        let Some((singular, gap, level)) = self.office else {
            return false;
        };
        let mut any = false;
        for name in conjuncts(part, true) {
            let sentence = Sentence::new(name, false);
            let town = sentence
                .cue_at(0, "гр|град")
                .map_or(name, |next| sentence.after(next));
            let town = town.name().trim_matches(is_dash).trim();
            let (territory, known) = place(town.text, level);
            if !known {
                // The list of places is over; a name may still follow in the same part.
                if any && is_name(name.name()) && classify(name.text).kind.is_some() {
                    self.found.push(Organisation::named(name.name()));
                }
                break;
            }
            any = true;
            let text = format!("{singular}{gap}{}", collapse(town.text));
            let kind = classify(&text).kind;
            let inferred = |value: Option<&'static str>| {
                value.map(|value| Found::inferred(value, town.span()))
            };
            let language = language(&text);
            self.found.push(Organisation {
                name: Found::inferred(Text { text, language }, town.span()),
                kind: inferred(kind),
                country: inferred(Some("BG")),
                territory: inferred(territory.map(|territory| territory.code)),
            });
        }
        any
    }

    /// The part without `италианския партньор`, and the nationality that holds for it.
    fn nationality(
        &mut self,
        part: Piece<'a>,
        sentence: &Sentence<'a>,
    ) -> (Piece<'a>, Option<(&'static Nationality, Piece<'a>)>) {
        let Some(adjective) = sentence.words.first() else {
            return (part, self.nationality);
        };
        if let Some(nationality) = Nationality::of_adjective(&adjective.lower) {
            let found = Some((nationality, adjective.piece));
            if let Some(next) = sentence.cue_at(1, "партньор*|partner*") {
                let plural = matches!(sentence.word(1), "партньори" | "партньорите" | "partners");
                self.nationality = found.filter(|_| plural);
                let rest = sentence.after(next);
                return (rest.after_label().unwrap_or(rest.trim()), found);
            }
            if !adjective.is_capitalised() {
                return (sentence.after(1).trim(), found);
            }
        }
        let rest = sentence.cue_at(
            0,
            "партньора|партньорът|партньорите|партньор|partner|partners",
        );
        (
            rest.map_or(part, |next| sentence.after(next).trim()),
            self.nationality,
        )
    }
}

/// The names that a final `и` or `and` joins; one that belongs to a name parts nothing.
pub(crate) fn conjuncts(part: Piece<'_>, last: bool) -> Vec<Piece<'_>> {
    let sentence = Sentence::new(part, false);
    for at in 1..sentence.words.len() {
        let Some(word) = sentence.words.get(at) else {
            break;
        };
        // Nobody's name is that long; this bounds the work on a hostile text.
        if !matches!(word.lower.as_str(), "и" | "and") || part.text.len() > 1000 {
            continue;
        }
        if !part.outside().any(|(place, _)| place == word.piece.start) {
            continue;
        }
        let (left, right) = (sentence.before(at).trim(), sentence.after(at + 1).trim());
        // `X and ten others`: nobody is named.
        if Sentence::new(right, false).cue_at(0, OTHERS).is_some() {
            return vec![left];
        }
        let capital = right.text.starts_with(|c: char| c.is_uppercase());
        let whole = Sentence::new(left, false);
        let open = (0..whole.words.len())
            .any(|at| matches!(whole.word(at), "of" | "for" | "на" | "за" | "по"));
        let rest = Sentence::new(without_article(right), false);
        let foreign = Nationality::of_adjective(rest.word(0)).is_some()
            && rest.cue_at(1, "партньор*|partner*").is_some();
        let kind = classify(name_at_start(right).text).kind.is_some()
            || right.text.starts_with(super::text::is_quote);
        if kind || foreign || (last && capital && !open) {
            let mut names = vec![left];
            names.extend(conjuncts(right, last));
            return names;
        }
    }
    vec![part]
}

#[cfg(test)]
mod tests {
    use super::super::text::sentences_of;
    use super::*;

    fn names(text: &str) -> Vec<(Role, String)> {
        read(&sentences_of(text))
            .into_iter()
            .map(|member| (member.role.value, member.organisation.name.value.text))
            .collect()
    }

    fn partners(text: &str) -> Vec<String> {
        names(text)
            .into_iter()
            .filter(|(role, _)| *role == Role::Partner)
            .map(|(_, name)| name)
            .collect()
    }

    #[test]
    fn offices_listed_by_place() {
        let text = "Партньори са останалите Областни администрации от ЮИР - Сливен, гр. Ямбол и Стара Загора, съвместно с гръцкия партньор Δήμος-Kavala.";
        let found = read(&sentences_of(text));
        let rows: Vec<_> = found
            .iter()
            .map(|member| {
                let organisation = &member.organisation;
                (
                    organisation.name.value.text.as_str(),
                    organisation.name.value.language,
                    organisation.country.as_ref().map(|found| found.value),
                    organisation.territory.as_ref().map(|found| found.value),
                )
            })
            .collect();
        assert_eq!(
            rows,
            [
                (
                    "Областна администрация - Сливен",
                    "bg",
                    Some("BG"),
                    Some("BG342")
                ),
                (
                    "Областна администрация - Ямбол",
                    "bg",
                    Some("BG"),
                    Some("BG343")
                ),
                (
                    "Областна администрация - Стара Загора",
                    "bg",
                    Some("BG"),
                    Some("BG344")
                ),
                ("Δήμος-Kavala", "el", Some("GR"), None),
            ]
        );
        assert_eq!(region(&sentences_of(text)).unwrap().value, "BG34");
        assert_eq!(
            text.get(found[1].organisation.name.span.clone()),
            Some("Ямбол")
        );
    }

    #[test]
    fn names_listed_after_a_label() {
        assert_eq!(
            partners(
                "Partners: Kavarna Municipality, Chitalishte \"Prosveta-1899\" - Topola village, Rural Club"
            ),
            [
                "Kavarna Municipality",
                "Chitalishte \"Prosveta-1899\" - Topola village",
                "Rural Club"
            ]
        );
        assert_eq!(
            partners(
                "Партньори по проекта: Община Варна; Сдружение „Море, бряг и хора“ и Фондация „Нова“."
            ),
            [
                "Община Варна",
                "Сдружение „Море, бряг и хора“",
                "Фондация „Нова“"
            ]
        );
        assert_eq!(
            partners("Партньори са общините Добрич-селска и Каварна; Клуб „Море“."),
            ["Община Добрич-селска", "Община Каварна", "Клуб „Море“"]
        );
        assert_eq!(
            partners("Partners: DB Systel, Siemens and ten others"),
            ["DB Systel", "Siemens"]
        );
        assert_eq!(
            partners("Партньори:\n- Община Варна;\n- Община Аврен.\n\nДруго."),
            ["Община Варна", "Община Аврен"]
        );
        assert_eq!(
            partners(
                "Project partners: Ministry of Education and Science, ABC Ltd and the University of Ruse"
            ),
            [
                "Ministry of Education and Science",
                "ABC Ltd",
                "University of Ruse"
            ]
        );
        assert_eq!(
            partners("The partners are the municipalities of Kavarna, Balchik and Shabla."),
            [
                "Municipality of Kavarna",
                "Municipality of Balchik",
                "Municipality of Shabla"
            ]
        );
        assert_eq!(
            partners("Партньори са общините Девин, Доспат и Борино, както и Сдружение „Родопи“."),
            [
                "Община Девин",
                "Община Доспат",
                "Община Борино",
                "Сдружение „Родопи“"
            ]
        );
    }

    #[test]
    fn phrases_take_only_names_that_say_what_they_are() {
        assert_eq!(
            partners(
                "Всичко стана в партньорство с Община Балчик и Сдружение „Х“, които помогнаха."
            ),
            ["Община Балчик", "Сдружение „Х“"]
        );
        for text in [
            "Партньори: няма.",
            "Партньорите са доволни.",
            "Работим в партньорство с всички жители.",
            "Partners are important.",
            "It was built in partnership with a local NGO.",
            "Партньори:",
        ] {
            assert_eq!(partners(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn other_roles_are_labelled() {
        assert_eq!(
            names(
                "Финансираща организация: Фондация „Америка за България“.\n\nSupported by: Ministry of Culture.\nFunded by Open Society Foundation."
            ),
            [
                (Role::Funder, "Фондация „Америка за България“".to_owned()),
                (Role::Supporter, "Ministry of Culture".to_owned()),
                (Role::Funder, "Open Society Foundation".to_owned()),
            ]
        );
    }

    #[test]
    fn regions_by_name() {
        for (text, code) in [
            (
                "Партньори са общините от Югозападен район - Рила.",
                Some("BG41"),
            ),
            (
                "The partner network covers the South-West planning region.",
                Some("BG41"),
            ),
            (
                "Мрежата от партньори в Южния централен район расте.",
                Some("BG42"),
            ),
            ("Партньори от ЮЦР и ЮИР.", None),
            ("Районът е красив. Партньорите от района също.", None),
        ] {
            assert_eq!(
                region(&sentences_of(text)).map(|found| found.value),
                code,
                "{text}"
            );
        }
    }
}
