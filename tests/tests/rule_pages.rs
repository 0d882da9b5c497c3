//! The pages of the rules, written from their table and from the vectors: what, why, an example, the same mended.
//!
//! `scripts/rules` writes them. A case with `"example": true` is the example of its rule; else the shortest is,
//! one that can be mended before others.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use obmen::check::{Diagnostic, Language, Operation, Rule, Safety};
use obmen::value::Json;
use obmen::{Context, Reading};

use crate::registry::rules;
use crate::vectors::{self, Case, parsed};

/// The words of the pages.
struct Words {
    language: Language,
    tag: &'static str,
    title: &'static str,
    about: &'static str,
    index: &'static str,
    index_row: &'static str,
    table: &'static str,
    edition: &'static str,
    draft: [&'static str; 2],
    no_fix: &'static str,
    certain: &'static str,
    suggested: &'static str,
    what: &'static str,
    why: &'static str,
    help: &'static str,
    example: &'static str,
    mended: &'static str,
    sound: &'static str,
    other: (&'static str, &'static str),
}

const WORDS: [Words; 2] = [
    Words {
        language: Language::En,
        tag: "en",
        title: "The rules",
        about: "What `obmen check` looks for. Written by `scripts/rules` from the rules and their vectors.",
        index: "All rules",
        index_row: "| rule | severity | since | what is wrong |",
        table: "| severity | since | under the profile `draft` | mend |",
        edition: "edition",
        draft: ["the same", "off"],
        no_fix: "none: a person decides",
        certain: "certain, `--fix` applies it",
        suggested: "a proposal, `--fix=suggested` applies it",
        what: "What",
        why: "Why",
        help: "How to mend it",
        example: "Example",
        mended: "Mended",
        sound: "Without this fault",
        other: ("Български", "bg"),
    },
    Words {
        language: Language::Bg,
        tag: "bg",
        title: "Правилата",
        about: "Какво търси `obmen check`. Написано от `scripts/rules` по правилата и техните примери.",
        index: "Всички правила",
        index_row: "| правило | тежест | от | какво не е наред |",
        table: "| тежест | от | при профил `draft` | поправка |",
        edition: "издание",
        draft: ["същото", "изключено"],
        no_fix: "няма: решава човек",
        certain: "сигурна, `--fix` я прилага",
        suggested: "предложение, `--fix=suggested` го прилага",
        what: "Какво",
        why: "Защо",
        help: "Как се поправя",
        example: "Пример",
        mended: "Поправено",
        sound: "Без този недостатък",
        other: ("English", "en"),
    },
];

/// A part of a record longer than this is left out of a page, in characters.
const LONGEST: usize = 80;
/// An object or list that is wider stands on several lines.
const WIDTH: usize = 88;
/// So many elements of a list or lines of a text are shown.
const MOST: usize = 12;

/// What an example shows.
enum Shown {
    Record(Json<'static>),
    /// A text, and the line that matters.
    Text(String, usize),
}

/// A fault as a vector has it.
struct Example {
    shown: Shown,
    found: Diagnostic,
    /// The record after the fix of this finding.
    mended: Option<Json<'static>>,
    context: Context,
}

impl Example {
    /// The example that a failing case makes; `None` for a passing one.
    fn of(case: &Case, code: &str) -> Option<Example> {
        let context = case.context();
        let find = |reading: &Reading| {
            let found = reading.report.iter().filter(|found| found.code() == code);
            // One that can be mended, if there is one.
            found.max_by_key(|found| found.fix.is_some()).cloned()
        };
        let whole = find(&case.read())?;
        if let Some(record) = record(case) {
            for part in parts(&record, &whole.pointer) {
                let reading = read(&part, &context);
                let Some(found) = find(&reading) else {
                    continue;
                };
                let same = found.pointer == whole.pointer && found.arguments == whole.arguments;
                if same && found.fix.is_some() == whole.fix.is_some() {
                    let mended = mended(&reading, &found);
                    let shown = Shown::Record(part);
                    return Some(Example {
                        shown,
                        found,
                        mended,
                        context,
                    });
                }
            }
        }
        let text = String::from_utf8_lossy(&case.input().0).into_owned();
        {
            let line = whole.position.map_or(1, |position| position.line);
            Some(Example {
                shown: Shown::Text(text, line),
                found: whole,
                mended: None,
                context,
            })
        }
    }

    /// The less, the better the example: one that can be mended, not empty, without other faults, whole,
    /// in plain letters, short.
    fn rank(&self) -> impl Ord + use<> {
        let text = self.shown.layout();
        let empty = matches!(&self.shown, Shown::Record(Json::Object(fields)) if fields.is_empty());
        let odd = text.chars().any(|character| character > '\u{ffff}') || text.contains("\\u");
        (
            self.found.fix.is_none(),
            empty || text.trim().is_empty(),
            self.others(),
            text.contains('…'),
            odd,
            text.len(),
        )
    }

    /// How many other things are wrong with what is there.
    fn others(&self) -> usize {
        match &self.shown {
            Shown::Record(record) => faults(record, &self.context)
                .filter(|code| *code != self.found.code())
                .count(),
            Shown::Text(..) => 0,
        }
    }
}

/// The codes of what is wrong with what is there; a part of a record lacks many things.
fn faults(record: &Json<'_>, context: &Context) -> impl Iterator<Item = &'static str> + use<> {
    let found = read(record, context).report;
    let codes: Vec<_> = found
        .iter()
        .filter(|found| !found.rule.absence && found.code() != "text/missing-language")
        .map(Diagnostic::code)
        .collect();
    codes.into_iter()
}

/// The record of a case, when its input is one.
fn record(case: &Case) -> Option<Json<'static>> {
    let page = case.is_page();
    let text = String::from_utf8(case.input().0).ok().filter(|_| !page)?;
    Json::parse(&text).ok()?;
    Some(parsed(&text)).filter(|json| matches!(json, Json::Object(_)))
}

fn read(record: &Json<'_>, context: &Context) -> Reading {
    obmen::read(record.to_string().as_bytes(), context)
}

/// The record after the fix of a finding.
fn mended(reading: &Reading, found: &Diagnostic) -> Option<Json<'static>> {
    let written = obmen::write(reading.practice.as_ref()?);
    let patch: &[Operation<'static>] = &found.fix.as_ref()?.patch;
    let patched = Operation::apply_all(patch, &Json::parse(&written).ok()?)?;
    Some(parsed(&patched.to_string()))
}

/// The field that a pointer leads into, then with those that it may be judged by, then the whole record.
fn parts(record: &Json<'static>, pointer: &str) -> Vec<Json<'static>> {
    let Json::Object(fields) = record else {
        return Vec::new();
    };
    let top = pointer.split('/').nth(1).unwrap_or_default();
    let keep = |names: &[&str]| {
        let kept = fields.iter().filter(|(name, _)| names.contains(&&**name));
        Json::Object(kept.cloned().collect())
    };
    let mut parts = Vec::new();
    if record.get(top).is_some() {
        parts.push(keep(&[top]));
        parts.push(keep(&[top, "language"]));
        parts.push(keep(&[top, "language", "initiator"]));
    }
    parts.push(record.clone());
    parts
}

impl Shown {
    fn layout(&self) -> String {
        match self {
            Shown::Record(json) => layout(json, 0),
            Shown::Text(text, line) => {
                // A few lines before it say where it stands.
                let first = line.saturating_sub(MOST / 2);
                let lines: Vec<String> = text.lines().skip(first).take(MOST).map(cut).collect();
                let before = if first > 0 { "…\n" } else { "" };
                let more = text.lines().count() > first + MOST;
                let after = if more { "\n…" } else { "" };
                format!("{before}{}{after}", visible(&lines.join("\n")))
            }
        }
    }

    fn fence(&self) -> &'static str {
        match self {
            Shown::Record(_) => "json",
            Shown::Text(..) => "text",
        }
    }
}

/// A text without its middle, when it is long.
fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// A text with everything that cannot be seen as an escape of JSON.
fn visible(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        let hidden = matches!(character, '\0'..='\u{9}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{a0}' | '\u{ad}'
            | '\u{300}'..='\u{36f}' | '\u{61c}' | '\u{180e}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}'
            | '\u{205f}'..='\u{206f}' | '\u{3000}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffc}'
            | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{e0fff}');
        if hidden {
            for unit in character.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}").unwrap();
            }
        } else {
            out.push(character);
        }
    }
    out
}

/// Writes JSON for people: what fits a line stands on one, what is long is cut.
fn layout(json: &Json<'_>, indent: usize) -> String {
    let text = |text: &str| visible(&Json::from(cut(text)).to_string());
    let (open, close, parts): (&str, &str, Vec<(String, &Json<'_>)>) = match json {
        Json::String(words) => return text(words),
        Json::Array(items) => (
            "[",
            "]",
            items.iter().map(|item| (String::new(), item)).collect(),
        ),
        Json::Object(fields) => {
            let named = fields
                .iter()
                .map(|(name, value)| (text(name) + ": ", value));
            ("{", "}", named.collect())
        }
        other => return other.to_string(),
    };
    let inside = |indent: usize| -> Vec<String> {
        let shown = parts.iter().take(MOST);
        let mut inside: Vec<String> = shown
            .map(|(name, value)| format!("{name}{}", layout(value, indent)))
            .collect();
        if parts.len() > MOST {
            inside.push("…".to_owned());
        }
        inside
    };
    let line = format!("{open}{}{close}", inside(indent).join(", "));
    if indent + line.chars().count() <= WIDTH && !line.contains('\n') {
        return line;
    }
    let space = " ".repeat(indent + 2);
    let lines = inside(indent + 2).join(&format!(",\n{space}"));
    format!("{open}\n{space}{lines}\n{}{close}", " ".repeat(indent))
}

/// The places of a record that hold something, without the numbers of rows.
fn places(json: &Json<'_>, path: &str, found: &mut BTreeSet<String>) {
    match json {
        Json::Object(fields) => {
            for (name, value) in fields {
                places(value, &format!("{path}/{name}"), found);
            }
        }
        Json::Array(items) => {
            for item in items {
                places(item, path, found);
            }
        }
        Json::Null => {}
        Json::String(text) if text.trim().is_empty() => {}
        _ => {
            found.insert(path.to_owned());
        }
    }
}

/// How many of the places of two records are the same, of a thousand.
fn likeness(one: &Json<'_>, other: &Json<'_>) -> usize {
    let [mut these, mut those] = [BTreeSet::new(), BTreeSet::new()];
    places(one, "", &mut these);
    places(other, "", &mut those);
    these.intersection(&those).count() * 1000 / these.union(&those).count().max(1)
}

/// The passing case that is most like the example, and has the fewest faults of its own.
fn sound(cases: &[&Case], code: &str, example: &Example) -> Option<Shown> {
    let passing = cases
        .iter()
        .filter(|case| Example::of(case, code).is_none());
    let Shown::Record(shown) = &example.shown else {
        let texts = passing.filter_map(|case| String::from_utf8(case.input().0).ok());
        let text = texts
            .filter(|text| text.len() > 2)
            .min_by_key(String::len)?;
        return Some(Shown::Text(text, 1));
    };
    let pointer = &example.found.pointer;
    let top = pointer.split('/').nth(1).unwrap_or_default();
    let records = passing.filter_map(|case| {
        let whole = record(case)?;
        let (Json::Object(fields), Json::Object(names)) = (&whole, shown) else {
            return None;
        };
        // The fields of the example, and the one that it lacks.
        let kept = fields
            .iter()
            .filter(|(name, _)| name == top || names.iter().any(|(known, _)| known == name));
        let part = Json::Object(kept.cloned().collect());
        let passes = |part: &Json<'_>| {
            let report = read(part, &example.context).report;
            !report.iter().any(|found| found.code() == code)
        };
        let mut parts = [part, whole].into_iter();
        parts.find(|part| *part != Json::Object(Vec::new()) && passes(part))
    });
    let best = records.max_by_key(|record| {
        let faults = faults(record, &example.context).count();
        let there = record.at(pointer).is_some_and(|value| {
            let nothing = [
                Json::Null,
                Json::from(""),
                Json::Array(Vec::new()),
                Json::Object(Vec::new()),
            ];
            !nothing.contains(value)
        });
        let text = layout(record, 0);
        (
            Reverse(faults),
            there,
            likeness(shown, record),
            Reverse(text.len()),
        )
    });
    best.map(Shown::Record)
}

/// A text of obmen's as a sentence.
fn sentence(text: &str) -> String {
    let mut rest = text.chars();
    let first: String = rest
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    let end = if text.ends_with(['.', '?', '!', '…']) {
        ""
    } else {
        "."
    };
    first + rest.as_str() + end
}

fn page(rule: &Rule, cases: &[&Case], words: &Words) -> String {
    let language = words.language;
    let chosen = cases
        .iter()
        .find(|case| case.json.get("example") == Some(&Json::Bool(true)));
    let example = match chosen {
        Some(case) => Example::of(case, rule.code),
        None => cases
            .iter()
            .filter_map(|case| Example::of(case, rule.code))
            .min_by_key(Example::rank),
    };
    let example = example.unwrap_or_else(|| panic!("no vector fails {}", rule.code));
    let how = |safety: Safety| match safety {
        Safety::Certain => words.certain,
        Safety::Suggested => words.suggested,
    };
    let mend = match (&rule.fix, &example.found.fix) {
        (Some(texts), Some(fix)) => format!("{} ({})", texts.in_general(language), how(fix.safety)),
        (Some(texts), None) => texts.in_general(language),
        (None, _) => words.no_fix.to_owned(),
    };
    let (family, _) = rule.code.split_once('/').unwrap();
    let (other, folder) = words.other;
    let mut out = format!(
        "# {code}\n\n[{index}](../README.md#{family}) · [{other}](../../{folder}/{code}.md)\n\n",
        code = rule.code,
        index = words.index,
    );
    let severity = rule.severity.label(language);
    let draft = words.draft[usize::from(rule.absence)];
    let (edition, since) = (words.edition, rule.since);
    writeln!(out, "{}\n|---|---|---|---|", words.table).unwrap();
    writeln!(
        out,
        "| {severity} | {edition} {since} | {draft} | {} |",
        mend.replace('|', "\\|")
    )
    .unwrap();
    for (heading, text) in [
        (words.what, rule.message.in_general(language)),
        (words.why, rule.why.get(language).to_owned()),
        (words.help, rule.help.in_general(language)),
    ] {
        write!(out, "\n## {heading}\n\n{}\n", sentence(&text)).unwrap();
    }
    let mut block = |heading: &str, shown: &Shown| {
        write!(
            out,
            "\n## {heading}\n\n```{}\n{}\n```\n",
            shown.fence(),
            shown.layout().trim_end()
        )
        .unwrap();
    };
    block(words.example, &example.shown);
    let after = match &example.mended {
        Some(mended) => Some((words.mended, Shown::Record(mended.clone()))),
        None => sound(cases, rule.code, &example).map(|shown| (words.sound, shown)),
    };
    let found = &example.found;
    let said = format!(
        "{}[{}] {}: {}; {}",
        found.severity.label(language),
        found.code(),
        found.pointer,
        found.message(language),
        found.help(language)
    );
    write!(out, "\n```text\n{}\n```\n", visible(&said)).unwrap();
    if let Some((heading, shown)) = after {
        write!(
            out,
            "\n## {heading}\n\n```{}\n{}\n```\n",
            shown.fence(),
            shown.layout().trim_end()
        )
        .unwrap();
    }
    out
}

fn index(words: &Words) -> String {
    let (other, folder) = words.other;
    let mut out = format!(
        "# {}\n\n{}\n\n[{other}](../{folder}/README.md)\n",
        words.title, words.about
    );
    let mut last = "";
    for rule in rules() {
        let (family, _) = rule.code.split_once('/').unwrap();
        if family != last {
            write!(
                out,
                "\n## {family}\n\n{}\n|---|---|---|---|\n",
                words.index_row
            )
            .unwrap();
            last = family;
        }
        writeln!(
            out,
            "| [`{code}`]({code}.md) | {} | {} | {} |",
            rule.severity.label(words.language),
            rule.since,
            rule.message.in_general(words.language).replace('|', "\\|"),
            code = rule.code,
        )
        .unwrap();
    }
    out
}

/// All pages, by their paths.
fn pages() -> BTreeMap<PathBuf, String> {
    let cases = vectors::cases();
    let mut pages = BTreeMap::new();
    for words in &WORDS {
        let folder = PathBuf::from(words.tag);
        pages.insert(folder.join("README.md"), index(words));
        for rule in rules() {
            let own: Vec<&Case> = cases
                .iter()
                .filter(|case| case.rule.as_deref() == Some(rule.code))
                .collect();
            pages.insert(
                folder.join(format!("{}.md", rule.code)),
                page(rule, &own, words),
            );
        }
    }
    pages
}

/// The files below a folder, by their paths in it.
fn files(folder: &Path, inside: &Path, found: &mut BTreeSet<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder.join(inside)) else {
        return;
    };
    for entry in entries {
        let entry = entry.unwrap();
        let path = inside.join(entry.file_name());
        if entry.path().is_dir() {
            files(folder, &path, found);
        } else {
            found.insert(path);
        }
    }
}

#[test]
fn every_page_is_current() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/rules");
    let pages = pages();
    let mut written = BTreeSet::new();
    files(&folder, Path::new(""), &mut written);
    if std::env::var_os("OBMEN_BLESS").is_some() {
        for stale in written.iter().filter(|path| !pages.contains_key(*path)) {
            fs::remove_file(folder.join(stale)).unwrap();
        }
        for (path, page) in &pages {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, page).unwrap();
        }
        return;
    }
    let stale: Vec<_> = pages
        .iter()
        .filter(|(path, page)| fs::read_to_string(folder.join(path)).ok().as_ref() != Some(*page))
        .map(|(path, _)| path)
        .chain(written.iter().filter(|path| !pages.contains_key(*path)))
        .collect();
    assert!(stale.is_empty(), "scripts/rules writes them: {stale:?}");
}

#[test]
fn an_example_shows_its_fault_and_mended_does_not() {
    for case in vectors::cases() {
        let Some(example) = case
            .rule
            .as_deref()
            .and_then(|code| Example::of(&case, code))
        else {
            continue;
        };
        let Some(mended) = &example.mended else {
            continue;
        };
        let again = read(mended, &example.context).report;
        let (code, pointer) = (example.found.code(), &example.found.pointer);
        assert!(
            !again.iter().any(|found| found.code() == code
                && found.pointer == *pointer
                && found.arguments == example.found.arguments),
            "{code}: {mended}"
        );
    }
}

#[test]
fn what_cannot_be_seen_is_shown() {
    assert_eq!(
        visible("а\u{202e}б\u{a0}и\u{306}"),
        "а\\u202eб\\u00a0и\\u0306"
    );
    let long = Json::from("я".repeat(200));
    assert_eq!(layout(&long, 0).chars().count(), LONGEST + 3);
    let json = parsed(r#"{"a": [1, {"b": "c"}], "d": {}}"#);
    assert_eq!(layout(&json, 0), r#"{"a": [1, {"b": "c"}], "d": {}}"#);
}
