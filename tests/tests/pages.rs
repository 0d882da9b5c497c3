//! Pages: the vectors of `vectors/page`, what must hold for any page, and hostile ones.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use obmen::Context;
use obmen::check::Language;
use obmen::value::Date;
use obmen_formats::page::{Grade, PageReading, read};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Words of the site that belong to no practice.
const FURNITURE: [&str; 8] = [
    "Verification Code",
    "Номинирай",
    "[Nominate]",
    "Въведете кода",
    "Nimasystems",
    "Нимасистъмс",
    "Valid XHTML",
    "Разпечатано",
];

fn context() -> Context {
    Context::on(Date::new(2026, 11, 24).unwrap())
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn data(file: &str) -> Vec<u8> {
    let path = root().join("examples/data").join(file);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn vectors() -> Vec<(String, Value)> {
    let mut files: Vec<PathBuf> = fs::read_dir(root().join("tests/vectors/page"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .collect();
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).unwrap();
            let value =
                serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            (name, value)
        })
        .collect()
}

fn record(reading: &PageReading) -> Value {
    reading.practice.as_ref().map_or(Value::Null, |practice| {
        serde_json::from_str(&obmen::write(practice)).unwrap()
    })
}

/// A text of the vectors: a string, or its lines.
fn text(value: &Value) -> String {
    match value {
        Value::Array(lines) => {
            let lines: Vec<&str> = lines.iter().map(|line| line.as_str().unwrap()).collect();
            lines.join("\n")
        }
        other => other.as_str().unwrap_or_default().to_owned(),
    }
}

/// The page of a case: given whole, or built of its sections.
fn page(case: &Value) -> String {
    if let Some(page) = case.get("page") {
        return text(page);
    }
    let english = case
        .get("language")
        .is_some_and(|language| language == "en");
    let words = if english {
        [
            "Background",
            "Practice",
            "Results",
            "Innovator",
            "Publication Date",
            "Nominations",
        ]
    } else {
        [
            "Предистория",
            "Практика",
            "Резултати",
            "Иноватор",
            "Дата на публикация",
            "Номинации",
        ]
    };
    let section = |name: &str| case.get(name).map(text).unwrap_or_default();
    format!(
        "{}\n\n{}\n\n{}\n\n{}\n\n{}\n\n{}\n\n{}: -\n{}: -\n{}: -\n",
        words[0],
        section("background"),
        words[1],
        section("practice"),
        words[2],
        section("results"),
        words[3],
        words[4],
        words[5],
    )
}

/// The report as the vectors write it: without wording.
fn findings(reading: &PageReading) -> Vec<Value> {
    let report: Value = serde_json::from_str(&reading.report.to_json(Language::En)).unwrap();
    let list = report
        .get("diagnostics")
        .unwrap_or(&report)
        .as_array()
        .unwrap()
        .clone();
    list.iter()
        .map(|found| {
            let mut out = Map::new();
            for key in ["code", "severity", "pointer", "position"] {
                out.insert(key.to_owned(), found[key].clone());
            }
            Value::Object(out)
        })
        .collect()
}

fn leaves(value: &Value, pointer: &str, out: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                let key = key.replace('~', "~0").replace('/', "~1");
                leaves(value, &format!("{pointer}/{key}"), out);
            }
        }
        Value::Array(items) => {
            for (at, value) in items.iter().enumerate() {
                leaves(value, &format!("{pointer}/{at}"), out);
            }
        }
        leaf => out.push((pointer.to_owned(), leaf.clone())),
    }
}

/// The words of a text, so that white space, quotes, dashes and the mark-up between them do not count.
fn words(text: &str) -> String {
    let text = text
        .replace("&amp;", "&")
        .replace("&quot;", "\"")
        .replace("&nbsp;", " ")
        .replace("&#160;", " ");
    let mut out = String::new();
    let mut tag = false;
    for c in text.chars() {
        match c {
            '<' => tag = true,
            '>' => tag = false,
            c if !tag && c.is_alphanumeric() => out.extend(c.to_lowercase()),
            _ => {}
        }
    }
    out
}

/// What holds for the reading of any page, whatever it says; a list of the faults.
fn broken(reading: &PageReading) -> Vec<String> {
    let mut faults = Vec::new();
    let record = record(reading);
    for found in &reading.evidence {
        if reading.text.get(found.span.clone()).is_none() {
            faults.push(format!(
                "{}: {:?} is no span of the text",
                found.pointer, found.span
            ));
        }
        if record.pointer(&found.pointer).is_none() {
            faults.push(format!("{}: evidence for nothing", found.pointer));
        }
    }
    let mut values = Vec::new();
    leaves(&record, "", &mut values);
    for (pointer, value) in &values {
        let own = matches!(pointer.as_str(), "" | "/format" | "/id");
        let found = reading
            .evidence
            .iter()
            .find(|found| found.pointer == *pointer);
        if found.is_none() && !own {
            faults.push(format!("{pointer}: {value} has no evidence"));
        }
        let Some(value) = value.as_str() else {
            continue;
        };
        if let Some(found) = found.filter(|found| found.grade == Grade::Stated) {
            let span = words(reading.text.get(found.span.clone()).unwrap_or_default());
            // Words of a set and roles are obmen's own for what the page says.
            let coded = [
                "/role",
                "/kind",
                "/unit",
                "/language",
                "/status",
                "/published",
                "/with",
            ];
            if !coded.iter().any(|end| pointer.ends_with(end)) && !span.contains(&words(value)) {
                faults.push(format!("{pointer}: {value:?} is not said in {span:?}"));
            }
        }
    }
    for found in &reading.report {
        let outside = found
            .span
            .as_ref()
            .is_some_and(|span| reading.text.get(span.clone()).is_none());
        if outside {
            faults.push(format!("{}: its span is none of the text", found.code()));
        }
    }
    faults
}

fn furniture(reading: &PageReading) -> Vec<String> {
    let mut values = Vec::new();
    leaves(&record(reading), "", &mut values);
    values
        .into_iter()
        .filter(|(_, value)| {
            value
                .as_str()
                .is_some_and(|text| FURNITURE.iter().any(|words| text.contains(words)))
        })
        .map(|(pointer, value)| format!("{pointer}: furniture in {value}"))
        .collect()
}

/// The faults of one case of the vectors.
fn judge(case: &Value) -> Vec<String> {
    let reading = read(page(case).as_bytes(), &context());
    let record = record(&reading);
    let mut faults = broken(&reading);
    faults.extend(furniture(&reading));
    for (pointer, wanted) in case["expect"].as_object().unwrap() {
        let found = record.pointer(pointer).unwrap_or(&Value::Null);
        if found != wanted {
            faults.push(format!("{pointer}: expected {wanted}, found {found}"));
        }
    }
    for (pointer, wanted) in case
        .get("evidence")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        let found = reading
            .evidence
            .iter()
            .find(|found| found.pointer == *pointer)
            .map(|found| {
                let text = reading.text.get(found.span.clone()).unwrap_or_default();
                json!({"text": text, "grade": found.grade.as_str()})
            });
        if found.as_ref() != Some(wanted) {
            faults.push(format!(
                "{pointer}: expected evidence {wanted}, found {found:?}"
            ));
        }
    }
    if let Some(wanted) = case.get("findings") {
        let found: Vec<Value> = findings(&reading)
            .iter()
            .filter(|found| found["code"].as_str().unwrap().starts_with("page/"))
            .map(|found| json!({"code": found["code"], "pointer": found["pointer"]}))
            .collect();
        if Value::Array(found.clone()) != *wanted {
            faults.push(format!("expected findings {wanted}, found {found:?}"));
        }
    }
    faults
}

#[test]
fn the_vectors_hold() {
    let (mut faults, mut cases) = (String::new(), 0);
    for (file, vectors) in vectors() {
        for case in vectors
            .get("cases")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            cases += 1;
            let found = judge(case);
            if !found.is_empty() {
                faults += &format!("\n{file}: {}\n  {}\n", case["name"], found.join("\n  "));
            }
        }
    }
    assert!(cases > 0);
    assert!(faults.is_empty(), "{faults}");
}
