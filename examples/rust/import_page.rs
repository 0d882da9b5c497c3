//! Turns a page of an exchange into a record, and shows for each value the words that it rests on.
//!
//! `cargo run -p obmen-examples --bin import_page examples/data/smolyan.txt`

use std::{env, fs, io};

use obmen::Context;
use obmen::value::Date;

fn main() -> io::Result<()> {
    let path = env::args()
        .nth(1)
        .unwrap_or_else(|| "examples/data/smolyan.txt".to_owned());
    let page = fs::read(path)?;
    let context = Date::new(2026, 11, 24).map(Context::on).unwrap_or_default();
    let reading = obmen_formats::page::read(&page, &context);
    for found in &reading.evidence {
        let words = reading.text.get(found.span.clone()).unwrap_or_default();
        let start: String = words.chars().take(50).collect();
        println!("{:50} {:8} {start:?}", found.pointer, found.grade.as_str());
    }
    Ok(())
}
