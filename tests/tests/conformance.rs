//! Public test suites, read where they lie; without them the tests say so and pass.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use obmen::Context;
use obmen::check::Operation;
use obmen::value::Json;
use serde_json::Value;

use crate::vectors::parsed;

/// Returns a suite, or says that it was skipped.
pub(crate) fn suite(name: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../shared/conformance")
        .join(name);
    let text = fs::read_to_string(path).ok();
    if text.is_none() {
        eprintln!("skipped: {name} is not in ../shared/conformance");
    }
    text
}

pub(crate) fn lines(text: &str) -> impl Iterator<Item = Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap())
}

#[test]
fn json_is_accepted_and_rejected_as_rfc_8259_says() {
    const BROKEN: [&str; 3] = ["shape/not-json", "shape/bad-encoding", "shape/too-deep"];
    let Some(text) = suite("json_suite.jsonl") else {
        return;
    };
    let mut judged = 0;
    for case in lines(&text) {
        let name = case["name"].as_str().unwrap();
        let bytes = match case["b64"].as_str() {
            Some(code) => STANDARD.decode(code).unwrap(),
            None if name.contains("opening_arrays") => "[".repeat(100_000).into_bytes(),
            None => r#"[{"":"#.repeat(50_000).into_bytes(),
        };
        let report = obmen::read(&bytes, &Context::default()).report;
        let broken = report.iter().any(|found| BROKEN.contains(&found.code()));
        match case["expect"].as_str().unwrap() {
            "reject" => assert!(broken, "{name} was accepted"),
            "accept" => assert!(!broken, "{name} was rejected: {report:?}"),
            // Whatever the answer, there is one.
            _ => continue,
        }
        judged += 1;
    }
    eprintln!("json_suite.jsonl: {judged} judged");
    assert!(judged > 200);
}

#[test]
fn addresses_are_judged_as_browsers_do() {
    let Some(text) = suite("urls.jsonl") else {
        return;
    };
    let (mut judged, mut relative, mut blank) = (0, 0, 0);
    for case in lines(&text) {
        let (input, failure) = (case["input"].as_str().unwrap(), case["failure"] == true);
        if !case["base"].is_null() && !absolute(input) {
            relative += 1;
            continue;
        }
        if input.trim().is_empty() {
            blank += 1;
            continue;
        }
        let record = format!(
            r#"{{"media":[{{"url":{}}}]}}"#,
            Json::from(input.to_owned())
        );
        let report = obmen::read(record.as_bytes(), &Context::default()).report;
        let malformed = report.iter().any(|found| found.code() == "link/malformed");
        assert_eq!(malformed, failure, "{input:?}");
        judged += 1;
    }
    eprintln!(
        "urls.jsonl: {judged} judged; skipped {relative} that are relative to a base, {blank} blank (text/empty)"
    );
    assert!(judged > 200);
}

/// True when the address says its own host, so that the base of the case does not matter.
fn absolute(input: &str) -> bool {
    let input = input.trim_start().to_ascii_lowercase();
    input
        .strip_prefix("http://")
        .or_else(|| input.strip_prefix("https://"))
        .is_some()
}

#[test]
fn patches_follow_rfc_6902() {
    let Some(text) = suite("json_patch.json") else {
        return;
    };
    let Json::Array(cases) = parsed(&text) else {
        panic!("an array of cases")
    };
    let mut judged = 0;
    for case in &cases {
        let (Some(document), Some(Json::Array(patch))) = (case.get("doc"), case.get("patch"))
        else {
            panic!("{case}")
        };
        let patch: Option<Vec<_>> = patch.iter().map(Operation::from_json).collect();
        let patched = patch.and_then(|patch| Operation::apply_all(&patch, document));
        match (case.get("expected"), patched) {
            (Some(expected), Some(patched)) => {
                assert!(patched.same(expected), "{case}\ngave {patched}");
            }
            (Some(_), None) => panic!("refused: {case}"),
            (None, Some(patched)) => panic!("{case}\ngave {patched}"),
            (None, None) => {}
        }
        judged += 1;
    }
    eprintln!("json_patch.json: {judged} judged");
    assert!(judged > 100);
}

#[test]
fn pointers_follow_rfc_6901() {
    let Some(text) = suite("json_pointer.json") else {
        return;
    };
    let suite = parsed(&text);
    let (Some(document), Some(Json::Array(cases))) = (suite.get("doc"), suite.get("cases")) else {
        panic!("doc and cases")
    };
    for case in cases {
        let found = document.at(case.get("pointer").and_then(Json::as_str).unwrap());
        let expected = match case.get("ok") {
            Some(Json::Bool(true)) => case.get("value"),
            _ => None,
        };
        assert_eq!(found, expected, "{case}");
    }
    eprintln!("json_pointer.json: {} judged", cases.len());
    assert!(cases.len() >= 30);
}
