//! The one way a record type is made: its fields, its canonical writing, its tolerant one-pass decoding, its walk.
//!
//! A type that may stand in a record is a [`Node`]; the [`record!`] macro makes one of a list of
//! fields. A value that does not fit is never an error of decoding: it is [`Kept`] beside its node,
//! as the JSON it was, and the walk makes a diagnostic of it.

use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::check::walk::Walk;
use crate::json::{Capture, Json, deeper};
use crate::value::{LocalisedText, Number, PartialDate};

/// Gives a value that borrows nothing.
pub(crate) trait Own {
    type Owned: 'static;
    fn own(self) -> Self::Owned;
}

impl Own for Cow<'_, str> {
    type Owned = Cow<'static, str>;
    fn own(self) -> Cow<'static, str> {
        Cow::Owned(self.into_owned())
    }
}

impl<T: Own> Own for Option<T> {
    type Owned = Option<T::Owned>;
    fn own(self) -> Self::Owned {
        self.map(Own::own)
    }
}

impl<T: Own> Own for Vec<T> {
    type Owned = Vec<T::Owned>;
    fn own(self) -> Self::Owned {
        self.into_iter().map(Own::own).collect()
    }
}

/// What a field may hold: for the messages of `shape/`, the order of reports, the format page and the schema.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// A string of the named kind, such as `link` or `territory`.
    Text(&'static str),
    /// A language map, or a bare string on reading.
    Localised,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    Date,
    /// A finite number.
    Number,
    /// A whole number from 0 to 2^53 - 1.
    Count,
    /// A string of a set with known members; `open` when others are allowed.
    Set {
        /// The known members.
        known: &'static [&'static str],
        /// Whether a string outside the set is accepted.
        open: bool,
    },
    /// An object with these fields.
    Record(&'static RecordInfo),
    /// The string `initiator`, or an organisation.
    Party(&'static RecordInfo),
    /// An array of these.
    List(&'static Shape),
}

/// A value of a record, seen without knowing the type of the record: for other languages, columns and tables.
///
/// Views are equal when their values are: in the order of a language map, of unknown fields and of fields inside
/// them there is no meaning.
#[derive(Debug, Clone, Copy, PartialEq, Hash)]
#[non_exhaustive]
pub enum View<'a> {
    /// A string: of a text, a word of a set, or the party `initiator`.
    Text(&'a str),
    /// A text in languages.
    Localised(&'a LocalisedText<'a>),
    /// A date, as far as it is known.
    Date(PartialDate),
    /// A number.
    Number(Number),
    /// A whole number from 0.
    Count(u64),
    /// A record.
    Record(&'a dyn AnyRecord),
    /// A list.
    List(&'a dyn AnyList),
}

/// A record of any type: its fields by their places in [`RecordInfo::fields`].
///
/// ```
/// use obmen::model::{AnyRecord, Practice, View};
///
/// let record = (Practice::INFO.read)(r#"{"id": "first", "awards": [{"place": 1}]}"#).unwrap();
/// let at = |name| record.info().place(name).and_then(|place| record.field(place));
/// assert!(matches!(at("id"), Some(View::Text("first"))));
/// assert!(matches!(at("awards"), Some(View::List(awards)) if awards.len() == 1));
/// assert!(at("title").is_none());
/// ```
pub trait AnyRecord: fmt::Debug + Send + Sync {
    /// Returns the name, the meaning and the fields of its type.
    fn info(&self) -> &'static RecordInfo;

    /// Returns the value of a field; `None` when it is absent, or when what stands there does not fit.
    fn field(&self, place: usize) -> Option<View<'_>>;

    /// Returns what stood in the record and did not fit.
    fn kept(&self) -> &Kept<'_>;

    /// Returns the canonical JSON, as [`write()`](crate::write()) does of a practice.
    fn to_json(&self) -> String;
}

impl PartialEq for dyn AnyRecord + '_ {
    fn eq(&self, other: &Self) -> bool {
        let (info, kind) = (self.info(), other.info().type_name);
        info.type_name == kind
            && self.kept() == other.kept()
            && (0..info.fields.len()).all(|place| self.field(place) == other.field(place))
    }
}

impl Hash for dyn AnyRecord + '_ {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let info = self.info();
        info.type_name.hash(state);
        // What does not fit is left out: it is rare, and equal records have equal fields.
        (0..info.fields.len()).for_each(|place| self.field(place).hash(state));
    }
}

/// A list of any type.
pub trait AnyList: fmt::Debug + Send + Sync {
    /// Returns the number of its elements.
    fn len(&self) -> usize;

    /// True when it has none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns an element.
    fn get(&self, place: usize) -> Option<View<'_>>;
}

impl PartialEq for dyn AnyList + '_ {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len()
            && (0..self.len()).all(|place| self.get(place) == other.get(place))
    }
}

impl Hash for dyn AnyList + '_ {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.len().hash(state);
        (0..self.len()).for_each(|place| self.get(place).hash(state));
    }
}

impl<'t, T: Node<'t> + fmt::Debug + Send + Sync> AnyList for Vec<T> {
    fn len(&self) -> usize {
        Vec::len(self)
    }

    fn get(&self, place: usize) -> Option<View<'_>> {
        self.as_slice().get(place).map(Node::view)
    }
}

/// A record type: its name and its fields, in canonical order.
#[derive(Debug)]
pub struct RecordInfo {
    /// The name of the type, such as `MediaLink`.
    pub type_name: &'static str,
    /// The name of the noun, such as `practice`.
    pub name: &'static str,
    /// What it is, in a sentence or two.
    pub doc: &'static str,
    /// Its fields, in the order in which they are written.
    pub fields: &'static [FieldInfo],
    /// Decodes a JSON object of this type, keeping what does not fit; `None` when it is none. Nothing
    /// is checked, and bare strings take no language.
    pub read: fn(&str) -> Option<Box<dyn AnyRecord>>,
}

/// A field of a record type.
#[derive(Debug)]
pub struct FieldInfo {
    /// The JSON key.
    pub name: &'static str,
    /// What it means, in a sentence or two.
    pub doc: &'static str,
    /// What it may hold.
    pub shape: Shape,
}

impl RecordInfo {
    /// Returns the place of a field in the canonical order.
    #[must_use]
    pub fn place(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }
}

/// Why a value was kept instead of taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Problem {
    UnknownField,
    Duplicate,
    WrongType,
    BadValue,
    Null,
}

/// A value that did not fit, where it stood.
#[derive(Debug, Clone)]
pub(crate) struct KeptValue<'t> {
    pub(crate) key: Cow<'t, str>,
    /// The place in the source's array, when an element did not fit.
    pub(crate) index: Option<usize>,
    pub(crate) problem: Problem,
    pub(crate) value: Json<'t>,
}

impl PartialEq for KeptValue<'_> {
    fn eq(&self, other: &Self) -> bool {
        (&self.key, self.index, self.problem) == (&other.key, other.index, other.problem)
            && self.value.same(&other.value)
    }
}

/// All values of one object that did not fit, in the order of the source.
#[derive(Debug, Clone, Default)]
#[expect(
    clippy::box_collection,
    reason = "nearly always nothing, in every object of every record"
)]
pub struct Kept<'t>(Option<Box<Vec<KeptValue<'t>>>>);

impl<'t> Kept<'t> {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &KeptValue<'t>> {
        self.0.as_deref().map_or(&[][..], Vec::as_slice).iter()
    }

    pub(crate) fn push(
        &mut self,
        key: impl Into<Cow<'t, str>>,
        index: Option<usize>,
        misfit: Misfit<'t>,
    ) {
        let Misfit { problem, value } = misfit;
        self.0.get_or_insert_default().push(KeptValue {
            key: key.into(),
            index,
            problem,
            value,
        });
    }

    /// Returns the fields that obmen does not know, with their values, in the order of the source.
    pub fn unknown(&self) -> impl Iterator<Item = (&str, &Json<'t>)> {
        self.iter()
            .filter(|kept| kept.problem == Problem::UnknownField)
            .map(|kept| (&*kept.key, &kept.value))
    }

    /// Returns the field of the first value that was kept.
    #[must_use]
    pub fn first(&self) -> Option<&str> {
        self.iter().next().map(|kept| &*kept.key)
    }

    /// Puts the values into the order in which they are written.
    pub(crate) fn arrange(&mut self, record: &RecordInfo) {
        if let Some(kept) = &mut self.0 {
            kept.sort_by_cached_key(|kept| record.place(&kept.key).unwrap_or(usize::MAX));
        }
    }

    /// Returns how many values were kept.
    #[must_use]
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// True when everything fitted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// True when the field holds a value that did not fit: it is wrong, not absent.
    pub(crate) fn holds(&self, key: &str) -> bool {
        self.iter()
            .any(|kept| kept.key == key && kept.problem != Problem::Null)
    }

    fn of<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a KeptValue<'t>> {
        self.iter().filter(move |kept| kept.key == key)
    }

    /// Pairs the elements of a list with their places in the source, misfits counted.
    pub(crate) fn places<'a, T>(
        &self,
        key: &str,
        items: &'a [T],
    ) -> impl Iterator<Item = (usize, &'a T)> {
        let mut taken = self
            .of(key)
            .filter_map(|kept| kept.index)
            .collect::<Vec<_>>()
            .into_iter()
            .peekable();
        let mut place = 0;
        items.iter().map(move |item| {
            while taken.next_if_eq(&place).is_some() {
                place += 1;
            }
            place += 1;
            (place - 1, item)
        })
    }

    fn write<M: SerializeMap>(&self, key: &str, map: &mut M) -> Result<(), M::Error> {
        if self.is_empty() {
            return Ok(());
        }
        self.of(key)
            .filter(|kept| kept.index.is_none())
            .try_for_each(|kept| map.serialize_entry(key, &kept.value))
    }

    pub(crate) fn write_unknown<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        self.unknown()
            .try_for_each(|(key, value)| map.serialize_entry(key, value))
    }
}

impl PartialEq for Kept<'_> {
    /// The order of the fields does not count, that of the values of one field does.
    fn eq(&self, other: &Self) -> bool {
        let (mut a, mut b): (Vec<_>, Vec<_>) = (self.iter().collect(), other.iter().collect());
        a.sort_by(|x, y| x.key.cmp(&y.key));
        b.sort_by(|x, y| x.key.cmp(&y.key));
        a == b
    }
}

impl Own for Kept<'_> {
    type Owned = Kept<'static>;
    fn own(self) -> Kept<'static> {
        let own = |kept: KeptValue<'_>| KeptValue {
            key: kept.key.own(),
            index: kept.index,
            problem: kept.problem,
            value: kept.value.own(),
        };
        Kept(
            self.0
                .map(|kept| Box::new(kept.into_iter().map(own).collect())),
        )
    }
}

/// A value that does not fit, and why.
#[derive(Debug)]
pub(crate) struct Misfit<'t> {
    pub(crate) problem: Problem,
    pub(crate) value: Json<'t>,
}

/// What a value gives: the node, or the value that does not fit.
pub(crate) type Taken<'t, T> = Result<T, Misfit<'t>>;

fn wrong_type(value: Json<'_>) -> Misfit<'_> {
    Misfit {
        problem: Problem::WrongType,
        value,
    }
}

pub(crate) fn bad_value<T>(value: Json<'_>) -> Taken<'_, T> {
    Err(Misfit {
        problem: Problem::BadValue,
        value,
    })
}

/// A type that may stand in a record. It takes the JSON forms that it overrides; all others are kept.
pub(crate) trait Node<'t>: Sized {
    const SHAPE: Shape;

    fn from_bool(value: bool) -> Taken<'t, Self> {
        Err(wrong_type(Json::Bool(value)))
    }
    fn from_number(value: Number) -> Taken<'t, Self> {
        Err(wrong_type(Json::Number(value)))
    }
    fn from_text(text: Cow<'t, str>) -> Taken<'t, Self> {
        Err(wrong_type(Json::String(text)))
    }
    fn take_seq<A: SeqAccess<'t>>(
        _place: &mut Option<Self>,
        seq: A,
        depth: u8,
    ) -> Result<Option<Misfit<'t>>, A::Error> {
        Json::from_seq(seq, depth).map(wrong_type).map(Some)
    }
    fn take_map<A: MapAccess<'t>>(
        _place: &mut Option<Self>,
        map: A,
        depth: u8,
    ) -> Result<Option<Misfit<'t>>, A::Error> {
        Json::from_map(map, depth).map(wrong_type).map(Some)
    }

    /// Gives bare strings inside the language of the record, borrowed where it is.
    #[expect(clippy::ptr_arg, reason = "it is cloned into each text")]
    fn tag_bare(&mut self, _language: &Cow<'t, str>) {}

    /// Lets every rule judge this node and what lies inside.
    fn walk<'a>(&'a self, _walk: &mut Walk<'a, 't>) {}

    fn view(&self) -> View<'_>;

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
}

/// Writes a node where serde asks for a value.
pub(crate) struct Written<'a, T>(pub(crate) &'a T);

impl<'t, T: Node<'t>> Serialize for Written<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}

/// Takes one node of any JSON form into its place, where it stays: records are too large to be handed about.
///
/// Its value is what does not fit.
pub(crate) struct Take<'p, T> {
    pub(crate) place: &'p mut Option<T>,
    pub(crate) depth: u8,
}

impl<T> Take<'_, T> {
    fn put(self, taken: Taken<'_, T>) -> Option<Misfit<'_>> {
        match taken {
            Ok(node) => {
                *self.place = Some(node);
                None
            }
            Err(misfit) => Some(misfit),
        }
    }
}

impl<'t, T: Node<'t>> DeserializeSeed<'t> for Take<'_, T> {
    type Value = Option<Misfit<'t>>;
    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'t, T: Node<'t>> Visitor<'t> for Take<'_, T> {
    type Value = Option<Misfit<'t>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }
    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Some(Misfit {
            problem: Problem::Null,
            value: Json::Null,
        }))
    }
    fn visit_none<E: serde::de::Error>(self) -> Result<Self::Value, E> {
        self.visit_unit()
    }
    fn visit_some<D: Deserializer<'t>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(self.put(T::from_bool(value)))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(self.put(T::from_number(Number::from(value))))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(self.put(T::from_number(Number::from(value))))
    }
    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Self::Value, E> {
        match Number::new(value) {
            Some(number) => Ok(self.put(T::from_number(number))),
            None => self.visit_unit(),
        }
    }
    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(self.put(T::from_text(Cow::Owned(text.to_owned()))))
    }
    fn visit_borrowed_str<E>(self, text: &'t str) -> Result<Self::Value, E> {
        Ok(self.put(T::from_text(Cow::Borrowed(text))))
    }
    fn visit_string<E>(self, text: String) -> Result<Self::Value, E> {
        Ok(self.put(T::from_text(Cow::Owned(text))))
    }
    fn visit_seq<A: SeqAccess<'t>>(self, seq: A) -> Result<Self::Value, A::Error> {
        T::take_seq(self.place, seq, deeper(self.depth)?)
    }
    fn visit_map<A: MapAccess<'t>>(self, map: A) -> Result<Self::Value, A::Error> {
        T::take_map(self.place, map, deeper(self.depth)?)
    }
}

/// A field of a record: an optional node, or a list of nodes.
pub(crate) trait Field<'t>: Default {
    const SHAPE: Shape;
    fn take<A: MapAccess<'t>>(
        &mut self,
        name: &'static str,
        map: &mut A,
        depth: u8,
        kept: &mut Kept<'t>,
    ) -> Result<(), A::Error>;
    /// True when the field holds a value that fits.
    fn is_there(&self) -> bool;
    fn view(&self) -> Option<View<'_>>;
    #[expect(clippy::ptr_arg, reason = "it is cloned into each text")]
    fn tag_bare(&mut self, language: &Cow<'t, str>);
    fn walk<'a>(&'a self, name: &'static str, kept: &'a Kept<'t>, walk: &mut Walk<'a, 't>);
    fn write<M: SerializeMap>(
        &self,
        name: &'static str,
        kept: &Kept<'t>,
        map: &mut M,
    ) -> Result<(), M::Error>;
}

impl<'t, T: Node<'t>> Field<'t> for Option<T> {
    const SHAPE: Shape = T::SHAPE;

    fn take<A: MapAccess<'t>>(
        &mut self,
        name: &'static str,
        map: &mut A,
        depth: u8,
        kept: &mut Kept<'t>,
    ) -> Result<(), A::Error> {
        if let Some(misfit) = map.next_value_seed(Take { place: self, depth })? {
            kept.push(name, None, misfit);
        }
        Ok(())
    }

    fn is_there(&self) -> bool {
        self.is_some()
    }

    fn view(&self) -> Option<View<'_>> {
        self.as_ref().map(Node::view)
    }

    fn tag_bare(&mut self, language: &Cow<'t, str>) {
        if let Some(node) = self {
            node.tag_bare(language);
        }
    }

    fn walk<'a>(&'a self, name: &'static str, _kept: &'a Kept<'t>, walk: &mut Walk<'a, 't>) {
        if let Some(node) = self {
            walk.inside(name, |walk| node.walk(walk));
        }
    }

    fn write<M: SerializeMap>(
        &self,
        name: &'static str,
        kept: &Kept<'t>,
        map: &mut M,
    ) -> Result<(), M::Error> {
        if let Some(node) = self {
            map.serialize_entry(name, &Written(node))?;
        }
        kept.write(name, map)
    }
}

/// A list as it was taken: the elements that fitted, and those that did not with their places.
#[derive(Debug)]
struct List<'t, T> {
    items: Vec<T>,
    misfits: Vec<(usize, Misfit<'t>)>,
}

impl<'t, T: Node<'t> + fmt::Debug + Send + Sync> Node<'t> for List<'t, T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);

    fn view(&self) -> View<'_> {
        View::List(&self.items)
    }

    fn take_seq<A: SeqAccess<'t>>(
        place: &mut Option<Self>,
        mut seq: A,
        depth: u8,
    ) -> Result<Option<Misfit<'t>>, A::Error> {
        let List { items, misfits } = place.insert(List {
            items: Vec::new(),
            misfits: Vec::new(),
        });
        let mut item = None;
        while let Some(misfit) = seq.next_element_seed(Take {
            place: &mut item,
            depth,
        })? {
            match misfit {
                Some(misfit) => misfits.push((items.len() + misfits.len(), misfit)),
                None => items.extend(item.take()),
            }
        }
        Ok(None)
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.items.iter().map(Written))
    }
}

/// Writes a list with the elements that did not fit at their places.
struct WrittenList<'a, 't, T> {
    items: &'a [T],
    misfits: Vec<&'a KeptValue<'t>>,
}

impl<'t, T: Node<'t>> Serialize for WrittenList<'_, 't, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut seq = serializer.serialize_seq(Some(self.items.len() + self.misfits.len()))?;
        let mut misfits = self.misfits.iter().peekable();
        let mut place = 0;
        for item in self.items {
            while let Some(kept) = misfits.next_if(|kept| kept.index == Some(place)) {
                seq.serialize_element(&kept.value)?;
                place += 1;
            }
            seq.serialize_element(&Written(item))?;
            place += 1;
        }
        for kept in misfits {
            seq.serialize_element(&kept.value)?;
        }
        seq.end()
    }
}

impl<'t, T: Node<'t> + fmt::Debug + Send + Sync> Field<'t> for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);

    fn take<A: MapAccess<'t>>(
        &mut self,
        name: &'static str,
        map: &mut A,
        depth: u8,
        kept: &mut Kept<'t>,
    ) -> Result<(), A::Error> {
        let mut place = None::<List<'t, T>>;
        let misfit = map.next_value_seed(Take {
            place: &mut place,
            depth,
        })?;
        if let Some(list) = place {
            *self = list.items;
            for (index, misfit) in list.misfits {
                kept.push(name, Some(index), misfit);
            }
        }
        if let Some(misfit) = misfit {
            kept.push(name, None, misfit);
        }
        Ok(())
    }

    fn is_there(&self) -> bool {
        !self.is_empty()
    }

    fn view(&self) -> Option<View<'_>> {
        Some(View::List(self))
    }

    fn tag_bare(&mut self, language: &Cow<'t, str>) {
        for node in self {
            node.tag_bare(language);
        }
    }

    fn walk<'a>(&'a self, name: &'static str, kept: &'a Kept<'t>, walk: &mut Walk<'a, 't>) {
        if self.is_empty() {
            return;
        }
        walk.inside(name, |walk| {
            for (place, node) in kept.places(name, self) {
                walk.inside(place, |walk| node.walk(walk));
            }
        });
    }

    fn write<M: SerializeMap>(
        &self,
        name: &'static str,
        kept: &Kept<'t>,
        map: &mut M,
    ) -> Result<(), M::Error> {
        let misfits: Vec<_> = kept.of(name).filter(|kept| kept.index.is_some()).collect();
        // An empty list counts as absent, but a repeated one must stay the first.
        let repeated = || {
            kept.of(name)
                .next()
                .is_some_and(|kept| kept.problem == Problem::Duplicate)
        };
        if !self.is_empty() || !misfits.is_empty() || repeated() {
            map.serialize_entry(
                name,
                &WrittenList {
                    items: self,
                    misfits,
                },
            )?;
        }
        kept.write(name, map)
    }
}

/// Takes a field the first time it stands in an object, and keeps every later occurrence.
pub(crate) fn take_field<'t, F: Field<'t>, A: MapAccess<'t>>(
    field: &mut F,
    name: &'static str,
    seen: &mut bool,
    map: &mut A,
    depth: u8,
    kept: &mut Kept<'t>,
) -> Result<(), A::Error> {
    if std::mem::replace(seen, true) {
        let value = map.next_value_seed(Capture { depth })?;
        kept.push(
            name,
            None,
            Misfit {
                problem: Problem::Duplicate,
                value,
            },
        );
        return Ok(());
    }
    field.take(name, map, depth, kept)
}

/// Declares a record type: its fields in canonical order, each with its meaning.
///
/// `judged by name` says which method of the walk lets the rules of this noun judge it.
macro_rules! record {
    (
        $(#[doc = $doc:literal])+
        pub struct $Type:ident<$t:lifetime> = $name:literal $(judged by $judge:ident)? {
            $( $(#[doc = $field_doc:literal])+ pub $field:ident: $Field:ty, )+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Default)]
        #[non_exhaustive]
        pub struct $Type<$t> {
            $( $(#[doc = $field_doc])+ pub $field: $Field, )+
            /// What stood in the record and did not fit; written back where it stood.
            pub kept: $crate::record::Kept<$t>,
        }

        impl<$t> $Type<$t> {
            /// The name, meaning and fields of this type, in canonical order.
            pub const INFO: &'static $crate::record::RecordInfo = &$crate::record::RecordInfo {
                type_name: stringify!($Type),
                name: $name,
                doc: concat!($($doc),+),
                fields: &[ $( $crate::record::FieldInfo {
                    name: stringify!($field),
                    doc: concat!($($field_doc),+),
                    shape: <$Field as $crate::record::Field<$t>>::SHAPE,
                }, )+ ],
                read: |text| {
                    let record = serde_json::from_str::<$Type<'_>>(text).ok()?;
                    Some(Box::new(record.into_owned()))
                },
            };
        }

        impl<'t> $Type<'t> {
            /// Takes the fields of an object.
            pub(crate) fn fill<A: serde::de::MapAccess<'t>>(
                &mut self,
                mut map: A,
                depth: u8,
            ) -> Result<(), A::Error> {
                #[derive(Default)]
                struct Seen { $( $field: bool, )+ }
                let mut seen = Seen::default();
                while let Some(key) = map.next_key_seed($crate::json::Key)? {
                    match &*key {
                        $( stringify!($field) => $crate::record::take_field(
                            &mut self.$field, stringify!($field), &mut seen.$field,
                            &mut map, depth, &mut self.kept,
                        )?, )+
                        _ => {
                            let value = map.next_value_seed($crate::json::Capture { depth })?;
                            let problem = $crate::record::Problem::UnknownField;
                            self.kept.push(key, None, $crate::record::Misfit { problem, value });
                        }
                    }
                }
                self.kept.arrange($Type::INFO);
                Ok(())
            }
        }

        impl<'t> $crate::record::Node<'t> for $Type<'t> {
            const SHAPE: $crate::record::Shape = $crate::record::Shape::Record($Type::INFO);

            fn take_map<A: serde::de::MapAccess<'t>>(
                place: &mut Option<Self>,
                map: A,
                depth: u8,
            ) -> Result<Option<$crate::record::Misfit<'t>>, A::Error> {
                place.insert($Type::default()).fill(map, depth).map(|()| None)
            }

            fn tag_bare(&mut self, language: &std::borrow::Cow<'t, str>) {
                $( $crate::record::Field::tag_bare(&mut self.$field, language); )+
            }

            fn walk<'a>(&'a self, walk: &mut $crate::check::walk::Walk<'a, 't>) {
                walk.kept(&self.kept, $Type::INFO, &|field| match field {
                    $( stringify!($field) => $crate::record::Field::is_there(&self.$field), )+
                    _ => false,
                });
                $( walk.$judge(self); )?
                $( $crate::record::Field::walk(&self.$field, stringify!($field), &self.kept, walk); )+
            }

            fn view(&self) -> $crate::record::View<'_> {
                $crate::record::View::Record(self)
            }

            fn write<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                let mut map = serializer.serialize_map(None)?;
                $( $crate::record::Field::write(&self.$field, stringify!($field), &self.kept, &mut map)?; )+
                self.kept.write_unknown(&mut map)?;
                map.end()
            }
        }

        impl $crate::record::AnyRecord for $Type<'_> {
            fn info(&self) -> &'static $crate::record::RecordInfo {
                $Type::INFO
            }

            fn field(&self, place: usize) -> Option<$crate::record::View<'_>> {
                let views: &[fn(&Self) -> Option<$crate::record::View<'_>>] =
                    &[ $( |record| $crate::record::Field::view(&record.$field) ),+ ];
                views.get(place)?(self)
            }

            fn kept(&self) -> &$crate::record::Kept<'_> {
                &self.kept
            }

            fn to_json(&self) -> String {
                serde_json::to_string(self).unwrap_or_default()
            }
        }

        impl $crate::record::Own for $Type<'_> {
            type Owned = $Type<'static>;
            fn own(self) -> $Type<'static> {
                $Type { $( $field: self.$field.own(), )+ kept: self.kept.own() }
            }
        }

        impl $Type<'_> {
            /// Returns the same record, borrowing nothing.
            #[must_use]
            pub fn into_owned(self) -> $Type<'static> {
                $crate::record::Own::own(self)
            }
        }

        impl serde::Serialize for $Type<'_> {
            /// Writes the canonical form: one order of fields, absent fields left out.
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::record::Node::write(self, serializer)
            }
        }

        impl<'de: 't, 't> serde::Deserialize<'de> for $Type<'t> {
            /// Takes what fits and keeps the rest; fails only on what is no JSON object.
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                use serde::de::DeserializeSeed;
                let mut place = None::<$Type<'de>>;
                $crate::record::Take { place: &mut place, depth: 0 }.deserialize(deserializer)?;
                place.ok_or_else(|| serde::de::Error::custom(concat!("expected an object: ", $name)))
            }
        }
    };
}
pub(crate) use record;

#[cfg(test)]
mod tests {
    use std::hash::{DefaultHasher, Hash, Hasher};

    use crate::practice::Practice;
    use crate::record::AnyRecord;

    fn hash(record: &dyn AnyRecord) -> u64 {
        let mut hasher = DefaultHasher::new();
        record.hash(&mut hasher);
        hasher.finish()
    }

    fn is_same(one: &str, other: &str) -> bool {
        let [Some(a), Some(b)] = [one, other].map(|text| (Practice::INFO.read)(text)) else {
            panic!("{one} or {other} is no object");
        };
        let typed = [one, other].map(|text| serde_json::from_str::<Practice<'_>>(text).unwrap());
        let same = *a == *b;
        assert_eq!(same, *b == *a, "{one} {other}");
        assert_eq!(same, typed[0] == typed[1], "{one} {other}");
        assert!(!same || hash(&*a) == hash(&*b), "{one} {other}");
        same
    }

    #[test]
    fn records_of_one_value_are_equal() {
        for (one, other) in [
            (
                r#"{"id": "a", "format": 1}"#,
                r#"{"format": 1.0, "id": "a"}"#,
            ),
            (
                r#"{"title": {"bg": "А", "en": "A"}}"#,
                r#"{"title": {"en": "A", "bg": "А"}}"#,
            ),
            (r#"{"title": {"EN": "A"}}"#, r#"{"title": {"en": "A"}}"#),
            (
                r#"{"x": 1, "y": {"a": [], "b": 2}}"#,
                r#"{"y": {"b": 2, "a": []}, "x": 1}"#,
            ),
            (
                r#"{"id": 5, "title": {"bg": 1, "en": 2}}"#,
                r#"{"title": {"en": 2, "bg": 1}, "id": 5}"#,
            ),
            (r#"{"awards": []}"#, "{}"),
        ] {
            assert!(is_same(one, other), "{one} {other}");
        }
    }

    #[test]
    fn records_of_another_value_differ() {
        for (one, other) in [
            (r#"{"id": "a"}"#, r#"{"id": "b"}"#),
            (r#"{"id": "a"}"#, "{}"),
            (r#"{"id": "a", "id": "b"}"#, r#"{"id": "a"}"#),
            (r#"{"x": 1, "x": 2}"#, r#"{"x": 2, "x": 1}"#),
            (r#"{"x": {"a": 1, "a": 1}}"#, r#"{"x": {"a": 1, "a": 2}}"#),
            (
                r#"{"title": {"bg": "А"}}"#,
                r#"{"title": {"bg": "А", "en": "A"}}"#,
            ),
            (r#"{"title": {"bg": "A"}}"#, r#"{"title": {"en": "A"}}"#),
            (
                r#"{"media": [{"kind": "a"}, {"kind": "b"}]}"#,
                r#"{"media": [{"kind": "b"}, {"kind": "a"}]}"#,
            ),
            (r#"{"media": [5, {}]}"#, r#"{"media": [{}, 5]}"#),
            (r#"{"media": [5]}"#, r#"{"media": [6]}"#),
            (r#"{"published": "2013"}"#, r#"{"published": "2013-01"}"#),
        ] {
            assert!(!is_same(one, other), "{one} {other}");
        }
    }
}
