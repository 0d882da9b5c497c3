//! What admission must remember: used nonces, live tags, the head of the log.

use std::collections::HashMap;
use std::convert::Infallible;
use std::hash::{BuildHasherDefault, Hasher};

use obmen::nomination::{Act, Class, Entry, Hex};

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

    /// Forgets the nonces that are of no more use to anybody: the clock may step back five minutes.
    pub(crate) fn forget(&mut self, now: u64) {
        let gone = now.saturating_sub(crate::admission::CLOCK);
        if self.swept < gone {
            self.swept = gone;
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
        if self.nonces.contains_key(&nonce) {
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
