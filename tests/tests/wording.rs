//! The words of every rule, as the failing vectors make it speak: a snapshot a rule and language; and
//! the forms that follow a number.

use std::collections::BTreeMap;
use std::fmt::Write;

use obmen::check::{Argument, Arguments, Language};
use obmen::value::{Joined, Number};

use crate::{registry, vectors};

/// So many ways of speaking show what the arguments do to a message.
const MOST: usize = 4;

#[test]
fn every_rule_speaks_as_it_did() {
    let mut spoken: BTreeMap<(&str, &str), Vec<String>> = BTreeMap::new();
    for case in vectors::cases() {
        for found in &case.read().report {
            for (tag, language) in [("en", Language::En), ("bg", Language::Bg)] {
                let mut words = format!(
                    "{}: {}\n  {}\n",
                    found.severity.label(language),
                    found.message(language),
                    found.help(language)
                );
                if found.fix.is_some() {
                    let title = found.rule.fix_title(&found.arguments, language);
                    writeln!(words, "  + {title}").unwrap();
                }
                let seen = spoken.entry((found.code(), tag)).or_default();
                if seen.len() < MOST && !seen.contains(&words) {
                    seen.push(words);
                }
            }
        }
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for rule in registry::rules() {
        for tag in ["en", "bg"] {
            let words = spoken
                .get(&(rule.code, tag))
                .unwrap_or_else(|| panic!("no vector makes {} speak", rule.code));
            let (family, name) = rule.code.split_once('/').unwrap();
            settings.set_snapshot_path(format!("../wording/{family}"));
            settings.bind(|| insta::assert_snapshot!(format!("{name}.{tag}"), words.concat()));
        }
    }
}

#[test]
fn words_agree_with_their_numbers() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("../wording");
    for (tag, language) in [("en", Language::En), ("bg", Language::Bg)] {
        let mut said = String::new();
        for rule in registry::rules() {
            for (name, texts) in registry::texts(rule).filter(|(name, _)| *name != "why") {
                let template = texts.get(language);
                let render = |number: u64| {
                    let mut arguments = Arguments::default();
                    for argument in registry::asked(template) {
                        let is_number = matches!(argument, "n" | "limit" | "size" | "offset");
                        if is_number || template.contains(&format!("{{{argument}|")) {
                            arguments.push(argument, number);
                        } else {
                            arguments.push(argument, "…");
                        }
                    }
                    match name {
                        "message" => rule.message(&arguments, language),
                        "help" => rule.help(&arguments, language),
                        _ => rule.fix_title(&arguments, language),
                    }
                };
                let forms = [0, 1, 2, 5, 21, 12_345].map(render);
                if forms[0] == forms[1] {
                    continue;
                }
                writeln!(said, "{} {name}", rule.code).unwrap();
                for form in forms {
                    assert!(!form.contains('{'), "{form}");
                    writeln!(said, "  {form}").unwrap();
                }
            }
        }
        settings.bind(|| insta::assert_snapshot!(format!("numbers.{tag}"), said));
    }
}

#[test]
fn arguments_stand_in_messages_as_the_language_writes_them() {
    let words = ["a", "b", "c"].map(str::to_owned).to_vec();
    let number = Number::new(12_345.5).unwrap();
    for (argument, en, bg) in [
        (Argument::from(number), "12,345.5", "12\u{a0}345,5"),
        (
            Argument::List(words.clone(), Joined::And),
            "`a`, `b` and `c`",
            "`a`, `b` и `c`",
        ),
        (
            Argument::List(words, Joined::Or),
            "`a`, `b` or `c`",
            "`a`, `b` или `c`",
        ),
    ] {
        assert_eq!(argument.render(Language::En), en);
        assert_eq!(argument.render(Language::Bg), bg);
    }
}
