//! The core behind a border that JSON text and bytes cross: free functions, no objects, no callbacks.
//!
//! JavaScript in `../js` makes the package `obmen` of them. A function answers `None` where there is nothing
//! to say, so that a sound record costs no text.

use std::cell::RefCell;

use obmen::check::{Language, Safety};
use obmen::value::{Json, LocalisedText};
use obmen::{Context, Report};
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    /// What every later call is judged by, and the language in which it answers.
    static SETTING: RefCell<(Context, Language)> = RefCell::default();
}

fn with<T>(judge: impl FnOnce(&Context, Language) -> T) -> T {
    SETTING.with_borrow(|(context, language)| judge(context, *language))
}

/// Sets the options and the language of all later calls; returns what is wrong with them.
#[wasm_bindgen]
pub fn configure(options: &str, language: &str) -> Option<String> {
    let Ok(language) = language.parse() else {
        return Some("option `lang` must be `en` or `bg`".to_owned());
    };
    match Context::from_json(options) {
        Ok(context) => {
            SETTING.set((context, language));
            None
        }
        Err(bad) => Some(bad.to_string()),
    }
}

fn report(report: &Report, language: Language) -> Option<String> {
    (!report.is_empty()).then(|| report.to_json(language))
}

/// Returns the report of a record that is read, `None` when nothing was found.
#[wasm_bindgen]
pub fn read(bytes: &[u8]) -> Option<String> {
    with(|context, language| report(&obmen::read_borrowed(bytes, context).report, language))
}

/// Returns the same of a text.
#[wasm_bindgen(js_name = readText)]
pub fn read_text(text: &str) -> Option<String> {
    read(text.as_bytes())
}

/// Returns the report of a record that was an object: without positions.
#[wasm_bindgen]
pub fn check(text: &str) -> Option<String> {
    with(|context, language| {
        let found = obmen::read_borrowed(text.as_bytes(), context).report;
        report(&found.unlocated(), language)
    })
}

/// Returns the canonical text of a record; `None` when the bytes hold none.
#[wasm_bindgen]
pub fn write(bytes: &[u8]) -> Option<String> {
    with(|context, _| {
        let read = obmen::read_borrowed(bytes, context);
        read.practice.as_ref().map(obmen::write)
    })
}

/// Returns the record after its certain fixes, or after the suggested ones too; `None` when the bytes hold none.
#[wasm_bindgen]
pub fn mend(bytes: &[u8], suggested: bool) -> Option<String> {
    let safety = if suggested {
        Safety::Suggested
    } else {
        Safety::Certain
    };
    with(|context, language| {
        let read = obmen::read_borrowed(bytes, context);
        let mended = read.report.mend(&read.practice?, context, safety);
        Some(format!(
            r#"{{"written":{},"report":{},"applied":{}}}"#,
            quoted(&obmen::write(&mended.practice)),
            mended.report.to_json(language),
            mended.applied
        ))
    })
}

/// Returns the best text of a language map for a reader of these languages, and its language.
#[wasm_bindgen]
pub fn best(map: &str, languages: &str) -> Option<String> {
    let map = Json::parse(map).ok()?;
    let languages = Json::parse(languages).ok()?;
    let texts = match &map {
        Json::Object(texts) => texts
            .iter()
            .fold(LocalisedText::default(), |all, (tag, text)| {
                match text.as_str() {
                    Some(text) => all.and(&**tag, text),
                    None => all,
                }
            }),
        Json::String(text) => LocalisedText::new("und", &**text),
        _ => return None,
    };
    let Json::Array(languages) = &languages else {
        return None;
    };
    let languages: Vec<&str> = languages.iter().filter_map(Json::as_str).collect();
    let (lang, value) = texts.best(&languages)?;
    Some(format!(
        r#"{{"value":{},"lang":{}}}"#,
        quoted(value),
        quoted(lang)
    ))
}

fn quoted(text: &str) -> Json<'static> {
    Json::from(text.to_owned())
}

/// Returns what is read of a page in printed text; the evidence stands in UTF-16 units of its text.
#[cfg(feature = "pages")]
#[wasm_bindgen(js_name = readPage)]
pub fn read_page(bytes: &[u8]) -> String {
    with(|context, language| {
        let read = obmen_formats::page::read(bytes, context);
        let units = |byte: usize| {
            let before = read.text.get(..byte).unwrap_or(&read.text);
            before.encode_utf16().count()
        };
        let evidence: Vec<String> = read
            .evidence
            .iter()
            .map(|found| {
                format!(
                    r#"{{"pointer":{},"grade":"{}","start":{},"end":{}}}"#,
                    quoted(&found.pointer),
                    found.grade.as_str(),
                    units(found.span.start),
                    units(found.span.end)
                )
            })
            .collect();
        let practice = read
            .practice
            .as_ref()
            .map(|practice| quoted(&obmen::write(practice)));
        format!(
            r#"{{"written":{},"report":{},"evidence":[{}],"text":{}}}"#,
            practice.unwrap_or(Json::Null),
            read.report.to_json(language),
            evidence.join(","),
            quoted(&read.text)
        )
    })
}
