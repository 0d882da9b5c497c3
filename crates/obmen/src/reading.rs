//! Reading: any bytes in; a practice as far as it could be understood, and every fault, out.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use serde::Serialize;
use serde::de::value::CowStrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use crate::check::walk::Walk;
use crate::check::{
    Arguments, Context, Diagnostic, JsonText, Language, Profile, Report, Rule, Severity, Term,
};
use crate::json::{Key, TOO_DEEP};
use crate::practice::Practice;
use crate::record::{Node, Take, fill};
use crate::rules::shape;
use crate::value::Json;

/// The largest record, in bytes.
pub const MAX_RECORD: usize = 16 << 20;

/// The most values of a record: objects, arrays, strings, numbers and words. An empty object of two
/// bytes becomes a record type of hundreds.
pub const MAX_VALUES: usize = 1 << 18;

/// What reading gives: the practice, as far as it could be understood, and everything wrong with it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Reading {
    /// All that could be understood; `None` when the bytes were no JSON object.
    pub practice: Option<Practice<'static>>,
    /// Every fault, in the order of the canonical format.
    pub report: Report,
    context: Context,
}

impl Reading {
    /// Returns a reading made by another reader than [`read`].
    #[must_use]
    pub fn new(practice: Option<Practice<'static>>, report: Report, context: &Context) -> Reading {
        Reading {
            practice,
            report,
            context: context.clone(),
        }
    }

    /// Returns the practice, proven fit to be published.
    ///
    /// # Errors
    /// [`Unsound`] hands the practice and its report back, when an error was found or the check was
    /// not made under [`Profile::Publish`].
    pub fn into_sound(self) -> Result<Sound, Unsound> {
        let Reading {
            practice,
            report,
            context,
        } = self;
        let practice = match practice {
            Some(practice) if report.is_sound() => practice,
            practice => {
                return Err(Unsound {
                    practice: practice.map(Box::new),
                    report,
                });
            }
        };
        // The fields are public, and what was changed since the check must not pass for sound.
        let now = Walk::over(&practice, &context);
        if now.is_sound() {
            return Ok(Sound {
                practice,
                rules_version: now.rules_version(),
            });
        }
        Err(Unsound {
            practice: Some(Box::new(practice)),
            report: now,
        })
    }
}

/// A practice in which a check under [`Profile::Publish`] found no error.
///
/// Only a check makes one, and it cannot be changed; it can be serialised, not deserialised.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Sound {
    practice: Practice<'static>,
    #[serde(skip)]
    rules_version: u32,
}

impl Sound {
    /// Returns the edition of the rules that found it sound, to be stored beside the record.
    #[must_use]
    pub fn rules_version(&self) -> u32 {
        self.rules_version
    }

    /// Returns the practice, no longer proven.
    #[must_use]
    pub fn into_practice(self) -> Practice<'static> {
        self.practice
    }
}

impl Deref for Sound {
    type Target = Practice<'static>;
    fn deref(&self) -> &Practice<'static> {
        &self.practice
    }
}

/// A record that is not fit to be published, with everything that came of reading it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Unsound {
    /// All that could be understood.
    pub practice: Option<Box<Practice<'static>>>,
    /// Every fault.
    pub report: Report,
}

impl fmt::Display for Unsound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.report.profile() != Profile::Publish {
            return f.write_str("the record was not checked for publishing");
        }
        write!(f, "the record is not sound")?;
        for found in self
            .report
            .iter()
            .filter(|found| found.severity == Severity::Error)
        {
            write!(f, "; `{}`: {}", found.pointer, found.message(Language::En))?;
        }
        Ok(())
    }
}

impl std::error::Error for Unsound {}

/// Reads a record from JSON and checks it, in one pass.
///
/// It never fails: whatever the bytes hold, the answer is what could be understood and a report of
/// everything wrong, each finding with its line and column. Nothing that was read is lost: what does
/// not fit is kept and written back.
///
/// Limits, each with a code: [`MAX_RECORD`] bytes and [`MAX_VALUES`] values a record
/// (`shape/too-large`), 1 MiB a text (`text/too-long`), 64 levels (`shape/too-deep`), 1,000 findings (`shape/too-many-faults`).
///
/// ```
/// let reading = obmen::read(br#"{"id": "first", "titel": "..."}"#, &obmen::Context::default());
/// assert_eq!(reading.practice.unwrap().id.as_deref(), Some("first"));
/// let unknown = reading.report.iter().find(|found| found.code() == "shape/unknown-field").unwrap();
/// assert_eq!((unknown.pointer.as_str(), unknown.position.unwrap().column), ("/titel", 26));
/// ```
#[must_use]
pub fn read(bytes: &[u8], context: &Context) -> Reading {
    read_borrowed(bytes, context).into_owned(context)
}

/// Reads a record and checks it as [`read`] does, its texts borrowed from the bytes: for registers
/// that are checked record by record, where most practices are looked at once and dropped.
///
/// ```
/// let read = obmen::read_borrowed(br#"{"id": "first"}"#, &obmen::Context::default());
/// assert_eq!(read.practice.unwrap().id.as_deref(), Some("first"));
/// assert!(read.report.has_errors());
/// ```
#[must_use]
pub fn read_borrowed<'t>(bytes: &'t [u8], context: &Context) -> Borrowed<'t> {
    let text = match text_of(bytes, context) {
        Ok(text) => text,
        Err(unread) => return *unread,
    };
    let mut reading = read_text(text, context);
    if !reading.report.is_empty() {
        reading.report.locate(&JsonText(text));
    }
    reading
}

/// Returns the practice that [`read_borrowed`] gives, unchecked: for a record that was checked before.
///
/// ```
/// let practice = obmen::decode(br#"{"id": "first", "awards": 5}"#, &obmen::Context::default());
/// assert_eq!(practice.unwrap().id.as_deref(), Some("first"));
/// ```
#[must_use]
pub fn decode<'t>(bytes: &'t [u8], context: &Context) -> Option<Practice<'t>> {
    decoded(bytes, None, context)
}

/// Returns the practice that [`decode`] gives, of which only these fields are there, and its language:
/// the others are passed over several times faster.
///
/// ```
/// let bytes = r#"{"title": "Обмен", "language": "bg", "background": "…"}"#.as_bytes();
/// let practice = obmen::decode_fields(bytes, &["title"], &obmen::Context::default()).unwrap();
/// assert_eq!(practice.title.unwrap().get("bg"), Some("Обмен"));
/// assert!(practice.background.is_none());
/// ```
#[must_use]
pub fn decode_fields<'t>(
    bytes: &'t [u8],
    fields: &[&str],
    context: &Context,
) -> Option<Practice<'t>> {
    decoded(bytes, Some(fields), context)
}

fn decoded<'t>(
    bytes: &'t [u8],
    fields: Option<&[&str]>,
    context: &Context,
) -> Option<Practice<'t>> {
    let text = text_of(bytes, context).ok()?;
    let mut practice = None;
    parse(text, context, fields, &mut practice).ok()?;
    practice
}

/// Returns the text of a record, within the limits.
fn text_of<'t>(bytes: &'t [u8], context: &Context) -> Result<&'t str, Box<Borrowed<'t>>> {
    if bytes.len() > MAX_RECORD {
        return Err(too_large(bytes.len(), Term::BYTES, MAX_RECORD, context).into());
    }
    let text = match simdutf8::compat::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let sound = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let before = std::str::from_utf8(sound).unwrap_or_default();
            let mut arguments = Arguments::default();
            arguments.push("offset", error.valid_up_to());
            let at = Some(before.len());
            return Err(unread(&shape::BAD_ENCODING, arguments, at, before, context).into());
        }
    };
    // A value takes two bytes or more, so that no ordinary record is counted.
    if text.len() > 2 * MAX_VALUES {
        let values = values(text);
        if values > MAX_VALUES {
            return Err(too_large(values, shape::VALUES, MAX_VALUES, context).into());
        }
    }
    Ok(text)
}

/// What [`read_borrowed`] gives: a practice that borrows its texts, and everything wrong with it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Borrowed<'t> {
    /// All that could be understood; `None` when the bytes were no JSON object.
    pub practice: Option<Practice<'t>>,
    /// Every fault, in the order of the canonical format.
    pub report: Report,
}

impl Borrowed<'_> {
    /// Returns the same with texts of its own; the context must be that of the check.
    #[must_use]
    pub fn into_owned(self, context: &Context) -> Reading {
        Reading::new(
            self.practice.map(Practice::into_owned),
            self.report,
            context,
        )
    }
}

/// Reads and checks, without positions.
pub(crate) fn read_text<'t>(text: &'t str, context: &Context) -> Borrowed<'t> {
    let mut practice = None;
    match parse(text, context, None, &mut practice) {
        Ok(()) => Borrowed {
            report: practice
                .as_ref()
                .map_or_else(Report::default, |practice| Walk::over(practice, context)),
            practice,
        },
        Err(NoRecord::Json(found)) => {
            let mut arguments = Arguments::default();
            arguments.push("expected", shape::OBJECT);
            arguments.push("found", shape::found(&found));
            unread(&shape::WRONG_TYPE, arguments, None, text, context)
        }
        Err(NoRecord::Error(error)) => {
            let place = offset(text, &error);
            let message = error.to_string();
            // serde_json adds the place in its own words; ours counts columns otherwise.
            let reason = message
                .rsplit_once(" at line ")
                .map_or(message.as_str(), |(reason, _)| reason);
            let mut arguments = Arguments::default();
            if reason == TOO_DEEP || reason.starts_with("recursion limit") {
                arguments.push("limit", u64::from(crate::json::MAX_DEPTH));
                return unread(&shape::TOO_DEEP, arguments, Some(place), text, context);
            }
            arguments.push("reason", shape::reason(reason));
            unread(&shape::NOT_JSON, arguments, Some(place), text, context)
        }
    }
}

enum NoRecord<'t> {
    /// JSON, but no object.
    Json(Json<'t>),
    Error(serde_json::Error),
}

/// Takes a record, or only these fields of it and its language, into its place, where it is when nothing fails.
fn parse<'t>(
    text: &'t str,
    context: &Context,
    fields: Option<&[&str]>,
    place: &mut Option<Practice<'t>>,
) -> Result<(), NoRecord<'t>> {
    let json = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut decoder = serde_json::Deserializer::from_str(json);
    let mut misfits = Vec::new();
    let taken = match fields {
        None => Take {
            slot: place,
            depth: 0,
            misfits: &mut misfits,
        }
        .deserialize(&mut decoder),
        Some(fields) => decoder.deserialize_map(Fields { fields, place }),
    };
    taken.map_err(NoRecord::Error)?;
    decoder.end().map_err(NoRecord::Error)?;
    match (place, misfits.pop()) {
        (Some(practice), None) => {
            settle(practice, context);
            Ok(())
        }
        (_, misfit) => Err(NoRecord::Json(
            misfit.map_or(Json::Null, |(_, misfit)| misfit.value),
        )),
    }
}

/// Takes a practice of which only these fields, and its language, are there.
struct Fields<'f, 'p, 't> {
    fields: &'f [&'f str],
    place: &'p mut Option<Practice<'t>>,
}

impl<'t> Visitor<'t> for Fields<'_, '_, 't> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a record")
    }
    fn visit_map<A: MapAccess<'t>>(self, map: A) -> Result<(), A::Error> {
        let Fields { fields, place } = self;
        let practice = place.insert(Practice::default());
        fill(practice, Only { map, fields }, 1)
    }
}

/// An object of which only some fields are seen.
struct Only<'f, A> {
    map: A,
    fields: &'f [&'f str],
}

impl<'t, A: MapAccess<'t>> MapAccess<'t> for Only<'_, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'t>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        while let Some(key) = self.map.next_key_seed(Key)? {
            if key == "language" || self.fields.contains(&&*key) {
                return seed.deserialize(CowStrDeserializer::new(key)).map(Some);
            }
            self.map.next_value::<IgnoredAny>()?;
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'t>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}

/// Gives bare strings the language of the record, else the default of the context, else `und`.
fn settle(practice: &mut Practice<'_>, context: &Context) {
    let language = practice
        .language
        .as_ref()
        .map(|tag| tag.0.clone())
        .filter(|tag| !tag.is_empty());
    let language = language
        .or_else(|| context.default_language().cloned())
        .unwrap_or(Cow::Borrowed(crate::value::UNDETERMINED));
    practice.tag_bare(&language);
}

/// Returns the byte where decoding stopped. A column of serde_json counts the bytes of its line.
fn offset(text: &str, error: &serde_json::Error) -> usize {
    if error.is_eof() {
        return text.len();
    }
    let line_start = match error.line() {
        0 | 1 => text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len(),
        line => text
            .match_indices('\n')
            .nth(line - 2)
            .map_or(text.len(), |(at, _)| at + 1),
    };
    // Column 0 is the line break before it.
    (line_start + error.column())
        .saturating_sub(1)
        .min(text.len())
}

fn too_large<'t>(size: usize, unit: Term, limit: usize, context: &Context) -> Borrowed<'t> {
    let mut arguments = Arguments::default();
    arguments.push("size", size);
    arguments.push("unit", unit);
    arguments.push("limit", limit);
    unread(&shape::TOO_LARGE, arguments, Some(0), "", context)
}

/// Counts the values of a JSON text; of what is no JSON, something near.
fn values(text: &str) -> usize {
    let mut count = 1;
    let (mut quoted, mut escaped, mut opened) = (false, false, false);
    for byte in text.bytes() {
        if quoted {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => quoted = false,
                _ => {}
            }
            continue;
        }
        // A comma stands between two values, and one more stands in what is not empty.
        match byte {
            b' ' | b'\n' | b'\r' | b'\t' => continue,
            b',' => count += 1,
            b'}' | b']' => {}
            _ if opened => count += 1,
            _ => {}
        }
        opened = matches!(byte, b'{' | b'[');
        quoted = byte == b'"';
    }
    count
}

/// Returns the reading of bytes that hold no record; without a place the finding is about the whole value.
fn unread<'t>(
    rule: &'static Rule,
    arguments: Arguments,
    at: Option<usize>,
    text: &str,
    context: &Context,
) -> Borrowed<'t> {
    let mut report = Report::new(context.profile(), context.rules_version());
    let mut found = Diagnostic::new(rule, rule.severity, String::new(), arguments);
    found.span = at.map(|at| at..at);
    report.push(found);
    report.locate(&JsonText(text));
    Borrowed {
        practice: None,
        report,
    }
}

impl Practice<'_> {
    /// Checks a practice that was built in code; its findings have no positions.
    #[must_use]
    pub fn check(&self, context: &Context) -> Report {
        Walk::over(self, context)
    }

    /// Checks the practice and returns it proven.
    ///
    /// # Errors
    /// [`Unsound`] hands the practice and its report back.
    pub fn into_sound(self, context: &Context) -> Result<Sound, Unsound> {
        let report = self.check(context);
        Reading::new(Some(self.into_owned()), report, context).into_sound()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_counted_as_they_are_nested() {
        for (text, count) in [
            ("{}", 1),
            ("5", 1),
            (r#"{"a": 1}"#, 2),
            (r#"{"a": [ ], "b,[": ["x\\\"],", null, {"c": {}}]}"#, 7),
            ("[[[]],[1,2]]", 6),
        ] {
            assert_eq!(values(text), count, "{text}");
        }
    }

    const SOUND: &[u8] = br#"{"id":"a","language":"en","title":"A","description":"B","published":"2013","initiator":{"name":"C"}}"#;

    #[test]
    fn only_a_check_makes_a_record_sound() {
        let context = Context::default();
        assert!(read(SOUND, &context).into_sound().is_ok());

        let mut changed = read(SOUND, &context);
        changed.practice.as_mut().unwrap().title = None;
        assert!(changed.into_sound().is_err());

        let mut forged = read(b"{}", &context);
        forged.report = Report::new(Profile::Publish, 1);
        assert!(forged.into_sound().is_err());

        let unchecked = Reading::new(Some(Practice::default()), Report::default(), &context);
        assert!(unchecked.into_sound().is_err());
    }

    #[test]
    fn neither_silence_nor_an_old_edition_makes_a_record_sound() {
        let silent = Context::default()
            .without("practice/missing-title")
            .with_rules_as_of(0);
        let text = br#"{"id":"a","language":"en","description":"B","published":"2013","initiator":{"name":"C"}}"#;
        let reading = read(text, &silent);
        assert!(!reading.report.has_errors());
        assert!(reading.into_sound().is_err());
    }
}
