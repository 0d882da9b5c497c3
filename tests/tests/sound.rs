//! Sound records stay silent, hints and all; what they hold reaches every part of the format.

use std::collections::BTreeSet;

use obmen::model::{Practice, RecordInfo, Shape};
use obmen::value::{Date, Json};
use obmen::{Context, read};
use obmen_tests::sound;

use crate::vectors::parsed;

const RECORDS: u64 = 500;

#[test]
fn no_rule_fires_on_a_sound_record() {
    let context = Context::on(Date::new(2026, 11, 24).unwrap());
    let mut wrong = Vec::new();
    for number in 0..RECORDS {
        let text = sound::record(number);
        let reading = read(text.as_bytes(), &context);
        wrong.extend(
            reading
                .report
                .iter()
                .map(|found| format!("{number}: {found:?}\n")),
        );
        if reading.report.is_empty() {
            reading.into_sound().unwrap();
        }
    }
    assert!(
        wrong.is_empty(),
        "{} findings: {}",
        wrong.len(),
        wrong.concat()
    );
}

/// Adds the fields that a value holds, each with its noun.
fn fields(value: &Json<'_>, record: &'static RecordInfo, seen: &mut BTreeSet<String>) {
    let Json::Object(values) = value else { return };
    for (key, value) in values {
        let field = record
            .fields
            .iter()
            .find(|field| field.name == key)
            .unwrap();
        seen.insert(format!("{}.{key}", record.name));
        let inside = |shape: &Shape, value, seen: &mut _| match shape {
            Shape::Record(inner) | Shape::Party(inner) => fields(value, inner, seen),
            _ => {}
        };
        match (field.shape, value) {
            (Shape::List(of), Json::Array(items)) => {
                items.iter().for_each(|item| inside(of, item, seen))
            }
            (shape, value) => inside(&shape, value, seen),
        }
    }
}

fn all(record: &'static RecordInfo, known: &mut BTreeSet<String>) {
    for field in record.fields {
        if known.insert(format!("{}.{}", record.name, field.name)) {
            let shape = match field.shape {
                Shape::List(of) => *of,
                shape => shape,
            };
            if let Shape::Record(inner) | Shape::Party(inner) = shape {
                all(inner, known);
            }
        }
    }
}

#[test]
fn sound_records_fill_every_field() {
    let (mut known, mut seen) = (BTreeSet::new(), BTreeSet::new());
    all(Practice::INFO, &mut known);
    for number in 0..RECORDS {
        fields(&parsed(&sound::record(number)), Practice::INFO, &mut seen);
    }
    // What was merged into another record is not shown.
    known.remove("practice.replaced_by");
    assert_eq!(seen, known);
}
