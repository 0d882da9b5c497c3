//! What the tests of the house share.

pub mod sound;
pub mod vectors;
