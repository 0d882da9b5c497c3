//! The one pass over the bytes of a text: many at once, with what the processor has.
//!
//! Everything here is inlined into the caller's `dispatch!`, which is compiled for several processors, and has
//! no branches, so that the compiler makes vectors of it.
#![expect(
    clippy::inline_always,
    reason = "a function of its own is compiled for the oldest processor"
)]
#![expect(
    clippy::needless_bitwise_bool,
    reason = "the lazy operators are branches"
)]
#![expect(
    clippy::indexing_slicing,
    reason = "places of a block, and lengths compared before"
)]

// What a byte, or it with the one before, may be a sign of.
pub(super) const LETTER: u8 = 1;
/// The first byte of the letters of Bulgarian.
pub(super) const CYRILLIC: u8 = 1 << 1;
/// The first byte of quotation marks, dashes, № and non-breaking spaces among others.
pub(super) const PUNCTUATION: u8 = 1 << 2;
/// What is looked at character by character: a control character, any other first byte of several, a
/// Cyrillic letter that Bulgarian does not write.
pub(super) const ODD: u8 = 1 << 3;
pub(super) const MARKUP: u8 = 1 << 4;
/// Four digits in a row.
pub(super) const DIGITS: u8 = 1 << 5;
/// Letters of two scripts side by side, or a small word that has a Cyrillic twin.
pub(super) const MIXED: u8 = 1 << 6;

pub(super) const FIRST_OF_PUNCTUATION: [u8; 2] = [0xc2, 0xe2];

#[inline(always)]
fn is_letter(byte: u8) -> bool {
    (byte | 0x20).wrapping_sub(b'a') < 26
}

/// True for the first byte of the letters of Bulgarian.
#[inline(always)]
fn is_cyrillic(byte: u8) -> bool {
    byte & 0xfe == 0xd0
}

/// Returns what a byte is a sign of, the byte before it known.
#[inline(always)]
fn signs(before: u8, byte: u8) -> u8 {
    let sign = |is: bool, sign: u8| if is { sign } else { 0 };
    let [first, second] = FIRST_OF_PUNCTUATION;
    let punctuation = (byte == first) | (byte == second);
    // U+0400 to U+040F; U+0450 and after; `ы` and `э`.
    let low = byte < 0x90;
    let foreign =
        ((before == 0xd0) & low) | ((before == 0xd1) & (!low | (byte == 0x8b) | (byte == 0x8d)));
    let other = (byte >= 0xc0) & !is_cyrillic(byte) & !punctuation;
    let control = (byte < 0x20) | (byte == 0x7f);
    sign(is_letter(byte), LETTER)
        | sign(is_cyrillic(byte), CYRILLIC)
        | sign(punctuation, PUNCTUATION)
        | sign(control | other | foreign, ODD)
        | sign((byte == b'<') | (byte == b'&'), MARKUP)
}

/// True when a Latin letter stands beside a Cyrillic one, or is a small word that has a Cyrillic twin.
#[inline(always)]
fn is_mixed(before: u8, byte: u8, after: u8) -> bool {
    let is_twin = |byte: u8| {
        let small = byte | 0x20;
        (small == b'a') | (small == b'c') | (small == b'e')
    };
    // Also the second byte of a non-breaking space, and its first.
    let begins = (before == b' ') | (before == b'\n') | (before == 0xa0) | (before == b'(');
    let ends = (after == b' ') | (after == 0xc2) | (after == b',');
    (is_letter(before) & is_cyrillic(byte))
        | (is_cyrillic(before) & is_letter(after))
        | (begins & is_twin(byte) & (ends | is_twin(after)))
}

/// Bytes looked at together, without branches, so that the compiler makes vectors of them.
const BLOCK: usize = 32;
type Block = [u8; BLOCK];

/// The signs of all blocks of a text, place by place, and whether four digits stand there.
struct Seen {
    signs: Block,
    digits: [bool; BLOCK / 4],
}

impl Seen {
    /// Looks at a block; the byte before each of its bytes, and the one after, stand at the same place.
    #[inline(always)]
    fn look(&mut self, before: &Block, block: &Block, after: &Block) {
        let mut letters = [0; BLOCK];
        for place in 0..BLOCK {
            let signs = signs(before[place], block[place]);
            letters[place] = signs & LETTER;
            self.signs[place] |= signs;
        }
        for (seen, word) in self.digits.iter_mut().zip(block.as_chunks::<4>().0) {
            *seen |= u32::from_ne_bytes(*word) & 0xf0f0_f0f0 == 0x3030_3030;
        }
        // The neighbours in the next blocks count too.
        let beside = is_letter(before[0]) | is_letter(after[BLOCK - 1]);
        if beside | (letters != [0; BLOCK]) {
            for place in 0..BLOCK {
                let mixed = is_mixed(before[place], block[place], after[place]);
                self.signs[place] |= if mixed { MIXED } else { 0 };
            }
        }
    }

    /// Looks at the block in the middle.
    #[inline(always)]
    fn look_in(&mut self, padded: &[u8; BLOCK + 2]) {
        let middle = padded.get(1..).and_then(<[u8]>::first_chunk);
        if let (Some(before), Some(block), Some(after)) =
            (padded.first_chunk(), middle, padded.last_chunk())
        {
            self.look(before, block, after);
        }
    }
}

/// Returns the signs of all bytes together, as if a space stood before them and full stops after.
#[inline(always)]
pub(super) fn signs_of(bytes: &[u8]) -> u8 {
    let mut seen = Seen {
        signs: [0; BLOCK],
        digits: [false; BLOCK / 4],
    };
    let mut padded = [b'.'; BLOCK + 2];
    let [space, text @ ..] = &mut padded;
    *space = b' ';
    let start = bytes.len().min(BLOCK + 1);
    text[..start].copy_from_slice(&bytes[..start]);
    seen.look_in(&padded);
    if bytes.len() > BLOCK {
        let from = |start: usize| bytes[start..].as_chunks().0.iter();
        for ((before, block), after) in from(BLOCK - 1).zip(from(BLOCK)).zip(from(BLOCK + 1)) {
            seen.look(before, block, after);
        }
        // The last one may overlap the one before.
        let last = &bytes[bytes.len() - BLOCK - 1..];
        padded = [b'.'; BLOCK + 2];
        padded[..=BLOCK].copy_from_slice(last);
        seen.look_in(&padded);
    }
    let mut all = 0;
    for signs in seen.signs {
        all |= signs;
    }
    if seen.digits != [false; BLOCK / 4] {
        all |= DIGITS;
    }
    all
}

/// True when at least half of the letters are Cyrillic.
#[inline(always)]
pub(super) fn is_mostly_cyrillic(bytes: &[u8]) -> bool {
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    let mut more = 0_isize;
    for &byte in rest {
        more += isize::from(is_cyrillic(byte)) - isize::from(is_letter(byte));
    }
    // So few that what each place of a block adds up to fits into a byte.
    for blocks in blocks.chunks(127) {
        let mut few = [0_i8; BLOCK];
        for block in blocks {
            for place in 0..BLOCK {
                let cyrillic = i8::from(is_cyrillic(block[place]));
                few[place] += cyrillic - i8::from(is_letter(block[place]));
            }
        }
        for few in few {
            more += isize::from(few);
        }
    }
    more >= 0
}
