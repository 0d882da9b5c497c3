//! Dates, numbers and lists as people write them in Bulgarian and English: written as CLDR has them
//! (locales `bg` and `en-GB`), read with tolerance, and never guessed.

mod date;
mod list;
mod number;

pub use list::{Joined, list};
