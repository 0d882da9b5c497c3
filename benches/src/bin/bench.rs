//! Prints what reading, checking and writing a record cost beside the floor of serde_json.
//!
//! Each figure is the median of five passes over the same records; ratios are taken within one run.
//! Nothing is asserted: machines differ.

use std::hint::black_box;
use std::time::Instant;

use obmen::value::Date;
use obmen::{Context, Practice};
use serde::de::IgnoredAny;
use serde_json::Value;

/// So many records pass by in turn, so that no one stays warm.
const RECORDS: u64 = 500;
const PASSES: usize = 5;

/// Returns the nanoseconds that one record takes, the median of the passes.
fn median<T>(records: &[T], work: impl Fn(&T)) -> f64 {
    // One pass to warm up.
    records.iter().for_each(&work);
    let mut times: Vec<f64> = (0..PASSES)
        .map(|_| {
            let start = Instant::now();
            records.iter().for_each(&work);
            let count = u32::try_from(records.len().max(1)).unwrap_or(u32::MAX);
            start.elapsed().as_secs_f64() * 1e9 / f64::from(count)
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times.get(PASSES / 2).copied().unwrap_or_default()
}

fn main() {
    let records: Vec<String> = (1..=RECORDS).map(obmen_benches::record).collect();
    let context = Date::new(2026, 11, 24).map_or_else(Context::default, Context::on);
    let practices: Vec<Practice> = records
        .iter()
        .filter_map(|record| obmen::read(record.as_bytes(), &context).practice)
        .collect();
    let bytes = records.iter().map(String::len).sum::<usize>() / records.len().max(1);
    println!("{RECORDS} records of {bytes} bytes; nanoseconds a record, median of {PASSES}");

    let value = median(&records, |record| {
        black_box(serde_json::from_slice::<Value>(record.as_bytes()).is_ok());
    });
    let ignored = median(&records, |record| {
        black_box(serde_json::from_slice::<IgnoredAny>(record.as_bytes()).is_ok());
    });
    let read = median(&records, |record| {
        black_box(obmen::read(record.as_bytes(), &context));
    });
    let check = median(&practices, |practice| {
        black_box(practice.check(&context));
    });
    let write = median(&practices, |practice| {
        black_box(obmen::write(practice));
    });
    println!(
        "{:<28} {:>10} {:>9} {:>12}",
        "", "ns", "/ Value", "/ IgnoredAny"
    );
    for (name, time) in [
        ("serde_json, IgnoredAny", ignored),
        ("serde_json, Value", value),
        ("obmen::read (with check)", read),
        ("Practice::check alone", check),
        ("obmen::write", write),
    ] {
        println!(
            "{name:<28} {time:>10.0} {:>9.2} {:>12.2}",
            time / value,
            time / ignored
        );
    }
}
