//! The context of a check, and the language of words.

use obmen::Context;
use obmen::check::Language;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

/// What a check needs from outside.
#[pyclass(frozen, name = "Context", module = "obmen._obmen")]
pub(crate) struct PyContext(pub(crate) Context);

#[pymethods]
impl PyContext {
    #[new]
    fn new(options: &str) -> PyResult<PyContext> {
        let context = Context::from_json(options);
        context
            .map(PyContext)
            .map_err(|wrong| PyValueError::new_err(wrong.to_string()))
    }
}

/// Returns the language of a tag, `en` or `bg`.
pub(crate) fn language(tag: &str) -> PyResult<Language> {
    tag.parse()
        .map_err(|()| PyValueError::new_err(format!("lang: `{tag}` is not `en` or `bg`")))
}
