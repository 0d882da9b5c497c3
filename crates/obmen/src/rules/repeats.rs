//! Which texts of a list are the same one.

use crate::rules::parties::gist;

/// So many signs are compared; more texts are compared themselves.
const FEW: usize = 16;

/// Returns a text less the space around it and the mark at its end.
pub(crate) fn unmarked(text: &str) -> &str {
    let is_space = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
    let is_mark = |byte: &u8| is_space(byte) || matches!(byte, b'.' | b',' | b';' | b'!');
    let bytes = text.as_bytes();
    let end = bytes
        .iter()
        .rposition(|byte| !is_mark(byte))
        .map_or(0, |last| last + 1);
    let start = bytes.iter().position(|byte| !is_space(byte)).unwrap_or(end);
    text.get(start..end).unwrap_or_default()
}

/// Two texts of one key are the same but for capitals and the mark at the end.
pub(crate) fn key(text: &str) -> (usize, String) {
    let text = unmarked(text);
    (text.len(), text.to_lowercase())
}

/// True when two of the texts may have one key; false is certain.
pub(crate) fn may_repeat<'t, I: Iterator<Item = &'t str>>(texts: impl Fn() -> I) -> bool {
    let length = |text: &str| u64::try_from(unmarked(text).len()).ok();
    // Lengths tell most lists from others, beginnings and ends the rest.
    !differ(texts().map(length)) && !differ(texts().map(gist))
}

/// True when there are few signs, and all are known and different.
fn differ(signs: impl Iterator<Item = Option<u64>>) -> bool {
    let mut seen = [0; FEW];
    for (count, sign) in signs.enumerate() {
        let (before, free) = seen.split_at_mut(count.min(FEW));
        match (free.first_mut(), sign) {
            (Some(free), Some(sign)) if !before.contains(&sign) => *free = sign,
            _ => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_one_key_may_repeat() {
        let (one, same) = ("Да се подобри средата.", " да се подобри Средата ;");
        assert_eq!(key(one), key(same));
        assert!(may_repeat(|| [one, "друго", same].into_iter()));
        assert!(!may_repeat(|| [one, "друго", "и трето"].into_iter()));
        assert_ne!(key(one), key("Да се подобри средата на"));
        assert!(!may_repeat(|| ["да се учим", "да се пеем"].into_iter()));
        assert_eq!((unmarked(" .; "), unmarked("\na b,")), ("", "a b"));
        assert!(may_repeat(|| std::iter::repeat_n("a", FEW + 1)));
    }
}
