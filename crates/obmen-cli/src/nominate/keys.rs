//! Files of keys: for their owner alone, never written over by mistake, and changed as a whole.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use obmen_nominations::{KeyFile, Zeroizing};

use crate::failure::Failure;

/// Returns keys as a text of one line.
pub(super) fn text(file: &KeyFile) -> Zeroizing<String> {
    let text = file.text();
    let mut line = Zeroizing::new(String::with_capacity(text.len() + 1));
    line.push_str(&text);
    line.push('\n');
    line
}

/// Writes a file that is not there yet, for its owner alone.
pub(super) fn write_new(path: &Path, text: &[u8]) -> Result<(), Failure> {
    let name = path.display();
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Failure::KeysThere {
            file: name.to_string(),
        },
        _ => Failure::write(&name)(error),
    })?;
    file.write_all(text)
        .and_then(|()| file.sync_all())
        .map_err(|error| {
            // Half a key is of no use, and would be in the way of the next try.
            let _ = fs::remove_file(path);
            Failure::write(&name)(error)
        })
}

/// Puts a text in the place of a file, whole or not at all, and zeros where the old one was.
pub(super) fn replace(path: &Path, text: &[u8]) -> Result<(), Failure> {
    let failed = |error| Failure::write(path.display())(error);
    let mut new = path.to_owned().into_os_string();
    new.push(".new");
    let new = Path::new(&new);
    let mut old = OpenOptions::new().write(true).open(path).map_err(failed)?;
    let size = old.metadata().map_err(failed)?.len();
    write_new(new, text)?;
    fs::rename(new, path).map_err(failed)?;
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    #[cfg(unix)]
    File::open(folder.unwrap_or(Path::new(".")))
        .and_then(|folder| folder.sync_all())
        .map_err(failed)?;
    io::copy(&mut io::Read::take(io::repeat(0), size), &mut old)
        .and_then(|_| old.sync_all())
        .map_err(failed)
}
