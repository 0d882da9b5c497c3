//! An entry of a log, and the one form of its bytes.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::check::Term;
use crate::nomination::{Class, Hex, Hour, Reason};
use crate::value::{Invalid, Json};

/// The most bytes of an entry.
pub const MAX_ENTRY: usize = 1024;

/// The version of the form.
const VERSION: u64 = 1;

/// The most that numbers of JSON hold without loss: 2^53 - 1.
const MAX_NUMBER: u64 = 9_007_199_254_740_991;

/// A line of a log: one act, where and in which hour it was recorded.
///
/// ```
/// use obmen::nomination::{Act, Entry};
/// let line = format!(
///     r#"{{"edition":"2026-spring@{0}","hour":"2026-03-01T09Z","kind":"void","origin":"obmen.example.bg","reason":"erasure","salt":"{1}","seq":7,"target":"{0}","v":1}}"#,
///     "5a".repeat(32), "0f".repeat(16),
/// );
/// let entry = Entry::read(line.as_bytes()).unwrap();
/// assert_eq!((entry.origin.as_ref(), entry.seq), ("obmen.example.bg", 7));
/// assert!(matches!(entry.act, Act::Void { .. }));
/// assert_eq!(entry.to_json(), line);
/// let spaced = line.replace(',', ", ");
/// assert_eq!(Entry::read(spaced.as_bytes()).unwrap_err().code, "nomination/entry-not-canonical");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_structs,
    reason = "its fields are the format, which has a version of its own"
)]
pub struct Entry<'t> {
    /// The log that it stands in, by the name in its checkpoints: printable ASCII without spaces, `"`, `\` and `+`.
    pub origin: Cow<'t, str>,
    /// Its place in that log, from 0.
    pub seq: u64,
    /// The hour in which it was recorded.
    pub hour: Hour,
    /// The edition of the exchange and the SHA-256 of its policy: `2026-spring@5a…`.
    pub edition: Cow<'t, str>,
    /// Chance, so that nobody finds out by trial what a redacted entry said.
    pub salt: Hex<16>,
    /// What was done.
    pub act: Act<'t>,
}

/// What an entry records.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "closed: a tally must know every kind"
)]
pub enum Act<'t> {
    /// A person voted.
    Vote(Vote<'t>),
    /// The log takes one of its own votes back.
    Void {
        /// The id of the vote: the leaf hash of its entry.
        target: Hex<32>,
        /// Why.
        reason: Reason,
    },
    /// The voter takes a vote back, in whichever log.
    Withdraw {
        /// The id of the vote: the leaf hash of its entry.
        target: Hex<32>,
        /// The secret whose SHA-256 the vote holds in `cancel`.
        token: Hex<32>,
    },
    /// The log's checkpoints are signed by another key from the next one on.
    Key {
        /// The verifier key in the form of C2SP signed notes: `name+hash+base64`.
        key: Cow<'t, str>,
    },
    /// The edition is over; its keys are destroyed, and these figures stand for them.
    Closing {
        /// The SHA-256 of the canonical JSON of the result.
        tally: Hex<32>,
        /// The number of votes that count.
        votes: u64,
    },
}

/// One vote.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_structs,
    reason = "its fields are the format, which has a version of its own"
)]
pub struct Vote<'t> {
    /// The practice by the name that all sites share: its register and its key there, `flgr:20070736`.
    pub practice: Cow<'t, str>,
    /// How strongly it is proven that a person voted.
    pub class: Class,
    /// The domain of the key that made the tag.
    pub scope: Cow<'t, str>,
    /// What stands for the person: equal for two votes of one person for one practice, and for nothing else.
    pub tag: Hex<16>,
    /// The SHA-256 of the secret by which the voter may take the vote back.
    pub cancel: Hex<32>,
}

/// All fields of all kinds, in canonical order: the order of RFC 8785, which for these names is the alphabet's.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Line<'t> {
    #[serde(skip_serializing_if = "Option::is_none")]
    cancel: Option<Hex<32>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    class: Option<Class>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edition: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hour: Option<Hour>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<Kind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    practice: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Reason>,
    #[serde(skip_serializing_if = "Option::is_none")]
    salt: Option<Hex<16>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seq: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tag: Option<Hex<16>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tally: Option<Hex<32>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<Hex<32>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<Hex<32>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    v: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    votes: Option<u64>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Vote,
    Void,
    Withdraw,
    Key,
    Closing,
}

impl<'t> Entry<'t> {
    /// Reads the bytes of an entry, without the end of the line.
    ///
    /// # Errors
    /// Bytes that are no entry in its one form break a rule `nomination/entry-…`: more than 1,024 bytes, no JSON, a
    /// field that is unknown, missing, written twice or of another kind, a value that does not fit, or the right
    /// fields in another order or with spaces.
    pub fn read(bytes: &'t [u8]) -> Result<Entry<'t>, Invalid> {
        // Logs are read by the million, and nearly all of it is votes.
        match Entry::vote(bytes) {
            Some(vote) => Ok(vote),
            None => Entry::judge(bytes),
        }
    }

    /// Reads a vote in its one form, the fields in ascending order, without spaces and escapes; every vote and nothing
    /// else.
    fn vote(bytes: &'t [u8]) -> Option<Entry<'t>> {
        if bytes.len() > MAX_ENTRY {
            return None;
        }
        let mut rest = Rest(std::str::from_utf8(bytes).ok()?);
        let cancel = rest.after(br#"{"cancel":""#)?.hex()?;
        let class = rest.after(br#"","class":""#)?.text()?;
        let edition = rest.after(br#"","edition":""#)?.text()?;
        let hour = rest.after(br#"","hour":""#)?.text()?;
        let origin = rest.after(br#"","kind":"vote","origin":""#)?.text()?;
        let practice = rest.after(br#"","practice":""#)?.text()?;
        let salt = rest.after(br#"","salt":""#)?.hex()?;
        let scope = rest.after(br#"","scope":""#)?.text()?;
        let seq = rest.after(br#"","seq":"#)?.number()?;
        let tag = rest.after(br#","tag":""#)?.hex()?;
        let end = rest.after(br#"","v":1}"#)?;
        let fits = end.0.is_empty()
            && is_edition(edition)
            && is_origin(origin)
            && is_practice(practice)
            && is_slug(scope);
        let class = Class::ALL.iter().find(|known| known.as_str() == class);
        fits.then_some(Entry {
            origin: origin.into(),
            seq,
            hour: hour.parse().ok()?,
            edition: edition.into(),
            salt,
            act: Act::Vote(Vote {
                practice: practice.into(),
                class: *class?,
                scope: scope.into(),
                tag,
                cancel,
            }),
        })
    }

    /// Reads an entry in any form, to say what is wrong with it.
    fn judge(bytes: &'t [u8]) -> Result<Entry<'t>, Invalid> {
        if bytes.len() > MAX_ENTRY {
            return Err(Invalid::new("nomination/entry-too-large")
                .with("size", bytes.len())
                .with("limit", MAX_ENTRY));
        }
        // serde takes a list for a struct too; its fields would be told as missing.
        if bytes.first() == Some(&b'[') {
            return Err(Invalid::new("nomination/entry-not-json").with("reason", "a list"));
        }
        let line: Line<'t> = serde_json::from_slice(bytes).map_err(|error| why(bytes, &error))?;
        let entry = Entry::of(&line)?;
        let canonical = entry.to_json();
        if canonical.as_bytes() == bytes {
            Ok(entry)
        } else {
            Err(other(bytes, &canonical))
        }
    }

    /// Returns the canonical JSON (RFC 8785), whose bytes are hashed and signed.
    ///
    /// It is what [`read`](Entry::read) takes when the texts of the entry fit their fields, as those do that were read.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut line = Line {
            edition: Some(&self.edition),
            hour: Some(self.hour),
            origin: Some(&self.origin),
            salt: Some(self.salt),
            seq: Some(self.seq),
            v: Some(VERSION),
            ..Line::default()
        };
        let kind = match &self.act {
            Act::Vote(vote) => {
                line.practice = Some(&vote.practice);
                line.class = Some(vote.class);
                line.scope = Some(&vote.scope);
                line.tag = Some(vote.tag);
                line.cancel = Some(vote.cancel);
                Kind::Vote
            }
            Act::Void { target, reason } => {
                line.target = Some(*target);
                line.reason = Some(*reason);
                Kind::Void
            }
            Act::Withdraw { target, token } => {
                line.target = Some(*target);
                line.token = Some(*token);
                Kind::Withdraw
            }
            Act::Key { key } => {
                line.key = Some(key);
                Kind::Key
            }
            Act::Closing { tally, votes } => {
                line.tally = Some(*tally);
                line.votes = Some(*votes);
                Kind::Closing
            }
        };
        line.kind = Some(kind);
        // Writing to a string does not fail, and every key is a string.
        serde_json::to_string(&line).unwrap_or_default()
    }

    /// Returns the entry without its lender.
    #[must_use]
    pub fn into_owned(self) -> Entry<'static> {
        fn own(text: Cow<'_, str>) -> Cow<'static, str> {
            Cow::Owned(text.into_owned())
        }
        Entry {
            origin: own(self.origin),
            seq: self.seq,
            hour: self.hour,
            edition: own(self.edition),
            salt: self.salt,
            act: match self.act {
                Act::Vote(vote) => Act::Vote(Vote {
                    practice: own(vote.practice),
                    class: vote.class,
                    scope: own(vote.scope),
                    tag: vote.tag,
                    cancel: vote.cancel,
                }),
                Act::Void { target, reason } => Act::Void { target, reason },
                Act::Withdraw { target, token } => Act::Withdraw { target, token },
                Act::Key { key } => Act::Key { key: own(key) },
                Act::Closing { tally, votes } => Act::Closing { tally, votes },
            },
        }
    }

    fn of(line: &Line<'t>) -> Result<Entry<'t>, Invalid> {
        if line.v.is_some_and(|version| version != VERSION) {
            return Err(bad_value("v", &line.v.unwrap_or_default().to_string()));
        }
        needed("v", line.v)?;
        let kind = needed("kind", line.kind)?;
        let act = match kind {
            Kind::Vote => Act::Vote(Vote {
                practice: text("practice", line.practice, is_practice)?,
                class: needed("class", line.class)?,
                scope: text("scope", line.scope, is_slug)?,
                tag: needed("tag", line.tag)?,
                cancel: needed("cancel", line.cancel)?,
            }),
            Kind::Void => Act::Void {
                target: needed("target", line.target)?,
                reason: needed("reason", line.reason)?,
            },
            Kind::Withdraw => Act::Withdraw {
                target: needed("target", line.target)?,
                token: needed("token", line.token)?,
            },
            Kind::Key => Act::Key {
                key: text("key", line.key, is_graphic)?,
            },
            Kind::Closing => Act::Closing {
                tally: needed("tally", line.tally)?,
                votes: number("votes", line.votes)?,
            },
        };
        Ok(Entry {
            origin: text("origin", line.origin, is_origin)?,
            seq: number("seq", line.seq)?,
            hour: needed("hour", line.hour)?,
            edition: text("edition", line.edition, is_edition)?,
            salt: needed("salt", line.salt)?,
            act,
        })
    }
}

/// What is left of the text of an entry.
struct Rest<'t>(&'t str);

impl<'t> Rest<'t> {
    /// Goes on behind what must stand at the front.
    fn after<const N: usize>(&mut self, expected: &[u8; N]) -> Option<&mut Rest<'t>> {
        let fits = self.0.as_bytes().first_chunk() == Some(expected);
        self.0 = self.0.get(N..).filter(|_| fits)?;
        Some(self)
    }

    fn hex<const N: usize>(&mut self) -> Option<Hex<N>> {
        let digits = self.take(2 * N)?;
        Hex::of_digits(digits.as_bytes())
    }

    /// Takes what stands before the next quote; whether it fits is left to others to judge.
    fn text(&mut self) -> Option<&'t str> {
        let end = memchr::memchr(b'"', self.0.as_bytes())?;
        self.take(end)
    }

    /// Takes a number in decimal digits without zeros before them.
    fn number(&mut self) -> Option<u64> {
        let end = self.0.bytes().position(|byte| !byte.is_ascii_digit())?;
        let digits = self.take(end)?;
        if digits.len() > 1 && digits.starts_with('0') {
            return None;
        }
        let number = digits.parse().ok();
        number.filter(|number| *number <= MAX_NUMBER)
    }

    fn take(&mut self, size: usize) -> Option<&'t str> {
        let (taken, rest) = self.0.split_at_checked(size)?;
        self.0 = rest;
        Some(taken)
    }
}

fn needed<T>(field: &'static str, value: Option<T>) -> Result<T, Invalid> {
    value.ok_or_else(|| Invalid::new("nomination/entry-missing-field").with("field", field))
}

fn number(field: &'static str, value: Option<u64>) -> Result<u64, Invalid> {
    let value = needed(field, value)?;
    if value > MAX_NUMBER {
        return Err(bad_value(field, &value.to_string()));
    }
    Ok(value)
}

fn text<'t>(
    field: &'static str,
    text: Option<&'t str>,
    fits: fn(&str) -> bool,
) -> Result<Cow<'t, str>, Invalid> {
    let text = needed(field, text)?;
    if fits(text) {
        Ok(Cow::Borrowed(text))
    } else {
        Err(bad_value(field, text))
    }
}

fn bad_value(field: &'static str, value: &str) -> Invalid {
    let expected = EXPECTED
        .iter()
        .find_map(|(name, term)| (*name == field).then_some(*term));
    Invalid::new("nomination/entry-bad-value")
        .with("field", field)
        .with("value", value)
        .with("expected", expected.unwrap_or(Hex::<32>::TERM))
}

/// Says how bytes differ from the canonical form of what they say: by a field of another kind, or by the form alone.
fn other(bytes: &[u8], canonical: &str) -> Invalid {
    let parsed = std::str::from_utf8(bytes).ok().map(Json::parse);
    if let (Some(Ok(Json::Object(fields))), Ok(canonical)) = (parsed, Json::parse(canonical))
        && let Some((field, _)) = fields
            .iter()
            .find(|(name, _)| canonical.get(name).is_none())
    {
        return Invalid::new("nomination/entry-unknown-field").with("field", field.as_ref());
    }
    Invalid::new("nomination/entry-not-canonical")
}

/// Says what is wrong with bytes that are no line, as exactly as can be.
fn why(bytes: &[u8], error: &serde_json::Error) -> Invalid {
    let parsed = std::str::from_utf8(bytes).ok().map(Json::parse);
    let Some(Ok(Json::Object(fields))) = parsed else {
        return Invalid::new("nomination/entry-not-json").with("reason", error.to_string());
    };
    for (place, (name, value)) in fields.iter().enumerate() {
        let Some((field, _)) = EXPECTED.iter().find(|(field, _)| field == name) else {
            return Invalid::new("nomination/entry-unknown-field").with("field", name.as_ref());
        };
        if fields.iter().take(place).any(|(before, _)| before == name) {
            return Invalid::new("nomination/entry-duplicate-field").with("field", *field);
        }
        // All fields may be absent while a line is read, so that each can be tried alone.
        let alone = format!("{{\"{name}\":{value}}}");
        if *value == Json::Null || serde_json::from_str::<Line<'_>>(&alone).is_err() {
            return bad_value(field, &value.to_string());
        }
    }
    // Each field fits alone: a text is written with escapes, which no canonical entry has.
    Invalid::new("nomination/entry-not-canonical")
}

/// True of a name for use in addresses and files: small letters of English, digits and hyphens between them, up to 64.
///
/// ```
/// use obmen::nomination::is_slug;
/// assert!(is_slug("2026-spring") && !is_slug("2026 Spring") && !is_slug(""));
/// ```
#[must_use]
pub fn is_slug(text: &str) -> bool {
    let follows = |before, byte: u8| {
        let fits = byte.is_ascii_lowercase() || byte.is_ascii_digit();
        (fits || byte == b'-' && before != b'-').then_some(byte)
    };
    let last = text.bytes().try_fold(b'-', follows);
    text.len() <= 64 && last.is_some_and(|last| last != b'-')
}

fn is_graphic(text: &str) -> bool {
    (1..=128).contains(&text.len()) && is_visible(text)
}

/// True of visible ASCII without quotes and backslashes.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without an early end it is many bytes at a time"
)]
fn is_visible(text: &str) -> bool {
    text.bytes().fold(true, |visible, byte| {
        visible & byte.is_ascii_graphic() & (byte != b'"') & (byte != b'\\')
    })
}

/// Checks the name of a log: visible ASCII without `"`, `\` and `+`, 1 to 74 bytes.
///
/// # Errors
/// `nomination/entry-bad-value`.
pub fn check_origin(origin: &str) -> Result<(), Invalid> {
    text("origin", Some(origin), is_origin).map(drop)
}

/// Checks the name of a practice that all sites share: its register in small letters, digits and hyphens, `:`, and its
/// key there in visible ASCII without `"` and `\`.
///
/// # Errors
/// `nomination/entry-bad-value`.
pub fn check_practice(practice: &str) -> Result<(), Invalid> {
    text("practice", Some(practice), is_practice).map(drop)
}

/// The key of a log begins with its name, and has 54 characters more: it must fit its field too.
const MAX_ORIGIN: usize = 74;

fn is_origin(text: &str) -> bool {
    is_graphic(text) && text.len() <= MAX_ORIGIN && !text.as_bytes().contains(&b'+')
}

fn is_practice(text: &str) -> bool {
    text.split_once(':')
        .is_some_and(|(register, key)| is_slug(register) && is_graphic(key))
}

fn is_edition(text: &str) -> bool {
    let parts = text.as_bytes().split_last_chunk();
    let parts = parts.map(|(name, policy): (_, &[u8; 64])| (name, Hex::<32>::of_digits(policy)));
    let Some((name, Some(_))) = parts else {
        return false;
    };
    let name = std::str::from_utf8(name).ok();
    name.and_then(|name| name.strip_suffix('@'))
        .is_some_and(is_slug)
}

crate::terms! {
    CLASS = "typed, pow, email or eid", "typed, pow, email или eid";
    COUNT = "a whole number up to 9007199254740991", "цяло число до 9007199254740991";
    EDITION = "a name, @ and the SHA-256 of the policy", "име, @ и SHA-256 на правилата";
    KIND = "vote, void, withdraw, key or closing", "vote, void, withdraw, key или closing";
    NAME = "up to 128 visible ASCII characters without quotes and backslashes", "до 128 видими знака от ASCII без кавички и обратни наклонени черти";
    ORIGIN = "the name of a log: up to 74 visible ASCII characters without +", "име на дневник: до 74 видими знака от ASCII без +";
    PRACTICE = "a register and its key, such as flgr:20070736", "регистър и ключ в него, например flgr:20070736";
    REASON = "erasure, irregular, mistake or order", "erasure, irregular, mistake или order";
    SLUG = "small letters, digits and hyphens", "малки латински букви, цифри и тирета";
    THIS = "the number 1", "числото 1";
}

/// What each field holds, for messages.
const EXPECTED: [(&str, Term); 18] = [
    ("cancel", Hex::<32>::TERM),
    ("class", CLASS),
    ("edition", EDITION),
    ("hour", Hour::TERM),
    ("key", NAME),
    ("kind", KIND),
    ("origin", ORIGIN),
    ("practice", PRACTICE),
    ("reason", REASON),
    ("salt", Hex::<16>::TERM),
    ("scope", SLUG),
    ("seq", COUNT),
    ("tag", Hex::<16>::TERM),
    ("tally", Hex::<32>::TERM),
    ("target", Hex::<32>::TERM),
    ("token", Hex::<32>::TERM),
    ("v", THIS),
    ("votes", COUNT),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn vote() -> Entry<'static> {
        Entry {
            origin: "obmen.example.bg".into(),
            seq: 3,
            hour: Hour::at(1_795_882_549),
            edition: format!("2026-autumn@{}", "ab".repeat(32)).into(),
            salt: Hex([1; 16]),
            act: Act::Vote(Vote {
                practice: "flgr:20070736".into(),
                class: Class::Email,
                scope: "bg".into(),
                tag: Hex([2; 16]),
                cancel: Hex([3; 32]),
            }),
        }
    }

    fn acts() -> Vec<Act<'static>> {
        let target = Hex([4; 32]);
        vec![
            vote().act,
            Act::Void {
                target,
                reason: Reason::Order,
            },
            Act::Withdraw {
                target,
                token: Hex([5; 32]),
            },
            Act::Key {
                key: "obmen.example.bg+c74f20a3+AQ==".into(),
            },
            Act::Closing {
                tally: target,
                votes: 42,
            },
        ]
    }

    #[test]
    fn every_kind_is_read_as_it_is_written() {
        let mut fields = std::collections::BTreeSet::new();
        for act in acts() {
            let entry = Entry { act, ..vote() };
            let json = entry.to_json();
            assert_eq!(Entry::read(json.as_bytes()), Ok(entry.clone()));
            let Json::Object(written) = Json::parse(&json).unwrap() else {
                panic!()
            };
            assert!(written.is_sorted_by_key(|(name, _)| name.clone()), "{json}");
            fields.extend(written.into_iter().map(|(name, _)| name.into_owned()));
        }
        assert!(
            fields
                .iter()
                .map(String::as_str)
                .eq(EXPECTED.map(|(name, _)| name))
        );
    }

    #[test]
    fn of_any_bytes_near_an_entry_both_readers_say_the_same_of_votes() {
        let mut taken = 0;
        let mut judge = |bytes: &[u8]| {
            let read = Entry::vote(bytes);
            taken += usize::from(read.is_some());
            let text = String::from_utf8_lossy(bytes);
            let judged = Entry::judge(bytes).ok();
            let vote = judged.filter(|entry| matches!(entry.act, Act::Vote(_)));
            assert_eq!(read, vote, "{text}");
        };
        for act in acts() {
            let json = Entry { act, ..vote() }.to_json();
            judge(json.as_bytes());
            judge(format!("[{json}]").as_bytes());
            judge(json.replacen("\"seq\":3", "\"seq\":03", 1).as_bytes());
            judge(
                json.replacen("\"seq\":3", "\"seq\":9007199254740992", 1)
                    .as_bytes(),
            );
            judge(
                json.replacen("\"seq\":3", "\"seq\":99999999999999999999", 1)
                    .as_bytes(),
            );
            judge(json.replacen("20070736", "20\\u00370736", 1).as_bytes());
            judge(
                json.replacen("20070736", &"9".repeat(MAX_ENTRY), 1)
                    .as_bytes(),
            );
            for at in 0..json.len() {
                let (before, after) = json.as_bytes().split_at(at);
                judge(before);
                judge(after);
                judge(&[before, &after[1..]].concat());
                for byte in *b"\"\\ ,:{}[]0129afgzAZ+-.@e\n\0\x7f\xd0" {
                    judge(&[before, &[byte], after].concat());
                    judge(&[before, &[byte], &after[1..]].concat());
                }
            }
            let fields: Vec<_> = json.trim_matches(['{', '}']).split(',').collect();
            for one in 0..fields.len() {
                for other in 0..fields.len() {
                    let mut moved = fields.clone();
                    let field = moved.remove(one);
                    moved.insert(other, field);
                    judge(format!("{{{}}}", moved.join(",")).as_bytes());
                    moved.push(field);
                    judge(format!("{{{}}}", moved.join(",")).as_bytes());
                }
            }
        }
        // Most changes of a hexadecimal digit make another entry; nothing else of the kind does.
        assert!(taken > 1000, "{taken}");
    }

    #[test]
    fn every_field_is_needed_and_no_other_is_taken() {
        for act in acts() {
            let json = Entry { act, ..vote() }.to_json();
            let Json::Object(fields) = Json::parse(&json).unwrap() else {
                panic!()
            };
            for place in 0..fields.len() {
                let mut without = fields.clone();
                let (name, _) = without.remove(place);
                let text = Json::Object(without).to_string();
                let invalid = Entry::read(text.as_bytes()).unwrap_err();
                assert_eq!(
                    invalid,
                    Invalid::new("nomination/entry-missing-field").with("field", name.as_ref())
                );
            }
            for (name, _) in EXPECTED
                .iter()
                .filter(|(name, _)| fields.iter().all(|(field, _)| field != name))
            {
                let value = acts().into_iter().find_map(|act| {
                    let json = Entry { act, ..vote() }.to_json();
                    Json::parse(&json)
                        .unwrap()
                        .get(name)
                        .map(ToString::to_string)
                });
                let text = json.replacen('{', &format!("{{\"{name}\":{},", value.unwrap()), 1);
                let invalid = Entry::read(text.as_bytes()).unwrap_err();
                assert_eq!(
                    invalid,
                    Invalid::new("nomination/entry-unknown-field").with("field", *name)
                );
            }
        }
    }
}
