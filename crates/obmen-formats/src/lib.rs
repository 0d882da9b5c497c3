//! In and out of obmen: one folder a format.
//!
//! Content is never an error: a reader gives back the record as far as it could be understood, and a
//! report.

pub mod page;
