//! `shape/`: what reading itself finds. The bytes, the JSON, the type of each value.

use std::collections::BTreeMap;

use crate::check::walk::{Finding, Walk, test};
use crate::check::{Argument, Operation, Rule, Safety, Term, Texts};
use crate::record::{AnyRecord, Kept, KeptValue, Problem, RecordInfo, Shape};
use crate::value::{Joined, Json, Number, PartialDate};

crate::rules! {
    NOT_JSON {
        code: "shape/not-json",
        severity: Error,
        since: 1,
        judges: Machine,
        message: { en: "this is not JSON: {reason}", bg: "това не е JSON: {reason}" },
        help: { en: "mend the text at this place; JSON is described by RFC 8259", bg: "поправете текста на това място; JSON е описан в RFC 8259" },
        why: {
            en: "A record is a JSON object (RFC 8259). When the text breaks off or breaks the grammar, nothing of it can be read with certainty.",
            bg: "Записът е обект в JSON (RFC 8259). Когато текстът прекъсва или нарушава граматиката, нищо от него не може да се прочете със сигурност.",
        }
    }
    BAD_ENCODING {
        code: "shape/bad-encoding",
        severity: Error,
        since: 1,
        judges: Machine,
        message: { en: "the text is not UTF-8 from byte {offset} on", bg: "текстът не е UTF-8 от байт {offset} нататък" },
        help: { en: "save the file as UTF-8; old Bulgarian files are often Windows-1251", bg: "запишете файла като UTF-8; старите български файлове често са Windows-1251" },
        why: {
            en: "JSON is exchanged as UTF-8 (RFC 8259, 8.1). Guessing another encoding would put wrong letters into names.",
            bg: "JSON се обменя като UTF-8 (RFC 8259, 8.1). Гадаенето на друго кодиране би вкарало грешни букви в имената.",
        }
    }
    WRONG_TYPE {
        code: "shape/wrong-type",
        severity: Error,
        since: 1,
        judges: Machine,
        message: { en: "expected {expected}, found {found}", bg: "очаква се {expected}, а тук стои {found}" },
        help: { en: "write {expected} here", bg: "запишете тук {expected}" },
        fix: { en: "write it as {expected}", bg: "запишете го като {expected}" },
        why: {
            en: "Every field has one type, listed in the format. A value of another type is kept and written back, but nothing can be made of it.",
            bg: "Всяко поле има един тип, изброен във формата. Стойност от друг тип се пази и се записва обратно, но от нея не може да се извлече нищо.",
        }
    }
    BAD_VALUE {
        code: "shape/bad-value",
        severity: Error,
        since: 1,
        judges: Machine,
        message: { en: "`{value}` is not {expected}", bg: "`{value}` не е {expected}" },
        help: { en: "write {expected}; where a part is not known, leave it out", bg: "запишете {expected}; ако част от стойността не е известна, пропуснете я" },
        fix: { en: "keep what can be read of it", bg: "запазете онова, което може да се прочете" },
        why: {
            en: "The value has the right type but no meaning there: a day that the calendar lacks, a count below zero, a word outside a closed list. It is kept, never guessed.",
            bg: "Стойността е от верния тип, но няма смисъл на това място: ден, който календарът няма, отрицателен брой, дума извън затворен списък. Тя се пази, без да се гадае.",
        }
    }
    NULL {
        code: "shape/null",
        severity: Hint,
        since: 1,
        judges: Machine,
        message: { en: "`null` counts as absent", bg: "`null` се брои за липсващо" },
        help: { en: "leave the field out", bg: "пропуснете полето" },
        fix: { en: "take the `null` away", bg: "махнете `null`" },
        why: {
            en: "An absent value is left out. A `null` says nothing more, and some readers take it for a value.",
            bg: "Липсващата стойност просто се пропуска. `null` не казва нищо повече, а някои програми го приемат за стойност.",
        }
    }
    UNKNOWN_FIELD {
        code: "shape/unknown-field",
        severity: Warning,
        since: 1,
        judges: Machine,
        message: { en: "unknown field `{field}`", bg: "непознато поле `{field}`" },
        help: { en: "the nearest known field is `{similar}`; the format lists them all", bg: "най-близкото познато поле е `{similar}`; форматът изброява всички" },
        fix: { en: "rename it to `{similar}`", bg: "преименувайте го на `{similar}`" },
        why: {
            en: "The field is kept and written back, but no reader of the format will look for it: often it is a known one, misspelt.",
            bg: "Полето се пази и се записва обратно, но никой читател на формата няма да го потърси: често то е познато поле, изписано погрешно.",
        }
    }
    DUPLICATE_FIELD {
        code: "shape/duplicate-field",
        severity: Error,
        since: 1,
        judges: Machine,
        message: { en: "the field `{field}` stands here more than once", bg: "полето `{field}` се среща повече от веднъж" },
        help: { en: "keep one of the values; the first is the one that counts", bg: "оставете една от стойностите; важи първата" },
        why: {
            en: "JSON does not say which of two equal keys counts (RFC 8259, 4), so that two programs read two different records. obmen takes the first and keeps the others.",
            bg: "JSON не казва кой от два еднакви ключа важи (RFC 8259, 4), затова две програми прочитат два различни записа. obmen взема първия и пази останалите.",
        }
    }
    TOO_DEEP {
        code: "shape/too-deep",
        severity: Error,
        since: 1,
        judges: Machine,
        message: { en: "nested deeper than {limit} levels", bg: "вложено по-дълбоко от {limit} нива" },
        help: { en: "a record nests about eight levels; look for brackets that were never closed", bg: "един запис има около осем нива; потърсете незатворени скоби" },
        why: {
            en: "Depth without a limit exhausts the memory of whoever reads it. No record needs a fraction of it.",
            bg: "Неограничената дълбочина изчерпва паметта на всеки, който чете записа. Никой запис няма нужда и от малка част от нея.",
        }
    }
    TOO_LARGE {
        code: "shape/too-large",
        severity: Error,
        since: 1,
        judges: Machine,
        message: { en: "{size} {unit} are more than the {limit} that are allowed here", bg: "{size} {unit} са повече от позволените тук {limit}" },
        help: { en: "put long material into a file of its own and link to it", bg: "изнесете дългия материал в отделен файл и сложете връзка към него" },
        why: {
            en: "A record may have 16 MiB and 262,144 values. What is larger is a document, or an attack.",
            bg: "Записът може да бъде до 16 MiB и до 262 144 стойности. По-голямото е документ или атака.",
        }
    }
    TOO_MANY_FAULTS {
        code: "shape/too-many-faults",
        severity: Error,
        since: 1,
        judges: Machine,
        message: { en: "{n} more {n|fault|faults} {n|was|were} found; the report stops at {limit}", bg: "{n|открита е|открити са} още {n} {n|грешка|грешки}; докладът спира на {limit}" },
        help: { en: "mend the first ones and check again: many faults often have one cause", bg: "поправете първите и проверете отново: много грешки често имат една причина" },
        why: {
            en: "A report is read by people and stored by programs. Beyond a thousand findings it serves neither, and it would grow without a limit.",
            bg: "Докладът се чете от хора и се съхранява от програми. Над хиляда находки той не служи на никого, а би растял без ограничение.",
        }
    }
}

/// What the number of the parts of a record is counted in.
pub(crate) const VALUES: Term = term("values", "values", "стойности");

/// The term of a JSON object.
pub(crate) const OBJECT: Term = term("object", "an object", "обект");

const fn term(code: &'static str, en: &'static str, bg: &'static str) -> Term {
    Term {
        code,
        texts: Texts { en, bg },
    }
}

impl Shape {
    /// Returns what a message calls this shape.
    pub(crate) fn term(&self) -> Term {
        match self {
            Shape::Text(_) | Shape::Set { .. } => term("string", "a string", "низ"),
            Shape::Localised => term(
                "text",
                "a text, or a map of languages to texts",
                "текст или съответствие на езици с текстове",
            ),
            Shape::Date => term(
                "date",
                "a date as YYYY, YYYY-MM or YYYY-MM-DD",
                "дата като ГГГГ, ГГГГ-ММ или ГГГГ-ММ-ДД",
            ),
            Shape::Number => term("number", "a number", "число"),
            Shape::Count => term(
                "count",
                "a whole number from 0 to 9007199254740991",
                "цяло число от 0 до 9007199254740991",
            ),
            Shape::Record(_) => OBJECT,
            Shape::Party(_) => term(
                "party",
                "the word `initiator` or an organisation",
                "думата `initiator` или организация",
            ),
            Shape::List(_) => term("array", "an array", "масив"),
        }
    }
}

/// The reasons of the decoder, in the words of both languages.
const REASONS: &[(&str, Term)] = &[
    (
        "EOF while parsing a list",
        term(
            "ends-in-array",
            "the text ends inside an array",
            "текстът свършва по средата на масив",
        ),
    ),
    (
        "EOF while parsing an object",
        term(
            "ends-in-object",
            "the text ends inside an object",
            "текстът свършва по средата на обект",
        ),
    ),
    (
        "EOF while parsing a string",
        term(
            "ends-in-string",
            "the text ends inside a string",
            "текстът свършва по средата на низ",
        ),
    ),
    (
        "EOF while parsing a value",
        term(
            "ends-before-value",
            "the text ends where a value should stand",
            "текстът свършва там, където трябва да има стойност",
        ),
    ),
    (
        "expected `:`",
        term(
            "no-colon",
            "a `:` should stand here",
            "тук трябва да стои `:`",
        ),
    ),
    (
        "expected `,` or `]`",
        term(
            "no-comma-in-array",
            "a `,` or a `]` should stand here",
            "тук трябва да стои `,` или `]`",
        ),
    ),
    (
        "expected `,` or `}`",
        term(
            "no-comma-in-object",
            "a `,` or a `}` should stand here",
            "тук трябва да стои `,` или `}`",
        ),
    ),
    (
        "expected ident",
        term(
            "word",
            "only the words `true`, `false` and `null` may stand without quotation marks",
            "без кавички могат да стоят само думите `true`, `false` и `null`",
        ),
    ),
    (
        "expected value",
        term(
            "no-value",
            "a value should stand here",
            "тук трябва да стои стойност",
        ),
    ),
    (
        "invalid escape",
        term(
            "escape",
            "this is no escape that a string may have",
            "такава екранирана последователност в низ няма",
        ),
    ),
    (
        "invalid number",
        term(
            "number",
            "this is not how a number is written",
            "число не се записва така",
        ),
    ),
    (
        "number out of range",
        term(
            "number-range",
            "the number is beyond what a double holds",
            "числото е извън обхвата на double",
        ),
    ),
    (
        "control character (\\u0000-\\u001F) found while parsing a string",
        term(
            "control-character",
            "a line break or another control character stands in a string; write it as an escape",
            "в низ стои нов ред или друг управляващ знак; запишете го като екраниран",
        ),
    ),
    (
        "key must be a string",
        term(
            "key",
            "the name of a field stands in double quotation marks",
            "името на поле се пише в двойни кавички",
        ),
    ),
    (
        "lone leading surrogate in hex escape",
        term(
            "surrogate",
            "half of a surrogate pair stands in an escape",
            "в екраниран знак стои половин сурогатна двойка",
        ),
    ),
    (
        "unexpected end of hex escape",
        term(
            "surrogate",
            "half of a surrogate pair stands in an escape",
            "в екраниран знак стои половин сурогатна двойка",
        ),
    ),
    (
        "trailing comma",
        term(
            "trailing-comma",
            "no comma may stand after the last value",
            "след последната стойност не се пише запетая",
        ),
    ),
    (
        "trailing characters",
        term(
            "trailing-characters",
            "something stands after the record",
            "след записа стои още нещо",
        ),
    ),
];

/// Returns why the decoder stopped; a reason that has no words here stays as the decoder says it.
pub(crate) fn reason(words: &str) -> Argument {
    REASONS
        .iter()
        .find(|(known, _)| *known == words)
        .map_or_else(|| Argument::from(words), |(_, term)| Argument::Term(*term))
}

/// Returns what a message calls a value that was found.
pub(crate) fn found(value: &Json<'_>) -> Term {
    match value {
        Json::Null => term("null", "`null`", "`null`"),
        Json::Bool(_) => term("boolean", "a boolean", "логическа стойност"),
        Json::Number(_) => term("number", "a number", "число"),
        Json::String(_) => term("string", "a string", "низ"),
        Json::Array(_) => term("array", "an array", "масив"),
        Json::Object(_) => OBJECT,
    }
}

impl Problem {
    fn rule(self) -> &'static Rule {
        match self {
            Problem::UnknownField => &UNKNOWN_FIELD,
            Problem::Duplicate => &DUPLICATE_FIELD,
            Problem::WrongType => &WRONG_TYPE,
            Problem::BadValue => &BAD_VALUE,
            Problem::Null => &NULL,
        }
    }
}

/// Makes a finding of every value that did not fit. `node` is absent for a language map.
pub(crate) fn judge<'a, 't>(
    kept: &'a Kept<'t>,
    node: Option<&dyn AnyRecord>,
    walk: &mut Walk<'a, 't>,
) {
    let record = node.map(AnyRecord::info);
    let is_there = |field: &str| {
        node.and_then(|node| node.field(node.info().place(field)?))
            .is_some_and(|view| view.is_there())
    };
    let mut occurrences: BTreeMap<&str, usize> = BTreeMap::new();
    let all = kept;
    for kept in all.iter() {
        let field =
            record.and_then(|record| record.fields.iter().find(|field| field.name == kept.key));
        let shape = match (field.map(|field| field.shape), kept.index) {
            (Some(Shape::List(item)), Some(_)) => *item,
            (Some(shape), _) => shape,
            (None, _) => Shape::Text("text"),
        };
        // Beyond the limit findings are only counted, so that ten million cost no time.
        if walk.is_full() {
            walk.find(kept.problem.rule()).report();
            continue;
        }
        let occurrence = match kept.problem {
            Problem::Duplicate => {
                let repeated = occurrences.entry(&kept.key).or_default();
                *repeated += 1;
                *repeated
            }
            // The first occurrence of a field that obmen does not know is kept too.
            Problem::UnknownField => {
                let seen = occurrences.entry(&kept.key).or_default();
                *seen += 1;
                *seen - 1
            }
            _ => 0,
        };
        if occurrence > 0 {
            walk.find(&DUPLICATE_FIELD)
                .at(&*kept.key)
                .with("field", &*kept.key)
                .occurrence(occurrence)
                .report();
        } else {
            let free = |field: &str| !is_there(field) && !all.holds(field);
            one(kept, &shape, record, &free, walk);
        }
    }
}

fn one(
    kept: &KeptValue<'_>,
    shape: &Shape,
    record: Option<&'static RecordInfo>,
    is_free: &dyn Fn(&str) -> bool,
    walk: &mut Walk<'_, '_>,
) {
    let rule = kept.problem.rule();
    if walk.is_off(rule) {
        walk.find(rule).report();
        return;
    }
    let finding = walk.find(rule).at(&*kept.key);
    let finding = match kept.index {
        Some(index) => finding.at(index),
        None => finding,
    };
    let old = kept.value.clone();
    match kept.problem {
        Problem::Null => finding.remove(Safety::Certain, old),
        Problem::WrongType => {
            let finding = finding
                .with("expected", shape.term())
                .with("found", found(&old));
            match converted(shape, &kept.value) {
                Some((better, safety)) => finding.replace(safety, old, Some(better)),
                None => finding,
            }
        }
        Problem::BadValue => {
            let expected = match shape {
                Shape::Set { known, open: false } => {
                    let words = known.iter().map(|word| (*word).to_owned()).collect();
                    Argument::List(words, Joined::Or)
                }
                shape => Argument::Term(shape.term()),
            };
            let value = old.as_str().map_or_else(|| old.to_string(), str::to_owned);
            let finding = finding
                .with("value", value.as_str())
                .with("expected", expected);
            match meant(shape, &value) {
                Some((date, safety)) => {
                    finding.replace(safety, old, Some(Json::from(date.to_string())))
                }
                None => finding,
            }
        }
        Problem::UnknownField | Problem::Duplicate => {
            misspelt(finding, &kept.key, old, record, is_free)
        }
    }
    .report();
}

/// Returns the date that is meant by one in words, and the day of one with a time of day (RFC 3339).
fn meant(shape: &Shape, text: &str) -> Option<(PartialDate, Safety)> {
    if !matches!(shape, Shape::Date) {
        return None;
    }
    if let Some(date) = PartialDate::from_written(text) {
        return Some((date, Safety::Certain));
    }
    let (day, _) = text.split_once('T')?;
    let date: PartialDate = day.parse().ok()?;
    date.day().map(|_| (date, Safety::Suggested))
}

/// Adds the nearest known field, and the mend that renames to it when it is near enough and not taken.
fn misspelt<'w, 'a, 't>(
    finding: Finding<'w, 'a, 't>,
    field: &str,
    old: Json<'_>,
    record: Option<&'static RecordInfo>,
    is_free: &dyn Fn(&str) -> bool,
) -> Finding<'w, 'a, 't> {
    let nearest = record
        .map_or(&[][..], |record| record.fields)
        .iter()
        .map(|known| (strsim::osa_distance(known.name, field), known.name))
        .min_by_key(|(distance, _)| *distance);
    // The keys of a language map are languages.
    let (distance, similar) = nearest.unwrap_or((usize::MAX, "bg"));
    let finding = finding.with("field", field).with("similar", similar);
    if distance > similar.len() / 3 || !is_free(similar) {
        return finding;
    }
    finding.fix(Safety::Suggested, |from| {
        let parent = from.rsplit_once('/').map_or("", |(parent, _)| parent);
        let path = format!("{parent}/{similar}");
        vec![
            test(from, old),
            Operation::Move {
                from: from.to_owned(),
                path,
            },
        ]
    })
}

/// Returns the value that is surely, or probably, meant by one of another type.
fn converted(shape: &Shape, value: &Json<'_>) -> Option<(Json<'static>, Safety)> {
    let object = |field: &'static str, text: &str| {
        Some((
            Json::Object(vec![(field.into(), Json::from(text.to_owned()))]),
            Safety::Suggested,
        ))
    };
    match (shape, value) {
        // Of a longer one the digits may be lost already.
        (Shape::Text(_) | Shape::Localised, Json::Number(number)) if number.is_precise() => {
            Some((Json::from(number.to_string()), Safety::Certain))
        }
        (Shape::Date, Json::Number(year)) => {
            let text = year.to_string();
            text.parse::<PartialDate>()
                .ok()
                .map(|_| (Json::from(text), Safety::Certain))
        }
        (Shape::Number | Shape::Count, Json::String(text)) => {
            let number = Number::parse(text.trim())?;
            let fits = matches!(shape, Shape::Number) || number.as_count().is_some();
            fits.then_some((Json::Number(number), Safety::Certain))
        }
        (Shape::List(Shape::Text(_) | Shape::Localised), Json::String(text)) => Some((
            Json::Array(vec![Json::from(text.clone().into_owned())]),
            Safety::Certain,
        )),
        (Shape::Record(record) | Shape::Party(record), Json::String(text)) => {
            ["name", "url", "narrative"]
                .into_iter()
                .find(|name| record.place(name).is_some())
                .and_then(|name| object(name, text))
        }
        _ => None,
    }
}
