//! In and out of obmen: exchange pages, JSON, JSON Lines.

pub mod json;
pub mod page;
