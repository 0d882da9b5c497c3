//! Witnesses and quorums: no sequence of requests makes a witness cosign two trees of which none extends the other, and no
//! fork is covered twice. Tiles: every proof can be made of them, and of what changed alone.

use std::collections::BTreeMap;

use obmen::nomination::{Act, Entry, Hex, Hour, Reason};
use obmen_nominations::leaf_hash;
use obmen_nominations::log::{
    AddCheckpoint, Answer, Checkpoint, Cosigned, Line, Note, PlaceProof, SigningKey, Signs,
    StaticFile, TileBuilder, Tree, TreeHead, TrustPolicy, VerifiedLog, Witness, Witnessed,
    bundle_path, bundled,
};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::log::tree;

const ORIGIN: &str = "obmen.example.bg";

fn log() -> SigningKey {
    SigningKey::new(ORIGIN, Signs::Notes, &[7; 32]).unwrap()
}

fn witness(seed: u8) -> Witness<Witnessed> {
    let name = format!("witness-{seed}.example.bg");
    let key = SigningKey::new(&name, Signs::Cosignatures, &[seed; 32]).unwrap();
    Witness::new(key, vec![log().verifier().clone()], Witnessed::default()).unwrap()
}

fn signed(head: TreeHead) -> Note {
    let origin = ORIGIN.to_owned();
    let mut note = Note::new(&Checkpoint { origin, head }.to_string()).unwrap();
    note.sign(&log(), 0).unwrap();
    note
}

/// A tree of which the leaves from `fork` on are its own.
fn forked(branch: u8, fork: u64, size: u64) -> Tree {
    let mut tree = Tree::default();
    tree.extend((0..size).map(|index| {
        let branch = if index < fork { 0 } else { branch };
        leaf_hash(&[&[branch][..], &index.to_be_bytes()].concat())
    }));
    tree
}

/// The log of a tree, of whose lines nothing is left.
fn erased(tree: &Tree) -> VerifiedLog {
    let lines: Vec<_> = tree.leaves().iter().copied().map(Line::redacted).collect();
    let lines = lines.iter().map(String::as_bytes);
    VerifiedLog::verify(lines, &[signed(tree.head())], log().verifier()).unwrap()
}

/// A policy of which so many of these witnesses must cosign.
fn policy(least: usize, witnesses: &[Witness<Witnessed>]) -> TrustPolicy {
    let mut text = format!("log {}\n", log().verifier());
    let mut names = String::new();
    for (at, witness) in witnesses.iter().enumerate() {
        text += &format!("witness w{at} {}\n", witness.verifier());
        names += &format!(" w{at}");
    }
    TrustPolicy::read(&format!(
        "{text}group all-of-them {least}{names}\nquorum all-of-them\n"
    ))
    .unwrap()
}

/// A request of a branch, at a size, from an old size; perhaps with the proof of another.
type Ask = (u8, u64, u64, Option<(u8, u64)>);

fn asks() -> impl Strategy<Value = Vec<Ask>> {
    let other = proptest::option::weighted(0.3, (0..3_u8, 0..12_u64));
    proptest::collection::vec((0..3_u8, 0..12_u64, 0..12_u64, other), 1..60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_witness_never_cosigns_two_trees_of_which_none_extends_the_other(fork in 0..12_u64, asks in asks(), honest in any::<bool>()) {
        let branches: Vec<_> = (0..3).map(|branch| forked(branch, fork, 12)).collect();
        let mut witness = witness(8);
        let mut cosigned: Vec<(u8, TreeHead)> = Vec::new();
        for (branch, size, old, other) in asks {
            let tree = &branches[usize::from(branch)];
            let head = tree.head_at(size).unwrap();
            // Half of the logs ask from where the witness is, so that they come further.
            let old = if honest { witness.latest(ORIGIN).unwrap().size } else { old };
            let (prover, upto) = other.unwrap_or((branch, size));
            let proof = branches[usize::from(prover)].consistency(old, upto).unwrap_or_default();
            let proof: String = proof.iter().map(|hash| data_encoding::BASE64.encode(&hash.0) + "\n").collect();
            let before = witness.latest(ORIGIN).unwrap();
            let answer = witness.add_checkpoint(&format!("old {old}\n{proof}\n{}", signed(head)), 5).unwrap();
            let after = witness.latest(ORIGIN).unwrap();
            if let Answer::Cosigned { .. } = answer {
                prop_assert_eq!(after, head);
                cosigned.push((branch, head));
            } else {
                prop_assert_eq!(after, before);
            }
        }
        // All are heads of one tree, in the order of their sizes.
        for pair in cosigned.windows(2) {
            let [(_, older), (branch, newer)] = pair else { unreachable!() };
            prop_assert!(older.size <= newer.size);
            prop_assert_eq!(branches[usize::from(*branch)].head_at(older.size), Some(*older));
        }
    }

    #[test]
    fn no_two_forks_are_covered_while_quorums_overlap_in_an_honest_witness(
        count in 1..6_usize, least in 1..6_usize, dishonest in 0..4_usize, fork in 0..9_u64, sizes in (1..9_u64, 1..9_u64),
        order in proptest::collection::vec(any::<bool>(), 6),
    ) {
        prop_assume!(least <= count && dishonest <= count);
        let trees = [forked(1, fork, 9), forked(2, fork, 9)];
        let heads = [trees[0].head_at(sizes.0).unwrap(), trees[1].head_at(sizes.1).unwrap()];
        let mut notes = heads.map(signed);
        // Two of each: who is dishonest shows each side another face.
        let mut faces: Vec<[Witness<Witnessed>; 2]> = (0..count).map(|at| {
            let seed = 10 + u8::try_from(at).unwrap();
            [witness(seed), witness(seed)]
        }).collect();
        let policy = policy(least, &faces.iter().map(|[face, _]| witness_of(face)).collect::<Vec<_>>());
        for (at, faces) in faces.iter_mut().enumerate() {
            let sides = if order[at] { [0, 1] } else { [1, 0] };
            for side in sides {
                let face = &mut faces[if at < dishonest { side } else { 0 }];
                let seen = face.latest(ORIGIN).unwrap();
                let Some(request) = AddCheckpoint::new(&trees[side], seen.size, signed(heads[side])) else {
                    continue;
                };
                let answer = face.add_checkpoint(&request.to_string(), 5).unwrap();
                if answer.status() == 200 {
                    notes[side].cosigned(&answer.body(), face.verifier()).unwrap();
                }
            }
        }
        let one_log = (0..2).any(|side| {
            let (small, large) = (heads[side], &trees[1 - side]);
            small.size <= heads[1 - side].size && large.head_at(small.size) == Some(small)
        });
        let split = notes.iter().all(|note| policy.is_met(note)) && !one_log;
        prop_assert!(!split || 2 * least <= count + dishonest, "k {least} of {count}, {dishonest} dishonest");
        // With so few honest witnesses it can be split, and then somebody must see it.
        if !one_log && 2 * least <= dishonest {
            prop_assert!(notes.iter().all(|note| policy.is_met(note)));
        }
    }

    #[test]
    fn no_two_forks_are_final_though_every_witness_signs_what_it_likes(
        count in 1..6_usize, least in 1..6_usize, dishonest in 0..4_usize, fork in 0..8_u64,
        asked in proptest::collection::vec((any::<Index>(), 0..2_usize, 1..9_u64), 1..60),
    ) {
        prop_assume!(least <= count && dishonest <= count);
        let trees = [forked(1, fork, 9), forked(2, fork, 9)];
        let mut faces: Vec<[Witness<Witnessed>; 2]> = (0..count).map(|at| {
            let seed = 10 + u8::try_from(at).unwrap();
            [witness(seed), witness(seed)]
        }).collect();
        let policy = policy(least, &faces.iter().map(|[face, _]| witness_of(face)).collect::<Vec<_>>());
        let mut cosigned = [Cosigned::default(), Cosigned::default()];
        for (at, side, size) in asked {
            let at = at.index(count);
            let face = &mut faces[at][if at < dishonest { side } else { 0 }];
            let note = signed(trees[side].head_at(size).unwrap());
            let seen = face.latest(ORIGIN).unwrap();
            let Some(request) = AddCheckpoint::new(&trees[side], seen.size, note.clone()) else {
                continue;
            };
            let answer = face.add_checkpoint(&request.to_string(), 5).unwrap();
            if answer.status() == 200 {
                cosigned[side].add(&note, &answer.body(), face.verifier()).unwrap();
            }
        }
        let [one, other] = [0, 1].map(|side| {
            let log = erased(&trees[side]);
            policy.final_size(&log, cosigned[side].notes()).unwrap()
        });
        let split = one > fork && other > fork;
        prop_assert!(!split || 2 * least <= count + dishonest, "k {least} of {count}, {dishonest} dishonest");
    }

    #[test]
    fn what_is_final_never_shrinks_in_whatever_order_witnesses_answer(
        least in 1..5_usize, asked in proptest::collection::vec((0..4_u8, 0..40_u64, any::<Index>()), 1..40),
    ) {
        let tree = tree(40);
        let verified = erased(&tree);
        let mut witnesses: Vec<_> = (10..14).map(witness).collect();
        let policy = policy(least, &witnesses);
        // Every witness signs what grows; what it answers comes when it likes.
        let mut answers = Vec::new();
        for (at, size, place) in asked {
            let witness = &mut witnesses[usize::from(at)];
            let seen = witness.latest(ORIGIN).unwrap().size;
            let Some(request) = AddCheckpoint::new(&tree, seen, signed(tree.head_at(size).unwrap())) else {
                continue;
            };
            let answer = witness.add_checkpoint(&request.to_string(), 5).unwrap();
            prop_assert_eq!(answer.status(), 200);
            answers.insert(place.index(answers.len() + 1), (usize::from(at), size, answer.body()));
        }
        let mut cosigned = Cosigned::default();
        let mut latest = [None; 4];
        let (mut before, mut most) = (0, 0);
        for (at, size, answer) in answers {
            let note = signed(tree.head_at(size).unwrap());
            let kept = cosigned.add(&note, &answer, witnesses[at].verifier()).unwrap();
            prop_assert_eq!(kept.text(), note.text());
            most = most.max(kept.cosigners().len());
            latest[at] = latest[at].max(Some(size));
            let size = policy.final_size(&verified, cosigned.notes()).unwrap();
            prop_assert!(size >= before);
            // So many witnesses have signed at least that much.
            let mut sizes = latest;
            sizes.sort_unstable_by_key(|size| std::cmp::Reverse(*size));
            prop_assert_eq!(size, sizes[least - 1].unwrap_or_default());
            before = size;
            let notes = cosigned.notes();
            let sizes: Vec<_> = notes.iter().map(|note| Checkpoint::read(note.text()).unwrap().head.size).collect();
            prop_assert!(sizes.is_sorted_by(|newer, older| newer > older));
            prop_assert!(notes.len() < 2 * latest.iter().flatten().count());
            prop_assert_eq!(notes.iter().map(|note| note.cosigners().len()).max(), Some(most));
            prop_assert_eq!(Cosigned::read(&cosigned.to_string()).unwrap(), cosigned.clone());
        }
    }

    #[test]
    fn every_proof_is_made_of_tiles(size in 1_u64..700, at in any::<Index>(), old in any::<Index>()) {
        let tree = tree(700);
        let at = at.index(usize::try_from(size).unwrap()) as u64;
        let old = old.index(usize::try_from(size).unwrap() + 1) as u64;
        let lines: Vec<_> = tree.leaves().iter().map(|leaf| Line::redacted(*leaf)).collect();
        let hashes = |old, size| files(&lines, old, size).into_iter().filter(|(path, _)| !path.starts_with("tile/entries"));
        // A folder that has grown in two steps has the files of each.
        let mut grown: BTreeMap<_, _> = hashes(0, old).collect();
        grown.extend(hashes(old, size));
        let whole: BTreeMap<_, _> = hashes(0, size).collect();
        prop_assert!(whole.iter().all(|(path, bytes)| grown.get(path) == Some(bytes)));
        let note = signed(tree.head_at(size).unwrap());
        let proof = PlaceProof::new(&tree, at, note.clone()).unwrap();
        let read = PlaceProof::from_tiles(at, note.clone(), |path| whole.get(path).cloned());
        prop_assert_eq!(read.as_ref(), Some(&proof));
        // Only the full tiles may be left.
        let later: BTreeMap<_, _> = hashes(0, 700).filter(|(path, _)| !path.contains(".p/")).collect();
        if size <= 512 {
            let full = |path: &str| later.get(path).or_else(|| grown.get(path)).cloned();
            prop_assert_eq!(PlaceProof::from_tiles(at, note.clone(), full), Some(proof));
        }
        prop_assert_eq!(PlaceProof::from_tiles(size, note.clone(), |path| whole.get(path).cloned()), None);
        prop_assert_eq!(PlaceProof::from_tiles(at, note, |path| {
            whole.get(path).map(|bytes| bytes[1..].to_vec())
        }), None);
    }

    #[test]
    fn bundles_hold_the_lines_that_the_tiles_hold_the_hashes_of(
        size in 1_usize..600, at in any::<Index>(), old in any::<Index>(), erased in proptest::collection::btree_set(0_usize..600, 0..3),
    ) {
        let old = old.index(size + 1);
        let lines: Vec<String> = (0..size).map(entry).collect();
        let mut forgot = lines.clone();
        for at in erased.iter().filter(|at| **at < size) {
            forgot[*at] = Line::redacted(leaf_hash(lines[*at].as_bytes()));
        }
        let whole: BTreeMap<_, _> = files(&forgot, 0, size as u64).into_iter().collect();
        let read: Vec<_> = (0..size.div_ceil(256)).flat_map(|tile| {
            let path = bundle_path(tile as u64 * 256, size as u64).unwrap();
            bundled(&whole[&path]).unwrap()
        }).collect();
        prop_assert!(read == forgot.iter().map(String::as_bytes).collect::<Vec<_>>());
        let hashes: Vec<u8> = lines.iter().flat_map(|line| leaf_hash(line.as_bytes()).0).collect();
        let tiled: Vec<u8> = whole.iter().filter(|(path, _)| path.starts_with("tile/0/")).flat_map(|(_, bytes)| bytes.clone()).collect();
        prop_assert_eq!(tiled, hashes);
        // What is written anew is what changed: whatever was added to, and the bundles in which a line was erased.
        let mut grown: BTreeMap<_, _> = files(&lines, 0, old as u64).into_iter().collect();
        let before = grown.clone();
        for (path, bytes) in files(&forgot, old as u64, size as u64) {
            prop_assert!(grown.insert(path.clone(), bytes.clone()).is_none_or(|was| was != bytes), "{}", path);
            prop_assert_eq!(whole.get(&path), Some(&bytes));
        }
        prop_assert!(whole.iter().all(|(path, bytes)| grown.get(path) == Some(bytes)));
        if erased.iter().all(|at| *at >= old / 256 * 256) {
            prop_assert!(before.iter().all(|(path, bytes)| path.contains(".p/") || grown.get(path) == Some(bytes)));
        }
        let bytes = &whole[&bundle_path(0, size as u64).unwrap()];
        let cut = at.index(bytes.len() - 1) + 1;
        let entries = bundled(&bytes[..cut]).map(|entries| entries.len());
        prop_assert!(entries.is_none_or(|count| count < 256.min(size)));
    }
}

/// An entry of a log at a place.
fn entry(seq: usize) -> String {
    let reasons = [Reason::Erasure, Reason::Irregular, Reason::Order];
    let act = Act::Void {
        target: leaf_hash(&seq.to_be_bytes()),
        reason: reasons[seq % 3],
    };
    Entry {
        origin: ORIGIN.into(),
        seq: seq as u64,
        hour: Hour::at(1_772_442_000),
        edition: format!("2026-spring@{}", "ab".repeat(32)).into(),
        salt: Hex([5; 16]),
        act,
    }
    .to_json()
}

/// The files of the first lines of a log that it has not at an older size.
fn files(lines: &[String], old: u64, size: u64) -> Vec<StaticFile> {
    let mut tiles = TileBuilder::new(old);
    let mut files = Vec::new();
    for line in &lines[..usize::try_from(size).unwrap()] {
        files.extend(tiles.push(line.as_bytes()).unwrap());
    }
    files.extend(tiles.partial());
    let mut tree = Tree::default();
    let lines = lines.iter().take(usize::try_from(size).unwrap());
    tree.extend(lines.map(|line| Line::read(line.as_bytes()).unwrap().leaf()));
    assert_eq!(tiles.head(), tree.head());
    files
}

/// The same witness again, for a policy that needs its key only.
fn witness_of(face: &Witness<Witnessed>) -> Witness<Witnessed> {
    let name = face.verifier().name();
    let seed = name
        .trim_start_matches("witness-")
        .split('.')
        .next()
        .unwrap();
    witness(seed.parse().unwrap())
}

#[test]
fn the_tiles_of_seventy_thousand_entries_are_those_of_the_specification() {
    let tree = tree(70_000);
    let lines: Vec<_> = tree.leaves().iter().copied().map(Line::redacted).collect();
    let mut widths: BTreeMap<(String, usize), usize> = BTreeMap::new();
    for (path, bytes) in files(&lines, 0, 70_000) {
        let level = path.split('/').nth(1).unwrap().to_owned();
        let width = if level == "entries" {
            bundled(&bytes).unwrap().len()
        } else {
            bytes.len() / 32
        };
        *widths.entry((level, width)).or_default() += 1;
    }
    let found: Vec<_> = widths
        .iter()
        .map(|((level, width), count)| (&**level, *width, *count))
        .collect();
    assert_eq!(
        found,
        [
            ("0", 112, 1),
            ("0", 256, 273),
            ("1", 17, 1),
            ("1", 256, 1),
            ("2", 1, 1),
            ("entries", 112, 1),
            ("entries", 256, 273),
        ]
    );
    let root = tree.head_at(256).unwrap().root;
    let last = files(&lines, 0, 256).pop().unwrap();
    assert_eq!(last, ("tile/1/000.p/1".to_owned(), root.0.to_vec()));
    let entries: Vec<_> = (0..512).map(entry).collect();
    assert!(files(&entries, 512, 512).is_empty() && files(&entries, 900, 300).is_empty());
    let mut tiles = TileBuilder::new(0);
    let refused = tiles.push(b"{}").unwrap_err();
    assert!(refused.code.starts_with("nomination/entry-"));
    assert_eq!(tiles.head(), Tree::default().head());
    assert!(tiles.partial().is_empty());
}

/// A note, cosigned by witnesses of these seeds.
fn cosigned_by(head: TreeHead, seeds: &[u8]) -> Note {
    let mut note = signed(head);
    for seed in seeds {
        let name = format!("witness-{seed}.example.bg");
        let key = SigningKey::new(&name, Signs::Cosignatures, &[*seed; 32]).unwrap();
        note.sign(&key, 5).unwrap();
    }
    note
}

#[test]
fn a_fork_that_anybody_known_has_signed_is_told() {
    let (own, other) = (forked(1, 3, 9), forked(2, 3, 9));
    let log = erased(&own);
    let policy = policy(2, &[witness(10), witness(11)]);
    let size = |notes: &[Note]| {
        let size = policy.final_size(&log, notes);
        size.map_err(|refusal| refusal.code())
    };
    let at = |tree: &Tree, size| tree.head_at(size).unwrap();
    let both = cosigned_by(at(&own, 4), &[10, 11]);
    assert_eq!(size(&[]), Ok(0));
    assert_eq!(size(std::slice::from_ref(&both)), Ok(4));
    // Two that saw different checkpoints have both seen the smaller.
    let apart = [
        cosigned_by(at(&own, 9), &[10]),
        cosigned_by(at(&own, 7), &[11]),
    ];
    assert_eq!(size(&apart), Ok(7));
    assert_eq!(size(&[both.clone(), apart[0].clone()]), Ok(4));
    // Where both forks are one nothing is wrong.
    assert_eq!(size(&[cosigned_by(at(&other, 3), &[10, 11])]), Ok(3));
    let restored = Err("nomination/log-restored");
    for cosigners in [&[][..], &[10], &[12], &[10, 11]] {
        let fork = cosigned_by(at(&other, 4), cosigners);
        assert_eq!(size(&[both.clone(), fork]), restored);
    }
    // Signed by a key of the log's name that nobody knows: a witness knew it, or it says nothing.
    let unsigned = |cosigners| {
        let note = cosigned_by(at(&other, 4), cosigners).to_string();
        let lines = note
            .lines()
            .filter(|line| !line.starts_with(&format!("— {ORIGIN} ")));
        let key = SigningKey::new(ORIGIN, Signs::Notes, &[9; 32]).unwrap();
        let mut own = Note::new(
            &Checkpoint {
                origin: ORIGIN.to_owned(),
                head: at(&other, 4),
            }
            .to_string(),
        )
        .unwrap();
        own.sign(&key, 0).unwrap();
        let signature = own.to_string().lines().last().unwrap().to_owned();
        let lines: Vec<_> = lines.map(str::to_owned).chain([signature]).collect();
        Note::read(&(lines.join("\n") + "\n")).unwrap()
    };
    assert_eq!(size(&[both.clone(), unsigned(&[])]), Ok(4));
    assert_eq!(size(&[both.clone(), unsigned(&[12])]), Ok(4));
    assert_eq!(size(&[both.clone(), unsigned(&[11])]), restored);
    let beyond = cosigned_by(forked(1, 3, 12).head(), &[]);
    assert_eq!(size(&[beyond]), restored);

    let altered =
        |from: &str, to: &str| Note::read(&both.to_string().replacen(from, to, 1)).unwrap();
    assert_eq!(
        size(&[altered(ORIGIN, "other.example.bg")]),
        Err("nomination/log-other-origin")
    );
    assert_eq!(
        size(&[altered("\n4\n", "\n5\n")]),
        Err("nomination/log-wrong-signature")
    );
    let none = TrustPolicy::of_logs([self::log().verifier().clone()]).unwrap();
    assert_eq!(none.final_size(&log, &[both]).unwrap(), 0);
    let none = TrustPolicy::of_logs([
        self::log().verifier().clone(),
        self::log().verifier().clone(),
    ]);
    assert_eq!(none.unwrap_err().code(), "nomination/trust-duplicate-key");
}

#[test]
fn cosigned_checkpoints_are_read_as_they_are_written() {
    let tree = tree(40);
    let note =
        |size: u64, seeds: &[u8]| cosigned_by(tree.head_at(size).unwrap(), seeds).to_string();
    let text = [note(9, &[1]), note(7, &[2]), note(2, &[1, 2, 3])].join("\n");
    let read = Cosigned::read(&text).unwrap();
    assert_eq!((read.notes().len(), read.to_string()), (3, text.clone()));
    let many = |count: u64| {
        (0..count)
            .map(|size| note(40 - size, &[]))
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert_eq!(Cosigned::read(&many(32)).unwrap().notes().len(), 32);
    let unsigned = text.split_inclusive("\n\n").next().unwrap();
    for (text, code) in [
        (String::new(), "log-note-not-read"),
        ("\n".to_owned(), "log-note-not-read"),
        (many(33), "log-note-not-read"),
        (text.trim_end().to_owned(), "log-note-not-read"),
        (format!("{text}\n"), "log-note-not-read"),
        (text.replacen("\n\n", "\n", 1), "log-note-not-read"),
        (format!("{text}\n{unsigned}"), "log-note-not-read"),
        (
            text.replacen("\n7\n", "\n07\n", 1),
            "log-checkpoint-not-read",
        ),
    ] {
        let refusal = Cosigned::read(&text).unwrap_err();
        assert_eq!(refusal.code(), format!("nomination/{code}"), "{text}");
    }
    // What nobody could read again is not kept, and nothing else is lost by it.
    let mut kept = read.clone();
    let long = SigningKey::new(&"w".repeat(17_000), Signs::Cosignatures, &[5; 32]).unwrap();
    let checkpoint = signed(tree.head_at(9).unwrap());
    let mut theirs = Note::new(checkpoint.text()).unwrap();
    theirs.sign(&long, 5).unwrap();
    let answer = theirs.to_string().split_off(checkpoint.text().len() + 1);
    let refusal = kept.add(&checkpoint, &answer, long.verifier()).unwrap_err();
    assert_eq!(
        (refusal.code(), kept),
        ("nomination/log-note-not-read", read)
    );
}

#[test]
fn of_two_that_ask_at_once_one_is_cosigned() {
    /// A store in which another request is always faster.
    struct Raced(Witnessed, Vec<TreeHead>);
    impl obmen_nominations::log::WitnessStore for Raced {
        type Error = std::convert::Infallible;
        fn latest(&self, origin: &str) -> Result<TreeHead, Self::Error> {
            self.0.latest(origin)
        }
        fn advance(
            &mut self,
            origin: &str,
            from: TreeHead,
            to: TreeHead,
        ) -> Result<Option<TreeHead>, Self::Error> {
            if let Some(other) = self.1.pop() {
                let Ok(before) = self.0.latest(origin);
                assert_eq!(self.0.advance(origin, before, other), Ok(None));
            }
            self.0.advance(origin, from, to)
        }
    }
    let tree = tree(9);
    let at = |size| tree.head_at(size).unwrap();
    let key = SigningKey::new("witness.example.bg", Signs::Cosignatures, &[8; 32]).unwrap();
    let store = Raced(Witnessed::default(), vec![at(7)]);
    let mut witness = Witness::new(key, vec![log().verifier().clone()], store).unwrap();
    let ask = |old, size| {
        AddCheckpoint::new(&tree, old, signed(at(size)))
            .unwrap()
            .to_string()
    };
    let answer = witness.add_checkpoint(&ask(0, 5), 1).unwrap();
    assert_eq!((answer.status(), &*answer.body()), (409, "7\n"));
    assert_eq!(witness.latest(ORIGIN), Ok(at(7)));
    assert_eq!(witness.add_checkpoint(&ask(7, 9), 1).unwrap().status(), 200);
    let empty = Hex(Tree::default().head().root.0);
    assert_eq!(witness.latest("another.example.bg").unwrap().root, empty);
}
