//! Whatever is handed to a witness is answered, and never cosigned without the log's key; a trust policy that is read is
//! written as one that says the same; static files are taken apart as they are put together.
#![no_main]

use libfuzzer_sys::fuzz_target;
use obmen::check::Language;
use obmen_nominations::log::{
    AddCheckpoint, Answer, Cosigned, Note, Signs, SigningKey, Tree, TrustPolicy, Witness, Witnessed, bundled,
};
use obmen_nominations::{Refusal, leaf_hash};

const ORIGIN: &str = "obmen.example.bg";

fn told(refusal: &Refusal) {
    for language in [Language::En, Language::Bg] {
        assert!(!refusal.message(language).is_empty() && !refusal.to_json(language).is_empty());
    }
}

fuzz_target!(|bytes: &[u8]| {
    if let Some(entries) = bundled(bytes) {
        let length = |entry: &[u8]| u16::try_from(entry.len()).unwrap().to_be_bytes();
        let again: Vec<u8> = entries.iter().flat_map(|entry| [&length(entry)[..], entry].concat()).collect();
        assert_eq!(again, bytes);
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    match TrustPolicy::read(text) {
        Ok(policy) => assert_eq!(TrustPolicy::read(&policy.to_string()), Ok(policy)),
        Err(refusal) => told(&refusal),
    }
    if let Ok(cosigned) = Cosigned::read(text) {
        assert_eq!(cosigned.to_string(), text);
    }
    if let Ok(request) = AddCheckpoint::read(text) {
        assert_eq!(request.to_string(), text);
    }
    let key = |signs, seed| SigningKey::new(ORIGIN, signs, &[seed; 32]).unwrap();
    let log = key(Signs::Notes, 7);
    let witness = SigningKey::new("witness.example.bg", Signs::Cosignatures, &[8; 32]).unwrap();
    let mut witness = Witness::new(witness, vec![log.verifier().clone()], Witnessed::default()).unwrap();
    match witness.add_checkpoint(text, 1).unwrap() {
        Answer::Refused { refusal, .. } => told(&refusal),
        _ => panic!("nobody has the key of the log"),
    }
    // Signed with the key, the same text is judged for what it says: a first line of the log's name makes it a checkpoint.
    let mut tree = Tree::default();
    tree.push(leaf_hash(bytes));
    if let Ok(mut note) = Note::new(text) {
        note.sign(&log, 1).unwrap();
        for old in [0, 1] {
            let answer = witness.add_checkpoint(&format!("old {old}\n\n{note}"), 1).unwrap();
            assert_eq!(answer.status() == 200, note.cosigned(&answer.body(), witness.verifier()).is_ok());
        }
    }
});
