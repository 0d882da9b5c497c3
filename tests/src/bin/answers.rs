//! Prints what is read of every vector, one line a case; `tests/vectors/README.md` says in what form. The
//! other languages print theirs, and the bytes must be the same.

use std::fs;
use std::io::Write;

use obmen::check::Language;
use obmen::value::{Date, Json};
use obmen::{Context, Report};
use obmen_formats::page;
use obmen_tests::vectors::{self, Case};
use serde_json::Value;

/// One line: compact, its keys in this order.
fn line(file: &str, case: &str, written: Option<String>, report: &Report) -> String {
    let text = |text: &str| Json::from(text.to_owned());
    let written = written.map_or(Json::Null, Json::from);
    format!(
        r#"{{"file":{},"case":{},"en":{},"bg":{},"written":{written}}}"#,
        text(file),
        text(case),
        report.to_json(Language::En),
        report.to_json(Language::Bg),
    )
}

/// What is read of a case of records; a practice given as an object has no positions.
fn record(case: &Case) -> String {
    let reading = case.read();
    let (_, positions) = case.input();
    let report = match &reading.practice {
        Some(practice) if !positions => practice.check(&case.context()),
        _ => reading.report.clone(),
    };
    let written = case.written(&reading);
    line(&case.file, &case.name, written, &report)
}

/// What is read of each page of a file.
fn pages(file: &str) -> Vec<String> {
    let context = Context::on(Date::new(2026, 11, 24).unwrap());
    let read = |name: &str, bytes: &[u8]| {
        let reading = page::read(bytes, &context);
        let written = reading.practice.as_ref().map(obmen::write);
        line(file, name, written, &reading.report)
    };
    let text = fs::read_to_string(vectors::folder().join(file)).unwrap();
    let vectors: Value = serde_json::from_str(&text).unwrap();
    let cases = vectors["cases"].as_array().into_iter().flatten();
    let cases = cases.map(|case| {
        read(
            case["name"].as_str().unwrap(),
            vectors::page(case).as_bytes(),
        )
    });
    let fixtures = vectors["fixtures"].as_array().into_iter().flatten();
    let files = fixtures.flat_map(|fixture| fixture["files"].as_array().unwrap());
    let files = files.map(|name| {
        let name = name.as_str().unwrap();
        let path = vectors::folder().join("../../examples/data").join(name);
        read(name, &fs::read(path).unwrap())
    });
    cases.chain(files).collect()
}

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for file in vectors::all_files() {
        let lines = if file.starts_with("page/") {
            pages(&file)
        } else {
            vectors::load(&file).1.iter().map(record).collect()
        };
        for line in lines {
            writeln!(out, "{line}")?;
        }
    }
    out.flush()
}
