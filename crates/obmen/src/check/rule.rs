//! A rule: its code, its words in two languages, and what it judges.

use std::fmt;
use std::str::FromStr;

use crate::check::facts::{Facts, Text};
use crate::check::walk::Walk;
use crate::check::{Argument, Arguments};
use crate::network::Network;
use crate::organisation::{Identifier, Organisation};
use crate::practice::{Budget, Innovator, Period, Practice};
use crate::results::{Indicator, ResultItem, Results};
use crate::value::address::Address;
use crate::value::{LocalisedText, Number, PartialDate};

/// A language in which obmen speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Bulgarian.
    Bg,
}

impl FromStr for Language {
    type Err = ();
    fn from_str(tag: &str) -> Result<Language, ()> {
        match tag {
            "en" => Ok(Language::En),
            "bg" => Ok(Language::Bg),
            _ => Err(()),
        }
    }
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Hint,
    /// Probably wrong.
    Warning,
    /// Wrong: it blocks publishing.
    Error,
}

impl Severity {
    /// Returns the word of JSON: `hint`, `warning` or `error`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Hint => "hint",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }

    /// Returns the word that a reader of the language sees.
    #[must_use]
    pub fn label(self, language: Language) -> &'static str {
        match (self, language) {
            (_, Language::En) => self.as_str(),
            (Severity::Hint, Language::Bg) => "съвет",
            (Severity::Warning, Language::Bg) => "предупреждение",
            (Severity::Error, Language::Bg) => "грешка",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The same text in each language.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::exhaustive_structs,
    reason = "a new language must break every table that lacks it"
)]
pub struct Texts {
    /// English.
    pub en: &'static str,
    /// Bulgarian.
    pub bg: &'static str,
}

impl Texts {
    /// Returns the text of a language.
    #[must_use]
    pub fn get(&self, language: Language) -> &'static str {
        match language {
            Language::En => self.en,
            Language::Bg => self.bg,
        }
    }

    /// Returns a template as a sentence about any record: `…` for an argument, and many for one or other.
    ///
    /// ```
    /// use obmen::check::{Language, rule};
    /// let rule = rule("shape/unknown-field").unwrap();
    /// assert_eq!(rule.message.in_general(Language::En), "unknown field `…`");
    /// ```
    #[must_use]
    pub fn in_general(&self, language: Language) -> String {
        let mut out = String::new();
        let mut rest = self.get(language);
        while let Some((before, (inside, after))) = rest
            .split_once('{')
            .and_then(|(before, after)| Some((before, after.split_once('}')?)))
        {
            out.push_str(before);
            out.push_str(inside.rsplit_once('|').map_or("…", |(_, other)| other));
            rest = after;
        }
        out + rest
    }
}

/// A rule of the law that records obey.
#[derive(Debug)]
#[expect(
    clippy::exhaustive_structs,
    reason = "made by `rules!` in other crates of obmen"
)]
pub struct Rule {
    /// `family/name`; stable for ever, never reused.
    pub code: &'static str,
    /// Its weight, unless the context says otherwise.
    pub severity: Severity,
    /// The edition of the rules that brought it.
    pub since: u32,
    /// Whether it complains of something absent; such rules are off under the profile `draft`.
    pub absence: bool,
    /// What is wrong: a template with `{argument}` and `{argument|one|other}`.
    pub message: Texts,
    /// How to mend it.
    pub help: Texts,
    /// The title of its fix, where it has one.
    pub fix: Option<Texts>,
    /// What it looks for and why; empty without the feature `docs`.
    pub why: Texts,
    #[doc(hidden)]
    pub judge: Judge,
}

impl Rule {
    /// Returns what is wrong, with the arguments filled in.
    #[must_use]
    pub fn message(&self, arguments: &Arguments, language: Language) -> String {
        render(self.message.get(language), arguments, language)
    }

    /// Returns how to mend it, with the arguments filled in.
    #[must_use]
    pub fn help(&self, arguments: &Arguments, language: Language) -> String {
        render(self.help.get(language), arguments, language)
    }

    /// Returns the title of the rule's fix, with the arguments filled in; empty when it has none.
    #[must_use]
    pub fn fix_title(&self, arguments: &Arguments, language: Language) -> String {
        self.fix
            .map(|texts| render(texts.get(language), arguments, language))
            .unwrap_or_default()
    }
}

/// Returns the rule of the core that has this code.
#[must_use]
pub fn rule(code: &str) -> Option<&'static Rule> {
    crate::rules::RULES
        .iter()
        .flat_map(|family| family.iter())
        .copied()
        .find(|rule| rule.code == code)
}

/// Fills `{name}` and `{name|one|other}` in; a name that has no argument stays as it is. The plural of CLDR has
/// the forms `one`, of 1, and `other` in both languages; after a number Bulgarian `other` is the counted form.
fn render(template: &str, arguments: &Arguments, language: Language) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((inside, tail)) = after.split_once('}') else {
            rest = after;
            out.push('{');
            continue;
        };
        let mut parts = inside.split('|');
        let name = parts.next().unwrap_or_default();
        match (arguments.get(name), parts.next(), parts.next()) {
            // Between backticks stands what the record says, as it says it.
            (Some(Argument::Number(number)), None, _) if out.ends_with('`') => {
                out.push_str(&number.to_string());
            }
            (Some(argument), None, _) => out.push_str(&argument.render(language)),
            (Some(argument), Some(one), Some(other)) => {
                out.push_str(
                    if matches!(argument, Argument::Number(n) if *n == Number::from(1_u64)) {
                        one
                    } else {
                        other
                    },
                );
            }
            _ => {
                out.push('{');
                out.push_str(inside);
                out.push('}');
            }
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// What a rule judges, and the function that does.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum Judge {
    /// Found by reading itself, or by the judge of another rule.
    Machine,
    Practice(for<'w, 'a, 't> fn(&'a Practice<'t>, &'w mut Walk<'a, 't>)),
    Innovator(for<'w, 'a, 't> fn(&'a Innovator<'t>, &'w mut Walk<'a, 't>)),
    Period(for<'w, 'a, 't> fn(&'a Period<'t>, &'w mut Walk<'a, 't>)),
    Organisation(for<'w, 'a, 't> fn(&'a Organisation<'t>, &'w mut Walk<'a, 't>)),
    Network(for<'w, 'a, 't> fn(&'a Network<'t>, &'w mut Walk<'a, 't>)),
    /// A network in which one organisation may stand more than once.
    Repeats(for<'w, 'a, 't> fn(&'a Network<'t>, &'w mut Walk<'a, 't>)),
    Date(for<'w, 'a, 't> fn(PartialDate, &'w mut Walk<'a, 't>)),
    Number(for<'w, 'a, 't> fn(Number, &'w mut Walk<'a, 't>)),
    Indicator(for<'w, 'a, 't> fn(&'a Indicator<'t>, &'w mut Walk<'a, 't>)),
    Territory(for<'w, 'a, 't> fn(&'a str, &'w mut Walk<'a, 't>)),
    /// The link as written, and as a browser takes it.
    Link(for<'w, 'b, 'a, 't> fn(&'a str, &'b Address<'a>, &'w mut Walk<'a, 't>)),
    Identifier(for<'w, 'a, 't> fn(&'a Identifier<'t>, &'w mut Walk<'a, 't>)),
    Phone(for<'w, 'a, 't> fn(&'a str, &'w mut Walk<'a, 't>)),
    Email(for<'w, 'a, 't> fn(&'a str, &'w mut Walk<'a, 't>)),
    Budget(for<'w, 'a, 't> fn(&'a Budget<'t>, &'w mut Walk<'a, 't>)),
    Results(for<'w, 'a, 't> fn(&'a Results<'t>, &'w mut Walk<'a, 't>)),
    ResultItem(for<'w, 'a, 't> fn(&'a ResultItem<'t>, &'w mut Walk<'a, 't>)),
    /// The tag of a language, and whether it is the key of a language map.
    Tag(for<'w, 'a, 't> fn(&'a str, bool, &'w mut Walk<'a, 't>)),
    Localised(for<'w, 'a, 't> fn(&'a LocalisedText<'t>, &'w mut Walk<'a, 't>)),
    /// The facts of which a text must have one before the rule looks at it.
    Text(Facts, for<'w, 'a, 't> fn(Text<'a>, &'w mut Walk<'a, 't>)),
}

/// The reason of a rule, where it is built in. The feature is that of this crate, whoever declares the rule.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "docs")]
macro_rules! why {
    ($en:literal, $bg:literal) => {
        $crate::check::Texts { en: $en, bg: $bg }
    };
}

/// The reason of a rule, left out.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "docs"))]
macro_rules! why {
    ($en:literal, $bg:literal) => {
        $crate::check::Texts { en: "", bg: "" }
    };
}

/// Declares the rules of a family, each with its words in English and Bulgarian, and their table.
///
/// A rule without a message, a help or a reason in either language does not compile.
#[doc(hidden)]
#[macro_export]
macro_rules! rules {
    ($( $(#[doc = $note:literal])* $NAME:ident {
        code: $code:literal,
        severity: $severity:ident,
        since: $since:literal,
        $(absence: $absence:literal,)?
        judges: $Kind:ident $(($($judge:expr),+))?,
        message: { en: $message_en:literal, bg: $message_bg:literal $(,)? },
        help: { en: $help_en:literal, bg: $help_bg:literal $(,)? },
        $(fix: { en: $fix_en:literal, bg: $fix_bg:literal $(,)? },)?
        why: { en: $why_en:literal, bg: $why_bg:literal $(,)? } $(,)?
    } )+) => {
        $(
            #[doc = $why_en]
            pub(crate) static $NAME: $crate::check::Rule = $crate::check::Rule {
                code: $code,
                severity: $crate::check::Severity::$severity,
                since: $since,
                absence: false $(|| $absence)?,
                message: $crate::check::Texts { en: $message_en, bg: $message_bg },
                help: $crate::check::Texts { en: $help_en, bg: $help_bg },
                fix: $crate::rules!(@fix $($fix_en, $fix_bg)?),
                why: $crate::why!($why_en, $why_bg),
                judge: $crate::check::Judge::$Kind $(($($judge),+))?,
            };
        )+

        /// The rules of this family.
        pub(crate) static TABLE: &[&$crate::check::Rule] = &[ $( &$NAME ),+ ];
    };
    (@fix) => { None };
    (@fix $en:literal, $bg:literal) => { Some($crate::check::Texts { en: $en, bg: $bg }) };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_fill_names_and_choose_number() {
        let mut arguments = Arguments::default();
        arguments.push("n", 2_u64);
        arguments.push("name", "ю{n}");
        assert_eq!(
            render(
                "{n} {n|грешка|грешки} в {name}, {x}",
                &arguments,
                Language::Bg
            ),
            "2 грешки в ю{n}, {x}"
        );
        assert_eq!(render("broken {n", &arguments, Language::En), "broken {n");
    }
}
