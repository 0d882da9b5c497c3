//! The logs of two sites by the command alone: written, witnessed, proven, verified, added up, and found out.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at once"
)]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Output, Stdio};

use obmen::nomination::Hex;
use obmen_nominations::leaf_hash;
use obmen_nominations::log::Line;
use serde_json::{Value, json};
use tempfile::TempDir;

const POLICY: &str = r#"{"edition": "2026-autumn", "scope": "bg", "opens": "2026-01-01T00Z", "closes": "2999-01-01T00Z", "classes": ["eid"]}"#;
const BRIDGE: &str = "flgr:20070736";
const SCHOOL: &str = "flgr:2";

/// A folder with the keys of two sites, `a` and `b`, of one scope, and of a witness, `w`.
struct World(TempDir);

impl World {
    fn new() -> World {
        let world = World(TempDir::new().unwrap());
        world.write("policy.json", POLICY);
        world.write("practices.txt", &format!("{BRIDGE}\n{SCHOOL}\n"));
        world.made(&[
            "keygen",
            "--edition",
            "2026-autumn",
            "--output",
            "keys.json",
        ]);
        let mut keys = Vec::new();
        for (kind, name) in [("--log", "a"), ("--log", "b"), ("--witness", "w")] {
            let (file, name) = (format!("{name}.key"), format!("{name}.example.bg"));
            let made = world.run(&["keygen", kind, &name, "--output", &file]);
            keys.push(String::from_utf8(made.stderr).unwrap().trim().to_owned());
            world.write(&format!("{file}.pub"), &keys[keys.len() - 1]);
        }
        let [a, b, w] = &keys[..] else { panic!() };
        world.write(
            "trust",
            &format!("log {a}\nlog {b}\nwitness w {w}\nquorum w\n"),
        );
        world.begin("a");
        world.begin("b");
        world
    }

    /// Begins the log of a site.
    fn begin(&self, site: &str) {
        let options = ["--new", "--practices", "practices.txt"];
        self.made(&strs(&at("admit", site, &options)));
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_obmen"));
        command
            .arg("nominate")
            .args(arguments)
            .current_dir(self.0.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    fn piped(&self, arguments: &[&str], input: &str) -> Output {
        let mut process = self.command(arguments).spawn().unwrap();
        // Who refuses its options reads nothing.
        let _ = process.stdin.take().unwrap().write_all(input.as_bytes());
        process.wait_with_output().unwrap()
    }

    /// What a command prints that must succeed.
    fn made(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn vote(&self, site: &str, practice: &str, person: &str) -> Value {
        let request = json!({
            "request": {"practice": practice, "class": "eid"}, "known": {"person": person},
        });
        let options = at("admit", site, &["--practices", "practices.txt"]);
        let output = self.piped(&strs(&options), &request.to_string());
        let told: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(told["told"]["decision"], "counted", "{told}");
        told
    }

    /// Has the last checkpoint of a site's log cosigned.
    fn witnessed(&self, site: &str, since: &str) {
        self.asked("w", site, since);
        let kept = self.answered("w", site);
        assert_eq!(kept, self.read(&format!("log-{site}/cosigned")));
    }

    /// Makes a witness of a name.
    fn witness(&self, name: &str) {
        let file = format!("{name}.key");
        let origin = format!("{name}.example.bg");
        let made = self.run(&["keygen", "--witness", &origin, "--output", &file]);
        let key = String::from_utf8(made.stderr).unwrap();
        self.write(&format!("{file}.pub"), key.trim());
    }

    /// Asks a witness to cosign the last checkpoint of a site's log; it knows all keys of the log.
    fn asked(&self, witness: &str, site: &str, since: &str) {
        let request = self.made(&["checkpoint", "--since", since, &format!("log-{site}")]);
        self.write(&format!("request-{witness}"), &request);
        let (key, seen) = (format!("{witness}.key"), format!("seen-{witness}"));
        let keys = self.read(&format!("{site}.key.pub"));
        let mut options = vec!["witness", "--key", &key, "--state", &seen];
        options.extend(keys.lines().flat_map(|key| ["--log", key]));
        if !self.path(&seen).exists() {
            options.push("--new");
        }
        let answer = self.piped(&options, &request);
        assert_eq!(answer.status.code(), Some(0), "{answer:?}");
        let answer = String::from_utf8(answer.stdout).unwrap();
        self.write(&format!("answer-{witness}"), &answer);
    }

    /// Has the answer of a witness come.
    fn answered(&self, witness: &str, site: &str) -> String {
        self.made(&[
            "checkpoint",
            "--request",
            &format!("request-{witness}"),
            "--answer",
            &format!("answer-{witness}"),
            "--witness",
            &self.read(&format!("{witness}.key.pub")),
            &format!("log-{site}"),
        ])
    }

    /// How much of a site's log is final, and its size.
    fn final_of(&self, site: &str) -> (u64, u64) {
        let told = self.made(&["verify", "--trust", "trust", &format!("log-{site}")]);
        let told: Value = serde_json::from_str(&told).unwrap();
        (
            told["final"].as_u64().unwrap(),
            told["size"].as_u64().unwrap(),
        )
    }

    fn tally(&self, logs: &[&str]) -> (Value, String) {
        let options = ["tally", "--trust", "trust", "--policy", "policy.json"];
        let output = self.run(&[&options, logs].concat());
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        let findings = String::from_utf8(output.stderr).unwrap();
        (serde_json::from_slice(&output.stdout).unwrap(), findings)
    }

    /// What a command says that must refuse, with its code.
    fn refused(&self, arguments: &[&str], says: &str) {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {output:?}");
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.trim_end().ends_with(&format!("[{says}]")), "{told}");
    }

    fn copy(&self, from: &str, to: &str) {
        fs::create_dir_all(self.path(to)).unwrap();
        for file in fs::read_dir(self.path(from)).unwrap() {
            let file = file.unwrap();
            fs::copy(file.path(), self.path(to).join(file.file_name())).unwrap();
        }
    }
}

/// The options of a command that writes the log of a site.
fn at<'a>(command: &'a str, site: &str, more: &[&'a str]) -> Vec<String> {
    let options = format!(
        "{command} --policy policy.json --keys keys.json --site {site}.example.bg --log log-{site} --key {site}.key"
    );
    let options = options.split(' ').map(str::to_owned);
    options
        .chain(more.iter().map(|&each| each.to_owned()))
        .collect()
}

fn strs(options: &[String]) -> Vec<&str> {
    options.iter().map(String::as_str).collect()
}

fn leaf(told: &Value) -> &str {
    told["told"]["leaf"].as_str().unwrap()
}

/// The standings: practices, votes and how many of these are final.
fn standings(tally: &Value) -> Vec<(&str, u64, u64)> {
    let standings = tally["editions"][0]["standings"].as_array().unwrap();
    let number = |each: &Value, field: &str| each[field].as_u64().unwrap();
    standings
        .iter()
        .map(|each| {
            let practice = each["practice"].as_str().unwrap();
            (practice, number(each, "votes"), number(each, "final"))
        })
        .collect()
}

#[test]
fn two_sites_count_each_person_once_and_a_witness_makes_it_final() {
    let world = World::new();
    let first = world.vote("a", BRIDGE, "BG/1");
    world.vote("a", BRIDGE, "BG/2");
    world.vote("b", BRIDGE, "BG/1");
    let third = world.vote("b", SCHOOL, "BG/3");
    world.witnessed("a", "0");

    let (tally, findings) = world.tally(&["log-a", "log-b"]);
    assert_eq!(standings(&tally), [(BRIDGE, 2, 2), (SCHOOL, 1, 0)]);
    assert_eq!(tally["editions"][0]["unit"], "persons");
    assert!(findings.starts_with("hint[nomination/tally-superseded]"));
    assert_eq!(findings.lines().count(), 1);
    assert_eq!(world.tally(&["log-b", "log-a", "log-b"]).0, tally);

    // The proof convinces whoever trusts the witness, and nobody of another vote.
    let proof = world.made(&["prove", "log-a", leaf(&first)]);
    world.write("proof", &proof);
    let verify = ["verify", "--trust", "trust", "proof", "--leaf"];
    let told = world.made(&[&verify[..], &[leaf(&first)]].concat());
    let told: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(
        told,
        json!({"cosigners": ["w"], "index": 0, "origin": "a.example.bg", "size": 2})
    );
    world.write("line", &(first["told"]["entry"].to_string() + "\n"));
    world.made(&["verify", "--trust", "trust", "proof", "--line", "line"]);
    world.refused(
        &[&verify[..], &[leaf(&third)]].concat(),
        "nomination/log-not-included",
    );
    let unproven = world.made(&["prove", "log-b", leaf(&third)]);
    world.write("proof", &unproven);
    world.refused(
        &[&verify[..], &[leaf(&third)]].concat(),
        "nomination/trust-quorum-not-met",
    );
}

#[test]
fn what_is_taken_back_and_erased_leaves_the_proofs_whole() {
    let world = World::new();
    let first = world.vote("a", BRIDGE, "BG/1");
    let second = world.vote("a", BRIDGE, "BG/2");
    world.vote("a", BRIDGE, "BG/3");
    world.witnessed("a", "0");

    let withdraw = at("withdraw", "a", &[]);
    let output = world.piped(&strs(&withdraw), &first.to_string());
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let recorded: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(recorded["recorded"]["target"], first["told"]["leaf"]);
    let again = world.piped(&strs(&withdraw), &first["told"].to_string());
    assert_eq!(again.status.code(), Some(1));
    let again: Value = serde_json::from_slice(&again.stdout).unwrap();
    assert_eq!(again["code"], "nomination/unknown-vote");
    let mut forged = second["told"].clone();
    forged["withdrawal"] = first["told"]["withdrawal"].clone();
    let forged = world.piped(&strs(&withdraw), &forged.to_string());
    let forged: Value = serde_json::from_slice(&forged.stdout).unwrap();
    assert_eq!(forged["code"], "nomination/wrong-withdrawal");

    let void = at(
        "void",
        "a",
        &["--reason", "erasure", "--redact", leaf(&second)],
    );
    world.made(&strs(&void));
    let line = world.read("log-a/entries.jsonl");
    assert_eq!(
        line.lines().nth(1).unwrap(),
        format!(r#"{{"redacted":"{}"}}"#, leaf(&second))
    );
    let (tally, findings) = world.tally(&["log-a"]);
    assert_eq!(standings(&tally), [(BRIDGE, 1, 1)]);
    let codes = ["nomination/tally-withdrawn", "nomination/tally-voided"];
    assert!(codes.iter().all(|code| findings.contains(code)));
    world.witnessed("a", "3");
    world.write("proof", &world.made(&["prove", "log-a", leaf(&second)]));
    world.made(&[
        "verify",
        "--trust",
        "trust",
        "proof",
        "--leaf",
        leaf(&second),
    ]);
    // The log is opened again, and goes on.
    world.vote("a", BRIDGE, "BG/2");
    assert_eq!(standings(&world.tally(&["log-a"]).0), [(BRIDGE, 2, 1)]);
}

#[test]
fn a_vote_is_erased_whoever_took_it_back_and_whenever() {
    let world = World::new();
    let withdrawn = world.vote("a", BRIDGE, "BG/1");
    let voided = world.vote("a", BRIDGE, "BG/2");
    let stays = world.vote("a", BRIDGE, "BG/3");
    let output = world.piped(&strs(&at("withdraw", "a", &[])), &withdrawn.to_string());
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let void = |more: &[&str]| {
        let options = at("void", "a", &[&["--reason", "erasure"], more].concat());
        let output = world.run(&strs(&options));
        let told = String::from_utf8(output.stdout).unwrap();
        let told: Vec<Value> = told
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        (output.status.code(), told)
    };
    let recorded = |told: &Value| told["recorded"]["target"].clone();
    let redacted = |vote: &Value| json!({ "redacted": leaf(vote) });
    let line = |place: usize| {
        let lines = world.read("log-a/entries.jsonl");
        serde_json::from_str::<Value>(lines.lines().nth(place).unwrap()).unwrap()
    };

    let (code, told) = void(&[leaf(&voided)]);
    assert_eq!((code, told.len()), (Some(0), 1));
    assert_eq!(recorded(&told[0]), leaf(&voided));
    assert_eq!(line(1)["kind"], "vote");
    // Void already, withdrawn, and erased by this very call.
    let leaves = [&voided, &withdrawn, &withdrawn].map(leaf);
    let (code, told) = void(&[&["--redact"][..], &leaves].concat());
    assert_eq!((code, told.len()), (Some(0), 3));
    assert_eq!(recorded(&told[0]), leaf(&withdrawn));
    assert_eq!(told[1..], [redacted(&voided), redacted(&withdrawn)]);
    assert_eq!(
        [line(0), line(1)],
        [redacted(&withdrawn), redacted(&voided)]
    );
    // Once more, and what is not there; and without an order to erase, what is void is no vote.
    let nothing = "0".repeat(64);
    let (code, told) = void(&["--redact", leaf(&voided), &nothing]);
    assert_eq!((code, told.len()), (Some(1), 2));
    assert_eq!(told[0], redacted(&voided));
    assert_eq!(told[1]["code"], "nomination/unknown-vote");
    let (code, told) = void(&[leaf(&voided)]);
    assert_eq!((code, told.len()), (Some(1), 1));
    assert_eq!(line(2)["kind"], "vote");
    let (tally, _) = world.tally(&["log-a"]);
    assert_eq!(standings(&tally), [(BRIDGE, 1, 0)]);
    assert_eq!(line(2)["seq"], stays["told"]["entry"]["seq"]);
}

#[test]
fn what_cannot_be_erased_on_the_disk_is_a_failure() {
    let world = World::new();
    let vote = world.vote("a", BRIDGE, "BG/1");
    let void = at("void", "a", &["--reason", "erasure", leaf(&vote)]);
    world.made(&strs(&void));
    // The name under which the lines are written anew is taken.
    fs::create_dir(world.path("log-a/entries.jsonl.new")).unwrap();
    let output = world.run(&strs(&[&void[..], &["--redact".to_owned()]].concat()));
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("nomination/log-io"), "{told}");
    assert_eq!(output.stdout, b"");
}

#[test]
fn a_witness_forgets_nothing_by_a_slip_of_the_pen() {
    let world = World::new();
    world.vote("a", BRIDGE, "BG/1");
    world.witnessed("a", "0");
    let request = world.made(&["checkpoint", "--since", "0", "log-a"]);
    world.write("request", &request);
    let key = world.read("a.key.pub");
    let witness = |more: &[&str]| {
        let options = ["witness", "--key", "w.key", "--log", &key, "request"];
        let output = world.run(&[&options, more].concat());
        let told = String::from_utf8(output.stderr).unwrap();
        (output.status.code(), told, output.stdout.len())
    };
    let (code, told, signed) = witness(&["--state", "seen-v"]);
    assert_eq!((code, signed), (Some(2), 0));
    assert!(told.contains("nomination/witness-not-begun"), "{told}");
    assert!(!world.path("seen-v").exists());
    // Nor is one begun by what is no request.
    world.write("garbage", "x");
    let begun = [
        "--key", "w.key", "--log", &key, "--state", "seen-v", "--new",
    ];
    let garbage = world.run(&[&["witness"], &begun[..], &["garbage"]].concat());
    assert_eq!(garbage.status.code(), Some(1), "{garbage:?}");
    assert!(!world.path("seen-v").exists());
    let (code, told, signed) = witness(&["--state", "seen-w", "--new"]);
    assert_eq!((code, signed), (Some(2), 0));
    assert!(told.contains("nomination/witness-begun-already"), "{told}");
    // It has seen one entry.
    let (code, told, _) = witness(&["--state", "seen-w"]);
    assert_eq!(code, Some(1));
    assert!(told.contains("nomination/witness-other-size"), "{told}");
}

#[test]
fn an_edition_is_closed_by_what_it_came_to_and_a_key_hands_over() {
    let world = World::new();
    world.vote("a", BRIDGE, "BG/1");
    // A count that was held to no policy is not what the edition came to.
    let options = ["tally", "--trust", "trust", "log-a"];
    world.write("uncapped.json", &world.made(&options));
    let uncapped = world.run(&strs(&at("close", "a", &["uncapped.json"])));
    assert_eq!(uncapped.status.code(), Some(2));
    assert!(
        String::from_utf8(uncapped.stderr)
            .unwrap()
            .contains("by its policy")
    );
    world.write("tally.json", &world.tally(&["log-a"]).0.to_string());
    let close = at("close", "a", &["tally.json"]);
    let says = |options: &[String], says: &str| {
        let output = world.run(&strs(options));
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains(says), "{told}");
    };
    let open = world.run(&strs(&close));
    assert_eq!(open.status.code(), Some(1));
    assert!(
        String::from_utf8(open.stdout)
            .unwrap()
            .contains("nomination/still-open")
    );

    // What no witness has seen is no part of the result, so that nobody can hold it up.
    let whole = world.tally(&["log-a"]).0;
    world.witnessed("a", "0");
    world.vote("a", BRIDGE, "BG/9");
    let half = world.tally(&["log-a"]).0;
    assert_eq!(standings(&half), [(BRIDGE, 2, 1)]);
    for field in ["hash", "votes"] {
        assert_eq!(half["editions"][0][field], whole["editions"][0][field]);
    }

    says(
        &at("handover", "a", &["--next", "a.key"]),
        "nomination/trust-duplicate-key",
    );
    let made = world.run(&["keygen", "--log", "a.example.bg", "--output", "a2.key"]);
    assert_eq!(made.status.code(), Some(0));
    world.made(&[
        "keygen",
        "--witness",
        "a.example.bg",
        "--output",
        "wrong.key",
    ]);
    says(
        &at("handover", "a", &["--next", "wrong.key"]),
        "nomination/trust-wrong-type",
    );
    world.made(&strs(&at("handover", "a", &["--next", "a2.key"])));
    world.made(&["verify", "--trust", "trust", "log-a"]);
    let admit = at("admit", "a", &["--practices", "practices.txt"]);
    says(&admit, "nomination/log-other-key");
    fs::copy(world.path("a2.key"), world.path("a.key")).unwrap();
    world.vote("a", SCHOOL, "BG/2");
    // Whoever knows the first key follows.
    let told: Value =
        serde_json::from_str(&world.made(&["verify", "--trust", "trust", "log-a"])).unwrap();
    assert_eq!((&told["size"], &told["final"]), (&json!(4), &json!(1)));
}

#[test]
fn whoever_counts_again_sees_whether_a_closing_is_true() {
    let world = World::new();
    world.write("policy.json", &POLICY.replace("2999-01-01", "2026-02-01"));
    // Nobody has voted, which is a result too.
    world.piped(
        &strs(&at("admit", "a", &["--practices", "practices.txt"])),
        "",
    );
    let (tally, _) = world.tally(&["log-a"]);
    world.write("tally.json", &tally.to_string());
    let recorded = world.made(&strs(&at("close", "a", &["tally.json"])));
    let recorded: Value = serde_json::from_str(&recorded).unwrap();
    let edition = &tally["editions"][0];
    assert_eq!(recorded["recorded"]["tally"], edition["hash"]);
    let (again, findings) = world.tally(&["log-a"]);
    assert_eq!(again["editions"][0]["closings"][0]["agrees"], true);
    assert_eq!(
        (&again["editions"][0]["hash"], findings.as_str()),
        (&edition["hash"], "")
    );

    let mut false_tally = tally.clone();
    false_tally["editions"][0]["votes"] = json!(42);
    world.write("false.json", &false_tally.to_string());
    world.made(&strs(&at("close", "a", &["false.json"])));
    let (_, findings) = world.tally(&["log-a"]);
    assert!(
        findings.starts_with("warning[nomination/tally-second-closing]"),
        "{findings}"
    );
    world.piped(
        &strs(&at("admit", "b", &["--practices", "practices.txt"])),
        "",
    );
    world.made(&strs(&at("close", "b", &["false.json"])));
    let (_, findings) = world.tally(&["log-b"]);
    assert!(
        findings.starts_with("warning[nomination/tally-closing-mismatch]"),
        "{findings}"
    );
}

#[test]
fn who_shows_two_logs_or_an_old_one_is_found_out() {
    let world = World::new();
    world.vote("a", BRIDGE, "BG/1");
    world.copy("log-a", "backup");
    world.vote("a", BRIDGE, "BG/2");
    world.copy("log-a", "published");
    world.witnessed("a", "0");

    // A backup is put in the place of the log, and goes on otherwise.
    fs::rename(world.path("log-a"), world.path("kept")).unwrap();
    world.copy("backup", "log-a");
    fs::copy(world.path("kept/cosigned"), world.path("seen.note")).unwrap();
    let mut options = at("admit", "a", &["--practices", "practices.txt"]);
    options.extend(["--seen".to_owned(), "seen.note".to_owned()]);
    let restored = world.piped(&strs(&options), "");
    assert_eq!(restored.status.code(), Some(1));
    assert!(
        String::from_utf8(restored.stderr)
            .unwrap()
            .contains("nomination/log-restored")
    );
    world.vote("a", BRIDGE, "BG/7");

    // Its witness has seen another, and says so.
    let key = world.read("a.key.pub");
    for (since, code) in [
        ("0", "nomination/witness-fork"),
        ("2", "nomination/witness-fork"),
    ] {
        world.write(
            "request",
            &world.made(&["checkpoint", "--since", since, "log-a"]),
        );
        world.refused(
            &[
                "witness", "--key", "w.key", "--state", "seen-w", "--log", &key, "request",
            ],
            code,
        );
    }
    world.write(
        "request",
        &world.made(&["checkpoint", "--since", "0", "backup"]),
    );
    world.refused(
        &[
            "witness", "--key", "w.key", "--state", "seen-w", "--log", &key, "request",
        ],
        "nomination/witness-stale-checkpoint",
    );
    let (tally, findings) = world.tally(&["log-a", "published"]);
    assert_eq!(standings(&tally), [(BRIDGE, 1, 0)]);
    assert!(findings.contains("error[nomination/tally-fork]"));
    let merged = world.run(&["merge", "--trust", "trust", "log-a", "published"]);
    assert_eq!(merged.status.code(), Some(1));
    let common = world.read("backup/entries.jsonl");
    assert_eq!(String::from_utf8(merged.stdout).unwrap(), common);
    // What its witness has signed of the other copy stands.
    fs::copy(world.path("seen.note"), world.path("published/cosigned")).unwrap();
    let (tally, _) = world.tally(&["log-a", "published"]);
    assert_eq!(standings(&tally), [(BRIDGE, 2, 2)]);
    let merged = world.run(&["merge", "--trust", "trust", "log-a", "published"]);
    let lines = world.read("published/entries.jsonl");
    assert_eq!(String::from_utf8(merged.stdout).unwrap(), lines);

    // An altered line, and a log whose witness has seen more.
    world.write(
        "published/entries.jsonl",
        &lines.replacen(BRIDGE, SCHOOL, 1),
    );
    world.refused(
        &["verify", "--trust", "trust", "published"],
        "nomination/log-other-root",
    );
    fs::copy(world.path("seen.note"), world.path("backup/cosigned")).unwrap();
    world.refused(
        &["verify", "--trust", "trust", "backup"],
        "nomination/log-restored",
    );
}

#[test]
fn logs_are_merged_each_entry_once_and_compared_with_what_is_stated() {
    let world = World::new();
    world.vote("a", BRIDGE, "BG/1");
    world.copy("log-a", "older");
    world.vote("a", SCHOOL, "BG/1");
    world.vote("b", BRIDGE, "BG/2");
    let both = world.read("log-a/entries.jsonl") + &world.read("log-b/entries.jsonl");
    // Of copies of one size one may have forgotten a line that the other has.
    world.copy("log-a", "redacted");
    let lines = world.read("redacted/entries.jsonl");
    let (line, rest) = lines.split_once('\n').unwrap();
    let forgotten = Line::redacted(leaf_hash(line.as_bytes()));
    world.write("redacted/entries.jsonl", &format!("{forgotten}\n{rest}"));
    for logs in [
        ["older", "log-b", "log-a", "log-b"],
        ["redacted", "log-b", "log-a", "older"],
        ["log-a", "log-b", "log-b", "redacted"],
    ] {
        let merged = world.made(&[&["merge", "--trust", "trust"], &logs[..]].concat());
        assert_eq!(merged, both);
    }

    world.write("stated", &format!("{BRIDGE} 42\n\n{SCHOOL} 1\n"));
    let options = [
        "tally",
        "--trust",
        "trust",
        "--stated",
        "stated",
        "--output-format",
        "text",
    ];
    let output = world.run(&[&options[..], &["--lang", "bg", "log-a", "log-b"]].concat());
    let (told, findings) = [output.stdout, output.stderr].map(String::from_utf8).into();
    let told = told.unwrap();
    let mut told = told.lines();
    assert!(told.next().unwrap().starts_with("2026-autumn@"));
    let rows: Vec<_> = told.collect();
    assert_eq!(
        rows,
        [
            format!("   1.        2  {BRIDGE} (окончателни: 0)"),
            format!("   2.        1  {SCHOOL} (окончателни: 0)"),
        ]
    );
    let findings = findings.unwrap();
    assert_eq!(findings.lines().count(), 1);
    assert!(
        findings.starts_with("предупреждение[nomination/tally-mismatch]: източникът посочва 42")
    );

    // The mark before the text is no part of the first name.
    world.write("stated", &format!("\u{feff}{BRIDGE} 2\r\n{SCHOOL} 1\r\n"));
    let agrees = world.run(&[&options[..], &["log-a", "log-b"]].concat());
    assert_eq!((agrees.status.code(), agrees.stderr), (Some(0), vec![]));

    let twice = format!("{BRIDGE} 2\n{SCHOOL} 1\n{BRIDGE} 2\n");
    for (text, line) in [("many\n", 1), (&twice, 3)] {
        world.write("stated", text);
        let wrong = world.run(&[&options[..], &["log-a"]].concat());
        assert_eq!((wrong.status.code(), wrong.stdout), (Some(2), vec![]));
        let told = String::from_utf8(wrong.stderr).unwrap();
        assert!(told.contains(&format!("stated, line {line}")), "{told}");
    }
}

#[test]
fn what_is_stated_is_compared_with_one_edition() {
    let world = World::new();
    let compared = |more: &[&str]| {
        let options = ["tally", "--trust", "trust", "--stated", "stated", "log-a"];
        let output = world.run(&[&options, more].concat());
        let told = String::from_utf8(output.stderr).unwrap();
        (output.status.code(), output.stdout.is_empty(), told)
    };
    world.write("stated", &format!("{BRIDGE} 2\n"));
    // A log of no votes is of no edition, unless a policy names one.
    let admit = at("admit", "a", &["--practices", "practices.txt"]);
    world.piped(&strs(&admit), "");
    let (code, is_silent, told) = compared(&[]);
    assert_eq!((code, is_silent), (Some(2), true));
    assert!(told.contains("no edition was counted"), "{told}");
    let (code, _, told) = compared(&["--policy", "policy.json"]);
    assert_eq!(code, Some(0));
    assert!(told.contains("[nomination/tally-mismatch]"), "{told}");

    world.vote("a", BRIDGE, "BG/1");
    world.vote("a", BRIDGE, "BG/2");
    assert_eq!(compared(&[]), (Some(0), false, String::new()));
    world.made(&["rekey", "keys.json", "--edition", "2027-spring"]);
    let spring = POLICY.replace("2026-autumn", "2027-spring");
    world.write("policy.json", &spring);
    world.vote("a", BRIDGE, "BG/1");
    let (code, is_silent, told) = compared(&[]);
    assert_eq!((code, is_silent), (Some(2), true));
    let says =
        "obmen: stated is compared with one edition; say by --edition which of these: 2026-autumn@";
    assert!(
        told.starts_with(says) && told.contains(", 2027-spring@"),
        "{told}"
    );
    let (_, _, told) = compared(&["--lang", "bg"]);
    assert!(
        told.starts_with("obmen: stated се сравнява с едно издание"),
        "{told}"
    );
    let named = compared(&["--edition", "2026-autumn"]);
    assert_eq!(named, (Some(0), false, String::new()));
    let (code, _, told) = compared(&["--edition", "2027-spring"]);
    assert_eq!((code, told.lines().count()), (Some(0), 1));
    assert!(told.contains("2027-spring@"), "{told}");
    assert_eq!(compared(&["--edition", "2027"]).0, Some(2));

    // Of two policies of one name the whole is asked for.
    world.write("policy.json", &spring.replace("2999", "2998"));
    world.vote("a", BRIDGE, "BG/1");
    world.vote("a", BRIDGE, "BG/2");
    assert_eq!(compared(&["--edition", "2027-spring"]).0, Some(2));
    let tally: Value =
        serde_json::from_str(&world.made(&["tally", "--trust", "trust", "log-a"])).unwrap();
    let editions = tally["editions"].as_array().unwrap().iter();
    let of_two = editions.filter(|each| each["votes"] == 2);
    let of_two: Vec<_> = of_two.filter_map(|each| each["edition"].as_str()).collect();
    let whole = of_two.iter().find(|each| each.starts_with("2027-spring@"));
    let (code, _, told) = compared(&["--edition", whole.unwrap()]);
    assert_eq!(code, Some(0));
    assert!(!told.contains("tally-mismatch"), "{told}");

    let alone = world.run(&["tally", "--trust", "trust", "--edition", "2027", "log-a"]);
    assert_eq!(alone.status.code(), Some(2));
}

#[test]
fn what_is_wrong_with_a_log_is_one_exit_code_and_what_could_not_run_another() {
    let world = World::new();
    world.vote("a", BRIDGE, "BG/1");
    world.copy("log-a", "altered");
    let lines = world.read("altered/entries.jsonl");
    world.write("altered/entries.jsonl", &lines.replace(BRIDGE, SCHOOL));
    world.copy("log-a", "damaged");
    world.write("damaged/checkpoint", "no checkpoint");
    let other = world.read("b.key.pub");
    let trust = ["--trust", "trust"];
    let exits = |arguments: &[&str], exit: i32, says: &str| {
        let output = world.run(arguments);
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(exit), "{arguments:?}: {told}");
        assert!(told.contains(says), "{arguments:?}: {told}");
    };
    for command in ["verify", "tally", "merge"] {
        let exits = |trust: &[&str], log: &str, exit, says| {
            exits(&[&[command], trust, &[log]].concat(), exit, says);
        };
        exits(&trust, "log-a", 0, "");
        exits(&trust, "altered", 1, "[nomination/log-other-root]");
        exits(&trust, "damaged", 1, "[nomination/log-damaged]");
        exits(&["--verifier", &other], "log-a", 1, "[nomination/");
        exits(&["--verifier", "a"], "log-a", 1, "[nomination/log-bad-key]");
        exits(&["--trust", "keys.json"], "log-a", 1, "[nomination/");
        exits(&["--trust", "log-c"], "log-a", 2, "cannot read log-c");
        exits(&trust, "log-c", 2, "[nomination/log-not-begun]");
        exits(&[], "log-a", 2, "--verifier");
    }
    exits(&["checkpoint", "damaged"], 1, "[nomination/log-damaged]");
    exits(&["checkpoint", "altered", "--since", "0"], 1, "altered");
    exits(
        &["tiles", "damaged", "public"],
        1,
        "[nomination/log-damaged]",
    );
    exits(
        &["tiles", "log-c", "public"],
        2,
        "[nomination/log-not-begun]",
    );

    // A log that another process has was not looked at.
    let admit = at("admit", "a", &["--practices", "practices.txt"]);
    let mut first = world.command(&strs(&admit)).spawn().unwrap();
    let mut asked = first.stdin.take().unwrap();
    asked.write_all(b"{}\n").unwrap();
    let mut told = String::new();
    BufReader::new(first.stdout.take().unwrap())
        .read_line(&mut told)
        .unwrap();
    // What is refused is the answer to a request, and no failure.
    assert!(told.contains(r#""decision":"refused""#), "{told}");
    exits(&strs(&admit), 2, "[nomination/log-locked]");
    drop(asked);
    assert_eq!(first.wait().unwrap().code(), Some(0));
    fs::remove_dir_all(world.path("log-a")).unwrap();
    fs::rename(world.path("damaged"), world.path("log-a")).unwrap();
    exits(&strs(&admit), 1, "[nomination/log-damaged]");
}

#[test]
fn witnesses_answer_one_after_the_other_while_votes_are_recorded() {
    let world = World::new();
    world.witness("v");
    let [a, w, v] = ["a", "w", "v"].map(|name| world.read(&format!("{name}.key.pub")));
    let quorum =
        format!("log {a}\nwitness w {w}\nwitness v {v}\ngroup both all w v\nquorum both\n");
    world.write("trust", &quorum);
    let told = world.vote("a", BRIDGE, "BG/1");
    world.asked("w", "a", "0");
    world.asked("v", "a", "0");
    world.answered("w", "a");
    assert_eq!(world.final_of("a"), (0, 1));
    world.answered("v", "a");
    assert_eq!(world.final_of("a"), (1, 1));

    world.vote("a", BRIDGE, "BG/2");
    world.asked("w", "a", "1");
    world.answered("w", "a");
    assert_eq!(world.final_of("a"), (1, 2));
    world.vote("a", BRIDGE, "BG/3");
    world.asked("v", "a", "1");
    // It has seen three entries, so the two that the other has seen are final.
    world.answered("v", "a");
    assert_eq!(world.final_of("a"), (2, 3));
    assert_eq!(standings(&world.tally(&["log-a"]).0), [(BRIDGE, 3, 2)]);
    // The voter is still given the proof that the quorum signed as one.
    world.write("proof", &world.made(&["prove", "log-a", leaf(&told)]));
    world.made(&["verify", "--trust", "trust", "proof", "--leaf", leaf(&told)]);

    // An answer that comes after a newer one of the same witness changes nothing.
    let [request, answer] = ["request-w", "answer-w"].map(|name| world.read(name));
    world.vote("a", BRIDGE, "BG/4");
    world.asked("w", "a", "2");
    world.answered("w", "a");
    assert_eq!(world.final_of("a"), (3, 4));
    let kept = world.read("log-a/cosigned");
    world.write("request-w", &request);
    world.write("answer-w", &answer);
    world.answered("w", "a");
    assert_eq!(world.read("log-a/cosigned"), kept);
    // What any of them has seen must be there.
    fs::remove_dir_all(world.path("log-a")).unwrap();
    world.begin("a");
    world.vote("a", SCHOOL, "BG/1");
    world.write("log-a/cosigned", &kept);
    let admit = at("admit", "a", &["--practices", "practices.txt"]);
    let opened = world.piped(&strs(&admit), "");
    assert_eq!(opened.status.code(), Some(1));
    let told = String::from_utf8(opened.stderr).unwrap();
    assert!(told.contains("nomination/log-restored"), "{told}");
    world.refused(
        &["verify", "--trust", "trust", "log-a"],
        "nomination/log-restored",
    );
    // A request of another log is none of this one's.
    let other = world.run(&[
        "checkpoint",
        "--request",
        "request-w",
        "--answer",
        "answer-w",
        "--witness",
        &w,
        "log-a",
    ]);
    assert_eq!(other.status.code(), Some(1), "{other:?}");
}

/// A log that has changed its key and has two votes, one before and one after, each with a proof under a checkpoint that two
/// witnesses have cosigned: `before` and `after`.
struct HandedOver {
    world: World,
    first: String,
    second: String,
    before: Value,
    after: Value,
}

impl HandedOver {
    fn new() -> HandedOver {
        let world = World::new();
        world.witness("v");
        let first = world.read("a.key.pub");
        HandedOver::trust(&world, &[&first]);
        let before = world.vote("a", BRIDGE, "BG/1");
        HandedOver::cosigned(&world, "0");
        world.write("before", &world.made(&["prove", "log-a", leaf(&before)]));
        assert_eq!(world.final_of("a"), (1, 1));

        let made = world.run(&["keygen", "--log", "a.example.bg", "--output", "a2.key"]);
        let second = String::from_utf8(made.stderr).unwrap().trim().to_owned();
        world.made(&strs(&at("handover", "a", &["--next", "a2.key"])));
        fs::rename(world.path("a2.key"), world.path("a.key")).unwrap();
        let after = world.vote("a", SCHOOL, "BG/2");
        assert_eq!(world.final_of("a"), (1, 3));

        // A witness that knows the first key alone does not sign; one that knows both does.
        let request = world.made(&["checkpoint", "--since", "1", "log-a"]);
        world.write("request", &request);
        world.refused(
            &[
                "witness", "--key", "w.key", "--state", "seen-w", "--log", &first, "request",
            ],
            "nomination/log-not-signed",
        );
        world.write("a.key.pub", &format!("{first}\n{second}\n"));
        HandedOver::cosigned(&world, "1");
        world.write("after", &world.made(&["prove", "log-a", leaf(&after)]));
        HandedOver {
            world,
            first,
            second,
            before,
            after,
        }
    }

    /// Trusts keys of the log, with both witnesses.
    fn trust(world: &World, keys: &[&str]) {
        let [w, v] = ["w", "v"].map(|name| world.read(&format!("{name}.key.pub")));
        let logs: String = keys.iter().flat_map(|key| ["log ", key, "\n"]).collect();
        let witnesses = format!("witness w {w}\nwitness v {v}\ngroup both all w v\n");
        world.write("trust", &(logs + &witnesses + "quorum both\n"));
    }

    fn cosigned(world: &World, since: &str) {
        for witness in ["w", "v"] {
            world.asked(witness, "a", since);
            world.answered(witness, "a");
        }
    }
}

#[test]
fn a_log_that_changed_its_key_is_followed_from_the_first_one() {
    let HandedOver {
        world,
        first,
        second,
        before,
        after,
    } = HandedOver::new();
    // The log leads from its first key to the second; a proof has the checkpoint of the second alone.
    let verify = |keys: &[&str], rest: &[&str]| {
        let keys = keys.iter().flat_map(|key| ["--verifier", key]);
        let options: Vec<_> = ["verify"]
            .into_iter()
            .chain(keys)
            .chain(rest.iter().copied())
            .collect();
        world.run(&options)
    };
    let told = |output: Output| -> Value {
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        serde_json::from_slice(&output.stdout).unwrap()
    };
    for keys in [&[&*first][..], &[&first, &second], &[&second, &first]] {
        let told = told(verify(keys, &["log-a"]));
        assert_eq!((&told["size"], &told["final"]), (&json!(3), &json!(0)));
        assert_eq!(told["key"], json!(second));
    }
    let refused = |output: Output, code: &str| {
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains(code), "{told}");
        told
    };
    refused(verify(&[&second], &["log-a"]), "nomination/log-not-signed");
    let proof = |name| {
        [
            name,
            "--leaf",
            leaf(if name == "before" { &before } else { &after }),
        ]
    };
    let help = refused(
        verify(&[&first], &proof("after")),
        "nomination/log-not-signed",
    );
    assert!(help.contains("handed over"), "{help}");
    refused(
        verify(&[&second], &proof("before")),
        "nomination/log-not-signed",
    );
    for name in ["before", "after"] {
        let told = told(verify(&[&second, &first], &proof(name)));
        assert_eq!(told["origin"], "a.example.bg");
    }
    let witness = world.read("w.key.pub");
    refused(
        verify(&[&witness], &["log-a"]),
        "nomination/trust-wrong-type",
    );
    refused(
        verify(&[&first, &first], &["log-a"]),
        "nomination/trust-duplicate-key",
    );
}

#[test]
fn a_policy_needs_every_key_of_a_log_for_its_proofs() {
    let HandedOver {
        world,
        first,
        second,
        before,
        after,
    } = HandedOver::new();
    // Whoever trusts the first key alone sees what the witnesses have signed of the second, and is told of the proofs.
    assert_eq!(world.final_of("a"), (3, 3));
    world.refused(
        &[
            "verify",
            "--trust",
            "trust",
            "after",
            "--leaf",
            leaf(&after),
        ],
        "nomination/log-not-signed",
    );
    HandedOver::trust(&world, &[&first, &second]);
    assert_eq!(world.final_of("a"), (3, 3));
    for (name, told) in [("before", &before), ("after", &after)] {
        let covered = world.made(&["verify", "--trust", "trust", name, "--leaf", leaf(told)]);
        let covered: Value = serde_json::from_str(&covered).unwrap();
        assert_eq!(covered["cosigners"], json!(["w", "v"]));
    }
    assert_eq!(
        standings(&world.tally(&["log-a"]).0),
        [(SCHOOL, 1, 1), (BRIDGE, 1, 1)]
    );
}

#[test]
fn a_log_is_written_as_static_files_and_what_is_erased_goes_from_them() {
    let world = World::new();
    let told = |world: &World| -> Value {
        serde_json::from_str(&world.made(&["tiles", "log-a", "public/a"])).unwrap()
    };
    let first = world.vote("a", BRIDGE, "BG/1");
    world.vote("a", BRIDGE, "BG/2");
    assert_eq!(told(&world)["files"], 3);
    assert_eq!(
        world.read("public/a/checkpoint"),
        world.read("log-a/checkpoint")
    );
    assert_eq!(told(&world)["files"], 0);
    // What the witnesses sign comes with the checkpoint.
    world.witnessed("a", "0");
    assert_eq!(told(&world)["files"], 1);
    assert_eq!(
        world.read("public/a/checkpoint"),
        world.read("log-a/cosigned")
    );

    let salt = first["told"]["entry"]["salt"].as_str().unwrap();
    let has = |name: &str| {
        let bytes = fs::read(world.path(&format!("public/a/tile/entries/000.p/{name}"))).unwrap();
        String::from_utf8_lossy(&bytes).contains(salt)
    };
    assert!(has("2"));
    let void = ["--reason", "erasure", "--redact", leaf(&first)];
    world.made(&strs(&at("void", "a", &void)));
    let last = told(&world);
    assert_eq!((&last["size"], &last["files"]), (&json!(3), &json!(4)));
    assert!(!has("2") && !has("3"));
    assert_eq!(
        world.read("public/a/checkpoint"),
        world.read("log-a/checkpoint")
    );
    // The hashes are the leaves of the votes.
    let hashes = fs::read(world.path("public/a/tile/0/000.p/3")).unwrap();
    let (leaves, rest) = hashes.as_chunks::<32>();
    assert_eq!(Hex(leaves[0]).to_string(), leaf(&first));
    assert!(leaves.len() == 3 && rest.is_empty());

    world.vote("b", BRIDGE, "BG/1");
    let other = world.run(&["tiles", "log-b", "public/a"]);
    assert_eq!(other.status.code(), Some(1));
    let said = String::from_utf8(other.stderr).unwrap();
    assert!(said.contains("nomination/log-other-origin"), "{said}");
    let none = world.run(&["tiles", "log-c", "public/c"]);
    assert_eq!(none.status.code(), Some(2));
    assert!(!world.path("public/c").exists());
}
