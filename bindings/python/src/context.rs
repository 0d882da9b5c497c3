//! The context of a check, from keyword arguments.

use std::collections::BTreeMap;

use obmen::Context;
use obmen::check::{Language, Profile, Severity};
use obmen::value::Date;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

/// What a check needs from outside.
#[pyclass(frozen, name = "Context", module = "obmen._obmen")]
pub(crate) struct PyContext(pub(crate) Context);

#[pymethods]
impl PyContext {
    #[new]
    #[pyo3(signature = (today=None, profile="publish", default_language=None, severities=None, rules_as_of=None, themes=None))]
    fn new(
        today: Option<&str>,
        profile: &str,
        default_language: Option<String>,
        severities: Option<BTreeMap<String, String>>,
        rules_as_of: Option<u32>,
        themes: Option<Vec<String>>,
    ) -> PyResult<PyContext> {
        let mut context = match today {
            Some(day) => Context::on(
                day.parse::<Date>()
                    .map_err(|_| wrong("today", day, "a day, `YYYY-MM-DD`"))?,
            ),
            None => Context::default(),
        };
        context = context.with_profile(match profile {
            "publish" => Profile::Publish,
            "draft" => Profile::Draft,
            other => return Err(wrong("profile", other, "`publish` or `draft`")),
        });
        if let Some(tag) = default_language {
            context = context.with_default_language(tag);
        }
        for (code, severity) in severities.into_iter().flatten() {
            if !crate::all_rules().any(|rule| rule.code == code) {
                return Err(wrong("severities", &code, "the code of a rule"));
            }
            context = match severity.as_str() {
                "off" => context.without(code),
                "hint" => context.with_severity(code, Severity::Hint),
                "warning" => context.with_severity(code, Severity::Warning),
                "error" => context.with_severity(code, Severity::Error),
                other => {
                    return Err(wrong(
                        "severities",
                        other,
                        "`error`, `warning`, `hint` or `off`",
                    ));
                }
            };
        }
        if let Some(edition) = rules_as_of {
            context = context.with_rules_as_of(edition);
        }
        if let Some(themes) = themes {
            context = context.with_themes(themes);
        }
        Ok(PyContext(context))
    }
}

fn wrong(option: &str, given: &str, wanted: &str) -> PyErr {
    PyValueError::new_err(format!("{option}: `{given}` is not {wanted}"))
}

/// Returns the language of a tag, `en` or `bg`.
pub(crate) fn language(tag: &str) -> PyResult<Language> {
    tag.parse().map_err(|()| wrong("lang", tag, "`en` or `bg`"))
}
