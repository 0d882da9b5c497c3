//! The files of a log that anybody may have, and read.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use super::storage::sync_folder;
use super::{CHECKPOINT, ENTRIES, Error, handover};
use crate::log::cosigning_rules::{TRUST_QUORUM_NOT_MET, TRUST_UNKNOWN_LOG};
use crate::log::rules::LOG_NOT_SIGNED;
use crate::log::{Checkpoint, Note, TrustPolicy, VerifiedLog, VerifierKey};
use crate::refusal::Refusal;
use crate::store::rules::LOG_RESTORED;

/// The last checkpoint with what witnesses have signed below it.
const COSIGNED: &str = "cosigned";

/// A log as it is published: its lines, the checkpoints that sign them, and the last one that witnesses have cosigned. It
/// is read from the folder of a log, also while another process writes there, or from a copy of its files. Nothing of it is
/// believed before it is [verified](Published::verify).
///
/// ```
/// # let folder = tempfile::tempdir().unwrap();
/// # let (folder, now) = (folder.path(), 1_795_882_549);
/// use obmen_nominations::fs::{FileStore, Published};
/// use obmen_nominations::log::{Signs, SigningKey};
///
/// let site = "obmen.example.bg";
/// let key = || SigningKey::new(site, Signs::Notes, &[7; 32]).unwrap();
/// let store = FileStore::open(folder, site, key(), now).unwrap();
/// let log = Published::read(folder).unwrap().verify(key().verifier()).unwrap();
/// assert_eq!(log.checkpoint().origin, site);
/// ```
#[derive(Debug, Clone)]
pub struct Published {
    lines: Vec<u8>,
    /// The checkpoints by which keys handed over, and the last one.
    checkpoints: Vec<Note>,
    last: Note,
    cosigned: Option<Note>,
}

impl Published {
    /// Makes it of what a log gave out otherwise: its lines, each with its end, the checkpoints by which keys handed over,
    /// the last one, which covers all lines, and the last that witnesses have cosigned.
    #[must_use]
    pub fn new(
        lines: Vec<u8>,
        handovers: Vec<Note>,
        last: Note,
        cosigned: Option<Note>,
    ) -> Published {
        let mut checkpoints = handovers;
        // Until something is recorded after it, the checkpoint by which a key handed over is the last one too.
        if checkpoints
            .last()
            .is_none_or(|note| note.text() != last.text())
        {
            checkpoints.push(last.clone());
        }
        Published {
            lines,
            checkpoints,
            last,
            cosigned,
        }
    }

    /// Reads the files of a folder. What the file of entries has beyond the last checkpoint is left out: its log has not
    /// acknowledged it.
    ///
    /// # Errors
    /// What the system said, or that a checkpoint is no signed note of one.
    pub fn read(folder: &Path) -> Result<Published, Error> {
        // A log that goes on meanwhile only has more than what was read before: first what is smallest.
        let cosigned = note(folder, COSIGNED)?;
        let mut last = note(folder, CHECKPOINT)?
            .ok_or_else(|| Error::io(CHECKPOINT)(io::ErrorKind::NotFound.into()))?;
        let mut handovers = Vec::new();
        while let Some(note) = note(folder, &handover(handovers.len()))? {
            handovers.push(note);
        }
        // A handover is written before the checkpoint that it is, too.
        if let Some(note) = handovers.last().filter(|note| size(note) >= size(&last)) {
            last = note.clone();
        }
        let head = Checkpoint::read(last.text()).map_err(Error::damaged(CHECKPOINT))?;
        let mut lines = bytes(folder, ENTRIES)?.unwrap_or_default();
        let size = usize::try_from(head.head.size).unwrap_or(usize::MAX);
        let covered = lines.split_inclusive(|byte| *byte == b'\n').take(size);
        let covered = covered.map(<[u8]>::len).sum();
        lines.truncate(covered);
        Ok(Published::new(lines, handovers, last, cosigned))
    }

    /// Verifies all of it under the key that the log began with.
    ///
    /// # Errors
    /// What [`VerifiedLog::verify`] refuses.
    pub fn verify(&self, key: &VerifierKey) -> Result<VerifiedLog, Refusal> {
        VerifiedLog::verify(self.lines(), &self.checkpoints, key)
    }

    /// Verifies all of it under a trust policy; and returns besides how many entries are final: those that the cosigned
    /// checkpoint covers, when a quorum has cosigned it.
    ///
    /// # Errors
    /// `nomination/trust-unknown-log`, what [`VerifiedLog::verify`] refuses, and `nomination/log-restored` when the log does
    /// not continue what its witnesses have seen.
    pub fn verify_by(&self, policy: &TrustPolicy) -> Result<(VerifiedLog, u64), Refusal> {
        let origin = Checkpoint::read(self.last.text())?.origin;
        // A log that changed its key is known by the one that it began with, and perhaps by later ones.
        let keys = policy.logs().filter(|key| key.name() == origin);
        let mut log = Err(Refusal::new(&TRUST_UNKNOWN_LOG).with("origin", origin.as_str()));
        for key in keys {
            log = self.verify(key);
            // Another key is asked only where this one has not signed: what it has signed, it has judged.
            if !matches!(&log, Err(refusal) if refusal.code() == LOG_NOT_SIGNED.code) {
                break;
            }
        }
        let log = log?;
        let covered = match self.cosigned.as_ref().map(|note| policy.verify(note)) {
            None => return Ok((log, 0)),
            // Nor is it final when it is signed by a key that the policy does not have yet.
            Some(Err(refusal))
                if [TRUST_QUORUM_NOT_MET.code, LOG_NOT_SIGNED.code].contains(&refusal.code()) =>
            {
                return Ok((log, 0));
            }
            Some(covered) => covered?.checkpoint.head,
        };
        if log.tree().head_at(covered.size) != Some(covered) {
            return Err(Refusal::new(&LOG_RESTORED)
                .with("seen", covered.size)
                .with("size", log.tree().size()));
        }
        Ok((log, covered.size))
    }

    /// Returns the lines that the last checkpoint covers, each without its end.
    pub fn lines(&self) -> impl Iterator<Item = &[u8]> {
        let lines = self.lines.split_inclusive(|byte| *byte == b'\n');
        lines.map(|line| line.strip_suffix(b"\n").unwrap_or(line))
    }

    /// Returns the last checkpoint.
    #[must_use]
    pub fn checkpoint(&self) -> &Note {
        &self.last
    }

    /// Returns the last checkpoint that witnesses have cosigned.
    #[must_use]
    pub fn cosigned(&self) -> Option<&Note> {
        self.cosigned.as_ref()
    }

    /// Reads the cosigned checkpoint in a folder; `None` when there is none.
    ///
    /// # Errors
    /// As [`read`](Published::read).
    pub fn read_cosigned(folder: &Path) -> Result<Option<Note>, Error> {
        note(folder, COSIGNED)
    }

    /// Puts a cosigned checkpoint beside the log in a folder, durably: whatever happens, there is the old one or the new.
    ///
    /// # Errors
    /// What the system said.
    pub fn write_cosigned(folder: &Path, note: &Note) -> Result<(), Error> {
        let new = folder.join("cosigned.new");
        let write = || {
            let mut file = File::create(&new)?;
            file.write_all(note.to_string().as_bytes())?;
            file.sync_all()?;
            fs::rename(&new, folder.join(COSIGNED))?;
            sync_folder(folder)
        };
        write().map_err(Error::io(COSIGNED))
    }
}

/// The number of entries that a checkpoint says it is of; 0 of a note that is none, which is then refused.
fn size(note: &Note) -> u64 {
    Checkpoint::read(note.text()).map_or(0, |checkpoint| checkpoint.head.size)
}

fn bytes(folder: &Path, name: &str) -> Result<Option<Vec<u8>>, Error> {
    match fs::read(folder.join(name)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        read => read.map(Some).map_err(Error::io(name)),
    }
}

fn note(folder: &Path, name: &str) -> Result<Option<Note>, Error> {
    let Some(bytes) = bytes(folder, name)? else {
        return Ok(None);
    };
    let text = String::from_utf8_lossy(&bytes);
    Note::read(&text).map(Some).map_err(Error::damaged(name))
}
