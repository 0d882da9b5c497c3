//! The steps of a log: its lines are signed, altered, proven and verified.

use obmen_nominations::log::{
    Checkpoint, Note, PlaceProof, SigningKey, Signs, Tree, VerifiedLog, VerifierKey,
};
use obmen_nominations::{Refusal, leaf_hash};
use serde_json::{Value, json};

use crate::votes::text;
use crate::witnesses::Witnesses;

/// A log, and what its last steps gave: the texts that a case may alter.
pub(crate) struct Log {
    lines: String,
    note: String,
    proof: String,
    witnesses: Witnesses,
}

impl Log {
    pub(crate) fn new(setup: &Value) -> Log {
        let lines = setup["lines"].as_array().into_iter().flatten();
        let lines: Vec<_> = lines.map(|line| line.as_str().unwrap()).collect();
        Log {
            lines: lines.join("\n"),
            note: String::new(),
            proof: String::new(),
            witnesses: Witnesses::default(),
        }
    }

    fn lines(&self) -> impl Iterator<Item = &[u8]> {
        self.lines.lines().map(str::as_bytes)
    }

    fn tree(&self) -> Tree {
        let mut tree = Tree::default();
        tree.extend(self.lines().map(leaf_hash));
        tree
    }

    /// Takes a step, or gives `None` when it is none of a log.
    pub(crate) fn step(
        &mut self,
        setup: &Value,
        step: &Value,
        now: u64,
    ) -> Option<Result<Value, Refusal>> {
        Some(match text(step, "do") {
            "log-key" => VerifierKey::read(text(step, "key"))
                .map(|key| json!({ "name": key.name(), "signs": format!("{:?}", key.signs()) })),
            "log-sign" => self.sign(setup, step, now),
            "log-cosign" => self.cosign(step, now),
            "log-alter" => Ok(self.alter(step)),
            "log-note" => {
                text(step, "note").clone_into(&mut self.note);
                Note::read(&self.note).and_then(|note| {
                    if step.get("key").is_some() {
                        note.verify(&pinned(setup, step))?;
                    }
                    Ok(json!({ "text": note.text() }))
                })
            }
            "log-checkpoint" => self.checkpoint(setup, step),
            "log-prove" => {
                let note = Note::read(&self.note).unwrap();
                let index = step["index"].as_u64().unwrap();
                let proof = PlaceProof::new(&self.tree(), index, note).unwrap();
                self.proof = proof.to_string();
                Ok(json!({ "proof": self.proof }))
            }
            "log-place" => self.place(setup, step),
            "log-verify" => self.verify(setup, step),
            _ => {
                let tree = self.tree();
                let note = &mut self.note;
                return self.witnesses.step(setup, step, now, &tree, note);
            }
        })
    }

    fn sign(&mut self, setup: &Value, step: &Value, now: u64) -> Result<Value, Refusal> {
        let key = SigningKey::read(step["key"].as_str().unwrap_or(text(setup, "signer")))?;
        let written = if let Some(text) = step["text"].as_str() {
            text.to_owned()
        } else {
            let tree = self.tree();
            let size = step["size"].as_u64().unwrap_or(tree.size());
            let origin = step["origin"].as_str().unwrap_or(key.verifier().name());
            let head = tree.head_at(size).unwrap();
            let origin = origin.to_owned();
            Checkpoint { origin, head }.to_string()
        };
        let mut note = Note::new(&written)?;
        note.sign(&key, now)?;
        self.note = note.to_string();
        Ok(json!({ "note": self.note }))
    }

    fn cosign(&mut self, step: &Value, now: u64) -> Result<Value, Refusal> {
        let mut note = Note::read(&self.note)?;
        note.sign(&SigningKey::read(text(step, "key"))?, now)?;
        self.note = note.to_string();
        Ok(json!({ "note": self.note }))
    }

    fn alter(&mut self, step: &Value) -> Value {
        let [what, from, to] = ["what", "from", "to"].map(|key| text(step, key));
        let altered = match what {
            "lines" => &mut self.lines,
            "note" => &mut self.note,
            "request" => &mut self.witnesses.request,
            _ => &mut self.proof,
        };
        assert!(altered.contains(from), "{altered} has no {from}");
        *altered = altered.replacen(from, to, 1);
        json!({ what: altered })
    }

    fn checkpoint(&self, setup: &Value, step: &Value) -> Result<Value, Refusal> {
        let note = Note::read(&self.note)?;
        let key = pinned(setup, step);
        if key.signs() == Signs::Cosignatures {
            return Ok(json!({ "time": note.verify(&key)? }));
        }
        let Checkpoint { origin, head } = Checkpoint::verify(&note, &key)?;
        Ok(json!({ "origin": origin, "size": head.size, "root": head.root }))
    }

    fn place(&self, setup: &Value, step: &Value) -> Result<Value, Refusal> {
        let leaf = leaf_hash(text(step, "line").as_bytes());
        let place = PlaceProof::read(&self.proof)?.verify(leaf, &pinned(setup, step))?;
        let Checkpoint { origin, head } = place.checkpoint;
        Ok(json!({ "origin": origin, "index": place.index, "size": head.size }))
    }

    fn verify(&self, setup: &Value, step: &Value) -> Result<Value, Refusal> {
        let note = Note::read(&self.note)?;
        let log = VerifiedLog::verify(self.lines(), &note, &pinned(setup, step))?;
        assert_eq!(log.entries().len() as u64, log.tree().size());
        Ok(json!({ "size": log.checkpoint().head.size, "root": log.tree().head().root }))
    }
}

/// The key that is known beforehand: that of the step, else that of the signer.
fn pinned(setup: &Value, step: &Value) -> VerifierKey {
    match step["key"].as_str() {
        Some(key) => VerifierKey::read(key).unwrap(),
        None => SigningKey::read(text(setup, "signer"))
            .unwrap()
            .verifier()
            .clone(),
    }
}
