//! Punycode (RFC 3492), decoded.

/// Returns the text of a label behind its `xn--`; `None` when it is none.
pub fn decode_to_string(code: &str) -> Option<String> {
    let (basic, deltas) = code.rsplit_once('-').unwrap_or(("", code));
    if !basic.is_ascii() {
        return None;
    }
    let mut text: Vec<char> = basic.chars().map(|c| c.to_ascii_lowercase()).collect();
    let (mut letter, mut at, mut bias) = (128_u32, 0_u32, 72_u32);
    let mut digits = deltas.bytes().peekable();
    while digits.peek().is_some() {
        let (start, mut weight) = (at, 1_u32);
        for k in (36_u32..).step_by(36) {
            let digit = match digits.next()? {
                byte @ b'0'..=b'9' => byte - b'0' + 26,
                byte @ (b'a'..=b'z' | b'A'..=b'Z') => byte.to_ascii_lowercase() - b'a',
                _ => return None,
            };
            at = at.checked_add(u32::from(digit).checked_mul(weight)?)?;
            let threshold = k.saturating_sub(bias).clamp(1, 26);
            if u32::from(digit) < threshold {
                break;
            }
            weight = weight.checked_mul(36 - threshold)?;
        }
        let count = u32::try_from(text.len()).ok()? + 1;
        let mut delta = (at - start) / if start == 0 { 700 } else { 2 };
        delta += delta / count;
        let mut k = 0;
        while delta > 455 {
            delta /= 35;
            k += 36;
        }
        bias = k + 36 * delta / (delta + 38);
        letter = letter.checked_add(at / count)?;
        at %= count;
        text.insert(usize::try_from(at).ok()?, char::from_u32(letter)?);
        at += 1;
    }
    Some(text.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::decode_to_string;

    #[test]
    fn labels_are_decoded() {
        for (code, text) in [
            ("80abvuc1e", Some("община")),
            ("90ae", Some("бг")),
            ("bcher-kva", Some("bücher")),
            ("maana-pta", Some("mañana")),
            ("ls8h", Some("💩")),
            ("egbpdaj6bu4bxfgehfvwxn", Some("ليهمابتكلموشعربي؟")),
            ("a-", Some("a")),
            ("99999999", None),
            ("a_b", None),
        ] {
            assert_eq!(decode_to_string(code).as_deref(), text, "{code}");
        }
    }
}
