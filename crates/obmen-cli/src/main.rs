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

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use failure::Failure;
use options::Lang;

/// Practices of local government: import pages, check records, mend them, convert them, vote.
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

/// The one rule of exit codes, under the help of every command; `Failure::exit` follows it.
///
/// What a command finds in the course of its work it tells and ends with 0: `admit` answers each request, `tally` counts all
/// that counts, `check` reports warnings and hints that nobody has denied.
const EXIT_CODES: &str =
    "Exit codes: 0 done; 1 what was given was refused, or found wrong; 2 could not run";

fn main() -> ExitCode {
    let matches = with_exit_codes(Command::command()).get_matches();
    let command = Command::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    let (language, done) = match command.verb {
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

fn with_exit_codes(command: clap::Command) -> clap::Command {
    command
        .after_help(EXIT_CODES)
        .mut_subcommands(with_exit_codes)
}

/// What a run came to.
type Outcome = Result<ExitCode, Failure>;

/// What was given was judged, and refused or found wrong.
const UNSOUND: u8 = 1;
/// Could not run: nothing was judged.
const FAILED: u8 = 2;
