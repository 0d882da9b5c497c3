//! JSON Patch (RFC 6902) over kept JSON, which may repeat a key: a pointer means its first occurrence.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::check::pointer::{index, tokens};
use crate::value::Json;

/// One operation of a JSON Patch.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the fields are those of RFC 6902")]
pub enum Operation<'t> {
    /// Stops the patch unless the value at `path` is this one.
    Test { path: String, value: Json<'t> },
    /// Sets a field, or inserts an array element.
    Add { path: String, value: Json<'t> },
    /// Takes a value away.
    Remove { path: String },
    /// Sets a value that is there.
    Replace { path: String, value: Json<'t> },
    /// Takes a value away and adds it elsewhere.
    Move { from: String, path: String },
    /// Adds a copy of a value elsewhere.
    Copy { from: String, path: String },
}

/// A place that an operation changes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Touched<'a> {
    pub(crate) path: &'a str,
    /// Whether the elements after it move, when it is one of an array.
    pub(crate) moves: bool,
}

/// A patch that could not be applied; the document stays as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Refused;

impl<'t> Operation<'t> {
    /// Returns the operation that a JSON object describes; `None` when it is none.
    #[must_use]
    pub fn from_json(json: &Json<'t>) -> Option<Operation<'t>> {
        let pointer = |key| {
            let text = json.get(key)?.as_str()?;
            tokens(text).map(|_| text.to_owned())
        };
        let path = pointer("path")?;
        let value = || json.get("value").cloned();
        Some(match json.get("op")?.as_str()? {
            "test" => Operation::Test {
                path,
                value: value()?,
            },
            "add" => Operation::Add {
                path,
                value: value()?,
            },
            "remove" => Operation::Remove { path },
            "replace" => Operation::Replace {
                path,
                value: value()?,
            },
            "move" => Operation::Move {
                from: pointer("from")?,
                path,
            },
            "copy" => Operation::Copy {
                from: pointer("from")?,
                path,
            },
            _ => return None,
        })
    }

    /// Returns the document after all operations of a patch; `None` when one of them cannot be applied.
    ///
    /// ```
    /// use obmen::{check::Operation, value::Json};
    /// let document = Json::parse(r#"{"id": 17}"#).unwrap();
    /// let patch = Json::parse(r#"{"op": "replace", "path": "/id", "value": "17"}"#).unwrap();
    /// let patch = [Operation::from_json(&patch).unwrap()];
    /// assert_eq!(Operation::apply_all(&patch, &document).unwrap().to_string(), r#"{"id":"17"}"#);
    /// ```
    #[must_use]
    pub fn apply_all(patch: &[Operation<'t>], document: &Json<'t>) -> Option<Json<'t>> {
        let mut document = document.clone();
        apply(&mut document, patch).ok().map(|()| document)
    }

    /// Returns the places that the operation changes.
    pub(crate) fn touches(&self) -> impl Iterator<Item = Touched<'_>> {
        let place = |path, moves| Some(Touched { path, moves });
        let (first, second) = match self {
            Operation::Test { .. } => (None, None),
            Operation::Replace { path, .. } => (place(path, false), None),
            Operation::Add { path, .. } | Operation::Remove { path } => (place(path, true), None),
            Operation::Move { from, path } => (place(path, true), place(from, true)),
            Operation::Copy { from, path } => (place(path, true), place(from, false)),
        };
        first.into_iter().chain(second)
    }

    fn apply(&self, document: &mut Json<'t>) -> Result<(), Refused> {
        match self {
            Operation::Test { path, value } => document
                .at(path)
                // A value that repeats a key is the same as itself only.
                .filter(|found| *found == value || found.same(value))
                .map(|_| ())
                .ok_or(Refused),
            Operation::Add { path, value } => add(document, path, value.clone()),
            Operation::Remove { path } => remove(document, path).map(|_| ()),
            Operation::Replace { path, value } => {
                *place(document, &tokens(path).ok_or(Refused)?)? = value.clone();
                Ok(())
            }
            Operation::Move { from, path } => {
                let inside_itself = path
                    .strip_prefix(from.as_str())
                    .is_some_and(|rest| rest.starts_with('/'));
                if inside_itself {
                    return Err(Refused);
                }
                let value = remove(document, from)?;
                let added = add(document, path, value.clone());
                // What cannot be put there goes back.
                added.or_else(|refused| add(document, from, value).and(Err(refused)))
            }
            Operation::Copy { from, path } => {
                let value = document.at(from).cloned().ok_or(Refused)?;
                add(document, path, value)
            }
        }
    }
}

/// Applies all operations, or none.
///
/// # Errors
/// [`Refused`] when a test fails or a place does not exist.
pub(crate) fn apply<'t>(document: &mut Json<'t>, patch: &[Operation<'t>]) -> Result<(), Refused> {
    let changes = patch
        .iter()
        .skip_while(|operation| matches!(operation, Operation::Test { .. }));
    if changes.count() <= 1 {
        // Tests change nothing, and one operation is done wholly or not at all.
        return patch
            .iter()
            .try_for_each(|operation| operation.apply(document));
    }
    let mut patched = document.clone();
    patch
        .iter()
        .try_for_each(|operation| operation.apply(&mut patched))?;
    *document = patched;
    Ok(())
}

fn place<'a, 't>(
    document: &'a mut Json<'t>,
    path: &[Cow<'_, str>],
) -> Result<&'a mut Json<'t>, Refused> {
    path.iter().try_fold(document, |value, token| {
        match value {
            Json::Object(fields) => fields
                .iter_mut()
                .find(|(key, _)| key == token)
                .map(|(_, value)| value),
            Json::Array(items) => index(token).and_then(|index| items.get_mut(index)),
            _ => None,
        }
        .ok_or(Refused)
    })
}

fn add<'t>(document: &mut Json<'t>, path: &str, value: Json<'t>) -> Result<(), Refused> {
    let path = tokens(path).ok_or(Refused)?;
    let Some((last, parents)) = path.split_last() else {
        *document = value;
        return Ok(());
    };
    match place(document, parents)? {
        Json::Object(fields) => match fields.iter_mut().find(|(key, _)| key == last) {
            Some((_, old)) => *old = value,
            None => fields.push((Cow::Owned(last.clone().into_owned()), value)),
        },
        Json::Array(items) => {
            let at = if last == "-" {
                items.len()
            } else {
                index(last).filter(|at| *at <= items.len()).ok_or(Refused)?
            };
            items.insert(at, value);
        }
        _ => return Err(Refused),
    }
    Ok(())
}

fn remove<'t>(document: &mut Json<'t>, path: &str) -> Result<Json<'t>, Refused> {
    let path = tokens(path).ok_or(Refused)?;
    let Some((last, parents)) = path.split_last() else {
        return Ok(std::mem::replace(document, Json::Null));
    };
    match place(document, parents)? {
        Json::Object(fields) => {
            let at = fields
                .iter()
                .position(|(key, _)| key == last)
                .ok_or(Refused)?;
            Ok(fields.remove(at).1)
        }
        Json::Array(items) => {
            let at = index(last).filter(|at| *at < items.len()).ok_or(Refused)?;
            Ok(items.remove(at))
        }
        _ => Err(Refused),
    }
}

impl Serialize for Operation<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (op, from, path, value) = match self {
            Operation::Test { path, value } => ("test", None, path, Some(value)),
            Operation::Add { path, value } => ("add", None, path, Some(value)),
            Operation::Remove { path } => ("remove", None, path, None),
            Operation::Replace { path, value } => ("replace", None, path, Some(value)),
            Operation::Move { from, path } => ("move", Some(from), path, None),
            Operation::Copy { from, path } => ("copy", Some(from), path, None),
        };
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("op", op)?;
        if let Some(from) = from {
            map.serialize_entry("from", from)?;
        }
        map.serialize_entry("path", path)?;
        if let Some(value) = value {
            map.serialize_entry("value", value)?;
        }
        map.end()
    }
}
