//! Mending: applying the fixes of a report to a fixed point.

use crate::check::patch::{Operation, Touched, apply};
use crate::check::pointer::index;
use crate::check::walk::MAX_FOUND;
use crate::check::{Context, Fix, Report, Safety};
use crate::practice::Practice;
use crate::reading::{self, MAX_VALUES};
use crate::value::Json;

/// The most rounds of one mending: one for each full report that the values of a record can fill, and
/// some for the mends that uncover another.
const MAX_ROUNDS: usize = MAX_VALUES / MAX_FOUND + 16;

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
        report: report.clone().unlocated(),
        applied: 0,
    };
    for _ in 0..MAX_ROUNDS {
        let fixes: Vec<Fix> = mended
            .report
            .iter()
            .filter_map(|found| found.fix.clone())
            .collect();
        let mut fixes: Vec<&Fix> = fixes.iter().filter(|fix| fix.safety <= safety).collect();
        // What the record says under another name goes before what is made of its words. Elements
        // of arrays go last and backwards, so that none moves before its turn.
        fixes.sort_by_key(|fix| turn(fix));
        let removals = fixes.partition_point(|fix| turn(fix) < Turn::Element);
        fixes.get_mut(removals..).unwrap_or_default().reverse();
        let before = mended.applied;
        settle(&mut mended, &fixes, context);
        if mended.applied == before {
            break;
        }
    }
    mended
}

/// Applies the fixes, but for those that uncover an error, which are found by halving.
fn settle(mended: &mut Mended, fixes: &[&Fix], context: &Context) {
    if !round(mended, fixes, context) && fixes.len() > 1 {
        let (first, second) = fixes.split_at(fixes.len() / 2);
        settle(mended, first, context);
        settle(mended, second, context);
    }
}

/// Applies the fixes that do not overlap, all or none: none when the record would have more errors
/// than before or stay the same. Returns whether nothing stood against them.
fn round(mended: &mut Mended, fixes: &[&Fix], context: &Context) -> bool {
    let text = crate::write(&mended.practice);
    let Ok(mut document) = Json::parse(&text) else {
        return true;
    };
    let mut touched: Vec<Touched<'_>> = Vec::new();
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
    let reading = reading::read_text(&document.to_string(), context).into_owned(context);
    let Some(practice) = reading.practice.filter(|next| *next != mended.practice) else {
        return true;
    };
    if mended.report.is_exceeded_by(&reading.report) {
        return false;
    }
    *mended = Mended {
        practice,
        report: reading.report,
        applied: mended.applied + applied,
    };
    true
}

/// When a fix is applied within a round.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    Name,
    Value,
    Element,
}

fn turn(fix: &Fix) -> Turn {
    let is = |wanted: fn(&Operation<'_>) -> bool| fix.patch.iter().any(wanted);
    if is(|operation| matches!(operation, Operation::Move { .. })) {
        Turn::Name
    } else if is(
        |operation| matches!(operation, Operation::Remove { path } if element(path).is_some()),
    ) {
        Turn::Element
    } else {
        Turn::Value
    }
}

/// Splits the pointer of what may be an array element into the array and the place.
fn element(path: &str) -> Option<(&str, usize)> {
    let (array, last) = path.rsplit_once('/')?;
    Some((array, index(last)?))
}

/// True when a fix changes a place that another of this round changed, or one inside or around it,
/// or one that another moved: an element after one that was removed or inserted.
fn overlaps(fix: &Fix, touched: &[Touched<'_>]) -> bool {
    let inside = |outer: &str, inner: &'_ str| -> Option<usize> {
        let rest = inner.strip_prefix(outer)?;
        (rest.is_empty() || rest.starts_with('/')).then_some(outer.len())
    };
    fix.patch.iter().flat_map(Operation::touches).any(|here| {
        touched.iter().any(|other| {
            let moved = || {
                let (array, place) = element(other.path).filter(|_| other.moves)?;
                let rest = here.path.get(inside(array, here.path)? + 1..)?;
                let token = rest.split('/').next()?;
                Some(index(token)? >= place)
            };
            inside(here.path, other.path).is_some()
                || inside(other.path, here.path).is_some()
                || moved() == Some(true)
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
