//! Records of any type: views into one decoded record, made into values of Python when they are looked at.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use obmen::check::Safety;
use obmen::model::{AnyRecord, Shape, View};
use obmen::{Context, Practice, model, schema};
use obmen_catalogue::Catalogue;
use pyo3::exceptions::{PyRuntimeError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyInt, PyString, PyTuple};

use crate::class;
use crate::context::PyContext;
use crate::report::Findings;
use crate::values::{PyLocalisedText, PyPartialDate, number};

/// What a view looks into.
enum Root {
    Practice(Practice),
    Record(Box<dyn AnyRecord>),
    Held(Held),
}

/// A practice of a catalogue, decoded when it is looked at.
struct Held {
    catalogue: Arc<Catalogue>,
    place: usize,
    /// Whether a field was looked at: the first one is decoded alone.
    asked: AtomicBool,
    decoded: OnceLock<Practice>,
}

impl Held {
    fn practice(&self) -> &Practice {
        self.decoded.get_or_init(|| {
            let record = self.catalogue.get(self.place);
            let practice = record.and_then(obmen_catalogue::Record::practice);
            practice
                .map(model::Practice::into_owned)
                .unwrap_or_default()
        })
    }
}

impl Root {
    fn record(&self) -> &dyn AnyRecord {
        match self {
            Root::Practice(practice) => practice,
            Root::Record(record) => &**record,
            Root::Held(held) => held.practice(),
        }
    }

    fn practice(&self) -> Option<&Practice> {
        match self {
            Root::Practice(practice) => Some(practice),
            Root::Record(_) => None,
            Root::Held(held) => Some(held.practice()),
        }
    }
}

/// What a record of Python is made of.
#[pyclass(frozen, module = "obmen._obmen")]
#[derive(Clone)]
pub(crate) struct Handle {
    root: Arc<Root>,
    /// The places of fields and of elements that lead to the record.
    path: Box<[usize]>,
}

impl Handle {
    fn of(root: Root) -> Handle {
        Handle {
            root: Arc::new(root),
            path: Box::default(),
        }
    }

    pub(crate) fn of_practice(practice: Practice) -> Handle {
        Handle::of(Root::Practice(practice))
    }

    pub(crate) fn of_catalogue(catalogue: &Arc<Catalogue>, place: usize) -> Handle {
        Handle::of(Root::Held(Held {
            catalogue: Arc::clone(catalogue),
            place,
            asked: AtomicBool::new(false),
            decoded: OnceLock::new(),
        }))
    }

    pub(crate) fn of_json(kind: &str, json: &[u8]) -> Option<Handle> {
        if kind == model::Practice::INFO.type_name {
            let practice = obmen::decode(json, &Context::default())?;
            return Some(Handle::of_practice(practice.into_owned()));
        }
        let json = str::from_utf8(json).ok()?;
        let info = schema::records()
            .into_iter()
            .find(|info| info.type_name == kind)?;
        Some(Handle::of(Root::Record((info.read)(json)?)))
    }

    fn inside(&self, place: usize) -> Handle {
        Handle {
            root: Arc::clone(&self.root),
            path: self.path.iter().copied().chain([place]).collect(),
        }
    }

    fn record(&self) -> Option<&dyn AnyRecord> {
        let start = View::Record(self.root.record());
        let end = self.path.iter().try_fold(start, |view, place| match view {
            View::Record(record) => record.field(*place),
            View::List(list) => list.get(*place),
            _ => None,
        });
        match end {
            Some(View::Record(record)) => Some(record),
            _ => None,
        }
    }

    /// Returns the record of Python: an instance of the class of its type.
    pub(crate) fn into_record(self, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        let kind = match &*self.root {
            Root::Held(_) if self.path.is_empty() => model::Practice::INFO.type_name,
            _ => self.known()?.info().type_name,
        };
        let new = py
            .get_type::<PyRecord>()
            .getattr(pyo3::intern!(py, "__new__"))?;
        new.call1((class(py, kind)?, self))
    }

    fn known(&self) -> PyResult<&dyn AnyRecord> {
        self.record()
            .ok_or_else(|| PyRuntimeError::new_err("no record"))
    }

    /// Returns a value as Python has it; `self` is where it stands.
    fn value<'py>(&self, py: Python<'py>, view: View<'_>) -> PyResult<Bound<'py, PyAny>> {
        Ok(match view {
            View::Text(text) => PyString::new(py, text).into_any(),
            View::Localised(text) => Bound::new(py, PyLocalisedText::of(text))?.into_any(),
            View::Date(date) => Bound::new(py, PyPartialDate(date))?.into_any(),
            View::Number(value) => number(py, value)?,
            View::Count(count) => PyInt::new(py, count).into_any(),
            View::Record(_) => self.clone().into_record(py)?,
            View::List(list) => {
                let items = (0..list.len()).filter_map(|place| {
                    let view = list.get(place)?;
                    Some(self.inside(place).value(py, view))
                });
                PyTuple::new(py, items.collect::<PyResult<Vec<_>>>()?)?.into_any()
            }
            _ => return Err(PyTypeError::new_err("a value of no known shape")),
        })
    }
}

/// A record of any type; the classes of Python are made of it.
#[pyclass(frozen, subclass, name = "Record", module = "obmen._obmen")]
pub(crate) struct PyRecord(Handle);

impl PyRecord {
    pub(crate) fn practice(&self) -> PyResult<&Practice> {
        let practice = self.0.path.is_empty().then(|| self.0.root.practice());
        practice
            .flatten()
            .ok_or_else(|| PyTypeError::new_err("only a practice can be checked"))
    }

    /// Returns a plain field of a practice that nobody has looked at, decoded alone.
    fn alone<'py>(&self, py: Python<'py>, place: usize) -> PyResult<Option<Bound<'py, PyAny>>> {
        let Root::Held(held) = &*self.0.root else {
            return Ok(None);
        };
        let field = model::Practice::INFO.fields.get(place);
        let Some(field) = field.filter(|field| {
            !matches!(
                field.shape,
                Shape::Record(_) | Shape::Party(_) | Shape::List(_)
            )
        }) else {
            return Ok(None);
        };
        if !self.0.path.is_empty()
            || held.decoded.get().is_some()
            || held.asked.swap(true, Ordering::Relaxed)
        {
            return Ok(None);
        }
        let record = held.catalogue.get(held.place);
        let Some(practice) = record.and_then(|record| record.fields(&[field.name])) else {
            return Ok(None);
        };
        match (&practice as &dyn AnyRecord).field(place) {
            Some(view) => self.0.value(py, view).map(Some),
            None => Ok(Some(py.None().into_bound(py))),
        }
    }
}

#[pymethods]
impl PyRecord {
    #[new]
    fn new(handle: &Bound<'_, Handle>) -> PyRecord {
        PyRecord(handle.get().clone())
    }

    fn _field<'py>(&self, py: Python<'py>, place: usize) -> PyResult<Bound<'py, PyAny>> {
        if let Some(value) = self.alone(py, place)? {
            return Ok(value);
        }
        match self.0.known()?.field(place) {
            Some(view) => self.0.inside(place).value(py, view),
            None => Ok(py.None().into_bound(py)),
        }
    }

    /// Returns the fields that obmen does not know, their values as JSON.
    fn _unknown(&self) -> PyResult<Vec<(String, String)>> {
        let kept = self.0.known()?.kept();
        let unknown = kept.unknown();
        Ok(unknown
            .map(|(name, value)| (name.to_owned(), value.to_string()))
            .collect())
    }

    /// Returns where the first value stands that does not fit; `None` when all do.
    fn _misfit(&self) -> PyResult<Option<String>> {
        Ok(misfit(View::Record(self.0.known()?), &mut String::new()))
    }

    fn _json(&self) -> PyResult<String> {
        Ok(self.0.known()?.to_json())
    }

    fn _same(&self, other: &PyRecord) -> PyResult<bool> {
        Ok(self.0.known()? == other.0.known()?)
    }

    fn _hash(&self) -> PyResult<u64> {
        let mut hasher = DefaultHasher::new();
        self.0.known()?.hash(&mut hasher);
        Ok(hasher.finish())
    }

    fn _check(&self, py: Python<'_>, context: &PyContext) -> PyResult<Option<Findings>> {
        let (practice, context) = (self.practice()?, &context.0);
        Ok(Findings::of(py.detach(|| practice.check(context))))
    }

    fn _mend<'py>(
        &self,
        py: Python<'py>,
        context: &PyContext,
        suggested: bool,
    ) -> PyResult<(Bound<'py, PyAny>, Option<Findings>, usize)> {
        let (practice, context) = (self.practice()?, &context.0);
        let safety = if suggested {
            Safety::Suggested
        } else {
            Safety::Certain
        };
        let mended = py.detach(|| practice.check(context).mend(practice, context, safety));
        Ok((
            Handle::of_practice(mended.practice).into_record(py)?,
            Findings::of(mended.report),
            mended.applied,
        ))
    }

    fn _proposed_id(&self) -> PyResult<Option<String>> {
        Ok(self.practice()?.proposed_id())
    }
}

/// Returns where the first value stands that was kept because it does not fit.
fn misfit(view: View<'_>, pointer: &mut String) -> Option<String> {
    let length = pointer.len();
    let mut step = |name: &str, view| {
        pointer.truncate(length);
        pointer.push('/');
        pointer.push_str(name);
        misfit(view, pointer)
    };
    match view {
        View::Record(record) if !record.kept().is_empty() => {
            Some(format!("{pointer}/{}", record.kept().first()?))
        }
        View::Localised(text) if !text.kept.is_empty() => {
            Some(format!("{pointer}/{}", text.kept.first()?))
        }
        View::Record(record) => (record.info().fields.iter().enumerate())
            .find_map(|(place, field)| step(field.name, record.field(place)?)),
        View::List(list) => {
            (0..list.len()).find_map(|place| step(&place.to_string(), list.get(place)?))
        }
        _ => None,
    }
}
