//! A source of bytes that knows where it stands.

use std::io::{BufRead, ErrorKind};

use super::Error;

/// A place in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// Bytes from the beginning of the source.
    pub(super) offset: u64,
    /// The line, from 1.
    pub(super) line: usize,
    /// The column, from 1, in UTF-16 units.
    pub(super) column: usize,
}

impl Place {
    /// Moves on over bytes that were read. The first byte of a character tells how many units it takes.
    pub(super) fn pass(&mut self, bytes: &[u8]) {
        self.offset += bytes.len() as u64;
        for byte in bytes {
            match byte {
                b'\n' => {
                    self.line += 1;
                    self.column = 1;
                }
                0x80..=0xbf => {}
                0xf0..=0xff => self.column += 2,
                _ => self.column += 1,
            }
        }
    }
}

/// What was taken of a source: its beginning, as far as it was kept, and where it stood.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) start: Place,
    /// All its bytes, unless there are more than [`MOST`].
    pub(super) bytes: Vec<u8>,
    /// How many bytes it has.
    pub(super) length: u64,
}

/// The most bytes that are kept of a piece: a record, the end of its line, and one to see that it is larger.
const MOST: usize = obmen::MAX_RECORD + 3;

impl Piece {
    /// True when not all of it was kept.
    pub(super) fn is_cut(&self) -> bool {
        self.length > self.bytes.len() as u64
    }

    /// True when there is nothing in it but white space, and a byte order mark.
    pub(super) fn is_blank(&self) -> bool {
        !self.is_cut() && unmarked(&self.bytes).trim_ascii().is_empty()
    }

    /// Takes the white space at both ends away.
    pub(super) fn trim(&mut self) {
        if self.is_cut() {
            return;
        }
        let leading = self.bytes.len() - self.bytes.trim_ascii_start().len();
        let space: Vec<u8> = self.bytes.drain(..leading).collect();
        self.start.pass(&space);
        self.bytes.truncate(self.bytes.trim_ascii_end().len());
        self.length = self.bytes.len() as u64;
    }

    /// Appends the piece that follows.
    pub(super) fn join(&mut self, next: &Piece) {
        let room = MOST - self.bytes.len().min(MOST);
        self.bytes
            .extend_from_slice(next.bytes.get(..room).unwrap_or(&next.bytes));
        self.length += next.length;
    }
}

/// Returns the bytes without the byte order mark that some programs write first.
pub(super) fn unmarked(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

#[derive(Debug)]
pub(super) struct Source<R> {
    inner: R,
    pub(super) place: Place,
}

impl<R: BufRead> Source<R> {
    pub(super) fn new(inner: R) -> Source<R> {
        let place = Place {
            offset: 0,
            line: 1,
            column: 1,
        };
        Source { inner, place }
    }

    /// Returns the next byte without taking it; `None` at the end.
    pub(super) fn peek(&mut self) -> Result<Option<u8>, Error> {
        Ok(chunk(&mut self.inner)?.first().copied())
    }

    /// Takes one byte.
    pub(super) fn skip(&mut self) -> Result<(), Error> {
        let mut left = 1;
        self.until(|_| std::mem::replace(&mut left, 0) == 0)?;
        Ok(())
    }

    /// Takes everything before the first byte that ends it.
    pub(super) fn until(&mut self, mut ends: impl FnMut(u8) -> bool) -> Result<Piece, Error> {
        let mut piece = self.empty();
        loop {
            let chunk = chunk(&mut self.inner)?;
            let end = chunk.iter().position(|byte| ends(*byte));
            let taken = chunk.get(..end.unwrap_or(chunk.len())).unwrap_or_default();
            let length = taken.len();
            let room = (MOST - piece.bytes.len()).min(length);
            piece
                .bytes
                .extend_from_slice(taken.get(..room).unwrap_or_default());
            piece.length += length as u64;
            self.place.pass(taken);
            self.inner.consume(length);
            if length == 0 || end.is_some() {
                return Ok(piece);
            }
        }
    }

    /// Takes the rest of the line with its line feed; `None` at the end of the source.
    pub(super) fn line(&mut self) -> Result<Option<Piece>, Error> {
        let mut piece = self.empty();
        loop {
            let chunk = chunk(&mut self.inner)?;
            let end = memchr::memchr(b'\n', chunk);
            let length = end.map_or(chunk.len(), |at| at + 1);
            let room = (MOST - piece.bytes.len()).min(length);
            piece
                .bytes
                .extend_from_slice(chunk.get(..room).unwrap_or_default());
            piece.length += length as u64;
            self.place.offset += length as u64;
            self.inner.consume(length);
            if end.is_some() {
                self.place.line += 1;
                self.place.column = 1;
                return Ok(Some(piece));
            }
            if length == 0 {
                return Ok((piece.length > 0).then_some(piece));
            }
        }
    }

    fn empty(&self) -> Piece {
        Piece {
            start: self.place,
            bytes: Vec::new(),
            length: 0,
        }
    }
}

/// Returns the bytes at hand; none at the end of the source.
fn chunk<R: BufRead>(inner: &mut R) -> Result<&[u8], Error> {
    // Asked twice, because a borrow that is returned cannot be tried again.
    while let Err(error) = inner.fill_buf() {
        if error.kind() != ErrorKind::Interrupted {
            return Err(Error::Read(error));
        }
    }
    inner.fill_buf().map_err(Error::Read)
}
