//! Answers questions, for `scripts/oracles` to compare with what others say: a line of JSON in, a line out.
//!
//! `{"kind": "identifier", "scheme": "BG-EIK", "value": "130 007 884"}` is answered by
//! `{"canonical": "130007884"}`. A kind is one arm of [`answer`]; the question is an object of strings.

use std::io::{BufRead, Write};

use obmen::check::{Argument, Language, Safety};
use obmen::nomination::{Act, Entry, Hex, Hour};
use obmen::value::identifier::{Refusal, read};
use obmen::value::{Joined, Json, Number, PartialDate, Phone, list};
use obmen_nominations::leaf_hash;
use obmen_nominations::log::{Checkpoint, Line, Note, SigningKey, TileBuilder, VerifierKey};

/// A field of the question; empty when it is absent.
fn field<'a>(question: &'a Json<'_>, name: &str) -> &'a str {
    question
        .get(name)
        .and_then(Json::as_str)
        .unwrap_or_default()
}

/// An object of strings.
fn object<const N: usize>(fields: [(&'static str, String); N]) -> Json<'static> {
    Json::Object(
        fields
            .map(|(key, value)| (key.into(), Json::String(value.into())))
            .into(),
    )
}

fn answer(question: &Json<'_>) -> Json<'static> {
    let of = |name| field(question, name);
    match of("kind") {
        "date" => date(of("value")),
        "identifier" => identifier(of("scheme"), of("value")),
        "egn" => object([("valid", obmen::value::is_egn(of("value")).to_string())]),
        "number" => number(of("value")),
        "written-number" => written_number(of("value")),
        "list" => lists(of("value")),
        "phone" => phone(of("value"), of("country")),
        "written-date" => written_date(of("value")),
        "sign-note" => told("note", sign_note(of("key"), of("text"), of("time"))),
        "tiles" => tiles(of("size").parse().unwrap_or_default()),
        "verify-note" => told("time", verify_note(of("key"), of("note"))),
        other => object([("error", format!("no kind {other}"))]),
    }
}

/// What is answered, or the code of what is refused.
fn told(name: &'static str, answer: Result<String, obmen_nominations::Refusal>) -> Json<'static> {
    match answer {
        Ok(answer) => object([(name, answer)]),
        Err(refusal) => object([("code", refusal.code().to_owned())]),
    }
}

/// The static files of a log of a size, of which every ninth line was erased, and the checkpoint over it.
fn tiles(size: u64) -> Json<'static> {
    let origin = "tiles.example.bg";
    let mut tiles = TileBuilder::new(0);
    let mut files = Vec::new();
    for seq in 0..size {
        let act = Act::Withdraw {
            target: leaf_hash(&seq.to_be_bytes()),
            token: leaf_hash(b"secret"),
        };
        let entry = Entry {
            origin: origin.into(),
            seq,
            hour: Hour::at(1_772_442_000),
            edition: format!("2026-spring@{}", "ab".repeat(32)).into(),
            salt: Hex([5; 16]),
            act,
        };
        let line = match entry.to_json() {
            line if seq % 9 == 8 => Line::redacted(leaf_hash(line.as_bytes())),
            line => line,
        };
        files.extend(tiles.push(line.as_bytes()).into_iter().flatten());
    }
    files.extend(tiles.partial());
    let (origin, head) = (origin.to_owned(), tiles.head());
    let checkpoint = Checkpoint { origin, head }.to_string();
    let files = files.into_iter().map(|(path, bytes)| {
        let bytes = data_encoding::BASE64.encode(&bytes);
        (path.into(), Json::String(bytes.into()))
    });
    let checkpoint = ("checkpoint".into(), Json::String(checkpoint.into()));
    Json::Object(files.chain([checkpoint]).collect())
}

/// A text as a key signs it.
fn sign_note(key: &str, text: &str, time: &str) -> Result<String, obmen_nominations::Refusal> {
    let mut note = Note::new(text)?;
    note.sign(&SigningKey::read(key)?, time.parse().unwrap_or_default())?;
    Ok(note.to_string())
}

/// The time that the signature of a key tells.
fn verify_note(key: &str, note: &str) -> Result<String, obmen_nominations::Refusal> {
    let time = Note::read(note)?.verify(&VerifierKey::read(key)?)?;
    Ok(time.to_string())
}

/// A day as ISO 8601 writes it, read and written again; the code of what is wrong otherwise.
fn date(value: &str) -> Json<'static> {
    match value.parse::<PartialDate>() {
        Ok(date) => object([("canonical", date.to_string())]),
        Err(invalid) => object([("code", invalid.code.to_owned())]),
    }
}

/// The canonical form of a number; else the code of what is wrong, and the number that is surely meant.
fn identifier(scheme: &str, value: &str) -> Json<'static> {
    match read(scheme, value) {
        Ok(canonical) => object([("canonical", canonical.into_owned())]),
        Err(refusal) => {
            let code = ("code", refusal.code().to_owned());
            match refusal {
                Refusal::Format {
                    better: Some((better, Safety::Certain)),
                    ..
                } => object([code, ("better", better)]),
                _ => object([code]),
            }
        }
    }
}

/// A date as people write it: in ISO 8601 and in words; nothing when it is none.
fn written_date(value: &str) -> Json<'static> {
    match PartialDate::from_written(value) {
        Some(date) => object([
            ("canonical", date.to_string()),
            ("bg", date.written(Language::Bg)),
            ("en", date.written(Language::En)),
        ]),
        None => object([]),
    }
}

/// A number as people write it in each language.
fn number(value: &str) -> Json<'static> {
    match value.parse().ok().and_then(Number::new) {
        Some(number) => object([
            ("bg", number.written(Language::Bg)),
            ("en", number.written(Language::En)),
        ]),
        None => object([]),
    }
}

/// What a written number means in each language, as JSON.
fn written_number(value: &str) -> Json<'static> {
    let read = |language| {
        Number::from_written(value, language).map_or_else(String::new, |number| number.to_string())
    };
    object([("bg", read(Language::Bg)), ("en", read(Language::En))])
}

/// The letters of a text as a list in each language.
fn lists(value: &str) -> Json<'static> {
    let items: Vec<String> = value.chars().map(String::from).collect();
    object([
        ("bg", list(&items, Joined::And, Language::Bg)),
        ("en", list(&items, Joined::And, Language::En)),
        ("bg-or", list(&items, Joined::Or, Language::Bg)),
        ("en-or", list(&items, Joined::Or, Language::En)),
    ])
}

/// A telephone number in the form of E.164; the reason why it is none otherwise.
fn phone(value: &str, country: &str) -> Json<'static> {
    match Phone::from(value).number(Some(country)) {
        Ok(number) => object([("canonical", number.to_string())]),
        Err(invalid) => match invalid.arguments.get("reason") {
            Some(Argument::Term(reason)) => object([("reason", reason.code.to_owned())]),
            _ => object([]),
        },
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        writeln!(out, "{}", answer(&Json::parse(&line)?))?;
    }
    Ok(out.flush()?)
}
