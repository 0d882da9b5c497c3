//! What the tests of the house share.

pub mod disk;
pub mod logs;
pub mod seed;
pub mod sound;
mod stores;
pub mod vectors;
pub mod votes;
mod witnesses;
