//! Mending files: the records that change are written anew, everything else is copied byte for byte.

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;

use obmen::Context;
use obmen::check::Safety;
use obmen_formats::json::{Form, Record, Records};
use tempfile::NamedTempFile;

use crate::failure::Failure;
use crate::input::{self, STDIN};

/// A record that changes: where it stands in its file, and what it becomes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) offset: u64,
    pub(crate) length: u64,
    pub(crate) text: String,
}

/// How records are mended.
pub(crate) struct Mending<'a> {
    pub(crate) context: &'a Context,
    pub(crate) safety: Safety,
}

impl Mending<'_> {
    /// Returns what a record becomes; `None` when no fix applies.
    pub(crate) fn edit(&self, record: &Record, form: Option<Form>) -> Option<Edit> {
        let practice = record.reading.practice.as_ref()?;
        let report = &record.reading.report;
        if !report.iter().any(|found| found.fix.is_some()) {
            return None;
        }
        let mended = report.mend(practice, self.context, self.safety);
        if mended.applied == 0 {
            return None;
        }
        let text = match form {
            Some(Form::Document) => obmen::write_pretty(&mended.practice),
            // An element that runs over several lines keeps doing so, as far in as it stands.
            Some(Form::Array) if record.bytes.contains(&b'\n') => {
                let indented = format!("\n{:indent$}", "", indent = record.column - 1);
                obmen::write_pretty(&mended.practice).replace('\n', &indented)
            }
            _ => obmen::write(&mended.practice),
        };
        Some(Edit {
            offset: record.offset,
            length: record.length,
            text,
        })
    }

    /// Mends a file in place: a new one beside it takes its name.
    pub(crate) fn in_place(&self, path: &Path, name: &str) -> Result<(), Failure> {
        // A link stays one: the file that it leads to is mended.
        let path = &fs::canonicalize(path).map_err(Failure::read(name))?;
        let form = Form::of_path(Path::new(name));
        let Some(mended) = self.file(path, form, name)? else {
            return Ok(());
        };
        let permissions = fs::metadata(path)
            .map_err(Failure::read(name))?
            .permissions();
        mended
            .as_file()
            .set_permissions(permissions)
            .map_err(Failure::write(name))?;
        mended.as_file().sync_all().map_err(Failure::write(name))?;
        mended
            .persist(path)
            .map_err(|error| Failure::write(name)(error.error))?;
        Ok(())
    }

    /// Returns a file beside `path` with its records mended; `None` when nothing changes.
    pub(crate) fn file(
        &self,
        path: &Path,
        form: Option<Form>,
        name: &str,
    ) -> Result<Option<NamedTempFile>, Failure> {
        let input = input::open_path(path, form).map_err(Failure::read(name))?;
        let mut copy: Option<Copy> = None;
        let mut records = Records::new(input.reader, input.form, self.context);
        while let Some(record) = records.next() {
            let record = record.map_err(Failure::of_json(name, name))?;
            if let Some(edit) = self.edit(&record, records.form()) {
                let copy = match &mut copy {
                    Some(copy) => copy,
                    None => copy.insert(Copy::of(path).map_err(Failure::write(name))?),
                };
                copy.edit(&edit).map_err(Failure::write(name))?;
            }
            input.progress.set_position(record.offset + record.length);
        }
        input.progress.finish_and_clear();
        copy.map(Copy::finish)
            .transpose()
            .map_err(Failure::write(name))
    }
}

/// A file that is being written anew.
struct Copy {
    source: BufReader<File>,
    target: BufWriter<NamedTempFile>,
    /// How much of the source was copied or passed over.
    at: u64,
}

impl Copy {
    fn of(path: &Path) -> io::Result<Copy> {
        let folder = path.parent().unwrap_or(Path::new("."));
        Ok(Copy {
            source: BufReader::new(File::open(path)?),
            target: BufWriter::new(NamedTempFile::new_in(folder)?),
            at: 0,
        })
    }

    fn edit(&mut self, edit: &Edit) -> io::Result<()> {
        let before = edit.offset.saturating_sub(self.at);
        io::copy(&mut self.source.by_ref().take(before), &mut self.target)?;
        self.target.write_all(edit.text.as_bytes())?;
        self.source
            .seek_relative(i64::try_from(edit.length).map_err(io::Error::other)?)?;
        self.at = edit.offset + edit.length;
        Ok(())
    }

    fn finish(mut self) -> io::Result<NamedTempFile> {
        io::copy(&mut self.source, &mut self.target)?;
        self.target
            .into_inner()
            .map_err(io::IntoInnerError::into_error)
    }
}

/// Returns standard input as a file, because mending reads it twice.
pub(crate) fn spool() -> Result<NamedTempFile, Failure> {
    let mut spool = NamedTempFile::new().map_err(Failure::write(STDIN))?;
    io::copy(&mut io::stdin().lock(), &mut spool).map_err(Failure::read(STDIN))?;
    Ok(spool)
}

/// Copies a file to standard output.
pub(crate) fn print(path: &Path) -> Result<(), Failure> {
    let mut file = File::open(path).map_err(Failure::read(STDIN))?;
    let mut stdout = io::stdout().lock();
    io::copy(&mut file, &mut stdout)
        .and_then(|_| stdout.flush())
        .map_err(Failure::write("stdout"))
}
