//! The files of a log that anybody may have, and read.

mod tiles;

use std::fmt;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use obmen::check::Term;

use super::lines::{Lines, entry};
use super::reading::BEGUN;
use super::storage::{Locked, open, replace, sync_folder};
use super::{CHECKPOINT, ENTRIES, Error, handover};
use crate::log::cosigning_rules::TRUST_UNKNOWN_LOG;
use crate::log::rules::{LOG_CHECKPOINT_NOT_READ, LOG_NOT_SIGNED, LOG_NOTE_NOT_READ};
use crate::log::{
    Checkpoint, Cosigned, Lend, MAX_COSIGNED, MAX_NOTE, Note, TrustPolicy, VerifiedLog, VerifierKey,
};
use crate::refusal::Refusal;
use crate::store::rules::LOG_NOT_BEGUN;
use crate::words;

/// The checkpoints that witnesses have cosigned.
pub(super) const COSIGNED: &str = "cosigned";
/// Whoever writes them holds its lock: the log's own is held by the process that admits.
const COSIGNING: &str = "cosigned.lock";

/// A log as it is published: its lines, the checkpoints that sign them, and those that witnesses have cosigned. It is read
/// from the folder of a log, also while another process writes there, or from a copy of its files. Nothing of it is believed
/// before it is [verified](Published::verify).
///
/// ```
/// # let folder = tempfile::tempdir().unwrap();
/// # let (folder, now) = (folder.path(), 1_795_882_549);
/// use obmen_nominations::fs::{FileStore, Published};
/// use obmen_nominations::log::{Signs, SigningKey};
///
/// let site = "obmen.example.bg";
/// let key = || SigningKey::new(site, Signs::Notes, &[7; 32]).unwrap();
/// let store = FileStore::create(folder, site, key(), now).unwrap();
/// let log = Published::read(folder).unwrap().verify(key().verifier()).unwrap();
/// assert_eq!(log.checkpoint().origin, site);
/// ```
#[derive(Debug, Clone)]
pub struct Published {
    entries: Entries,
    /// The checkpoints by which keys handed over, and the last one.
    checkpoints: Vec<Note>,
    last: Note,
    cosigned: Vec<Note>,
}

/// Where the lines are: held, each with its end, or in a folder, the first of its file.
#[derive(Debug, Clone)]
enum Entries {
    Held(Vec<u8>),
    In(PathBuf, u64),
}

impl Published {
    /// Makes it of what a log gave out otherwise: its lines, each with its end, the checkpoints by which keys handed over,
    /// the last one, which covers all lines, and those that witnesses have cosigned, in any order.
    #[must_use]
    pub fn new(lines: Vec<u8>, handovers: Vec<Note>, last: Note, cosigned: Vec<Note>) -> Published {
        let mut checkpoints = handovers;
        // Until something is recorded after it, the checkpoint by which a key handed over is the last one too.
        if checkpoints
            .last()
            .is_none_or(|note| note.text() != last.text())
        {
            checkpoints.push(last.clone());
        }
        Published {
            entries: Entries::Held(lines),
            checkpoints,
            last,
            cosigned,
        }
    }

    /// Reads the notes of a folder. Its lines are read where they are asked for, and never held: those that the last checkpoint
    /// covers, since what stands behind is not acknowledged by the log.
    ///
    /// # Errors
    /// `nomination/log-not-begun` where there is no checkpoint; what the system said; or that a checkpoint is no signed note
    /// of one, or is not larger than the one before it.
    pub fn read(folder: &Path) -> Result<Published, Error> {
        let Signed {
            cosigned,
            handovers,
            last,
        } = Signed::read(folder)?;
        let entries = Entries::In(folder.to_owned(), size(CHECKPOINT, &last)?);
        Ok(Published {
            entries,
            ..Published::new(Vec::new(), handovers, last, cosigned)
        })
    }

    /// Verifies all of it under the key that the log began with.
    ///
    /// # Errors
    /// What [`VerifiedLog::verify`] refuses; or what the system said.
    pub fn verify(&self, key: &VerifierKey) -> Result<VerifiedLog, Error> {
        VerifiedLog::verify_lent(self.lines()?, &self.checkpoints, key)
    }

    /// Verifies all of it under a trust policy; and returns besides how many entries are
    /// [final](TrustPolicy::final_size).
    ///
    /// # Errors
    /// `nomination/trust-unknown-log`, and what [`VerifiedLog::verify`] and [`TrustPolicy::final_size`] refuse; or what the
    /// system said.
    pub fn verify_by(&self, policy: &TrustPolicy) -> Result<(VerifiedLog, u64), Error> {
        let origin = Checkpoint::read(self.last.text())?.origin;
        // A log that changed its key is known by the one that it began with, and perhaps by later ones.
        let keys = policy.logs().filter(|key| key.name() == origin);
        let unknown = Refusal::new(&TRUST_UNKNOWN_LOG).with("origin", origin.as_str());
        let mut log = Err(unknown.into());
        for key in keys {
            log = self.verify(key);
            // Another key is asked only where this one has not signed: what it has signed, it has judged.
            let not_signed = |refusal: &Refusal| refusal.code() == LOG_NOT_SIGNED.code;
            if !matches!(&log, Err(Error::Refused(refusal)) if not_signed(refusal)) {
                break;
            }
        }
        let log = log?;
        let covered = policy.final_size(&log, &self.cosigned)?;
        Ok((log, covered))
    }

    /// Lends the lines that the last checkpoint covers, unverified. Of a line that is longer than any entry it lends no more than
    /// shows it, and nothing behind it.
    ///
    /// # Errors
    /// What the system said.
    pub fn lines(&self) -> Result<Covered<'_>, Error> {
        let (reader, left): (Box<dyn BufRead + '_>, _) = match &self.entries {
            Entries::Held(lines) => (Box::new(lines.as_slice()), u64::MAX),
            Entries::In(folder, size) => return covered(folder, *size),
        };
        Ok(Covered {
            lines: Lines::new(reader),
            left,
        })
    }

    /// Returns the last checkpoint.
    #[must_use]
    pub fn checkpoint(&self) -> &Note {
        &self.last
    }

    /// Returns the checkpoints that witnesses have cosigned.
    #[must_use]
    pub fn cosigned(&self) -> &[Note] {
        &self.cosigned
    }

    /// Reads the checkpoints in a folder that witnesses have cosigned, the newest first.
    ///
    /// # Errors
    /// As [`read`](Published::read).
    pub fn read_cosigned(folder: &Path) -> Result<Vec<Note>, Error> {
        cosigned(folder).map(Cosigned::into_notes)
    }

    /// Takes what a witness has answered to a checkpoint of the log in a folder, and returns the checkpoint with all its
    /// cosignatures. The file `cosigned` has it then, durably, as long as [`Cosigned`] keeps it; whatever happens, there is the
    /// old file or the new.
    ///
    /// # Errors
    /// [`Error::Refused`] with what [`Cosigned::add`] refuses; that the file cannot be read; or what the system said.
    pub fn cosign(
        folder: &Path,
        checkpoint: &Note,
        answer: &str,
        witness: &VerifierKey,
    ) -> Result<Note, Error> {
        let _lock = Locked::in_turn(&folder.join(COSIGNING)).map_err(Error::io(COSIGNING))?;
        let mut notes = cosigned(folder)?;
        let note = notes.add(checkpoint, answer, witness)?;
        replace(&folder.join(COSIGNED), notes.to_string().as_bytes())
            .and_then(|_| sync_folder(folder))
            .map_err(Error::io(COSIGNED))?;
        Ok(note)
    }
}

/// Why there is no checkpoint in a folder.
fn none(folder: &Path) -> Error {
    if BEGUN.iter().any(|name| folder.join(name).exists()) {
        return Error::damaged(CHECKPOINT)(
            Refusal::new(&LOG_NOTE_NOT_READ).with("reason", words::NOTE_END),
        );
    }
    Refusal::new(&LOG_NOT_BEGUN).into()
}

/// The notes of a folder.
struct Signed {
    cosigned: Vec<Note>,
    handovers: Vec<Note>,
    last: Note,
}

impl Signed {
    fn read(folder: &Path) -> Result<Signed, Error> {
        // A log that goes on meanwhile only has more than what was read before: first what is smallest.
        let cosigned = cosigned(folder)?.into_notes();
        let mut last = note(folder, CHECKPOINT)?.ok_or_else(|| none(folder))?;
        let mut handovers = Vec::new();
        let mut before = 0;
        loop {
            let name = handover(handovers.len());
            let Some(note) = note(folder, &name)? else {
                break;
            };
            let size = size(&name, &note)?;
            // Each covers the entry that names the next key.
            if size <= before {
                let cause = Refusal::new(&LOG_CHECKPOINT_NOT_READ);
                let cause = cause.with("reason", words::CHECKPOINT_ORDER);
                return Err(Error::damaged(&name)(cause));
            }
            before = size;
            handovers.push(note);
        }
        // A handover is written before the checkpoint that it is, too.
        if let Some(note) = handovers.last()
            && before >= size(CHECKPOINT, &last)?
        {
            last = note.clone();
        }
        Ok(Signed {
            cosigned,
            handovers,
            last,
        })
    }
}

/// The lines of a published log, lent one after another.
pub struct Covered<'p> {
    lines: Lines<Box<dyn BufRead + 'p>>,
    left: u64,
}

impl Covered<'_> {
    /// Lends the next line, without its end; `None` behind the last one.
    ///
    /// # Errors
    /// What the system said.
    pub fn read(&mut self) -> Result<Option<&[u8]>, Error> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        let line = self.lines.read().map_err(Error::io(ENTRIES))?;
        Ok(line.map(entry))
    }
}

impl Lend for Covered<'_> {
    type Error = Error;

    fn next(&mut self) -> Result<Option<&[u8]>, Error> {
        self.read()
    }
}

impl fmt::Debug for Covered<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Covered").finish_non_exhaustive()
    }
}

/// The lines that a checkpoint of a size covers.
fn covered(folder: &Path, size: u64) -> Result<Covered<'static>, Error> {
    let reader: Box<dyn BufRead> = match open(&folder.join(ENTRIES)).map_err(Error::io(ENTRIES))? {
        Some(file) => Box::new(BufReader::with_capacity(1 << 16, file)),
        None => Box::new(io::empty()),
    };
    Ok(Covered {
        lines: Lines::new(reader),
        left: size,
    })
}

/// The number of entries that a checkpoint says it is of.
fn size(name: &str, note: &Note) -> Result<u64, Error> {
    let checkpoint = Checkpoint::read(note.text()).map_err(Error::damaged(name))?;
    Ok(checkpoint.head.size)
}

/// Reads a file of notes, which has a largest size; `None` when there is none.
fn text(folder: &Path, name: &str, most: usize) -> Result<Option<String>, Error> {
    let Some(file) = open(&folder.join(name)).map_err(Error::io(name))? else {
        return Ok(None);
    };
    let mut bytes = Vec::new();
    let read = file.take(most as u64 + 1).read_to_end(&mut bytes);
    read.map_err(Error::io(name))?;
    if bytes.len() > most {
        let bad = |reason: Term| Refusal::new(&LOG_NOTE_NOT_READ).with("reason", reason);
        return Err(Error::damaged(name)(bad(words::NOTE_LONG)));
    }
    // What is not UTF-8 becomes a text that nobody has signed.
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

fn note(folder: &Path, name: &str) -> Result<Option<Note>, Error> {
    let text = text(folder, name, MAX_NOTE)?;
    let note = text.map(|text| Note::read(&text)).transpose();
    note.map_err(Error::damaged(name))
}

fn cosigned(folder: &Path) -> Result<Cosigned, Error> {
    let text = text(folder, COSIGNED, MAX_COSIGNED)?;
    let notes = text.map(|text| Cosigned::read(&text)).transpose();
    Ok(notes.map_err(Error::damaged(COSIGNED))?.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use obmen::nomination::MAX_ENTRY;
    use tempfile::TempDir;

    use super::*;
    use crate::canonical::leaf_hash;
    use crate::log::{Line, SigningKey, Signs, Tree};

    const ORIGIN: &str = "obmen.example.bg";

    fn tree(size: u64) -> Tree {
        let mut tree = Tree::default();
        tree.extend((0..size).map(|index| leaf_hash(&index.to_be_bytes())));
        tree
    }

    fn signed(size: u64) -> Note {
        let key = SigningKey::new(ORIGIN, Signs::Notes, &[7; 32]).unwrap();
        let (origin, head) = (ORIGIN.to_owned(), tree(size).head());
        let mut note = Note::new(&Checkpoint { origin, head }.to_string()).unwrap();
        note.sign(&key, 0).unwrap();
        note
    }

    /// A log of nine entries that were erased.
    fn written() -> TempDir {
        let folder = TempDir::new().unwrap();
        let lines = tree(9).leaves().to_vec();
        let lines: Vec<_> = lines.into_iter().map(Line::redacted).collect();
        fs::write(folder.path().join(ENTRIES), lines.join("\n") + "\n").unwrap();
        fs::write(folder.path().join(CHECKPOINT), signed(9).to_string()).unwrap();
        folder
    }

    fn code(folder: &TempDir) -> &'static str {
        match Published::read(folder.path()) {
            Err(Error::Damaged { cause, .. }) => cause.code(),
            read => panic!("{read:?}"),
        }
    }

    #[test]
    fn no_more_is_read_than_a_log_can_have() {
        let folder = written();
        let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        let key = SigningKey::new(ORIGIN, Signs::Notes, &[7; 32]).unwrap();
        let verify = || {
            let published = Published::read(folder.path()).unwrap();
            let (mut read, mut lines) = (0, published.lines().unwrap());
            while let Some(line) = lines.read().unwrap() {
                read += line.len() + 1;
            }
            let verified = published.verify(key.verifier()).map(drop);
            (read, verified.map_err(|error| error.refusal().code()))
        };
        let entries = fs::read_to_string(folder.path().join(ENTRIES)).unwrap();
        assert_eq!(verify(), (entries.len(), Ok(())));
        // Beyond the checkpoint nothing is read, below it no line that is longer than an entry.
        put(ENTRIES, &(entries.clone() + &"x".repeat(100_000)));
        assert_eq!(verify(), (entries.len(), Ok(())));
        let (first, rest) = entries.split_once('\n').unwrap();
        put(
            ENTRIES,
            &format!("{first}\n{}\n{rest}", "x".repeat(100_000)),
        );
        let read = first.len() + 1 + MAX_ENTRY + 1 + 1;
        assert_eq!(verify(), (read, Err("nomination/log-bad-entry")));
        put(ENTRIES, first);
        assert_eq!(verify(), (first.len() + 1, Err("nomination/log-truncated")));
        put(ENTRIES, &entries);

        let long = |text: &str| text.replacen(ORIGIN, &"x".repeat(MAX_NOTE), 1);
        let note = signed(9).to_string();
        for (name, text) in [
            (CHECKPOINT, long(&note)),
            (COSIGNED, long(&note).repeat(MAX_COSIGNED / MAX_NOTE)),
            ("handover-0", long(&note)),
        ] {
            put(name, &text);
            assert_eq!(code(&folder), "nomination/log-note-not-read", "{name}");
            let path = folder.path().join(name);
            fs::remove_file(path).unwrap();
            put(CHECKPOINT, &note);
        }
        assert_eq!(verify(), (entries.len(), Ok(())));
    }

    #[test]
    fn each_key_hands_over_later_than_the_one_before() {
        let folder = written();
        for (number, size) in [3, 5, 9].into_iter().enumerate() {
            let note = signed(size).to_string();
            fs::write(folder.path().join(handover(number)), note).unwrap();
        }
        let read = Published::read(folder.path()).unwrap();
        assert_eq!(read.checkpoints.len(), 3);
        for size in [9, 4, 0] {
            let note = signed(size).to_string();
            fs::write(folder.path().join(handover(3)), note).unwrap();
            assert_eq!(code(&folder), "nomination/log-checkpoint-not-read");
        }
    }
}
