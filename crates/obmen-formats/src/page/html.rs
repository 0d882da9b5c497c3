//! HTML to printed text, as a browser's text rendering has it.
//!
//! Works on the flat stream of a tokenizer that follows the standard, without a tree: nesting
//! costs neither stack nor time. Every printed run keeps the byte range that it came from.

use std::ops::Range;

use html5gum::{Emitter, Error, State, Tokenizer, naive_next_state};

use super::printed::Rendered;

/// What an element does to the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Display {
    /// Part of the line that it stands in.
    Inline,
    /// On lines of its own.
    Block,
    /// On lines of its own, with a blank line before and after.
    Paragraph,
    /// Like a paragraph, but not inside another list.
    List,
    /// On lines of its own behind a dash.
    Item,
    /// Behind a tab in the line of its row.
    Cell,
    /// Like a paragraph, with white space kept.
    Preformatted,
    /// One line break.
    Break,
    /// A link, whose address is printed too.
    Link,
    /// A control of a form, whose content is not printed.
    Control,
    /// Content that the tokenizer hands over raw and that is not printed.
    Raw,
}

/// Elements in the order of their names. What is not here is inline and unknown.
const ELEMENTS: &[(&str, Display)] = &[
    ("a", Display::Link),
    ("abbr", Display::Inline),
    ("acronym", Display::Inline),
    ("address", Display::Block),
    ("article", Display::Block),
    ("aside", Display::Block),
    ("b", Display::Inline),
    ("base", Display::Inline),
    ("big", Display::Inline),
    ("blockquote", Display::Paragraph),
    ("body", Display::Block),
    ("br", Display::Break),
    ("button", Display::Control),
    ("caption", Display::Block),
    ("center", Display::Block),
    ("cite", Display::Inline),
    ("code", Display::Inline),
    ("datalist", Display::Control),
    ("dd", Display::Block),
    ("details", Display::Block),
    ("dir", Display::List),
    ("div", Display::Block),
    ("dl", Display::Paragraph),
    ("dt", Display::Block),
    ("em", Display::Inline),
    ("fieldset", Display::Block),
    ("figcaption", Display::Block),
    ("figure", Display::Block),
    ("font", Display::Inline),
    ("footer", Display::Block),
    ("form", Display::Block),
    ("h1", Display::Paragraph),
    ("h2", Display::Paragraph),
    ("h3", Display::Paragraph),
    ("h4", Display::Paragraph),
    ("h5", Display::Paragraph),
    ("h6", Display::Paragraph),
    ("head", Display::Block),
    ("header", Display::Block),
    ("hr", Display::Paragraph),
    ("html", Display::Block),
    ("i", Display::Inline),
    ("iframe", Display::Raw),
    ("img", Display::Inline),
    ("input", Display::Inline),
    ("ins", Display::Inline),
    ("label", Display::Inline),
    ("legend", Display::Block),
    ("li", Display::Item),
    ("link", Display::Inline),
    ("main", Display::Block),
    ("menu", Display::List),
    ("meta", Display::Inline),
    ("nav", Display::Block),
    ("noembed", Display::Raw),
    ("noframes", Display::Raw),
    ("noscript", Display::Raw),
    ("object", Display::Inline),
    ("ol", Display::List),
    ("optgroup", Display::Control),
    ("option", Display::Control),
    ("p", Display::Paragraph),
    ("pre", Display::Preformatted),
    ("script", Display::Raw),
    ("section", Display::Block),
    ("select", Display::Control),
    ("small", Display::Inline),
    ("span", Display::Inline),
    ("strong", Display::Inline),
    ("style", Display::Raw),
    ("sub", Display::Inline),
    ("summary", Display::Block),
    ("sup", Display::Inline),
    ("table", Display::Block),
    ("tbody", Display::Block),
    ("td", Display::Cell),
    ("textarea", Display::Raw),
    ("tfoot", Display::Block),
    ("th", Display::Cell),
    ("thead", Display::Block),
    ("title", Display::Raw),
    ("tr", Display::Block),
    ("tt", Display::Inline),
    ("u", Display::Inline),
    ("ul", Display::List),
];

fn element(name: &str) -> Option<Display> {
    let at = ELEMENTS.binary_search_by_key(&name, |entry| entry.0).ok()?;
    ELEMENTS.get(at).map(|entry| entry.1)
}

/// Whether `name`, in any case, is an element of HTML that this module knows.
pub(super) fn is_element(name: &str) -> bool {
    element(&name.to_ascii_lowercase()).is_some()
}

/// The printed form of a page that is HTML.
pub(super) fn render(source: &str) -> Rendered {
    let reader = TagReader {
        source,
        printer: Printer::default(),
        position: 0,
        text_end: 0,
        held: Vec::new(),
        tag: Tag::default(),
        last_start_tag: Vec::new(),
        attribute: Attribute::default(),
        is_done: false,
    };
    let mut tokenizer = Tokenizer::new_with_emitter(source, reader);
    // The reader works through side effects and yields its result at the end of the input.
    match tokenizer.next() {
        Some(Ok(rendered)) => rendered,
        Some(Err(never)) => match never {},
        None => Rendered::default(),
    }
}

/// The address of a link, and where it stands.
#[derive(Debug)]
struct Address {
    text: String,
    source: Range<usize>,
}

/// A link whose text is being printed.
#[derive(Debug)]
struct Link {
    address: Address,
    /// Where its text starts in the printed form.
    start: usize,
}

/// Makes lines of text and elements. White space waits until something visible follows it.
#[derive(Debug, Default)]
struct Printer {
    out: Rendered,
    breaks: usize,
    space: Option<Range<usize>>,
    tab: bool,
    /// The tag of a list item that has no text yet.
    item: Option<Range<usize>>,
    link: Option<Link>,
    lists: usize,
    preformatted: usize,
    in_control: bool,
    in_raw: bool,
}

impl Printer {
    /// Text from `source`, byte by byte if `is_copy`, else made from all of it.
    fn text(&mut self, text: &str, source: &Range<usize>, is_copy: bool) {
        if self.in_raw || self.in_control {
            return;
        }
        let part = |from: usize, to: usize| {
            if is_copy {
                source.start + from..source.start + to
            } else {
                source.clone()
            }
        };
        let mut visible = 0;
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            // The standard drops NUL in the body.
            let collapses = c.is_ascii_whitespace() && self.preformatted == 0;
            if collapses || c == '\n' || c == '\0' {
                self.visible(
                    text.get(visible..at).unwrap_or_default(),
                    part(visible, at),
                    is_copy,
                );
                visible = end;
                if collapses {
                    self.space.get_or_insert(part(at, end));
                } else if c == '\n' {
                    self.breaks += 1;
                }
            }
        }
        let rest = text.get(visible..).unwrap_or_default();
        self.visible(rest, part(visible, text.len()), is_copy);
    }

    fn visible(&mut self, text: &str, source: Range<usize>, is_copy: bool) {
        if text.is_empty() {
            return;
        }
        self.settle();
        if is_copy {
            self.out.push_copy(text, source);
        } else {
            self.out.push(text, source);
        }
    }

    /// Prints the white space and the list mark that wait.
    fn settle(&mut self) {
        let starts_line = self.out.text().is_empty() || self.out.text().ends_with('\n');
        let (space, tab) = (self.space.take(), std::mem::take(&mut self.tab));
        let breaks = std::mem::take(&mut self.breaks);
        if breaks > 0 {
            if !self.out.text().is_empty() {
                for _ in 0..breaks {
                    self.out.push_made("\n");
                }
            }
        } else if !starts_line {
            match space {
                _ if tab => self.out.push_made("\t"),
                // A space for one white space character is as good as a copy.
                Some(space) if space.len() == 1 => self.out.push_copy(" ", space),
                Some(space) => self.out.push(" ", space),
                None => {}
            }
        }
        if let Some(item) = self.item.take() {
            self.out.push("- ", item);
        }
    }

    /// Ends the line, with `breaks` line breaks at least before what follows.
    fn line(&mut self, breaks: usize) {
        let printed = self.out.text().len();
        if self.link.as_ref().is_some_and(|link| link.start < printed) {
            self.end_link();
        }
        // Nothing parts a list mark from the first text of its item.
        if self.item.is_none() {
            self.breaks = self.breaks.max(breaks);
        }
        self.space = None;
        self.tab = false;
        // A control that was never closed ends where the text around it goes on.
        self.in_control = false;
    }

    fn printed_since(&self, start: usize) -> &str {
        self.out.text().get(start..).unwrap_or_default().trim()
    }

    fn end_link(&mut self) {
        let Some(link) = self.link.take() else {
            return;
        };
        let text = self.printed_since(link.start);
        if self.in_control
            || bare_address(text).eq_ignore_ascii_case(bare_address(&link.address.text))
        {
            return;
        }
        self.settle();
        if !(self.out.text().is_empty() || self.out.text().ends_with(char::is_whitespace)) {
            self.out.push_made(" ");
        }
        self.out.push(&link.address.text, link.address.source);
    }

    fn start(&mut self, display: Display, source: Range<usize>, link: Option<Address>) {
        match display {
            Display::Inline => {}
            Display::Block => self.line(1),
            Display::Paragraph => self.line(2),
            Display::Preformatted => {
                self.line(2);
                self.preformatted += 1;
            }
            Display::List => {
                self.line(if self.lists == 0 { 2 } else { 1 });
                self.lists += 1;
            }
            Display::Item => {
                self.line(1);
                self.item = Some(source);
            }
            Display::Cell => self.tab = true,
            Display::Break => {
                self.breaks += 1;
                self.space = None;
            }
            Display::Link => {
                self.end_link();
                self.link = link.map(|address| Link {
                    address,
                    start: self.out.text().len(),
                });
            }
            Display::Control => self.in_control = true,
            Display::Raw => self.in_raw = true,
        }
    }

    fn end(&mut self, display: Display, name: &[u8]) {
        match display {
            Display::Inline | Display::Cell | Display::Raw => {}
            Display::Block => self.line(1),
            Display::Paragraph => self.line(2),
            Display::Preformatted => {
                self.line(2);
                self.preformatted = self.preformatted.saturating_sub(1);
            }
            Display::List => {
                self.item = None;
                self.line(if self.lists <= 1 { 2 } else { 1 });
                self.lists = self.lists.saturating_sub(1);
            }
            Display::Item => {
                self.item = None;
                self.line(1);
            }
            Display::Break => self.breaks += 1,
            Display::Link => self.end_link(),
            // An option ends inside its list, whose own end is still to come.
            Display::Control => self.in_control = matches!(name, b"option" | b"optgroup"),
        }
    }
}

/// An address without what people leave out when they write it.
fn bare_address(address: &str) -> &str {
    let mut rest = address.trim().trim_end_matches('/');
    for prefix in ["http://", "https://", "www."] {
        if let Some((start, end)) = rest.split_at_checked(prefix.len())
            && start.eq_ignore_ascii_case(prefix)
        {
            rest = end;
        }
    }
    rest
}

/// Whether the value of `href` is an address on the web.
fn is_web_address(address: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| {
        address
            .split_at_checked(scheme.len())
            .is_some_and(|(start, rest)| start.eq_ignore_ascii_case(scheme) && !rest.is_empty())
    })
}

/// The tag that is being read.
#[derive(Debug, Default)]
struct Tag {
    name: Vec<u8>,
    is_end: bool,
    start: usize,
    link: Option<Address>,
}

/// The attribute that is being read.
#[derive(Debug, Default)]
struct Attribute {
    name: Vec<u8>,
    value: Vec<u8>,
    source: Range<usize>,
}

/// Hears the tokenizer out and drives the printer.
struct TagReader<'s> {
    source: &'s str,
    printer: Printer,
    position: usize,
    /// Where the last text, tag or comment ended: what comes next started there.
    text_end: usize,
    /// The first bytes of a character whose last are still to come.
    held: Vec<u8>,
    tag: Tag,
    last_start_tag: Vec<u8>,
    attribute: Attribute,
    is_done: bool,
}

impl TagReader<'_> {
    fn end_attribute(&mut self) {
        let attribute = std::mem::take(&mut self.attribute);
        if self.tag.is_end || self.tag.link.is_some() || attribute.name != b"href" {
            return;
        }
        let value = String::from_utf8_lossy(&attribute.value);
        let trimmed = value.trim();
        if !is_web_address(trimmed) {
            return;
        }
        // White space would end the address in print.
        let words: Vec<_> = trimmed.split(char::is_whitespace).collect();
        self.tag.link = Some(Address {
            text: words.join("%20"),
            source: attribute.source,
        });
    }
}

impl Emitter for TagReader<'_> {
    type Token = Rendered;

    fn set_last_start_tag(&mut self, last_start_tag: Option<&[u8]>) {
        self.last_start_tag = last_start_tag.unwrap_or_default().to_vec();
    }

    fn emit_eof(&mut self) {
        self.printer.end_link();
        self.is_done = true;
    }

    fn emit_error(&mut self, _: Error) {}

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Rendered> {
        std::mem::take(&mut self.is_done).then(|| std::mem::take(&mut self.printer.out))
    }

    fn emit_string(&mut self, text: &[u8]) {
        // After a reference the tokenizer hands over single bytes: wait for the whole character.
        self.held.extend(text);
        let held = std::mem::take(&mut self.held);
        let whole = match std::str::from_utf8(&held) {
            Ok(text) => text,
            Err(error) => {
                let (whole, part) = held
                    .split_at_checked(error.valid_up_to())
                    .unwrap_or_default();
                self.held = part.to_vec();
                std::str::from_utf8(whole).unwrap_or_default()
            }
        };
        let end = self.position.saturating_sub(self.held.len());
        let since = self.text_end.min(end)..end;
        let tail = end.saturating_sub(whole.len())..end;
        let is_reference = self
            .source
            .get(since.clone())
            .is_some_and(|raw| raw.starts_with('&') && raw != whole);
        if !is_reference && self.source.get(tail.clone()) == Some(whole) {
            self.printer.text(whole, &tail, true);
        } else {
            self.printer.text(whole, &since, false);
        }
        self.text_end = end;
    }

    fn start_open_tag(&mut self) {
        self.tag.start = self.position.saturating_sub(1);
    }

    fn init_start_tag(&mut self) {
        self.tag.name.clear();
        self.tag.is_end = false;
        self.tag.link = None;
    }

    fn init_end_tag(&mut self) {
        self.tag.name.clear();
        self.tag.is_end = true;
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        self.tag.name.extend(name);
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.end_attribute();
        self.text_end = self.position;
        let display = std::str::from_utf8(&self.tag.name).ok().and_then(element);
        if self.tag.is_end {
            self.last_start_tag.clear();
            self.printer.in_raw = false;
            if let Some(display) = display {
                self.printer.end(display, &self.tag.name);
            }
            return None;
        }
        self.last_start_tag.clone_from(&self.tag.name);
        if let Some(display) = display {
            let source = self.tag.start.min(self.position)..self.position;
            self.printer.start(display, source, self.tag.link.take());
        }
        match self.tag.name.as_slice() {
            b"noframes" => Some(State::RawText),
            name => naive_next_state(name),
        }
    }

    fn init_attribute(&mut self) {
        self.end_attribute();
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        self.attribute.name.extend(name);
    }

    fn init_attribute_value(&mut self) {
        self.attribute.source = self.position..self.position;
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        self.attribute.value.extend(value);
        self.attribute.source.end = self.position;
    }

    fn emit_current_comment(&mut self) {
        self.text_end = self.position;
    }

    fn emit_current_doctype(&mut self) {
        self.text_end = self.position;
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.tag.is_end && !self.tag.name.is_empty() && self.tag.name == self.last_start_tag
    }

    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }

    fn init_comment(&mut self) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn init_doctype(&mut self) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn set_self_closing(&mut self) {}
    fn set_force_quirks(&mut self) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
}
