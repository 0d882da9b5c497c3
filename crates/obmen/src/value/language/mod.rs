//! Languages: tags of BCP 47 (RFC 5646), whether they are well-formed, their canonical form, and what a wrong one means.

mod table;

use std::collections::BTreeSet;

use super::lookup;
use oxilangtag::LanguageTag;
use table::{CODES, NAMES, REPLACED};

/// The tags that were registered whole, with what the registry prefers (RFC 5646, 2.2.8); the other five have no better form.
const GRANDFATHERED: &[(&str, &str)] = &[
    ("art-lojban", "jbo"),
    ("en-GB-oed", "en-GB-oxendict"),
    ("i-ami", "ami"),
    ("i-bnn", "bnn"),
    ("i-hak", "hak"),
    ("i-klingon", "tlh"),
    ("i-lux", "lb"),
    ("i-navajo", "nv"),
    ("i-pwn", "pwn"),
    ("i-tao", "tao"),
    ("i-tay", "tay"),
    ("i-tsu", "tsu"),
    ("no-bok", "nb"),
    ("no-nyn", "nn"),
    ("sgn-BE-FR", "sfb"),
    ("sgn-BE-NL", "vgt"),
    ("sgn-CH-DE", "sgg"),
    ("zh-guoyu", "cmn"),
    ("zh-hakka", "hak"),
    ("zh-min-nan", "nan"),
    ("zh-xiang", "hsn"),
];

/// Returns true for the plain tag of a language that has a code of two letters, `bg`, in small letters. Cheap.
#[must_use]
pub fn is_plain(tag: &str) -> bool {
    lookup::has(&CODES, tag, b'a')
}

/// Returns true when the tag follows the grammar of RFC 5646, or was registered whole, and repeats no variant and no
/// singleton.
///
/// ```
/// use obmen::value::language::is_well_formed;
/// assert!(is_well_formed("sr-Latn-RS") && is_well_formed("i-klingon") && is_well_formed("x-whatever"));
/// assert!(!is_well_formed("bg_BG") && !is_well_formed("de-419-DE") && !is_well_formed("ar-a-aaa-b-bbb-a-ccc"));
/// ```
#[must_use]
pub fn is_well_formed(tag: &str) -> bool {
    parse(tag).is_some()
}

/// The tag in its usual case, if it is well-formed.
fn parse(tag: &str) -> Option<LanguageTag<String>> {
    let tag = LanguageTag::parse_and_normalize(tag).ok()?;
    // Variants and singletons count once each (RFC 5646, 2.2.5 and 2.2.6).
    let mut variants = BTreeSet::new();
    let mut singletons = BTreeSet::new();
    let unique = tag
        .variant_subtags()
        .all(|variant| variants.insert(variant))
        && tag
            .extension_subtags()
            .all(|(singleton, _)| singletons.insert(singleton));
    unique.then_some(tag)
}

/// Returns the canonical form of a well-formed tag; `None` of another.
///
/// Letters are large and small as RFC 5646 (2.1.1) says; a code of three letters gives way to that of two (`bul`), a
/// former code to the present one (`iw`), a tag that was registered whole to what replaced it (`i-lux`), and the
/// regions `UK` and `EL`, which ISO 3166-1 does not have, to `GB` and `GR`. Deprecated variants and regions stay.
///
/// ```
/// use obmen::value::language::canonical;
/// assert_eq!(canonical("BG-bg").as_deref(), Some("bg-BG"));
/// assert_eq!(canonical("iw").as_deref(), Some("he"));
/// assert_eq!(canonical("en-uk").as_deref(), Some("en-GB"));
/// assert_eq!(canonical("bg_BG"), None);
/// ```
#[must_use]
pub fn canonical(tag: &str) -> Option<String> {
    let tag = parse(tag)?;
    if let Some((_, better)) = GRANDFATHERED.iter().find(|(old, _)| *old == tag.as_str()) {
        return Some((*better).to_owned());
    }
    let text = tag.as_str();
    let (language, rest) = text.split_at_checked(tag.primary_language().len())?;
    let language = lookup::value(REPLACED, language).unwrap_or(language);
    let better = match tag.region() {
        Some("UK") => "-GB",
        Some("EL") => "-GR",
        _ => return Some(format!("{language}{rest}")),
    };
    // The first subtag of two capital letters in a canonical tag is its region.
    let at = rest.find("-UK").or_else(|| rest.find("-EL"))?;
    let (before, after) = rest.split_at_checked(at)?;
    Some(format!("{language}{before}{better}{}", after.get(3..)?))
}

/// Returns false for a well-formed tag whose language nobody registered: one of two letters that ISO 639-1 does not
/// have, or of four to eight. Codes of three letters, there are thousands, are not judged.
///
/// ```
/// use obmen::value::language::is_registered;
/// assert!(is_registered("bg-BG") && is_registered("cop") && is_registered("x-ours"));
/// assert!(!is_registered("cz") && !is_registered("bulgaria"));
/// ```
#[must_use]
pub fn is_registered(tag: &str) -> bool {
    let language = tag.split('-').next().unwrap_or_default();
    match language.len() {
        2 => {
            let small = language.to_ascii_lowercase();
            is_plain(&small) || lookup::value(REPLACED, &small).is_some()
        }
        length => length < 4,
    }
}

/// Returns the tag of the language that a text means which is no tag: the name of the language in English or Bulgarian
/// (33 languages), or the code of its country (`cz`, `ua`), in any case.
///
/// ```
/// use obmen::value::language::meant;
/// assert_eq!(meant("български"), Some("bg"));
/// assert_eq!(meant("cz"), Some("cs"));
/// ```
#[must_use]
pub fn meant(text: &str) -> Option<&'static str> {
    let text = text.trim();
    // No name is longer.
    if text.is_empty() || text.len() > 64 {
        return None;
    }
    NAMES.lines().find_map(|line| {
        let mut fields = line.split('\t');
        let code = fields.next()?;
        let named = fields
            .flat_map(|names| names.split('|'))
            .any(|name| lookup::same(name, text));
        named.then_some(code)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_means_its_code() {
        for line in NAMES.lines() {
            let (code, names) = line.split_once('\t').unwrap();
            assert!(is_plain(code) && is_registered(code), "{code}");
            for name in names.split(['\t', '|']).filter(|name| !name.is_empty()) {
                assert_eq!(meant(name), Some(code), "{name}");
                assert_eq!(meant(&name.to_uppercase()), Some(code), "{name}");
            }
        }
        assert_eq!(NAMES.lines().count(), 184);
        for text in ["", " ", "xx", "bulgar", "|"] {
            assert_eq!(meant(text), None, "{text}");
        }
    }

    #[test]
    fn tags_have_one_form() {
        for (tag, form) in [
            ("bg", "bg"),
            ("BUL", "bg"),
            ("ger-at", "de-AT"),
            ("sr-LATN-rs", "sr-Latn-RS"),
            ("en-uk", "en-GB"),
            ("en-Latn-UK-x-uk", "en-Latn-GB-x-uk"),
            ("el-el", "el-GR"),
            ("mo", "ro"),
            ("I-LUX", "lb"),
            ("i-default", "i-default"),
            ("zh-MIN-nan", "nan"),
            ("X-Whatever", "x-whatever"),
            ("de-ch-1901", "de-CH-1901"),
            ("und", "und"),
        ] {
            let made = canonical(tag).unwrap();
            assert_eq!(made, form, "{tag}");
            assert_eq!(canonical(&made).as_deref(), Some(form));
            assert!(is_registered(form));
        }
        for code in REPLACED.lines() {
            let (old, new) = code.split_once('\t').unwrap();
            assert_eq!(canonical(old).as_deref(), Some(new));
        }
    }

    #[test]
    fn variants_and_singletons_count_once() {
        for tag in [
            "de-DE-1901-1901",
            "sl-rozaj-biske-Rozaj",
            "ar-a-aaa-b-bbb-a-ccc",
            "en-u-ca-buddhist-U-nu-thai",
        ] {
            assert_eq!(canonical(tag), None, "{tag}");
        }
        // Private use may hold anything, an extension the same subtag twice.
        for tag in ["x-a-a", "en-x-u-u", "en-u-aa-aa", "sl-rozaj-biske-1994"] {
            assert!(is_well_formed(tag), "{tag}");
        }
    }
}
