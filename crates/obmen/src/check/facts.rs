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
        facts.add_if(Facts::MARKUP, seen & MARKUP != 0);
        facts.add_if(Facts::DIGITS, seen & DIGIT != 0 && has_ten_digits(bytes));
        let neighbours = if seen & CYRILLIC != 0 {
            neighbours(bytes)
        } else {
            Neighbours::default()
        };
        facts.add_if(Facts::MIXED, neighbours.mixed);
        if seen & (OTHER | CONTROL) != 0 || neighbours.rare {
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
const DIGIT: u8 = 1 << 2;
const MARKUP: u8 = 1 << 3;
/// The first byte of the letters of Bulgarian.
const CYRILLIC: u8 = 1 << 4;
/// The first byte of quotation marks, dashes, № and non-breaking spaces among others.
const PUNCTUATION: u8 = 1 << 5;
/// Any other first byte of several.
const OTHER: u8 = 1 << 6;

const FIRST_OF_PUNCTUATION: [u8; 2] = [0xc2, 0xe2];

/// Without branches, so that sixteen bytes and more are classed at a time.
const fn class(byte: u8) -> u8 {
    let control = (byte < 0x20) as u8 | ((byte == 0x7f) as u8);
    let digit = (byte.wrapping_sub(b'0') < 10) as u8;
    let markup = (byte == b'<') as u8 | ((byte == b'&') as u8);
    let cyrillic = (byte & 0xfe == 0xd0) as u8;
    let [first, second] = FIRST_OF_PUNCTUATION;
    let punctuation = (byte == first) as u8 | ((byte == second) as u8);
    let other = (byte >= 0xc0) as u8 & (1 - cyrillic) & (1 - punctuation);
    (control * CONTROL)
        | (is_letter(byte) as u8 * LETTER)
        | (digit * DIGIT)
        | (markup * MARKUP)
        | (cyrillic * CYRILLIC)
        | (punctuation * PUNCTUATION)
        | (other * OTHER)
}

const fn is_letter(byte: u8) -> bool {
    (byte | 0x20).wrapping_sub(b'a') < 26
}

/// Returns the classes of all bytes together.
fn scan(bytes: &[u8]) -> u8 {
    let (blocks, rest) = bytes.as_chunks::<32>();
    let mut seen = [0_u8; 32];
    for block in blocks {
        for (seen, byte) in seen.iter_mut().zip(block) {
            *seen |= class(*byte);
        }
    }
    let blocks = seen.iter().fold(0, |all, seen| all | seen);
    rest.iter().fold(blocks, |all, byte| all | class(*byte))
}

/// True when ten digits stand in a row; only every tenth byte is looked at.
fn has_ten_digits(bytes: &[u8]) -> bool {
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut probe = 9;
    while probe < bytes.len() {
        if is_digit(probe) {
            let start = (probe - 9..probe)
                .rev()
                .find(|at| !is_digit(*at))
                .map_or(probe - 9, |gap| gap + 1);
            if (probe..start + 10).all(is_digit) {
                return true;
            }
        }
        probe += 10;
    }
    false
}

/// What bytes side by side may be a sign of, in a text with Cyrillic letters.
#[derive(Default)]
struct Neighbours {
    /// A Latin letter beside a Cyrillic one, or a small Latin word of look-alikes.
    mixed: bool,
    /// A Cyrillic letter that Bulgarian does not write.
    rare: bool,
}

fn neighbours(bytes: &[u8]) -> Neighbours {
    let at = |from: usize| bytes.get(from..).unwrap_or_default();
    let (mut mixed, mut rare) = (0_u8, 0_u8);
    for ((&left, &middle), &right) in bytes.iter().zip(at(1)).zip(at(2)) {
        mixed |= (u8::from(is_letter(left)) & is_cyrillic(middle))
            | (is_cyrillic(left) & u8::from(is_letter(right)))
            | (is_space(left) & is_twin(middle) & (is_after(right) | is_twin(right)));
        rare |= is_rare(left, middle);
    }
    if let [first, second, ..] = bytes {
        mixed |= is_twin(*first) & (is_after(*second) | is_twin(*second));
    }
    if let [.., left, right] = bytes {
        rare |= is_rare(*left, *right);
    }
    Neighbours {
        mixed: mixed != 0,
        rare: rare != 0,
    }
}

const fn is_cyrillic(byte: u8) -> u8 {
    (byte & 0xfe == 0xd0) as u8
}

/// A space, a line feed, or the second byte of a non-breaking space; also an opening bracket.
const fn is_space(byte: u8) -> u8 {
    (byte == b' ') as u8 | ((byte == b'\n') as u8) | ((byte == 0xa0) as u8) | ((byte == b'(') as u8)
}

/// A space, the first byte of a non-breaking space, or a comma.
const fn is_after(byte: u8) -> u8 {
    (byte == b' ') as u8 | ((byte == 0xc2) as u8) | ((byte == b',') as u8)
}

/// The letters of the words that have a Cyrillic twin.
const fn is_twin(byte: u8) -> u8 {
    let small = byte | 0x20;
    (small == b'a') as u8 | ((small == b'c') as u8) | ((small == b'e') as u8)
}

/// U+0400 to U+040F; U+0450 and after; `ы` and `э`.
const fn is_rare(left: u8, right: u8) -> u8 {
    let small = (right >= 0x90) as u8 | ((right == 0x8b) as u8) | ((right == 0x8d) as u8);
    ((left == 0xd0) as u8 & ((right < 0x90) as u8)) | ((left == 0xd1) as u8 & small)
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
        | '\u{e0000}'..='\u{e0fff}' => Facts::INVISIBLE,
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
