//! What a check needs from outside: the day, the profile, the weights.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::check::{Rule, Severity};
use crate::value::Date;
use crate::value::theme::Theme;

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

impl Context {
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
