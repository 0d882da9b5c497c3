//! Mending: applying the fixes of a report to a fixed point.

use crate::check::patch::{Operation, apply};
use crate::check::{Context, Fix, Report, Safety, Severity};
use crate::practice::Practice;
use crate::reading;
use crate::value::Json;

/// The most rounds of one mending. Each round must mend something, and a mend may uncover another;
/// no chain of rules is nearly as long.
const MAX_ROUNDS: usize = 16;

/// A mended record, what is still wrong with it, and how many fixes were applied.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Mended {
    /// The record after the fixes.
    pub practice: Practice<'static>,
    /// What is still wrong with it, without positions: it was not read from text.
    pub report: Report,
    /// How many fixes were applied.
    pub applied: usize,
}

pub(crate) fn mend(
    report: &Report,
    practice: &Practice<'_>,
    context: &Context,
    safety: Safety,
) -> Mended {
    let mut mended = Mended {
        practice: practice.clone().into_owned(),
        report: report.clone(),
        applied: 0,
    };
    for _ in 0..MAX_ROUNDS {
        let fixes: Vec<Fix> = mended
            .report
            .iter()
            .filter_map(|found| found.fix.clone())
            .collect();
        let mut fixes: Vec<&Fix> = fixes.iter().filter(|fix| fix.safety <= safety).collect();
        // What the record says under another name goes before what is made of its words.
        fixes.sort_by_key(|fix| {
            !fix.patch
                .iter()
                .any(|operation| matches!(operation, Operation::Move { .. }))
        });
        let before = mended.applied;
        if !round(&mut mended, &fixes, context) {
            // Some fix of the round uncovers an error: apply those that do not.
            for fix in fixes {
                round(&mut mended, &[fix], context);
            }
        }
        if mended.applied == before {
            break;
        }
    }
    mended
}

/// Applies the fixes that do not overlap, all or none: none when the record would have more errors
/// than before or stay the same. Returns whether nothing stood against them.
fn round(mended: &mut Mended, fixes: &[&Fix], context: &Context) -> bool {
    let text = crate::write(&mended.practice);
    let Ok(mut document) = Json::parse(&text) else {
        return true;
    };
    let mut touched: Vec<&str> = Vec::new();
    let mut applied = 0;
    for fix in fixes {
        if !overlaps(fix, &touched)
            && guards_absence(fix, &document)
            && apply(&mut document, &fix.patch).is_ok()
        {
            applied += 1;
            touched.extend(fix.patch.iter().flat_map(Operation::touches));
        }
    }
    if applied == 0 {
        return true;
    }
    let reading = reading::decode(&document.to_string(), context);
    let Some(practice) = reading.practice.filter(|next| *next != mended.practice) else {
        return true;
    };
    if reading.report.count(Severity::Error) > mended.report.count(Severity::Error) {
        return false;
    }
    *mended = Mended {
        practice,
        report: reading.report,
        applied: mended.applied + applied,
    };
    true
}

/// True when a fix changes a place that another of this round changed, or one inside or around it.
/// A removal or insertion in an array moves its neighbours, so siblings in an array count as well.
fn overlaps(fix: &Fix, touched: &[&str]) -> bool {
    let contains = |outer: &str, inner: &str| {
        inner
            .strip_prefix(outer)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let array = |path: &str| {
        path.rsplit_once('/')
            .filter(|(_, last)| last.bytes().all(|byte| byte.is_ascii_digit()))
            .map(|(parent, _)| parent.to_owned())
    };
    fix.patch.iter().flat_map(Operation::touches).any(|path| {
        touched.iter().any(|other| {
            contains(path, other)
                || contains(other, path)
                || array(path).is_some_and(|parent| contains(&parent, other))
                || array(other).is_some_and(|parent| contains(&parent, path))
        })
    })
}

/// True when no `add` of the fix would overwrite what stands there by now.
fn guards_absence(fix: &Fix, document: &Json<'_>) -> bool {
    fix.patch.iter().all(|operation| match operation {
        Operation::Add { path, .. } | Operation::Move { path, .. } => {
            document.at(path).is_none()
                || path
                    .rsplit('/')
                    .next()
                    .is_some_and(|last| last.parse::<usize>().is_ok())
        }
        _ => true,
    })
}
