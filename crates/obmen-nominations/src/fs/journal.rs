//! The file `nonces`: what was used up and is not in the log, when the last entry was recorded, how many entries had been
//! acknowledged before, and how many there are with it: a log with fewer than those is an older one, and beside a log with
//! more than these the file is.
//!
//! A line is `at what nonce seconds check`, where `what` is a pool, or `t` with both numbers for a nonce. `at` is how many
//! bytes of the file were on the disk when the line was written: damage before the largest of them is damage; what is
//! unreadable behind it was never acknowledged. A file without a line that can be read is one that was lost.

use std::fmt::Write as _;

use data_encoding::HEXLOWER;
use obmen::nomination::Hex;

use super::reading::read_all;
use super::{Error, Storage};
use crate::canonical::sha256;
use crate::refusal::Refusal;
use crate::store::{Memory, Pool, Store, rules};

pub(super) const NONCES: &str = "nonces";

/// The letters of the pools. A line without a nonce (`-`) says that all of it that expires until then is forgotten.
const POOLS: [(Pool, &str); 2] = [(Pool::Answers, "a"), (Pool::Messages, "m")];

/// The letter of the time of the last entry, and of the number of those acknowledged before it.
const TIME: &str = "t";

/// What of the file is not in memory.
#[derive(Debug, Default)]
pub(super) struct Journal {
    /// The bytes of the file, all of them durable.
    size: u64,
    lines: usize,
    /// Lines that are not in it yet.
    staged: String,
    /// The last time that is in it, and the last number of entries.
    time: u64,
    entries: Entries,
}

/// How many entries were acknowledged, and how many the batch leads to that is signed next.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Entries {
    acknowledged: u64,
    coming: u64,
}

impl Journal {
    /// Reads the file, and gives how many entries had been acknowledged. What of it cannot be read is damage, unless it
    /// may be forgotten.
    pub(super) fn read<S: Storage>(
        storage: &S,
        memory: &mut Memory,
        forgets: bool,
    ) -> Result<u64, Error> {
        let text = read_all(storage, NONCES)?;
        let (mut at, mut durable, mut damaged) = (0, None, None);
        let mut known = Entries::default();
        let mut lines = 0_u64;
        for (line, number) in text.split_inclusive(|byte| *byte == b'\n').zip(1_u64..) {
            match read(line) {
                Some(line) => {
                    durable = durable.max(Some(line.at));
                    let entries = line.take(memory);
                    known.acknowledged = known.acknowledged.max(entries.acknowledged);
                    known.coming = known.coming.max(entries.coming);
                }
                None => damaged = damaged.or(Some((at, number))),
            }
            at += line.len() as u64;
            lines = number;
        }
        // A log without entries may have stopped before it had the file.
        let lost = memory.head().size > known.coming;
        let damaged = damaged.filter(|(at, _)| durable.is_some_and(|durable| *at < durable));
        let damaged = damaged.map(|(_, line)| line).or(lost.then_some(lines + 1));
        match damaged.filter(|_| !forgets) {
            Some(line) => Err(Refusal::new(&rules::NONCES_DAMAGED)
                .with("line", line)
                .into()),
            None => Ok(known.acknowledged),
        }
    }

    pub(super) fn used(&mut self, pool: Pool, nonce: [u8; 16], expires: u64) {
        let letter = POOLS.iter().find(|(known, _)| *known == pool);
        let letter = letter.map_or("", |(_, letter)| letter);
        self.add(letter, &Hex(nonce).to_string(), expires);
    }

    /// Makes durable what was staged, the time of the last entry, and how many were acknowledged. The file is of bounded
    /// size, however long it stays open.
    pub(super) fn commit<S: Storage>(
        &mut self,
        storage: &mut S,
        memory: &mut Memory,
        acknowledged: u64,
        now: u64,
    ) -> Result<(), Error> {
        let (time, entries) = of(memory, acknowledged);
        if (time, entries) != (self.time, self.entries) {
            self.add_time(time, entries);
        }
        if self.staged.is_empty() {
            return Ok(());
        }
        if self.lines >= 4 * memory.most_nonces {
            return self.rewrite(storage, memory, acknowledged, now);
        }
        let staged = std::mem::take(&mut self.staged);
        storage
            .append(NONCES, staged.as_bytes())
            .and_then(|()| storage.sync(NONCES))
            .map_err(Error::io(NONCES))?;
        self.size += staged.len() as u64;
        Ok(())
    }

    /// Writes the file anew, with what is still to be remembered.
    pub(super) fn rewrite<S: Storage>(
        &mut self,
        storage: &mut S,
        memory: &mut Memory,
        acknowledged: u64,
        now: u64,
    ) -> Result<(), Error> {
        *self = Journal::default();
        for (pool, letter) in POOLS {
            let nonces = memory.pool(pool);
            nonces.forget(now);
            self.add(letter, "-", nonces.forgotten);
            for (nonce, expires) in &nonces.used {
                self.add(letter, &Hex(*nonce).to_string(), *expires);
            }
        }
        let mut text = std::mem::take(&mut self.staged);
        // All before it is on the disk when this line is.
        self.size = text.len() as u64;
        let (time, entries) = of(memory, acknowledged);
        self.add_time(time, entries);
        text.push_str(&std::mem::take(&mut self.staged));
        storage
            .replace(NONCES, text.as_bytes())
            .map_err(Error::io(NONCES))?;
        self.size = text.len() as u64;
        Ok(())
    }

    fn add_time(&mut self, time: u64, entries: Entries) {
        let numbers = format!("{}/{}", entries.acknowledged, entries.coming);
        self.add(TIME, &numbers, time);
        (self.time, self.entries) = (time, entries);
    }

    fn add(&mut self, what: &str, nonce: &str, seconds: u64) {
        let line = format!("{} {what} {nonce} {seconds}", self.size);
        // Writing to a string does not fail.
        let _ = writeln!(self.staged, "{line} {}", check(&line));
        self.lines += 1;
    }
}

/// The time of the last entry, and how many there are.
fn of(memory: &Memory, acknowledged: u64) -> (u64, Entries) {
    let head = memory.head();
    let coming = head.size;
    (
        head.time,
        Entries {
            acknowledged,
            coming,
        },
    )
}

struct Line {
    at: u64,
    what: What,
    seconds: u64,
}

enum What {
    /// The last entry.
    Time(Entries),
    Used(Pool, [u8; 16]),
    Forgotten(Pool),
}

impl Line {
    /// Takes note of what it says, and gives how many entries it knows of.
    fn take(&self, memory: &mut Memory) -> Entries {
        match self.what {
            What::Time(entries) => {
                memory.go_on(self.seconds);
                return entries;
            }
            What::Used(pool, nonce) => _ = memory.pool(pool).used.insert(nonce, self.seconds),
            What::Forgotten(pool) => {
                let forgotten = &mut memory.pool(pool).forgotten;
                *forgotten = self.seconds.max(*forgotten);
            }
        }
        Entries::default()
    }
}

/// Reads a line with its end; `None` when it is not as it was written.
fn read(line: &[u8]) -> Option<Line> {
    let line = std::str::from_utf8(line).ok()?.strip_suffix('\n')?;
    let (line, sum) = line.rsplit_once(' ')?;
    if sum != check(line) {
        return None;
    }
    let mut parts = line.split(' ');
    let (at, what, nonce, seconds) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let pool = POOLS.iter().find(|(_, letter)| *letter == what);
    Some(Line {
        at: at.parse().ok()?,
        what: match (pool, nonce) {
            (None, numbers) if what == TIME => {
                let (acknowledged, coming) = numbers.split_once('/')?;
                What::Time(Entries {
                    acknowledged: acknowledged.parse().ok()?,
                    coming: coming.parse().ok()?,
                })
            }
            (Some((pool, _)), "-") => What::Forgotten(*pool),
            (Some((pool, _)), nonce) => What::Used(*pool, nonce.parse::<Hex<16>>().ok()?.0),
            (None, _) => return None,
        },
        seconds: seconds.parse().ok()?,
    })
}

/// What tells a line that was written from what is left of one.
fn check(line: &str) -> String {
    let [a, b, c, d, ..] = sha256(line.as_bytes()).0;
    HEXLOWER.encode(&[a, b, c, d])
}
