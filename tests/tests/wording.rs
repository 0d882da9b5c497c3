//! The words of every rule, as the failing vectors make it speak: a snapshot a rule and language.

use std::collections::BTreeMap;
use std::fmt::Write;

use obmen::check::Language;

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
