//! Why something was not taken.

use std::fmt;

use obmen::check::{Argument, Arguments, Language, Rule, rule};
use obmen::value::Invalid;
use serde::Serialize;

use crate::canonical::written;

/// A rule that a vote, a proof or a key breaks, with the arguments of its message.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Refusal {
    /// The rule.
    pub rule: &'static Rule,
    /// The arguments of its message.
    pub arguments: Arguments,
}

impl Refusal {
    pub(crate) fn new(rule: &'static Rule) -> Refusal {
        Refusal {
            rule,
            arguments: Arguments::default(),
        }
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl Into<Argument>) -> Refusal {
        self.arguments.push(name, value);
        self
    }

    /// Returns the code of the rule, such as `nomination/expired`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.rule.code
    }

    /// Returns what is wrong.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        self.rule.message(&self.arguments, language)
    }

    /// Returns how to mend it.
    #[must_use]
    pub fn help(&self, language: Language) -> String {
        self.rule.help(&self.arguments, language)
    }
}

impl Refusal {
    /// Returns it as JSON: `code`, `arguments`, `message` and `help`.
    #[must_use]
    pub fn to_json(&self, language: Language) -> String {
        written(&self.in_language(language))
    }

    pub(crate) fn in_language(&self, language: Language) -> Written<'_> {
        Written {
            code: self.code(),
            arguments: &self.arguments,
            message: self.message(language),
            help: self.help(language),
        }
    }
}

/// A refusal as JSON.
#[derive(Serialize)]
pub(crate) struct Written<'a> {
    code: &'static str,
    arguments: &'a Arguments,
    message: String,
    help: String,
}

/// Two are equal when rule and arguments are.
impl PartialEq for Refusal {
    fn eq(&self, other: &Refusal) -> bool {
        self.code() == other.code() && self.arguments == other.arguments
    }
}

/// Returns a rule of the core, which makes an `Invalid` only of those in its own table.
pub(crate) fn of_core(code: &str) -> &'static Rule {
    rule(code).unwrap_or(&crate::rules::REQUEST_NOT_READ)
}

impl From<Invalid> for Refusal {
    fn from(invalid: Invalid) -> Refusal {
        Refusal {
            rule: of_core(invalid.code),
            arguments: invalid.arguments,
        }
    }
}

impl fmt::Display for Refusal {
    /// Writes the message in English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::En))
    }
}

impl std::error::Error for Refusal {}
