//! Writing records one by one.

use std::io::Write;

use obmen::model::Practice;

use super::{Error, Form};

/// Writes records in canonical form, as they come.
#[derive(Debug)]
pub struct Writer<W> {
    target: W,
    form: Form,
    written: usize,
}

impl<W: Write> Writer<W> {
    /// Writes to a target: lines of one record each, an array, or a document indented for people.
    /// As a document each record stands alone, so only one makes JSON.
    pub fn new(target: W, form: Form) -> Writer<W> {
        Writer {
            target,
            form,
            written: 0,
        }
    }

    /// Writes a record.
    ///
    /// # Errors
    /// [`Error::Write`] when the target fails.
    pub fn write(&mut self, practice: &Practice<'_>) -> Result<(), Error> {
        let text = match self.form {
            Form::Lines => obmen::write(practice) + "\n",
            Form::Document => obmen::write_pretty(practice) + "\n",
            Form::Array => {
                let before = if self.written == 0 { "[\n  " } else { ",\n  " };
                // No string of JSON holds a line feed, so this indents and changes nothing.
                before.to_owned() + &obmen::write_pretty(practice).replace('\n', "\n  ")
            }
        };
        self.written += 1;
        self.target.write_all(text.as_bytes()).map_err(Error::Write)
    }

    /// Returns how many records were written.
    #[must_use]
    pub fn written(&self) -> usize {
        self.written
    }

    /// Ends the text and gives the target back, flushed.
    ///
    /// # Errors
    /// [`Error::Write`] when the target fails.
    pub fn finish(mut self) -> Result<W, Error> {
        let end = match (self.form, self.written) {
            (Form::Array, 0) => "[]\n",
            (Form::Array, _) => "\n]\n",
            _ => "",
        };
        self.target
            .write_all(end.as_bytes())
            .and_then(|()| self.target.flush())
            .map_err(Error::Write)?;
        Ok(self.target)
    }
}
