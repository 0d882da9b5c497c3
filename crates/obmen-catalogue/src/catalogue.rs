//! The records of a register: where each stands, its id, what was found.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use obmen::check::{Arguments, Diagnostic, JsonText, Position};
use obmen::{Context, Report, model};

use crate::report::CatalogueReport;
use crate::rules::DUPLICATE_ID;

/// The bytes that records were read from; shared, never copied.
type Source = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// A record as it is held: 48 bytes and its id. What does not fit is at its largest: no register is that large.
#[derive(Debug)]
struct Entry {
    start: usize,
    length: u32,
    /// Its number in the text, from 1.
    number: u32,
    line: u32,
    column: u32,
    id: Option<Box<str>>,
    /// None where nothing was found.
    report: Option<Box<Report>>,
}

/// Many practices, held as the text that they were read from.
///
/// Beside the text it takes about a hundred bytes a record, and what was found. A record is decoded each
/// time that it is looked at. Records that are no JSON object are none of its practices; they are only in
/// its report.
pub struct Catalogue {
    source: Source,
    context: Context,
    practices: Vec<Entry>,
    unread: Vec<Entry>,
    /// The places of the practices that have an id, by id and place.
    by_id: Vec<u32>,
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Catalogue")
            .field("practices", &self.practices.len())
            .field("unread", &self.unread.len())
            .finish_non_exhaustive()
    }
}

/// Takes the records of a text one after another, and makes a catalogue of them.
pub struct Builder(Catalogue);

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Builder").field(&self.0).finish()
    }
}

impl Builder {
    /// Takes records of this text, read in this context.
    pub fn new(
        source: Arc<impl AsRef<[u8]> + Send + Sync + 'static>,
        context: &Context,
    ) -> Builder {
        Builder(Catalogue {
            source,
            context: context.clone(),
            practices: Vec::new(),
            unread: Vec::new(),
            by_id: Vec::new(),
        })
    }

    /// Takes the next record: its bytes in the text, where it begins, its id, and what was found in it. `None`
    /// instead of an id says that it is no JSON object, and so no practice. Positions are those of the whole text.
    pub fn push(
        &mut self,
        span: Range<usize>,
        begins: Position,
        id: Option<Option<&str>>,
        mut report: Report,
    ) {
        report.shrink_to_fit();
        let Catalogue {
            practices, unread, ..
        } = &mut self.0;
        let number = practices.len() + unread.len() + 1;
        let records = if id.is_some() { practices } else { unread };
        records.push(Entry {
            start: span.start,
            length: short(span.len()),
            number: short(number),
            line: short(begins.line),
            column: short(begins.column),
            id: id.flatten().map(Box::from),
            report: (!report.is_empty()).then(|| Box::new(report)),
        });
    }

    /// Returns the catalogue, the ids that stand in it twice found.
    #[must_use]
    pub fn finish(self) -> Catalogue {
        let Builder(mut catalogue) = self;
        catalogue.practices.shrink_to_fit();
        let ids: Vec<Option<&str>> = catalogue
            .practices
            .iter()
            .map(|entry| entry.id.as_deref())
            .collect();
        let id_of = |at: &u32| ids.get(index(*at)).copied().flatten();
        let mut by_id: Vec<u32> = (0..short(ids.len()))
            .filter(|at| id_of(at).is_some())
            .collect();
        by_id.sort_by_key(id_of);
        let mut repeated = Vec::new();
        for same in by_id.chunk_by(|one, other| id_of(one) == id_of(other)) {
            if let [first, others @ ..] = same {
                repeated.extend(others.iter().map(|other| (*other, *first)));
            }
        }
        catalogue.by_id = by_id;
        for (other, first) in repeated {
            catalogue.repeats(index(other), index(first));
        }
        catalogue
    }
}

fn index(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

fn short(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

impl Catalogue {
    /// Reports that a practice has the id of an earlier one.
    fn repeats(&mut self, other: usize, first: usize) {
        let Some(severity) = self.context.severity(&DUPLICATE_ID) else {
            return;
        };
        let (Some(record), Some(first)) = (self.get(other), self.get(first)) else {
            return;
        };
        let mut arguments = Arguments::default();
        arguments.push("id", record.id().unwrap_or_default());
        arguments.push("first", first.number());
        let found = Diagnostic::new(&DUPLICATE_ID, severity, "/id".to_owned(), arguments);
        let mut report = Report::new(self.context.profile(), self.context.rules_version());
        report.push(found);
        if let Ok(text) = str::from_utf8(record.bytes()) {
            report.locate(&JsonText(text));
            let begins = record.position();
            report.shift_columns(begins.column.saturating_sub(1));
            report.shift_lines(begins.line.saturating_sub(1));
        }
        if let Some(entry) = self.practices.get_mut(other) {
            match &mut entry.report {
                Some(held) => report.iter().for_each(|found| held.push(found.clone())),
                held => *held = Some(Box::new(report)),
            }
        }
    }

    /// Returns the number of practices.
    #[must_use]
    pub fn len(&self) -> usize {
        self.practices.len()
    }

    /// True when it has no practice.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.practices.is_empty()
    }

    /// Returns the record of a practice, by its place from 0.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<Record<'_>> {
        let entry = self.practices.get(place)?;
        Some(Record {
            catalogue: self,
            entry,
            place: Some(place),
        })
    }

    /// Returns the records of all practices, in their order.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Record<'_>> {
        let practices = self.practices.iter().enumerate();
        practices.map(|(place, entry)| Record {
            catalogue: self,
            entry,
            place: Some(place),
        })
    }

    /// Returns all records, those that are no practices too, in the order of the text.
    pub fn records(&self) -> impl Iterator<Item = Record<'_>> {
        self.records_from(0)
    }

    /// Returns the records from this number on, in the order of the text; the first is found by halving.
    pub fn records_from(&self, number: usize) -> impl Iterator<Item = Record<'_>> {
        let before =
            |entries: &[Entry]| entries.partition_point(|entry| index(entry.number) < number);
        let practices = before(&self.practices)..self.len();
        let mut practices = practices.filter_map(|place| self.get(place)).peekable();
        let mut unread = self.unread.iter().skip(before(&self.unread)).peekable();
        std::iter::from_fn(move || {
            let next = practices.peek().map_or(u32::MAX, |next| next.entry.number);
            match unread.next_if(|entry| entry.number < next) {
                Some(entry) => Some(Record {
                    catalogue: self,
                    entry,
                    place: None,
                }),
                None => practices.next(),
            }
        })
    }

    /// Returns the places of the practices with this id, as it is written; more than one where it is not unique.
    pub fn by_id(&self, id: &str) -> impl Iterator<Item = usize> {
        let id_of = |at: &u32| self.practices.get(index(*at))?.id.as_deref();
        let start = self.by_id.partition_point(|at| id_of(at) < Some(id));
        let rest = self.by_id.get(start..).unwrap_or_default();
        let count = rest.partition_point(|at| id_of(at) == Some(id));
        rest.iter().take(count).map(|at| index(*at))
    }

    /// Returns everything found in its records.
    #[must_use]
    pub fn report(&self) -> CatalogueReport<'_> {
        CatalogueReport(self)
    }

    /// Returns the context in which the records were read.
    #[must_use]
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// Returns the text that the records were read from.
    #[must_use]
    pub fn source(&self) -> &[u8] {
        (*self.source).as_ref()
    }
}

/// A record of a catalogue.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    catalogue: &'a Catalogue,
    entry: &'a Entry,
    place: Option<usize>,
}

impl<'a> Record<'a> {
    /// Returns its number in the text, from 1.
    #[must_use]
    pub fn number(self) -> usize {
        index(self.entry.number)
    }

    /// Returns the place of its practice in the catalogue, from 0; `None` where it is none.
    #[must_use]
    pub fn place(self) -> Option<usize> {
        self.place
    }

    /// Returns its id, where it has one.
    #[must_use]
    pub fn id(self) -> Option<&'a str> {
        self.entry.id.as_deref()
    }

    /// Returns its bytes.
    #[must_use]
    pub fn bytes(self) -> &'a [u8] {
        let end = self.entry.start.saturating_add(index(self.entry.length));
        let bytes = self.catalogue.source().get(self.entry.start..end);
        bytes.unwrap_or_default()
    }

    /// Returns where it begins: line and column from 1, the column in UTF-16 units.
    #[must_use]
    pub fn position(self) -> Position {
        Position {
            line: index(self.entry.line),
            column: index(self.entry.column),
        }
    }

    /// Decodes its practice, unchecked: it was checked when it was read.
    #[must_use]
    pub fn practice(self) -> Option<model::Practice<'a>> {
        obmen::decode(self.bytes(), &self.catalogue.context)
    }

    /// Decodes these fields of its practice and its language, several times faster than all.
    #[must_use]
    pub fn fields(self, fields: &[&str]) -> Option<model::Practice<'a>> {
        obmen::decode_fields(self.bytes(), fields, &self.catalogue.context)
    }

    /// Returns what was found in it; `None` where nothing was.
    #[must_use]
    pub fn report(self) -> Option<&'a Report> {
        self.entry.report.as_deref()
    }
}
