//! SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format): a log of one run.

use obmen::check::{
    Arguments, Diagnostic, JsonText, Language, Locate, Operation, Position, Rule, Severity, Span,
    Texts,
};
use obmen::value::Json;
use serde::Serialize;

use super::{Found, after, end, rules, words};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What closes a log after its results.
pub(super) const TAIL: &str = "\n]}]}\n";

/// Returns the beginning of a log, up to its first result: the tool and its rules.
pub(super) fn head(language: Language) -> String {
    let tag = match language {
        Language::En => "en",
        Language::Bg => "bg",
    };
    let tool = Tool {
        driver: Driver {
            name: "obmen",
            version: env!("CARGO_PKG_VERSION"),
            semantic_version: env!("CARGO_PKG_VERSION"),
            language: tag,
            rules: rules().map(|rule| descriptor(rule, language)).collect(),
        },
    };
    format!(
        r#"{{"$schema":"{SCHEMA}","version":"2.1.0","runs":[{{"tool":{},"language":"{tag}","columnKind":"utf16CodeUnits","results":["#,
        json(&tool)
    )
}

/// Returns one result a finding, each on one line.
pub(super) fn results(found: &Found<'_>, language: Language) -> Vec<String> {
    let artifact = Artifact {
        uri: uri(found.file),
    };
    let mut edits = edits(found);
    found
        .report
        .iter()
        .enumerate()
        .map(|(at, finding)| {
            let replacement = edits.get_mut(at).and_then(Option::take);
            json(&result(found, finding, replacement, &artifact, language))
        })
        .collect()
}

fn result<'a>(
    found: &Found<'a>,
    finding: &'a Diagnostic,
    replacement: Option<Replacement>,
    artifact: &'a Artifact,
    language: Language,
) -> Finding<'a> {
    let id = found.id;
    let described = finding.fix.as_ref().map(|fix| {
        let title = finding.rule.fix_title(&finding.arguments, language);
        (title, fix.safety.as_str(), &*fix.patch)
    });
    let (fixes, patch) = match (described, replacement) {
        (None, _) => (Vec::new(), None),
        (Some((text, safety, _)), Some(replacement)) => {
            let change = Change {
                artifact_location: artifact,
                replacements: [replacement],
            };
            let fix = Fix {
                description: Message { text },
                artifact_changes: [change],
                properties: Safety { safety },
            };
            (vec![fix], None)
        }
        (Some((title, safety, patch)), None) => {
            let patch = Proposal {
                title,
                safety,
                patch,
            };
            (Vec::new(), Some(patch))
        }
    };
    Finding {
        rule_id: finding.code(),
        rule_index: rules().position(|rule| rule.code == finding.code()),
        level: level(finding.severity),
        message: Message {
            text: words(finding, language),
        },
        locations: [Location {
            physical_location: Physical {
                artifact_location: artifact,
                region: finding
                    .position
                    .map(|start| Region::of(start, end(finding, found.text))),
            },
            logical_locations: [Logical {
                fully_qualified_name: &finding.pointer,
                kind: "value",
            }],
        }],
        partial_fingerprints: Fingerprints {
            record: fingerprint(found, finding),
        },
        fixes,
        properties: Properties {
            record: found.record,
            id,
            arguments: &finding.arguments,
            fix: patch,
        },
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

fn descriptor(rule: &'static Rule, language: Language) -> Descriptor {
    let text = |texts: Texts| Message {
        text: texts.in_general(language),
    };
    let why = text(rule.why);
    Descriptor {
        id: rule.code,
        short_description: text(rule.message),
        // Empty where the reasons are not built in.
        full_description: (!why.text.is_empty()).then_some(why),
        help: text(rule.help),
        default_configuration: Configuration {
            level: level(rule.severity),
        },
        properties: Edition { since: rule.since },
    }
}

/// Returns a file as a reference (RFC 3986): relative as it was named, or `file:`.
fn uri(file: &str) -> String {
    let path = file.replace(std::path::MAIN_SEPARATOR, "/");
    let mut out = String::new();
    if std::path::Path::new(file).is_absolute() {
        out.push_str(if path.starts_with('/') {
            "file://"
        } else {
            "file:///"
        });
    }
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for half in [byte >> 4, byte & 15] {
                out.extend(
                    char::from_digit(u32::from(half), 16).map(|digit| digit.to_ascii_uppercase()),
                );
            }
        }
    }
    out
}

/// Returns what stays the same when a finding's record moves in its file: FNV-1a of the record's id, else
/// its number, of the code, the pointer and the arguments.
fn fingerprint(found: &Found<'_>, finding: &Diagnostic) -> String {
    let number = found.record.to_string();
    let arguments = json(&finding.arguments);
    let parts = [
        found.id.unwrap_or(&number),
        finding.code(),
        &finding.pointer,
        &arguments,
    ];
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in parts.iter().flat_map(|part| part.bytes().chain([0])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}")
}

/// Returns for each finding its fix as a replacement of text, where it can be one.
///
/// The text has to hold what the patch takes to stand there: the patch is one of the record as `write`
/// gives it, where a bare string, say, stands deeper.
fn edits(found: &Found<'_>) -> Vec<Option<Replacement>> {
    let fixes: Vec<Option<Edit<'_>>> = found.report.iter().map(Edit::of).collect();
    let asked: Vec<(&str, usize)> = fixes.iter().flatten().map(|edit| (edit.path, 0)).collect();
    if asked.is_empty() {
        return Vec::new();
    }
    let mut spans = JsonText(found.text).locate(&asked).into_iter();
    let edits: Vec<Option<(Span, String)>> = fixes
        .iter()
        .map(|edit| {
            let edit = edit.as_ref()?;
            edit.in_text(found.text, spans.next().flatten()?)
        })
        .collect();
    let mut bytes: Vec<usize> = edits
        .iter()
        .flatten()
        .flat_map(|(span, _)| [span.start, span.end])
        .collect();
    let places = places(found, &mut bytes);
    let place = |byte: usize| {
        let at = bytes.binary_search(&byte).ok()?;
        places.get(at).copied()
    };
    edits
        .into_iter()
        .map(|edit| {
            let (span, text) = edit?;
            Some(Replacement {
                deleted_region: Region::of(place(span.start)?, place(span.end)),
                inserted_content: (!text.is_empty()).then_some(Message { text }),
            })
        })
        .collect()
}

/// Sorts the bytes, and returns the place of each in the file, in one pass over the text.
fn places(found: &Found<'_>, bytes: &mut Vec<usize>) -> Vec<Position> {
    bytes.sort_unstable();
    bytes.dedup();
    let mut place = Position {
        line: found.line,
        column: found.column,
    };
    // A byte order mark takes no column.
    let mut at = found.text.len() - found.text.trim_start_matches('\u{feff}').len();
    bytes
        .iter()
        .map(|byte| {
            place = after(place, found.text.get(at..*byte).unwrap_or_default());
            at = *byte;
            place
        })
        .collect()
}

/// A patch that sets one value or takes one away, after a test of what stands there.
struct Edit<'a> {
    path: &'a str,
    old: &'a Json<'static>,
    /// The new value; `None` when the old one goes.
    new: Option<&'a Json<'static>>,
}

impl<'a> Edit<'a> {
    fn of(finding: &'a Diagnostic) -> Option<Edit<'a>> {
        let [Operation::Test { path, value: old }, change] = &*finding.fix.as_ref()?.patch else {
            return None;
        };
        let new = match change {
            Operation::Replace { path: at, value } if at == path => Some(value),
            Operation::Remove { path: at } if at == path => None,
            _ => return None,
        };
        Some(Edit { path, old, new })
    }

    /// Returns the edit as bytes that give way to a text.
    fn in_text(&self, text: &str, span: Span) -> Option<(Span, String)> {
        let stands = Json::parse(text.get(span.clone())?).ok()?;
        if !stands.same(self.old) {
            return None;
        }
        match self.new {
            Some(new) => Some((span, new.to_string())),
            None => Some((self.whole(text, span)?, String::new())),
        }
    }

    /// Returns a field or element with the comma that has to go with it.
    fn whole(&self, text: &str, span: Span) -> Option<Span> {
        let name = self.path.rsplit_once('/')?.1;
        let mut before = text.get(..span.start)?.trim_end();
        if let Some(key) = before.strip_suffix(':') {
            let key = key.trim_end();
            let start = opening_quote(key)?;
            let Ok(Json::String(written)) = Json::parse(key.get(start..)?) else {
                return None;
            };
            // The place of an ancestor is not that of the value.
            if obmen::check::escape(&written) != name {
                return None;
            }
            before = text.get(..start)?.trim_end();
        } else if !name.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        if let Some(rest) = before.strip_suffix(',') {
            return Some(rest.len()..span.end);
        }
        let after = text.get(span.end..)?;
        let rest = after.trim_start().strip_prefix(',').map(str::trim_start);
        let end = rest.map_or(span.end, |rest| text.len() - rest.len());
        before
            .ends_with(['{', '['])
            .then(|| start_of(text, before)..end)
    }
}

/// Returns the byte where what follows a beginning of the text starts, white space passed over.
fn start_of(text: &str, before: &str) -> usize {
    let rest = text.get(before.len()..).unwrap_or_default();
    text.len() - rest.trim_start().len()
}

/// Returns where the string begins that a text ends with.
fn opening_quote(text: &str) -> Option<usize> {
    let inside = text.strip_suffix('"')?;
    inside.rmatch_indices('"').map(|(at, _)| at).find(|at| {
        let before = inside.get(..*at).unwrap_or_default();
        let backslashes = before.len() - before.trim_end_matches('\\').len();
        backslashes % 2 == 0
    })
}

fn json(value: &impl Serialize) -> String {
    // Nothing in it fails to be JSON.
    serde_json::to_string(value).unwrap_or_default()
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    language: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    short_description: Message,
    #[serde(skip_serializing_if = "Option::is_none")]
    full_description: Option<Message>,
    help: Message,
    default_configuration: Configuration,
    properties: Edition,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Edition {
    since: u32,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding<'a> {
    rule_id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Message,
    locations: [Location<'a>; 1],
    partial_fingerprints: Fingerprints,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Fix<'a>>,
    properties: Properties<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    physical_location: Physical<'a>,
    logical_locations: [Logical<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical<'a> {
    artifact_location: &'a Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<usize>,
}

impl Region {
    fn of(start: Position, end: Option<Position>) -> Region {
        Region {
            start_line: start.line,
            start_column: start.column,
            end_line: end.map(|end| end.line),
            end_column: end.map(|end| end.column),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Logical<'a> {
    fully_qualified_name: &'a str,
    kind: &'static str,
}

#[derive(Serialize)]
struct Fingerprints {
    #[serde(rename = "obmenFinding/v1")]
    record: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fix<'a> {
    description: Message,
    artifact_changes: [Change<'a>; 1],
    properties: Safety,
}

#[derive(Serialize)]
struct Safety {
    safety: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'a> {
    artifact_location: &'a Artifact,
    replacements: [Replacement; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement {
    deleted_region: Region,
    #[serde(skip_serializing_if = "Option::is_none")]
    inserted_content: Option<Message>,
}

#[derive(Serialize)]
struct Properties<'a> {
    record: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    arguments: &'a Arguments,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Proposal<'a>>,
}

#[derive(Serialize)]
struct Proposal<'a> {
    title: String,
    safety: &'static str,
    patch: &'a [Operation<'static>],
}
