//! Whatever is given for a log, its key, its notes or a proof is read as it is written, or refused in words; nothing that
//! its key has not signed is believed; and what it has signed is counted, the same in every order.
#![no_main]

use libfuzzer_sys::fuzz_target;
use obmen::check::Language;
use obmen_nominations::log::{Checkpoint, Line, Note, PlaceProof, Signs, SigningKey, Tree, VerifiedLog, VerifierKey};
use obmen_nominations::{Refusal, Source, Tally, leaf_hash};

const NOW: u64 = 1_772_442_000;

fn told(refusal: &Refusal) {
    for language in [Language::En, Language::Bg] {
        assert!(!refusal.message(language).is_empty() && !refusal.to_json(language).is_empty());
    }
}

/// The lines of one log, signed as they are, up to a size.
fn verified(lines: &[&[u8]], size: u64) -> Result<VerifiedLog, Refusal> {
    let first = lines.first().and_then(|line| Line::read(line).ok());
    let origin = match &first {
        Some(Line::Entry { entry, .. }) => entry.origin.as_ref(),
        _ => "obmen.example.bg",
    };
    let key = SigningKey::new(origin, Signs::Notes, &[7; 32])?;
    let mut tree = Tree::default();
    tree.extend(lines.iter().map(|line| Line::read(line).map_or_else(|_| leaf_hash(line), |line| line.leaf())));
    let notes = [size, tree.size()].into_iter().filter_map(|size| {
        let (origin, head) = (origin.to_owned(), tree.head_at(size)?);
        let mut note = Note::new(&Checkpoint { origin, head }.to_string()).ok()?;
        note.sign(&key, NOW).ok()?;
        Some(note)
    });
    VerifiedLog::verify(lines.iter().copied(), &notes.collect::<Vec<_>>(), key.verifier())
}

fuzz_target!(|bytes: &[u8]| {
    let key = SigningKey::new("obmen.example.bg", Signs::Notes, &[7; 32]).unwrap();
    let mut lines: Vec<_> = bytes.split(|byte| *byte == b'\n').collect();
    if lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    let half = lines.len() / 2;
    match (verified(&lines, half as u64), verified(&lines[..half], 0)) {
        (Ok(log), Ok(beginning)) => {
            let source = |log, final_size| Source { log, final_size };
            let tally = Tally::of(&[source(&log, 1)], &[]);
            let again = Tally::of(&[source(&beginning, 1), source(&log, 0), source(&log, 1)], &[]);
            // Without an entry there is no name, so the beginning is of no log that is known.
            if half > 0 {
                assert_eq!(tally.to_json(), again.to_json());
            }
            tally.findings().for_each(|finding| told(&finding));
        }
        (Err(refusal), _) | (_, Err(refusal)) => told(&refusal),
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    match VerifierKey::read(text) {
        Ok(read) => assert_eq!(read.to_string(), text),
        Err(refusal) => told(&refusal),
    }
    match Checkpoint::read(text) {
        Ok(read) => assert_eq!(Checkpoint::read(&read.to_string()), Ok(read)),
        Err(refusal) => told(&refusal),
    }
    match Note::read(text) {
        Ok(note) => {
            assert_eq!(note.to_string(), text);
            told(&note.verify(key.verifier()).expect_err("nobody has the key"));
        }
        Err(refusal) => told(&refusal),
    }
    match PlaceProof::read(text) {
        Ok(proof) => {
            assert_eq!(proof.to_string(), text);
            told(&proof.verify(leaf_hash(bytes), key.verifier()).expect_err("nobody has the key"));
        }
        Err(refusal) => told(&refusal),
    }
    // Signed with the key, the same text is judged for what it says.
    if let Ok(mut note) = Note::new(text) {
        note.sign(&key, NOW).unwrap();
        assert_eq!(Note::read(&note.to_string()), Ok(note.clone()));
        if let Err(refusal) = VerifiedLog::verify([bytes], &[note], key.verifier()) {
            told(&refusal);
        }
    }
});
