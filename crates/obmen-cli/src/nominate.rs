//! `obmen nominate`: votes, from the keys of a site to its log.

mod admit;
mod book;
mod issue;
mod keygen;
mod keys;
mod prove;
mod rekey;
mod solve;
mod tally;
mod tiles;
mod trust;

use clap::{Args, Subcommand};
use obmen::nomination::{Hour, Policy, check_origin};
use obmen_nominations::{Admission, KeyFile, Store};

use crate::Outcome;
use crate::failure::Failure;
use crate::input;
use crate::options::{Lang, now};

/// Take votes: make keys, give challenges out, solve them, admit votes into a log; have it witnessed, verify it, count it
#[derive(Debug, Args)]
pub(crate) struct Nominate {
    #[command(subcommand)]
    act: Act,
    /// The language of messages
    #[arg(long, value_enum, default_value_t, value_name = "LANG", global = true)]
    pub(crate) lang: Lang,
}

#[derive(Debug, Subcommand)]
enum Act {
    Keygen(keygen::Keygen),
    Rekey(rekey::Rekey),
    Issue(issue::Issue),
    Solve(solve::Solve),
    Admit(admit::Admit),
    Withdraw(book::Withdraw),
    Void(book::Void),
    Close(book::Close),
    Handover(book::Handover),
    Checkpoint(prove::Checkpoints),
    Witness(prove::Witness),
    Prove(prove::Prove),
    Verify(prove::Verify),
    Tiles(tiles::Tiles),
    Merge(tally::Merge),
    Tally(tally::Count),
}

impl Nominate {
    pub(crate) fn run(&self) -> Outcome {
        match &self.act {
            Act::Keygen(keygen) => keygen.run(self.lang),
            Act::Rekey(rekey) => rekey.run(),
            Act::Issue(issue) => issue.run(),
            Act::Solve(solve) => solve.run(self.lang),
            Act::Admit(admit) => admit.run(self.lang),
            Act::Withdraw(withdraw) => withdraw.run(self.lang),
            Act::Void(void) => void.run(self.lang),
            Act::Close(close) => close.run(self.lang),
            Act::Handover(handover) => handover.run(self.lang),
            Act::Checkpoint(checkpoint) => checkpoint.run(),
            Act::Witness(witness) => witness.run(),
            Act::Prove(prove) => prove.run(),
            Act::Verify(verify) => verify.run(),
            Act::Tiles(tiles) => tiles.run(),
            Act::Merge(merge) => merge.run(self.lang),
            Act::Tally(tally) => tally.run(self.lang),
        }
    }
}

/// Whose votes are taken, and how.
#[derive(Debug, Args)]
struct Site {
    /// The policy of the edition, as JSON
    #[arg(long, value_name = "FILE")]
    policy: String,
    /// The keys, as `keygen` writes them
    #[arg(long, value_name = "FILE")]
    keys: String,
    /// The site, by the name of its log, such as obmen.example.bg
    #[arg(long = "site", value_name = "ORIGIN")]
    origin: String,
}

impl Site {
    /// Returns the admission of the site. No store is touched before everything else is found to be in order.
    fn admission<S: Store>(
        &self,
        store: impl FnOnce() -> Result<S, Failure>,
    ) -> Result<Admission<S>, Failure> {
        check_origin(&self.origin).map_err(Failure::refused("--site"))?;
        let policy =
            Policy::read(&input::text(&self.policy)?).map_err(Failure::refused(&self.policy))?;
        let keys = KeyFile::read(&input::text(&self.keys)?)
            .and_then(|file| file.keys())
            .map_err(Failure::refused(&self.keys))?;
        Admission::new(&self.origin, policy, keys, store()?).map_err(Failure::refused(&self.keys))
    }
}

/// Returns bytes of the system's randomness. Only here does the command ask for it.
fn chance<const N: usize>() -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(Failure::Chance)?;
    Ok(bytes)
}

/// Returns the name of a new key: that which was given, or one that no other key has.
fn key_id(given: Option<&str>) -> Result<String, Failure> {
    if let Some(id) = given {
        return Ok(id.to_owned());
    }
    let [one, two] = chance()?;
    Ok(format!("{}-{one:02x}{two:02x}", Hour::at(now()).date()))
}
