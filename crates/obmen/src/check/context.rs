//! What a check needs from outside: the day, the profile, the weights.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use crate::check::{RULES, Rule, Severity, rule};
use crate::rules::words::near;
use crate::value::language::is_well_formed;
use crate::value::theme::Theme;
use crate::value::{Date, Json};

/// How strictly a record is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Profile {
    /// As it must be to be published.
    #[default]
    Publish,
    /// As it is being written: rules about absence are off.
    Draft,
}

/// What a check needs from outside. The core reads no clock: without a day, rules about the future are off.
///
/// ```
/// use obmen::{Context, check::Profile, value::Date};
/// let today = Date::new(2026, 11, 24).unwrap();
/// let context = Context::on(today).with_profile(Profile::Draft).without("link/off-topic");
/// # let _ = context;
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Context {
    today: Option<Date>,
    default_language: Option<Cow<'static, str>>,
    profile: Profile,
    severities: BTreeMap<String, Option<Severity>>,
    rules_as_of: Option<u32>,
    themes: Option<Arc<BTreeSet<String>>>,
}

/// Options of a context that cannot be followed, in English: they are a programmer's, not a record's.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BadOption {
    /// The option as it is written, such as `today` or `severities/network/alone`; empty for all of them.
    pub option: String,
    /// What it should be.
    pub expected: String,
}

impl BadOption {
    fn new(option: impl Into<String>, expected: impl Into<String>) -> BadOption {
        let (option, expected) = (option.into(), expected.into());
        BadOption { option, expected }
    }
}

impl fmt::Display for BadOption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.option.as_str() {
            "" => write!(f, "the options must be {}", self.expected),
            option => write!(f, "option `{option}` must be {}", self.expected),
        }
    }
}

impl std::error::Error for BadOption {}

/// The options of [`Context::from_json`].
const OPTIONS: [&str; 6] = [
    "today",
    "profile",
    "default_language",
    "severities",
    "rules_as_of",
    "themes",
];

/// Returns the weight that an option sets; `None` when it silences the code.
fn severity_of(code: &str, severity: &Json<'_>) -> Result<Option<Severity>, BadOption> {
    let bad = |expected: String| Err(BadOption::new(format!("severities/{code}"), expected));
    let codes = || {
        RULES
            .iter()
            .flat_map(|family| family.iter())
            .map(|rule| rule.code)
    };
    let family = |code: &str| code.split('/').next().map(str::to_owned);
    // Other crates have rules of other families, which are not known here.
    let is_ours = !code.contains('/') || codes().any(|known| family(known) == family(code));
    if is_ours && rule(code).is_none() {
        let hint = near(code, codes()).map_or(String::new(), |known| format!(", but `{known}`"));
        return bad(format!("absent: there is no rule of this code{hint}"));
    }
    match severity.as_str() {
        Some("hint") => Ok(Some(Severity::Hint)),
        Some("warning") => Ok(Some(Severity::Warning)),
        Some("error") => Ok(Some(Severity::Error)),
        Some("off") => Ok(None),
        _ => bad("`hint`, `warning`, `error` or `off`".to_owned()),
    }
}

impl Context {
    /// Returns the context that a JSON object of options describes; one that is absent or `null` is as in a
    /// fresh context.
    ///
    /// | option | value |
    /// |---|---|
    /// | `today` | a day, `2026-11-24` |
    /// | `profile` | `publish` or `draft` |
    /// | `default_language` | a language tag (BCP 47) |
    /// | `severities` | an object: code → `hint`, `warning`, `error` or `off` |
    /// | `rules_as_of` | an edition of the rules, from 1 |
    /// | `themes` | a list of words |
    ///
    /// ```
    /// use obmen::Context;
    /// let context = Context::from_json(r#"{"today": "2026-11-24", "severities": {"network/alone": "error"}}"#).unwrap();
    /// assert_eq!(context.today().unwrap().to_string(), "2026-11-24");
    /// let wrong = Context::from_json(r#"{"profil": "draft"}"#).unwrap_err();
    /// assert_eq!(wrong.to_string(), "option `profil` must be absent: there is none of this name, but `profile`");
    /// ```
    ///
    /// # Errors
    /// [`BadOption`] names the first option that has another value, or is none.
    pub fn from_json(options: &str) -> Result<Context, BadOption> {
        let Ok(Json::Object(options)) = Json::parse(options) else {
            return Err(BadOption::new("", "a JSON object"));
        };
        options
            .iter()
            .filter(|(_, value)| !matches!(value, Json::Null))
            .try_fold(Context::default(), |context, (option, value)| {
                context.with_option(option, value)
            })
    }

    fn with_option(mut self, option: &str, value: &Json<'_>) -> Result<Context, BadOption> {
        let bad = |expected: &str| Err(BadOption::new(option, expected));
        match (option, value) {
            ("today", value) => match value.as_str().map(str::parse) {
                Some(Ok(day)) => self.today = Some(day),
                _ => return bad("a day, such as `2026-11-24`"),
            },
            ("profile", value) => match value.as_str() {
                Some("publish") => self.profile = Profile::Publish,
                Some("draft") => self.profile = Profile::Draft,
                _ => return bad("`publish` or `draft`"),
            },
            ("default_language", value) => match value.as_str() {
                Some(tag) if is_well_formed(tag) => return Ok(self.with_default_language(tag)),
                _ => return bad("a language tag, such as `bg`"),
            },
            ("rules_as_of", value) => match value {
                Json::Number(edition) if edition.as_count().is_some_and(|edition| edition > 0) => {
                    let edition = edition.as_count().unwrap_or_default();
                    return Ok(self.with_rules_as_of(u32::try_from(edition).unwrap_or(u32::MAX)));
                }
                _ => return bad("a whole number from 1"),
            },
            ("themes", Json::Array(themes)) => {
                let words: Option<Vec<&str>> = themes.iter().map(Json::as_str).collect();
                match words {
                    Some(words) => return Ok(self.with_themes(words)),
                    None => return bad("a list of words"),
                }
            }
            ("themes", _) => return bad("a list of words"),
            ("severities", Json::Object(severities)) => {
                for (code, severity) in severities {
                    let severity = severity_of(code, severity)?;
                    self.severities.insert(code.clone().into_owned(), severity);
                }
            }
            ("severities", _) => return bad("an object of codes"),
            (other, _) => {
                let hint = near(other, OPTIONS.into_iter())
                    .map_or(String::new(), |known| format!(", but `{known}`"));
                return bad(&format!("absent: there is none of this name{hint}"));
            }
        }
        Ok(self)
    }

    /// Returns a context for this day.
    #[must_use]
    pub fn on(today: Date) -> Context {
        Context {
            today: Some(today),
            ..Context::default()
        }
    }

    /// Sets the language of bare strings in records that say none (BCP 47).
    #[must_use]
    pub fn with_default_language(mut self, language: impl Into<String>) -> Context {
        self.default_language = Some(Cow::Owned(language.into()));
        self
    }

    /// Sets how strictly records are judged.
    #[must_use]
    pub fn with_profile(mut self, profile: Profile) -> Context {
        self.profile = profile;
        self
    }

    /// Sets the weight of a code. For [`Sound`](crate::Sound) only a raised one counts.
    #[must_use]
    pub fn with_severity(mut self, code: impl Into<String>, severity: Severity) -> Context {
        self.severities.insert(code.into(), Some(severity));
        self
    }

    /// Silences a code. For [`Sound`](crate::Sound) it counts all the same.
    #[must_use]
    pub fn without(mut self, code: impl Into<String>) -> Context {
        self.severities.insert(code.into(), None);
        self
    }

    /// Sets the words that `themes` may hold, in place of the vocabulary of [`Theme`]; none at all lets
    /// any word pass.
    ///
    /// ```
    /// let context = obmen::Context::default().with_themes(["forestry", "water"]);
    /// let report = obmen::read(br#"{"themes": ["forestry", "waste"]}"#, &context).report;
    /// let unknown = report.iter().filter(|found| found.code() == "practice/unknown-theme");
    /// assert_eq!(unknown.map(|found| &*found.pointer).collect::<Vec<_>>(), ["/themes/1"]);
    /// ```
    #[must_use]
    pub fn with_themes(mut self, themes: impl IntoIterator<Item = impl Into<String>>) -> Context {
        self.themes = Some(Arc::new(themes.into_iter().map(Into::into).collect()));
        self
    }

    /// Judges by the rules of an earlier edition: errors of newer rules become warnings.
    /// Editions count from 1 to the present one; others are taken for the nearest.
    #[must_use]
    pub fn with_rules_as_of(mut self, edition: u32) -> Context {
        self.rules_as_of = Some(edition.clamp(1, crate::rules::EDITION));
        self
    }

    /// Returns the day of the check.
    #[must_use]
    pub fn today(&self) -> Option<Date> {
        self.today
    }

    /// Returns the profile.
    #[must_use]
    pub fn profile(&self) -> Profile {
        self.profile
    }

    /// Returns the edition of the rules that the check follows.
    #[must_use]
    pub fn rules_version(&self) -> u32 {
        self.rules_as_of.unwrap_or(crate::rules::EDITION)
    }

    /// True for a word that `themes` may hold.
    pub(crate) fn is_theme(&self, word: &str) -> bool {
        match &self.themes {
            None => Theme::by_slug(word).is_some(),
            Some(themes) => themes.is_empty() || themes.contains(word),
        }
    }

    /// Returns the words that `themes` may hold.
    pub(crate) fn themes(&self) -> Vec<&str> {
        match &self.themes {
            None => Theme::all().iter().map(|theme| theme.slug).collect(),
            Some(themes) => themes.iter().map(String::as_str).collect(),
        }
    }

    pub(crate) fn default_language(&self) -> Option<&Cow<'static, str>> {
        self.default_language.as_ref()
    }

    /// Returns the weight of a rule or of one of its findings in this edition.
    fn declared(&self, rule: &Rule, weight: Severity) -> Severity {
        if rule.since > self.rules_version() {
            weight.min(Severity::Warning)
        } else {
            weight
        }
    }

    /// Returns the weight that a finding of this rule shows; `None` when the rule is off.
    #[must_use]
    pub fn severity(&self, rule: &Rule) -> Option<Severity> {
        self.shown(rule, rule.severity)
    }

    /// Returns the weight that a finding shows, which may weigh more than its rule.
    pub(crate) fn shown(&self, rule: &Rule, weight: Severity) -> Option<Severity> {
        if rule.absence && self.profile == Profile::Draft {
            return None;
        }
        match self.severities.get(rule.code) {
            Some(set) => *set,
            None => Some(self.declared(rule, weight)),
        }
    }

    /// Returns the weight of a finding that counts for soundness: never less than its own.
    pub(crate) fn binding(&self, rule: &Rule, weight: Severity) -> Severity {
        let declared = self.declared(rule, weight);
        self.severities
            .get(rule.code)
            .copied()
            .flatten()
            .map_or(declared, |set| set.max(declared))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_make_the_context_that_the_builders_make() {
        let options = r#"{"today": "2026-11-24", "profile": "draft", "default_language": "bg", "rules_as_of": 1,
            "severities": {"network/alone": "off", "page/no-section": "hint"}, "themes": ["water"], "lang": null}"#;
        let context = Context::on(Date::new(2026, 11, 24).unwrap())
            .with_profile(Profile::Draft)
            .with_default_language("bg")
            .with_rules_as_of(1)
            .without("network/alone")
            .with_severity("page/no-section", Severity::Hint)
            .with_themes(["water"]);
        assert_eq!(Context::from_json(options), Ok(context));
        assert_eq!(Context::from_json("{}"), Ok(Context::default()));
    }

    #[test]
    fn a_bad_option_is_named() {
        for (options, said) in [
            ("[]", "the options must be a JSON object"),
            ("{", "the options must be a JSON object"),
            (
                r#"{"today": "2026-02-30"}"#,
                "option `today` must be a day, such as `2026-11-24`",
            ),
            (
                r#"{"profile": "strict"}"#,
                "option `profile` must be `publish` or `draft`",
            ),
            (
                r#"{"default_language": "bg_BG"}"#,
                "option `default_language` must be a language tag, such as `bg`",
            ),
            (
                r#"{"rules_as_of": 0}"#,
                "option `rules_as_of` must be a whole number from 1",
            ),
            (
                r#"{"themes": ["a", 1]}"#,
                "option `themes` must be a list of words",
            ),
            (
                r#"{"severities": {"network/no-led": "off"}}"#,
                "option `severities/network/no-led` must be absent: there is no rule of this code, but `network/no-lead`",
            ),
            (
                r#"{"severities": {"network/no-lead": "none"}}"#,
                "option `severities/network/no-lead` must be `hint`, `warning`, `error` or `off`",
            ),
            (
                r#"{"zzz": 1}"#,
                "option `zzz` must be absent: there is none of this name",
            ),
        ] {
            assert_eq!(Context::from_json(options).unwrap_err().to_string(), said);
        }
    }
}
