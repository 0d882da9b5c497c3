//! `obmen import`: pages of an exchange become records.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use obmen::check::{self, Safety};
use obmen::model::Practice;
use obmen::{Context, Report};
use obmen_formats::page::{self, Evidence};
use obmen_formats::report::Found;
use serde::Serialize;

use crate::failure::Failure;
use crate::input;
use crate::options::{Fix, Judging, Lang, OutputFormat};
use crate::report::Reporter;
use crate::{FAILED, Outcome};

/// Turn pages of an exchange, printed text or HTML, into records
///
/// A record goes to standard output: indented from one page, one a line from several. The report goes
/// to standard error.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// Pages; `-` is standard input
    #[arg(required = true, value_name = "PAGE")]
    pages: Vec<String>,
    /// What the pages are
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
    /// Apply the fixes before the record is written
    #[arg(long, value_enum, value_name = "WHICH", num_args = 0..=1, require_equals = true, default_missing_value = "certain")]
    fix: Option<Fix>,
    /// Add where in the page each value stands
    #[arg(long)]
    evidence: bool,
    /// The language of messages
    #[arg(long, value_enum, default_value_t, value_name = "LANG")]
    pub(crate) lang: Lang,
    /// How the report is written
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    output_format: OutputFormat,
    #[command(flatten)]
    judging: Judging,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// A practice's page, as printed text or HTML
    #[default]
    Page,
}

/// A record with its evidence, as JSON.
#[derive(Serialize)]
struct Evidenced<'a> {
    practice: &'a Practice<'a>,
    evidence: &'a [Evidence],
}

impl Import {
    pub(crate) fn run(&self) -> Outcome {
        let context = self.judging.context();
        let mut target = BufWriter::new(io::stdout());
        let mut reporter = Reporter::stderr(self.output_format, self.lang, false);
        let mut failed = false;
        for (number, page) in self.pages.iter().enumerate() {
            match self.page(number + 1, page, &context, &mut target, &mut reporter) {
                Ok(()) => {}
                Err(Failure::Closed) => return Ok(ExitCode::SUCCESS),
                Err(failure) => {
                    failure.tell(self.lang);
                    failed = true;
                }
            }
        }
        reporter.finish()?;
        Ok(if failed {
            ExitCode::from(FAILED)
        } else {
            ExitCode::SUCCESS
        })
    }

    fn page(
        &self,
        number: usize,
        file: &str,
        context: &Context,
        target: &mut impl Write,
        reporter: &mut Reporter,
    ) -> Result<(), Failure> {
        let bytes = input::page(file, page::MAX_PAGE)?;
        let Format::Page = self.format;
        let read = page::read(&bytes, context);
        let (mut practice, mut report, mut evidence) = (read.practice, read.report, read.evidence);
        if let (Some(fix), Some(found)) = (self.fix, &practice) {
            let mended = report.mend(found, context, Safety::from(fix));
            if mended.applied > 0 {
                report = placed(&mended.report, &report, context);
                // A value that a fix took away needs no evidence any more.
                let record = serde_json::to_value(&mended.practice).unwrap_or_default();
                evidence.retain(|found| record.pointer(&found.pointer).is_some());
                practice = Some(mended.practice);
            }
        }
        if let Some(practice) = &practice {
            let text = self.text(practice, &evidence) + "\n";
            // Written at once, so that a terminal shows the record before what is wrong with it.
            target
                .write_all(text.as_bytes())
                .and_then(|()| target.flush())
                .map_err(Failure::write("stdout"))?;
        }
        reporter.record(&Found {
            file,
            record: number,
            line: 1,
            column: 1,
            id: practice
                .as_ref()
                .and_then(|practice| practice.id.as_deref()),
            report: &report,
            text: &read.text,
        })?;
        match practice {
            Some(_) => Ok(()),
            None => Err(Failure::NoRecord {
                file: file.to_owned(),
            }),
        }
    }

    fn text(&self, practice: &Practice<'_>, evidence: &[Evidence]) -> String {
        match (self.evidence, self.pages.len()) {
            (false, 1) => obmen::write_pretty(practice),
            (false, _) => obmen::write(practice),
            // Nothing in it fails to be JSON.
            (true, 1) => {
                serde_json::to_string_pretty(&Evidenced { practice, evidence }).unwrap_or_default()
            }
            (true, _) => {
                serde_json::to_string(&Evidenced { practice, evidence }).unwrap_or_default()
            }
        }
    }
}

/// Gives what remains after mending the places that it had in the page, after what only the reader of
/// the page could find.
fn placed(remaining: &Report, before: &Report, context: &Context) -> Report {
    let mut placed = Report::new(context.profile(), context.rules_version());
    for found in before {
        if check::rule(found.code()).is_none() {
            placed.push(found.clone());
        }
    }
    for found in remaining {
        let mut found = found.clone();
        let same = before.iter().find(|other| {
            other.code() == found.code()
                && other.pointer == found.pointer
                && other.arguments == found.arguments
        });
        if let Some(same) = same {
            found.position = same.position;
            found.span.clone_from(&same.span);
        }
        placed.push(found);
    }
    placed
}
