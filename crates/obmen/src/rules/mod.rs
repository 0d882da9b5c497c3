//! The law: one file a family, each rule beside its words and its reason.
//!
//! A rule judges one kind of node and knows nothing of the other rules or of JSON.

mod contact;
mod identifier;
mod language_tag;
pub(crate) mod link;
mod network;
mod nomination;
mod organisation;
pub(crate) mod parties;
mod person;
mod personal_number;
mod practice;
mod repeats;
pub(crate) mod results;
pub(crate) mod shape;
pub(crate) mod text;
pub(crate) mod topic;
pub(crate) mod words;

use crate::check::Rule;

/// The edition of the rules; a new rule takes the next one.
pub(crate) const EDITION: u32 = 2;

/// All rules of the core, family by family.
pub static RULES: &[&[&Rule]] = &[
    shape::TABLE,
    text::TABLE,
    language_tag::TABLE,
    personal_number::TABLE,
    practice::TABLE,
    organisation::TABLE,
    identifier::TABLE,
    contact::TABLE,
    network::TABLE,
    results::TABLE,
    link::TABLE,
    nomination::TABLE,
];
