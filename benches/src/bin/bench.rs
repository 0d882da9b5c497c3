//! Prints what reading, checking and writing a record cost beside the floor of serde_json.
//!
//! Each figure is the median of five passes over the same records, the works taking turns within a
//! pass; ratios are taken within one run. Nothing is asserted: machines differ.

use std::hint::black_box;
use std::time::Instant;

use obmen::model;
use obmen::value::Date;
use obmen::{Context, Practice};
use obmen_benches::mirror;
use serde::de::IgnoredAny;
use serde_json::Value;

const RECORDS: u64 = 10_000;
const PASSES: usize = 5;
/// Enough for a profiler to see little else.
const PROFILED: usize = 50;

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

    /// Returns the nanoseconds that one record takes.
    fn median(&self) -> f64 {
        let mut times = self.times.clone();
        times.sort_by(f64::total_cmp);
        times.get(times.len() / 2).copied().unwrap_or_default()
    }
}

fn main() {
    let records: Vec<String> = (1..=RECORDS).map(obmen_benches::record).collect();
    let context = Date::new(2026, 11, 24).map_or_else(Context::default, Context::on);
    let practices: Vec<Practice> = records
        .iter()
        .filter_map(|record| obmen::read(record.as_bytes(), &context).practice)
        .collect();
    let bytes = |at: usize| records.get(at).map_or(&b""[..], |record| record.as_bytes());
    let practice = |at: usize| practices.get(at);

    let mut works = [
        Work::new("serde_json, owned structs", |at| {
            black_box(serde_json::from_slice::<mirror::Practice>(bytes(at)).is_ok());
        }),
        Work::new("serde_json, Value", |at| {
            black_box(serde_json::from_slice::<Value>(bytes(at)).is_ok());
        }),
        Work::new("serde_json, IgnoredAny", |at| {
            black_box(serde_json::from_slice::<IgnoredAny>(bytes(at)).is_ok());
        }),
        Work::new("borrowed, decoding alone", |at| {
            let text = simdutf8::compat::from_utf8(bytes(at)).unwrap_or_default();
            black_box(serde_json::from_str::<model::Practice>(text).is_ok());
        }),
        Work::new("borrowed, read and check", |at| {
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
    // To profile one work alone, name it.
    if let Some(wanted) = std::env::args().nth(1) {
        for work in works.iter().filter(|work| work.name == wanted) {
            (0..PROFILED).for_each(|_| (0..records.len()).for_each(&work.run));
        }
        return;
    }
    for pass in 0..=PASSES {
        for work in &mut works {
            let start = Instant::now();
            (0..records.len()).for_each(&work.run);
            let count = u32::try_from(records.len().max(1)).unwrap_or(u32::MAX);
            // The first pass warms up.
            if pass > 0 {
                work.times
                    .push(start.elapsed().as_secs_f64() * 1e9 / f64::from(count));
            }
        }
    }

    let size = records.iter().map(String::len).sum::<usize>() / records.len().max(1);
    println!("{RECORDS} records of {size} bytes, one in twenty with faults; median of {PASSES}");
    let floor = works.first().map_or(1.0, Work::median);
    println!("{:<28} {:>10} {:>22}", "", "ns", "throughput / the first");
    for work in &works {
        let time = work.median();
        println!("{:<28} {time:>10.0} {:>22.2}", work.name, floor / time);
    }
    let [_, _, _, decode, check, ..] = &works;
    let share = (check.median() - decode.median()) / decode.median();
    println!("(read and check) less decoding: {share:.2} of the decoding");
}
