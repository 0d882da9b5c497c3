//! Characters that nobody sees: controls, turns of direction, characters without width.

use crate::check::Safety;
use crate::check::facts::is_invisible;

use super::script::{Script, script};

/// What Windows-1251 and Windows-1252 both write at a place that Unicode keeps for C1 controls.
///
/// Source: the indexes of the WHATWG Encoding Standard. The euro sign and the letters differ between the two.
pub(super) const fn windows(control: char) -> Option<char> {
    Some(match control {
        '\u{82}' => '‚',
        '\u{84}' => '„',
        '\u{85}' => '…',
        '\u{86}' => '†',
        '\u{87}' => '‡',
        '\u{89}' => '‰',
        '\u{8b}' => '‹',
        '\u{91}' => '‘',
        '\u{92}' => '’',
        '\u{93}' => '“',
        '\u{94}' => '”',
        '\u{95}' => '•',
        '\u{96}' => '–',
        '\u{97}' => '—',
        '\u{99}' => '™',
        '\u{9b}' => '›',
        _ => return None,
    })
}

pub(super) const fn is_control(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}')
}

/// Returns the text without controls: a line or page break of old programs becomes a line feed, a mark
/// of Windows the mark, and the rest goes.
pub(super) fn without_controls(text: &str) -> (Safety, String) {
    let mut safety = if text.contains('\u{9d}') {
        Safety::Suggested
    } else {
        Safety::Certain
    };
    let mut out = String::with_capacity(text.len());
    // The bytes of a `”` in UTF-8 that were read as Windows-1252, where the last one is no character.
    let text = text.replace("â€\u{9d}", "”");
    for c in text.chars() {
        match c {
            '\u{b}' | '\u{c}' => out.push('\n'),
            // Whether it was a mark of Windows or a control is a guess.
            '\u{80}'..='\u{9f}' => {
                safety = Safety::Suggested;
                out.extend(windows(c));
            }
            _ if is_control(c) => {}
            _ => out.push(c),
        }
    }
    (safety, out)
}

/// What turns the direction of writing, by what ends it (UAX #9).
enum Turn {
    /// A mark, an end of its own.
    Mark,
    Embedding,
    EndOfEmbedding,
    Isolate,
    EndOfIsolate,
    /// Taken out of use by Unicode.
    Deprecated,
}

const fn turn(c: char) -> Option<Turn> {
    Some(match c {
        '\u{61c}' | '\u{200e}' | '\u{200f}' => Turn::Mark,
        '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => Turn::Embedding,
        '\u{202c}' => Turn::EndOfEmbedding,
        '\u{2066}'..='\u{2068}' => Turn::Isolate,
        '\u{2069}' => Turn::EndOfIsolate,
        '\u{206a}'..='\u{206f}' => Turn::Deprecated,
        _ => return None,
    })
}

/// A letter written from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours.
const fn is_from_right(c: char) -> bool {
    matches!(c,
        '\u{5d0}'..='\u{5f4}'
        | '\u{620}'..='\u{64a}'
        | '\u{66e}'..='\u{8ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}

/// True when every turn is closed within its paragraph.
fn is_balanced(text: &str) -> bool {
    text.split('\n').all(|paragraph| {
        let mut open = Vec::new();
        for c in paragraph.chars() {
            match turn(c) {
                Some(Turn::Embedding) => open.push(false),
                Some(Turn::Isolate) => open.push(true),
                Some(Turn::EndOfEmbedding) if open.pop() != Some(false) => return false,
                Some(Turn::EndOfIsolate) if open.pop() != Some(true) => return false,
                Some(Turn::Deprecated) => return false,
                _ => {}
            }
        }
        open.is_empty()
    })
}

/// Returns the text without its turns of direction, unless it is written from right to left and needs
/// them. It is certain where nothing is: then the letters are read as they follow one another.
pub(super) fn without_turns(text: &str) -> Option<(Safety, String)> {
    let from_right = text.contains(is_from_right);
    if from_right && is_balanced(text) {
        return None;
    }
    let safety = if from_right {
        Safety::Suggested
    } else {
        Safety::Certain
    };
    let kept = text.chars().filter(|c| turn(*c).is_none()).collect();
    Some((safety, kept))
}

const fn is_tag(c: char) -> bool {
    matches!(c, '\u{e0020}'..='\u{e007f}')
}

/// A sign that may be drawn as a picture: what stands beyond letters, and the keys `0` to `9`, `#`, `*`, `©`, `®`.
fn may_be_picture(c: char) -> bool {
    matches!(c, '0'..='9' | '#' | '*' | '©' | '®') || (c >= '\u{203c}' && script(c).is_none())
}

/// Whether an invisible character does its work here: `before` is what stands before it and is kept.
fn works(c: char, before: &str, after: Option<char>) -> bool {
    let mut back = before.chars().rev();
    let last = back.next();
    // Scripts that join or shape their letters ask for such characters; Latin, Cyrillic and Greek do not.
    let shapes =
        |c: Option<char>| c.is_some_and(|c| script(c) == Some(Script::Other) || is_mark(c));
    match c {
        '\u{200d}' => {
            let picture = last
                .filter(|last| matches!(last, '\u{fe0f}'))
                .map_or(last, |_| back.next());
            let pictures = picture.is_some_and(|c| c > '\u{a8}' && may_be_picture(c))
                && after.is_some_and(|c| c > '\u{a8}' && may_be_picture(c));
            pictures || shapes(last)
        }
        '\u{fe0e}' | '\u{fe0f}' => last.is_some_and(may_be_picture) || shapes(last),
        '\u{fe00}'..='\u{fe0d}' => last.is_some_and(|last| last >= '\u{2190}') || shapes(last),
        _ if is_tag(c) => {
            let flag = before.trim_end_matches(is_tag);
            flag.ends_with('\u{1f3f4}') && (c != '\u{e007f}' || flag.len() < before.len())
        }
        '\u{ad}' | '\u{feff}' | '\u{2060}' => false,
        _ => shapes(last),
    }
}

/// A mark of a script that joins its letters, such as a virama.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{1cff}')
}

/// Returns the text without the invisible characters that do nothing in it, and how many they are.
pub(super) fn without_invisible(text: &str) -> Option<(usize, String)> {
    let mut out = String::with_capacity(text.len());
    let mut removed = 0_usize;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        if is_invisible(c) && !works(c, &out, characters.peek().copied()) {
            removed += 1;
        } else {
            out.push(c);
        }
    }
    (removed > 0).then_some((removed, out))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_characters_that_work_stay() {
        for sound in [
            "Семейство 👨\u{200d}👩\u{200d}👧 и ❤\u{fe0f}, 1\u{fe0f}\u{20e3}, 👁\u{fe0f}\u{200d}🗨\u{fe0f}",
            "👩🏽\u{200d}💻 ©\u{fe0f}",
            "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "葛\u{e0100}",
            "ภาษา\u{200b}ไทย",
            "м²",
        ] {
            assert_eq!(without_invisible(sound), None, "{sound:?}");
        }
    }

    #[test]
    fn invisible_characters_that_do_nothing_go() {
        for (text, better) in [
            ("доб\u{ad}ри", "добри"),
            ("\u{feff}Обмен", "Обмен"),
            ("об\u{200d}мен", "обмен"),
            ("a\u{200b}b\u{2060}", "ab"),
            ("добри\u{fe0f}", "добри"),
            ("Обмен\u{e0041}\u{e0042}", "Обмен"),
            ("а\u{3164}", "а"),
        ] {
            assert_eq!(without_invisible(text).unwrap().1, better, "{text:?}");
        }
    }

    #[test]
    fn turns_of_direction_stay_where_they_are_needed() {
        assert_eq!(without_turns("שלום \u{2066}Sofia\u{2069}\u{200f}"), None);
        assert!(without_turns("שלום \u{2066}Sofia").is_some());
        assert_eq!(
            without_turns("Обмен\u{202e}\u{200e}"),
            Some((Safety::Certain, "Обмен".to_owned()))
        );
    }

    #[test]
    fn controls_become_what_they_stood_for() {
        assert_eq!(
            without_controls("а\u{b}б\0\u{7f}"),
            (Safety::Certain, "а\nб".to_owned())
        );
        assert_eq!(
            without_controls("\u{84}Обмен\u{93}\u{80}"),
            (Safety::Suggested, "„Обмен“".to_owned())
        );
        assert_eq!(
            without_controls("good practiceâ€\u{9d}"),
            (Safety::Suggested, "good practice”".to_owned())
        );
    }
}
