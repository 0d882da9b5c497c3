//! `obmen nominate merge` and `tally`: what several logs come to.

use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use obmen::check::{Language, Severity};
use obmen::nomination::Policy;
use obmen_nominations::fs::Covered;
use obmen_nominations::log::{Line, VerifiedLog};
use obmen_nominations::{EditionTally, Source, Tally, united};

use super::trust::{Trust, Verified};
use crate::Outcome;
use crate::failure::Failure;
use crate::input;
use crate::options::Lang;
use crate::words::{printable, say};

/// Print the entries of several logs as one, each once, by site and place
///
/// Copies of one log are united: what one has redacted is taken from another. Where two of them differ, only what stands
/// before and what is final is printed, and the command ends with 1. Logs are read from folders; what is printed is for other
/// programs.
#[derive(Debug, Args)]
pub(crate) struct Merge {
    #[command(flatten)]
    trust: Trust,
    /// Folders of logs, or of copies of their files
    #[arg(value_name = "LOG", required = true)]
    logs: Vec<PathBuf>,
}

/// Count the votes of logs, and say why each other entry does not count
///
/// What is wrong with entries is written to standard error; the command still ends with 0, since all that counts is counted.
/// Logs are read from folders, and not from what `merge` prints.
#[derive(Debug, Args)]
pub(crate) struct Count {
    #[command(flatten)]
    trust: Trust,
    /// The policy of an edition: its votes are held to it, and the weak ones capped
    #[arg(long, value_name = "FILE")]
    policy: Vec<String>,
    /// What sources state, to be compared: a practice and a number a line, such as `flgr:20070736 42`
    #[arg(long, value_name = "FILE")]
    stated: Option<String>,
    /// The edition that is compared, when several are counted: its name, or the whole with `@` and the hash of its policy
    #[arg(long, value_name = "NAME", requires = "stated")]
    edition: Option<String>,
    /// What to print
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    output_format: Form,
    /// Folders of logs, or of copies of their files
    #[arg(value_name = "LOG", required = true)]
    logs: Vec<PathBuf>,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Form {
    /// The whole tally as canonical JSON; `hash` and `votes` of an edition are what a closing entry holds
    #[default]
    Json,
    /// The standings, a practice a line
    Text,
}

fn verified(trust: &Trust, logs: &[PathBuf]) -> Result<Vec<Verified>, Failure> {
    let trusted = trust.read()?;
    logs.iter().map(|log| trusted.verify(log)).collect()
}

fn sources(logs: &[Verified]) -> Vec<Source<'_>> {
    logs.iter()
        .map(|each| Source {
            log: &each.log,
            final_size: each.final_size,
        })
        .collect()
}

/// A copy of a log, whose lines are read once more to be printed.
struct Copy<'l> {
    folder: &'l Path,
    log: &'l VerifiedLog,
    lines: Covered<'l>,
    /// The number of lines that were read.
    at: usize,
}

impl<'l> Copy<'l> {
    fn of(folder: &'l Path, verified: &'l Verified) -> Result<Copy<'l>, Failure> {
        Ok(Copy {
            folder,
            log: &verified.log,
            lines: verified.published.lines().map_err(Failure::log(folder))?,
            at: 0,
        })
    }

    /// Prints rows, none of which stands before what was read.
    fn print(&mut self, rows: Range<usize>, target: &mut impl Write) -> Result<(), Failure> {
        while self.at < rows.end {
            let leaf = self.log.tree().leaves().get(self.at);
            let line = self.lines.read().map_err(Failure::log(self.folder))?;
            let verified = line.filter(|line| {
                let read = Line::read(line);
                read.is_ok_and(|line| Some(&line.leaf()) == leaf)
            });
            let line = verified.ok_or_else(|| Failure::OtherTree {
                folder: self.folder.display().to_string(),
            })?;
            if rows.contains(&self.at) {
                target
                    .write_all(line)
                    .and_then(|()| target.write_all(b"\n"))
                    .map_err(Failure::write("stdout"))?;
            }
            self.at += 1;
        }
        Ok(())
    }
}

impl Merge {
    pub(crate) fn run(&self, lang: Lang) -> Outcome {
        let logs = verified(&self.trust, &self.logs)?;
        let sources = sources(&logs);
        let tally = Tally::of(&sources, &[]);
        let mut target = BufWriter::new(io::stdout().lock());
        let copies = self.logs.iter().zip(&logs);
        let copies = copies.map(|(folder, verified)| Copy::of(folder, verified));
        let mut copies = copies.collect::<Result<Vec<_>, _>>()?;
        for (log, rows) in united(&sources) {
            if let Some(copy) = copies.get_mut(log) {
                copy.print(rows, &mut target)?;
            }
        }
        target.flush().map_err(Failure::write("stdout"))?;
        let forked = tally.logs.iter().any(|site| site.forked);
        if forked {
            let forks = tally
                .uncounted
                .iter()
                .map(obmen_nominations::Uncounted::reason);
            tell(
                forks.filter(|reason| reason.code().ends_with("-fork")),
                lang,
            );
        }
        Ok(ExitCode::from(u8::from(forked)))
    }
}

impl Count {
    pub(crate) fn run(&self, lang: Lang) -> Outcome {
        let logs = verified(&self.trust, &self.logs)?;
        let mut policies = Vec::new();
        for file in &self.policy {
            policies.push(Policy::read(&input::text(file)?).map_err(Failure::refused(file))?);
        }
        let sources = sources(&logs);
        let tally = Tally::of(&sources, &policies);
        let mut mismatches = Vec::new();
        if let Some(file) = &self.stated {
            let stated = stated(file)?;
            let edition = self.edition(&tally, file)?;
            let compared = stated
                .iter()
                .map(|(practice, votes)| edition.compare(practice, *votes));
            mismatches.extend(compared.filter_map(Result::err));
        }
        tell(tally.findings().chain(mismatches), lang);
        let text = match self.output_format {
            Form::Json => tally.to_json() + "\n",
            Form::Text => standings(&tally, lang),
        };
        write!(io::stdout(), "{text}").map_err(Failure::write("stdout"))?;
        Ok(ExitCode::SUCCESS)
    }

    /// Returns the one edition that is named, or that was counted.
    fn edition<'t, 'a>(
        &self,
        tally: &'t Tally<'a>,
        file: &str,
    ) -> Result<&'t EditionTally<'a>, Failure> {
        let is_named = |each: &&EditionTally<'_>| {
            self.edition.as_ref().is_none_or(|named| {
                let name = each.edition.split_once('@').map(|(name, _)| name);
                name == Some(named) || each.edition == *named
            })
        };
        let mut named = tally.editions.iter().filter(is_named);
        match (named.next(), named.next()) {
            (Some(edition), None) => Ok(edition),
            _ => Err(Failure::WhichEdition {
                file: file.to_owned(),
                editions: tally
                    .editions
                    .iter()
                    .map(|each| each.edition.clone())
                    .collect(),
            }),
        }
    }
}

/// Reads what sources state: a practice and a number a line, each practice once.
fn stated(file: &str) -> Result<BTreeMap<String, u64>, Failure> {
    let mut stated = BTreeMap::new();
    let text = input::text(file)?;
    // Spreadsheets begin a text with the mark of its bytes' order.
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    for (line, number) in text.lines().zip(1_usize..) {
        if line.trim().is_empty() {
            continue;
        }
        let pair = line.trim().split_once(char::is_whitespace);
        let votes = pair.and_then(|(_, votes)| votes.trim().parse().ok());
        let (Some((practice, _)), Some(votes)) = (pair, votes) else {
            return Err(Failure::NotStated {
                file: file.to_owned(),
                line: number,
            });
        };
        if stated.insert(practice.to_owned(), votes).is_some() {
            return Err(Failure::StatedTwice {
                file: file.to_owned(),
                line: number,
                practice: practice.to_owned(),
            });
        }
    }
    Ok(stated)
}

/// Writes what there is to say to standard error, a line each.
fn tell(findings: impl Iterator<Item = obmen_nominations::Refusal>, lang: Lang) {
    let language: Language = lang.into();
    for finding in findings {
        let severity = match finding.rule.severity {
            Severity::Error => say(lang, "error", "грешка"),
            Severity::Warning => say(lang, "warning", "предупреждение"),
            Severity::Hint => say(lang, "hint", "съвет"),
        };
        let message = format!(
            "{severity}[{}]: {}; {}",
            finding.code(),
            finding.message(language),
            finding.help(language)
        );
        // Nothing can be said about a standard error that is gone.
        let _ = writeln!(io::stderr(), "{}", printable(&message));
    }
}

/// The standings of each edition as text.
fn standings(tally: &Tally<'_>, lang: Lang) -> String {
    let mut lines = Vec::new();
    for edition in &tally.editions {
        lines.push(edition.edition.clone());
        lines.extend(edition.standings.iter().map(|standing| {
            let (place, votes) = (standing.place, standing.votes);
            let finals = match standing.final_votes {
                all if all == votes => String::new(),
                some => format!(" ({}: {some})", say(lang, "final", "окончателни")),
            };
            format!("{place:>4}. {votes:>8}  {}{finals}", standing.practice)
        }));
    }
    lines.push(String::new());
    lines.join("\n")
}
