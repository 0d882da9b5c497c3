//! Votes at work: challenges that cost robots, tags that count people once, admission to a log.

mod canonical;
mod refusal;
mod rules;
mod solve;

use obmen::check::Rule;

pub use canonical::{canonical, edition, leaf_hash};
pub use refusal::Refusal;
pub use solve::{Found, Search, derive};

/// The rules of nominations that are judged here; those of their form are the core's.
pub static RULES: &[&[&Rule]] = &[rules::TABLE];
