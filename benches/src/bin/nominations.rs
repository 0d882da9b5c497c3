//! Prints what taking votes costs: admissions in memory beside the floor of one hash table, and of them the bytes and
//! the leaf hash of each entry; the memory held; a log in files, the disk apart; and a challenge's answer beside the
//! derivation of its key.
//!
//! Each figure is the median of five passes. Nothing is asserted: machines differ. The allocator counts, which costs
//! both sides of each ratio a few nanoseconds an allocation.

use std::collections::HashMap;
use std::hint::black_box;
use std::io::{self, Write};
use std::time::Instant;

use obmen::nomination::{Class, Entry, Hex, Hour, Policy};
use obmen_benches::{WIDTH, print_row};
use obmen_nominations::fs::{LogStore, Options, Storage};
use obmen_nominations::log::{SigningKey, Signs};
use obmen_nominations::{
    Action, Admission, Answer, Binding, Decision, Identity, Keys, Known, Memory, Proof, Proven,
    Refusal, Request, Ring, Secret, Store, challenge, derive, leaf_hash, solve,
};
use peak_alloc::PeakAlloc;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

const VOTES: u32 = 1_000_000;
/// So many entries of a log are kept beside it.
const KEPT: u32 = 200_000;
const BATCH: usize = 1000;
const PASSES: usize = 5;
const NOW: u64 = 1_772_442_000;
const PRACTICE: &str = "flgr:20070736";

fn secret(id: &str, seed: u8) -> Result<Secret, Refusal> {
    let bytes: Vec<u8> = (seed..seed + 32).collect();
    Secret::new(id, &bytes)
}

fn admission() -> Result<Admission<Memory>, Refusal> {
    let keys = Keys::new(
        "2026-spring",
        Ring::new(secret("site", 1)?),
        Ring::new(secret("scope", 2)?),
    );
    let (opens, closes) = (Hour::at(NOW), Hour::at(NOW + 86_400));
    let mut policy = Policy::new("2026-spring", "bg", opens, closes);
    policy.classes = Class::ALL.to_vec();
    let mut admission = Admission::new("obmen.example.bg", policy, keys, Memory::default())?;
    admission.open(PRACTICE)?;
    Ok(admission)
}

/// Returns the median of five passes, in nanoseconds for each of so many.
fn median(count: u32, mut pass: impl FnMut()) -> f64 {
    pass();
    let mut times: Vec<f64> = (0..PASSES)
        .map(|_| {
            let start = Instant::now();
            pass();
            start.elapsed().as_secs_f64() * 1e9 / f64::from(count)
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times.get(PASSES / 2).copied().unwrap_or_default()
}

/// Records all votes; of each entry that is made, something is done with it.
fn record(votes: &[Proven<'_>], mut each: impl FnMut(&Decision<'_>)) -> Option<Admission<Memory>> {
    let mut admission = admission().ok()?;
    for vote in votes {
        let Ok(decision) = admission.record(vote, NOW, [7; 48]);
        each(&decision);
    }
    Some(admission)
}

/// An entry, its bytes and its leaf hash.
type Kept<'t> = (Entry<'t>, String, Hex<32>);

/// Returns the first entries of a log of these votes, with their bytes.
fn entries(votes: &[Proven<'_>]) -> Vec<Kept<'static>> {
    let mut entries = Vec::new();
    let first = votes.get(..KEPT as usize).unwrap_or(votes);
    record(first, |decision| {
        if let Decision::Counted(receipt) = decision {
            let entry = receipt.entry.clone().into_owned();
            entries.push((entry, receipt.line().to_owned(), receipt.leaf()));
        }
    });
    entries
}

/// Files that are durable at once.
#[derive(Default)]
struct Files(HashMap<String, Vec<u8>>);

impl Storage for Files {
    fn read(&self, name: &str, at: u64, mut buffer: &mut [u8]) -> io::Result<usize> {
        let bytes = self.0.get(name).map_or(&[][..], Vec::as_slice);
        let at = usize::try_from(at).unwrap_or(usize::MAX);
        buffer.write(bytes.get(at..).unwrap_or_default())
    }
    fn append(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let file = self.0.entry(name.to_owned()).or_default();
        file.extend_from_slice(bytes);
        Ok(())
    }
    fn sync(&mut self, _: &str) -> io::Result<()> {
        Ok(())
    }
    fn cut(&mut self, name: &str, size: u64) -> io::Result<()> {
        let file = self.0.entry(name.to_owned()).or_default();
        file.truncate(usize::try_from(size).unwrap_or(usize::MAX));
        Ok(())
    }
    fn replace(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.0.insert(name.to_owned(), bytes.to_vec());
        Ok(())
    }
}

/// Opens the log on files.
fn open(files: Files) -> Option<LogStore<Files>> {
    let key = SigningKey::new("obmen.example.bg", Signs::Notes, &[7; 32]).ok()?;
    let options = Options {
        new: files.0.is_empty(),
        ..Options::default()
    };
    LogStore::over(files, "obmen.example.bg", key, NOW, &options).ok()
}

/// Appends entries to a log in files, and signs each batch. Gives the log.
fn append(entries: &[Kept<'_>]) -> Option<LogStore<Files>> {
    let mut log = open(Files::default())?;
    for batch in entries.chunks(BATCH) {
        for (entry, line, leaf) in batch {
            log.append(entry, line, *leaf, NOW).ok()?;
        }
        log.commit().ok()?;
    }
    Some(log)
}

/// Prints what a log in files costs, the disk apart.
fn files(entries: &[Kept<'_>]) {
    let appended = median(KEPT, || {
        black_box(append(entries));
    });
    let name = format!("appended to a log in files, {BATCH} a checkpoint, no disk");
    println!("{name:<WIDTH$} {appended:>8.0}");
    println!("{:<WIDTH$} {:>8.0} a second", "", 1e9 / appended);
    let mut log = append(entries);
    let opened = median(KEPT, || {
        log = log.take().and_then(|log| open(log.into_storage()));
    });
    // What does not open has no time.
    let opened = log.map_or(f64::NAN, |_| opened);
    println!("{:<WIDTH$} {opened:>8.0}", "such a log opened, an entry");
}

fn main() -> Result<(), Refusal> {
    let requests = (0..VOTES).map(|number| {
        let person = Some(Identity::person(&number.to_string())?);
        let known = Known {
            person,
            ..Known::default()
        };
        Ok((Request::new(PRACTICE, Proof::Eid), known))
    });
    let requests = requests.collect::<Result<Vec<_>, Refusal>>()?;
    let mut prover = admission()?;
    let votes: Vec<Proven<'_>> = requests
        .iter()
        .filter_map(|(request, known)| {
            let Ok(proven) = prover.prove(request, known, NOW, [7; 48]);
            proven.ok()
        })
        .collect();

    println!("{VOTES} votes, medians of {PASSES}");
    println!("{:<WIDTH$} {:>8} {:>8}", "", "ns", "× floor");
    let floor = median(VOTES, || {
        let mut table = HashMap::new();
        for vote in &votes {
            let tag = vote.tag().0;
            table.entry(tag).or_insert(Class::Eid);
        }
        black_box(table);
    });
    print_row("floor: std's hash table of the tags", Some(floor), 1.0);
    let entries = entries(&votes);
    let hashed = median(VOTES, || {
        for (entry, ..) in entries.iter().cycle().take(votes.len()) {
            black_box(leaf_hash(black_box(entry).to_json().as_bytes()));
        }
    });
    let admitted = median(VOTES, || {
        black_box(record(&votes, |decision| {
            black_box(decision);
        }));
    });
    let name = "a proven vote admitted, in memory";
    print_row(name, Some(admitted), admitted / floor);
    println!("{:<WIDTH$} {:>8.0} a second", "", 1e9 / admitted);
    let name = "of it the entry's bytes and leaf hash";
    print_row(name, Some(hashed), hashed / floor);
    let rest = admitted - hashed;
    print_row("all of it but these", Some(rest), rest / floor);
    files(&entries);

    let before = ALLOCATOR.current_usage();
    let held = record(&votes, |_| ());
    let bytes = ALLOCATOR.current_usage() - before;
    drop(held);
    println!(
        "{:<WIDTH$} {:>8} bytes",
        "held for each entry",
        bytes / votes.len()
    );

    challenges()
}

/// Prints what verifying an answer costs beside the derivation of its key.
fn challenges() -> Result<(), Refusal> {
    const ANSWERS: u32 = 200;
    let (ring, binding) = (
        Ring::new(secret("site", 1)?),
        Binding {
            site: "obmen.example.bg",
            practice: PRACTICE,
            edition: "2026-spring",
            action: Action::Vote,
        },
    );
    let policy = obmen::nomination::ChallengePolicy::default();
    let answer = solve(&challenge(&binding, &policy, &ring, NOW, [7; 32])?)?;
    let derived = median(ANSWERS, || {
        for _ in 0..ANSWERS {
            black_box(derive(
                policy.algorithm,
                black_box(&[7; 20]),
                &[7; 16],
                policy.cost,
            ));
        }
    });
    let verified = median(ANSWERS, || {
        for _ in 0..ANSWERS {
            let read = Answer::read(black_box(&answer), &binding, &ring, NOW);
            black_box(read.and_then(|answer| answer.work()).is_ok());
        }
    });
    let read = median(ANSWERS, || {
        for _ in 0..ANSWERS {
            black_box(Answer::read(black_box(&answer), &binding, &ring, NOW).is_ok());
        }
    });
    let name = format!(
        "{} of cost {}: one key derived",
        policy.algorithm, policy.cost
    );
    print_row(&name, Some(derived), 1.0);
    print_row(
        "a challenge's answer verified",
        Some(verified),
        verified / derived,
    );
    print_row("all of it but the derivation", Some(read), read / derived);
    Ok(())
}
