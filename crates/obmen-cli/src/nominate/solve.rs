//! `obmen nominate solve`: the work that a challenge demands.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use obmen_nominations::{Found, answer, search};

use crate::Outcome;
use crate::failure::Failure;
use crate::input::{self, STDIN};
use crate::options::Lang;
use crate::words::say;

/// So many keys are tried before the number on the terminal moves.
const SLICE: u32 = 16;

/// Solve a challenge of obmen, or any of ALTCHA's version 2 by SHA-256 or PBKDF2; the answer is Base64
#[derive(Debug, Args)]
pub(crate) struct Solve {
    /// A challenge as JSON; `-` is standard input
    #[arg(value_name = "FILE", default_value = STDIN)]
    file: String,
}

impl Solve {
    pub(crate) fn run(&self, lang: Lang) -> Outcome {
        let challenge = input::text(&self.file)?;
        let mut search = search(&challenge).map_err(Failure::refused(&self.file))?;
        let progress = progress(lang);
        let found = loop {
            match search.step(SLICE) {
                Found::NotYet => progress.set_position(search.tried()),
                Found::Key { counter, key } => break Some(answer(&challenge, counter, &key)),
                Found::Nothing => break None,
            }
        };
        progress.finish_and_clear();
        let Some(answer) = found else {
            return Err(Failure::NoSolution {
                file: self.file.clone(),
            });
        };
        writeln!(io::stdout(), "{answer}").map_err(Failure::write("stdout"))?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Nobody knows how many keys it takes, so that there is no end to show.
fn progress(lang: Lang) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner().with_message(say(lang, "keys tried", "опитани ключа"));
    bar.enable_steady_tick(Duration::from_millis(100));
    match ProgressStyle::with_template("{spinner} {pos} {msg}, {per_sec}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
