//! A store in files: what was taken is remembered by the next process too.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use obmen::nomination::{Class, Entry, Hex, MAX_ENTRY};

use crate::canonical::leaf_hash;
use crate::log::Line;
use crate::store::{Head, Memory, Nonce, Pool, Store};

const ENTRIES: &str = "entries.jsonl";
const NONCES: &str = "nonces";
const LOCK: &str = "lock";

const MEND_ENTRIES: &str = "restore the line from a copy of the log";
const MEND_NONCES: &str =
    "the file may be deleted once everything given out has expired, a day at most";

/// Why a log in files cannot be opened or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The system refused.
    #[error("{}: {error}", file.display())]
    Io {
        /// The file or folder.
        file: PathBuf,
        /// What it said.
        #[source]
        error: io::Error,
    },
    /// Another store holds the lock.
    #[error("{} is in use by another process; wait until it ends, or stop it", folder.display())]
    Locked {
        /// The folder of the log.
        folder: PathBuf,
    },
    /// A line is not as it was written. Nothing was changed.
    #[error("{}, line {line}: {reason}; {mend}", file.display())]
    Damaged {
        /// The file.
        file: PathBuf,
        /// The line, from 1.
        line: u64,
        /// What is wrong with it.
        reason: String,
        /// What to do.
        mend: &'static str,
    },
    /// The entries are those of another log.
    #[error("{} is the log of `{found}` and not of `{origin}`; name the other site, or another folder", file.display())]
    OtherLog {
        /// The file.
        file: PathBuf,
        /// The origin that the entry has.
        found: String,
        /// The origin that was asked for.
        origin: String,
    },
    /// An entry is not the next one of the log, or would not be read again. Nothing was written.
    #[error("the entry does not fit the log: {reason}")]
    Unfit {
        /// Why.
        reason: String,
    },
    /// A write or its sync failed before.
    #[error("{} is closed since a write failed; mend the disk, then open it anew", folder.display())]
    Poisoned {
        /// The folder of the log.
        folder: PathBuf,
    },
}

/// A store in the files of a folder, under a lock: nothing is acknowledged before the disk has it.
///
/// `entries.jsonl` holds an entry a line, `nonces` what was used up and when that expires, `lock` nothing: it is locked
/// while the store is open. When it is opened, a last line without its end is cut, since it was never acknowledged;
/// whatever else is not as it was written is an error. After a failed write or sync all that follows is an error too.
///
/// ```
/// # let folder = tempfile::tempdir().unwrap();
/// # let (folder, now) = (folder.path(), 1_795_882_549);
/// use obmen_nominations::fs::{Error, FileStore};
/// use obmen_nominations::{Nonce, Pool, Store};
///
/// let mut store = FileStore::open(folder, "obmen.example.bg", now).unwrap();
/// assert_eq!(store.use_nonce(Pool::Answers, [7; 16], now + 300, now).unwrap(), Nonce::Fresh);
/// assert!(matches!(FileStore::open(folder, "obmen.example.bg", now), Err(Error::Locked { .. })));
///
/// drop(store);
/// let mut store = FileStore::open(folder, "obmen.example.bg", now + 60).unwrap();
/// assert_eq!(store.use_nonce(Pool::Answers, [7; 16], now + 300, now + 60).unwrap(), Nonce::Used);
/// ```
#[derive(Debug)]
pub struct FileStore {
    folder: PathBuf,
    origin: String,
    memory: Memory,
    entries: File,
    nonces: File,
    /// How many lines the file of nonces has.
    lines: usize,
    staged: Vec<u8>,
    poisoned: bool,
    _lock: File,
}

impl FileStore {
    /// Opens the log of an origin in a folder, which is made when it is not there. `now`: seconds since 1970.
    ///
    /// # Errors
    /// That another process has it open, that it is another log or damaged, or what the system said.
    pub fn open(folder: &Path, origin: &str, now: u64) -> Result<FileStore, Error> {
        make(folder)?;
        let path = folder.join(LOCK);
        let lock = writable()
            .create(true)
            .open(&path)
            .map_err(io_error(&path))?;
        lock.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => Error::Locked {
                folder: folder.to_owned(),
            },
            TryLockError::Error(error) => io_error(&path)(error),
        })?;
        let mut memory = Memory::default();
        let entries = entries(&folder.join(ENTRIES), origin, &mut memory)?;
        used(&folder.join(NONCES), &mut memory)?;
        for pool in [Pool::Answers, Pool::Messages] {
            memory.pool(pool).forget(now);
        }
        Ok(FileStore {
            folder: folder.to_owned(),
            origin: origin.to_owned(),
            nonces: write_nonces(folder, &mut memory)?,
            lines: 0,
            staged: Vec::new(),
            memory,
            entries,
            poisoned: false,
            _lock: lock,
        })
    }

    /// Does what writes to the disk; once that has failed, nothing any more.
    fn durably<T>(
        &mut self,
        write: impl FnOnce(&mut FileStore) -> Result<T, Error>,
    ) -> Result<T, Error> {
        if self.poisoned {
            return Err(Error::Poisoned {
                folder: self.folder.clone(),
            });
        }
        let written = write(self);
        self.poisoned = written.is_err();
        written
    }
}

impl Store for FileStore {
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
            let Ok(became) = store.memory.use_nonce(pool, nonce, expires, now);
            if became == Nonce::Fresh {
                add(&mut store.nonces, &nonce_line(&nonce, expires))
                    .map_err(io_error(&store.folder.join(NONCES)))?;
                store.lines += 1;
            }
            Ok(became)
        })
    }

    fn strongest(&self, tag: Hex<16>) -> Option<Class> {
        self.memory.strongest(tag)
    }

    fn is_live(&self, leaf: Hex<32>) -> bool {
        self.memory.is_live(leaf)
    }

    fn append(
        &mut self,
        entry: &Entry<'_>,
        line: &str,
        leaf: Hex<32>,
        time: u64,
    ) -> Result<(), Error> {
        // What could not be read again would close the log for good.
        next(
            &self.folder.join(ENTRIES),
            line.as_bytes(),
            self.head().size,
            &self.origin,
        )?;
        self.durably(|store| {
            store.staged.extend_from_slice(line.as_bytes());
            store.staged.push(b'\n');
            let Ok(()) = store.memory.append(entry, line, leaf, time);
            Ok(())
        })
    }

    fn commit(&mut self) -> Result<(), Error> {
        self.durably(|store| {
            let staged = std::mem::take(&mut store.staged);
            store
                .entries
                .write_all(&staged)
                .and_then(|()| store.entries.sync_data())
                .map_err(io_error(&store.folder.join(ENTRIES)))
        })
    }
}

/// Reads bytes that must be the next entry of a log.
fn next<'t>(file: &Path, line: &'t [u8], seq: u64, origin: &str) -> Result<Entry<'t>, Error> {
    let entry = Entry::read(line).map_err(|invalid| Error::Unfit {
        reason: invalid.to_string(),
    })?;
    if entry.origin != origin {
        return Err(Error::OtherLog {
            file: file.to_owned(),
            found: entry.origin.into_owned(),
            origin: origin.to_owned(),
        });
    }
    if entry.seq != seq {
        return Err(Error::Unfit {
            reason: format!("its `seq` is {}, and the next is {seq}", entry.seq),
        });
    }
    Ok(entry)
}

/// Opens the file of entries, takes note of each, and cuts what is left of a write that was never acknowledged.
fn entries(path: &Path, origin: &str, memory: &mut Memory) -> Result<File, Error> {
    let failed = io_error(path);
    let mut file = writable()
        .read(true)
        .create(true)
        .open(path)
        .map_err(&failed)?;
    let mut reader = BufReader::new(&file);
    let (mut line, mut end) = (Vec::new(), 0);
    loop {
        line.clear();
        // One byte more than an entry, for the end of its line: a longer rest was no single write.
        let size = reader
            .by_ref()
            .take(MAX_ENTRY as u64 + 1)
            .read_until(b'\n', &mut line)
            .map_err(&failed)?;
        let whole = match line.strip_suffix(b"\n") {
            Some(whole) => whole,
            None if size <= MAX_ENTRY => break,
            None => &line,
        };
        let seq = memory.head().size;
        let entry = next(path, whole, seq, origin).map_err(|error| match error {
            Error::Unfit { reason } => Error::Damaged {
                file: path.to_owned(),
                line: seq + 1,
                reason,
                mend: MEND_ENTRIES,
            },
            other => other,
        })?;
        let leaf = leaf_hash(whole);
        memory.replayed(&Line::Entry { entry, leaf });
        end += size as u64;
    }
    file.set_len(end)
        .and_then(|()| file.sync_all())
        .and_then(|()| file.seek(SeekFrom::Start(end)))
        .map_err(&failed)?;
    Ok(file)
}

/// Reads the nonces of a file, if it is there. A last line without its end was never acknowledged.
fn used(path: &Path, memory: &mut Memory) -> Result<(), Error> {
    let text = match std::fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        text => text.map_err(io_error(path))?,
    };
    let mut lines = text.split(|byte| *byte == b'\n');
    lines.next_back();
    for (line, number) in lines.zip(1..) {
        let read = || {
            let (nonce, expires) = std::str::from_utf8(line).ok()?.split_once(' ')?;
            let nonce: Hex<16> = nonce.parse().ok()?;
            Some((nonce.0, expires.parse().ok()?))
        };
        let (nonce, expires) = read().ok_or_else(|| Error::Damaged {
            file: path.to_owned(),
            line: number,
            reason: "no nonce and the second in which it expires".to_owned(),
            mend: MEND_NONCES,
        })?;
        memory.pool(Pool::Answers).used.insert(nonce, expires);
    }
    Ok(())
}

/// Writes the file of nonces anew, with what is still remembered: beside the old one, then in its place.
fn write_nonces(folder: &Path, memory: &mut Memory) -> Result<File, Error> {
    let (path, new) = (folder.join(NONCES), folder.join("nonces.new"));
    let failed = io_error(&path);
    let mut lines = String::new();
    for pool in [Pool::Answers, Pool::Messages] {
        let used = memory.pool(pool).used.iter();
        lines.extend(used.map(|(nonce, expires)| nonce_line(nonce, *expires)));
    }
    let mut file = writable()
        .create(true)
        .truncate(true)
        .open(&new)
        .map_err(&failed)?;
    add(&mut file, &lines)
        .and_then(|()| std::fs::rename(&new, &path))
        .and_then(|()| sync_folder(folder))
        .map_err(&failed)?;
    Ok(file)
}

fn nonce_line(nonce: &[u8; 16], expires: u64) -> String {
    format!("{} {expires}\n", Hex(*nonce))
}

fn add(file: &mut File, lines: &str) -> io::Result<()> {
    file.write_all(lines.as_bytes())?;
    file.sync_data()
}

/// Makes a folder in one that is there.
fn make(folder: &Path) -> Result<(), Error> {
    match std::fs::create_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        made => made.and_then(|()| sync_folder(&folder.canonicalize()?.join(".."))),
    }
    .map_err(io_error(folder))
}

/// Makes the names in a folder durable, where the system can be told to.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

fn writable() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    options
}

fn io_error(file: &Path) -> impl Fn(io::Error) -> Error {
    move |error| Error::Io {
        file: file.to_owned(),
        error,
    }
}

#[cfg(test)]
mod tests {
    use obmen::nomination::{Act, Algorithm, Hour, Policy, Vote};
    use tempfile::TempDir;

    use super::*;
    use crate::{Action, Admission, Decision, Keys, Known, Request, Ring, Secret, solve};

    const ORIGIN: &str = "obmen.example.bg";
    const NOW: u64 = 1_795_882_549;

    fn open(folder: &TempDir) -> Result<FileStore, Error> {
        FileStore::open(folder.path(), ORIGIN, NOW)
    }

    fn entry(seq: u8, tag: u8) -> Entry<'static> {
        Entry {
            origin: ORIGIN.into(),
            seq: seq.into(),
            hour: Hour::at(NOW),
            edition: format!("2026-autumn@{}", "ab".repeat(32)).into(),
            salt: Hex([1; 16]),
            act: Act::Vote(Vote {
                practice: "flgr:20070736".into(),
                class: Class::Email,
                scope: "bg".into(),
                tag: Hex([tag; 16]),
                cancel: Hex([2; 32]),
            }),
        }
    }

    fn append(store: &mut FileStore, entry: &Entry<'_>) -> Result<(), Error> {
        let line = entry.to_json();
        store.append(entry, &line, leaf_hash(line.as_bytes()), NOW)?;
        store.commit()
    }

    /// Returns a folder whose log has three entries and two nonces.
    fn written() -> TempDir {
        let folder = TempDir::new().unwrap();
        let mut store = open(&folder).unwrap();
        for seq in 0..3 {
            append(&mut store, &entry(seq, 5 + seq)).unwrap();
        }
        for nonce in [[8; 16], [9; 16]] {
            let became = store
                .use_nonce(Pool::Answers, nonce, NOW + 300, NOW)
                .unwrap();
            assert_eq!(became, Nonce::Fresh);
        }
        folder
    }

    fn text(folder: &TempDir, name: &str) -> String {
        std::fs::read_to_string(folder.path().join(name)).unwrap()
    }

    fn put(folder: &TempDir, name: &str, text: &str) {
        std::fs::write(folder.path().join(name), text).unwrap();
    }

    fn admission(folder: &TempDir) -> Admission<FileStore> {
        let secret = |bytes: &[u8; 32]| Ring::new(Secret::new("1", bytes).unwrap());
        let mut policy = Policy::new("2026-autumn", "bg", Hour::at(0), Hour::at(u64::MAX));
        policy.classes.insert(0, Class::Pow);
        policy.challenge.algorithm = Algorithm::Sha256;
        policy.challenge.cost = 1;
        let keys = Keys::new(
            "2026-autumn",
            secret(b"32 bytes that only the site has."),
            secret(b"32 bytes that its scope shares.."),
        );
        let mut admission = Admission::new(ORIGIN, policy, keys, open(folder).unwrap()).unwrap();
        admission.open("flgr:20070736").unwrap();
        admission
    }

    #[test]
    fn a_restart_forgets_no_vote_and_no_proof() {
        let folder = TempDir::new().unwrap();
        let mut first = admission(&folder);
        let challenge = first
            .challenge("flgr:20070736", Action::Vote, NOW, [3; 32])
            .unwrap();
        let another = first
            .challenge("flgr:20070736", Action::Vote, NOW, [4; 32])
            .unwrap();
        let ask = |challenge: &str| {
            let answer = solve(challenge).unwrap();
            format!(
                r#"{{"practice": "flgr:20070736", "class": "pow", "voter": "a browser's token", "answer": "{answer}"}}"#
            )
        };
        let decide = |admission: &mut Admission<FileStore>, text: &str, now| {
            let request = Request::read(text).unwrap();
            let decision = admission
                .admit(&request, &Known::default(), now, [6; 48])
                .unwrap();
            match &decision {
                Decision::Counted(_) => "counted",
                other => other.refusal().unwrap().code(),
            }
        };
        let (ask, again) = (ask(&challenge), ask(&another));
        assert_eq!(decide(&mut first, &ask, NOW), "counted");
        drop(first);
        let mut second = admission(&folder);
        assert_eq!(decide(&mut second, &ask, NOW), "nomination/replayed");
        assert_eq!(decide(&mut second, &again, NOW), "nomination/duplicate");
        drop(second);
        // The log knows the hour of its last entry, and the clock may not be far behind that.
        let mut third = admission(&folder);
        assert_eq!(third.store().head().time, Hour::at(NOW).start());
        let early = Hour::at(NOW).start() - 301;
        assert_eq!(decide(&mut third, &again, early), "nomination/clock-behind");
        assert_eq!(text(&folder, ENTRIES).lines().count(), 1);
    }

    #[test]
    fn what_was_written_is_read_again() {
        let folder = written();
        let store = open(&folder).unwrap();
        assert_eq!(store.head().size, 3);
        assert_eq!(store.strongest(Hex([6; 16])), Some(Class::Email));
        assert_eq!(store.strongest(Hex([8; 16])), None);
        let lines: Vec<_> = (0..3).map(|seq| entry(seq, 5 + seq).to_json()).collect();
        assert_eq!(text(&folder, ENTRIES), lines.join("\n") + "\n");
    }

    #[test]
    fn one_process_at_a_time() {
        let folder = TempDir::new().unwrap();
        let first = open(&folder).unwrap();
        let second = open(&folder).unwrap_err();
        assert!(matches!(&second, Error::Locked { folder: locked } if locked == folder.path()));
        drop(first);
        open(&folder).unwrap();
    }

    #[test]
    fn nonces_that_expired_are_dropped() {
        let folder = written();
        let later = |now| FileStore::open(folder.path(), ORIGIN, now).unwrap();
        // The clock may step back five minutes.
        assert_eq!(later(NOW + 599).lines, 2);
        assert_eq!(later(NOW + 600).lines, 0);
        assert_eq!(text(&folder, NONCES), "");
    }

    #[test]
    fn the_file_of_nonces_does_not_grow_for_ever() {
        let folder = TempDir::new().unwrap();
        let mut store = open(&folder).unwrap();
        store.memory.most_nonces = 4;
        for turn in 0..100_u8 {
            let now = NOW + 1000 * u64::from(turn);
            let became = store
                .use_nonce(Pool::Answers, [turn; 16], now + 300, now)
                .unwrap();
            assert_eq!(became, Nonce::Fresh);
            assert!(text(&folder, NONCES).lines().count() <= 8);
        }
        drop(store);
        let mut store = open(&folder).unwrap();
        let now = NOW + 99_000;
        assert_eq!(
            store
                .use_nonce(Pool::Answers, [99; 16], now + 300, now)
                .unwrap(),
            Nonce::Used
        );
    }

    #[test]
    fn a_write_that_was_cut_off_is_cut() {
        let whole = written();
        let (lines, nonces) = (text(&whole, ENTRIES), text(&whole, NONCES));
        let last = entry(3, 4).to_json();
        for cut in [1, last.len() / 2, last.len()] {
            put(&whole, ENTRIES, &(lines.clone() + last.get(..cut).unwrap()));
            put(&whole, NONCES, &(nonces.clone() + "0707"));
            let mut store = open(&whole).unwrap();
            assert_eq!((store.head().size, store.lines), (3, 2));
            assert_eq!(text(&whole, ENTRIES), lines);
            append(&mut store, &entry(3, 4)).unwrap();
            assert_eq!(text(&whole, ENTRIES), lines.clone() + &last + "\n");
        }
    }

    #[test]
    fn damage_is_named_and_nothing_is_changed() {
        let lines = text(&written(), ENTRIES);
        let line = |seq: usize| lines.lines().nth(seq).unwrap();
        let damaged = [
            (lines.replacen("\"seq\":1", "\"seq\":7", 1), 2, "`seq` is 7"),
            (lines.replacen("\"seq\":1", "\"seq\": 1", 1), 2, "canonical"),
            (lines.replacen("email", "post", 1), 1, "`class`"),
            (format!("{}\n{}\n", line(0), line(2)), 2, "the next is 1"),
            (
                format!("{}\n\n{}\n", line(0), line(1)),
                2,
                "no object of JSON",
            ),
            (lines.replacen('\n', " ", 1), 1, "no object of JSON"),
            // A rest that is longer than an entry was acknowledged in parts.
            (lines.clone() + &"\0".repeat(MAX_ENTRY + 1), 4, "1,024"),
        ];
        for (text, place, says) in damaged {
            let folder = TempDir::new().unwrap();
            put(&folder, ENTRIES, &text);
            let error = open(&folder).unwrap_err();
            let Error::Damaged { file, line, .. } = &error else {
                panic!("{error}")
            };
            assert_eq!((file, *line), (&folder.path().join(ENTRIES), place));
            let message = error.to_string();
            assert!(
                message.contains(says) && message.ends_with(MEND_ENTRIES),
                "{message}"
            );
            assert_eq!(self::text(&folder, ENTRIES), text);
        }
        let folder = written();
        let nonces = text(&folder, NONCES);
        put(&folder, NONCES, &nonces.replacen(' ', "", 1));
        let error = open(&folder).unwrap_err();
        assert!(
            matches!(
                &error,
                Error::Damaged {
                    line: 1,
                    mend: MEND_NONCES,
                    ..
                }
            ),
            "{error}"
        );
    }

    #[test]
    fn a_log_is_of_one_site() {
        let folder = written();
        let error = FileStore::open(folder.path(), "other.example", NOW).unwrap_err();
        assert!(matches!(&error, Error::OtherLog { found, .. } if found == ORIGIN));
        let mut store = open(&folder).unwrap();
        let other = Entry {
            origin: "other.example".into(),
            ..entry(3, 4)
        };
        assert!(matches!(
            append(&mut store, &other),
            Err(Error::OtherLog { .. })
        ));
    }

    #[test]
    fn what_could_not_be_read_again_is_not_written() {
        let folder = written();
        let mut store = open(&folder).unwrap();
        let mut unreadable = entry(3, 4);
        if let Act::Vote(vote) = &mut unreadable.act {
            vote.practice = "no register".into();
        }
        for unfit in [unreadable, entry(2, 4)] {
            let refused = append(&mut store, &unfit);
            assert!(matches!(refused, Err(Error::Unfit { .. })));
        }
        append(&mut store, &entry(3, 4)).unwrap();
        drop(store);
        assert_eq!(open(&folder).unwrap().head().size, 4);
    }

    #[test]
    fn after_a_failed_write_nothing_is_taken() {
        let folder = written();
        let mut store = open(&folder).unwrap();
        let sound = std::mem::replace(
            &mut store.entries,
            File::open(folder.path().join(ENTRIES)).unwrap(),
        );
        assert!(matches!(
            append(&mut store, &entry(3, 4)),
            Err(Error::Io { .. })
        ));
        store.entries = sound;
        let poisoned = |error| matches!(error, Error::Poisoned { .. });
        assert!(poisoned(append(&mut store, &entry(3, 4)).unwrap_err()));
        assert!(poisoned(
            store
                .use_nonce(Pool::Answers, [1; 16], NOW + 9, NOW)
                .unwrap_err()
        ));
        assert_eq!(
            (store.head().size, store.strongest(Hex([4; 16]))),
            (3, None)
        );

        drop(store);
        let mut store = open(&folder).unwrap();
        store.nonces = File::open(folder.path().join(NONCES)).unwrap();
        let failed = store.use_nonce(Pool::Answers, [1; 16], NOW + 9, NOW);
        assert!(matches!(failed, Err(Error::Io { .. })));
        assert!(poisoned(append(&mut store, &entry(3, 4)).unwrap_err()));
    }
}
