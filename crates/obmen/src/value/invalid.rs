//! The one error of every `FromStr`.

use std::fmt;

use crate::check::{Arguments, Language, rule};

/// A text that is no value of its type: the rule that it breaks, and the arguments of its message.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Invalid {
    /// The code of the rule, such as `shape/bad-value`.
    pub code: &'static str,
    /// The arguments of the rule's message.
    pub arguments: Arguments,
}

impl Invalid {
    pub(crate) fn new(code: &'static str) -> Invalid {
        Invalid {
            code,
            arguments: Arguments::default(),
        }
    }

    pub(crate) fn with(
        mut self,
        name: &'static str,
        value: impl Into<crate::check::Argument>,
    ) -> Invalid {
        self.arguments.push(name, value);
        self
    }
}

impl fmt::Display for Invalid {
    /// Writes the rule's message in English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match rule(self.code) {
            Some(rule) => f.write_str(&rule.message(&self.arguments, Language::En)),
            None => f.write_str(self.code),
        }
    }
}

impl std::error::Error for Invalid {}
