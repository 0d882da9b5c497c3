//! What admission must remember: used nonces, live tags, the head of the log.

use std::collections::HashMap;
use std::convert::Infallible;
use std::hash::{BuildHasherDefault, Hasher};

use obmen::nomination::{Act, Class, Entry, Hex};

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

/// Where admission remembers. One writer at a time: each method is whole before the next.
pub trait Store {
    /// What may go wrong outside.
    type Error;

    /// Returns the end of the log.
    fn head(&self) -> Head;

    /// Uses a nonce up, durably, and remembers it until it expires; `now` and `expires` in seconds since 1970.
    ///
    /// # Errors
    /// What went wrong outside; the nonce is then not taken.
    fn use_nonce(&mut self, nonce: [u8; 16], expires: u64, now: u64) -> Result<Nonce, Self::Error>;

    /// Returns the strongest class of the votes of a tag that have not been taken back.
    fn strongest(&self, tag: Hex<16>) -> Option<Class>;

    /// Appends an entry, durably, recorded at a time in seconds since 1970.
    ///
    /// # Errors
    /// What went wrong outside; whether the entry was written is then not known.
    fn append(&mut self, entry: &Entry<'_>, time: u64) -> Result<(), Self::Error>;
}

/// A store in memory: 17 bytes a live tag and 24 a nonce, and what the tables spare.
#[derive(Debug)]
pub struct Memory {
    head: Head,
    tags: HashMap<[u8; 16], Class, BuildHasherDefault<Uniform>>,
    pub(crate) nonces: HashMap<[u8; 16], u64, BuildHasherDefault<Uniform>>,
    pub(crate) most_nonces: usize,
    /// What expired until then may have been forgotten, so nothing of it is taken again, wherever the clock goes.
    forgotten: u64,
    swept: u64,
}

impl Default for Memory {
    fn default() -> Memory {
        Memory::new(100_000)
    }
}

impl Memory {
    /// Returns an empty store that remembers so many nonces at once. When they are not yet expired, no more are taken.
    #[must_use]
    pub fn new(most_nonces: usize) -> Memory {
        Memory {
            head: Head::default(),
            tags: HashMap::default(),
            nonces: HashMap::default(),
            most_nonces,
            forgotten: 0,
            swept: 0,
        }
    }

    /// Takes note of an entry that is in the log.
    pub fn note(&mut self, entry: &Entry<'_>, time: u64) {
        self.head = Head {
            size: entry.seq + 1,
            time: self.head.time.max(time),
        };
        if let Act::Vote(vote) = &entry.act {
            let strongest = self.tags.entry(vote.tag.0).or_insert(vote.class);
            *strongest = vote.class.max(*strongest);
        }
    }

    /// Takes note of the next entry of a log, of its bytes: so a site that kept the lines of its log starts anew. The time
    /// is taken for the start of its hour.
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
        let entry = Entry::read(line)?;
        let wrong = |field: &'static str, value: String, expected: String| {
            let refusal = Refusal::new(of_core("nomination/entry-bad-value")).with("field", field);
            Err(refusal.with("value", value).with("expected", expected))
        };
        if entry.origin != origin {
            return wrong("origin", entry.origin.into_owned(), origin.to_owned());
        }
        if entry.seq != self.head.size {
            return wrong("seq", entry.seq.to_string(), self.head.size.to_string());
        }
        self.note(&entry, entry.hour.start());
        Ok(())
    }

    /// Forgets the nonces that are of no more use to anybody: the clock may step back five minutes.
    pub(crate) fn forget(&mut self, now: u64) {
        let gone = now.saturating_sub(crate::admission::CLOCK);
        if self.swept != gone {
            self.swept = gone;
            self.forgotten = self.forgotten.max(gone);
            self.nonces.retain(|_, expires| *expires > gone);
        }
    }
}

impl Store for Memory {
    type Error = Infallible;

    fn head(&self) -> Head {
        self.head
    }

    fn use_nonce(&mut self, nonce: [u8; 16], expires: u64, now: u64) -> Result<Nonce, Infallible> {
        if expires <= self.forgotten || self.nonces.contains_key(&nonce) {
            return Ok(Nonce::Used);
        }
        if self.nonces.len() >= self.most_nonces {
            self.forget(now);
        }
        if self.nonces.len() >= self.most_nonces {
            return Ok(Nonce::Full);
        }
        self.nonces.insert(nonce, expires);
        Ok(Nonce::Fresh)
    }

    fn strongest(&self, tag: Hex<16>) -> Option<Class> {
        self.tags.get(&tag.0).copied()
    }

    fn append(&mut self, entry: &Entry<'_>, time: u64) -> Result<(), Infallible> {
        self.note(entry, time);
        Ok(())
    }
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
