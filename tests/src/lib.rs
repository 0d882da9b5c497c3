//! What the tests of the house share.

mod logs;
pub mod seed;
pub mod sound;
pub mod vectors;
pub mod votes;
mod witnesses;
