//! `obmen convert`: records from one form into another.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use obmen::Context;
use obmen_formats::json::{Form, Records, Writer};
use obmen_formats::report::Found;

use crate::Outcome;
use crate::check::sound_text;
use crate::failure::Failure;
use crate::input;
use crate::options::{Lang, OutputFormat};
use crate::report::Reporter;

/// Write records in canonical form: as JSON, or as JSON Lines
///
/// Nothing is lost: what does not fit the format is written back as it was. What could not be read at
/// all is named on standard error.
#[derive(Debug, Args)]
pub(crate) struct Convert {
    /// A file of records; `-` is standard input
    #[arg(value_name = "FILE")]
    file: String,
    /// The form to write
    #[arg(long, value_enum, value_name = "FORM")]
    to: Target,
    /// Where to write [default: standard output]
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The language of messages
    #[arg(long, value_enum, default_value_t, value_name = "LANG")]
    pub(crate) lang: Lang,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Target {
    /// An object from one document, else an array
    Json,
    /// One record a line
    Jsonl,
}

impl Convert {
    pub(crate) fn run(&self) -> Outcome {
        let input = input::open(&self.file)?;
        let target_name = self
            .output
            .as_deref()
            .map_or("stdout".into(), Path::to_string_lossy);
        let mut target: Option<Box<dyn Write>> = Some(match &self.output {
            None => Box::new(io::stdout()),
            Some(path) => {
                // Opening it to write would empty it before it was read.
                if fs::canonicalize(path)
                    .is_ok_and(|path| fs::canonicalize(&self.file).is_ok_and(|file| file == path))
                {
                    return Err(Failure::SameFile {
                        file: self.file.clone(),
                    });
                }
                Box::new(File::create(path).map_err(Failure::write(&target_name))?)
            }
        });
        let mut writer = None;
        let failure = Failure::of_json(&self.file, &target_name);
        let mut reporter = Reporter::stderr(OutputFormat::Text, self.lang, false);
        // Nothing is judged, so the day does not matter.
        let mut records = Records::new(input.reader, input.form, &Context::default());
        while let Some(record) = records.next() {
            let record = record.map_err(&failure)?;
            if let Some(target) = target.take() {
                let form = match (self.to, records.form()) {
                    (Target::Jsonl, _) => Form::Lines,
                    (Target::Json, Some(Form::Document)) => Form::Document,
                    (Target::Json, _) => Form::Array,
                };
                writer = Some(Writer::new(BufWriter::new(target), form));
            }
            match (&record.reading.practice, &mut writer) {
                (Some(practice), Some(writer)) => writer.write(practice).map_err(&failure)?,
                _ => {
                    reporter.record(&Found {
                        file: &self.file,
                        record: record.number,
                        line: record.line,
                        column: record.column,
                        id: None,
                        report: &record.reading.report,
                        text: sound_text(&record.bytes),
                    })?;
                }
            }
            input.progress.set_position(record.offset + record.length);
        }
        input.progress.finish_and_clear();
        let written = writer.as_ref().map_or(0, Writer::written);
        if let Some(writer) = writer {
            writer.finish().map_err(&failure)?;
        }
        reporter.flush()?;
        if written == 0 {
            return Err(Failure::NoRecord {
                file: self.file.clone(),
            });
        }
        Ok(ExitCode::SUCCESS)
    }
}
