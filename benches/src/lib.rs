//! Records made up from a seed: the same seed gives the same record, on every machine.

use std::fmt::Write;

use serde_json::{Value, json};

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

/// A generator of numbers (SplitMix64).
struct Seed(u64);

impl Seed {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit.max(1)
    }

    fn pick<T: Copy>(&mut self, items: &[T]) -> Option<T> {
        let at = usize::try_from(self.below(items.len() as u64)).ok()?;
        items.get(at).copied()
    }

    fn text(&mut self, words: usize) -> String {
        let mut text = String::from("Общината");
        for _ in 0..words {
            text.push(' ');
            text.push_str(self.pick(WORDS).unwrap_or_default());
        }
        text.push('.');
        text
    }
}

/// Returns a record of about 5 KB of Cyrillic, its number in the id; every tenth has a few faults.
#[must_use]
pub fn record(number: u64) -> String {
    let mut seed = Seed(number);
    let seed = &mut seed;
    let (office, district) = seed.pick(OFFICES).unwrap_or_default();
    let mut members = vec![json!({"role": "lead", "organisation": "initiator"})];
    members.extend(OFFICES.iter().filter(|(name, _)| *name != office).map(|(name, code)| {
        json!({"role": "partner", "organisation": {"name": {"bg": name}, "country": "BG", "territory": code}})
    }));
    let items: Vec<Value> = (0..4)
        .map(|_| {
            json!({"kind": "output", "title": {"bg": seed.text(3)}, "indicator": {"unit": "event", "actual": seed.below(50)}})
        })
        .collect();
    let objectives: Vec<Value> = (0..4).map(|_| json!({"bg": seed.text(9)})).collect();
    let mut published = String::new();
    // Writing to a string does not fail.
    let _ = write!(
        published,
        "{}-{:02}-{:02}",
        2005 + seed.below(15),
        1 + seed.below(12),
        1 + seed.below(28)
    );
    let mut record = json!({
        "format": 1,
        "id": format!("praktika-{number}"),
        "language": "bg",
        "status": "published",
        "title": {"bg": seed.text(6), "en": "Exchange of good practices"},
        "background": {"bg": seed.text(45)},
        "description": {"bg": seed.text(110)},
        "objectives": objectives,
        "initiator": {"name": {"bg": office}, "kind": "district-administration", "country": "BG", "territory": district},
        "network": {"territory": "BG42", "members": members},
        "results": {"narrative": {"bg": seed.text(40)}, "items": items},
        "media": [{"url": "https://www.youtube.com/watch?v=1", "kind": "video"}, {"url": "https://example.org/proekt/praktika"}],
        "innovator": {"name": "Росица Петрова"},
        "published": published,
        "stated_nominations": seed.below(200),
    });
    if number.is_multiple_of(10)
        && let Some(fields) = record.as_object_mut()
    {
        fields.insert("published".to_owned(), json!("15.08.2013"));
        fields.insert("tilte".to_owned(), json!(seed.text(3)));
        fields.insert("audience".to_owned(), Value::Null);
    }
    record.to_string()
}
