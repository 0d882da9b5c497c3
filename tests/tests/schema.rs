//! The JSON Schema, held to the vectors by a validator that knows nothing of obmen.

use std::collections::BTreeMap;

use jsonschema::Validator;
use obmen::Context;
use obmen::schema::{EXPRESSED, json_schema};
use serde_json::Value;

use crate::vectors;

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(&json_schema()).unwrap();
    jsonschema::meta::validate(&schema).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

/// The codes of the schema that reading reports, and the others.
fn reported(bytes: &[u8]) -> (Vec<&'static str>, Vec<&'static str>) {
    let report = obmen::read(bytes, &Context::default()).report;
    report
        .iter()
        .map(obmen::Diagnostic::code)
        .partition(|code| EXPRESSED.contains(code))
}

#[test]
fn a_vector_is_valid_if_and_only_if_reading_reports_no_code_of_the_schema() {
    let validator = validator();
    let mut judged: BTreeMap<&str, usize> = BTreeMap::new();
    for case in vectors::cases().iter().filter(|case| case.is_record()) {
        let (bytes, _) = case.input();
        let Ok(record @ Value::Object(_)) = serde_json::from_slice::<Value>(&bytes) else {
            continue;
        };
        let (expressed, others) = reported(&bytes);
        // A validator sees one of two equal keys; and of a thousand findings and more not all are told.
        let unseen = [
            "shape/duplicate-field",
            "shape/too-many-faults",
            "shape/too-deep",
            "shape/too-large",
        ];
        if others.iter().any(|code| unseen.contains(code)) {
            continue;
        }
        let faults: Vec<_> = validator
            .iter_errors(&record)
            .map(|fault| format!("{}: {fault}", fault.instance_path()))
            .collect();
        assert_eq!(
            faults.is_empty(),
            expressed.is_empty(),
            "{}: {}: {expressed:?}, {faults:?}",
            case.file,
            case.name
        );
        for code in expressed {
            *judged.entry(code).or_default() += 1;
        }
        *judged.entry("").or_default() += 1;
    }
    eprintln!("{judged:?}");
    assert!(judged.remove("").is_some_and(|all| all > 250));
    assert!(EXPRESSED.iter().all(|code| judged.contains_key(code)));
}

#[test]
fn every_field_is_held_to_its_shape() {
    let validator = validator();
    let values = [
        "null",
        "true",
        "0",
        "-1",
        "2.5",
        "7.0",
        "9007199254740991",
        "9007199254740992",
        "\"\"",
        "\"initiator\"",
        "\"lead\"",
        "\"expected\"",
        "\"2013-08\"",
        "\"2013\\n\"",
        "[]",
        "[null]",
        "[\"a\"]",
        "[{}]",
        "[[]]",
        "{}",
        "{\"bg\": \"а\"}",
        "{\"bg\": null}",
        "{\"bg\": 1}",
        "{\"name\": \"a\"}",
    ];
    let schema: Value = serde_json::from_str(&json_schema()).unwrap();
    let mut places: Vec<(String, String)> = Vec::new();
    let fields = |schema: &Value| -> Vec<String> {
        let fields = schema["properties"].as_object().unwrap();
        fields.keys().cloned().collect()
    };
    for field in fields(&schema) {
        places.push((format!("{{\"{field}\": "), "}".into()));
    }
    for (before, record, after) in [
        ("{\"initiator\": ", "organisation", "}"),
        ("{\"initiator\": {\"contact\": ", "contact", "}}"),
        ("{\"network\": {\"members\": [", "member", "]}}"),
        ("{\"results\": {\"items\": [", "result", "]}}"),
        (
            "{\"results\": {\"items\": [{\"indicator\": ",
            "indicator",
            "}]}}",
        ),
        ("{\"project\": {\"budget\": ", "budget", "}}"),
        ("{\"awards\": [", "award", "]}"),
        ("{\"media\": [", "media", "]}"),
        ("{\"source\": ", "source", "}"),
    ] {
        for field in fields(&schema["$defs"][record]) {
            places.push((format!("{before}{{\"{field}\": "), format!("}}{after}")));
        }
    }
    let mut refused = 0;
    for (before, after) in &places {
        for value in values {
            let text = format!("{before}{value}{after}");
            let record: Value = serde_json::from_str(&text).unwrap();
            let (expressed, _) = reported(text.as_bytes());
            assert_eq!(
                validator.is_valid(&record),
                expressed.is_empty(),
                "{text}: {expressed:?}"
            );
            refused += usize::from(!expressed.is_empty());
        }
    }
    eprintln!(
        "{} fields, {refused} of {} refused",
        places.len(),
        places.len() * values.len()
    );
    assert!(places.len() > 60 && refused > 500);
}

#[test]
fn dates_are_those_of_the_calendar() {
    let validator = validator();
    let dates = (0..=9999)
        .step_by(7)
        .chain([1900, 2000, 2100, 2400])
        .flat_map(|year| {
            (0..=13).flat_map(move |month| {
                (0..=32).map(move |day| format!("{year:04}-{month:02}-{day:02}"))
            })
        });
    let others = (0..=9999).step_by(41).flat_map(|year| {
        (0..=13)
            .map(move |month| format!("{year:04}-{month:02}"))
            .chain([format!("{year:04}"), year.to_string()])
    });
    let odd = [
        "",
        "2013-8",
        "2013-08-15T00:00",
        " 2013",
        "2013\n",
        "٢٠١٣",
        "2013-08-15-01",
    ]
    .map(str::to_owned);
    for date in dates.chain(others).chain(odd) {
        let valid = validator.is_valid(&serde_json::json!({ "published": date }));
        assert_eq!(
            valid,
            date.parse::<obmen::value::PartialDate>().is_ok(),
            "{date}"
        );
    }
}
