//! The family `text/` over real and sound texts: what it must find, and where it must be silent.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use obmen::check::{Profile, Safety};
use obmen::model::Practice;
use obmen::value::{Json, LocalisedText};
use obmen::{Context, Reading};
use obmen_tests::seed::Seed;

const TESTS: &str = env!("CARGO_MANIFEST_DIR");

/// The Latin twins of the letters that are typed by mistake most.
const TWINS: &[(char, char)] = &[('о', 'o'), ('а', 'a'), ('е', 'e'), ('р', 'p'), ('с', 'c')];

fn draft() -> Context {
    Context::default().with_profile(Profile::Draft)
}

/// The codes of the family that a report has.
fn codes(reading: &Reading) -> Vec<&'static str> {
    let codes = reading.report.iter().map(|found| found.code());
    codes.filter(|code| code.starts_with("text/")).collect()
}

fn described(tag: &str, text: &str) -> Reading {
    let mut practice = Practice::default();
    practice.description = Some(LocalisedText::new(tag.to_owned(), text.to_owned()));
    obmen::read(obmen::write(&practice).as_bytes(), &draft())
}

/// The record of the seed page, as its certain fixes leave it.
fn seed() -> String {
    let page = fs::read(Path::new(TESTS).join("../examples/data/smolyan.txt")).unwrap();
    let read = obmen_formats::page::read(&page, &draft());
    let reading = Reading::new(read.practice, read.report, &draft());
    let practice = reading.practice.unwrap();
    let mended = reading.report.mend(&practice, &draft(), Safety::Certain);
    obmen::write(&mended.practice)
}

/// Reads a record with look-alikes and asks that they are found and that the certain fixes give the record back.
fn is_mended(spoilt: &str, record: &str, place: &str) {
    let reading = obmen::read(spoilt.as_bytes(), &draft());
    let found = reading
        .report
        .iter()
        .find(|found| found.code() == "text/mixed-script")
        .unwrap_or_else(|| panic!("not found: {place}"));
    let safety = found.fix.as_ref().map(|fix| fix.safety);
    assert_eq!(safety, Some(Safety::Certain), "{place}");
    let practice = reading.practice.unwrap();
    let mended = reading.report.mend(&practice, &draft(), Safety::Certain);
    assert_eq!(obmen::write(&mended.practice), record, "{place}");
}

#[test]
fn latin_twins_in_the_seed_are_found_and_mended() {
    let record = seed();
    let letters: Vec<(usize, char)> = record.char_indices().collect();
    let spots: Vec<(usize, char)> = letters
        .iter()
        .filter_map(|(at, letter)| {
            let (_, latin) = TWINS.iter().find(|(cyrillic, _)| cyrillic == letter)?;
            Some((*at, *latin))
        })
        .collect();
    assert!(spots.len() > 1000, "{}", spots.len());
    let spoil = |chosen: &[(usize, char)]| -> String {
        let put = |(at, letter): &(usize, char)| {
            let spot = chosen.iter().find(|(spot, _)| spot == at);
            spot.map_or(*letter, |(_, latin)| *latin)
        };
        letters.iter().map(put).collect()
    };
    let around = |at: usize| -> String {
        let from = record.floor_char_boundary(at.saturating_sub(30));
        record[from..record.ceil_char_boundary(at + 30)].to_owned()
    };
    let mut numbers = Seed(1);
    let mut one_letter_words = 0;
    for _ in 0..100 {
        let spot = numbers.pick(&spots);
        is_mended(&spoil(&[spot]), &record, &around(spot.0));
    }
    // Words of one letter are few; each is tried.
    for spot in &spots {
        let before = record[..spot.0].chars().next_back();
        let after = record[spot.0..].chars().nth(1);
        if before == Some(' ') && after == Some(' ') {
            one_letter_words += 1;
            is_mended(&spoil(&[*spot]), &record, &around(spot.0));
        }
    }
    assert!(one_letter_words > 5, "{one_letter_words}");
    // A hundred at once, so that whole words are made of twins.
    for round in 0..20 {
        let chosen: Vec<_> = (0..100).map(|_| numbers.pick(&spots)).collect();
        is_mended(&spoil(&chosen), &record, &format!("round {round}"));
    }
}

#[test]
fn the_seed_is_sound_in_its_texts() {
    let reading = obmen::read(seed().as_bytes(), &draft());
    assert_eq!(codes(&reading), [""; 0]);
}

#[test]
fn sound_sentences_raise_nothing() {
    let text = fs::read_to_string(Path::new(TESTS).join("sound/sentences.json")).unwrap();
    let file = Json::parse(&text).unwrap();
    let Some(Json::Object(languages)) = file.get("sentences") else {
        panic!("no sentences")
    };
    let mut count = 0;
    for (tag, sentences) in languages {
        let Json::Array(sentences) = sentences else {
            panic!("{tag}")
        };
        for sentence in sentences {
            let sentence = sentence.as_str().unwrap();
            assert_eq!(codes(&described(tag, sentence)), [""; 0], "{sentence}");
            count += 1;
        }
        // All in one text, too: what stands around a word must not mislead.
        let all: Vec<_> = sentences.iter().filter_map(Json::as_str).collect();
        assert_eq!(codes(&described(tag, &all.join(" "))), [""; 0], "{tag}");
    }
    assert!(count >= 200, "{count}");
}

/// The descriptions of the Innovative Public Services Explorer, where they lie beside the project.
#[test]
fn real_descriptions_raise_only_what_is_wrong_with_them() {
    let path = Path::new(TESTS).join("../../shared/data/ipsx/cases.json");
    let Ok(text) = fs::read_to_string(&path) else {
        eprintln!("skipped: {} is not there", path.display());
        return;
    };
    let Ok(Json::Array(cases)) = Json::parse(&text) else {
        panic!("cases.json is no array")
    };
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut descriptions, mut tagged_italian) = (0, 0);
    for case in &cases {
        let text = |field| case.get(field).and_then(Json::as_str).unwrap_or_default();
        for text in [text("description"), text("name")] {
            for code in codes(&described("en", text)) {
                assert!(deserves(code, text) || text.is_empty(), "{code}: {text}");
                *found.entry(code).or_default() += usize::from(!text.is_empty());
            }
        }
        let description = text("description");
        descriptions += usize::from(!description.is_empty());
        tagged_italian +=
            usize::from(codes(&described("it", description)).contains(&"text/wrong-language"));
    }
    println!(
        "{descriptions} descriptions: {found:?}; tagged as Italian, {tagged_italian} are noticed"
    );
    if descriptions == 853 {
        // Read one by one: zero-width spaces and a word joiner of a translating page, marks of direction of
        // another, and the last byte of a quotation mark that was read as Windows-1252.
        let expected = [
            ("bidi-control", 2),
            ("control-character", 4),
            ("zero-width", 16),
        ];
        let expected = expected.map(|(name, count)| (format!("text/{name}"), count));
        let found: Vec<_> = found
            .into_iter()
            .map(|(code, count)| (code.to_owned(), count))
            .collect();
        assert_eq!(found, expected);
    }
    assert!(tagged_italian * 100 > descriptions * 95, "{tagged_italian}");
}

/// Whether a text has what the rule says, seen without the rule.
fn deserves(code: &str, text: &str) -> bool {
    match code {
        "text/zero-width" => text.contains(['\u{200b}', '\u{2060}']),
        "text/bidi-control" => text.contains('\u{200e}'),
        "text/control-character" => text.contains('\u{9d}'),
        _ => false,
    }
}
