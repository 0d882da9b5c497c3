//! What entries say of other entries: votes are taken back by their log, or by their voter.

use std::collections::{BTreeMap, BTreeSet};

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
    let spots = spots(union, &targets.collect());
    let at = |target: &Hex<32>| spots.get(target).map_or(&[][..], Vec::as_slice);

    let mut taken = Taken::new();
    for (void, target) in voids {
        let (mut early, mut followed) = (None, false);
        for spot in at(&target).iter().filter(|spot| spot.0 == void.0) {
            if matches!(found(union, *spot), Found::Other) {
            } else if spot.1 < void.1 {
                let back = Back {
                    void: true,
                    by: void,
                };
                taken.entry(*spot).or_insert(back);
                followed = true;
            } else {
                early = Some(*spot);
            }
        }
        let rule = match early {
            Some(_) => &rules::TALLY_VOID_EARLY,
            None => &rules::TALLY_VOID_NOT_OWN,
        };
        if !followed {
            told.extend(union.uncounted(void, rule, early));
        }
    }
    for (withdrawal, target, cancel) in withdrawals {
        // Of what is redacted nobody can say whether the secret fits; of what is void nobody needs to.
        let (mut wrong, mut matched) = (None, false);
        for spot in at(&target) {
            match found(union, *spot) {
                Found::Other => continue,
                Found::Redacted => (),
                Found::Vote(_) if taken.get(spot).is_some_and(|back| back.void) => (),
                Found::Vote(expected) if *expected == cancel => {
                    let back = Back {
                        void: false,
                        by: withdrawal,
                    };
                    taken.entry(*spot).or_insert(back);
                }
                Found::Vote(_) => wrong = Some(*spot),
            }
            matched = true;
        }
        let rule = match wrong {
            Some(_) => &rules::TALLY_WRONG_TOKEN,
            None => &rules::TALLY_WITHDRAWAL_UNMATCHED,
        };
        if wrong.is_some() || !matched {
            told.extend(union.uncounted(withdrawal, rule, wrong));
        }
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

/// Returns where leaves stand, in each log the first place. A redacted line may claim another's leaf, so that one stands in
/// several; what stands in the others is not taken back, and told as redacted.
fn spots(union: &Union<'_>, targets: &BTreeSet<Hex<32>>) -> BTreeMap<Hex<32>, Vec<Spot>> {
    let mut spots = BTreeMap::<_, Vec<Spot>>::new();
    if targets.is_empty() {
        return spots;
    }
    // Two bytes of a hash tell of nearly all leaves that they are none of these.
    let start = |Hex([one, two, ..]): &Hex<32>| usize::from(u16::from_le_bytes([*one, *two]));
    let mut named = vec![false; 1 << 16];
    for target in targets {
        named
            .get_mut(start(target))
            .into_iter()
            .for_each(|named| *named = true);
    }
    for (site, leaves) in union.leaves() {
        for (leaf, seq) in leaves.iter().zip(0..) {
            if named.get(start(leaf)) == Some(&true) && targets.contains(leaf) {
                // In each log the first alone, so that no list of repeats makes the work grow with its square.
                let places: &mut Vec<Spot> = spots.entry(*leaf).or_default();
                if places.last().is_none_or(|(last, _)| *last != site) {
                    places.push((site, seq));
                }
            }
        }
    }
    spots
}
