//! `obmen`: an exchange's page becomes a checked record, a register is checked, mended, converted; votes are taken.

mod check;
mod convert;
mod diff;
mod excerpt;
mod explain;
mod failure;
mod import;
mod input;
mod mend;
mod nominate;
mod options;
mod report;
mod rules;
mod schema;
mod words;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use failure::Failure;
use options::Lang;

/// Practices of local government: import pages, check records, mend them, convert them, vote.
///
/// Exit codes: 0 done; 1 `check` found an error; 2 could not run.
#[derive(Parser)]
#[command(name = "obmen", version, max_term_width = 100)]
struct Command {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    Import(import::Import),
    Check(check::Check),
    Explain(explain::Explain),
    Rules(rules::Rules),
    Schema(schema::Schema),
    Convert(convert::Convert),
    Nominate(nominate::Nominate),
}

fn main() -> ExitCode {
    let (language, done) = match Command::parse().verb {
        Verb::Import(import) => (import.lang, import.run()),
        Verb::Check(check) => (check.lang, check.run()),
        Verb::Explain(explain) => (explain.lang, explain.run()),
        Verb::Rules(rules) => (rules.lang, rules.run()),
        Verb::Schema(schema) => (Lang::default(), schema.run()),
        Verb::Convert(convert) => (convert.lang, convert.run()),
        Verb::Nominate(nominate) => (nominate.lang, nominate.run()),
    };
    done.unwrap_or_else(|failure| failure.tell(language))
}

/// What a run came to.
type Outcome = Result<ExitCode, Failure>;

/// `check` found an error.
const UNSOUND: u8 = 1;
/// Could not run.
const FAILED: u8 = 2;
