//! Votes at work: challenges that cost robots, tags that count people once, and the one way into a log.
//!
//! What is promised, and no more: a person's proven identity counts once for a practice, an edition and a scope. No
//! clock, no randomness, no files: the time and chance are arguments, and what must be remembered is in a [`Store`].
//! With the feature `fs` one in files ships besides the one in memory.

mod act;
mod admission;
mod canonical;
mod challenge;
#[cfg(feature = "fs")]
pub mod fs;
mod identity;
mod limiter;
pub mod log;
mod refusal;
mod request;
mod rules;
mod secret;
mod solve;
mod store;
mod tally;
mod token;
mod words;

use obmen::check::Rule;

pub use act::Recorded;
pub use admission::{Admission, Decision, Message, Picture, Proven, Receipt, Unproven};
pub use canonical::{canonical, canonical_policy, edition, leaf_hash, sha256};
pub use challenge::{Action, Answer, Binding, answer, challenge, search, solve};
pub use identity::{EMAIL_NORMALISATION, Identity, normalise_email};
pub use limiter::{Bucket, Limiter};
pub use refusal::Refusal;
pub use request::{Known, MAX_REQUEST, Proof, Request};
pub use secret::{KeyFile, Keys, Ring, Secret};
pub use solve::{Found, Search, derive};
pub use store::{Head, Memory, Nonce, Pool, Status, Store};
pub use tally::{
    Closing, Count, CountedLog, EditionTally, Share, Slot, Source, Standing, State, Tally,
    Uncounted, Unit, merge, united,
};
pub use token::{CODE_LENGTH, Purpose, SYMBOLS, Token};
/// What secrets are returned in: wiped from memory when it is dropped.
pub use zeroize::Zeroizing;

/// The rules of nominations that are judged here; those of their form are the core's.
pub static RULES: &[&[&Rule]] = &[
    rules::TABLE,
    log::rules::TABLE,
    log::cosigning_rules::TABLE,
    store::rules::TABLE,
    tally::rules::TABLE,
];
