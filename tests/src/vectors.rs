//! The shared vectors as Rust reads them: their files, their cases, and what each case asks to be read.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use obmen::check::{Language, Position};
use obmen::value::Json;
use obmen::{Context, Reading, Report};
use obmen_catalogue::{Builder, Catalogue};
use obmen_formats::json::{Checks, Form};
use serde_json::Value;

use crate::votes;

/// One case of a vector file.
pub struct Case {
    /// The path of its file below the folder.
    pub file: String,
    /// What is special about it.
    pub name: String,
    /// The rule that the case is about.
    pub rule: Option<String>,
    /// The whole case.
    pub json: Json<'static>,
    /// The site that takes the votes of its file, where it has one.
    setup: Option<Json<'static>>,
}

impl Case {
    fn of(file: &str, setup: Option<&Json<'static>>, json: &Json<'static>) -> Case {
        let text = |key| json.get(key).and_then(Json::as_str).map(str::to_owned);
        Case {
            file: file.to_owned(),
            name: text("name").unwrap_or_else(|| panic!("{file}: a case without a name")),
            rule: text("for"),
            json: json.clone(),
            setup: setup.cloned(),
        }
    }

    /// What `write` makes of what was read: of a register, a line each practice.
    #[must_use]
    pub fn written(&self, reading: &Reading) -> Option<String> {
        if let Some(steps) = self.steps() {
            let (lines, _) = votes::run(&self.setup(), &steps, Language::En);
            return Some(lines.lines().map(without_words).collect());
        }
        if !self.is_register() {
            return reading.practice.as_ref().map(obmen::write);
        }
        let catalogue = self.catalogue();
        let practices = catalogue
            .iter()
            .filter_map(obmen_catalogue::Record::practice);
        Some(
            practices
                .map(|practice| obmen::write(&practice) + "\n")
                .collect(),
        )
    }

    /// The bytes to be read, and whether the report shows positions in them.
    #[must_use]
    pub fn input(&self) -> (Vec<u8>, bool) {
        let text = |key| self.json.get(key).and_then(Json::as_str);
        if let Some(practice) = self.json.get("practice") {
            return (practice.to_string().into_bytes(), false);
        }
        if let Some(text) = text("text").or_else(|| text("page")) {
            return (text.as_bytes().to_vec(), true);
        }
        if let Some(steps) = self.steps() {
            let lines: Vec<_> = steps.iter().map(ToString::to_string).collect();
            return (lines.join("\n").into_bytes(), false);
        }
        if let Some(Json::Array(lines)) = self.json.get("register") {
            let lines: Vec<_> = lines.iter().filter_map(Json::as_str).collect();
            return (lines.join("\n").into_bytes(), true);
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
    #[must_use]
    pub fn is_page(&self) -> bool {
        self.json.get("page").is_some()
    }

    /// Whether the input is a register, of which the catalogue finds what no record shows alone.
    #[must_use]
    pub fn is_register(&self) -> bool {
        self.json.get("register").is_some()
    }

    /// Whether the input is one record of JSON.
    #[must_use]
    pub fn is_record(&self) -> bool {
        !self.is_page() && !self.is_register() && self.steps().is_none()
    }

    /// The steps of a case of votes.
    #[must_use]
    pub fn steps(&self) -> Option<Vec<Value>> {
        let steps = self.json.get("steps")?;
        serde_json::from_str(&steps.to_string()).ok()
    }

    /// The site that takes its votes: that of the file, with what the case has of its own.
    #[must_use]
    pub fn setup(&self) -> Value {
        let value = |json: Option<&Json<'_>>| {
            let text = json.map_or_else(|| "{}".to_owned(), ToString::to_string);
            serde_json::from_str::<Value>(&text).unwrap()
        };
        let mut setup = value(self.setup.as_ref());
        let own = value(self.json.get("setup"));
        let fields = own.as_object().unwrap().clone();
        setup.as_object_mut().unwrap().extend(fields);
        setup
    }

    /// The catalogue of a register.
    #[must_use]
    pub fn catalogue(&self) -> Catalogue {
        let (bytes, context) = (Arc::new(self.input().0), self.context());
        let mut builder = Builder::new(Arc::clone(&bytes), &context);
        for record in Checks::new(&bytes[..], Some(Form::Lines), &context) {
            let record = record.unwrap();
            let start = usize::try_from(record.offset).unwrap();
            let begins = Position {
                line: record.line,
                column: record.column,
            };
            let id = record.is_practice.then_some(record.id.as_deref());
            builder.push(start..start + record.bytes.len(), begins, id, record.report);
        }
        builder.finish()
    }

    /// The context that it is read in.
    #[must_use]
    pub fn context(&self) -> Context {
        self.json
            .get("context")
            .map_or_else(Context::default, |options| {
                Context::from_json(&options.to_string())
                    .unwrap_or_else(|error| panic!("{}: `{}`: {error}", self.file, self.name))
            })
    }

    /// Reads its input. A register gives the findings of all its records, one after another.
    #[must_use]
    pub fn read(&self) -> Reading {
        let (bytes, context) = (self.input().0, self.context());
        if self.is_register() {
            let mut report = Report::new(context.profile(), context.rules_version());
            for found in self.catalogue().report().iter() {
                report.push(found.diagnostic.clone());
            }
            return Reading::new(None, report, &context);
        }
        if let Some(steps) = self.steps() {
            let mut report = Report::new(context.profile(), context.rules_version());
            let (_, found) = votes::run(&self.setup(), &steps, Language::En);
            found.into_iter().for_each(|found| report.push(found));
            return Reading::new(None, report, &context);
        }
        if self.is_page() {
            let page = obmen_formats::page::read(&bytes, &context);
            return Reading::new(page.practice, page.report, &context);
        }
        obmen::read(&bytes, &context)
    }
}

/// A line of a step without its words, which have snapshots of their own.
fn without_words(line: &str) -> String {
    let mut given: Value = serde_json::from_str(line).unwrap();
    let fields = given.as_object_mut().unwrap();
    if fields.contains_key("code") && fields.contains_key("arguments") {
        fields.retain(|key, _| !matches!(key.as_str(), "message" | "help"));
    }
    format!("{given}\n")
}

/// A JSON text as a value that borrows nothing, the order of its keys kept.
#[must_use]
pub fn parsed(text: &str) -> Json<'static> {
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

/// The folder of the vectors.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors")
}

/// All vector files, by their paths below the folder: `rules/shape.json`, sorted by their bytes.
#[must_use]
pub fn all_files() -> Vec<String> {
    fn gather(folder: &Path, before: &str, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{before}{}", path.file_name().unwrap().to_string_lossy());
            if path.is_dir() {
                gather(&path, &format!("{name}/"), found);
            } else if path.extension().is_some_and(|ending| ending == "json") {
                found.push(name);
            }
        }
    }
    let mut found = Vec::new();
    gather(&folder(), "", &mut found);
    found.sort();
    assert!(!found.is_empty(), "no vectors");
    found
}

/// The vector files of records; those of pages have a form of their own. Registers come last, because they
/// show by the way what others show on purpose.
#[must_use]
pub fn files() -> Vec<String> {
    let mut files = all_files();
    files.retain(|file| !file.starts_with("page/"));
    files.sort_by_key(|file| file.starts_with("catalogue/"));
    files
}

/// A vector file of records, and its cases.
#[must_use]
pub fn load(name: &str) -> (Json<'static>, Vec<Case>) {
    let file = parsed(&fs::read_to_string(folder().join(name)).unwrap());
    let Some(Json::Array(cases)) = file.get("cases") else {
        panic!("{name}: no cases")
    };
    let setup = file.get("setup");
    let cases = cases
        .iter()
        .map(|case| Case::of(name, setup, case))
        .collect();
    (file, cases)
}

/// All cases of all files of records.
#[must_use]
pub fn cases() -> Vec<Case> {
    files().iter().flat_map(|file| load(file).1).collect()
}

/// A text of the vectors of pages: a string, or its lines.
fn text(value: &Value) -> String {
    match value {
        Value::Array(lines) => {
            let lines: Vec<&str> = lines.iter().map(|line| line.as_str().unwrap()).collect();
            lines.join("\n")
        }
        other => other.as_str().unwrap_or_default().to_owned(),
    }
}

/// The page of a case of `page/`: given whole, or built of its sections.
#[must_use]
pub fn page(case: &Value) -> String {
    if let Some(page) = case.get("page") {
        return text(page);
    }
    let english = case
        .get("language")
        .is_some_and(|language| language == "en");
    let words = if english {
        [
            "Background",
            "Practice",
            "Results",
            "Innovator",
            "Publication Date",
            "Nominations",
        ]
    } else {
        [
            "Предистория",
            "Практика",
            "Резултати",
            "Иноватор",
            "Дата на публикация",
            "Номинации",
        ]
    };
    let section = |name: &str| case.get(name).map(text).unwrap_or_default();
    format!(
        "{}\n\n{}\n\n{}\n\n{}\n\n{}\n\n{}\n\n{}: -\n{}: -\n{}: -\n",
        words[0],
        section("background"),
        words[1],
        section("practice"),
        words[2],
        section("results"),
        words[3],
        words[4],
        words[5],
    )
}
