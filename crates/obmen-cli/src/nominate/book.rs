//! A site's log, opened to be written.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use obmen::nomination::{Hex, Reason};
use obmen_nominations::fs::{self as log, FileStore, Options, Published};
use obmen_nominations::log::{Note, SigningKey};
use obmen_nominations::{Admission, Recorded, Refusal};
use serde::Deserialize;

use super::{Site, chance};
use crate::Outcome;
use crate::failure::Failure;
use crate::input::{self, STDIN};
use crate::options::{Lang, now};

/// A site, its log, and the key that signs it.
#[derive(Debug, Args)]
pub(super) struct Book {
    #[command(flatten)]
    site: Site,
    /// The folder of the log
    #[arg(long, value_name = "DIR")]
    pub(super) log: PathBuf,
    /// The signing key of the log, as `keygen --log` writes it
    #[arg(long, value_name = "FILE")]
    key: String,
    /// A checkpoint that others have seen of the log, such as a witness; a log that does not continue it is not opened
    #[arg(long, value_name = "FILE")]
    seen: Vec<String>,
    /// Forget what of the file `nonces` cannot be read, once all that was given out has expired
    #[arg(long)]
    forget_nonces: bool,
}

impl Book {
    /// Opens the log in the folder in which it was begun.
    pub(super) fn admission(&self, lang: Lang) -> Result<Admission<FileStore>, Failure> {
        self.begin(false, lang)
    }

    /// Opens the log, or begins it, where none was.
    pub(super) fn begin(&self, new: bool, lang: Lang) -> Result<Admission<FileStore>, Failure> {
        let key = signing_key(&self.key)?;
        let options = Options {
            new,
            seen: self.seen()?,
            forget_nonces: self.forget_nonces,
            ..Options::default()
        };
        let origin = &self.site.origin;
        let admission = self.site.admission(|| {
            FileStore::open_with(&self.log, origin, key, now(), &options).map_err(self.failed())
        })?;
        let lines = admission.store().cut();
        if lines > 0 {
            Failure::Cut {
                folder: self.log.display().to_string(),
                lines,
            }
            .tell(lang);
        }
        Ok(admission)
    }

    /// What others have seen: what was named, and what witnesses have cosigned beside the log.
    fn seen(&self) -> Result<Vec<Note>, Failure> {
        let mut seen = Vec::new();
        for file in &self.seen {
            seen.push(Note::read(&input::text(file)?).map_err(Failure::refused(file))?);
        }
        seen.extend(Published::read_cosigned(&self.log).map_err(self.failed())?);
        Ok(seen)
    }

    pub(super) fn failed(&self) -> impl FnOnce(log::Error) -> Failure + use<> {
        Failure::log(&self.log)
    }

    /// Takes a vote of the log back, by its leaf hash; or says that there is none.
    fn take_back(
        &self,
        admission: &mut Admission<FileStore>,
        leaf: Hex<32>,
        act: impl FnOnce(
            &mut Admission<FileStore>,
            &str,
        ) -> Result<Result<Recorded, Refusal>, log::Error>,
    ) -> Result<Result<Recorded, Refusal>, Failure> {
        match admission.store().find(leaf).map_err(self.failed())? {
            Some((_, line)) => act(admission, &line).map_err(self.failed()),
            None => Ok(Err(Refusal::unknown_vote(leaf))),
        }
    }
}

pub(super) fn signing_key(file: &str) -> Result<SigningKey, Failure> {
    SigningKey::read(input::text(file)?.trim_end()).map_err(Failure::refused(file))
}

/// Take votes of the log back for their voters
///
/// A line is a receipt, with at least the `leaf` and the `withdrawal` that the voter was given, or the line of `admit` that
/// has them. It is answered by `{"recorded": …}` with the entry, or by what is wrong.
#[derive(Debug, Args)]
pub(crate) struct Withdraw {
    #[command(flatten)]
    book: Book,
    /// Receipts as JSON Lines; `-` is standard input
    #[arg(value_name = "RECEIPTS", default_value = STDIN)]
    receipts: String,
}

/// Take votes of the log back for the site
///
/// Each is answered by `{"recorded": …}` with the entry, by `{"redacted": …}` with the hash of a vote that was void before
/// and is erased, or by what is wrong.
#[derive(Debug, Args)]
pub(crate) struct Void {
    #[command(flatten)]
    book: Book,
    /// Why
    #[arg(long, value_enum, value_name = "REASON")]
    reason: Why,
    /// Erase the line of the vote too, also when it is void already: of it only the hash is left, by which all proofs still
    /// hold
    #[arg(long)]
    redact: bool,
    /// The votes, by their leaf hashes
    #[arg(value_name = "LEAF", required = true)]
    leaves: Vec<Hex<32>>,
}

/// Record that the edition is over, and what it came to
///
/// What `tally --policy` prints is read. Of the site's edition the hash of the result and the number of votes stand in the
/// entry; whoever counts again sees whether they are true.
#[derive(Debug, Args)]
pub(crate) struct Close {
    #[command(flatten)]
    book: Book,
    /// The tally as JSON; `-` is standard input
    #[arg(value_name = "TALLY", default_value = STDIN)]
    tally: String,
}

/// Hand the log over to another key
///
/// The entry that names it is signed by the old key for the last time; from then on use the new one.
#[derive(Debug, Args)]
pub(crate) struct Handover {
    #[command(flatten)]
    book: Book,
    /// The new signing key, as `keygen --log` writes it
    #[arg(long, value_name = "FILE")]
    next: String,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Why {
    /// The voter asked for erasure
    Erasure,
    /// The vote was not cast as the policy demands
    Irregular,
    /// It was recorded by mistake
    Mistake,
    /// A court or an authority ordered it
    Order,
}

/// What a voter was given, as a receipt or as `admit` prints it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Receipt {
    Told { told: Given },
    Given(Given),
}

#[derive(Deserialize)]
struct Given {
    leaf: Hex<32>,
    withdrawal: Hex<32>,
}

#[derive(Deserialize)]
struct Tallied {
    editions: Vec<TalliedEdition>,
}

#[derive(Deserialize)]
struct TalliedEdition {
    edition: String,
    policy: bool,
    votes: u64,
    hash: Hex<32>,
}

impl Withdraw {
    pub(crate) fn run(&self, lang: Lang) -> Outcome {
        let mut admission = self.book.admission(lang)?;
        let text = input::text(&self.receipts)?;
        let lines = text.lines().zip(1_usize..);
        let receipt = |(line, number): (&str, usize)| {
            let receipt = serde_json::from_str(line).map_err(|_| Failure::NoReceipt {
                file: self.receipts.clone(),
                line: number,
            })?;
            let (Receipt::Told { told: given } | Receipt::Given(given)) = receipt;
            Ok(given)
        };
        // All are read before the first is recorded.
        let receipts = lines.filter(|(line, _)| !line.trim().is_empty());
        let receipts = receipts.map(receipt).collect::<Result<Vec<_>, Failure>>()?;
        let mut answers = Answers::new(lang);
        for given in receipts {
            let chance = chance()?;
            let withdraw = |admission: &mut Admission<_>, vote: &str| {
                admission.withdraw(vote, given.withdrawal, now(), chance)
            };
            answers.tell(self.book.take_back(&mut admission, given.leaf, withdraw)?)?;
        }
        Ok(answers.outcome)
    }
}

impl Void {
    pub(crate) fn run(&self, lang: Lang) -> Outcome {
        let reason = match self.reason {
            Why::Erasure => Reason::Erasure,
            Why::Irregular => Reason::Irregular,
            Why::Mistake => Reason::Mistake,
            Why::Order => Reason::Order,
        };
        let mut admission = self.book.admission(lang)?;
        let mut answers = Answers::new(lang);
        let mut untold = Vec::new();
        for leaf in &self.leaves {
            let chance = chance()?;
            let void = |admission: &mut Admission<_>, vote: &str| {
                admission.void(vote, reason, now(), chance)
            };
            let recorded = self.book.take_back(&mut admission, *leaf, void)?;
            // What is to be erased may be void already.
            let is_told = recorded.is_ok() || !self.redact;
            if is_told {
                answers.tell(recorded)?;
            }
            untold.push(!is_told);
        }
        if self.redact {
            let redacted = admission.store_mut().redact(&self.leaves);
            let redacted = redacted.map_err(self.book.failed())?;
            for ((leaf, redacted), untold) in self.leaves.iter().zip(redacted).zip(untold) {
                match redacted {
                    Ok(()) if untold => print(&format!(r#"{{"redacted":"{leaf}"}}"#))?,
                    Ok(()) => (),
                    Err(refusal) => answers.tell(Err(refusal))?,
                }
            }
        }
        Ok(answers.outcome)
    }
}

impl Close {
    pub(crate) fn run(&self, lang: Lang) -> Outcome {
        let mut admission = self.book.admission(lang)?;
        let text = input::text(&self.tally)?;
        let unread = || Failure::NoTally {
            file: self.tally.clone(),
            edition: admission.edition().to_owned(),
        };
        let tally: Tallied = serde_json::from_str(&text).map_err(|_| unread())?;
        // What was not held to the policy is no result of its edition.
        let is_own = |each: &&TalliedEdition| each.policy && each.edition == admission.edition();
        let edition = tally.editions.iter().find(is_own).ok_or_else(unread)?;
        let (hash, votes) = (edition.hash, edition.votes);
        let recorded = admission
            .close_edition(hash, votes, now(), chance()?)
            .map_err(self.book.failed())?;
        let mut answers = Answers::new(lang);
        answers.tell(recorded)?;
        Ok(answers.outcome)
    }
}

impl Handover {
    pub(crate) fn run(&self, lang: Lang) -> Outcome {
        let mut admission = self.book.admission(lang)?;
        let next = signing_key(&self.next)?;
        let verifier = next.verifier().clone();
        let store = admission.store_mut();
        store.rekey(next).map_err(self.book.failed())?;
        let recorded = admission
            .change_log_key(&verifier, now(), chance()?)
            .map_err(self.book.failed())?;
        let mut answers = Answers::new(lang);
        answers.tell(recorded)?;
        Ok(answers.outcome)
    }
}

/// The lines that are printed.
struct Answers {
    lang: Lang,
    outcome: ExitCode,
}

impl Answers {
    fn new(lang: Lang) -> Answers {
        Answers {
            lang,
            outcome: ExitCode::SUCCESS,
        }
    }

    fn tell(&mut self, recorded: Result<Recorded, Refusal>) -> Result<(), Failure> {
        let line = match recorded {
            Ok(recorded) => format!(r#"{{"recorded":{}}}"#, recorded.line),
            Err(refusal) => {
                self.outcome = ExitCode::FAILURE;
                refusal.to_json(self.lang.into())
            }
        };
        print(&line)
    }
}

fn print(line: &str) -> Result<(), Failure> {
    writeln!(std::io::stdout(), "{line}").map_err(Failure::write("stdout"))
}
