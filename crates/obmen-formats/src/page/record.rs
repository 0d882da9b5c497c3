//! From what was found on a page to the record: each value is set together with its evidence.

use obmen::model::{
    Agreement, Contact, Indicator, Innovator, MediaLink, Member, Network, Organisation, Party,
    Practice, ResultItem, ResultKind, Results, Role, Source, Status,
};
use obmen::value::{LocalisedText, Number};

use super::layout::{self, Layout, Section, Site, body_text};
use super::printed::Printed;
use super::prose::{self, Findings, Found, Grade, Text, partners};
use super::{Evidence, Span};

/// Collects the evidence of a record that is being made.
struct Ledger<'p> {
    printed: &'p Printed<'p>,
    evidence: Vec<Evidence>,
}

impl Ledger<'_> {
    /// Notes which bytes of the page the value at a pointer rests on.
    fn note(&mut self, pointer: impl Into<String>, span: &Span, grade: Grade) {
        let span = self.printed.source_span(span.clone());
        self.evidence.push(Evidence {
            pointer: pointer.into(),
            span,
            grade,
        });
    }

    /// Notes the evidence of a value and gives it.
    fn take<T>(&mut self, pointer: impl Into<String>, found: Found<T>) -> T {
        self.note(pointer, &found.span, found.grade);
        found.value
    }

    fn localised(&mut self, pointer: &str, found: Found<Text>) -> LocalisedText<'static> {
        let Text { text, language } =
            self.take(format!("{pointer}/{}", found.value.language), found);
        LocalisedText::new(language, text)
    }

    fn organisation(&mut self, pointer: &str, found: prose::Organisation) -> Organisation<'static> {
        let mut organisation = Organisation::default();
        organisation.name = Some(self.localised(&format!("{pointer}/name"), found.name));
        organisation.kind = found
            .kind
            .map(|kind| self.take(format!("{pointer}/kind"), kind).into());
        organisation.country = found
            .country
            .map(|country| self.take(format!("{pointer}/country"), country).into());
        organisation.territory = found
            .territory
            .map(|code| self.take(format!("{pointer}/territory"), code).into());
        organisation
    }

    fn network(
        &mut self,
        findings: &mut Findings,
        initiator: Option<&Organisation<'_>>,
    ) -> Option<Network<'static>> {
        let mut network = Network::default();
        network.territory = findings
            .network_territory
            .take()
            .map(|code| self.take("/network/territory", code).into());
        for found in findings
            .lead
            .take()
            .into_iter()
            .chain(std::mem::take(&mut findings.members))
        {
            let pointer = format!("/network/members/{}", network.members.len());
            network
                .members
                .push(self.member(&pointer, found, initiator));
        }
        (network != Network::default()).then_some(network)
    }

    fn member(
        &mut self,
        pointer: &str,
        found: partners::Member,
        initiator: Option<&Organisation<'_>>,
    ) -> Member<'static> {
        let mut member = Member::default();
        member.role = Some(match self.take(format!("{pointer}/role"), found.role) {
            partners::Role::Lead => Role::Lead,
            partners::Role::Partner => Role::Partner,
            partners::Role::Contractor => Role::Contractor,
            partners::Role::Funder => Role::Funder,
            partners::Role::Supporter => Role::Supporter,
        });
        member.organisation = Some(self.party(
            &format!("{pointer}/organisation"),
            found.organisation,
            initiator,
        ));
        member.agreement = found.agreement.map(|found| {
            let pointer = format!("{pointer}/agreement");
            let mut agreement = Agreement::default();
            agreement.with = found.with.map(|with| {
                self.party(
                    &format!("{pointer}/with"),
                    prose::Organisation::of(with),
                    initiator,
                )
            });
            agreement.subject = found
                .subject
                .map(|subject| self.localised(&format!("{pointer}/subject"), subject));
            agreement
        });
        member
    }

    /// Returns the word `initiator` for the initiator's name, else the organisation.
    fn party(
        &mut self,
        pointer: &str,
        found: prose::Organisation,
        initiator: Option<&Organisation<'_>>,
    ) -> Party<'static> {
        let names = initiator.and_then(|initiator| initiator.name.as_ref());
        let is_initiator = names.is_some_and(|names| {
            names
                .iter()
                .any(|(_, name)| prose::same_office(name, &found.name.value.text))
        });
        if is_initiator {
            self.note(pointer, &found.name.span, found.name.grade);
            return Party::Initiator;
        }
        self.organisation(pointer, found).into()
    }

    fn source(&mut self, site: &Site) -> Source<'static> {
        let mut source = Source::default();
        self.note("/source/register", &site.span, Grade::Inferred);
        source.register = Some(site.register.into());
        let printed = self.printed.text().get(site.span.clone());
        let named = printed.is_some_and(|text| text.contains(site.publisher));
        let grade = if named {
            Grade::Stated
        } else {
            Grade::Inferred
        };
        self.note("/source/publisher", &site.span, grade);
        source.publisher = Some(site.publisher.into());
        source
    }

    fn media(&mut self, links: Vec<prose::Link>) -> Vec<MediaLink<'static>> {
        let link = |(index, found): (usize, prose::Link)| {
            let mut link = MediaLink::default();
            link.url = Some(self.take(format!("/media/{index}/url"), found.url).into());
            link.kind = found
                .kind
                .map(|kind| self.take(format!("/media/{index}/kind"), kind).into());
            link
        };
        links.into_iter().enumerate().map(link).collect()
    }

    fn results(
        &mut self,
        narrative: Option<LocalisedText<'static>>,
        outputs: Vec<prose::Output>,
    ) -> Option<Results<'static>> {
        let mut results = Results::default();
        results.narrative = narrative;
        for (index, found) in outputs.into_iter().enumerate() {
            results
                .items
                .push(self.output(&format!("/results/items/{index}"), found));
        }
        (results != Results::default()).then_some(results)
    }

    fn output(&mut self, pointer: &str, found: prose::Output) -> ResultItem<'static> {
        let mut item = ResultItem::default();
        // That something was made makes it an output on the results chain.
        self.note(
            format!("{pointer}/kind"),
            &found.title.span,
            Grade::Inferred,
        );
        item.kind = Some(ResultKind::Output);
        item.title = Some(self.localised(&format!("{pointer}/title"), found.title));
        let pointer = format!("{pointer}/indicator");
        let mut indicator = Indicator::default();
        indicator.unit = found
            .unit
            .map(|unit| self.take(format!("{pointer}/unit"), unit).into());
        indicator.target = found
            .target
            .and_then(|target| Number::new(self.take(format!("{pointer}/target"), target)));
        indicator.actual = found
            .actual
            .and_then(|actual| Number::new(self.take(format!("{pointer}/actual"), actual)));
        item.indicator = (indicator != Indicator::default()).then_some(indicator);
        item
    }

    /// Returns the innovator with the contact block, which is theirs.
    fn innovator(&mut self, text: &str, layout: &Layout) -> Option<Innovator<'static>> {
        let mut innovator = Innovator::default();
        let mut take = |pointer: &str, span: Option<&Span>| {
            let span = span?;
            let value = prose::collapse(text.get(span.clone())?);
            self.note(format!("/innovator/{pointer}"), span, Grade::Stated);
            Some(value)
        };
        let block = &layout.contact;
        innovator.name = take("name", layout.innovator.as_ref()).map(Into::into);
        let mut contact = Contact::default();
        contact.person = take("contact/person", block.person.as_ref()).map(Into::into);
        contact.position = take("contact/position", block.position.as_ref()).map(Into::into);
        if let (Some(first), Some(last)) = (block.address.first(), block.address.last()) {
            let lines = block
                .address
                .iter()
                .filter_map(|span| text.get(span.clone()));
            contact.address = Some(
                lines
                    .map(prose::collapse)
                    .collect::<Vec<_>>()
                    .join(", ")
                    .into(),
            );
            take("contact/address", Some(&(first.start..last.end)));
        }
        contact.phone = take("contact/phone", block.phone.as_ref()).map(Into::into);
        contact.fax = take("contact/fax", block.fax.as_ref()).map(Into::into);
        contact.email = take("contact/email", block.email.as_ref()).map(Into::into);
        contact.url = block
            .url
            .as_ref()
            .map(|span| self.address(text, span).into());
        innovator.contact = (contact != Contact::default()).then_some(contact);
        (innovator != Innovator::default()).then_some(innovator)
    }

    /// Returns a web address as a link: one that is printed from its host on is completed.
    fn address(&mut self, text: &str, span: &Span) -> String {
        let printed = text.get(span.clone()).unwrap_or_default();
        let (link, grade) = if printed.contains("://") {
            (printed.to_owned(), Grade::Stated)
        } else {
            (format!("http://{printed}"), Grade::Inferred)
        };
        self.note("/innovator/contact/url", span, grade);
        link
    }
}

/// Returns the record that a page holds, its evidence, and what of the layout found no place in it.
pub(super) fn of(
    printed: &Printed<'_>,
    layout: &Layout,
) -> (Option<Practice<'static>>, Vec<Evidence>, Vec<Span>) {
    let text = printed.text();
    let mut ledger = Ledger {
        printed,
        evidence: Vec::new(),
    };
    let mut unread = Vec::new();
    let mut findings = prose::read(&sections(text, layout));
    let appendices = std::mem::take(&mut findings.appendices);
    let mut practice = Practice::default();

    let words = |span: &Span| text.get(span.clone()).unwrap_or_default();
    let language = layout.language.map(layout::Language::tag);
    let first_heading = [&layout.background, &layout.practice, &layout.results]
        .into_iter()
        .flatten()
        .next()
        .map(|section| &section.heading);
    if let (Some(language), Some(heading)) = (language, first_heading) {
        ledger.note("/language", heading, Grade::Inferred);
        practice.language = Some(language.into());
    }
    practice.source = layout.site.as_ref().map(|site| ledger.source(site));
    if let Some(published) = &layout.published {
        ledger.note("/status", &published.span, Grade::Inferred);
        practice.status = Some(Status::Published);
    }
    practice.title = layout.title.as_ref().map(|span| {
        let found = Found::stated(Text::of(words(span)), span.clone());
        ledger.localised("/title", found)
    });
    let body = |ledger: &mut Ledger<'_>, pointer: &str, section: Option<&Section>| {
        let section = section?;
        let told = without(&section.body, &appendices)
            .map(|span| words(&span))
            .collect::<String>();
        let value = body_text(&told);
        let language = prose::language(&value);
        let found = Found::stated(
            Text {
                text: value,
                language,
            },
            section.body.clone(),
        );
        (!found.value.text.is_empty()).then(|| ledger.localised(pointer, found))
    };
    practice.background = body(&mut ledger, "/background", layout.background.as_ref());
    practice.description = body(&mut ledger, "/description", layout.practice.as_ref());
    practice.objectives = std::mem::take(&mut findings.objectives)
        .into_iter()
        .enumerate()
        .map(|(index, found)| ledger.localised(&format!("/objectives/{index}"), found))
        .collect();

    let named = layout
        .organisation
        .as_ref()
        .map(|span| prose::Organisation::at(text, span));
    let initiator = match (findings.initiator.take(), named) {
        (Some(told), Some(named)) => {
            if !prose::same_office(&told.name.value.text, &named.name.value.text) {
                unread.push(named.name.span);
            }
            Some(told)
        }
        (told, named) => told.or(named),
    };
    practice.initiator = initiator.map(|found| ledger.organisation("/initiator", found));
    practice.network = ledger.network(&mut findings, practice.initiator.as_ref());

    let narrative = body(&mut ledger, "/results/narrative", layout.results.as_ref());
    practice.results = ledger.results(narrative, findings.outputs);
    practice.media = ledger.media(findings.links);
    practice.innovator = ledger.innovator(text, layout);
    if let Some(published) = &layout.published {
        ledger.note("/published", &published.span, Grade::Stated);
        practice.published = Some(published.date);
    }
    if let Some(nominations) = &layout.nominations {
        ledger.note("/stated_nominations", &nominations.span, Grade::Stated);
        practice.stated_nominations = Some(nominations.count);
    }

    if ledger.evidence.is_empty() {
        return (None, Vec::new(), unread);
    }
    practice.format = Some(1);
    practice.id = practice.proposed_id().map(Into::into);
    (Some(practice), ledger.evidence, unread)
}

fn sections<'p>(text: &'p str, layout: &Layout) -> prose::Sections<'p> {
    let of = |section: &Option<Section>| {
        let span = section
            .as_ref()
            .map(|section| section.body.clone())
            .unwrap_or_default();
        prose::Section {
            text: text.get(span.clone()).unwrap_or_default(),
            start: span.start,
        }
    };
    prose::Sections {
        background: of(&layout.background),
        practice: of(&layout.practice),
        results: of(&layout.results),
    }
}

/// Returns the parts of a span that no hole takes away, in order.
fn without(span: &Span, holes: &[Span]) -> impl Iterator<Item = Span> {
    let mut inside: Vec<&Span> = holes
        .iter()
        .filter(|hole| span.start <= hole.start && hole.end <= span.end)
        .collect();
    inside.sort_unstable_by_key(|hole| hole.start);
    let starts = std::iter::once(span.start)
        .chain(inside.iter().map(|hole| hole.end))
        .collect::<Vec<_>>();
    let ends = inside
        .iter()
        .map(|hole| hole.start)
        .chain(std::iter::once(span.end))
        .collect::<Vec<_>>();
    starts.into_iter().zip(ends).map(|(start, end)| start..end)
}
