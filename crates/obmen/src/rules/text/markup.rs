//! Tags and character references of HTML in what should be plain text.

use super::characters::{is_control, windows};

/// The elements that editors and pages leave in texts, with the obsolete ones; sorted.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "article",
    "aside",
    "audio",
    "b",
    "big",
    "blockquote",
    "body",
    "br",
    "button",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "i",
    "iframe",
    "img",
    "input",
    "ins",
    "label",
    "li",
    "link",
    "main",
    "meta",
    "nav",
    "object",
    "ol",
    "option",
    "p",
    "param",
    "pre",
    "q",
    "s",
    "script",
    "section",
    "select",
    "small",
    "source",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "tt",
    "u",
    "ul",
    "video",
];

/// The elements that begin a new line.
const BLOCKS: &[&str] = &[
    "article",
    "aside",
    "blockquote",
    "br",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tr",
    "ul",
];

/// The named references that texts carry in practice; what has no width is left out of the text. Sorted.
///
/// Source: the named character references of the HTML Standard.
const NAMED: &[(&str, &str)] = &[
    ("agrave", "à"),
    ("amp", "&"),
    ("apos", "'"),
    ("auml", "ä"),
    ("bdquo", "„"),
    ("bull", "•"),
    ("ccedil", "ç"),
    ("cent", "¢"),
    ("copy", "©"),
    ("deg", "°"),
    ("divide", "÷"),
    ("eacute", "é"),
    ("egrave", "è"),
    ("emsp", "\u{2003}"),
    ("ensp", "\u{2002}"),
    ("euro", "€"),
    ("frac12", "½"),
    ("frac14", "¼"),
    ("frac34", "¾"),
    ("ge", "≥"),
    ("gt", ">"),
    ("hellip", "…"),
    ("igrave", "ì"),
    ("laquo", "«"),
    ("larr", "←"),
    ("ldquo", "“"),
    ("le", "≤"),
    ("lsaquo", "‹"),
    ("lsquo", "‘"),
    ("lt", "<"),
    ("mdash", "—"),
    ("micro", "µ"),
    ("middot", "·"),
    ("minus", "−"),
    ("nbsp", "\u{a0}"),
    ("ndash", "–"),
    ("ne", "≠"),
    ("ograve", "ò"),
    ("ouml", "ö"),
    ("para", "¶"),
    ("permil", "‰"),
    ("plusmn", "±"),
    ("pound", "£"),
    ("quot", "\""),
    ("raquo", "»"),
    ("rarr", "→"),
    ("rdquo", "”"),
    ("reg", "®"),
    ("rsaquo", "›"),
    ("rsquo", "’"),
    ("sbquo", "‚"),
    ("sect", "§"),
    ("shy", ""),
    ("sup2", "²"),
    ("sup3", "³"),
    ("szlig", "ß"),
    ("thinsp", "\u{2009}"),
    ("times", "×"),
    ("trade", "™"),
    ("ugrave", "ù"),
    ("uuml", "ü"),
    ("zwj", ""),
    ("zwnj", ""),
];

/// The most characters of a tag that are read.
const LONGEST_TAG: usize = 4096;

/// A piece of markup at the beginning of a text.
enum Piece<'a> {
    Tag { name: &'a str, closes: bool },
    Comment,
    Reference(String),
}

/// Returns the markup that a text begins with, and its length.
fn piece(text: &str) -> Option<(Piece<'_>, usize)> {
    if let Some(rest) = text.strip_prefix('&') {
        let (name, _) = rest.split_at_checked(bounded(rest, 10).find(';')?)?;
        let meant = if let Some(number) = name.strip_prefix('#') {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            let c = char::from_u32(code.ok()?)?;
            let c = windows(c).unwrap_or(c);
            (!is_control(c)).then(|| c.to_string())?
        } else {
            let at = NAMED.binary_search_by(|(known, _)| (*known).cmp(name));
            NAMED.get(at.ok()?)?.1.to_owned()
        };
        return Some((Piece::Reference(meant), name.len() + 2));
    }
    let rest = text.strip_prefix('<')?;
    if let Some(comment) = rest.strip_prefix("!--") {
        return Some((Piece::Comment, comment.find("-->")? + 7));
    }
    let inside = rest.strip_prefix('/').unwrap_or(rest);
    let (name, after) =
        inside.split_at_checked(bounded(inside, 12).find(|c: char| !c.is_ascii_alphanumeric())?)?;
    let known = ELEMENTS
        .iter()
        .any(|known| known.eq_ignore_ascii_case(name));
    let attributes = bounded(after, LONGEST_TAG);
    let parted = attributes.starts_with(|c: char| matches!(c, '>' | '/') || c.is_whitespace());
    if !known || !parted {
        return None;
    }
    let end = attributes.find('>')?;
    // An inequality is no tag: attributes hold no `<`, and are `/` or have a `=`.
    let (attributes, _) = attributes.split_at_checked(end)?;
    let plain = attributes.trim().trim_end_matches('/').trim();
    if attributes.contains('<') || !(plain.is_empty() || plain.contains('=')) {
        return None;
    }
    let closes = rest.len() > inside.len();
    let length = 1 + usize::from(closes) + name.len() + end + 1;
    Some((Piece::Tag { name, closes }, length))
}

/// The first bytes of a text, up to about so many.
fn bounded(text: &str, most: usize) -> &str {
    text.get(..text.floor_char_boundary(most)).unwrap_or(text)
}

/// Returns the plain text, and the first piece of markup as it was written; nothing when there is none.
pub(super) fn plain(text: &str) -> Option<(&str, String)> {
    let mut first = None;
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr::memchr2(b'<', b'&', rest.as_bytes()) {
        let (before, here) = rest.split_at_checked(at)?;
        out.push_str(before);
        let Some((piece, length)) = piece(here) else {
            let (mark, after) = here.split_at_checked(1)?;
            out.push_str(mark);
            rest = after;
            continue;
        };
        let (written, mut after) = here.split_at_checked(length)?;
        first.get_or_insert(written);
        match piece {
            Piece::Reference(meant) => out.push_str(&meant),
            Piece::Comment => {}
            Piece::Tag { name, closes } => {
                let is =
                    |names: &[&str]| names.iter().any(|known| known.eq_ignore_ascii_case(name));
                if is(BLOCKS) && !out.is_empty() && !out.ends_with('\n') {
                    out.push('\n');
                }
                // What stands in a program or a style sheet is no text.
                if !closes && is(&["script", "style"]) {
                    let end = after.match_indices("</").find(|(at, _)| {
                        after
                            .get(at + 2..at + 2 + name.len())
                            .is_some_and(|end| end.eq_ignore_ascii_case(name))
                    });
                    after = end.and_then(|(at, _)| after.get(at..)).unwrap_or_default();
                }
            }
        }
        rest = after;
    }
    let first = first?;
    out.push_str(rest);
    Some((first, out.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_markup_stays() {
        for text in [
            "a < b и c > d",
            "R&D, AT&T; Procter & Gamble",
            "<5 % и >3 %",
            "<име на общината>",
            "пишете на <info@smolyan.bg> или на <https://smolyan.bg>",
            "a <b и c> d",
            "https://smolyan.bg/?a=1&b=2;",
            "<3",
            "x<i",
            "&#0; &unknown; &",
        ] {
            assert_eq!(plain(text), None, "{text}");
        }
    }

    #[test]
    fn markup_becomes_text() {
        for (text, first, better) in [
            ("<p>Първо</p><p>Второ</p>", "<p>", "Първо\nВторо"),
            ("ред<br/>ред", "<br/>", "ред\nред"),
            ("R&amp;D&nbsp;център", "&amp;", "R&D\u{a0}център"),
            (
                "<a href=\"https://smolyan.bg\">Смолян</a>",
                "<a href=\"https://smolyan.bg\">",
                "Смолян",
            ),
            (
                "&#8222;Обмен&#x201C; &#150; край",
                "&#8222;",
                "„Обмен“ – край",
            ),
            (
                "<STYLE>p { color: red }</STYLE>Обмен<!-- край -->",
                "<STYLE>",
                "Обмен",
            ),
            ("<script>alert(1)", "<script>", ""),
        ] {
            assert_eq!(plain(text), Some((first, better.to_owned())), "{text}");
        }
    }

    #[test]
    fn tables_are_sorted() {
        assert!(ELEMENTS.is_sorted() && BLOCKS.is_sorted());
        assert!(NAMED.is_sorted());
    }
}
