//! What others offer for the same work: structs with the attributes of garde and of validator, and the
//! JSON Schema judged by the crate `jsonschema`.
//!
//! Each is given the rules that its own validators, the standard library and a function of a few lines
//! express; none that needs a table of facts, another crate, or obmen. What they cannot tell (severities,
//! messages in two languages, fixes) they are not asked for.

pub mod garde;
pub mod schema;
pub mod validator;

mod judges;

/// Another validator, and the rules of obmen that it is given, in whole or in part.
#[derive(Debug)]
pub struct Peer {
    /// Its row of the table.
    pub name: &'static str,
    /// The codes of the rules.
    pub rules: &'static [&'static [&'static str]],
    /// Returns true for a record that is JSON of the right shape and breaks none of them.
    pub accepts: fn(&[u8]) -> bool,
}

/// The peers, in the order of the table.
pub const PEERS: [Peer; 3] = [
    Peer {
        name: "serde_json and garde",
        rules: &[DECODED, TYPED, JUDGED],
        accepts: garde::accepts,
    },
    Peer {
        name: "serde_json and validator",
        rules: &[DECODED, TYPED, JUDGED],
        accepts: validator::accepts,
    },
    Peer {
        name: "serde_json and jsonschema",
        rules: &[DECODED, obmen::schema::EXPRESSED],
        accepts: schema::accepts,
    },
];

/// What serde_json refuses while it decodes, be it into structs or a `Value`: the first fault only.
const DECODED: &[&str] = &["shape/not-json", "shape/bad-encoding"];

/// What decoding into structs refuses besides.
const TYPED: &[&str] = &["shape/wrong-type", "shape/duplicate-field"];

/// What garde and validator express alike, by their own validators or by the functions of `judges`.
const JUDGED: &[&str] = &[
    "shape/bad-value",
    "text/empty",
    "text/too-long",
    "text/control-character",
    "text/bidi-control",
    "text/zero-width",
    "text/mixed-script",
    "text/markup",
    "text/language-tag",
    "text/language-tag-form",
    "practice/missing-id",
    "practice/bad-id",
    "practice/missing-title",
    "practice/missing-description",
    "practice/missing-initiator",
    "practice/missing-publication-date",
    "practice/future-publication",
    "practice/period-reversed",
    "practice/format-version",
    "practice/missing-background",
    "practice/missing-results",
    "practice/placeholder-date",
    "practice/unknown-theme",
    "practice/unknown-status",
    "practice/unknown-currency",
    "practice/duplicate-objective",
    "practice/login-innovator",
    "organisation/missing-name",
    "organisation/unknown-country",
    "organisation/unknown-kind",
    "organisation/no-contact",
    "organisation/unknown-scheme",
    "organisation/identifier-format",
    "organisation/phone",
    "organisation/email",
    "network/no-lead",
    "network/several-leads",
    "network/unknown-role",
    "network/alone",
    "results/negative-quantity",
    "results/actual-without-unit",
    "link/malformed",
    "link/scheme",
    "link/credentials",
    "link/duplicate",
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use obmen::check::{RULES, rule};
    use serde_json::{Value, json};

    use super::PEERS;
    use crate::{context, record};

    /// What breaks a rule, for the peers of all languages: its code, a place in a sound record, and what stands
    /// there; `null` to leave it out.
    const BREAKS: &str = include_str!("../../peers/breaks.json");

    /// Returns a sound record with a value set, or left out.
    fn with(pointer: &str, value: &Value) -> Vec<u8> {
        let mut record: Value = serde_json::from_str(&record(1)).unwrap();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        match record.pointer_mut(parent).unwrap() {
            Value::Array(items) => {
                *items.get_mut(name.parse::<usize>().unwrap()).unwrap() = value.clone();
            }
            Value::Object(fields) if value.is_null() => assert!(fields.remove(name).is_some()),
            Value::Object(fields) => _ = fields.insert(name.to_owned(), value.clone()),
            _ => panic!("{pointer}"),
        }
        record.to_string().into_bytes()
    }

    /// The texts that break a rule each, those of JSON itself among them.
    fn broken() -> Vec<(&'static str, Vec<u8>)> {
        let breaks: Vec<(&str, &str, Value)> = serde_json::from_str(BREAKS).unwrap();
        let mut cases: Vec<_> = breaks
            .iter()
            .map(|(code, pointer, value)| (*code, with(pointer, value)))
            .collect();
        let long = json!({"bg": "дума ".repeat(200_000)});
        cases.push(("text/too-long", with("/description", &long)));
        let sound = record(1);
        cases.push(("shape/not-json", sound.trim_end_matches('}').into()));
        cases.push((
            "shape/duplicate-field",
            sound.replacen('{', "{\"id\":\"a\",", 1).into(),
        ));
        cases.push((
            "shape/null",
            sound.replacen('{', "{\"audience\":null,", 1).into(),
        ));
        let mut bytes = sound.into_bytes();
        let at = bytes.iter().rposition(|byte| *byte == 0xd0).unwrap();
        *bytes.get_mut(at).unwrap() = 0xff;
        cases.push(("shape/bad-encoding", bytes));
        cases
    }

    #[test]
    fn every_code_that_a_peer_names_is_a_rule_and_named_once() {
        for peer in PEERS {
            let codes = peer.rules.concat();
            assert!(codes.iter().all(|code| rule(code).is_some()), "{codes:?}");
            assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
            assert!(codes.len() < RULES.iter().map(|family| family.len()).sum());
        }
    }

    #[test]
    fn peers_accept_sound_records() {
        for number in (1..2000).filter(|number| number % 20 != 0) {
            let record = record(number);
            for peer in PEERS {
                assert!((peer.accepts)(record.as_bytes()), "{}: {record}", peer.name);
            }
        }
    }

    #[test]
    fn a_peer_refuses_what_breaks_a_rule_that_it_names() {
        let cases = broken();
        let mut wrong = Vec::new();
        for (code, bytes) in &cases {
            let report = obmen::read(bytes, &context()).report;
            let found: Vec<_> = report.iter().map(obmen::Diagnostic::code).collect();
            if !found.contains(code) {
                wrong.push(format!("obmen finds no {code} but {found:?}"));
            }
            for peer in PEERS {
                let named = peer.rules.concat();
                let accepted = (peer.accepts)(bytes);
                if accepted == found.iter().any(|code| named.contains(code)) {
                    wrong.push(format!("{}: accepted {accepted}, {found:?}", peer.name));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        for peer in PEERS {
            for code in peer.rules.concat() {
                assert!(cases.iter().any(|(broken, _)| *broken == code), "{code}");
            }
        }
    }
}
