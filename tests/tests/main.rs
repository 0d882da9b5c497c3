//! The tests that walk the whole house: one binary, one module a promise.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where it fails"
)]

mod registry;
mod vectors;
mod wording;
