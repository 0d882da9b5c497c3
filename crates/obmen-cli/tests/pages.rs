//! What the pages show works: their commands are run, their JSON is read.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at once")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use obmen::nomination::{Entry, Policy};
use obmen_nominations::{KeyFile, edition};
use serde_json::{Deserializer, Value};
use tempfile::TempDir;

const OBMEN: &str = env!("CARGO_BIN_EXE_obmen");

/// Stands between what two commands print.
const BORDER: &str = "\u{1e}\n";

fn page(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(name);
    fs::read_to_string(path).unwrap()
}

/// Returns the fenced blocks of a language.
fn blocks<'p>(page: &'p str, language: &str) -> Vec<&'p str> {
    let fence = format!("\n```{language}\n");
    page.split(fence.as_str())
        .skip(1)
        .map(|rest| rest.split_once("```").unwrap().0)
        .collect()
}

/// Returns the values of JSON in a text, one after another, as they are written.
fn values(text: &str) -> Vec<(Value, &str)> {
    let mut stream = Deserializer::from_str(text).into_iter::<Value>();
    let mut values = Vec::new();
    let mut start = 0;
    while let Some(value) = stream.next() {
        let end = stream.byte_offset();
        values.push((value.unwrap(), text.get(start..end).unwrap().trim()));
        start = end;
    }
    values
}

/// A command of a page, and what it is shown to print, where `…` stands for anything; nothing when nothing is shown.
#[derive(Default)]
struct Shown {
    command: String,
    prints: String,
}

/// Returns the commands of a block: `$ ` before each, `> ` or spaces before its further lines.
fn commands(block: &str) -> Vec<Shown> {
    let mut commands: Vec<Shown> = Vec::new();
    for line in block.lines() {
        let more = line.strip_prefix("> ");
        if let Some(command) = line.strip_prefix("$ ") {
            commands.push(Shown {
                command: format!("{command}\n"),
                ..Shown::default()
            });
        } else if let Some(more) = more.or(line.starts_with(' ').then_some(line)) {
            commands.last_mut().unwrap().command.extend([more, "\n"]);
        } else {
            commands.last_mut().unwrap().prints.extend([line, "\n"]);
        }
    }
    commands
}

fn is_like(shown: &str, printed: &str) -> bool {
    let Some((begin, more)) = shown.split_once('…') else {
        return shown == printed;
    };
    let (between, end) = more.rsplit_once('…').unwrap_or(("", more));
    let rest = printed.strip_prefix(begin);
    let Some(mut rest) = rest.and_then(|rest| rest.strip_suffix(end)) else {
        return false;
    };
    between.split('…').all(|part| match rest.split_once(part) {
        Some((_, after)) => {
            rest = after;
            true
        }
        None => false,
    })
}

/// Runs what a page shows, in one shell, in a folder that has nothing but the files given.
fn run(shown: &[Shown], files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let border = BORDER.trim_end();
    let mut script = String::new();
    for Shown { command, .. } in shown {
        script.extend([command, "printf '%s\\n' '", border, "'\n"]);
    }
    let path = std::env::var("PATH").unwrap();
    let bin = Path::new(OBMEN).parent().unwrap().display();
    let output = Command::new("sh")
        .args(["-euc", &script])
        .env("PATH", format!("{bin}:{path}"))
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let (stdout, stderr) = [output.stdout, output.stderr]
        .map(|bytes| String::from_utf8(bytes).unwrap())
        .into();
    let printed: Vec<_> = stdout.split_terminator(BORDER).collect();
    assert!(output.status.success(), "{script}\n{stdout}\n{stderr}");
    assert_eq!(printed.len(), shown.len(), "{stdout}");
    for (Shown { command, prints }, printed) in shown.iter().zip(printed) {
        assert!(
            prints.is_empty() || is_like(prints, printed),
            "{command}is shown to print\n{prints}and prints\n{printed}{stderr}"
        );
    }
    folder
}

fn entries(folder: &TempDir) -> usize {
    let log = fs::read_to_string(folder.path().join("log/entries.jsonl"));
    log.unwrap().lines().count()
}

#[test]
fn the_readme_shows_a_vote_that_counts_once() {
    let readme = page("README.md");
    let blocks = blocks(&readme, "console");
    let votes = blocks
        .iter()
        .filter(|block| block.contains("obmen nominate"));
    let shown: Vec<_> = votes.flat_map(|block| commands(block)).collect();
    assert!(shown.len() > 5);
    assert_eq!(entries(&run(&shown, &[])), 1);
}

#[test]
fn the_page_of_nominations_shows_what_runs() {
    let page = page("docs/nominations.md");
    let shown: Vec<_> = blocks(&page, "console")
        .iter()
        .flat_map(|block| commands(block))
        .collect();
    assert!(
        shown
            .iter()
            .filter(|shown| !shown.prints.is_empty())
            .count()
            >= 3
    );
    let policy = blocks(&page, "json");
    let files = [("policy.json", *policy.first().unwrap())];
    assert_eq!(entries(&run(&shown, &files)), 3);
}

#[test]
fn the_page_of_nominations_shows_json_that_is_taken() {
    let page = page("docs/nominations.md");
    let mut policies = Vec::new();
    let (mut keys, mut entries, mut requests) = (0, 0, String::new());
    for (value, text) in blocks(&page, "json").into_iter().flat_map(values) {
        if value.get("opens").is_some() {
            policies.push(Policy::read(text).unwrap());
        } else if value.get("site").is_some() {
            KeyFile::read(text).unwrap().keys().unwrap();
            keys += 1;
        } else if value.get("request").is_some() {
            requests.extend([&value.to_string(), "\n"]);
        } else {
            let entry = Entry::read(text.as_bytes()).unwrap();
            assert_eq!(entry.edition, edition(policies.first().unwrap()));
            entries += 1;
        }
    }
    assert!(keys == 1 && entries == 1 && policies.len() == 1);

    let mut policy = policies.remove(0);
    policy.classes = obmen::nomination::Class::ALL.to_vec();
    let files = [
        ("policy.json", &*serde_json::to_string(&policy).unwrap()),
        ("requests.jsonl", &requests),
    ];
    let shown = commands(
        "$ obmen nominate keygen --edition 2026-autumn --output keys.json
$ obmen nominate keygen --log a.example --output log.key
$ echo flgr:20070736 > practices.txt
$ obmen nominate admit --policy policy.json --keys keys.json --site a.example --new --practices practices.txt --log log --key log.key requests.jsonl > decisions.jsonl
",
    );
    let folder = run(&shown, &files);
    let decisions = fs::read_to_string(folder.path().join("decisions.jsonl")).unwrap();
    let decisions = values(&decisions);
    assert_eq!(decisions.len(), requests.lines().count());
    assert!(decisions.len() >= 3);
    // Their tokens are none; whatever else is in them is read.
    for (decision, text) in decisions {
        let told = &decision["told"];
        let taken = told["decision"] == "counted";
        assert!(
            taken || told["code"] == "nomination/token-not-read",
            "{text}"
        );
    }
}

#[test]
fn the_pages_name_no_command_that_is_not_there() {
    for name in ["README.md", "docs/nominations.md"] {
        let page = page(name);
        let mut named: Vec<_> = page
            .split("obmen nominate ")
            .skip(1)
            .map(|rest| {
                rest.split(|letter: char| !letter.is_ascii_alphabetic())
                    .next()
                    .unwrap()
            })
            .collect();
        named.sort_unstable();
        named.dedup();
        assert!(named.len() >= 3, "{named:?}");
        for command in named {
            let help = Command::new(OBMEN)
                .args(["nominate", command, "--help"])
                .output();
            assert!(help.unwrap().status.success(), "{name}: {command}");
        }
    }
}
