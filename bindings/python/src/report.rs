//! What was found, in the words of either language.

use obmen::Report;
use obmen::check::Severity;
use pyo3::prelude::*;

use crate::context::language;

/// What was found in one record.
#[pyclass(frozen, module = "obmen._obmen")]
pub(crate) struct Findings(pub(crate) Report);

impl Findings {
    /// Returns the findings of a report; `None` where nothing was found.
    pub(crate) fn of(report: Report) -> Option<Findings> {
        (!report.is_empty()).then_some(Findings(report))
    }
}

#[pymethods]
impl Findings {
    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn codes(&self) -> Vec<(&'static str, &'static str)> {
        let found = self.0.iter();
        found
            .map(|found| (found.code(), found.severity.as_str()))
            .collect()
    }

    fn has_errors(&self) -> bool {
        self.0.count(Severity::Error) > 0
    }

    fn to_json(&self, lang: &str) -> PyResult<String> {
        Ok(self.0.to_json(language(lang)?))
    }

    fn to_text(&self, lang: &str) -> PyResult<String> {
        Ok(self.0.to_text(language(lang)?))
    }

    fn to_problem(&self, lang: &str) -> PyResult<String> {
        Ok(self.0.to_problem(language(lang)?))
    }
}
