//! Checking: every rule over every node of a record, and the report of what was found.

mod context;
mod diagnostic;
pub(crate) mod facts;
mod mend;
mod patch;
pub(crate) mod pointer;
mod position;
mod report;
mod rule;
mod scan;
pub(crate) mod walk;

pub use context::{BadOption, Context, Profile};
pub use diagnostic::{Argument, Arguments, Diagnostic, Fix, Position, Safety, Span, Term};
pub use mend::Mended;
pub use patch::Operation;
pub use pointer::escape;
pub use position::{JsonText, Locate};
pub use report::Report;
#[doc(hidden)]
pub use rule::Judge;
pub use rule::{Language, Rule, Severity, Texts, rule};

pub use crate::rules::RULES;
