//! Prints what taking votes costs: admissions in memory beside the floor of one hash table, with the bytes and the
//! leaf hash of each entry, the memory held, and a challenge's answer beside the derivation of its key.
//!
//! Each figure is the median of five passes. Nothing is asserted: machines differ. The allocator counts, which costs
//! both sides of each ratio a few nanoseconds an allocation.

use std::collections::HashMap;
use std::hint::black_box;
use std::time::Instant;

use obmen::nomination::{Class, Hour, Policy};
use obmen_benches::{WIDTH, print_row};
use obmen_nominations::{
    Action, Admission, Answer, Binding, Decision, Identity, Keys, Known, Memory, Proof, Proven,
    Refusal, Request, Ring, Secret, challenge, derive, leaf_hash, solve,
};
use peak_alloc::PeakAlloc;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

const VOTES: u32 = 1_000_000;
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
    let admitted = median(VOTES, || {
        black_box(record(&votes, |decision| {
            black_box(decision);
        }));
    });
    print_row(
        "a proven vote admitted, in memory",
        Some(admitted),
        admitted / floor,
    );
    let hashed = median(VOTES, || {
        black_box(record(&votes, |decision| {
            if let Decision::Counted(receipt) = decision {
                black_box(leaf_hash(receipt.entry.to_json().as_bytes()));
            }
        }));
    });
    print_row(
        "the same, with entry bytes and leaf hash",
        Some(hashed),
        hashed / floor,
    );
    println!("{:<WIDTH$} {:>8.0} a second", "", 1e9 / hashed);

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
