//! Whatever a disk does when the machine stops: what was acknowledged is there, and what was damaged is not gone on with.

use std::collections::BTreeSet;

use obmen::nomination::{Algorithm, Class, Hour, Policy};
use obmen_nominations::fs::{Error, LogStore, Options};
use obmen_nominations::log::{Checkpoint, Line, Note, SigningKey, Signs, Tree};
use obmen_nominations::{
    Action, Admission, Decision, Keys, Known, Request, Ring, Secret, Store, solve,
};
use obmen_tests::disk::{Chance, Disk, OpenDisk};

const ORIGIN: &str = "obmen.example.bg";
const PRACTICE: &str = "flgr:20070736";
const NOW: u64 = 1_772_442_000;

fn key() -> SigningKey {
    SigningKey::new(ORIGIN, Signs::Notes, &[7; 32]).unwrap()
}

/// A site that takes votes.
type Site = Admission<LogStore<OpenDisk>>;

/// Opens the log on a disk, and takes votes into it.
fn open(disk: &Disk) -> Result<Site, Error> {
    let secret = |seed: u8| {
        let bytes: Vec<u8> = (seed..seed + 32).collect();
        Ring::new(Secret::new("1", &bytes).unwrap())
    };
    let mut policy = Policy::new("2026-spring", "bg", Hour::at(0), Hour::at(2 * NOW));
    policy.classes = Class::ALL.to_vec();
    policy.challenge.algorithm = Algorithm::Sha256;
    policy.challenge.cost = 1;
    let store = LogStore::over(disk.open(), ORIGIN, key(), NOW, &Options::default())?;
    let keys = Keys::new("2026-spring", secret(1), secret(60));
    let mut admission = Admission::new(ORIGIN, policy, keys, store).unwrap();
    admission.open(PRACTICE).unwrap();
    Ok(admission)
}

/// What voters were told, over all lives of a site.
#[derive(Default)]
struct Told {
    /// The lines of the votes that count.
    counted: Vec<String>,
    /// The requests whose proofs are used up.
    used: Vec<String>,
}

/// What happened in all runs, so that none of it is proven of nothing.
#[derive(Debug, Default, PartialEq, Eq)]
struct Happened {
    failed_openings: usize,
    failed_batches: usize,
    cut: usize,
    kept_untold: usize,
}

fn decide(site: &mut Site, request: &str) -> String {
    let request = Request::read(request).unwrap();
    let decision = site.admit(&request, &Known::default(), NOW, [0; 48]);
    match decision.unwrap() {
        Decision::Counted(_) => "counted".to_owned(),
        decision => decision.refusal().unwrap().code().to_owned(),
    }
}

/// Returns the vote of a new voter, with its proof.
fn vote(site: &Site, chance: &mut Chance) -> String {
    let nonce = std::array::from_fn(|_| u8::try_from(chance.below(256)).unwrap());
    let challenge = site.challenge(PRACTICE, Action::Vote, NOW, nonce);
    let answer = solve(&challenge.unwrap()).unwrap();
    let voter = format!("{:016x}", chance.number());
    format!(
        r#"{{"practice": "{PRACTICE}", "class": "pow", "voter": "{voter}", "answer": "{answer}"}}"#
    )
}

/// Takes a batch of votes, and tells the voters when it is durable.
fn batch(site: &mut Site, told: &mut Told, chance: &mut Chance) -> Result<(), Error> {
    let requests: Vec<_> = (0..=chance.below(12)).map(|_| vote(site, chance)).collect();
    let mut counted = Vec::new();
    for request in &requests {
        let request = Request::read(request).unwrap();
        let salt = std::array::from_fn(|_| u8::try_from(chance.below(256)).unwrap());
        let proven = site.prove(&request, &Known::default(), NOW, salt)?.unwrap();
        let Decision::Counted(receipt) = site.record(&proven, NOW, salt)? else {
            panic!("a new voter is counted")
        };
        counted.push(receipt.line().to_owned());
    }
    site.commit()?;
    told.counted.append(&mut counted);
    told.used.extend(requests);
    Ok(())
}

/// Holds a log that was opened to what voters were told.
fn holds(disk: &Disk, site: &mut Site, told: &Told, chance: &mut Chance) {
    let text = String::from_utf8(disk.bytes("entries.jsonl")).unwrap();
    let lines: Vec<_> = text.lines().collect();
    let mut tree = Tree::default();
    for (line, place) in lines.iter().zip(0..) {
        let Line::Entry { entry, leaf } = Line::read(line.as_bytes()).unwrap() else {
            panic!("nothing was erased")
        };
        assert_eq!(entry.seq, place);
        tree.push(leaf);
    }
    let note = String::from_utf8(disk.bytes("checkpoint")).unwrap();
    let signed = Checkpoint::verify(&Note::read(&note).unwrap(), key().verifier());
    assert_eq!(signed.unwrap().head, tree.head());
    let recorded: BTreeSet<_> = lines.into_iter().collect();
    assert!(told.counted.iter().all(|line| recorded.contains(&line[..])));
    for _ in 0..told.used.len().min(5) {
        let used = &told.used[chance.below(told.used.len())];
        assert_eq!(decide(site, used), "nomination/replayed");
    }
}

/// A run: a site lives, its disk fails or its machine stops, and it is opened again.
fn run(seed: u64, happened: &mut Happened) -> Disk {
    let (disk, mut told, mut chance) = (Disk::default(), Told::default(), Chance(seed));
    for _ in 0..5 {
        if chance.below(2) == 0 {
            disk.fail_after(chance.below(6), chance.number());
            if open(&disk).is_err() {
                happened.failed_openings += 1;
            }
            disk.crash(&mut chance);
        }
        let before = disk.bytes("entries.jsonl").len();
        let mut site = open(&disk).unwrap();
        let after = disk.bytes("entries.jsonl").len();
        happened.cut += usize::from(after < before);
        let size = usize::try_from(site.store().head().size).unwrap();
        happened.kept_untold += usize::from(size > told.counted.len());
        holds(&disk, &mut site, &told, &mut chance);
        disk.fail_after(chance.below(20), chance.number());
        for _ in 0..5 {
            if batch(&mut site, &mut told, &mut chance).is_err() {
                happened.failed_batches += 1;
                // Whatever is tried then, nothing more is written.
                disk.heal();
                let files = disk.files();
                assert!(batch(&mut site, &mut told, &mut chance).is_err());
                assert_eq!(disk.files(), files);
                break;
            }
        }
        drop(site);
        disk.crash(&mut chance);
    }
    holds(&disk, &mut open(&disk).unwrap(), &told, &mut chance);
    disk
}

/// Alters bytes that a checkpoint covers, or the checkpoint.
fn damage(bytes: &mut Vec<u8>, is_lines: bool, chance: &mut Chance) {
    let place = chance.below(bytes.len());
    let way = if is_lines {
        chance.below(5)
    } else {
        chance.below(2)
    };
    match way {
        0 => bytes[place] ^= 1 << chance.below(8),
        1 => bytes.truncate(place),
        2 => {
            let end = bytes.len().min(place / 512 * 512 + 512);
            bytes[place / 512 * 512..end].fill(0);
        }
        _ => {
            let mut lines: Vec<_> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
            let place = chance.below(lines.len());
            if way == 3 {
                lines.remove(place);
            } else {
                lines.insert(place, lines[chance.below(lines.len())]);
            }
            *bytes = lines.concat();
        }
    }
}

#[test]
fn two_hundred_disks_lose_nothing_that_was_acknowledged() {
    let mut happened = Happened::default();
    let mut damaged = 0;
    for seed in 0..200 {
        let disk = run(seed, &mut happened);
        let mut chance = Chance(seed);
        for name in ["entries.jsonl", "checkpoint"] {
            let sound = disk.bytes(name);
            if sound.is_empty() {
                continue;
            }
            let mut altered = sound.clone();
            damage(&mut altered, name == "entries.jsonl", &mut chance);
            // A line that is repeated behind the last is one that nobody was told of.
            if altered.starts_with(&sound) {
                continue;
            }
            disk.put(name, altered);
            let before = disk.files();
            let error = open(&disk).unwrap_err();
            assert_eq!(error.refusal().code(), "nomination/log-damaged", "{error}");
            assert_eq!(disk.files(), before);
            disk.put(name, sound);
            damaged += 1;
        }
        open(&disk).unwrap();
    }
    println!("{happened:?}, {damaged} damaged");
    assert!(
        happened.failed_openings > 100 && happened.failed_batches > 500,
        "{happened:?}"
    );
    assert!(
        happened.cut > 50 && happened.kept_untold > 50,
        "{happened:?}"
    );
    assert!(damaged > 350, "{damaged}");
}
