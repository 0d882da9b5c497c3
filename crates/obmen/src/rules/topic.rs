//! What a record is about, as far as the address of a link can tell.

use std::borrow::Cow;
use std::collections::BTreeSet;

use memchr::arch::all::packedpair::HeuristicFrequencyRank;
use memchr::memmem::FinderBuilder;

use crate::value::address::Address;
use crate::value::transliteration::{letter, to_cyrillic, to_latin};

/// The fewest letters by which a word of an address is recognised.
const STEM: usize = 5;

/// The most letters of a word that are compared.
const LONGEST: usize = 40;

/// So many addresses, and so many bytes of the texts for each, are looked through quickly; what is not
/// found there is looked for word by word, for all addresses at once.
const QUICK_LINKS: usize = 16;
const QUICK_BYTES: usize = 16 << 10;

/// Hosts that carry anybody's films, pictures and pages, whose addresses say nothing of the topic. Sorted.
const MEDIA_HOSTS: &[&str] = &[
    "dailymotion.com",
    "facebook.com",
    "flickr.com",
    "instagram.com",
    "issuu.com",
    "linkedin.com",
    "slideshare.net",
    "soundcloud.com",
    "twitter.com",
    "vbox7.com",
    "vimeo.com",
    "x.com",
    "youtu.be",
    "youtube.com",
];

/// True for an address on a host that says nothing of the topic.
pub(crate) fn is_on_media_host(address: &Address<'_>) -> bool {
    address.web_host().is_some_and(|host| {
        domains(bare(host)).any(|domain| MEDIA_HOSTS.binary_search(&domain).is_ok())
    })
}

/// Returns the places of the addresses that nothing in the record speaks for.
///
/// `about` are those that should be about its topic, `others` the addresses of its organisations and its source.
pub(crate) fn strangers(
    texts: &[&str],
    about: &[&Address<'_>],
    others: &[&Address<'_>],
) -> Vec<usize> {
    let mut hosts: Vec<&str> = others
        .iter()
        .filter_map(|address| address.web_host().map(bare))
        .collect();
    hosts.sort_unstable();
    let is_known =
        |host: &str| domains(bare(host)).any(|domain| hosts.binary_search(&domain).is_ok());
    let mut open: Vec<(usize, Vec<String>)> = Vec::new();
    for (place, address) in about.iter().enumerate() {
        let Some(host) = address.web_host() else {
            continue;
        };
        if is_known(host) {
            continue;
        }
        let stems = stems(host, address.path());
        if place >= QUICK_LINKS || !begin_a_word_quickly(&stems, texts) {
            open.push((place, stems));
        }
    }
    if open.is_empty() {
        return Vec::new();
    }
    let mut stems: Vec<(&str, bool)> = open
        .iter()
        .flat_map(|(_, stems)| stems)
        .map(|stem| (stem.as_str(), false))
        .collect();
    stems.sort_unstable();
    stems.dedup();
    mark_words(&mut stems, texts);
    let begins = |wanted: &String| {
        let at = stems.binary_search_by(|(stem, _)| (*stem).cmp(wanted));
        at.is_ok_and(|at| stems.get(at).is_some_and(|(_, begins)| *begins))
    };
    open.iter()
        .filter(|(_, stems)| !stems.iter().any(begins))
        .map(|(place, _)| *place)
        .collect()
}

/// The host and each domain that it lies in.
fn domains(host: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(host), |domain| {
        domain.split_once('.').map(|(_, above)| above)
    })
}

/// True when a stem, as Bulgarian or English would spell it, begins a word near the beginning of the record.
///
/// False proves nothing: a spelling can be missed.
fn begin_a_word_quickly(stems: &[String], texts: &[&str]) -> bool {
    /// The first bytes of Cyrillic letters are everywhere, so that the search must look for others.
    struct Ranks;
    impl HeuristicFrequencyRank for Ranks {
        fn rank(&self, byte: u8) -> u8 {
            match byte {
                0xd0 | 0xd1 | b' ' => 255,
                0xb0 | 0xb5 | 0xb8 | 0xbe | 0x82 => 200,
                _ => 100,
            }
        }
    }
    let cyrillic = stems.iter().filter_map(|stem| to_cyrillic(stem));
    cyrillic.chain(stems.iter().cloned()).any(|spelling| {
        let mut letters = spelling.chars();
        let Some(first) = letters.next() else {
            return false;
        };
        // A word may begin with a capital.
        let needle = letters.as_str().as_bytes();
        let finder = FinderBuilder::new().build_forward_with_ranker(Ranks, needle);
        let mut left = QUICK_BYTES;
        texts
            .iter()
            .take_while(|text| {
                let within = left >= text.len();
                left = left.saturating_sub(text.len());
                within
            })
            .any(|text| {
                finder.find_iter(text.as_bytes()).any(|at| {
                    let mut before = text.get(..at).unwrap_or_default().chars().rev();
                    // What follows no space may belong to an address, which must not speak for itself.
                    before
                        .next()
                        .is_some_and(|found| is_the_letter(found, first))
                        && before.next().is_none_or(|found| " „“\"(".contains(found))
                        && !text
                            .get(at..)
                            .and_then(|rest| rest.split_whitespace().next())
                            .is_some_and(|word| word.contains("://") || word.starts_with("ww."))
                })
            })
    })
}

fn is_the_letter(found: char, small: char) -> bool {
    found == small || found.to_lowercase().eq([small])
}

/// Marks the stems that begin a word of the texts. The stems are sorted.
fn mark_words(stems: &mut [(&str, bool)], texts: &[&str]) {
    // Most words begin with other letters than any stem; only the rest are spelt out.
    let beginnings: BTreeSet<[char; 2]> = stems
        .iter()
        .filter_map(|(stem, _)| beginning(stem))
        .collect();
    // An address in the text must not speak for itself.
    let is_address = |word: &str| word.contains("://") || word.starts_with("www.");
    let words = texts
        .iter()
        .flat_map(|text| text.split_whitespace())
        .flat_map(|whole| {
            whole
                .split(|character| !is_of_word(character))
                .map(move |word| (whole, word))
        })
        .filter(|(whole, word)| {
            word.len() >= STEM
                && beginning(word).is_some_and(|first| beginnings.contains(&first))
                && !is_address(whole)
        });
    for (_, word) in words {
        let latin = to_latin(word).to_lowercase();
        let ends = latin
            .char_indices()
            .map(|(at, c)| at + c.len_utf8())
            .take(LONGEST)
            .skip(STEM - 1);
        for end in ends {
            let start = latin.get(..end).unwrap_or_default();
            if let Ok(at) = stems.binary_search_by(|(stem, _)| (*stem).cmp(start))
                && let Some((_, begins)) = stems.get_mut(at)
            {
                *begins = true;
            }
        }
    }
}

/// True for a letter or digit; the usual ones are known without the tables of Unicode.
fn is_of_word(character: char) -> bool {
    matches!(character, 'а'..='я' | 'А'..='Я' | 'a'..='z' | 'A'..='Z' | '0'..='9')
        || (!character.is_ascii() && character.is_alphanumeric())
}

/// Returns the two Latin letters that a word begins with.
fn beginning(word: &str) -> Option<[char; 2]> {
    let small = |c: char| match c {
        'а'..='я' | 'a'..='z' => Some(c),
        'А'..='Я' => char::from_u32(u32::from(c) + 0x20),
        _ => c.to_lowercase().next(),
    };
    let mut letters = word.chars();
    let first = small(letters.next()?)?;
    match letter(first) {
        "" => {
            let second = small(letters.next()?)?;
            Some([first, letter(second).chars().next().unwrap_or(second)])
        }
        latin => {
            let mut latin = latin.chars();
            let first = latin.next()?;
            let second = latin.next().or_else(|| {
                let second = small(letters.next()?)?;
                letter(second).chars().next().or(Some(second))
            })?;
            Some([first, second])
        }
    }
}

/// Returns the words of an address in Latin letters, each less a short ending.
fn stems(host: &str, path: &str) -> Vec<String> {
    let host = idna_shown(bare(host));
    let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    // The path tells more.
    [path, host]
        .iter()
        .flat_map(|part| part.split(|character: char| !character.is_alphabetic()))
        .filter(|word| word.len() >= STEM)
        .filter_map(|word| {
            if word.is_ascii() {
                let kept = (word.len() - 2).clamp(STEM, LONGEST);
                return word.get(..kept).map(str::to_ascii_lowercase);
            }
            let word = to_latin(word).to_lowercase();
            let letters = word.chars().count();
            let kept = letters.saturating_sub(2).clamp(STEM, LONGEST);
            (letters >= STEM).then(|| word.chars().take(kept).collect())
        })
        .collect()
}

/// A parsed host is in small letters.
fn bare(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}

/// Returns the host as people read it: labels in Punycode decoded.
fn idna_shown(host: &str) -> Cow<'_, str> {
    if !host.contains("xn--") {
        return Cow::Borrowed(host);
    }
    let shown = |label: &str| match label.strip_prefix("xn--") {
        Some(code) => idna::punycode::decode_to_string(code).unwrap_or_else(|| label.to_owned()),
        None => label.to_owned(),
    };
    Cow::Owned(host.split('.').map(shown).collect::<Vec<_>>().join("."))
}
