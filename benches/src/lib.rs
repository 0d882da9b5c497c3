//! Records made up from a seed: the same seed gives the same record, on every machine.

pub mod mirror;
pub mod peers;

use obmen::Context;
use obmen::value::Date;
use obmen_tests::seed::Seed;
use serde_json::{Map, Value, json};

/// The day on which records are judged, so that the figures do not depend on the clock.
pub const TODAY: &str = "2026-11-24";

/// Returns the context in which records are judged.
#[must_use]
pub fn context() -> Context {
    TODAY
        .parse::<Date>()
        .map_or_else(|_| Context::default(), Context::on)
}

/// How many records are measured.
pub const RECORDS: u64 = 10_000;

/// Returns the records that are measured.
#[must_use]
pub fn records() -> Vec<String> {
    (1..=RECORDS).map(record).collect()
}

/// Prints a row of the table: nanoseconds where they were measured, and a ratio.
pub fn print_row(name: &str, nanoseconds: Option<f64>, ratio: f64) {
    let nanoseconds = nanoseconds.map(|time| format!("{time:.0}"));
    let nanoseconds = nanoseconds.unwrap_or_default();
    println!("{name:<WIDTH$} {nanoseconds:>8} {ratio:>8.2}");
}

/// The width of the names in the table.
pub const WIDTH: usize = 48;

/// The words of the texts, as administrations use them.
const WORDS: &[&str] = &[
    "община",
    "област",
    "администрация",
    "проект",
    "партньори",
    "граждани",
    "услуги",
    "обучение",
    "информация",
    "център",
    "развитие",
    "опит",
    "практика",
    "резултати",
    "съвместно",
    "дейности",
    "жители",
    "качество",
    "срок",
    "финансиране",
    "програма",
    "договор",
    "събития",
    "кампания",
    "на",
    "за",
    "и",
    "с",
    "по",
    "към",
    "през",
    "чрез",
    "нови",
    "местни",
    "обществени",
    "добри",
];

/// Offices with the codes of their districts.
const OFFICES: &[(&str, &str)] = &[
    ("Областна администрация - Смолян", "BG424"),
    ("Областна администрация - Пловдив", "BG421"),
    ("Областна администрация - Хасково", "BG422"),
    ("Областна администрация - Пазарджик", "BG423"),
    ("Областна администрация - Кърджали", "BG425"),
    ("Община Доспат", "SML11"),
    ("Община Девин", "SML10"),
];

fn text(seed: &mut Seed, words: usize) -> String {
    let mut text = String::from("Общината");
    for word in 1..=words {
        text.push(' ');
        text.push_str(seed.pick(WORDS));
        if word % 12 == 0 {
            text.push(' ');
            text.push_str(seed.pick(INSERTS));
        }
        if word % 17 == 0 && word < words {
            text.push_str(". Общината");
        }
    }
    text.push('.');
    text
}

/// A sentence now and then holds what real ones hold besides Cyrillic words.
const INSERTS: &[&str] = &[
    "„Добро управление“",
    "през 2012 г.",
    "– заедно с НСОРБ –",
    "(над 150 участници)",
    "по програма INTERREG",
    "в 5 общини",
    "IT-услуги",
    "№ 7",
];

/// One fault more in a record.
type Spoil = fn(&mut Map<String, Value>, &mut Seed);

/// What goes wrong in records: one of each family that reading meets every day.
const SPOILS: &[Spoil] = &[
    |record, _| set(record, "published", json!("15.08.2013")),
    |record, seed| set(record, "tilte", json!(text(seed, 3))),
    |record, _| set(record, "audience", Value::Null),
    |record, _| {
        record.remove("initiator");
    },
    |record, _| set(record, "language", json!("bg_BG")),
    |record, _| set(record, "period", json!({"start": "2014", "end": "2012"})),
    |record, seed| {
        let text = text(seed, 30).replacen('о', "o", 1);
        set(record, "background", json!({ "bg": text }));
    },
    |record, _| {
        let link = json!({"url": "http://cheap-watches.example/buy"});
        if let Some(media) = record.get_mut("media").and_then(Value::as_array_mut) {
            media.push(link);
        }
    },
    |record, _| {
        if let Some(members) = record
            .get_mut("network")
            .and_then(|network| network.get_mut("members"))
            .and_then(Value::as_array_mut)
            && let Some(last) = members.last().cloned()
        {
            members.push(last);
        }
    },
];

fn set(record: &mut Map<String, Value>, field: &str, value: Value) {
    record.insert(field.to_owned(), value);
}

/// Returns a record with about 5 KB of Cyrillic text, its number in the id; every twentieth has one to
/// three faults.
#[must_use]
pub fn record(number: u64) -> String {
    let mut seed = Seed(number);
    let seed = &mut seed;
    let (office, district) = seed.pick(OFFICES);
    let mut members = vec![json!({"role": "lead", "organisation": "initiator"})];
    members.extend(OFFICES.iter().filter(|(name, _)| *name != office).map(|(name, code)| {
        json!({"role": "partner", "organisation": {"name": {"bg": name}, "kind": kind(name), "country": "BG", "territory": code}})
    }));
    let items: Vec<Value> = (0..4)
        .map(|_| {
            json!({"kind": "output", "title": {"bg": text(seed, 3)}, "indicator": {"unit": "event", "actual": 1 + seed.below(50)}})
        })
        .collect();
    let objectives: Vec<Value> = (0..4).map(|_| json!({"bg": text(seed, 9)})).collect();
    let (year, month, day) = (
        2005 + seed.below(15),
        1 + seed.below(12),
        1 + seed.below(28),
    );
    let mut record = json!({
        "format": 1,
        "id": format!("praktika-{number}"),
        "language": "bg",
        "source": {"register": "flgr", "key": number.to_string(), "retrieved": "2024-05-01"},
        "status": "published",
        "title": {"bg": text(seed, 6), "en": "Exchange of good practices between district offices"},
        "territories": [district],
        "period": {"start": (year - 1).to_string(), "end": year.to_string()},
        "background": {"bg": text(seed, 60)},
        "description": {"bg": text(seed, 140)},
        "objectives": objectives,
        "initiator": {
            "name": {"bg": office},
            "kind": kind(office),
            "identifiers": [{"scheme": "BG-EIK", "value": "000694037"}],
            "country": "BG",
            "territory": district,
            "contact": {"phone": "+359 301 62 448", "email": "office@smolyan.example"},
        },
        "network": {"territory": "BG42", "members": members},
        "results": {"narrative": {"bg": text(seed, 55)}, "items": items},
        "media": [
            {"url": "https://www.youtube.com/watch?v=tgcDR_DCiMY", "kind": "video"},
            {"url": "https://flgr.example/proekt/obshtina-praktika", "kind": "website"},
        ],
        "innovator": {"name": "Росица Петрова"},
        "published": format!("{year}-{month:02}-{day:02}"),
        "stated_nominations": seed.below(200),
    });
    if number.is_multiple_of(20)
        && let Some(fields) = record.as_object_mut()
    {
        for _ in 0..=seed.below(3) {
            seed.pick(SPOILS)(fields, seed);
        }
    }
    record.to_string()
}

fn kind(office: &str) -> &'static str {
    if office.starts_with("Община") {
        "municipality"
    } else {
        "district-administration"
    }
}
