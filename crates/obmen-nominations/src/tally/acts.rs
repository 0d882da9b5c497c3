//! What entries say of other entries: votes are taken back by their log, or by their voter.

use std::collections::BTreeMap;

use obmen::nomination::Hex;

use crate::log::Noted;
use crate::tally::union::{Spot, Union};
use crate::tally::{Uncounted, rules};

/// What entries say of other entries.
pub(super) struct Acts<'a> {
    pub(super) taken: Taken,
    pub(super) closings: Closings<'a>,
}

/// The first entry that closes an edition in the log of a site, and what that says: the hash of the result, and its votes.
pub(super) type Closings<'a> = BTreeMap<(&'a str, usize), (Spot, Hex<32>, u64)>;

/// The votes that are taken back.
pub(super) type Taken = BTreeMap<Spot, Back>;

/// How a vote is taken back.
#[derive(Debug, Clone, Copy)]
pub(super) struct Back {
    /// By its log, else by its voter.
    pub(super) void: bool,
    /// By which entry.
    pub(super) by: Spot,
}

/// What stands at a place.
enum Found<'a> {
    /// A vote, with the hash of the secret that withdraws it.
    Vote(&'a Hex<32>),
    Redacted,
    Other,
}

/// Returns what is followed, and tells of what is not.
pub(super) fn judge<'a>(union: &Union<'a>, told: &mut Vec<Uncounted<'a>>) -> Acts<'a> {
    let (mut voids, mut withdrawals) = (Vec::new(), Vec::new());
    let mut closings = Closings::new();
    union.each_act(|spot, noted| match noted {
        Noted::Void { target } => voids.push((spot, *target)),
        Noted::Withdraw { target, cancel } => withdrawals.push((spot, *target, *cancel)),
        Noted::Closing {
            edition,
            tally,
            votes,
        } => {
            let closing = (spot, *tally, *votes);
            let first = closings.entry((&**edition, spot.0)).or_insert(closing).0;
            if first != spot {
                told.extend(union.uncounted(spot, &rules::TALLY_SECOND_CLOSING, Some(first)));
            }
        }
        Noted::Redacted => (),
    });
    let targets = voids.iter().map(|(_, target)| *target);
    let targets = targets.chain(withdrawals.iter().map(|(_, target, _)| *target));
    let mut spots = BTreeMap::<_, Vec<Spot>>::new();
    // A redacted line may claim the hash of another log's entry, so that one stands in several.
    for (leaf, spot) in union.places(&targets.collect()) {
        spots.entry(leaf).or_default().push(spot);
    }
    let at = |target: &Hex<32>| spots.get(target).map_or(&[][..], Vec::as_slice);

    let mut taken = Taken::new();
    for (void, target) in voids {
        let own = at(&target).iter().copied().find(|spot| spot.0 == void.0);
        let own = own.filter(|spot| !matches!(found(union, *spot), Found::Other));
        let reason = match own {
            None => Some((&rules::TALLY_VOID_NOT_OWN, None)),
            Some(vote) if vote > void => Some((&rules::TALLY_TAKEN_BACK_EARLY, own)),
            Some(vote) => {
                let by = taken
                    .entry(vote)
                    .or_insert(Back {
                        void: true,
                        by: void,
                    })
                    .by;
                (by != void).then_some((&rules::TALLY_TAKEN_BACK_ALREADY, own))
            }
        };
        told.extend(reason.and_then(|(rule, other)| union.uncounted(void, rule, other)));
    }
    for (withdrawal, target, cancel) in withdrawals {
        let mut reason = Some((&rules::TALLY_WITHDRAWAL_UNMATCHED, None));
        for vote in at(&target).iter().copied() {
            let already = || Some((&rules::TALLY_TAKEN_BACK_ALREADY, Some(vote)));
            reason = match found(union, vote) {
                // Nobody can say whether the secret fits, nor whether it is this vote and not that of another log.
                Found::Redacted
                    if matches!(reason, Some((_, None))) && taken.contains_key(&vote) =>
                {
                    already()
                }
                Found::Redacted | Found::Other => continue,
                Found::Vote(_) if taken.contains_key(&vote) => already(),
                Found::Vote(expected) if *expected != cancel => {
                    Some((&rules::TALLY_WRONG_TOKEN, Some(vote)))
                }
                Found::Vote(_) if vote.0 == withdrawal.0 && vote > withdrawal => {
                    Some((&rules::TALLY_TAKEN_BACK_EARLY, Some(vote)))
                }
                Found::Vote(_) => {
                    let (void, by) = (false, withdrawal);
                    taken.insert(vote, Back { void, by });
                    None
                }
            };
        }
        told.extend(reason.and_then(|(rule, other)| union.uncounted(withdrawal, rule, other)));
    }
    Acts { taken, closings }
}

fn found<'a>(union: &Union<'a>, (site, seq): Spot) -> Found<'a> {
    let place = usize::try_from(seq).ok();
    let Some((log, row)) = place.and_then(|row| Some((union.read(site, row)?, row))) else {
        return Found::Other;
    };
    let columns = log.columns();
    match (columns.classes.get(row), columns.cancels.get(row)) {
        (Some(Some(_)), Some(cancel)) => Found::Vote(cancel),
        _ if log.is_redacted(seq) => Found::Redacted,
        _ => Found::Other,
    }
}
