//! Where bytes come from, and how far they have been read.

use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Read};
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};
use obmen_formats::json::Form;

use crate::failure::Failure;

/// The name of standard input.
pub(crate) const STDIN: &str = "-";

/// A shorter input is read before a bar could be seen.
const LONG: u64 = 8 << 20;

/// The longest text that is read whole: the tally of a million votes of which none counts.
const LONGEST: u64 = 256 << 20;

/// A buffer large enough that most records lie in it whole.
const BUFFER: usize = 256 << 10;

/// An input that is open.
pub(crate) struct Input {
    pub(crate) reader: Box<dyn BufRead>,
    pub(crate) form: Option<Form>,
    /// Moves as records come; hidden unless the input is long and standard error is a terminal.
    pub(crate) progress: ProgressBar,
}

/// Opens a file, or standard input.
pub(crate) fn open(name: &str) -> Result<Input, Failure> {
    if name == STDIN {
        return Ok(Input {
            reader: Box::new(BufReader::with_capacity(BUFFER, io::stdin())),
            form: None,
            progress: ProgressBar::hidden(),
        });
    }
    open_path(Path::new(name), Form::of_path(Path::new(name))).map_err(Failure::read(name))
}

/// Opens a file whose form is known.
pub(crate) fn open_path(path: &Path, form: Option<Form>) -> io::Result<Input> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    Ok(Input {
        reader: Box::new(BufReader::with_capacity(BUFFER, file)),
        form,
        progress: progress(metadata.len()),
    })
}

/// Reads a page whole; one that has more than `limit` bytes, only as far as shows it.
pub(crate) fn page(name: &str, limit: usize) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    open(name)?
        .reader
        .take(limit as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(Failure::read(name))?;
    Ok(bytes)
}

/// Reads a text whole, unless it is longer than any could be that the command asks for.
pub(crate) fn text(name: &str) -> Result<String, Failure> {
    bounded(open(name)?.reader, LONGEST).map_err(Failure::read(name))
}

fn bounded(reader: impl Read, most: u64) -> io::Result<String> {
    let text = io::read_to_string(reader.take(most + 1))?;
    if text.len() as u64 > most {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(text)
}

fn progress(length: u64) -> ProgressBar {
    if length < LONG || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {bytes} / {total_bytes}, {eta}");
    let bar = ProgressBar::new(length);
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_whole_or_not_at_all() {
        let text = |size| bounded(io::repeat(b'a').take(size), 10).map_err(|error| error.kind());
        assert_eq!(text(10), Ok("a".repeat(10)));
        assert_eq!(text(11), Err(io::ErrorKind::FileTooLarge));
        assert_eq!(text(u64::MAX), Err(io::ErrorKind::FileTooLarge));
    }
}
