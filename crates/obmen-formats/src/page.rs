//! Stands in for the page reader until it lands: the whole page is the description. To be replaced.

use obmen::value::LocalisedText;
use obmen::{Context, Practice, Report};
use serde::Serialize;

/// How a value was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Grade {
    /// The page says it.
    Stated,
    /// It follows from what the page says.
    Inferred,
}

/// Where in the page a value stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Evidence {
    /// The value (RFC 6901).
    pub pointer: String,
    /// How it was found.
    pub grade: Grade,
    /// The first byte of the decoded source.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
}

/// What reading a page gives.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct PageReading {
    /// All that could be understood.
    pub practice: Option<Practice>,
    /// Every fault, with its place in the page.
    pub report: Report,
    /// Where each value stands.
    pub evidence: Vec<Evidence>,
    /// The decoded source.
    pub text: String,
}

/// Reads a page.
#[must_use]
pub fn read(bytes: &[u8], context: &Context) -> PageReading {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let mut practice = Practice::default();
    practice.description = Some(LocalisedText::new("bg", text.clone()));
    let mut report = practice.check(context);
    report.locate(&Whole(&text));
    let evidence = vec![Evidence {
        pointer: "/description".to_owned(),
        grade: Grade::Stated,
        start: 0,
        end: text.len(),
    }];
    PageReading {
        practice: (!text.is_empty()).then_some(practice),
        report,
        evidence,
        text,
    }
}

struct Whole<'t>(&'t str);

impl obmen::check::Locate for Whole<'_> {
    fn text(&self) -> &str {
        self.0
    }
    fn locate(&self, pointers: &[(&str, usize)]) -> Vec<Option<obmen::check::Span>> {
        pointers.iter().map(|_| Some(0..self.0.len())).collect()
    }
}
