//! What mending would change, as a unified diff.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::time::Duration;

use annotate_snippets::renderer::{AnsiColor, Style};
use similar::{ChangeTag, TextDiff};

use crate::mend::Edit;
use crate::words::printable;

/// How many unchanged lines surround a change, where they are of the same record.
const CONTEXT: usize = 3;

/// Writes a unified diff, edit by edit in the order of the file. Only the lines of one record are held,
/// so no line of another record is shown around it.
pub(crate) struct Diff<W> {
    name: String,
    source: BufReader<File>,
    target: W,
    /// How much of the source was read; always the beginning of a line.
    at: u64,
    /// How many lines of it.
    lines: usize,
    /// How many lines were added, less those that were taken away.
    shift: isize,
    chunk: Option<Chunk>,
    begun: bool,
    colour: bool,
    terminal: bool,
}

/// Whole lines of the file, with the edits that lie in them.
struct Chunk {
    /// Lines before it.
    before: usize,
    start: u64,
    old: Vec<u8>,
    new: Vec<u8>,
    /// How much of the file went over into `new`.
    copied: u64,
}

impl<W: Write> Diff<W> {
    pub(crate) fn new(
        name: &str,
        path: &Path,
        target: W,
        terminal: bool,
        colour: bool,
    ) -> io::Result<Diff<W>> {
        Ok(Diff {
            name: name.to_owned(),
            source: BufReader::new(File::open(path)?),
            target,
            terminal,
            colour,
            at: 0,
            lines: 0,
            shift: 0,
            chunk: None,
            begun: false,
        })
    }

    pub(crate) fn edit(&mut self, edit: &Edit) -> io::Result<()> {
        // Two records on one line make one change.
        let mut chunk = match self.chunk.take() {
            Some(chunk) if edit.offset < self.at => chunk,
            done => {
                self.flush(done)?;
                self.find(edit.offset)?
            }
        };
        let end = edit.offset + edit.length;
        while self.at < end && self.line(&mut chunk.old)? {}
        chunk.copy(edit.offset);
        chunk.new.extend_from_slice(edit.text.as_bytes());
        chunk.copied = end;
        self.chunk = Some(chunk);
        Ok(())
    }

    pub(crate) fn finish(mut self) -> io::Result<()> {
        let chunk = self.chunk.take();
        self.flush(chunk)?;
        self.target.flush()
    }

    /// Passes over lines up to the one that holds this byte, and takes it.
    fn find(&mut self, offset: u64) -> io::Result<Chunk> {
        let mut line = Vec::new();
        loop {
            let (before, start) = (self.lines, self.at);
            line.clear();
            if !self.line(&mut line)? || offset < self.at {
                return Ok(Chunk {
                    before,
                    start,
                    old: line,
                    new: Vec::new(),
                    copied: start,
                });
            }
        }
    }

    fn line(&mut self, line: &mut Vec<u8>) -> io::Result<bool> {
        let length = self.source.read_until(b'\n', line)?;
        self.at += length as u64;
        self.lines += 1;
        Ok(length > 0)
    }

    fn flush(&mut self, chunk: Option<Chunk>) -> io::Result<()> {
        let Some(mut chunk) = chunk else {
            return Ok(());
        };
        chunk.copy(chunk.start + chunk.old.len() as u64);
        let (old, new) = (
            String::from_utf8_lossy(&chunk.old),
            String::from_utf8_lossy(&chunk.new),
        );
        let diff = TextDiff::configure()
            .timeout(Duration::from_secs(2))
            .diff_lines(&*old, &*new);
        for group in diff.grouped_ops(CONTEXT) {
            let (Some(first), Some(last)) = (group.first(), group.last()) else {
                continue;
            };
            if !self.begun {
                self.begun = true;
                let name = printable(&self.name);
                self.put(None, &format!("--- {name}\n+++ {name}\n"))?;
            }
            let old_start = chunk.before + first.old_range().start;
            let old_lines = last.old_range().end - first.old_range().start;
            let new_start =
                (chunk.before + first.new_range().start).saturating_add_signed(self.shift);
            let new_lines = last.new_range().end - first.new_range().start;
            let header = format!(
                "@@ -{} +{} @@\n",
                range(old_start, old_lines),
                range(new_start, new_lines)
            );
            self.put(Some(AnsiColor::Cyan), &header)?;
            for change in group
                .iter()
                .flat_map(|operation| diff.iter_changes(operation))
            {
                let (sign, colour) = match change.tag() {
                    ChangeTag::Delete => ('-', Some(AnsiColor::Red)),
                    ChangeTag::Insert => ('+', Some(AnsiColor::Green)),
                    ChangeTag::Equal => (' ', None),
                };
                let value = change.value();
                let line = value.strip_suffix('\n').unwrap_or(value);
                // A file takes the line as it is; a terminal would obey what is in it.
                let line = if self.terminal {
                    printable(line)
                } else {
                    line.to_owned()
                };
                self.put(colour, &format!("{sign}{line}\n"))?;
                if change.missing_newline() {
                    self.put(None, "\\ No newline at end of file\n")?;
                }
            }
        }
        let lines = |text: &str| isize::try_from(text.lines().count()).unwrap_or(isize::MAX);
        self.shift += lines(&new) - lines(&old);
        Ok(())
    }

    fn put(&mut self, colour: Option<AnsiColor>, text: &str) -> io::Result<()> {
        match colour.filter(|_| self.colour) {
            Some(colour) => {
                let style: Style = colour.on_default();
                let text = text.trim_end_matches('\n');
                writeln!(self.target, "{style}{text}{style:#}")
            }
            None => self.target.write_all(text.as_bytes()),
        }
    }
}

impl Chunk {
    /// Copies what was not copied yet, up to this byte of the file.
    fn copy(&mut self, end: u64) {
        let place =
            |byte: u64| usize::try_from(byte.saturating_sub(self.start)).unwrap_or(usize::MAX);
        let unchanged = self
            .old
            .get(place(self.copied)..place(end))
            .unwrap_or_default();
        self.new.extend_from_slice(unchanged);
    }
}

/// Returns a range of lines as a diff counts them, from 1; an empty one follows the line that it names.
fn range(start: usize, lines: usize) -> String {
    match lines {
        0 => format!("{start},0"),
        1 => format!("{}", start + 1),
        _ => format!("{},{lines}", start + 1),
    }
}
