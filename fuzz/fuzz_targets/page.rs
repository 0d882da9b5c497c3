//! Any bytes are read as a page; the record that comes of it is written and read again as the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use obmen::Context;
use obmen::check::Language;

fuzz_target!(|bytes: &[u8]| {
    let context = Context::default();
    let reading = obmen_formats::page::read(bytes, &context);
    for found in &reading.report {
        assert!(!found.message(Language::Bg).is_empty());
    }
    for evidence in &reading.evidence {
        assert!(reading.text.get(evidence.span.clone()).is_some(), "{evidence:?}");
    }
    let Some(practice) = reading.practice else { return };
    let written = obmen::write(&practice);
    let again = obmen::read(written.as_bytes(), &context);
    assert_eq!(again.practice.as_ref(), Some(&practice), "{written}");
});
