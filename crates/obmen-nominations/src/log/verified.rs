//! A log whose every line is known to be what its key has signed.

use obmen::nomination::Entry;

use crate::canonical::leaf_hash;
use crate::log::checkpoint::Checkpoint;
use crate::log::key::VerifierKey;
use crate::log::note::Note;
use crate::log::rules;
use crate::log::tree::Tree;
use crate::refusal::Refusal;

/// The entries of a log, all that a checkpoint covers and no more. There is no way to have one but
/// [`verify`](VerifiedLog::verify).
#[derive(Debug, Clone)]
pub struct VerifiedLog<'t> {
    checkpoint: Checkpoint,
    entries: Vec<Entry<'t>>,
    tree: Tree,
}

impl<'t> VerifiedLog<'t> {
    /// Verifies the lines of a log, each without its end, against a signed checkpoint and a key that is known beforehand.
    ///
    /// ```
    /// use obmen_nominations::log::{Checkpoint, Note, Signs, SigningKey, Tree, VerifiedLog};
    /// let key = SigningKey::new("obmen.example.bg", Signs::Notes, &[7; 32]).unwrap();
    /// let checkpoint = Checkpoint { origin: "obmen.example.bg".to_owned(), head: Tree::default().head() };
    /// let mut note = Note::new(&checkpoint.to_string()).unwrap();
    /// note.sign(&key, 0).unwrap();
    /// let log = VerifiedLog::verify([], &note, key.verifier()).unwrap();
    /// assert!(log.entries().is_empty());
    /// let refusal = VerifiedLog::verify([&b"{}"[..]], &note, key.verifier()).unwrap_err();
    /// assert_eq!(refusal.code(), "nomination/log-bad-entry");
    /// ```
    ///
    /// # Errors
    /// What [`Checkpoint::verify`] refuses. A line is `nomination/log-bad-entry` when it is no entry in its one form,
    /// `nomination/log-foreign-entry` when it is another log's, `nomination/log-out-of-order` when it is not the next.
    /// The whole is `nomination/log-truncated` or `nomination/log-unproven` when it has fewer or more entries than the
    /// checkpoint, and `nomination/log-other-root` when they are others.
    pub fn verify(
        lines: impl IntoIterator<Item = &'t [u8]>,
        checkpoint: &Note,
        key: &VerifierKey,
    ) -> Result<VerifiedLog<'t>, Refusal> {
        let checkpoint = Checkpoint::verify(checkpoint, key)?;
        let (mut entries, mut tree) = (Vec::new(), Tree::default());
        for (line, expected) in lines.into_iter().zip(0_u64..) {
            let refused = |rule| Refusal::new(rule).with("line", expected + 1);
            let entry = Entry::read(line)
                .map_err(|invalid| refused(&rules::LOG_BAD_ENTRY).with("rule", invalid.code))?;
            if entry.origin != checkpoint.origin {
                return Err(refused(&rules::LOG_FOREIGN_ENTRY)
                    .with("origin", &*entry.origin)
                    .with("expected", checkpoint.origin.as_str()));
            }
            if entry.seq != expected {
                return Err(refused(&rules::LOG_OUT_OF_ORDER)
                    .with("seq", entry.seq)
                    .with("expected", expected));
            }
            tree.push(leaf_hash(line));
            entries.push(entry);
        }
        let (lines, size) = (tree.size(), checkpoint.head.size);
        let of_size = |rule| Refusal::new(rule).with("lines", lines).with("size", size);
        if lines < size {
            return Err(of_size(&rules::LOG_TRUNCATED));
        }
        if lines > size {
            return Err(of_size(&rules::LOG_UNPROVEN));
        }
        if tree.head() != checkpoint.head {
            return Err(Refusal::new(&rules::LOG_OTHER_ROOT).with("size", size));
        }
        Ok(VerifiedLog {
            checkpoint,
            entries,
            tree,
        })
    }

    /// Returns what the log has signed.
    #[must_use]
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// Returns the entries in their order.
    #[must_use]
    pub fn entries(&self) -> &[Entry<'t>] {
        &self.entries
    }

    /// Returns the tree over them, of which proofs are made.
    #[must_use]
    pub fn tree(&self) -> &Tree {
        &self.tree
    }
}
