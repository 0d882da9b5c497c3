//! Reading records one by one, in memory that does not grow with the source.

use std::collections::VecDeque;
use std::io::BufRead;

use obmen::check::{Arguments, Diagnostic, Position, Term};
use obmen::{Context, MAX_RECORD, Reading, Report};
use serde::de::IgnoredAny;

use super::source::{Piece, Place, Source, unmarked};
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
    /// Its bytes, without white space around them; empty when there are more than [`MAX_RECORD`].
    pub bytes: Vec<u8>,
    /// What reading gave; positions are those of the whole text, spans those of `bytes`.
    pub reading: Reading,
}

/// The records of a text, read and checked one after another.
///
/// A record that cannot be read is a record with a fault, and the next one follows: a bad line never
/// stops it, a bad element of an array only where its brackets do not match. No more than one record
/// is held, and no more than [`MAX_RECORD`] bytes of it; a larger one is passed over with the fault
/// `shape/too-large`. An error comes only from the source, and ends it.
#[derive(Debug)]
pub struct Records<R> {
    source: Source<R>,
    form: Option<Form>,
    context: Context,
    state: State,
    number: usize,
    /// Lines that were read to recognise the form.
    ahead: VecDeque<Piece>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Start,
    Lines,
    Document,
    /// In an array, before an element; `first` when there was none yet.
    Array {
        first: bool,
    },
    End,
}

impl<R: BufRead> Records<R> {
    /// Reads the records of a source; without a form, its first lines tell.
    ///
    /// A first line that is whole in itself makes JSON Lines, an opening bracket an array, anything
    /// that runs over several lines a document.
    pub fn new(source: R, form: Option<Form>, context: &Context) -> Records<R> {
        Records {
            source: Source::new(source),
            form,
            context: context.clone(),
            state: State::Start,
            number: 0,
            ahead: VecDeque::new(),
        }
    }

    /// Returns the form of the text: as asked for, and once a record was read, as found.
    #[must_use]
    pub fn form(&self) -> Option<Form> {
        self.form
    }

    fn advance(&mut self) -> Result<Option<Record>, Error> {
        if self.state == State::Start {
            self.state = self.begin()?;
            self.form = Some(match self.state {
                State::Array { .. } => Form::Array,
                State::Document => Form::Document,
                _ => self.form.unwrap_or(Form::Lines),
            });
        }
        match self.state {
            State::Lines => self.line(),
            State::Document => self.document().map(Some),
            State::Array { first } => self.element(first),
            State::Start | State::End => Ok(None),
        }
    }

    /// Finds out the form, and takes what stands before the first record.
    fn begin(&mut self) -> Result<State, Error> {
        if self.form == Some(Form::Lines) {
            return Ok(State::Lines);
        }
        let mut before = self.source.until(|byte| !is_space(byte))?;
        if self.source.peek()? == Some(0xef) {
            let mark = self.source.until(|byte| byte.is_ascii())?;
            before.join(&mark);
            if mark.bytes == b"\xef\xbb\xbf" {
                before.join(&self.source.until(|byte| !is_space(byte))?);
            }
        }
        if self.source.peek()? == Some(b'[') && before.is_blank() {
            self.source.skip()?;
            return Ok(State::Array { first: true });
        }
        if self.form.is_some() {
            self.ahead.push_back(before);
            return Ok(State::Document);
        }
        self.sniff(before)
    }

    /// Tells JSON Lines from a document that runs over several lines.
    fn sniff(&mut self, mut before: Piece) -> Result<State, Error> {
        let Some(line) = self.source.line()? else {
            self.ahead.push_back(before);
            return Ok(State::Lines);
        };
        before.join(&line);
        let first = before;
        let opens = first
            .bytes
            .trim_ascii_end()
            .last()
            .is_some_and(|last| b"{[,:".contains(last));
        let breaks_off = !first.is_cut() && fault(&first).is_some_and(|fault| fault.is_eof());
        self.ahead.push_back(first);
        if !breaks_off {
            return Ok(State::Lines);
        }
        let second = self.source.line()?;
        // A line that breaks off before a line that is whole: one bad line, not one document.
        let is_whole = second.as_ref().is_some_and(|second| {
            second.bytes.trim_ascii_start().starts_with(b"{") && fault(second).is_none()
        });
        self.ahead.extend(second);
        Ok(if is_whole && !opens {
            State::Lines
        } else {
            State::Document
        })
    }

    fn line(&mut self) -> Result<Option<Record>, Error> {
        loop {
            let piece = match self.ahead.pop_front() {
                Some(piece) => Some(piece),
                None => self.source.line()?,
            };
            let Some(piece) = piece else {
                self.state = State::End;
                return Ok(None);
            };
            if !piece.is_blank() {
                return Ok(Some(self.record(piece)));
            }
        }
    }

    fn document(&mut self) -> Result<Record, Error> {
        self.state = State::End;
        let mut parts = std::mem::take(&mut self.ahead).into_iter();
        let rest = self.source.until(|_| false)?;
        let Some(mut whole) = parts.next() else {
            return Ok(self.record(rest));
        };
        for part in parts.chain([rest]) {
            whole.join(&part);
        }
        Ok(self.record(whole))
    }

    /// Takes an element of an array, and the comma or the bracket after it.
    fn element(&mut self, first: bool) -> Result<Option<Record>, Error> {
        self.source.until(|byte| !is_space(byte))?;
        match self.source.peek()? {
            None => {
                self.state = State::End;
                return Ok(Some(
                    self.broken(self.source.place, "EOF while parsing a list"),
                ));
            }
            Some(b']') if first => return self.close(),
            _ => {}
        }
        let mut scan = Scan::default();
        let piece = self.source.until(|byte| scan.ends(byte))?;
        match self.source.peek()? {
            Some(b',') => {
                self.source.skip()?;
                self.state = State::Array { first: false };
            }
            Some(_) => self.state = State::Array { first: true },
            None if scan.is_open() => self.state = State::End,
            None => self.state = State::Array { first: false },
        }
        Ok(Some(self.record(piece)))
    }

    /// Takes the bracket that closes the array; what follows it is a fault.
    fn close(&mut self) -> Result<Option<Record>, Error> {
        self.state = State::End;
        self.source.skip()?;
        self.source.until(|byte| !is_space(byte))?;
        let place = self.source.place;
        let rest = self.source.until(|_| false)?;
        Ok((rest.length > 0).then(|| self.broken(place, "trailing characters")))
    }

    /// Reads and checks a record, and moves what was found to where the record stands.
    fn record(&mut self, mut piece: Piece) -> Record {
        piece.trim();
        self.number += 1;
        let Piece {
            start,
            mut bytes,
            length,
        } = piece;
        let reading = if length > MAX_RECORD as u64 {
            bytes = Vec::new();
            let mut arguments = Arguments::default();
            arguments.push("size", length);
            arguments.push("unit", Term::BYTES);
            arguments.push("limit", MAX_RECORD);
            self.fault("shape/too-large", arguments, start)
        } else {
            let mut reading = obmen::read(&bytes, &self.context);
            reading.report.shift_columns(start.column - 1);
            reading.report.shift_lines(start.line - 1);
            reading
        };
        Record {
            number: self.number,
            line: start.line,
            column: start.column,
            offset: start.offset,
            length,
            bytes,
            reading,
        }
    }

    /// Returns the fault of a text that breaks the grammar between its records.
    fn broken(&mut self, place: Place, reason: &str) -> Record {
        self.number += 1;
        let mut arguments = Arguments::default();
        arguments.push("reason", reason);
        Record {
            number: self.number,
            line: place.line,
            column: place.column,
            offset: place.offset,
            length: 0,
            bytes: Vec::new(),
            reading: self.fault("shape/not-json", arguments, place),
        }
    }

    /// Returns the reading of something that is no record.
    fn fault(&self, code: &str, arguments: Arguments, place: Place) -> Reading {
        let mut report = Report::new(self.context.profile(), self.context.rules_version());
        if let Some(rule) = obmen::check::rule(code) {
            let mut found = Diagnostic::new(rule, rule.severity, String::new(), arguments);
            found.position = Some(Position {
                line: place.line,
                column: place.column,
            });
            found.span = Some(0..0);
            report.push(found);
        }
        Reading::new(None, report, &self.context)
    }
}

impl<R: BufRead> Iterator for Records<R> {
    type Item = Result<Record, Error>;

    fn next(&mut self) -> Option<Result<Record, Error>> {
        let next = self.advance();
        if next.is_err() {
            self.state = State::End;
        }
        next.transpose()
    }
}

/// Finds the end of an element: the comma or bracket outside of every string and bracket.
#[derive(Default)]
struct Scan {
    depth: usize,
    in_string: bool,
    escaped: bool,
}

impl Scan {
    /// True when the element ends before this byte.
    fn ends(&mut self, byte: u8) -> bool {
        if self.in_string {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = true,
                // No string of JSON holds a line feed: one that was not closed ends with its line.
                b'"' | b'\n' => self.in_string = false,
                _ => {}
            }
            return false;
        }
        match byte {
            b'"' => self.in_string = true,
            b'{' | b'[' => self.depth += 1,
            b',' | b']' if self.depth == 0 => return true,
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        false
    }

    fn is_open(&self) -> bool {
        self.in_string || self.depth > 0
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

/// Returns why a line is not a JSON value, whole.
fn fault(line: &Piece) -> Option<serde_json::Error> {
    serde_json::from_slice::<IgnoredAny>(unmarked(&line.bytes)).err()
}
