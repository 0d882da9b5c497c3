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
use crate::json::{Capture, Json, Key, deeper};
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
/// use obmen::model::{AnyRecord, View};
///
/// let text = br#"{"id": "first", "awards": [{"place": 1}]}"#;
/// let practice = obmen::decode(text, &obmen::Context::default()).unwrap();
/// let record: &dyn AnyRecord = &practice;
/// let at = |name| record.info().place(name).and_then(|place| record.field(place));
/// assert!(matches!(at("id"), Some(View::Text("first"))));
/// assert!(matches!(at("awards"), Some(View::List(awards)) if awards.len() == 1));
/// assert!(at("title").is_none());
/// ```
pub trait AnyRecord: Send + Sync {
    /// Returns the name, the meaning and the fields of its type.
    fn info(&self) -> &'static RecordInfo;

    /// Shows the value of each field that has one, with its name, in canonical order; a list that is absent is empty.
    fn views<'a>(&'a self, visit: &mut dyn FnMut(&'static str, View<'a>));

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

impl dyn AnyRecord + '_ {
    /// Returns the value of a field; `None` when it is absent, or when what stands there does not fit.
    #[must_use]
    pub fn field(&self, place: usize) -> Option<View<'_>> {
        let mut found = None;
        let field = self.info().fields.get(place)?;
        self.views(&mut |name, view| {
            if name == field.name {
                found = Some(view);
            }
        });
        found
    }
}

impl fmt::Debug for dyn AnyRecord + '_ {
    /// Writes the canonical JSON.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_json())
    }
}

/// A list of any type.
pub trait AnyList: Send + Sync {
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

impl fmt::Debug for dyn AnyList + '_ {
    /// Writes the canonical JSON.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(&View::List(self)).map_err(|_| fmt::Error)?)
    }
}

impl<'t, T: Node<'t> + Send + Sync> AnyList for Vec<T> {
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
    /// What it is, in a sentence or two; empty without the feature `schema`.
    pub doc: &'static str,
    /// Its fields, in the order in which they are written.
    pub fields: &'static [FieldInfo],
    /// Decodes a JSON object of this type, keeping what does not fit; `None` when it is none. Nothing
    /// is checked, and bare strings take no language. Only with the feature `schema`.
    #[cfg(feature = "schema")]
    pub read: fn(&str) -> Option<Box<dyn AnyRecord>>,
}

/// A field of a record type.
#[derive(Debug)]
pub struct FieldInfo {
    /// The JSON key.
    pub name: &'static str,
    /// What it means, in a sentence or two; empty without the feature `schema`.
    pub doc: &'static str,
    /// What it may hold.
    pub shape: Shape,
}

impl RecordInfo {
    /// Returns the name of the field at a place.
    fn name_of(&self, place: usize) -> &'static str {
        self.fields.get(place).map_or("", |field| field.name)
    }

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

/// Where the decoder puts a value: a node or a list of nodes, whatever its type.
///
/// The decoder is compiled once for all types; what depends on a type is these few functions.
pub(crate) trait Slot<'t> {
    fn take_bool(&mut self, value: bool, misfits: &mut Misfits<'t>) {
        misfits.push((None, wrong_type(Json::Bool(value))));
    }
    fn take_number(&mut self, value: Number, misfits: &mut Misfits<'t>) {
        misfits.push((None, wrong_type(Json::Number(value))));
    }
    fn take_text(&mut self, text: Cow<'t, str>, misfits: &mut Misfits<'t>) {
        misfits.push((None, wrong_type(Json::String(text))));
    }
    /// Returns what takes the fields of an object, where an object fits.
    fn object(&mut self) -> Option<Object<'_, 't>> {
        None
    }
    /// Returns what takes the elements of an array, where an array fits.
    fn list(&mut self) -> Option<&mut dyn Elements<'t>> {
        None
    }
}

/// What takes the fields of an object.
pub(crate) enum Object<'p, 't> {
    Record(&'p mut dyn Fields<'t>),
    Texts(&'p mut LocalisedText<'t>),
}

/// The fields of a record that is decoded.
pub(crate) trait Fields<'t> {
    /// Returns the place of a field in the canonical order, and where its value goes.
    fn slot(&mut self, name: &str) -> Option<(usize, &mut dyn Slot<'t>)>;
    fn kept_mut(&mut self) -> (&'static RecordInfo, &mut Kept<'t>);
}

/// The elements of a list that is decoded.
pub(crate) trait Elements<'t> {
    /// Adds each value that `next` puts into the slot it is given, until there is none.
    fn extend(&mut self, next: &mut dyn FnMut(&mut dyn Slot<'t>) -> Next);
}

/// What became of the next element of a list.
pub(crate) enum Next {
    Taken,
    Misfit,
    End,
}

impl<'t, T: Node<'t>> Slot<'t> for Option<T> {
    fn take_bool(&mut self, value: bool, misfits: &mut Misfits<'t>) {
        put(self, T::from_bool(value), misfits);
    }
    fn take_number(&mut self, value: Number, misfits: &mut Misfits<'t>) {
        put(self, T::from_number(value), misfits);
    }
    fn take_text(&mut self, text: Cow<'t, str>, misfits: &mut Misfits<'t>) {
        put(self, T::from_text(text), misfits);
    }
    fn object(&mut self) -> Option<Object<'_, 't>> {
        T::object(self)
    }
}

fn put<'t, T>(place: &mut Option<T>, taken: Taken<'t, T>, misfits: &mut Misfits<'t>) {
    match taken {
        Ok(node) => *place = Some(node),
        Err(misfit) => misfits.push((None, misfit)),
    }
}

impl<'t, T: Node<'t>> Slot<'t> for Vec<T> {
    fn list(&mut self) -> Option<&mut dyn Elements<'t>> {
        Some(self)
    }
}

impl<'t, T: Node<'t>> Elements<'t> for Vec<T> {
    fn extend(&mut self, next: &mut dyn FnMut(&mut dyn Slot<'t>) -> Next) {
        let mut item = None;
        loop {
            match next(&mut item) {
                Next::Taken => Extend::extend(self, item.take()),
                Next::Misfit => {}
                Next::End => return,
            }
        }
    }
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
    /// Puts an empty node into its place and returns what takes the fields of an object.
    fn object(_place: &mut Option<Self>) -> Option<Object<'_, 't>> {
        None
    }

    /// Gives bare strings inside the language of the record, borrowed where it is.
    #[expect(clippy::ptr_arg, reason = "it is cloned into each text")]
    fn tag_bare(&mut self, _language: &Cow<'t, str>) {}

    /// Lets every rule judge this node and what lies inside.
    fn walk<'a>(&'a self, _walk: &mut Walk<'a, 't>) {}

    fn view(&self) -> View<'_>;
}

/// What did not fit of a field, and the places of elements of a list. It is no value that the decoder returns:
/// most values fit, and returning so much costs them all.
pub(crate) type Misfits<'t> = Vec<(Option<usize>, Misfit<'t>)>;

/// Takes one value of any JSON form into its slot, where it stays: records are too large to be handed about.
pub(crate) struct Take<'p, 't> {
    pub(crate) slot: &'p mut dyn Slot<'t>,
    pub(crate) depth: u8,
    pub(crate) misfits: &'p mut Misfits<'t>,
}

impl<'t> DeserializeSeed<'t> for Take<'_, 't> {
    type Value = ();
    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'t> Visitor<'t> for Take<'_, 't> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }
    fn visit_unit<E>(self) -> Result<(), E> {
        let misfit = Misfit {
            problem: Problem::Null,
            value: Json::Null,
        };
        self.misfits.push((None, misfit));
        Ok(())
    }
    fn visit_none<E: serde::de::Error>(self) -> Result<(), E> {
        self.visit_unit()
    }
    fn visit_some<D: Deserializer<'t>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.slot.take_bool(value, self.misfits);
        Ok(())
    }
    fn visit_i64<E>(self, value: i64) -> Result<(), E> {
        self.slot.take_number(Number::from(value), self.misfits);
        Ok(())
    }
    fn visit_u64<E>(self, value: u64) -> Result<(), E> {
        self.slot.take_number(Number::from(value), self.misfits);
        Ok(())
    }
    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<(), E> {
        match Number::new(value) {
            Some(number) => {
                self.slot.take_number(number, self.misfits);
                Ok(())
            }
            None => self.visit_unit(),
        }
    }
    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.slot
            .take_text(Cow::Owned(text.to_owned()), self.misfits);
        Ok(())
    }
    fn visit_borrowed_str<E>(self, text: &'t str) -> Result<(), E> {
        self.slot.take_text(Cow::Borrowed(text), self.misfits);
        Ok(())
    }
    fn visit_string<E>(self, text: String) -> Result<(), E> {
        self.slot.take_text(Cow::Owned(text), self.misfits);
        Ok(())
    }
    fn visit_seq<A: SeqAccess<'t>>(self, mut seq: A) -> Result<(), A::Error> {
        let depth = deeper(self.depth)?;
        let misfits = self.misfits;
        let Some(list) = self.slot.list() else {
            misfits.push((None, wrong_type(Json::from_seq(seq, depth)?)));
            return Ok(());
        };
        let (mut place, mut failed) = (0, None);
        list.extend(&mut |slot| {
            let seed = Take {
                slot,
                depth,
                misfits,
            };
            match seq.next_element_seed(seed) {
                Ok(Some(())) => {}
                Ok(None) => return Next::End,
                Err(error) => {
                    failed = Some(error);
                    return Next::End;
                }
            }
            place += 1;
            match misfits.last_mut() {
                Some((index @ None, _)) => {
                    *index = Some(place - 1);
                    Next::Misfit
                }
                _ => Next::Taken,
            }
        });
        failed.map_or(Ok(()), Err)
    }
    fn visit_map<A: MapAccess<'t>>(self, map: A) -> Result<(), A::Error> {
        let depth = deeper(self.depth)?;
        match self.slot.object() {
            Some(Object::Record(record)) => fill(record, map, depth),
            Some(Object::Texts(texts)) => texts.fill(map, depth),
            None => {
                self.misfits
                    .push((None, wrong_type(Json::from_map(map, depth)?)));
                Ok(())
            }
        }
    }
}

/// The most fields of a record type: so many bits tell which were seen.
pub(crate) const MOST_FIELDS: usize = u64::BITS as usize;

/// Takes the fields of an object: each the first time it stands there; every later occurrence is kept.
pub(crate) fn fill<'t, A: MapAccess<'t>>(
    record: &mut dyn Fields<'t>,
    mut map: A,
    depth: u8,
) -> Result<(), A::Error> {
    let mut seen = 0_u64;
    let mut keeps = false;
    let mut misfits = Vec::new();
    while let Some(key) = map.next_key_seed(Key)? {
        let (place, problem) = match record.slot(&key) {
            Some((place, slot)) if seen & 1 << place == 0 => {
                seen |= 1 << place;
                map.next_value_seed(Take {
                    slot,
                    depth,
                    misfits: &mut misfits,
                })?;
                if !misfits.is_empty() {
                    keeps = true;
                    let (info, kept) = record.kept_mut();
                    for (index, misfit) in misfits.drain(..) {
                        kept.push(info.name_of(place), index, misfit);
                    }
                }
                continue;
            }
            Some((place, _)) => (Some(place), Problem::Duplicate),
            None => (None, Problem::UnknownField),
        };
        let value = map.next_value_seed(Capture { depth })?;
        keeps = true;
        let (info, kept) = record.kept_mut();
        let misfit = Misfit { problem, value };
        match place {
            Some(place) => kept.push(info.name_of(place), None, misfit),
            None => kept.push(key, None, misfit),
        }
    }
    if keeps {
        let (info, kept) = record.kept_mut();
        kept.arrange(info);
    }
    Ok(())
}

/// A field of a record: an optional node, or a list of nodes.
pub(crate) trait Field<'t>: Default + Slot<'t> {
    const SHAPE: Shape;
    fn view(&self) -> Option<View<'_>>;
    #[expect(clippy::ptr_arg, reason = "it is cloned into each text")]
    fn tag_bare(&mut self, language: &Cow<'t, str>);
    fn walk<'a>(&'a self, name: &'static str, kept: &'a Kept<'t>, walk: &mut Walk<'a, 't>);
}

impl<'t, T: Node<'t>> Field<'t> for Option<T> {
    const SHAPE: Shape = T::SHAPE;

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
}

impl<'t, T: Node<'t> + Send + Sync> Field<'t> for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);

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
}

impl View<'_> {
    /// True for all but an empty list, which counts as absent.
    pub(crate) fn is_there(&self) -> bool {
        !matches!(self, View::List(list) if list.is_empty())
    }
}

impl Serialize for View<'_> {
    /// Writes the canonical form: one order of fields, absent fields left out.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            View::Text(text) => serializer.serialize_str(text),
            View::Localised(text) => text.serialize(serializer),
            View::Date(date) => date.serialize(serializer),
            View::Number(number) => number.serialize(serializer),
            View::Count(count) => Number::from(count).serialize(serializer),
            View::Record(record) => write(record, serializer),
            View::List(list) => WrittenList { list, misfits: &[] }.serialize(serializer),
        }
    }
}

/// Writes a record with what did not fit where it stood.
pub(crate) fn write<S: Serializer>(
    record: &dyn AnyRecord,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    let kept = record.kept();
    if kept.is_empty() {
        let mut failed = None;
        record.views(&mut |name, view| {
            if failed.is_none()
                && view.is_there()
                && let Err(error) = map.serialize_entry(name, &view)
            {
                failed = Some(error);
            }
        });
        return match failed {
            None => map.end(),
            Some(error) => Err(error),
        };
    }
    for (place, field) in record.info().fields.iter().enumerate() {
        let view = record.field(place);
        let mut misfits = kept.of(field.name).peekable();
        match view {
            Some(View::List(list)) => {
                // An empty list counts as absent, but a repeated one must stay the first.
                let repeated = misfits
                    .peek()
                    .is_some_and(|kept| kept.problem == Problem::Duplicate);
                let misfits: Vec<_> = misfits.filter(|kept| kept.index.is_some()).collect();
                if !list.is_empty() || !misfits.is_empty() || repeated {
                    let misfits = &misfits;
                    map.serialize_entry(field.name, &WrittenList { list, misfits })?;
                }
            }
            Some(view) => map.serialize_entry(field.name, &view)?,
            None => {}
        }
        for kept in kept.of(field.name).filter(|kept| kept.index.is_none()) {
            map.serialize_entry(field.name, &kept.value)?;
        }
    }
    for (key, value) in kept.unknown() {
        map.serialize_entry(key, value)?;
    }
    map.end()
}

/// Writes a list with the elements that did not fit at their places.
struct WrittenList<'a, 't> {
    list: &'a dyn AnyList,
    misfits: &'a [&'a KeptValue<'t>],
}

impl Serialize for WrittenList<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let items = (0..self.list.len()).filter_map(|place| self.list.get(place));
        let mut seq = serializer.serialize_seq(Some(self.list.len() + self.misfits.len()))?;
        let mut misfits = self.misfits.iter().peekable();
        let mut place = 0;
        for item in items {
            while let Some(kept) = misfits.next_if(|kept| kept.index == Some(place)) {
                seq.serialize_element(&kept.value)?;
                place += 1;
            }
            seq.serialize_element(&item)?;
            place += 1;
        }
        for kept in misfits {
            seq.serialize_element(&kept.value)?;
        }
        seq.end()
    }
}

/// The meaning of a type or a field, where it is built in.
#[cfg(feature = "schema")]
macro_rules! meaning {
    ($($doc:literal),+) => { concat!($($doc),+) };
}

/// The meaning of a type or a field, left out.
#[cfg(not(feature = "schema"))]
macro_rules! meaning {
    ($($doc:literal),+) => {
        ""
    };
}
pub(crate) use meaning;

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
                doc: $crate::record::meaning!($($doc),+),
                fields: &[ $( $crate::record::FieldInfo {
                    name: stringify!($field),
                    doc: $crate::record::meaning!($($field_doc),+),
                    shape: <$Field as $crate::record::Field<$t>>::SHAPE,
                }, )+ ],
                #[cfg(feature = "schema")]
                read: |text| {
                    let record = serde_json::from_str::<$Type<'_>>(text).ok()?;
                    Some(Box::new(record.into_owned()))
                },
            };
        }

        const _: () = {
        #[expect(non_camel_case_types, reason = "each stands for a field")]
        enum Place { $( $field ),+ }

        impl<'t> $crate::record::Fields<'t> for $Type<'t> {
            fn slot(&mut self, name: &str) -> Option<(usize, &mut dyn $crate::record::Slot<'t>)> {
                const { assert!($Type::INFO.fields.len() <= $crate::record::MOST_FIELDS) }
                match name {
                    $( stringify!($field) => Some((Place::$field as usize, &mut self.$field)), )+
                    _ => None,
                }
            }

            fn kept_mut(
                &mut self,
            ) -> (&'static $crate::record::RecordInfo, &mut $crate::record::Kept<'t>) {
                ($Type::INFO, &mut self.kept)
            }
        }

        impl<'t> $crate::record::Node<'t> for $Type<'t> {
            const SHAPE: $crate::record::Shape = $crate::record::Shape::Record($Type::INFO);

            fn object(place: &mut Option<Self>) -> Option<$crate::record::Object<'_, 't>> {
                Some($crate::record::Object::Record(place.insert($Type::default())))
            }

            fn tag_bare(&mut self, language: &std::borrow::Cow<'t, str>) {
                $( $crate::record::Field::tag_bare(&mut self.$field, language); )+
            }

            fn walk<'a>(&'a self, walk: &mut $crate::check::walk::Walk<'a, 't>) {
                walk.kept(&self.kept, self);
                $( walk.$judge(self); )?
                $( $crate::record::Field::walk(&self.$field, stringify!($field), &self.kept, walk); )+
            }

            fn view(&self) -> $crate::record::View<'_> {
                $crate::record::View::Record(self)
            }
        }

        impl $crate::record::AnyRecord for $Type<'_> {
            fn info(&self) -> &'static $crate::record::RecordInfo {
                $Type::INFO
            }

            fn views<'a>(
                &'a self,
                visit: &mut dyn FnMut(&'static str, $crate::record::View<'a>),
            ) {
                $( if let Some(view) = $crate::record::Field::view(&self.$field) {
                    visit(stringify!($field), view);
                } )+
            }

            fn kept(&self) -> &$crate::record::Kept<'_> {
                &self.kept
            }

            fn to_json(&self) -> String {
                serde_json::to_string(self).unwrap_or_default()
            }
        }

        };

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
                $crate::record::write(self, serializer)
            }
        }

        impl<'de: 't, 't> serde::Deserialize<'de> for $Type<'t> {
            /// Takes what fits and keeps the rest; fails only on what is no JSON object.
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                use serde::de::DeserializeSeed;
                let mut place = None::<$Type<'de>>;
                let misfits = &mut Vec::new();
                $crate::record::Take { slot: &mut place, depth: 0, misfits }.deserialize(deserializer)?;
                place.ok_or_else(|| serde::de::Error::custom(concat!("expected an object: ", $name)))
            }
        }
    };
}
pub(crate) use record;

// Records of any type are read with the feature alone.
#[cfg(feature = "schema")]
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
