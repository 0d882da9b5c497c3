//! Notes, checkpoints, proofs and whole logs: what was signed holds, and whatever else does not.

use data_encoding::BASE64;
use obmen_nominations::leaf_hash;
use obmen_nominations::log::{
    Checkpoint, MAX_SIGNATURES, Note, PlaceProof, SigningKey, Signs, Tree, TreeHead, VerifiedLog,
    VerifierKey,
};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::log::tree;

const ORIGIN: &str = "obmen.example.bg";

/// The key and the note that the documentation of golang.org/x/mod/sumdb/note shows, and its tests sign.
const GO_KEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const GO_SIGNER: &str =
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const GO_NOTE: &str = "If you think cryptography is the answer to your problem,\n\
    then you don't know what your problem is.\n\n\
    — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

fn key(name: &str, signs: Signs, seed: u8) -> SigningKey {
    SigningKey::new(name, signs, &[seed; 32]).unwrap()
}

fn signed(head: TreeHead, key: &SigningKey) -> Note {
    let origin = key.verifier().name().to_owned();
    let mut note = Note::new(&Checkpoint { origin, head }.to_string()).unwrap();
    note.sign(key, 0).unwrap();
    note
}

#[test]
fn notes_are_signed_and_verified_as_go_does() {
    let note = Note::read(GO_NOTE).unwrap();
    let key = VerifierKey::read(GO_KEY).unwrap();
    assert!(note.verify(&key).is_ok());
    let signer = SigningKey::read(GO_SIGNER).unwrap();
    assert_eq!(
        (signer.verifier(), signer.text().as_str()),
        (&key, GO_SIGNER)
    );
    let mut again = Note::new(note.text()).unwrap();
    again.sign(&signer, 0).unwrap();
    assert_eq!(again.to_string(), GO_NOTE);
}

#[test]
fn a_key_is_read_whole_and_unchanged_or_not_at_all() {
    for text in [GO_KEY, GO_SIGNER] {
        let read = |text: &str| VerifierKey::read(text).is_ok() || SigningKey::read(text).is_ok();
        assert!(read(text));
        // From the second plus on GO_SIGNER is no whole key either.
        for (start, end) in
            (0..text.len()).flat_map(|start| (start..text.len()).map(move |end| (start, end)))
        {
            assert!(!read(&text[start..end]), "{}", &text[start..end]);
        }
        for at in 0..text.len() {
            let mut bytes = text.as_bytes().to_vec();
            bytes[at] += 1;
            let changed = String::from_utf8(bytes).unwrap();
            assert!(!read(&changed), "{changed}");
        }
    }
}

#[test]
fn eighteen_checkpoints_hold_and_no_byte_of_them_may_change() {
    let key = key(ORIGIN, Signs::Notes, 7);
    let tree = tree(17);
    let mut refused = 0;
    for size in 0..=17 {
        let head = tree.head_at(size).unwrap();
        let note = signed(head, &key).to_string();
        let judge = |text: &str| Checkpoint::verify(&Note::read(text)?, key.verifier());
        let origin = ORIGIN.to_owned();
        assert_eq!(judge(&note).unwrap(), Checkpoint { origin, head });
        for at in 0..note.len() {
            for bit in 0..8 {
                let mut bytes = note.as_bytes().to_vec();
                bytes[at] ^= 1_u8 << bit;
                let Ok(changed) = String::from_utf8(bytes) else {
                    continue;
                };
                assert!(judge(&changed).is_err(), "{changed:?}");
                refused += 1;
            }
        }
    }
    assert!(refused > 18 * 1000, "{refused}");
}

#[test]
fn a_witness_signs_beside_the_log_and_only_its_latest_word_stays() {
    let (log, witness) = (
        key(ORIGIN, Signs::Notes, 7),
        key("witness.example.bg", Signs::Cosignatures, 8),
    );
    let mut note = signed(tree(5).head(), &log);
    for time in [30, 20] {
        note.sign(&witness, time).unwrap();
        let read = Note::read(&note.to_string()).unwrap();
        assert_eq!(read.verify(witness.verifier()), Ok(time));
        assert_eq!(read.verify(log.verifier()), Ok(0));
        assert_eq!(read.to_string().lines().count(), 6);
    }
    for seed in 9..(9 + 14) {
        let witness = key("witness.example.bg", Signs::Cosignatures, seed);
        note.sign(&witness, 1).unwrap();
    }
    assert_eq!(note.to_string().lines().count(), 4 + MAX_SIGNATURES);
    let refusal = note.sign(&key("late.example.bg", Signs::Cosignatures, 1), 1);
    assert_eq!(refusal.unwrap_err().code(), "nomination/log-note-not-read");
    note.sign(&witness, u64::MAX).unwrap();
    assert_eq!(note.verify(witness.verifier()), Ok(i64::MAX as u64));
}

/// A void, the shortest of entries.
fn line(seq: u64) -> String {
    let (hash, salt) = ("5a".repeat(32), format!("{seq:032x}"));
    format!(
        r#"{{"edition":"2026-spring@{hash}","hour":"2026-03-01T09Z","kind":"void","origin":"{ORIGIN}","reason":"erasure","salt":"{salt}","seq":{seq},"target":"{hash}","v":1}}"#
    )
}

fn verifies(lines: &[String], note: &Note, key: &SigningKey) -> bool {
    let lines = lines.iter().map(String::as_bytes);
    VerifiedLog::verify(lines, std::slice::from_ref(note), key.verifier()).is_ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_proof_is_kept_as_text_and_proves_its_own_entry(size in 1_u64..300, at in any::<Index>(), other in any::<Index>()) {
        let (tree, key) = (tree(300), key(ORIGIN, Signs::Notes, 7));
        let head = tree.head_at(size).unwrap();
        let index = at.index(usize::try_from(size).unwrap()) as u64;
        let mut proof = PlaceProof::new(&tree, index, signed(head, &key)).unwrap();
        proof.extra = index.is_multiple_of(2).then(|| vec![7; at.index(9)]);
        let read = PlaceProof::read(&proof.to_string()).unwrap();
        prop_assert_eq!(&read, &proof);
        let leaf = |index: u64| leaf_hash(&index.to_be_bytes());
        let place = read.verify(leaf(index), key.verifier()).unwrap();
        prop_assert_eq!((place.index, place.checkpoint.head), (index, head));
        let other = other.index(300) as u64;
        prop_assert_eq!(read.verify(leaf(other), key.verifier()).is_ok(), other == index);
        let fork = TreeHead { root: leaf(1000), ..head };
        prop_assert_eq!(PlaceProof::new(&tree, index, signed(fork, &key)), None);
        prop_assert_eq!(PlaceProof::new(&tree, size, signed(head, &key)), None);
    }

    #[test]
    fn a_log_holds_as_it_was_signed_and_in_no_other_form(
        size in 2_u64..20, at in any::<Index>(), other in any::<Index>(), byte in any::<Index>(), bit in 0_u8..7,
    ) {
        let key = key(ORIGIN, Signs::Notes, 7);
        let lines: Vec<_> = (0..size).map(line).collect();
        let mut tree = Tree::default();
        tree.extend(lines.iter().map(|line| leaf_hash(line.as_bytes())));
        let note = signed(tree.head(), &key);
        prop_assert!(verifies(&lines, &note, &key));
        let (at, other) = (at.index(lines.len()), other.index(lines.len()));
        let mut without = lines.clone();
        without.remove(at);
        prop_assert!(!verifies(&without, &note, &key));
        let mut twice = lines.clone();
        twice.insert(other, lines[at].clone());
        prop_assert!(!verifies(&twice, &note, &key));
        let mut exchanged = lines.clone();
        exchanged.swap(at, other);
        prop_assert_eq!(verifies(&exchanged, &note, &key), at == other);
        let mut altered = lines.clone();
        let mut bytes = lines[at].clone().into_bytes();
        bytes[byte.index(lines[at].len())] ^= 1_u8 << bit;
        altered[at] = String::from_utf8(bytes).unwrap();
        prop_assert!(!verifies(&altered, &note, &key));
        let older = signed(tree.head_at(other as u64).unwrap(), &key);
        prop_assert!(!verifies(&lines, &older, &key));
        prop_assert!(verifies(&lines[..other], &older, &key));
    }
}

#[test]
fn base64_has_one_form() {
    // The decoder alone takes several texts, each padded, one behind the other.
    let in_two = |code: &str| {
        let bytes = BASE64.decode(code.as_bytes()).unwrap();
        let code = BASE64.encode(&bytes[..1]) + &BASE64.encode(&bytes[1..]);
        assert_eq!(BASE64.decode(code.as_bytes()).unwrap(), bytes);
        code
    };
    let code = GO_NOTE.trim_end().rsplit(' ').next().unwrap();
    let note = GO_NOTE.replace(code, &in_two(code));
    assert_eq!(
        Note::read(&note).unwrap_err().code(),
        "nomination/log-note-not-read"
    );
    let (before, code) = GO_KEY.rsplit_once('+').unwrap();
    let key = format!("{before}+{}", in_two(code));
    assert_eq!(
        VerifierKey::read(&key).unwrap_err().code(),
        "nomination/log-bad-key"
    );
    let root = tree(1).head().root;
    let root = BASE64.encode(&root.0);
    let checkpoint = |root: &str| Checkpoint::read(&format!("{ORIGIN}\n1\n{root}\n"));
    assert!(checkpoint(&root).is_ok() && checkpoint(&in_two(&root)).is_err());
}
