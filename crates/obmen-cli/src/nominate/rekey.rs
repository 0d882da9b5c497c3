//! `obmen nominate rekey`: other keys in the place of those that a site has.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use obmen::nomination::Policy;
use obmen_nominations::KeyFile;

use super::{chance, key_id, keys};
use crate::Outcome;
use crate::failure::Failure;
use crate::input;
use crate::options::now;

/// Change the keys of a file: after a leak, for the next edition, or when the appeals are over
///
/// The old file is overwritten with zeros; its copies and backups are for you to destroy.
#[derive(Debug, Args)]
pub(crate) struct Rekey {
    /// The file of keys, as `keygen` writes it
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    change: Change,
    /// The name of the new key, which is no secret [default: today's date and four digits of chance]
    #[arg(long, value_name = "ID", conflicts_with = "destroy")]
    id: Option<String>,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct Change {
    /// A new key of the site; what was given out under the one before it is still taken
    #[arg(long)]
    site: bool,
    /// A new key of the scope, since the old one may be known: once in an edition, and at every site of the scope
    #[arg(long)]
    scope: bool,
    /// A new key of the scope for the edition of this name
    #[arg(long, value_name = "NAME")]
    edition: Option<String>,
    /// No key of the scope any more, once the appeals of this policy are over: nobody finds out who voted
    #[arg(long, value_name = "POLICY")]
    destroy: Option<String>,
}

impl Rekey {
    pub(crate) fn run(&self) -> Outcome {
        let name = self.file.display().to_string();
        let mut file = KeyFile::read(&input::text(&name)?).map_err(Failure::refused(&name))?;
        let changed = if let Some(policy) = &self.change.destroy {
            let read = Policy::read(&input::text(policy)?).map_err(Failure::refused(policy))?;
            file.destroy_scope(&read, now())
        } else {
            let (id, chance) = (key_id(self.id.as_deref())?, chance()?);
            match &self.change.edition {
                Some(edition) => file.begin_edition(edition, &id, chance),
                None if self.change.scope => file.rotate_scope(&id, chance),
                None => file.rotate_site(&id, chance),
            }
        };
        changed.map_err(Failure::refused(&name))?;
        keys::replace(&self.file, keys::text(&file).as_bytes())?;
        Ok(ExitCode::SUCCESS)
    }
}
