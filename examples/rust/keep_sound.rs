//! Keeps the sound records of a register in JSON Lines, and says of the others why not.
//!
//! `cargo run -p obmen-examples --bin keep_sound < register.jsonl > sound.jsonl`

use std::io::{self, BufRead, Write};

use obmen::check::{Language, Severity};
use obmen::value::Date;
use obmen::{Context, write};

fn main() -> io::Result<()> {
    let context = Date::new(2026, 11, 24).map(Context::on).unwrap_or_default();
    let mut out = io::stdout().lock();
    for (number, line) in io::stdin().lock().lines().enumerate() {
        match obmen::read(line?.as_bytes(), &context).into_sound() {
            // `sound.rules_version()` belongs beside the stored record: later rules never make it unsound.
            Ok(sound) => writeln!(out, "{}", write(&sound))?,
            Err(unsound) => {
                let errors = unsound
                    .report
                    .iter()
                    .filter(|found| found.severity == Severity::Error);
                for found in errors {
                    eprintln!(
                        "record {}: {}: {}",
                        number + 1,
                        found.pointer,
                        found.message(Language::En)
                    );
                }
            }
        }
    }
    Ok(())
}
