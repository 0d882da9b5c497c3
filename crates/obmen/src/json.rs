//! JSON as it came: the values that obmen keeps because they fit nowhere, and the patches that move them.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::record::Own;
use crate::value::Number;

/// How deep a record may nest; a deeper one is `shape/too-deep`.
pub(crate) const MAX_DEPTH: u8 = 64;

/// The words by which a decoder error says that the limit of depth was met.
pub(crate) const TOO_DEEP: &str = "nested deeper than 64 levels";

/// A JSON value with the order and the repeated keys of its source.
///
/// Numbers are their nearest double. Equality is that of the text: objects with another order of
/// keys differ.
#[derive(Debug, Clone, PartialEq)]
pub enum Json<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as its nearest double.
    Number(Number),
    /// A string.
    String(Cow<'t, str>),
    /// An array.
    Array(Vec<Json<'t>>),
    /// An object; a key may stand twice.
    Object(Vec<(Cow<'t, str>, Json<'t>)>),
}

impl<'t> Json<'t> {
    /// Returns the value that a JSON text holds.
    ///
    /// # Errors
    /// A text that is no JSON, or nests deeper than 64 levels, is `shape/not-json`.
    pub fn parse(text: &'t str) -> Result<Json<'t>, crate::value::Invalid> {
        let mut decoder = serde_json::Deserializer::from_str(text);
        Capture { depth: 0 }
            .deserialize(&mut decoder)
            .and_then(|value| decoder.end().map(|()| value))
            .map_err(|error| {
                crate::value::Invalid::new("shape/not-json").with("reason", error.to_string())
            })
    }

    /// Returns the JSON that a value is written as.
    pub(crate) fn of(value: &impl Serialize) -> Json<'static> {
        let text = serde_json::to_string(value).unwrap_or_default();
        Json::parse(&text).map_or(Json::Null, Own::own)
    }

    /// Returns the value of the first field `key` of an object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Json<'t>> {
        match self {
            Json::Object(fields) => fields
                .iter()
                .find(|(name, _)| name == key)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    /// Returns the text of a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Json::String(text) => Some(text),
            _ => None,
        }
    }

    /// True when both are the same JSON value: objects are compared without regard to order.
    #[must_use]
    pub fn same(&self, other: &Json<'_>) -> bool {
        match (self, other) {
            (Json::Object(a), Json::Object(b)) => {
                // Of a key that stands twice the order counts.
                let by_key = |fields: &mut [&(Cow<'_, str>, Json<'_>)]| {
                    fields.sort_by(|(a, _), (b, _)| a.cmp(b));
                };
                let (mut a, mut b): (Vec<_>, Vec<_>) = (a.iter().collect(), b.iter().collect());
                by_key(&mut a);
                by_key(&mut b);
                a.len() == b.len() && (a.iter().zip(b)).all(|((k, x), (l, y))| k == l && x.same(y))
            }
            (Json::Array(a), Json::Array(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(x, y)| x.same(y))
            }
            (Json::String(a), Json::String(b)) => a == b,
            (Json::Number(a), Json::Number(b)) => a == b,
            (Json::Bool(a), Json::Bool(b)) => a == b,
            (Json::Null, Json::Null) => true,
            _ => false,
        }
    }

    pub(crate) fn from_map<A: MapAccess<'t>>(mut map: A, depth: u8) -> Result<Json<'t>, A::Error> {
        let mut fields = Vec::new();
        while let Some(key) = map.next_key_seed(Key)? {
            fields.push((key, map.next_value_seed(Capture { depth })?));
        }
        Ok(Json::Object(fields))
    }

    pub(crate) fn from_seq<A: SeqAccess<'t>>(mut seq: A, depth: u8) -> Result<Json<'t>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(Capture { depth })? {
            items.push(item);
        }
        Ok(Json::Array(items))
    }
}

/// Returns an error once `depth` passes the limit, else the depth of what lies inside.
pub(crate) fn deeper<E: de::Error>(depth: u8) -> Result<u8, E> {
    if depth >= MAX_DEPTH {
        Err(E::custom(TOO_DEEP))
    } else {
        Ok(depth + 1)
    }
}

impl Own for Json<'_> {
    type Owned = Json<'static>;
    fn own(self) -> Json<'static> {
        match self {
            Json::Null => Json::Null,
            Json::Bool(value) => Json::Bool(value),
            Json::Number(value) => Json::Number(value),
            Json::String(text) => Json::String(text.own()),
            Json::Array(items) => Json::Array(items.own()),
            Json::Object(fields) => Json::Object(
                fields
                    .into_iter()
                    .map(|(key, value)| (key.own(), value.own()))
                    .collect(),
            ),
        }
    }
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Null => serializer.serialize_unit(),
            Json::Bool(value) => serializer.serialize_bool(*value),
            Json::Number(value) => value.serialize(serializer),
            Json::String(text) => serializer.serialize_str(text),
            Json::Array(items) => serializer.collect_seq(items),
            Json::Object(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (key, value) in fields {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

impl fmt::Display for Json<'_> {
    /// Writes the compact JSON text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
}

impl From<String> for Json<'_> {
    fn from(text: String) -> Self {
        Json::String(Cow::Owned(text))
    }
}

impl<'t> From<&'t str> for Json<'t> {
    fn from(text: &'t str) -> Self {
        Json::String(Cow::Borrowed(text))
    }
}

/// Takes any JSON value whole, within the limit of depth.
pub(crate) struct Capture {
    pub(crate) depth: u8,
}

impl<'t> DeserializeSeed<'t> for Capture {
    type Value = Json<'t>;
    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<Json<'t>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'t> Visitor<'t> for Capture {
    type Value = Json<'t>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }
    fn visit_unit<E>(self) -> Result<Json<'t>, E> {
        Ok(Json::Null)
    }
    fn visit_none<E>(self) -> Result<Json<'t>, E> {
        Ok(Json::Null)
    }
    fn visit_some<D: Deserializer<'t>>(self, deserializer: D) -> Result<Json<'t>, D::Error> {
        deserializer.deserialize_any(self)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Json<'t>, E> {
        Ok(Json::Bool(value))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Json<'t>, E> {
        Ok(Json::Number(Number::from(value)))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Json<'t>, E> {
        Ok(Json::Number(Number::from(value)))
    }
    fn visit_f64<E>(self, value: f64) -> Result<Json<'t>, E> {
        Ok(Number::new(value).map_or(Json::Null, Json::Number))
    }
    fn visit_str<E>(self, text: &str) -> Result<Json<'t>, E> {
        Ok(Json::String(Cow::Owned(text.to_owned())))
    }
    fn visit_borrowed_str<E>(self, text: &'t str) -> Result<Json<'t>, E> {
        Ok(Json::String(Cow::Borrowed(text)))
    }
    fn visit_string<E>(self, text: String) -> Result<Json<'t>, E> {
        Ok(Json::String(Cow::Owned(text)))
    }
    fn visit_seq<A: SeqAccess<'t>>(self, seq: A) -> Result<Json<'t>, A::Error> {
        Json::from_seq(seq, deeper(self.depth)?)
    }
    fn visit_map<A: MapAccess<'t>>(self, map: A) -> Result<Json<'t>, A::Error> {
        Json::from_map(map, deeper(self.depth)?)
    }
}

/// Takes the key of an object, borrowed where the source allows.
pub(crate) struct Key;

impl<'t> DeserializeSeed<'t> for Key {
    type Value = Cow<'t, str>;
    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<Cow<'t, str>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'t> Visitor<'t> for Key {
    type Value = Cow<'t, str>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the key of a field")
    }
    fn visit_str<E>(self, text: &str) -> Result<Cow<'t, str>, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
    fn visit_borrowed_str<E>(self, text: &'t str) -> Result<Cow<'t, str>, E> {
        Ok(Cow::Borrowed(text))
    }
    fn visit_string<E>(self, text: String) -> Result<Cow<'t, str>, E> {
        Ok(Cow::Owned(text))
    }
}
