//! Prints what verifying and counting logs cost, of 1,000,000 entries of three sites: the log verified, the tally, and
//! both from files. `tally lines` writes their lines; `tally FILE` measures what is done with them, for a
//! comparison with what others do with the same file.
//!
//! Each figure is the median of five passes, on one thread. Nothing is asserted: machines differ.

use std::collections::BTreeMap;
use std::error::Error;
use std::hint::black_box;
use std::io::Write;
use std::path::PathBuf;
use std::time::Instant;

use obmen::nomination::{Act, Class, Entry, Hex, Hour, Vote};
use obmen_benches::WIDTH;
use obmen_nominations::fs::Published;
use obmen_nominations::log::{Checkpoint, Note, SigningKey, Signs, Tree, VerifiedLog};
use obmen_nominations::{Refusal, Source, Tally, leaf_hash};

const SITES: u64 = 3;
const ENTRIES: u64 = 1_000_000;
const PRACTICES: u64 = 1_000;
const PASSES: usize = 5;
const START: u64 = 1_772_442_000;

/// The log of a site: its lines, and its key and checkpoint.
struct Log {
    lines: String,
    key: SigningKey,
    note: Note,
}

/// Returns bytes that look like chance.
fn chance<const N: usize>(number: u64) -> Hex<N> {
    let hash = leaf_hash(&number.to_le_bytes());
    let mut bytes = [0; N];
    bytes
        .iter_mut()
        .zip(hash.0)
        .for_each(|(to, from)| *to = from);
    Hex(bytes)
}

/// The lines of a site. Of a hundred entries five repeat a person of another site, and one voids the one before it.
fn lines(site: u64) -> String {
    let (mut lines, mut before) = (String::new(), Hex([0; 32]));
    for seq in 0..ENTRIES / SITES {
        let number = site * ENTRIES + seq;
        let person = if seq % 20 == 7 { seq } else { number };
        let vote = Vote {
            practice: format!("flgr:{}", 20_070_000 + person % PRACTICES).into(),
            class: if seq % 10 == 3 {
                Class::Eid
            } else {
                Class::Email
            },
            scope: "bg".into(),
            tag: chance(person),
            cancel: chance(!number),
        };
        let void = Act::Void {
            target: before,
            reason: obmen::nomination::Reason::Erasure,
        };
        let entry = Entry {
            origin: format!("site{site}.example.bg").into(),
            seq,
            // Ninety days.
            hour: Hour::at(START + seq * 90 * 24 * 3600 / (ENTRIES / SITES)),
            edition: format!("2026-spring@{}", "5a".repeat(32)).into(),
            salt: chance(number << 1),
            act: if seq % 100 == 99 {
                void
            } else {
                Act::Vote(vote)
            },
        };
        let line = entry.to_json();
        before = leaf_hash(line.as_bytes());
        lines += &line;
        lines.push('\n');
    }
    lines
}

fn sign(name: &str, lines: &str) -> Result<(SigningKey, Note), Refusal> {
    let key = SigningKey::new(name, Signs::Notes, &[7; 32])?;
    let mut tree = Tree::default();
    tree.extend(lines.lines().map(|line| leaf_hash(line.as_bytes())));
    let checkpoint = Checkpoint {
        origin: name.to_owned(),
        head: tree.head(),
    };
    let mut note = Note::new(&checkpoint.to_string())?;
    note.sign(&key, 0)?;
    Ok((key, note))
}

fn log(lines: String) -> Result<Log, Box<dyn Error>> {
    let first = lines.lines().next().unwrap_or_default();
    let name = Entry::read(first.as_bytes())
        .map_err(Refusal::from)?
        .origin
        .into_owned();
    let (key, note) = sign(&name, &lines)?;
    Ok(Log { lines, key, note })
}

fn verify(log: &Log) -> Result<VerifiedLog, Refusal> {
    let lines = log.lines.lines().map(str::as_bytes);
    VerifiedLog::verify(lines, std::slice::from_ref(&log.note), log.key.verifier())
}

fn count(logs: &[VerifiedLog]) -> u64 {
    let sources: Vec<_> = logs
        .iter()
        .map(|log| Source {
            log,
            final_size: log.tree().size() / 2,
        })
        .collect();
    let tally = Tally::of(&sources, &[]);
    let editions = tally.editions.iter();
    editions
        .flat_map(|edition| &edition.counts)
        .map(|count| count.votes)
        .sum()
}

/// Prints the median of five passes, in seconds and in entries a second.
fn row(name: &str, entries: u64, mut pass: impl FnMut()) {
    pass();
    let mut times: Vec<f64> = (0..PASSES)
        .map(|_| {
            let start = Instant::now();
            pass();
            start.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let time = times.get(PASSES / 2).copied().unwrap_or_default();
    #[expect(clippy::cast_precision_loss, reason = "a figure for people")]
    let rate = entries as f64 / time / 1e6;
    println!("{name:<WIDTH$} {time:>8.3} s {rate:>8.2} million a second");
}

/// What others do with the file: the persons of each practice, without voids, signatures and trees.
fn group(text: &str) -> Result<usize, Refusal> {
    let mut practices = BTreeMap::<_, Vec<Hex<16>>>::new();
    for line in text.lines() {
        if let Act::Vote(vote) = Entry::read(line.as_bytes())?.act {
            practices.entry(vote.practice).or_default().push(vote.tag);
        }
    }
    let persons = practices.into_values().map(|mut tags| {
        tags.sort_unstable();
        tags.dedup();
        tags.len()
    });
    Ok(persons.sum())
}

fn main() -> Result<(), Box<dyn Error>> {
    match std::env::args().nth(1).as_deref() {
        Some("lines") => {
            let mut out = std::io::stdout().lock();
            (0..SITES).try_for_each(|site| out.write_all(lines(site).as_bytes()))?;
            return Ok(());
        }
        Some(path) => return file(path),
        None => (),
    }
    let logs = (0..SITES).map(|site| log(lines(site)));
    let logs = logs.collect::<Result<Vec<_>, _>>()?;
    let entries = SITES * (ENTRIES / SITES);
    println!("{entries} entries of {SITES} logs, medians of {PASSES}, one thread");
    row("logs verified: entries, tree, signature", entries, || {
        for log in &logs {
            black_box(verify(log).is_ok());
        }
    });
    row("of that, the entries read", entries, || {
        for line in logs.iter().flat_map(|log| log.lines.lines()) {
            black_box(Entry::read(line.as_bytes()).is_ok());
        }
    });
    row("of that, the leaves hashed", entries, || {
        for line in logs.iter().flat_map(|log| log.lines.lines()) {
            black_box(leaf_hash(line.as_bytes()));
        }
    });
    let verified = logs.iter().map(verify).collect::<Result<Vec<_>, _>>()?;
    row("tally of verified logs", entries, || {
        black_box(count(&verified));
    });
    Ok(())
}

/// Measures what is done with the lines of three logs in one file, and in the folder of each, as their sites have them.
fn file(path: &str) -> Result<(), Box<dyn Error>> {
    let text = std::fs::read_to_string(path)?;
    let mut parts = BTreeMap::<_, String>::new();
    for line in text.lines() {
        let (_, rest) = line.split_once(r#""origin":""#).unwrap_or_default();
        let (origin, _) = rest.split_once('"').unwrap_or_default();
        let part = parts.entry(origin).or_default();
        part.push_str(line);
        part.push('\n');
    }
    let mut folders = Vec::new();
    for (origin, lines) in parts {
        let folder = PathBuf::from(format!("{path}.{origin}"));
        let log = log(lines)?;
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join("entries.jsonl"), log.lines)?;
        std::fs::write(folder.join("checkpoint"), log.note.to_string())?;
        folders.push((folder, log.key));
    }
    drop(text);
    let entries = SITES * (ENTRIES / SITES);
    let counted = || {
        let logs = folders.iter();
        let logs = logs.map(|(folder, key)| Published::read(folder)?.verify(key.verifier()));
        let verified = logs.collect::<Result<Vec<_>, _>>();
        verified.map(|verified| count(&verified))
    };
    let grouped = || Ok::<_, Box<dyn Error>>(group(&std::fs::read_to_string(path)?)?);
    // Persons of several sites count once.
    println!("votes: {} counted, {} grouped", counted()?, grouped()?);
    row("obmen: read, verified and counted", entries, || {
        black_box(counted().is_ok());
    });
    row("obmen: read and grouped, nothing verified", entries, || {
        black_box(grouped().is_ok());
    });
    Ok(())
}
