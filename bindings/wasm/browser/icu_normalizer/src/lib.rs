//! Stands in for the crate `icu_normalizer` in the browser build: what obmen asks of it, answered by
//! `String.prototype.normalize`, whose tables the browser has anyway.

use std::borrow::Cow;

use js_sys::JsString;

/// The normal form NFC.
pub struct ComposingNormalizerBorrowed;

impl ComposingNormalizerBorrowed {
    /// Returns the normaliser.
    pub fn new_nfc() -> ComposingNormalizerBorrowed {
        ComposingNormalizerBorrowed
    }

    /// Returns the normal form of a text.
    pub fn normalize<'a>(&self, text: &'a str) -> Cow<'a, str> {
        Cow::Owned(JsString::from(text).normalize("NFC").into())
    }

    /// True for a text in its normal form.
    pub fn is_normalized(&self, text: &str) -> bool {
        text.is_ascii() || self.normalize(text) == text
    }
}
