//! Records come out of every form of JSON, wherever the text breaks.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::single_match_else,
    reason = "a test may stop at once"
)]

use std::io::{BufReader, Read};

use obmen::{Context, MAX_RECORD};
use obmen_formats::json::{Error, Form, Record, Records, Writer};
use proptest::prelude::*;

fn records(text: impl AsRef<[u8]>, form: Option<Form>) -> (Vec<Record>, Form) {
    // A tiny buffer, so that everything straddles its edge.
    let source = BufReader::with_capacity(7, text.as_ref());
    let mut records = Records::new(source, form, &Context::default());
    let found = records.by_ref().collect::<Result<_, _>>().unwrap();
    (found, records.form().unwrap())
}

/// Returns for each record its line, its column, its id, else the code of its fault with its place.
fn outline(text: impl AsRef<[u8]>, form: Option<Form>) -> Vec<(usize, usize, String)> {
    let (records, _) = records(text, form);
    let outline = |record: &Record| {
        let found = match &record.reading.practice {
            Some(practice) => practice.id.as_deref().unwrap_or("-").to_owned(),
            None => {
                let found = record.reading.report.iter().next().unwrap();
                let place = found.position.unwrap();
                format!("{} {}:{}", found.code(), place.line, place.column)
            }
        };
        (record.line, record.column, found)
    };
    records.iter().map(outline).collect()
}

fn at(line: usize, column: usize, found: &str) -> (usize, usize, String) {
    (line, column, found.to_owned())
}

#[test]
fn a_bad_line_never_stops_the_lines_after_it() {
    let text = "\u{feff}{\"id\": \"a\"}\r\n\n  {\"id\": \r\n\t[1]\n{\"id\": \"b\"}";
    let expected = [
        at(1, 1, "a"),
        at(3, 3, "shape/not-json 3:9"),
        at(4, 2, "shape/wrong-type 4:2"),
        at(5, 1, "b"),
    ];
    assert_eq!(outline(text, Some(Form::Lines)), expected);
    assert_eq!(outline(text, None), expected);
    let (found, _) = records(text, None);
    assert_eq!(
        found.iter().map(|r| r.number).collect::<Vec<_>>(),
        [1, 2, 3, 4]
    );
    for record in &found {
        let (start, length) = (record.offset as usize, record.length as usize);
        assert_eq!(&text.as_bytes()[start..start + length], record.bytes);
    }
}

#[test]
fn the_form_is_found_from_the_first_lines() {
    let form = |text: &str| records(text, None).1;
    assert_eq!(form("{\"id\": \"a\"}"), Form::Lines);
    assert_eq!(form("{\"id\": \"a\"}\n{}"), Form::Lines);
    assert_eq!(form("\n\n{\n  \"id\": \"a\"\n}\n"), Form::Document);
    assert_eq!(form("{\"source\":\n{\"key\": \"1\"}\n}"), Form::Document);
    assert_eq!(
        form("{\"id\": \"a\", \"title\n{\"id\": \"b\"}\n"),
        Form::Lines
    );
    assert_eq!(form("no JSON\n{\"id\": \"b\"}\n"), Form::Lines);
    assert_eq!(form(" [\n{\"id\": \"a\"}]"), Form::Array);
    assert_eq!(form("\u{feff}[]"), Form::Array);
}

#[test]
fn a_document_is_one_record() {
    let text = " \r\n{\r\n  \"id\": \"a\",\n\n\"x\": 1 }\r\n\n";
    for form in [None, Some(Form::Document)] {
        assert_eq!(outline(text, form), [at(2, 1, "a")]);
        let (found, _) = records(text, form);
        assert!(
            found[0]
                .reading
                .report
                .iter()
                .any(|f| f.code() == "shape/unknown-field" && f.position.unwrap().line == 5)
        );
    }
    assert_eq!(
        outline("", Some(Form::Document)),
        [at(1, 1, "shape/not-json 1:1")]
    );
    assert_eq!(
        outline("\n{} {}", Some(Form::Document)),
        [at(2, 1, "shape/not-json 2:4")]
    );
    assert!(records("", None).0.is_empty());
    // A byte order mark belongs to the record that it stands before.
    assert_eq!(outline("\u{feff}\n{\"id\":\n\"a\"}", None), [at(1, 1, "a")]);
}

#[test]
fn the_elements_of_an_array_stand_where_the_file_has_them() {
    let text = "[ {\"id\": \"а😀\\\"]\"}, {\"id\": \"b\", \"titel\": 1} ,\n{\"id\": },{\"id\": \"c\"}\n]\n";
    let found = [
        at(1, 3, "а😀\"]"),
        at(1, 21, "b"),
        at(2, 1, "shape/not-json 2:8"),
        at(2, 10, "c"),
    ];
    assert_eq!(outline(text, Some(Form::Document)), found);
    let (records, _) = records(text, None);
    let unknown = records[1]
        .reading
        .report
        .iter()
        .find(|f| f.code() == "shape/unknown-field")
        .unwrap();
    let place = unknown.position.unwrap();
    let column = text
        .lines()
        .next()
        .unwrap()
        .split_once(": 1")
        .unwrap()
        .0
        .encode_utf16()
        .count()
        + 3;
    assert_eq!((place.line, place.column), (1, column));
}

#[test]
fn an_array_that_breaks_the_grammar_is_told() {
    let not_json = |line, column| at(line, column, &format!("shape/not-json {line}:{column}"));
    assert_eq!(outline("[]", None), []);
    assert_eq!(outline("[{},]", None), [at(1, 2, "-"), not_json(1, 5)]);
    assert_eq!(outline("[,{}]", None), [not_json(1, 2), at(1, 3, "-")]);
    assert_eq!(outline("[{}\n", None), [at(1, 2, "-"), not_json(2, 1)]);
    assert_eq!(outline("[{}] {}", None), [at(1, 2, "-"), not_json(1, 6)]);
    assert_eq!(
        outline("[{\"id\": [", None),
        [at(1, 2, "shape/not-json 1:10")]
    );
    // A string that was not closed ends with its line, and takes no more with it.
    assert_eq!(
        outline("[{\"id\": \"a\n},\n{\"id\": \"b\"}]", None)[1],
        at(3, 1, "b")
    );
}

#[test]
fn a_record_beyond_the_limit_is_passed_over() {
    let largest = format!("{{\"id\": \"a\"{}}}", " ".repeat(MAX_RECORD - 11));
    assert_eq!(largest.len(), MAX_RECORD);
    let larger = format!("{{\"id\": \"a\"{}}}", " ".repeat(MAX_RECORD - 10));
    let lines = format!("{larger}\r\n{largest}\r\n{{\"id\": \"b\"}}");
    let array = format!("[{larger},{largest},{{\"id\": \"b\"}}]");
    let codes = |text: &str| -> Vec<String> {
        let records = Records::new(text.as_bytes(), None, &Context::default());
        records
            .map(|record| {
                let record = record.unwrap();
                if record.reading.practice.is_none() {
                    assert!(record.bytes.is_empty());
                    assert_eq!(record.length, MAX_RECORD as u64 + 1);
                }
                let reading = record.reading;
                let id = reading.practice.and_then(|practice| practice.id);
                id.map_or_else(
                    || reading.report.iter().next().unwrap().code().to_owned(),
                    Into::into,
                )
            })
            .collect()
    };
    assert_eq!(codes(&lines), ["shape/too-large", "a", "b"]);
    assert_eq!(codes(&array), ["shape/too-large", "a", "b"]);
}

#[test]
fn a_source_that_fails_is_an_error_and_the_end() {
    struct Failing;
    impl Read for Failing {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("gone"))
        }
    }
    let source = BufReader::new("{\"id\": \"a\"}\n{".as_bytes().chain(Failing));
    let mut records = Records::new(source, Some(Form::Lines), &Context::default());
    assert!(records.next().unwrap().is_ok());
    assert!(matches!(records.next(), Some(Err(Error::Read(_)))));
    assert!(records.next().is_none());
}

#[test]
fn what_is_written_is_read_again() {
    let (found, _) = records(
        "{\"id\": \"a\", \"title\": {\"bg\": \"А\\nБ\"}}\n{\"id\": \"b\"}",
        None,
    );
    for form in [Form::Lines, Form::Array, Form::Document] {
        let mut writer = Writer::new(Vec::new(), form);
        let count = if form == Form::Document { 1 } else { 2 };
        for record in found.iter().take(count) {
            writer
                .write(record.reading.practice.as_ref().unwrap())
                .unwrap();
        }
        assert_eq!(writer.written(), count);
        let text = writer.finish().unwrap();
        let (again, found_form) = records(&text, None);
        assert_eq!(found_form, form);
        let practices = |records: &[Record]| -> Vec<_> {
            records
                .iter()
                .take(count)
                .map(|record| record.reading.practice.clone())
                .collect()
        };
        assert_eq!(practices(&again), practices(&found));
        assert!(text.ends_with(b"\n"));
    }
    assert_eq!(
        Writer::new(Vec::new(), Form::Array).finish().unwrap(),
        b"[]\n"
    );
}

proptest! {
    #[test]
    fn any_bytes_are_read_to_their_end(bytes: Vec<u8>, form in 0..3) {
        let form = [None, Some(Form::Lines), Some(Form::Document)][form as usize];
        let mut last = 0;
        for record in Records::new(&bytes[..], form, &Context::default()) {
            let record = record.unwrap();
            prop_assert!(record.offset >= last);
            last = record.offset + record.length;
            prop_assert!(last <= bytes.len() as u64);
        }
    }

    #[test]
    fn any_text_of_brackets_is_read_to_its_end(text in "[\\[\\]{},:\"\\\\ \n1a]{0,40}") {
        for form in [None, Some(Form::Lines), Some(Form::Document)] {
            for record in records(&text, form).0 {
                let (start, length) = (record.offset as usize, record.length as usize);
                prop_assert_eq!(&text.as_bytes()[start..start + length], &record.bytes[..]);
            }
        }
    }

    #[test]
    fn every_record_comes_out(ids in proptest::collection::vec("[a-zа-я\"\\\\\n,\\[\\]{}😀]{1,12}", 1..8), blank in 0..3_usize) {
        let line = |id: &String| serde_json::json!({"id": id}).to_string();
        let lines: Vec<String> = ids.iter().map(line).collect();
        let text = lines.join(&"\n".repeat(1 + blank)) + "\n";
        let array = format!("[{}]", lines.join(" , "));
        for (text, form) in [(&text, Some(Form::Lines)), (&text, None), (&array, None), (&array, Some(Form::Document))] {
            let found: Vec<String> = records(text, form).0.into_iter()
                .map(|record| record.reading.practice.unwrap().id.unwrap().into_owned()).collect();
            prop_assert_eq!(&found, &ids);
        }
    }
}
