//! The domain of `obmen`: what a practice of local government is, and the law that it obeys.
//!
//! [`read`] takes any bytes and gives back the [`Practice`] as far as it could be understood, and a
//! [`Report`] of everything wrong with it, in English and Bulgarian; [`write()`] gives the canonical
//! JSON. Nothing that was read is lost. No I/O, no clock, no randomness, no threads: what a check
//! needs from outside stands in its [`Context`].
//!
//! ```
//! use obmen::{Context, check::Language, value::Date};
//!
//! let context = Context::on(Date::new(2026, 11, 24).unwrap());
//! let text = r#"{"id": "sofia-bikes", "language": "bg", "title": "Велоалеи", "published": "2027"}"#;
//! let reading = obmen::read(text.as_bytes(), &context);
//! for found in &reading.report {
//!     println!("{} {}", found.pointer, found.message(Language::Bg));
//! }
//! assert!(reading.into_sound().is_err());
//! ```
//!
//! | feature | what it adds |
//! |---|---|
//! | `docs` | the reasons of the rules (`Rule::why`) |
//! | `schema` | `schema::json_schema`, `schema::format_table` |
//! | `time`, `jiff`, `chrono` | conversions of dates to and from the crate of that name |

mod json;
mod reading;
mod record;

pub mod check;
mod network;
pub mod nomination;
mod organisation;
mod practice;
mod results;
mod rules;
#[cfg(feature = "schema")]
pub mod schema;
pub mod value;

/// The record: one noun a type.
pub mod model {
    pub use crate::network::{Agreement, Member, Network, Party, Role};
    pub use crate::organisation::{Contact, Identifier, Organisation, OrganisationKind};
    pub use crate::practice::{
        Award, Budget, Innovator, MediaKind, MediaLink, Period, Practice, Project, Source, Status,
    };
    pub use crate::record::{AnyList, AnyRecord, FieldInfo, Kept, RecordInfo, Shape, View};
    pub use crate::results::{Indicator, ResultItem, ResultKind, ResultState, Results, Unit};
}

pub use check::{Context, Diagnostic, Report};
pub use reading::{
    Borrowed, MAX_RECORD, MAX_VALUES, Reading, Sound, Unsound, decode, decode_fields, read,
    read_borrowed,
};

/// A practice that borrows nothing; the form that applications see. [`model::Practice`] is the same
/// type with the lifetime of the text that it was read from.
pub type Practice = model::Practice<'static>;

/// Returns the canonical JSON of a practice: one order of fields, one line, absent fields left out,
/// what did not fit at its place. Reading it gives the same practice.
#[must_use]
pub fn write(practice: &model::Practice<'_>) -> String {
    // Writing to a string does not fail, and no key of the model is anything but a string.
    serde_json::to_string(practice).unwrap_or_default()
}

/// Returns the canonical JSON of a practice, indented by two spaces, for people.
#[must_use]
pub fn write_pretty(practice: &model::Practice<'_>) -> String {
    serde_json::to_string_pretty(practice).unwrap_or_default()
}
