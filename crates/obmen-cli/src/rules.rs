//! `obmen rules`: the law, rule by rule.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use obmen::check::{RULES, Rule};
use serde::Serialize;

use crate::Outcome;
use crate::failure::Failure;
use crate::options::Lang;

/// List every rule
#[derive(Debug, Args)]
pub(crate) struct Rules {
    /// The language of messages
    #[arg(long, value_enum, default_value_t, value_name = "LANG")]
    pub(crate) lang: Lang,
    /// How the list is written
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    output_format: Format,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    #[default]
    Text,
    Json,
}

/// A rule as JSON; templates as they stand in the declaration.
#[derive(Serialize)]
struct Entry<'a> {
    code: &'a str,
    severity: &'a str,
    since: u32,
    absence: bool,
    message: &'a str,
    help: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<&'a str>,
    why: &'a str,
}

impl Rules {
    pub(crate) fn run(&self) -> Outcome {
        let text = match self.output_format {
            Format::Text => self.text(),
            Format::Json => self.json(),
        };
        io::stdout()
            .write_all(text.as_bytes())
            .map_err(Failure::write("stdout"))?;
        Ok(ExitCode::SUCCESS)
    }

    fn text(&self) -> String {
        let lang = self.lang.into();
        let label = |rule: &Rule| rule.severity.label(lang);
        let widest = |width: fn(&Rule, &str) -> usize| {
            all()
                .map(|rule| width(rule, label(rule)))
                .max()
                .unwrap_or(0)
        };
        let code = widest(|rule, _| rule.code.len());
        let severity = widest(|_, label| label.chars().count());
        let mut out = String::new();
        for rule in all() {
            let message = rule.message.get(lang);
            // Writing to a string does not fail.
            let _ = writeln!(
                out,
                "{:code$}  {:severity$}  {message}",
                rule.code,
                label(rule)
            );
        }
        out
    }

    fn json(&self) -> String {
        let lang = self.lang.into();
        let entries: Vec<Entry<'_>> = all()
            .map(|rule| Entry {
                code: rule.code,
                severity: rule.severity.as_str(),
                since: rule.since,
                absence: rule.absence,
                message: rule.message.get(lang),
                help: rule.help.get(lang),
                fix: rule.fix.as_ref().map(|fix| fix.get(lang)),
                why: rule.why.get(lang),
            })
            .collect();
        serde_json::to_string_pretty(&entries).unwrap_or_default() + "\n"
    }
}

/// Every rule: the core's, then those of the readers, of catalogues, of nominations.
pub(crate) fn all() -> impl Iterator<Item = &'static Rule> {
    RULES
        .iter()
        .chain(obmen_formats::RULES)
        .chain(obmen_catalogue::RULES)
        .chain(obmen_nominations::RULES)
        .copied()
        .flatten()
        .copied()
}
