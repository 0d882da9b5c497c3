//! The shared vectors: input, context and the exact report. README.md beside them describes the format.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use obmen::check::{Diagnostic, Language, Profile, Safety, Severity};
use obmen::value::{Date, Json};
use obmen::{Context, Reading};

/// Set by `scripts/vectors --bless`: the answers of this build replace those of the files.
const BLESS: &str = "OBMEN_BLESS";

/// One case of a vector file.
pub(crate) struct Case {
    pub(crate) file: String,
    pub(crate) name: String,
    /// The rule that the case is about.
    pub(crate) rule: Option<String>,
    pub(crate) json: Json<'static>,
}

impl Case {
    fn of(file: &str, json: &Json<'static>) -> Case {
        let text = |key| json.get(key).and_then(Json::as_str).map(str::to_owned);
        Case {
            file: file.to_owned(),
            name: text("name").unwrap_or_else(|| panic!("{file}: a case without a name")),
            rule: text("for"),
            json: json.clone(),
        }
    }

    /// The bytes to be read, and whether the report shows positions in them.
    pub(crate) fn input(&self) -> (Vec<u8>, bool) {
        let text = |key| self.json.get(key).and_then(Json::as_str);
        if let Some(practice) = self.json.get("practice") {
            return (practice.to_string().into_bytes(), false);
        }
        if let Some(text) = text("text").or_else(|| text("page")) {
            return (text.as_bytes().to_vec(), true);
        }
        if let Some(code) = text("base64") {
            return (STANDARD.decode(code).unwrap(), true);
        }
        let Some(Json::Array(parts)) = self.json.get("repeat") else {
            panic!("{}: `{}` has no input", self.file, self.name)
        };
        let [
            Json::String(before),
            Json::String(unit),
            Json::Number(times),
            Json::String(after),
        ] = parts.as_slice()
        else {
            panic!("{}: `{}`: before, unit, times, after", self.file, self.name)
        };
        let times = usize::try_from(times.as_count().unwrap()).unwrap();
        (
            format!("{before}{}{after}", unit.repeat(times)).into_bytes(),
            true,
        )
    }

    /// Whether the input is a page, whose reader finds what no check does.
    pub(crate) fn is_page(&self) -> bool {
        self.json.get("page").is_some()
    }

    pub(crate) fn context(&self) -> Context {
        let Some(Json::Object(fields)) = self.json.get("context") else {
            return Context::default();
        };
        let today = self.json.at("/context/today").and_then(Json::as_str);
        let context = today.map_or_else(Context::default, |day| {
            Context::on(day.parse::<Date>().unwrap())
        });
        fields.iter().filter(|(key, _)| key != "today").fold(
            context,
            |context, (key, value)| match (&**key, value) {
                ("profile", Json::String(profile)) => context.with_profile(match &**profile {
                    "draft" => Profile::Draft,
                    "publish" => Profile::Publish,
                    other => panic!("{}: no profile {other}", self.name),
                }),
                ("default_language", Json::String(tag)) => context.with_default_language(&**tag),
                ("themes", Json::Array(themes)) => {
                    context.with_themes(themes.iter().filter_map(Json::as_str))
                }
                ("rules_as_of", Json::Number(edition)) => {
                    context.with_rules_as_of(u32::try_from(edition.as_count().unwrap()).unwrap())
                }
                ("severities", Json::Object(severities)) => {
                    severities
                        .iter()
                        .fold(context, |context, (code, severity)| {
                            match severity.as_str().unwrap() {
                                "off" => context.without(&**code),
                                "hint" => context.with_severity(&**code, Severity::Hint),
                                "warning" => context.with_severity(&**code, Severity::Warning),
                                "error" => context.with_severity(&**code, Severity::Error),
                                other => panic!("{}: no severity {other}", self.name),
                            }
                        })
                }
                (other, _) => panic!("{}: `{}`: context {other}", self.file, self.name),
            },
        )
    }

    pub(crate) fn read(&self) -> Reading {
        let (bytes, context) = (self.input().0, self.context());
        if self.is_page() {
            let page = obmen_formats::page::read(&bytes, &context);
            return Reading::new(page.practice, page.report, &context);
        }
        obmen::read(&bytes, &context)
    }

    /// The case with the answers of this build.
    fn answered(&self) -> Json<'static> {
        let (_, positions) = self.input();
        let reading = self.read();
        let only = self.json.get("only").and_then(Json::as_str);
        let report = reading
            .report
            .iter()
            .filter(|found| only.is_none_or(|code| code == found.code()))
            .map(|found| entry(found, positions))
            .collect();
        let Json::Object(mut fields) = self.json.clone() else {
            panic!("{}: a case is an object", self.file)
        };
        fields.retain(|(key, _)| key != "report");
        for (key, value) in &mut fields {
            let answer = match &**key {
                "written" => reading.practice.as_ref().map(obmen::write),
                "mended" => mended(&reading, &self.context(), Safety::Certain),
                "proposed" => mended(&reading, &self.context(), Safety::Suggested),
                _ => continue,
            };
            *value = answer.map_or(Json::Null, Json::from);
        }
        fields.push(("report".into(), Json::Array(report)));
        Json::Object(fields)
    }
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

/// A JSON text as a value that borrows nothing, the order of its keys kept.
pub(crate) fn parsed(text: &str) -> Json<'static> {
    owned(&Json::parse(text).unwrap_or_else(|error| panic!("{error}: {text}")))
}

fn owned(json: &Json<'_>) -> Json<'static> {
    match json {
        Json::Null => Json::Null,
        Json::Bool(value) => Json::Bool(*value),
        Json::Number(number) => Json::Number(*number),
        Json::String(text) => Json::from(text.clone().into_owned()),
        Json::Array(items) => Json::Array(items.iter().map(owned).collect()),
        Json::Object(fields) => Json::Object(
            fields
                .iter()
                .map(|(key, value)| (key.clone().into_owned().into(), owned(value)))
                .collect(),
        ),
    }
}

/// The vector files of records, in the order of their paths; those of pages have a form of their own.
fn files() -> Vec<PathBuf> {
    fn gather(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && path.file_name().is_some_and(|name| name == "page") {
                continue;
            } else if path.is_dir() {
                gather(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "json") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    gather(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors"),
        &mut found,
    );
    found.sort();
    assert!(!found.is_empty(), "no vectors");
    found
}

fn load(path: &Path) -> (Json<'static>, Vec<Case>) {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let file = parsed(&fs::read_to_string(path).unwrap());
    let Some(Json::Array(cases)) = file.get("cases") else {
        panic!("{name}: no cases")
    };
    let cases = cases.iter().map(|case| Case::of(&name, case)).collect();
    (file, cases)
}

/// All cases of all files.
pub(crate) fn cases() -> Vec<Case> {
    files().iter().flat_map(|path| load(path).1).collect()
}

/// Writes a file as people read it: a line for each field of a case, and for each finding.
fn pretty(file: &Json<'_>, cases: &[Json<'_>]) -> String {
    let description = file.get("description").unwrap_or(&Json::Null);
    let mut out = format!("{{\n  \"description\": {description},\n  \"cases\": [");
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
                Json::Array(items) if key == "report" && !items.is_empty() => {
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
    for path in files() {
        let (file, cases) = load(&path);
        let answers: Vec<_> = cases.iter().map(Case::answered).collect();
        if bless {
            fs::write(&path, pretty(&file, &answers)).unwrap();
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
    for path in files() {
        let (_, cases) = load(&path);
        let mut names: Vec<_> = cases.iter().map(|case| &case.name).collect();
        names.sort();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all, "{}", path.display());
    }
}

#[test]
fn a_check_finds_what_reading_finds_but_no_positions() {
    for case in cases().iter().filter(|case| !case.is_page()) {
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
