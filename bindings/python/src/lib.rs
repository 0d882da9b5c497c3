//! The compiled half of the Python package `obmen`: it converts, names and documents, and knows no rule.
//!
//! What Python users see is in `python/obmen`; this module is private to it.

mod catalogue;
mod context;
mod logs;
mod nominations;
mod record;
mod report;
mod values;

use obmen::check::Rule;
use obmen::model::{RecordInfo, Shape};
use obmen::{Practice, schema};
use obmen_formats::page;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyDict};

use context::PyContext;
use record::{Handle, PyRecord};
use report::Findings;

/// The classes of Python that answers are made of, by name.
static CLASSES: PyOnceLock<Py<PyDict>> = PyOnceLock::new();

/// Returns a class that Python registered.
fn class<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyAny>> {
    let missing = || pyo3::exceptions::PyRuntimeError::new_err(format!("no class {name}"));
    let classes = CLASSES.get(py).ok_or_else(missing)?;
    classes.bind(py).get_item(name)?.ok_or_else(missing)
}

/// Takes the classes that answers are made of; called once.
#[pyfunction]
fn register(py: Python<'_>, classes: Py<PyDict>) {
    // A second import of the package finds the first one's classes.
    let _ = CLASSES.set(py, classes);
}

/// Reads a record: the practice, as far as it could be understood, and what was found where anything was;
/// without positions where the bytes are no text of the user's.
#[pyfunction]
fn read<'py>(
    py: Python<'py>,
    bytes: &Bound<'py, PyBytes>,
    context: &PyContext,
    is_text: bool,
) -> PyResult<(Option<Bound<'py, PyAny>>, Option<Findings>)> {
    let (bytes, context) = (bytes.as_bytes(), &context.0);
    let reading = py.detach(|| obmen::read(bytes, context));
    let report = if is_text {
        reading.report
    } else {
        reading.report.unlocated()
    };
    Ok((made(py, reading.practice)?, Findings::of(report)))
}

fn made(py: Python<'_>, practice: Option<Practice>) -> PyResult<Option<Bound<'_, PyAny>>> {
    let practice = practice.map(|practice| Handle::of_practice(practice).into_record(py));
    practice.transpose()
}

/// What a page gives: the practice, the findings, the evidence (pointer, grade, first byte, last), the text.
type Page<'py> = (
    Option<Bound<'py, PyAny>>,
    Option<Findings>,
    Vec<(String, &'static str, usize, usize)>,
    String,
);

/// Reads a page of an exchange.
#[pyfunction]
fn read_page<'py>(
    py: Python<'py>,
    bytes: &Bound<'py, PyBytes>,
    context: &PyContext,
) -> PyResult<Page<'py>> {
    let (bytes, context) = (bytes.as_bytes(), &context.0);
    let reading = py.detach(|| page::read(bytes, context));
    let evidence = reading.evidence.into_iter();
    let evidence = evidence.map(|found| {
        (
            found.pointer,
            found.grade.as_str(),
            found.span.start,
            found.span.end,
        )
    });
    Ok((
        made(py, reading.practice)?,
        Findings::of(reading.report),
        evidence.collect(),
        reading.text,
    ))
}

/// Makes a record of a type from JSON, keeping what does not fit; `None` when it is no JSON object.
#[pyfunction]
fn make<'py>(
    py: Python<'py>,
    kind: &str,
    json: &Bound<'py, PyBytes>,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    let handle = Handle::of_json(kind, json.as_bytes());
    handle.map(|handle| handle.into_record(py)).transpose()
}

/// Every rule: those of records, of pages, of catalogues, of nominations.
fn all_rules() -> impl Iterator<Item = &'static Rule> {
    let tables = obmen::check::RULES
        .iter()
        .chain(obmen_formats::RULES)
        .chain(obmen_catalogue::RULES)
        .chain(obmen_nominations::RULES);
    tables.copied().flatten().copied()
}

/// The words of a rule in English and Bulgarian.
type Words = (&'static str, &'static str);

/// A rule: code, severity, since, absence; message, help, why and the title of its fix in both languages.
type RuleRow = (
    &'static str,
    &'static str,
    u32,
    bool,
    (String, String),
    (String, String),
    Words,
    Option<Words>,
);

/// Returns every rule.
#[pyfunction]
fn rules() -> Vec<RuleRow> {
    use obmen::check::Language::{Bg, En};
    let general = |texts: obmen::check::Texts| (texts.in_general(En), texts.in_general(Bg));
    all_rules()
        .map(|rule| {
            (
                rule.code,
                rule.severity.as_str(),
                rule.since,
                rule.absence,
                general(rule.message),
                general(rule.help),
                (rule.why.en, rule.why.bg),
                rule.fix.map(|fix| (fix.en, fix.bg)),
            )
        })
        .collect()
}

/// Returns the JSON Schema of a record, as text.
#[pyfunction]
fn json_schema() -> String {
    schema::json_schema()
}

/// A record type: its name, its meaning, its fields with their meanings and shapes.
type Type = (
    &'static str,
    &'static str,
    Vec<(&'static str, &'static str, String)>,
);

/// Returns every record type.
#[pyfunction]
fn types() -> Vec<Type> {
    let fields = |info: &RecordInfo| {
        let fields = info.fields.iter();
        fields
            .map(|field| (field.name, field.doc.trim(), shape(&field.shape)))
            .collect()
    };
    let types = schema::records().into_iter();
    types
        .map(|info| (info.type_name, info.doc.trim(), fields(info)))
        .collect()
}

/// Names a shape for the package's own stubs.
fn shape(shape: &Shape) -> String {
    match shape {
        Shape::Text(_) | Shape::Set { open: true, .. } => "text".to_owned(),
        Shape::Set { known, open: false } => format!("one of {}", known.join(" ")),
        Shape::Localised => "localised".to_owned(),
        Shape::Date => "date".to_owned(),
        Shape::Number => "number".to_owned(),
        Shape::Count => "count".to_owned(),
        Shape::Record(info) => info.type_name.to_owned(),
        Shape::Party(info) => format!("party {}", info.type_name),
        Shape::List(item) => format!("list {}", self::shape(item)),
    }
}

/// The compiled half of `obmen`.
#[pymodule]
#[pyo3(name = "_obmen")]
fn package(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_class::<PyContext>()?;
    module.add_class::<PyRecord>()?;
    module.add_class::<Handle>()?;
    module.add_class::<Findings>()?;
    module.add("NO_FINDINGS", Findings(obmen::Report::default()))?;
    module.add_class::<catalogue::PyCatalogue>()?;
    module.add_class::<nominations::PyKeys>()?;
    module.add_class::<nominations::PyPolicy>()?;
    module.add_class::<nominations::PyAdmission>()?;
    module.add_class::<logs::PyTrustPolicy>()?;
    module.add_class::<logs::PyLog>()?;
    module.add_class::<logs::PyTally>()?;
    module.add_class::<values::PyLocalisedText>()?;
    module.add_class::<values::PyPartialDate>()?;
    module.add_function(wrap_pyfunction!(register, module)?)?;
    module.add_function(wrap_pyfunction!(read, module)?)?;
    module.add_function(wrap_pyfunction!(read_page, module)?)?;
    module.add_function(wrap_pyfunction!(catalogue::read_register, module)?)?;
    module.add_function(wrap_pyfunction!(make, module)?)?;
    module.add_function(wrap_pyfunction!(nominations::new_log_key, module)?)?;
    module.add_function(wrap_pyfunction!(nominations::solve, module)?)?;
    module.add_function(wrap_pyfunction!(nominations::read_entry, module)?)?;
    module.add_function(wrap_pyfunction!(nominations::leaf_hash, module)?)?;
    module.add_function(wrap_pyfunction!(nominations::normalise_email, module)?)?;
    module.add_function(wrap_pyfunction!(nominations::tag, module)?)?;
    module.add_function(wrap_pyfunction!(logs::log_key, module)?)?;
    module.add_function(wrap_pyfunction!(logs::verify_note, module)?)?;
    module.add_function(wrap_pyfunction!(logs::verify_checkpoint, module)?)?;
    module.add_function(wrap_pyfunction!(logs::verify_consistency, module)?)?;
    module.add_function(wrap_pyfunction!(logs::verify_proof, module)?)?;
    module.add_function(wrap_pyfunction!(logs::merge, module)?)?;
    module.add_function(wrap_pyfunction!(rules, module)?)?;
    module.add_function(wrap_pyfunction!(json_schema, module)?)?;
    module.add_function(wrap_pyfunction!(types, module)?)
}
