//! Workflow commands of GitHub Actions (docs.github.com, "Workflow commands for GitHub Actions"):
//! `::error file=…,line=…,endLine=…,col=…,endColumn=…,title=…::message`.

use std::fmt::Write;

use obmen::check::{Language, Severity};

use super::{Found, end, words};

/// Returns one command a finding, each on a line.
pub(super) fn commands(found: &Found<'_>, language: Language) -> String {
    let mut out = String::new();
    for finding in found.report {
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "notice",
        };
        // Writing to a string does not fail.
        let _ = write!(out, "::{command} file={}", property(found.file));
        if let Some(start) = finding.position {
            let _ = write!(out, ",line={},col={}", start.line, start.column);
            // A column that ends on another line means nothing to GitHub.
            if let Some(end) = end(finding, found.text).filter(|end| end.line == start.line) {
                let _ = write!(out, ",endColumn={}", end.column);
            }
        }
        let place = match &*finding.pointer {
            "" => String::new(),
            pointer => format!("{pointer}: "),
        };
        let _ = writeln!(
            out,
            ",title={}::{}",
            property(finding.code()),
            data(&(place + &words(finding, language)))
        );
    }
    out
}

/// Escapes the value of a property, which a comma or a colon would end.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// Escapes a message, which the end of its line would end.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_its_property_or_its_line() {
        assert_eq!(property("a,b:c%2C\r\n.json"), "a%2Cb%3Ac%252C%0D%0A.json");
        assert_eq!(data("50 %: a,b\n::error::"), "50 %25: a,b%0A::error::");
    }
}
