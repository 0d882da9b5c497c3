//! What one fast look at a text can tell, so that the exact rules look only where there may be something.

use std::fmt;

use fearless_simd::{Level, dispatch};

use crate::check::scan::{
    self, CYRILLIC, DIGITS, FIRST_OF_PUNCTUATION, LETTER, MARKUP, MIXED, ODD, PUNCTUATION,
};
use crate::rules::text::placeholder;
use crate::value::UNDETERMINED;

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
    /// No visible character.
    pub(crate) const BLANK: Facts = Facts(1);
    /// A control character other than the line feed and the tab (C0, DEL, C1).
    pub(crate) const CONTROL: Facts = Facts(1 << 1);
    /// A character that turns the direction of writing.
    pub(crate) const BIDI: Facts = Facts(1 << 2);
    /// A character without width: joiners, soft hyphen, byte order mark, fillers, selectors, tags.
    pub(crate) const INVISIBLE: Facts = Facts(1 << 3);
    /// Perhaps not in the normal form NFC.
    pub(crate) const UNNORMALISED: Facts = Facts(1 << 4);
    /// Letters of two scripts side by side, or a small Latin word among Cyrillic ones that looks like `а`, `с`, `е`, `са` or `се`.
    pub(crate) const MIXED: Facts = Facts(1 << 5);
    /// A `<` or a `&`.
    pub(crate) const MARKUP: Facts = Facts(1 << 6);
    /// Ten ASCII digits in a row.
    pub(crate) const DIGITS: Facts = Facts(1 << 7);
    /// More bytes than a text may have.
    pub(crate) const LONG: Facts = Facts(1 << 8);
    /// Perhaps in another language than its own.
    pub(crate) const OTHER_LANGUAGE: Facts = Facts(1 << 9);
    /// In a language that nobody said.
    pub(crate) const UNDETERMINED: Facts = Facts(1 << 10);
    /// Perhaps nothing but what keeps a place.
    pub(crate) const PLACEHOLDER: Facts = Facts(1 << 11);

    // What follows tells of the text, and is no suspicion: no rule is called for it.
    /// A Latin letter.
    pub(crate) const LATIN: Facts = Facts(1 << 12);
    /// A Cyrillic letter.
    pub(crate) const CYRILLIC: Facts = Facts(1 << 13);
    /// A letter of another script than Latin and Cyrillic.
    pub(crate) const OTHER_SCRIPT: Facts = Facts(1 << 14);
    /// A Cyrillic letter that Bulgarian does not write, such as `ы`, `э`, `і`, `ј`.
    pub(crate) const FOREIGN_CYRILLIC: Facts = Facts(1 << 15);
    /// A Latin letter beyond ASCII.
    const ACCENTED: Facts = Facts(1 << 16);

    /// Returns the facts of both.
    pub(crate) const fn or(self, other: Facts) -> Facts {
        Facts(self.0 | other.0)
    }

    /// True when one of the facts holds.
    pub(crate) const fn any(self, wanted: Facts) -> bool {
        self.0 & wanted.0 != 0
    }

    /// How many kinds of suspicions there are.
    pub(crate) const COUNT: usize = 12;

    /// Returns the places of the suspicions, each below `COUNT`.
    pub(crate) fn each(self) -> impl Iterator<Item = usize> {
        let mut left = self.0 & ((1 << Facts::COUNT) - 1);
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
    pub(crate) fn of(level: Level, text: &str, language: Option<&str>) -> Facts {
        let bytes = text.as_bytes();
        let seen = dispatch!(level, _ => scan::signs_of(bytes));
        let mut facts = Facts::default();
        facts.add_if(Facts::LONG, bytes.len() > crate::check::walk::MAX_TEXT);
        facts.add_if(Facts::LATIN, seen & LETTER != 0);
        facts.add_if(Facts::CYRILLIC, seen & CYRILLIC != 0);
        facts.add_if(Facts::MARKUP, seen & MARKUP != 0);
        facts.add_if(Facts::DIGITS, seen & DIGITS != 0 && has_ten_digits(bytes));
        facts.add_if(Facts::MIXED, seen & CYRILLIC != 0 && seen & MIXED != 0);
        if seen & ODD != 0 {
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
        facts.add_if(Facts::PLACEHOLDER, placeholder::is_suspect(text));
        if let Some(tag) = language {
            facts.add_if(Facts::UNDETERMINED, tag == UNDETERMINED);
            let other = !facts.is_plain_bulgarian(level, text, tag);
            facts.add_if(Facts::OTHER_LANGUAGE, other);
        }
        facts
    }

    /// True for nearly all texts: they are told to be in their language without a look at their words.
    fn is_plain_bulgarian(self, level: Level, text: &str, tag: &str) -> bool {
        let bytes = text.as_bytes();
        tag == "bg"
            && self.any(Facts::CYRILLIC)
            && !self.any(Facts::FOREIGN_CYRILLIC.or(Facts::OTHER_SCRIPT))
            && (!self.any(Facts::LATIN) || dispatch!(level, _ => scan::is_mostly_cyrillic(bytes)))
    }
}

impl fmt::Debug for Facts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Facts({:#b})", self.0)
    }
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
            let found = Facts::of(Level::new(), text, None);
            let found = Facts(found.0 & !Facts::PLACEHOLDER.0);
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn ten_digits_are_found_at_any_place() {
        for before in 0..25 {
            let text = format!("{}1234567890x", "x".repeat(before));
            assert!(
                Facts::of(Level::new(), &text, None).any(Facts::DIGITS),
                "{text}"
            );
            let text = format!("{}123456789x1", "x".repeat(before));
            assert!(
                !Facts::of(Level::new(), &text, None).any(Facts::DIGITS),
                "{text}"
            );
        }
    }

    #[test]
    fn mixed_scripts_are_found_at_any_place() {
        for before in 0..70 {
            for mixed in ["обмeн", "Oбмен", " a б", "-обменa-"] {
                let text = format!("{}{mixed}{}", "-".repeat(before), "-".repeat(40));
                let facts = Facts::of(Level::new(), &text, None);
                assert!(facts.any(Facts::MIXED), "{text}");
            }
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
                assert!(Facts::of(Level::new(), &text, None).any(fact), "{text}");
            }
        }
    }
}
