//! `obmen nominate keygen`: new keys.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use obmen_nominations::log::{SigningKey, Signs};
use obmen_nominations::{KeyFile, Zeroizing};

use super::{chance, key_id, keys};
use crate::Outcome;
use crate::failure::Failure;
use crate::options::Lang;
use crate::words::say;

/// Make keys, of the system's randomness
///
/// With `--edition` those of a site and of a scope: whoever has them can forge votes and find out who voted. Sites that count
/// a person once together have one key of their scope: one of them makes it, and the others put it in the place of theirs.
/// With `--log` or `--witness` the key that signs checkpoints; what verifies them is written to standard error.
#[derive(Debug, Args)]
pub(crate) struct Keygen {
    #[command(flatten)]
    kind: Kind,
    /// The name of the keys of an edition, which is no secret [default: today's date and four digits of chance]
    #[arg(long, value_name = "ID", requires = "edition")]
    id: Option<String>,
    /// Where to write: a new file that only its owner can read [default: standard output]
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct Kind {
    /// Keys for an edition, by its name: 2026-spring
    #[arg(long, value_name = "NAME")]
    edition: Option<String>,
    /// The key of a log, by its name: obmen.example.bg
    #[arg(long, value_name = "ORIGIN")]
    log: Option<String>,
    /// The key of a witness, by its name
    #[arg(long, value_name = "NAME")]
    witness: Option<String>,
}

impl Keygen {
    pub(crate) fn run(&self, lang: Lang) -> Outcome {
        let (text, hint) = self.kind.make(self.id.as_deref(), lang)?;
        match &self.output {
            Some(path) => keys::write_new(path, text.as_bytes())?,
            None => io::stdout()
                .write_all(text.as_bytes())
                .map_err(Failure::write("stdout"))?,
        }
        // Nothing can be said about a standard error that is gone.
        let _ = writeln!(io::stderr(), "{hint}");
        Ok(ExitCode::SUCCESS)
    }
}

impl Kind {
    /// Returns new keys as text, and what is said of them.
    fn make(&self, id: Option<&str>, lang: Lang) -> Result<(Zeroizing<String>, String), Failure> {
        let signing = [
            ("--log", &self.log, Signs::Notes),
            ("--witness", &self.witness, Signs::Cosignatures),
        ];
        for (option, name, signs) in signing {
            let Some(name) = name else { continue };
            let seed = Zeroizing::new(chance()?);
            let key = SigningKey::new(name, signs, &seed).map_err(Failure::refused(option))?;
            let text = Zeroizing::new(format!("{}\n", key.text().as_str()));
            return Ok((text, key.verifier().to_string()));
        }
        let edition = self.edition.as_deref().unwrap_or_default();
        let id = key_id(id)?;
        let file = KeyFile::new(edition, &id, chance()?, chance()?);
        let text = keys::text(&file.map_err(Failure::refused("--id"))?);
        let hint = say(
            lang,
            "only the site may read these keys (chmod 600): whoever has them can forge votes and find out who voted",
            "само сайтът трябва да може да чете тези ключове (chmod 600): с тях могат да се подправят гласове и да се открие кой е гласувал",
        );
        Ok((text, format!("obmen: {hint}")))
    }
}
