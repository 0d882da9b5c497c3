//! The tables of territories and countries, whole: their order, their inclusion, and the official spelling of their names.

use std::fs;
use std::path::Path;

use obmen::value::country::Country;
use obmen::value::territory::{Level, Territory, is_settlement};
use obmen::value::transliteration::to_latin;
use proptest::prelude::*;

fn territory() -> impl Strategy<Value = Territory> {
    let all: Vec<_> = Territory::all().collect();
    proptest::sample::select(all)
}

proptest! {
    #[test]
    fn every_code_finds_itself_and_no_other_spelling_of_it(found in territory(), noise in "[ -~а-я]{1,3}") {
        prop_assert_eq!(Territory::by_code(found.code), Some(found));
        prop_assert!(Country::is_known(found.country()));
        for other in [
            found.code.to_lowercase(),
            format!("{} ", found.code),
            format!("{}{noise}", found.code),
            format!("{noise}{}", found.code),
        ] {
            let answer = Territory::by_code(&other);
            prop_assert!(answer.is_none_or(|answer| answer.code == other), "{other}");
        }
    }

    #[test]
    fn inclusion_is_a_partial_order(a in territory(), b in territory(), c in territory()) {
        // Three at random are seldom related: their ancestors are.
        let line: Vec<_> = std::iter::once(a).chain(a.ancestors()).collect();
        for (place, outer) in line.iter().enumerate() {
            for (depth, inner) in line.iter().enumerate() {
                prop_assert_eq!(outer.contains(inner.code), depth <= place);
            }
        }
        for [x, y, z] in [[a, b, c], [b, c, a], [c, a, b]] {
            prop_assert!(x.contains(x.code));
            prop_assert!(!(x.contains(y.code) && y.contains(x.code)) || x == y);
            prop_assert!(!(x.contains(y.code) && y.contains(z.code)) || x.contains(z.code));
            prop_assert_eq!(x.contains(y.code), x == y || y.ancestors().any(|above| above == x));
        }
    }

    #[test]
    fn any_text_is_asked_for_without_harm(text in "\\PC{0,12}") {
        prop_assert!(Territory::by_code(&text).is_none_or(|found| found.code == text));
        prop_assert!(Country::by_code(&text).is_none_or(|found| found.code == text));
        for tag in [text.clone(), format!("en-{text}"), format!("x-{text}")] {
            if let Some(form) = obmen::value::language::canonical(&tag) {
                let again = obmen::value::language::canonical(&form);
                prop_assert_eq!(again, Some(form), "{}", tag);
            }
        }
        let _ = (is_settlement(&text), Territory::by_name(&text, Level::Lau).count(), Country::meant(&text));
    }

    #[test]
    fn tags_of_the_grammar_are_well_formed(
        tag in "[a-z]{2,3}(-[a-z]{3}){0,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[0-9][a-z0-9]{3})?(-u(-[a-z0-9]{2,8}){1,3})?(-x(-[a-z0-9]{1,8}){1,3})?",
    ) {
        prop_assert!(obmen::value::language::is_well_formed(&tag), "{tag}");
    }
}

/// Where the official Latin form is not the transliteration of the Act, and why.
const EXCEPTIONS: &[(&str, &str, &str)] = &[(
    "Бобов дол",
    "Bobovdol",
    "Eurostat's list of municipalities writes the two words of the town as one",
)];

#[test]
fn names_agree_with_their_official_latin_form() {
    let mut exceptions = Vec::new();
    for row in Territory::all().filter(|row| row.country() == "BG" && row.level >= Level::Nuts3) {
        if to_latin(row.name_bg()) != row.name_en() {
            exceptions.push((row.name_bg().to_owned(), row.name_en().to_owned()));
        }
    }
    let known: Vec<_> = EXCEPTIONS
        .iter()
        .map(|(bg, en, _)| ((*bg).to_owned(), (*en).to_owned()))
        .collect();
    assert_eq!(exceptions, known);
}

/// The rows of a file of facts beside the repository, where there is one; it is not part of the project.
fn facts(name: &str) -> Option<Vec<Vec<String>>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../shared/rules")
        .join(name);
    let Ok(text) = fs::read_to_string(&path) else {
        println!("skipped: {} is not there", path.display());
        return None;
    };
    Some(
        text.lines()
            .skip(1)
            .map(|line| {
                line.split(',')
                    .map(|field| field.trim_matches('"').to_owned())
                    .collect()
            })
            .collect(),
    )
}

#[test]
fn the_registers_of_bulgaria_agree() {
    let mut codes = 0;
    // Place of the code, of the names, of the settlement that is its centre.
    for (name, centre) in [("bg_districts.csv", 6), ("bg_municipalities.csv", 5)] {
        let Some(rows) = facts(name) else { continue };
        let level = if centre == 6 {
            Level::Nuts3
        } else {
            Level::Lau
        };
        let names = if centre == 6 { (2, 3) } else { (1, 2) };
        let known = Territory::all().filter(|row| row.country() == "BG" && row.level == level);
        assert_eq!(rows.len(), known.count());
        for row in rows {
            let found = Territory::by_code(&row[0]).unwrap();
            assert_eq!(
                (found.name_bg(), found.name_en()),
                (row[names.0].as_str(), row[names.1].as_str())
            );
            let above = if centre == 6 { &row[7] } else { &row[3] };
            assert_eq!(found.parent().unwrap().code, above);
            assert!(is_settlement(&row[centre]), "{row:?}");
            codes += 1;
            // Any other check digit is wrong.
            let mut wrong = row[centre].clone().into_bytes();
            wrong[4] = if wrong[4] == b'9' { b'0' } else { wrong[4] + 1 };
            assert!(!is_settlement(std::str::from_utf8(&wrong).unwrap()));
            // The official Latin form of the register itself.
            let latin = to_latin(&row[names.0]);
            let official = EXCEPTIONS.iter().find(|(bg, ..)| *bg == row[names.0]);
            assert_eq!(
                official.map_or(latin.as_str(), |(_, en, _)| en),
                row[names.1]
            );
        }
    }
    assert!(codes == 0 || codes == 293, "{codes}");
}

#[test]
fn the_codes_of_nuts_agree() {
    let Some(rows) = facts("nuts.csv") else {
        return;
    };
    let mut seen = 0;
    // Names hold commas: only the code and the versions, which no other field looks like, are compared.
    for row in rows
        .iter()
        .filter(|row| row[0].len() > 2 && !row[0].starts_with("GR"))
    {
        let found = Territory::by_code(&row[0]).unwrap();
        let versions: Vec<_> = found
            .versions()
            .map(|version| version.to_string())
            .collect();
        assert!(row.contains(&versions.join(";")), "{row:?}");
        seen += 1;
    }
    assert_eq!(
        seen,
        Territory::all()
            .filter(|row| row.level != Level::Lau && row.level != Level::Country)
            .count()
    );
}
