//! Links in the text, their kinds, and the closing block of a section that holds nothing but links and their labels.

use super::text::{Block, Found, MOST, Piece, is_quote};
use std::ops::Range;

/// A link that the text prints.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Link {
    pub(crate) url: Found<String>,
    pub(crate) kind: Option<Found<&'static str>>,
}

const VIDEO_HOSTS: [&str; 8] = [
    "youtube.com",
    "youtu.be",
    "youtube-nocookie.com",
    "vimeo.com",
    "vbox7.com",
    "dailymotion.com",
    "rutube.ru",
    "twitch.tv",
];

const DOCUMENTS: [&str; 13] = [
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "pps", "odt", "ods", "odp", "rtf", "txt",
];

/// What is longer, in bytes, is no address that a person printed.
const LONGEST: usize = 2048;

/// The links of a section, in order.
pub(crate) fn read(blocks: &[Block<'_>]) -> Vec<Link> {
    let mut out: Vec<Link> = Vec::new();
    let mut video: Option<Range<usize>> = None;
    for block in blocks {
        let found = urls(block.piece);
        let label = found
            .first()
            .map_or(block.piece, |(piece, _)| block.piece.to(piece.start));
        if !label.trim().is_empty() {
            video = label
                .words()
                .into_iter()
                .find(|word| word.lower.starts_with("видео") || word.lower.starts_with("video"))
                .filter(|_| is_label(label))
                .map(|word| word.piece.span());
        }
        for (piece, url) in found {
            if out.len() >= MOST {
                return out;
            }
            let by_label = video.clone().map(|span| Found::stated("video", span));
            let by_url = kind(&url).map(|kind| Found::inferred(kind, piece.span()));
            let verbatim = url == piece.text;
            let url = if verbatim {
                Found::stated(url, piece.span())
            } else {
                Found::inferred(url, piece.span())
            };
            out.push(Link {
                url,
                kind: by_label.or(by_url),
            });
        }
    }
    out
}

/// The bytes of the closing blocks that are links or their labels only.
pub(crate) fn appendix(blocks: &[Block<'_>]) -> Option<Range<usize>> {
    let mut start = None;
    for block in blocks.iter().rev() {
        let rest = only_links(block.piece);
        // A label counts only above a link.
        if rest
            || (start.is_some()
                && urls(block.piece).is_empty()
                && is_label(block.piece)
                && !block.item)
        {
            start = Some(block.piece.start);
        } else {
            break;
        }
    }
    Some(start?..blocks.last()?.piece.end())
}

fn only_links(piece: Piece<'_>) -> bool {
    let urls = urls(piece);
    let mut at = piece.start;
    let mut between = String::new();
    for (url, _) in &urls {
        between.push_str(piece.cut(at, url.start).text);
        at = url.end();
    }
    between.push_str(piece.from(at).text);
    !urls.is_empty()
        && (!between.chars().any(char::is_alphanumeric)
            || is_label(Piece {
                text: &between,
                start: 0,
            }))
}

/// A few words that announce something: no sentence.
fn is_label(piece: Piece<'_>) -> bool {
    let piece = piece.trim();
    let words = piece.words().len();
    let announces = piece.text.ends_with(':') || piece.text.starts_with(char::is_lowercase);
    !piece.text.ends_with(['.', '!', '?', ';']) && (words <= 4 || (words <= 8 && announces))
}

fn urls(piece: Piece<'_>) -> Vec<(Piece<'_>, String)> {
    let mut out = Vec::new();
    let (mut past, mut before) = (piece.start, None);
    for (at, c) in piece.text.char_indices() {
        let start = piece.start + at;
        let last = before.replace(c);
        if start < past || !matches!(c, 'h' | 'H' | 'w' | 'W') {
            continue;
        }
        let tail = piece.from(start);
        let opens = |mark: &str| {
            tail.text
                .get(..mark.len())
                .is_some_and(|text| text.eq_ignore_ascii_case(mark))
        };
        let bare = opens("www.");
        let begun = last
            .is_some_and(|c| c.is_alphanumeric() || (bare && matches!(c, '@' | '.' | '/' | '-')));
        if begun || !(bare || opens("http://") || opens("https://")) {
            continue;
        }
        let stop =
            |c: char| c.is_whitespace() || c.is_control() || is_quote(c) || "<>|".contains(c);
        past = tail.text.find(stop).map_or(tail.end(), |at| start + at);
        let url = without_punctuation(tail.to(past).head(LONGEST + 1));
        let host = url
            .text
            .split_once("://")
            .map_or(url.text, |(_, rest)| rest);
        if url.text.len() <= LONGEST
            && host.starts_with(char::is_alphanumeric)
            && host.trim_matches('.').contains('.')
        {
            let address = if bare {
                format!("http://{}", url.text)
            } else {
                url.text.to_owned()
            };
            out.push((url, address));
        }
    }
    out
}

fn without_punctuation(mut url: Piece<'_>) -> Piece<'_> {
    loop {
        let Some(last) = url.text.chars().next_back() else {
            return url;
        };
        let count = |bracket: char| url.text.matches(bracket).count();
        let opened = if last == ')' {
            count('(') >= count(')')
        } else {
            count('[') >= count(']')
        };
        let loose = matches!(last, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '…')
            || (matches!(last, ')' | ']') && !opened);
        if !loose {
            return url;
        }
        url = url.to(url.end() - last.len_utf8());
    }
}

fn kind(url: &str) -> Option<&'static str> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = authority
        .rsplit('@')
        .next()
        .unwrap_or("")
        .split(':')
        .next()
        .unwrap_or("")
        .to_ascii_lowercase();
    if VIDEO_HOSTS.iter().any(|known| {
        host == *known
            || host
                .strip_suffix(known)
                .is_some_and(|rest| rest.ends_with('.'))
    }) {
        return Some("video");
    }
    let path = path.split(['?', '#']).next().unwrap_or("");
    let (_, extension) = path.rsplit('/').next()?.rsplit_once('.')?;
    DOCUMENTS
        .contains(&extension.to_ascii_lowercase().as_str())
        .then_some("document")
}

#[cfg(test)]
mod tests {
    use super::super::text::blocks;
    use super::*;

    fn found(text: &str) -> Vec<(String, Option<&'static str>)> {
        read(&blocks(Piece { text, start: 0 }))
            .into_iter()
            .map(|link| (link.url.value, link.kind.map(|kind| kind.value)))
            .collect()
    }

    fn cut(text: &str) -> Option<&str> {
        text.get(appendix(&blocks(Piece { text, start: 0 }))?)
    }

    #[test]
    fn links_lose_the_punctuation_of_the_sentence() {
        assert_eq!(
            found(
                "Вижте (http://a.bg/x_(y)), „https://b.bg/план.PDF“, www.c.bg. И http://youtu.be/1!"
            ),
            [
                ("http://a.bg/x_(y)".to_owned(), None),
                ("https://b.bg/план.PDF".to_owned(), Some("document")),
                ("http://www.c.bg".to_owned(), None),
                ("http://youtu.be/1".to_owned(), Some("video")),
            ]
        );
        assert_eq!(found("a@www.b.bg xhttp://c.bg http:// www."), []);
    }

    #[test]
    fn a_label_gives_the_kind_until_the_next_label() {
        assert_eq!(
            found("Видео:\n\nhttp://a.bg/1\n\nhttp://a.bg/2\n\nкакто и в\n\nhttp://a.bg/3"),
            [
                ("http://a.bg/1".to_owned(), Some("video")),
                ("http://a.bg/2".to_owned(), Some("video")),
                ("http://a.bg/3".to_owned(), None),
            ]
        );
        assert_eq!(
            found("http://notyoutube.com/1 http://m.youtube.com/2")[1].1,
            Some("video")
        );
        assert_eq!(found("http://notyoutube.com/1")[0].1, None);
    }

    #[test]
    fn the_closing_block_is_links_and_labels() {
        assert_eq!(
            cut(
                "Постигнато е много.\n\nМедии:\n\nвидео\n\nhttp://a.bg\n\nкакто и в\n\nhttp://b.bg\n\n"
            ),
            Some("Медии:\n\nвидео\n\nhttp://a.bg\n\nкакто и в\n\nhttp://b.bg")
        );
        assert_eq!(
            cut("More at http://a.bg and so we went on.\n\nThe end."),
            None
        );
        assert_eq!(
            cut("A sentence stays.\nWebsite: http://a.bg"),
            Some("Website: http://a.bg")
        );
        assert_eq!(cut("Медии:"), None);
    }
}
