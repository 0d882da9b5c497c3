//! Many practices held together: looked up by id, decoded when they are looked at, with one report of all.
//!
//! A [`Catalogue`] holds the text that its records were read from, and of each record where it stands, its id
//! and what was found. Whoever reads the text, record by record, builds it; this crate reads nothing itself.
//!
//! ```
//! use std::sync::Arc;
//!
//! use obmen::Context;
//! use obmen::check::Position;
//! use obmen_catalogue::Builder;
//!
//! let text = r#"[{"id": "first"}, {"id": "second"}, {"id": "first"}, 5]"#;
//! let context = Context::default();
//! let mut builder = Builder::new(Arc::new(text), &context);
//! for span in [1..16, 18..34, 36..51, 53..54] {
//!     let read = obmen::read_borrowed(text[span.clone()].as_bytes(), &context);
//!     let id = read.practice.as_ref().map(|practice| practice.id.as_deref());
//!     let begins = Position { line: 1, column: span.start + 1 };
//!     builder.push(span, begins, id, read.report.clone());
//! }
//! let catalogue = builder.finish();
//! assert_eq!(catalogue.len(), 3);
//! assert_eq!(catalogue.by_id("first").collect::<Vec<_>>(), [0, 2]);
//! let practice = catalogue.get(1).and_then(|record| record.practice());
//! assert_eq!(practice.unwrap().id.as_deref(), Some("second"));
//! assert_eq!(catalogue.report().counts()["catalogue/duplicate-id"], 1);
//! ```

mod catalogue;
mod report;
mod rules;

use obmen::check::Rule;

pub use catalogue::{Builder, Catalogue, Record};
pub use report::{CatalogueReport, Found};

/// The rules of catalogues, family by family: what no record shows alone.
pub static RULES: &[&[&Rule]] = &[rules::TABLE];
