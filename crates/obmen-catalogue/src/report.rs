//! What was found in all records of a catalogue.

use std::collections::BTreeMap;

use obmen::Diagnostic;
use obmen::check::Severity;

use crate::catalogue::{Catalogue, Record};

/// One finding of a catalogue, with the record that it is about.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Found<'a> {
    /// The record.
    pub record: Record<'a>,
    /// What was found in it.
    pub diagnostic: &'a Diagnostic,
}

/// Everything found in the records of a catalogue, in their order.
#[derive(Debug, Clone, Copy)]
pub struct CatalogueReport<'a>(pub(crate) &'a Catalogue);

impl<'a> CatalogueReport<'a> {
    /// Returns the findings, record by record; those of the catalogue itself stand last in their record.
    pub fn iter(self) -> impl Iterator<Item = Found<'a>> {
        self.0.records().flat_map(|record| {
            let found = record.report().into_iter().flatten();
            found.map(move |diagnostic| Found { record, diagnostic })
        })
    }

    /// Returns how often each code was found.
    #[must_use]
    pub fn counts(self) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        for found in self.iter() {
            *counts.entry(found.diagnostic.code()).or_default() += 1;
        }
        counts
    }

    /// Returns how many findings have this weight.
    #[must_use]
    pub fn count(self, severity: Severity) -> usize {
        self.iter()
            .filter(|found| found.diagnostic.severity == severity)
            .count()
    }

    /// Returns the number of findings.
    #[must_use]
    pub fn len(self) -> usize {
        self.iter().count()
    }

    /// True when nothing was found in any record.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.iter().next().is_none()
    }
}
