//! The values of a record: localised text, dates and periods, numbers, links, territories, open sets.

pub(crate) mod address;
#[cfg(any(feature = "time", feature = "jiff", feature = "chrono"))]
mod conversions;
pub mod country;
pub(crate) mod currency;
mod date;
pub(crate) mod email;
pub mod identifier;
mod invalid;
pub mod language;
mod localised;
pub(crate) mod lookup;
pub(crate) mod name;
pub mod nationality;
mod number;
pub(crate) mod personal_number;
pub(crate) mod phone;
mod set;
pub mod territory;
mod text;
pub mod theme;
pub mod transliteration;
mod written;

pub use crate::json::Json;
pub use date::{Date, PartialDate};
pub use invalid::Invalid;
pub use localised::LocalisedText;
pub(crate) use localised::UNDETERMINED;
pub use number::Number;
pub use personal_number::is_egn;
pub use phone::PhoneNumber;
pub(crate) use set::sets;
pub use text::{CountryCode, Email, LanguageTag, Link, Phone, TerritoryCode};
pub use written::{Joined, list};
