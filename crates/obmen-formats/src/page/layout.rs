//! The parts of an exchange's page, found in its printed text.
//!
//! Everything is a byte range of the text, nothing is invented: what is absent is `None`, what
//! stood in the footer but made no sense is [`Misread`], and what was neither read nor known site
//! furniture is in [`Layout::unread`].

use std::ops::Range;

use obmen::value::PartialDate;

use super::vocabulary::{
    ADDRESS_WORDS, CONTACT_LABELS, EXCHANGES, FURNITURE_LINES, FURNITURE_STARTS, HEADINGS, LABELS,
    NAME_WORDS, OFFICE_ENDS, OFFICE_STARTS, ORGANISATION_WORDS, POSITIONS, Place, key,
};

/// A byte range of the printed text.
pub(super) type Span = Range<usize>;

/// The language that the headings and labels of a page are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Language {
    /// Bulgarian.
    Bulgarian,
    /// English.
    English,
}

impl Language {
    /// The BCP 47 tag, `bg` or `en`.
    #[must_use]
    pub(super) fn tag(self) -> &'static str {
        match self {
            Self::Bulgarian => "bg",
            Self::English => "en",
        }
    }
}

/// A section of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Part {
    /// What there was before.
    Background,
    /// What was done.
    Practice,
    /// What came of it.
    Results,
}

/// A value with a label of its own in the footer or the contact block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub(super) enum Label {
    /// Who published the page.
    Innovator,
    /// When it was published.
    Published,
    /// How many nominations it claims.
    Nominations,
    /// The contact's position.
    Position,
    /// The contact's postal address.
    Address,
    /// The contact's telephone.
    Phone,
    /// The contact's fax.
    Fax,
    /// The contact's e-mail address.
    Email,
    /// The contact's web address.
    Url,
}

/// The heading and the body of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Section {
    /// The line of the heading.
    pub(super) heading: Span,
    /// What stands under it, without white space around it; an empty range if nothing does.
    pub(super) body: Span,
}

/// A publication date, maybe partial, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Published {
    /// The date as written.
    pub(super) span: Span,
    /// Its value, as far as it is stated.
    pub(super) date: PartialDate,
}

/// The number of nominations that a page states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Nominations {
    /// The number as written.
    pub(super) span: Span,
    /// Its value.
    pub(super) count: u64,
}

/// The contact block under the footer: the innovator's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Contact {
    /// The person's name.
    pub(super) person: Option<Span>,
    /// The person's position.
    pub(super) position: Option<Span>,
    /// The lines of the postal address.
    pub(super) address: Vec<Span>,
    /// The telephone number as written.
    pub(super) phone: Option<Span>,
    /// The fax number as written.
    pub(super) fax: Option<Span>,
    /// The e-mail address.
    pub(super) email: Option<Span>,
    /// The web address as written, maybe without scheme.
    pub(super) url: Option<Span>,
}

#[cfg(test)]
impl Contact {
    /// Whether the block says nothing.
    #[must_use]
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The exchange that a page is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Site {
    /// The name of its register.
    pub(super) register: &'static str,
    /// Who publishes it.
    pub(super) publisher: &'static str,
    /// The line that says so.
    pub(super) span: Span,
}

/// A labelled value that could not be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Misread {
    /// What it should have been.
    pub(super) label: Label,
    /// The value as written.
    pub(super) span: Span,
}

/// The parts of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Layout {
    /// The exchange, from its name line or its print footer.
    pub(super) site: Option<Site>,
    /// The language of most headings and labels.
    pub(super) language: Option<Language>,
    /// The practice's title.
    pub(super) title: Option<Span>,
    /// The organisation named under the title.
    pub(super) organisation: Option<Span>,
    /// The background section.
    pub(super) background: Option<Section>,
    /// The practice section.
    pub(super) practice: Option<Section>,
    /// The results section.
    pub(super) results: Option<Section>,
    /// The innovator as written.
    pub(super) innovator: Option<Span>,
    /// The publication date.
    pub(super) published: Option<Published>,
    /// The stated nominations.
    pub(super) nominations: Option<Nominations>,
    /// The contact block.
    pub(super) contact: Contact,
    /// Passages that are neither read nor site furniture, in order.
    pub(super) unread: Vec<Span>,
    /// Labelled values that could not be understood, in order.
    pub(super) misread: Vec<Misread>,
}

/// What a line is by its own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Text,
    /// A dash alone: a value that is absent.
    Absent,
    Heading(Part, Language),
    Label(Label, Language),
    Furniture(Place),
    /// The index of the exchange, and whether the line is its print footer.
    Site(usize, bool),
}

/// A line that is not blank, without white space around it.
#[derive(Debug, Clone)]
struct Line {
    span: Span,
    class: Class,
    is_read: bool,
}

impl Layout {
    /// The parts of the page whose printed text is `text`.
    #[must_use]
    pub(super) fn of(text: &str) -> Self {
        let mut reader = Reader {
            text,
            lines: lines(text),
            layout: Self::default(),
        };
        reader.read();
        reader.layout
    }
}

/// The longest line, in characters, that can be a heading, a label's, a title or furniture.
const SHORT: usize = 250;

/// The characters that no value begins or ends with.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')
}

fn slice<'t>(text: &'t str, span: &Span) -> &'t str {
    text.get(span.clone()).unwrap_or_default()
}

/// `span` without the blanks around it.
fn trim(text: &str, span: Span) -> Span {
    let inner = slice(text, &span);
    let start = span.start + (inner.len() - inner.trim_start_matches(is_blank).len());
    start..start + inner.trim_matches(is_blank).len()
}

/// Whether a value is a dash alone, or nothing.
fn is_absent(value: &str) -> bool {
    matches!(value, "" | "-" | "–" | "—" | "--")
}

fn lines(text: &str) -> Vec<Line> {
    // Counted first, since growing doubles the memory of a page of a million short lines.
    let parts = text.split(['\n', '\r']);
    let count = parts
        .filter(|line| !line.trim_matches(is_blank).is_empty())
        .count();
    let mut lines = Vec::with_capacity(count);
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let end = start + line.len();
        let span = trim(text, start..end);
        start = end;
        if !span.is_empty() {
            let class = classify(slice(text, &span));
            lines.push(Line {
                span,
                class,
                is_read: false,
            });
        }
    }
    lines
}

fn classify(line: &str) -> Class {
    if is_absent(line) {
        return Class::Absent;
    }
    // Furniture known by its beginning may be longer, but its beginning is not.
    let cut = line.char_indices().nth(SHORT).map(|(at, _)| at);
    let key = key(line.get(..cut.unwrap_or(line.len())).unwrap_or_default());
    if let Some((_, place)) = FURNITURE_STARTS
        .iter()
        .find(|(start, _)| key.starts_with(start))
    {
        return Class::Furniture(*place);
    }
    let footer = |start: &&&str| key.starts_with(**start);
    if let Some(at) = EXCHANGES
        .iter()
        .position(|exchange| exchange.printed_from.iter().any(|start| footer(&start)))
    {
        return Class::Site(at, true);
    }
    if cut.is_some() {
        return Class::Text;
    }
    // A linked line prints the address behind its text.
    let bare = match key.rsplit_once(' ') {
        Some((bare, last)) if is_web(last) => bare,
        _ => &key,
    };
    if let Some((_, part, language)) = HEADINGS.iter().find(|(word, ..)| *word == bare) {
        return Class::Heading(*part, *language);
    }
    if let Some((label, language)) = footer_label(line) {
        return Class::Label(label, language);
    }
    if let Some((_, place)) = FURNITURE_LINES.iter().find(|(line, _)| *line == bare) {
        return Class::Furniture(*place);
    }
    if let Some(at) = EXCHANGES
        .iter()
        .position(|exchange| exchange.names.contains(&bare))
    {
        return Class::Site(at, false);
    }
    Class::Text
}

fn is_web(word: &str) -> bool {
    word.starts_with("http://") || word.starts_with("https://")
}

/// `span` without the address of a link behind its words, and that address.
fn split_link(text: &str, span: Span) -> (Span, Option<Span>) {
    match slice(text, &span).rsplit_once(is_blank) {
        Some((words, last)) if is_web(last) => {
            let words = trim(text, span.start..span.start + words.len());
            (words, Some(span.end - last.len()..span.end))
        }
        _ => (span, None),
    }
}

fn footer_label(line: &str) -> Option<(Label, Language)> {
    let (label, _) = line.split_once(':')?;
    let label = key(label);
    let (_, label, language) = LABELS.iter().find(|(word, ..)| *word == label)?;
    Some((*label, *language))
}

/// Reads the lines of one page.
struct Reader<'t> {
    text: &'t str,
    lines: Vec<Line>,
    layout: Layout,
}

impl Reader<'_> {
    fn read(&mut self) {
        let footer = self.footer();
        let headings = self.headings(footer.as_ref());
        let last = headings.last().map(|heading| heading.0);
        // One label alone may be prose, unless it follows the sections.
        let footer = footer.or_else(|| self.lone_label(last));
        self.language(&headings, footer.as_ref());
        self.sections(&headings, footer.as_ref());
        let first_heading = headings.first().map(|heading| heading.0);
        let first_label = footer.as_ref().map(|footer| footer.start);
        if let Some(end) = [first_heading, first_label].into_iter().flatten().min() {
            self.header(end, first_heading.is_some());
        }
        if let Some(footer) = footer {
            self.labels(&footer);
            self.contact(footer.end);
        }
        self.site();
        self.unread();
    }

    fn class(&self, at: usize) -> Option<Class> {
        self.lines.get(at).map(|line| line.class)
    }

    fn take(&mut self, at: usize) -> Option<Span> {
        let line = self.lines.get_mut(at)?;
        line.is_read = true;
        Some(line.span.clone())
    }

    /// The words of a line, now read; the address of a link behind them is not.
    fn take_words(&mut self, at: usize) -> Option<Span> {
        let (words, link) = split_link(self.text, self.take(at)?);
        self.layout.unread.extend(link);
        Some(words)
    }

    /// The lines from the first to the last label of the run that has most labels, at least two.
    fn footer(&self) -> Option<Range<usize>> {
        self.label_runs()
            .filter(|(_, kinds)| *kinds > 1)
            .fold(
                None,
                |best: Option<(Range<usize>, usize)>, run| match best {
                    Some(best) if best.1 > run.1 => Some(best),
                    _ => Some(run),
                },
            )
            .map(|(run, _)| run)
    }

    /// The last run of labels after the line `last`.
    fn lone_label(&self, last: Option<usize>) -> Option<Range<usize>> {
        self.label_runs()
            .map(|(run, _)| run)
            .filter(|run| last.is_none_or(|last| run.start > last))
            .last()
    }

    /// Runs of lines with labels, only furniture between them, and how many labels each has.
    fn label_runs(&self) -> impl Iterator<Item = (Range<usize>, usize)> {
        let mut runs: Vec<(Range<usize>, Vec<Label>)> = Vec::new();
        let mut open = false;
        for (at, line) in self.lines.iter().enumerate() {
            match line.class {
                Class::Label(label, _) => {
                    match runs.last_mut() {
                        Some((run, labels)) if open => {
                            run.end = at + 1;
                            if !labels.contains(&label) {
                                labels.push(label);
                            }
                        }
                        _ => runs.push((at..at + 1, vec![label])),
                    }
                    open = true;
                }
                Class::Furniture(_) | Class::Site(..) => {}
                Class::Text | Class::Absent | Class::Heading(..) => open = false,
            }
        }
        runs.into_iter().map(|(run, labels)| (run, labels.len()))
    }

    /// The headings in order, each kind once: the first of its kind after the one before it.
    ///
    /// A menu may name a section before its heading does, so a start further down is taken if more
    /// headings follow in order from there.
    fn headings(&self, footer: Option<&Range<usize>>) -> Vec<(usize, Part)> {
        let found: Vec<(usize, Part)> = self
            .lines
            .iter()
            .enumerate()
            .filter_map(|(at, line)| match line.class {
                Class::Heading(part, _) => Some((at, part)),
                _ => None,
            })
            .collect();
        let above = footer.map(|footer| footer.start);
        let above: Vec<_> = match above {
            Some(end) => found.iter().copied().filter(|(at, _)| *at < end).collect(),
            None => Vec::new(),
        };
        let found = if above.is_empty() { found } else { above };
        let mut best = Vec::new();
        for first in [Part::Background, Part::Practice, Part::Results] {
            let mut chain: Vec<(usize, Part)> = Vec::new();
            for (at, part) in &found {
                let fits = match chain.last() {
                    Some((_, last)) => part > last,
                    None => *part == first,
                };
                if fits {
                    chain.push((*at, *part));
                }
            }
            if chain.len() > best.len() {
                best = chain;
            }
        }
        best
    }

    fn language(&mut self, headings: &[(usize, Part)], footer: Option<&Range<usize>>) {
        let (mut bulgarian, mut english) = (0, 0);
        let labels = footer.cloned().unwrap_or_default();
        for at in headings.iter().map(|heading| heading.0).chain(labels) {
            match self.class(at) {
                Some(
                    Class::Heading(_, Language::Bulgarian) | Class::Label(_, Language::Bulgarian),
                ) => {
                    bulgarian += 1;
                }
                Some(Class::Heading(..) | Class::Label(..)) => english += 1,
                _ => {}
            }
        }
        self.layout.language = match (bulgarian, english) {
            (0, 0) => None,
            _ if bulgarian >= english => Some(Language::Bulgarian),
            _ => Some(Language::English),
        };
    }

    fn sections(&mut self, headings: &[(usize, Part)], footer: Option<&Range<usize>>) {
        let mut starts = headings.iter().skip(1);
        for (at, part) in headings {
            let next = starts.next().map(|heading| heading.0);
            let footer = footer.map(|footer| footer.start).filter(|start| start > at);
            let end = [next, footer].into_iter().flatten().min();
            let section = self.section(*at, end.unwrap_or(self.lines.len()));
            match part {
                Part::Background => self.layout.background = section,
                Part::Practice => self.layout.practice = section,
                Part::Results => self.layout.results = section,
            }
        }
    }

    fn section(&mut self, heading: usize, end: usize) -> Option<Section> {
        let heading_span = self.take(heading)?;
        let mut body: Option<Span> = None;
        let mut is_text = false;
        for line in self.lines.get_mut(heading + 1..end).unwrap_or_default() {
            match line.class {
                Class::Furniture(Place::After) | Class::Site(_, true) => break,
                Class::Furniture(Place::Anywhere) => {}
                class => {
                    line.is_read = true;
                    is_text |= class != Class::Absent;
                    body = Some(match body {
                        Some(body) => body.start..line.span.end,
                        None => line.span.clone(),
                    });
                }
            }
        }
        let empty = heading_span.end..heading_span.end;
        Some(Section {
            body: body.filter(|_| is_text).unwrap_or(empty),
            heading: heading_span,
        })
    }

    /// Finds the title and the organisation in the lines before `end`.
    fn header(&mut self, end: usize, has_sections: bool) {
        let text: Vec<usize> = (0..end)
            .filter(|at| self.class(*at) == Some(Class::Text))
            .collect();
        let words = |at: usize| match self.lines.get(at) {
            Some(line) => slice(self.text, &split_link(self.text, line.span.clone()).0),
            None => "",
        };
        let office = text.iter().rposition(|at| is_office(words(*at)));
        let organisation = office.or_else(|| match text.as_slice() {
            [.., title, last] if title + 1 == *last && is_organisation(words(*last)) => {
                Some(text.len() - 1)
            }
            _ => None,
        });
        let title = match organisation {
            Some(at) => at.checked_sub(1),
            // Without one to mark it, the first of the lines that stand together above the sections.
            None => text.len().checked_sub(1).map(|mut at| {
                while let Some(above) = at.checked_sub(1) {
                    match (text.get(above), text.get(at)) {
                        (Some(one), Some(next)) if one + 1 == *next => at = above,
                        _ => break,
                    }
                }
                at
            }),
        };
        let of = |at: Option<usize>| at.and_then(|at| text.get(at)).copied();
        let (title, organisation) = (of(title), of(organisation));
        // Without headings the text of the practice itself may stand here.
        let is_title = |at: &usize| {
            let words = words(*at);
            let is_sentence = words.ends_with(['.', ';', ':']);
            words.chars().count() <= SHORT
                && (!is_sentence || organisation.is_some() || has_sections && text.len() == 1)
        };
        let title = title.filter(is_title);
        self.layout.title = title.and_then(|at| self.take_words(at));
        self.layout.organisation = organisation.and_then(|at| self.take_words(at));
    }

    fn labels(&mut self, footer: &Range<usize>) {
        let mut seen = Vec::new();
        for at in footer.clone() {
            let Some(Class::Label(label, _)) = self.class(at) else {
                continue;
            };
            if seen.contains(&label) {
                continue;
            }
            seen.push(label);
            let Some(line) = self.take(at) else { continue };
            let Some(colon) = slice(self.text, &line).find(':') else {
                continue;
            };
            self.value(label, trim(self.text, line.start + colon + 1..line.end));
        }
    }

    /// Keeps a labelled value, unless it is absent, as what it is or as misread.
    fn value(&mut self, label: Label, span: Span) {
        let (span, link) = match label {
            Label::Url => (span, None),
            _ => split_link(self.text, span),
        };
        self.layout.unread.extend(link);
        let value = slice(self.text, &span);
        if is_absent(value) {
            return;
        }
        let layout = &mut self.layout;
        let contact = &mut layout.contact;
        let is_understood = match label {
            Label::Innovator => keep(&mut layout.innovator, &span),
            Label::Published => match date(value) {
                Some(date) => {
                    let span = span.clone();
                    layout.published = Some(Published { span, date });
                    true
                }
                None => false,
            },
            Label::Nominations => match number(value) {
                Some(count) => {
                    let span = span.clone();
                    layout.nominations = Some(Nominations { span, count });
                    true
                }
                None => false,
            },
            Label::Position => keep(&mut contact.position, &span),
            Label::Address => {
                contact.address.push(span.clone());
                true
            }
            Label::Phone => has_digit(value) && keep(&mut contact.phone, &span),
            Label::Fax => has_digit(value) && keep(&mut contact.fax, &span),
            Label::Email => is_email(value) && keep(&mut contact.email, &span),
            Label::Url => is_url(value) && keep(&mut contact.url, &span),
        };
        if !is_understood {
            self.layout.misread.push(Misread { label, span });
        }
    }

    /// Reads the contact block from the line `start` to the furniture below it.
    fn contact(&mut self, start: usize) {
        /// No block has more lines; what follows is something else.
        const LINES: usize = 40;
        let mut plain: Vec<usize> = Vec::new();
        let mut has_labels = false;
        for at in start..self.lines.len().min(start + LINES) {
            let Some(line) = self.lines.get(at) else {
                break;
            };
            let words = slice(self.text, &line.span);
            match line.class {
                Class::Text if words.chars().count() > SHORT => break,
                Class::Text => {}
                Class::Absent | Class::Furniture(Place::Anywhere | Place::Outside) => continue,
                _ => break,
            }
            let base = line.span.start;
            let labelled = contact_values(words);
            if !labelled.is_empty() {
                has_labels = true;
                self.take(at);
                for (label, value) in labelled {
                    let span = base + value.start..base + value.end;
                    self.value(label, trim(self.text, span));
                }
            } else if is_email(words) || is_url(words) {
                let label = if is_email(words) {
                    Label::Email
                } else {
                    Label::Url
                };
                if let Some(span) = self.take(at) {
                    self.value(label, span);
                }
            } else if !has_labels {
                plain.push(at);
            }
        }
        self.person(&plain);
        // The innovator's own name again, and nothing else, tells nothing new.
        let contact = &mut self.layout.contact;
        if let (Some(person), Some(innovator)) = (&contact.person, &self.layout.innovator) {
            let same = key(slice(self.text, person)) == key(slice(self.text, innovator));
            let alone = Contact {
                person: Some(person.clone()),
                ..Contact::default()
            };
            if same && *contact == alone {
                contact.person = None;
            }
        }
    }

    /// Tells name, position and address lines apart.
    fn person(&mut self, plain: &[usize]) {
        /// An address has at most so many lines.
        const ADDRESS_LINES: usize = 4;
        let words = |at: &usize| match self.lines.get(*at) {
            Some(line) => slice(self.text, &line.span),
            None => "",
        };
        let innovator = self.layout.innovator.as_ref();
        let innovator = innovator.map(|span| key(slice(self.text, span)));
        let is_address_line = |at: &usize| {
            let words = words(at);
            is_address(words) && innovator.as_deref() != Some(key(words).as_str())
        };
        let first = plain.iter().position(is_address_line);
        let (names, address) = match first {
            Some(first) => plain.split_at_checked(first).unwrap_or_default(),
            // Name, position, town: a town without post code looks like any other line.
            None => plain.split_at_checked(2).unwrap_or((plain, &[])),
        };
        let (person, position) = match names {
            [only] if is_position(words(only)) => (None, Some(*only)),
            [one, two, ..] if is_position(words(one)) && !is_position(words(two)) => {
                (Some(*two), Some(*one))
            }
            [one, two, ..] => (Some(*one), Some(*two)),
            [only] => (Some(*only), None),
            [] => (None, None),
        };
        let address: Vec<usize> = address.iter().copied().take(ADDRESS_LINES).collect();
        self.layout.contact.person = person.and_then(|at| self.take_words(at));
        if self.layout.contact.position.is_none() {
            self.layout.contact.position = position.and_then(|at| self.take_words(at));
        }
        for at in address.into_iter().rev() {
            if let Some(span) = self.take(at) {
                self.layout.contact.address.insert(0, span);
            }
        }
    }

    /// Finds the exchange's name line, else its print footer.
    fn site(&mut self) {
        let mut found: Option<(usize, Span)> = None;
        for line in self.lines.iter().filter(|line| !line.is_read) {
            if let Class::Site(at, is_footer) = line.class
                && (found.is_none() || !is_footer)
            {
                found = Some((at, line.span.clone()));
                if !is_footer {
                    break;
                }
            }
        }
        let Some((at, span)) = found else { return };
        let (span, _) = split_link(self.text, span);
        self.layout.site = EXCHANGES.get(at).map(|exchange| Site {
            register: exchange.register,
            publisher: exchange.publisher,
            span,
        });
    }

    /// Gathers what nobody took; lines that follow each other make one passage.
    fn unread(&mut self) {
        let mut passages: Vec<Span> = Vec::new();
        let mut open = false;
        for line in &self.lines {
            let is_known = matches!(
                line.class,
                Class::Furniture(_) | Class::Site(..) | Class::Absent
            );
            if line.is_read || is_known {
                open = false;
                continue;
            }
            match passages.last_mut() {
                Some(passage) if open => passage.end = line.span.end,
                _ => passages.push(line.span.clone()),
            }
            open = true;
        }
        let unread = &mut self.layout.unread;
        unread.extend(passages);
        unread.sort_unstable_by_key(|passage| passage.start);
    }
}

/// Fills an empty place; a second value does not fit.
fn keep(place: &mut Option<Span>, span: &Span) -> bool {
    let is_free = place.is_none();
    if is_free {
        *place = Some(span.clone());
    }
    is_free
}

/// The labelled values of a line of the contact block: `Tel: 1, Fax: 2`. None if it begins
/// otherwise.
fn contact_values(line: &str) -> Vec<(Label, Span)> {
    let mut values: Vec<(Label, Span)> = Vec::new();
    for (colon, _) in line.match_indices(':') {
        let Some((label, start)) = contact_label(line.get(..colon).unwrap_or_default()) else {
            continue;
        };
        match values.last_mut() {
            None if start > 0 => return Vec::new(),
            None => {}
            Some((_, value)) => {
                let before = line.get(value.start..start).unwrap_or_default();
                let before =
                    before.trim_end_matches(|c| is_blank(c) || matches!(c, ',' | ';' | '|' | '/'));
                value.end = value.start + before.len();
            }
        }
        values.push((label, colon + 1..line.len()));
    }
    values
}

/// The label that `text` ends with, as a word of its own, and where it starts.
fn contact_label(text: &str) -> Option<(Label, usize)> {
    let text = text.trim_end_matches(is_blank);
    CONTACT_LABELS.iter().find_map(|(word, label)| {
        let (start, _) = text.char_indices().rev().nth(word.chars().count() - 1)?;
        let (before, found) = text.split_at_checked(start)?;
        let is_word = !before.ends_with(char::is_alphanumeric) && found.to_lowercase() == *word;
        is_word.then_some((*label, start))
    })
}

fn has_digit(value: &str) -> bool {
    value.bytes().any(|byte| byte.is_ascii_digit())
}

fn is_email(value: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && !part.contains(|c: char| is_blank(c) || c == '@');
    match value.split_once('@') {
        Some((local, domain)) => {
            plain(local) && plain(domain) && domain.trim_matches('.').contains('.')
        }
        None => false,
    }
}

fn is_url(value: &str) -> bool {
    let lower = value.to_lowercase();
    let start = ["http://", "https://", "www."];
    let rest = start.iter().find_map(|start| lower.strip_prefix(start));
    rest.is_some_and(|rest| rest.contains('.') && !rest.contains(is_blank))
}

fn is_position(line: &str) -> bool {
    let key = key(line);
    let mut words = key.split([' ', ',', '-']);
    POSITIONS.contains(&key.as_str()) || words.any(|word| POSITIONS.contains(&word))
}

/// Whether a line has a post code, of four digits in Bulgaria, or a word such as street.
fn is_address(line: &str) -> bool {
    let mut numbers = line.split(|c: char| !c.is_ascii_digit());
    let key = key(line);
    numbers.any(|number| number.len() == 4)
        || key
            .split([' ', ','])
            .any(|word| ADDRESS_WORDS.contains(&word))
        || ADDRESS_WORDS
            .iter()
            .any(|word| word.ends_with('.') && key.starts_with(word))
}

/// Whether a line is the name of an office such as `Svishtov Municipality`, and only that.
fn is_office(line: &str) -> bool {
    let key = key(line);
    let starts = OFFICE_STARTS.iter().filter_map(|start| {
        let rest = key.strip_prefix(start)?;
        rest.strip_prefix(' ')?;
        Some(start)
    });
    let ends = OFFICE_ENDS.iter().filter_map(|end| {
        let rest = key.strip_suffix(end)?;
        rest.strip_suffix(' ')?;
        Some(end)
    });
    // The longest form leaves only the place's name.
    let longest = starts.chain(ends).max_by_key(|form| form.len());
    longest.is_some_and(|form| is_name(line, form))
}

/// Whether every word of the line is a proper noun, one of `form`, or a small word of names.
fn is_name(line: &str, form: &str) -> bool {
    /// The longest name of an office, in words.
    const WORDS: usize = 8;
    let is_proper = |word: &str| {
        let word =
            word.trim_matches(|c: char| matches!(c, '"' | '„' | '“' | '”' | '(' | ')' | ','));
        let lower = word.to_lowercase();
        NAME_WORDS.contains(&lower.as_str())
            || form.split(' ').any(|known| known == lower)
            || (word.starts_with(char::is_uppercase) && !word.ends_with([':', ';', '?', '!']))
    };
    line.split_whitespace().count() <= WORDS && line.split_whitespace().all(is_proper)
}

/// Whether a line under a title can be the name of an organisation.
fn is_organisation(line: &str) -> bool {
    /// The longest name of an organisation, in words.
    const WORDS: usize = 14;
    let key = key(line);
    let mut words = key.split([' ', ',', '"', '-', '–']);
    line.split_whitespace().count() <= WORDS
        && line.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '„' | '“'))
        && !line.ends_with(['.', ':', ';', '?', '!'])
        && words.any(|word| ORGANISATION_WORDS.contains(&word))
}

/// A whole number, maybe in groups of three: `1 234`.
fn number(value: &str) -> Option<u64> {
    let mut groups = value.split_whitespace();
    let mut digits = groups.next()?.to_owned();
    if digits.len() > 3 && groups.clone().next().is_some() {
        return None;
    }
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        digits.push_str(group);
    }
    let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    is_plain.then_some(digits)?.parse().ok()
}

/// A date as pages write it, maybe with a time of day behind it.
fn date(value: &str) -> Option<PartialDate> {
    let day = match value.rsplit_once(char::is_whitespace) {
        Some((day, clock)) if is_clock(clock) => day.trim_end().trim_end_matches(','),
        _ => value,
    };
    PartialDate::from_written(day)
}

fn is_clock(word: &str) -> bool {
    let is_number = |part: &str| {
        (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    word.split_once(':')
        .is_some_and(|(hour, minute)| is_number(hour) && is_number(minute))
}

/// The text of a section: paragraphs parted by a blank line, list items one a line behind `- `,
/// every run of white space one space, site furniture left out.
///
/// The same page as printed text and as HTML gives the same string. Numbered items keep their
/// number; lines of one paragraph are joined.
#[must_use]
pub(super) fn body_text(body: &str) -> String {
    let mut out = String::with_capacity(body.len());
    let mut state = Flow::Start;
    let mut next_number = 1;
    // A list mark that stands alone on its line belongs to the next line.
    let mut mark_waits = false;
    // A line ends in LF, CR LF or, in old files, CR.
    let lines = body
        .split('\n')
        .flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'));
    for line in lines {
        let line = line.trim_matches(is_blank);
        if line.is_empty() {
            if state == Flow::Paragraph {
                state = Flow::Gap;
            } else if state == Flow::Item {
                state = Flow::ItemGap;
            }
            continue;
        }
        if matches!(
            classify(line),
            Class::Absent | Class::Furniture(Place::Anywhere)
        ) {
            continue;
        }
        let after_item = matches!(state, Flow::Item | Flow::ItemGap);
        let is_marked = std::mem::take(&mut mark_waits);
        if line.chars().all(is_bullet) {
            mark_waits = true;
            continue;
        }
        let (mark, rest) = if let Some(rest) = list_item(line).or(is_marked.then_some(line)) {
            next_number = 1;
            ("- ", Some(rest))
        } else if item_number(line) == Some(next_number) {
            next_number += 1;
            ("", Some(line))
        } else {
            ("", None)
        };
        let (between, next) = match (rest, state) {
            (Some(_), Flow::Start) => ("", Flow::Item),
            (Some(_), _) if after_item => ("\n", Flow::Item),
            (Some(_), _) => ("\n\n", Flow::Item),
            (None, Flow::Start) => ("", Flow::Paragraph),
            (None, Flow::Gap | Flow::ItemGap) => ("\n\n", Flow::Paragraph),
            (None, Flow::Paragraph | Flow::Item) => (" ", state),
        };
        if next == Flow::Paragraph {
            next_number = 1;
        }
        out.push_str(between);
        out.push_str(mark);
        let mut words = rest
            .unwrap_or(line)
            .split(is_blank)
            .filter(|word| !word.is_empty());
        out.push_str(words.next().unwrap_or_default());
        for word in words {
            out.push(' ');
            out.push_str(word);
        }
        state = next;
    }
    out
}

/// Where [`body_text`] stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Flow {
    Start,
    Paragraph,
    Item,
    /// A blank line after a paragraph.
    Gap,
    /// A blank line after a list item.
    ItemGap,
}

/// Whether a character only ever marks list items; the last one is Symbol's, from Word.
fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '·' | '▪' | '●' | '■' | '◦' | '\u{f0b7}')
}

/// What follows the mark of a list item.
fn list_item(line: &str) -> Option<&str> {
    if let Some(rest) = line.strip_prefix(is_bullet) {
        return Some(rest.trim_start_matches(is_blank)).filter(|rest| !rest.is_empty());
    }
    let rest = line.strip_prefix(['-', '–', '—', '*'])?;
    let marks = rest.starts_with(is_blank) || rest.starts_with(char::is_uppercase);
    Some(rest.trim_start_matches(is_blank)).filter(|rest| marks && !rest.is_empty())
}

/// The number before the full stop or bracket that a numbered item begins with.
fn item_number(line: &str) -> Option<u32> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = line.split_at_checked(digits)?;
    let rest = rest.strip_prefix(['.', ')'])?;
    // The text of the item may stand on the next line.
    let marks = rest.is_empty() || rest.starts_with(is_blank);
    marks.then(|| number.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::printed::Printed;
    use proptest::prelude::*;

    macro_rules! fixture {
        ($name:literal) => {
            include_str!(concat!("../../../../examples/data/", $name))
        };
    }

    /// Every fixture by name.
    const FIXTURES: &[(&str, &str)] = &[
        ("smolyan.txt", fixture!("smolyan.txt")),
        ("smolyan.html", fixture!("smolyan.html")),
        ("svishtov.txt", fixture!("svishtov.txt")),
        ("svishtov.html", fixture!("svishtov.html")),
        ("kavarna.txt", fixture!("kavarna.txt")),
        ("dobrich.txt", fixture!("dobrich.txt")),
        ("harvest.txt", fixture!("harvest.txt")),
    ];

    /// The words at `span`.
    fn words(text: &str, span: impl Into<Option<Span>>) -> Option<&str> {
        span.into().map(|span| text.get(span).unwrap())
    }

    /// All values of a layout as strings, for comparing pages whose spans differ.
    fn values(text: &str) -> Vec<(&'static str, String)> {
        let layout = Layout::of(text);
        let contact = &layout.contact;
        let mut values = Vec::new();
        let mut add = |name, span: Option<&Span>| {
            if let Some(span) = span {
                values.push((name, key(text.get(span.clone()).unwrap())));
            }
        };
        add("site", layout.site.as_ref().map(|site| &site.span));
        add("title", layout.title.as_ref());
        add("organisation", layout.organisation.as_ref());
        add("innovator", layout.innovator.as_ref());
        add(
            "published",
            layout.published.as_ref().map(|value| &value.span),
        );
        add(
            "nominations",
            layout.nominations.as_ref().map(|value| &value.span),
        );
        add("person", contact.person.as_ref());
        add("position", contact.position.as_ref());
        for line in &contact.address {
            add("address", Some(line));
        }
        add("phone", contact.phone.as_ref());
        add("fax", contact.fax.as_ref());
        add("email", contact.email.as_ref());
        add("url", contact.url.as_ref());
        for misread in &layout.misread {
            add("misread", Some(&misread.span));
        }
        for passage in &layout.unread {
            add("unread", Some(passage));
        }
        for (name, section) in [
            ("background", &layout.background),
            ("practice", &layout.practice),
            ("results", &layout.results),
        ] {
            if let Some(section) = section {
                let body = text.get(section.body.clone()).unwrap();
                values.push((name, body_text(body)));
            }
        }
        values
    }

    fn labelled<'v>(values: &'v [(&'static str, String)], name: &str) -> Vec<&'v str> {
        let named = values.iter().filter(|value| value.0 == name);
        named.map(|value| value.1.as_str()).collect()
    }

    #[test]
    fn the_seed_is_read_whole() {
        let text = fixture!("smolyan.txt");
        let layout = Layout::of(text);
        let site = layout.site.unwrap();
        assert_eq!(site.register, "flgr");
        assert_eq!(site.publisher, "Foundation for Local Government Reform");
        assert_eq!(
            words(text, site.span),
            Some("Foundation for Local Government Reform")
        );
        assert_eq!(layout.language, Some(Language::Bulgarian));
        assert_eq!(layout.language.unwrap().tag(), "bg");
        assert_eq!((layout.title, layout.organisation), (None, None));
        let background = layout.background.unwrap();
        assert_eq!(words(text, background.heading), Some("Предистория"));
        let background = words(text, background.body).unwrap();
        assert!(background.starts_with("По проекта се проучват"));
        assert!(background.ends_with("Да се повиши прозрачността в работата."));
        let practice = words(text, layout.practice.unwrap().body).unwrap();
        assert!(practice.starts_with("По проекта се проучват"));
        assert!(practice.ends_with("и регионални медии."));
        let results = words(text, layout.results.unwrap().body).unwrap();
        assert!(results.starts_with("Създадена е партньорска мрежа на"));
        assert!(results.ends_with("http://gruzia.ru/news.asp?idnews=6920"));
        assert_eq!(words(text, layout.innovator), Some("ros"));
        let published = layout.published.unwrap();
        assert_eq!(words(text, published.span), Some("15 август 2013"));
        assert_eq!(published.date.to_string(), "2013-08-15");
        let nominations = layout.nominations.unwrap();
        assert_eq!(nominations.count, 42);
        assert_eq!(words(text, nominations.span), Some("42"));
        assert!(layout.contact.is_empty());
        assert_eq!((layout.unread, layout.misread), (vec![], vec![]));
    }

    #[test]
    fn html_gives_what_its_printed_text_gives() {
        let html = Printed::from_bytes(fixture!("smolyan.html").as_bytes()).unwrap();
        assert!(html.is_html());
        assert_eq!(html.text(), fixture!("smolyan.txt"));
        assert_eq!(values(html.text()), values(fixture!("smolyan.txt")));
        let html = Printed::from_bytes(fixture!("svishtov.html").as_bytes()).unwrap();
        assert_eq!(values(html.text()), values(fixture!("svishtov.txt")));
    }

    #[test]
    fn spans_lead_through_html_to_the_source() {
        let html = Printed::from_bytes(fixture!("smolyan.html").as_bytes()).unwrap();
        let layout = Layout::of(html.text());
        let source = |span: Span| html.source().get(html.source_span(span)).unwrap();
        assert_eq!(source(layout.innovator.unwrap()), "ros");
        assert_eq!(source(layout.published.unwrap().span), "15 август 2013");
        assert_eq!(source(layout.nominations.unwrap().span), "42");
        let body = source(layout.background.unwrap().body);
        assert!(body.starts_with("По проекта се"));
        assert!(body.contains("&nbsp;"));
        assert!(body.ends_with("в работата."));
    }

    #[test]
    fn an_english_page_is_read_whole() {
        let values = values(fixture!("svishtov.txt"));
        for (name, expected) in [
            (
                "title",
                &["citizens of svishtov discuss the municipal budget 2005"][..],
            ),
            ("organisation", &["svishtov municipality"]),
            ("background", &[""]),
            (
                "results",
                &[
                    "- 12 public discussions were held in the town and in 15 villages;\n\
                   - 3500 copies of the brochure \"The Budget in Plain Words\" were distributed;\n\
                   - 84 proposals of citizens were received, 31 of them became part of the budget;\n\
                   - the trust between citizens and local authority is stronger.",
                ],
            ),
            ("innovator", &[]),
            ("published", &["10 january 2006"]),
            ("nominations", &["7"]),
            ("person", &["maria petrova"]),
            ("position", &["chief expert, budget department"]),
            (
                "address",
                &["svishtov - 5250", "2, tsanko tserkovski street"],
            ),
            ("phone", &["(0631) 600 11"]),
            ("fax", &["(0631) 601 50"]),
            ("email", &["budget@svishtov.example"]),
            ("url", &["www.svishtov.example"]),
            ("unread", &[]),
            ("misread", &[]),
        ] {
            assert_eq!(labelled(&values, name), expected, "{name}");
        }
        let practice = labelled(&values, "practice");
        assert!(practice[0].contains(
            "\n\nPartners: Municipality of Kavarna, Chitalishte \"Napredak-1899\" - Vardim \
             village, Business Centre Svishtov\n\n"
        ));
        assert_eq!(
            Layout::of(fixture!("svishtov.txt")).language,
            Some(Language::English)
        );
    }

    #[test]
    fn parts_may_be_absent() {
        let kavarna = values(fixture!("kavarna.txt"));
        for (name, expected) in [
            ("title", &[][..]),
            ("organisation", &["municipality of kavarna"]),
            ("results", &[]),
            ("innovator", &["elena dimova"]),
            ("published", &["23 november 2007"]),
            ("person", &[]),
            ("unread", &[]),
        ] {
            assert_eq!(labelled(&kavarna, name), expected, "{name}");
        }
        assert!(labelled(&kavarna, "practice")[0].ends_with(
            "The aims are:\n\n- to give the young people a place of their own;\n\
             - to bring back reading and local history;\n\
             - to prepare volunteers for the summer season."
        ));
        assert!(Layout::of(fixture!("kavarna.txt")).contact.is_empty());

        let dobrich = values(fixture!("dobrich.txt"));
        for (name, expected) in [
            (
                "title",
                &["the sessions of the council are broadcast on the internet"][..],
            ),
            ("organisation", &["municipal council - dobrich"]),
            ("innovator", &["plamen kolev"]),
            ("nominations", &[]),
            ("unread", &[]),
            ("misread", &[]),
        ] {
            assert_eq!(labelled(&dobrich, name), expected, "{name}");
        }
        let layout = Layout::of(fixture!("dobrich.txt"));
        let published = layout.published.unwrap();
        assert_eq!(
            (published.date.month(), published.date.day()),
            (Some(3), None)
        );
        assert!(layout.contact.is_empty());
        let practice = labelled(&dobrich, "practice");
        assert!(practice[0].ends_with("\n\nPractice of other councils was studied first."));

        let harvest = values(fixture!("harvest.txt"));
        for (name, expected) in [
            (
                "title",
                &["a shared calendar of the harvest for four villages"][..],
            ),
            ("organisation", &[]),
            ("innovator", &["growers"]),
            ("published", &[]),
            ("nominations", &["0"]),
            ("person", &["georgi stoyanov"]),
            ("position", &["chairman of the growers' association"]),
            ("phone", &[]),
            ("fax", &[]),
            ("email", &[]),
            ("misread", &["[email protected]"]),
            ("unread", &[]),
        ] {
            assert_eq!(labelled(&harvest, name), expected, "{name}");
        }
    }

    #[test]
    fn furniture_never_leaks() {
        let furniture = [
            "nimasystems",
            "нимасистъмс",
            "фрмс",
            "flgr website",
            "verification code",
            "въведете",
            "ако не виждате",
            "номинирай",
            "[nominate]",
            "назад",
            "xhtml",
            "sharing innovations",
            "обмен на иновации",
            "innovative practices in bulgaria",
            "иновационни практики",
            "+359 896 610 876",
            "javascript",
        ];
        for (name, fixture) in FIXTURES {
            let page = Printed::from_bytes(fixture.as_bytes()).unwrap();
            for (field, value) in values(page.text()) {
                let value = value.to_lowercase();
                for words in furniture {
                    assert!(!value.contains(words), "{words} in {field} of {name}");
                }
                assert!(
                    !["back", "nominate"].contains(&value.as_str()),
                    "{field} of {name}"
                );
            }
        }
    }

    /// A page with `header` above, `practice` in and `footer` below its only section.
    fn page(header: &str, practice: &str, footer: &str) -> String {
        format!("{header}\nПрактика\n{practice}\nИноватор: Ив\nНоминации: 1\n{footer}")
    }

    #[test]
    fn headings_are_whole_lines_in_order() {
        let text = "ПРАКТИКА\nНещо\nПредистория:\nПреди.\nПрактика е дума.\n практика \n\
                    Текст\nПрактика\nПредистория\nРезултати\u{a0}:\nДве.\nИноватор: Иван\n";
        let values = values(text);
        assert_eq!(labelled(&values, "background"), ["Преди. Практика е дума."]);
        assert_eq!(
            labelled(&values, "practice"),
            ["Текст Практика Предистория"]
        );
        assert_eq!(labelled(&values, "results"), ["Две."]);
        assert_eq!(labelled(&values, "innovator"), ["иван"]);
    }

    #[test]
    fn a_label_in_prose_is_no_footer() {
        let text = "Practice\nInnovator: every citizen.\n\nMore.\nResults\nOne.\n\
                    Innovator: Ann\nNominations: 3\n";
        let values = values(text);
        assert_eq!(
            labelled(&values, "practice"),
            ["Innovator: every citizen.\n\nMore."]
        );
        assert_eq!(labelled(&values, "innovator"), ["ann"]);
        let lone = "Practice\nNominations: 9 of 10 came.\n\nMore.\nResults\nOne.\nback\nA\nB\n";
        let layout = Layout::of(lone);
        assert_eq!(layout.nominations, None);
        assert_eq!(words(lone, layout.results.unwrap().body), Some("One."));
        assert_eq!(layout.unread.len(), 1);
        assert_eq!(words(lone, layout.unread[0].clone()), Some("A\nB"));
    }

    #[test]
    fn titles_and_organisations_are_told_apart() {
        for (header, title, organisation) in [
            ("", None, None),
            ("Община Девня", None, Some("Община Девня")),
            ("Община без хартия", Some("Община без хартия"), None),
            (
                "Чист град\nОбщина Велико Търново",
                Some("Чист град"),
                Some("Община Велико Търново"),
            ),
            (
                "Чист град\nЧиталище „Искра“",
                Some("Чист град"),
                Some("Читалище „Искра“"),
            ),
            (
                "Чист град\nОбластна администрация - Смолян",
                Some("Чист град"),
                Some("Областна администрация - Смолян"),
            ),
            (
                "Clean town\nназад\nMunicipality of City of Dobrich",
                Some("Clean town"),
                Some("Municipality of City of Dobrich"),
            ),
            (
                "Dobrich town municipality",
                None,
                Some("Dobrich town municipality"),
            ),
            (
                "Municipality of the future",
                Some("Municipality of the future"),
                None,
            ),
            (
                "Обмен на иновации за развитие на местното самоуправление в Ловеч\nназад",
                Some("Обмен на иновации за развитие на местното самоуправление в Ловеч"),
                None,
            ),
            ("Чисто.\nОбщина Девня", Some("Чисто."), Some("Община Девня")),
            ("Чисто.", Some("Чисто."), None),
            ("Назад към природата", Some("Назад към природата"), None),
            ("назад http://www.flgr.example/bg/\nBG\n-", None, None),
        ] {
            let text = page(header, "Текст.", "");
            let layout = Layout::of(&text);
            assert_eq!(words(&text, layout.title), title, "{header}");
            assert_eq!(words(&text, layout.organisation), organisation, "{header}");
        }
    }

    #[test]
    fn what_is_not_understood_is_told() {
        let text = "Menu words\nназад\nTitle\nBackground\nPractice\nA.\nback\nLost words\nResults\nB.\n\
                    Innovator: Ann\nInnovator: Bob\nPublication Date: 31 февруари 2013\n\
                    Номинации: много\nBob\nMayor\nPleven - 5800\nTel: none\nFax: 1\nFax: 2\nEnd.";
        let values = values(text);
        assert_eq!(
            labelled(&values, "unread"),
            ["menu words", "lost words", "innovator: bob", "end."]
        );
        assert_eq!(
            labelled(&values, "misread"),
            ["31 февруари 2013", "много", "none", "2"]
        );
        let labels: Vec<_> = Layout::of(text)
            .misread
            .iter()
            .map(|value| value.label)
            .collect();
        assert_eq!(
            labels,
            [
                Label::Published,
                Label::Nominations,
                Label::Phone,
                Label::Fax
            ]
        );
        // A page without headings: its text is no title.
        let text = "back\nThe club met.\nMore.\nInnovator: Ann\nNominations: 3";
        let layout = Layout::of(text);
        assert_eq!((layout.title, layout.unread.len()), (None, 1));
        // Without heading or footer nothing is a page's title.
        assert_eq!(Layout::of("Някакъв текст").unread.len(), 1);
    }

    #[test]
    fn links_do_not_leak_into_values() {
        let html = "<html><div><a href='http://f.bg/'>Foundation for Local Government Reform</a></div>\
                    <h1><a href='http://f.bg/7'>Чист град</a></h1>\
                    <h2><a href='http://devnya.bg/'>Община Девня</a></h2>\
                    <p><a href='http://f.bg/'>назад</a></p>\
                    <h3><a href='http://f.bg/7#p'>Практика</a></h3><p>Виж <a href='http://a.bg'>филма</a>.\
                    <div>Иноватор: <a href='http://f.bg/u/ros'>ros</a><br>Номинации: 3</div>";
        let page = Printed::from_bytes(html.as_bytes()).unwrap();
        let values = values(page.text());
        for (name, expected) in [
            ("site", &["foundation for local government reform"][..]),
            ("title", &["чист град"]),
            ("organisation", &["община девня"]),
            ("practice", &["Виж филма http://a.bg."]),
            ("innovator", &["ros"]),
            (
                "unread",
                &["http://f.bg/7", "http://devnya.bg/", "http://f.bg/u/ros"],
            ),
        ] {
            assert_eq!(labelled(&values, name), expected, "{name}");
        }
    }

    #[test]
    fn the_print_footer_names_the_site_too() {
        let footer = "назад\nРазпечатано от сайта на ФРМС - Printed from the FLGR Website.";
        let text = page("", "Текст.", footer);
        let site = Layout::of(&text).site.unwrap();
        assert_eq!(site.register, "flgr");
        assert!(words(&text, site.span).unwrap().starts_with("Разпечатано"));
        // A partner in a section is no site.
        let text = page("", "Foundation for Local Government Reform", "");
        assert_eq!(Layout::of(&text).site, None);
    }

    #[test]
    fn dates_are_read_as_pages_write_them() {
        for (text, expected) in [
            ("15 август 2013", Some("2013-08-15")),
            ("10 January 2006", Some("2006-01-10")),
            ("15. 08. 2013 14:30", Some("2013-08-15")),
            ("15 август 2013 г., 9:05", Some("2013-08-15")),
            ("август 2013 г.", Some("2013-08")),
            ("2013", Some("2013")),
            ("10/01/2006", None),
            ("15 август 13", None),
            ("14:30", None),
            ("скоро", None),
        ] {
            let date = date(text).map(|date| date.to_string());
            assert_eq!(date.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn numbers_are_read_as_pages_write_them() {
        for (text, count) in [
            ("0", Some(0)),
            ("1 234", Some(1234)),
            ("12\u{a0}345 678", Some(12_345_678)),
            ("1234 567", None),
            ("1 23", None),
            ("-1", None),
            ("42 бр.", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(number(text), count, "{text}");
        }
    }

    #[test]
    fn contact_blocks_are_read_as_people_fill_them() {
        for (block, expected) in [
            ("Ив\n-\nTel:\nFax:", &[][..]),
            ("ИВ\n\n-", &[]),
            ("Ив\nКмет\n-", &[("person", "ив"), ("position", "кмет")]),
            ("Кмет", &[("position", "кмет")]),
            (
                "Ана\nЛевски - 5900",
                &[("person", "ана"), ("address", "левски - 5900")],
            ),
            (
                "Ана\nЮрист\nЛевски",
                &[
                    ("person", "ана"),
                    ("position", "юрист"),
                    ("address", "левски"),
                ],
            ),
            (
                "ул. „Роза“ 3\nТел.: 0650 1, Факс: 0650 2",
                &[
                    ("address", "ул. \"роза\" 3"),
                    ("phone", "0650 1"),
                    ("fax", "0650 2"),
                ],
            ),
            (
                "Tel./Fax:(058) 1\tE-mail: a@x.bg\nWebsite: http://x.bg",
                &[
                    ("phone", "(058) 1"),
                    ("email", "a@x.bg"),
                    ("url", "http://x.bg"),
                ],
            ),
            (
                "a@x.bg\nwww.x.bg",
                &[("email", "a@x.bg"), ("url", "www.x.bg")],
            ),
            ("Address: Lom 3600", &[("address", "lom 3600")]),
        ] {
            let text = page("", "Текст.", block);
            let mut values = values(&text);
            let footer = ["innovator", "nominations", "practice"];
            values.retain(|value| !footer.contains(&value.0));
            let expected: Vec<_> = expected
                .iter()
                .map(|(k, v)| (*k, (*v).to_owned()))
                .collect();
            assert_eq!(values, expected, "{block}");
        }
    }

    #[test]
    fn bodies_have_one_normal_form() {
        for (body, text) in [
            ("", ""),
            ("  a\u{a0} \u{a0}b\r\nc\n\n\u{a0}\n\nd ", "a b c\n\nd"),
            (
                "Цели:\n- a\n\n-\u{a0} \u{a0}b\nслед b\n\nc",
                "Цели:\n\n- a\n- b след b\n\nc",
            ),
            ("• a\n•b\n–Да\n•\n\nне", "- a\n- b\n- Да\n- не"),
            ("-5 градуса\n-\n", "-5 градуса"),
            (
                "1. a\n2. b\n\n3) c\n\n2013. d",
                "1. a\n2. b\n3) c\n\n2013. d",
            ),
            ("през\n2. ден", "през 2. ден"),
            ("a\nVerification Code\nb", "a b"),
        ] {
            assert_eq!(body_text(body), text, "{body:?}");
            assert_eq!(body_text(text), text, "again: {body:?}");
        }
        let list = Printed::from_bytes(b"<p>x:</p><ul><li>a</li><li> b\nc</li></ul><p>d").unwrap();
        assert_eq!(body_text(list.text()), "x:\n\n- a\n- b c\n\nd");
    }

    /// All spans are whole characters of the text, in it, and without white space around them.
    fn spans_are_sound(text: &str) {
        let layout = Layout::of(text);
        let sections = [&layout.background, &layout.practice, &layout.results];
        let bodies = sections
            .into_iter()
            .flatten()
            .map(|section| section.body.clone());
        let contact = layout.contact.clone();
        let single = [
            layout.title,
            layout.organisation,
            layout.innovator,
            layout.published.map(|value| value.span),
            layout.nominations.map(|value| value.span),
            layout.site.map(|value| value.span),
            contact.person,
            contact.position,
            contact.phone,
            contact.fax,
            contact.email,
            contact.url,
        ];
        let misread = layout.misread.into_iter().map(|value| value.span);
        let many = bodies
            .chain(contact.address)
            .chain(layout.unread)
            .chain(misread);
        for span in single.into_iter().flatten().chain(many) {
            let words = text.get(span.clone());
            assert!(words.is_some(), "{span:?} of {text:?}");
            assert_eq!(words, words.map(str::trim), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_has_a_layout(text in "\\PC{0,200}") {
            spans_are_sound(&text);
            let once = body_text(&text);
            prop_assert_eq!(body_text(&once), once);
        }

        #[test]
        fn any_page_has_a_layout(parts in proptest::collection::vec(proptest::sample::select(vec![
            "Предистория", "Практика", "Резултати", "Background", "Results", "Иноватор:", "Tel:",
            "Publication Date:", "Номинации", ":", "-", "ros", "15", "август", "2013", " г.",
            "Fax: 1", "E-mail:", "a@b.bg", "www.x.bg", "Община", "Девня", "назад", "\n", "\n",
            "\n\n", "\r\n", "\u{a0}", " ", "Dobrich - 9300", "İ", "•", "1. ", "Valid XHTML 1.0",
            "Foundation for Local Government Reform", "Кмет",
        ]), 0..60)) {
            let text = parts.concat();
            spans_are_sound(&text);
            let once = body_text(&text);
            prop_assert_eq!(body_text(&once), once);
        }
    }
}
