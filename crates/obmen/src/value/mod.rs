//! The values of a record: localised text, dates and periods, numbers, links, territories, open sets.

pub(crate) mod address;
#[cfg(any(feature = "time", feature = "jiff", feature = "chrono"))]
mod conversions;
pub mod country;
pub(crate) mod currency;
mod date;
mod invalid;
pub mod language;
mod localised;
pub(crate) mod lookup;
pub(crate) mod name;
pub mod nationality;
mod number;
mod set;
pub mod territory;
mod text;
pub mod theme;
pub mod transliteration;

pub use crate::json::Json;
pub use date::{Date, PartialDate};
pub use invalid::Invalid;
pub use localised::LocalisedText;
pub(crate) use localised::UNDETERMINED;
pub use number::Number;
pub(crate) use set::sets;
pub use text::{CountryCode, Email, LanguageTag, Link, Phone, TerritoryCode};
