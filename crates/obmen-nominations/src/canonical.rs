//! Bytes that are hashed and signed: one form of JSON, one hash of a leaf.

use data_encoding::BASE64;
use obmen::nomination::{Hex, Policy};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// Returns the canonical JSON of a value (RFC 8785): keys sorted, no spaces, numbers as ECMAScript writes them.
///
/// ```
/// let value: serde_json::Value = serde_json::from_str(r#"{"b": 1.50, "a": "ю"}"#).unwrap();
/// assert_eq!(obmen_nominations::canonical(&value), r#"{"a":"ю","b":1.5}"#);
/// ```
#[must_use]
pub fn canonical(value: &serde_json::Value) -> String {
    written(value)
}

/// Returns the canonical JSON of a value of ours: string keys and finite numbers, so that nothing of it fails.
pub(crate) fn written(value: &impl Serialize) -> String {
    serde_json_canonicalizer::to_string(value).unwrap_or_default()
}

/// Returns the id of an entry: the leaf hash of its bytes (RFC 6962, 2.1), SHA-256 over a zero byte and them.
#[must_use]
pub fn leaf_hash(entry: &[u8]) -> Hex<32> {
    Hex(Sha256::new()
        .chain_update([0])
        .chain_update(entry)
        .finalize()
        .into())
}

/// Returns the canonical JSON of a policy, whose hash names its edition.
#[must_use]
pub fn canonical_policy(policy: &Policy) -> String {
    written(policy)
}

/// Returns the full name of a policy's edition: its name, `@`, and the SHA-256 of its canonical JSON.
///
/// ```
/// use obmen::nomination::{Hour, Policy};
/// let policy = Policy::new("2026-spring", "bg", Hour::at(0), Hour::at(3600));
/// assert!(obmen_nominations::edition(&policy).starts_with("2026-spring@"));
/// ```
#[must_use]
pub fn edition(policy: &Policy) -> String {
    format!(
        "{}@{}",
        policy.edition,
        sha256(canonical_policy(policy).as_bytes())
    )
}

/// Returns the SHA-256 of bytes (FIPS 180-4).
///
/// ```
/// let hash = obmen_nominations::sha256(b"").to_string();
/// assert!(hash.starts_with("e3b0c44298fc1c14"));
/// ```
#[must_use]
pub fn sha256(bytes: &[u8]) -> Hex<32> {
    Hex(Sha256::digest(bytes).into())
}

/// Reads Base64 in its one form. The decoder alone takes several padded texts in a row for one.
pub(crate) fn base64(text: &str) -> Option<Vec<u8>> {
    let one = !text.trim_end_matches('=').contains('=');
    BASE64.decode(text.as_bytes()).ok().filter(|_| one)
}
