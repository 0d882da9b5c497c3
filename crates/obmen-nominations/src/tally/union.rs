//! The copies of each log united: which entries there are, and in which copy each can be read.

use std::collections::BTreeSet;
use std::ops::Range;

use obmen::check::Rule;
use obmen::nomination::Hex;

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
        let Some((longest, others)) = copies.split_first() else {
            return;
        };
        let (log, leaves) = (longest.log, longest.log.tree().leaves());
        let same = |other: &Source<'a>| {
            let theirs = other.log.tree();
            if log.tree().head_at(theirs.size()) == Some(theirs.head()) {
                return leaves.len();
            }
            let pairs = leaves.iter().zip(theirs.leaves());
            pairs.take_while(|(one, other)| one == other).count()
        };
        let size = others.iter().map(same).fold(leaves.len(), usize::min);
        let tree_size = size as u64;
        let head = log.tree().head_at(tree_size);
        let most_final = copies.iter().map(|copy| copy.final_size).max();
        let site = self.sites.len();
        self.sites.push(CountedLog {
            origin: origin(log),
            size: tree_size,
            root: head.unwrap_or_else(|| log.tree().head()).root,
            final_size: most_final.unwrap_or_default().min(tree_size),
            forked: size < leaves.len(),
        });

        // What a copy has redacted may stand in another.
        let first = self.copies.len();
        let copies = copies.iter().map(|copy| copy.log);
        self.copies
            .extend(copies.clone().map(|log| Copy { site, log }));
        let mut start = 0;
        for (seq, noted) in log.acts() {
            let row = usize::try_from(*seq).unwrap_or(usize::MAX);
            if !matches!(noted, Noted::Redacted) || row >= size {
                continue;
            }
            let reads =
                |other: &VerifiedLog| *seq < other.tree().size() && !other.is_redacted(*seq);
            if let Some(copy) = copies.clone().position(reads) {
                self.piece(first, start..row);
                self.piece(first + copy, row..row + 1);
                start = row + 1;
            }
        }
        self.piece(first, start..size);

        if size < leaves.len() {
            let mut forked = BTreeSet::new();
            for log in copies {
                let leaves = log.tree().leaves().iter().zip(0_u64..);
                forked.extend(leaves.skip(size).map(|(leaf, seq)| (seq, *leaf)));
            }
            let fork = self.slot((site, tree_size));
            self.forked
                .extend(forked.into_iter().map(|(seq, leaf)| Uncounted {
                    origin: fork.origin,
                    seq,
                    leaf,
                    rule: &rules::TALLY_FORK,
                    other: Some(fork),
                }));
        }
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

    /// Returns each vote with the name of its log, by site and place.
    pub(super) fn votes(self) -> impl Iterator<Item = (&'a str, CastVote<'a>)> {
        let Union { copies, pieces, .. } = self;
        pieces
            .into_iter()
            .flat_map(move |Piece { copy, rows, .. }| {
                let log = copies.get(copy).map(|copy| copy.log).into_iter();
                log.flat_map(move |log| {
                    let votes = log.votes_in(rows.clone());
                    votes.map(|vote| (origin(log), vote))
                })
            })
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

    fn slot(&self, (site, seq): Spot) -> Slot<'a> {
        let origin = self.sites.get(site).map_or("", |site| site.origin);
        Slot { origin, seq }
    }

    /// Returns the leaf hashes of all entries that count, each site's by itself.
    pub(super) fn leaves(&self) -> impl Iterator<Item = (usize, &'a [Hex<32>])> {
        let mut copies = self.copies.iter().peekable();
        self.sites
            .iter()
            .enumerate()
            .filter_map(move |(site, counted)| {
                let longest = copies.next_if(|copy| copy.site == site)?;
                while copies.next_if(|copy| copy.site == site).is_some() {}
                let size = usize::try_from(counted.size).ok()?;
                Some((site, longest.log.tree().leaves().get(..size)?))
            })
    }
}

fn origin(log: &VerifiedLog) -> &str {
    &log.checkpoint().origin
}
