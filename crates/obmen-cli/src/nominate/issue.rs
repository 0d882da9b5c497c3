//! `obmen nominate issue`: a challenge, or the code of a picture.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use obmen_nominations::{Action, Memory};

use super::{Site, chance};
use crate::Outcome;
use crate::failure::Failure;
use crate::options::now;

/// Give out a challenge, as JSON for the visitor's browser
#[derive(Debug, Args)]
pub(crate) struct Issue {
    #[command(flatten)]
    site: Site,
    /// What is voted for: a register and a key there, such as flgr:20070736
    #[arg(long, value_name = "KEY")]
    practice: String,
    /// What the solution is for
    #[arg(long, value_enum, default_value_t, value_name = "ACTION")]
    action: For,
    /// Give out the code of a picture and the token that goes with it, in place of a challenge
    #[arg(long, conflicts_with = "action")]
    picture: bool,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum For {
    /// A vote
    #[default]
    Vote,
    /// A message to an e-mail address, which proves it
    Confirm,
}

impl Issue {
    pub(crate) fn run(&self) -> Outcome {
        let practice = &self.practice;
        let mut admission = self.site.admission(|| Ok(Memory::default()))?;
        let told = admission.open(practice);
        told.map_err(Failure::refused("--practice"))?;
        let issued = if self.picture {
            admission
                .picture(practice, now(), chance()?)
                // Two strings: nothing of them fails to be JSON.
                .map(|picture| serde_json::to_string(&picture).unwrap_or_default())
        } else {
            let action = match self.action {
                For::Vote => Action::Vote,
                For::Confirm => Action::Confirm,
            };
            admission.challenge(practice, action, now(), chance()?)
        };
        let issued = issued.map_err(Failure::refused(practice))?;
        writeln!(io::stdout(), "{issued}").map_err(Failure::write("stdout"))?;
        Ok(ExitCode::SUCCESS)
    }
}
