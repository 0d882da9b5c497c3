//! Prints what reading, checking and writing a record cost beside the floor of serde_json, and beside
//! garde, validator and jsonschema.
//!
//! With the name of a row it does the work of that row alone, for a profiler; with `rules` it tells which
//! rules of obmen the others express.
//!
//! Each figure is the median of five passes over the same records, the works taking turns within a
//! pass; ratios are taken within one run. Nothing is asserted: machines differ.

use std::hint::black_box;
use std::num::NonZeroUsize;
use std::time::Instant;

use obmen::check::RULES;
use obmen::{Context, Practice, model};
use obmen_benches::peers::PEERS;
use obmen_benches::{RECORDS, WIDTH, context, mirror, print_row, records};
use obmen_formats::json::{Error, Form, check_parallel};
use serde::de::IgnoredAny;
use serde_json::Value;

const DECODE: &str = "borrowed, decoding alone";
const CHECK: &str = "borrowed, read and check";
const PASSES: usize = 5;
/// Enough for a profiler to see little else.
const PROFILED: usize = 50;
/// The JSON Lines that threads share have at least so many bytes.
const REGISTER: usize = 100_000_000;

/// A work done for each of the records.
struct Work<'a> {
    name: &'static str,
    run: Box<dyn Fn(usize) + 'a>,
    times: Vec<f64>,
}

impl<'a> Work<'a> {
    fn new(name: &'static str, run: impl Fn(usize) + 'a) -> Work<'a> {
        Work {
            name,
            run: Box::new(run),
            times: Vec::new(),
        }
    }

    /// Does the work for so many and notes how long one takes.
    fn time(&mut self, count: usize) {
        let start = Instant::now();
        (0..count).for_each(&self.run);
        let count = u32::try_from(count.max(1)).unwrap_or(u32::MAX);
        self.times
            .push(start.elapsed().as_secs_f64() * 1e9 / f64::from(count));
    }

    /// Returns the nanoseconds that one takes; the first pass warmed up.
    fn median(&self) -> f64 {
        let mut times: Vec<f64> = self.times.iter().copied().skip(1).collect();
        times.sort_by(f64::total_cmp);
        times.get(times.len() / 2).copied().unwrap_or_default()
    }
}

/// Does the works in turns, once to warm up and then as often as the median wants.
fn take_turns(works: &mut [Work<'_>], count: usize) {
    for _ in 0..=PASSES {
        for work in &mut *works {
            work.time(count);
        }
    }
}

/// Returns how many times faster two threads check a register than one, and its megabytes.
fn gain_of_threads(records: &[String], context: &Context) -> (f64, usize) {
    let mut register = String::with_capacity(REGISTER + (1 << 20));
    for record in records.iter().cycle() {
        if register.len() >= REGISTER || record.is_empty() {
            break;
        }
        register.push_str(record);
        register.push('\n');
    }
    let check = |threads: NonZeroUsize| {
        let mut found = 0;
        let done = check_parallel(
            register.as_bytes(),
            Some(Form::Lines),
            context,
            threads,
            |checked| {
                found += checked.report.len();
                Ok::<(), Error>(())
            },
        );
        black_box((found, done.is_ok()));
    };
    let one = NonZeroUsize::MIN;
    let mut works = [
        Work::new("one", |_| check(one)),
        Work::new("two", |_| check(one.saturating_add(1))),
    ];
    take_turns(&mut works, 1);
    let [one, two] = works.each_ref().map(Work::median);
    (one / two, register.len() / 1_000_000)
}

fn main() {
    let wanted = std::env::args().nth(1);
    if wanted.as_deref() == Some("rules") {
        return print_rules();
    }
    let records = records();
    let context = context();
    let practices: Vec<Practice> = records
        .iter()
        .filter_map(|record| obmen::read(record.as_bytes(), &context).practice)
        .collect();
    let bytes = |at: usize| records.get(at).map_or(&b""[..], |record| record.as_bytes());
    let practice = |at: usize| practices.get(at);

    let mut works = vec![
        Work::new("serde_json, owned structs: the floor", |at| {
            black_box(serde_json::from_slice::<mirror::Practice>(bytes(at)).is_ok());
        }),
        Work::new("serde_json, Value", |at| {
            black_box(serde_json::from_slice::<Value>(bytes(at)).is_ok());
        }),
        Work::new("serde_json, IgnoredAny", |at| {
            black_box(serde_json::from_slice::<IgnoredAny>(bytes(at)).is_ok());
        }),
        Work::new(DECODE, |at| {
            let text = simdutf8::compat::from_utf8(bytes(at)).unwrap_or_default();
            black_box(serde_json::from_str::<model::Practice>(text).is_ok());
        }),
        Work::new(CHECK, |at| {
            black_box(obmen::read_borrowed(bytes(at), &context).report.len());
        }),
        Work::new("owned, read and check", |at| {
            black_box(obmen::read(bytes(at), &context).report.len());
        }),
        Work::new("check alone", |at| {
            black_box(practice(at).map(|practice| practice.check(&context)));
        }),
        Work::new("write", |at| {
            black_box(practice(at).map(|practice| obmen::write(practice)));
        }),
    ];
    works.extend(PEERS.map(|peer| {
        Work::new(peer.name, move |at| {
            black_box((peer.accepts)(bytes(at)));
        })
    }));
    // To profile one work alone, name it.
    if let Some(wanted) = wanted {
        for work in works.iter().filter(|work| work.name == wanted) {
            (0..PROFILED).for_each(|_| (0..records.len()).for_each(&work.run));
        }
        return;
    }
    take_turns(&mut works, records.len());

    let size = records.iter().map(String::len).sum::<usize>() / records.len().max(1);
    println!(
        "{RECORDS} records of {size} bytes, one in twenty with faults; medians of {PASSES}; one thread\n"
    );
    println!(
        "{:<WIDTH$} {:>8} {:>8}",
        "throughput over the floor's", "ns", "ratio"
    );
    let floor = works.first().map_or(1.0, Work::median);
    for work in &works {
        let time = work.median();
        print_row(work.name, Some(time), floor / time);
    }
    let time = |name: &str| {
        let work = works.iter().find(|work| work.name == name);
        work.map_or(f64::NAN, Work::median)
    };
    let (decode, check) = (time(DECODE), time(CHECK));
    print_row(
        "(read and check) less decoding, over decoding",
        None,
        (check - decode) / decode,
    );
    let (gain, megabytes) = gain_of_threads(&records, &context);
    let name = format!("check_parallel of {megabytes} MB, two threads over one");
    print_row(&name, None, gain);
}

/// Prints which rules of obmen each peer expresses, and how many it does not.
fn print_rules() {
    let all: usize = RULES.iter().map(|family| family.len()).sum();
    for peer in PEERS {
        let codes = peer.rules.concat();
        let others = all.saturating_sub(codes.len());
        println!(
            "\n{}: {} rules, in whole or in part; the other {others} of the {all} rules of records are not expressed",
            peer.name,
            codes.len()
        );
        let mut family = "";
        for code in codes {
            let (of, name) = code.split_once('/').unwrap_or_default();
            if of == family {
                print!(", {name}");
            } else {
                let end = if family.is_empty() { "" } else { "\n" };
                print!("{end}    {of}: {name}");
                family = of;
            }
        }
        println!();
    }
}
