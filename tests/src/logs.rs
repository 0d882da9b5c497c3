//! The steps of a log: its lines are signed, altered, proven and verified.

use obmen::nomination::{Hex, Policy};
use obmen_nominations::log::{
    AddCheckpoint, Checkpoint, Line, Note, PlaceProof, SigningKey, Signs, Tree, TrustPolicy,
    VerifiedLog, VerifierKey,
};
use obmen_nominations::{Refusal, Source, Tally, leaf_hash};
use serde_json::{Value, json};

use crate::votes::text;
use crate::witnesses::Witnesses;

/// A log, and what its last steps gave: the texts that a case may alter.
pub(crate) struct Log {
    lines: String,
    /// The notes before the last one that a log is verified with.
    kept: Vec<Note>,
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
            kept: Vec::new(),
            note: String::new(),
            proof: String::new(),
            witnesses: Witnesses::default(),
        }
    }

    fn lines(&self) -> impl Iterator<Item = &[u8]> {
        self.lines.lines().map(str::as_bytes)
    }

    /// Forgets what a line said.
    fn redact(&mut self, step: &Value) -> Value {
        let index = usize::try_from(step["index"].as_u64().unwrap()).unwrap();
        let mut lines: Vec<_> = self.lines.lines().map(str::to_owned).collect();
        lines[index] = Line::redacted(leaf_hash(lines[index].as_bytes()));
        let line = json!({ "line": lines[index] });
        self.lines = lines.join("\n");
        line
    }

    fn tree(&self) -> Tree {
        let mut tree = Tree::default();
        tree.extend(self.lines().map(leaf_of));
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
            "log-keep" => Note::read(&self.note).map(|note| {
                self.kept.push(note);
                json!({ "kept": self.kept.len() })
            }),
            "log-redact" => Ok(self.redact(step)),
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
            "log-extends" => self.extends(|older, newer| newer.verify(older, &pinned(setup, step))),
            "trust-extends" => self.extends(|older, newer| {
                let policy = TrustPolicy::read(&self.witnesses.policy)?;
                Ok(policy.verify_extension(newer, older)?.checkpoint)
            }),
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

    /// Judges the last request as the proof that the note which was kept last is continued.
    fn extends(
        &self,
        verify: impl FnOnce(&Note, &AddCheckpoint) -> Result<Checkpoint, Refusal>,
    ) -> Result<Value, Refusal> {
        let newer = AddCheckpoint::read(&self.witnesses.request)?;
        let Checkpoint { origin, head } = verify(self.kept.last().unwrap(), &newer)?;
        Ok(json!({ "origin": origin, "root": head.root, "size": head.size }))
    }

    fn verify(&self, setup: &Value, step: &Value) -> Result<Value, Refusal> {
        let mut notes = self.kept.clone();
        notes.push(Note::read(&self.note)?);
        let log = VerifiedLog::verify(self.lines(), &notes, &pinned(setup, step))?;
        assert_eq!(log.checkpoint().head, log.tree().head());
        let head = log.checkpoint().head;
        Ok(json!({ "size": head.size, "root": head.root, "votes": log.votes().count() }))
    }
}

/// Counts logs, each signed by a key of its own and verified, and gives the tally with what there is to say of it.
pub(crate) fn tally(setup: &Value, step: &Value) -> Result<(String, Vec<Refusal>), Refusal> {
    let items = |json: &Value| json.as_array().cloned().unwrap_or_default();
    let logs = items(&step["logs"]).into_iter().map(|log| {
        let lines = items(&log["lines"]).into_iter().map(|name| {
            let name = name.as_str().unwrap();
            match name.strip_prefix('~') {
                Some(name) => Line::redacted(leaf_hash(text(&setup["entries"], name).as_bytes())),
                None => text(&setup["entries"], name).to_owned(),
            }
        });
        let lines: Vec<_> = lines.collect();
        let verified = verified(text(&log, "origin"), &lines)?;
        Ok((verified, log["final"].as_u64().unwrap_or_default()))
    });
    let logs = logs.collect::<Result<Vec<_>, Refusal>>()?;
    let sources: Vec<_> = logs
        .iter()
        .map(|(log, final_size)| Source {
            log,
            final_size: *final_size,
        })
        .collect();
    let policies = items(&step["policies"]).into_iter();
    let policies: Vec<_> = policies
        .map(|policy| Policy::read(&policy.to_string()).unwrap())
        .collect();
    let tally = Tally::of(&sources, &policies);
    let mut findings: Vec<_> = tally.findings().collect();
    if let Some(stated) = step.get("stated") {
        let nominations = stated["nominations"].as_u64().unwrap();
        let compared = tally.editions[0].compare(text(stated, "practice"), nominations);
        findings.extend(compared.err());
    }
    Ok((tally.to_json(), findings))
}

/// Signs the lines of a log by a key made of its name alone, and verifies them.
///
/// # Errors
/// What verification refuses.
pub fn verified(origin: &str, lines: &[String]) -> Result<VerifiedLog, Refusal> {
    let key = SigningKey::new(origin, Signs::Notes, &[7; 32])?;
    let mut tree = Tree::default();
    tree.extend(lines.iter().map(|line| leaf_of(line.as_bytes())));
    let (origin, head) = (origin.to_owned(), tree.head());
    let mut note = Note::new(&Checkpoint { origin, head }.to_string())?;
    note.sign(&key, 0)?;
    VerifiedLog::verify(lines.iter().map(String::as_bytes), &[note], key.verifier())
}

/// The leaf hash of a line, or that which stands in the place of its entry.
fn leaf_of(line: &[u8]) -> Hex<32> {
    Line::read(line).map_or_else(|_| leaf_hash(line), |line| line.leaf())
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
