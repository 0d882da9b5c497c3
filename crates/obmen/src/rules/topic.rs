//! What a record is about, as far as the address of a link can tell.

use url::Url;

use crate::value::transliteration::to_latin;

/// The fewest letters by which a word of an address is recognised.
const STEM: usize = 5;

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

/// The words of a record in Latin letters, and the hosts of its organisations.
pub(crate) struct Topic {
    /// Sorted.
    words: Vec<String>,
    /// Sorted.
    hosts: Vec<String>,
}

impl Topic {
    /// Gathers the words of all texts; `links` are all addresses, each with whether it should be about the topic.
    pub(crate) fn of<'a>(texts: &[&str], links: impl Iterator<Item = (bool, &'a str)>) -> Topic {
        let mut words: Vec<String> = texts
            .iter()
            .flat_map(|text| text.split_whitespace())
            // An address in the text must not speak for itself.
            .filter(|word| !word.contains("://") && !word.starts_with("www."))
            .flat_map(|word| word.split(|character: char| !character.is_alphanumeric()))
            .filter(|word| word.chars().count() >= STEM.saturating_sub(2))
            .map(|word| to_latin(word).to_lowercase())
            .collect();
        words.sort_unstable();
        words.dedup();
        let mut hosts: Vec<String> = links
            .filter(|(about, _)| !about)
            .filter_map(|(_, link)| Url::parse(link).ok()?.host_str().map(bare))
            .collect();
        hosts.sort_unstable();
        Topic { words, hosts }
    }

    /// True when the address may well be about the record.
    pub(crate) fn covers(&self, url: &Url, host: &str) -> bool {
        let host = bare(host);
        // The host and each domain that it lies in.
        let mut domains = std::iter::successors(Some(host.as_str()), |domain| {
            domain.split_once('.').map(|(_, above)| above)
        });
        if domains.any(|domain| {
            MEDIA_HOSTS.binary_search(&domain).is_ok()
                || self
                    .hosts
                    .binary_search_by(|known| known.as_str().cmp(domain))
                    .is_ok()
        }) {
            return true;
        }
        let (shown, path) = (idna_shown(&host), percent_decoded(url.path()));
        let stems = shown
            .split(|c: char| !c.is_alphabetic())
            .chain(path.split(|c: char| !c.is_alphabetic()));
        stems
            .map(|stem| to_latin(stem).to_lowercase())
            .any(|stem| self.begins_a_word(&stem))
    }

    /// True when a word of the record begins with this stem, less a short ending.
    fn begins_a_word(&self, stem: &str) -> bool {
        let letters = stem.chars().count();
        if letters < STEM {
            return false;
        }
        let kept = letters.saturating_sub(2).max(STEM);
        let stem: String = stem.chars().take(kept).collect();
        let at = self
            .words
            .partition_point(|word| word.as_str() < stem.as_str());
        self.words
            .get(at)
            .is_some_and(|word| word.starts_with(&stem))
    }
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
