//! The log as static files (c2sp.org/tlog-tiles): hashes and entries, 256 a file, of which any proof is made.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use obmen::nomination::Hex;

use obmen::value::Invalid;

use crate::log::checkpoint::Checkpoint;
use crate::log::line::Line;
use crate::log::note::Note;
use crate::log::place::PlaceProof;
use crate::log::tree::{Tree, TreeHead, inclusion, node};

/// How many hashes or entries a full tile has.
const FULL: usize = 256;
const WIDTH: u64 = FULL as u64;
/// A tile has the hashes of every eighth level of the tree.
const HEIGHT: u32 = 8;

/// A static file of a log: its path below the log's address, and its bytes.
pub type StaticFile = (String, Vec<u8>);

/// Makes the static files of a log of its lines, as these come. It holds one file of each kind, however large the log is.
///
/// Whoever has the files of a smaller size already is given only those that this one adds, and besides the bundles in which a
/// line is redacted: such a bundle holds the line as it stands in the log now, which does not hash to its leaf any more. The
/// tiles stay as they are.
///
/// ```
/// use obmen_nominations::leaf_hash;
/// use obmen_nominations::log::{Line, TileBuilder};
/// let mut tiles = TileBuilder::new(255);
/// let mut paths = Vec::new();
/// for index in 0..300_u64 {
///     let line = Line::redacted(leaf_hash(&index.to_be_bytes()));
///     paths.extend(tiles.push(line.as_bytes()).unwrap().into_iter().map(|(path, _)| path));
/// }
/// assert_eq!(paths, ["tile/entries/000", "tile/0/000"]);
/// let partial = tiles.partial().into_iter().map(|(path, _)| path);
/// assert_eq!(partial.collect::<Vec<_>>(), ["tile/entries/001.p/44", "tile/0/001.p/44", "tile/1/000.p/1"]);
/// assert_eq!(tiles.head().size, 300);
/// ```
#[derive(Debug, Clone)]
pub struct TileBuilder {
    /// The size whose files are there already.
    old: u64,
    size: u64,
    /// The hashes of each level that fill no tile yet.
    levels: Vec<Vec<Hex<32>>>,
    bundle: Vec<u8>,
    /// True when a line of the bundle is redacted.
    redacted: bool,
}

impl TileBuilder {
    /// Begins with the first line of a log; the files of its first `old` lines are there already.
    #[must_use]
    pub fn new(old: u64) -> TileBuilder {
        TileBuilder {
            old,
            size: 0,
            levels: Vec::new(),
            bundle: Vec::new(),
            redacted: false,
        }
    }

    /// Takes the next line, without its end, and returns the files that are full with it.
    ///
    /// # Errors
    /// What [`Line::read`] says of it; it is then not taken.
    pub fn push(&mut self, line: &[u8]) -> Result<Vec<StaticFile>, Invalid> {
        let read = Line::read(line)?;
        self.redacted |= matches!(read, Line::Redacted(_));
        // No line is longer than an entry.
        let length = u16::try_from(line.len()).unwrap_or(u16::MAX);
        self.bundle.extend_from_slice(&length.to_be_bytes());
        self.bundle.extend_from_slice(line);
        self.size += 1;
        let mut files = Vec::new();
        if self.size.is_multiple_of(WIDTH) {
            files.extend(self.bundled());
            self.bundle.clear();
            self.redacted = false;
        }
        let (mut hash, mut above) = (read.leaf(), self.size);
        for level in 0.. {
            if self.levels.len() == level {
                self.levels.push(Vec::new());
            }
            let Some(tile) = self.levels.get_mut(level) else {
                break;
            };
            tile.push(hash);
            let full = std::mem::take(tile);
            match root(&full) {
                Some(over) if full.len() == FULL => hash = over,
                _ => {
                    *tile = full;
                    break;
                }
            }
            above /= WIDTH;
            if self.old < self.size {
                files.push((path(&level.to_string(), above - 1, FULL), concat(&full)));
            }
        }
        Ok(files)
    }

    /// Returns the files that are not full.
    #[must_use]
    pub fn partial(&self) -> Vec<StaticFile> {
        let mut files: Vec<_> = self.bundled().into_iter().collect();
        let (mut old, mut size) = (self.old, self.size);
        for (level, tile) in self.levels.iter().enumerate() {
            if old < size && !tile.is_empty() {
                let path = path(&level.to_string(), size / WIDTH, tile.len());
                files.push((path, concat(tile)));
            }
            (old, size) = (old / WIDTH, size / WIDTH);
        }
        files
    }

    /// Returns the number of lines.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Returns the head of the tree over all lines.
    #[must_use]
    pub fn head(&self) -> TreeHead {
        let over = self.levels.iter().fold(None, |below, tile| {
            let nodes: Vec<_> = tile.iter().copied().chain(below).collect();
            root(&nodes)
        });
        TreeHead {
            size: self.size,
            root: over.unwrap_or_else(|| Tree::default().head().root),
        }
    }

    /// The bundle of the last lines, when nobody has it as it is.
    fn bundled(&self) -> Option<StaticFile> {
        let last = self.size.checked_sub(1)?;
        let is_new = self.old < self.size || self.redacted;
        (is_new && !self.bundle.is_empty()).then(|| {
            let width = usize::try_from(last % WIDTH).unwrap_or_default() + 1;
            (path("entries", last / WIDTH, width), self.bundle.clone())
        })
    }
}

/// The hash over nodes, of which only the last may be over fewer leaves than the others.
fn root(nodes: &[Hex<32>]) -> Option<Hex<32>> {
    match nodes {
        [] => None,
        [one] => Some(*one),
        nodes => {
            let (left, right) = nodes.split_at(1 << (nodes.len() - 1).ilog2());
            Some(node(root(left)?, root(right)?))
        }
    }
}

fn concat(hashes: &[Hex<32>]) -> Vec<u8> {
    hashes.iter().flat_map(|hash| hash.0).collect()
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
    /// use obmen_nominations::log::{Checkpoint, Line, Note, PlaceProof, Signs, SigningKey, TileBuilder};
    /// let key = SigningKey::new("obmen.example.bg", Signs::Notes, &[7; 32]).unwrap();
    /// let mut tiles = TileBuilder::new(0);
    /// let mut files = HashMap::new();
    /// for index in 0..700_u64 {
    ///     let line = Line::redacted(leaf_hash(&index.to_be_bytes()));
    ///     files.extend(tiles.push(line.as_bytes()).unwrap());
    /// }
    /// files.extend(tiles.partial());
    /// let checkpoint = Checkpoint { origin: "obmen.example.bg".to_owned(), head: tiles.head() };
    /// let mut note = Note::new(&checkpoint.to_string()).unwrap();
    /// note.sign(&key, 0).unwrap();
    ///
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
            root(tile.get(start..start + (1 << below))?)
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
