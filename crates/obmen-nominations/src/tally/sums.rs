//! What the votes that count add up to.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use obmen::nomination::{Class, Hex, Policy};
use obmen::value::PartialDate;
use serde::Serialize;

use crate::canonical::{sha256, written};
use crate::log::Contest;
use crate::tally::acts::Closings;
use crate::tally::count::{Ballot, Kind, of};
use crate::tally::union::Union;
use crate::tally::{Closing, Count, EditionTally, Share, Slot, Standing, State, Unit};

/// What a site has of the votes of a class for a practice: those cast, and those that count.
type Shares<'a> = BTreeMap<(&'a str, &'a str, Class), (u64, u64)>;

/// Returns the editions that have a vote, a closing entry or a policy.
pub(super) fn editions<'a>(
    union: &Union<'a>,
    ballot: Ballot<'_, 'a>,
    closings: &Closings<'a>,
) -> Vec<EditionTally<'a>> {
    let mut shares = BTreeMap::<&str, Shares<'a>>::new();
    for (copy, books) in union.copies.iter().zip(ballot.books) {
        let origin = union.sites.get(copy.site).map_or("", |site| site.origin);
        for mut book in books {
            let Some(contest) = ballot.contests.get(book.contest) else {
                continue;
            };
            for class in Class::ALL {
                let (cast, counted) = (*of(*class, &mut book.cast), *of(*class, &mut book.counted));
                if cast > 0 {
                    let edition = shares.entry(&contest.edition).or_default();
                    let share = edition.entry((origin, &contest.practice, *class));
                    let (sum, sum_counted) = share.or_default();
                    (*sum, *sum_counted) = (*sum + cast, *sum_counted + counted);
                }
            }
        }
    }
    let contests: Vec<_> = ballot.contests.into_iter().zip(ballot.counts).collect();
    // Of an edition whose votes are all void nothing is left once they are redacted, so nothing is said of it before.
    let voted = shares.keys().copied();
    let closed = closings.keys().map(|(edition, _)| *edition);
    let ruled = ballot.policies.keys().map(String::as_str);
    let names: BTreeSet<_> = voted.chain(closed).chain(ruled).collect();
    let edition = |name: &str| {
        let start = contests.partition_point(|(contest, _)| contest.edition.as_str() < name);
        let end = contests.partition_point(|(contest, _)| contest.edition.as_str() <= name);
        let policy = ballot.policies.get(name).copied();
        let shares = shares.remove(name).unwrap_or_default();
        let mut sum = sum(
            name,
            contests.get(start..end).unwrap_or_default(),
            &shares,
            policy,
        );
        let own = closings.range((name, 0)..=(name, usize::MAX));
        sum.closings = own
            .map(|(_, (spot, tally, votes))| {
                let Slot { origin, seq } = union.slot(*spot);
                let agrees = (*tally, *votes) == (sum.hash, sum.votes);
                Closing {
                    origin,
                    seq,
                    tally: *tally,
                    votes: *votes,
                    agrees: policy.map(|_| agrees),
                }
            })
            .collect();
        sum
    };
    names.into_iter().map(edition).collect()
}

fn sum<'a>(
    edition: &str,
    contests: &[(&'a Contest, BTreeMap<Kind, u64>)],
    shares: &Shares<'a>,
    policy: Option<&Policy>,
) -> EditionTally<'a> {
    let weak_per_strong = policy.and_then(|policy| policy.weak_per_strong);
    let counts: Vec<_> = contests
        .iter()
        .flat_map(|(contest, counts)| counts.iter().filter_map(|row| count(contest, row)))
        .collect();
    let scopes: BTreeSet<_> = counts.iter().map(|count| count.scope).collect();
    let standings = standings(&counts, weak_per_strong);
    // A final vote comes before a pending one of the person, so that these are what final votes alone come to.
    let is_final = |count: &&Count<'_>| count.state == State::Final;
    let mut settled: Vec<_> = counts.iter().filter(is_final).copied().collect();
    if settled.is_empty() {
        settled.clone_from(&counts);
    }
    let result = self::standings(&settled, weak_per_strong);
    EditionTally {
        edition: edition.to_owned(),
        unit: if scopes.len() > 1 {
            Unit::Votes
        } else {
            Unit::Persons
        },
        scopes: scopes.into_iter().collect(),
        policy: policy.is_some(),
        weak_per_strong,
        votes: result.iter().map(|standing| standing.votes).sum(),
        hash: hash(edition, &result, &settled),
        closings: Vec::new(),
        standings,
        counts,
        sites: shares
            .iter()
            .map(|((origin, practice, class), (cast, counted))| Share {
                origin,
                practice,
                class: *class,
                cast: *cast,
                counted: *counted,
            })
            .collect(),
    }
}

/// Returns the practices by their votes.
fn standings<'a>(counts: &[Count<'a>], weak_per_strong: Option<u32>) -> Vec<Standing<'a>> {
    let mut standings: Vec<_> = counts
        .chunk_by(|one, other| one.practice == other.practice)
        .filter_map(|counts| standing(counts, weak_per_strong))
        .collect();
    standings.sort_by_key(|standing| (Reverse(standing.votes), standing.practice));
    let mut places = standings.iter_mut().zip(1..);
    if let Some((first, place)) = places.next() {
        let mut before = (first.votes, place);
        for (standing, place) in places {
            if standing.votes != before.0 {
                before = (standing.votes, place);
            }
            standing.place = before.1;
        }
    }
    standings
}

/// Returns the hash of a result, of which what logs go on with is no part.
fn hash<'a>(edition: &'a str, standings: &[Standing<'a>], counts: &[Count<'a>]) -> Hex<32> {
    #[derive(Serialize)]
    struct Result<'a> {
        v: u32,
        edition: &'a str,
        standings: Vec<Stands<'a>>,
        counts: Vec<Counts<'a>>,
    }
    #[derive(Serialize)]
    struct Stands<'a> {
        practice: &'a str,
        votes: u64,
        strong: u64,
        weak: u64,
    }
    #[derive(Serialize)]
    struct Counts<'a> {
        practice: &'a str,
        scope: &'a str,
        month: PartialDate,
        class: Class,
        votes: u64,
    }
    let stands = |each: &Standing<'a>| Stands {
        practice: each.practice,
        votes: each.votes,
        strong: each.strong,
        weak: each.weak,
    };
    let counts = counts.iter().map(|each| Counts {
        practice: each.practice,
        scope: each.scope,
        month: each.month,
        class: each.class,
        votes: each.votes,
    });
    let result = Result {
        v: 1,
        edition,
        standings: standings.iter().map(stands).collect(),
        counts: counts.collect(),
    };
    sha256(written(&result).as_bytes())
}

fn count<'a>(contest: &'a Contest, (kind, votes): (&Kind, &u64)) -> Option<Count<'a>> {
    let (months, class, state) = *kind;
    let month = u8::try_from(months % 12 + 1).ok();
    let month = PartialDate::new(u16::try_from(months / 12).ok()?, month, None)?;
    (*votes > 0).then_some(Count {
        practice: &contest.practice,
        scope: &contest.scope,
        class,
        state,
        month,
        votes: *votes,
    })
}

/// Returns the standing of the practice of all these, as if it were the first.
fn standing<'a>(counts: &[Count<'a>], weak_per_strong: Option<u32>) -> Option<Standing<'a>> {
    let sum = |weak: bool, most: State| {
        let counts = counts.iter();
        let kind = counts.filter(|count| count.class.is_weak() == weak && count.state <= most);
        kind.map(|count| count.votes).sum::<u64>()
    };
    // The cap is a number: which of the weak votes count is never asked.
    let capped = |state| {
        let (strong, weak) = (sum(false, state), sum(true, state));
        let cap = weak_per_strong.map_or(weak, |each| strong.saturating_mul(u64::from(each)));
        strong + weak.min(cap)
    };
    Some(Standing {
        place: 1,
        practice: counts.first()?.practice,
        votes: capped(State::Pending),
        final_votes: capped(State::Final),
        strong: sum(false, State::Pending),
        weak: sum(true, State::Pending),
    })
}
