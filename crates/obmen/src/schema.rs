//! The format's tables: as a JSON Schema, and as a table for people.

use std::fmt::Write;

use crate::practice::Practice;
use crate::record::{RecordInfo, Shape};
use crate::value::{Json, Number};

/// Every record type that a practice holds, itself first, in the order in which they are met.
fn records() -> Vec<&'static RecordInfo> {
    fn inside(shape: &Shape) -> Option<&'static RecordInfo> {
        match shape {
            Shape::Record(record) | Shape::Party(record) => Some(record),
            Shape::List(item) => inside(item),
            _ => None,
        }
    }
    let mut met = vec![Practice::INFO];
    let mut at = 0;
    while let Some(record) = met.get(at) {
        for next in record
            .fields
            .iter()
            .filter_map(|field| inside(&field.shape))
        {
            if !met.iter().any(|known| known.name == next.name) {
                met.push(next);
            }
        }
        at += 1;
    }
    met
}

/// Returns the JSON Schema (draft 2020-12) of a record as `write` gives it, indented.
///
/// Fields that obmen does not know are allowed, since readers keep them; that a record is sound
/// only a check can say.
#[must_use]
pub fn json_schema() -> String {
    let definitions = records()
        .into_iter()
        .skip(1)
        .map(|record| (record.name.into(), object(record)))
        .collect();
    let mut schema = vec![
        (
            "$schema".into(),
            Json::from("https://json-schema.org/draft/2020-12/schema"),
        ),
        ("title".into(), Json::from("obmen practice, format 1")),
    ];
    if let Json::Object(fields) = object(Practice::INFO) {
        schema.extend(fields);
    }
    schema.push(("$defs".into(), Json::Object(definitions)));
    serde_json::to_string_pretty(&Json::Object(schema)).unwrap_or_default()
}

fn object(record: &RecordInfo) -> Json<'static> {
    let properties = record
        .fields
        .iter()
        .map(|field| {
            let mut schema = of(&field.shape);
            schema.insert(
                0,
                (
                    "description".into(),
                    Json::from(field.doc.trim().to_owned()),
                ),
            );
            (field.name.into(), Json::Object(schema))
        })
        .collect();
    Json::Object(vec![
        (
            "description".into(),
            Json::from(record.doc.trim().to_owned()),
        ),
        ("type".into(), Json::from("object")),
        ("properties".into(), Json::Object(properties)),
    ])
}

type Keywords = Vec<(std::borrow::Cow<'static, str>, Json<'static>)>;

fn of(shape: &Shape) -> Keywords {
    let of_type = |name: &'static str| ("type".into(), Json::from(name));
    let strings = || Json::Object(vec![of_type("string")]);
    let words =
        |known: &[&'static str]| Json::Array(known.iter().map(|word| Json::from(*word)).collect());
    match shape {
        Shape::Text(_) => vec![of_type("string")],
        Shape::Localised => vec![
            of_type("object"),
            ("additionalProperties".into(), strings()),
        ],
        Shape::Date => {
            let pattern = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";
            vec![of_type("string"), ("pattern".into(), Json::from(pattern))]
        }
        Shape::Number => vec![of_type("number")],
        Shape::Count => vec![
            of_type("integer"),
            ("minimum".into(), Json::Number(Number::from(0_u64))),
            (
                "maximum".into(),
                Json::Number(Number::from((1_u64 << 53) - 1)),
            ),
        ],
        Shape::Set { known, open: false } => vec![("enum".into(), words(known))],
        Shape::Set { known, open: true } => {
            vec![of_type("string"), ("examples".into(), words(known))]
        }
        Shape::Record(record) => vec![(
            "$ref".into(),
            Json::from(format!("#/$defs/{}", record.name)),
        )],
        Shape::Party(record) => vec![(
            "anyOf".into(),
            Json::Array(vec![
                Json::Object(vec![("const".into(), Json::from("initiator"))]),
                Json::Object(of(&Shape::Record(record))),
            ]),
        )],
        Shape::List(item) => vec![of_type("array"), ("items".into(), Json::Object(of(item)))],
    }
}

/// Returns the table of every field: its place, type, meaning and known values, as Markdown.
#[must_use]
pub fn format_table() -> String {
    let mut table =
        String::from("| record | field | type | meaning | known values |\n|---|---|---|---|---|\n");
    for record in records() {
        for field in record.fields {
            let (kind, known) = described(&field.shape);
            // Writing to a string does not fail.
            let _ = writeln!(
                table,
                "| {} | `{}` | {kind} | {} | {known} |",
                record.name,
                field.name,
                field.doc.trim()
            );
        }
    }
    table
}

fn described(shape: &Shape) -> (String, String) {
    match shape {
        Shape::Text("text") => ("string".to_owned(), String::new()),
        Shape::Text(kind) => (format!("string: {kind}"), String::new()),
        Shape::Localised => ("language map".to_owned(), String::new()),
        Shape::Date => (
            "date".to_owned(),
            "`YYYY`, `YYYY-MM`, `YYYY-MM-DD`".to_owned(),
        ),
        Shape::Number => ("number".to_owned(), String::new()),
        Shape::Count => ("count".to_owned(), "0 to 2^53 - 1".to_owned()),
        Shape::Set { known, open } => {
            let words = known
                .iter()
                .map(|word| format!("`{word}`"))
                .collect::<Vec<_>>()
                .join(", ");
            (
                if *open { "open set" } else { "closed set" }.to_owned(),
                words,
            )
        }
        Shape::Record(record) => (record.name.to_owned(), String::new()),
        Shape::Party(record) => (format!("`\"initiator\"` or {}", record.name), String::new()),
        Shape::List(item) => {
            let (kind, known) = described(item);
            (format!("list of {kind}"), known)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/format.md");

    /// `OBMEN_BLESS=1` writes the table into the page.
    #[test]
    fn the_format_page_holds_the_current_table() {
        let page = std::fs::read_to_string(PAGE).unwrap();
        let (before, rest) = page.split_once("<!-- fields -->\n").unwrap();
        let (table, after) = rest.split_once("<!-- end of fields -->").unwrap();
        let current = format_table();
        if std::env::var_os("OBMEN_BLESS").is_some() {
            let page = format!("{before}<!-- fields -->\n{current}<!-- end of fields -->{after}");
            std::fs::write(PAGE, page).unwrap();
        } else {
            assert_eq!(table, current, "OBMEN_BLESS=1 cargo test writes it");
        }
    }

    #[test]
    fn the_schema_is_json_and_its_references_lead_somewhere() {
        let text = json_schema();
        let schema = Json::parse(&text).unwrap();
        assert!(schema.at("/properties/network/$ref").is_some());
        for (at, _) in text.match_indices("#/$defs/") {
            let reference = text
                .get(at + 1..)
                .and_then(|rest| rest.split('"').next())
                .unwrap();
            assert!(schema.at(reference).is_some(), "{reference}");
        }
    }
}
