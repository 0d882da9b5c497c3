//! Formats.

#[allow(dead_code)] // the page reader is its only caller
pub(crate) mod page {
    pub(crate) mod prose;
}
