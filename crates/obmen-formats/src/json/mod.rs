//! Records as JSON: a document, an array, JSON Lines; read as a stream and written as one.
//!
//! ```
//! use obmen::Context;
//! use obmen_formats::json::{Form, Records};
//!
//! let lines = "{\"id\": \"first\"}\n\n{\"id\": 2}\n";
//! let records = Records::new(lines.as_bytes(), Some(Form::Lines), &Context::default());
//! let found: Vec<_> = records.map(|record| record.map(|record| (record.number, record.line))).collect::<Result<_, _>>()?;
//! assert_eq!(found, [(1, 1), (2, 3)]);
//! # Ok::<(), obmen_formats::json::Error>(())
//! ```

mod check;
mod read;
mod source;
mod split;
mod write;

use std::path::Path;

#[cfg(feature = "parallel")]
pub use check::check_parallel;
pub use check::{Checked, Checks};
pub use read::{Record, Records};
pub use write::Writer;

/// How records stand in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// JSON Lines: one record a line.
    Lines,
    /// An array of records.
    Array,
    /// One record, on one line or many. Asked of a reader, also an array: its first character tells.
    Document,
}

impl Form {
    /// Returns the form that the extension of a file names: `.jsonl` and `.ndjson`, or `.json`.
    ///
    /// ```
    /// use obmen_formats::json::Form;
    /// assert_eq!(Form::of_path("register.JSONL".as_ref()), Some(Form::Lines));
    /// assert_eq!(Form::of_path("register".as_ref()), None);
    /// ```
    #[must_use]
    pub fn of_path(path: &Path) -> Option<Form> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "jsonl" | "ndjson" => Some(Form::Lines),
            "json" => Some(Form::Document),
            _ => None,
        }
    }
}

/// Why records could not be read or written on. What is wrong with a record is in its report.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The source failed.
    #[error("cannot read: {0}")]
    Read(#[source] std::io::Error),
    /// The target failed.
    #[error("cannot write: {0}")]
    Write(#[source] std::io::Error),
}
