//! Texts that only keep a place.

use std::sync::LazyLock;

/// What keeps a place in any field, in small letters; sorted.
const ANYWHERE: &[&str] = &[
    "asdasd",
    "asdf",
    "asdfg",
    "asdfgh",
    "asdfghjkl",
    "lorem ipsum",
    "n.a",
    "n/a",
    "nan",
    "null",
    "object object",
    "qwe",
    "qwer",
    "qwert",
    "qwerty",
    "qwertyuiop",
    "tba",
    "tbc",
    "tbd",
    "test",
    "test test",
    "test1",
    "test123",
    "testing",
    "to do",
    "todo",
    "undefined",
    "zxcv",
    "zxcvbn",
    "zxcvbnm",
    "йцуке",
    "йцукен",
    "не е приложимо",
    "неприложимо",
    "няма",
    "тест",
    "тест тест",
    "тест1",
    "тест123",
    "уеишщк",
    "фыва",
    "чявертъ",
    "явертъ",
    "ясдф",
];

/// What keeps the place of a text, and may be a word or a code elsewhere; sorted.
const OF_TEXTS: &[&str] = &[
    "description",
    "enter text",
    "enter text here",
    "na",
    "nil",
    "none",
    "not applicable",
    "not available",
    "placeholder",
    "sample text",
    "some text",
    "string",
    "summary",
    "text",
    "text here",
    "title",
    "unspecified",
    "untitled",
    "your text here",
    "без заглавие",
    "въведете текст",
    "въведете текст тук",
    "заглавие",
    "не е посочено",
    "няма данни",
    "няма информация",
    "описание",
    "примерен текст",
    "пробен текст",
    "резюме",
    "текст",
    "тестов текст",
];

/// The longest text that is looked up, in bytes.
const LONGEST: usize = 48;

/// For each length the bits of the first and last letters of the lists: what is not known here stands in none.
static KNOWN: LazyLock<[u64; LONGEST]> = LazyLock::new(|| {
    let mut known = [0; LONGEST];
    for word in ANYWHERE.iter().chain(OF_TEXTS) {
        if let Some(bits) = known.get_mut(word.len()) {
            *bits |= bit(word.as_bytes());
        }
    }
    known
});

/// The bit of a word, the same for capitals and small letters of ASCII and of Bulgarian.
fn bit(word: &[u8]) -> u64 {
    // Of a Cyrillic letter the second byte counts; its lower half is the same in capitals.
    let small = |byte: u8| {
        if byte.is_ascii() {
            byte | 0x20
        } else {
            byte & 0x0f
        }
    };
    let (first, last) = match word {
        [0xd0 | 0xd1, first, .., last] | [first, .., last] => (*first, *last),
        _ => return u64::MAX,
    };
    1 << (small(first).wrapping_mul(5).wrapping_add(small(last)) & 63)
}

/// Dashes, dots and other marks that stand for nothing, alone or around a word.
const fn is_filler(c: char) -> bool {
    matches!(
        c,
        ' ' | '\u{a0}' | '\n' | '\t' | '\r' | '-' | '\u{2010}'
            ..='\u{2015}'
                | '.'
                | '…'
                | '_'
                | '*'
                | '?'
                | '!'
                | ','
                | ':'
                | ';'
                | '/'
                | '\\'
                | '='
                | '~'
                | '('
                | ')'
                | '['
                | ']'
                | '<'
                | '>'
                | '"'
                | '\''
                | '„'
                | '“'
                | '”'
    )
}

/// False for what surely keeps no place, as most texts tell by their length and their ends.
pub(crate) fn is_suspect(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_mark = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric();
    let start = bytes.iter().position(|byte| !is_mark(byte));
    let end = bytes.iter().rposition(|byte| !is_mark(byte));
    let (Some(start), Some(end)) = (start, end) else {
        return true;
    };
    let word = bytes.get(start..=end).unwrap_or_default();
    let begins_or_ends_otherwise = |word: &[u8]| match word {
        [first, .., before, last] => {
            !(first.is_ascii() || matches!(first, 0xd0 | 0xd1))
                || !(last.is_ascii() || matches!(before, 0xd0 | 0xd1))
        }
        _ => false,
    };
    match word {
        [b'l' | b'L', ..] => true,
        _ if bytes.len() > 2 * LONGEST => false,
        _ if begins_or_ends_otherwise(word) => true,
        _ if word.len() >= LONGEST => false,
        [0xd0 | 0xd1, first, 0xd0 | 0xd1, second, ..] if first == second => true,
        [first, second, ..] if first == second => true,
        word => KNOWN
            .get(word.len())
            .is_some_and(|bits| bits & bit(word) != 0),
    }
}

/// True for a text that keeps a place; `localised` for one that people read.
pub(super) fn is_placeholder(text: &str, localised: bool) -> bool {
    if text.len() > 2 * LONGEST {
        return localised && starts_with_lorem_ipsum(text);
    }
    let word = text.trim_matches(is_filler);
    if word.is_empty() {
        return !text.trim().is_empty();
    }
    if word.len() >= LONGEST {
        return localised && starts_with_lorem_ipsum(word);
    }
    if is_one_letter(word) {
        return true;
    }
    let small = word.to_lowercase();
    let is_in = |list: &[&str]| list.binary_search(&small.as_str()).is_ok();
    is_in(ANYWHERE) || (localised && (is_in(OF_TEXTS) || starts_with_lorem_ipsum(word)))
}

fn starts_with_lorem_ipsum(text: &str) -> bool {
    text.get(..11)
        .is_some_and(|start| start.eq_ignore_ascii_case("lorem ipsum"))
}

/// One letter again and again: four times, or three times when it is small or an `X` of either script.
fn is_one_letter(word: &str) -> bool {
    let mut letters = word.chars();
    let Some(first) = letters.next() else {
        return false;
    };
    if letters.next() != Some(first) || letters.next() != Some(first) || !first.is_alphabetic() {
        return false;
    }
    match letters.next() {
        None => first.is_lowercase() || matches!(first, 'X' | 'Х'),
        Some(fourth) => fourth == first && letters.all(|letter| letter == first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_placeholder(text: &str, localised: bool) -> bool {
        let is = super::is_placeholder(text, localised);
        assert!(!is || is_suspect(text), "{text}");
        is
    }

    #[test]
    fn lists_are_sorted_small_and_bare() {
        for list in [ANYWHERE, OF_TEXTS] {
            assert!(list.is_sorted());
            for word in list {
                assert_eq!(*word, word.to_lowercase().trim_matches(is_filler));
                assert!(is_placeholder(word, true) && word.len() < LONGEST, "{word}");
                assert!(is_placeholder(&word.to_uppercase(), true), "{word}");
            }
        }
    }

    #[test]
    fn texts_that_keep_a_place() {
        for text in [
            "-",
            "...",
            "—",
            "???",
            "N/A",
            "n.a.",
            "Тест",
            "(тест)",
            " TODO: ",
            "xxx",
            "XXX",
            "ааа",
            "AAAA",
            "Lorem ipsum dolor sit amet",
            "asdf",
            "ЙЦУКЕН",
            "Няма.",
            "Заглавие",
            "[object Object]",
        ] {
            assert!(is_placeholder(text, true), "{text}");
        }
    }

    #[test]
    fn texts_that_say_something() {
        for text in [
            "",
            " ",
            "5",
            "%",
            "№",
            "AAA",
            "WWW",
            "III",
            "Да",
            "Не",
            "🚲",
            "Тестване",
            "Няма такса",
            "test-bed",
            "X",
            "Обмен",
            "BG",
            "Заглавие на книга",
            "10 000",
            "вр.",
        ] {
            assert!(!is_placeholder(text, true), "{text}");
        }
        for code in ["text", "NA", "none", "title"] {
            assert!(!is_placeholder(code, false), "{code}");
        }
    }
}
