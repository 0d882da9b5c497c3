//! Values.
pub mod nationality;
pub mod territory;
pub mod transliteration;
