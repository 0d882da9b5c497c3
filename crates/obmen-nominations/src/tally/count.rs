//! The count: which votes are in play, and which one of each person counts.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use obmen::check::Rule;
use obmen::nomination::{Class, Hex, Hour, Policy};

use crate::canonical::edition;
use crate::log::Contest;
use crate::tally::acts::{Closings, Taken};
use crate::tally::union::{Spot, Union};
use crate::tally::{State, Uncounted, rules};

/// The votes in play, and what they add up to so far.
pub(super) struct Ballot<'u, 'a> {
    union: &'u Union<'a>,
    /// All contests, sorted.
    pub(super) contests: Vec<&'a Contest>,
    /// For each contest the votes that count, by kind.
    pub(super) counts: Vec<BTreeMap<Kind, u64>>,
    /// For each copy what stands in it, for each contest that it numbers.
    pub(super) books: Vec<Vec<Book<'u>>>,
    pub(super) policies: BTreeMap<String, &'u Policy>,
    /// The votes in play: the start of the tag, and the number of the row.
    played: Vec<(u64, usize)>,
}

/// Month (counted from year 0), class and state.
pub(super) type Kind = (u32, Class, State);

/// The votes of a contest in a log, and what they are held to.
pub(super) struct Book<'u> {
    pub(super) contest: usize,
    pub(super) cast: [u64; 4],
    pub(super) counted: [u64; 4],
    /// Month and state of the last vote that counts, and how many came in a row with these: neighbours in a log have
    /// them in common.
    last: (u32, State),
    row: [u64; 4],
    closed: Option<(Spot, Hour)>,
    policy: Option<&'u Policy>,
    foreign: bool,
}

/// An entry, and its hour.
type Latest = (Spot, Hour);

/// Why a vote does not count, and the entry that it has to do with.
type Reason = (&'static Rule, Option<Spot>);

impl Book<'_> {
    /// Adds the last votes in a row to the counts of the contest.
    fn settle(&mut self, counts: &mut [BTreeMap<Kind, u64>]) {
        let ((month, state), mut row) = (self.last, std::mem::take(&mut self.row));
        for class in Class::ALL {
            let votes = *of(*class, &mut row);
            if let Some(counts) = counts.get_mut(self.contest).filter(|_| votes > 0) {
                *counts.entry((month, *class, state)).or_default() += votes;
                *of(*class, &mut self.counted) += votes;
            }
        }
    }

    /// Why a vote does not count. `latest` is the entry of the latest hour that stands before it.
    fn refuse(&self, spot: Spot, hour: Hour, class: Class, latest: Latest) -> Option<Reason> {
        if let Some((closing, at)) = self.closed
            && spot > closing
        {
            let rule = if hour < at {
                &rules::TALLY_BACKDATED
            } else {
                &rules::TALLY_AFTER_CLOSING
            };
            return Some((rule, Some(closing)));
        }
        if hour < latest.1 && spot.0 == latest.0.0 {
            return Some((&rules::TALLY_HOUR_BACK, Some(latest.0)));
        }
        let policy = self.policy?;
        let fits = !self.foreign
            && policy.classes.contains(&class)
            && (policy.opens..policy.closes).contains(&hour);
        (!fits).then_some((&rules::TALLY_OUTSIDE_POLICY, None))
    }
}

/// Returns the number of a class.
pub(super) fn of(class: Class, numbers: &mut [u64; 4]) -> &mut u64 {
    let [typed, pow, email, eid] = numbers;
    match class {
        Class::Typed => typed,
        Class::Pow => pow,
        Class::Email => email,
        Class::Eid => eid,
    }
}

/// A vote among others of a person; the best comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Vote {
    tag: Hex<16>,
    contest: usize,
    state: State,
    class: Reverse<Class>,
    hour: Hour,
    spot: Spot,
    /// The copy that it is read in, and the number of its contest there.
    read: (usize, usize),
}

impl<'u, 'a> Ballot<'u, 'a> {
    pub(super) fn of(
        union: &'u Union<'a>,
        policies: &'u [Policy],
        closings: &Closings<'a>,
    ) -> Ballot<'u, 'a> {
        let policies: BTreeMap<_, _> = policies
            .iter()
            .map(|policy| (edition(policy), policy))
            .collect();
        let all = union.copies.iter().flat_map(|copy| copy.log.contests());
        let mut contests: Vec<_> = all.collect();
        contests.sort_unstable();
        contests.dedup();
        let books = union.copies.iter().map(|copy| {
            let book = |contest: &Contest| {
                let policy = policies.get(&contest.edition).copied();
                let closing = closings.get(&(&*contest.edition, copy.site));
                Book {
                    contest: contests.binary_search(&contest).unwrap_or_default(),
                    cast: [0; 4],
                    counted: [0; 4],
                    last: (0, State::Final),
                    row: [0; 4],
                    closed: closing.and_then(|(spot, ..)| Some((*spot, union.hour(*spot)?))),
                    policy,
                    foreign: policy.is_some_and(|policy| policy.scope != contest.scope),
                }
            };
            copy.log.contests().iter().map(book).collect()
        });
        Ballot {
            union,
            books: books.collect(),
            counts: vec![BTreeMap::new(); contests.len()],
            contests,
            policies,
            played: Vec::new(),
        }
    }

    /// Counts every vote that nothing speaks against, and tells of the others.
    pub(super) fn cast(&mut self, taken: &Taken, told: &mut Vec<Uncounted<'a>>) {
        let union = self.union;
        let mut taken = taken.iter().peekable();
        let mut months = Months::default();
        let mut latest: Latest = ((0, 0), Hour::at(0));
        self.played.reserve(union.rows());
        for piece in &union.pieces {
            let (copy, books) = (union.copies.get(piece.copy), self.books.get_mut(piece.copy));
            let (Some(copy), Some(books)) = (copy, books) else {
                continue;
            };
            let rows = copy.log.columns().rows(piece.rows.clone());
            let places = (piece.rows.start as u64..).zip(piece.before..);
            for ((class, contest, hour, tag), (seq, number)) in rows.zip(places) {
                let spot = (copy.site, seq);
                let back = taken.next_if(|(next, _)| **next == spot);
                let void = back.filter(|(_, back)| back.void);
                let void = void.map(|(_, back)| (&rules::TALLY_VOIDED, Some(back.by)));
                // What is void may be forgotten, so nothing may follow from its hour.
                let before = latest;
                if void.is_none() && (copy.site != latest.0.0 || hour > latest.1) {
                    latest = (spot, hour);
                }
                let book = books.get_mut(contest);
                let (Some(class), Some(book)) = (class, book) else {
                    let lost = || (&rules::TALLY_REDACTED, None);
                    let reason = void.or_else(|| copy.log.is_redacted(seq).then(lost));
                    told.extend(reason.and_then(|(rule, by)| union.uncounted(spot, rule, by)));
                    continue;
                };
                if void.is_none() {
                    *of(class, &mut book.cast) += 1;
                }
                let withdrawn = back.map(|(_, back)| (&rules::TALLY_WITHDRAWN, Some(back.by)));
                let reason = void
                    .or_else(|| book.refuse(spot, hour, class, before))
                    .or(withdrawn);
                if let Some((rule, by)) = reason {
                    told.extend(union.uncounted(spot, rule, by));
                    continue;
                }
                let now = (months.of(hour), union.state(spot));
                if book.last != now {
                    book.settle(&mut self.counts);
                    book.last = now;
                }
                *of(class, &mut book.row) += 1;
                let start = tag.0.first_chunk().copied().map(u64::from_le_bytes);
                self.played.push((start.unwrap_or_default(), number));
            }
        }
        for book in self.books.iter_mut().flatten() {
            book.settle(&mut self.counts);
        }
    }

    /// Of several votes of a person for a contest takes all but the best out of the counts.
    pub(super) fn elect(&mut self, told: &mut Vec<Uncounted<'a>>) {
        let mut played = std::mem::take(&mut self.played);
        played.sort_unstable();
        let mut months = Months::default();
        let mut votes = Vec::new();
        // Nearly every tag is alone with its start, and no more is asked of it.
        for same in played.chunk_by(|(one, _), (other, _)| one == other) {
            if same.len() < 2 {
                continue;
            }
            votes.clear();
            votes.extend(same.iter().filter_map(|(_, number)| self.vote(*number)));
            votes.sort_unstable();
            let is_same =
                |one: &Vote, other: &Vote| (one.tag, one.contest) == (other.tag, other.contest);
            for person in votes.chunk_by(is_same) {
                let Some((best, others)) = person.split_first() else {
                    continue;
                };
                for vote in others {
                    self.take_out(vote, &mut months);
                    let (rule, best) = (&rules::TALLY_SUPERSEDED, Some(best.spot));
                    told.extend(self.union.uncounted(vote.spot, rule, best));
                }
            }
        }
    }

    /// Returns a vote by the number of its row.
    fn vote(&self, number: usize) -> Option<Vote> {
        let (read, row) = self.union.row(number)?;
        let copy = self.union.copies.get(read)?;
        let (class, contest, hour, tag) = copy.log.columns().rows(row..row + 1).next()?;
        let spot = (copy.site, row as u64);
        Some(Vote {
            tag,
            contest: self.books.get(read)?.get(contest)?.contest,
            state: self.union.state(spot),
            class: Reverse(class?),
            hour,
            spot,
            read: (read, contest),
        })
    }

    fn take_out(&mut self, vote: &Vote, months: &mut Months) {
        let Reverse(class) = vote.class;
        let kind = (months.of(vote.hour), class, vote.state);
        let counts = self.counts.get_mut(vote.contest);
        if let Some(count) = counts.and_then(|counts| counts.get_mut(&kind)) {
            *count -= 1;
        }
        let (copy, contest) = vote.read;
        let books = self.books.get_mut(copy);
        if let Some(book) = books.and_then(|books| books.get_mut(contest)) {
            *of(class, &mut book.counted) -= 1;
        }
    }
}

/// The month of an hour. Hours come by the thousand, so the last one is kept.
#[derive(Default)]
struct Months(Option<(Hour, u32)>);

impl Months {
    fn of(&mut self, hour: Hour) -> u32 {
        if let Some((last, month)) = self.0
            && last == hour
        {
            return month;
        }
        let date = hour.date();
        let month = u32::from(date.year()) * 12 + u32::from(date.month()) - 1;
        self.0 = Some((hour, month));
        month
    }
}
