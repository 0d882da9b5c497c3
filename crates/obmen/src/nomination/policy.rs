//! The rules by which an exchange takes votes in one edition, as data.

use serde::{Deserialize, Serialize};

use crate::nomination::entry::is_slug;
use crate::nomination::words::words;
use crate::nomination::{Class, Hour};
use crate::value::Invalid;

words! {
    /// How a challenge makes a computer work (ALTCHA protocol v2).
    Algorithm {
        /// PBKDF2 with HMAC-SHA-256 (RFC 8018); `cost` is its iterations.
        Pbkdf2 = "PBKDF2/SHA-256",
        /// SHA-256, `cost` times over.
        Sha256 = "SHA-256",
    }
}

/// The policy of an edition: who may vote, when, and what a vote is worth.
///
/// Sites that add their votes up have the same policy, to the byte: its hash is part of every entry. What is left
/// out has the value of [`Policy::new`], which is the safe one.
///
/// ```
/// use obmen::nomination::{Class, Policy};
/// let text = r#"{"edition": "2026-spring", "scope": "bg", "opens": "2026-03-01T00Z", "closes": "2026-06-01T00Z"}"#;
/// let policy = Policy::read(text).unwrap();
/// assert_eq!(policy.classes, [Class::Email, Class::Eid]);
/// let reversed = text.replace("03-01", "07-01");
/// assert_eq!(Policy::read(&reversed).unwrap_err().code, "nomination/policy-bad-value");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Policy {
    /// The version of this form: 1.
    #[serde(default = "one")]
    pub v: u32,
    /// The name of the edition: small letters, digits and hyphens.
    pub edition: String,
    /// The domain of the key that makes tags; a person counts once in it. Small letters, digits and hyphens.
    pub scope: String,
    /// The first hour in which votes are taken.
    pub opens: Hour,
    /// The first hour in which they no longer are.
    pub closes: Hour,
    /// The classes that are taken, weakest first; `email` and `eid` unless others are named.
    #[serde(default = "strong")]
    pub classes: Vec<Class>,
    /// How many votes of the weak classes `typed` and `pow` count, at most, for each vote of a stronger class for the
    /// same practice; `null` for no limit. 1 unless another is named.
    #[serde(default = "one_weak")]
    pub weak_per_strong: Option<u32>,
    /// How long a link or a code that was sent is good, in minutes, 1 to 1,440; 60 unless said otherwise.
    #[serde(default = "hour")]
    pub confirm_minutes: u32,
    /// The days after closing in which votes can be disputed; then the keys of the scope are destroyed. 30 unless
    /// said otherwise.
    #[serde(default = "month")]
    pub appeal_days: u32,
    /// The work that a challenge demands.
    #[serde(default)]
    pub challenge: ChallengePolicy,
}

/// The work that a challenge demands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct ChallengePolicy {
    /// How a key is derived.
    pub algorithm: Algorithm,
    /// How often, 1 to 1,000,000. A browser tries about 256 keys to find one that fits.
    pub cost: u32,
    /// How long a challenge is good, in seconds, 1 to 300: with a clock that steps back five minutes no more than ten.
    pub seconds: u32,
}

impl ChallengePolicy {
    /// The highest `cost`: one try must end soon, or nobody could stop a search.
    pub const MAX_COST: u32 = 1_000_000;
}

impl Default for ChallengePolicy {
    fn default() -> ChallengePolicy {
        ChallengePolicy {
            algorithm: Algorithm::Pbkdf2,
            cost: 2000,
            seconds: 300,
        }
    }
}

fn one() -> u32 {
    1
}

fn strong() -> Vec<Class> {
    vec![Class::Email, Class::Eid]
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "the default of a field that may be null"
)]
fn one_weak() -> Option<u32> {
    Some(1)
}

fn hour() -> u32 {
    60
}

fn month() -> u32 {
    30
}

impl Policy {
    /// Returns the safe policy of an edition: only votes behind which a person stands, a weak vote nowhere.
    #[must_use]
    pub fn new(edition: &str, scope: &str, opens: Hour, closes: Hour) -> Policy {
        Policy {
            v: one(),
            edition: edition.to_owned(),
            scope: scope.to_owned(),
            opens,
            closes,
            classes: strong(),
            weak_per_strong: one_weak(),
            confirm_minutes: hour(),
            appeal_days: month(),
            challenge: ChallengePolicy::default(),
        }
    }

    /// Reads a policy from JSON.
    ///
    /// # Errors
    /// `nomination/policy-not-read` with the place, when the text is no policy; `nomination/policy-bad-value` as
    /// [`check`](Policy::check) says.
    pub fn read(text: &str) -> Result<Policy, Invalid> {
        let policy: Policy = serde_json::from_str(text).map_err(|error| {
            Invalid::new("nomination/policy-not-read").with("reason", error.to_string())
        })?;
        policy.check()?;
        Ok(policy)
    }

    /// Checks that the values are those of a policy, each in its range.
    ///
    /// # Errors
    /// `nomination/policy-bad-value`, with the first field that is not.
    pub fn check(&self) -> Result<(), Invalid> {
        let ascending = self.classes.is_sorted_by(|a, b| a < b) && !self.classes.is_empty();
        let work = &self.challenge;
        let wrong = [
            ("v", self.v == 1),
            ("edition", is_slug(&self.edition)),
            ("scope", is_slug(&self.scope)),
            ("closes", self.opens < self.closes),
            ("classes", ascending),
            (
                "confirm_minutes",
                (1..=1440).contains(&self.confirm_minutes),
            ),
            (
                "challenge.cost",
                (1..=ChallengePolicy::MAX_COST).contains(&work.cost),
            ),
            ("challenge.seconds", (1..=300).contains(&work.seconds)),
        ]
        .into_iter()
        .find(|(_, fits)| !fits);
        wrong.map_or(Ok(()), |(field, _)| {
            Err(Invalid::new("nomination/policy-bad-value").with("field", field))
        })
    }
}
