//! A log as static files in a folder that a web server gives out as it is.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Published, Signed, covered, note};
use crate::fs::storage::{LOCK, Locked, replace, sync_folder};
use crate::fs::{CHECKPOINT, ENTRIES, Error};
use crate::log::rules::{LOG_OTHER_ORIGIN, LOG_OTHER_ROOT, LOG_TRUNCATED};
use crate::log::{Checkpoint, Line, TileBuilder, TreeHead, bundled};
use crate::refusal::Refusal;
use crate::store::rules::LOG_RESTORED;

impl Published {
    /// Writes the log in a folder as static files (c2sp.org/tlog-tiles) into another, which is made when it is not there, and
    /// returns the checkpoint and the number of files that were written. The log is read also while its site writes there;
    /// what is held of it is a few files, however large it is.
    ///
    /// Only what is new since the checkpoint that is there is written, each file durably in the place of the old one, the
    /// checkpoint last. A partial file goes once the full one is there. A bundle with a redacted line is written anew, and with
    /// it the partial ones before it.
    ///
    /// # Errors
    /// `nomination/log-locked` when another process writes there; `nomination/log-other-origin` and `nomination/log-restored`
    /// when the files there are of another log, or of what this one does not continue; `nomination/log-damaged` when the
    /// lines are not those of the checkpoint; or what the system said. But for the last nothing is written then.
    pub fn write_tiles(folder: &Path, to: &Path) -> Result<(Checkpoint, usize), Error> {
        let signed = Signed::read(folder)?;
        let checkpoint =
            Checkpoint::read(signed.last.text()).map_err(Error::damaged(CHECKPOINT))?;
        let failed = |error| Error::io(&to.display().to_string())(error);
        fs::create_dir_all(to).map_err(failed)?;
        let _lock = Locked::now(&to.join(LOCK)).map_err(failed)?;

        let there = note(to, CHECKPOINT).and_then(|note| {
            let read = note.map(|note| Checkpoint::read(note.text()));
            read.transpose().map_err(Error::damaged(CHECKPOINT))
        });
        // There are two files of that name.
        let there = there.map_err(|error| match error {
            Error::Damaged { file, cause } => Error::Damaged {
                file: to.join(file).display().to_string(),
                cause,
            },
            error => error,
        })?;
        let old = there.as_ref().map_or(0, |there| there.head.size);
        if let Some(there) = &there
            && there.origin != checkpoint.origin
        {
            let other = Refusal::new(&LOG_OTHER_ORIGIN).with("origin", there.origin.as_str());
            return Err(other.with("expected", checkpoint.origin.as_str()).into());
        }
        // All of it is judged before anything is written.
        let size = checkpoint.head.size;
        let [before, now] = heads(folder, [old.min(size), size])?;
        if there.is_some_and(|there| there.head != before) {
            let restored = Refusal::new(&LOG_RESTORED).with("seen", old);
            return Err(restored.with("size", size).into());
        }
        if now != checkpoint.head {
            let cause = if now.size < size {
                let cause = Refusal::new(&LOG_TRUNCATED);
                cause.with("lines", now.size).with("size", size)
            } else {
                Refusal::new(&LOG_OTHER_ROOT).with("size", size)
            };
            return Err(Error::damaged(ENTRIES)(cause));
        }

        let mut tiles = TileBuilder::new(old);
        let mut files = Files {
            to,
            touched: BTreeSet::new(),
            written: 0,
        };
        let mut lines = covered(folder, size)?;
        while let Some(line) = lines.read()? {
            let full = tiles.push(line).map_err(Error::damaged(ENTRIES))?;
            full.iter()
                .try_for_each(|(path, bytes)| files.put(path, bytes))?;
        }
        let partial = tiles.partial();
        partial
            .iter()
            .try_for_each(|(path, bytes)| files.put(path, bytes))?;
        for folder in &files.touched {
            sync_folder(folder).map_err(failed)?;
        }
        let cosigned = signed.cosigned.iter();
        let note = { cosigned }.find(|note| note.text() == signed.last.text());
        files.put(
            CHECKPOINT,
            note.unwrap_or(&signed.last).to_string().as_bytes(),
        )?;
        sync_folder(to).map_err(failed)?;
        Ok((checkpoint, files.written))
    }
}

/// The heads of a log at two sizes, of which the second is not smaller.
fn heads(folder: &Path, [first, second]: [u64; 2]) -> Result<[TreeHead; 2], Error> {
    let mut tiles = TileBuilder::new(second);
    let mut before = tiles.head();
    let mut lines = covered(folder, second)?;
    while let Some(line) = lines.read()? {
        tiles.push(line).map_err(Error::damaged(ENTRIES))?;
        if tiles.size() == first {
            before = tiles.head();
        }
    }
    Ok([before, tiles.head()])
}

/// Files below a folder.
struct Files<'f> {
    to: &'f Path,
    /// The folders in which names have changed.
    touched: BTreeSet<PathBuf>,
    written: usize,
}

impl Files<'_> {
    /// Writes a file that is not there as it is, and does away with what it replaces.
    fn put(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let path = self.to.join(name);
        let done = self
            .replace(&path, bytes)
            .and_then(|()| match name.split_once(".p/") {
                None => self.remove(&path.with_extension("p")),
                Some(_) if name.starts_with("tile/entries/") => self.erase(&path, bytes),
                Some(_) => Ok(()),
            });
        done.map_err(Error::io(&path.display().to_string()))
    }

    fn replace(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        if fs::read(path).is_ok_and(|there| there == bytes) {
            return Ok(());
        }
        let folder = path.parent().unwrap_or(self.to);
        self.make(folder)?;
        replace(path, bytes)?;
        self.touched.insert(folder.to_owned());
        self.written += 1;
        Ok(())
    }

    /// Makes a folder, and those above it.
    fn make(&mut self, folder: &Path) -> io::Result<()> {
        if folder.is_dir() {
            return Ok(());
        }
        let above = folder.parent().unwrap_or(self.to);
        self.make(above)?;
        fs::create_dir(folder)?;
        self.touched.insert(above.to_owned());
        Ok(())
    }

    /// Removes the partial files whose full one is there.
    fn remove(&mut self, folder: &Path) -> io::Result<()> {
        match fs::remove_dir_all(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            removed => {
                self.touched.extend(folder.parent().map(Path::to_owned));
                removed
            }
        }
    }

    /// Writes what is redacted in a partial bundle into the smaller ones too, which readers of an older checkpoint may ask for.
    fn erase(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let entries = bundled(bytes).unwrap_or_default();
        if !entries
            .iter()
            .any(|entry| matches!(Line::read(entry), Ok(Line::Redacted(_))))
        {
            return Ok(());
        }
        for file in fs::read_dir(path.parent().unwrap_or(self.to))? {
            let file = file?;
            let width = file.file_name().to_str().and_then(|name| name.parse().ok());
            if let Some(fewer) = width.and_then(|width: usize| entries.get(..width)) {
                let length = fewer.iter().map(|entry| 2 + entry.len()).sum();
                self.replace(&file.path(), bytes.get(..length).unwrap_or(bytes))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use obmen::nomination::{Act, Entry, Hex, Hour, Reason};
    use tempfile::TempDir;

    use super::*;
    use crate::canonical::leaf_hash;
    use crate::log::{Note, PlaceProof, SigningKey, Signs, Tree};

    const ORIGIN: &str = "obmen.example.bg";

    fn line(seq: u64) -> String {
        let target = leaf_hash(&seq.to_be_bytes());
        let reason = Reason::Erasure;
        let entry = Entry {
            origin: ORIGIN.into(),
            seq,
            hour: Hour::at(1_772_442_000),
            edition: format!("2026-spring@{}", "ab".repeat(32)).into(),
            salt: Hex([5; 16]),
            act: Act::Void { target, reason },
        };
        entry.to_json()
    }

    struct World {
        folder: TempDir,
        lines: Vec<String>,
    }

    impl World {
        fn new() -> World {
            World {
                folder: TempDir::new().unwrap(),
                lines: (0..600).map(line).collect(),
            }
        }

        fn to(&self) -> PathBuf {
            self.folder.path().join("public")
        }

        /// Has the log so many entries, and its files written.
        fn write(&self, origin: &str, size: usize) -> Result<usize, &'static str> {
            let log = self.folder.path().join("log");
            fs::create_dir_all(&log).unwrap();
            let mut tree = Tree::default();
            let lines = self.lines.iter().map(String::as_str).take(size);
            tree.extend(
                lines
                    .clone()
                    .map(|line| Line::read(line.as_bytes()).unwrap().leaf()),
            );
            let key = SigningKey::new(origin, Signs::Notes, &[7; 32]).unwrap();
            let (origin, head) = (origin.to_owned(), tree.head());
            let mut note = Note::new(&Checkpoint { origin, head }.to_string()).unwrap();
            note.sign(&key, 0).unwrap();
            let text: String = lines.flat_map(|line| [line, "\n"]).collect();
            fs::write(log.join(ENTRIES), text).unwrap();
            fs::write(log.join(CHECKPOINT), note.to_string()).unwrap();
            self.again()
        }

        fn again(&self) -> Result<usize, &'static str> {
            let written = Published::write_tiles(&self.folder.path().join("log"), &self.to());
            written
                .map(|(_, files)| files)
                .map_err(|error| match error {
                    Error::Damaged { cause, .. } => cause.code(),
                    error => error.refusal().code(),
                })
        }

        fn redact(&mut self, at: usize) {
            let leaf = leaf_hash(self.lines[at].as_bytes());
            self.lines[at] = Line::redacted(leaf);
        }

        /// The files that are there, by their paths.
        fn names(&self) -> Vec<String> {
            let (mut names, mut folders) = (Vec::new(), vec![self.to()]);
            while let Some(folder) = folders.pop() {
                for file in fs::read_dir(folder).unwrap() {
                    let path = file.unwrap().path();
                    if path.is_dir() {
                        folders.push(path);
                    } else {
                        names.push(path.strip_prefix(self.to()).unwrap().display().to_string());
                    }
                }
            }
            names.sort();
            names
        }

        fn holds(&self, name: &str, text: &str) -> bool {
            let bytes = fs::read(self.to().join(name)).unwrap();
            bytes
                .windows(text.len())
                .any(|part| part == text.as_bytes())
        }

        /// Every entry is proven by the files alone.
        fn proves(&self, size: u64) {
            let note = fs::read_to_string(self.to().join(CHECKPOINT)).unwrap();
            let note = Note::read(&note).unwrap();
            let key = SigningKey::new(ORIGIN, Signs::Notes, &[7; 32]).unwrap();
            for index in (0..size).step_by(37) {
                let fetch = |path: &str| fs::read(self.to().join(path)).ok();
                let proof = PlaceProof::from_tiles(index, note.clone(), fetch).unwrap();
                let leaf = leaf_hash(line(index).as_bytes());
                proof.verify(leaf, key.verifier()).unwrap();
            }
        }
    }

    #[test]
    fn only_what_is_new_is_written_and_what_is_full_replaces_what_is_not() {
        let world = World::new();
        assert_eq!(world.write(ORIGIN, 0), Ok(1));
        assert_eq!(world.names(), ["checkpoint", "lock"]);
        assert_eq!(world.write(ORIGIN, 3), Ok(3));
        assert_eq!(world.again(), Ok(0));
        assert_eq!(world.write(ORIGIN, 200), Ok(3));
        // Who has the older checkpoint still finds its files.
        let names = ["checkpoint", "lock", "tile/0/000.p/200", "tile/0/000.p/3"];
        let bundles = ["tile/entries/000.p/200", "tile/entries/000.p/3"];
        assert_eq!(world.names(), [&names[..], &bundles].concat());
        world.proves(200);
        assert_eq!(world.write(ORIGIN, 300), Ok(6));
        let names = [
            "checkpoint",
            "lock",
            "tile/0/000",
            "tile/0/001.p/44",
            "tile/1/000.p/1",
        ];
        let bundles = ["tile/entries/000", "tile/entries/001.p/44"];
        assert_eq!(world.names(), [&names[..], &bundles].concat());
        world.proves(300);
        // One that stopped on its way is gone on with.
        fs::write(world.to().join("tile/0/002.new"), "half of one").unwrap();
        fs::create_dir(world.to().join("tile/0/002.p")).unwrap();
        assert_eq!(world.write(ORIGIN, 600), Ok(6));
        world.proves(600);
    }

    #[test]
    fn a_line_that_is_redacted_is_in_no_file_any_more() {
        let mut world = World::new();
        for size in [3, 5, 300, 302, 310] {
            world.write(ORIGIN, size).unwrap();
        }
        let tile = fs::read(world.to().join("tile/0/001.p/54")).unwrap();
        let salts: Vec<_> = [4, 301].map(|at| world.lines[at].clone()).into();
        world.redact(4);
        world.redact(301);
        // The log has not grown: the full bundle, and the partial ones with the line.
        assert_eq!(world.write(ORIGIN, 310), Ok(3));
        let bundles = [
            "tile/entries/000",
            "tile/entries/001.p/44",
            "tile/entries/001.p/46",
            "tile/entries/001.p/54",
        ];
        let named = world.names();
        assert!(
            bundles
                .iter()
                .all(|name| named.contains(&(*name).to_owned())),
            "{named:?}"
        );
        for name in named {
            assert!(salts.iter().all(|line| !world.holds(&name, line)), "{name}");
        }
        for name in &bundles[1..] {
            let bytes = fs::read(world.to().join(name)).unwrap();
            let entries = bundled(&bytes).unwrap();
            let lines = world.lines[256..].iter().map(String::as_bytes);
            assert!(entries.iter().copied().eq(lines.take(entries.len())));
        }
        assert_eq!(fs::read(world.to().join("tile/0/001.p/54")).unwrap(), tile);
        assert_eq!(world.again(), Ok(0));
        world.proves(310);
    }

    #[test]
    fn files_of_another_log_are_left_as_they_are() {
        let mut world = World::new();
        world.write(ORIGIN, 300).unwrap();
        let before = world.names();
        assert_eq!(world.write(ORIGIN, 299), Err("nomination/log-restored"));
        assert_eq!(
            world.write("other.example.bg", 301),
            Err("nomination/log-other-origin")
        );
        let own = world.lines[7].clone();
        world.lines[7] = line(8);
        assert_eq!(world.write(ORIGIN, 310), Err("nomination/log-restored"));
        world.lines[7] = own;
        world.write(ORIGIN, 310).unwrap();
        let log = world.folder.path().join("log");
        let entries = fs::read_to_string(log.join(ENTRIES)).unwrap();
        let longer = entries.clone() + &line(310) + "\n";
        fs::write(
            log.join(ENTRIES),
            longer.replacen("\"seq\":309", "\"seq\":308", 1),
        )
        .unwrap();
        fs::remove_dir_all(world.to()).unwrap();
        assert_eq!(world.again(), Err("nomination/log-other-root"));
        fs::write(
            log.join(ENTRIES),
            entries.replacen(&(line(309) + "\n"), "", 1),
        )
        .unwrap();
        assert_eq!(world.again(), Err("nomination/log-truncated"));
        fs::write(
            log.join(ENTRIES),
            entries.replacen("\"v\":1", "\"v\": 1", 1),
        )
        .unwrap();
        assert!(world.again().unwrap_err().starts_with("nomination/entry-"));
        assert_eq!(world.names(), ["lock"]);
        fs::write(log.join(ENTRIES), entries).unwrap();
        // All but the lock.
        assert_eq!(world.again(), Ok(before.len() - 1));
        fs::write(world.to().join(CHECKPOINT), "none").unwrap();
        assert_eq!(world.again(), Err("nomination/log-note-not-read"));
        let lock = fs::File::open(world.to().join(LOCK)).unwrap();
        lock.lock().unwrap();
        assert_eq!(world.again(), Err("nomination/log-locked"));
    }
}
