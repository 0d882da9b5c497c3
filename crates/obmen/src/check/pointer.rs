//! JSON Pointer (RFC 6901): writing, reading, and the canonical order of a record's places.

use std::borrow::Cow;

use crate::practice::Practice;
use crate::record::{RecordInfo, Shape};
use crate::value::Json;

/// One step of a path into a record.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Segment<'a> {
    Field(&'a str),
    Index(usize),
}

impl<'a> From<&'a str> for Segment<'a> {
    fn from(name: &'a str) -> Self {
        Segment::Field(name)
    }
}

impl From<usize> for Segment<'_> {
    fn from(index: usize) -> Self {
        Segment::Index(index)
    }
}

impl Segment<'_> {
    pub(crate) fn write(self, pointer: &mut String) {
        pointer.push('/');
        match self {
            Segment::Field(name) => pointer.push_str(&escape(name)),
            Segment::Index(index) => pointer.push_str(&index.to_string()),
        }
    }
}

/// Returns a key as a token of a JSON Pointer: `~` as `~0`, `/` as `~1`.
#[must_use]
pub fn escape(key: &str) -> Cow<'_, str> {
    if key.contains(['~', '/']) {
        Cow::Owned(key.replace('~', "~0").replace('/', "~1"))
    } else {
        Cow::Borrowed(key)
    }
}

/// Returns the tokens of a pointer, unescaped; `None` when it is no JSON Pointer.
pub(crate) fn tokens(pointer: &str) -> Option<Vec<Cow<'_, str>>> {
    if pointer.is_empty() {
        return Some(Vec::new());
    }
    let unescape = |token| -> Option<Cow<'_, str>> {
        let token: &str = token;
        if !token.contains('~') {
            return Some(Cow::Borrowed(token));
        }
        let mut out = String::with_capacity(token.len());
        let mut rest = token;
        while let Some((before, after)) = rest.split_once('~') {
            out.push_str(before);
            out.push(match after.as_bytes().first()? {
                b'0' => '~',
                b'1' => '/',
                _ => return None,
            });
            rest = after.get(1..)?;
        }
        out.push_str(rest);
        Some(Cow::Owned(out))
    };
    pointer
        .strip_prefix('/')?
        .split('/')
        .map(unescape)
        .collect()
}

/// Returns an array index token as a number: digits without leading zero.
pub(crate) fn index(token: &str) -> Option<usize> {
    let plain = token == "0"
        || (!token.starts_with('0') && token.bytes().all(|byte| byte.is_ascii_digit()));
    (plain && !token.is_empty())
        .then(|| token.parse().ok())
        .flatten()
}

impl<'t> Json<'t> {
    /// Returns the value at a JSON Pointer (RFC 6901); `None` when nothing stands there.
    #[must_use]
    pub fn at(&self, pointer: &str) -> Option<&Json<'t>> {
        tokens(pointer)?
            .iter()
            .try_fold(self, |value, token| match value {
                Json::Object(_) => value.get(token),
                Json::Array(items) => items.get(index(token)?),
                _ => None,
            })
    }
}

/// Returns what sorts pointers into the order in which a record is written.
pub(crate) fn canonical_key(pointer: &str) -> Vec<usize> {
    /// Fields that obmen does not know stand after all that it knows.
    const UNKNOWN: usize = 1 << 16;
    let mut shape = Some(Shape::Record(Practice::INFO));
    let place = |record: &RecordInfo, token: &str| match record.place(token) {
        Some(place) => (place, record.fields.get(place).map(|field| field.shape)),
        None => (UNKNOWN, None),
    };
    let mut key = Vec::new();
    for token in tokens(pointer).unwrap_or_default() {
        let (step, inside) = match shape {
            Some(Shape::Record(record) | Shape::Party(record)) => place(record, &token),
            Some(Shape::List(item)) => (index(&token).unwrap_or(UNKNOWN), Some(*item)),
            _ => (0, None),
        };
        key.push(step);
        shape = inside;
    }
    key
}

/// Returns the pointer as a fragment of a URI (RFC 6901, section 6).
pub(crate) fn fragment(pointer: &str) -> String {
    use std::fmt::Write;
    let mut out = String::from("#");
    for byte in pointer.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
