//! The checkpoints that witnesses have cosigned: as many as are needed for what was final to stay so.

use std::collections::BTreeSet;
use std::fmt;

use crate::log::checkpoint::{Checkpoint, stated_size};
use crate::log::key::VerifierKey;
use crate::log::note::{MAX_NOTE, MAX_SIGNATURES, Note, bad};
use crate::refusal::Refusal;
use crate::words;

/// The most notes: with 16 witnesses never more are kept.
const MAX_NOTES: usize = 2 * MAX_SIGNATURES;
/// The most bytes of the notes in a file.
#[cfg(feature = "fs")]
pub(crate) const MAX_COSIGNED: usize = MAX_NOTES * (MAX_NOTE + 1);

/// The checkpoints of a log that witnesses have cosigned, the newest first.
///
/// An older one is kept as long as a witness has cosigned it and none that is newer, or as more have cosigned it than any
/// that is newer. So the last word of every witness is there, from which a policy tells
/// [what is final](crate::log::TrustPolicy::final_size), and one with as many cosignatures as possible, for proofs to be
/// kept. No policy is needed for that.
///
/// ```
/// use obmen_nominations::leaf_hash;
/// use obmen_nominations::log::{Checkpoint, Cosigned, Note, Signs, SigningKey, Tree};
/// let log = SigningKey::new("obmen.example.bg", Signs::Notes, &[7; 32]).unwrap();
/// let witness = |seed| SigningKey::new(&format!("w{seed}.example.bg"), Signs::Cosignatures, &[seed; 32]).unwrap();
/// let mut tree = Tree::default();
/// let mut answered = |by: &SigningKey, cosigned: &mut Cosigned| {
///     tree.push(leaf_hash(b"one more"));
///     let checkpoint = Checkpoint { origin: "obmen.example.bg".to_owned(), head: tree.head() };
///     let mut note = Note::new(&checkpoint.to_string()).unwrap();
///     note.sign(&log, 0).unwrap();
///     let mut theirs = Note::new(note.text()).unwrap();
///     theirs.sign(by, 1_772_442_000).unwrap();
///     let answer = theirs.to_string().split_off(note.text().len() + 1);
///     cosigned.add(&note, &answer, by.verifier()).unwrap();
/// };
/// let mut cosigned = Cosigned::default();
/// answered(&witness(1), &mut cosigned);
/// answered(&witness(2), &mut cosigned);
/// assert_eq!(cosigned.notes().len(), 2);
/// answered(&witness(1), &mut cosigned); // its older word is not needed any more
/// assert_eq!(cosigned.notes().len(), 2);
/// assert_eq!(Cosigned::read(&cosigned.to_string()).unwrap(), cosigned);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cosigned(Vec<Note>);

impl Cosigned {
    /// Reads notes with an empty line between two, as they are written.
    ///
    /// # Errors
    /// `nomination/log-note-not-read`, also when they are more than 32; `nomination/log-checkpoint-not-read`.
    pub fn read(text: &str) -> Result<Cosigned, Refusal> {
        let text = text
            .strip_suffix('\n')
            .ok_or_else(|| bad(words::NOTE_END))?;
        // No checkpoint has an empty line, so that texts and signatures come in turn.
        let blocks: Vec<&str> = text.split("\n\n").collect();
        let (notes, rest) = blocks.as_chunks();
        if !rest.is_empty() {
            return Err(bad(words::NOTE_BORDER));
        }
        if notes.len() > MAX_NOTES {
            return Err(bad(words::NOTES_MANY));
        }
        let note = |[text, signatures]: &[&str; 2]| {
            let note = Note::read(&format!("{text}\n\n{signatures}\n"))?;
            Checkpoint::read(note.text())?;
            Ok(note)
        };
        notes
            .iter()
            .map(note)
            .collect::<Result<_, _>>()
            .map(Cosigned)
    }

    /// Takes what a witness has answered to a checkpoint, which may be an old one, and returns the checkpoint with all its
    /// cosignatures.
    ///
    /// # Errors
    /// What [`Checkpoint::read`] and [`Note::cosigned`] refuse; it is then as it was.
    pub fn add(
        &mut self,
        checkpoint: &Note,
        answer: &str,
        witness: &VerifierKey,
    ) -> Result<Note, Refusal> {
        Checkpoint::read(checkpoint.text())?;
        let known = |note: &&Note| note.text() == checkpoint.text();
        let mut note = self.0.iter().find(known).unwrap_or(checkpoint).clone();
        note.cosigned(answer, witness)?;
        // Nothing is kept that could not be read again.
        if note.to_string().len() > MAX_NOTE {
            return Err(bad(words::NOTE_LONG));
        }
        self.0.retain(|known| known.text() != note.text());
        self.0.push(note.clone());
        self.0
            .sort_by_key(|note| std::cmp::Reverse(stated_size(note)));

        let (mut seen, mut most) = (BTreeSet::new(), 0);
        self.0.retain(|note| {
            let cosigners = note.cosigners();
            let count = cosigners.len();
            let before = seen.len();
            seen.extend(
                cosigners
                    .into_iter()
                    .map(|(name, id)| (name.to_owned(), id)),
            );
            let more = count > most;
            most = most.max(count);
            more || seen.len() > before
        });
        self.0.truncate(MAX_NOTES);
        Ok(note)
    }

    /// Returns the notes, the newest first.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.0
    }

    /// Returns the notes, the newest first.
    #[must_use]
    pub fn into_notes(self) -> Vec<Note> {
        self.0
    }
}

impl fmt::Display for Cosigned {
    /// Writes the notes as [`read`](Cosigned::read) takes them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, note) in self.0.iter().enumerate() {
            let between = if at == 0 { "" } else { "\n" };
            write!(f, "{between}{note}")?;
        }
        Ok(())
    }
}
