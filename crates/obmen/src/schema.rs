//! The format's tables: as a JSON Schema, and as a table for people.

use std::borrow::Cow;
use std::fmt::Write;

use crate::practice::Practice;
use crate::record::{RecordInfo, Shape};
use crate::value::{Json, Number};

/// Returns every record type that a practice holds, itself first, in the order in which they are met.
#[must_use]
pub fn records() -> Vec<&'static RecordInfo> {
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

/// The codes that the schema expresses: a JSON object is valid by it if and only if reading reports none of them.
///
/// The others a schema cannot express, or only in part: they compare fields with each other, with the
/// day, or with tables; or they see the text, where a key may stand twice. A field that obmen does not
/// know is valid, because readers keep it.
pub const EXPRESSED: &[&str] = &["shape/wrong-type", "shape/bad-value", "shape/null"];

/// Every day of the calendar from year 0000 on, a month or a year; without a quantifier that has no end,
/// so that an engine that backtracks takes no longer than any other.
const DATE: &str = concat!(
    "^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?",
    "|-(0[13-9]|1[0-2])-(29|30)|-(0[13578]|1[02])-31)?",
    "|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$"
);

/// No year is zero; and Python's `$` would pass a line feed over.
const NO_DATE: &str = "^0000|\\n";

/// Returns the JSON Schema (draft 2020-12) of a record, indented, for editors, forms and validators.
///
/// It accepts what reading takes whole: the form that `write` gives, bare strings where a text has
/// languages, words outside an open set, fields that obmen does not know. What exactly it refuses is
/// told by [`EXPRESSED`]; that a record is sound only a check can say.
#[must_use]
pub fn json_schema() -> String {
    let mut definitions: Keywords = records()
        .into_iter()
        .skip(1)
        .map(|record| (record.name.into(), Json::Object(object(record))))
        .collect();
    definitions.push(("date".into(), Json::Object(date())));
    definitions.push(("text".into(), Json::Object(localised())));
    let mut schema = vec![
        word("$schema", "https://json-schema.org/draft/2020-12/schema"),
        word("$id", "urn:obmen:format:1"),
    ];
    schema.extend(object(Practice::INFO));
    schema.push(("$defs".into(), Json::Object(definitions)));
    serde_json::to_string_pretty(&Json::Object(schema)).unwrap_or_default()
}

type Keyword = (Cow<'static, str>, Json<'static>);
type Keywords = Vec<Keyword>;

fn word(key: &'static str, value: &'static str) -> Keyword {
    (key.into(), Json::from(value))
}

fn words(list: &[&'static str]) -> Json<'static> {
    Json::Array(list.iter().map(|word| Json::from(*word)).collect())
}

fn any_of(schemas: Vec<Keywords>) -> Keyword {
    let schemas = schemas.into_iter().map(Json::Object).collect();
    ("anyOf".into(), Json::Array(schemas))
}

fn reference(name: &str) -> Keywords {
    vec![("$ref".into(), Json::from(format!("#/$defs/{name}")))]
}

/// Returns a name of JSON as a heading: `stated_nominations` as `Stated nominations`.
fn heading(name: &str) -> Json<'static> {
    let name = name.replace('_', " ");
    let mut rest = name.chars();
    let first = rest.next().map(|letter| letter.to_ascii_uppercase());
    Json::from(first.into_iter().chain(rest).collect::<String>())
}

fn object(record: &RecordInfo) -> Keywords {
    let described = |name: &str, doc: &str| -> Keywords {
        vec![
            ("title".into(), heading(name)),
            ("description".into(), Json::from(doc.trim().to_owned())),
        ]
    };
    let properties = record
        .fields
        .iter()
        .map(|field| {
            let mut schema = described(field.name, field.doc);
            schema.extend(of(&field.shape));
            (field.name.into(), Json::Object(schema))
        })
        .collect();
    let mut schema = described(record.name, record.doc);
    schema.push(word("type", "object"));
    schema.push(("properties".into(), Json::Object(properties)));
    schema
}

fn date() -> Keywords {
    vec![
        word("title", "Date"),
        word(
            "description",
            "A year, a month or a day (ISO 8601), as far as it is known.",
        ),
        word("type", "string"),
        word("pattern", DATE),
        ("not".into(), Json::Object(vec![word("pattern", NO_DATE)])),
        ("examples".into(), words(&["2013", "2013-08", "2013-08-15"])),
    ]
}

fn localised() -> Keywords {
    let texts = Json::Object(vec![word("type", "string")]);
    vec![
        word("title", "Text"),
        word(
            "description",
            "A text by language (BCP 47 tag to text), or a bare string in the record's language.",
        ),
        any_of(vec![
            vec![
                word("description", "A text by language: BCP 47 tag to text."),
                word("type", "object"),
                ("additionalProperties".into(), texts),
            ],
            vec![
                word("description", "A text in the record's language."),
                word("type", "string"),
            ],
        ]),
    ]
}

fn of(shape: &Shape) -> Keywords {
    let number = |value: u64| Json::Number(Number::from(value));
    match shape {
        Shape::Text(kind) => {
            let examples: &[&str] = match *kind {
                "country" => &["BG"],
                "language" => &["bg", "en"],
                "territory" => &["BG424", "SML31"],
                _ => &[],
            };
            let mut schema = vec![word("type", "string")];
            if !examples.is_empty() {
                schema.push(("examples".into(), words(examples)));
            }
            schema
        }
        Shape::Localised => reference("text"),
        Shape::Date => reference("date"),
        Shape::Number => vec![word("type", "number")],
        Shape::Count => vec![
            word("type", "integer"),
            ("minimum".into(), number(0)),
            ("maximum".into(), number((1 << 53) - 1)),
        ],
        Shape::Set { known, open: false } => vec![("enum".into(), words(known))],
        // Editors offer the known words; any other is allowed.
        Shape::Set { known, open: true } => vec![any_of(vec![
            vec![("enum".into(), words(known))],
            vec![word("type", "string")],
        ])],
        Shape::Record(record) => reference(record.name),
        Shape::Party(record) => vec![any_of(vec![
            vec![
                word("const", "initiator"),
                word("description", "The practice's initiator."),
            ],
            reference(record.name),
        ])],
        Shape::List(item) => vec![
            word("type", "array"),
            ("items".into(), Json::Object(of(item))),
        ],
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
    const SCHEMA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/obmen.schema.json");

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

    /// `OBMEN_BLESS=1` writes it.
    #[test]
    fn the_schema_in_docs_is_current() {
        let current = json_schema() + "\n";
        if std::env::var_os("OBMEN_BLESS").is_some() {
            std::fs::write(SCHEMA, current).unwrap();
        } else {
            let written = std::fs::read_to_string(SCHEMA).unwrap();
            assert_eq!(written, current, "OBMEN_BLESS=1 cargo test writes it");
        }
    }

    #[test]
    fn no_pattern_can_run_long() {
        for pattern in [DATE, NO_DATE] {
            assert!(!pattern.contains(['*', '+']) && !pattern.contains(",}"));
        }
        // Nor does any other stand in the schema.
        assert_eq!(json_schema().matches("\"pattern\"").count(), 2);
    }

    #[test]
    fn the_schema_is_json_and_its_references_lead_somewhere() {
        let text = json_schema();
        let schema = Json::parse(&text).unwrap();
        assert!(schema.at("/properties/network/$ref").is_some());
        assert_eq!(
            schema.at("/properties/stated_nominations/title"),
            Some(&Json::from("Stated nominations"))
        );
        for (at, _) in text.match_indices("#/$defs/") {
            let reference = text
                .get(at + 1..)
                .and_then(|rest| rest.split('"').next())
                .unwrap();
            assert!(schema.at(reference).is_some(), "{reference}");
        }
    }
}
