//! `obmen check`: every fault of every record.

use std::io::{self, BufWriter, IsTerminal};
use std::num::NonZeroUsize;
use std::path::Path;
use std::process::ExitCode;
use std::thread;

use clap::{Args, ValueEnum};
use obmen::Context;
use obmen_formats::json::{self, Records, check_parallel};
use obmen_formats::report::Found;

use crate::diff::Diff;
use crate::failure::Failure;
use crate::input::{self, Input, STDIN};
use crate::mend::{self, Mending};
use crate::options::{Fix, Judging, Lang, OutputFormat};
use crate::report::{Reporter, Tally, coloured};
use crate::{FAILED, Outcome, UNSOUND};

/// Say everything that is wrong with records: JSON, an array, or JSON Lines
///
/// Exits with 1 if an error was found.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Files of records; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,
    /// How the report is written
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    output_format: OutputFormat,
    /// The language of messages
    #[arg(long, value_enum, default_value_t, value_name = "LANG")]
    pub(crate) lang: Lang,
    /// Mend the file in place, then report what remains; from `-`, write it to standard output
    #[arg(long, value_enum, value_name = "WHICH", num_args = 0..=1, require_equals = true, default_missing_value = "certain")]
    fix: Option<Fix>,
    /// Show what `--fix` would change, and write nothing
    #[arg(long)]
    diff: bool,
    /// Exit with 1 on these too
    #[arg(long, value_enum, value_name = "SEVERITY")]
    deny: Option<Deny>,
    /// In JSON, list sound records too
    #[arg(long)]
    all: bool,
    /// How many threads check a file [default: as many as the machine runs at once]
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
    #[command(flatten)]
    judging: Judging,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Deny {
    Warning,
    Hint,
}

impl Check {
    pub(crate) fn run(&self) -> Outcome {
        // Mended records from standard input go to standard output, and so does a diff.
        let mends_stdin = self.fix.is_some() && self.files.iter().any(|file| file == STDIN);
        let mut reporter = if mends_stdin || self.diff {
            Reporter::stderr(self.output_format, self.lang, self.all)
        } else {
            Reporter::stdout(self.output_format, self.lang, self.all)
        };
        let mut failed = false;
        for file in &self.files {
            match self.file(file, &mut reporter) {
                Ok(()) => {}
                Err(Failure::Closed) => return Ok(self.exit(&reporter.tally)),
                Err(failure) => {
                    reporter.progress.finish_and_clear();
                    failure.tell(self.lang);
                    failed = true;
                }
            }
        }
        let tally = reporter.tally;
        match reporter.finish() {
            Ok(()) | Err(Failure::Closed) => {}
            Err(failure) => return Err(failure),
        }
        Ok(if failed {
            ExitCode::from(FAILED)
        } else {
            self.exit(&tally)
        })
    }

    fn exit(&self, tally: &Tally) -> ExitCode {
        let denied = match self.deny {
            None => 0,
            Some(Deny::Warning) => tally.warnings,
            Some(Deny::Hint) => tally.warnings + tally.hints,
        };
        if tally.errors + denied > 0 {
            ExitCode::from(UNSOUND)
        } else {
            ExitCode::SUCCESS
        }
    }

    fn file(&self, file: &str, reporter: &mut Reporter) -> Result<(), Failure> {
        let context = self.judging.context();
        let mending = Mending {
            context: &context,
            safety: self.fix.unwrap_or(Fix::Certain).into(),
        };
        if self.diff {
            return show(file, &mending, reporter);
        }
        if self.fix.is_none() {
            return self.report(file, input::open(file)?, &context, reporter);
        }
        if file == STDIN {
            let spool = mend::spool()?;
            let mended = mending.file(spool.path(), None, STDIN)?;
            let mended = mended.as_ref().unwrap_or(&spool);
            mend::print(mended.path())?;
            let input = input::open_path(mended.path(), None).map_err(Failure::read(STDIN))?;
            return self.report(file, input, &context, reporter);
        }
        mending.in_place(Path::new(file), file)?;
        self.report(file, input::open(file)?, &context, reporter)
    }

    /// Checks the records of an input and reports each.
    fn report(
        &self,
        file: &str,
        input: Input,
        context: &Context,
        reporter: &mut Reporter,
    ) -> Result<(), Failure> {
        reporter.progress = input.progress;
        let one = NonZeroUsize::MIN;
        let threads = match self.threads {
            // What comes over a pipe is answered as it comes.
            None if file == STDIN => one,
            None => thread::available_parallelism().unwrap_or(one),
            Some(threads) => threads,
        };
        let checked = check_parallel(input.reader, input.form, context, threads, |record| {
            let is_clean = record.report.is_empty();
            reporter.record(&Found {
                file,
                record: record.number,
                line: record.line,
                column: record.column,
                id: record.id.as_deref(),
                report: &record.report,
                // Nothing points into it.
                text: if is_clean {
                    ""
                } else {
                    sound_text(&record.bytes)
                },
            })?;
            let end = record.offset + record.length;
            reporter.progress.set_position(end);
            Ok(())
        });
        reporter.progress.finish_and_clear();
        checked.map_err(|stopped| match stopped {
            Stopped::Source(error) => Failure::of_json(file, file)(error),
            Stopped::Reporter(failure) => failure,
        })
    }
}

/// Why a check stopped before the end of its file.
enum Stopped {
    Source(json::Error),
    Reporter(Failure),
}

impl From<json::Error> for Stopped {
    fn from(error: json::Error) -> Stopped {
        Stopped::Source(error)
    }
}

impl From<Failure> for Stopped {
    fn from(failure: Failure) -> Stopped {
        Stopped::Reporter(failure)
    }
}

/// Shows what mending would change; the report is of the file as it is.
fn show(file: &str, mending: &Mending<'_>, reporter: &mut Reporter) -> Result<(), Failure> {
    let spool = if file == STDIN {
        Some(mend::spool()?)
    } else {
        None
    };
    let path = spool.as_ref().map_or(Path::new(file), |spool| spool.path());
    let form = if spool.is_some() {
        None
    } else {
        obmen_formats::json::Form::of_path(path)
    };
    let input = input::open_path(path, form).map_err(Failure::read(file))?;
    let stdout = io::stdout();
    let (terminal, colour) = (stdout.is_terminal(), coloured(&stdout));
    let mut diff = Diff::new(file, path, BufWriter::new(stdout), terminal, colour)
        .map_err(Failure::read(file))?;
    reporter.progress = input.progress;
    let mut records = Records::new(input.reader, input.form, mending.context);
    while let Some(record) = records.next() {
        let record = record.map_err(Failure::of_json(file, file))?;
        let practice = record.reading.practice.as_ref();
        reporter.record(&Found {
            file,
            record: record.number,
            line: record.line,
            column: record.column,
            id: practice.and_then(|practice| practice.id.as_deref()),
            report: &record.reading.report,
            text: sound_text(&record.bytes),
        })?;
        if let Some(edit) = mending.edit(&record, records.form()) {
            diff.edit(&edit).map_err(Failure::write("stdout"))?;
        }
        reporter
            .progress
            .set_position(record.offset + record.length);
    }
    reporter.progress.finish_and_clear();
    diff.finish().map_err(Failure::write("stdout"))
}

/// Returns the bytes as text, up to the first that is none: the place of a fault in them is no further.
pub(crate) fn sound_text(bytes: &[u8]) -> &str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => bytes
            .get(..error.valid_up_to())
            .and_then(|sound| std::str::from_utf8(sound).ok())
            .unwrap_or_default(),
    }
}
