//! A record and what was found in it, as a JSON object.

use obmen::Report;
use obmen::check::Language;
use serde::{Serialize, Serializer};

use super::Found;

#[derive(Serialize)]
struct Object<'a> {
    file: &'a str,
    record: usize,
    line: usize,
    id: Option<&'a str>,
    diagnostics: Findings<'a>,
}

struct Findings<'a> {
    report: &'a Report,
    language: Language,
}

impl Serialize for Findings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(
            self.report
                .iter()
                .map(|found| found.in_language(self.language)),
        )
    }
}

/// Returns the object, on one line.
pub(super) fn object(found: &Found<'_>, language: Language) -> String {
    let object = Object {
        file: found.file,
        record: found.record,
        line: found.line,
        id: found.id,
        diagnostics: Findings {
            report: found.report,
            language,
        },
    };
    // Nothing in it fails to be JSON.
    serde_json::to_string(&object).unwrap_or_default()
}
