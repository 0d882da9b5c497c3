//! Reports of many records, for other programs: JSON, JSON Lines, SARIF 2.1.0, annotations of GitHub.
//!
//! ```
//! use obmen::{Context, check::Language};
//! use obmen_formats::report::{Format, Found, Writer};
//!
//! let text = r#"{"id": "first", "titel": "..."}"#;
//! let reading = obmen::read(text.as_bytes(), &Context::default());
//! let mut writer = Writer::new(Vec::new(), Format::GitHub, Language::En);
//! writer.write(&Found { id: Some("first"), ..Found::new("register.json", text, &reading.report) })?;
//! let written = String::from_utf8(writer.finish()?).unwrap();
//! assert!(written.contains("::warning file=register.json,line=1,col=26,"));
//! # Ok::<(), std::io::Error>(())
//! ```

mod github;
mod json;
mod sarif;

use std::io::{self, Write};

use obmen::check::{Diagnostic, Language, Position, Rule};
use obmen::{Report, check};

/// What was found in one record of a file.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::exhaustive_structs, reason = "made by whoever read the record")]
pub struct Found<'a> {
    /// The file, as its user named it.
    pub file: &'a str,
    /// The record's number in the file, from 1.
    pub record: usize,
    /// The line where the record begins, from 1.
    pub line: usize,
    /// The column where the record begins, from 1, in UTF-16 units.
    pub column: usize,
    /// The record's id, where it has one.
    pub id: Option<&'a str>,
    /// What was found.
    pub report: &'a Report,
    /// The text that the spans of the report count in: the record's, as far as it is text.
    pub text: &'a str,
}

impl<'a> Found<'a> {
    /// Returns what was found in a file that holds one record, without id.
    #[must_use]
    pub fn new(file: &'a str, text: &'a str, report: &'a Report) -> Found<'a> {
        Found {
            file,
            record: 1,
            line: 1,
            column: 1,
            id: None,
            report,
            text,
        }
    }
}

/// How reports are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One array, one object a record: `{"file","record","line","id","diagnostics"}`.
    Json,
    /// The same objects, one a line.
    Lines,
    /// A log of SARIF 2.1.0 (OASIS), as code scanning and editors read it: the rules with their reasons,
    /// and a result a finding. Columns are UTF-16 units; a fix is there as replacements of text where it
    /// can be expressed so, else as its JSON Patch in `properties.fix`.
    Sarif,
    /// Workflow commands of GitHub Actions, one a finding: `::error file=…,line=…::…`. GitHub shows no
    /// more than ten of each severity a step.
    GitHub,
}

/// Writes reports as they come, in memory that does not grow with their number.
#[derive(Debug)]
pub struct Writer<W> {
    target: W,
    format: Format,
    language: Language,
    written: usize,
}

impl<W: Write> Writer<W> {
    /// Writes to a target, messages in this language.
    pub fn new(target: W, format: Format, language: Language) -> Writer<W> {
        Writer {
            target,
            format,
            language,
            written: 0,
        }
    }

    /// Writes what was found in a record; of a record in which nothing was found, only [`Format::Json`]
    /// and [`Format::Lines`] have something to say.
    ///
    /// # Errors
    /// When the target fails.
    pub fn write(&mut self, found: &Found<'_>) -> io::Result<()> {
        let (before, between, after) = match self.format {
            Format::Json => ("[\n", ",\n", ""),
            Format::Lines => ("", "", "\n"),
            Format::Sarif | Format::GitHub => return self.findings(found),
        };
        let object = json::object(found, self.language);
        let start = if self.written == 0 { before } else { between };
        self.written += 1;
        self.put(start)?;
        self.put(&object)?;
        self.put(after)
    }

    fn findings(&mut self, found: &Found<'_>) -> io::Result<()> {
        if self.format == Format::GitHub {
            return self.put(&github::commands(found, self.language));
        }
        for result in sarif::results(found, self.language) {
            if self.written == 0 {
                self.put(&sarif::head(self.language))?;
            }
            let start = if self.written == 0 { "\n" } else { ",\n" };
            self.written += 1;
            self.put(start)?;
            self.put(&result)?;
        }
        Ok(())
    }

    fn put(&mut self, text: &str) -> io::Result<()> {
        self.target.write_all(text.as_bytes())
    }

    /// Writes out what the target holds back.
    ///
    /// # Errors
    /// When the target fails.
    pub fn flush(&mut self) -> io::Result<()> {
        self.target.flush()
    }

    /// Ends the text and gives the target back, flushed.
    ///
    /// # Errors
    /// When the target fails.
    pub fn finish(mut self) -> io::Result<W> {
        match (self.format, self.written) {
            (Format::Json, 0) => self.put("[]\n")?,
            (Format::Json, _) => self.put("\n]\n")?,
            (Format::Sarif, 0) => {
                self.put(&sarif::head(self.language))?;
                self.put(sarif::TAIL)?;
            }
            (Format::Sarif, _) => self.put(sarif::TAIL)?,
            (Format::Lines | Format::GitHub, _) => {}
        }
        self.target.flush()?;
        Ok(self.target)
    }
}

/// Returns every rule that a report may name: the core's, then those of the readers.
fn rules() -> impl Iterator<Item = &'static Rule> {
    check::RULES
        .iter()
        .chain(crate::RULES)
        .copied()
        .flatten()
        .copied()
}

/// Returns a finding's words in one line: what is wrong, and how to mend it.
fn words(found: &Diagnostic, language: Language) -> String {
    format!("{}; {}", found.message(language), found.help(language))
}

/// Returns where a finding ends: after its value, or after its bracket, since what is wrong with an
/// object or a list is not all that is in it.
fn end(found: &Diagnostic, text: &str) -> Option<Position> {
    let marked = text.get(found.span.clone()?)?;
    let marked = if marked.starts_with(['{', '[']) {
        marked.get(..1)?
    } else {
        marked
    };
    Some(after(found.position?, marked))
}

/// Returns the place that comes after a text.
fn after(mut place: Position, text: &str) -> Position {
    for character in text.chars() {
        if character == '\n' {
            place = Position {
                line: place.line + 1,
                column: 1,
            };
        } else {
            place.column += character.len_utf16();
        }
    }
    place
}
