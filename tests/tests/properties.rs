//! Promises that hold for any record: nothing is lost, nothing panics, mends mend.

use obmen::check::{Language, Operation, Profile, Safety, Severity};
use obmen::model::{Practice, RecordInfo, Shape};
use obmen::value::{Date, Email, Json, Number, PartialDate, Phone};
use obmen::{Context, Reading};
use proptest::prelude::*;
use proptest::sample::select;

/// Strings that mean something somewhere in a record, and some that do not.
const WORDS: &[&str] = &[
    "",
    " ",
    "-",
    "bg",
    "en",
    "und",
    "initiator",
    "lead",
    "partner",
    "contractor",
    "funder",
    "output",
    "achieved",
    "item",
    "published",
    "video",
    "BG",
    "IT",
    "BG42",
    "bg424",
    "BG999",
    "SML31",
    "VAR06",
    "2013",
    "2013-08",
    "2013-08-15",
    "2013-02-30",
    "2099-01-01",
    "2013-08-15T10:00:00Z",
    "42",
    " 3 ",
    "NaN",
    "sofia-bikes",
    "Велоалеи в София",
    "ros",
    "Областна администрация - Смолян",
    "ОБЛАСТНА АДМИНИСТРАЦИЯ – СМОЛЯН",
    "Първо. Второ.",
    "https://vimeo.com/1",
    "https://a:b@veloalei.bg/",
    "www.veloalei.bg",
    "javascript:x",
    "ftp://xyzzy.example/",
    "http://[",
    "BG-EIK",
    "000614856",
    "🚲",
    "a/b~c",
    "\u{0}\u{2028}\n",
];

/// Keys that no record has, or that are nearly those of one.
const KEYS: &[&str] = &[
    "", "bg", "en", "it", "und", "titel", "Title", "idd", "x-note", "a/b~c", "🚲", "0", "~1",
];

fn quoted(text: &str) -> String {
    Json::from(text.to_owned()).to_string()
}

fn number() -> BoxedStrategy<String> {
    prop_oneof![
        select(
            &[
                "0",
                "-0",
                "1",
                "3",
                "42",
                "2013",
                "-1",
                "1.5",
                "4.2e1",
                "1e-7",
                "1e300",
                "9007199254740993",
                "123456789012345678901234567890",
                "0.1"
            ][..]
        )
        .prop_map(str::to_owned),
        any::<i32>().prop_map(|number| number.to_string()),
        (-1e20..1e20).prop_map(|number: f64| format!("{number:e}")),
    ]
    .boxed()
}

fn string() -> BoxedStrategy<String> {
    prop_oneof![
        6 => select(WORDS).prop_map(quoted),
        1 => "\\PC{0,12}".prop_map(|text| quoted(&text)),
    ]
    .boxed()
}

fn key() -> BoxedStrategy<String> {
    prop_oneof![
        4 => select(KEYS).prop_map(quoted),
        1 => "\\PC{0,5}".prop_map(|text| quoted(&text)),
        1 => Just(r#""\u0074itle""#.to_owned()),
    ]
    .boxed()
}

fn object(
    fields: impl Strategy<Value = (String, String)> + 'static,
    most: usize,
) -> BoxedStrategy<String> {
    prop::collection::vec(fields, 0..most)
        .prop_map(|fields| {
            let fields: Vec<_> = fields
                .iter()
                .map(|(key, value)| format!("{key}: {value}"))
                .collect();
            format!("{{{}}}", fields.join(", "))
        })
        .boxed()
}

fn array(items: BoxedStrategy<String>, most: usize) -> BoxedStrategy<String> {
    prop::collection::vec(items, 0..most)
        .prop_map(|items| format!("[{}]", items.join(",\n")))
        .boxed()
}

/// Any JSON value, as text.
fn any_json() -> BoxedStrategy<String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        number(),
        string(),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![array(inner.clone().boxed(), 4), object((key(), inner), 4),]
    })
    .boxed()
}

/// A value that mostly fits a shape.
fn fitting(shape: &Shape, wild: &BoxedStrategy<String>) -> BoxedStrategy<String> {
    let fits = match shape {
        Shape::Text(_) | Shape::Date => string(),
        Shape::Set { known, .. } => prop_oneof![select(*known).prop_map(quoted), string(),].boxed(),
        Shape::Localised => prop_oneof![
            string(),
            object((key(), prop_oneof![9 => string(), 1 => wild.clone()]), 4),
        ]
        .boxed(),
        Shape::Number | Shape::Count => number(),
        Shape::Record(record) => fields(record, wild),
        Shape::Party(record) => {
            prop_oneof![Just(quoted("initiator")), fields(record, wild),].boxed()
        }
        Shape::List(item) => array(fitting(item, wild), 5),
    };
    prop_oneof![12 => fits, 1 => wild.clone()].boxed()
}

/// An object whose fields are mostly those of a record, in any order, some of them twice.
fn fields(record: &'static RecordInfo, wild: &BoxedStrategy<String>) -> BoxedStrategy<String> {
    let known = record.fields.iter().map(|field| {
        let key = quoted(field.name);
        fitting(&field.shape, wild)
            .prop_map(move |value| (key.clone(), value))
            .boxed()
    });
    let known = prop::strategy::Union::new(known);
    let field = prop_oneof![
        14 => known,
        1 => (key(), wild.clone()),
    ];
    object(field, record.fields.len().min(9))
}

fn record() -> BoxedStrategy<String> {
    let wild = any_json();
    fields(Practice::INFO, &wild)
}

fn context() -> BoxedStrategy<Context> {
    let day = Date::new(2026, 11, 24).unwrap();
    (any::<bool>(), any::<bool>(), any::<bool>())
        .prop_map(move |(draft, dated, language)| {
            let context = if dated {
                Context::on(day)
            } else {
                Context::default()
            };
            let context = if draft {
                context.with_profile(Profile::Draft)
            } else {
                context
            };
            if language {
                context.with_default_language("bg")
            } else {
                context
            }
        })
        .boxed()
}

fn read(text: &str, context: &Context) -> Reading {
    obmen::read(text.as_bytes(), context)
}

/// The tokens of a pointer by RFC 6901, read anew here.
fn tokens(pointer: &str) -> Vec<String> {
    if pointer.is_empty() {
        return Vec::new();
    }
    let rest = pointer
        .strip_prefix('/')
        .expect("a pointer begins with a slash");
    rest.split('/')
        .map(|token| {
            let mut out = String::new();
            let mut characters = token.chars();
            while let Some(character) = characters.next() {
                out.push(match character {
                    '~' => match characters.next() {
                        Some('0') => '~',
                        Some('1') => '/',
                        other => panic!("`{pointer}`: ~{other:?}"),
                    },
                    plain => plain,
                });
            }
            out
        })
        .collect()
}

/// The places of a pointer's tokens in the canonical order; `None` where the order is that of the record.
fn places(pointer: &str) -> Vec<Option<usize>> {
    let mut shape = Some(Shape::Record(Practice::INFO));
    tokens(pointer)
        .iter()
        .map(|token| match shape {
            Some(Shape::Record(record) | Shape::Party(record)) => {
                let place = record.place(token);
                shape = place.map(|place| record.fields[place].shape);
                Some(place.unwrap_or(usize::MAX))
            }
            Some(Shape::List(item)) => {
                shape = Some(*item);
                token.parse().ok()
            }
            _ => None,
        })
        .collect()
}

fn in_order(first: &str, second: &str) -> bool {
    for (a, b) in places(first).iter().zip(places(second)) {
        match (a, b) {
            (Some(a), Some(b)) if *a != b => return *a < b,
            (Some(_), Some(_)) if *a != Some(usize::MAX) => {}
            _ => return true,
        }
    }
    tokens(first).len() <= tokens(second).len()
}

/// The value at a pointer, else at its nearest ancestor that is there.
fn nearest<'j>(json: &'j Json<'j>, pointer: &str) -> &'j Json<'j> {
    let mut pointer = pointer;
    loop {
        if let Some(value) = json.at(pointer) {
            return value;
        }
        pointer = pointer.rsplit_once('/').map_or("", |(parent, _)| parent);
    }
}

fn errors(report: &obmen::Report) -> usize {
    report.count(Severity::Error)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_again(text in record(), context in context()) {
        let practice = read(&text, &context).practice.unwrap();
        let written = obmen::write(&practice);
        let again = read(&written, &context).practice.unwrap();
        prop_assert_eq!(&again, &practice, "{}", written);
        prop_assert_eq!(obmen::write(&again), written);
        let pretty = read(&obmen::write_pretty(&practice), &context).practice.unwrap();
        prop_assert_eq!(&pretty, &practice);
    }

    #[test]
    fn no_value_of_the_source_is_lost(text in record()) {
        /// Every value but those that count as absent or take another form.
        fn leaves(json: &Json<'_>, found: &mut Vec<String>) {
            match json {
                Json::Array(items) => items.iter().for_each(|item| leaves(item, found)),
                Json::Object(fields) => fields.iter().for_each(|(_, value)| leaves(value, found)),
                leaf => found.push(leaf.to_string()),
            }
        }
        let practice = read(&text, &Context::default()).practice.unwrap();
        let written = obmen::write(&practice);
        let (mut before, mut after) = (Vec::new(), Vec::new());
        leaves(&Json::parse(&text).unwrap(), &mut before);
        leaves(&Json::parse(&written).unwrap(), &mut after);
        before.sort();
        after.sort();
        prop_assert_eq!(before, after);
    }

    #[test]
    fn a_check_finds_what_reading_found(text in record(), context in context()) {
        let reading = read(&text, &context);
        let mut found: Vec<_> = reading.report.iter().cloned().collect();
        for diagnostic in &mut found {
            diagnostic.position = None;
        }
        let checked: Vec<_> = reading.practice.unwrap().check(&context).iter().cloned().collect();
        prop_assert_eq!(checked, found);
    }

    #[test]
    fn reports_point_into_the_record_in_its_order(text in record(), context in context()) {
        let reading = read(&text, &context);
        let json = Json::parse(&text).unwrap();
        let lines: Vec<&str> = text.split('\n').collect();
        let mut before = "";
        for found in &reading.report {
            prop_assert!(in_order(before, &found.pointer), "{} before {}", before, found.pointer);
            before = &found.pointer;
            let position = found.position.unwrap();
            let line = lines[position.line - 1];
            prop_assert!(position.column <= line.encode_utf16().count(), "{:?}", found);
            let span = found.span.clone().unwrap();
            let value = Json::parse(&text[span]).unwrap();
            if found.code() != "shape/duplicate-field" {
                prop_assert_eq!(&value, nearest(&json, &found.pointer), "{:?}", found);
            }
        }
    }

    #[test]
    fn every_fix_can_be_applied_to_what_is_written(text in record(), context in context()) {
        let reading = read(&text, &context);
        let written = obmen::write(&reading.practice.unwrap());
        let document = Json::parse(&written).unwrap();
        for found in &reading.report {
            let Some(fix) = &found.fix else { continue };
            prop_assert!(matches!(fix.patch[0], Operation::Test { .. }), "{:?}", found);
            let mended = Operation::apply_all(&fix.patch, &document);
            prop_assert!(mended.is_some(), "{:?} {:?}", found, fix);
            let again = read(&mended.unwrap().to_string(), &context).report;
            let same = |other: &&obmen::Diagnostic| {
                other.code() == found.code() && other.pointer == found.pointer && other.fix == found.fix
            };
            prop_assert!(again.iter().filter(same).count() <= reading.report.iter().filter(same).count());
        }
    }

    #[test]
    fn mends_add_no_error_and_leave_nothing_to_mend(text in record(), context in context()) {
        let reading = read(&text, &context);
        let practice = reading.practice.unwrap();
        for safety in [Safety::Certain, Safety::Suggested] {
            let mended = reading.report.mend(&practice, &context, safety);
            prop_assert!(errors(&mended.report) <= errors(&reading.report));
            let checked = mended.practice.check(&context);
            prop_assert_eq!(&checked, &mended.report);
            let again = mended.report.mend(&mended.practice, &context, safety);
            prop_assert_eq!(again.applied, 0, "{}", obmen::write(&mended.practice));
            prop_assert_eq!(&again.practice, &mended.practice);
        }
    }

    #[test]
    fn only_records_without_errors_are_sound(text in record(), context in context(), silent in any::<bool>()) {
        let weighed = if silent {
            context.clone().without("practice/missing-id").with_severity("practice/missing-title", Severity::Hint)
        } else {
            context.clone()
        };
        let strict = read(&text, &context);
        let publish = context.profile() == Profile::Publish;
        let expected = publish && !strict.report.has_errors();
        prop_assert_eq!(read(&text, &weighed).into_sound().is_ok(), expected);
        prop_assert_eq!(strict.practice.unwrap().into_sound(&weighed).is_ok(), expected);
    }

    #[test]
    fn any_bytes_get_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        let reading = obmen::read(&bytes, &Context::default());
        prop_assert!(reading.practice.is_some() || reading.report.has_errors());
    }

    #[test]
    fn broken_records_get_an_answer(text in record(), at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = text.into_bytes();
        let at = at.index(bytes.len());
        if cut { bytes.truncate(at) } else { bytes[at] = byte }
        let reading = obmen::read(&bytes, &Context::default());
        prop_assert!(reading.practice.is_some() || reading.report.has_errors());
        for found in &reading.report {
            prop_assert!(found.position.is_some());
            prop_assert!(found.span.clone().unwrap().end <= bytes.len());
        }
    }
}

#[test]
fn a_sound_record_is_sound() {
    let text = r#"{"id": "a", "language": "bg", "title": "Обмен", "description": "Хора се учат.",
        "initiator": {"name": "Община Доспат"}, "published": "2013"}"#;
    assert!(read(text, &Context::default()).into_sound().is_ok());
}

/// Pieces of what people write for dates, numbers, telephones and addresses.
const WRITTEN: &[&str] = &[
    "1",
    "15",
    "2013",
    "0",
    "00",
    "+",
    "359",
    "0301 62448",
    "(0)",
    "112",
    " ",
    "\u{a0}",
    ".",
    ",",
    "-",
    "/",
    ";",
    "(",
    ")",
    "август",
    "Aug",
    "VIII",
    "ХІ",
    "г.",
    "-ви",
    "of",
    "th",
    "тел.",
    "вътр. ",
    "ext",
    "x",
    "О",
    "０",
    "@",
    "a@b.bg",
    "@бг",
    "[at]",
    " at ",
    "mailto:",
    "<",
    ">",
    "?",
    "[email",
    "protected]",
    "İ",
    "ß",
    "\u{202a}",
    "−",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_people_write_is_read_or_not(parts in proptest::collection::vec(select(WRITTEN), 0..9)) {
        let text = parts.concat();
        if let Some(date) = PartialDate::from_written(&text) {
            for language in [Language::Bg, Language::En] {
                // A year has four digits when it is read, however small it is.
                let is_plain = date.year() >= 1000;
                let again = PartialDate::from_written(&date.written(language));
                prop_assert!(!is_plain || again == Some(date), "{} {:?}", text, again);
            }
        }
        for language in [Language::Bg, Language::En] {
            if let Some(number) = Number::from_written(&text, language) {
                let again = Number::from_written(&number.written(language), language);
                prop_assert_eq!(again, Some(number), "{}", text);
            }
        }
        if let Ok(number) = Phone::from(&*text).number(Some("BG")) {
            let written = number.to_string();
            let again = Phone::from(&*written).number(Some("BG")).map(|number| number.to_string());
            prop_assert_eq!(again.as_deref().ok(), Some(&*written), "{}", text);
        }
        if let Ok(address) = Email::from(&*text).address() {
            let again = Email::from(&*address);
            let again = again.address();
            prop_assert_eq!(again.as_deref().ok(), Some(&*address), "{}", text);
        }
        // Whatever it is, a record with it is read, and its mends mend.
        let contact = [("phone", &text), ("email", &text)]
            .map(|(field, text)| (field.into(), Json::from(text.clone())));
        let initiator = vec![("country".into(), Json::from("BG")), ("contact".into(), Json::Object(contact.into()))];
        let record = Json::Object(vec![
            ("published".into(), Json::from(text.clone())),
            ("initiator".into(), Json::Object(initiator)),
        ]);
        let context = Context::default();
        let reading = read(&record.to_string(), &context);
        let practice = reading.practice.unwrap();
        for safety in [Safety::Certain, Safety::Suggested] {
            let mended = reading.report.mend(&practice, &context, safety);
            let again = mended.report.mend(&mended.practice, &context, safety);
            prop_assert_eq!(&again.practice, &mended.practice, "{}", text);
        }
    }
}
