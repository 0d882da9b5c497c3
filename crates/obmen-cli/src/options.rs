//! Options that several commands share.

use clap::{Args, ValueEnum};
use obmen::Context;
use obmen::check::{Language, Profile, Safety};
use obmen::value::Date;
use obmen_formats::report::Format;
use time::OffsetDateTime;

/// The language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Lang {
    /// English
    #[default]
    En,
    /// Bulgarian
    Bg,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Language {
        match lang {
            Lang::En => Language::En,
            Lang::Bg => Language::Bg,
        }
    }
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum OutputFormat {
    /// For people: excerpts on a terminal, one line a finding elsewhere
    #[default]
    Text,
    /// One array, one object a record
    Json,
    /// One line a record that has a finding
    Jsonl,
    /// One log of SARIF 2.1.0, as code scanning and editors read it
    Sarif,
    /// Annotations of GitHub Actions, one line a finding
    Github,
}

impl OutputFormat {
    /// Returns the format of other programs; `None` for that of people.
    pub(crate) fn of_data(self) -> Option<Format> {
        match self {
            OutputFormat::Text => None,
            OutputFormat::Json => Some(Format::Json),
            OutputFormat::Jsonl => Some(Format::Lines),
            OutputFormat::Sarif => Some(Format::Sarif),
            OutputFormat::Github => Some(Format::GitHub),
        }
    }
}

/// Which fixes are applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Fix {
    /// Those that keep the meaning
    Certain,
    /// Proposals too
    Suggested,
}

impl From<Fix> for Safety {
    fn from(fix: Fix) -> Safety {
        match fix {
            Fix::Certain => Safety::Certain,
            Fix::Suggested => Safety::Suggested,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Strictness {
    /// As it must be to be published
    Publish,
    /// As it is being written: nothing is said of what is absent
    Draft,
}

/// What a check needs from outside.
#[derive(Debug, Args)]
pub(crate) struct Judging {
    /// How strictly records are judged
    #[arg(long, value_enum, default_value = "publish", value_name = "PROFILE")]
    profile: Strictness,
    /// The day of the check [default: today, UTC]
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Date>,
    /// The language of bare strings in records that say none (BCP 47)
    #[arg(long, value_name = "TAG")]
    default_language: Option<String>,
    /// Judge by an earlier edition of the rules: errors of newer rules become warnings
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    rules_as_of: Option<u32>,
}

impl Judging {
    /// Returns the context of a check.
    pub(crate) fn context(&self) -> Context {
        let context = self
            .today
            .or_else(today)
            .map_or_else(Context::default, Context::on);
        let context = match self.profile {
            Strictness::Publish => context.with_profile(Profile::Publish),
            Strictness::Draft => context.with_profile(Profile::Draft),
        };
        let context = match &self.default_language {
            Some(language) => context.with_default_language(language),
            None => context,
        };
        match self.rules_as_of {
            Some(edition) => context.with_rules_as_of(edition),
            None => context,
        }
    }
}

/// Returns the seconds since 1970; 0 before. Only here and in [`today`] does the command read the clock.
pub(crate) fn now() -> u64 {
    u64::try_from(OffsetDateTime::now_utc().unix_timestamp()).unwrap_or(0)
}

/// Returns today's date in UTC; `None` before the year 1 and after 9999.
fn today() -> Option<Date> {
    let now = OffsetDateTime::now_utc();
    Date::new(
        u16::try_from(now.year()).ok()?,
        now.month().into(),
        now.day(),
    )
}
