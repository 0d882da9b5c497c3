//! `obmen nominate admit`: requests in, decisions out, votes into the log.

use std::borrow::Cow;
use std::io::{self, BufRead, Read, Write};
use std::process::ExitCode;

use clap::Args;
use obmen::nomination::check_practice;
use obmen_nominations::{Decision, MAX_REQUEST, Request};

use super::book::Book;
use super::chance;
use crate::Outcome;
use crate::failure::Failure;
use crate::input::{self, STDIN};
use crate::options::{Lang, now};

/// Judge requests, one a line, and record the votes that count
///
/// A line is `{"request": …, "known": …}`: what the visitor sent, and what the site knows: `caller` (an IP address),
/// `member` (true for who carried the practice out), `person` (whom it has identified). It is answered by a line before the
/// next one is read, and what counts is on the disk by then: `{"told": …}` for the visitor, with `send` beside it for what
/// goes to an address. One process at a time has the log.
#[derive(Debug, Args)]
pub(crate) struct Admit {
    #[command(flatten)]
    book: Book,
    /// Begin the log, under a key that has signed none yet
    #[arg(long)]
    new: bool,
    /// The practices that take part, one a line: flgr:20070736, and `closed` behind one that takes no more votes
    #[arg(long, value_name = "FILE")]
    practices: String,
    /// Requests as JSON Lines; `-` is standard input
    #[arg(value_name = "REQUESTS", default_value = STDIN)]
    requests: String,
}

impl Admit {
    pub(crate) fn run(&self, lang: Lang) -> Outcome {
        let practices = input::text(&self.practices)?;
        let practices = self.practices(&practices)?;
        let mut admission = self.book.begin(self.new, lang)?;
        for (practice, is_open) in practices {
            let told = if is_open {
                admission.open(practice)
            } else {
                admission.close(practice)
            };
            told.map_err(Failure::refused(practice))?;
        }
        let mut requests = input::open(&self.requests)?.reader;
        let mut target = io::stdout().lock();
        let mut line = Vec::new();
        loop {
            let read = next_line(&mut *requests, &mut line);
            if !read.map_err(Failure::read(&self.requests))? {
                return Ok(ExitCode::SUCCESS);
            }
            let text = text(&line);
            if text.trim().is_empty() {
                continue;
            }
            let read = Request::read_with_known(&text);
            let decision = match &read {
                Ok((request, known)) => admission
                    .admit(request, known, now(), chance()?)
                    .map_err(self.book.failed())?,
                Err(refusal) => Decision::Refused(refusal.clone()),
            };
            writeln!(target, "{}", answer(&decision, lang))
                .and_then(|()| target.flush())
                .map_err(Failure::write("stdout"))?;
        }
    }

    /// Returns the practices of a text, and whether each takes votes.
    fn practices<'t>(&self, text: &'t str) -> Result<Vec<(&'t str, bool)>, Failure> {
        let mut practices = Vec::new();
        for (line, number) in text.lines().zip(1..) {
            let line = line.trim();
            let closed = line
                .split_once(char::is_whitespace)
                .filter(|(_, word)| word.trim() == "closed");
            let (practice, is_open) =
                closed.map_or((line, true), |(practice, _)| (practice, false));
            if practice.is_empty() {
                continue;
            }
            check_practice(practice).map_err(Failure::refused(format_args!(
                "{}:{number}",
                self.practices
            )))?;
            practices.push((practice, is_open));
        }
        Ok(practices)
    }
}

/// Reads the next line; of one that is too long for a request, as much as is needed to refuse it.
fn next_line(requests: &mut dyn BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let most = MAX_REQUEST + 2;
    requests.take(most as u64).read_until(b'\n', line)?;
    if line.len() == most && !line.ends_with(b"\n") {
        requests.skip_until(b'\n')?;
    }
    Ok(!line.is_empty())
}

/// Returns the line that answers a request.
fn answer(decision: &Decision<'_>, lang: Lang) -> String {
    let told = decision.to_json(lang.into());
    match decision.message() {
        Some(message) => format!(r#"{{"told":{told},"send":{}}}"#, message.to_json()),
        None => format!(r#"{{"told":{told}}}"#),
    }
}

/// Returns a line as text. What is not UTF-8 is no JSON either: the line is cut there, so that it is refused, and no
/// identity is mended into another.
fn text(line: &[u8]) -> Cow<'_, str> {
    match line.utf8_chunks().next() {
        Some(chunk) if chunk.invalid().is_empty() => chunk.valid().into(),
        Some(chunk) => format!("{}\u{fffd}", chunk.valid()).into(),
        None => "".into(),
    }
}
