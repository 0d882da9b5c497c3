//! The command as a shell sees it: what goes in, what comes out, and the exit code.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop at once"
)]

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use insta::assert_snapshot;
use serde_json::{Value, json};
use tempfile::TempDir;

/// A record that breaks rules of several families; two certain fixes and two proposals.
const BROKEN: &str = r#"{"id": "Park 1", "language": "bg", "title": "Парк", "description": "Паркът е обновен.",
 "initiator": {"name": "Община Казанлък", "kind": "municipality", "country": "BG", "territory": "BG999"},
 "network": {"members": [{"role": "lead", "organisation": "initiator"}, {"role": "partner", "organisation": {"name": {"en": ""}}}]},
 "results": {"items": [{"kind": "output", "indicator": {"unit": "item", "actual": -3}}]},
 "media": [{"url": "http://user:pass@kazanlak.example/park"}, {"url": "javascript:void(0)"}],
 "publishd": "2014-05"}
"#;

/// A record in which nothing is found.
const SOUND: &str = r#"{"id":"bridge","language":"bg","title":{"bg":"Мост"},"background":{"bg":"Реката делеше града."},"description":{"bg":"Построен е мост."},"initiator":{"name":{"bg":"Община Ловеч"},"contact":{"email":"obshtina@lovech.example"}},"results":{"narrative":{"bg":"Градът е свързан."}},"published":"2011"}"#;

fn obmen(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_obmen"));
    command.args(arguments);
    command
}

fn run(arguments: &[&str]) -> Output {
    obmen(arguments).stdin(Stdio::null()).output().unwrap()
}

fn pipe(arguments: &[&str], input: &str) -> Output {
    let mut child = obmen(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(input.as_bytes())
        .unwrap();
    child.wait_with_output().unwrap()
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

/// Returns a folder with the files, and the path of each.
fn folder<const N: usize>(files: [(&str, &str); N]) -> (TempDir, [String; N]) {
    let folder = TempDir::new().unwrap();
    let paths = files.map(|(name, text)| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    });
    (folder, paths)
}

/// Returns what was written about files, without the name of their folder.
fn local(text: &str, folder: &TempDir) -> String {
    text.replace(&format!("{}/", folder.path().display()), "")
}

fn codes(object: &Value) -> Vec<&str> {
    object["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| found["code"].as_str().unwrap())
        .collect()
}

fn seed() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/data/smolyan.txt")
}

#[test]
fn check_says_each_finding_in_a_line_in_both_languages() {
    let (folder, [file]) = folder([("broken.json", BROKEN)]);
    for lang in ["en", "bg"] {
        let output = run(&["check", &file, "--lang", lang, "--today", "2026-11-24"]);
        assert_eq!(code(&output), 1);
        let found = stdout(&output).to_owned() + "\n" + stderr(&output);
        assert_snapshot!(format!("check_{lang}"), local(&found, &folder));
    }
}

#[test]
fn the_help_of_every_command_tells_the_exit_codes() {
    for arguments in [
        &["--help"][..],
        &["check", "-h"],
        &["nominate", "--help"],
        &["nominate", "tally", "-h"],
        &["nominate", "verify", "--help"],
    ] {
        let output = run(arguments);
        assert_eq!(code(&output), 0);
        let help = String::from_utf8(output.stdout).unwrap();
        let last = help.trim_end().rsplit("\n\n").next().unwrap();
        assert!(last.starts_with("Exit codes: 0 done; 1 "), "{help}");
    }
}

#[test]
fn check_exits_with_1_only_for_an_error() {
    let hint = SOUND.replace("}}}", "}},\"summary\":null}").replace(
        "\"published\"",
        "\"media\":[{\"url\":\"https://poker.example/\"}],\"published\"",
    );
    let warning = SOUND.replace(
        "\"published\":\"2011\"",
        "\"colour\":1,\"published\":\"2011\"",
    );
    let (_folder, [sound, hint, warning, broken]) = folder([
        ("a.json", SOUND),
        ("b.json", &hint),
        ("c.json", &warning),
        ("d.json", BROKEN),
    ]);
    let exit = |arguments: &[&str]| {
        code(&run(
            &[&["check", "--today", "2026-11-24"], arguments].concat()
        ))
    };
    assert_eq!(exit(&[&sound]), 0);
    assert_eq!(exit(&[&sound, "--deny", "hint"]), 0);
    assert_eq!(exit(&[&hint, "--deny", "warning"]), 0);
    assert_eq!(exit(&[&hint, "--deny", "hint"]), 1);
    assert_eq!(exit(&[&warning]), 0);
    assert_eq!(exit(&[&warning, "--deny", "warning"]), 1);
    assert_eq!(exit(&[&sound, &broken]), 1);
    assert_eq!(exit(&[&sound, &warning, "/no/such/file.json"]), 2);
    assert_eq!(exit(&[&sound, "--today", "2010-01-01"]), 2, "given twice");
    assert_eq!(
        code(&run(&["check", &sound, "--today", "2010-01-01"])),
        1,
        "not yet published"
    );
    assert_eq!(code(&run(&["check", &sound, "--today", "soon"])), 2);
    assert_eq!(code(&run(&["check"])), 2);
    assert_eq!(code(&pipe(&["check", "-", "--profile", "draft"], "{}")), 0);
    assert_eq!(code(&pipe(&["check", "-"], "{}")), 1);
}

#[test]
fn what_cannot_run_is_said_in_one_line() {
    let (_folder, [sound]) = folder([("a.json", SOUND)]);
    let output = run(&[
        "check",
        "/no/such/file.json",
        &sound,
        "--all",
        "--output-format",
        "jsonl",
    ]);
    assert_eq!(code(&output), 2);
    assert_eq!(stderr(&output).lines().count(), 1);
    assert!(stderr(&output).starts_with("obmen: cannot read /no/such/file.json: "));
    assert_eq!(
        stdout(&output).lines().count(),
        1,
        "the other file is checked all the same"
    );
    let output = run(&["check", "/no/such/file.json", "--lang", "bg"]);
    assert!(stderr(&output).starts_with("obmen: не може да се прочете /no/such/file.json"));
}

#[test]
fn json_lines_name_file_record_line_and_id() {
    let text = format!("{SOUND}\n\n{{\"id\": \"b\n{}\n", BROKEN.replace('\n', ""));
    let (_folder, [file]) = folder([("register.jsonl", &text)]);
    let output = run(&[
        "check",
        &file,
        "--output-format",
        "jsonl",
        "--today",
        "2026-11-24",
    ]);
    assert_eq!(code(&output), 1);
    let lines: Vec<Value> = stdout(&output)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let heads: Vec<_> = lines
        .iter()
        .map(|line| {
            (
                line["record"].as_u64(),
                line["line"].as_u64(),
                line["id"].as_str(),
            )
        })
        .collect();
    assert_eq!(
        heads,
        [(Some(2), Some(3), None), (Some(3), Some(4), Some("Park 1"))]
    );
    assert_eq!(lines[0]["file"], *file);
    assert_eq!(codes(&lines[0]), ["shape/not-json"]);
    assert_eq!(lines[0]["diagnostics"][0]["position"]["line"], 3);
    let expected = [
        "practice/bad-id",
        "organisation/unknown-territory",
        "organisation/missing-name",
        "text/empty",
        "results/negative-quantity",
        "link/credentials",
        "link/scheme",
    ];
    for rule in expected {
        assert!(codes(&lines[1]).contains(&rule), "{rule}");
    }
    assert!(stdout(&output).starts_with("{\"file\":"));
    assert!(stdout(&output).contains("\"diagnostics\":[{\"code\":\"shape/not-json\",\"severity\":\"error\",\"pointer\":\"\",\"message\":"));
    assert_eq!(stderr(&output), "");

    let all = run(&[
        "check",
        &file,
        "--output-format",
        "jsonl",
        "--all",
        "--lang",
        "bg",
    ]);
    assert_eq!(stdout(&all).lines().count(), 3);
    assert!(
        stdout(&all)
            .lines()
            .next()
            .unwrap()
            .ends_with("\"record\":1,\"line\":1,\"id\":\"bridge\",\"diagnostics\":[]}")
    );
    assert!(stdout(&all).contains("това не е JSON"));

    let array = run(&[
        "check",
        &file,
        "--output-format",
        "json",
        "--today",
        "2026-11-24",
    ]);
    let array: Vec<Value> = serde_json::from_slice(&array.stdout).unwrap();
    assert_eq!(array, lines);
    let none = pipe(&["check", "-", "--output-format", "json"], SOUND);
    assert_eq!((code(&none), stdout(&none)), (0, "[]\n"));
}

#[test]
fn other_programs_get_sarif_and_annotations() {
    let text = format!("{SOUND}\n{}\n", BROKEN.replace('\n', ""));
    let (_folder, [file]) = folder([("register 1.jsonl", &text)]);
    let check = |format: &str| {
        let output = run(&["check", &file, "--output-format", format, "--lang", "bg"]);
        assert_eq!((code(&output), stderr(&output)), (1, ""));
        stdout(&output).to_owned()
    };
    let log: Value = serde_json::from_str(&check("sarif")).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let commands = check("github");
    assert!(results.len() > 8 && results.len() == commands.lines().count());
    for (result, command) in results.iter().zip(commands.lines()) {
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        assert!(uri.starts_with("file:///") && uri.ends_with("/register%201.jsonl"));
        assert_eq!(place["region"]["startLine"], 2);
        let start = ["::error file=", "::warning file=", "::notice file="];
        assert!(start.iter().any(|start| command.starts_with(start)));
        let code = result["ruleId"].as_str().unwrap();
        assert!(command.contains(&format!(",title={code}::/")), "{command}");
    }
    let none = pipe(&["check", "-", "--output-format", "sarif"], SOUND);
    let log: Value = serde_json::from_str(stdout(&none)).unwrap();
    assert_eq!(
        (code(&none), &log["runs"][0]["results"]),
        (0, &serde_json::json!([]))
    );
}

#[test]
fn an_element_of_an_array_is_found_where_the_file_has_it() {
    let text = format!("[{SOUND}, {}", &SOUND.replace("2011", "2011-13")) + "]";
    let output = pipe(&["check", "-", "--output-format", "jsonl"], &text);
    let found: Value = serde_json::from_str(stdout(&output)).unwrap();
    let column = text
        .split_once("\"2011-13\"")
        .unwrap()
        .0
        .encode_utf16()
        .count()
        + 1;
    assert_eq!(
        found["diagnostics"][0]["position"],
        serde_json::json!({"line": 1, "column": column})
    );
    assert_eq!(
        (&found["file"], &found["record"]),
        (&Value::from("-"), &Value::from(2))
    );
}

#[test]
fn fixing_a_document_mends_it_and_a_second_run_is_quiet() {
    let (_folder, [file]) = folder([("broken.json", BROKEN)]);
    let first = run(&["check", &file, "--fix", "--output-format", "jsonl"]);
    assert_eq!(code(&first), 1, "errors remain");
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.starts_with("{\n  \"id\": \"Park 1\",\n") && text.ends_with("}\n"));
    assert!(text.contains("\"url\": \"http://kazanlak.example/park\""));
    assert!(
        text.contains("\"publishd\": \"2014-05\""),
        "a proposal is not applied unasked"
    );
    let remaining: Value = serde_json::from_str(stdout(&first)).unwrap();
    assert!(
        !codes(&remaining).contains(&"link/credentials")
            && !codes(&remaining).contains(&"text/empty")
    );
    let scheme = remaining["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .find(|found| found["code"] == "link/scheme")
        .unwrap();
    let line = text
        .lines()
        .position(|line| line.contains("javascript:"))
        .unwrap()
        + 1;
    assert_eq!(
        scheme["position"]["line"], line,
        "places are those of the new file"
    );

    let second = run(&["check", &file, "--fix", "--output-format", "jsonl"]);
    assert_eq!(stdout(&second), stdout(&first));
    assert_eq!(fs::read_to_string(&file).unwrap(), text);

    let suggested = run(&[
        "check",
        &file,
        "--fix=suggested",
        "--output-format",
        "jsonl",
    ]);
    let remaining: Value = serde_json::from_str(stdout(&suggested)).unwrap();
    assert!(!codes(&remaining).contains(&"practice/bad-id"));
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("\"id\": \"park-1\"") && text.contains("\"published\": \"2014-05\""));
    assert_eq!(
        code(&run(&["check", &file, "--fix", "suggested"])),
        2,
        "`suggested` is a file here"
    );
}

#[test]
fn fixing_rewrites_only_the_records_that_change() {
    let odd = SOUND.replace("\":", "\" :");
    let broken = BROKEN.replace('\n', "");
    let lines = format!("  {odd} \r\n\r\nnot JSON\r\n{broken}\r\n{odd}");
    let (_folder, [file]) = folder([("register.jsonl", &lines)]);
    assert_eq!(code(&run(&["check", &file, "--fix"])), 1);
    let text = fs::read_to_string(&file).unwrap();
    let (before, after) = (
        format!("  {odd} \r\n\r\nnot JSON\r\n"),
        format!("\r\n{odd}"),
    );
    let mended = text
        .strip_prefix(&before)
        .unwrap()
        .strip_suffix(&after)
        .unwrap();
    assert!(mended.starts_with("{\"id\":\"Park 1\",\"language\"") && !mended.contains("user:pass"));
    assert_eq!(mended.lines().count(), 1);

    let array = format!("[{odd},\n  {BROKEN} , {broken}]\n");
    let (_folder, [file]) = folder([("register.json", &array)]);
    assert_eq!(code(&run(&["check", &file, "--fix"])), 1);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.starts_with(&format!("[{odd},\n  {{\n    \"id\": \"Park 1\",\n")));
    assert!(text.ends_with(&format!("\n  }}\n , {mended}]\n")));
}

#[test]
fn fixing_leaves_a_file_alone_that_has_nothing_to_mend() {
    let odd = SOUND.replace("\":", "\" :");
    let (folder, [file]) = folder([("a.json", &odd)]);
    let before = fs::metadata(&file).unwrap().modified().unwrap();
    assert_eq!(code(&run(&["check", &file, "--fix=suggested"])), 0);
    assert_eq!(fs::metadata(&file).unwrap().modified().unwrap(), before);
    assert_eq!(fs::read_to_string(&file).unwrap(), odd);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn fixing_keeps_permissions_and_links() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let (folder, [file]) = folder([("broken.json", BROKEN)]);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    let link = folder.path().join("link.json");
    symlink(&file, &link).unwrap();
    assert_eq!(code(&run(&["check", link.to_str().unwrap(), "--fix"])), 1);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(!fs::read_to_string(&file).unwrap().contains("user:pass"));
    assert_eq!(
        fs::metadata(&file).unwrap().permissions().mode() & 0o777,
        0o640
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn fixing_standard_input_writes_the_records_to_standard_output() {
    let text = format!("{SOUND}\nnot JSON\n{}\n", BROKEN.replace('\n', ""));
    let output = pipe(&["check", "-", "--fix", "--today", "2026-11-24"], &text);
    assert_eq!(code(&output), 1);
    assert!(stdout(&output).starts_with(&format!("{SOUND}\nnot JSON\n{{\"id\":\"Park 1\",")));
    assert!(!stdout(&output).contains("user:pass"));
    assert!(stderr(&output).starts_with("-:2:2: error[shape/not-json]"));
    let sound = pipe(&["check", "-", "--fix"], SOUND);
    assert_eq!((code(&sound), stdout(&sound)), (0, SOUND));
    assert_eq!(stderr(&sound), "1 record: nothing found\n");
}

#[test]
fn a_diff_shows_the_changes_and_writes_nothing() {
    let pretty =
        serde_json::to_string_pretty(&serde_json::from_str::<Value>(BROKEN).unwrap()).unwrap();
    let lines = format!(
        "{SOUND}\n{}\n",
        r#"{"id":"b","language":"bg","title":{"bg":"Мост","en":""}}"#
    );
    let (folder, [document, register]) =
        folder([("broken.json", &pretty), ("register.jsonl", &lines)]);
    let output = run(&[
        "check",
        &document,
        &register,
        "--fix",
        "--diff",
        "--today",
        "2026-11-24",
    ]);
    assert_eq!(code(&output), 1);
    assert_eq!(fs::read_to_string(&document).unwrap(), pretty);
    assert_eq!(fs::read_to_string(&register).unwrap(), lines);
    assert_snapshot!("diff", local(stdout(&output), &folder));
    assert!(stderr(&output).contains("error[link/credentials]"));

    let sound = pipe(&["check", "-", "--diff"], SOUND);
    assert_eq!((code(&sound), stdout(&sound)), (0, ""));
}

#[test]
fn a_diff_of_many_records_counts_lines_as_a_patch_does() {
    let element = |id: usize| {
        format!("{{\n\"id\": \"{id}\",\n\"title\": {{\"bg\": \"Мост\", \"en\": \"\"}}}}")
    };
    let text = format!(
        "[{},{SOUND},\n{},\n{SOUND},{}]",
        element(1),
        element(2),
        element(3)
    );
    let (_folder, [file]) = folder([("register.json", &text)]);
    let diff = run(&["check", &file, "--diff"]);
    run(&["check", &file, "--fix"]);
    assert_eq!(
        patched(&text, stdout(&diff)),
        fs::read_to_string(&file).unwrap()
    );
}

/// Applies a unified diff, holding it to its line numbers.
fn patched(text: &str, diff: &str) -> String {
    let old: Vec<&str> = text.split('\n').collect();
    let mut new: Vec<&str> = Vec::new();
    let mut at = 0;
    for line in diff.lines().skip(2) {
        if let Some(header) = line.strip_prefix("@@ -") {
            let numbers: Vec<usize> = header
                .split([',', ' ', '+', '@'])
                .filter_map(|number| number.parse().ok())
                .collect();
            let start = numbers[0] - 1;
            new.extend(&old[at..start]);
            at = start;
            let new_start = numbers[if header.split(' ').next().unwrap().contains(',') {
                2
            } else {
                1
            }];
            assert_eq!(new_start, new.len() + 1, "{line}");
        } else if let Some(line) = line.strip_prefix('+') {
            new.push(line);
        } else if line.starts_with([' ', '-']) {
            assert_eq!(&line[1..], old[at]);
            if line.starts_with(' ') {
                new.push(old[at]);
            }
            at += 1;
        } else {
            assert!(line.starts_with('\\'), "{line}");
        }
    }
    new.extend(&old[at..]);
    new.join("\n")
}

#[test]
fn explain_tells_a_rule_in_both_languages() {
    for lang in ["en", "bg"] {
        let mut told = String::new();
        for rule in ["practice/missing-title", "link/credentials"] {
            let output = run(&["explain", rule, "--lang", lang]);
            assert_eq!(code(&output), 0);
            told += stdout(&output);
        }
        assert_snapshot!(format!("explain_{lang}"), told);
    }
}

#[test]
fn an_unknown_code_is_told_with_its_neighbour() {
    let output = run(&["explain", "network/no-leed"]);
    assert_eq!((code(&output), stdout(&output)), (2, ""));
    assert_eq!(
        stderr(&output),
        "obmen: there is no rule `network/no-leed`; did you mean `network/no-lead`?\n"
    );
    let output = run(&["explain", "xyzzy", "--lang", "bg"]);
    assert_eq!(
        stderr(&output),
        "obmen: няма правило `xyzzy`; `obmen rules` ги изброява всички\n"
    );
}

#[test]
fn every_rule_that_is_listed_can_be_explained() {
    let output = run(&["rules", "--output-format", "json", "--lang", "bg"]);
    assert_eq!(code(&output), 0);
    let rules: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert!(rules.len() >= 30);
    let cyrillic = |text: &Value| {
        text.as_str()
            .unwrap()
            .chars()
            .any(|letter| ('а'..='я').contains(&letter))
    };
    for rule in &rules {
        assert!(
            cyrillic(&rule["message"]) && cyrillic(&rule["help"]) && cyrillic(&rule["why"]),
            "{rule}"
        );
    }
    let text = run(&["rules"]);
    let listed: Vec<&str> = stdout(&text)
        .lines()
        .map(|line| line.split_whitespace().next().unwrap())
        .collect();
    let named: Vec<&str> = rules
        .iter()
        .map(|rule| rule["code"].as_str().unwrap())
        .collect();
    assert_eq!(listed, named);
    for rule in [listed[0], "page/no-section"] {
        assert!(listed.contains(&rule));
        assert_eq!(code(&run(&["explain", rule, "--lang", "bg"])), 0);
    }
}

#[test]
fn schema_is_json() {
    let output = run(&["schema"]);
    assert_eq!(code(&output), 0);
    let schema: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    assert!(output.stdout.ends_with(b"}\n"));
}

#[test]
fn convert_writes_the_same_records_in_another_form() {
    let text = format!("{SOUND}\n{{\"id\": 5, \"x\": [1.50]}}\n");
    let (folder, [lines, document]) = folder([("a.jsonl", &text), ("b.json", SOUND)]);
    let array = run(&["convert", &lines, "--to", "json"]);
    assert_eq!(code(&array), 0);
    let records: Vec<Value> = serde_json::from_slice(&array.stdout).unwrap();
    assert_eq!(records[1], serde_json::json!({"id": 5, "x": [1.5]}));
    assert!(stdout(&array).starts_with("[\n  {\n    \"id\": \"bridge\""));
    let back = pipe(&["convert", "-", "--to", "jsonl"], stdout(&array));
    assert_eq!(
        stdout(&back),
        format!("{SOUND}\n{{\"id\":5,\"x\":[1.5]}}\n")
    );
    let one = run(&["convert", &document, "--to", "json"]);
    assert!(stdout(&one).starts_with("{\n  \"id\": \"bridge\""));

    let target = folder.path().join("out.jsonl");
    let output = run(&[
        "convert",
        &document,
        "--to",
        "jsonl",
        "--output",
        target.to_str().unwrap(),
    ]);
    assert_eq!((code(&output), stdout(&output)), (0, ""));
    assert_eq!(fs::read_to_string(&target).unwrap(), format!("{SOUND}\n"));
    let onto = run(&["convert", &document, "--to", "jsonl", "--output", &document]);
    assert_eq!(code(&onto), 2);
    assert_eq!(fs::read_to_string(&document).unwrap(), SOUND);
}

#[test]
fn convert_names_what_could_not_be_read() {
    let output = pipe(
        &["convert", "-", "--to", "jsonl"],
        &format!("not JSON\n{SOUND}\n"),
    );
    assert_eq!(
        (code(&output), stdout(&output)),
        (0, format!("{SOUND}\n").as_str())
    );
    assert!(stderr(&output).starts_with("-:1:2: error[shape/not-json] : "));
    let none = pipe(&["convert", "-", "--to", "json"], "not JSON\n");
    assert_eq!((code(&none), stdout(&none)), (2, "[]\n"));
    assert!(stderr(&none).ends_with("obmen: no record came out of -\n"));
}

#[test]
fn import_writes_the_record_and_reports_beside_it() {
    let seed = seed();
    let seed = seed.to_str().unwrap();
    let output = run(&["import", seed, "--today", "2026-11-24"]);
    assert_eq!(code(&output), 0, "a report of errors is no failure");
    let record: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(record["description"]["bg"].is_string());
    assert!(stdout(&output).starts_with("{\n"));
    assert!(
        stderr(&output).contains("smolyan.txt:")
            && stderr(&output).contains("practice/missing-title")
    );

    let bytes = fs::read(seed).unwrap();
    let piped = pipe(
        &["import", "-", "--output-format", "jsonl", "--lang", "bg"],
        std::str::from_utf8(&bytes).unwrap(),
    );
    assert_eq!(stdout(&piped), stdout(&output));
    let report: Value = serde_json::from_str(stderr(&piped)).unwrap();
    assert_eq!(
        (&report["file"], &report["record"]),
        (&Value::from("-"), &Value::from(1))
    );
    assert!(codes(&report).contains(&"practice/missing-title"));

    let several = run(&["import", seed, "/no/such/page.txt", seed]);
    assert_eq!(code(&several), 2);
    let lines: Vec<Value> = stdout(&several)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines, [record.clone(), record]);
}

#[test]
fn evidence_points_into_the_page() {
    let seed = seed();
    let output = run(&["import", seed.to_str().unwrap(), "--evidence"]);
    assert_eq!(code(&output), 0);
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let evidence = found["evidence"].as_array().unwrap();
    assert!(!evidence.is_empty());
    let page = fs::read_to_string(seed).unwrap();
    for piece in evidence {
        let pointer = piece["pointer"].as_str().unwrap();
        assert!(found["practice"].pointer(pointer).is_some(), "{pointer}");
        assert!(["stated", "inferred"].contains(&piece["grade"].as_str().unwrap()));
        let place = |name: &str| usize::try_from(piece[name].as_u64().unwrap()).unwrap();
        assert!(
            page.get(place("start")..place("end")).is_some(),
            "{pointer}"
        );
    }
}

#[test]
fn import_applies_proposals_only_when_asked() {
    let seed = seed();
    let seed = seed.to_str().unwrap();
    let titled = |arguments: &[&str]| {
        let output = run(&[&["import", seed], arguments].concat());
        let record: Value = serde_json::from_slice(&output.stdout).unwrap();
        (
            record.get("title").is_some(),
            stderr(&output).contains("practice/missing-title"),
        )
    };
    assert_eq!(titled(&["--fix"]), (false, true));
    assert_eq!(titled(&["--fix=suggested"]), (true, false));
}

#[test]
fn import_says_what_is_no_page() {
    let output = pipe(&["import", "-"], "A menu, and nothing else.\n");
    assert_eq!((code(&output), stdout(&output)), (2, ""));
    assert!(stderr(&output).contains("error[page/no-section]"));
    assert!(stderr(&output).contains("obmen: no record came out of -\n"));
}

#[test]
fn import_with_fixes_keeps_what_only_the_page_can_tell() {
    let page = fs::read_to_string(seed())
        .unwrap()
        .replace("15 август 2013", "някога");
    for fix in ["--fix", "--fix=suggested"] {
        let output = pipe(&["import", "-", "--evidence", fix], &page);
        assert!(
            stderr(&output).contains("[page/unread-value]"),
            "{}",
            stderr(&output)
        );
        let found: Value = serde_json::from_slice(&output.stdout).unwrap();
        for piece in found["evidence"].as_array().unwrap() {
            let pointer = piece["pointer"].as_str().unwrap();
            assert!(found["practice"].pointer(pointer).is_some(), "{pointer}");
        }
    }
}

#[test]
fn a_pipe_that_closes_ends_it_quietly() {
    let many = format!("{}\n", BROKEN.replace('\n', "")).repeat(2000);
    let (_folder, [file]) = folder([("register.jsonl", &many)]);
    for arguments in [
        &["check", &file][..],
        &["check", &file, "--output-format", "json"],
        &["check", &file, "--diff"],
        &["convert", &file, "--to", "json"],
    ] {
        let mut child = obmen(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // The report of a diff goes to standard error, and must not fill its pipe.
        let errors = child.stderr.take().unwrap();
        let told = std::thread::spawn(move || std::io::read_to_string(errors).unwrap());
        let mut line = String::new();
        BufReader::with_capacity(64, child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        assert!(!line.is_empty());
        assert!(
            child.wait().unwrap().code().is_some_and(|code| code < 2),
            "{arguments:?}"
        );
        let told = told.join().unwrap();
        assert!(
            !told.contains("panicked") && !told.contains("obmen: "),
            "{told}"
        );
    }
}

#[test]
fn a_pipe_gets_no_colour() {
    let output = pipe(&["check", "-"], BROKEN);
    assert!(!output.stdout.contains(&0x1b) && !output.stderr.contains(&0x1b));
    let hostile = BROKEN.replace("publishd", "\\u001b[31m\\nx");
    let output = pipe(&["check", "-"], &hostile);
    assert!(!output.stdout.contains(&0x1b));
    let findings = stdout(&output).lines();
    assert!(
        findings.clone().all(|line| line.starts_with("-:")),
        "one line a finding"
    );
}

/// A policy under which a test has nothing to wait for.
const POLICY: &str = r#"{"edition": "2026-autumn", "scope": "bg", "opens": "2026-01-01T00Z", "closes": "2999-01-01T00Z",
 "classes": ["typed", "pow", "email", "eid"], "challenge": {"algorithm": "SHA-256", "cost": 1}}"#;

const EDITION: &str = "2026-autumn";

const PRACTICES: &str = "flgr:20070736\nflgr:19990001 closed\n\nlovech:bridge\n";

/// A site that takes votes.
struct Site {
    folder: TempDir,
}

impl Site {
    fn new() -> Site {
        let (folder, _) = folder([("policy.json", POLICY), ("practices.txt", PRACTICES)]);
        let site = Site { folder };
        let made = site.keygen();
        assert_eq!((code(&made), stdout(&made)), (0, ""));
        site.log_key("log.key");
        assert_eq!(code(&site.admit(&["--new"]).output().unwrap()), 0);
        site
    }

    /// Asks for new keys of the edition, in a file that must not be there.
    fn keygen(&self) -> Output {
        let keys = ["--edition", EDITION, "--output", &self.path("keys.json")];
        obmen(&["nominate", "keygen"]).args(keys).output().unwrap()
    }

    /// Makes a new key of the log, in a file that is not there; returns what verifies it.
    fn log_key(&self, name: &str) -> String {
        let log = ["--log", "obmen.example.bg", "--output", &self.path(name)];
        let made = obmen(&["nominate", "keygen"]).args(log).output().unwrap();
        assert_eq!((code(&made), stdout(&made)), (0, ""));
        stderr(&made).to_owned()
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    /// Returns a command at this site.
    fn obmen(&self, command: &str, more: &[&str]) -> Command {
        let (policy, keys) = (self.path("policy.json"), self.path("keys.json"));
        let mut command = obmen(&["nominate", command, "--policy", &policy, "--keys", &keys]);
        command
            .args(["--site", "obmen.example.bg"])
            .args(more)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    fn issue(&self, practice: &str, more: &[&str]) -> String {
        let mut command = self.obmen("issue", &["--practice", practice]);
        let issued = command.args(more).output().unwrap();
        assert_eq!((code(&issued), stderr(&issued)), (0, ""));
        stdout(&issued).to_owned()
    }

    /// Returns the answer to a new challenge.
    fn solved(&self, practice: &str, action: &str) -> String {
        let challenge = self.issue(practice, &["--action", action]);
        let solved = pipe(&["nominate", "solve"], &challenge);
        assert_eq!((code(&solved), stderr(&solved)), (0, ""));
        stdout(&solved).trim_end().to_owned()
    }

    /// Returns a process that admits.
    fn admit(&self, more: &[&str]) -> Command {
        let mut command = self.obmen("admit", more);
        command.args(["--log", &self.path("log")]);
        command.args(["--key", &self.path("log.key")]);
        command.args(["--practices", &self.path("practices.txt")]);
        command
    }

    /// Returns the decisions of a process of their own: what is told, with what is to be sent beside it.
    fn decide(&self, requests: &[u8], more: &[&str]) -> Vec<Value> {
        let file = self.path("requests.jsonl");
        fs::write(&file, requests).unwrap();
        let output = self.admit(more).arg(&file).output().unwrap();
        assert_eq!((code(&output), stderr(&output)), (0, ""));
        let decided = |line: &str| {
            let mut line: Value = serde_json::from_str(line).unwrap();
            let (mut told, send) = (line["told"].take(), line["send"].take());
            assert!(told.get("send").is_none());
            told["send"] = send;
            told
        };
        stdout(&output).lines().map(decided).collect()
    }

    fn decide_one(&self, request: &Value) -> Value {
        let decisions = self.decide(handed_in(request).as_bytes(), &[]);
        assert_eq!(decisions.len(), 1);
        decisions[0].clone()
    }

    fn entries(&self) -> Vec<Value> {
        self.read("log/entries.jsonl")
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }
}

/// Returns a request with nothing known of the visitor.
fn handed_in(request: &Value) -> String {
    serde_json::json!({ "request": request }).to_string()
}

/// Returns the request of a person whom the site has identified.
fn by_person(practice: &str, person: &str) -> String {
    serde_json::json!({
        "request": { "practice": practice, "class": "eid" },
        "known": { "person": person, "member": false, "caller": "192.0.2.7" },
    })
    .to_string()
}

fn by_work(practice: &str, voter: &str, answer: &str) -> Value {
    serde_json::json!({"practice": practice, "class": "pow", "voter": voter, "answer": answer})
}

fn outcomes(decisions: &[Value]) -> Vec<&str> {
    decisions
        .iter()
        .map(|decision| decision["code"].as_str().unwrap_or("counted"))
        .collect()
}

#[test]
fn keys_are_new_private_and_never_overwritten() {
    let site = Site::new();
    let keys = site.read("keys.json");
    let parsed: Value = serde_json::from_str(&keys).unwrap();
    let secrets = ["site", "scope"].map(|ring| parsed[ring][0]["secret"].as_str().unwrap());
    assert!(secrets[0] != secrets[1] && secrets.iter().all(|secret| secret.len() == 64));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let metadata = fs::metadata(site.path("keys.json")).unwrap();
        assert_eq!(metadata.permissions().mode() & 0o777, 0o600);
    }
    let again = site.keygen();
    assert_eq!((code(&again), site.read("keys.json")), (2, keys));
    assert!(stderr(&again).contains("keys are never overwritten; name another file"));

    let named = ["--edition", EDITION, "--id", "2026-b"];
    let printed = run(&[&["nominate", "keygen"][..], &named, &["--lang", "bg"]].concat());
    let other: Value = serde_json::from_slice(&printed.stdout).unwrap();
    assert_eq!(
        (code(&printed), &other["scope"][0]["id"]),
        (0, &"2026-b".into())
    );
    assert_ne!(other["site"][0]["secret"], parsed["site"][0]["secret"]);
    let hint = stderr(&printed);
    assert!(hint.starts_with("obmen: само сайтът") && hint.contains("600"));
}

#[test]
fn keys_are_changed_in_their_file_and_destroyed_when_it_is_time() {
    let site = Site::new();
    let path = site.path("keys.json");
    let rekey = |more: &[&str]| run(&[&["nominate", "rekey", &path][..], more].concat());
    let ids = || {
        let keys: Value = serde_json::from_str(&site.read("keys.json")).unwrap();
        let ids = |ring: &str| -> Vec<String> {
            let keys = keys[ring].as_array().unwrap().iter();
            keys.map(|key| key["id"].as_str().unwrap().to_owned())
                .collect()
        };
        (ids("site"), ids("scope"))
    };
    let (first, _) = ids();
    let [first] = &first[..] else {
        panic!("{first:?}")
    };
    for more in [
        &["--site", "--id", "s2"][..],
        &["--site", "--id", "s3"],
        &["--scope", "--id", "e2"],
    ] {
        let changed = rekey(more);
        assert_eq!((code(&changed), stderr(&changed)), (0, ""));
    }
    let owned = |ids: [&str; 2]| ids.map(str::to_owned).to_vec();
    assert_eq!(ids(), (owned(["s3", "s2"]), owned(["e2", first])));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let metadata = fs::metadata(&path).unwrap();
        assert_eq!(metadata.permissions().mode() & 0o777, 0o600);
    }
    assert!(!Path::new(&site.path("keys.json.new")).exists());

    let before = site.read("keys.json");
    let policy = site.path("policy.json");
    for (more, says) in [
        (
            &["--scope"][..],
            "it was changed in this edition already, and votes",
        ),
        (
            &["--site", "--id", "s3"],
            "the key `s3` cannot be used: it stands in the ring twice",
        ),
        (
            &["--destroy", &policy],
            "the votes of this edition can be disputed until 2",
        ),
    ] {
        let refused = rekey(more);
        assert_eq!(
            (code(&refused), site.read("keys.json")),
            (1, before.clone())
        );
        assert!(stderr(&refused).contains(says), "{}", stderr(&refused));
    }
    site.write("over.json", &POLICY.replace("2999-01", "2026-02"));
    let destroyed = rekey(&["--destroy", &site.path("over.json")]);
    assert_eq!((code(&destroyed), stderr(&destroyed)), (0, ""));
    assert_eq!(ids().1, [""; 0]);
    let refused = site.admit(&[]).output().unwrap();
    assert!(stderr(&refused).contains("keys.json: the keys of the scope were destroyed"));
    let again = rekey(&["--edition", EDITION]);
    assert_eq!(code(&again), 1);
    assert!(stderr(&again).contains("the keys are of this edition already"));
    site.write("policy.json", &POLICY.replace(EDITION, "2027-spring"));
    assert_eq!(code(&rekey(&["--edition", "2027-spring"])), 0);
    assert_eq!(code(&site.admit(&[]).output().unwrap()), 0);
}

#[test]
fn keys_that_sign_are_told_by_what_verifies_them() {
    for (option, begins) in [
        ("--log", "obmen.example.bg+"),
        ("--witness", "obmen.example.bg+"),
    ] {
        let made = run(&["nominate", "keygen", option, "obmen.example.bg"]);
        assert_eq!(code(&made), 0);
        let text = stdout(&made).trim_end();
        let key = obmen_nominations::log::SigningKey::read(text).unwrap();
        assert!(stderr(&made).starts_with(begins));
        assert_eq!(stderr(&made).trim_end(), key.verifier().to_string());
    }
}

#[test]
fn a_vote_is_counted_once_whatever_process_is_asked() {
    let site = Site::new();
    let answer = site.solved("flgr:20070736", "vote");
    let vote = by_work("flgr:20070736", "9a3f07c1d5e84b62", &answer);
    let counted = site.decide_one(&vote);
    assert_eq!(counted["decision"], "counted");
    assert_eq!(site.entries(), [counted["entry"].clone()]);
    assert_eq!(counted["entry"]["class"], "pow");
    assert_eq!(counted["withdrawal"].as_str().unwrap().len(), 64);
    assert!(!site.read("log/entries.jsonl").contains("9a3f07c1d5e84b62"));

    let again = site.solved("flgr:20070736", "vote");
    let elsewhere = site.solved("lovech:bridge", "vote");
    let requests = [
        handed_in(&vote),
        handed_in(&by_work("flgr:20070736", "9a3f07c1d5e84b62", &again)),
        String::new(),
        handed_in(&by_work("flgr:20070736", "another browser.", &again)),
        handed_in(&by_work("lovech:bridge", "9a3f07c1d5e84b62", &elsewhere)),
        handed_in(&by_work("flgr:19990001", "9a3f07c1d5e84b62", &answer)),
        handed_in(&by_work("flgr:1", "9a3f07c1d5e84b62", &answer)),
        vote.to_string(),
        "{\"request\": ".to_owned(),
    ];
    let mut bytes = requests.join("\n").into_bytes();
    // With any letter in the place of what is not UTF-8 it would be the vote of somebody.
    bytes.extend(b"\n{\"request\": {\"practice\": \"lovech:bridge\", \"class\": \"eid\"}, \"known\": {\"person\": \"BG/80010\xff10000\"}}\n");
    let decisions = site.decide(&bytes, &["--lang", "bg"]);
    assert_eq!(
        outcomes(&decisions),
        [
            "nomination/replayed",
            "nomination/duplicate",
            "nomination/replayed",
            "counted",
            "nomination/practice-closed",
            "nomination/unknown-practice",
            "nomination/request-missing-field",
            "nomination/request-not-read",
            "nomination/request-not-read",
        ]
    );
    assert_eq!(decisions[1]["decision"], "duplicate");
    assert_eq!(decisions[0]["message"], "това вече е използвано");
    let entries = site.entries();
    let places: Vec<_> = entries.iter().map(|entry| entry["seq"].as_u64()).collect();
    assert_eq!(places, [Some(0), Some(1)]);
    assert_ne!(
        entries[0]["tag"], entries[1]["tag"],
        "votes of one person cannot be joined"
    );
}

#[test]
fn an_address_counts_once_its_message_was_answered() {
    let site = Site::new();
    let asked = site.decide_one(&serde_json::json!({
        "practice": "flgr:20070736", "class": "email", "address": "office@example.bg", "confirm": "code",
        "answer": site.solved("flgr:20070736", "confirm"),
    }));
    assert_eq!(asked["decision"], "provisional");
    assert_eq!(site.read("log/entries.jsonl"), "");
    let answered = site.decide_one(&serde_json::json!({
        "practice": "flgr:20070736", "class": "email", "address": "office@example.bg",
        "token": asked["send"]["token"], "code": asked["send"]["code"],
    }));
    assert_eq!(answered["entry"]["class"], "email");
}

#[test]
fn the_code_of_a_picture_is_tried_once() {
    let site = Site::new();
    let vote = |typed: fn(&Value) -> Value| {
        let issued = site.issue("flgr:20070736", &["--picture"]);
        let picture: Value = serde_json::from_str(&issued).unwrap();
        serde_json::json!({
            "practice": "flgr:20070736", "class": "typed", "voter": "9a3f07c1d5e84b62",
            "token": picture["token"], "code": typed(&picture["code"]),
        })
    };
    let mut wrong = vote(|_| "WRONG".into());
    let right = vote(Value::clone);
    let decisions = [site.decide_one(&wrong), site.decide_one(&right)];
    assert_eq!(outcomes(&decisions), ["nomination/wrong-code", "counted"]);
    wrong["code"] = right["code"].clone();
    assert_eq!(
        outcomes(&[site.decide_one(&wrong)]),
        ["nomination/replayed"]
    );
}

#[test]
fn each_request_is_answered_before_the_next_and_one_process_has_the_log() {
    let site = Site::new();
    let mut first = site.admit(&[]).stdin(Stdio::piped()).spawn().unwrap();
    let mut requests = first.stdin.take().unwrap();
    let mut decisions = BufReader::new(first.stdout.take().unwrap()).lines();
    for voter in ["BG/8001010000", "BG/8001010001"] {
        writeln!(requests, "{}", by_person("lovech:bridge", voter)).unwrap();
        let decision = decisions.next().unwrap().unwrap();
        assert!(decision.contains("\"decision\":\"counted\""), "{decision}");
    }
    let second = site.admit(&["--lang", "bg"]).output().unwrap();
    assert_eq!((code(&second), stdout(&second)), (2, ""));
    let log = site.path("log");
    assert_eq!(
        stderr(&second),
        format!(
            "obmen: {log}: друг процес е отворил дневника; изчакайте го да приключи или го спрете [nomination/log-locked]\n"
        )
    );
    drop(requests);
    assert!(first.wait().unwrap().success() && decisions.next().is_none());
    assert_eq!(site.entries().len(), 2);
}

/// Sends votes of new persons to a process and kills it after so many decisions and some time more; returns all lines
/// that it printed to their end.
fn killed(site: &Site, round: u32) -> Vec<Value> {
    let mut process = site.admit(&[]).stdin(Stdio::piped()).spawn().unwrap();
    let mut requests = process.stdin.take().unwrap();
    let mut output = BufReader::new(process.stdout.take().unwrap());
    let writer = thread::spawn(move || {
        for voter in 0.. {
            let person = format!("BG/{round:03}{voter:07}");
            let vote = json!({
                "request": {"practice": "lovech:bridge", "class": "eid"},
                "known": {"person": person},
            });
            // The process is gone.
            if writeln!(requests, "{vote}").is_err() {
                return;
            }
        }
    });
    let mut printed = String::new();
    for _ in 0..round % 7 {
        output.read_line(&mut printed).unwrap();
    }
    thread::sleep(Duration::from_micros(u64::from(round) * 173 % 4000));
    process.kill().unwrap();
    process.wait().unwrap();
    writer.join().unwrap();
    output.read_to_string(&mut printed).unwrap();
    let whole = printed
        .split_inclusive('\n')
        .filter(|line| line.ends_with('\n'));
    let told = |line| serde_json::from_str::<Value>(line).unwrap()["told"].take();
    whole.map(told).collect()
}

#[test]
fn what_was_printed_is_in_the_log_whenever_the_process_is_killed() {
    let site = Site::new();
    let (mut told, mut untold) = (0, 0);
    for round in 0..50 {
        let decisions = killed(&site, round);
        // The log is opened, and what was never told is cut.
        let opened = site.admit(&[]).output().unwrap();
        assert_eq!((code(&opened), stdout(&opened)), (0, ""));
        let told_of = stderr(&opened);
        assert!(
            told_of.is_empty() || told_of.contains("cut.jsonl"),
            "{told_of}"
        );
        let entries = site.entries();
        for decision in &decisions {
            assert_eq!(decision["decision"], "counted", "{decision}");
            let place = usize::try_from(decision["entry"]["seq"].as_u64().unwrap()).unwrap();
            assert_eq!(entries[place], decision["entry"]);
        }
        told += decisions.len();
        untold += entries.len() - told - untold;
    }
    let checkpoint = site.read("log/checkpoint");
    let size = checkpoint.lines().nth(1).unwrap();
    assert_eq!(size.parse(), Ok(told + untold));
    assert!(told >= 147, "{told} votes were told of, and {untold} not");
}

#[test]
fn of_two_processes_that_race_for_a_log_one_has_it() {
    let site = Site::new();
    for round in 0..8 {
        let vote = by_person("lovech:bridge", &format!("BG/{round}"));
        let mut racers = [(); 2].map(|()| {
            let mut racer = site.admit(&[]).stdin(Stdio::piped()).spawn().unwrap();
            // Who lost may be gone already.
            let _ = writeln!(racer.stdin.as_mut().unwrap(), "{vote}");
            racer
        });
        let deadline = Instant::now() + Duration::from_secs(50);
        let lost = loop {
            let gone = |racer: &mut Child| racer.try_wait().unwrap().is_some();
            if let Some(lost) = racers.iter_mut().position(gone) {
                break lost;
            }
            assert!(Instant::now() < deadline, "both have the log");
            thread::sleep(Duration::from_millis(5));
        };
        if lost == 0 {
            racers.reverse();
        }
        // With the end of its standard input the winner ends.
        let [won, lost] = racers.map(|racer| racer.wait_with_output().unwrap());
        assert_eq!((code(&lost), stdout(&lost)), (2, ""));
        assert!(stderr(&lost).contains("another process has the log open"));
        assert_eq!((code(&won), stderr(&won)), (0, ""));
        assert!(stdout(&won).contains("\"decision\":\"counted\""));
        assert_eq!(stdout(&won).lines().count(), 1);
        let again = site.decide(vote.as_bytes(), &[]);
        assert_eq!(outcomes(&again), ["nomination/duplicate"]);
    }
    let tags: BTreeSet<_> = site
        .entries()
        .iter()
        .map(|entry| entry["tag"].to_string())
        .collect();
    assert_eq!((site.entries().len(), tags.len()), (8, 8));
}

#[test]
fn votes_are_not_taken_under_what_is_broken() {
    let site = Site::new();
    fs::remove_dir_all(site.path("log")).unwrap();
    let fails_with = |more: &[&str], says: &str| {
        let output = site.admit(more).output().unwrap();
        assert_eq!((code(&output), stdout(&output)), (1, ""));
        let told = stderr(&output);
        assert!(
            told.starts_with("obmen: ") && told.lines().count() == 1,
            "{told}"
        );
        assert!(told.contains(says), "{told}");
    };
    site.write("policy.json", &POLICY.replace("2999", "2025"));
    fails_with(&["--new"], "policy.json: `closes`");
    site.write("policy.json", POLICY);
    let keys = site.read("keys.json");
    site.write(
        "keys.json",
        &keys.replacen("\"secret\":\"", "\"secret\":\"00", 1),
    );
    fails_with(&["--new"], "cannot be used: it is not 32 bytes");
    site.write("keys.json", &keys);
    for line in ["bridge", "lovech:bridge shut", "lovech:bridge closed now"] {
        site.write("practices.txt", &format!("{PRACTICES}{line}\n"));
        fails_with(&["--new"], "practices.txt:5: `practice` is ");
    }
    site.write("practices.txt", PRACTICES);
    assert!(!Path::new(&site.path("log")).exists(), "nothing was begun");
    let fails = |says: &str| fails_with(&[], says);
    let nowhere = site.admit(&[]).output().unwrap();
    assert_eq!(code(&nowhere), 2);
    assert!(stderr(&nowhere).contains("nomination/log-not-begun"));
    assert!(!Path::new(&site.path("log")).exists(), "nothing was begun");
    assert_eq!(code(&site.admit(&["--new"]).output().unwrap()), 0);

    let vote = by_person("lovech:bridge", "BG/8001010000");
    assert_eq!(site.decide(vote.as_bytes(), &[])[0]["decision"], "counted");
    let line = site.read("log/entries.jsonl");
    site.write("log/entries.jsonl", &line.replace("\"eid\"", "\"egn\""));
    fails(
        "`entries.jsonl` is not as it was written, by the rule `nomination/log-bad-entry`: line 1 ",
    );
    site.write(
        "log/entries.jsonl",
        &line.replace("obmen.example", "other.example"),
    );
    fails("line 1 is an entry of the log `other.example.bg`");
    site.write("log/entries.jsonl", &line);
    let verifier = site.log_key("another.key");
    site.write("log.key", &site.read("another.key"));
    fails("is not the key of the log");
    site.write("log.key", &verifier);
    fails("log.key: this is no key of a log");
}

#[test]
fn what_is_no_challenge_and_no_practice_is_refused() {
    let unsolved = pipe(&["nominate", "solve", "-"], "{\"parameters\": {}}");
    assert_eq!((code(&unsolved), stdout(&unsolved)), (1, ""));
    assert!(stderr(&unsolved).ends_with("[nomination/challenge-missing-field]\n"));
    let site = Site::new();
    let issued = site.obmen("issue", &["--practice", "bridge"]).output();
    let issued = issued.unwrap();
    assert_eq!((code(&issued), stdout(&issued)), (1, ""));
    assert!(stderr(&issued).starts_with("obmen: --practice: `practice` is bridge"));
}
