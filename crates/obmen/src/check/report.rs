//! A report: everything found wrong with one record, in the order in which a record is written.

use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq, Serializer};

use crate::check::pointer::{canonical_key, fragment};
use crate::check::position::{Locate, resolve};
use crate::check::{Context, Diagnostic, Language, Mended, Profile, Safety, Severity, mend};
use crate::practice::Practice;

/// Everything found wrong with one record, in the order in which a record is written.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
    /// Findings that forbid `Sound`, whatever weight they show.
    blocking: usize,
    /// Findings that the context weighs as errors, those beyond the limit too.
    errors: usize,
    profile: Profile,
    rules_version: u32,
}

impl Report {
    /// Returns an empty report of a check under this profile by this edition of the rules.
    #[must_use]
    pub fn new(profile: Profile, rules_version: u32) -> Report {
        Report {
            diagnostics: Vec::new(),
            blocking: 0,
            errors: 0,
            profile,
            rules_version,
        }
    }

    /// Adds a finding at the end; an error forbids `Sound`.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.blocking +=
            usize::from(diagnostic.severity.max(diagnostic.rule.severity) == Severity::Error);
        self.errors += usize::from(diagnostic.severity == Severity::Error);
        self.diagnostics.push(diagnostic);
    }

    /// Takes the findings of a walk, in canonical order.
    pub(crate) fn extend(&mut self, mut found: Vec<Diagnostic>, blocking: usize, errors: usize) {
        if found.len() > 1 {
            found.sort_by_cached_key(|diagnostic| canonical_key(&diagnostic.pointer));
        }
        self.blocking += blocking;
        self.errors += errors;
        self.diagnostics.extend(found);
    }

    /// Gives back the memory that no finding takes, for reports that are held by the thousand.
    pub fn shrink_to_fit(&mut self) {
        self.diagnostics.shrink_to_fit();
    }

    /// Sets the positions of all findings from the source that was read.
    pub fn locate(&mut self, source: &impl Locate) {
        resolve(&mut self.diagnostics, source);
    }

    /// Returns the same findings without positions: those of a record that was not read from text.
    #[must_use]
    pub fn unlocated(mut self) -> Report {
        for found in &mut self.diagnostics {
            (found.position, found.span) = (None, None);
        }
        self
    }

    /// Moves all positions down by this many lines, for a record that begins inside a larger file.
    pub fn shift_lines(&mut self, lines: usize) {
        for position in self
            .diagnostics
            .iter_mut()
            .filter_map(|found| found.position.as_mut())
        {
            position.line += lines;
        }
    }

    /// Moves the positions on the first line right by this many UTF-16 units, for a record that
    /// begins inside a line; to be called before [`Report::shift_lines`].
    pub fn shift_columns(&mut self, columns: usize) {
        for position in self
            .diagnostics
            .iter_mut()
            .filter_map(|found| found.position.as_mut())
            .filter(|position| position.line == 1)
        {
            position.column += columns;
        }
    }

    /// Returns the findings.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.diagnostics.iter()
    }

    /// Returns the number of findings.
    #[must_use]
    pub fn len(&self) -> usize {
        self.diagnostics.len()
    }

    /// True when nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// Returns how many findings have this weight.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.iter()
            .filter(|found| found.severity == severity)
            .count()
    }

    /// True when an error was found.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.iter().any(|found| found.severity == Severity::Error)
    }

    /// True when the record may be published: checked under `publish`, and no rule's error found,
    /// whatever the context made of its weight.
    pub(crate) fn is_sound(&self) -> bool {
        self.profile == Profile::Publish && self.blocking == 0
    }

    /// True when another report of the same record has more errors, those beyond the limit counted.
    pub(crate) fn is_exceeded_by(&self, other: &Report) -> bool {
        other.blocking > self.blocking || other.errors > self.errors
    }

    pub(crate) fn rules_version(&self) -> u32 {
        self.rules_version
    }

    pub(crate) fn profile(&self) -> Profile {
        self.profile
    }

    /// Applies the fixes of this report to its practice, in rounds, until no more apply: the certain
    /// ones, or with [`Safety::Suggested`] the proposals too. Fixes that overlap wait for the next round.
    ///
    /// Applying again changes nothing.
    #[must_use]
    pub fn mend(&self, practice: &Practice<'_>, context: &Context, safety: Safety) -> Mended {
        mend::mend(self, practice, context, safety)
    }

    /// Returns the report as JSON: `{"errors","warnings","hints","diagnostics":[…]}`.
    #[must_use]
    pub fn to_json(&self, language: Language) -> String {
        serde_json::to_string(&RenderedReport {
            report: self,
            language,
        })
        .unwrap_or_default()
    }

    /// Returns the report as text, one line a finding: `line:column severity code pointer: message; help`.
    #[must_use]
    pub fn to_text(&self, language: Language) -> String {
        use std::fmt::Write;
        let mut out = String::new();
        // Writing to a string does not fail.
        for found in self {
            if let Some(position) = found.position {
                let _ = write!(out, "{}:{} ", position.line, position.column);
            }
            let (code, pointer) = (found.code(), &found.pointer);
            let (message, help) = (found.message(language), found.help(language));
            let severity = found.severity.label(language);
            let _ = writeln!(out, "{severity}[{code}] {pointer}: {message}; {help}");
        }
        out
    }

    /// Returns the report as RFC 9457 problem details, each finding with its pointer as a fragment (`#/…`).
    #[must_use]
    pub fn to_problem(&self, language: Language) -> String {
        serde_json::to_string(&Problem {
            report: self,
            language,
        })
        .unwrap_or_default()
    }
}

impl<'a> IntoIterator for &'a Report {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The findings of a report as they are serialised.
pub(crate) struct Findings<'a> {
    pub(crate) report: &'a Report,
    pub(crate) language: Language,
}

impl Serialize for Findings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut seq = serializer.serialize_seq(Some(self.report.len()))?;
        for found in self.report {
            seq.serialize_element(&found.in_language(self.language))?;
        }
        seq.end()
    }
}

struct RenderedReport<'a> {
    report: &'a Report,
    language: Language,
}

impl Serialize for RenderedReport<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let RenderedReport { report, language } = *self;
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry("errors", &report.count(Severity::Error))?;
        map.serialize_entry("warnings", &report.count(Severity::Warning))?;
        map.serialize_entry("hints", &report.count(Severity::Hint))?;
        map.serialize_entry("diagnostics", &Findings { report, language })?;
        map.end()
    }
}

struct Problem<'a> {
    report: &'a Report,
    language: Language,
}

impl Serialize for Problem<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let title = match self.language {
            Language::En => "The record is not sound",
            Language::Bg => "Записът не е изряден",
        };
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("type", "about:blank")?;
        map.serialize_entry("title", title)?;
        map.serialize_entry("status", &422)?;
        map.serialize_entry(
            "errors",
            &ProblemErrors {
                report: self.report,
                language: self.language,
            },
        )?;
        map.end()
    }
}

struct ProblemErrors<'a> {
    report: &'a Report,
    language: Language,
}

impl Serialize for ProblemErrors<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Entry<'a> {
            detail: String,
            pointer: String,
            code: &'a str,
            severity: &'a str,
        }
        serializer.collect_seq(self.report.iter().map(|found| Entry {
            detail: found.message(self.language),
            pointer: fragment(&found.pointer),
            code: found.code(),
            severity: found.severity.as_str(),
        }))
    }
}
