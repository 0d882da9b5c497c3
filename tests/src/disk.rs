//! A disk in memory that fails when told to, and on which a machine may stop: of what was not synced then, any block of
//! 512 bytes is there, or is not, or is zeros, or has taken another's place.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;
use std::rc::Rc;

use obmen_nominations::fs::Storage;

const BLOCK: usize = 512;

/// Where the random choices of a run come from: the same seed, the same run.
#[derive(Debug, Clone)]
pub struct Chance(pub u64);

impl Chance {
    /// Returns the next number (SplitMix64).
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number below another.
    pub fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.number() % most as u64).unwrap()
    }
}

/// A file as a process sees it, and how much of it is durable.
#[derive(Debug, Clone, Default)]
struct File {
    bytes: Vec<u8>,
    synced: usize,
}

/// What outlives the process that has the disk open.
#[derive(Debug, Default)]
struct State {
    files: BTreeMap<String, File>,
    /// How many operations succeed before one fails; `None` when all do.
    left: Option<usize>,
    /// What a failed operation leaves behind.
    chance: Option<Chance>,
    in_use: bool,
}

/// A disk. Its clones are the same disk; one process at a time has it open.
#[derive(Debug, Clone, Default)]
pub struct Disk(Rc<RefCell<State>>);

impl Disk {
    /// Returns what a process has in its hands, as long as it runs.
    #[must_use]
    pub fn open(&self) -> OpenDisk {
        let mut state = self.0.borrow_mut();
        let is_free = !std::mem::replace(&mut state.in_use, true);
        OpenDisk {
            disk: self.clone(),
            is_free,
        }
    }

    /// Lets so many operations succeed, and then one fail; what it leaves behind is chosen by chance.
    pub fn fail_after(&self, operations: usize, chance: u64) {
        let mut state = self.0.borrow_mut();
        state.left = Some(operations);
        state.chance = Some(Chance(chance));
    }

    /// Lets all operations succeed.
    pub fn heal(&self) {
        self.0.borrow_mut().left = None;
    }

    /// Stops the machine, and starts it again.
    pub fn crash(&self, chance: &mut Chance) {
        let mut state = self.0.borrow_mut();
        state.left = None;
        for file in state.files.values_mut() {
            file.crash(chance);
        }
    }

    /// Returns the bytes of a file.
    #[must_use]
    pub fn bytes(&self, name: &str) -> Vec<u8> {
        let state = self.0.borrow();
        let file = state.files.get(name);
        file.map_or_else(Vec::new, |file| file.bytes.clone())
    }

    /// Puts other bytes in the place of a file, as no log would.
    pub fn put(&self, name: &str, bytes: Vec<u8>) {
        let synced = bytes.len();
        let file = File { bytes, synced };
        self.0.borrow_mut().files.insert(name.to_owned(), file);
    }

    /// Returns all files by name.
    #[must_use]
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let state = self.0.borrow();
        let files = state.files.iter();
        files
            .map(|(name, file)| (name.clone(), file.bytes.clone()))
            .collect()
    }
}

impl File {
    /// Leaves of the blocks that were not synced what chance will.
    fn crash(&mut self, chance: &mut Chance) {
        let lost = self.bytes.split_off(self.synced);
        let mut blocks: Vec<Vec<u8>> = Vec::new();
        let mut rest = &lost[..];
        while !rest.is_empty() {
            let place = self.synced + lost.len() - rest.len();
            let (block, behind) = rest.split_at(rest.len().min(BLOCK - place % BLOCK));
            blocks.push(block.to_vec());
            rest = behind;
        }
        for place in 0..blocks.len() {
            let other = chance.below(blocks.len());
            if chance.below(4) == 0 && blocks[place].len() == blocks[other].len() {
                blocks.swap(place, other);
            }
        }
        // What was dropped before a block that was written reads as zeros; behind the last, as the end of the file.
        let mut end = 0;
        for (place, block) in blocks.iter_mut().enumerate() {
            match chance.below(3) {
                0 => end = place + 1,
                1 => {
                    block.fill(0);
                    end = place + 1;
                }
                _ => block.fill(0),
            }
        }
        self.bytes.extend(blocks[..end].concat());
        self.synced = self.bytes.len();
    }
}

/// A disk that a process has open.
#[derive(Debug)]
pub struct OpenDisk {
    disk: Disk,
    is_free: bool,
}

impl Drop for OpenDisk {
    fn drop(&mut self) {
        if self.is_free {
            self.disk.0.borrow_mut().in_use = false;
        }
    }
}

impl OpenDisk {
    /// Does an operation, or fails with what part of it was done.
    fn operate(
        &self,
        name: &str,
        whole: impl FnOnce(&mut File),
        part: impl FnOnce(&mut File, &mut Chance),
    ) -> io::Result<()> {
        if !self.is_free {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        let mut state = self.disk.0.borrow_mut();
        let State {
            files,
            left,
            chance,
            ..
        } = &mut *state;
        let file = files.entry(name.to_owned()).or_default();
        if left.as_mut().is_some_and(|left| {
            let fails = *left == 0;
            *left = left.saturating_sub(1);
            fails
        }) {
            if let Some(chance) = chance {
                part(file, chance);
            }
            return Err(io::Error::new(io::ErrorKind::StorageFull, "no space left"));
        }
        whole(file);
        Ok(())
    }
}

impl Storage for OpenDisk {
    fn read(&self, name: &str, at: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let state = self.disk.0.borrow();
        let bytes = state.files.get(name).map_or(&[][..], |file| &file.bytes);
        let from = usize::try_from(at).unwrap().min(bytes.len());
        let size = buffer.len().min(bytes.len() - from);
        buffer[..size].copy_from_slice(&bytes[from..from + size]);
        Ok(size)
    }

    fn append(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.operate(
            name,
            |file| file.bytes.extend(bytes),
            |file, chance| file.bytes.extend(&bytes[..chance.below(bytes.len() + 1)]),
        )
    }

    fn sync(&mut self, name: &str) -> io::Result<()> {
        self.operate(name, |file| file.synced = file.bytes.len(), |_, _| ())
    }

    fn cut(&mut self, name: &str, size: u64) -> io::Result<()> {
        let size = usize::try_from(size).unwrap();
        let cut = |file: &mut File| {
            file.bytes.truncate(size);
            file.synced = file.bytes.len();
        };
        self.operate(name, cut, |file, chance| {
            if chance.below(2) == 0 {
                cut(file);
            }
        })
    }

    fn replace(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let replace = |file: &mut File| {
            *file = File {
                bytes: bytes.to_vec(),
                synced: bytes.len(),
            };
        };
        self.operate(name, replace, |file, chance| {
            if chance.below(2) == 0 {
                replace(file);
            }
        })
    }
}
