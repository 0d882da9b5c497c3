//! The copies of each log united: which entries there are, and in which copy each can be read.

use std::collections::BTreeSet;
use std::ops::Range;

use obmen::check::Rule;
use obmen::nomination::{Hex, Hour};

use crate::log::{CastVote, Noted, VerifiedLog};
use crate::tally::{CountedLog, Slot, Source, State, Uncounted, rules};

/// The place of an entry: the number of its site, and its place in that site's log.
pub(super) type Spot = (usize, u64);

/// All logs, united by site.
pub(super) struct Union<'a> {
    /// The sites, by name.
    pub(super) sites: Vec<CountedLog<'a>>,
    /// The copies that are read.
    pub(super) copies: Vec<Copy<'a>>,
    /// What is read of which copy: every entry up to each site's fork, by site and place.
    pub(super) pieces: Vec<Piece>,
    /// What follows a fork.
    pub(super) forked: Vec<Uncounted<'a>>,
}

/// A copy of the log of a site.
pub(super) struct Copy<'a> {
    pub(super) site: usize,
    pub(super) log: &'a VerifiedLog,
}

/// A run of entries of a copy.
pub(super) struct Piece {
    pub(super) copy: usize,
    pub(super) rows: Range<usize>,
    /// The number of rows in all pieces before.
    pub(super) before: usize,
}

impl<'a> Union<'a> {
    pub(super) fn of(sources: &[Source<'a>]) -> Union<'a> {
        let mut sources = sources.to_vec();
        // The longest copy of each log comes first.
        sources.sort_by(|one, other| {
            let key = |source: &Source<'a>| {
                let head = source.log.tree().size();
                (origin(source.log), std::cmp::Reverse(head))
            };
            key(one).cmp(&key(other))
        });
        let mut union = Union {
            sites: Vec::new(),
            copies: Vec::new(),
            pieces: Vec::new(),
            forked: Vec::new(),
        };
        for copies in sources.chunk_by(|one, other| origin(one.log) == origin(other.log)) {
            union.add(copies);
        }
        union
    }

    /// Adds the copies of one log, the longest first.
    fn add(&mut self, copies: &[Source<'a>]) {
        let Some(Believed { main, size, fork }) = Believed::of(copies) else {
            return;
        };
        let (site, leaves) = (self.sites.len(), main.log.tree().leaves());
        let most_final = copies.iter().map(final_size).max().unwrap_or_default();
        self.sites.push(CountedLog {
            origin: origin(main.log),
            size: size as u64,
            root: main
                .log
                .tree()
                .head_at(size as u64)
                .unwrap_or_else(|| main.log.tree().head())
                .root,
            final_size: most_final.min(size) as u64,
            forked: fork.is_some(),
        });

        // What a copy has redacted may stand in another.
        let first = self.copies.len();
        let others = copies
            .iter()
            .filter(|copy| !std::ptr::eq(copy.log, main.log));
        let copies: Vec<_> = std::iter::once(main)
            .chain(others)
            .map(|copy| copy.log)
            .collect();
        self.copies
            .extend(copies.iter().map(|log| Copy { site, log }));
        let mut start = 0;
        for (seq, noted) in main.log.acts() {
            let row = usize::try_from(*seq).unwrap_or(usize::MAX);
            if !matches!(noted, Noted::Redacted) || row >= size {
                continue;
            }
            let leaf = leaves.get(row);
            let reads = |other: &&VerifiedLog| {
                other.tree().leaves().get(row) == leaf && !other.is_redacted(*seq)
            };
            if let Some(copy) = copies.iter().position(reads) {
                self.piece(first, start..row);
                self.piece(first + copy, row..row + 1);
                start = row + 1;
            }
        }
        self.piece(first, start..size);

        let Some(fork) = fork else { return };
        let believed = leaves.get(..size).unwrap_or_default();
        let forked: BTreeSet<_> = copies
            .iter()
            .flat_map(|log| log.tree().leaves().iter().enumerate().skip(fork))
            .filter(|(row, leaf)| believed.get(*row) != Some(leaf))
            .collect();
        let fork = self.slot((site, fork as u64));
        self.forked
            .extend(forked.into_iter().map(|(row, leaf)| Uncounted {
                origin: fork.origin,
                seq: row as u64,
                leaf: *leaf,
                rule: &rules::TALLY_FORK,
                other: Some(fork),
            }));
    }

    fn piece(&mut self, copy: usize, rows: Range<usize>) {
        if !rows.is_empty() {
            let before = self.rows();
            self.pieces.push(Piece { copy, rows, before });
        }
    }

    /// Returns the number of all entries.
    pub(super) fn rows(&self) -> usize {
        self.pieces
            .last()
            .map_or(0, |piece| piece.before + piece.rows.len())
    }

    /// Returns the number of the copy and the row in it of an entry, by its number among all.
    pub(super) fn row(&self, number: usize) -> Option<(usize, usize)> {
        let after = self.pieces.partition_point(|piece| piece.before <= number);
        let piece = self.pieces.get(after.checked_sub(1)?)?;
        Some((piece.copy, piece.rows.start + (number - piece.before)))
    }

    /// Returns the copy in which an entry of a site is read.
    pub(super) fn read(&self, site: usize, row: usize) -> Option<&'a VerifiedLog> {
        let copy = |piece: &Piece| self.copies.get(piece.copy);
        let start = |piece: &Piece| (copy(piece).map(|copy| copy.site), piece.rows.start);
        let after = self
            .pieces
            .partition_point(|piece| start(piece) <= (Some(site), row));
        let piece = self.pieces.get(after.checked_sub(1)?)?;
        let copy = copy(piece).filter(|copy| copy.site == site && piece.rows.contains(&row));
        copy.map(|copy| copy.log)
    }

    /// Shows each act that is no vote, by site and place.
    pub(super) fn each_act(&self, mut show: impl FnMut(Spot, &'a Noted)) {
        for piece in &self.pieces {
            let Some(copy) = self.copies.get(piece.copy) else {
                continue;
            };
            let (start, end) = (piece.rows.start as u64, piece.rows.end as u64);
            let acts = copy.log.acts();
            let first = acts.partition_point(|(seq, _)| *seq < start);
            let acts = acts.get(first..).unwrap_or_default().iter();
            for (seq, noted) in acts.take_while(|(seq, _)| *seq < end) {
                show((copy.site, *seq), noted);
            }
        }
    }

    /// Returns the copies in which the entries are read, and the rows there, by site and place.
    pub(super) fn read_in(self) -> impl Iterator<Item = (&'a VerifiedLog, Range<usize>)> {
        let Union { copies, pieces, .. } = self;
        pieces
            .into_iter()
            .filter_map(move |Piece { copy, rows, .. }| Some((copies.get(copy)?.log, rows)))
    }

    /// Returns each vote with the name of its log, by site and place.
    pub(super) fn votes(self) -> impl Iterator<Item = (&'a str, CastVote<'a>)> {
        self.read_in()
            .flat_map(|(log, rows)| log.votes_in(rows).map(|vote| (origin(log), vote)))
    }

    /// Returns the hour of an entry.
    pub(super) fn hour(&self, (site, seq): Spot) -> Option<Hour> {
        let row = usize::try_from(seq).ok()?;
        self.read(site, row)?.columns().hours.get(row).copied()
    }

    pub(super) fn state(&self, (site, seq): Spot) -> State {
        let final_size = self.sites.get(site).map_or(0, |site| site.final_size);
        if seq < final_size {
            State::Final
        } else {
            State::Pending
        }
    }

    /// Returns what there is to say of an entry that does not count.
    pub(super) fn uncounted(
        &self,
        spot: Spot,
        rule: &'static Rule,
        other: Option<Spot>,
    ) -> Option<Uncounted<'a>> {
        let row = usize::try_from(spot.1).ok()?;
        let leaf = self.read(spot.0, row)?.tree().leaves().get(row)?;
        let Slot { origin, seq } = self.slot(spot);
        Some(Uncounted {
            origin,
            seq,
            leaf: *leaf,
            rule,
            other: other.map(|other| self.slot(other)),
        })
    }

    pub(super) fn slot(&self, (site, seq): Spot) -> Slot<'a> {
        let origin = self.sites.get(site).map_or("", |site| site.origin);
        Slot { origin, seq }
    }

    /// Returns where some leaf hashes stand, in each log at one place at most.
    pub(super) fn places(
        &self,
        wanted: &BTreeSet<Hex<32>>,
    ) -> impl Iterator<Item = (Hex<32>, Spot)> {
        let mut copies = self.copies.iter().peekable();
        let sites = self.sites.iter().enumerate();
        sites.flat_map(move |(site, counted)| {
            // The first copy of each has all that is believed.
            let first = copies.next_if(|copy| copy.site == site);
            while copies.next_if(|copy| copy.site == site).is_some() {}
            let places = first.map(|copy| copy.log.tree().places(wanted));
            let places = places.into_iter().flatten();
            places
                .take_while(|(_, seq)| *seq < counted.size)
                .map(move |(leaf, seq)| (leaf, (site, seq)))
        })
    }
}

fn origin(log: &VerifiedLog) -> &str {
    &log.checkpoint().origin
}

/// How far the copies of a log are believed.
struct Believed<'s, 'a> {
    /// The copy that is believed so far.
    main: &'s Source<'a>,
    size: usize,
    /// The first place at which two copies differ.
    fork: Option<usize>,
}

impl<'s, 'a> Believed<'s, 'a> {
    /// Judges copies of which the longest comes first. Where two differ, none is believed any more, but one of which more
    /// is final: whoever has the key of a log can fork it at any place, and takes nothing back that a quorum has signed.
    fn of(copies: &'s [Source<'a>]) -> Option<Believed<'s, 'a>> {
        let (longest, others) = copies.split_first()?;
        let size = |copy: &Source<'_>| copy.log.tree().leaves().len();
        let differ = others.iter().filter_map(|other| {
            let common = common(longest.log, other.log);
            (common < size(other)).then_some(common)
        });
        let Some(fork) = differ.min() else {
            return Some(Believed {
                main: longest,
                size: size(longest),
                fork: None,
            });
        };
        let main = copies.iter().max_by_key(|copy| final_size(copy))?;
        // Two of which what is final differs had quorums that lied, or had none in common.
        let differ = copies.iter().filter_map(|other| {
            let common = common(main.log, other.log);
            (common < final_size(other)).then_some(common)
        });
        let agreed = differ.fold(final_size(main), usize::min);
        Some(Believed {
            main: if agreed > fork { main } else { longest },
            size: agreed.max(fork),
            fork: Some(fork),
        })
    }
}

/// Returns how many entries two copies have in common at their beginning.
fn common(one: &VerifiedLog, other: &VerifiedLog) -> usize {
    let (one, other) = (one.tree(), other.tree());
    let shorter = one.size().min(other.size());
    if one.head_at(shorter) == other.head_at(shorter) {
        return one.leaves().len().min(other.leaves().len());
    }
    let pairs = one.leaves().iter().zip(other.leaves());
    pairs.take_while(|(one, other)| one == other).count()
}

fn final_size(copy: &Source<'_>) -> usize {
    let size = copy.log.tree().leaves().len();
    usize::try_from(copy.final_size).map_or(size, |most| most.min(size))
}
