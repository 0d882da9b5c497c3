//! The tests that walk the whole house: one binary, one module a promise.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a test stops where it fails"
)]

mod admission;
mod conformance;
mod hostile;
mod identifiers;
mod log;
mod nominations;
mod notes;
mod numbers;
mod pages;
mod properties;
mod registry;
mod reports;
mod rule_pages;
mod schema;
mod sound;
mod storage;
mod tally;
mod territories;
mod texts;
mod vectors;
mod witnesses;
mod wording;
