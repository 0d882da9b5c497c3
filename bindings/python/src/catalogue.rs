//! Registers: read on several threads without a step of Python a record, held as the bytes that they were.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

use obmen::check::{Position, Severity};
use obmen_catalogue::{Builder, Catalogue};
use obmen_formats::json::{Checked, Error, Form, check_parallel};
use pyo3::exceptions::{PyIndexError, PyOSError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::PyDict;

use crate::context::PyContext;
use crate::record::Handle;
use crate::report::Findings;

/// How often signals are looked for and progress is told.
const OFTEN: Duration = Duration::from_millis(50);

/// Many practices held together; the class of Python is made of it.
#[pyclass(frozen, subclass, name = "Catalogue", module = "obmen._obmen")]
pub(crate) struct PyCatalogue(Arc<Catalogue>);

/// What ends the reading of a register.
enum Stop {
    Read(Error),
    Python(PyErr),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Stop {
        Stop::Read(error)
    }
}

/// Reads a register: JSON Lines, or with `document` an array or one record.
#[pyfunction]
#[pyo3(signature = (source, context, document, threads, progress))]
pub(crate) fn read_register(
    py: Python<'_>,
    source: PyBackedBytes,
    context: &PyContext,
    document: bool,
    threads: Option<NonZeroUsize>,
    progress: Option<Py<PyAny>>,
) -> PyResult<PyCatalogue> {
    let form = if document {
        Form::Document
    } else {
        Form::Lines
    };
    let threads = threads
        .or_else(|| available_parallelism().ok())
        .unwrap_or(NonZeroUsize::MIN);
    let (context, source) = (&context.0, Arc::new(source));
    let tell = |done: u64| {
        Python::attach(|py| {
            py.check_signals()?;
            progress.as_ref().map_or(Ok(()), |progress| {
                progress.call1(py, (done, source.len())).map(drop)
            })
        })
    };
    let read = || {
        let mut builder = Builder::new(Arc::clone(&source), context);
        let mut told = Instant::now();
        check_parallel(
            source.as_ref().as_ref(),
            Some(form),
            context,
            threads,
            |record| {
                let end = record.offset + record.length;
                take(&mut builder, record);
                if told.elapsed() > OFTEN {
                    told = Instant::now();
                    tell(end).map_err(Stop::Python)?;
                }
                Ok::<(), Stop>(())
            },
        )?;
        tell(source.len() as u64).map_err(Stop::Python)?;
        Ok(builder.finish())
    };
    match py.detach(read) {
        Ok(catalogue) => Ok(PyCatalogue(Arc::new(catalogue))),
        Err(Stop::Read(error)) => Err(PyOSError::new_err(error.to_string())),
        Err(Stop::Python(error)) => Err(error),
    }
}

fn take(builder: &mut Builder, record: Checked) {
    let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
    let start = place(record.offset);
    let begins = Position {
        line: record.line,
        column: record.column,
    };
    let id = record.is_practice.then_some(record.id.as_deref());
    builder.push(
        start..start.saturating_add(place(record.length)),
        begins,
        id,
        record.report,
    );
}

#[pymethods]
impl PyCatalogue {
    #[new]
    fn new(catalogue: &Bound<'_, PyCatalogue>) -> PyCatalogue {
        PyCatalogue(Arc::clone(&catalogue.get().0))
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn _get<'py>(&self, py: Python<'py>, place: usize) -> PyResult<Bound<'py, PyAny>> {
        if place >= self.0.len() {
            return Err(PyIndexError::new_err("no such practice"));
        }
        Handle::of_catalogue(&self.0, place).into_record(py)
    }

    fn _by_id(&self, id: &str) -> Vec<usize> {
        self.0.by_id(id).collect()
    }

    fn _ids(&self) -> Vec<Option<&str>> {
        self.0.iter().map(obmen_catalogue::Record::id).collect()
    }

    fn _source<'py>(&self, py: Python<'py>) -> Bound<'py, pyo3::types::PyBytes> {
        pyo3::types::PyBytes::new(py, self.0.source())
    }

    /// Returns what was found in a practice.
    fn _report(&self, place: usize) -> Option<Findings> {
        self.0.get(place)?.report().cloned().map(Findings)
    }

    /// Returns the first record from this number on in which something was found: its number, its place, its id,
    /// the findings.
    fn _found(&self, number: usize) -> Option<(usize, Option<usize>, Option<&str>, Findings)> {
        self.0.records_from(number).find_map(|record| {
            let found = Findings(record.report()?.clone());
            Some((record.number(), record.place(), record.id(), found))
        })
    }

    fn _counts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let counts = PyDict::new(py);
        for (code, count) in self.0.report().counts() {
            counts.set_item(code, count)?;
        }
        Ok(counts)
    }

    /// Returns how many errors, warnings and hints were found.
    fn _weights(&self) -> (usize, usize, usize) {
        let mut weights = (0, 0, 0);
        for found in self.0.report().iter() {
            match found.diagnostic.severity {
                Severity::Error => weights.0 += 1,
                Severity::Warning => weights.1 += 1,
                Severity::Hint => weights.2 += 1,
            }
        }
        weights
    }
}
