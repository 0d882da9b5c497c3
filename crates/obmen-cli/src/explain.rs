//! `obmen explain`: one rule, in full.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Args;
use obmen::check::Rule;

use crate::Outcome;
use crate::failure::Failure;
use crate::options::Lang;
use crate::rules::all;
use crate::words::say;

/// Explain a code: what the rule looks for, why, and how to mend what it finds
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The code of a rule, such as network/no-lead
    code: String,
    /// The language of the explanation
    #[arg(long, value_enum, default_value_t, value_name = "LANG")]
    pub(crate) lang: Lang,
}

impl Explain {
    pub(crate) fn run(&self) -> Outcome {
        let Some(rule) = all().find(|rule| rule.code == self.code) else {
            return Err(Failure::UnknownCode {
                code: self.code.clone(),
                similar: similar(&self.code),
            });
        };
        io::stdout()
            .write_all(explanation(rule, self.lang).as_bytes())
            .map_err(Failure::write("stdout"))?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Returns the rule in full.
fn explanation(rule: &Rule, lang: Lang) -> String {
    let absence = if rule.absence {
        say(
            lang,
            "; not under the profile draft",
            "; не и при профил draft",
        )
    } else {
        ""
    };
    let fix = rule.fix.map_or_else(
        || say(lang, "none: a person decides", "няма: решава човек"),
        |fix| fix.get(lang.into()),
    );
    let rows = [
        (
            say(lang, "severity", "тежест"),
            format!("{}{absence}", rule.severity.label(lang.into())),
        ),
        (
            say(lang, "since", "от"),
            match lang {
                Lang::En => format!("edition {} of the rules", rule.since),
                Lang::Bg => format!("издание {} на правилата", rule.since),
            },
        ),
        (
            say(lang, "message", "съобщение"),
            rule.message.get(lang.into()).to_owned(),
        ),
        (
            say(lang, "help", "помощ"),
            rule.help.get(lang.into()).to_owned(),
        ),
        (say(lang, "fix", "поправка"), fix.to_owned()),
    ];
    let widest = rows
        .iter()
        .map(|(name, _)| name.chars().count())
        .max()
        .unwrap_or(0);
    let mut out = format!(
        "{}\n\n{}\n",
        rule.code,
        wrapped(rule.why.get(lang.into()), "", 80)
    );
    for (name, value) in rows {
        let name = format!("{name:widest$}  ");
        out.push('\n');
        out.push_str(&wrapped(&value, &name, 80));
    }
    out.push('\n');
    out
}

/// Breaks a text into lines; the first begins with `name`, the others as far in.
fn wrapped(text: &str, name: &str, width: usize) -> String {
    let indent = name.chars().count();
    let mut out = name.to_owned();
    let mut column = indent;
    for word in text.split(' ') {
        let length = word.chars().count();
        if column > indent && column + 1 + length > width {
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            column = indent;
        } else if column > indent {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out
}

/// Returns the code that was probably meant.
fn similar(code: &str) -> Option<&'static str> {
    let code = code.to_lowercase();
    all()
        .map(|rule| {
            // The name alone is enough to be understood: `no-lead`.
            let name = rule.code.rsplit('/').next().unwrap_or_default();
            let likeness =
                strsim::jaro_winkler(&code, rule.code).max(strsim::jaro_winkler(&code, name));
            (likeness, rule.code)
        })
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, code)| code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_code_has_a_neighbour() {
        assert_eq!(similar("network/no-leed"), Some("network/no-lead"));
        assert_eq!(similar("no-lead"), Some("network/no-lead"));
        assert_eq!(similar("xyzzy"), None);
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(
            wrapped("едно две три", "име  ", 14),
            "име  едно две\n     три"
        );
    }

    #[test]
    fn every_rule_is_explained_in_both_languages() {
        for rule in all() {
            for lang in [Lang::En, Lang::Bg] {
                let text = explanation(rule, lang);
                assert!(text.contains(rule.code) && text.lines().count() > 6);
            }
        }
    }
}
