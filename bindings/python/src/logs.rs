//! What logs have signed: what `obmen.logs` is made of.

use obmen::nomination::Hex;
use obmen_nominations::Refusal;
use obmen_nominations::log::{Checkpoint, Note, PlaceProof, Signs, TrustPolicy, VerifierKey};
use pyo3::prelude::*;

use crate::nominations::refused;

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

    /// Returns the place of an entry, and what covers it.
    fn _verify_proof(&self, py: Python<'_>, proof: &str, leaf: [u8; 32]) -> PyResult<(u64, Told)> {
        made(py, || {
            let proof = PlaceProof::read(proof)?;
            let covered = self.0.verify_place(&proof, Hex(leaf))?;
            Ok((proof.index, told(covered.checkpoint)))
        })
    }
}
