//! Practices of local government.
pub mod value;
