//! Cutting a text into its records.

use std::collections::VecDeque;
use std::io::BufRead;

use obmen::check::{Arguments, Diagnostic, Position, Term};
use obmen::{Context, MAX_RECORD, Report};
use serde::de::IgnoredAny;

use super::source::{Piece, Place, Source, unmarked};
use super::{Error, Form};

/// A record as it was cut out of its text.
#[derive(Debug)]
pub(super) struct Cut {
    /// Its number in the text, from 1.
    pub(super) number: usize,
    pub(super) start: Place,
    /// Its bytes; none where it has a fault.
    pub(super) bytes: Vec<u8>,
    pub(super) length: u64,
    /// Why it cannot be read: the code, and what fills its message.
    pub(super) fault: Option<(&'static str, Arguments)>,
}

impl Cut {
    /// Returns the report of a record that cannot be read; `None` when it can.
    pub(super) fn unread(&self, context: &Context) -> Option<Report> {
        let (code, arguments) = self.fault.as_ref()?;
        let mut report = Report::new(context.profile(), context.rules_version());
        if let Some(rule) = obmen::check::rule(code) {
            let mut found = Diagnostic::new(rule, rule.severity, String::new(), arguments.clone());
            found.position = Some(Position {
                line: self.start.line,
                column: self.start.column,
            });
            found.span = Some(0..0);
            report.push(found);
        }
        Some(report)
    }

    /// Moves what was found in the record to where it stands.
    pub(super) fn place(&self, report: &mut Report) {
        if !report.is_empty() {
            report.shift_columns(self.start.column - 1);
            report.shift_lines(self.start.line - 1);
        }
    }
}

/// The records of a text, cut out one after another.
#[derive(Debug)]
pub(super) struct Cuts<R> {
    source: Source<R>,
    pub(super) form: Option<Form>,
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

impl<R: BufRead> Cuts<R> {
    pub(super) fn new(source: R, form: Option<Form>) -> Cuts<R> {
        Cuts {
            source: Source::new(source),
            form,
            state: State::Start,
            number: 0,
            ahead: VecDeque::new(),
        }
    }

    fn advance(&mut self) -> Result<Option<Cut>, Error> {
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

    fn line(&mut self) -> Result<Option<Cut>, Error> {
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
                return Ok(Some(self.cut(piece)));
            }
        }
    }

    fn document(&mut self) -> Result<Cut, Error> {
        self.state = State::End;
        let mut parts = std::mem::take(&mut self.ahead).into_iter();
        let rest = self.source.until(|_| false)?;
        let Some(mut whole) = parts.next() else {
            return Ok(self.cut(rest));
        };
        for part in parts.chain([rest]) {
            whole.join(&part);
        }
        Ok(self.cut(whole))
    }

    /// Takes an element of an array, and the comma or the bracket after it.
    fn element(&mut self, first: bool) -> Result<Option<Cut>, Error> {
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
        Ok(Some(self.cut(piece)))
    }

    /// Takes the bracket that closes the array; what follows it is a fault.
    fn close(&mut self) -> Result<Option<Cut>, Error> {
        self.state = State::End;
        self.source.skip()?;
        self.source.until(|byte| !is_space(byte))?;
        let place = self.source.place;
        let rest = self.source.until(|_| false)?;
        Ok((rest.length > 0).then(|| self.broken(place, "trailing characters")))
    }

    fn cut(&mut self, mut piece: Piece) -> Cut {
        piece.trim();
        self.number += 1;
        let Piece {
            start,
            mut bytes,
            length,
        } = piece;
        let fault = (length > MAX_RECORD as u64).then(|| {
            bytes = Vec::new();
            let mut arguments = Arguments::default();
            arguments.push("size", length);
            arguments.push("unit", Term::BYTES);
            arguments.push("limit", MAX_RECORD);
            ("shape/too-large", arguments)
        });
        Cut {
            number: self.number,
            start,
            bytes,
            length,
            fault,
        }
    }

    /// Returns the fault of a text that breaks the grammar between its records.
    fn broken(&mut self, start: Place, reason: &str) -> Cut {
        self.number += 1;
        let mut arguments = Arguments::default();
        arguments.push("reason", reason);
        Cut {
            number: self.number,
            start,
            bytes: Vec::new(),
            length: 0,
            fault: Some(("shape/not-json", arguments)),
        }
    }
}

impl<R: BufRead> Iterator for Cuts<R> {
    type Item = Result<Cut, Error>;

    fn next(&mut self) -> Option<Result<Cut, Error>> {
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
