//! The lines of a log's file: an entry each, or what is left of one that was erased.

use obmen::nomination::{Entry, Hex};
use obmen::value::Invalid;

use crate::canonical::leaf_hash;
use crate::log::rules;
use crate::refusal::Refusal;

/// A line of a log.
///
/// ```
/// use obmen_nominations::{leaf_hash, log::Line};
/// let leaf = leaf_hash(b"what must not be read any more");
/// let redacted = Line::redacted(leaf);
/// assert!(redacted.starts_with(r#"{"redacted":""#));
/// assert_eq!(Line::read(redacted.as_bytes()).unwrap().leaf(), leaf);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "closed: whoever reads a log must know both"
)]
pub enum Line<'t> {
    /// An entry.
    Entry {
        /// What it says.
        entry: Entry<'t>,
        /// Its leaf hash.
        leaf: Hex<32>,
    },
    /// An entry that was erased; of it only the leaf hash is left, so that the tree stays what it is.
    Redacted(Hex<32>),
}

const BEFORE: &str = r#"{"redacted":""#;
const BEHIND: &str = r#""}"#;

impl<'t> Line<'t> {
    /// Reads a line, without its end.
    ///
    /// # Errors
    /// What [`Entry::read`] says of it, when it is neither.
    pub fn read(line: &'t [u8]) -> Result<Line<'t>, Invalid> {
        match left(line) {
            Some(leaf) => Ok(Line::Redacted(leaf)),
            None => Entry::read(line).map(|entry| Line::Entry {
                entry,
                leaf: leaf_hash(line),
            }),
        }
    }

    /// Reads a line that must be the next one of a log, at a place from 0.
    pub(crate) fn next(line: &'t [u8], place: u64, origin: &str) -> Result<Line<'t>, Refusal> {
        let refused = |rule| Refusal::new(rule).with("line", place + 1);
        let line = Line::read(line)
            .map_err(|invalid| refused(&rules::LOG_BAD_ENTRY).with("rule", invalid.code))?;
        if let Line::Entry { entry, .. } = &line {
            if entry.origin != origin {
                return Err(refused(&rules::LOG_FOREIGN_ENTRY)
                    .with("origin", &*entry.origin)
                    .with("expected", origin));
            }
            if entry.seq < place {
                return Err(refused(&rules::LOG_REPEATED_ENTRY).with("seq", entry.seq));
            }
            if entry.seq > place {
                return Err(refused(&rules::LOG_REMOVED_ENTRY)
                    .with("seq", entry.seq)
                    .with("expected", place));
            }
        }
        Ok(line)
    }

    /// Returns what stands in the place of an entry that is erased: the tree over the lines stays as it was, and with it every
    /// checkpoint and proof. Only a vote that its log has voided may be; a tally tells of any other as
    /// `nomination/tally-redacted`.
    #[must_use]
    pub fn redacted(leaf: Hex<32>) -> String {
        format!("{BEFORE}{leaf}{BEHIND}")
    }

    /// Returns the leaf hash.
    #[must_use]
    pub fn leaf(&self) -> Hex<32> {
        match self {
            Line::Entry { leaf, .. } | Line::Redacted(leaf) => *leaf,
        }
    }
}

/// The leaf hash in a redacted line.
fn left(line: &[u8]) -> Option<Hex<32>> {
    let leaf = line
        .strip_prefix(BEFORE.as_bytes())?
        .strip_suffix(BEHIND.as_bytes())?;
    std::str::from_utf8(leaf).ok()?.parse().ok()
}
