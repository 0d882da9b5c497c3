//! What a log's files are to it: few operations, so that a database or a test can stand in their place.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// The file whose lock a folder's user has.
pub(super) const LOCK: &str = "lock";

/// Files by name, for one user at a time. A file that is not there is empty.
pub trait Storage {
    /// Reads from a place of a file on, as many bytes as there are and fit; 0 at its end.
    ///
    /// # Errors
    /// What went wrong outside.
    fn read(&self, name: &str, at: u64, buffer: &mut [u8]) -> io::Result<usize>;

    /// Appends to a file. Before it is synced, any part may be lost when the machine stops.
    ///
    /// # Errors
    /// What went wrong outside; how much was appended is then not known. `WouldBlock` when another has the file.
    fn append(&mut self, name: &str, bytes: &[u8]) -> io::Result<()>;

    /// Makes what was appended to a file durable.
    ///
    /// # Errors
    /// What went wrong outside; what is durable is then not known.
    fn sync(&mut self, name: &str) -> io::Result<()>;

    /// Cuts a file to a size, durably.
    ///
    /// # Errors
    /// What went wrong outside.
    fn cut(&mut self, name: &str, size: u64) -> io::Result<()>;

    /// Puts other bytes in the place of a file, durably: whatever happens, it holds the old ones or the new.
    ///
    /// # Errors
    /// What went wrong outside; which of the two it holds is then not known.
    fn replace(&mut self, name: &str, bytes: &[u8]) -> io::Result<()>;
}

/// Reads a file from its beginning.
pub(crate) struct Reader<'s, S> {
    pub(crate) storage: &'s S,
    pub(crate) name: &'s str,
    pub(crate) at: u64,
}

impl<S: Storage> Read for Reader<'_, S> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let size = self.storage.read(self.name, self.at, buffer)?;
        self.at += size as u64;
        Ok(size)
    }
}

/// The files of a folder, under the lock of its file `lock`.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// The file `lock`, and those that were written: open and locked too, as a lock that somebody deleted locks nobody out.
    files: BTreeMap<String, Locked>,
}

impl Folder {
    /// Opens a folder, which is made when it is not there.
    ///
    /// # Errors
    /// `WouldBlock` when another has it open; else what the system said.
    pub fn open(path: &Path) -> io::Result<Folder> {
        match std::fs::create_dir(path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => (),
            made => made.and_then(|()| sync_folder(&path.canonicalize()?.join("..")))?,
        }
        let lock = Locked::now(&path.join(LOCK))?;
        Ok(Folder {
            path: path.to_owned(),
            files: BTreeMap::from([(LOCK.to_owned(), lock)]),
        })
    }

    fn file(&mut self, name: &str) -> io::Result<&mut File> {
        if !self.files.contains_key(name) {
            let file = writable().create(true).open(self.path.join(name))?;
            let file = Locked::readable(file)?;
            sync_folder(&self.path)?;
            self.files.insert(name.to_owned(), file);
        }
        self.files
            .get_mut(name)
            .map(|locked| &mut locked.file)
            .ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

impl Storage for Folder {
    fn read(&self, name: &str, at: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let Some(mut file) = open(&self.path.join(name))? else {
            return Ok(0);
        };
        file.seek(SeekFrom::Start(at))?;
        file.read(buffer)
    }

    fn append(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let file = self.file(name)?;
        file.seek(SeekFrom::End(0))?;
        file.write_all(bytes)
    }

    fn sync(&mut self, name: &str) -> io::Result<()> {
        self.file(name)?.sync_data()
    }

    fn cut(&mut self, name: &str, size: u64) -> io::Result<()> {
        let file = self.file(name)?;
        file.set_len(size)?;
        file.sync_all()
    }

    fn replace(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let file = replace(&self.path.join(name), bytes)?;
        self.files.insert(name.to_owned(), file);
        sync_folder(&self.path)
    }
}

/// Opens a file to read it; `None` when it is not there. A pipe, which would be waited for, is refused.
pub(super) fn open(path: &Path) -> io::Result<Option<File>> {
    match std::fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        metadata => {
            if metadata?.is_file() {
                return File::open(path).map(Some);
            }
            let kind = io::ErrorKind::InvalidInput;
            Err(io::Error::new(kind, "not a regular file"))
        }
    }
}

/// Puts other bytes in the place of a file: whatever happens, it holds the old ones or the new, which are durable once its
/// folder is [synced](sync_folder). Gives the new file, locked.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<Locked> {
    let mut new = path.as_os_str().to_owned();
    new.push(".new");
    let file = writable().create(true).truncate(true).open(&new)?;
    let mut file = Locked::readable(file)?;
    file.file.write_all(bytes)?;
    file.file.sync_all()?;
    std::fs::rename(&new, path)?;
    Ok(file)
}

/// An open file under its lock, which ends with it. To close the file alone would not end the lock while a process that was
/// begun meanwhile still has it open, as each has until it runs its own program.
#[derive(Debug)]
pub(super) struct Locked {
    file: File,
    /// The process that has the lock: a copy of it, which shares the open file, must not end it.
    process: u32,
}

impl Locked {
    /// Locks the file at a path, which is made when it is not there, or fails with `WouldBlock`.
    pub(super) fn now(path: &Path) -> io::Result<Locked> {
        let file = writable().create(true).open(path)?;
        file.try_lock()?;
        Ok(Locked::of(file))
    }

    /// Locks the file at a path, which is made when it is not there, once nobody else has it locked.
    pub(super) fn in_turn(path: &Path) -> io::Result<Locked> {
        let file = writable().create(true).open(path)?;
        file.lock()?;
        Ok(Locked::of(file))
    }

    fn of(file: File) -> Locked {
        let process = std::process::id();
        Locked { file, process }
    }

    /// Locks a file, where others can still read what is locked.
    fn readable(file: File) -> io::Result<Locked> {
        if cfg!(unix) {
            file.try_lock()?;
        }
        Ok(Locked::of(file))
    }
}

impl Drop for Locked {
    fn drop(&mut self) {
        if self.process == std::process::id() {
            // Where this fails, the lock ends as the file is closed.
            let _ = self.file.unlock();
        }
    }
}

/// Makes the names in a folder durable, where the system can be told to.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_ends_though_another_process_has_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let mut first = Folder::open(folder.path()).unwrap();
        first.append("entries", b"").unwrap();
        // What a process has, begun by another thread, before it runs its own program.
        let theirs = [LOCK, "entries"].map(|name| first.files[name].file.try_clone().unwrap());
        let locked = Folder::open(folder.path()).unwrap_err();
        assert_eq!(locked.kind(), io::ErrorKind::WouldBlock);
        drop(first);
        let mut second = Folder::open(folder.path()).unwrap();
        second.append("entries", b"").unwrap();
        drop(theirs);
    }
}
