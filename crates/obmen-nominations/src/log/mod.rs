//! The log as mathematics: a tree over its entries, and what that proves. No clock, no randomness, no files.

mod tree;

pub use tree::{MAX_PROOF, Tree, TreeHead};
