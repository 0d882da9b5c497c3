//! Characters that only look like the letters and digits of a number, or are not seen at all.

use std::borrow::Cow;

/// A number as it was written, in capital letters without separators.
pub(super) struct Written<'t> {
    pub(super) text: Cow<'t, str>,
    /// Whether a character in it only looked right, or was not seen.
    pub(super) foreign: bool,
}

/// Greek and Cyrillic capital letters, and the characters that they look like.
const ALIKE: &[(&str, char)] = &[
    ("АΑ", 'A'),
    ("ВΒ", 'B'),
    ("С", 'C'),
    ("ЕΕ", 'E'),
    ("НΗ", 'H'),
    ("ІΙ", 'I'),
    ("Ј", 'J'),
    ("КΚ", 'K'),
    ("МΜ", 'M'),
    ("Ν", 'N'),
    ("ОΟ", 'O'),
    ("РΡ", 'P'),
    ("Ѕ", 'S'),
    ("ТΤ", 'T'),
    ("ХΧ", 'X'),
    ("УΥ", 'Y'),
    ("Ζ", 'Z'),
    ("З", '3'),
];

/// True for what is written between groups of digits: spaces, dots, hyphens.
pub(super) fn is_separator(character: char) -> bool {
    matches!(
        character,
        ' ' | '.' | '-' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{2010}'..='\u{2013}'
    )
}

/// Characters without a body of their own: controls, joiners, marks of direction, soft hyphens, the byte order mark.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}'
    )
}

/// Returns the ASCII character that another looks like.
fn meant(character: char) -> Option<char> {
    match character {
        // Full-width forms stand at the same distance from ASCII.
        '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => {
            char::from_u32(u32::from(character) - 0xfee0)
        }
        _ => ALIKE
            .iter()
            .find_map(|(letters, meant)| letters.contains(character).then_some(*meant)),
    }
}

/// Returns what was written, its look-alikes replaced. A canonical number is borrowed.
pub(super) fn clean(value: &str) -> Written<'_> {
    let plain = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_uppercase();
    let mut written = Written {
        text: Cow::Borrowed(value),
        foreign: false,
    };
    if value.bytes().all(plain) {
        return written;
    }
    let mut text = String::with_capacity(value.len());
    for character in value.chars().filter(|c| !is_separator(*c)) {
        if is_invisible(character) {
            written.foreign = true;
            continue;
        }
        for capital in character.to_uppercase() {
            let meant = if capital.is_ascii() {
                None
            } else {
                meant(capital)
            };
            written.foreign |= meant.is_some();
            text.push(meant.unwrap_or(capital).to_ascii_uppercase());
        }
    }
    written.text = Cow::Owned(text);
    written
}

/// Returns the number with the digits that some letters of it stand for.
pub(super) fn letters_to_digits(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}
