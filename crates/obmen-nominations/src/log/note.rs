//! Signed notes (c2sp.org/signed-note): a text, and the signatures below it.

use std::collections::BTreeSet;
use std::fmt;

use data_encoding::BASE64;
use obmen::check::Term;

use crate::canonical::base64;
use crate::log::key::{SigningKey, VerifierKey, is_name};
use crate::log::rules;
use crate::refusal::Refusal;
use crate::words;

/// The most signatures of a note.
pub const MAX_SIGNATURES: usize = 16;
/// The most bytes of a note in a file.
pub(crate) const MAX_NOTE: usize = 16 * 1024;

/// A text and its signatures. What it says is to be ignored until [`verify`](Note::verify) has found the signature of a
/// key that is known beforehand.
///
/// ```
/// use obmen_nominations::log::{Note, Signs, SigningKey};
/// let key = SigningKey::new("obmen.example.bg", Signs::Notes, &[7; 32]).unwrap();
/// let mut note = Note::new("Ще се видим в Пловдив.\n").unwrap();
/// note.sign(&key, 0).unwrap();
/// let read = Note::read(&note.to_string()).unwrap();
/// assert!(read.verify(key.verifier()).is_ok());
/// let other = note.to_string().replace("Пловдив", "Видин");
/// let refusal = Note::read(&other).unwrap().verify(key.verifier()).unwrap_err();
/// assert_eq!(refusal.code(), "nomination/log-wrong-signature");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    text: String,
    signatures: Vec<Signature>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Signature {
    name: String,
    id: [u8; 4],
    bytes: Vec<u8>,
}

impl Signature {
    fn is_of(&self, key: &VerifierKey) -> bool {
        self.name == key.name() && self.id == key.id()
    }
}

impl Note {
    /// Returns a note without signatures.
    ///
    /// # Errors
    /// `nomination/log-note-not-read` when the text does not end with a newline, or has a control character.
    pub fn new(text: &str) -> Result<Note, Refusal> {
        if !text.ends_with('\n') {
            return Err(bad(words::NOTE_END));
        }
        if text.bytes().any(|byte| byte < b' ' && byte != b'\n') {
            return Err(bad(words::NOTE_CONTROL));
        }
        Ok(Note {
            text: text.to_owned(),
            signatures: Vec::new(),
        })
    }

    /// Reads a signed note. Signatures of any type are taken, since only those of known keys are judged.
    ///
    /// # Errors
    /// `nomination/log-note-not-read`: no newline at the end, a control character, no empty line before the signatures,
    /// a line below it that is no signature, none of them, or more than 16.
    pub fn read(signed: &str) -> Result<Note, Refusal> {
        // The last empty line is the border; the newline before it belongs to the text.
        let (text, lines) = signed
            .rsplit_once("\n\n")
            .ok_or_else(|| bad(words::NOTE_BORDER))?;
        let mut note = Note::new(&format!("{text}\n"))?;
        if lines.is_empty() {
            return Err(bad(words::NOTE_BORDER));
        }
        let lines = lines
            .strip_suffix('\n')
            .ok_or_else(|| bad(words::NOTE_END))?;
        for line in lines.split('\n') {
            if note.signatures.len() == MAX_SIGNATURES {
                return Err(bad(words::NOTE_MANY));
            }
            let signature = signature(line).ok_or_else(|| bad(words::NOTE_LINE))?;
            note.signatures.push(signature);
        }
        Ok(note)
    }

    /// Returns the text, which nobody may have signed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the name and the id of each key that has signed a checkpoint besides those of its log, whose name is the first
    /// line. Nobody has verified that they have.
    #[must_use]
    pub fn cosigners(&self) -> BTreeSet<(&str, [u8; 4])> {
        let origin = self.text.lines().next();
        let others = self.signatures.iter();
        others
            .filter(|each| Some(each.name.as_str()) != origin)
            .map(|each| (each.name.as_str(), each.id))
            .collect()
    }

    /// Signs the text, in the place of an older signature of the key. A cosignature tells the time, in seconds since 1970.
    ///
    /// # Errors
    /// `nomination/log-note-not-read` when 16 others have signed it.
    pub fn sign(&mut self, key: &SigningKey, now: u64) -> Result<(), Refusal> {
        let verifier = key.verifier();
        self.signatures
            .retain(|signature| !signature.is_of(verifier));
        if self.signatures.len() >= MAX_SIGNATURES {
            return Err(bad(words::NOTE_MANY));
        }
        self.signatures.push(Signature {
            name: verifier.name().to_owned(),
            id: verifier.id(),
            bytes: key.sign(&self.text, now),
        });
        Ok(())
    }

    /// Takes the signature of a key from the lines that a witness answers with, once it is verified, in the place of an
    /// older one, and gives the time that it tells. Signatures of other keys are left where they are.
    ///
    /// ```
    /// use obmen_nominations::log::{Note, Signs, SigningKey};
    /// let key = SigningKey::new("witness.example.bg", Signs::Cosignatures, &[8; 32]).unwrap();
    /// let mut note = Note::new("obmen.example.bg\n").unwrap();
    /// let mut theirs = note.clone();
    /// theirs.sign(&key, 1_772_442_000).unwrap();
    /// let answer = theirs.to_string().replace("obmen.example.bg\n\n", "");
    /// assert_eq!(note.cosigned(&answer, key.verifier()).unwrap(), 1_772_442_000);
    /// assert_eq!(note, theirs);
    /// ```
    ///
    /// # Errors
    /// `nomination/log-note-not-read` when a line is no signature, or 16 others have signed; else what
    /// [`verify`](Note::verify) refuses. The note is then as it was.
    pub fn cosigned(&mut self, lines: &str, witness: &VerifierKey) -> Result<u64, Refusal> {
        let theirs = Note::read(&format!("{}\n{lines}", self.text))?;
        if theirs.text != self.text {
            return Err(bad(words::NOTE_LINE));
        }
        let time = theirs.verify(witness)?;
        let signed = theirs.signatures.into_iter();
        // The time stands first, so that the latest is the greatest.
        let latest = signed
            .filter(|each| each.is_of(witness))
            .max_by(|one, other| one.bytes.cmp(&other.bytes));
        let others = self.signatures.iter().filter(|each| !each.is_of(witness));
        if others.count() >= MAX_SIGNATURES {
            return Err(bad(words::NOTE_MANY));
        }
        self.signatures.retain(|each| !each.is_of(witness));
        self.signatures.extend(latest);
        Ok(time)
    }

    /// Verifies the signatures of a key (Ed25519, strict: RFC 8032 without its liberties). All others are ignored. Gives
    /// the time that a cosignature tells, the latest of several, and 0 for a log's signature.
    ///
    /// # Errors
    /// `nomination/log-not-signed` when the key has not signed; `nomination/log-wrong-signature` when one of its
    /// signatures is of another text.
    pub fn verify(&self, key: &VerifierKey) -> Result<u64, Refusal> {
        let refused = |rule| Refusal::new(rule).with("key", key.name());
        let mut found = None;
        for signature in self.signatures.iter().filter(|each| each.is_of(key)) {
            let time = key
                .verify(&self.text, &signature.bytes)
                .ok_or_else(|| refused(&rules::LOG_WRONG_SIGNATURE))?;
            found = found.max(Some(time));
        }
        found.ok_or_else(|| refused(&rules::LOG_NOT_SIGNED))
    }
}

impl fmt::Display for Note {
    /// Writes the note as [`read`](Note::read) takes it, when anybody has signed it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures.iter().try_for_each(|signature| {
            let bytes = [&signature.id[..], &signature.bytes].concat();
            writeln!(f, "— {} {}", signature.name, BASE64.encode(&bytes))
        })
    }
}

fn signature(line: &str) -> Option<Signature> {
    let (name, code) = line.strip_prefix("— ")?.split_once(' ')?;
    let bytes = base64(code)?;
    let (id, rest) = bytes.split_first_chunk()?;
    (is_name(name) && !rest.is_empty()).then(|| Signature {
        name: name.to_owned(),
        id: *id,
        bytes: rest.to_vec(),
    })
}

pub(super) fn bad(reason: Term) -> Refusal {
    Refusal::new(&rules::LOG_NOTE_NOT_READ).with("reason", reason)
}
