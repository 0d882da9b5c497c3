//! The JSON Schema of the format, judged by the crate `jsonschema`.

use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::Value;

static VALIDATOR: LazyLock<Option<Validator>> = LazyLock::new(|| {
    let schema = serde_json::from_str(include_str!("../../../docs/obmen.schema.json")).ok()?;
    jsonschema::draft202012::new(&schema).ok()
});

/// Returns true for a record that is valid by the schema, which is compiled once.
#[must_use]
pub fn accepts(record: &[u8]) -> bool {
    serde_json::from_slice::<Value>(record).is_ok_and(|record| {
        VALIDATOR
            .as_ref()
            .is_some_and(|validator| validator.validate(&record).is_ok())
    })
}
