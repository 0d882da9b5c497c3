//! `obmen nominate checkpoint`, `witness`, `prove` and `verify`: what a log has signed, and who has seen it.

use std::fmt::Display;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use obmen::nomination::Hex;
use obmen_nominations::fs::{self as log, Published};
use obmen_nominations::leaf_hash;
use obmen_nominations::log::{
    AddCheckpoint, Answer, Checkpoint, Line, Note, PlaceProof, Tree, VerifierKey, Witness as Seer,
    WitnessFile, Witnessed,
};
use serde_json::json;

use super::book::signing_key;
use super::trust::{Trust, Trusted, published};
use crate::Outcome;
use crate::failure::Failure;
use crate::input::{self, STDIN};
use crate::options::now;

/// Print the last checkpoint of a log, or ask a witness to cosign it
///
/// `checkpoint log --since 0 > request`, then `witness … request > answer` at the partner's, then
/// `checkpoint log --request request --answer answer --witness KEY` keeps the cosigned checkpoint beside the log, in the file
/// `cosigned`. Several witnesses may answer in any order, each to a request of its own.
#[derive(Debug, Args)]
pub(crate) struct Checkpoints {
    /// Print the request to a witness that has seen the log of this size, 0 for none
    #[arg(long, value_name = "SIZE", conflicts_with = "request")]
    since: Option<u64>,
    /// The request that was answered
    #[arg(long, value_name = "FILE", requires = "answer", requires = "witness")]
    request: Option<String>,
    /// What the witness has answered
    #[arg(long, value_name = "FILE", requires = "request")]
    answer: Option<String>,
    /// The key of the witness: name+hash+base64
    #[arg(long, value_name = "KEY", requires = "request")]
    witness: Option<String>,
    /// The folder of the log
    #[arg(value_name = "LOG")]
    log: PathBuf,
}

/// Cosign the checkpoint of a partner's log, if it extends all that was seen of it
///
/// A request of a log is read and answered (c2sp.org/tlog-witness). What is cosigned is remembered before.
#[derive(Debug, Args)]
pub(crate) struct Witness {
    /// The signing key of the witness, as `keygen --witness` writes it
    #[arg(long, value_name = "FILE")]
    key: String,
    /// The key of a log to be witnessed: name+hash+base64
    #[arg(long = "log", value_name = "KEY", required = true)]
    logs: Vec<String>,
    /// The folder in which is remembered what was seen
    #[arg(long, value_name = "DIR")]
    state: PathBuf,
    /// Begin that folder, for a witness that has cosigned nothing yet
    #[arg(long)]
    new: bool,
    /// The request, as `checkpoint --since` prints it; `-` is standard input
    #[arg(value_name = "REQUEST", default_value = STDIN)]
    request: String,
}

/// Print the proof that a vote stands in a log (c2sp.org/tlog-proof)
///
/// The voter keeps it beside the receipt. It holds no secret, and convinces whoever knows the log's key.
#[derive(Debug, Args)]
pub(crate) struct Prove {
    /// The folder of the log
    #[arg(value_name = "LOG")]
    log: PathBuf,
    /// The vote, by its leaf hash
    #[arg(value_name = "LEAF")]
    leaf: Hex<32>,
}

/// Verify a log, or the proof that a vote stands in one
///
/// After a handover a log is verified by the key that it began with, which leads to the `key` that is printed; a proof by the
/// key that signed its checkpoint.
#[derive(Debug, Args)]
pub(crate) struct Verify {
    #[command(flatten)]
    trust: Trust,
    /// The folder of a log, or of a copy of its files; or with `--leaf` or `--line` a proof, `-` for standard input
    #[arg(value_name = "LOG|PROOF")]
    subject: String,
    /// The vote that the proof is of, by its leaf hash
    #[arg(long, value_name = "LEAF", conflicts_with = "line")]
    leaf: Option<Hex<32>>,
    /// The vote that the proof is of: a file with its line
    #[arg(long, value_name = "FILE")]
    line: Option<String>,
}

impl Checkpoints {
    pub(crate) fn run(&self) -> Outcome {
        let published = published(&self.log)?;
        let name = self.log.display();
        if let Some(old) = self.since {
            let note = published.checkpoint().clone();
            let tree = tree(&published, &self.log)?;
            let request = AddCheckpoint::new(&tree, old, note).ok_or(Failure::OtherTree {
                folder: name.to_string(),
            })?;
            return print(request);
        }
        let (Some(request), Some(answer), Some(witness)) =
            (&self.request, &self.answer, &self.witness)
        else {
            return print(published.checkpoint());
        };
        let asked =
            AddCheckpoint::read(&input::text(request)?).map_err(Failure::refused(request))?;
        let key = VerifierKey::read(witness).map_err(Failure::refused("--witness"))?;
        let asked_of = Checkpoint::read(asked.checkpoint.text())
            .map_err(Failure::refused(request))?
            .origin;
        let last = Checkpoint::read(published.checkpoint().text());
        let tree = tree(&published, &self.log)?;
        // Only what this log has signed lies beside it.
        AddCheckpoint::new(&tree, 0, asked.checkpoint.clone())
            .filter(|_| last.is_ok_and(|last| last.origin == asked_of))
            .ok_or(Failure::OtherTree {
                folder: name.to_string(),
            })?;
        let text = input::text(answer)?;
        let note = Published::cosign(&self.log, &asked.checkpoint, &text, &key);
        let is_in_the_way = note.as_ref().is_err_and(log::Error::judged_nothing);
        print(note.map_err(|error| match error {
            log::Error::Refused(refusal) if !is_in_the_way => Failure::refused(answer)(refusal),
            error => Failure::log(&self.log)(error),
        })?)
    }
}

impl Witness {
    pub(crate) fn run(&self) -> Outcome {
        let keys = self.logs.iter();
        let keys = keys.map(|key| VerifierKey::read(key).map_err(Failure::refused("--log")));
        let keys = keys.collect::<Result<Vec<_>, _>>()?;
        let failed = |error| Failure::log(&self.state)(error);
        let seer = || signing_key(&self.key);
        let request = input::text(&self.request)?;
        let state = if self.new {
            // Only what is cosigned begins a folder.
            let tried = Seer::new(seer()?, Vec::clone(&keys), Witnessed::default());
            let Ok(answer) = tried
                .map_err(Failure::refused("--log"))?
                .add_checkpoint(&request, now());
            if let Answer::Refused { refusal, .. } = answer {
                return Err(Failure::refused(&self.request)(refusal));
            }
            WitnessFile::create(&self.state)
        } else {
            WitnessFile::open(&self.state)
        };
        let state = state.map_err(failed)?;
        let mut witness = Seer::new(seer()?, keys, state).map_err(Failure::refused("--log"))?;
        match witness.add_checkpoint(&request, now()).map_err(failed)? {
            answer @ Answer::Cosigned { .. } => print(answer.body().trim_end()),
            Answer::Refused { refusal, .. } => Err(Failure::refused(&self.request)(refusal)),
            _ => Ok(ExitCode::FAILURE),
        }
    }
}

impl Prove {
    pub(crate) fn run(&self) -> Outcome {
        let name = self.log.display();
        let published = published(&self.log)?;
        let tree = tree(&published, &self.log)?;
        let unknown =
            || Failure::refused(&name)(obmen_nominations::Refusal::unknown_vote(self.leaf));
        let mut leaves = tree.leaves().iter();
        let place = leaves
            .position(|leaf| *leaf == self.leaf)
            .ok_or_else(unknown)?;
        let of = |note: &Note| PlaceProof::new(&tree, place as u64, note.clone());
        // The one that convinces most readers; of two the newer.
        let cosigned = published.cosigned().iter().filter_map(of);
        let proof = cosigned
            .rev()
            .max_by_key(|proof| proof.checkpoint.cosigners().len());
        let proof = proof.or_else(|| of(published.checkpoint()));
        print(proof.ok_or(Failure::OtherTree {
            folder: name.to_string(),
        })?)
    }
}

impl Verify {
    pub(crate) fn run(&self) -> Outcome {
        let trusted = self.trust.read()?;
        let leaf = match (&self.leaf, &self.line) {
            (Some(leaf), _) => *leaf,
            (None, Some(file)) => leaf_hash(input::text(file)?.trim_end_matches('\n').as_bytes()),
            (None, None) => return self.log(&trusted),
        };
        let refused = || Failure::refused(&self.subject);
        let proof = PlaceProof::read(&input::text(&self.subject)?).map_err(refused())?;
        let covered = trusted.0.verify_place(&proof, leaf).map_err(refused())?;
        let Checkpoint { origin, head } = covered.checkpoint;
        let cosigners = covered.cosigners.into_iter().map(|each| each.name);
        print(json!({
            "cosigners": cosigners.collect::<Vec<_>>(),
            "index": proof.index,
            "origin": origin,
            "size": head.size,
        }))
    }

    fn log(&self, trusted: &Trusted) -> Outcome {
        let verified = trusted.verify(self.subject.as_ref())?;
        let Checkpoint { origin, head } = verified.log.checkpoint();
        print(json!({
            "final": verified.final_size,
            "key": verified.log.key().to_string(),
            "origin": origin,
            "root": head.root,
            "size": head.size,
        }))
    }
}

/// Returns the tree over the lines of the site's own log.
fn tree(published: &Published, folder: &Path) -> Result<Tree, Failure> {
    let mut tree = Tree::default();
    let mut lines = published.lines().map_err(Failure::log(folder))?;
    while let Some(line) = lines.read().map_err(Failure::log(folder))? {
        let line = Line::read(line).map_err(Failure::refused(folder.display()))?;
        tree.push(line.leaf());
    }
    Ok(tree)
}

fn print(what: impl Display) -> Outcome {
    let text = what.to_string();
    let end = if text.ends_with('\n') { "" } else { "\n" };
    write!(io::stdout(), "{text}{end}").map_err(Failure::write("stdout"))?;
    Ok(ExitCode::SUCCESS)
}
