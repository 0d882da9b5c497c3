//! What logs have signed: what `obmen.logs` is made of.

use std::collections::HashMap;
use std::path::PathBuf;

use obmen::nomination::{Hex, Policy};
use obmen_nominations::fs::{Error, Published};
use obmen_nominations::log::{
    AddCheckpoint, CastVote, Checkpoint, Cosigned, Note, PlaceProof, Signs, TrustPolicy,
    VerifiedLog, VerifierKey,
};
use obmen_nominations::{EditionTally, Refusal, Source, Tally};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::PyString;

use crate::context::language;
use crate::nominations::{PyPolicy, failed, refused};

/// The origin, the size and the root of a checkpoint.
type Told = (String, u64, String);

fn told(checkpoint: Checkpoint) -> Told {
    let Checkpoint { origin, head } = checkpoint;
    (origin, head.size, head.root.to_string())
}

/// Gives what was made, or throws what was refused.
fn made<T>(py: Python<'_>, make: impl FnOnce() -> Result<T, Refusal>) -> PyResult<T> {
    make().map_err(|refusal| refused(py, refusal))
}

/// Returns the name of a key, and whether it is a witness's.
#[pyfunction]
pub(crate) fn log_key(py: Python<'_>, key: &str) -> PyResult<(String, bool)> {
    made(py, || {
        let key = VerifierKey::read(key)?;
        let witness = key.signs() == Signs::Cosignatures;
        Ok((key.name().to_owned(), witness))
    })
}

/// Returns the text of a note, and the time that the signature of a key tells.
#[pyfunction]
pub(crate) fn verify_note(py: Python<'_>, note: &str, key: &str) -> PyResult<(String, u64)> {
    made(py, || {
        let note = Note::read(note)?;
        let time = note.verify(&VerifierKey::read(key)?)?;
        Ok((note.text().to_owned(), time))
    })
}

/// Returns what the log of a key has signed.
#[pyfunction]
pub(crate) fn verify_checkpoint(py: Python<'_>, note: &str, key: &str) -> PyResult<Told> {
    made(py, || {
        let key = VerifierKey::read(key)?;
        Checkpoint::verify(&Note::read(note)?, &key).map(told)
    })
}

/// Returns the place of an entry and the checkpoint that covers it, by the key of its log.
#[pyfunction]
pub(crate) fn verify_proof(
    py: Python<'_>,
    proof: &str,
    leaf: [u8; 32],
    key: &str,
) -> PyResult<(u64, Told)> {
    made(py, || {
        let key = VerifierKey::read(key)?;
        let place = PlaceProof::read(proof)?.verify(Hex(leaf), &key)?;
        Ok((place.index, told(place.checkpoint)))
    })
}

/// Returns what the log of a key has signed, which extends an older checkpoint of it.
#[pyfunction]
pub(crate) fn verify_consistency(
    py: Python<'_>,
    proof: &str,
    older: &str,
    key: &str,
) -> PyResult<Told> {
    made(py, || {
        let (newer, older) = (AddCheckpoint::read(proof)?, Note::read(older)?);
        newer.verify(&older, &VerifierKey::read(key)?).map(told)
    })
}

/// Whom a reader trusts.
#[pyclass(frozen, subclass, name = "TrustPolicy", module = "obmen._obmen")]
pub(crate) struct PyTrustPolicy(TrustPolicy);

#[pymethods]
impl PyTrustPolicy {
    #[new]
    fn new(py: Python<'_>, text: &str) -> PyResult<PyTrustPolicy> {
        made(py, || TrustPolicy::read(text).map(PyTrustPolicy))
    }

    fn _text(&self) -> String {
        self.0.to_string()
    }

    /// Returns the keys of the logs.
    fn _logs(&self) -> Vec<String> {
        self.0.logs().map(ToString::to_string).collect()
    }

    /// Returns the checkpoint, and the witnesses that have cosigned it, each with its time.
    fn _verify(&self, py: Python<'_>, note: &str) -> PyResult<(Told, Vec<(String, u64)>)> {
        made(py, || {
            let covered = self.0.verify(&Note::read(note)?)?;
            let cosigners = covered.cosigners.into_iter();
            let cosigners = cosigners.map(|each| (each.name, each.time)).collect();
            Ok((told(covered.checkpoint), cosigners))
        })
    }

    /// Returns what a quorum has cosigned, which extends an older checkpoint that one has.
    fn _verify_consistency(&self, py: Python<'_>, proof: &str, older: &str) -> PyResult<Told> {
        made(py, || {
            let (newer, older) = (AddCheckpoint::read(proof)?, Note::read(older)?);
            let covered = self.0.verify_extension(&newer, &older)?;
            Ok(told(covered.checkpoint))
        })
    }

    /// Returns the place of an entry, and what covers it.
    fn _verify_proof(&self, py: Python<'_>, proof: &str, leaf: [u8; 32]) -> PyResult<(u64, Told)> {
        made(py, || {
            let proof = PlaceProof::read(proof)?;
            let covered = self.0.verify_place(&proof, Hex(leaf))?;
            Ok((proof.index, told(covered.checkpoint)))
        })
    }
}

/// What of a log is given.
#[derive(FromPyObject)]
pub(crate) enum Given {
    Folder(PathBuf),
    /// Its lines, the checkpoints by which keys handed over, the last one, and those that are cosigned.
    Parts(PyBackedBytes, Vec<String>, String, Vec<String>),
}

impl Given {
    fn read(self) -> Result<Published, Error> {
        let (lines, handovers, last, cosigned) = match self {
            Given::Folder(folder) => return Published::read(&folder),
            Given::Parts(lines, handovers, last, cosigned) => (lines, handovers, last, cosigned),
        };
        let handovers = handovers.iter().map(|note| Note::read(note));
        let cosigned = cosigned.iter().map(|notes| Cosigned::read(notes));
        let cosigned = cosigned.collect::<Result<Vec<_>, _>>()?;
        Ok(Published::new(
            lines.to_vec(),
            handovers.collect::<Result<_, _>>()?,
            Note::read(&last)?,
            cosigned
                .into_iter()
                .flat_map(Cosigned::into_notes)
                .collect(),
        ))
    }
}

/// By what a log is verified.
#[derive(FromPyObject)]
pub(crate) enum Trust {
    Key(String),
    Policy(Py<PyTrustPolicy>),
}

/// A log that is verified, and how many of its entries are final.
#[pyclass(frozen, subclass, name = "Log", module = "obmen._obmen")]
pub(crate) struct PyLog(VerifiedLog, u64);

#[pymethods]
impl PyLog {
    #[new]
    fn new(py: Python<'_>, given: Given, trust: Trust) -> PyResult<PyLog> {
        let verify = || match trust {
            Trust::Key(key) => {
                let key = VerifierKey::read(&key)?;
                Ok((given.read()?.verify(&key)?, 0))
            }
            Trust::Policy(policy) => Ok(given.read()?.verify_by(&policy.get().0)?),
        };
        match py.detach(verify) {
            Ok((log, final_size)) => Ok(PyLog(log, final_size)),
            Err(error @ Error::Io { .. }) => Err(failed(error)),
            Err(error) => Err(refused(py, error.refusal())),
        }
    }

    fn _checkpoint(&self) -> Told {
        told(self.0.checkpoint().clone())
    }

    fn _key(&self) -> String {
        self.0.key().to_string()
    }

    fn _final_size(&self) -> u64 {
        self.1
    }

    fn _votes<'py>(&self, py: Python<'py>) -> PyResult<Columns<'py>> {
        let origin = self.0.checkpoint().origin.as_str();
        columns(py, self.0.votes().map(|vote| (origin, vote)))
    }
}

/// Origin, place, edition, practice, scope, class, hour and tag of votes.
type Columns<'py> = [Vec<Bound<'py, PyAny>>; 8];

fn columns<'py, 'a>(
    py: Python<'py>,
    votes: impl Iterator<Item = (&'a str, CastVote<'a>)>,
) -> PyResult<Columns<'py>> {
    let mut columns = Columns::default();
    // What comes again and again is one object of Python.
    let mut words = HashMap::new();
    let mut hours = HashMap::new();
    for (origin, vote) in votes {
        let mut word = |text: &'a str| {
            let word = words.entry(text).or_insert_with(|| PyString::new(py, text));
            word.clone().into_any()
        };
        let hour = hours
            .entry(vote.hour)
            .or_insert_with(|| PyString::new(py, &vote.hour.to_string()));
        let row = [
            word(origin),
            vote.seq.into_pyobject(py)?.into_any(),
            word(&vote.contest.edition),
            word(&vote.contest.practice),
            word(&vote.contest.scope),
            word(vote.class.as_str()),
            hour.clone().into_any(),
            PyString::new(py, &vote.tag.to_string()).into_any(),
        ];
        for (column, cell) in columns.iter_mut().zip(row) {
            column.push(cell);
        }
    }
    Ok(columns)
}

fn sources(logs: &[Py<PyLog>]) -> Vec<Source<'_>> {
    logs.iter()
        .map(Py::get)
        .map(|PyLog(log, final_size)| Source {
            log,
            final_size: *final_size,
        })
        .collect()
}

/// Returns the votes of logs, each once, by site and place.
#[pyfunction]
pub(crate) fn merge(py: Python<'_>, logs: Vec<Py<PyLog>>) -> PyResult<Columns<'_>> {
    let votes = py.detach(|| obmen_nominations::merge(&sources(&logs)));
    columns(py, votes)
}

/// What logs add up to; what there is to say of it is counted anew when it is asked for, and not kept.
#[pyclass(frozen, subclass, name = "Tally", module = "obmen._obmen")]
pub(crate) struct PyTally {
    logs: Vec<Py<PyLog>>,
    policies: Vec<Policy>,
    json: String,
}

/// The severity of a finding, and what is told of it as JSON.
type Found = (&'static str, String);

impl PyTally {
    fn found(
        &self,
        py: Python<'_>,
        lang: &str,
        find: impl FnOnce(&Tally<'_>) -> Vec<Refusal> + Send,
    ) -> PyResult<Vec<Found>> {
        let language = language(lang)?;
        let told = |found: Refusal| (found.rule.severity.as_str(), found.to_json(language));
        Ok(py.detach(|| {
            let tally = Tally::of(&sources(&self.logs), &self.policies);
            find(&tally).into_iter().map(told).collect()
        }))
    }
}

#[pymethods]
impl PyTally {
    #[new]
    fn new(py: Python<'_>, logs: Vec<Py<PyLog>>, policies: Vec<Py<PyPolicy>>) -> PyTally {
        let policies: Vec<_> = policies
            .iter()
            .map(|policy| policy.get().0.clone())
            .collect();
        let json = py.detach(|| Tally::of(&sources(&logs), &policies).to_json());
        PyTally {
            logs,
            policies,
            json,
        }
    }

    fn _json(&self) -> &str {
        &self.json
    }

    fn _findings(&self, py: Python<'_>, lang: &str) -> PyResult<Vec<Found>> {
        self.found(py, lang, |tally| tally.findings().collect())
    }

    /// Returns how the votes of practices differ from what their sources state, edition by edition.
    fn _compare(
        &self,
        py: Python<'_>,
        stated: Vec<(String, u64)>,
        lang: &str,
    ) -> PyResult<Vec<Found>> {
        self.found(py, lang, |tally| {
            let compare = |edition: &EditionTally<'_>| {
                let compared = stated
                    .iter()
                    .map(|(practice, votes)| edition.compare(practice, *votes));
                compared.filter_map(Result::err).collect::<Vec<_>>()
            };
            tally.editions.iter().flat_map(compare).collect()
        })
    }
}
