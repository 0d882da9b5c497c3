//! The work behind a challenge: keys derived until one fits (ALTCHA protocol v2).

mod lanes;

use fearless_simd::{Level, dispatch};
use obmen::nomination::{Algorithm, hex_digit};
use sha2::{Digest, Sha256};

/// Returns the key of a password: PBKDF2 with HMAC-SHA-256 (RFC 8018, 5.2), or SHA-256 `cost` times over, first of
/// the salt and the password.
#[must_use]
pub fn derive(algorithm: Algorithm, password: &[u8], salt: &[u8], cost: u32) -> [u8; 32] {
    match algorithm {
        Algorithm::Pbkdf2 => pbkdf2::pbkdf2_hmac_array::<Sha256, 32>(password, salt, cost),
        Algorithm::Sha256 => {
            let first = Sha256::new().chain_update(salt).chain_update(password);
            (1..cost).fold(first.finalize().into(), |key: [u8; 32], _| {
                Sha256::digest(key).into()
            })
        }
    }
}

/// A search for the counter whose key fits a challenge, to be done in slices.
///
/// ```
/// use obmen::nomination::Algorithm;
/// use obmen_nominations::{Found, Search};
/// let mut search = Search::new(Algorithm::Sha256, 10, &[1; 16], &[2; 16], "00").unwrap();
/// let found = loop {
///     match search.step(100) {
///         Found::Key { counter, key } => break (counter, key),
///         Found::NotYet => (), // here a page lets its visitor scroll
///         Found::Nothing => panic!("no counter fits"),
///     }
/// };
/// assert_eq!(found.1[0], 0);
/// ```
#[derive(Debug, Clone)]
pub struct Search {
    algorithm: Algorithm,
    cost: u32,
    salt: Vec<u8>,
    nonce: Vec<u8>,
    prefix: Prefix,
    next: Option<u32>,
}

/// What a slice of a search found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "a search ends, or does not")]
pub enum Found {
    /// The first counter whose key fits, and the key.
    Key {
        /// The counter.
        counter: u32,
        /// The key.
        key: [u8; 32],
    },
    /// Nothing so far.
    NotYet,
    /// No counter of four bytes fits.
    Nothing,
}

impl Search {
    /// Returns a search that begins at 0; `None` when the prefix is no small hexadecimal of at most 64 digits, or the
    /// cost is 0.
    #[must_use]
    pub fn new(
        algorithm: Algorithm,
        cost: u32,
        nonce: &[u8],
        salt: &[u8],
        prefix: &str,
    ) -> Option<Search> {
        (cost > 0).then_some(())?;
        Some(Search {
            algorithm,
            cost,
            salt: salt.to_vec(),
            nonce: nonce.to_vec(),
            prefix: Prefix::new(prefix)?,
            next: Some(0),
        })
    }

    /// Tries so many counters; in WebAssembly it is fastest by fours.
    pub fn step(&mut self, tries: u32) -> Found {
        let mut left = tries;
        while left > 0 {
            let Some(first) = self.next else {
                return Found::Nothing;
            };
            let four = cfg!(target_arch = "wasm32") && left >= 4 && first <= u32::MAX - 3;
            let found = if four {
                left -= 4;
                self.judge(first, &self.four(first))
            } else {
                left -= 1;
                self.judge(first, &[self.key(first)])
            };
            if let Some(found) = found {
                return found;
            }
        }
        Found::NotYet
    }

    /// Returns how many counters were tried.
    #[must_use]
    pub fn tried(&self) -> u64 {
        self.next.map_or(1 << 32, u64::from)
    }

    fn judge(&mut self, first: u32, keys: &[[u8; 32]]) -> Option<Found> {
        for (counter, &key) in (first..=u32::MAX).zip(keys) {
            self.next = counter.checked_add(1);
            if self.prefix.fits(&key) {
                return Some(Found::Key { counter, key });
            }
        }
        None
    }

    fn password(&self, counter: u32) -> Vec<u8> {
        [self.nonce.as_slice(), &counter.to_be_bytes()].concat()
    }

    fn key(&self, counter: u32) -> [u8; 32] {
        derive(
            self.algorithm,
            &self.password(counter),
            &self.salt,
            self.cost,
        )
    }

    /// Returns the keys of a counter and the next three.
    fn four(&self, first: u32) -> [[u8; 32]; 4] {
        let passwords = [0, 1, 2, 3].map(|more| self.password(first.wrapping_add(more)));
        let keys = passwords
            .each_ref()
            .map(|password| derive(self.algorithm, password, &self.salt, 1));
        let (algorithm, rounds) = (self.algorithm, self.cost - 1);
        dispatch!(Level::new(), simd => lanes::more(simd, algorithm, &passwords, keys, rounds))
    }
}

/// How a key must begin, to half a byte.
#[derive(Debug, Clone)]
pub(crate) struct Prefix(Vec<u8>);

impl Prefix {
    /// Returns the prefix; `None` when it is no small hexadecimal of at most 64 digits.
    pub(crate) fn new(text: &str) -> Option<Prefix> {
        text.bytes()
            .map(hex_digit)
            .collect::<Option<Vec<u8>>>()
            .filter(|digits| digits.len() <= 64)
            .map(Prefix)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn fits(&self, key: &[u8; 32]) -> bool {
        let halves = key.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        self.0
            .iter()
            .copied()
            .zip(halves)
            .all(|(want, half)| want == half)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_those_of_the_standards() {
        // RFC 7914, 11: PBKDF2-HMAC-SHA-256 of "passwd" and "salt", one iteration.
        let key = derive(Algorithm::Pbkdf2, b"passwd", b"salt", 1);
        assert_eq!(key[..8], [0x55, 0xac, 0x04, 0x6e, 0x56, 0xe3, 0x08, 0x9f]);
        // FIPS 180-2, B.1: SHA-256 of "abc".
        let key = derive(Algorithm::Sha256, b"bc", b"a", 1);
        assert_eq!(key[..4], [0xba, 0x78, 0x16, 0xbf]);
        let twice: [u8; 32] = Sha256::digest(key).into();
        assert_eq!(derive(Algorithm::Sha256, b"bc", b"a", 2), twice);
    }

    #[test]
    fn a_search_finds_the_first_counter_whatever_its_slices() {
        let search = Search::new(Algorithm::Sha256, 1, b"nonce", b"salt", "00").unwrap();
        let (mut whole, mut sliced) = (search.clone(), search.clone());
        let Found::Key { counter, key } = whole.step(100_000) else {
            panic!("nothing found")
        };
        assert_eq!(whole.tried(), u64::from(counter) + 1);
        let mut found = Found::NotYet;
        while found == Found::NotYet {
            found = sliced.step(3);
        }
        assert_eq!(found, Found::Key { counter, key });
        assert!((0..counter).all(|before| search.clone().key(before)[0] != 0));
    }

    #[test]
    fn four_keys_at_once_are_the_keys_one_by_one() {
        for algorithm in [Algorithm::Sha256, Algorithm::Pbkdf2] {
            // Passwords about as long as a block of the hash, and longer.
            for (cost, nonce) in [
                (1, 16),
                (2, 16),
                (3, 0),
                (7, 59),
                (5, 60),
                (4, 61),
                (300, 130),
            ] {
                let search = Search::new(algorithm, cost, &vec![7; nonce], b"salt", "0").unwrap();
                for first in [0, 250, u32::MAX - 3] {
                    let keys = [0, 1, 2, 3].map(|more| search.key(first + more));
                    assert_eq!(search.four(first), keys, "{algorithm:?}, cost {cost}");
                }
            }
        }
    }

    #[test]
    fn a_search_ends() {
        let mut search = Search::new(Algorithm::Sha256, 1, b"", b"", &"0".repeat(64)).unwrap();
        search.next = Some(u32::MAX - 1);
        assert_eq!(search.step(2), Found::NotYet);
        assert_eq!(search.step(1), Found::Nothing);
        assert!(Found::NotYet.answer("{}").is_none());
        let nothing = Found::Nothing.answer("{}").unwrap().unwrap_err();
        assert_eq!(nothing.code(), "nomination/challenge-no-work");
    }

    #[test]
    fn prefixes_go_to_half_a_byte() {
        let key = [0xab; 32];
        for (text, fits) in [
            ("", true),
            ("a", true),
            ("ab", true),
            ("aba", true),
            ("b", false),
            ("abb", false),
        ] {
            assert_eq!(Prefix::new(text).unwrap().fits(&key), fits, "{text}");
        }
        assert!(Prefix::new("AB").is_none() && Prefix::new(&"a".repeat(65)).is_none());
        assert!(Search::new(Algorithm::Sha256, 0, b"", b"", "00").is_none());
    }
}
