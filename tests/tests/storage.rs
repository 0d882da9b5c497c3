//! Whatever a disk does when the machine stops: what was acknowledged is there, and what was damaged is not gone on with.

use std::collections::{BTreeMap, BTreeSet};

use obmen::nomination::{Algorithm, Class, Hex, Hour, Policy, Reason};
use obmen_nominations::fs::{Error, LogStore, Options};
use obmen_nominations::log::{
    AddCheckpoint, Answer, Checkpoint, Line, Note, SigningKey, Signs, TreeHead, VerifiedLog,
    Witness, WitnessFile,
};
use obmen_nominations::{
    Action, Admission, Decision, Keys, Known, Recorded, Refusal, Request, Ring, Secret, Store,
    leaf_hash, solve,
};
use obmen_tests::disk::{Chance, Disk, OpenDisk};

const ORIGIN: &str = "obmen.example.bg";
const PRACTICE: &str = "flgr:20070736";
const NOW: u64 = 1_772_442_000;

/// No run hands its log over more often.
const MOST_KEYS: u8 = 8;

/// The keys of the log, of which each hands over to the next.
fn key(number: u8) -> SigningKey {
    SigningKey::new(ORIGIN, Signs::Notes, &[7 + number; 32]).unwrap()
}

/// A site that takes votes.
type Site = Admission<LogStore<OpenDisk>>;

/// Opens the log on a disk under a key of it, and takes votes into it.
fn open(disk: &Disk, number: u8, seen: &[TreeHead]) -> Result<Site, Error> {
    let secret = |seed: u8| {
        let bytes: Vec<u8> = (seed..seed + 32).collect();
        Ring::new(Secret::new("1", &bytes).unwrap())
    };
    let mut policy = Policy::new("2026-spring", "bg", Hour::at(0), Hour::at(2 * NOW));
    policy.classes = Class::ALL.to_vec();
    policy.challenge.algorithm = Algorithm::Sha256;
    policy.challenge.cost = 1;
    // What a witness has seen, the log has signed, with the first key or a later one.
    let signed = |head: &TreeHead| {
        let (origin, head) = (ORIGIN.to_owned(), *head);
        let mut note = Note::new(&Checkpoint { origin, head }.to_string()).unwrap();
        note.sign(&key(0), 0).unwrap();
        note
    };
    let open = |new| {
        let options = Options {
            new,
            seen: seen.iter().map(signed).collect(),
            ..Options::default()
        };
        LogStore::over(disk.open(), ORIGIN, key(number), NOW, &options)
    };
    // Nothing is begun but where nothing was.
    let store = match open(false) {
        Err(error) if error.refusal().code() == "nomination/log-not-begun" => open(true),
        opened => opened,
    }?;
    let keys = Keys::new("2026-spring", secret(1), secret(60));
    let mut admission = Admission::new(ORIGIN, policy, keys, store).unwrap();
    admission.open(PRACTICE).unwrap();
    Ok(admission)
}

/// A vote that counts, as its voter was told.
struct Vote {
    line: String,
    withdrawal: Hex<32>,
}

impl Vote {
    fn leaf(&self) -> Hex<32> {
        leaf_hash(self.line.as_bytes())
    }
}

/// What was told to others, over all lives of a site.
#[derive(Default)]
struct Told {
    counted: Vec<Vote>,
    /// The requests whose proofs are used up.
    used: Vec<String>,
    /// The lines of what was recorded besides votes.
    acts: Vec<String>,
    /// The votes that were to be erased, and whether it was told that they are.
    erased: BTreeMap<Hex<32>, bool>,
    /// The key that signs, and whether it was to hand over to the next, which nobody was told.
    key: u8,
    hands_over: bool,
    /// The last head that the witness has cosigned.
    cosigned: Option<TreeHead>,
}

impl Told {
    /// Opens the log under the key that it signs with: under one it opens, and under the other it does not.
    fn open(&mut self, disk: &Disk, seen: &[TreeHead]) -> Result<Site, Error> {
        let site = open(disk, self.key, seen);
        if !self.hands_over {
            return site;
        }
        let code =
            |site: &Result<Site, Error>| site.as_ref().err().map(|error| error.refusal().code());
        let other = Some("nomination/log-other-key");
        if code(&site) == other {
            self.key += 1;
            self.hands_over = false;
            return open(disk, self.key, seen);
        }
        if site.is_ok() {
            drop(site);
            self.hands_over = false;
            let next = open(disk, self.key + 1, seen);
            assert_eq!(code(&next), other);
            return open(disk, self.key, seen);
        }
        site
    }
}

/// What happened in all runs, so that none of it is proven of nothing.
#[derive(Debug, Default, PartialEq, Eq)]
struct Happened {
    failed_openings: usize,
    failed_batches: usize,
    cut: usize,
    kept_untold: usize,
    /// Votes erased, as was told; and those of which nobody was told, by whether they are.
    erased: usize,
    erased_untold: [usize; 2],
    /// The same of keys that handed over.
    handovers: usize,
    handovers_untold: [usize; 2],
    cosigned: usize,
    failed_cosignings: usize,
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

/// Does something of what a site does, and tells of it when it is durable.
fn act(
    site: &mut Site,
    told: &mut Told,
    chance: &mut Chance,
    happened: &mut Happened,
) -> Result<(), Error> {
    match chance.below(8) {
        0 | 1 => erase(site, told, chance, happened),
        2 if told.key + 1 < MOST_KEYS => hand_over(site, told, chance, happened),
        _ => batch(site, told, chance),
    }
}

fn salt<const N: usize>(chance: &mut Chance) -> [u8; N] {
    std::array::from_fn(|_| u8::try_from(chance.below(256)).unwrap())
}

/// Takes a batch of votes, and tells the voters when it is durable.
fn batch(site: &mut Site, told: &mut Told, chance: &mut Chance) -> Result<(), Error> {
    let requests: Vec<_> = (0..=chance.below(12)).map(|_| vote(site, chance)).collect();
    let mut counted = Vec::new();
    for request in &requests {
        let request = Request::read(request).unwrap();
        let salt = salt(chance);
        let proven = site.prove(&request, &Known::default(), NOW, salt)?.unwrap();
        let Decision::Counted(receipt) = site.record(&proven, NOW, salt)? else {
            panic!("a new voter is counted")
        };
        counted.push(Vote {
            line: receipt.line().to_owned(),
            withdrawal: receipt.withdrawal,
        });
    }
    site.commit()?;
    told.counted.append(&mut counted);
    told.used.extend(requests);
    Ok(())
}

/// Erases a vote that was not yet to be; one half of them was withdrawn before it is voided.
fn erase(
    site: &mut Site,
    told: &mut Told,
    chance: &mut Chance,
    happened: &mut Happened,
) -> Result<(), Error> {
    let Some(place) = chance.number().checked_rem(told.counted.len() as u64) else {
        return Ok(());
    };
    let vote = &told.counted[usize::try_from(place).unwrap()];
    let leaf = vote.leaf();
    if told.erased.contains_key(&leaf) {
        return Ok(());
    }
    let mut tell = |recorded: Result<Recorded, Refusal>| told.acts.push(recorded.unwrap().line);
    // Of what was tried before nobody knows whether it is recorded.
    let status = |site: &Site| site.store().status(leaf);
    if chance.below(2) == 0 && status(site) == Some(obmen_nominations::Status::Live) {
        tell(site.withdraw(&vote.line, vote.withdrawal, NOW, salt(chance))?);
    }
    if status(site).is_some() {
        tell(site.void(&vote.line, Reason::Erasure, NOW, salt(chance))?);
    }
    told.erased.insert(leaf, false);
    assert_eq!(site.store_mut().redact(&[leaf])?, [Ok(())]);
    told.erased.insert(leaf, true);
    happened.erased += 1;
    Ok(())
}

/// Hands the log over to its next key.
fn hand_over(
    site: &mut Site,
    told: &mut Told,
    chance: &mut Chance,
    happened: &mut Happened,
) -> Result<(), Error> {
    let next = key(told.key + 1);
    let verifier = next.verifier().clone();
    site.store_mut().rekey(next)?;
    told.hands_over = true;
    let recorded = site.change_log_key(&verifier, NOW, salt(chance))?;
    told.acts.push(recorded.unwrap().line);
    told.hands_over = false;
    told.key += 1;
    happened.handovers += 1;
    Ok(())
}

/// A witness, whose disk may fail too.
struct Partner(Disk);

impl Partner {
    fn new() -> Partner {
        let disk = Disk::default();
        drop(WitnessFile::create_on(disk.open()).unwrap());
        Partner(disk)
    }

    fn key() -> SigningKey {
        SigningKey::new("witness.example.bg", Signs::Cosignatures, &[99; 32]).unwrap()
    }

    fn open(&self) -> Witness<WitnessFile<OpenDisk>> {
        let logs = (0..MOST_KEYS).map(|number| key(number).verifier().clone());
        let file = WitnessFile::on(self.0.open()).unwrap();
        Witness::new(Partner::key(), logs.collect(), file).unwrap()
    }

    /// What it has seen, which is at least what it has cosigned.
    fn latest(&self, told: &Told) -> TreeHead {
        let latest = self.open().latest(ORIGIN).unwrap();
        if let Some(cosigned) = told.cosigned {
            assert!(cosigned.size <= latest.size);
        }
        latest
    }

    /// Cosigns the last checkpoint of the log, unless its disk fails; then the machine stops.
    fn cosign(&self, site: &Site, told: &mut Told, chance: &mut Chance, happened: &mut Happened) {
        let log = site.store();
        if chance.below(3) == 0 {
            self.0.fail_after(0, chance.number());
        }
        let mut witness = self.open();
        let old = witness.latest(ORIGIN).unwrap().size;
        let mut note = log.checkpoint().clone();
        let request = AddCheckpoint::new(log.tree(), old, note.clone()).unwrap();
        match witness.add_checkpoint(&request.to_string(), NOW) {
            Ok(Answer::Cosigned { lines, .. }) => {
                note.cosigned(&lines, Partner::key().verifier()).unwrap();
                told.cosigned = Some(Checkpoint::read(note.text()).unwrap().head);
                happened.cosigned += 1;
            }
            Ok(answer) => panic!("{answer:?}"),
            Err(_) => happened.failed_cosignings += 1,
        }
        drop(witness);
        self.0.crash(chance);
    }
}

/// Holds a log that was opened to what was told.
fn holds(
    disk: &Disk,
    site: &mut Site,
    told: &mut Told,
    chance: &mut Chance,
    happened: &mut Happened,
) {
    let text = String::from_utf8(disk.bytes("entries.jsonl")).unwrap();
    let lines: Vec<_> = text.lines().collect();
    let store = site.store();
    let note = String::from_utf8(disk.bytes("checkpoint")).unwrap();
    assert_eq!(Note::read(&note).unwrap(), *store.checkpoint());
    let handovers: Vec<_> = (0..told.key)
        .map(|number| {
            Note::read(&String::from_utf8(disk.bytes(&format!("handover-{number}"))).unwrap())
                .unwrap()
        })
        .collect();
    assert!(store.checkpoints().starts_with(&handovers));
    assert_eq!(disk.bytes(&format!("handover-{}", told.key)), b"");
    let bytes = lines.iter().map(|line| line.as_bytes());
    let verified = VerifiedLog::verify(bytes, &store.checkpoints(), key(0).verifier()).unwrap();
    assert_eq!(verified.tree().head(), store.tree().head());
    if let Some(cosigned) = told.cosigned {
        assert_eq!(verified.tree().head_at(cosigned.size), Some(cosigned));
    }

    let recorded: BTreeSet<_> = lines.iter().copied().collect();
    assert!(told.acts.iter().all(|line| recorded.contains(&line[..])));
    for vote in &told.counted {
        let leaf = vote.leaf();
        let redacted = Line::redacted(leaf);
        let (whole, gone) = (
            recorded.contains(&vote.line[..]),
            recorded.contains(&redacted[..]),
        );
        match told.erased.get(&leaf) {
            None => assert!(whole && !gone),
            Some(true) => assert!(gone && !whole),
            Some(false) => {
                assert_ne!(gone, whole);
                happened.erased_untold[usize::from(gone)] += 1;
                // What is known now stays so.
                if gone {
                    told.erased.insert(leaf, true);
                } else {
                    told.erased.remove(&leaf);
                }
            }
        }
    }
    for _ in 0..told.used.len().min(5) {
        let used = &told.used[chance.below(told.used.len())];
        assert_eq!(decide(site, used), "nomination/replayed");
    }
}

/// A run: a site lives, its disk fails or its machine stops, and it is opened again.
fn run(seed: u64, happened: &mut Happened) -> (Disk, u8) {
    let (disk, mut told, mut chance) = (Disk::default(), Told::default(), Chance(seed));
    let partner = Partner::new();
    for _ in 0..5 {
        let seen = [partner.latest(&told)];
        if chance.below(2) == 0 {
            disk.fail_after(chance.below(6), chance.number());
            if open(&disk, told.key, &seen).is_err() {
                happened.failed_openings += 1;
            }
            disk.crash(&mut chance);
        }
        let bytes = |name: &str| disk.bytes(name);
        let (before, kept) = (bytes("entries.jsonl"), bytes("cut.jsonl"));
        let (was_untold, key) = (told.hands_over, told.key);
        let mut site = told.open(&disk, &seen).unwrap();
        if was_untold {
            happened.handovers_untold[usize::from(told.key > key)] += 1;
        }
        let after = bytes("entries.jsonl");
        let cut = before.strip_prefix(&after[..]).unwrap();
        happened.cut += usize::from(!cut.is_empty());
        let now_kept = bytes("cut.jsonl");
        assert!(now_kept.starts_with(&kept));
        assert!(cut.is_empty() || now_kept[kept.len()..].starts_with(cut));
        let size = usize::try_from(site.store().head().size).unwrap();
        let known = told.counted.len() + told.acts.len();
        happened.kept_untold += usize::from(size > known);
        holds(&disk, &mut site, &mut told, &mut chance, happened);
        disk.fail_after(chance.below(24), chance.number());
        for _ in 0..5 {
            if act(&mut site, &mut told, &mut chance, happened).is_err() {
                happened.failed_batches += 1;
                // Whatever is tried then, nothing more is written.
                disk.heal();
                let files = disk.files();
                assert!(batch(&mut site, &mut told, &mut chance).is_err());
                assert_eq!(disk.files(), files);
                break;
            }
            if chance.below(2) == 0 {
                partner.cosign(&site, &mut told, &mut chance, happened);
            }
        }
        drop(site);
        disk.crash(&mut chance);
    }
    let seen = [partner.latest(&told)];
    let mut site = told.open(&disk, &seen).unwrap();
    holds(&disk, &mut site, &mut told, &mut chance, happened);
    (disk, told.key)
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
    let mut damaged = BTreeMap::<_, usize>::new();
    for seed in 0..200 {
        let (disk, key) = run(seed, &mut happened);
        let mut chance = Chance(seed);
        for name in ["entries.jsonl", "checkpoint", "handover-0"] {
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
            let error = open(&disk, key, &[]).unwrap_err();
            assert_eq!(error.refusal().code(), "nomination/log-damaged", "{error}");
            assert_eq!(disk.files(), before);
            disk.put(name, sound);
            *damaged.entry(name).or_default() += 1;
        }
        open(&disk, key, &[]).unwrap();
    }
    println!("{happened:?}, {damaged:?} damaged");
    let Happened {
        failed_openings,
        failed_batches,
        cut,
        kept_untold,
        erased,
        erased_untold,
        handovers,
        handovers_untold,
        cosigned,
        failed_cosignings,
    } = happened;
    assert!(failed_openings > 100 && failed_batches > 500);
    assert!(cut > 50 && kept_untold > 50);
    assert!(erased > 100 && handovers > 100 && cosigned > 200 && failed_cosignings > 50);
    // Of what failed half-way some is done and some is not, and never a part.
    let untold = [erased_untold, handovers_untold];
    assert!(untold.as_flattened().iter().all(|times| *times > 5));
    assert!(
        damaged["entries.jsonl"] > 150 && damaged["checkpoint"] > 150 && damaged["handover-0"] > 50
    );
}
