//! The keys of signed notes (c2sp.org/signed-note), of logs and of witnesses.

use std::fmt;

use data_encoding::{BASE64, HEXLOWER};
use ed25519_dalek::{Signature, Signer, VerifyingKey};
use obmen::check::Term;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::canonical::base64;
use crate::log::rules;
use crate::refusal::Refusal;
use crate::words;

/// What the signatures of a key say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a note is signed by its log or by a witness"
)]
pub enum Signs {
    /// The text is the signer's own: Ed25519, type `01`.
    Notes,
    /// The signer saw this checkpoint follow from all that it saw before, at a time: `cosignature/v1`, type `04`.
    Cosignatures,
}

impl Signs {
    fn byte(self) -> u8 {
        match self {
            Signs::Notes => 1,
            Signs::Cosignatures => 4,
        }
    }
}

/// The public key of a log or a witness, as its users pin it: `name+hash+base64`.
///
/// ```
/// use obmen_nominations::log::{Signs, VerifierKey};
/// let text = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
/// let key = VerifierKey::read(text).unwrap();
/// assert_eq!((key.name(), key.signs()), ("PeterNeumann", Signs::Notes));
/// assert_eq!(key.to_string(), text);
/// assert_eq!(VerifierKey::read("PeterNeumann").unwrap_err().code(), "nomination/log-bad-key");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: String,
    signs: Signs,
    key: VerifyingKey,
    id: [u8; 4],
}

impl VerifierKey {
    fn new(name: &str, signs: Signs, key: VerifyingKey) -> Result<VerifierKey, Refusal> {
        if !is_name(name) {
            return Err(bad(words::KEY_NAME));
        }
        if key.is_weak() {
            return Err(bad(words::KEY_WEAK));
        }
        let hash: [u8; 32] = Sha256::new()
            .chain_update(name)
            .chain_update([b'\n', signs.byte()])
            .chain_update(key.as_bytes())
            .finalize()
            .into();
        let [a, b, c, d, ..] = hash;
        Ok(VerifierKey {
            name: name.to_owned(),
            signs,
            key,
            id: [a, b, c, d],
        })
    }

    /// Reads the text of a key.
    ///
    /// # Errors
    /// `nomination/log-bad-key`: not of the form, of a type that is neither Ed25519 nor `cosignature/v1`, a hash that is
    /// of another name or key, or a key under which anybody can sign.
    pub fn read(text: &str) -> Result<VerifierKey, Refusal> {
        let (name, id, signs, bytes) = parts(text)?;
        let key = VerifyingKey::from_bytes(&bytes).map_err(|_| bad(words::KEY_WEAK))?;
        VerifierKey::new(name, signs, key)?.of_hash(id)
    }

    fn of_hash(self, id: &str) -> Result<VerifierKey, Refusal> {
        if HEXLOWER.encode(&self.id) == id {
            Ok(self)
        } else {
            Err(bad(words::KEY_HASH))
        }
    }

    /// Returns the name: of a log its origin.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns what its signatures say.
    #[must_use]
    pub fn signs(&self) -> Signs {
        self.signs
    }

    /// Returns the four bytes that stand before its signatures.
    pub(crate) fn id(&self) -> [u8; 4] {
        self.id
    }

    /// True when both wrap the same 32 bytes, whatever their names and types.
    pub(crate) fn is_same_key(&self, other: &VerifierKey) -> bool {
        self.key == other.key
    }

    /// Verifies what stands behind the id in a signature of a text. Gives the time that a cosignature tells, else 0.
    pub(crate) fn verify(&self, text: &str, signature: &[u8]) -> Option<u64> {
        let (time, holds) = match self.signs {
            Signs::Notes => (0, self.strict(text.as_bytes(), signature)),
            Signs::Cosignatures => {
                let (time, signature) = signature.split_first_chunk()?;
                let time = u64::from_be_bytes(*time);
                let possible = i64::try_from(time).is_ok();
                (
                    time,
                    possible && self.strict(cosigned(text, time).as_bytes(), signature),
                )
            }
        };
        holds.then_some(time)
    }

    fn strict(&self, message: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature)
            .is_ok_and(|signature| self.key.verify_strict(message, &signature).is_ok())
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = [&[self.signs.byte()], &self.key.as_bytes()[..]].concat();
        let (id, key) = (HEXLOWER.encode(&self.id), BASE64.encode(&key));
        write!(f, "{}+{id}+{key}", self.name)
    }
}

/// What a log or a witness signs with, wiped from memory when it is dropped. Only its public half can be printed.
///
/// ```
/// use obmen_nominations::log::{Signs, SigningKey};
/// let chance: [u8; 32] = std::array::from_fn(|at| at as u8); // from the system's randomness
/// let key = SigningKey::new("obmen.example.bg", Signs::Notes, &chance).unwrap();
/// let kept = key.text();
/// assert_eq!(SigningKey::read(&kept).unwrap().verifier(), key.verifier());
/// assert!(!format!("{key:?}").contains(&kept[..]));
/// ```
pub struct SigningKey {
    verifier: VerifierKey,
    key: ed25519_dalek::SigningKey,
}

const PRIVATE: &str = "PRIVATE+KEY+";

impl SigningKey {
    /// Returns the key of a name, made of 32 bytes of chance.
    ///
    /// # Errors
    /// `nomination/log-bad-key` when the name is empty or has a space or a `+`.
    pub fn new(name: &str, signs: Signs, chance: &[u8; 32]) -> Result<SigningKey, Refusal> {
        let key = ed25519_dalek::SigningKey::from_bytes(chance);
        let verifier = VerifierKey::new(name, signs, key.verifying_key())?;
        Ok(SigningKey { verifier, key })
    }

    /// Reads the text that [`text`](SigningKey::text) writes, which is that of Go's `note.GenerateKey`.
    ///
    /// # Errors
    /// `nomination/log-bad-key`, as [`VerifierKey::read`]. No message repeats a key.
    pub fn read(text: &str) -> Result<SigningKey, Refusal> {
        let public = text
            .strip_prefix(PRIVATE)
            .ok_or_else(|| bad(words::KEY_FORM))?;
        let (name, id, signs, chance) = parts(public)?;
        let mut key = SigningKey::new(name, signs, &chance)?;
        key.verifier = key.verifier.of_hash(id)?;
        Ok(key)
    }

    /// Returns the text to be kept: `PRIVATE+KEY+name+hash+base64`.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        let mut bytes = Zeroizing::new(vec![self.verifier.signs.byte()]);
        bytes.extend_from_slice(self.key.as_bytes());
        let key = Zeroizing::new(BASE64.encode(&bytes));
        let VerifierKey { name, id, .. } = &self.verifier;
        let id = HEXLOWER.encode(id);
        Zeroizing::new(format!("{PRIVATE}{name}+{id}+{}", *key))
    }

    /// Returns the public half.
    #[must_use]
    pub fn verifier(&self) -> &VerifierKey {
        &self.verifier
    }

    /// Returns what stands in a note behind the key's id. A cosignature tells the time.
    pub(crate) fn sign(&self, text: &str, now: u64) -> Vec<u8> {
        match self.verifier.signs {
            Signs::Notes => self.key.sign(text.as_bytes()).to_bytes().to_vec(),
            Signs::Cosignatures => {
                // More the form does not hold.
                let time = now.min(i64::MAX.unsigned_abs());
                let signature = self.key.sign(cosigned(text, time).as_bytes());
                [&time.to_be_bytes()[..], &signature.to_bytes()].concat()
            }
        }
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({})", self.verifier)
    }
}

/// What a witness signs of a checkpoint (c2sp.org/tlog-cosignature).
fn cosigned(text: &str, time: u64) -> String {
    format!("cosignature/v1\ntime {time}\n{text}")
}

/// The text of a key in parts: name, hash, type and 32 bytes.
type Parts<'t> = (&'t str, &'t str, Signs, Zeroizing<[u8; 32]>);

fn parts(text: &str) -> Result<Parts<'_>, Refusal> {
    let form = || bad(words::KEY_FORM);
    let (name, rest) = text.split_once('+').ok_or_else(form)?;
    let (id, key) = rest.split_once('+').ok_or_else(form)?;
    let bytes = base64(key).map(Zeroizing::new).ok_or_else(form)?;
    let signs = match bytes.first() {
        Some(1) => Signs::Notes,
        Some(4) => Signs::Cosignatures,
        Some(_) => return Err(bad(words::KEY_TYPE)),
        None => return Err(form()),
    };
    let key = bytes.get(1..).and_then(|key| key.try_into().ok());
    Ok((name, id, signs, key.map(Zeroizing::new).ok_or_else(form)?))
}

/// True of a name that fits into a line of a signature.
pub(crate) fn is_name(name: &str) -> bool {
    !name.is_empty()
        && !name.contains(|character: char| {
            character == '+' || character.is_whitespace() || character.is_control()
        })
}

fn bad(reason: Term) -> Refusal {
    Refusal::new(&rules::LOG_BAD_KEY).with("reason", reason)
}
