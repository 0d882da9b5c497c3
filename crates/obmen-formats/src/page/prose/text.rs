//! Text with its place in the source: pieces, words, blocks, sentences, and cues over words.

use std::ops::Range;

/// How a value follows from the text: said in it, or derived by grammar or a named table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grade {
    /// The page says it.
    Stated,
    /// It follows by grammar or a named table.
    Inferred,
}

impl Grade {
    /// Returns the word of JSON: `stated` or `inferred`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Inferred => "inferred",
        }
    }
}

/// The most values of one sort that a page gives: no honest page has more, and work stays linear on others.
pub(crate) const MOST: usize = 200;

/// In bytes; what is longer is no sentence that a person wrote, and nothing is sought in it.
const LONGEST_SENTENCE: usize = 64 * 1024;

/// A value with its evidence: the bytes of the source that it rests on.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found<T> {
    pub(crate) value: T,
    pub(crate) span: Range<usize>,
    pub(crate) grade: Grade,
}

impl<T> Found<T> {
    pub(crate) fn stated(value: T, span: Range<usize>) -> Self {
        Self {
            value,
            span,
            grade: Grade::Stated,
        }
    }

    pub(crate) fn inferred(value: T, span: Range<usize>) -> Self {
        Self {
            value,
            span,
            grade: Grade::Inferred,
        }
    }
}

/// A text and its language, BCP 47.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Text {
    pub(crate) text: String,
    pub(crate) language: &'static str,
}

impl Text {
    /// The piece with runs of white space collapsed, its language told by its script.
    pub(crate) fn of(text: &str) -> Self {
        Self {
            text: collapse(text),
            language: language(text),
        }
    }
}

/// A slice of the source and where it begins; cutting it keeps the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece<'a> {
    pub(crate) text: &'a str,
    pub(crate) start: usize,
}

impl<'a> Piece<'a> {
    pub(crate) fn end(self) -> usize {
        self.start + self.text.len()
    }

    pub(crate) fn span(self) -> Range<usize> {
        self.start..self.end()
    }

    pub(crate) fn is_empty(self) -> bool {
        self.text.is_empty()
    }

    /// The part between two places of the source; empty when they are no boundaries of this piece.
    pub(crate) fn cut(self, from: usize, to: usize) -> Self {
        let local = from.saturating_sub(self.start)..to.saturating_sub(self.start);
        match self.text.get(local) {
            Some(text) => Self {
                text,
                start: from.max(self.start),
            },
            None => Self {
                text: "",
                start: self.start,
            },
        }
    }

    pub(crate) fn from(self, from: usize) -> Self {
        self.cut(from, self.end())
    }

    pub(crate) fn to(self, to: usize) -> Self {
        self.cut(self.start, to)
    }

    pub(crate) fn trim_matches(self, unwanted: impl Fn(char) -> bool + Copy) -> Self {
        self.trim_start_matches(unwanted).trim_end_matches(unwanted)
    }

    pub(crate) fn trim_start_matches(self, unwanted: impl Fn(char) -> bool) -> Self {
        let text = self.text.trim_start_matches(unwanted);
        Self {
            text,
            start: self.end() - text.len(),
        }
    }

    pub(crate) fn trim_end_matches(self, unwanted: impl Fn(char) -> bool) -> Self {
        Self {
            text: self.text.trim_end_matches(unwanted),
            start: self.start,
        }
    }

    /// The beginning, of at most so many bytes.
    pub(crate) fn head(self, most: usize) -> Self {
        let end = (0..=most.min(self.text.len()))
            .rev()
            .find(|&at| self.text.is_char_boundary(at));
        self.to(self.start + end.unwrap_or(0))
    }

    pub(crate) fn trim(self) -> Self {
        self.trim_matches(char::is_whitespace)
    }

    /// What follows a colon or dash, when the piece begins with one.
    pub(crate) fn after_label(self) -> Option<Self> {
        let piece = self.trim();
        let rest = piece.trim_start_matches(|c| c == ':' || is_dash(c));
        (rest.start > piece.start).then(|| rest.trim())
    }

    /// A name as written: without the punctuation around it, and without quotes that hold all of it.
    pub(crate) fn name(self) -> Self {
        let piece =
            self.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':'));
        let inner = piece
            .trim_start_matches(is_quote)
            .trim_end_matches(is_quote);
        let both = inner.start > piece.start && inner.end() < piece.end();
        if both && !inner.text.contains(is_quote) {
            inner.trim()
        } else {
            piece
        }
    }

    /// The text inside the first pair of quotes.
    pub(crate) fn quoted(self) -> Option<Self> {
        let opening = self.text.find(is_quote)?;
        let inside = self.from(self.start + opening).trim_start_matches(is_quote);
        let closing = inside.text.find(is_quote)?;
        let inside = inside.to(inside.start + closing).trim();
        (!inside.is_empty()).then_some(inside)
    }

    /// The parts between characters that part them, outside quotes and brackets.
    pub(crate) fn split(self, parts: impl Fn(char) -> bool) -> Vec<Self> {
        let (mut out, mut from) = (Vec::new(), self.start);
        for (at, c) in self.outside() {
            if !parts(c) {
                continue;
            }
            let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
            let (before, after) = (self.to(at), self.from(at + c.len_utf8()));
            // The comma of a number parts nothing.
            if c == ','
                && digit(before.text.chars().next_back())
                && digit(after.text.chars().next())
            {
                continue;
            }
            out.push(self.cut(from, at).trim());
            from = at + c.len_utf8();
        }
        out.push(self.from(from).trim());
        out.retain(|piece| !piece.is_empty());
        out
    }

    /// The characters outside quotes and round brackets, with their places; an unclosed quote ends nowhere.
    pub(crate) fn outside(self) -> impl Iterator<Item = (usize, char)> {
        let (mut quoted, mut depth) = (false, 0_usize);
        self.text.char_indices().filter_map(move |(at, c)| {
            match c {
                '„' | '«' => quoted = true,
                '”' | '»' => quoted = false,
                c if is_quote(c) => quoted = !quoted,
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            (!quoted && depth == 0).then_some((self.start + at, c))
        })
    }

    pub(crate) fn words(self) -> Vec<Word<'a>> {
        let (mut out, mut from) = (Vec::new(), None);
        let mut push = |from: usize, to: usize| {
            let piece = self.cut(from, to);
            out.push(Word {
                piece,
                lower: piece.text.to_lowercase(),
            });
        };
        for (at, c) in self.text.char_indices() {
            let at = self.start + at;
            if c.is_alphanumeric() {
                from.get_or_insert(at);
            } else if let Some(from) = from.take() {
                push(from, at);
            }
        }
        if let Some(from) = from {
            push(from, self.end());
        }
        out
    }
}

/// A run of letters and digits.
#[derive(Debug, Clone)]
pub(crate) struct Word<'a> {
    pub(crate) piece: Piece<'a>,
    pub(crate) lower: String,
}

impl Word<'_> {
    pub(crate) fn is_capitalised(&self) -> bool {
        self.piece
            .text
            .chars()
            .next()
            .is_some_and(char::is_uppercase)
    }
}

/// A sentence, or the whole of a list item's.
#[derive(Debug, Clone)]
pub(crate) struct Sentence<'a> {
    pub(crate) piece: Piece<'a>,
    pub(crate) words: Vec<Word<'a>>,
    /// True for the text of a list item.
    pub(crate) item: bool,
}

impl<'a> Sentence<'a> {
    pub(crate) fn new(piece: Piece<'a>, item: bool) -> Self {
        Self {
            piece,
            words: piece.words(),
            item,
        }
    }

    pub(crate) fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &word.lower)
    }

    /// The text between two neighbouring words, `at` being the later.
    pub(crate) fn gap_before(&self, at: usize) -> &'a str {
        let from = at
            .checked_sub(1)
            .and_then(|at| self.words.get(at))
            .map_or(self.piece.start, |word| word.piece.end());
        let to = self
            .words
            .get(at)
            .map_or(self.piece.end(), |word| word.piece.start);
        self.piece.cut(from, to).text
    }

    /// The text from word `from` up to word `to`, without the latter.
    pub(crate) fn text_of(&self, from: usize, to: usize) -> Piece<'a> {
        let start = self
            .words
            .get(from)
            .map_or(self.piece.end(), |word| word.piece.start);
        let end = to
            .checked_sub(1)
            .and_then(|at| self.words.get(at))
            .map_or(start, |word| word.piece.end());
        self.piece.cut(start, end.max(start))
    }

    /// What follows the word before `next`.
    pub(crate) fn after(&self, next: usize) -> Piece<'a> {
        let from = next
            .checked_sub(1)
            .and_then(|at| self.words.get(at))
            .map_or(self.piece.start, |word| word.piece.end());
        self.piece.from(from)
    }

    /// What stands before word `first`.
    pub(crate) fn before(&self, first: usize) -> Piece<'a> {
        self.piece.to(self
            .words
            .get(first)
            .map_or(self.piece.end(), |word| word.piece.start))
    }

    /// Matches a cue at word `at` and returns the word after it.
    ///
    /// A cue is a row of words: `a|b` either, `a*` any word that begins so, a final `?` what may be missing.
    pub(crate) fn cue_at(&self, at: usize, cue: &str) -> Option<usize> {
        fn step(sentence: &Sentence<'_>, first: usize, at: usize, cue: &str) -> Option<usize> {
            let cue = cue.trim_start();
            if cue.is_empty() {
                return Some(at);
            }
            let (element, rest) = cue.split_once(' ').unwrap_or((cue, ""));
            // Bytes, for this is where the time of a long page goes.
            let (alternatives, optional) = match element.as_bytes().split_last() {
                Some((b'?', alternatives)) => (alternatives, true),
                _ => (element.as_bytes(), false),
            };
            let word = sentence.word(at).as_bytes();
            let joined = || at == first || sentence.gap_before(at).chars().all(char::is_whitespace);
            let fits = !word.is_empty()
                && alternatives
                    .split(|byte| *byte == b'|')
                    .any(|form| match form.split_last() {
                        Some((b'*', stem)) => word.starts_with(stem),
                        _ => word == form,
                    })
                && joined();
            fits.then(|| step(sentence, first, at + 1, rest))
                .flatten()
                .or_else(|| {
                    if optional {
                        step(sentence, first, at, rest)
                    } else {
                        None
                    }
                })
        }
        step(self, at, at, cue)
    }

    /// The first place where a cue matches: its first word and the word after it.
    pub(crate) fn cue(&self, cue: &str) -> Option<(usize, usize)> {
        (0..self.words.len()).find_map(|at| self.cue_at(at, cue).map(|next| (at, next)))
    }
}

/// A paragraph or a list item, without its marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Block<'a> {
    pub(crate) piece: Piece<'a>,
    pub(crate) item: bool,
}

/// The blocks of a section: lines, joined only where the next one plainly goes on with the sentence.
pub(crate) fn blocks(section: Piece<'_>) -> Vec<Block<'_>> {
    let mut out: Vec<Block<'_>> = Vec::new();
    let mut open = false;
    let mut at = section.start;
    for line in section.text.split_inclusive('\n') {
        let line = Piece {
            text: line,
            start: at,
        };
        at = line.end();
        let line = line.trim();
        if line.is_empty() {
            open = false;
            continue;
        }
        let unmarked = without_marker(line);
        let item = unmarked.start > line.start;
        let goes_on = open && !item && line.text.starts_with(char::is_lowercase);
        match out.last_mut() {
            Some(last) if goes_on && !last.piece.text.ends_with(['.', '!', '?', ':', ';', '…']) =>
            {
                last.piece = section.cut(last.piece.start, line.end());
            }
            _ => out.push(Block {
                piece: unmarked,
                item,
            }),
        }
        open = true;
    }
    out.retain(|block| !block.piece.is_empty());
    out
}

fn without_marker(line: Piece<'_>) -> Piece<'_> {
    let mark = |c: char| is_dash(c) || "•*·▪●‣◦➢✓■□○◆§\u{f0b7}".contains(c);
    let rest = line.trim_start_matches(mark);
    if rest.start > line.start
        && rest
            .text
            .starts_with(|c: char| c.is_whitespace() || c.is_alphabetic() || is_quote(c))
    {
        return rest.trim();
    }
    let number = line.trim_start_matches(|c| c.is_ascii_digit());
    let digits = number.start - line.start;
    let text = number.trim_start_matches(|c| matches!(c, '.' | ')'));
    if (1..=2).contains(&digits)
        && text.start == number.start + 1
        && text.text.starts_with(char::is_whitespace)
    {
        let text = text.trim();
        if text.text.starts_with(char::is_uppercase) || number.text.starts_with(')') {
            return text;
        }
    }
    if rest.start > line.start && rest.is_empty() {
        rest
    } else {
        line
    }
}

/// Abbreviations after which a sentence goes on whatever follows.
const BEFORE_NAMES: [&str; 30] = [
    "гр", "с", "ул", "бул", "пл", "кв", "ж", "обл", "общ", "инж", "арх", "д", "проф", "доц",
    "акад", "св", "чл", "ал", "т", "стр", "тел", "no", "nr", "mr", "mrs", "ms", "dr", "prof", "st",
    "vs",
];

/// The sentences of a block.
pub(crate) fn sentences(block: Block<'_>) -> Vec<Sentence<'_>> {
    let piece = block.piece;
    let (mut out, mut from) = (Vec::new(), piece.start);
    for (at, c) in piece.text.char_indices() {
        if !matches!(c, '.' | '!' | '?' | '…') {
            continue;
        }
        let at = piece.start + at;
        let rest = piece
            .from(at + c.len_utf8())
            .trim_start_matches(|c| is_quote(c) || c == ')');
        if !rest.text.starts_with(char::is_whitespace) {
            continue;
        }
        let next = rest.trim().text.chars().next();
        if c == '.' {
            let before = piece.cut(from, at).text;
            let word = before
                .rsplit(|c: char| !c.is_alphanumeric())
                .next()
                .unwrap_or("");
            let short = word.to_lowercase();
            let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
            let digits = !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
            if initial || BEFORE_NAMES.contains(&short.as_str()) {
                continue;
            }
            // `и т.н.`, `2013 г.`, `15 бр.` end a sentence before a capital only.
            let abbreviated = matches!(
                short.as_str(),
                "г" | "бр" | "н" | "др" | "пр" | "лв" | "хил" | "млн" | "etc" | "ltd" | "inc"
            );
            if (abbreviated || digits) && !next.is_some_and(|c| c.is_uppercase() || is_quote(c)) {
                continue;
            }
        }
        if next.is_some_and(char::is_lowercase) {
            continue;
        }
        out.push(piece.cut(from, rest.start).trim());
        from = rest.start;
    }
    out.push(piece.from(from).trim());
    out.into_iter()
        .filter(|piece| !piece.is_empty() && piece.text.len() <= LONGEST_SENTENCE)
        .map(|piece| Sentence::new(piece, block.item))
        .collect()
}

pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−')
}

pub(crate) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '„' | '“' | '”' | '‟' | '«' | '»')
}

/// The text with every run of white space made one space.
pub(crate) fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text with its first letter small, unless that begins an abbreviation.
pub(crate) fn lower_first(text: &str) -> String {
    let mut rest = text.chars();
    match rest.next() {
        Some(first) if !rest.clone().next().is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(rest).collect()
        }
        _ => text.to_owned(),
    }
}

pub(crate) fn is_cyrillic(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{400}'..='\u{4ff}'))
}

/// Bulgarian for Cyrillic, English for Latin letters: the two languages that exchanges print.
pub(crate) fn language(text: &str) -> &'static str {
    if is_cyrillic(text) { "bg" } else { "en" }
}

#[cfg(test)]
pub(super) fn sentences_of(text: &str) -> Vec<Sentence<'_>> {
    blocks(Piece { text, start: 0 })
        .into_iter()
        .flat_map(sentences)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences_of(text)
            .iter()
            .map(|sentence| sentence.piece.text)
            .collect()
    }

    #[test]
    fn abbreviations_and_initials_end_no_sentence() {
        for whole in [
            "Община гр. Смолян и с. Момчиловци работят.",
            "Проектът започна на 15 май 2013 г. в Смолян.",
            "Издадени са брошури, плакати и т.н. за всички.",
            "Кметът А. Б. Иванов откри центъра.",
            "Newsletter No. 5 of Dr. Brown was printed.",
            "Адрес www.example.bg/a.html остава.",
        ] {
            assert_eq!(split(whole), [whole]);
        }
    }

    #[test]
    fn sentences_end_where_they_should() {
        assert_eq!(
            split("Едно. „Две.” Три през 2013 г. Четири! 5 бр. Шест"),
            [
                "Едно.",
                "„Две.”",
                "Три през 2013 г.",
                "Четири!",
                "5 бр.",
                "Шест"
            ]
        );
        assert_eq!(
            split("Ред без точка\nНов ред\nпродължава тук"),
            ["Ред без точка", "Нов ред\nпродължава тук"]
        );
        assert_eq!(split(""), Vec::<&str>::new());
    }

    #[test]
    fn list_items_lose_their_marker() {
        let text = "Цели:\n\n-    Първа;\n• втора\n– Трета.\n2. Четвърта\n-5 градуса";
        let found: Vec<_> = blocks(Piece { text, start: 0 })
            .iter()
            .map(|block| (block.piece.text, block.item))
            .collect();
        assert_eq!(
            found,
            [
                ("Цели:", false),
                ("Първа;", true),
                ("втора", true),
                ("Трета.", true),
                ("Четвърта", true),
                ("-5 градуса", false)
            ]
        );
    }

    #[test]
    fn cues_match_words_not_letters() {
        let sentences = sentences_of("The  Partners of the project are: many");
        let sentence = &sentences[0];
        assert_eq!(
            sentence.cue_at(0, "the? partner|partners of|in? the? project?"),
            Some(5)
        );
        assert_eq!(sentence.cue("proj* are"), Some((4, 6)));
        assert_eq!(sentence.cue("are many"), None, "a colon parts them");
    }

    #[test]
    fn commas_in_quotes_brackets_and_numbers_part_nothing() {
        let piece = Piece {
            text: "A, B \"x, y\" - c (d, e), 1,200 f",
            start: 7,
        };
        let parts: Vec<_> = piece
            .split(|c| c == ',')
            .iter()
            .map(|piece| (piece.text, piece.start))
            .collect();
        assert_eq!(
            parts,
            [("A", 7), ("B \"x, y\" - c (d, e)", 10), ("1,200 f", 31)]
        );
    }
}
