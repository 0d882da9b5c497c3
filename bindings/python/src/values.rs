//! The values that Python has no type for: texts in languages, partial dates.

use std::hash::{DefaultHasher, Hash, Hasher};

use obmen::value::{LocalisedText, Number, PartialDate};
use pyo3::exceptions::{PyKeyError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDict, PyFloat, PyInt, PyList, PyMapping, PyString, PyTuple, PyType};

use crate::class;

/// Returns a number as Python's `int` where it is whole and every reader keeps it exactly, else as `float`.
pub(crate) fn number(py: Python<'_>, number: Number) -> PyResult<Bound<'_, PyAny>> {
    let count = |sign: f64| Number::new(number.get() * sign).and_then(Number::as_count);
    Ok(match (count(1.0), count(-1.0)) {
        (Some(count), _) => PyInt::new(py, count).into_any(),
        (None, Some(count)) => PyInt::new(py, count).neg()?,
        (None, None) => PyFloat::new(py, number.get()).into_any(),
    })
}

/// One text in one or several languages: language tag (BCP 47) to text, in the order of the record.
///
/// It is a mapping; texts are equal whatever their order and the case of their tags. Made from a mapping, from
/// keyword arguments, or from a plain string, which takes the language of the record that it is put into.
///
/// >>> title = LocalisedText(bg="Обмен", en="Exchange")
/// >>> title["en"], title.get("de"), list(title)
/// ('Exchange', None, ['bg', 'en'])
/// >>> title == {"EN": "Exchange", "bg": "Обмен"}
/// True
#[pyclass(frozen, mapping, name = "LocalisedText", module = "obmen")]
pub(crate) struct PyLocalisedText(pub(crate) LocalisedText<'static>);

impl PyLocalisedText {
    /// Returns the texts of a record; what stood beside them and is no text is the record's alone.
    pub(crate) fn of(text: &LocalisedText<'_>) -> PyLocalisedText {
        let mut text = text.clone().into_owned();
        std::mem::take(&mut text.kept);
        PyLocalisedText(text)
    }

    fn dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        for (language, text) in self.0.iter() {
            dict.set_item(language, text)?;
        }
        Ok(dict)
    }
}

#[pymethods]
impl PyLocalisedText {
    #[new]
    #[pyo3(signature = (texts=None, /, **languages), text_signature = "(texts=None, /, **languages)")]
    fn new(
        texts: Option<&Bound<'_, PyAny>>,
        languages: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<PyLocalisedText> {
        let mut made = LocalisedText::default();
        if let Some(text) = texts.and_then(|texts| texts.cast::<PyString>().ok()) {
            made.insert("", text.extract::<String>()?);
        } else if let Some(texts) = texts {
            for item in texts.cast::<PyMapping>()?.items()?.iter() {
                let (language, text): (String, String) = item.extract()?;
                made.insert(language, text);
            }
        }
        for (language, text) in languages.into_iter().flatten() {
            made.insert(language.extract::<String>()?, text.extract::<String>()?);
        }
        Ok(PyLocalisedText(made))
    }

    fn __getitem__(&self, language: &str) -> PyResult<&str> {
        self.0
            .get(language)
            .ok_or_else(|| PyKeyError::new_err(language.to_owned()))
    }

    fn __contains__(&self, language: &Bound<'_, PyAny>) -> bool {
        language
            .extract::<String>()
            .is_ok_and(|language| self.0.get(&language).is_some())
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let languages = self.0.iter().map(|(language, _)| language);
        PyList::new(py, languages.collect::<Vec<_>>())?.call_method0("__iter__")
    }

    /// Returns the text of exactly this language, else the default.
    #[pyo3(signature = (language, default=None, /))]
    fn get<'py>(
        &self,
        py: Python<'py>,
        language: &str,
        default: Option<Bound<'py, PyAny>>,
    ) -> Bound<'py, PyAny> {
        match self.0.get(language) {
            Some(text) => PyString::new(py, text).into_any(),
            None => default.unwrap_or_else(|| py.None().into_bound(py)),
        }
    }

    /// Returns the languages.
    fn keys<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py()
            .import("collections.abc")?
            .getattr("KeysView")?
            .call1((slf,))
    }

    /// Returns the texts.
    fn values<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py()
            .import("collections.abc")?
            .getattr("ValuesView")?
            .call1((slf,))
    }

    /// Returns each language with its text.
    fn items<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py()
            .import("collections.abc")?
            .getattr("ItemsView")?
            .call1((slf,))
    }

    /// Returns the best text for a reader who prefers these languages in this order, with its language, since
    /// a fallback needs a `lang` of its own. `None` only when there is no text at all.
    ///
    /// Each preference is looked up as RFC 4647 (section 3.4) says: as it is, then shortened from the right,
    /// then by a more exact tag. When none is there, the first text is the best.
    ///
    /// >>> LocalisedText(bg="Обмен").best("en", "fr")
    /// BestText(value='Обмен', lang='bg')
    #[pyo3(signature = (*languages))]
    fn best<'py>(
        &self,
        py: Python<'py>,
        languages: Vec<String>,
    ) -> PyResult<Option<Bound<'py, PyAny>>> {
        let languages: Vec<&str> = languages.iter().map(String::as_str).collect();
        let best = self.0.best(&languages);
        best.map(|(language, text)| class(py, "BestText")?.call1((text, language)))
            .transpose()
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        match other.cast::<PyLocalisedText>() {
            Ok(other) => self.0 == other.get().0,
            Err(_) => {
                other.cast::<PyMapping>().is_ok()
                    && PyLocalisedText::new(Some(other), None).is_ok_and(|other| self.0 == other.0)
            }
        }
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.0.hash(&mut hasher);
        hasher.finish()
    }

    fn __str__(&self) -> &str {
        self.0.best(&[]).map_or("", |(_, text)| text)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("LocalisedText({})", self.dict(py)?.repr()?))
    }

    fn __reduce__<'py>(
        slf: &Bound<'py, Self>,
    ) -> PyResult<(Bound<'py, PyType>, (Bound<'py, PyDict>,))> {
        Ok((slf.get_type(), (slf.get().dict(slf.py())?,)))
    }

    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }
}

/// A year, a month of a year, or a day: what a register knows of a date, nothing guessed.
///
/// >>> date = PartialDate(2024, 2)
/// >>> str(date), date.day
/// ('2024-02', None)
/// >>> date.latest()
/// datetime.date(2024, 2, 29)
/// >>> PartialDate.parse("2013-08-15") == PartialDate(2013, 8, 15)
/// True
#[pyclass(frozen, eq, hash, name = "PartialDate", module = "obmen")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct PyPartialDate(pub(crate) PartialDate);

#[pymethods]
impl PyPartialDate {
    #[classattr]
    fn __match_args__(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
        PyTuple::new(py, ["year", "month", "day"])
    }

    #[new]
    #[pyo3(signature = (year, month=None, day=None))]
    fn new(
        year: &Bound<'_, PyAny>,
        month: Option<&Bound<'_, PyAny>>,
        day: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<PyPartialDate> {
        // A number of any size, of other libraries too; what is no date of the calendar is told as of any text.
        let part = |part: &Bound<'_, PyAny>, width: &str| -> PyResult<String> {
            let whole = part
                .py()
                .import("operator")?
                .call_method1("index", (part,))?;
            whole.call_method1("__format__", (width,))?.extract()
        };
        let mut text = part(year, "04")?;
        if month.is_some() || day.is_some() {
            // A day without a month is no date, and must not be taken for a month.
            let month = month.map_or(Ok(String::new()), |month| part(month, "02"))?;
            text = format!("{text}-{month}");
        }
        if let Some(day) = day {
            text = format!("{text}-{}", part(day, "02")?);
        }
        PyPartialDate::parse(&text)
    }

    /// Returns the date that a text says: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `ValueError` for any other.
    #[staticmethod]
    fn parse(text: &str) -> PyResult<PyPartialDate> {
        let date = text.parse();
        date.map(PyPartialDate)
            .map_err(|invalid: obmen::value::Invalid| PyValueError::new_err(invalid.to_string()))
    }

    /// The year.
    #[getter]
    fn year(&self) -> u16 {
        self.0.year()
    }

    /// The month, where it is known.
    #[getter]
    fn month(&self) -> Option<u8> {
        self.0.month()
    }

    /// The day of the month, where it is known.
    #[getter]
    fn day(&self) -> Option<u8> {
        self.0.day()
    }

    /// Returns the earliest day that it may mean.
    fn earliest<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDate>> {
        let date = self.0.earliest();
        PyDate::new(py, date.year().into(), date.month(), date.day())
    }

    /// Returns the latest day that it may mean.
    fn latest<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDate>> {
        let date = self.0.latest();
        PyDate::new(py, date.year().into(), date.month(), date.day())
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __format__<'py>(&self, py: Python<'py>, spec: &str) -> PyResult<Bound<'py, PyAny>> {
        PyString::new(py, &self.0.to_string()).call_method1("__format__", (spec,))
    }

    fn __repr__(&self) -> String {
        let parts = [
            Some(self.0.year()),
            self.0.month().map(u16::from),
            self.0.day().map(u16::from),
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .flatten()
            .map(|part| part.to_string())
            .collect();
        format!("PartialDate({})", parts.join(", "))
    }

    fn __reduce__<'py>(
        slf: &Bound<'py, Self>,
    ) -> (Bound<'py, PyType>, (u16, Option<u8>, Option<u8>)) {
        let date = slf.get().0;
        (slf.get_type(), (date.year(), date.month(), date.day()))
    }

    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }
}
