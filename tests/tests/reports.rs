//! Reports for other programs: what SARIF and GitHub are told is what was found, and a fix of text is the fix.

use obmen::Context;
use obmen::check::{Language, Operation};
use obmen::value::{Date, Json};
use obmen_formats::json::{Form, Records};
use obmen_formats::report::{Format, Found, Writer};
use serde_json::Value;

use crate::{registry, vectors};

/// Two records: what is wrong lies inside of a line, runs over lines, is absent; fixes set, take away, rename.
const REGISTER: &str = r#"[{"id": "Park 1", "language": "bg", "title": "Парк 🌳", "summary": null, "published": "2014-05"}
,
  {"language": "bg", "titel": "А, б: 50 %", "network": {"members": []},
   "media": [{"url": "http://user:pass@kazanlak.example/park"}, {"url": "javascript:void(0)"}],
   "objectives": "едно"}]"#;

/// The report of a register of its name, as other programs read it.
fn written(file: &str, register: &str, format: Format, language: Language) -> String {
    let context = Context::on(Date::new(2026, 11, 24).unwrap());
    let mut writer = Writer::new(Vec::new(), format, language);
    for record in Records::new(register.as_bytes(), Some(Form::Document), &context) {
        let record = record.unwrap();
        let practice = record.reading.practice.as_ref();
        writer
            .write(&Found {
                file,
                record: record.number,
                line: record.line,
                column: record.column,
                id: practice.and_then(|practice| practice.id.as_deref()),
                report: &record.reading.report,
                text: std::str::from_utf8(&record.bytes).unwrap(),
            })
            .unwrap();
    }
    String::from_utf8(writer.finish().unwrap()).unwrap()
}

fn results(log: &Value) -> &Vec<Value> {
    log["runs"][0]["results"].as_array().unwrap()
}

/// The byte of a place of SARIF.
fn byte(text: &str, line: &Value, column: &Value) -> usize {
    let (line, column) = (line.as_u64().unwrap(), column.as_u64().unwrap());
    let start: usize = text
        .split_inclusive('\n')
        .take(usize::try_from(line).unwrap() - 1)
        .map(str::len)
        .sum();
    let mut units = 1;
    for (at, character) in text[start..].char_indices() {
        if units >= column {
            return start + at;
        }
        units += character.len_utf16() as u64;
    }
    text.len()
}

/// The text after a replacement of SARIF.
fn replaced(text: &str, fix: &Value) -> String {
    let change = &fix["artifactChanges"][0]["replacements"][0];
    let region = &change["deletedRegion"];
    let start = byte(text, &region["startLine"], &region["startColumn"]);
    let end = byte(text, &region["endLine"], &region["endColumn"]);
    let inserted = change["insertedContent"]["text"]
        .as_str()
        .unwrap_or_default();
    format!("{}{inserted}{}", &text[..start], &text[end..])
}

#[test]
fn sarif_and_github_say_what_was_found() {
    for (tag, language) in [("en", Language::En), ("bg", Language::Bg)] {
        let log = written("регистър/май 1.json", REGISTER, Format::Sarif, language);
        let (_, results) = log.split_once("\"results\":[").unwrap();
        // Every new rule moves those after it.
        let results: String = results
            .split("\"ruleIndex\":")
            .map(|part| part.trim_start_matches(|digit: char| digit.is_ascii_digit()))
            .map(|part| part.strip_prefix(',').unwrap_or(part))
            .collect();
        insta::assert_snapshot!(format!("sarif_{tag}"), results);
        let commands = written("май, 1.json", REGISTER, Format::GitHub, language);
        insta::assert_snapshot!(format!("github_{tag}"), commands);
    }
}

#[test]
fn a_log_of_sarif_names_its_rules_and_its_places() {
    let text = written("a b/ю.json", REGISTER, Format::Sarif, Language::En);
    let log: Value = serde_json::from_str(&text).unwrap();
    let run = &log["runs"][0];
    assert_eq!(
        (&log["version"], &run["columnKind"]),
        (&"2.1.0".into(), &"utf16CodeUnits".into())
    );
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    // A log is of single records, of which the rules of catalogues and of taking votes say nothing.
    let others = obmen_nominations::RULES
        .iter()
        .chain(obmen_catalogue::RULES);
    let others: Vec<_> = others.copied().flatten().map(|rule| rule.code).collect();
    let of_records = registry::rules().filter(|rule| !others.contains(&rule.code));
    assert_eq!(rules.len(), of_records.count());
    for rule in rules {
        for text in ["shortDescription", "fullDescription", "help"] {
            let text = rule[text]["text"].as_str().unwrap();
            assert!(
                !text.is_empty() && !text.contains(['{', '}', '|']),
                "{rule}"
            );
        }
    }
    assert!(results(&log).len() > 8);
    for result in results(&log) {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "a%20b/%D1%8E.json");
        let region = &place["region"];
        let start = byte(REGISTER, &region["startLine"], &region["startColumn"]);
        let end = byte(REGISTER, &region["endLine"], &region["endColumn"]);
        let marked = &REGISTER[start..end];
        assert!(
            marked == "{" || marked == "[" || Json::parse(marked).is_ok(),
            "{marked}"
        );
    }
    let mut prints: Vec<_> = results(&log)
        .iter()
        .map(|result| result["partialFingerprints"].to_string())
        .collect();
    prints.sort();
    prints.dedup();
    assert_eq!(
        prints.len(),
        results(&log).len(),
        "each finding has its own"
    );
    // A record that moves down keeps its fingerprints, those of its id.
    let moved = written(
        "ю.json",
        &REGISTER.replacen('[', "[{\"id\": \"x\"},\n\n", 1),
        Format::Sarif,
        Language::En,
    );
    let moved: Value = serde_json::from_str(&moved).unwrap();
    let of_park = |log: &Value| -> Vec<String> {
        results(log)
            .iter()
            .filter(|result| result["properties"]["id"] == "Park 1")
            .map(|result| result["partialFingerprints"].to_string())
            .collect()
    };
    assert_eq!(of_park(&log), of_park(&moved));
    assert!(!of_park(&log).is_empty());
}

#[test]
fn a_log_is_whole_when_nothing_was_found() {
    let log = Writer::new(Vec::new(), Format::Sarif, Language::Bg)
        .finish()
        .unwrap();
    let log: Value = serde_json::from_slice(&log).unwrap();
    assert!(results(&log).is_empty());
    assert_eq!(log["runs"][0]["language"], "bg");
    for (format, empty) in [
        (Format::Json, "[]\n"),
        (Format::Lines, ""),
        (Format::GitHub, ""),
    ] {
        let written = Writer::new(Vec::new(), format, Language::En)
            .finish()
            .unwrap();
        assert_eq!(written, empty.as_bytes());
    }
}

#[test]
fn a_fix_of_text_makes_the_record_that_its_patch_makes() {
    let (mut as_text, mut as_patch) = (0, 0);
    for case in vectors::cases() {
        let Ok(text) = String::from_utf8(case.input().0) else {
            continue;
        };
        if text.len() > 1 << 16 {
            continue;
        }
        let reading = case.read();
        let Some(practice) = &reading.practice else {
            continue;
        };
        let mut writer = Writer::new(Vec::new(), Format::Sarif, Language::En);
        writer
            .write(&Found::new("a.json", &text, &reading.report))
            .unwrap();
        let log: Value = serde_json::from_slice(&writer.finish().unwrap()).unwrap();
        // Of a thousand nulls a few are enough.
        for (found, result) in reading.report.iter().zip(results(&log)).take(16) {
            assert_eq!(result["ruleId"], found.code());
            let Some(fix) = &found.fix else {
                assert_eq!(result["properties"].get("fix"), None);
                continue;
            };
            let Some(change) = result.get("fixes").map(|fixes| &fixes[0]) else {
                assert!(result["properties"]["fix"]["patch"].is_array());
                as_patch += 1;
                continue;
            };
            as_text += 1;
            // In the text it tags the bare strings too; the patch is of a record whose strings have tags.
            if found.pointer == "/language" {
                continue;
            }
            let json = obmen::write(practice);
            let patched = Operation::apply_all(&fix.patch, &Json::parse(&json).unwrap()).unwrap();
            let wanted = obmen::read(patched.to_string().as_bytes(), &case.context());
            let given = obmen::read(replaced(&text, change).as_bytes(), &case.context());
            assert_eq!(
                given.practice.as_ref().map(obmen::write),
                wanted.practice.as_ref().map(obmen::write),
                "{}: {}: {}",
                case.name,
                found.code(),
                replaced(&text, change)
            );
        }
    }
    eprintln!("fixes: {as_text} as replacements of text, {as_patch} as patches");
    assert!(as_text > 50 && as_text > as_patch);
}
