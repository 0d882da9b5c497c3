//! What a witness has seen, in a file.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::fs::Error;
use crate::log::checkpoint::Checkpoint;
use crate::log::tree::TreeHead;
use crate::log::witness::{WitnessStore, Witnessed};

const HEADS: &str = "witnessed";
const LOCK: &str = "witness.lock";
const MEND: &str =
    "ask each log for the newest checkpoint that this witness has cosigned, and write that";

/// What a witness has seen, in the file of a folder, under a lock: nothing is cosigned before the disk has it.
///
/// `witnessed` holds the latest head of each log, three lines as in a checkpoint, with an empty line between two;
/// `witness.lock` nothing. The file is written anew beside the old one and put in its place. After a failed write nothing
/// is taken any more until it is opened anew.
///
/// ```
/// # let folder = tempfile::tempdir().unwrap();
/// # let folder = folder.path();
/// use obmen_nominations::leaf_hash;
/// use obmen_nominations::log::{Tree, WitnessFile, WitnessStore};
/// let mut tree = Tree::default();
/// let none = tree.head();
/// tree.push(leaf_hash(b"first"));
///
/// let mut store = WitnessFile::open(folder).unwrap();
/// assert_eq!(store.advance("obmen.example.bg", none, tree.head()).unwrap(), None);
/// drop(store);
/// let store = WitnessFile::open(folder).unwrap();
/// assert_eq!(store.latest("obmen.example.bg").unwrap(), tree.head());
/// ```
#[derive(Debug)]
pub struct WitnessFile {
    folder: PathBuf,
    seen: Witnessed,
    poisoned: bool,
    _lock: File,
}

impl WitnessFile {
    /// Opens what a witness has seen, in a folder that is there; nothing, when the file is not.
    ///
    /// # Errors
    /// That another process has it open, that it is damaged, or what the system said.
    pub fn open(folder: &Path) -> Result<WitnessFile, Error> {
        let path = folder.join(LOCK);
        let lock = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path);
        let lock = lock.map_err(io_error(&path))?;
        lock.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => Error::Locked {
                folder: folder.to_owned(),
            },
            TryLockError::Error(error) => io_error(&path)(error),
        })?;
        Ok(WitnessFile {
            folder: folder.to_owned(),
            seen: read(&folder.join(HEADS))?,
            poisoned: false,
            _lock: lock,
        })
    }

    fn write(&self) -> io::Result<()> {
        let heads = self.seen.heads.iter().map(|(origin, head)| {
            let origin = origin.clone();
            Checkpoint {
                origin,
                head: *head,
            }
            .to_string()
        });
        let text = heads.collect::<Vec<_>>().join("\n");
        let new = self.folder.join("witnessed.new");
        let mut file = File::create(&new)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        std::fs::rename(&new, self.folder.join(HEADS))?;
        if cfg!(unix) {
            File::open(&self.folder)?.sync_all()?;
        }
        Ok(())
    }
}

impl WitnessStore for WitnessFile {
    type Error = Error;

    fn latest(&self, origin: &str) -> Result<TreeHead, Error> {
        let Ok(head) = self.seen.latest(origin);
        Ok(head)
    }

    fn advance(
        &mut self,
        origin: &str,
        from: TreeHead,
        to: TreeHead,
    ) -> Result<Option<TreeHead>, Error> {
        if self.poisoned {
            return Err(Error::Poisoned {
                folder: self.folder.clone(),
            });
        }
        let Ok(other) = self.seen.advance(origin, from, to);
        if other.is_none() && from != to {
            self.poisoned = true;
            self.write().map_err(io_error(&self.folder.join(HEADS)))?;
            self.poisoned = false;
        }
        Ok(other)
    }
}

fn read(path: &Path) -> Result<Witnessed, Error> {
    let mut seen = Witnessed::default();
    let text = match std::fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(seen),
        text => text.map_err(io_error(path))?,
    };
    let damaged = |line, reason: String| Error::Damaged {
        file: path.to_owned(),
        line,
        reason,
        mend: MEND,
    };
    let mut heads = text.split_inclusive('\n').peekable();
    let mut line = 1;
    while heads.peek().is_some() {
        let text: String = heads.by_ref().take(3).collect();
        let Checkpoint { origin, head } =
            Checkpoint::read(&text).map_err(|refusal| damaged(line, refusal.to_string()))?;
        if seen.heads.insert(origin, head).is_some() {
            return Err(damaged(line, "this log is there twice".to_owned()));
        }
        if heads.next().is_some_and(|between| between != "\n") {
            return Err(damaged(line + 3, "no empty line".to_owned()));
        }
        line += 4;
    }
    Ok(seen)
}

fn io_error(file: &Path) -> impl Fn(io::Error) -> Error {
    move |error| Error::Io {
        file: file.to_owned(),
        error,
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::canonical::leaf_hash;
    use crate::log::tree::Tree;

    fn heads() -> Vec<TreeHead> {
        let mut tree = Tree::default();
        tree.extend((0..9_u8).map(|index| leaf_hash(&[index])));
        (0..=9).map(|size| tree.head_at(size).unwrap()).collect()
    }

    #[test]
    fn what_was_seen_is_seen_by_the_next_process() {
        let folder = TempDir::new().unwrap();
        let heads = heads();
        let advance = |store: &mut WitnessFile, origin, from: usize, to: usize| {
            store.advance(origin, heads[from], heads[to]).unwrap()
        };
        let mut store = WitnessFile::open(folder.path()).unwrap();
        assert_eq!(advance(&mut store, "a.example", 0, 3), None);
        assert_eq!(advance(&mut store, "b.example", 0, 5), None);
        assert_eq!(advance(&mut store, "a.example", 3, 4), None);
        assert_eq!(advance(&mut store, "a.example", 3, 9), Some(heads[4]));
        let second = WitnessFile::open(folder.path()).unwrap_err();
        assert!(matches!(second, Error::Locked { .. }));
        drop(store);
        let store = WitnessFile::open(folder.path()).unwrap();
        assert_eq!(store.latest("a.example").unwrap(), heads[4]);
        assert_eq!(store.latest("b.example").unwrap(), heads[5]);
        assert_eq!(store.latest("c.example").unwrap(), heads[0]);
    }

    #[test]
    fn damage_is_named_and_nothing_is_changed() {
        let folder = TempDir::new().unwrap();
        let mut store = WitnessFile::open(folder.path()).unwrap();
        for origin in ["a.example", "b.example"] {
            store.advance(origin, heads()[0], heads()[2]).unwrap();
        }
        drop(store);
        let path = folder.path().join(HEADS);
        let text = std::fs::read_to_string(&path).unwrap();
        for (damaged, place) in [
            (text.replacen("\n2\n", "\n02\n", 1), 1),
            (text.replace("b.example", "a.example"), 5),
            (text.replacen("\n\n", "\n", 1), 4),
            (text.trim_end().to_owned(), 5),
            (text.get(..text.len() - 3).unwrap().to_owned(), 5),
            (format!("{text}{text}"), 8),
        ] {
            std::fs::write(&path, &damaged).unwrap();
            let error = WitnessFile::open(folder.path()).unwrap_err();
            let Error::Damaged { line, .. } = error else {
                panic!("{error}")
            };
            assert_eq!(line, place, "{damaged}");
            assert_eq!(std::fs::read_to_string(&path).unwrap(), damaged);
        }
    }

    #[test]
    fn after_a_failed_write_nothing_is_taken() {
        let folder = TempDir::new().unwrap();
        let heads = heads();
        let mut store = WitnessFile::open(folder.path()).unwrap();
        // A folder in the way of the new file.
        std::fs::create_dir(folder.path().join("witnessed.new")).unwrap();
        let failed = store.advance("a.example", heads[0], heads[1]);
        assert!(matches!(failed, Err(Error::Io { .. })));
        std::fs::remove_dir(folder.path().join("witnessed.new")).unwrap();
        let poisoned = store.advance("a.example", heads[0], heads[1]);
        assert!(matches!(poisoned, Err(Error::Poisoned { .. })));
        drop(store);
        let store = WitnessFile::open(folder.path()).unwrap();
        assert_eq!(store.latest("a.example").unwrap(), heads[0]);
    }
}
