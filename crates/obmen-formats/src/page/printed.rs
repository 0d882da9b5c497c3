//! The printed form of a page: what a reader sees, with a map back to the input.
//!
//! Limits: elements hidden by style sheets are printed, images print nothing, and of the
//! encodings only UTF-8, UTF-16 with a byte order mark, and Windows-1251 are understood. Without the
//! feature `html` a page is plain text in UTF-8, its mark-up the text that it is.

use std::borrow::Cow;
use std::ops::Range;

#[cfg(feature = "html")]
use encoding_rs::{Encoding, UTF_8, WINDOWS_1251};
#[cfg(feature = "html")]
use html5gum::{Token, Tokenizer};

#[cfg(feature = "html")]
use super::html;

/// The most bytes that a page may have: 16 MiB.
pub const MAX_PAGE: usize = 16 << 20;

/// How far into a page a declaration of its encoding or its first HTML tag is looked for, in bytes.
#[cfg(feature = "html")]
const PRESCAN: usize = 4096;

/// Why a page could not be turned into text at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub(super) enum Unprintable {
    /// The bytes are neither UTF-8 nor, declared or plausibly, Windows-1251.
    #[error("the page is neither UTF-8 nor Windows-1251, first wrong byte at {offset}")]
    BadEncoding {
        /// Offset of the first byte that is not UTF-8; for UTF-16, of the first after its mark.
        offset: usize,
    },
    /// The page has more than [`MAX_PAGE`] bytes.
    #[error("the page has {length} bytes, at most {MAX_PAGE} are read")]
    TooLarge {
        /// How many bytes the page has.
        length: usize,
    },
}

/// The printed form of a page and the input that it came from.
///
/// A page that is plain text is its own printed form, nothing is copied.
#[derive(Debug, Clone)]
pub(super) struct Printed<'t> {
    source: Cow<'t, str>,
    rendered: Option<Rendered>,
}

/// Text made from HTML, and where its bytes came from.
#[derive(Debug, Clone, Default)]
pub(super) struct Rendered {
    text: String,
    /// In the order of `text`, without overlap; what lies between two was made up (line breaks).
    segments: Vec<Segment>,
}

/// A run of printed bytes that came from one run of source bytes.
#[derive(Debug, Clone, Copy)]
struct Segment {
    printed: usize,
    length: usize,
    source: usize,
    source_length: usize,
    /// Whether the run was copied byte by byte; else (an entity, a space) it only maps as a whole.
    is_copy: bool,
}

impl Rendered {
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Appends text that stands for no source of its own.
    #[cfg(feature = "html")]
    pub(super) fn push_made(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Appends text that came from all of `source`.
    #[cfg(feature = "html")]
    pub(super) fn push(&mut self, text: &str, source: Range<usize>) {
        self.add(text, source, false);
    }

    /// Appends text that stands in `source` byte by byte.
    #[cfg(feature = "html")]
    pub(super) fn push_copy(&mut self, text: &str, source: Range<usize>) {
        self.add(text, source, true);
    }

    #[cfg(feature = "html")]
    fn add(&mut self, text: &str, source: Range<usize>, is_copy: bool) {
        if text.is_empty() {
            return;
        }
        let new = Segment {
            printed: self.text.len(),
            length: text.len(),
            source: source.start,
            source_length: source.len(),
            is_copy,
        };
        self.text.push_str(text);
        match self.segments.last_mut() {
            Some(last)
                if last.is_copy
                    && new.is_copy
                    && last.printed + last.length == new.printed
                    && last.source + last.source_length == new.source =>
            {
                last.length += new.length;
                last.source_length += new.source_length;
            }
            _ => self.segments.push(new),
        }
    }

    /// The smallest source range that holds all that `printed` came from.
    fn source_span(&self, printed: &Range<usize>) -> Range<usize> {
        let first = self
            .segments
            .partition_point(|segment| segment.printed + segment.length <= printed.start);
        let mut found: Option<Range<usize>> = None;
        for segment in self.segments.iter().skip(first) {
            if segment.printed >= printed.end {
                break;
            }
            let (start, end) = if segment.is_copy {
                let from = printed.start.saturating_sub(segment.printed);
                let to = (printed.end - segment.printed).min(segment.length);
                (segment.source + from, segment.source + to)
            } else {
                (segment.source, segment.source + segment.source_length)
            };
            // The address of a link is printed after its text but stands before it in the source.
            found = Some(match found {
                Some(span) => span.start.min(start)..span.end.max(end),
                None => start..end,
            });
        }
        found.unwrap_or_else(|| {
            let at = match first
                .checked_sub(1)
                .and_then(|last| self.segments.get(last))
            {
                Some(last) => last.source + last.source_length,
                None => 0,
            };
            at..at
        })
    }
}

impl<'t> Printed<'t> {
    /// The printed form of `bytes`, which may be plain text or HTML.
    ///
    /// A byte order mark is dropped. HTML is known by a doctype or a tag at the start.
    ///
    /// # Errors
    /// [`Unprintable`] if the bytes are too many or in no encoding that is understood.
    pub(super) fn from_bytes(bytes: &'t [u8]) -> Result<Self, Unprintable> {
        if bytes.len() > MAX_PAGE {
            return Err(Unprintable::TooLarge {
                length: bytes.len(),
            });
        }
        let source = decode(bytes)?;
        #[cfg(feature = "html")]
        let rendered = is_html(&source).then(|| html::render(&source));
        #[cfg(not(feature = "html"))]
        let rendered = None;
        Ok(Self { source, rendered })
    }

    /// The printed text: the input itself for plain text.
    #[must_use]
    pub(super) fn text(&self) -> &str {
        match &self.rendered {
            Some(rendered) => rendered.text(),
            None => &self.source,
        }
    }

    /// The input decoded to UTF-8, without byte order mark: what [`Self::source_span`] refers to.
    #[must_use]
    pub(super) fn source(&self) -> &str {
        &self.source
    }

    /// Whether the input was HTML.
    #[cfg(feature = "html")]
    #[cfg(test)]
    pub(super) fn is_html(&self) -> bool {
        self.rendered.is_some()
    }

    /// The bytes of [`Self::source`] that the bytes `printed` of [`Self::text`] came from.
    ///
    /// An entity maps as a whole, the address of a link to the attribute's value. What lies outside
    /// the text is cut off; a range of line breaks only is an empty one after the words before it.
    #[must_use]
    pub(super) fn source_span(&self, printed: Range<usize>) -> Range<usize> {
        let end = printed.end.min(self.text().len());
        let printed = printed.start.min(end)..end;
        match &self.rendered {
            Some(rendered) => rendered.source_span(&printed),
            None => printed,
        }
    }
}

/// Decodes a page in UTF-8.
#[cfg(not(feature = "html"))]
fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Unprintable> {
    let mark = usize::from(bytes.starts_with("\u{feff}".as_bytes())) * 3;
    match std::str::from_utf8(bytes.get(mark..).unwrap_or_default()) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(error) => Err(Unprintable::BadEncoding {
            offset: mark + error.valid_up_to(),
        }),
    }
}

/// Decodes a page; UTF-8 comes first, since text of another encoding is almost never valid UTF-8.
#[cfg(feature = "html")]
fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Unprintable> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let body = bytes.get(mark..).unwrap_or_default();
        return match encoding.decode_without_bom_handling_and_without_replacement(body) {
            Some(text) => Ok(text),
            None => Err(Unprintable::BadEncoding {
                offset: if encoding == UTF_8 {
                    mark + Encoding::utf8_valid_up_to(body)
                } else {
                    mark
                },
            }),
        };
    }
    let offset = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(Cow::Borrowed(text)),
        Err(error) => error.valid_up_to(),
    };
    if (declares_windows_1251(bytes) || plausible_windows_1251(bytes))
        && let Some(text) = WINDOWS_1251.decode_without_bom_handling_and_without_replacement(bytes)
    {
        return Ok(text);
    }
    Err(Unprintable::BadEncoding { offset })
}

/// Whether the page says in a meta element or an XML declaration that it is Windows-1251.
#[cfg(feature = "html")]
fn declares_windows_1251(bytes: &[u8]) -> bool {
    let is_1251 = |label: &[u8]| Encoding::for_label(label) == Some(WINDOWS_1251);
    let start = bytes.get(..PRESCAN).unwrap_or(bytes);
    for Ok(token) in Tokenizer::new(start) {
        let declared = match &token {
            Token::StartTag(tag) if tag.name.as_slice() == b"meta" => {
                let of = |name: &[u8]| tag.attributes.get(name);
                match (of(b"charset"), of(b"content")) {
                    (Some(label), _) => is_1251(label),
                    (None, Some(content)) => after_word(content, b"charset").is_some_and(is_1251),
                    (None, None) => false,
                }
            }
            // The tokenizer takes an XML declaration for a comment, as the standard asks.
            Token::Comment(comment) if comment.starts_with(b"?xml") => {
                after_word(comment, b"encoding").is_some_and(is_1251)
            }
            _ => false,
        };
        if declared {
            return true;
        }
    }
    false
}

/// The value in `word = value`, with or without quotes.
#[cfg(feature = "html")]
fn after_word<'b>(text: &'b [u8], word: &[u8]) -> Option<&'b [u8]> {
    let at = text
        .windows(word.len())
        .position(|window| window.eq_ignore_ascii_case(word))?;
    let rest = text.get(at + word.len()..)?.trim_ascii_start();
    let value = rest.strip_prefix(b"=")?.trim_ascii_start();
    let is_end =
        |byte: &u8| matches!(byte, b'"' | b'\'' | b';' | b'?') || byte.is_ascii_whitespace();
    let value = match value.split_first() {
        Some((b'"' | b'\'', quoted)) => quoted,
        _ => value,
    };
    value.split(is_end).next()
}

/// Whether bytes that are no UTF-8 read as Bulgarian in Windows-1251.
///
/// Broken UTF-8 fails, for every other byte of it would be a rare sign; Latin-1 fails, for its
/// letters stand among ASCII letters, while a Bulgarian word is Cyrillic from end to end.
#[cfg(feature = "html")]
fn plausible_windows_1251(bytes: &[u8]) -> bool {
    let (mut letters, mut signs, mut strange) = (0_usize, 0_usize, 0_usize);
    let (mut words, mut mixed) = (0_usize, 0_usize);
    for word in bytes.split(|byte| !(byte.is_ascii_alphabetic() || *byte >= 0xC0)) {
        let high = word.iter().filter(|byte| **byte >= 0xC0).count();
        if high > 0 {
            words += 1;
            mixed += usize::from(high < word.len());
        }
    }
    for byte in bytes {
        match byte {
            // Russian letters that Bulgarian does not have.
            0xDB | 0xDD | 0xFB | 0xFD => strange += 1,
            0xC0..=0xFF => letters += 1,
            // Quotes, dashes, ellipsis, no-break space, section, copyright, guillemets, numero.
            0x82
            | 0x84
            | 0x85
            | 0x91..=0x97
            | 0xA0
            | 0xA7
            | 0xA9
            | 0xAB
            | 0xB0
            | 0xB7
            | 0xB9
            | 0xBB => signs += 1,
            0x80..=0xBF => strange += 1,
            b'\t' | b'\n' | b'\x0C' | b'\r' => {}
            0..0x20 => return false,
            _ => {}
        }
    }
    letters > 0 && strange * 20 <= letters && signs * 4 <= letters.max(4) && mixed * 10 <= words
}

/// Whether the text is HTML: a doctype, a declaration or a known tag at the start, or, after some
/// output of a broken server, a doctype or `<html` near it.
#[cfg(feature = "html")]
fn is_html(text: &str) -> bool {
    let start = text.trim_start();
    if let Some(markup) = start.strip_prefix('<') {
        if markup.starts_with(['!', '?']) {
            return true;
        }
        let name_length = markup.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let (name, rest) = markup.split_at_checked(name_length).unwrap_or_default();
        let ends = rest.starts_with(|c: char| c == '>' || c == '/' || c.is_ascii_whitespace());
        if ends && html::is_element(name) {
            return true;
        }
    }
    let head = start.as_bytes();
    let head = head.get(..PRESCAN).unwrap_or(head);
    ["<!doctype html", "<html>", "<html "].iter().any(|mark| {
        head.windows(mark.len())
            .any(|window| window.eq_ignore_ascii_case(mark.as_bytes()))
    })
}

#[cfg(test)]
#[cfg(feature = "html")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn print(html: &str) -> Printed<'_> {
        Printed::from_bytes(html.as_bytes()).unwrap()
    }

    /// The source that the only occurrence of `words` came from.
    fn source_of<'p>(page: &'p Printed<'_>, words: &str) -> &'p str {
        let at = page.text().find(words).unwrap();
        page.source()
            .get(page.source_span(at..at + words.len()))
            .unwrap()
    }

    #[test]
    fn plain_text_is_its_own_printed_form() {
        let text = "Практика\n\n3 < 5 &amp; <b>\r\n";
        let page = print(text);
        assert!(!page.is_html());
        assert!(matches!(page.source, Cow::Borrowed(_)));
        assert_eq!(page.text(), text);
        assert_eq!(page.source_span(4..8), 4..8);
        assert_eq!(page.source_span(4..8000), 4..text.len());
    }

    #[test]
    fn only_markup_at_the_start_makes_html() {
        for html in [
            "<!DOCTYPE html>x",
            "  <HTML>x",
            "<p>x",
            "<?xml version=\"1.0\"?><html>x",
            "<br/>x",
            "Warning: mysql_connect()\n<!doctype HTML PUBLIC \"x\"><p>x",
        ] {
            assert!(print(html).is_html(), "{html}");
        }
        for text in ["", "<3 innovations", "<ros@x.bg> wrote", "a <p>b</p>", "<"] {
            assert!(!print(text).is_html(), "{text}");
        }
    }

    #[test]
    fn elements_make_lines() {
        for (html, text) in [
            ("<div>a</div><div>b</div>", "a\nb"),
            ("<p>a</p>\n <p> b\n  c </p>", "a\n\nb c"),
            ("<p>a<br />b<br></p><p>c", "a\nb\n\nc"),
            ("<p>a</p><br /><p>b", "a\n\n\nb"),
            ("<h2>a</h2>b", "a\n\nb"),
            (
                "<p>a<ul><li>b<li><p>c</p><ul><li> d</ul></ul>e",
                "a\n\n- b\n- c\n\n- d\n\ne",
            ),
            ("<ol><li></li></ol>a", "a"),
            ("<table><tr><td>a<td>b<tr><td>c</table>d", "a\tb\nc\nd"),
            (
                "<table><tr><td><div>a</div></td><td>b</td></tr></table>",
                "a\nb",
            ),
            ("<p><b>a</b> <i>b</i>c", "a bc"),
            ("<p>a&nbsp; b", "a\u{a0} b"),
            ("<p>a&#13;&#10;b &bdquo;c&ldquo;", "a b „c“"),
            ("<pre>a\n  b</pre>c", "a\n  b\n\nc"),
            ("<p>a</>b<!-- c --> d <? e ?>f</p>", "ab d f"),
            ("<hr>a<hr/>b", "a\n\nb"),
        ] {
            assert_eq!(print(html).text(), text, "{html}");
        }
    }

    #[test]
    fn what_a_reader_does_not_see_is_not_printed() {
        for html in [
            "<head><title>t</title><style>p{}</style><script>a='<p>';</script></head>x",
            "<html><head><meta charset='utf-8'><link href='http://a.bg'></head><body>x",
            "<form><input type='hidden' value='v'/><input type='submit' value='Номинирай' />x</form>",
            "<p>x<noscript>n</noscript><iframe>i</iframe><textarea>t</textarea>",
            "<select><option>bg</option><option>en</option></select><div>x</div>",
            "<select><option>bg<div>x</div>",
            "<button>Номинирай</button> x",
            "<p>x<!-- <p>y</p> --><noframes>f</noframes>",
            "<p>x<script>never closed <p>y",
        ] {
            assert_eq!(print(html).text(), "x", "{html}");
        }
    }

    #[test]
    fn links_yield_their_address_unless_it_is_their_text() {
        for (html, text) in [
            (
                "<p>a <a href=\"http://x.bg/?a=1&amp;b=2\">видео</a>.",
                "a видео http://x.bg/?a=1&b=2.",
            ),
            (
                "<p><a href=' HTTP://x.bg/a b '>видео</a>",
                "видео HTTP://x.bg/a%20b",
            ),
            ("<p><a href=\"http://x.bg/\">http://x.bg</a>", "http://x.bg"),
            ("<p><a href=\"http://www.x.bg/\">www.X.bg</a>", "www.X.bg"),
            (
                "<p>a<a href=http://x.bg><img src='a.png'></a>b",
                "a http://x.bgb",
            ),
            (
                "<p><a href=\"mailto:a@x.bg\">пишете</a> <a href=/bg>bg</a>",
                "пишете bg",
            ),
            (
                "<p><a href=http://x.bg>a<p>b<a href='http://y.bg'>c",
                "a http://x.bg\n\nbc http://y.bg",
            ),
        ] {
            assert_eq!(print(html).text(), text, "{html}");
        }
    }

    #[test]
    fn spans_lead_back_to_the_source() {
        let page = print(
            "<p>Иноватор:&nbsp;<b>Иван</b>\r\n Петров &bdquo;X&ldquo; &amp c\
             <a href=\"http://x.bg/?a=1&amp;b\">видео</a> край;&#59;",
        );
        assert_eq!(
            page.text(),
            "Иноватор:\u{a0}Иван Петров „X“ & cвидео http://x.bg/?a=1&b край;;"
        );
        assert_eq!(source_of(&page, "Иноватор"), "Иноватор");
        assert_eq!(source_of(&page, ":\u{a0}И"), ":&nbsp;<b>И");
        assert_eq!(source_of(&page, "Петров"), "Петров");
        assert_eq!(source_of(&page, "„X“"), "&bdquo;X&ldquo;");
        assert_eq!(source_of(&page, "& c"), "&amp c");
        assert_eq!(
            source_of(&page, "http://x.bg/?a=1&b"),
            "http://x.bg/?a=1&amp;b"
        );
        assert_eq!(source_of(&page, "край"), "край");
        let end = page.text().len();
        let of = |printed| page.source().get(page.source_span(printed));
        assert_eq!(of(end - 1..end), Some("&#59;"));
        assert_eq!(of(end - 2..end - 1), Some(";"));
        let line = print("<p>a</p><p>b</p>");
        assert_eq!(line.source_span(1..3), 4..4);
        assert_eq!(line.source_span(0..4), 3..12);
    }

    #[test]
    fn windows_1251_is_understood_when_declared_or_plausible() {
        let (encoded, _, _) = WINDOWS_1251.encode("Партньори са „Община Девня“ – 3 броя, № 5.");
        assert_eq!(
            Printed::from_bytes(&encoded).unwrap().text(),
            "Партньори са „Община Девня“ – 3 броя, № 5."
        );
        // Too little, and mixed with Latin letters, so it must be declared.
        for head in [
            "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\" />",
            "<meta charset=cp1251>",
            "<?xml version=\"1.0\" encoding='windows-1251'?>",
        ] {
            let html = format!("{head}<p>aй");
            let (encoded, _, _) = WINDOWS_1251.encode(&html);
            assert_eq!(
                Printed::from_bytes(&encoded).unwrap().text(),
                "aй",
                "{head}"
            );
        }
        // Declared wrongly: valid UTF-8 wins.
        let html = "<meta charset=windows-1251><p>Община";
        assert_eq!(print(html).text(), "Община");
    }

    #[test]
    fn other_bytes_are_refused_where_they_go_wrong() {
        let cases: [(&[u8], usize); 5] = [
            (b"caf\xe9 au lait", 3),
            (b"\xd0\x9f\xd1\x80\xd0\xb0\xff\xd0\xba", 6),
            (b"\xef\xbb\xbfab\xff", 5),
            (b"\xcf\xf0\xe0\x00", 0),
            (b"\x80", 0),
        ];
        for (bytes, offset) in cases {
            let error = Printed::from_bytes(bytes).unwrap_err();
            assert_eq!(error, Unprintable::BadEncoding { offset }, "{bytes:?}");
        }
        assert_eq!(print("\u{feff}Практика").text(), "Практика");
        let utf16 = b"\xff\xfe\x1f\x04\x40\x04";
        assert_eq!(Printed::from_bytes(utf16).unwrap().text(), "Пр");
    }

    #[test]
    fn hostile_pages_end_soon() {
        let nested = format!("<html>{}x", "<div>".repeat(100_000));
        assert_eq!(print(&nested).text(), "x");
        let lists = format!("<ul>{}x", "<li><ul>".repeat(100_000));
        assert_eq!(print(&lists).text(), "- x");
        let angles = format!("<p>{}", "<".repeat(1 << 20));
        assert_eq!(print(&angles).text().len(), 1 << 20);
        let references = format!("<p>{}", "&".repeat(1 << 20));
        assert_eq!(print(&references).text().len(), 1 << 20);
        let attributes = format!("<p {}>x", "a=1 ".repeat(1 << 18));
        assert_eq!(print(&attributes).text(), "x");
        let links = format!("<p>{}", "<a href=http://x>".repeat(1 << 16));
        assert!(print(&links).text().len() < links.len());
        assert_eq!(print("<!--").text(), "");
        let large = vec![b'a'; MAX_PAGE + 1];
        let error = Printed::from_bytes(&large).unwrap_err();
        assert_eq!(
            error,
            Unprintable::TooLarge {
                length: MAX_PAGE + 1
            }
        );
    }

    /// Every printed character must lead to whole characters of the source.
    fn map_is_sound(page: &Printed<'_>) {
        for (at, c) in page.text().char_indices() {
            let span = page.source_span(at..at + c.len_utf8());
            let source = page.source().get(span.clone());
            assert!(source.is_some(), "{span:?} of {:?}", page.source());
        }
        let all = page.source_span(0..usize::MAX);
        assert!(page.source().get(all).is_some());
    }

    proptest! {
        #[test]
        fn any_bytes_print_or_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(page) = Printed::from_bytes(&bytes) {
                map_is_sound(&page);
            }
        }

        #[test]
        fn any_markup_prints(parts in proptest::collection::vec(proptest::sample::select(vec![
            "<p>", "</p>", "<br>", "<li>", "<ul>", "</ul>", "<a href='http://x.bg/?й&amp;'>", "</a>",
            "<a href=\"http://", "<td>", "<pre>", "</pre>", "&nbsp;", "&amp", "&#1080;", "&", "&#x",
            "й", "a", " ", "\r\n", "\r", "\u{a0}", "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>",
            "<script>", "</script>", "<title>", "</title", "<select>", "\0", "'", "\"", "=", "/",
            "<!", "<?", "&NotEqualTilde;", "<textarea>", "</textarea>", "<plaintext>",
        ]), 0..60)) {
            let html = format!("<html>{}", parts.concat());
            map_is_sound(&print(&html));
        }
    }
}
