//! From pointers to places in a text: one pass for all of them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::check::diagnostic::{Diagnostic, Position, Span};
use crate::check::pointer::tokens;

/// Finds where in a source the values of a record stand.
pub trait Locate {
    /// Returns the source text, decoded.
    fn text(&self) -> &str;

    /// Returns for each pointer the bytes of its value, else of its nearest existing ancestor.
    /// The number beside a pointer says which of several fields of one name is meant; 0 is the first.
    fn locate(&self, pointers: &[(&str, usize)]) -> Vec<Option<Span>>;
}

/// The text of a JSON record.
#[derive(Debug, Clone, Copy)]
pub struct JsonText<'t>(pub &'t str);

impl Locate for JsonText<'_> {
    fn text(&self) -> &str {
        self.0
    }

    fn locate(&self, pointers: &[(&str, usize)]) -> Vec<Option<Span>> {
        let mut wanted = Wanted::default();
        for (request, (pointer, occurrence)) in pointers.iter().enumerate() {
            let mut node = &mut wanted;
            for token in tokens(pointer).unwrap_or_default() {
                node = node.inside.entry(token).or_default();
            }
            node.requests.push((*occurrence, request));
        }
        let mut scan = Scan {
            text: self.0.as_bytes(),
            source: self.0,
            at: mark(self.0),
            found: vec![None; pointers.len()],
        };
        scan.value(Some(&mut wanted));
        scan.found
    }
}

/// Returns the length of the byte order mark, which is no part of the text: it takes no column.
fn mark(text: &str) -> usize {
    if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    }
}

/// The pointers that are asked for, as a tree of their tokens.
#[derive(Default)]
struct Wanted<'p> {
    requests: Vec<(usize, usize)>,
    seen: usize,
    inside: BTreeMap<Cow<'p, str>, Wanted<'p>>,
}

impl Wanted<'_> {
    fn all(&self, visit: &mut impl FnMut(usize)) {
        self.requests
            .iter()
            .for_each(|(_, request)| visit(*request));
        self.inside.values().for_each(|inside| inside.all(visit));
    }
}

/// A scanner of text that is known to be JSON; what is not is left unlocated.
struct Scan<'t> {
    text: &'t [u8],
    source: &'t str,
    at: usize,
    found: Vec<Option<Span>>,
}

impl<'t> Scan<'t> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(
            self.peek(),
            Some(b' ' | b'\n' | b'\r' | b'\t' | b',' | b':')
        ) {
            self.at += 1;
        }
    }

    /// Reads a value; notes the spans that are wanted of it. Recursion follows the wanted tokens only.
    fn value(&mut self, wanted: Option<&mut Wanted<'_>>) {
        self.space();
        let start = self.at;
        let Some(wanted) = wanted else {
            self.skip();
            return;
        };
        let occurrence = wanted.seen;
        wanted.seen += 1;
        match self.peek() {
            _ if wanted.inside.is_empty() || occurrence > 0 => self.skip(),
            Some(b'{') => {
                self.at += 1;
                loop {
                    self.space();
                    match self.peek() {
                        Some(b'"') => {
                            let key = self.key();
                            self.value(wanted.inside.get_mut(&*key));
                        }
                        Some(b'}') => {
                            self.at += 1;
                            break;
                        }
                        _ => break,
                    }
                }
            }
            Some(b'[') => {
                self.at += 1;
                let mut index = 0_usize;
                loop {
                    self.space();
                    match self.peek() {
                        Some(b']') => {
                            self.at += 1;
                            break;
                        }
                        None => break,
                        _ => {
                            let before = self.at;
                            let token: Cow<'_, str> = Cow::Owned(index.to_string());
                            self.value(wanted.inside.get_mut(&*token));
                            if self.at == before {
                                break;
                            }
                            index += 1;
                        }
                    }
                }
            }
            _ => self.skip(),
        }
        let span = start..self.at;
        for (asked, request) in &wanted.requests {
            if *asked == occurrence
                && let Some(found) = self.found.get_mut(*request)
            {
                *found = Some(span.clone());
            }
        }
        if occurrence == 0 {
            let found = &mut self.found;
            // What is absent takes the place of its nearest ancestor that is there.
            wanted.inside.values().for_each(|inside| {
                inside.all(&mut |request| {
                    if let Some(found) = found.get_mut(request)
                        && found.is_none()
                    {
                        *found = Some(span.clone());
                    }
                });
            });
        }
    }

    /// Reads a key, unescaped.
    fn key(&mut self) -> Cow<'t, str> {
        let start = self.at;
        self.skip();
        let quoted = self.source.get(start..self.at).unwrap_or_default();
        if quoted.contains('\\') {
            return serde_json::from_str(quoted).unwrap_or_default();
        }
        Cow::Borrowed(
            quoted
                .get(1..quoted.len().saturating_sub(1))
                .unwrap_or_default(),
        )
    }

    /// Passes over one value without recursion.
    fn skip(&mut self) {
        let mut depth = 0_usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => self.skip_string(),
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' => {
                    if depth == 0 {
                        return;
                    }
                    depth -= 1;
                    self.at += 1;
                }
                b' ' | b'\n' | b'\r' | b'\t' | b',' | b':' => {
                    if depth == 0 {
                        return;
                    }
                    self.at += 1;
                    continue;
                }
                _ => {
                    while self
                        .peek()
                        .is_some_and(|byte| !b" \n\r\t,:]}\"{[".contains(&byte))
                    {
                        self.at += 1;
                    }
                }
            }
            if depth == 0 {
                return;
            }
        }
    }

    fn skip_string(&mut self) {
        self.at += 1;
        while let Some(next) =
            memchr::memchr2(b'\\', b'"', self.text.get(self.at..).unwrap_or_default())
        {
            self.at += next + 1;
            if self.text.get(self.at - 1) == Some(&b'"') {
                return;
            }
            self.at += 1;
        }
        self.at = self.text.len();
    }
}

/// Sets the span and position of every finding, in one pass over the source.
pub(crate) fn resolve(diagnostics: &mut [Diagnostic], source: &impl Locate) {
    if diagnostics.is_empty() {
        return;
    }
    let asked: Vec<_> = diagnostics
        .iter()
        .map(|found| (found.pointer.as_str(), found.occurrence))
        .collect();
    let spans = source.locate(&asked);
    for (found, span) in diagnostics.iter_mut().zip(spans) {
        // A finding of the reader itself knows its place better than its pointer does.
        found.span = found.span.take().or(span);
    }
    positions(diagnostics, source.text());
}

/// Turns the spans of findings into lines and columns, in one pass over the text.
fn positions(diagnostics: &mut [Diagnostic], text: &str) {
    let mut by_start: Vec<&mut Diagnostic> = diagnostics
        .iter_mut()
        .filter(|found| found.span.is_some())
        .collect();
    by_start.sort_by_key(|found| found.span.as_ref().map(|span| span.start));
    let mut at = mark(text);
    let mut position = Position { line: 1, column: 1 };
    for found in by_start {
        let start = found
            .span
            .as_ref()
            .map_or(0, |span| text.floor_char_boundary(span.start))
            .max(at);
        let mut between = text.get(at..start).unwrap_or_default().as_bytes();
        if let Some(last) = memchr::memrchr(b'\n', between) {
            let (lines, line) = between.split_at_checked(last + 1).unwrap_or_default();
            position.line += memchr::memchr_iter(b'\n', lines).count();
            position.column = 1;
            between = line;
        }
        position.column += utf16_units(between);
        at = start;
        found.position = Some(position);
    }
}

/// Counts the UTF-16 units of whole characters in UTF-8.
fn utf16_units(bytes: &[u8]) -> usize {
    let first = bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
    // A character of four bytes takes two units.
    first + bytes.iter().filter(|byte| **byte >= 0xf0).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_those_of_the_values() {
        let text = r#"{ "a" : [1, {"b/c": "x\"y"}, [2]], "a": 5, "\u0064": {"e": null} }"#;
        let asked = [
            ("/a/1/b~1c", 0),
            ("/a/2/0", 0),
            ("/a", 1),
            ("/d/e", 0),
            ("/d/absent/deep", 0),
            ("", 0),
            ("/a/9", 0),
        ];
        let spans = JsonText(text).locate(&asked);
        let texts: Vec<_> = spans
            .into_iter()
            .map(|span| text.get(span.unwrap()).unwrap())
            .collect();
        assert_eq!(
            texts,
            [
                r#""x\"y""#,
                "2",
                "5",
                "null",
                r#"{"e": null}"#,
                text,
                r#"[1, {"b/c": "x\"y"}, [2]]"#
            ]
        );
    }
}
