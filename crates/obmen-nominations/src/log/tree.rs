//! The Merkle tree of RFC 6962, 2.1: roots at any size, proofs, and their verification.

use std::collections::BTreeSet;

use obmen::nomination::Hex;
use sha2::{Digest, Sha256};

/// The most hashes of a proof: enough for 2^63 entries.
pub const MAX_PROOF: usize = 63;

/// A tree over the leaf hashes of entries. It keeps the hash of every complete subtree, 64 bytes an entry, and hashes
/// one node for an entry that is appended, on the average.
///
/// ```
/// use obmen_nominations::{leaf_hash, log::Tree};
/// let mut tree = Tree::default();
/// tree.extend(["a", "b", "c"].map(|entry| leaf_hash(entry.as_bytes())));
/// let (old, new) = (tree.head_at(2).unwrap(), tree.head());
/// assert!(new.includes(0, leaf_hash(b"a"), &tree.inclusion(0, 3).unwrap()));
/// assert!(new.extends(&old, &tree.consistency(2, 3).unwrap()));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// At height `h` and place `i` the hash over the leaves from `i << h` on, `1 << h` of them.
    levels: Vec<Vec<Hex<32>>>,
}

/// A tree in short: its size, and the hash over all its leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_structs,
    reason = "its fields are what RFC 6962 says of a tree"
)]
pub struct TreeHead {
    /// The number of its leaves.
    pub size: u64,
    /// The hash over them.
    pub root: Hex<32>,
}

impl Tree {
    /// Returns the number of leaves.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.levels.first().map_or(0, |leaves| leaves.len() as u64)
    }

    /// Returns the leaf hashes, in their order.
    #[must_use]
    pub fn leaves(&self) -> &[Hex<32>] {
        self.levels.first().map_or(&[], Vec::as_slice)
    }

    /// Returns the leaf hash at a place.
    pub(crate) fn leaf(&self, place: u64) -> Option<Hex<32>> {
        self.complete(0, place)
    }

    /// Returns where each of some leaf hashes stands, by place.
    pub(crate) fn places(
        &self,
        wanted: &BTreeSet<Hex<32>>,
    ) -> impl Iterator<Item = (Hex<32>, u64)> {
        // Two bytes of a hash tell of nearly all leaves that they are none of these.
        let start = |Hex([one, two, ..]): &Hex<32>| usize::from(u16::from_le_bytes([*one, *two]));
        let mut known = vec![false; if wanted.is_empty() { 0 } else { 1 << 16 }];
        for leaf in wanted {
            known
                .get_mut(start(leaf))
                .into_iter()
                .for_each(|known| *known = true);
        }
        let leaves = self.leaves().iter().zip(0..).filter(move |(leaf, _)| {
            known.get(start(leaf)) == Some(&true) && wanted.contains(leaf)
        });
        leaves.map(|(leaf, place)| (*leaf, place))
    }

    /// Appends the leaf hash of an entry.
    pub fn push(&mut self, leaf: Hex<32>) {
        let mut hash = leaf;
        for level in &mut self.levels {
            let left = level.last().copied();
            level.push(hash);
            match left {
                Some(left) if level.len().is_multiple_of(2) => hash = node(left, hash),
                _ => return,
            }
        }
        self.levels.push(vec![hash]);
    }

    /// Returns the head of the whole tree.
    #[must_use]
    pub fn head(&self) -> TreeHead {
        let size = self.size();
        let root = self.over(0, size).unwrap_or_else(empty);
        TreeHead { size, root }
    }

    /// Returns the head that the tree had at a size; `None` when it never had that size.
    #[must_use]
    pub fn head_at(&self, size: u64) -> Option<TreeHead> {
        let root = match size {
            0 => empty(),
            _ => self.over(0, size)?,
        };
        Some(TreeHead { size, root })
    }

    /// Returns the proof that a tree of a size has its leaf at an index: the hashes beside its path, from below. `None`
    /// when the tree never had that size, or that has no such leaf.
    #[must_use]
    pub fn inclusion(&self, index: u64, size: u64) -> Option<Vec<Hex<32>>> {
        inclusion(index, size, &mut |height, place| {
            self.complete(height, place)
        })
    }

    /// Returns the proof that the tree of the size `new` extends that of the size `old`. `None` when `old` is 0, of which
    /// there is nothing to prove, or larger than `new`, or when the tree never had that size.
    #[must_use]
    pub fn consistency(&self, old: u64, new: u64) -> Option<Vec<Hex<32>>> {
        if old == 0 || old > new {
            return None;
        }
        let (mut start, mut end) = (0, new);
        let mut proof = Vec::new();
        while old < end {
            let middle = start + split(end - start);
            if old <= middle {
                proof.push(self.over(middle, end)?);
                end = middle;
            } else {
                proof.push(self.over(start, middle)?);
                start = middle;
            }
        }
        let last = self.over(start, end)?;
        // The verifier knows the hash over the whole old tree.
        if start > 0 {
            proof.push(last);
        }
        proof.reverse();
        Some(proof)
    }

    fn over(&self, start: u64, end: u64) -> Option<Hex<32>> {
        over(start, end, &mut |height, place| {
            self.complete(height, place)
        })
    }

    /// Returns the hash over a complete subtree.
    fn complete(&self, height: u32, place: u64) -> Option<Hex<32>> {
        let level = self.levels.get(usize::try_from(height).ok()?)?;
        level.get(usize::try_from(place).ok()?).copied()
    }
}

/// Where the hashes over complete subtrees are found, by height and place.
type Complete<'a> = &'a mut dyn FnMut(u32, u64) -> Option<Hex<32>>;

/// The proof of inclusion, of whatever knows the hashes over complete subtrees.
pub(crate) fn inclusion(index: u64, size: u64, complete: Complete<'_>) -> Option<Vec<Hex<32>>> {
    if index >= size {
        return None;
    }
    let (mut start, mut end) = (0, size);
    let mut proof = Vec::new();
    while end - start > 1 {
        let middle = start + split(end - start);
        if index < middle {
            proof.push(over(middle, end, complete)?);
            end = middle;
        } else {
            proof.push(over(start, middle, complete)?);
            start = middle;
        }
    }
    proof.reverse();
    // A leaf alone has no hash beside it, and must be there too.
    over(start, end, complete).map(|_| proof)
}

/// The hash over the leaves from `start` up to `end`, where `start` is a multiple of the power of two that holds them;
/// `None` when there are none, or not all.
fn over(start: u64, end: u64, complete: Complete<'_>) -> Option<Hex<32>> {
    let count = end.checked_sub(start)?;
    if count == 0 {
        return None;
    }
    if count.is_power_of_two() {
        let height = count.trailing_zeros();
        return complete(height, start >> height);
    }
    let middle = start + split(count);
    let left = over(start, middle, complete)?;
    Some(node(left, over(middle, end, complete)?))
}

impl Extend<Hex<32>> for Tree {
    fn extend<T: IntoIterator<Item = Hex<32>>>(&mut self, leaves: T) {
        leaves.into_iter().for_each(|leaf| self.push(leaf));
    }
}

impl TreeHead {
    /// True when the proof shows that the tree has the leaf at the index.
    #[must_use]
    pub fn includes(&self, index: u64, leaf: Hex<32>, proof: &[Hex<32>]) -> bool {
        if index >= self.size || proof.len() > MAX_PROOF {
            return false;
        }
        // RFC 9162, 2.1.3.2: `at` and `last` are the places of the node and of the last one, level by level.
        let (mut at, mut last, mut root) = (index, self.size - 1, leaf);
        for beside in proof {
            if last == 0 {
                return false;
            }
            if at % 2 == 1 || at == last {
                root = node(*beside, root);
                // A node without a right neighbour moves up until it is one.
                let alone = if at == 0 { 0 } else { at.trailing_zeros() };
                (at, last) = (at >> alone, last >> alone);
            } else {
                root = node(root, *beside);
            }
            (at, last) = (at >> 1, last >> 1);
        }
        last == 0 && root == self.root
    }

    /// True when the proof shows that the tree begins with all leaves of the old one, in their order. Of an old tree
    /// without leaves there is nothing to show, so never.
    #[must_use]
    pub fn extends(&self, old: &TreeHead, proof: &[Hex<32>]) -> bool {
        if old.size == 0 || old.size > self.size || proof.len() > MAX_PROOF {
            return false;
        }
        if old.size == self.size {
            return proof.is_empty() && old.root == self.root;
        }
        // RFC 9162, 2.1.4.2: from the last complete subtree of the old tree upwards.
        let height = old.size.trailing_zeros();
        let (mut at, mut last) = ((old.size - 1) >> height, (self.size - 1) >> height);
        let mut hashes = proof.iter().copied();
        let start = if old.size.is_power_of_two() {
            Some(old.root)
        } else {
            hashes.next()
        };
        let Some(start) = start else {
            return false;
        };
        let (mut old_root, mut new_root) = (start, start);
        for beside in hashes {
            if last == 0 {
                return false;
            }
            if at % 2 == 1 || at == last {
                old_root = node(beside, old_root);
                new_root = node(beside, new_root);
                let alone = if at == 0 { 0 } else { at.trailing_zeros() };
                (at, last) = (at >> alone, last >> alone);
            } else {
                new_root = node(new_root, beside);
            }
            (at, last) = (at >> 1, last >> 1);
        }
        last == 0 && old_root == old.root && new_root == self.root
    }
}

/// The largest power of two below a count of at least 2.
fn split(count: u64) -> u64 {
    1 << (count - 1).ilog2()
}

pub(crate) fn node(left: Hex<32>, right: Hex<32>) -> Hex<32> {
    let hash = Sha256::new()
        .chain_update([1])
        .chain_update(left.0)
        .chain_update(right.0);
    Hex(hash.finalize().into())
}

/// The hash over nothing.
fn empty() -> Hex<32> {
    Hex(Sha256::digest([]).into())
}
