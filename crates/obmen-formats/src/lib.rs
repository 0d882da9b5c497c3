//! In and out of obmen: one folder a format.
//!
//! Content is never an error: a reader gives back the record as far as it could be understood, and a
//! report. Errors are only for what could not run.

pub mod json;
pub mod page;
pub mod report;

use obmen::check::Rule;

/// The rules of the formats, family by family: what only a reader can find.
pub static RULES: &[&[&Rule]] = &[page::TABLE];
