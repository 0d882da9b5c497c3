//! Checkpoints (c2sp.org/tlog-checkpoint): what a log says of its tree, signed.

use std::fmt;

use data_encoding::BASE64;
use obmen::check::Term;
use obmen::nomination::Hex;

use crate::canonical::base64;
use crate::log::key::VerifierKey;
use crate::log::note::Note;
use crate::log::rules;
use crate::log::tree::TreeHead;
use crate::refusal::Refusal;
use crate::words;

/// A log's name and the head of its tree. The text of a note that is signed is what it is written as.
///
/// ```
/// use obmen_nominations::log::{Checkpoint, Note, Signs, SigningKey, Tree};
/// let key = SigningKey::new("obmen.example.bg", Signs::Notes, &[7; 32]).unwrap();
/// let checkpoint = Checkpoint { origin: "obmen.example.bg".to_owned(), head: Tree::default().head() };
/// let mut note = Note::new(&checkpoint.to_string()).unwrap();
/// note.sign(&key, 0).unwrap();
/// assert_eq!(Checkpoint::verify(&note, key.verifier()).unwrap(), checkpoint);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_structs,
    reason = "its fields are the three lines of a checkpoint"
)]
pub struct Checkpoint {
    /// The name of the log.
    pub origin: String,
    /// The head of its tree.
    pub head: TreeHead,
}

impl Checkpoint {
    /// Reads the text of a note: name, size, root. Further lines are taken, and left out of what is returned.
    ///
    /// # Errors
    /// `nomination/log-checkpoint-not-read`.
    pub fn read(text: &str) -> Result<Checkpoint, Refusal> {
        let bad =
            |reason: Term| Refusal::new(&rules::LOG_CHECKPOINT_NOT_READ).with("reason", reason);
        let lines = text
            .strip_suffix('\n')
            .ok_or_else(|| bad(words::CHECKPOINT_LINES))?;
        let mut lines = lines.split('\n');
        let (Some(origin), Some(size), Some(root)) = (lines.next(), lines.next(), lines.next())
        else {
            return Err(bad(words::CHECKPOINT_LINES));
        };
        if origin.is_empty() || lines.any(str::is_empty) {
            return Err(bad(words::CHECKPOINT_LINES));
        }
        Ok(Checkpoint {
            origin: origin.to_owned(),
            head: TreeHead {
                size: number(size).ok_or_else(|| bad(words::CHECKPOINT_SIZE))?,
                root: hash(root).ok_or_else(|| bad(words::CHECKPOINT_ROOT))?,
            },
        })
    }

    /// Returns what a note says that the log's own key has signed.
    ///
    /// # Errors
    /// What [`Note::verify`] and [`read`](Checkpoint::read) refuse, and `nomination/log-other-origin` when the name in
    /// the checkpoint is not the key's.
    pub fn verify(note: &Note, key: &VerifierKey) -> Result<Checkpoint, Refusal> {
        note.verify(key)?;
        let checkpoint = Checkpoint::read(note.text())?;
        if checkpoint.origin == key.name() {
            Ok(checkpoint)
        } else {
            Err(Refusal::new(&rules::LOG_OTHER_ORIGIN)
                .with("origin", checkpoint.origin.as_str())
                .with("expected", key.name()))
        }
    }
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let TreeHead { size, root } = self.head;
        let root = BASE64.encode(&root.0);
        writeln!(f, "{}\n{size}\n{root}", self.origin)
    }
}

/// Returns the number of entries that a note says it is of; 0 of one that is no checkpoint.
pub(crate) fn stated_size(note: &Note) -> u64 {
    Checkpoint::read(note.text()).map_or(0, |checkpoint| checkpoint.head.size)
}

/// A number in its one form: decimal digits without zeros before them.
pub(crate) fn number(text: &str) -> Option<u64> {
    let number: u64 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

pub(crate) fn hash(text: &str) -> Option<Hex<32>> {
    base64(text)?.try_into().ok().map(Hex)
}
