//! A log whose every line is known to be what its key has signed.

use std::collections::BTreeMap;
use std::ops::Range;

use obmen::check::Rule;
use obmen::nomination::{Act, Class, Hex, Hour, Vote};

use crate::canonical::sha256;
use crate::log::checkpoint::Checkpoint;
use crate::log::key::{Signs, VerifierKey};
use crate::log::line::Line;
use crate::log::note::Note;
use crate::log::rules;
use crate::log::tree::Tree;
use crate::refusal::Refusal;

/// What a log says, all that its last checkpoint covers and no more. There is no way to have one but
/// [`verify`](VerifiedLog::verify).
///
/// It keeps of each entry what a tally needs, in columns: about 120 bytes with the tree, and nothing of the text.
#[derive(Debug, Clone)]
pub struct VerifiedLog {
    checkpoint: Checkpoint,
    key: VerifierKey,
    /// The text of the key that the entries so far announce for the checkpoints after the next.
    announced: Option<Box<str>>,
    tree: Tree,
    contests: Contests,
    columns: Columns,
    acts: Vec<(u64, Noted)>,
}

/// What votes are cast for: a practice in an edition, by persons of a scope. A person counts once in each.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[expect(
    clippy::exhaustive_structs,
    reason = "what makes two votes of one person the same vote"
)]
pub struct Contest {
    /// The edition and the SHA-256 of its policy.
    pub edition: String,
    /// The practice by the name that all sites share.
    pub practice: String,
    /// The domain of the key that made the tags.
    pub scope: String,
}

/// A vote of a verified log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_structs,
    reason = "what a log says of a vote, but for its secrets"
)]
pub struct CastVote<'a> {
    /// Its place in the log.
    pub seq: u64,
    /// What it was cast for.
    pub contest: &'a Contest,
    /// How strongly it is proven that a person voted.
    pub class: Class,
    /// The hour in which it was recorded.
    pub hour: Hour,
    /// What stands for the person.
    pub tag: Hex<16>,
}

/// Lends lines one after another, each without its end.
pub(crate) trait Lend {
    /// Why there is no next line where there should be one, or what is wrong with it.
    type Error: From<Refusal>;

    /// Lends the next line.
    fn next(&mut self) -> Result<Option<&[u8]>, Self::Error>;
}

/// Lines that are there, and the one that is lent.
struct There<'t, I>(I, Option<&'t [u8]>);

impl<'t, I: Iterator<Item = &'t [u8]>> Lend for There<'t, I> {
    type Error = Refusal;

    fn next(&mut self) -> Result<Option<&[u8]>, Refusal> {
        self.1 = self.0.next();
        Ok(self.1)
    }
}

/// The contests of a log, numbered as they come.
#[derive(Debug, Clone, Default)]
struct Contests {
    list: Vec<Contest>,
    numbers: BTreeMap<Box<str>, usize>,
    /// The name that is looked up, kept for its room.
    name: String,
}

impl Contests {
    fn number(&mut self, edition: &str, vote: &Vote<'_>) -> usize {
        // No part has a space. The part that differs most comes first, so that comparing is short.
        self.name.clear();
        for part in [&vote.practice, " ", &vote.scope, " ", edition] {
            self.name.push_str(part);
        }
        if let Some(number) = self.numbers.get(self.name.as_str()) {
            return *number;
        }
        let number = self.list.len();
        self.numbers.insert(self.name.as_str().into(), number);
        self.list.push(Contest {
            edition: edition.to_owned(),
            practice: vote.practice.as_ref().to_owned(),
            scope: vote.scope.as_ref().to_owned(),
        });
        number
    }
}

/// What the votes say, a row for each line. The rows of what is no vote are empty but for the hour, so that a place in the
/// log is a place in each column.
#[derive(Debug, Clone, Default)]
pub(crate) struct Columns {
    /// `None` for what is no vote.
    pub(crate) classes: Vec<Option<Class>>,
    pub(crate) contests: Vec<usize>,
    pub(crate) hours: Vec<Hour>,
    pub(crate) tags: Vec<Hex<16>>,
    pub(crate) cancels: Vec<Hex<32>>,
}

impl Columns {
    /// Returns class, contest, hour and tag of rows.
    pub(crate) fn rows(
        &self,
        rows: Range<usize>,
    ) -> impl Iterator<Item = (Option<Class>, usize, Hour, Hex<16>)> {
        fn of<T: Copy>(column: &[T], rows: Range<usize>) -> impl Iterator<Item = T> {
            column.get(rows).unwrap_or_default().iter().copied()
        }
        of(&self.classes, rows.clone())
            .zip(of(&self.contests, rows.clone()))
            .zip(of(&self.hours, rows.clone()))
            .zip(of(&self.tags, rows))
            .map(|(((class, contest), hour), tag)| (class, contest, hour, tag))
    }

    fn push(
        &mut self,
        class: Option<Class>,
        contest: usize,
        hour: Hour,
        tag: Hex<16>,
        cancel: Hex<32>,
    ) {
        self.classes.push(class);
        self.contests.push(contest);
        self.hours.push(hour);
        self.tags.push(tag);
        self.cancels.push(cancel);
    }
}

/// What a line other than a vote says of votes.
#[derive(Debug, Clone)]
pub(crate) enum Noted {
    Void {
        target: Hex<32>,
    },
    Withdraw {
        target: Hex<32>,
        cancel: Hex<32>,
    },
    Closing {
        edition: Box<str>,
        tally: Hex<32>,
        votes: u64,
    },
    Redacted,
}

impl VerifiedLog {
    /// Verifies the lines of a log, each without its end, against signed checkpoints by increasing size, of which the last
    /// covers all lines, and a key that is known beforehand.
    ///
    /// One checkpoint is enough as long as the log keeps its key. A new key is in force for the checkpoints after the
    /// one that covers the entry which announces it, so nobody brings a key in for which the one before has not signed.
    /// A line may be [redacted](Line::redacted); only a vote that its log has voided should be, and a tally tells of any
    /// other as `nomination/tally-redacted`.
    ///
    /// ```
    /// use obmen_nominations::log::{Checkpoint, Note, Signs, SigningKey, Tree, VerifiedLog};
    /// let key = SigningKey::new("obmen.example.bg", Signs::Notes, &[7; 32]).unwrap();
    /// let checkpoint = Checkpoint { origin: "obmen.example.bg".to_owned(), head: Tree::default().head() };
    /// let mut note = Note::new(&checkpoint.to_string()).unwrap();
    /// note.sign(&key, 0).unwrap();
    /// let log = VerifiedLog::verify([], &[note.clone()], key.verifier()).unwrap();
    /// assert_eq!(log.votes().count(), 0);
    /// let refusal = VerifiedLog::verify([&b"{}"[..]], &[note], key.verifier()).unwrap_err();
    /// assert_eq!(refusal.code(), "nomination/log-bad-entry");
    /// ```
    ///
    /// # Errors
    /// What [`Checkpoint::verify`] refuses; `nomination/log-not-signed` when there is no checkpoint; `nomination/log-bad-key`
    /// and `nomination/log-other-origin` of a key that is announced. A line is `nomination/log-bad-entry` when it is no
    /// entry in its one form, `nomination/log-foreign-entry` when it is another log's, `nomination/log-removed-entry` or
    /// `nomination/log-out-of-order` when it is not the next, for that is nowhere, or comes later,
    /// `nomination/log-repeated-entry` when it came before, `nomination/log-misnumbered-entry` when nothing but its number
    /// speaks against its place. The whole is `nomination/log-truncated` or `nomination/log-unproven` when it has fewer or more
    /// entries than a checkpoint, and `nomination/log-other-root` when they are others.
    pub fn verify<'t>(
        lines: impl IntoIterator<Item = &'t [u8]>,
        checkpoints: &[Note],
        key: &VerifierKey,
    ) -> Result<VerifiedLog, Refusal> {
        VerifiedLog::verify_lent(There(lines.into_iter(), None), checkpoints, key)
    }

    /// Verifies as [`verify`](VerifiedLog::verify) does lines of which one is there at a time.
    pub(crate) fn verify_lent<L: Lend>(
        mut lines: L,
        checkpoints: &[Note],
        key: &VerifierKey,
    ) -> Result<VerifiedLog, L::Error> {
        let mut log = VerifiedLog {
            checkpoint: Checkpoint {
                origin: key.name().to_owned(),
                head: Tree::default().head(),
            },
            key: key.clone(),
            announced: None,
            tree: Tree::default(),
            contests: Contests::default(),
            columns: Columns::default(),
            acts: Vec::new(),
        };
        if checkpoints.is_empty() {
            let refusal = Refusal::new(&rules::LOG_NOT_SIGNED).with("key", key.name());
            return Err(refusal.into());
        }
        let last = checkpoints.last().map(|note| Checkpoint::read(note.text()));
        let size = last.transpose()?.map_or(0, |last| last.head.size);
        for note in checkpoints {
            log.checkpoint = Checkpoint::verify(note, &log.key)?;
            while log.tree.size() < log.checkpoint.head.size {
                if !log.read(&mut lines, size)? {
                    return Err(log.of_size(&rules::LOG_TRUNCATED).into());
                }
            }
            log.compare()?;
            log.change_key()?;
        }
        // What stands beyond is judged line by line before it is refused as a whole.
        while log.read(&mut lines, size)? {}
        log.compare()?;
        log.is_each_once()?;
        Ok(log)
    }

    /// Reads the next line, if there is one, of a log that should have so many.
    fn read<L: Lend>(&mut self, lines: &mut L, size: u64) -> Result<bool, L::Error> {
        let Some(line) = lines.next()? else {
            return Ok(false);
        };
        let Err(refusal) = self.push(line) else {
            return Ok(true);
        };
        let is_other = [&rules::LOG_REMOVED_ENTRY, &rules::LOG_REPEATED_ENTRY]
            .iter()
            .any(|rule| rule.code == refusal.code());
        let Some(Line::Entry { entry, leaf }) = Line::read(line).ok().filter(|_| is_other) else {
            return Err(refusal.into());
        };
        let seq = entry.seq;
        Err(self.misplaced(seq, leaf, refusal, lines, size)?.into())
    }

    /// Where another entry stands than the next, what follows tells whether that one was moved or removed, or has another
    /// number only: then all lines behind go on as they should, and none of all is the same.
    fn misplaced<L: Lend>(
        &self,
        seq: u64,
        leaf: Hex<32>,
        mut refusal: Refusal,
        lines: &mut L,
        size: u64,
    ) -> Result<Refusal, L::Error> {
        let place = self.tree.size();
        let mut goes_on = self.tree.leaf(seq) != Some(leaf);
        let mut at = place;
        while let Some(line) = lines.next()? {
            at += 1;
            let Ok(Line::Entry { entry, leaf: other }) = Line::read(line) else {
                continue;
            };
            let is_own = entry.origin == self.checkpoint.origin;
            if is_own && entry.seq == place && seq > place {
                refusal.rule = &rules::LOG_OUT_OF_ORDER;
                return Ok(refusal);
            }
            goes_on &= is_own && entry.seq == at && other != leaf;
        }
        if goes_on && at + 1 == size {
            let misnumbered = Refusal::new(&rules::LOG_MISNUMBERED_ENTRY).with("line", place + 1);
            return Ok(misnumbered.with("seq", seq).with("expected", place));
        }
        Ok(refusal)
    }

    /// Of a redacted line nobody can see that its hash is that of another line.
    fn is_each_once(&self) -> Result<(), Refusal> {
        let redacted = self
            .acts
            .iter()
            .filter(|(_, noted)| matches!(noted, Noted::Redacted));
        let leaf = |(seq, _): &(u64, Noted)| self.tree.leaf(*seq);
        let wanted = redacted.filter_map(leaf).collect();
        let mut first = BTreeMap::new();
        for (leaf, place) in self.tree.places(&wanted) {
            if let Some(seq) = first.insert(leaf, place) {
                let repeated = Refusal::new(&rules::LOG_REPEATED_ENTRY);
                return Err(repeated.with("line", place + 1).with("seq", seq));
            }
        }
        Ok(())
    }

    /// Takes the next line.
    fn push(&mut self, line: &[u8]) -> Result<(), Refusal> {
        let place = self.tree.size();
        let line = Line::next(line, place, &self.checkpoint.origin)?;
        let mut row = (None, 0, Hour::at(0), Hex([0; 16]), Hex([0; 32]));
        self.tree.push(line.leaf());
        let noted = match line {
            Line::Redacted(_) => Some(Noted::Redacted),
            Line::Entry { entry, .. } => {
                row.2 = entry.hour;
                match entry.act {
                    Act::Vote(vote) => {
                        let contest = self.contests.number(&entry.edition, &vote);
                        let Vote {
                            class, tag, cancel, ..
                        } = vote;
                        row = (Some(class), contest, entry.hour, tag, cancel);
                        None
                    }
                    Act::Void { target, .. } => Some(Noted::Void { target }),
                    Act::Withdraw { target, token } => Some(Noted::Withdraw {
                        target,
                        cancel: sha256(&token.0),
                    }),
                    Act::Key { key } => {
                        self.announced = Some(key.into());
                        None
                    }
                    Act::Closing { tally, votes } => Some(Noted::Closing {
                        edition: entry.edition.into(),
                        tally,
                        votes,
                    }),
                }
            }
        };
        self.acts.extend(noted.map(|noted| (place, noted)));
        let (class, contest, hour, tag, cancel) = row;
        self.columns.push(class, contest, hour, tag, cancel);
        Ok(())
    }

    /// Compares all lines so far with the checkpoint.
    fn compare(&self) -> Result<(), Refusal> {
        let size = self.checkpoint.head.size;
        if self.tree.size() > size {
            Err(self.of_size(&rules::LOG_UNPROVEN))
        } else if self.tree.head() == self.checkpoint.head {
            Ok(())
        } else {
            Err(Refusal::new(&rules::LOG_OTHER_ROOT).with("size", size))
        }
    }

    /// Puts the key in force that the entries below the checkpoint announce.
    fn change_key(&mut self) -> Result<(), Refusal> {
        let Some(key) = self.announced.take() else {
            return Ok(());
        };
        let key = VerifierKey::read(&key)?;
        key.must_sign(Signs::Notes)?;
        if key.name() != self.key.name() {
            return Err(Refusal::new(&rules::LOG_OTHER_ORIGIN)
                .with("origin", key.name())
                .with("expected", self.key.name()));
        }
        self.key = key;
        Ok(())
    }

    fn of_size(&self, rule: &'static Rule) -> Refusal {
        Refusal::new(rule)
            .with("lines", self.tree.size())
            .with("size", self.checkpoint.head.size)
    }

    /// Returns what the log has signed.
    #[must_use]
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// Returns the key for the checkpoints to come: the one known beforehand, or the last that was announced.
    #[must_use]
    pub fn key(&self) -> &VerifierKey {
        &self.key
    }

    /// Returns the tree over the lines, of which proofs are made.
    #[must_use]
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// Returns the votes in their order, those too that were taken back; what is redacted is not among them.
    pub fn votes(&self) -> impl Iterator<Item = CastVote<'_>> {
        self.votes_in(0..self.columns.classes.len())
    }

    /// Returns the votes at places.
    pub(crate) fn votes_in(&self, places: Range<usize>) -> impl Iterator<Item = CastVote<'_>> {
        let rows = self.columns.rows(places.clone()).zip(places.start as u64..);
        rows.filter_map(|((class, contest, hour, tag), seq)| {
            Some(CastVote {
                seq,
                contest: self.contests.list.get(contest)?,
                class: class?,
                hour,
                tag,
            })
        })
    }

    pub(crate) fn contests(&self) -> &[Contest] {
        &self.contests.list
    }

    pub(crate) fn columns(&self) -> &Columns {
        &self.columns
    }

    /// Returns what is said of votes, by place.
    pub(crate) fn acts(&self) -> &[(u64, Noted)] {
        &self.acts
    }

    pub(crate) fn is_redacted(&self, seq: u64) -> bool {
        let place = self.acts.binary_search_by_key(&seq, |(seq, _)| *seq);
        let act = place.ok().and_then(|place| self.acts.get(place));
        act.is_some_and(|(_, noted)| matches!(noted, Noted::Redacted))
    }
}
