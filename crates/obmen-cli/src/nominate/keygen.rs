//! `obmen nominate keygen`: new keys.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use obmen::nomination::Hour;
use obmen_nominations::Keys;

use super::chance;
use crate::Outcome;
use crate::failure::Failure;
use crate::options::{Lang, now};
use crate::words::say;

/// Make the keys of a site and of a scope, of the system's randomness
///
/// Whoever has them can forge votes and find out who voted. Sites that count a person once together have one key of
/// their scope: one of them makes it, and the others put it in the place of theirs.
#[derive(Debug, Args)]
pub(crate) struct Keygen {
    /// The name of the keys, which is no secret [default: today's date]
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// Where to write: a new file that only its owner can read [default: standard output]
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Keygen {
    pub(crate) fn run(&self, lang: Lang) -> Outcome {
        let id = self
            .id
            .clone()
            .unwrap_or_else(|| Hour::at(now()).date().to_string());
        let keys = Keys::text(&id, chance()?, chance()?).map_err(Failure::refused("--id"))?;
        let text = [keys.as_bytes(), b"\n"].concat();
        match &self.output {
            Some(path) => write_new(path, &text)?,
            None => io::stdout()
                .write_all(&text)
                .map_err(Failure::write("stdout"))?,
        }
        let hint = say(
            lang,
            "only the site may read these keys (chmod 600): whoever has them can forge votes and find out who voted",
            "само сайтът бива да чете тези ключове (chmod 600): с тях могат да се подправят гласове и да се открие кой е гласувал",
        );
        // Nothing can be said about a standard error that is gone.
        let _ = writeln!(io::stderr(), "obmen: {hint}");
        Ok(ExitCode::SUCCESS)
    }
}

/// Writes a file that is not there yet, for its owner alone.
fn write_new(path: &Path, text: &[u8]) -> Result<(), Failure> {
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
