//! Which texts of a list are the same one.

/// So many lengths are compared; more texts are compared themselves.
const FEW: usize = 16;

/// Returns a text less the space around it and the mark at its end.
pub(crate) fn unmarked(text: &str) -> &str {
    text.trim()
        .trim_end_matches([' ', '.', ';', ',', '!', '\u{a0}'])
}

/// Two texts of one key are the same but for capitals and the mark at the end.
pub(crate) fn key(text: &str) -> (usize, String) {
    let text = unmarked(text);
    (text.len(), text.to_lowercase())
}

/// True when two of the texts may have one key; false is certain.
pub(crate) fn may_repeat<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let mut lengths = [0; FEW];
    let mut count = 0;
    for text in texts {
        let Some(length) = lengths.get_mut(count) else {
            return true;
        };
        *length = unmarked(text).len();
        count += 1;
    }
    let lengths = lengths.get_mut(..count).unwrap_or_default();
    lengths.sort_unstable();
    lengths
        .windows(2)
        .any(|pair| matches!(pair, [one, next] if one == next))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_one_key_may_repeat() {
        let (one, same) = ("Да се подобри средата.", " да се подобри Средата ;");
        assert_eq!(key(one), key(same));
        assert!(may_repeat([one, "друго", same].into_iter()));
        assert!(!may_repeat([one, "друго", "и трето"].into_iter()));
        assert_ne!(key(one), key("Да се подобри средата на"));
        assert!(may_repeat((0..=FEW).map(|_| "a")));
    }
}
