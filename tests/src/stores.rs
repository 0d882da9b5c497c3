//! The steps of a log in files: it is opened, written, damaged, and opened again.

use obmen::nomination::{Entry, Hex};
use obmen_nominations::fs::{Error, LogStore, Options};
use obmen_nominations::log::{
    Checkpoint, Note, SigningKey, Tree, TreeHead, WitnessFile, WitnessStore,
};
use obmen_nominations::{Nonce, Pool, Refusal, Store, leaf_hash};
use serde_json::{Value, json};

use crate::disk::{Disk, OpenDisk};
use crate::votes::text;

/// A disk, and the log that is open on it.
#[derive(Default)]
pub(crate) struct Files {
    disk: Disk,
    log: Option<LogStore<OpenDisk>>,
}

impl Files {
    /// Takes a step, or gives `None` when it is none of files.
    pub(crate) fn step(
        &mut self,
        setup: &Value,
        step: &Value,
        now: u64,
    ) -> Option<Result<Value, Refusal>> {
        let given = match text(step, "do") {
            "store-open" => self.open(setup, step, now),
            "store-close" => {
                self.log = None;
                self.disk.heal();
                Ok(json!({}))
            }
            "store-append" => self.append(setup, step, now),
            "store-nonce" => self.nonce(step, now),
            "store-redact" => {
                let leaf = text(step, "leaf").parse().unwrap();
                match self.log().redact(&[leaf]) {
                    Ok(mut outcomes) => match outcomes.remove(0) {
                        Ok(()) => Ok(json!({})),
                        Err(refusal) => return Some(Err(refusal)),
                    },
                    Err(error) => Err(error),
                }
            }
            "store-witness" => self.witness(setup, step),
            "store-alter" => {
                let [name, from, to] = ["file", "from", "to"].map(|key| text(step, key));
                let altered = String::from_utf8(self.disk.bytes(name)).unwrap();
                assert!(altered.contains(from), "{altered} has no {from}");
                self.disk
                    .put(name, altered.replacen(from, to, 1).into_bytes());
                Ok(json!({}))
            }
            "store-put" => {
                let bytes = text(step, "text").as_bytes().to_vec();
                self.disk.put(text(step, "file"), bytes);
                Ok(json!({}))
            }
            "store-rekey" => {
                let key = SigningKey::read(text(setup, "signer")).unwrap();
                self.log().rekey(key).map(|()| json!({}))
            }
            "store-fail" => {
                let after = usize::try_from(step["after"].as_u64().unwrap()).unwrap();
                self.disk.fail_after(after, 0);
                Ok(json!({}))
            }
            _ => return None,
        };
        Some(given.map_err(|error: Error| error.refusal()))
    }

    fn log(&mut self) -> &mut LogStore<OpenDisk> {
        self.log.as_mut().unwrap()
    }

    fn open(&mut self, setup: &Value, step: &Value, now: u64) -> Result<Value, Error> {
        let key = step["key"].as_str().unwrap_or(text(setup, "signer"));
        let key = SigningKey::read(key).unwrap();
        let origin = step["site"].as_str().unwrap_or(text(setup, "site"));
        let mut options = Options {
            new: step["new"] == true,
            forget_nonces: step["forgetNonces"] == true,
            ..Options::default()
        };
        if let Some(seen) = step.get("seen") {
            options.seen.push(Self::seen(setup, seen));
        }
        let log = LogStore::over(self.disk.open(), origin, key, now, &options)?;
        let head = log.tree().head();
        self.log = Some(log);
        Ok(json!({ "size": head.size, "root": head.root }))
    }

    /// Returns a checkpoint of the log that others have seen, signed by its key, by another, or by none.
    fn seen(setup: &Value, seen: &Value) -> Note {
        let root: Hex<32> = text(seen, "root").parse().unwrap();
        let size = seen["size"].as_u64().unwrap();
        let origin = seen["site"].as_str().unwrap_or(text(setup, "site"));
        let (origin, head) = (origin.to_owned(), TreeHead { size, root });
        let mut note = Note::new(&Checkpoint { origin, head }.to_string()).unwrap();
        let key = seen.get("key").unwrap_or(&setup["signer"]);
        if let Some(key) = key.as_str() {
            note.sign(&SigningKey::read(key).unwrap(), 0).unwrap();
        }
        note
    }

    fn append(&mut self, setup: &Value, step: &Value, now: u64) -> Result<Value, Error> {
        let lines = setup["lines"].as_array().unwrap();
        let count = usize::try_from(step["count"].as_u64().unwrap()).unwrap();
        let log = self.log();
        let from = usize::try_from(log.head().size).unwrap();
        for line in &lines[from..from + count] {
            let line = line.as_str().unwrap();
            let entry = Entry::read(line.as_bytes()).unwrap();
            log.append(&entry, line, leaf_hash(line.as_bytes()), now)?;
        }
        log.commit()?;
        Ok(json!({ "checkpoint": log.checkpoint().to_string() }))
    }

    /// Opens what a witness has seen, lets it see more, and closes it.
    fn witness(&mut self, setup: &Value, step: &Value) -> Result<Value, Error> {
        let mut witness = if step["new"] == true {
            WitnessFile::create_on(self.disk.open())?
        } else {
            WitnessFile::on(self.disk.open())?
        };
        let origin = text(setup, "site");
        let seen = witness.latest(origin)?;
        if let Some(size) = step.get("size") {
            let size = usize::try_from(size.as_u64().unwrap()).unwrap();
            let mut tree = Tree::default();
            let lines = setup["lines"].as_array().unwrap().iter().take(size);
            tree.extend(lines.map(|line| leaf_hash(line.as_str().unwrap().as_bytes())));
            assert_eq!(witness.advance(origin, seen, tree.head())?, None);
        }
        Ok(json!({ "seen": seen.size }))
    }

    fn nonce(&mut self, step: &Value, now: u64) -> Result<Value, Error> {
        let nonce: Hex<16> = text(step, "nonce").parse().unwrap();
        let expires = step["expires"].as_u64().unwrap();
        let log = self.log();
        let used = log.use_nonce(Pool::Answers, nonce.0, expires, now)?;
        log.commit()?;
        Ok(json!({ "fresh": used == Nonce::Fresh }))
    }
}
