//! A witness (c2sp.org/tlog-witness): it cosigns a checkpoint only when that extends all it has cosigned before.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fmt;

use data_encoding::BASE64;
use obmen::check::{Language, Rule, Term};
use obmen::nomination::Hex;

use crate::log::checkpoint::{Checkpoint, hash, number};
use crate::log::cosigning_rules as rules;
use crate::log::key::{SigningKey, Signs, VerifierKey};
use crate::log::note::Note;
use crate::log::quorum::{duplicate, signed_by};
use crate::log::rules::{LOG_INCONSISTENT, LOG_OTHER_ORIGIN};
use crate::log::tree::{MAX_PROOF, Tree, TreeHead};
use crate::refusal::Refusal;
use crate::words;

/// What a log asks of a witness: a checkpoint, and the proof that it extends the one that the witness has seen. It convinces
/// any reader who has kept that one, too: [`verify`](AddCheckpoint::verify).
///
/// ```
/// use obmen_nominations::leaf_hash;
/// use obmen_nominations::log::{AddCheckpoint, Checkpoint, Note, Signs, SigningKey, Tree};
/// let key = SigningKey::new("obmen.example.bg", Signs::Notes, &[7; 32]).unwrap();
/// let mut tree = Tree::default();
/// tree.extend(["a", "b", "c"].map(|entry| leaf_hash(entry.as_bytes())));
/// let checkpoint = Checkpoint { origin: "obmen.example.bg".to_owned(), head: tree.head() };
/// let mut note = Note::new(&checkpoint.to_string()).unwrap();
/// note.sign(&key, 0).unwrap();
///
/// let request = AddCheckpoint::new(&tree, 2, note).unwrap();
/// let text = request.to_string();
/// assert!(text.starts_with("old 2\n"));
/// assert_eq!(AddCheckpoint::read(&text).unwrap(), request);
///
/// let mut kept = Note::new(&Checkpoint { head: tree.head_at(2).unwrap(), ..checkpoint.clone() }.to_string()).unwrap();
/// kept.sign(&key, 0).unwrap();
/// assert_eq!(request.verify(&kept, key.verifier()).unwrap(), checkpoint);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AddCheckpoint {
    /// The size of the tree that the witness has seen, 0 when it has seen none.
    pub old: u64,
    /// The proof of consistency, empty when `old` is 0.
    pub proof: Vec<Hex<32>>,
    /// The signed checkpoint.
    pub checkpoint: Note,
}

impl AddCheckpoint {
    /// Returns the request of a log whose tree a signed checkpoint is of. `None` when the note is of another tree, or the
    /// tree that the witness has seen is larger.
    #[must_use]
    pub fn new(tree: &Tree, old: u64, checkpoint: Note) -> Option<AddCheckpoint> {
        let head = Checkpoint::read(checkpoint.text()).ok()?.head;
        let proof = match old {
            0 => Vec::new(),
            _ => tree.consistency(old, head.size)?,
        };
        (tree.head_at(head.size)? == head).then_some(AddCheckpoint {
            old,
            proof,
            checkpoint,
        })
    }

    /// Returns what a log has signed last, proven to extend an older checkpoint that it has signed too, by the key of the log
    /// that is known beforehand.
    ///
    /// # Errors
    /// What [`Checkpoint::verify`] refuses of either, and `nomination/log-inconsistent` when the proof does not lead from the
    /// older to the newer.
    pub fn verify(&self, older: &Note, key: &VerifierKey) -> Result<Checkpoint, Refusal> {
        let newer = Checkpoint::verify(&self.checkpoint, key)?;
        self.leads_from(&Checkpoint::verify(older, key)?, &newer)?;
        Ok(newer)
    }

    /// Refuses a proof that does not lead from an older checkpoint to a newer one of the same log.
    pub(crate) fn leads_from(&self, older: &Checkpoint, newer: &Checkpoint) -> Result<(), Refusal> {
        if older.origin != newer.origin {
            return Err(Refusal::new(&LOG_OTHER_ORIGIN)
                .with("origin", older.origin.as_str())
                .with("expected", newer.origin.as_str()));
        }
        if self.proves(&older.head, &newer.head) {
            return Ok(());
        }
        Err(Refusal::new(&LOG_INCONSISTENT)
            .with("older", older.head.size)
            .with("size", newer.head.size))
    }

    /// True when the proof shows that one tree extends another.
    fn proves(&self, older: &TreeHead, newer: &TreeHead) -> bool {
        let begins = self.old == older.size;
        match older.size {
            // Every tree extends the empty one.
            0 => begins && self.proof.is_empty() && *older == Tree::default().head(),
            _ => begins && newer.extends(older, &self.proof),
        }
    }

    /// Reads the body of a request.
    ///
    /// # Errors
    /// `nomination/witness-request-not-read`: no line `old`, a line that is no hash, more than 63 of them, or no empty line
    /// before the checkpoint; `nomination/log-note-not-read`.
    pub fn read(text: &str) -> Result<AddCheckpoint, Refusal> {
        let bad =
            |reason: Term| Refusal::new(&rules::WITNESS_REQUEST_NOT_READ).with("reason", reason);
        let (lines, checkpoint) = text
            .split_once("\n\n")
            .ok_or_else(|| bad(words::PROOF_BORDER))?;
        let mut lines = lines.split('\n');
        let old = lines
            .next()
            .and_then(|line| number(line.strip_prefix("old ")?))
            .ok_or_else(|| bad(words::REQUEST_OLD))?;
        let mut proof = Vec::new();
        for line in lines {
            if proof.len() == MAX_PROOF {
                return Err(bad(words::PROOF_LONG));
            }
            proof.push(hash(line).ok_or_else(|| bad(words::PROOF_HASH))?);
        }
        Ok(AddCheckpoint {
            old,
            proof,
            checkpoint: Note::read(checkpoint)?,
        })
    }
}

impl fmt::Display for AddCheckpoint {
    /// Writes the body of the request as [`read`](AddCheckpoint::read) takes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "old {}", self.old)?;
        for hash in &self.proof {
            writeln!(f, "{}", BASE64.encode(&hash.0))?;
        }
        write!(f, "\n{}", self.checkpoint)
    }
}

/// What a witness answers, as the parts of an answer over HTTP.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Answer {
    /// The lines of its signatures, which [`Note::cosigned`] takes.
    #[non_exhaustive]
    Cosigned {
        /// The lines.
        lines: String,
    },
    /// Nothing was signed, and nothing is kept.
    #[non_exhaustive]
    Refused {
        /// Why.
        refusal: Refusal,
        /// 400, 403, 404, 409 or 422.
        status: u16,
        /// The size that the witness has seen, when the request was made for another; then it is the body.
        seen: Option<u64>,
    },
}

impl Answer {
    /// Returns the status.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Answer::Cosigned { .. } => 200,
            Answer::Refused { status, .. } => *status,
        }
    }

    /// Returns what the header `Content-Type` must be.
    #[must_use]
    pub fn content_type(&self) -> &'static str {
        match self {
            Answer::Refused { seen: Some(_), .. } => "text/x.tlog.size",
            _ => "text/plain; charset=utf-8",
        }
    }

    /// Returns the body: the lines, the size that was seen, or the message in English.
    #[must_use]
    pub fn body(&self) -> String {
        match self {
            Answer::Cosigned { lines } => lines.clone(),
            Answer::Refused {
                seen: Some(size), ..
            } => format!("{size}\n"),
            Answer::Refused { refusal, .. } => format!("{}\n", refusal.message(Language::En)),
        }
    }

    /// Returns the size in the body of an answer of the type `text/x.tlog.size`, from which the log is to ask again.
    ///
    /// ```
    /// use obmen_nominations::log::Answer;
    /// assert_eq!(Answer::seen("20852014\n"), Some(20_852_014));
    /// assert_eq!(Answer::seen("020852014\n"), None);
    /// ```
    #[must_use]
    pub fn seen(body: &str) -> Option<u64> {
        number(body.strip_suffix('\n')?)
    }
}

/// Where a witness remembers the latest head of each log that it has cosigned.
pub trait WitnessStore {
    /// What may go wrong outside.
    type Error;

    /// Returns the latest head of a log: that of the empty tree, of [`Tree::default`], when there is none.
    ///
    /// # Errors
    /// What went wrong outside.
    fn latest(&self, origin: &str) -> Result<TreeHead, Self::Error>;

    /// Puts a head in the place of the one that is the latest still, durably, and so that of two that try at once one
    /// does. Gives what is the latest when it is another, and then changes nothing.
    ///
    /// # Errors
    /// What went wrong outside; nothing is cosigned then.
    fn advance(
        &mut self,
        origin: &str,
        from: TreeHead,
        to: TreeHead,
    ) -> Result<Option<TreeHead>, Self::Error>;
}

/// A store in memory, for tests and for as long as the process lives: a witness that forgets vouches for nothing.
#[derive(Debug, Default)]
pub struct Witnessed {
    pub(crate) heads: BTreeMap<String, TreeHead>,
}

impl WitnessStore for Witnessed {
    type Error = Infallible;

    fn latest(&self, origin: &str) -> Result<TreeHead, Infallible> {
        let seen = self.heads.get(origin).copied();
        Ok(seen.unwrap_or_else(|| Tree::default().head()))
    }

    fn advance(
        &mut self,
        origin: &str,
        from: TreeHead,
        to: TreeHead,
    ) -> Result<Option<TreeHead>, Infallible> {
        let Ok(latest) = self.latest(origin);
        if latest != from {
            return Ok(Some(latest));
        }
        self.heads.insert(origin.to_owned(), to);
        Ok(None)
    }
}

/// A witness: its key, the logs that it knows, and what it has seen of them.
///
/// ```
/// use obmen_nominations::log::{
///     AddCheckpoint, Answer, Checkpoint, Note, Signs, SigningKey, Tree, Witness, Witnessed,
/// };
/// let log = SigningKey::new("obmen.example.bg", Signs::Notes, &[7; 32]).unwrap();
/// let key = SigningKey::new("witness.example.bg", Signs::Cosignatures, &[8; 32]).unwrap();
/// let pinned = key.verifier().clone();
/// let mut witness =
///     Witness::new(key, vec![log.verifier().clone()], Witnessed::default()).unwrap();
///
/// let tree = Tree::default();
/// let checkpoint = Checkpoint { origin: "obmen.example.bg".to_owned(), head: tree.head() };
/// let mut note = Note::new(&checkpoint.to_string()).unwrap();
/// note.sign(&log, 0).unwrap();
/// let request = AddCheckpoint::new(&tree, 0, note.clone()).unwrap().to_string();
/// let answer = witness.add_checkpoint(&request, 1_772_442_000).unwrap();
/// assert_eq!(answer.status(), 200);
/// assert_eq!(note.cosigned(&answer.body(), &pinned).unwrap(), 1_772_442_000);
/// ```
#[derive(Debug)]
pub struct Witness<S> {
    key: SigningKey,
    logs: Vec<VerifierKey>,
    store: S,
}

impl<S: WitnessStore> Witness<S> {
    /// Returns a witness of logs whose keys are known beforehand.
    ///
    /// # Errors
    /// `nomination/trust-wrong-type` when its key signs notes, or a log's cosigns; `nomination/trust-duplicate-key` when a
    /// key of a log is there twice; `nomination/trust-own-witness` when it would be its own log's witness.
    pub fn new(key: SigningKey, logs: Vec<VerifierKey>, store: S) -> Result<Witness<S>, Refusal> {
        let mut known: Vec<&VerifierKey> = Vec::new();
        for log in &logs {
            log.must_sign(Signs::Notes)?;
            duplicate(&known, log)?;
            known.push(log);
        }
        key.verifier().must_sign(Signs::Cosignatures)?;
        key.verifier().must_not_be_of(&known)?;
        Ok(Witness { key, logs, store })
    }

    /// Answers the body of a request `add-checkpoint`: once the checkpoint is found to extend what was seen, and is
    /// remembered, it is cosigned. `now`: seconds since 1970.
    ///
    /// A request with the old size 0 tells what was seen, in [`Answer::Refused`]. Whoever carries it over HTTP should take
    /// no body longer than 16 KiB.
    ///
    /// # Errors
    /// What went wrong in the store; nothing is cosigned then.
    pub fn add_checkpoint(&mut self, request: &str, now: u64) -> Result<Answer, S::Error> {
        let request = match AddCheckpoint::read(request) {
            Ok(request) => request,
            Err(refusal) => return Ok(refused(400, refusal, None)),
        };
        let Checkpoint { origin, head } = match self.known(&request.checkpoint) {
            Ok(checkpoint) => checkpoint,
            Err((status, refusal)) => return Ok(refused(status, refusal, None)),
        };
        let mut seen = self.store.latest(&origin)?;
        loop {
            if let Some(answer) = judge(&request, &head, &seen) {
                return Ok(answer);
            }
            match self.store.advance(&origin, seen, head)? {
                // Another was faster, and what it has made the latest is judged against.
                Some(other) => seen = other,
                None => break,
            }
        }
        let text = request.checkpoint.text();
        let signed = Note::new(text).and_then(|mut note| {
            note.sign(&self.key, now)?;
            Ok(note.to_string())
        });
        Ok(match signed {
            Ok(signed) => Answer::Cosigned {
                lines: signed.get(text.len() + 1..).unwrap_or_default().to_owned(),
            },
            Err(refusal) => refused(400, refusal, None),
        })
    }

    /// Returns what the store has seen of a log.
    ///
    /// # Errors
    /// What went wrong in the store.
    pub fn latest(&self, origin: &str) -> Result<TreeHead, S::Error> {
        self.store.latest(origin)
    }

    /// Returns the public key, which the logs and their readers pin.
    #[must_use]
    pub fn verifier(&self) -> &VerifierKey {
        self.key.verifier()
    }

    /// The checkpoint of a log that is known, and signed by it.
    fn known(&self, note: &Note) -> Result<Checkpoint, (u16, Refusal)> {
        let checkpoint = Checkpoint::read(note.text()).map_err(|refusal| (400, refusal))?;
        if self.logs.iter().all(|log| log.name() != checkpoint.origin) {
            let unknown = Refusal::new(&rules::TRUST_UNKNOWN_LOG);
            return Err((404, unknown.with("origin", checkpoint.origin.as_str())));
        }
        signed_by(&self.logs, note, checkpoint).map_err(|refusal| (403, refusal))
    }
}

fn refused(status: u16, refusal: Refusal, seen: Option<u64>) -> Answer {
    Answer::Refused {
        refusal,
        status,
        seen,
    }
}

/// Why a head is not cosigned after the one that was seen; nothing when it is.
fn judge(request: &AddCheckpoint, head: &TreeHead, seen: &TreeHead) -> Option<Answer> {
    let of = |rule: &'static Rule| Refusal::new(rule).with("size", head.size);
    let known = request.old == seen.size;
    // Whatever else is wrong, who asks for another size than was seen is told that size; a size that the checkpoint itself
    // does not reach was no such question.
    let (status, told) = if request.old <= head.size {
        (409, (!known).then_some(seen.size))
    } else {
        (400, None)
    };
    if head.size < seen.size {
        let stale = of(&rules::WITNESS_STALE_CHECKPOINT).with("seen", seen.size);
        return Some(refused(status, stale, told));
    }
    if head.size == seen.size && head.root != seen.root {
        return Some(refused(status, of(&rules::WITNESS_FORK), told));
    }
    if !known {
        let other = Refusal::new(&rules::WITNESS_OTHER_SIZE)
            .with("old", request.old)
            .with("seen", seen.size);
        return Some(refused(status, other, told));
    }
    (!request.proves(seen, head)).then(|| {
        let inconsistent = of(&rules::WITNESS_INCONSISTENT).with("seen", seen.size);
        refused(422, inconsistent, None)
    })
}
