//! Prints how many bytes read records hold over the bytes of their JSON: two rows of the table of `bench`.
//!
//! A program of its own, because an allocator that counts would slow what is timed.

use obmen::Practice;
use obmen_benches::{context, mirror, print_row, records};
use peak_alloc::PeakAlloc;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// Returns the bytes that read records hold over those of their JSON, their vector of exact size included.
fn held<T>(records: &[String], read: impl Fn(&[u8]) -> Option<T>) -> f64 {
    let before = ALLOCATOR.current_usage();
    let mut held = Vec::with_capacity(records.len());
    held.extend(records.iter().filter_map(|record| read(record.as_bytes())));
    let bytes = ALLOCATOR.current_usage() - before;
    drop(held);
    let json: usize = records.iter().map(String::len).sum();
    #[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 bytes")]
    let ratio = bytes as f64 / json as f64;
    ratio
}

fn main() {
    let context = context();
    let records = records();
    let practices = held(&records, |record| -> Option<Practice> {
        obmen::read(record, &context).practice
    });
    let structs = held(&records, |record| {
        serde_json::from_slice::<mirror::Practice>(record).ok()
    });
    print_row("memory of owned practices over their JSON", None, practices);
    print_row("memory of plain owned structs over the JSON", None, structs);
}
