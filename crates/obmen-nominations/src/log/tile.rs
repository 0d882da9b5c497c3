//! The log as static files (c2sp.org/tlog-tiles): hashes and entries, 256 a file, of which any proof is made.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use obmen::nomination::Hex;

use crate::log::checkpoint::Checkpoint;
use crate::log::note::Note;
use crate::log::place::PlaceProof;
use crate::log::tree::{Tree, inclusion, node};

/// How many hashes or entries a full tile has.
const FULL: usize = 256;
const WIDTH: u64 = FULL as u64;
/// A tile has the hashes of every eighth level of the tree.
const HEIGHT: u32 = 8;

/// A static file of a log: its path below the log's address, and its bytes.
pub type StaticFile = (String, Vec<u8>);

/// Returns the tiles that a tree of the size `new` has and one of the size `old` has not: all, when `old` is 0. `None`
/// when the tree never had the size `new`, or `old` is larger.
///
/// A partial tile stays where it is when its full one is there; a log may delete it then.
///
/// ```
/// use obmen_nominations::leaf_hash;
/// use obmen_nominations::log::{Tree, tiles};
/// let mut tree = Tree::default();
/// tree.extend((0..300_u64).map(|index| leaf_hash(&index.to_be_bytes())));
/// let paths: Vec<_> = tiles(&tree, 0, 300).unwrap().map(|(path, _)| path).collect();
/// assert_eq!(paths, ["tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1"]);
/// let paths: Vec<_> = tiles(&tree, 299, 300).unwrap().map(|(path, _)| path).collect();
/// assert_eq!(paths, ["tile/0/001.p/44"]);
/// ```
#[must_use]
pub fn tiles(tree: &Tree, old: u64, new: u64) -> Option<impl Iterator<Item = StaticFile>> {
    if old > new || new > tree.size() {
        return None;
    }
    let heights = (0..u64::BITS).step_by(HEIGHT as usize);
    Some(heights.flat_map(move |height| {
        let level = height / HEIGHT;
        changed(old >> height, new >> height).map(move |(tile, width)| {
            let start = usize::try_from(tile * WIDTH).unwrap_or(usize::MAX);
            let hashes = tree.hashes(height).iter().skip(start);
            let bytes = hashes.take(width).flat_map(|hash| hash.0).collect();
            (path(&level.to_string(), tile, width), bytes)
        })
    }))
}

/// Returns the bundles of entries that a log of all these entries has and its first `old` alone have not: all, when `old`
/// is 0. `None` when an entry is longer than 65,535 bytes, or `old` is larger.
///
/// ```
/// use obmen_nominations::log::{bundled, bundles};
/// let entries = ["one", "two", "three"];
/// let (path, bytes) = bundles(&entries, 2).unwrap().next().unwrap();
/// assert_eq!(path, "tile/entries/000.p/3");
/// assert_eq!(bundled(&bytes).unwrap(), [&b"one"[..], b"two", b"three"]);
/// ```
pub fn bundles<T: AsRef<[u8]>>(
    entries: &[T],
    old: u64,
) -> Option<impl Iterator<Item = StaticFile>> {
    let size = entries.len() as u64;
    let short = |entry: &T| u16::try_from(entry.as_ref().len()).is_ok();
    if old > size || !entries.iter().all(short) {
        return None;
    }
    Some(changed(old, size).map(|(tile, width)| {
        let start = usize::try_from(tile * WIDTH).unwrap_or(usize::MAX);
        let mut bytes = Vec::new();
        for entry in entries.iter().skip(start).take(width) {
            let entry = entry.as_ref();
            let length = u16::try_from(entry.len()).unwrap_or(u16::MAX);
            bytes.extend_from_slice(&length.to_be_bytes());
            bytes.extend_from_slice(entry);
        }
        (path("entries", tile, width), bytes)
    }))
}

/// Returns the entries of a bundle; `None` when it was cut. Nothing vouches for them until their hashes are verified.
#[must_use]
pub fn bundled(mut bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let mut entries = Vec::new();
    while let Some((length, rest)) = bytes.split_first_chunk() {
        let (entry, rest) = rest.split_at_checked(u16::from_be_bytes(*length).into())?;
        entries.push(entry);
        bytes = rest;
    }
    bytes.is_empty().then_some(entries)
}

/// Returns the path of the bundle with the entry at an index, in a log of a size; `None` when it has no such entry.
///
/// ```
/// use obmen_nominations::log::bundle_path;
/// assert_eq!(bundle_path(1_234_067 * 256, 1_234_068 * 256).unwrap(), "tile/entries/x001/x234/067");
/// assert_eq!(bundle_path(5, 7).unwrap(), "tile/entries/000.p/7");
/// ```
#[must_use]
pub fn bundle_path(index: u64, size: u64) -> Option<String> {
    let tile = index / WIDTH;
    (index < size).then(|| path("entries", tile, width(tile, size)))
}

impl PlaceProof {
    /// Returns the proof of the entry at an index in the tree that a signed checkpoint is of, made of the log's tiles.
    /// `fetch` gives the file at a path, or `None` when there is none; a partial tile that is gone is looked for in its
    /// full one. `None` when a tile is missing or of another length, and when the log has no such entry.
    ///
    /// The tiles need not be trusted: of others the proof does not [`verify`](PlaceProof::verify).
    ///
    /// ```
    /// use std::collections::HashMap;
    /// use obmen_nominations::leaf_hash;
    /// use obmen_nominations::log::{Checkpoint, Note, PlaceProof, Signs, SigningKey, Tree, tiles};
    /// let key = SigningKey::new("obmen.example.bg", Signs::Notes, &[7; 32]).unwrap();
    /// let mut tree = Tree::default();
    /// tree.extend((0..700_u64).map(|index| leaf_hash(&index.to_be_bytes())));
    /// let checkpoint = Checkpoint { origin: "obmen.example.bg".to_owned(), head: tree.head() };
    /// let mut note = Note::new(&checkpoint.to_string()).unwrap();
    /// note.sign(&key, 0).unwrap();
    ///
    /// let files: HashMap<_, _> = tiles(&tree, 0, 700).unwrap().collect();
    /// let proof = PlaceProof::from_tiles(600, note, |path| files.get(path).cloned()).unwrap();
    /// assert!(proof.verify(leaf_hash(&600_u64.to_be_bytes()), key.verifier()).is_ok());
    /// ```
    pub fn from_tiles(
        index: u64,
        checkpoint: Note,
        mut fetch: impl FnMut(&str) -> Option<Vec<u8>>,
    ) -> Option<PlaceProof> {
        let size = Checkpoint::read(checkpoint.text()).ok()?.head.size;
        let mut tiles: HashMap<(u32, u64), Vec<Hex<32>>> = HashMap::new();
        let mut complete = |height: u32, place: u64| {
            let (level, below) = (height / HEIGHT, height % HEIGHT);
            let first = place.checked_shl(below)?;
            let tile = match tiles.entry((level, first / WIDTH)) {
                Entry::Occupied(read) => read.into_mut(),
                Entry::Vacant(unread) => {
                    let width = width(first / WIDTH, size >> (level * HEIGHT));
                    let mut read = |width| fetch(&path(&level.to_string(), first / WIDTH, width));
                    let partial = if width < FULL { read(width) } else { None };
                    let bytes = partial.or_else(|| read(FULL))?;
                    let (hashes, rest) = bytes.as_chunks();
                    if hashes.len() < width || !rest.is_empty() {
                        return None;
                    }
                    unread.insert(hashes.iter().copied().map(Hex).collect())
                }
            };
            let start = usize::try_from(first % WIDTH).ok()?;
            let mut hashes = tile.get(start..start + (1 << below))?.to_vec();
            while hashes.len() > 1 {
                let (pairs, _) = hashes.as_chunks();
                hashes = pairs
                    .iter()
                    .map(|[left, right]| node(*left, *right))
                    .collect();
            }
            hashes.pop()
        };
        let hashes = inclusion(index, size, &mut complete)?;
        Some(PlaceProof {
            extra: None,
            index,
            hashes,
            checkpoint,
        })
    }
}

/// The tiles of a level that changed while it grew, with their width now.
fn changed(old: u64, new: u64) -> impl Iterator<Item = (u64, usize)> {
    let tiles = if old < new {
        old / WIDTH..new.div_ceil(WIDTH)
    } else {
        0..0
    };
    tiles.map(move |tile| (tile, width(tile, new)))
}

/// How many hashes a tile has of a level that has so many.
fn width(tile: u64, count: u64) -> usize {
    let from = count.saturating_sub(tile.saturating_mul(WIDTH));
    usize::try_from(from.min(WIDTH)).unwrap_or(FULL)
}

fn path(level: &str, tile: u64, width: usize) -> String {
    let mut path = format!("{:03}", tile % 1000);
    let mut rest = tile / 1000;
    while rest > 0 {
        path = format!("x{:03}/{path}", rest % 1000);
        rest /= 1000;
    }
    let partial = match width {
        FULL => String::new(),
        width => format!(".p/{width}"),
    };
    format!("tile/{level}/{path}{partial}")
}
