//! The vote as a record: what a log holds of it, and the policy by which it was taken.
//!
//! An [`Entry`] is a line of a log in its one canonical form (RFC 8785), so that its bytes can be hashed and
//! signed. It never holds who voted: only a tag that nobody without the key of its scope can make. What is done
//! with entries — challenges, admission, logs, tallies — is the work of the crate `obmen-nominations`.

mod entry;
mod policy;
mod words;

pub use entry::{Act, Entry, MAX_ENTRY, Vote, check_origin, check_practice, is_slug};
pub use policy::{Algorithm, ChallengePolicy, Policy};
pub use words::{Class, Hex, Hour, Reason, hex_digit};
