//! Proofs to be kept (c2sp.org/tlog-proof): that an entry stands at its place in a log, for whoever knows the log's key.

use std::fmt;

use data_encoding::BASE64;
use obmen::check::Term;
use obmen::nomination::Hex;

use crate::canonical::base64;
use crate::log::checkpoint::{Checkpoint, hash, number};
use crate::log::key::VerifierKey;
use crate::log::note::Note;
use crate::log::rules;
use crate::log::tree::{MAX_PROOF, Tree, TreeHead};
use crate::refusal::Refusal;
use crate::words;

const FIRST: &str = "c2sp.org/tlog-proof@v1";

/// The place of an entry, the hashes beside its path, and the checkpoint that they lead to, as a text of its own.
///
/// ```
/// use obmen_nominations::leaf_hash;
/// use obmen_nominations::log::{Checkpoint, Note, PlaceProof, Signs, SigningKey, Tree};
/// let key = SigningKey::new("obmen.example.bg", Signs::Notes, &[7; 32]).unwrap();
/// let mut tree = Tree::default();
/// tree.extend([leaf_hash(b"first"), leaf_hash(b"second")]);
/// let checkpoint = Checkpoint { origin: "obmen.example.bg".to_owned(), head: tree.head() };
/// let mut note = Note::new(&checkpoint.to_string()).unwrap();
/// note.sign(&key, 0).unwrap();
///
/// let kept = PlaceProof::new(&tree, 1, note).unwrap().to_string();
/// let proof = PlaceProof::read(&kept).unwrap();
/// let place = proof.verify(leaf_hash(b"second"), key.verifier()).unwrap();
/// assert_eq!((place.index, place.checkpoint), (1, checkpoint));
/// let refusal = proof.verify(leaf_hash(b"first"), key.verifier()).unwrap_err();
/// assert_eq!(refusal.code(), "nomination/log-not-included");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlaceProof {
    /// Data of whoever wrote the proof, which nothing vouches for.
    pub extra: Option<Vec<u8>>,
    /// The place of the entry, from 0.
    pub index: u64,
    /// The hashes beside its path, from below.
    pub hashes: Vec<Hex<32>>,
    /// The signed checkpoint.
    pub checkpoint: Note,
}

/// A place in a log that is proven.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Place {
    /// What the log has signed.
    pub checkpoint: Checkpoint,
    /// The place of the entry, from 0.
    pub index: u64,
}

impl PlaceProof {
    /// Returns the proof of the entry at an index in a tree that a signed checkpoint is of. `None` when the note says of
    /// no tree that this one was, or of one without the entry.
    #[must_use]
    pub fn new(tree: &Tree, index: u64, checkpoint: Note) -> Option<PlaceProof> {
        let head = Checkpoint::read(checkpoint.text()).ok()?.head;
        let hashes = tree.inclusion(index, head.size)?;
        (tree.head_at(head.size)? == head).then_some(PlaceProof {
            extra: None,
            index,
            hashes,
            checkpoint,
        })
    }

    /// Reads a proof.
    ///
    /// # Errors
    /// `nomination/log-proof-not-read`: another first line, no index, a line that is no hash, more than 63 of them, or no
    /// empty line before the checkpoint; `nomination/log-note-not-read`.
    pub fn read(text: &str) -> Result<PlaceProof, Refusal> {
        let bad = |reason: Term| Refusal::new(&rules::LOG_PROOF_NOT_READ).with("reason", reason);
        let (proof, checkpoint) = text
            .split_once("\n\n")
            .ok_or_else(|| bad(words::PROOF_BORDER))?;
        let mut lines = proof.split('\n').peekable();
        if lines.next() != Some(FIRST) {
            return Err(bad(words::PROOF_FIRST));
        }
        let extra = lines
            .peek()
            .and_then(|line| line.strip_prefix("extra "))
            .map(|code| base64(code).ok_or_else(|| bad(words::PROOF_EXTRA)));
        let extra = extra.transpose()?;
        if extra.is_some() {
            lines.next();
        }
        let index = lines
            .next()
            .and_then(|line| number(line.strip_prefix("index ")?))
            .ok_or_else(|| bad(words::PROOF_INDEX))?;
        let mut hashes = Vec::new();
        for line in lines {
            if hashes.len() == MAX_PROOF {
                return Err(bad(words::PROOF_LONG));
            }
            hashes.push(hash(line).ok_or_else(|| bad(words::PROOF_HASH))?);
        }
        Ok(PlaceProof {
            extra,
            index,
            hashes,
            checkpoint: Note::read(checkpoint)?,
        })
    }

    /// Returns the place of the entry with this leaf hash, proven by a log whose key is known beforehand.
    ///
    /// # Errors
    /// What [`Checkpoint::verify`] refuses, and `nomination/log-not-included` when the hashes do not lead from the entry
    /// at its place to the root.
    pub fn verify(&self, leaf: Hex<32>, key: &VerifierKey) -> Result<Place, Refusal> {
        let checkpoint = Checkpoint::verify(&self.checkpoint, key)?;
        self.leads_to(&checkpoint.head, leaf)?;
        Ok(Place {
            checkpoint,
            index: self.index,
        })
    }

    /// Refuses hashes that do not lead from the entry at its place to the root of a tree.
    pub(crate) fn leads_to(&self, head: &TreeHead, leaf: Hex<32>) -> Result<(), Refusal> {
        if head.includes(self.index, leaf, &self.hashes) {
            return Ok(());
        }
        Err(Refusal::new(&rules::LOG_NOT_INCLUDED)
            .with("index", self.index)
            .with("size", head.size))
    }
}

impl fmt::Display for PlaceProof {
    /// Writes the proof as [`read`](PlaceProof::read) takes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{FIRST}")?;
        if let Some(extra) = &self.extra {
            writeln!(f, "extra {}", BASE64.encode(extra))?;
        }
        writeln!(f, "index {}", self.index)?;
        for hash in &self.hashes {
            writeln!(f, "{}", BASE64.encode(&hash.0))?;
        }
        write!(f, "\n{}", self.checkpoint)
    }
}
