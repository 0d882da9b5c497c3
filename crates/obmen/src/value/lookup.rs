//! Lookups in the generated tables: texts of sorted lines, and sets of codes of two letters.

/// Returns what follows the tab in the line of this key; the lines are sorted by their keys.
pub(crate) fn value(lines: &'static str, key: &str) -> Option<&'static str> {
    line(lines, key)?.split_once('\t').map(|(_, value)| value)
}

/// Returns the line whose text before the first tab is this key; the lines are sorted by their keys.
pub(crate) fn line(lines: &'static str, key: &str) -> Option<&'static str> {
    let bytes = lines.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        // By bytes: the middle may fall into a letter.
        let is_end = |byte: &u8| *byte == b'\n';
        let before = bytes.get(low..middle)?;
        let start = low + before.iter().rposition(is_end).map_or(0, |at| at + 1);
        let after = bytes.get(middle..high)?;
        let end = after.iter().position(is_end).map_or(high, |at| middle + at);
        let line = lines.get(start..end)?;
        let (known, _) = line.split_once('\t')?;
        match known.cmp(key) {
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
            std::cmp::Ordering::Equal => return Some(line),
        }
    }
    None
}

/// A set of codes of two letters: for each first letter the bits of the second.
pub(crate) type Pairs = [u32; 26];

/// True when the set has the code whose letters begin with `from`: `b'A'` or `b'a'`.
pub(crate) fn has(pairs: &Pairs, code: &str, from: u8) -> bool {
    let &[first, second] = code.as_bytes() else {
        return false;
    };
    let (first, second) = (first.wrapping_sub(from), second.wrapping_sub(from));
    second < 26
        && pairs
            .get(usize::from(first))
            .is_some_and(|seconds| seconds >> second & 1 == 1)
}

/// True when two texts are the same but for the case of their letters, small and capital ones of equal length in UTF-8.
pub(crate) fn same(a: &str, b: &str) -> bool {
    a.len() == b.len()
        && a.chars()
            .flat_map(char::to_lowercase)
            .eq(b.chars().flat_map(char::to_lowercase))
}

#[cfg(test)]
mod tests {
    use super::{has, value};

    #[test]
    fn every_line_is_found_and_nothing_else() {
        const LINES: &str = "aa\t1\nab\tщщщщщщщщ\nb\t2\tx\nя\tч\n";
        for (key, found) in [("aa", "1"), ("ab", "щщщщщщщщ"), ("b", "2\tx"), ("я", "ч")] {
            assert_eq!(value(LINES, key), Some(found), "{key}");
        }
        for key in ["", "a", "aaa", "ба", "zz", "яя", "\n", "1"] {
            assert_eq!(value(LINES, key), None, "{key}");
        }
        assert_eq!(value("", ""), None);
    }

    #[test]
    fn a_set_of_pairs_knows_its_codes() {
        let mut pairs = [0; 26];
        pairs[1] = 1 << 6;
        assert!(has(&pairs, "BG", b'A') && has(&pairs, "bg", b'a'));
        for code in ["bg", "GB", "B", "BGR", "", "Ж", "B{"] {
            assert!(!has(&pairs, code, b'A'), "{code}");
        }
    }
}
