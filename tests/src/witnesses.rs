//! The steps of witnesses, and of whoever trusts a quorum of them.

use std::collections::BTreeMap;

use obmen_nominations::Refusal;
use obmen_nominations::log::{
    AddCheckpoint, Answer, Note, SigningKey, Tree, TrustPolicy, VerifierKey, Witness, Witnessed,
};
use serde_json::{Value, json};

use crate::votes::text;

/// Every witness by its key, and what the last steps gave.
#[derive(Default)]
pub(crate) struct Witnesses {
    witnesses: BTreeMap<String, Witness<Witnessed>>,
    pub(crate) request: String,
    pub(crate) policy: String,
}

impl Witnesses {
    /// Takes a step, or gives `None` when it is none of a witness. The note is the log's last one.
    pub(crate) fn step(
        &mut self,
        setup: &Value,
        step: &Value,
        now: u64,
        tree: &Tree,
        note: &mut String,
    ) -> Option<Result<Value, Refusal>> {
        Some(match text(step, "do") {
            "witness-ask" => Note::read(note).map(|note| {
                let old = step["old"].as_u64().unwrap();
                self.request = AddCheckpoint::new(tree, old, note).unwrap().to_string();
                json!({ "request": self.request })
            }),
            "witness-add" => self.add(setup, step, now, note),
            "trust" => {
                self.policy = step["policy"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|line| format!("{}\n", line.as_str().unwrap()))
                    .collect();
                TrustPolicy::read(&self.policy)
                    .map(|policy| json!({ "policy": policy.to_string() }))
            }
            "trust-verify" => self.verify(note),
            _ => return None,
        })
    }

    fn add(
        &mut self,
        setup: &Value,
        step: &Value,
        now: u64,
        note: &mut String,
    ) -> Result<Value, Refusal> {
        let key = step["witness"].as_str().unwrap_or(text(setup, "witness"));
        if !self.witnesses.contains_key(key) {
            let logs = step.get("logs").unwrap_or(&setup["logs"]).as_array();
            let logs = logs.unwrap().iter();
            let logs = logs.map(|log| VerifierKey::read(log.as_str().unwrap()));
            let logs = logs.collect::<Result<_, _>>()?;
            let witness = Witness::new(SigningKey::read(key)?, logs, Witnessed::default())?;
            self.witnesses.insert(key.to_owned(), witness);
        }
        let witness = self.witnesses.get_mut(key).unwrap();
        let request = step["request"].as_str().unwrap_or(&self.request);
        let answer = witness.add_checkpoint(request, now).unwrap();
        if let Some(status) = step["status"].as_u64() {
            assert_eq!(u64::from(answer.status()), status, "{step}");
        }
        let (kind, body) = (answer.content_type(), answer.body());
        let seen = (kind == "text/x.tlog.size").then(|| Answer::seen(&body).unwrap());
        assert_eq!(seen, step["seen"].as_u64(), "{step}");
        match answer {
            Answer::Refused { refusal, .. } => Err(refusal),
            _ => {
                let mut cosigned = Note::read(note)?;
                let time = cosigned.cosigned(&body, witness.verifier())?;
                *note = cosigned.to_string();
                Ok(json!({ "lines": body, "time": time }))
            }
        }
    }

    fn verify(&self, note: &str) -> Result<Value, Refusal> {
        let covered = TrustPolicy::read(&self.policy)?.verify(&Note::read(note)?)?;
        let cosigners = covered.cosigners.iter();
        let cosigners: Vec<_> = cosigners
            .map(|each| json!({ "name": each.name, "time": each.time }))
            .collect();
        let size = covered.checkpoint.head.size;
        Ok(json!({ "origin": covered.checkpoint.origin, "size": size, "cosigners": cosigners }))
    }
}
