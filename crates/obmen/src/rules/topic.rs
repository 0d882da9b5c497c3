//! What a record is about, as far as the address of a link can tell.

use std::collections::BTreeSet;

use url::Url;

use crate::value::transliteration::{letter, to_latin};

/// The fewest letters by which a word of an address is recognised.
const STEM: usize = 5;

/// The most letters of a word that are compared.
const LONGEST: usize = 40;

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

/// What the addresses of a record have in common with its words and its organisations.
pub(crate) struct Topic {
    /// The stems of all addresses that should be about the topic, sorted, each with whether it begins a word.
    stems: Vec<(String, bool)>,
    /// Sorted.
    hosts: Vec<String>,
}

impl Topic {
    /// Looks for the stems of addresses among the words of all texts; `links` are all addresses, each
    /// with whether it should be about the topic.
    pub(crate) fn of<'a>(
        texts: &[&str],
        links: &(impl Iterator<Item = (bool, &'a str)> + Clone),
    ) -> Topic {
        let parsed = |wanted: bool| {
            links
                .clone()
                .filter(move |(about, _)| *about == wanted)
                .filter_map(|(_, link)| Url::parse(link).ok())
        };
        let mut hosts: Vec<String> = parsed(false)
            .filter_map(|url| url.host_str().map(bare))
            .collect();
        hosts.sort_unstable();
        let mut stems: Vec<(String, bool)> = parsed(true)
            .flat_map(|url| stems(&url))
            .map(|stem| (stem, false))
            .collect();
        stems.sort_unstable();
        stems.dedup();
        let mut topic = Topic { stems, hosts };
        topic.search(texts);
        topic
    }

    /// Marks the stems that begin a word of the texts.
    fn search(&mut self, texts: &[&str]) {
        // Most words begin with another letter than any stem; only the others are spelt out.
        let initials: BTreeSet<char> = self
            .stems
            .iter()
            .filter_map(|(stem, _)| stem.chars().next())
            .collect();
        let words = texts
            .iter()
            .flat_map(|text| text.split_whitespace())
            // An address in the text must not speak for itself.
            .filter(|word| !word.contains("://") && !word.starts_with("www."))
            .flat_map(|word| word.split(|character| !is_of_word(character)))
            .filter(|word| initial(word).is_some_and(|first| initials.contains(&first)));
        for word in words {
            let latin = to_latin(word).to_lowercase();
            let ends = latin
                .char_indices()
                .map(|(at, c)| at + c.len_utf8())
                .take(LONGEST)
                .skip(STEM - 1);
            for end in ends {
                let start = latin.get(..end).unwrap_or_default();
                if let Ok(at) = self
                    .stems
                    .binary_search_by(|(stem, _)| stem.as_str().cmp(start))
                    && let Some((_, begins)) = self.stems.get_mut(at)
                {
                    *begins = true;
                }
            }
        }
    }

    /// True when the address may well be about the record.
    pub(crate) fn covers(&self, url: &Url, host: &str) -> bool {
        let host = bare(host);
        // The host and each domain that it lies in.
        let mut domains = std::iter::successors(Some(host.as_str()), |domain| {
            domain.split_once('.').map(|(_, above)| above)
        });
        let known = |domain: &str| {
            MEDIA_HOSTS.binary_search(&domain).is_ok()
                || self
                    .hosts
                    .binary_search_by(|known| known.as_str().cmp(domain))
                    .is_ok()
        };
        domains.any(known)
            || stems(url).any(|wanted| {
                let at = self.stems.binary_search_by(|(stem, _)| stem.cmp(&wanted));
                at.ok()
                    .and_then(|at| self.stems.get(at))
                    .is_some_and(|(_, begins)| *begins)
            })
    }
}

/// True for a letter or digit; the usual ones are known without the tables of Unicode.
fn is_of_word(character: char) -> bool {
    matches!(character, 'а'..='я' | 'А'..='Я' | 'a'..='z' | 'A'..='Z' | '0'..='9')
        || (!character.is_ascii() && character.is_alphanumeric())
}

/// Returns the Latin letter that a word begins with.
fn initial(word: &str) -> Option<char> {
    let first = word.chars().next()?.to_lowercase().next()?;
    Some(letter(first).chars().next().unwrap_or(first))
}

/// Returns the words of an address in Latin letters, each less a short ending.
fn stems(url: &Url) -> impl Iterator<Item = String> + use<> {
    let host = idna_shown(&bare(url.host_str().unwrap_or_default()));
    let text = format!("{host} {}", percent_decoded(url.path()));
    let words: Vec<String> = text
        .split(|character: char| !character.is_alphabetic())
        .map(|word| to_latin(word).to_lowercase())
        .collect();
    words.into_iter().filter_map(|word| {
        let letters = word.chars().count();
        let kept = letters.saturating_sub(2).clamp(STEM, LONGEST);
        (letters >= STEM).then(|| word.chars().take(kept).collect())
    })
}

fn bare(host: &str) -> String {
    host.strip_prefix("www.").unwrap_or(host).to_lowercase()
}

/// Returns the host as people read it: labels in Punycode decoded.
fn idna_shown(host: &str) -> String {
    host.split('.')
        .map(|label| match label.strip_prefix("xn--") {
            Some(code) => {
                idna::punycode::decode_to_string(code).unwrap_or_else(|| label.to_owned())
            }
            None => label.to_owned(),
        })
        .collect::<Vec<_>>()
        .join(".")
}

fn percent_decoded(path: &str) -> String {
    percent_encoding::percent_decode_str(path)
        .decode_utf8_lossy()
        .into_owned()
}
