//! Any bytes are read; what was read is written and read again as the same; every report mends.
#![no_main]

use libfuzzer_sys::fuzz_target;
use obmen::Context;
use obmen::check::{Language, Safety, Severity};

fuzz_target!(|bytes: &[u8]| {
    let context = Context::default();
    let reading = obmen::read(bytes, &context);
    for found in &reading.report {
        assert!(found.position.is_some(), "{found:?}");
        assert!(found.span.clone().is_some_and(|span| span.end <= bytes.len()));
        assert!(!found.message(Language::Bg).is_empty());
    }
    let Some(practice) = reading.practice else {
        assert!(reading.report.has_errors());
        return;
    };
    let written = obmen::write(&practice);
    let again = obmen::read(written.as_bytes(), &context);
    // What is written may be longer than what was read, and so pass a limit of size.
    if again.practice.is_some() || written.len() <= bytes.len() {
        assert_eq!(again.practice.as_ref(), Some(&practice), "{written}");
    }
    for safety in [Safety::Certain, Safety::Suggested] {
        let mended = reading.report.mend(&practice, &context, safety);
        assert!(mended.report.count(Severity::Error) <= reading.report.count(Severity::Error));
        let again = mended.report.mend(&mended.practice, &context, safety);
        assert_eq!(again.applied, 0, "{}", obmen::write(&mended.practice));
    }
});
