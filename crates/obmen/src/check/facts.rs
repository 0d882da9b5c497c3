//! What one fast look at a text can tell, so that the exact rules look only where there may be something.

use std::fmt;

/// A text as the rules of `text/` see it.
#[derive(Clone, Copy)]
#[expect(clippy::struct_field_names, reason = "the text of a text")]
pub struct Text<'a> {
    /// The text.
    pub text: &'a str,
    /// The tag of its language where it is localised; a name, a code or an address has none.
    pub language: Option<&'a str>,
    /// True for the only text of a language map that holds nothing else.
    pub alone: bool,
    /// What may be found in it.
    pub facts: Facts,
}

/// A set of necessary conditions: a fact that is not there rules a fault out, one that is there proves nothing.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Facts(u32);

impl Facts {
    /// Holds for every text.
    pub(crate) const ANY: Facts = Facts(1);
    /// No visible character.
    pub(crate) const BLANK: Facts = Facts(1 << 1);
    /// A control character other than the line feed and the tab (C0, DEL, C1).
    pub(crate) const CONTROL: Facts = Facts(1 << 2);
    /// A character that turns the direction of writing.
    pub(crate) const BIDI: Facts = Facts(1 << 3);
    /// A character without width: joiners, soft hyphen, byte order mark, fillers, selectors, tags.
    pub(crate) const INVISIBLE: Facts = Facts(1 << 4);
    /// Perhaps not in the normal form NFC.
    pub(crate) const UNNORMALISED: Facts = Facts(1 << 5);
    /// Letters of two scripts side by side, or a small Latin word among Cyrillic ones that looks like `а`, `с`, `е`, `са` or `се`.
    pub(crate) const MIXED: Facts = Facts(1 << 6);
    /// A `<` or a `&`.
    pub(crate) const MARKUP: Facts = Facts(1 << 7);
    /// Ten ASCII digits in a row.
    pub(crate) const DIGITS: Facts = Facts(1 << 8);
    /// A Latin letter.
    pub(crate) const LATIN: Facts = Facts(1 << 9);
    /// A Cyrillic letter.
    pub(crate) const CYRILLIC: Facts = Facts(1 << 10);
    /// A letter of another script than Latin and Cyrillic.
    pub(crate) const OTHER_SCRIPT: Facts = Facts(1 << 11);
    /// A Cyrillic letter that Bulgarian does not write, such as `ы`, `э`, `і`, `ј`.
    pub(crate) const FOREIGN_CYRILLIC: Facts = Facts(1 << 12);
    /// At most 64 bytes.
    pub(crate) const SHORT: Facts = Facts(1 << 13);
    /// More bytes than a text may have.
    pub(crate) const LONG: Facts = Facts(1 << 14);

    /// Two thirds of it at least have no other letters than Cyrillic ones; told of longer texts only.
    pub(crate) const MOSTLY_CYRILLIC: Facts = Facts(1 << 16);
    /// A Latin letter beyond ASCII.
    const ACCENTED: Facts = Facts(1 << 15);

    /// Returns the facts of both.
    pub(crate) const fn or(self, other: Facts) -> Facts {
        Facts(self.0 | other.0)
    }

    /// True when one of the facts holds.
    pub(crate) const fn any(self, wanted: Facts) -> bool {
        self.0 & wanted.0 != 0
    }

    /// How many kinds of facts there are.
    pub(crate) const COUNT: usize = 17;

    /// Returns the places of the facts that hold, each below `COUNT`.
    pub(crate) fn each(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let next = (left != 0).then_some(left.trailing_zeros() as usize);
            left &= left.wrapping_sub(1);
            next
        })
    }

    fn add_if(&mut self, fact: Facts, holds: bool) {
        if holds {
            self.0 |= fact.0;
        }
    }

    /// Looks at a text once.
    pub(crate) fn of(text: &str) -> Facts {
        let bytes = text.as_bytes();
        let seen = scan(bytes);
        let mut facts = Facts::ANY;
        facts.add_if(Facts::SHORT, bytes.len() <= 64);
        facts.add_if(Facts::LONG, bytes.len() > crate::check::walk::MAX_TEXT);
        facts.add_if(Facts::LATIN, seen & LETTER != 0);
        facts.add_if(Facts::CYRILLIC, seen & CYRILLIC != 0);
        facts.add_if(Facts::MOSTLY_CYRILLIC, seen & MOSTLY_CYRILLIC != 0);
        if bytes.len() >= TEN {
            facts.add_if(Facts::DIGITS, has_ten_digits(bytes));
        }
        facts.add_if(Facts::MARKUP, seen & MARKUP != 0);
        facts.add_if(Facts::MIXED, seen & CYRILLIC != 0 && seen & MIXED != 0);
        if seen & (OTHER | CONTROL) != 0 || (seen & CYRILLIC != 0 && is_foreign(bytes)) {
            facts = text.chars().fold(facts, |facts, c| facts.or(exact(c)));
        } else if seen & PUNCTUATION != 0 {
            let [first, second] = FIRST_OF_PUNCTUATION;
            let marks = memchr::memchr2_iter(first, second, bytes);
            facts = marks
                .filter_map(|at| text.get(at..)?.chars().next())
                .fold(facts, |facts, c| facts.or(exact(c)));
        }
        facts.add_if(
            Facts::MIXED,
            facts.any(Facts::ACCENTED) && facts.any(Facts::CYRILLIC),
        );
        let starts_plainly = bytes
            .first()
            .is_some_and(|byte| byte.is_ascii_graphic() || matches!(byte, 0xd0 | 0xd1));
        facts.add_if(Facts::BLANK, !starts_plainly && text.trim().is_empty());
        facts
    }
}

impl fmt::Debug for Facts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Facts({:#b})", self.0)
    }
}

// What a byte may be a sign of.
const CONTROL: u8 = 1;
const LETTER: u8 = 1 << 1;
/// The first byte of the letters of Bulgarian.
const CYRILLIC: u8 = 1 << 2;
/// The first byte of quotation marks, dashes, № and non-breaking spaces among others.
const PUNCTUATION: u8 = 1 << 3;
/// Any other first byte of several.
const OTHER: u8 = 1 << 4;

const MARKUP: u8 = 1 << 5;
/// Not of a byte: few blocks hold anything but Cyrillic letters, spaces, digits and marks.
const MOSTLY_CYRILLIC: u8 = 1 << 6;
/// Not of a byte: as `Facts::MIXED` where there are Cyrillic letters.
const MIXED: u8 = 1 << 7;

const FIRST_OF_PUNCTUATION: [u8; 2] = [0xc2, 0xe2];

/// What each byte is a sign of.
const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0_u8;
    loop {
        // Every index of a byte is there.
        #[expect(clippy::indexing_slicing, reason = "at compile time")]
        {
            classes[byte as usize] = match byte {
                0..0x20 | 0x7f => CONTROL,
                b'a'..=b'z' | b'A'..=b'Z' => LETTER,
                b'<' | b'&' => MARKUP,
                0xd0 | 0xd1 => CYRILLIC,
                0xc2 | 0xe2 => PUNCTUATION,
                0xc0.. => OTHER,
                _ => 0,
            };
        }
        if byte == u8::MAX {
            break classes;
        }
        byte += 1;
    }
};

fn classes(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0, |seen, byte| {
        seen | CLASSES.get(usize::from(*byte)).copied().unwrap_or_default()
    })
}

/// Bytes looked at together, and of them those that are compared at once.
const BLOCK: usize = 64;
const LANES: usize = 16;

/// Returns the classes of all bytes together. Most blocks hold Cyrillic, spaces, digits and marks alone.
fn scan(bytes: &[u8]) -> u8 {
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    let mut seen = classes(rest);
    let scripts = seen & LETTER != 0 && (seen & CYRILLIC != 0 || !blocks.is_empty());
    if scripts && is_mixed(bytes, blocks.len() * BLOCK) {
        seen |= MIXED;
    }
    if blocks.is_empty() {
        return seen;
    }
    if memchr::memchr2(b'<', b'&', blocks.as_flattened()).is_some() {
        seen |= MARKUP;
    }
    let [first, second] = FIRST_OF_PUNCTUATION;
    let (mut cyrillic, mut punctuation) = ([0_u8; LANES], [0_u8; LANES]);
    let mut odd_blocks = 0;
    for (at, block) in blocks.iter().enumerate() {
        let mut odd = [0_u8; LANES];
        for part in block.as_chunks::<LANES>().0 {
            // Without branches and lane by lane, so that the compiler makes vectors of it.
            let lanes = odd.iter_mut().zip(&mut cyrillic).zip(&mut punctuation);
            for (((odd, cyrillic), punctuation), &byte) in lanes.zip(part) {
                let letter = u8::from(byte & 0xfe == 0xd0);
                let mark = u8::from(byte == first) | u8::from(byte == second);
                let later = u8::from(byte & 0xc0 == 0x80);
                let space_digit_or_mark = u8::from(byte & 0xe0 == 0x20);
                *odd |= 1 ^ (later | space_digit_or_mark | letter | mark);
                *cyrillic |= letter;
                *punctuation |= mark;
            }
        }
        if odd != [0; LANES] {
            odd_blocks += 1;
            let found = classes_of_odd(block);
            seen |= found;
            if found & LETTER != 0 && seen & MIXED == 0 && is_mixed(bytes, at * BLOCK) {
                seen |= MIXED;
            }
        }
    }
    if cyrillic != [0; LANES] {
        seen |= CYRILLIC;
        seen |= u8::from(3 * odd_blocks <= blocks.len()) * MOSTLY_CYRILLIC;
    }
    seen | (u8::from(punctuation != [0; LANES]) * PUNCTUATION)
}

/// Returns the classes of a block that `scan` does not tell itself.
fn classes_of_odd(block: &[u8; BLOCK]) -> u8 {
    let [first, second] = FIRST_OF_PUNCTUATION;
    let mut found = [0_u8; LANES];
    for part in block.as_chunks::<LANES>().0 {
        for (found, &byte) in found.iter_mut().zip(part) {
            let letter = u8::from((byte | 0x20).wrapping_sub(b'a') < 26);
            let control = u8::from(byte < 0x20) | u8::from(byte == 0x7f);
            let told =
                u8::from(byte & 0xfe == 0xd0) | u8::from(byte == first) | u8::from(byte == second);
            let other = u8::from(byte >= 0xc0) & (1 ^ told);
            *found |= (letter * LETTER) | (control * CONTROL) | (other * OTHER);
        }
    }
    found.iter().fold(0, |all, found| all | found)
}

/// True when the block that begins at this byte has a sign of mixed scripts, its neighbours counted.
fn is_mixed(bytes: &[u8], start: usize) -> bool {
    let end = bytes.len().min(start + BLOCK + 2);
    let around = bytes.get(start.saturating_sub(2)..end).unwrap_or_default();
    has_mixed_neighbours(around) || (start == 0 && begins_with_twin(bytes))
}

const TEN: usize = 10;

/// True when ten digits stand in a row; only every tenth byte is looked at.
fn has_ten_digits(bytes: &[u8]) -> bool {
    let (tens, _) = bytes.as_chunks::<TEN>();
    tens.iter().enumerate().any(|(at, ten)| {
        ten.last().is_some_and(u8::is_ascii_digit) && {
            let before = ten.iter().rev().take_while(|byte| byte.is_ascii_digit());
            let after = bytes.get((at + 1) * TEN..).unwrap_or_default();
            let after = after.iter().take_while(|byte| byte.is_ascii_digit());
            before.count() + after.count() >= TEN
        }
    })
}

/// Returns each byte with the next one.
fn pairs(bytes: &[u8]) -> impl Iterator<Item = (u8, u8)> {
    let after = bytes.get(1..).unwrap_or_default();
    bytes.iter().copied().zip(after.iter().copied())
}

/// True when a Latin letter stands beside a Cyrillic one, or is a small word that has a Cyrillic twin.
fn has_mixed_neighbours(bytes: &[u8]) -> bool {
    let letter = |byte: u8| u8::from((byte | 0x20).wrapping_sub(b'a') < 26);
    let cyrillic = |byte: u8| u8::from(byte & 0xfe == 0xd0);
    // Also the second byte of a non-breaking space, and an opening bracket.
    let is_before = |byte: u8| {
        u8::from(byte == b' ')
            | u8::from(byte == b'\n')
            | u8::from(byte == 0xa0)
            | u8::from(byte == b'(')
    };
    // Also the first byte of a non-breaking space.
    let is_after =
        |byte: u8| u8::from(byte == b' ') | u8::from(byte == 0xc2) | u8::from(byte == b',');
    let is_twin = |byte: u8| {
        let small = byte | 0x20;
        u8::from(small == b'a') | u8::from(small == b'c') | u8::from(small == b'e')
    };
    let thirds = bytes.get(2..).unwrap_or_default();
    let mixed = pairs(bytes)
        .zip(thirds)
        .fold(0, |mixed, ((left, middle), &right)| {
            mixed
            | (letter(left) & cyrillic(middle))
            // The first of two bytes.
            | (cyrillic(left) & letter(right))
            | (is_before(left) & is_twin(middle) & (is_after(right) | is_twin(right)))
        });
    mixed != 0
}

/// True when a text begins as a small word that has a Cyrillic twin.
fn begins_with_twin(bytes: &[u8]) -> bool {
    let is_twin = |byte: &u8| b"aceACE".contains(byte);
    matches!(bytes, [first, second, ..]
        if is_twin(first) && (is_twin(second) || matches!(second, b' ' | b',' | 0xc2)))
}

/// True when there is a Cyrillic letter that Bulgarian does not write.
fn is_foreign(bytes: &[u8]) -> bool {
    // U+0400 to U+040F, U+0450 and after.
    let outside = pairs(bytes).fold(0, |found, (left, right)| {
        let low = u8::from(right < 0x90);
        found | (u8::from(left == 0xd0) & low) | (u8::from(left == 0xd1) & (1 - low))
    });
    // The second bytes of `ы` and `э`, and of no letter of Bulgarian.
    outside != 0 || memchr::memchr2(0x8b, 0x8d, bytes).is_some()
}

/// Returns what one character tells; nothing for ASCII, the letters of Bulgarian and usual punctuation.
fn exact(character: char) -> Facts {
    match character {
        '\n'
        | '\t'
        | '\r'
        | ' '..='~'
        | 'А'..='Ъ'
        | 'Ь'
        | 'Ю'..='ъ'
        | 'ь'
        | 'ю'
        | 'я'
        | '\u{a0}'..='\u{ac}'
        | '\u{ae}'..='¿'
        | '×'
        | '÷'
        | '\u{2010}'..='\u{2027}'
        | '\u{202f}'..='\u{205f}'
        | '€'
        | '№' => Facts::default(),
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Facts::CONTROL,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' => {
            Facts::BIDI
        }
        _ if is_invisible(character) => Facts::INVISIBLE,
        // Letters that are their own normal form.
        'À'..='ſ' => Facts::LATIN.or(Facts::ACCENTED),
        'Ѝ' | 'ѝ' => Facts::CYRILLIC,
        'Ѐ'..='ѿ' => Facts::CYRILLIC
            .or(Facts::FOREIGN_CYRILLIC)
            .or(Facts::UNNORMALISED),
        'Ҁ'..='ԯ' => Facts::CYRILLIC
            .or(Facts::FOREIGN_CYRILLIC)
            .or(Facts::UNNORMALISED)
            .or(Facts::MIXED),
        _ if character.is_alphabetic() => {
            Facts::OTHER_SCRIPT.or(Facts::UNNORMALISED).or(Facts::MIXED)
        }
        _ => Facts::UNNORMALISED,
    }
}

/// A character without width that is written for its effect on its neighbours, or for none.
pub(crate) const fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}'
        | '\u{34f}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200d}'
        | '\u{2060}'..='\u{2065}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_of_texts() {
        for (text, expected) in [
            ("", Facts::BLANK),
            (" \u{a0}\n", Facts::BLANK),
            ("Обмен на „добри“ – №\u{a0}5", Facts::CYRILLIC),
            ("IT-услуги", Facts::LATIN.or(Facts::CYRILLIC)),
            ("Oбмен", Facts::LATIN.or(Facts::CYRILLIC).or(Facts::MIXED)),
            ("обмeн", Facts::LATIN.or(Facts::CYRILLIC).or(Facts::MIXED)),
            (
                "ние c тях",
                Facts::LATIN.or(Facts::CYRILLIC).or(Facts::MIXED),
            ),
            ("клас C", Facts::LATIN.or(Facts::CYRILLIC)),
            ("от „ESU“ и други", Facts::LATIN.or(Facts::CYRILLIC)),
            (
                "чист ы",
                Facts::CYRILLIC
                    .or(Facts::FOREIGN_CYRILLIC)
                    .or(Facts::UNNORMALISED),
            ),
            ("a\u{7}", Facts::LATIN.or(Facts::CONTROL)),
            ("a\u{202e}", Facts::LATIN.or(Facts::BIDI)),
            ("a\u{200b}", Facts::LATIN.or(Facts::INVISIBLE)),
            (
                "это ты",
                Facts::CYRILLIC
                    .or(Facts::FOREIGN_CYRILLIC)
                    .or(Facts::UNNORMALISED),
            ),
            ("a < b", Facts::LATIN.or(Facts::MARKUP)),
            ("123456789 012", Facts::default()),
            ("a1234567890", Facts::LATIN.or(Facts::DIGITS)),
        ] {
            assert_eq!(
                Facts::of(text),
                expected.or(Facts::ANY).or(Facts::SHORT),
                "{text:?}"
            );
        }
    }

    #[test]
    fn ten_digits_are_found_at_any_place() {
        for before in 0..25 {
            let text = format!("{}1234567890x", "x".repeat(before));
            assert!(Facts::of(&text).any(Facts::DIGITS), "{text}");
            let text = format!("{}123456789x1", "x".repeat(before));
            assert!(!Facts::of(&text).any(Facts::DIGITS), "{text}");
        }
    }

    #[test]
    fn a_block_tells_the_same_as_its_bytes() {
        for (sign, fact) in [
            ("\u{1}", Facts::CONTROL),
            ("&", Facts::MARKUP),
            ("ы", Facts::FOREIGN_CYRILLIC),
        ] {
            for before in 0..70 {
                let text = format!("{}{sign}{}", "-".repeat(before), "-".repeat(40));
                assert!(Facts::of(&text).any(fact), "{text}");
            }
        }
    }
}
