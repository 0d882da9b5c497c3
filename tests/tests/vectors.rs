//! The shared vectors: input, context and the exact report. README.md beside them describes the format.

use std::fmt::Write;
use std::fs;

use obmen::check::{Diagnostic, Language, Safety};
use obmen::value::Json;
use obmen::{Context, Reading};
pub(crate) use obmen_tests::vectors::{Case, cases, parsed};
use obmen_tests::vectors::{files, folder, load};

/// Set by `scripts/vectors --bless`: the answers of this build replace those of the files.
const BLESS: &str = "OBMEN_BLESS";

/// The case with the answers of this build.
fn answered(case: &Case) -> Json<'static> {
    let (_, positions) = case.input();
    let reading = case.read();
    let only = case.json.get("only").and_then(Json::as_str);
    let report = reading
        .report
        .iter()
        .filter(|found| only.is_none_or(|code| code == found.code()))
        .map(|found| entry(found, positions))
        .collect();
    let Json::Object(mut fields) = case.json.clone() else {
        panic!("{}: a case is an object", case.file)
    };
    fields.retain(|(key, _)| key != "report");
    for (key, value) in &mut fields {
        let answer = match &**key {
            "written" => case.written(&reading),
            "mended" => mended(&reading, &case.context(), Safety::Certain),
            "proposed" => mended(&reading, &case.context(), Safety::Suggested),
            _ => continue,
        };
        *value = answer.map_or(Json::Null, Json::from);
    }
    fields.push(("report".into(), Json::Array(report)));
    Json::Object(fields)
}

fn mended(reading: &Reading, context: &Context, safety: Safety) -> Option<String> {
    let practice = reading.practice.as_ref()?;
    let mended = reading.report.mend(practice, context, safety);
    Some(obmen::write(&mended.practice))
}

/// A finding without its words: those have snapshots of their own.
fn entry(found: &Diagnostic, positions: bool) -> Json<'static> {
    let text = serde_json::to_string(&found.in_language(Language::En)).unwrap();
    let Json::Object(mut fields) = parsed(&text) else {
        panic!("a finding is an object")
    };
    fields.retain(|(key, _)| {
        !matches!(&**key, "message" | "help") && (positions || key != "position")
    });
    for (key, value) in &mut fields {
        if let ("fix", Json::Object(fix)) = (&**key, value) {
            fix.retain(|(key, _)| key != "title");
        }
    }
    Json::Object(fields)
}

/// Writes a file as people read it: a line for each field of a case, and for each finding.
fn pretty(file: &Json<'_>, cases: &[Json<'_>]) -> String {
    let description = file.get("description").unwrap_or(&Json::Null);
    let mut out = format!("{{\n  \"description\": {description},\n");
    if let Some(Json::Object(setup)) = file.get("setup") {
        out.push_str("  \"setup\": {");
        for (at, (key, value)) in setup.iter().enumerate() {
            let comma = if at == 0 { "" } else { "," };
            write!(out, "{comma}\n    \"{key}\": {value}").unwrap();
        }
        out.push_str("\n  },\n");
    }
    out.push_str("  \"cases\": [");
    for (at, case) in cases.iter().enumerate() {
        out.push_str(if at == 0 { "\n    {" } else { ",\n    {" });
        let Json::Object(fields) = case else { continue };
        for (at, (key, value)) in fields.iter().enumerate() {
            let comma = if at == 0 { "" } else { "," };
            write!(
                out,
                "{comma}\n      {}: ",
                Json::from(key.clone().into_owned())
            )
            .unwrap();
            match value {
                Json::Array(items) if (key == "report" || key == "steps") && !items.is_empty() => {
                    let items: Vec<_> =
                        items.iter().map(|item| format!("        {item}")).collect();
                    write!(out, "[\n{}\n      ]", items.join(",\n")).unwrap();
                }
                value => write!(out, "{value}").unwrap(),
            }
        }
        out.push_str("\n    }");
    }
    out.push_str("\n  ]\n}\n");
    out
}

#[test]
fn every_vector_gets_its_exact_report() {
    let bless = std::env::var_os(BLESS).is_some();
    let mut wrong = String::new();
    for file_name in files() {
        let (file, cases) = load(&file_name);
        let answers: Vec<_> = cases.iter().map(answered).collect();
        if bless {
            fs::write(folder().join(&file_name), pretty(&file, &answers)).unwrap();
            continue;
        }
        for (case, answer) in cases.iter().zip(&answers) {
            for (key, expected) in [
                ("report", true),
                ("written", false),
                ("mended", false),
                ("proposed", false),
            ] {
                let (given, wanted) = (answer.get(key), case.json.get(key));
                assert!(
                    wanted.is_some() || !expected,
                    "{}: `{}` has no report; run scripts/vectors --bless and read it",
                    case.file,
                    case.name
                );
                // The text, so that the order of keys counts too.
                let (given, wanted) = (given.map(Json::to_string), wanted.map(Json::to_string));
                if given != wanted {
                    writeln!(
                        wrong,
                        "{}: `{}`: {key}\n  wanted {}\n  given  {}",
                        case.file,
                        case.name,
                        wanted.unwrap_or_default(),
                        given.unwrap_or_default()
                    )
                    .unwrap();
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn names_of_cases_are_unique_in_their_file() {
    for file_name in files() {
        let (_, cases) = load(&file_name);
        let mut names: Vec<_> = cases.iter().map(|case| &case.name).collect();
        names.sort();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all, "{file_name}");
    }
}

#[test]
fn a_check_finds_what_reading_finds_but_no_positions() {
    for case in cases().iter().filter(|case| case.is_record()) {
        let reading = case.read();
        let Some(practice) = reading.practice else {
            continue;
        };
        let mut found = Vec::new();
        for mut diagnostic in reading.report.iter().cloned() {
            assert!(
                diagnostic.position.is_some(),
                "{}: {diagnostic:?}",
                case.name
            );
            diagnostic.position = None;
            found.push(diagnostic);
        }
        let checked: Vec<_> = practice.check(&case.context()).iter().cloned().collect();
        assert_eq!(checked, found, "{}: {}", case.file, case.name);
    }
}
