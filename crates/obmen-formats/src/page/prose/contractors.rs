//! Who led, who was contracted, for what and how much.

use super::initiator::{is_name, name, without_article};
use super::organisation::{Organisation, classify, same_office};
use super::outputs::{Output, total};
use super::partners::{Agreement, Member, Role};
use super::text::{Found, MOST, Piece, Sentence, Text, is_dash, is_quote, lower_first};

/// Cues of the lead; a name follows.
const LEADS: [&str; 4] = [
    "водеща|водещата организация|институция по|на|в? проекта? е|беше?",
    "водещ|водещият|водещия партньор по|на|в? проекта? е|беше?",
    "lead|leading organisation|organization|partner|applicant of|in? the? project? is|was?",
    "project? coordinator is|was?",
];

/// The signing of a contract.
const SIGNED: [&str; 5] = [
    "е|бе|беше|са|бяха сключен|сключени|подписан|подписани договор|договори|договорът",
    "сключен|сключени|подписан|подписани е|бе|беше|са|бяха договор|договори",
    "договор|договорът е|бе|беше сключен|подписан",
    "contract|contracts was|were|is|has|have been? signed|concluded",
    "contract|agreement for",
];

/// How a sentence begins that goes on about a contract.
const OF_THE_CONTRACT: [&str; 2] = [
    "дейностите|услугите|услугата|предметът? и? дейностите|услугите? включва|включват|обхваща|обхващат",
    "the? services|service|activities|work include|includes|cover|covers|comprises",
];

/// Contracts of another kind, whose parties are no contractors.
const OTHER_CONTRACTS: [&str; 20] = [
    "безвъзмездн*",
    "партньорство*",
    "сътрудничеств*",
    "финансиране",
    "за наем|заем|дарение|концесия|наемане|ползване",
    "наемен|трудов|граждански договор",
    "покупко*",
    "продажба|продажбата",
    "дарени*",
    "lease",
    "rent|rental",
    "loan",
    "donation",
    "sale",
    "employment",
    "грант*",
    "grant*",
    "partnership",
    "cooperation",
    "funding",
];

/// What a later sentence may call a contractor, and the kind that it thereby gives.
const KINDS: [(&str, &str); 14] = [
    (
        "структура|структури|структурите на гражданското общество",
        "civil-society",
    ),
    (
        "неправителствена|неправителствената организация",
        "civil-society",
    ),
    ("гражданска|гражданската организация", "civil-society"),
    ("сдружението", "civil-society"),
    ("фондацията", "civil-society"),
    ("читалището", "civil-society"),
    ("фирмата", "company"),
    ("дружеството", "company"),
    ("компанията", "company"),
    (
        "a|the civil society organisation|organization|structure",
        "civil-society",
    ),
    (
        "non governmental organisation|organization",
        "civil-society",
    ),
    ("the association|foundation|ngo", "civil-society"),
    ("the company|firm", "company"),
    ("the university", "university"),
];

/// The lead that the sentences name.
pub(crate) fn lead(sentences: &[Sentence<'_>]) -> Option<Member> {
    sentences.iter().find_map(|sentence| {
        LEADS.iter().find_map(|cue| {
            let (first, next) = sentence.cue(cue)?;
            let rest = sentence.after(next);
            let rest = rest.after_label().unwrap_or(rest.trim());
            // `Между Водещата организация X и Y е сключен`: the name ends at the other party.
            let parties = between(sentence).map_or(rest, |(first, second)| {
                [first, second]
                    .into_iter()
                    .find(|party| party.span().contains(&rest.start))
                    .map_or(rest, |p| p.cut(rest.start, p.end()))
            });
            Some(Member {
                role: Found::stated(Role::Lead, sentence.text_of(first, next).span()),
                organisation: Organisation::named(name(parties)?),
                agreement: None,
            })
        })
    })
}

/// The contractors, with their agreements, and the quantities contracted.
pub(crate) fn read(
    sentences: &[Sentence<'_>],
    authorities: &[&str],
    partners: &[Member],
) -> (Vec<Member>, Vec<Output>) {
    let (mut members, mut outputs): (Vec<Member>, Vec<Output>) = (Vec::new(), Vec::new());
    let mut contracts = 0_usize;
    let mut last = 0;
    for (at, sentence) in sentences.iter().enumerate() {
        let talk = sentence
            .words
            .iter()
            .any(|word| word.lower.starts_with("договор") || word.lower.starts_with("contract"));
        if let Some(member) = contract(sentence, authorities) {
            contracts += 1;
            last = at;
            let twice = members.iter().any(|known| {
                same_office(
                    &known.organisation.name.value.text,
                    &member.organisation.name.value.text,
                )
            });
            if !twice && members.len() < MOST {
                members.push(member);
            }
        }
        // `The services include …`, said right after the contract, speaks of its subject.
        let subject = contracts > 0
            && at == last + 1
            && OF_THE_CONTRACT
                .iter()
                .any(|cue| sentence.cue_at(0, cue).is_some());
        if (talk || subject)
            && outputs.len() < MOST
            && let Some(output) = quantity(sentence)
        {
            outputs.push(output);
        }
    }
    if let ([member], 1) = (members.as_mut_slice(), contracts)
        && member.organisation.kind.is_none()
    {
        member.organisation.kind =
            later_kind(sentences.get(last + 1..).unwrap_or_default(), partners);
    }
    (members, outputs)
}

/// What a later sentence calls the one contractor; none when another organisation may be meant.
fn later_kind(sentences: &[Sentence<'_>], partners: &[Member]) -> Option<Found<&'static str>> {
    let found = sentences.iter().find_map(|sentence| {
        KINDS.iter().find_map(|(cue, kind)| {
            let (first, next) = sentence.cue(cue)?;
            Some(Found::inferred(*kind, sentence.text_of(first, next).span()))
        })
    })?;
    let other = |member: &Member| {
        member
            .organisation
            .kind
            .as_ref()
            .is_some_and(|kind| kind.value == found.value)
    };
    (!partners.iter().any(other)).then_some(found)
}

/// The two parties of `между X и Y` or `between X and Y`.
fn between<'a>(sentence: &Sentence<'a>) -> Option<(Piece<'a>, Piece<'a>)> {
    let (_, from) = sentence.cue("между|between")?;
    let signed = SIGNED
        .iter()
        .filter_map(|cue| sentence.cue(cue))
        .map(|(first, _)| first)
        .find(|&first| first > from)
        .unwrap_or(sentence.words.len());
    let both = if signed < sentence.words.len() {
        sentence
            .piece
            .cut(sentence.after(from).start, sentence.before(signed).end())
    } else {
        sentence.after(from)
    };
    let both = both.trim();
    let both = both.split(|c| c == ':').into_iter().next()?;
    if both.text.len() > 1000 {
        return None;
    }
    let inner = Sentence::new(both, false);
    let mut splits = (1..inner.words.len()).filter_map(|at| {
        let word = inner.words.get(at)?;
        let free = both.outside().any(|(place, _)| place == word.piece.start);
        let (left, right) = (
            inner.before(at).trim(),
            without_article(inner.after(at + 1).trim()),
        );
        let begins = right
            .text
            .starts_with(|c: char| c.is_uppercase() || is_quote(c))
            || classify(right.text).kind.is_some()
            || marked(&Sentence::new(right, false)).is_some();
        (free && matches!(word.lower.as_str(), "и" | "and") && begins).then_some((left, right))
    });
    let first = splits.next()?;
    // A conjunction within a name: take the split that a quote or a known kind confirms.
    let sure =
        |right: Piece<'_>| right.text.starts_with(is_quote) || classify(right.text).kind.is_some();
    let mut rest = splits.peekable();
    if rest.peek().is_none() || sure(first.1) {
        return Some(first);
    }
    rest.find(|(_, right)| sure(*right))
}

fn contract(sentence: &Sentence<'_>, authorities: &[&str]) -> Option<Member> {
    let (first, next) = SIGNED.iter().find_map(|cue| sentence.cue(cue))?;
    if OTHER_CONTRACTS
        .iter()
        .any(|cue| sentence.cue(cue).is_some())
    {
        return None;
    }
    let role =
        |first, next| Found::inferred(Role::Contractor, sentence.text_of(first, next).span());
    let (with, contractor) = if let Some((a, b)) = between(sentence) {
        let ((a, a_leads), (b, b_leads)) = (party(a)?, party(b)?);
        let public = |name: Piece<'_>, leads: bool| {
            leads
                || authorities
                    .iter()
                    .any(|known| same_office(known, name.text))
        };
        match (public(a, a_leads), public(b, b_leads)) {
            (true, false) => (Some(a), b),
            (false, true) => (Some(b), a),
            _ => {
                let office = |name: Piece<'_>| {
                    matches!(
                        classify(name.text).kind,
                        Some(
                            "district-administration"
                                | "municipality"
                                | "municipal-council"
                                | "ministry"
                        )
                    )
                };
                match (office(a), office(b)) {
                    (true, false) => (Some(a), b),
                    (false, true) => (Some(b), a),
                    _ => return None,
                }
            }
        }
    } else {
        // `Договор с X за Y`, or `С X е сключен договор за Y`.
        let after = Sentence::new(sentence.after(next), false);
        let behind = after.cue_at(0, "с|със|with").map(|from| {
            let rest = after.after(from);
            let inner = Sentence::new(rest, false);
            inner.cue("за|for").map_or(rest, |(at, _)| inner.before(at))
        });
        let ahead = || {
            let from = sentence.cue_at(0, "с|със|with")?;
            let start = sentence.after(from).start;
            Some(sentence.piece.cut(start, sentence.before(first).end()))
        };
        let (name, _) = party(behind.or_else(ahead)?)?;
        // An office that stands alone may as well be the one that pays.
        if classify(name.text).territory.is_some() {
            return None;
        }
        (None, name)
    };
    Some(Member {
        role: role(first, next),
        organisation: Organisation::named(contractor),
        agreement: Some(Agreement {
            with: with.map(|name| Found::stated(Text::of(name.text), name.span())),
            subject: subject(sentence)
                .map(|piece| Found::stated(Text::of(piece.text), piece.span())),
        }),
    })
}

/// A party's name, and whether the sentence calls it the lead or the client.
fn party(piece: Piece<'_>) -> Option<(Piece<'_>, bool)> {
    let sentence = Sentence::new(without_article(piece.trim()), false);
    let (next, public) = marked(&sentence).unwrap_or((0, false));
    let rest = sentence.after(next);
    let name = rest.after_label().unwrap_or(rest).name();
    is_name(name).then_some((name, public))
}

/// Where the name begins after a word for the party's part in the contract, and whether it is the public one's.
fn marked(sentence: &Sentence<'_>) -> Option<(usize, bool)> {
    let clients = [
        "възложителя|възложителят|възложител",
        "contracting authority",
        "client",
    ];
    let public = LEADS
        .iter()
        .chain(&clients)
        .find_map(|cue| sentence.cue_at(0, cue));
    let contractor = sentence.cue_at(0, "изпълнителя|изпълнителят|изпълнител|contractor");
    public
        .map(|next| (next, true))
        .or(contractor.map(|next| (next, false)))
}

/// What the contract is for: what is quoted after its mention, else what follows `за` or `for`.
fn subject<'a>(sentence: &Sentence<'a>) -> Option<Piece<'a>> {
    let (_, next) = sentence.cue("договор|договори|договорът|contract|contracts")?;
    let rest = sentence.after(next);
    let labelled = rest
        .outside()
        .find(|&(_, c)| c == ':')
        .map(|(at, _)| rest.from(at + 1).trim());
    if let Some(text) = labelled {
        let text = text
            .quoted()
            .filter(|_| text.text.starts_with(is_quote))
            .unwrap_or(text.name());
        return (!text.is_empty() && text.text.len() <= 400).then_some(text);
    }
    let inner = Sentence::new(rest, false);
    let (_, from) = [
        "за изпълнение|предоставяне|възлагане на услуга|услуги|услугата?",
        "за услуга|услуги|услугата",
        "for|of the? service|services",
        "за|for",
    ]
    .iter()
    .find_map(|cue| inner.cue(cue))?;
    let to = (from..inner.words.len()).find(|&at| {
        ["was|were|is|has|have", "е|бе|беше|са", "между|between"]
            .iter()
            .any(|cue| inner.cue_at(at, cue).is_some())
    });
    let text = inner.after(from).trim();
    let text = if text.text.starts_with(is_quote) {
        text.quoted()?
    } else {
        let end = inner.text_of(from, to.unwrap_or(inner.words.len())).end();
        text.to(end).name()
    };
    let long = text.words().len() > 24;
    (!text.is_empty() && !long).then_some(text)
}

/// `предмет на договора, включват: X, включително … – общо 15 броя`: what was contracted, and how much.
fn quantity(sentence: &Sentence<'_>) -> Option<Output> {
    let total = total(sentence)?;
    let (_, next) = [
        "включват|включва|обхваща|обхващат",
        "include|includes|covers|cover|comprises",
    ]
    .iter()
    .find_map(|cue| sentence.cue(cue))?;
    let start = sentence.after(next);
    let text = start.to(sentence.before(total.first).end());
    let text = text.trim_start_matches(|c| c == ':' || c.is_whitespace());
    let inner = Sentence::new(text, false);
    let more =
        (1..inner.words.len()).find(|&at| inner.cue_at(at, "включително|including").is_some());
    let title = more.map_or(text, |at| inner.before(at));
    let title = title.trim_matches(|c: char| {
        c.is_whitespace() || is_dash(c) || matches!(c, ',' | ';' | ':' | '.')
    });
    if title.is_empty() || title.text.len() > 240 {
        return None;
    }
    Some(Output {
        title: Found::stated(
            Text {
                text: lower_first(&Text::of(title.text).text),
                ..Text::of(title.text)
            },
            title.span(),
        ),
        unit: Some(total.unit),
        actual: None,
        target: Some(total.quantity),
    })
}

#[cfg(test)]
mod tests {
    use super::super::text::sentences_of;
    use super::*;

    fn one(text: &str) -> Member {
        let (mut members, _) = read(&sentences_of(text), &[], &[]);
        assert_eq!(members.len(), 1, "{text}");
        members.remove(0)
    }

    fn facts(member: &Member) -> (&str, Option<&str>, Option<&str>) {
        let agreement = member.agreement.as_ref().unwrap();
        (
            &member.organisation.name.value.text,
            agreement
                .with
                .as_ref()
                .map(|found| found.value.text.as_str()),
            agreement
                .subject
                .as_ref()
                .map(|found| found.value.text.as_str()),
        )
    }

    #[test]
    fn a_contract_ties_a_contractor() {
        let text = "Между Водещата организация Областна администрация-Бургас и “Център за морски изследвания” е сключен Договор за изпълнение на услуга: „Филми и снимки”. Добър пример за структура на гражданското общество.";
        let member = one(text);
        assert_eq!(
            facts(&member),
            (
                "Център за морски изследвания",
                Some("Областна администрация-Бургас"),
                Some("Филми и снимки")
            )
        );
        assert_eq!(member.organisation.kind.unwrap().value, "civil-society");
        let lead = lead(&sentences_of(text)).unwrap().organisation;
        assert_eq!(lead.name.value.text, "Областна администрация-Бургас");
        assert_eq!(lead.territory.unwrap().value, "BG341");
    }

    #[test]
    fn contracts_in_other_words() {
        assert_eq!(
            facts(&one(
                "Сключен е договор с „Медия Груп“ ООД за отпечатване на брошури."
            )),
            ("„Медия Груп“ ООД", None, Some("отпечатване на брошури"))
        );
        assert_eq!(
            facts(&one(
                "A contract for printing of brochures was signed between Kavarna Municipality and Print House Ltd."
            )),
            (
                "Print House Ltd",
                Some("Kavarna Municipality"),
                Some("printing of brochures")
            )
        );
        assert_eq!(
            facts(&one(
                "Между „Пътища“ АД и Община Русе беше подписан договор за ремонт на улици."
            )),
            ("„Пътища“ АД", Some("Община Русе"), Some("ремонт на улици"))
        );
    }

    #[test]
    fn other_contracts_tie_nobody() {
        for text in [
            "Между Община Русе и Министерство на финансите е сключен договор за безвъзмездна финансова помощ.",
            "Между Община Русе и Община Бяла е сключен договор за партньорство.",
            "Договорът е добър.",
            "A contract was signed.",
        ] {
            assert_eq!(read(&sentences_of(text), &[], &[]).0, [], "{text}");
        }
    }

    #[test]
    fn a_total_contracted_is_a_target() {
        for (text, title, target) in [
            (
                "Дейностите, предмет на договора, включват: Филми и клипове, включително и реклами – общо 7 броя.",
                "филми и клипове",
                7.0,
            ),
            (
                "The contract covers: Films and clips, including trailers – a total of 22 items.",
                "films and clips",
                22.0,
            ),
        ] {
            let (_, outputs) = read(&sentences_of(text), &[], &[]);
            assert_eq!(outputs.len(), 1, "{text}");
            assert_eq!(outputs[0].title.value.text, title);
            assert_eq!(
                outputs[0].target.as_ref().unwrap().value.to_bits(),
                f64::to_bits(target)
            );
            assert_eq!(outputs[0].unit.as_ref().unwrap().value, "item");
        }
    }

    #[test]
    fn leads_are_named() {
        for (text, name) in [
            ("Водеща организация: Община Девин.", "Община Девин"),
            (
                "Lead partner: Svishtov Municipality",
                "Svishtov Municipality",
            ),
            (
                "The lead organisation is the Municipality of Kavarna.",
                "Municipality of Kavarna",
            ),
        ] {
            let found = lead(&sentences_of(text)).unwrap();
            assert_eq!(found.organisation.name.value.text, name);
        }
        assert_eq!(
            lead(&sentences_of("Водещата организация работи добре.")),
            None
        );
    }
}
