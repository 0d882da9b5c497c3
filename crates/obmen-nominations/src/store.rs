//! What admission must remember: used nonces, live tags, the head of the log.

pub(crate) mod rules;

use std::collections::HashMap;
use std::convert::Infallible;
use std::hash::{BuildHasherDefault, Hasher};

use obmen::nomination::{Act, Class, Entry, Hex};

use crate::canonical::sha256;
use crate::log::Line;
use crate::refusal::{Refusal, of_core};

/// The end of a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::exhaustive_structs, reason = "made by every store")]
pub struct Head {
    /// The number of its entries, which is the place of the next one.
    pub size: u64,
    /// When the last entry was recorded: seconds since 1970. A store that knows only its hour gives its start.
    pub time: u64,
}

/// What became of a nonce.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a nonce is new, or is not, or cannot be told"
)]
pub enum Nonce {
    /// It is used up now, and was not before.
    Fresh,
    /// It was used before.
    Used,
    /// There is no room to remember it, so it is not taken.
    Full,
}

/// What a nonce belongs to: each pool has room of its own, so that what anybody can have for the asking does not use up
/// the room of what is sent to addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(clippy::exhaustive_enums, reason = "every store keeps each apart")]
pub enum Pool {
    /// Answers to challenges and pictures.
    Answers,
    /// Links and codes sent to addresses.
    Messages,
}

/// What became of a vote that its log holds. One that was voided is forgotten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "closed: who asks must know what each allows"
)]
pub enum Status {
    /// It was not taken back.
    Live,
    /// Its voter has withdrawn it. It can still be voided, so that it may be erased.
    Withdrawn,
}

/// Where admission remembers. One writer at a time: each method is whole before the next.
///
/// What is used up and appended is staged: the methods that look see it at once, and [`commit`](Store::commit) makes it
/// durable, all of it or, when it fails, nobody knows how much. Nothing is told to a voter before.
pub trait Store {
    /// What may go wrong outside.
    type Error;

    /// Returns the end of the log.
    fn head(&self) -> Head;

    /// Uses a nonce up, and remembers it until it expires; `now` and `expires` in seconds since 1970.
    ///
    /// # Errors
    /// What went wrong outside; the nonce is then not taken.
    fn use_nonce(
        &mut self,
        pool: Pool,
        nonce: [u8; 16],
        expires: u64,
        now: u64,
    ) -> Result<Nonce, Self::Error>;

    /// Returns the strongest class of the votes of a tag that have not been taken back.
    fn strongest(&self, tag: Hex<16>) -> Option<Class>;

    /// Returns the status of a vote, by its leaf hash; `None` when it is not in this log, or a void in it takes it back.
    fn status(&self, leaf: Hex<32>) -> Option<Status>;

    /// Appends an entry, recorded at a time in seconds since 1970. `line` is its canonical JSON, `leaf` the leaf hash of
    /// that. Whether a void or a withdrawal is right has been judged before.
    ///
    /// # Errors
    /// What went wrong outside; whether the entry was written is then not known.
    fn append(
        &mut self,
        entry: &Entry<'_>,
        line: &str,
        leaf: Hex<32>,
        time: u64,
    ) -> Result<(), Self::Error>;

    /// Makes durable all that was used up and appended since the last time.
    ///
    /// # Errors
    /// What went wrong outside; nothing of it may then be told.
    fn commit(&mut self) -> Result<(), Self::Error>;
}

/// A table by what is uniform.
type Table<K, V> = HashMap<K, V, BuildHasherDefault<Uniform>>;

/// A store in memory: 17 bytes a live tag, 33 a vote that is not void and 24 a nonce, and what the tables spare.
#[derive(Debug)]
pub struct Memory {
    head: Head,
    /// The classes of the live votes of a tag, a bit each.
    tags: Table<[u8; 16], u8>,
    /// The votes that are not void by half of their leaf hash, which nobody can choose: half is enough to tell them apart.
    /// One that was withdrawn has no class.
    votes: Table<[u8; 16], ([u8; 16], Option<Class>)>,
    /// Of the votes that were replayed, half of `cancel`. Nothing once the log goes on: then withdrawals are judged
    /// before they are appended.
    cancels: Table<[u8; 16], [u8; 16]>,
    answers: Nonces,
    messages: Nonces,
    pub(crate) most_nonces: usize,
}

/// The nonces of a pool, with the time when each expires.
#[derive(Debug, Default)]
pub(crate) struct Nonces {
    pub(crate) used: Table<[u8; 16], u64>,
    /// What expires until then may have been forgotten, so nothing of it is taken again, wherever the clock goes.
    pub(crate) forgotten: u64,
    swept: u64,
}

impl Nonces {
    fn r#use(&mut self, nonce: [u8; 16], expires: u64, now: u64, most: usize) -> Nonce {
        if expires <= self.forgotten || self.used.contains_key(&nonce) {
            return Nonce::Used;
        }
        if self.used.len() >= most {
            self.forget(now);
        }
        if self.used.len() >= most {
            return Nonce::Full;
        }
        self.used.insert(nonce, expires);
        Nonce::Fresh
    }

    /// Forgets the nonces that are of no more use to anybody: the clock may step back five minutes.
    pub(crate) fn forget(&mut self, now: u64) {
        let gone = now.saturating_sub(crate::admission::CLOCK);
        if self.swept == gone {
            return;
        }
        self.swept = gone;
        // Not `gone` itself: a clock that was far ahead for a moment would close the pool for as long.
        let forgotten = &mut self.forgotten;
        self.used.retain(|_, expires| {
            let stays = *expires > gone;
            if !stays {
                *forgotten = (*forgotten).max(*expires);
            }
            stays
        });
    }
}

impl Default for Memory {
    fn default() -> Memory {
        Memory::new(MOST_NONCES)
    }
}

/// So many nonces of each pool are remembered at once, unasked.
pub(crate) const MOST_NONCES: usize = 100_000;

impl Memory {
    /// Returns an empty store that remembers so many nonces of each pool at once. When they are not yet expired, no more
    /// are taken.
    #[must_use]
    pub fn new(most_nonces: usize) -> Memory {
        Memory {
            head: Head::default(),
            tags: Table::default(),
            votes: Table::default(),
            cancels: Table::default(),
            answers: Nonces::default(),
            messages: Nonces::default(),
            most_nonces,
        }
    }

    pub(crate) fn pool(&mut self, pool: Pool) -> &mut Nonces {
        match pool {
            Pool::Answers => &mut self.answers,
            Pool::Messages => &mut self.messages,
        }
    }

    /// Takes note of an entry that is in the log, whatever is right about it.
    fn note(&mut self, entry: &Entry<'_>, leaf: Hex<32>, time: u64) {
        self.head = Head {
            size: entry.seq + 1,
            time: self.head.time.max(time),
        };
        match &entry.act {
            Act::Vote(vote) => {
                let noted = (vote.tag.0, Some(vote.class));
                self.votes.insert(half(leaf), noted);
                *self.tags.entry(vote.tag.0).or_default() |= bit(vote.class);
            }
            Act::Void { target, .. } => {
                self.take_back(*target);
                self.votes.remove(&half(*target));
            }
            Act::Withdraw { target, .. } => self.take_back(*target),
            Act::Key { .. } | Act::Closing { .. } => (),
        }
    }

    /// Frees the tag of a vote that is live.
    fn take_back(&mut self, target: Hex<32>) {
        let Some((tag, class)) = self.votes.get_mut(&half(target)) else {
            return;
        };
        let Some(class) = class.take() else {
            return;
        };
        if let Some(classes) = self.tags.get_mut(tag) {
            *classes &= !bit(class);
            if *classes == 0 {
                self.tags.remove(tag);
            }
        }
    }

    /// Takes note of the next entry of a log, of its bytes: so a site that kept the lines of its log starts anew. The time
    /// is taken for the start of its hour. Of a redacted line nothing is known but that it was there. A withdrawal takes a
    /// vote back only when its token is the one that the vote holds the hash of; a void, any vote that was replayed.
    ///
    /// ```
    /// use obmen_nominations::Memory;
    /// let refusal = Memory::default().replay("obmen.example.bg", b"{}").unwrap_err();
    /// assert_eq!(refusal.code(), "nomination/entry-missing-field");
    /// ```
    ///
    /// # Errors
    /// Of the rules of entries what the bytes break; `nomination/entry-bad-value` too when the entry is of another log or
    /// not the next one.
    pub fn replay(&mut self, origin: &str, line: &[u8]) -> Result<(), Refusal> {
        let line = Line::read(line)?;
        let wrong = |field: &'static str, value: String, expected: String| {
            let refusal = Refusal::new(of_core("nomination/entry-bad-value")).with("field", field);
            Err(refusal.with("value", value).with("expected", expected))
        };
        if let Line::Entry { entry, .. } = &line {
            if entry.origin != origin {
                return wrong("origin", entry.origin.to_string(), origin.to_owned());
            }
            if entry.seq != self.head.size {
                return wrong("seq", entry.seq.to_string(), self.head.size.to_string());
            }
        }
        self.replayed(&line);
        Ok(())
    }

    /// Takes note of a line that is the next one of the log.
    pub(crate) fn replayed(&mut self, line: &Line<'_>) {
        let Line::Entry { entry, leaf } = line else {
            self.head.size += 1;
            return;
        };
        let is_right = match &entry.act {
            Act::Vote(vote) => {
                self.cancels.insert(half(*leaf), half(vote.cancel));
                true
            }
            Act::Withdraw { target, token } => {
                self.cancels.get(&half(*target)) == Some(&half(sha256(&token.0)))
            }
            _ => true,
        };
        if is_right {
            self.note(entry, *leaf, entry.hour.start());
        } else {
            self.head.size += 1;
        }
    }

    /// Ends a replay, and tells the time of its last entry more exactly than its hour does.
    pub(crate) fn go_on(&mut self, time: u64) {
        self.head.time = self.head.time.max(time);
        self.cancels = Table::default();
    }
}

impl Store for Memory {
    type Error = Infallible;

    fn head(&self) -> Head {
        self.head
    }

    fn use_nonce(
        &mut self,
        pool: Pool,
        nonce: [u8; 16],
        expires: u64,
        now: u64,
    ) -> Result<Nonce, Infallible> {
        let most = self.most_nonces;
        Ok(self.pool(pool).r#use(nonce, expires, now, most))
    }

    fn strongest(&self, tag: Hex<16>) -> Option<Class> {
        let classes = self.tags.get(&tag.0)?;
        let live = |class: &&Class| classes & bit(**class) != 0;
        Class::ALL.iter().rev().find(live).copied()
    }

    fn status(&self, leaf: Hex<32>) -> Option<Status> {
        let (_, class) = self.votes.get(&half(leaf))?;
        Some(class.map_or(Status::Withdrawn, |_| Status::Live))
    }

    fn append(
        &mut self,
        entry: &Entry<'_>,
        _: &str,
        leaf: Hex<32>,
        time: u64,
    ) -> Result<(), Infallible> {
        if !self.cancels.is_empty() {
            self.go_on(0);
        }
        self.note(entry, leaf, time);
        Ok(())
    }

    fn commit(&mut self) -> Result<(), Infallible> {
        Ok(())
    }
}

fn bit(class: Class) -> u8 {
    1 << class as u8
}

fn half(hash: Hex<32>) -> [u8; 16] {
    let mut half = [0; 16];
    half.copy_from_slice(&hash.0[..16]);
    half
}

/// The first bytes of what is uniform already: tags are codes under a secret key, and a nonce is looked up only after
/// its signature. Nobody outside can choose either.
#[derive(Debug, Default)]
pub(crate) struct Uniform(u64);

impl Hasher for Uniform {
    fn write(&mut self, bytes: &[u8]) {
        if let Some(first) = bytes.first_chunk() {
            self.0 = u64::from_le_bytes(*first);
        }
    }

    /// The length of the array, which is always the same.
    fn write_usize(&mut self, _: usize) {}

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use obmen::nomination::{Hour, Vote};

    use super::*;

    fn line(seq: u64, tag: u8) -> String {
        let vote = Vote {
            practice: "flgr:20070736".into(),
            class: Class::Email,
            scope: "bg".into(),
            tag: Hex([tag; 16]),
            cancel: Hex([2; 32]),
        };
        let entry = Entry {
            origin: "obmen.example.bg".into(),
            seq,
            hour: Hour::at(7_199),
            edition: format!("2026-autumn@{}", "ab".repeat(32)).into(),
            salt: Hex([1; 16]),
            act: Act::Vote(vote),
        };
        entry.to_json()
    }

    #[test]
    fn a_log_is_replayed_in_its_order_and_no_other() {
        let mut memory = Memory::default();
        let mut replay = |origin: &str, line: &str| {
            let replayed = memory.replay(origin, line.as_bytes());
            (
                replayed.map_err(|refusal| refusal.to_string()),
                memory.head(),
            )
        };
        let at = |size| Head { size, time: 3_600 };
        assert_eq!(replay("obmen.example.bg", &line(0, 5)), (Ok(()), at(1)));
        for (origin, seq, told) in [
            ("obmen.example.bg", 0, "`seq` is 0, and must be 1"),
            ("obmen.example.bg", 2, "`seq` is 2, and must be 1"),
            (
                "b.example",
                1,
                "`origin` is obmen.example.bg, and must be b.example",
            ),
        ] {
            let refused = replay(origin, &line(seq, 6));
            assert_eq!(refused, (Err(told.to_owned()), at(1)));
        }
        assert_eq!(replay("obmen.example.bg", &line(1, 7)), (Ok(()), at(2)));
        assert_eq!(memory.strongest(Hex([5; 16])), Some(Class::Email));
        assert_eq!(memory.strongest(Hex([6; 16])), None);
    }
}
