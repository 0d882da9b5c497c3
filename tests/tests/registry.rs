//! The table of rules, walked: nothing is listed without words, without vectors, or by a wrong name.

use std::collections::{BTreeMap, BTreeSet};

use obmen::Diagnostic;
use obmen::check::{Judge, Language, RULES, Rule, Severity, Texts, rule};

use crate::vectors;

/// The families, in the order of their tables; a family may have several.
const FAMILIES: [&str; 10] = [
    "shape",
    "text",
    "practice",
    "organisation",
    "network",
    "results",
    "link",
    "nomination",
    "page",
    "catalogue",
];

/// The union of the tables that the crates export.
fn tables() -> impl Iterator<Item = &'static [&'static Rule]> {
    RULES
        .iter()
        .chain(obmen_nominations::RULES)
        .chain(obmen_formats::RULES)
        .chain(obmen_catalogue::RULES)
        .copied()
}

pub(crate) fn rules() -> impl Iterator<Item = &'static Rule> {
    tables().flatten().copied()
}

/// The texts of a rule, each with its name.
pub(crate) fn texts(rule: &Rule) -> impl Iterator<Item = (&'static str, Texts)> {
    [
        Some(("message", rule.message)),
        Some(("help", rule.help)),
        rule.fix.map(|fix| ("fix", fix)),
        Some(("why", rule.why)),
    ]
    .into_iter()
    .flatten()
}

fn is_cyrillic(character: char) -> bool {
    ('\u{400}'..='\u{4ff}').contains(&character)
}

/// A text without what it quotes, and without the names of its arguments.
fn spoken(text: &str) -> String {
    text.split('`')
        .step_by(2)
        .collect::<String>()
        .split(['{', '}'])
        .step_by(2)
        .collect()
}

/// The names that a template asks for.
pub(crate) fn asked(template: &str) -> impl Iterator<Item = &str> {
    template.split('{').skip(1).filter_map(|after| {
        let (inside, _) = after.split_once('}')?;
        let name = inside.split('|').next()?;
        let plain = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase());
        plain.then_some(name)
    })
}

#[test]
fn codes_are_unique_well_formed_and_listed_by_family() {
    let mut seen = BTreeSet::new();
    let mut families: Vec<_> = tables()
        .map(|table| table[0].code.split_once('/').unwrap().0)
        .collect();
    families.dedup();
    assert_eq!(families, FAMILIES);
    for table in tables() {
        let family = table[0].code.split_once('/').unwrap().0;
        for listed in table {
            let (of, name) = listed.code.split_once('/').expect(listed.code);
            assert_eq!(of, family, "{}", listed.code);
            let kebab = name
                .split('-')
                .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase()));
            assert!(kebab, "{}", listed.code);
            assert!(seen.insert(listed.code), "{} is listed twice", listed.code);
            // The core finds its own rules by their codes.
            let of_core = RULES.iter().any(|own| std::ptr::eq(*own, table));
            let found = rule(listed.code);
            assert_eq!(
                found.is_some_and(|rule| std::ptr::eq(rule, *listed)),
                of_core
            );
        }
    }
    families.dedup();
    assert_eq!(families, FAMILIES);
    assert!(rule("network/no-such").is_none());
}

#[test]
fn every_rule_speaks_both_languages() {
    for rule in rules() {
        for (name, texts) in texts(rule) {
            let place = format!("{} {name}", rule.code);
            for (language, text) in [("en", texts.en), ("bg", texts.bg)] {
                assert_eq!(text, text.trim(), "{place} {language}");
                assert!(text.len() > 3, "{place} {language}");
                assert_eq!(text.matches('`').count() % 2, 0, "{place} {language}");
                // A message is part of a line; a reason is prose.
                assert_eq!(text.ends_with('.'), name == "why", "{place} {language}");
                let opened: Vec<_> = text.matches('{').collect();
                assert_eq!(
                    opened.len(),
                    text.matches('}').count(),
                    "{place} {language}"
                );
            }
            assert!(
                spoken(texts.bg).contains(is_cyrillic),
                "{place}: {}",
                texts.bg
            );
            assert!(
                !spoken(texts.en).contains(is_cyrillic),
                "{place}: {}",
                texts.en
            );
            let names = |text| asked(text).collect::<BTreeSet<_>>();
            assert_eq!(names(texts.en), names(texts.bg), "{place}");
        }
        assert!(rule.since >= 1, "{}", rule.code);
    }
}

#[test]
fn only_rules_about_absence_are_off_in_drafts() {
    for rule in rules() {
        let name = rule.code.split_once('/').unwrap().1;
        let absence = name.starts_with("missing-") || name.starts_with("no-");
        // A text without language and an organisation without name are there, and wrong.
        let present = [
            "page/no-section",
            "text/missing-language",
            "organisation/missing-name",
            "shape/not-json",
        ];
        assert_eq!(
            rule.absence,
            absence && !present.contains(&rule.code),
            "{}",
            rule.code
        );
    }
}

#[test]
fn every_argument_of_a_template_is_emitted() {
    let mut templates = 0;
    for case in vectors::cases() {
        for found in &case.read().report {
            for (name, texts) in texts(found.rule) {
                let fixed = name != "fix" || found.fix.is_some();
                for argument in asked(texts.en).filter(|_| name != "why" && fixed) {
                    templates += 1;
                    assert!(
                        found.arguments.get(argument).is_some(),
                        "{}: {name} of {} lacks {argument}",
                        case.name,
                        found.code()
                    );
                }
            }
            for language in [Language::En, Language::Bg] {
                assert!(!found.message(language).is_empty());
            }
            assert_eq!(
                found.fix.is_some(),
                found.fix.is_some() && found.rule.fix.is_some(),
                "{} has a fix without a title",
                found.code()
            );
        }
    }
    assert!(templates > 100, "{templates}");
}

#[test]
fn every_rule_has_passing_and_failing_vectors() {
    let mut counts: BTreeMap<&str, (usize, usize)> =
        rules().map(|rule| (rule.code, (0, 0))).collect();
    let mut fixes = BTreeSet::new();
    for case in vectors::cases() {
        let report = case.read().report;
        fixes.extend(
            report
                .iter()
                .filter(|found| found.fix.is_some())
                .map(Diagnostic::code),
        );
        let Some(code) = case.rule.as_deref() else {
            continue;
        };
        let Some((passing, failing)) = counts.get_mut(code) else {
            panic!(
                "{}: `{}` is for {code}, which no table lists",
                case.file, case.name
            )
        };
        if report.iter().any(|found| found.code() == code) {
            *failing += 1;
        } else {
            *passing += 1;
        }
    }
    let poor: Vec<_> = counts
        .iter()
        .filter(|(_, (passing, failing))| *passing < 2 || *failing < 3)
        .collect();
    assert!(
        poor.is_empty(),
        "fewer than 2 passing or 3 failing vectors: {poor:?}"
    );
    for rule in rules() {
        assert_eq!(
            rule.fix.is_some(),
            fixes.contains(rule.code),
            "{}: the title of a fix, and a fix in some vector, go together",
            rule.code
        );
    }
}

#[test]
fn weights_are_those_of_the_tables() {
    for case in vectors::cases()
        .iter()
        .filter(|case| case.json.get("context").is_none())
    {
        for found in &case.read().report {
            // Beside a cue a number is a person's for certain.
            let raised = found.code() == "text/personal-number";
            let weight = if raised {
                found.severity.max(found.rule.severity)
            } else {
                found.rule.severity
            };
            assert_eq!(found.severity, weight, "{}", found.code());
        }
    }
    assert!(Severity::Error > Severity::Warning && Severity::Warning > Severity::Hint);
    assert!(rules().any(|rule| !matches!(rule.judge, Judge::Machine)));
}
