//! A log in files: entries, the checkpoints that sign them, and what was used up. What was acknowledged, the next process
//! has; what is not as it was written is named, and nothing goes on over it.

mod journal;
mod lines;
mod published;
mod reading;
mod storage;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io::{self, Read};
use std::path::Path;

use obmen::check::Language;
use obmen::nomination::{Act, Class, Entry, Hex};

use self::journal::Journal;
use self::reading::{BEGUN, Reading, cut, is_new, length, must_be_new, read_all, verifier};
pub(crate) use self::storage::Reader;
use crate::log::cosigning_rules::{TRUST_DUPLICATE_KEY, WITNESS_BEGUN_ALREADY, WITNESS_NOT_BEGUN};
use crate::log::{
    Checkpoint, Line, Note, PlaceProof, SigningKey, Signs, Tree, TreeHead, VerifierKey,
    rules as log_rules, stated_size,
};
use crate::refusal::Refusal;
use crate::store::{Head, MOST_NONCES, Memory, Nonce, Pool, Status, Store, rules};
use crate::words;

pub use self::published::{Covered, Published};
pub use self::storage::{Folder, Storage};

const ENTRIES: &str = "entries.jsonl";
const CHECKPOINT: &str = "checkpoint";
const VERIFIER: &str = "verifier";

/// The name of a note by which a key handed over to the next.
fn handover(number: usize) -> String {
    format!("handover-{number}")
}

/// Why a log cannot be opened or written.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The system refused.
    Io {
        /// The file in the folder of the log, or the folder.
        file: String,
        /// What it said.
        error: io::Error,
    },
    /// A file is not as it was written. Nothing was changed.
    Damaged {
        /// The file in the folder of the log.
        file: String,
        /// The rule that it breaks.
        cause: Refusal,
    },
    /// Anything else.
    Refused(Refusal),
}

impl Error {
    pub(crate) fn io(file: &str) -> impl FnOnce(io::Error) -> Error {
        move |error| match error.kind() {
            io::ErrorKind::WouldBlock => Refusal::new(&rules::LOG_LOCKED).into(),
            _ => Error::Io {
                file: file.to_owned(),
                error,
            },
        }
    }

    pub(crate) fn damaged<R: Into<Refusal>>(file: &str) -> impl FnOnce(R) -> Error {
        move |cause| Error::Damaged {
            file: file.to_owned(),
            cause: cause.into(),
        }
    }

    /// Returns the rule behind it.
    #[must_use]
    pub fn refusal(&self) -> Refusal {
        match self {
            Error::Io { file, error } => Refusal::new(&rules::LOG_IO)
                .with("file", file.as_str())
                .with("reason", error.to_string()),
            Error::Damaged { file, cause } => Refusal::new(&rules::LOG_DAMAGED)
                .with("file", file.as_str())
                .with("rule", cause.code()),
            Error::Refused(refusal) => refusal.clone(),
        }
    }

    /// True when nothing was judged, since the system, another process, or the place of a log or a witness was in the way.
    #[must_use]
    pub fn judged_nothing(&self) -> bool {
        let in_the_way = [
            &rules::LOG_BEGUN_ALREADY,
            &rules::LOG_LOCKED,
            &rules::LOG_NOT_BEGUN,
            &rules::LOG_POISONED,
            &WITNESS_BEGUN_ALREADY,
            &WITNESS_NOT_BEGUN,
        ];
        match self {
            Error::Io { .. } => true,
            Error::Damaged { .. } => false,
            Error::Refused(refusal) => in_the_way.iter().any(|rule| rule.code == refusal.code()),
        }
    }

    /// Returns what is wrong and what to do, in one line.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let refusal = self.refusal();
        let (message, help) = (refusal.message(language), refusal.help(language));
        match self {
            Error::Damaged { cause, .. } => {
                format!("{message}: {}; {help}", cause.message(language))
            }
            _ => format!("{message}; {help}"),
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Error {
        Error::Refused(refusal)
    }
}

impl fmt::Display for Error {
    /// Writes the message in English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::En))
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Io { error, .. } => Some(error),
            _ => None,
        }
    }
}

/// How a log is opened.
#[derive(Debug, Clone)]
#[expect(clippy::exhaustive_structs, reason = "options, with a default")]
pub struct Options {
    /// The log is begun, where none was; else one that was begun is opened.
    pub new: bool,
    /// So many nonces of each pool are remembered at once.
    pub most_nonces: usize,
    /// Checkpoints of the log that others have seen, such as its witnesses.
    pub seen: Vec<Note>,
    /// What was used up and cannot be read any more is forgotten: once all that was given out has expired.
    pub forget_nonces: bool,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            new: false,
            most_nonces: MOST_NONCES,
            seen: Vec::new(),
            forget_nonces: false,
        }
    }
}

/// A log in the files of a folder, under a lock.
pub type FileStore = LogStore<Folder>;

/// A log in files: nothing is acknowledged before the disk has it and a checkpoint has signed it.
///
/// `entries.jsonl` holds an entry a line, `checkpoint` the signed head of their tree, `verifier` the key that the log
/// began with, `handover-0` and on the checkpoints by which a key handed over to the next; all these may be published.
/// `nonces` holds what was used up, the time of the last entry, and how many entries had been acknowledged before it.
///
/// A batch is appended and synced, then one checkpoint is signed and takes the place of the one before. Lines beyond the
/// last checkpoint were not acknowledged: they are [cut](LogStore::cut) when the log is opened, and kept in `cut.jsonl`,
/// which nothing reads. What it covers must be there to the byte: else the log is not opened, and the error says what to do.
/// So it is when `nonces` knows of more than the checkpoint covers, as after one was put in its place that is older by more
/// than the last batch: with that alone the files are those of a crash. After a failed write or sync all that follows is an
/// error.
///
/// It holds 66 bytes an entry for the tree and the lines, besides what [`Memory`] does.
///
/// ```
/// # let folder = tempfile::tempdir().unwrap();
/// # let (folder, now) = (folder.path(), 1_795_882_549);
/// use obmen_nominations::fs::FileStore;
/// use obmen_nominations::log::{Signs, SigningKey};
/// use obmen_nominations::{Nonce, Pool, Store};
///
/// let site = "obmen.example.bg";
/// let key = || SigningKey::new(site, Signs::Notes, &[7; 32]).unwrap();
/// let refused = FileStore::open(folder, site, key(), now).unwrap_err();
/// assert_eq!(refused.refusal().code(), "nomination/log-not-begun");
/// let mut store = FileStore::create(folder, site, key(), now).unwrap();
/// assert_eq!(store.use_nonce(Pool::Answers, [7; 16], now + 300, now).unwrap(), Nonce::Fresh);
/// store.commit().unwrap();
/// let refused = FileStore::open(folder, site, key(), now).unwrap_err();
/// assert_eq!(refused.refusal().code(), "nomination/log-locked");
///
/// drop(store);
/// let mut store = FileStore::open(folder, site, key(), now + 60).unwrap();
/// assert_eq!(store.use_nonce(Pool::Answers, [7; 16], now + 300, now + 60).unwrap(), Nonce::Used);
/// ```
#[derive(Debug)]
pub struct LogStore<S> {
    storage: S,
    key: SigningKey,
    memory: Memory,
    tree: Tree,
    /// The length of each line, with its end.
    lengths: Vec<u16>,
    journal: Journal,
    /// The notes by which the keys handed over, the oldest first.
    handovers: Vec<Note>,
    checkpoint: Note,
    /// The lines that are not in the file yet.
    staged: Vec<u8>,
    /// The key that signs once an entry names it; and once that entry is staged, the same key.
    next: Option<SigningKey>,
    hands_over: bool,
    cut: u64,
    /// The last time that was told.
    now: u64,
    poisoned: bool,
}

impl FileStore {
    /// Begins the log of an origin in a folder, which is made when it is not there. `now`: seconds since 1970.
    ///
    /// # Errors
    /// As [`over`](LogStore::over).
    pub fn create(
        folder: &Path,
        origin: &str,
        key: SigningKey,
        now: u64,
    ) -> Result<FileStore, Error> {
        let options = Options {
            new: true,
            ..Options::default()
        };
        FileStore::open_with(folder, origin, key, now, &options)
    }

    /// Opens the log of an origin in the folder in which it was begun. `now`: seconds since 1970.
    ///
    /// # Errors
    /// As [`over`](LogStore::over).
    pub fn open(
        folder: &Path,
        origin: &str,
        key: SigningKey,
        now: u64,
    ) -> Result<FileStore, Error> {
        FileStore::open_with(folder, origin, key, now, &Options::default())
    }

    /// Opens the log of an origin in a folder, or begins it there, as the options say.
    ///
    /// # Errors
    /// As [`over`](LogStore::over).
    pub fn open_with(
        folder: &Path,
        origin: &str,
        key: SigningKey,
        now: u64,
        options: &Options,
    ) -> Result<FileStore, Error> {
        // A folder in which nothing is is not made: its name may be mistyped.
        if !options.new && !BEGUN.iter().any(|name| folder.join(name).exists()) {
            return Err(Refusal::new(&rules::LOG_NOT_BEGUN).into());
        }
        let folder = Folder::open(folder).map_err(Error::io(&folder.display().to_string()))?;
        LogStore::over(folder, origin, key, now, options)
    }
}

impl<S: Storage> LogStore<S> {
    /// Opens the log of an origin over files of any kind, or begins it there, as the options say. `key` signs its
    /// checkpoints. `now`: seconds since 1970.
    ///
    /// # Errors
    /// `nomination/log-locked` when another has it open; `nomination/log-not-begun` and `nomination/log-begun-already` when
    /// there is none to be opened, or one where it is to begin; `nomination/log-other-origin` and
    /// `nomination/log-other-key` when the key is not the one that the log signs with; `nomination/log-damaged` when a file
    /// is not as it was written, with the rule that it breaks; `nomination/nonces-damaged`; `nomination/log-restored` when
    /// others have seen what is not in this log, or it had acknowledged more itself; `nomination/log-other-origin` and
    /// `nomination/log-not-signed` when what they have seen is of another log; or what went wrong outside.
    pub fn over(
        mut storage: S,
        origin: &str,
        key: SigningKey,
        now: u64,
        options: &Options,
    ) -> Result<LogStore<S>, Error> {
        if key.verifier().name() != origin {
            return Err(other_origin(key.verifier().name(), origin).into());
        }
        if key.verifier().signs() != Signs::Notes {
            let bad = Refusal::new(&log_rules::LOG_BAD_KEY);
            return Err(bad.with("reason", words::KEY_WITNESS).into());
        }
        if !options.new && is_new(&storage)? {
            return Err(Refusal::new(&rules::LOG_NOT_BEGUN).into());
        }
        // Nothing: so that nobody else writes while it is read.
        storage.append(ENTRIES, b"").map_err(Error::io(ENTRIES))?;
        let mut memory = Memory::new(options.most_nonces);
        let read = if options.new {
            must_be_new(&storage, &key)?;
            Reading::of_none(&key)?
        } else {
            Reading::of(&storage, origin, &key, &mut memory)?
        };
        let acknowledged = Journal::read(&storage, &mut memory, options.forget_nonces)?;
        let size = read.tree.size();
        let mut lost = (acknowledged > size).then_some(acknowledged);
        for note in &options.seen {
            let seen = read.seen(note, key.verifier())?;
            if read.tree.head_at(seen.size) != Some(seen) {
                lost = lost.max(Some(seen.size));
            }
        }
        if let Some(seen) = lost {
            let restored = Refusal::new(&rules::LOG_RESTORED).with("seen", seen);
            return Err(restored.with("size", size).into());
        }
        if options.new {
            let written = storage.replace(VERIFIER, verifier(&key).as_bytes());
            written.map_err(Error::io(VERIFIER))?;
        }
        let cut = cut(&mut storage, read.end)?;
        if read.is_behind {
            let note = read.checkpoint.to_string();
            let written = storage.replace(CHECKPOINT, note.as_bytes());
            written.map_err(Error::io(CHECKPOINT))?;
        }
        let mut journal = Journal::default();
        journal.rewrite(&mut storage, &mut memory, size, now)?;
        Ok(LogStore {
            storage,
            key,
            memory,
            tree: read.tree,
            lengths: read.lengths,
            journal,
            handovers: read.handovers,
            checkpoint: read.checkpoint,
            staged: Vec::new(),
            next: None,
            hands_over: false,
            cut,
            now,
            poisoned: false,
        })
    }

    /// Returns the files, and forgets what is only staged.
    #[must_use]
    pub fn into_storage(self) -> S {
        self.storage
    }

    /// Returns how many lines stood behind the last checkpoint when the log was opened, and were cut: `cut.jsonl` has them.
    /// After a crash nobody was told of them; after anything else look whether the checkpoint is the newest.
    #[must_use]
    pub fn cut(&self) -> u64 {
        self.cut
    }

    /// Returns the tree over the entries, those that are only staged too.
    #[must_use]
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// Returns the last checkpoint: what the log has signed, which is all that was committed.
    #[must_use]
    pub fn checkpoint(&self) -> &Note {
        &self.checkpoint
    }

    /// Returns the checkpoints by which anybody can verify the log who knows the key that it began with: by growing size
    /// those by which a key handed over to the next, and the last one.
    #[must_use]
    pub fn checkpoints(&self) -> Vec<Note> {
        let mut notes = self.handovers.clone();
        if notes.last() != Some(&self.checkpoint) {
            notes.push(self.checkpoint.clone());
        }
        notes
    }

    /// Returns the proof that the last checkpoint covers the entry at a place; `None` when it does not.
    #[must_use]
    pub fn proof(&self, seq: u64) -> Option<PlaceProof> {
        PlaceProof::new(&self.tree, seq, self.checkpoint.clone())
    }

    /// Returns the place and the line of an entry that was committed, by its leaf hash: all hashes are looked through.
    ///
    /// # Errors
    /// What went wrong outside.
    pub fn find(&self, leaf: Hex<32>) -> Result<Option<(u64, String)>, Error> {
        let mut places = self.tree.leaves().iter().zip(&self.lengths).zip(0_u64..);
        let mut at = 0;
        let found = places.find_map(|((known, length), seq)| {
            let from = at;
            at += u64::from(*length);
            (*known == leaf).then_some((seq, from, *length))
        });
        let Some((seq, at, length)) =
            found.filter(|(seq, ..)| *seq < stated_size(&self.checkpoint))
        else {
            return Ok(None);
        };
        let mut line = String::new();
        let reader = Reader {
            storage: &self.storage,
            name: ENTRIES,
            at,
        };
        reader
            .take(length.saturating_sub(1).into())
            .read_to_string(&mut line)
            .map_err(Error::io(ENTRIES))?;
        Ok(Some((seq, line)))
    }

    /// Erases votes that voids in the log take back: of their lines only the leaf hashes are left, so that the tree and all
    /// proofs stay what they are. What is staged is committed first. Gives for each `nomination/unknown-vote`,
    /// `nomination/log-not-void`, or that it is erased now, or was before.
    ///
    /// # Errors
    /// What went wrong outside; which of them are erased is then not known.
    pub fn redact(&mut self, leaves: &[Hex<32>]) -> Result<Vec<Result<(), Refusal>>, Error> {
        self.commit()?;
        let text = read_all(&self.storage, ENTRIES)?;
        let lines = || text.split_inclusive(|byte| *byte == b'\n');
        let wanted: BTreeSet<_> = leaves.iter().collect();
        let (mut places, mut void) = (BTreeMap::new(), BTreeMap::new());
        for ((line, leaf), seq) in lines().zip(self.tree.leaves()).zip(0_usize..) {
            match Entry::read(line.trim_ascii_end()).map(|entry| entry.act) {
                Ok(Act::Void { target, .. }) => {
                    void.extend(places.get(&target).map(|seq| (*seq, target)));
                }
                // What is no entry was erased before.
                Ok(Act::Vote(_)) | Err(_) if wanted.contains(leaf) => {
                    places.entry(*leaf).or_insert(seq);
                }
                _ => (),
            }
        }
        let (mut kept, mut lengths) = (Vec::with_capacity(text.len()), Vec::new());
        for (line, seq) in lines().zip(0..) {
            let redacted = void.get(&seq).map(|leaf| Line::redacted(*leaf) + "\n");
            let line = redacted.as_deref().map_or(line, str::as_bytes);
            kept.extend_from_slice(line);
            lengths.push(length(line));
        }
        if kept != text {
            self.durably(|store| {
                let written = store.storage.replace(ENTRIES, &kept);
                written.map_err(Error::io(ENTRIES))
            })?;
            self.lengths = lengths;
        }
        let outcome = |leaf: &Hex<32>| match places.get(leaf) {
            Some(seq) if void.contains_key(seq) => Ok(()),
            Some(_) => Err(Refusal::new(&rules::LOG_NOT_VOID).with("leaf", leaf.to_string())),
            None => Err(Refusal::unknown_vote(*leaf)),
        };
        Ok(leaves.iter().map(outcome).collect())
    }

    /// Takes the key that is to sign next. It does so once the log has an entry that names it: the first checkpoint over
    /// that entry is the last one that the old key signs, and is kept for ever.
    ///
    /// # Errors
    /// `nomination/log-other-origin` when the key is of another name, `nomination/trust-wrong-type` when it is a witness's,
    /// `nomination/trust-duplicate-key` when it is the one that signs already.
    pub fn rekey(&mut self, next: SigningKey) -> Result<(), Error> {
        let (verifier, in_force) = (next.verifier(), self.key.verifier());
        if verifier.name() != in_force.name() {
            return Err(other_origin(verifier.name(), in_force.name()).into());
        }
        verifier.must_sign(Signs::Notes)?;
        // Once an entry names the next key, that one takes over and no other.
        if let Some(named) = self.next.as_ref().filter(|_| self.hands_over) {
            return Err(other_key(&verifier.to_string(), named.verifier()).into());
        }
        if verifier == in_force {
            let refusal = Refusal::new(&TRUST_DUPLICATE_KEY).with("key", verifier.name());
            return Err(refusal.into());
        }
        self.next = Some(next);
        Ok(())
    }

    /// Does what writes to the disk; once that has failed, nothing any more.
    fn durably<T>(
        &mut self,
        write: impl FnOnce(&mut LogStore<S>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        if self.poisoned {
            return Err(Refusal::new(&rules::LOG_POISONED).into());
        }
        let written = write(self);
        self.poisoned = written.is_err();
        written
    }

    /// Appends what is staged, and signs it.
    fn sign(&mut self) -> Result<(), Error> {
        let staged = std::mem::take(&mut self.staged);
        if staged.is_empty() {
            return Ok(());
        }
        self.storage
            .append(ENTRIES, &staged)
            .and_then(|()| self.storage.sync(ENTRIES))
            .map_err(Error::io(ENTRIES))?;
        self.checkpoint = signed(&self.key, self.tree.head())?;
        let note = self.checkpoint.to_string();
        if std::mem::take(&mut self.hands_over) {
            let name = handover(self.handovers.len());
            let written = self.storage.replace(&name, note.as_bytes());
            written.map_err(Error::io(&name))?;
            self.handovers.push(self.checkpoint.clone());
            if let Some(next) = self.next.take() {
                self.key = next;
            }
        }
        let written = self.storage.replace(CHECKPOINT, note.as_bytes());
        written.map_err(Error::io(CHECKPOINT))
    }
}

impl<S: Storage> Store for LogStore<S> {
    type Error = Error;

    fn head(&self) -> Head {
        self.memory.head()
    }

    fn use_nonce(
        &mut self,
        pool: Pool,
        nonce: [u8; 16],
        expires: u64,
        now: u64,
    ) -> Result<Nonce, Error> {
        self.durably(|store| {
            store.now = now;
            let Ok(became) = store.memory.use_nonce(pool, nonce, expires, now);
            if became == Nonce::Fresh {
                store.journal.used(pool, nonce, expires);
            }
            Ok(became)
        })
    }

    fn strongest(&self, tag: Hex<16>) -> Option<Class> {
        self.memory.strongest(tag)
    }

    fn status(&self, leaf: Hex<32>) -> Option<Status> {
        self.memory.status(leaf)
    }

    fn append(
        &mut self,
        entry: &Entry<'_>,
        line: &str,
        leaf: Hex<32>,
        time: u64,
    ) -> Result<(), Error> {
        // What could not be read again would close the log for good.
        let origin = self.key.verifier().name();
        let read = Line::next(line.as_bytes(), self.head().size, origin)?;
        if read.leaf() != leaf {
            return Err(Refusal::new(&log_rules::LOG_OTHER_ROOT)
                .with("size", entry.seq + 1)
                .into());
        }
        if let Act::Key { key } = &entry.act {
            let next = self.next.as_ref().unwrap_or(&self.key).verifier();
            if self.hands_over || self.next.is_none() || next.to_string() != *key {
                return Err(other_key(key, next).into());
            }
        }
        self.durably(|store| {
            store.hands_over |= matches!(entry.act, Act::Key { .. });
            store.staged.extend_from_slice(line.as_bytes());
            store.staged.push(b'\n');
            let length = length(line.as_bytes()).saturating_add(1);
            store.lengths.push(length);
            store.tree.push(leaf);
            let Ok(()) = store.memory.append(entry, line, leaf, time);
            Ok(())
        })
    }

    fn commit(&mut self) -> Result<(), Error> {
        self.durably(|store| {
            // First what was used up: a vote that is there and whose proof is not used up could be cast again.
            let acknowledged = stated_size(&store.checkpoint);
            let (storage, memory) = (&mut store.storage, &mut store.memory);
            store
                .journal
                .commit(storage, memory, acknowledged, store.now)?;
            store.sign()
        })
    }
}

fn signed(key: &SigningKey, head: TreeHead) -> Result<Note, Refusal> {
    let origin = key.verifier().name().to_owned();
    let mut note = Note::new(&Checkpoint { origin, head }.to_string())?;
    note.sign(key, 0)?;
    Ok(note)
}

fn other_key(key: &str, expected: &VerifierKey) -> Refusal {
    Refusal::new(&rules::LOG_OTHER_KEY)
        .with("key", key)
        .with("expected", expected.to_string())
}

fn other_origin(origin: &str, expected: &str) -> Refusal {
    Refusal::new(&log_rules::LOG_OTHER_ORIGIN)
        .with("origin", origin)
        .with("expected", expected)
}
