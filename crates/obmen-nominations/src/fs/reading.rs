//! A log as its files have it when it is opened: read to the end of what the checkpoint covers, and cut there.

use std::io::{BufRead, BufReader, Read};

use obmen::nomination::{Act, MAX_ENTRY};

use super::lines::{Lines, entry};
use super::published::COSIGNED;
use super::storage::{Reader, Storage};
use super::{
    CHECKPOINT, ENTRIES, Error, VERIFIER, handover, journal, other_key, other_origin, signed,
};
use crate::log::{
    Checkpoint, Line, MAX_NOTE, Note, SigningKey, Tree, TreeHead, VerifierKey, rules as log_rules,
    stated_size,
};
use crate::refusal::Refusal;
use crate::store::{Memory, rules};
use crate::words;

/// What was found behind the last checkpoint, and cut.
pub(super) const CUT: &str = "cut.jsonl";

/// The files of which a folder has one once a log was begun in it.
pub(super) const BEGUN: [&str; 6] = [
    ENTRIES,
    CHECKPOINT,
    "handover-0",
    journal::NONCES,
    CUT,
    COSIGNED,
];

/// A log as it is read when it is opened.
pub(super) struct Reading {
    pub(super) tree: Tree,
    pub(super) lengths: Vec<u16>,
    pub(super) handovers: Vec<Note>,
    pub(super) checkpoint: Note,
    /// The keys that have handed over.
    earlier: Vec<VerifierKey>,
    /// True when the file of the checkpoint is older than the checkpoint: than the last handover, or in a log that begins.
    pub(super) is_behind: bool,
    /// Where the lines end that the last checkpoint covers.
    pub(super) end: u64,
}

impl Reading {
    /// Returns a log without entries, which begins where none was.
    pub(super) fn of_none(key: &SigningKey) -> Result<Reading, Error> {
        let tree = Tree::default();
        Ok(Reading {
            checkpoint: signed(key, tree.head())?,
            tree,
            lengths: Vec::new(),
            handovers: Vec::new(),
            earlier: Vec::new(),
            is_behind: true,
            end: 0,
        })
    }

    /// Reads what the checkpoints cover, each verified under the key that was in force, the last of which must be `key`.
    pub(super) fn of<S: Storage>(
        storage: &S,
        origin: &str,
        key: &SigningKey,
        memory: &mut Memory,
    ) -> Result<Reading, Error> {
        let file = note(&read_most(storage, CHECKPOINT)?).map_err(Error::damaged(CHECKPOINT))?;
        let verifier = String::from_utf8_lossy(&read_most(storage, VERIFIER)?).into_owned();
        let verifier = VerifierKey::read(verifier.trim_end()).map_err(Error::damaged(VERIFIER))?;

        let mut covered = Covered {
            lines: Lines::new(BufReader::with_capacity(1 << 16, reader(storage, ENTRIES))),
            origin,
            memory,
            in_force: verifier,
            earlier: Vec::new(),
            tree: Tree::default(),
            lengths: Vec::new(),
            end: 0,
        };
        let (mut handovers, mut is_read) = (Vec::new(), false);
        loop {
            let name = handover(handovers.len());
            let text = read_most(storage, &name)?;
            if text.is_empty() {
                break;
            }
            let handover = note(&text).map_err(Error::damaged(&name))?;
            // Where the machine stopped between a handover and the checkpoint after it, that is the older one.
            if !is_read && stated_size(&file) <= stated_size(&handover) {
                is_read = true;
                if file != handover {
                    covered.up_to(&file, CHECKPOINT)?;
                }
            }
            if !covered.up_to(&handover, &name)? {
                let cause = Refusal::new(&log_rules::LOG_CHECKPOINT_NOT_READ);
                let cause = cause.with("reason", words::CHECKPOINT_NO_HANDOVER);
                return Err(Error::damaged(&name)(cause));
            }
            handovers.push(handover);
        }
        let checkpoint = match handovers.last() {
            Some(last) if is_read => last.clone(),
            _ => {
                // A note by which a key hands over is written before the checkpoint that it is, too.
                if covered.up_to(&file, CHECKPOINT)? {
                    let cause = Refusal::new(&log_rules::LOG_NOTE_NOT_READ);
                    let cause = cause.with("reason", words::NOTE_BORDER);
                    return Err(Error::damaged(&handover(handovers.len()))(cause));
                }
                file.clone()
            }
        };
        let Covered {
            in_force,
            earlier,
            tree,
            lengths,
            end,
            ..
        } = covered;
        if in_force != *key.verifier() {
            return Err(other_key(&key.verifier().to_string(), &in_force).into());
        }
        Ok(Reading {
            tree,
            lengths,
            handovers,
            is_behind: checkpoint != file,
            checkpoint,
            earlier,
            end,
        })
    }

    /// Returns the head in a checkpoint that the log has signed, with the key in force or one before it.
    pub(super) fn seen(&self, note: &Note, key: &VerifierKey) -> Result<TreeHead, Refusal> {
        let origin = Checkpoint::read(note.text())?.origin;
        if origin != key.name() {
            return Err(other_origin(&origin, key.name()));
        }
        let mut verified = { &self.earlier }
            .iter()
            .map(|key| Checkpoint::verify(note, key));
        let verified = verified.find(Result::is_ok);
        let verified = verified.unwrap_or_else(|| Checkpoint::verify(note, key));
        verified.map(|checkpoint| checkpoint.head)
    }
}

/// What checkpoints cover, as far as it was read.
struct Covered<'s, R> {
    lines: Lines<R>,
    origin: &'s str,
    memory: &'s mut Memory,
    /// The key that signs what follows.
    in_force: VerifierKey,
    earlier: Vec<VerifierKey>,
    tree: Tree,
    lengths: Vec<u16>,
    end: u64,
}

impl<R: BufRead> Covered<'_, R> {
    /// Reads on until the end of what a note covers, and verifies it. Gives whether a key hands over by it.
    fn up_to(&mut self, note: &Note, name: &str) -> Result<bool, Error> {
        let covered = Checkpoint::verify(note, &self.in_force).map_err(Error::damaged(name))?;
        let mut next = None;
        while self.tree.size() < covered.head.size {
            let line = self.lines.read().map_err(Error::io(ENTRIES))?;
            // A line without its end that could have one was not written to its end.
            let Some(line) = line.filter(|line| line.len() > MAX_ENTRY || line.ends_with(b"\n"))
            else {
                let cause = Refusal::new(&log_rules::LOG_TRUNCATED);
                let cause = cause.with("lines", self.tree.size());
                return Err(Error::damaged(ENTRIES)(
                    cause.with("size", covered.head.size),
                ));
            };
            self.end += line.len() as u64;
            self.lengths.push(length(line));
            let read = Line::next(entry(line), self.tree.size(), self.origin)
                .map_err(Error::damaged(ENTRIES))?;
            if let Line::Entry { entry, .. } = &read
                && let Act::Key { key } = &entry.act
            {
                next = Some(VerifierKey::read(key).map_err(Error::damaged(ENTRIES))?);
            }
            self.tree.push(read.leaf());
            self.memory.replayed(&read);
        }
        if self.tree.head() != covered.head {
            let cause = Refusal::new(&log_rules::LOG_OTHER_ROOT);
            return Err(Error::damaged(ENTRIES)(
                cause.with("size", covered.head.size),
            ));
        }
        let hands_over = next.is_some();
        if let Some(next) = next {
            let before = std::mem::replace(&mut self.in_force, next);
            self.earlier.push(before);
        }
        Ok(hands_over)
    }
}

/// True of files in which no log was begun.
pub(super) fn is_new<S: Storage>(storage: &S) -> Result<bool, Error> {
    for name in BEGUN {
        let read = storage.read(name, 0, &mut [0]);
        if read.map_err(Error::io(name))? > 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Refuses files in which a log cannot begin. Where its own key stands and nothing else, it was begun half-way.
pub(super) fn must_be_new<S: Storage>(storage: &S, key: &SigningKey) -> Result<(), Error> {
    let there = read_most(storage, VERIFIER)?;
    if is_new(storage)? && (there.is_empty() || there == verifier(key).as_bytes()) {
        return Ok(());
    }
    Err(Refusal::new(&rules::LOG_BEGUN_ALREADY).into())
}

/// The file of the key that a log begins with.
pub(super) fn verifier(key: &SigningKey) -> String {
    format!("{}\n", key.verifier())
}

/// Cuts what stands behind the lines that were acknowledged, once it is kept elsewhere. Gives how many lines that was.
pub(super) fn cut<S: Storage>(storage: &mut S, end: u64) -> Result<u64, Error> {
    let (mut at, mut block) = (end, vec![0; 1 << 16]);
    let mut lines = 0;
    let mut last = None;
    loop {
        let read = storage.read(ENTRIES, at, &mut block);
        let read = read.map_err(Error::io(ENTRIES))?;
        let bytes = block.get(..read).unwrap_or_default();
        if bytes.is_empty() {
            break;
        }
        last = bytes.last().copied();
        lines += bytes
            .iter()
            .map(|byte| u64::from(*byte == b'\n'))
            .sum::<u64>();
        storage.append(CUT, bytes).map_err(Error::io(CUT))?;
        at += read as u64;
    }
    if at == end {
        return Ok(0);
    }
    if last != Some(b'\n') {
        lines += 1;
        storage.append(CUT, b"\n").map_err(Error::io(CUT))?;
    }
    storage.sync(CUT).map_err(Error::io(CUT))?;
    storage.cut(ENTRIES, end).map_err(Error::io(ENTRIES))?;
    Ok(lines)
}

/// The length of a line, which no entry makes longer.
pub(super) fn length(line: &[u8]) -> u16 {
    u16::try_from(line.len()).unwrap_or(u16::MAX)
}

fn note(text: &[u8]) -> Result<Note, Refusal> {
    // What is not UTF-8 becomes a text that nobody has signed.
    Note::read(&String::from_utf8_lossy(text))
}

fn reader<'s, S: Storage>(storage: &'s S, name: &'s str) -> Reader<'s, S> {
    Reader {
        storage,
        name,
        at: 0,
    }
}

pub(super) fn read_all<S: Storage>(storage: &S, name: &str) -> Result<Vec<u8>, Error> {
    read(storage, name, u64::MAX)
}

/// Reads of a note, or what is as short, no more than one can have.
fn read_most<S: Storage>(storage: &S, name: &str) -> Result<Vec<u8>, Error> {
    read(storage, name, MAX_NOTE as u64)
}

fn read<S: Storage>(storage: &S, name: &str, most: u64) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let reader = BufReader::new(reader(storage, name));
    let read = reader.take(most).read_to_end(&mut bytes);
    read.map_err(Error::io(name))?;
    Ok(bytes)
}
