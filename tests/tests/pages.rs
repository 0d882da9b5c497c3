//! Pages: the vectors of `vectors/page`, what must hold for any page, and hostile ones.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::too_many_lines,
    reason = "helpers of tests may fail as tests do"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use obmen::Context;
use obmen::check::Language;
use obmen::value::Date;
use obmen_formats::page::{Grade, PageReading, read};
use obmen_tests::vectors::page;
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

/// The letters and digits of a text: white space, quotes and dashes do not count.
fn words(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// The text of mark-up: without tags, numeric character references read, named ones (marks all) left out, and behind
/// a link its address, as the printed form has it.
fn unmarked(text: &str) -> String {
    let (mut out, mut rest, mut address) = (String::new(), text, String::new());
    while let Some(at) = rest.find(['<', '&']) {
        out.push_str(&rest[..at]);
        let end = if rest[at..].starts_with('<') {
            '>'
        } else {
            ';'
        };
        let Some(length) = rest[at..].find(end) else {
            out.push_str(&rest[at..]);
            return out;
        };
        let inside = &rest[at + 1..at + length];
        let number = inside
            .strip_prefix('#')
            .and_then(|number| match number.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16).ok(),
                None => number.parse().ok(),
            });
        out.extend(number.and_then(char::from_u32));
        if let Some((_, href)) = inside.split_once("href=") {
            let href = href.trim_start_matches(['"', '\'']);
            address = href
                .split(['"', '\''])
                .next()
                .unwrap_or_default()
                .replace("&amp;", "&");
        }
        if inside == "/a" {
            out.push_str(&std::mem::take(&mut address));
        }
        rest = &rest[at + length + 1..];
    }
    out + rest
}

/// True when the letters of the words stand in the evidence in their order, whatever stands between: the site's
/// furniture in a section, a script in a page that is in disorder.
fn scattered(evidence: &str, words: &str) -> bool {
    let mut evidence = evidence.chars();
    words.chars().all(|c| evidence.any(|other| other == c))
}

/// What holds for the reading of any page, whatever it says; a list of the faults. In an ordered page the words of a
/// stated value stand side by side; mark-up in disorder is not judged, for what it says is the parser's to know.
fn broken(reading: &PageReading, ordered: bool) -> Vec<String> {
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
    let judged = ordered || !reading.text.contains('<');
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
        if let Some(found) = found.filter(|found| found.grade == Grade::Stated && judged) {
            let span = reading.text.get(found.span.clone()).unwrap_or_default();
            let said = [words(span), words(&unmarked(span))];
            // Words of a set and roles are obmen's own for what the page says.
            let coded = [
                "/role",
                "/kind",
                "/unit",
                "/language",
                "/status",
                "/published",
            ];
            if value != "initiator"
                && !coded.iter().any(|end| pointer.ends_with(end))
                && !said.iter().any(|said| {
                    if ordered {
                        said.contains(&words(value))
                    } else {
                        scattered(said, &words(value))
                    }
                })
            {
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
    let mut faults = broken(&reading, true);
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
    let (mut faults, mut cases) = (Vec::new(), 0);
    for (file, vectors) in vectors() {
        for case in vectors
            .get("cases")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            cases += 1;
            let name = &case["name"];
            let found = judge(case);
            faults.extend(found.iter().map(|fault| format!("{file}: {name}: {fault}")));
        }
    }
    assert!(cases > 0);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The fixtures as they are read now, in the form of `fixtures.json`.
fn fixture(files: &Value) -> Value {
    let (mut records, mut reports) = (Vec::new(), Map::new());
    for file in files.as_array().unwrap() {
        let file = file.as_str().unwrap();
        let reading = read(&data(file), &context());
        records.push(record(&reading));
        reports.insert(file.to_owned(), Value::Array(findings(&reading)));
    }
    for (file, other) in files.as_array().unwrap().iter().zip(&records) {
        assert_eq!(other, &records[0], "{file} gives another record");
    }
    json!({"files": files, "record": records[0], "reports": reports})
}

/// Every fixture gives its whole record and report. `OBMEN_BLESS=1` writes what is found instead; read it against
/// the page before you commit it.
#[test]
fn the_fixtures_read_whole() {
    let path = root().join("tests/vectors/page/fixtures.json");
    let vectors: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    let wanted = vectors["fixtures"].as_array().unwrap();
    let found: Vec<Value> = wanted
        .iter()
        .map(|wanted| fixture(&wanted["files"]))
        .collect();
    if std::env::var_os("OBMEN_BLESS").is_some() {
        let text = serde_json::to_string_pretty(&json!({ "fixtures": found })).unwrap();
        fs::write(&path, text + "\n").unwrap();
        return;
    }
    for (wanted, found) in wanted.iter().zip(&found) {
        assert_eq!(
            serde_json::to_string_pretty(wanted).unwrap(),
            serde_json::to_string_pretty(found).unwrap()
        );
    }
}

const FIXTURES: [&str; 7] = [
    "smolyan.txt",
    "smolyan.html",
    "svishtov.txt",
    "svishtov.html",
    "kavarna.txt",
    "dobrich.txt",
    "harvest.txt",
];

#[test]
fn every_value_of_a_fixture_rests_on_the_page() {
    for file in FIXTURES {
        let reading = read(&data(file), &context());
        assert!(reading.practice.is_some(), "{file}");
        let mut faults = broken(&reading, true);
        faults.extend(furniture(&reading));
        assert!(faults.is_empty(), "{file}\n  {}", faults.join("\n  "));
    }
}

/// What a page becomes when lines are moved, dropped, doubled and cut.
fn shuffled() -> impl Strategy<Value = String> {
    let file = 0..FIXTURES.len();
    let edits = prop::collection::vec(
        (
            0_u8..4,
            any::<prop::sample::Index>(),
            any::<prop::sample::Index>(),
        ),
        0..40,
    );
    (file, edits).prop_map(|(file, edits)| {
        let page = String::from_utf8(data(FIXTURES[file])).unwrap();
        let mut lines: Vec<String> = page.lines().map(str::to_owned).collect();
        for (edit, one, other) in edits {
            let (one, other) = (one.index(lines.len()), other.index(lines.len()));
            match edit {
                0 => lines.swap(one, other),
                1 => {
                    let copy = lines[one].clone();
                    lines.insert(other, copy);
                }
                2 if lines.len() > 1 => {
                    lines.remove(one);
                }
                _ => {
                    let length = lines[one].chars().count().max(1);
                    lines[one] = lines[one].chars().take(other % length).collect();
                }
            }
        }
        lines.join("\n")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_page_in_disorder_invents_nothing(page in shuffled()) {
        let reading = read(page.as_bytes(), &context());
        let faults = broken(&reading, false);
        prop_assert!(faults.is_empty(), "{}\n  {}", page, faults.join("\n  "));
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..400), cut in any::<prop::sample::Index>()) {
        let mut page = data("svishtov.html");
        let at = cut.index(page.len());
        page.splice(at..at, bytes.iter().copied());
        for bytes in [bytes, page] {
            let reading = read(&bytes, &context());
            let faults = broken(&reading, false);
            prop_assert!(faults.is_empty(), "{}", faults.join("\n  "));
        }
    }

    #[test]
    fn any_words_in_the_sections_are_read(words in prop::collection::vec(word(), 0..60)) {
        let text = words.concat();
        let case = json!({"background": text, "practice": text, "results": text});
        let reading = read(page(&case).as_bytes(), &context());
        let faults = broken(&reading, false);
        prop_assert!(faults.is_empty(), "{}\n  {}", text, faults.join("\n  "));
    }
}

/// The words and marks that the recognisers know, so that random rows of them go deep.
fn word() -> impl Strategy<Value = String> {
    let words = [
        "Партньори",
        "Partners",
        ":",
        " - ",
        ", ",
        "; ",
        ". ",
        "\n",
        "\n- ",
        " и ",
        " and ",
        "„",
        "“",
        "\"",
        "(",
        ")",
        "Община",
        "Русе",
        "общините",
        "Областна администрация",
        "Municipality of",
        "Kavarna",
        "ЮЦР",
        " са ",
        " е ",
        "Инициатор на практиката",
        "сключен договор",
        "между",
        "за",
        "с",
        "общо",
        "15",
        "броя",
        "издадени",
        "3",
        "информационни",
        "бюлетина",
        "copies of",
        "the",
        "brochure",
        "were printed",
        "http://a.bg/x",
        "www.b.bg",
        "италианския",
        "партньор",
        "ESU",
        "Целите са",
        "обучени",
        "служители",
        "включват",
        "\u{a0}",
        "<b>",
        "&amp;",
        "Заедно с",
        "Договор",
        "Строител ООД",
        "1",
        " 000 ",
        "Водеща организация",
        "село",
        "",
    ];
    (
        prop::sample::select(words.to_vec()),
        prop::bool::weighted(0.7),
    )
        .prop_map(|(word, space)| {
            if space {
                format!("{word} ")
            } else {
                word.to_owned()
            }
        })
}

/// Hostile pages end soon: 16 MB in an optimised build, a quarter of one otherwise.
#[test]
fn hostile_pages_end_soon() {
    let size = if cfg!(debug_assertions) {
        1 << 18
    } else {
        16 << 20
    };
    let repeat = |head: &str, unit: &str, tail: &str| {
        let room = size - head.len() - tail.len();
        format!("{head}{}{tail}", unit.repeat(room / unit.len()))
    };
    let heads = "Предистория\n\nПрактика\n\n";
    let ends = "\n\nРезултати\n\nИноватор: -\n";
    let office = format!("{heads}Партньори са Областните администрации от ЮЦР ");
    let pages = [
        ("one letter", repeat("", "x", "")),
        ("one line in a section", repeat(heads, "дума ", ends)),
        (
            "one line of sentences",
            repeat(heads, "Издадени са 3 бюлетина. ", ends),
        ),
        (
            "one sentence of outputs",
            repeat(heads, "Издадени са 3 бюлетина, 5 плаката и ", ends),
        ),
        ("places", repeat(&office, "- Пловдив, ", ends)),
        (
            "municipalities",
            repeat(&format!("{heads}Партньори: "), "Община Русе и ", ends),
        ),
        (
            "together",
            repeat(heads, "Заедно с Община Русе, Община Бяла ", ends),
        ),
        ("links", repeat(heads, "http://a.bg/1 ", ends)),
        ("lines of links", repeat(heads, "http://a.bg/1\n", ends)),
        (
            "contracts",
            repeat(
                heads,
                "Между Община Русе и „Х“ е сключен договор за Y. ",
                ends,
            ),
        ),
        (
            "a contract between many",
            repeat(&format!("{heads}Между "), "А и ", ends),
        ),
        (
            "one contract after the other",
            repeat(heads, "между А и Б е сключен договор ", ends),
        ),
        ("quotes", repeat(heads, "„", ends)),
        (
            "a quote that never ends",
            repeat(&format!("{heads}Партньори: Клуб „"), "а, ", ends),
        ),
        ("brackets", repeat(heads, "(", ends)),
        (
            "objectives",
            repeat(&format!("{heads}Целите са:\n"), "- да;\n", ends),
        ),
        ("different objectives", {
            let items: String =
                (0..size / 20).fold(String::new(), |all, n| all + &format!("- да {n};\n"));
            format!("{heads}Целите са:\n{items}{ends}")
        }),
        ("blank lines", repeat(heads, "\n", ends)),
        ("headings", repeat("", "Практика\n", "")),
        ("labels", repeat("", "Иноватор: -\n", "")),
        (
            "contact block",
            repeat("Практика\n\nНоминации: 1\n", "гр. Русе\n", ""),
        ),
        ("furniture", repeat("", "Verification Code\n", "")),
        ("nested tags", repeat("<html><body>", "<div>", "")),
        (
            "nested lists",
            repeat("<html><body><h2>Практика</h2>", "<ul><li>", ""),
        ),
        ("tags that never end", repeat("<html><body>", "<a ", "")),
        ("attributes", repeat("<html><body><a", " b=c", "")),
        (
            "anchors",
            repeat(
                "<html><body><h2>Практика</h2>",
                "<a href='http://a.bg'>b</a>",
                "",
            ),
        ),
        (
            "entities",
            repeat("<html><body><h2>Практика</h2>", "&amp;", ""),
        ),
        ("comments", repeat("<html><body>", "<!--", "")),
        (
            "paragraphs",
            repeat(
                "<html><body><h2>Практика</h2>",
                "<p>Издадени са 3 бюлетина",
                "",
            ),
        ),
        ("numbers", repeat(heads, "1 ", ends)),
        ("zero width", repeat(heads, "\u{200b}", ends)),
    ];
    let mut slow = Vec::new();
    for (name, page) in &pages {
        let start = Instant::now();
        let reading = read(page.as_bytes(), &context());
        let time = start.elapsed();
        eprintln!(
            "{:6} ms  {name}: {} values",
            time.as_millis(),
            reading.evidence.len()
        );
        if time.as_secs() >= 20 {
            slow.push(*name);
        }
        for found in &reading.evidence {
            assert!(reading.text.get(found.span.clone()).is_some(), "{name}");
        }
    }
    assert!(slow.is_empty(), "too slow: {slow:?}");
}
