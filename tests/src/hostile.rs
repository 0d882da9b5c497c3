//! Reads one hostile input, named by the argument, and prints a line of what it cost: milliseconds,
//! the peak memory of this process in KiB (0 where the system does not tell), the bytes read, and the
//! codes found. Without an argument it prints the names.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::time::Instant;

const MIB: usize = 1 << 20;

/// A text of one part repeated; `#` in the part becomes its number.
struct Hostile {
    name: &'static str,
    before: &'static str,
    part: &'static str,
    after: &'static str,
    /// The values of one part.
    values: usize,
    /// How long the text is at least.
    size: usize,
}

const fn hostile(
    name: &'static str,
    [before, part, after]: [&'static str; 3],
    values: usize,
) -> Hostile {
    Hostile {
        name,
        before,
        part,
        after,
        values,
        size: 10 * MIB,
    }
}

/// Broken or oversized texts of one value or none.
const WHOLE: &[Hostile] = &[
    Hostile {
        size: 100_000,
        ..hostile("brackets", ["", "[", ""], 0)
    },
    Hostile {
        size: 500_000,
        ..hostile("objects", ["", r#"{"a":"#, ""], 0)
    },
    Hostile {
        size: 50 * MIB,
        ..hostile("string", [r#"{"title": ""#, "обмен ", r#""}"#], 0)
    },
    Hostile {
        size: 50 * MIB,
        ..hostile("bare-string", ["\"", "a", "\""], 0)
    },
    Hostile {
        size: 15 * MIB,
        ..hostile("long-text", [r#"{"summary": ""#, "обмен ", r#""}"#], 0)
    },
    Hostile {
        size: MIB,
        ..hostile("words", [r#"{"summary": ""#, "слово# ", r#""}"#], 0)
    },
];

/// Texts of many values, each of them a fault or the size of one.
const PARTS: &[Hostile] = &[
    hostile("unknown-fields", ["{", r#""x#":1,"#, r#""y":1}"#], 1),
    hostile("unknown-field", ["{", r#""":1,"#, r#""y":1}"#], 1),
    hostile("duplicates", ["{", r#""id":1,"#, r#""id":1}"#], 1),
    hostile(
        "wrong-types",
        [r#"{"network":{"members":["#, r#"{"role":1},"#, r"1]}}"],
        2,
    ),
    hostile("array-misfits", [r#"{"themes":["#, "1,", "1]}"], 1),
    hostile("nulls", [r#"{"themes":["#, "null,", "null]}"], 1),
    hostile(
        "empty-texts",
        [r#"{"objectives":["#, r#""","#, r#"""]}"#],
        1,
    ),
    hostile(
        "empty-items",
        [r#"{"results":{"items":["#, "{},", "{}]}}"],
        1,
    ),
    hostile(
        "empty-parties",
        [
            r#"{"network":{"members":["#,
            r#"{"organisation":{}},"#,
            "{}]}}",
        ],
        2,
    ),
    hostile(
        "languages",
        [r#"{"title":{"#, r##""#":"","##, r#""bg":""}}"#],
        1,
    ),
    hostile(
        "repeated-languages",
        [r#"{"title":{"#, r#""a":"","#, r#""bg":""}}"#],
        1,
    ),
    hostile("nested-unknown", [r#"{"x":["#, "[],", "[]]}"], 1),
    hostile(
        "members",
        [
            r#"{"network":{"members":["#,
            r#"{"role":"partner","organisation":{"name":{"bg":"n#"}}},"#,
            "{}]}}",
        ],
        5,
    ),
    hostile(
        "same-member",
        [
            r#"{"network":{"members":["#,
            r#"{"role":"partner","organisation":{"name":{"bg":"n"}}},"#,
            "{}]}}",
        ],
        5,
    ),
    hostile(
        "identifiers",
        [
            r#"{"initiator":{"identifiers":["#,
            r##"{"scheme":"BG-EIK","value":"#"},"##,
            r#"{}]},"network":{"members":[{"organisation":"initiator"},{"organisation":"initiator"}]}}"#,
        ],
        3,
    ),
    hostile(
        "links",
        [
            r#"{"media":["#,
            r#"{"url":"http://a.b.c.d.h#.example/"},"#,
            r"{}]}",
        ],
        2,
    ),
    hostile(
        "hosts",
        [
            r#"{"title":{"bg":"a"},"network":{"members":["#,
            r#"{"organisation":{"website":"http://h#.example/"}},"#,
            r#"{}]},"media":[{"url":"http://m.example"}]}"#,
        ],
        3,
    ),
];

impl Hostile {
    /// The text of at least `size` bytes and at most `values` values of its parts.
    fn text(&self, values: usize) -> String {
        let mut text = self.before.to_owned();
        let (first, second) = self.part.split_once('#').unwrap_or((self.part, ""));
        let most = values.checked_div(self.values).unwrap_or(usize::MAX);
        for number in 0..most {
            if text.len() >= self.size {
                break;
            }
            text.push_str(first);
            if self.part.contains('#') {
                // Writing to a string does not fail.
                let _ = write!(text, "{number}");
            }
            text.push_str(second);
        }
        text + self.after
    }
}

/// The inputs by name; those of many values both beyond the limit of values and just within it.
fn inputs() -> impl Iterator<Item = (String, &'static Hostile, usize)> {
    let within = obmen::MAX_VALUES - 16;
    WHOLE
        .iter()
        .chain(PARTS)
        .map(|hostile| (hostile.name.to_owned(), hostile, usize::MAX))
        .chain(
            PARTS
                .iter()
                .map(move |hostile| (format!("{}-within", hostile.name), hostile, within)),
        )
}

/// The most memory that this process has used, in KiB.
fn peak() -> usize {
    std::fs::read_to_string("/proc/self/status")
        .ok()
        .and_then(|status| {
            let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
            line.split_whitespace().nth(1)?.parse().ok()
        })
        .unwrap_or(0)
}

fn main() {
    let Some(name) = std::env::args().nth(1) else {
        inputs().for_each(|(name, ..)| println!("{name}"));
        return;
    };
    let Some((_, hostile, values)) = inputs().find(|(known, ..)| *known == name) else {
        eprintln!("hostile: no input is called `{name}`");
        std::process::exit(2);
    };
    let text = hostile.text(values);
    let start = Instant::now();
    let reading = obmen::read(text.as_bytes(), &obmen::Context::default());
    let took = start.elapsed().as_millis();
    let codes: BTreeSet<_> = reading.report.iter().map(obmen::Diagnostic::code).collect();
    let codes: Vec<_> = codes.into_iter().collect();
    println!("{took} {} {} {}", peak(), text.len(), codes.join(","));
}
