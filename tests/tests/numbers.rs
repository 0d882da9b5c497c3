//! Numbers in text and in objects: one judgement, and no whole number that loses digits unseen.

use obmen::model::Practice;
use obmen::{Context, read, write};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};

const PRECISION: &str = "results/quantity-precision";

/// The record whose budget is this number.
fn text(number: &str) -> String {
    format!(r#"{{"project": {{"budget": {{"amount": {number}}}}}}}"#)
}

fn places(report: &obmen::Report) -> Vec<&str> {
    let imprecise = report.iter().filter(|found| found.code() == PRECISION);
    imprecise.map(|found| &*found.pointer).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn a_text_and_an_object_get_one_judgement(number in "[1-9][0-9]{0,24}|-?(0|[1-9][0-9]{0,17})\\.[0-9]{1,20}(e-?[0-9]{1,2})?") {
        let context = Context::default();
        let reading = read(text(&number).as_bytes(), &context);
        // As Python has it, with whole numbers of its own, and as JavaScript has it, where all are doubles.
        let object: Value = serde_json::from_str(&text(&number)).unwrap();
        let doubles = json!({"project": {"budget": {"amount": number.parse::<f64>().unwrap()}}});
        for object in [object, doubles] {
            let practice = Practice::deserialize(&object).unwrap();
            let report = practice.check(&context);
            prop_assert_eq!(places(&report), places(&reading.report));
        }
    }

    #[test]
    fn no_whole_number_loses_digits_unseen(number in "[1-9][0-9]{0,24}|[1-9]0{10,24}[1-9]") {
        let reading = read(text(&number).as_bytes(), &Context::default());
        let written = write(reading.practice.as_ref().unwrap());
        let kept = written.contains(&format!("\"amount\":{number}}}"));
        prop_assert!(kept || places(&reading.report) == ["/project/budget/amount"], "{}", written);
    }
}
