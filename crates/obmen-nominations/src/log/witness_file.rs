//! What a witness has seen, in a file.

use std::io::{BufReader, Read};
use std::path::Path;

use data_encoding::HEXLOWER;

use crate::canonical::sha256;
use crate::fs::{Error, Folder, Reader, Storage};
use crate::log::checkpoint::Checkpoint;
use crate::log::cosigning_rules::{WITNESS_BEGUN_ALREADY, WITNESS_NOT_BEGUN};
use crate::log::rules::LOG_CHECKPOINT_NOT_READ;
use crate::log::tree::TreeHead;
use crate::log::witness::{WitnessStore, Witnessed};
use crate::refusal::Refusal;
use crate::store::rules::LOG_POISONED;
use crate::words;

const FILE: &str = "witnessed";

/// What a witness has seen, in a file of a folder that is its own, under a lock: nothing is cosigned before the disk has it.
///
/// `witnessed` holds the latest head of each log, three lines as in a checkpoint with an empty line below, and then the
/// SHA-256 of all that in hexadecimal: no flipped bit lets it forget a log. It is written anew and put in the place of the old
/// one. After a failed write nothing is taken any more until it is opened anew.
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
/// let refused = WitnessFile::open(folder).unwrap_err();
/// assert_eq!(refused.refusal().code(), "nomination/witness-not-begun");
/// let mut store = WitnessFile::create(folder).unwrap();
/// assert_eq!(store.advance("obmen.example.bg", none, tree.head()).unwrap(), None);
/// drop(store);
/// let store = WitnessFile::open(folder).unwrap();
/// assert_eq!(store.latest("obmen.example.bg").unwrap(), tree.head());
/// ```
#[derive(Debug)]
pub struct WitnessFile<S = Folder> {
    storage: S,
    seen: Witnessed,
    poisoned: bool,
}

impl WitnessFile {
    /// Begins what a witness has seen, which is nothing, in a folder that is made when it is not there.
    ///
    /// # Errors
    /// `nomination/witness-begun-already` where something is remembered, `nomination/log-locked` when another process has the
    /// folder open, or what the system said.
    pub fn create(folder: &Path) -> Result<WitnessFile, Error> {
        WitnessFile::create_on(open(folder)?)
    }

    /// Opens what a witness has seen, in the folder in which it was begun.
    ///
    /// # Errors
    /// `nomination/witness-not-begun` where nothing is remembered, `nomination/log-locked` when another process has the folder
    /// open, `nomination/log-damaged`, or what the system said.
    pub fn open(folder: &Path) -> Result<WitnessFile, Error> {
        // A folder that is not there is not made: its name may be mistyped.
        if !folder.join(FILE).exists() {
            return Err(Refusal::new(&WITNESS_NOT_BEGUN).into());
        }
        WitnessFile::on(open(folder)?)
    }
}

fn open(folder: &Path) -> Result<Folder, Error> {
    Folder::open(folder).map_err(Error::io(&folder.display().to_string()))
}

impl<S: Storage> WitnessFile<S> {
    /// Begins what a witness has seen, wherever it is kept.
    ///
    /// # Errors
    /// As [`create`](WitnessFile::create).
    pub fn create_on(storage: S) -> Result<WitnessFile<S>, Error> {
        if !text(&storage)?.is_empty() {
            return Err(Refusal::new(&WITNESS_BEGUN_ALREADY).into());
        }
        let mut file = WitnessFile {
            storage,
            seen: Witnessed::default(),
            poisoned: false,
        };
        file.write()?;
        Ok(file)
    }

    /// Opens what a witness has seen, wherever it is kept.
    ///
    /// # Errors
    /// As [`open`](WitnessFile::open).
    pub fn on(storage: S) -> Result<WitnessFile<S>, Error> {
        let text = text(&storage)?;
        if text.is_empty() {
            return Err(Refusal::new(&WITNESS_NOT_BEGUN).into());
        }
        let seen = seen(&text).map_err(Error::damaged(FILE))?;
        Ok(WitnessFile {
            storage,
            seen,
            poisoned: false,
        })
    }

    fn write(&mut self) -> Result<(), Error> {
        let written = self.storage.replace(FILE, written(&self.seen).as_bytes());
        written.map_err(Error::io(FILE))
    }
}

fn written(seen: &Witnessed) -> String {
    let mut text = String::new();
    for (origin, head) in &seen.heads {
        let (origin, head) = (origin.clone(), *head);
        text += &Checkpoint { origin, head }.to_string();
        text.push('\n');
    }
    let sum = sum(&text);
    text + &sum
}

/// The last line, which tells what was written from what was altered.
fn sum(text: &str) -> String {
    HEXLOWER.encode(&sha256(text.as_bytes()).0) + "\n"
}

fn text<S: Storage>(storage: &S) -> Result<String, Error> {
    let mut text = Vec::new();
    let mut reader = BufReader::new(Reader {
        storage,
        name: FILE,
        at: 0,
    });
    reader.read_to_end(&mut text).map_err(Error::io(FILE))?;
    // What is not UTF-8 becomes a text that was never written.
    Ok(String::from_utf8_lossy(&text).into_owned())
}

impl<S: Storage> WitnessStore for WitnessFile<S> {
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
            return Err(Refusal::new(&LOG_POISONED).into());
        }
        let Ok(other) = self.seen.advance(origin, from, to);
        if other.is_none() && from != to {
            self.poisoned = true;
            self.write()?;
            self.poisoned = false;
        }
        Ok(other)
    }
}

fn seen(text: &str) -> Result<Witnessed, Refusal> {
    let mut seen = Witnessed::default();
    for head in text.split_inclusive("\n\n") {
        // What has no empty line below is the last line.
        if let Some(head) = head.strip_suffix("\n\n") {
            let Checkpoint { origin, head } = Checkpoint::read(&format!("{head}\n"))?;
            seen.heads.insert(origin, head);
        }
    }
    if written(&seen) != text {
        return Err(Refusal::new(&LOG_CHECKPOINT_NOT_READ).with("reason", words::CHECKPOINT_SUM));
    }
    Ok(seen)
}

#[cfg(test)]
mod tests {
    use std::io;

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
        let mut store = WitnessFile::create(folder.path()).unwrap();
        assert_eq!(advance(&mut store, "a.example", 0, 3), None);
        assert_eq!(advance(&mut store, "b.example", 0, 5), None);
        assert_eq!(advance(&mut store, "a.example", 3, 4), None);
        assert_eq!(advance(&mut store, "a.example", 3, 9), Some(heads[4]));
        let second = WitnessFile::open(folder.path()).unwrap_err();
        assert_eq!(second.refusal().code(), "nomination/log-locked");
        drop(store);
        let store = WitnessFile::open(folder.path()).unwrap();
        assert_eq!(store.latest("a.example").unwrap(), heads[4]);
        assert_eq!(store.latest("b.example").unwrap(), heads[5]);
        assert_eq!(store.latest("c.example").unwrap(), heads[0]);
    }

    #[test]
    fn damage_is_named_and_nothing_is_changed() {
        let folder = TempDir::new().unwrap();
        let mut store = WitnessFile::create(folder.path()).unwrap();
        for origin in ["a.example", "b.example"] {
            store.advance(origin, heads()[0], heads()[2]).unwrap();
        }
        drop(store);
        let path = folder.path().join(FILE);
        let text = std::fs::read_to_string(&path).unwrap();
        let heads = text.get(..text.len() - 65).unwrap();
        assert_eq!(text.get(heads.len()..), Some(&*sum(heads)));
        let mut damaged = vec![
            text.trim_end().to_owned(),
            text.get(..text.len() - 3).unwrap().to_owned(),
            heads.to_owned(),
            sum(heads),
            format!("{text}\n"),
            format!("{text}{text}"),
        ];
        // What somebody wrote otherwise, with a sum that fits.
        for heads in [
            heads.replacen("\n2\n", "\n02\n", 1),
            heads.replace("b.example", "a.example"),
            heads.replacen("\n\n", "\n", 1),
            heads.trim_end().to_owned(),
        ] {
            damaged.push(heads.clone() + &sum(&heads));
        }
        let flipped = (0..8 * text.len()).map(|bit| {
            let mut text = text.clone().into_bytes();
            text[bit / 8] ^= 1 << (bit % 8);
            text
        });
        for damaged in damaged.into_iter().map(String::into_bytes).chain(flipped) {
            std::fs::write(&path, &damaged).unwrap();
            let error = WitnessFile::open(folder.path()).unwrap_err();
            assert!(matches!(error, Error::Damaged { .. }), "{error:?}");
            assert_eq!(std::fs::read(&path).unwrap(), damaged);
        }
    }

    #[test]
    fn a_witness_begins_once_and_only_when_told() {
        let code = |opened: Result<WitnessFile, Error>| opened.unwrap_err().refusal().code();
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("state");
        assert_eq!(
            code(WitnessFile::open(&path)),
            "nomination/witness-not-begun"
        );
        assert!(!path.exists());
        std::fs::create_dir(&path).unwrap();
        std::fs::write(path.join(FILE), "").unwrap();
        assert_eq!(
            code(WitnessFile::open(&path)),
            "nomination/witness-not-begun"
        );
        drop(WitnessFile::create(&path).unwrap());
        let again = code(WitnessFile::create(&path));
        assert_eq!(again, "nomination/witness-begun-already");
        let store = WitnessFile::open(&path).unwrap();
        assert_eq!(store.latest("a.example").unwrap(), heads()[0]);
    }

    /// A file whose next writes fail, before or after they are done.
    #[derive(Default)]
    struct Failing {
        bytes: Vec<u8>,
        fails: Option<bool>,
    }

    impl Storage for Failing {
        fn read(&self, _: &str, at: u64, buffer: &mut [u8]) -> io::Result<usize> {
            let at = usize::try_from(at).unwrap();
            self.bytes.get(at..).unwrap_or_default().read(buffer)
        }
        fn append(&mut self, _: &str, _: &[u8]) -> io::Result<()> {
            Err(io::ErrorKind::Unsupported.into())
        }
        fn sync(&mut self, _: &str) -> io::Result<()> {
            Err(io::ErrorKind::Unsupported.into())
        }
        fn cut(&mut self, _: &str, _: u64) -> io::Result<()> {
            Err(io::ErrorKind::Unsupported.into())
        }
        fn replace(&mut self, _: &str, bytes: &[u8]) -> io::Result<()> {
            if self.fails != Some(false) {
                self.bytes = bytes.to_vec();
            }
            match self.fails {
                None => Ok(()),
                Some(_) => Err(io::Error::other("the disk is full")),
            }
        }
    }

    #[test]
    fn after_a_failed_write_nothing_is_taken() {
        let heads = heads();
        for done in [false, true] {
            let mut store = WitnessFile::create_on(Failing::default()).unwrap();
            store.advance("a.example", heads[0], heads[1]).unwrap();
            store.storage.fails = Some(done);
            let failed = store.advance("a.example", heads[1], heads[2]);
            assert!(matches!(failed, Err(Error::Io { .. })));
            store.storage.fails = None;
            for (from, to) in [(1, 2), (2, 3)] {
                let refused = store.advance("a.example", heads[from], heads[to]);
                let code = refused.unwrap_err().refusal().code();
                assert_eq!(code, "nomination/log-poisoned");
            }
            // Whether it was written or not, nothing was cosigned, and all that follows extends it.
            let store = WitnessFile::on(store.storage).unwrap();
            let size = if done { 2 } else { 1 };
            assert_eq!(store.latest("a.example").unwrap(), heads[size]);
        }
    }
}
