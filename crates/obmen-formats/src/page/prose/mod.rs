//! Prose to structure: small recognisers over the sentences of a page's sections, in Bulgarian and English.
//!
//! Each value found carries its evidence, the bytes of the source and a grade: `stated` where the text says it,
//! `inferred` where a named table or grammar gives it. What the text does not say is absent; where it may mean two
//! things, nothing is chosen.

pub(crate) mod contractors;
pub(crate) mod initiator;
pub(crate) mod links;
pub(crate) mod nouns;
pub(crate) mod objectives;
pub(crate) mod organisation;
pub(crate) mod outputs;
pub(crate) mod partners;
pub(crate) mod text;

pub(super) use links::Link;
pub(super) use organisation::{Organisation, same_office};
pub(super) use outputs::Output;
use partners::{Member, Role};
use std::ops::Range;
pub use text::Grade;
use text::{Block, Piece, Sentence, blocks, sentences};
pub(super) use text::{Found, Text, collapse, language};

/// A section as printed, and where it begins in the source.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Section<'a> {
    pub(crate) text: &'a str,
    pub(crate) start: usize,
}

/// The sections that hold prose; an absent one is empty.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sections<'a> {
    pub(crate) background: Section<'a>,
    pub(crate) practice: Section<'a>,
    pub(crate) results: Section<'a>,
}

/// What the prose says. Spans are bytes of the source.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Findings {
    pub(crate) initiator: Option<Organisation>,
    /// The lead as the text names it; often the initiator's own office.
    pub(crate) lead: Option<Member>,
    /// Partners, contractors, funders and supporters: by role, each in the order of the text; never the lead.
    pub(crate) members: Vec<Member>,
    pub(crate) network_territory: Option<Found<&'static str>>,
    pub(crate) objectives: Vec<Found<Text>>,
    /// Done first, then contracted, then without a number; each in the order of the text.
    pub(crate) outputs: Vec<Output>,
    pub(crate) links: Vec<Link>,
    /// The closing blocks of sections that hold only links and their labels: no part of the narrative.
    pub(crate) appendices: Vec<Range<usize>>,
}

/// Reads the prose of a page.
pub(crate) fn read(sections: &Sections<'_>) -> Findings {
    let all = [sections.background, sections.practice, sections.results];
    let parts: Vec<Vec<Block<'_>>> = all
        .iter()
        .map(|section| {
            blocks(Piece {
                text: section.text,
                start: section.start,
            })
        })
        .collect();
    let spoken: Vec<Sentence<'_>> = parts
        .iter()
        .flatten()
        .copied()
        .flat_map(sentences)
        .collect();
    // The background tells why, not what was made.
    let done: Vec<Sentence<'_>> = parts
        .iter()
        .skip(1)
        .flatten()
        .copied()
        .flat_map(sentences)
        .collect();

    let initiator = initiator::read(&spoken);
    let lead = contractors::lead(&spoken);
    let leading = lead.as_ref().map(|member| &member.organisation);
    let named = |office: Option<&Organisation>| office.map(|office| office.name.value.text.clone());
    let authorities: Vec<String> = [named(initiator.as_ref()), named(leading)]
        .into_iter()
        .flatten()
        .collect();
    let authorities: Vec<&str> = authorities.iter().map(String::as_str).collect();
    let is_authority = |member: &Member| {
        authorities
            .iter()
            .any(|known| same_office(known, &member.organisation.name.value.text))
    };

    let mut members = partners::read(&spoken);
    members.retain(|member| member.role.value != Role::Partner || !is_authority(member));
    let (contractors, contracted) = contractors::read(&spoken, &authorities, &members);
    members.extend(contractors);
    members.sort_by_key(|member| member.role.value as u8);

    let mut outputs = outputs::read(&done);
    outputs.extend(contracted);
    outputs.sort_by_key(|output| {
        let rank = if output.actual.is_some() {
            0
        } else {
            1 + u8::from(output.target.is_none())
        };
        (rank, output.title.span.start)
    });
    let mut kept: Vec<Output> = Vec::with_capacity(outputs.len());
    for output in outputs {
        // Told again, with the same number or without one, it is the same output.
        let again = |known: &Output| {
            let number = |output: &Output| {
                output
                    .actual
                    .as_ref()
                    .or(output.target.as_ref())
                    .map(|n| n.value)
            };
            known.title.value == output.title.value
                && (number(&output).is_none() || number(known) == number(&output))
        };
        if !kept.iter().any(again) {
            kept.push(output);
        }
    }

    Findings {
        network_territory: partners::region(&spoken),
        objectives: parts
            .iter()
            .map(|blocks| objectives::read(blocks))
            .find(|found| !found.is_empty())
            .unwrap_or_default(),
        outputs: kept,
        links: parts
            .iter()
            .flat_map(|blocks| links::read(blocks))
            .collect(),
        appendices: parts
            .iter()
            .filter_map(|blocks| links::appendix(blocks))
            .collect(),
        initiator,
        lead,
        members,
    }
}

#[cfg(test)]
mod tests;
