//! Reports of many records, written as they come.

use std::fmt::Write as _;
use std::io::{self, BufWriter, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use indicatif::ProgressBar;
use obmen::Report;
use obmen::check::{Safety, Severity};
use obmen_formats::report::{Found, Writer};

use crate::excerpt;
use crate::failure::Failure;
use crate::options::{Lang, OutputFormat};
use crate::words::{Counted, digits, printable};

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
    target: Target,
    name: &'static str,
    terminal: bool,
    language: Lang,
    all: bool,
    pub(crate) tally: Tally,
    pub(crate) progress: ProgressBar,
}

/// For whom it is written.
enum Target {
    People(Box<dyn Write>, Manner),
    Programs(Writer<Box<dyn Write>>),
}

impl Reporter {
    /// Writes to standard output.
    pub(crate) fn stdout(format: OutputFormat, language: Lang, all: bool) -> Reporter {
        let stream = io::stdout();
        let (manner, terminal) = (manner(&stream), IsTerminal::is_terminal(&stream));
        let target = Box::new(BufWriter::new(stream));
        Reporter::new(target, "stdout", format, manner, terminal, language, all)
    }

    /// Writes to standard error, because standard output is for records.
    pub(crate) fn stderr(format: OutputFormat, language: Lang, all: bool) -> Reporter {
        let stream = io::stderr();
        let (manner, terminal) = (manner(&stream), IsTerminal::is_terminal(&stream));
        let target = Box::new(BufWriter::new(stream));
        Reporter::new(target, "stderr", format, manner, terminal, language, all)
    }

    fn new(
        target: Box<dyn Write>,
        name: &'static str,
        format: OutputFormat,
        manner: Manner,
        terminal: bool,
        language: Lang,
        all: bool,
    ) -> Reporter {
        let target = match format.of_data() {
            None => Target::People(target, manner),
            Some(format) => Target::Programs(Writer::new(target, format, language.into())),
        };
        Reporter {
            target,
            name,
            terminal,
            language,
            all,
            tally: Tally::default(),
            progress: ProgressBar::hidden(),
        }
    }

    /// Counts and writes what was found in a record.
    pub(crate) fn record(&mut self, found: &Found<'_>) -> Result<(), Failure> {
        self.tally.add(found.report);
        if found.report.is_empty() && !self.all {
            return Ok(());
        }
        let (target, language, terminal) = (&mut self.target, self.language, self.terminal);
        let mut write = || match target {
            Target::People(target, manner) => {
                target.write_all(text(found, language, *manner).as_bytes())?;
                if terminal { target.flush() } else { Ok(()) }
            }
            Target::Programs(writer) => {
                writer.write(found)?;
                if terminal { writer.flush() } else { Ok(()) }
            }
        };
        // A terminal shows each finding at once, and the bar below.
        let written = if terminal {
            self.progress.suspend(write)
        } else {
            write()
        };
        written.map_err(Failure::write(self.name))
    }

    /// Writes out what is held back.
    pub(crate) fn flush(&mut self) -> Result<(), Failure> {
        match &mut self.target {
            Target::People(target, _) => target.flush(),
            Target::Programs(writer) => writer.flush(),
        }
        .map_err(Failure::write(self.name))
    }

    /// Ends the output; as text, with a summary on standard error.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        self.progress.finish_and_clear();
        match self.target {
            Target::Programs(writer) => {
                writer.finish().map_err(Failure::write(self.name))?;
            }
            Target::People(mut target, _) => {
                target.flush().map_err(Failure::write(self.name))?;
                if self.tally.records > 0 {
                    let summary = self.tally.summary(self.language) + "\n";
                    io::stderr()
                        .write_all(summary.as_bytes())
                        .map_err(Failure::write("stderr"))?;
                }
            }
        }
        Ok(())
    }
}

/// Returns what was found as people read it.
fn text(found: &Found<'_>, language: Lang, manner: Manner) -> String {
    let mut out = String::new();
    for finding in found.report {
        match manner {
            Manner::Line => {
                let lang = language.into();
                out.push_str(&printable(found.file));
                // Writing to a string does not fail.
                if let Some(position) = finding.position {
                    let _ = write!(out, ":{}:{}", position.line, position.column);
                }
                let _ = writeln!(
                    out,
                    ": {}[{}] {}: {}; {}",
                    finding.severity.label(lang),
                    finding.code(),
                    printable(&finding.pointer),
                    printable(&finding.message(lang)),
                    printable(&finding.help(lang)),
                );
            }
            Manner::Excerpt { colour } => {
                let drawn = excerpt::draw(finding, found.file, found.text, language, colour);
                out.push_str(&drawn);
                out.push('\n');
            }
        }
    }
    out
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
