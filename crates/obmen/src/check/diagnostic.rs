//! A diagnostic: one finding, its arguments, its place, its fix.

use std::fmt;
use std::ops::Range;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::check::patch::Operation;
use crate::check::{Language, Rule, Severity, Texts};
use crate::value::{Joined, Json, Number, list};

/// A span of bytes of the text that was read.
pub type Span = Range<usize>;

/// A word of obmen's own in a message: written as its English code in JSON, in the reader's language in messages.
#[derive(Debug, Clone, Copy)]
pub struct Term {
    /// The word in JSON.
    pub code: &'static str,
    /// The words in a message.
    pub texts: Texts,
}

impl Term {
    /// The unit of sizes: bytes.
    pub const BYTES: Term = Term {
        code: "bytes",
        texts: Texts {
            en: "bytes",
            bg: "байта",
        },
    };
}

/// Declares words of obmen's own, each in English, which is its code too, and in Bulgarian.
#[doc(hidden)]
#[macro_export]
macro_rules! terms {
    ($( $NAME:ident = $en:literal, $bg:literal; )+) => { $(
        pub(crate) const $NAME: $crate::check::Term = $crate::check::Term {
            code: $en,
            texts: $crate::check::Texts { en: $en, bg: $bg },
        };
    )+ };
}

impl PartialEq for Term {
    fn eq(&self, other: &Term) -> bool {
        self.code == other.code
    }
}

/// An argument of a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument {
    /// Text from the record.
    Text(String),
    /// A number.
    Number(Number),
    /// A word of obmen's own.
    Term(Term),
    /// Words of the record.
    List(Vec<String>, Joined),
}

impl Argument {
    /// Returns the argument as it stands in a message: long texts cut at 80 characters, numbers and lists as
    /// the language writes them, the words of a list in backticks.
    #[must_use]
    pub fn render(&self, language: Language) -> String {
        const MOST: usize = 80;
        match self {
            Argument::Text(text) => match text.char_indices().nth(MOST) {
                Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
                None => text.clone(),
            },
            Argument::Number(number) => {
                let written = number.written(language);
                // A number with more digits than any quantity keeps its exponent.
                if written.len() > MOST {
                    number.to_string()
                } else {
                    written
                }
            }
            Argument::Term(term) => term.texts.get(language).to_owned(),
            Argument::List(words, joined) => {
                let words: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
                list(&words, *joined, language)
            }
        }
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Argument::Text(text)
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Argument::Text(text.to_owned())
    }
}

impl From<Number> for Argument {
    fn from(number: Number) -> Self {
        Argument::Number(number)
    }
}

impl From<u64> for Argument {
    fn from(number: u64) -> Self {
        Argument::Number(Number::from(number))
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Argument::Number(Number::from(u64::try_from(number).unwrap_or(u64::MAX)))
    }
}

impl From<Term> for Argument {
    fn from(term: Term) -> Self {
        Argument::Term(term)
    }
}

impl Serialize for Argument {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Argument::Text(text) => serializer.serialize_str(text),
            Argument::Number(number) => number.serialize(serializer),
            Argument::Term(term) => serializer.serialize_str(term.code),
            Argument::List(words, _) => serializer.collect_seq(words),
        }
    }
}

/// The named arguments of a message, in the order of its declaration.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Arguments(Vec<(&'static str, Argument)>);

impl Arguments {
    /// Adds an argument.
    pub fn push(&mut self, name: &'static str, value: impl Into<Argument>) {
        self.0.push((name, value.into()));
    }

    /// Puts another value in the place of an argument.
    pub fn replace(&mut self, name: &str, value: impl Into<Argument>) {
        if let Some((_, argument)) = self.0.iter_mut().find(|(known, _)| *known == name) {
            *argument = value.into();
        }
    }

    /// Returns the argument of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Argument> {
        self.0
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value)
    }

    /// Returns each argument with its name.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Argument)> {
        self.0.iter().map(|(name, value)| (*name, value))
    }
}

impl Serialize for Arguments {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// A place in the text that was read: line from 1, column from 1 in UTF-16 units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in UTF-16 code units.
    pub column: usize,
}

/// Whether a fix may be applied unasked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Safety {
    /// The meaning stays as it was: it may be applied unasked.
    Certain,
    /// A proposal: a person decides.
    Suggested,
}

impl Safety {
    /// Returns the word of JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Safety::Certain => "certain",
            Safety::Suggested => "suggested",
        }
    }
}

/// A mend for a finding: a JSON Patch (RFC 6902) that begins with a `test` of the old value.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Fix {
    /// Whether it may be applied unasked.
    pub safety: Safety,
    /// The patch, for the record as `write` gives it.
    pub patch: Vec<Operation<'static>>,
}

/// One finding: the rule that is broken, where, by what, and how to mend it.
#[derive(Clone)]
#[non_exhaustive]
pub struct Diagnostic {
    /// The rule that is broken.
    pub rule: &'static Rule,
    /// Its weight in the context of the check.
    pub severity: Severity,
    /// The place in the record (RFC 6901); of something absent, the place where it would stand.
    pub pointer: String,
    /// What fills the message.
    pub arguments: Arguments,
    /// The place in the text, when text was read: of the pointer's value, else of its nearest existing ancestor.
    pub position: Option<Position>,
    /// The bytes of the text that `position` begins.
    pub span: Option<Span>,
    /// A mend, where there is one.
    pub fix: Option<Fix>,
    /// Which value of the pointer is meant, when a field stands more than once; 0 is the first.
    pub(crate) occurrence: usize,
}

impl Diagnostic {
    /// Returns a finding without place or fix.
    #[must_use]
    pub fn new(
        rule: &'static Rule,
        severity: Severity,
        pointer: String,
        arguments: Arguments,
    ) -> Diagnostic {
        Diagnostic {
            rule,
            severity,
            pointer,
            arguments,
            position: None,
            span: None,
            fix: None,
            occurrence: 0,
        }
    }

    /// Returns the code of the rule.
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

    /// Returns the finding as it is serialised, its texts in this language:
    /// `{"code","severity","pointer","message","arguments","help","position","fix"}`, absent ones left out.
    #[must_use]
    pub fn in_language(&self, language: Language) -> impl Serialize + '_ {
        Rendered {
            diagnostic: self,
            language,
        }
    }
}

impl fmt::Debug for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {} at `{}`: {}",
            self.severity,
            self.code(),
            self.pointer,
            self.message(Language::En)
        )
    }
}

impl PartialEq for Diagnostic {
    fn eq(&self, other: &Diagnostic) -> bool {
        self.code() == other.code()
            && self.severity == other.severity
            && self.pointer == other.pointer
            && self.arguments == other.arguments
            && self.position == other.position
            && self.fix == other.fix
    }
}

struct Rendered<'a> {
    diagnostic: &'a Diagnostic,
    language: Language,
}

impl Serialize for Rendered<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Rendered {
            diagnostic,
            language,
        } = *self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", diagnostic.code())?;
        map.serialize_entry("severity", diagnostic.severity.as_str())?;
        map.serialize_entry("pointer", &diagnostic.pointer)?;
        map.serialize_entry("message", &diagnostic.message(language))?;
        map.serialize_entry("arguments", &diagnostic.arguments)?;
        map.serialize_entry("help", &diagnostic.help(language))?;
        if let Some(Position { line, column }) = diagnostic.position {
            let number =
                |value: usize| Json::Number(Number::from(u64::try_from(value).unwrap_or(u64::MAX)));
            let position = vec![
                ("line".into(), number(line)),
                ("column".into(), number(column)),
            ];
            map.serialize_entry("position", &Json::Object(position))?;
        }
        if let Some(fix) = &diagnostic.fix {
            map.serialize_entry(
                "fix",
                &RenderedFix {
                    fix,
                    diagnostic,
                    language,
                },
            )?;
        }
        map.end()
    }
}

struct RenderedFix<'a> {
    fix: &'a Fix,
    diagnostic: &'a Diagnostic,
    language: Language,
}

impl Serialize for RenderedFix<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry(
            "title",
            &self
                .diagnostic
                .rule
                .fix_title(&self.diagnostic.arguments, self.language),
        )?;
        map.serialize_entry("safety", self.fix.safety.as_str())?;
        map.serialize_entry("patch", &self.fix.patch)?;
        map.end()
    }
}
