//! Reading records one by one, in memory that does not grow with the source.

use std::io::BufRead;

use obmen::{Context, Reading};

use super::split::Cuts;
use super::{Error, Form};

/// A record of a text: where it stands, and what reading it gave.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Record {
    /// Its number in the text, from 1.
    pub number: usize,
    /// The line where it begins, from 1.
    pub line: usize,
    /// The column where it begins, from 1, in UTF-16 units.
    pub column: usize,
    /// The byte of the text where it begins.
    pub offset: u64,
    /// How many bytes of the text it takes.
    pub length: u64,
    /// Its bytes, without white space around them; empty when there are more than [`MAX_RECORD`](obmen::MAX_RECORD).
    pub bytes: Vec<u8>,
    /// What reading gave; positions are those of the whole text, spans those of `bytes`.
    pub reading: Reading,
}

/// The records of a text, read and checked one after another.
///
/// A record that cannot be read is a record with a fault, and the next one follows: a bad line never
/// stops it, a bad element of an array only where its brackets do not match. No more than one record
/// is held, and no more than [`MAX_RECORD`](obmen::MAX_RECORD) bytes of it; a larger one is passed over with the fault
/// `shape/too-large`. An error comes only from the source, and ends it.
#[derive(Debug)]
pub struct Records<R> {
    cuts: Cuts<R>,
    context: Context,
}

impl<R: BufRead> Records<R> {
    /// Reads the records of a source; without a form, its first lines tell.
    ///
    /// A first line that is whole in itself makes JSON Lines, an opening bracket an array, anything
    /// that runs over several lines a document.
    pub fn new(source: R, form: Option<Form>, context: &Context) -> Records<R> {
        Records {
            cuts: Cuts::new(source, form),
            context: context.clone(),
        }
    }

    /// Returns the form of the text: as asked for, and once a record was read, as found.
    #[must_use]
    pub fn form(&self) -> Option<Form> {
        self.cuts.form
    }
}

impl<R: BufRead> Iterator for Records<R> {
    type Item = Result<Record, Error>;

    fn next(&mut self) -> Option<Result<Record, Error>> {
        let context = &self.context;
        Some(self.cuts.next()?.map(|cut| {
            let reading = if let Some(report) = cut.unread(context) {
                Reading::new(None, report, context)
            } else {
                let mut reading = obmen::read(&cut.bytes, context);
                cut.place(&mut reading.report);
                reading
            };
            Record {
                number: cut.number,
                line: cut.start.line,
                column: cut.start.column,
                offset: cut.start.offset,
                length: cut.length,
                bytes: cut.bytes,
                reading,
            }
        }))
    }
}
