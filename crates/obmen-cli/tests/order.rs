//! In which order the command asks the system to write, sync and rename, as `strace` sees it: what was told is on the disk.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

const POLICY: &str = r#"{"edition": "2026-autumn", "scope": "bg", "opens": "2026-01-01T00Z", "closes": "2999-01-01T00Z", "classes": ["eid"]}"#;

/// What makes something durable, or tells of it.
const CALLS: &str =
    "trace=write,pwrite64,writev,ftruncate,fsync,fdatasync,rename,renameat,renameat2,mkdir,mkdirat";

/// True where `strace` is and may look into other processes.
fn can_trace() -> bool {
    let traced = Command::new("strace")
        .args(["-o", "/dev/null", "true"])
        .output();
    traced.is_ok_and(|output| output.status.success())
}

/// Runs the command in a folder, and returns what it printed and the calls in their order: `.` is the folder that it works
/// on, and files are named from there.
fn traced(home: &Path, folder: &str, arguments: &str, input: &str) -> (String, Vec<String>) {
    let trace = home.join("trace");
    let mut process = Command::new("strace")
        .args(["-f", "-y", "-e", CALLS, "-o"])
        .arg(&trace)
        .arg(env!("CARGO_BIN_EXE_obmen"))
        .arg("nominate")
        .args(arguments.split(' '))
        .current_dir(home)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = process.stdin.take().unwrap();
    stdin.write_all(input.as_bytes()).unwrap();
    drop(stdin);
    let output = process.wait_with_output().unwrap();
    assert!(output.status.success(), "{arguments}: {output:?}");
    let home = home.canonicalize().unwrap();
    let calls = fs::read_to_string(trace).unwrap();
    let calls = calls.lines().filter_map(|line| call(line, &home, folder));
    (String::from_utf8(output.stdout).unwrap(), calls.collect())
}

/// The call in a line of a trace, `None` for what is no success or not of the folder.
fn call(line: &str, home: &Path, folder: &str) -> Option<String> {
    let (_, line) = line.split_once(' ').filter(|_| !line.contains(" = -1 "))?;
    let (call, rest) = line.trim_start().split_once('(')?;
    let folder = home.join(folder).display().to_string();
    let name = |path: &str| match path.strip_prefix(&folder)? {
        "" => Some(".".to_owned()),
        inside => inside.strip_prefix('/').map(str::to_owned),
    };
    let of_file = || {
        let (number, path) = rest.split_once('<')?;
        let (path, _) = path.split_once('>')?;
        match number {
            "1" => Some("what is told".to_owned()),
            _ if Path::new(path) == home => Some("..".to_owned()),
            _ => name(path),
        }
    };
    // A name is given from the folder in which the command runs.
    let of_names = || {
        let names = rest.split('"').skip(1).step_by(2);
        let names = names.map(|path| name(&home.join(path).display().to_string()));
        Some(names.collect::<Option<Vec<_>>>()?.join(" "))
    };
    match call {
        "write" | "pwrite64" | "writev" => Some(format!("write {}", of_file()?)),
        "fsync" | "fdatasync" | "ftruncate" => Some(format!("{call} {}", of_file()?)),
        "mkdir" | "mkdirat" => Some(format!("mkdir {}", of_names()?)),
        _ => Some(format!("rename {}", of_names()?)),
    }
}

/// The calls by which other bytes take the place of a file.
fn replaced(name: &str) -> Vec<String> {
    vec![
        format!("write {name}.new"),
        format!("fsync {name}.new"),
        format!("rename {name}.new {name}"),
        "fsync .".to_owned(),
    ]
}

fn calls(calls: &[&str]) -> Vec<String> {
    calls.iter().map(|&call| call.to_owned()).collect()
}

/// The calls of a batch that is appended, of what is told of it, and what is done between.
fn batch(between: &[Vec<String>]) -> Vec<String> {
    let appended = calls(&[
        "write nonces",
        "fdatasync nonces",
        "write entries.jsonl",
        "fdatasync entries.jsonl",
    ]);
    [appended, between.concat(), replaced("checkpoint")].concat()
}

#[test]
fn what_is_told_is_on_the_disk() {
    if !can_trace() {
        eprintln!("skipped: strace is not there, or may not trace");
        return;
    }
    let folder = TempDir::new().unwrap();
    let home = folder.path();
    fs::write(home.join("policy.json"), POLICY).unwrap();
    fs::write(home.join("practices.txt"), "flgr:2\n").unwrap();
    let made = |arguments: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_obmen"));
        command
            .arg("nominate")
            .args(arguments.split(' '))
            .current_dir(home);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{arguments}: {output:?}");
        let told = if output.stdout.is_empty() {
            output.stderr
        } else {
            output.stdout
        };
        String::from_utf8(told).unwrap().trim().to_owned()
    };
    made("keygen --edition 2026-autumn --output keys.json");
    let log_key = made("keygen --log a.example.bg --output a.key");
    made("keygen --log a.example.bg --output next.key");
    made("keygen --witness w.example.bg --output w.key");
    let at = "--policy policy.json --keys keys.json --site a.example.bg --log log --key a.key";
    let admit = format!("admit {at} --practices practices.txt");
    let vote = |person: u8| {
        format!(
            r#"{{"request": {{"practice": "flgr:2", "class": "eid"}}, "known": {{"person": "BG/{person}"}}}}"#
        )
    };
    let told = calls(&["write what is told"]);

    // A log begins, and takes a vote.
    let (answer, seen) = traced(home, "log", &format!("{admit} --new"), &vote(1));
    let begun = [
        calls(&["mkdir .", "fsync ..", "fsync ."]),
        replaced("verifier"),
        replaced("checkpoint"),
        replaced("nonces"),
    ];
    assert_eq!(seen, [begun.concat(), batch(&[]), told.clone()].concat());
    let leaf = answer.split_once(r#""leaf":""#).unwrap().1;
    let leaf = leaf.get(..64).unwrap();

    // What stands behind the checkpoint is kept before it is cut.
    let mut entries = OpenOptions::new();
    let mut entries = entries
        .append(true)
        .open(home.join("log/entries.jsonl"))
        .unwrap();
    entries.write_all(b"{").unwrap();
    // The time of the last entry is written when it is another.
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    let (_, seen) = traced(home, "log", &admit, &vote(2));
    let opened = |cut: &[&str]| {
        let opened = [calls(&["fsync ."]), calls(cut), replaced("nonces")];
        opened.concat()
    };
    let cut = [
        "fsync .",
        "write cut.jsonl",
        "write cut.jsonl",
        "fdatasync cut.jsonl",
        "ftruncate entries.jsonl",
        "fsync entries.jsonl",
    ];
    assert_eq!(seen, [opened(&cut), batch(&[]), told.clone()].concat());

    // A vote is voided, which is told, and erased.
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    let void = format!("void {at} --reason erasure --redact {leaf}");
    let (_, seen) = traced(home, "log", &void, "");
    let acknowledged = calls(&["write nonces", "fdatasync nonces"]);
    let erased = [acknowledged, replaced("entries.jsonl")].concat();
    assert_eq!(
        seen,
        [opened(&[]), batch(&[]), told.clone(), erased].concat()
    );

    // The note by which a key hands over is there before the checkpoint that it is.
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    let (_, seen) = traced(home, "log", &format!("handover {at} --next next.key"), "");
    let between = [replaced("handover-0")];
    assert_eq!(seen, [opened(&[]), batch(&between), told.clone()].concat());

    // A witness remembers before it signs.
    let request = made("checkpoint --since 0 log") + "\n";
    let witness = format!("witness --new --key w.key --log {log_key} --state seen");
    let (_, seen) = traced(home, "seen", &witness, &request);
    let begun = calls(&["mkdir .", "fsync .."]);
    let remembered = [replaced("witnessed"), replaced("witnessed")];
    assert_eq!(seen, [begun, remembered.concat(), told].concat());
}
