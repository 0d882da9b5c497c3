//! A page of an innovations exchange, printed text or HTML, read into a record.
//!
//! The way of a page, one file a step: `printed` turns bytes into the text that a reader sees, with a
//! map back; `layout` finds title, sections, footer and contact block, and drops the site's furniture;
//! `prose` finds in the sentences of the sections who took part and what came of it; `record` sets
//! each value together with its evidence.

#[cfg(feature = "html")]
mod html;
mod layout;
mod printed;
mod prose;
mod record;
mod rules;
mod vocabulary;

use obmen::check::{Arguments, Diagnostic, Locate, Rule, Term};
use obmen::{Context, Practice, Report};
use serde::ser::{Serialize, SerializeMap, Serializer};

pub use obmen::check::Span;
pub use printed::MAX_PAGE;
pub use prose::Grade;
pub(crate) use rules::TABLE;

use layout::{Label, Layout};
use printed::{Printed, Unprintable};

/// The bytes of a page that a value rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Evidence {
    /// The place of the value in the record (RFC 6901).
    pub pointer: String,
    /// Whether the page says the value, or it follows by grammar or a named table.
    pub grade: Grade,
    /// Bytes of the page decoded to UTF-8.
    pub span: Span,
}

impl Serialize for Evidence {
    /// Writes `{"pointer","grade","start","end"}`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry("pointer", &self.pointer)?;
        map.serialize_entry("grade", self.grade.as_str())?;
        map.serialize_entry("start", &self.span.start)?;
        map.serialize_entry("end", &self.span.end)?;
        map.end()
    }
}

/// What reading a page gives.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PageReading {
    /// The record; `None` when nothing of a practice was found.
    pub practice: Option<Practice>,
    /// Every fault, with its place on the page.
    pub report: Report,
    /// For every value of the record the bytes that it rests on. Without evidence are only `format`
    /// and `id`, which are obmen's own.
    pub evidence: Vec<Evidence>,
    /// The page decoded to UTF-8, to which spans refer.
    pub text: String,
}

/// Reads a page of an exchange, printed text or HTML, in Bulgarian or English, and checks the record.
///
/// It never fails, whatever the bytes hold. No value is made up: each has its evidence on the page.
/// Pages of more than [`MAX_PAGE`] bytes are refused with `shape/too-large`, and bytes that are
/// neither UTF-8 nor Windows-1251 with `shape/bad-encoding`. Without the feature `html` a page is
/// printed text in UTF-8, and mark-up is the text that it is.
///
/// ```
/// let page = "Предистория\n\nИнициатор на практиката е Община Каварна.\n\nПрактика\n\nРезултати\n\nИноватор: -\n";
/// let reading = obmen_formats::page::read(page.as_bytes(), &obmen::Context::default());
/// let initiator = reading.practice.unwrap().initiator.unwrap();
/// assert_eq!(initiator.territory.as_deref(), Some("DOB17"));
/// let evidence = reading.evidence.iter().find(|found| found.pointer == "/initiator/name/bg").unwrap();
/// assert_eq!(&reading.text[evidence.span.clone()], "Община Каварна");
/// ```
#[must_use]
pub fn read(bytes: &[u8], context: &Context) -> PageReading {
    let printed = match Printed::from_bytes(bytes) {
        Ok(printed) => printed,
        Err(unprintable) => return refused(&unprintable, context),
    };
    let layout = Layout::of(printed.text());
    let (practice, evidence, mut unread) = record::of(&printed, &layout);
    let mut report = practice.as_ref().map_or_else(
        || Report::new(context.profile(), context.rules_version()),
        |practice| practice.check(context),
    );
    if [&layout.background, &layout.practice, &layout.results]
        .iter()
        .all(|section| section.is_none())
    {
        push(
            &mut report,
            context,
            &rules::NO_SECTION,
            "",
            Arguments::default(),
            0..0,
        );
    }
    for misread in &layout.misread {
        let arguments = quoting("value", &printed, &misread.span);
        let span = printed.source_span(misread.span.clone());
        push(
            &mut report,
            context,
            &rules::UNREAD_VALUE,
            pointer_of(misread.label),
            arguments,
            span,
        );
    }
    unread.extend(layout.unread.iter().cloned());
    for span in unread {
        let arguments = quoting("text", &printed, &span);
        push(
            &mut report,
            context,
            &rules::UNREAD_TEXT,
            "",
            arguments,
            printed.source_span(span),
        );
    }
    let text = printed.source().to_owned();
    report.locate(&Located {
        text: &text,
        evidence: &evidence,
    });
    PageReading {
        practice,
        report,
        evidence,
        text,
    }
}

fn push(
    report: &mut Report,
    context: &Context,
    rule: &'static Rule,
    pointer: &str,
    arguments: Arguments,
    span: Span,
) {
    if let Some(severity) = context.severity(rule) {
        let mut found = Diagnostic::new(rule, severity, pointer.to_owned(), arguments);
        found.span = Some(span);
        report.push(found);
    }
}

fn quoting(name: &'static str, printed: &Printed<'_>, span: &Span) -> Arguments {
    let mut arguments = Arguments::default();
    arguments.push(name, printed.text().get(span.clone()).unwrap_or_default());
    arguments
}

/// Returns the reading of bytes that are no text.
fn refused(unprintable: &Unprintable, context: &Context) -> PageReading {
    let mut report = Report::new(context.profile(), context.rules_version());
    let mut arguments = Arguments::default();
    let code = match unprintable {
        Unprintable::BadEncoding { offset } => {
            arguments.push("offset", *offset);
            "shape/bad-encoding"
        }
        Unprintable::TooLarge { length } => {
            arguments.push("size", *length);
            arguments.push("unit", Term::BYTES);
            arguments.push("limit", MAX_PAGE);
            "shape/too-large"
        }
    };
    if let Some(rule) = obmen::check::rule(code) {
        push(&mut report, context, rule, "", arguments, 0..0);
    }
    PageReading {
        practice: None,
        report,
        evidence: Vec::new(),
        text: String::new(),
    }
}

/// Returns where a labelled value would stand in the record.
fn pointer_of(label: Label) -> &'static str {
    match label {
        Label::Innovator => "/innovator/name",
        Label::Published => "/published",
        Label::Nominations => "/stated_nominations",
        Label::Position => "/innovator/contact/position",
        Label::Address => "/innovator/contact/address",
        Label::Phone => "/innovator/contact/phone",
        Label::Fax => "/innovator/contact/fax",
        Label::Email => "/innovator/contact/email",
        Label::Url => "/innovator/contact/url",
    }
}

/// The places of a record's values on its page: those of their evidence.
struct Located<'a> {
    text: &'a str,
    evidence: &'a [Evidence],
}

impl Locate for Located<'_> {
    fn text(&self) -> &str {
        self.text
    }

    fn locate(&self, pointers: &[(&str, usize)]) -> Vec<Option<Span>> {
        let mut by_pointer: Vec<(&str, &Span)> = self
            .evidence
            .iter()
            .map(|found| (found.pointer.as_str(), &found.span))
            .collect();
        by_pointer.sort_unstable_by_key(|(pointer, _)| *pointer);
        let at = |wanted: &str| {
            let first = by_pointer.partition_point(|(pointer, _)| *pointer < wanted);
            // A value inside stands for the object around it.
            by_pointer
                .get(first..)?
                .iter()
                .find(|(pointer, _)| {
                    pointer
                        .strip_prefix(wanted)
                        .is_none_or(|rest| rest.is_empty() || rest.starts_with('/'))
                })
                .filter(|(pointer, _)| pointer.starts_with(wanted))
                .map(|(_, span)| (*span).clone())
        };
        let nearest = |pointer: &str| {
            let mut wanted = pointer;
            while !wanted.is_empty() {
                if let Some(span) = at(wanted) {
                    return span;
                }
                wanted = wanted.rsplit_once('/').map_or("", |(parent, _)| parent);
            }
            0..self.text.len()
        };
        pointers
            .iter()
            .map(|(pointer, _)| Some(nearest(pointer)))
            .collect()
    }
}
