//! The lines of a log's file, one after another.

use std::io::{self, BufRead, Read};

use obmen::nomination::MAX_ENTRY;

/// As much of a line as can be an entry and the end of its line, or shows that it is none.
const LIMIT: usize = MAX_ENTRY + 1;

/// Lends the lines of a file one after another. Of one that is longer than any entry it lends only as much as shows it, and
/// nothing behind it.
#[derive(Debug)]
pub(super) struct Lines<R> {
    reader: R,
    /// A line that did not lie whole in what the reader had at hand.
    line: Vec<u8>,
    /// So many bytes of what the reader has at hand are lent.
    lent: usize,
    ended: bool,
}

impl<R: BufRead> Lines<R> {
    pub(super) fn new(reader: R) -> Lines<R> {
        Lines {
            reader,
            line: Vec::new(),
            lent: 0,
            ended: false,
        }
    }

    /// Lends the next line with its end, which only the last one can lack.
    pub(super) fn read(&mut self) -> io::Result<Option<&[u8]>> {
        self.reader.consume(std::mem::take(&mut self.lent));
        if self.ended {
            return Ok(None);
        }
        // What fails here fails below too, or was only interrupted.
        let ahead = self.reader.fill_buf().unwrap_or_default();
        let ahead = ahead.get(..LIMIT).unwrap_or(ahead);
        if let Some(end) = memchr::memchr(b'\n', ahead) {
            self.lent = end + 1;
            return Ok(self.reader.fill_buf()?.get(..self.lent));
        }
        self.line.clear();
        let mut rest = self.reader.by_ref().take(LIMIT as u64);
        let read = rest.read_until(b'\n', &mut self.line)?;
        self.ended = !self.line.ends_with(b"\n");
        Ok((read > 0).then_some(&*self.line))
    }
}

/// A line without its end.
pub(super) fn entry(line: &[u8]) -> &[u8] {
    line.strip_suffix(b"\n").unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    fn read(text: &str, at_hand: usize) -> Vec<String> {
        let mut lines = Lines::new(BufReader::with_capacity(at_hand, text.as_bytes()));
        let mut read = Vec::new();
        while let Some(line) = lines.read().unwrap() {
            read.push(String::from_utf8(line.to_vec()).unwrap());
        }
        assert_eq!(lines.read().unwrap(), None);
        read
    }

    #[test]
    fn lines_are_what_they_are_however_much_is_at_hand() {
        let most = "x".repeat(MAX_ENTRY);
        let long = format!("{most}\na\n\nb");
        for at_hand in [1, 2, 3, 7, LIMIT - 1, LIMIT, LIMIT + 1, 1 << 16] {
            assert_eq!(read("", at_hand), Vec::<String>::new());
            assert_eq!(read("a", at_hand), ["a"]);
            assert_eq!(read("a\n", at_hand), ["a\n"]);
            assert_eq!(read("\nab\n\nc", at_hand), ["\n", "ab\n", "\n", "c"]);
            let lines = [format!("{most}\n"), "a\n".into(), "\n".into(), "b".into()];
            assert_eq!(read(&long, at_hand), lines);
            // One byte too much.
            let longer = format!("a\nx{long}");
            assert_eq!(read(&longer, at_hand), ["a\n", &format!("x{most}")]);
        }
    }
}
