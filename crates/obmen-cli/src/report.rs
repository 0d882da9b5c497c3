//! Reports of many records, written as they come.

use std::fmt::Write as _;
use std::io::{self, BufWriter, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use indicatif::ProgressBar;
use obmen::Report;
use obmen::check::{Language, Safety, Severity};
use serde::{Serialize, Serializer};

use crate::excerpt;
use crate::failure::Failure;
use crate::options::{Lang, OutputFormat};
use crate::words::{Counted, digits, printable};

/// What was found in one record of a file.
pub(crate) struct Found<'a> {
    pub(crate) file: &'a str,
    pub(crate) record: usize,
    pub(crate) line: usize,
    pub(crate) id: Option<&'a str>,
    pub(crate) report: &'a Report,
    /// The text that the spans of the report count in.
    pub(crate) text: &'a str,
}

/// How findings stand in text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// One line each.
    Line,
    /// With an excerpt of the source.
    Excerpt { colour: bool },
}

/// What was counted over all records.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) records: usize,
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) hints: usize,
    certain: usize,
    suggested: usize,
}

/// Writes what was found, record by record.
pub(crate) struct Reporter {
    target: Box<dyn Write>,
    name: &'static str,
    format: OutputFormat,
    manner: Manner,
    language: Lang,
    all: bool,
    written: usize,
    pub(crate) tally: Tally,
    pub(crate) progress: ProgressBar,
}

impl Reporter {
    /// Writes to standard output.
    pub(crate) fn stdout(format: OutputFormat, language: Lang, all: bool) -> Reporter {
        let manner = manner(&io::stdout());
        let target = Box::new(BufWriter::new(io::stdout()));
        Reporter::new(target, "stdout", format, manner, language, all)
    }

    /// Writes to standard error, because standard output is for records.
    pub(crate) fn stderr(format: OutputFormat, language: Lang, all: bool) -> Reporter {
        let manner = manner(&io::stderr());
        let target = Box::new(BufWriter::new(io::stderr()));
        Reporter::new(target, "stderr", format, manner, language, all)
    }

    fn new(
        target: Box<dyn Write>,
        name: &'static str,
        format: OutputFormat,
        manner: Manner,
        language: Lang,
        all: bool,
    ) -> Reporter {
        Reporter {
            target,
            name,
            format,
            manner,
            language,
            all,
            written: 0,
            tally: Tally::default(),
            progress: ProgressBar::hidden(),
        }
    }

    /// Counts and writes what was found in a record.
    pub(crate) fn record(&mut self, found: &Found<'_>) -> Result<(), Failure> {
        self.tally.add(found.report);
        if found.report.is_empty() && (!self.all || self.format == OutputFormat::Text) {
            return Ok(());
        }
        let mut text = match self.format {
            OutputFormat::Text => self.text(found),
            OutputFormat::Json | OutputFormat::Jsonl => {
                let object = Object {
                    found,
                    language: self.language.into(),
                };
                serde_json::to_string(&object).unwrap_or_default()
            }
        };
        match (self.format, self.written) {
            (OutputFormat::Text, _) => {}
            (OutputFormat::Jsonl, _) => text.push('\n'),
            (OutputFormat::Json, 0) => text.insert_str(0, "[\n"),
            (OutputFormat::Json, _) => text.insert_str(0, ",\n"),
        }
        self.written += 1;
        self.put(&text)
    }

    fn put(&mut self, text: &str) -> Result<(), Failure> {
        let target = &mut self.target;
        let written = match self.manner {
            Manner::Line => target.write_all(text.as_bytes()),
            // A terminal shows each finding at once, and the bar below.
            Manner::Excerpt { .. } => self.progress.suspend(|| {
                target
                    .write_all(text.as_bytes())
                    .and_then(|()| target.flush())
            }),
        };
        written.map_err(Failure::write(self.name))
    }

    fn text(&self, found: &Found<'_>) -> String {
        let mut out = String::new();
        for finding in found.report {
            match self.manner {
                Manner::Line => {
                    let language = self.language.into();
                    out.push_str(&printable(found.file));
                    // Writing to a string does not fail.
                    if let Some(position) = finding.position {
                        let _ = write!(out, ":{}:{}", position.line, position.column);
                    }
                    let _ = writeln!(
                        out,
                        ": {}[{}] {}: {}; {}",
                        finding.severity.label(language),
                        finding.code(),
                        printable(&finding.pointer),
                        printable(&finding.message(language)),
                        printable(&finding.help(language)),
                    );
                }
                Manner::Excerpt { colour } => {
                    out.push_str(&excerpt::draw(
                        finding,
                        found.file,
                        found.text,
                        self.language,
                        colour,
                    ));
                    out.push('\n');
                }
            }
        }
        out
    }

    /// Writes out what is held back.
    pub(crate) fn flush(&mut self) -> Result<(), Failure> {
        self.target.flush().map_err(Failure::write(self.name))
    }

    /// Ends the output; as text, with a summary on standard error.
    pub(crate) fn finish(&mut self) -> Result<(), Failure> {
        self.progress.finish_and_clear();
        if self.format == OutputFormat::Json {
            self.put(if self.written == 0 { "[]\n" } else { "\n]\n" })?;
        }
        self.flush()?;
        if self.format == OutputFormat::Text && self.tally.records > 0 {
            let summary = self.tally.summary(self.language) + "\n";
            io::stderr()
                .write_all(summary.as_bytes())
                .map_err(Failure::write("stderr"))?;
        }
        Ok(())
    }
}

/// Chooses how findings are shown on a stream; colour as `NO_COLOR` and its like ask.
fn manner(stream: &(impl IsTerminal + anstream::stream::RawStream)) -> Manner {
    if IsTerminal::is_terminal(stream) {
        Manner::Excerpt {
            colour: coloured(stream),
        }
    } else {
        Manner::Line
    }
}

/// True when a stream is to have colours.
pub(crate) fn coloured(stream: &impl anstream::stream::RawStream) -> bool {
    AutoStream::choice(stream) != ColorChoice::Never
}

impl Tally {
    fn add(&mut self, report: &Report) {
        self.records += 1;
        self.errors += report.count(Severity::Error);
        self.warnings += report.count(Severity::Warning);
        self.hints += report.count(Severity::Hint);
        for fix in report.iter().filter_map(|found| found.fix.as_ref()) {
            match fix.safety {
                Safety::Certain => self.certain += 1,
                Safety::Suggested => self.suggested += 1,
            }
        }
    }

    /// Returns the whole in a line: `3 records: 1 error, 2 warnings; 2 can be mended with --fix`.
    pub(crate) fn summary(&self, language: Lang) -> String {
        let counts: Vec<String> = [
            (Counted::Error, self.errors),
            (Counted::Warning, self.warnings),
            (Counted::Hint, self.hints),
        ]
        .into_iter()
        .filter(|(_, number)| *number > 0)
        .map(|(counted, number)| counted.count(number, language))
        .collect();
        let records = Counted::Record.count(self.records, language);
        if counts.is_empty() {
            return match language {
                Lang::En => format!("{records}: nothing found"),
                Lang::Bg => format!("{records}: няма забележки"),
            };
        }
        let summary = format!("{records}: {}", counts.join(", "));
        let [n, more] = [self.certain, self.suggested].map(|number| digits(number, language));
        let mends = match (self.certain, self.suggested, language) {
            (0, 0, _) => return summary,
            (_, 0, Lang::En) => format!("{n} can be mended with --fix"),
            (0, _, Lang::En) => format!("{more} can be mended with --fix=suggested"),
            (_, _, Lang::En) => {
                format!("{n} can be mended with --fix, {more} more with --fix=suggested")
            }
            (certain, 0, Lang::Bg) => format!("{n} {} с --fix", mended(certain)),
            (0, suggested, Lang::Bg) => {
                format!("{more} {} с --fix=suggested", mended(suggested))
            }
            (certain, _, Lang::Bg) => format!(
                "{n} {} с --fix, още {more} с --fix=suggested",
                mended(certain)
            ),
        };
        summary + "; " + &mends
    }
}

/// Returns the Bulgarian verb for so many findings.
fn mended(number: usize) -> &'static str {
    if number == 1 {
        "се поправя"
    } else {
        "се поправят"
    }
}

/// A record and what was found in it, as JSON.
struct Object<'a> {
    found: &'a Found<'a>,
    language: Language,
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Fields<'a> {
            file: &'a str,
            record: usize,
            line: usize,
            id: Option<&'a str>,
            diagnostics: Findings<'a>,
        }
        let Found {
            file,
            record,
            line,
            id,
            report,
            ..
        } = *self.found;
        let diagnostics = Findings {
            report,
            language: self.language,
        };
        Fields {
            file,
            record,
            line,
            id,
            diagnostics,
        }
        .serialize(serializer)
    }
}

struct Findings<'a> {
    report: &'a Report,
    language: Language,
}

impl Serialize for Findings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(
            self.report
                .iter()
                .map(|found| found.in_language(self.language)),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_is_said_in_both_languages() {
        let tallies = [
            Tally::default(),
            Tally {
                records: 1,
                errors: 1,
                certain: 1,
                ..Tally::default()
            },
            Tally {
                records: 2,
                errors: 2,
                warnings: 1,
                certain: 2,
                suggested: 1,
                ..Tally::default()
            },
            Tally {
                records: 3,
                hints: 5,
                suggested: 1,
                ..Tally::default()
            },
            Tally {
                records: 9,
                warnings: 3,
                hints: 1,
                suggested: 2,
                ..Tally::default()
            },
        ];
        let said: Vec<String> = tallies
            .iter()
            .flat_map(|tally| [Lang::En, Lang::Bg].map(|language| tally.summary(language)))
            .collect();
        insta::assert_snapshot!("summaries", said.join("\n"));
    }
}
