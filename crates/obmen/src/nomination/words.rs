//! The values of an entry: closed sets of words, hours, bytes in hexadecimal.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::check::Term;
use crate::value::{Date, Invalid};

/// Makes a closed set of words, in ascending order.
macro_rules! words {
    ($( $(#[$about:meta])* $Name:ident { $( $(#[$doc:meta])* $Word:ident = $word:literal ),+ $(,)? } )+) => { $(
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[expect(clippy::exhaustive_enums, reason = "closed: every reader of a log must know each word")]
        pub enum $Name { $( $(#[$doc])* #[serde(rename = $word)] $Word ),+ }

        impl $Name {
            /// All words of the set, in ascending order.
            pub const ALL: &'static [$Name] = &[ $( $Name::$Word ),+ ];

            /// Returns the word of JSON.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $( $Name::$Word => $word ),+ }
            }
        }

        impl ::std::fmt::Display for $Name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    )+ };
}
pub(crate) use words;

words! {
    /// How strongly a vote proves that a person cast it; later is stronger.
    Class {
        /// A code was typed from a picture.
        Typed = "typed",
        /// A computer worked for it. Its subject is a random token of the site: weak.
        Pow = "pow",
        /// A link or a code sent to an e-mail address was used.
        Email = "email",
        /// The application identified the person electronically.
        Eid = "eid",
    }

    /// Why a vote was voided.
    Reason {
        /// The voter asked for erasure.
        Erasure = "erasure",
        /// The vote was not cast as the policy demands.
        Irregular = "irregular",
        /// It was recorded by mistake.
        Mistake = "mistake",
        /// A court or an authority ordered it.
        Order = "order",
    }
}

impl Class {
    /// True for a class that proves no person: `typed` and `pow`.
    #[must_use]
    pub fn is_weak(self) -> bool {
        self < Class::Email
    }
}

/// An hour of UTC, written `2026-11-28T16Z`: the most that a log tells of when somebody voted.
///
/// ```
/// use obmen::nomination::Hour;
/// let hour = Hour::at(1_795_882_549);
/// assert_eq!(hour.to_string(), "2026-11-28T16Z");
/// assert_eq!("2026-11-28T16Z".parse(), Ok(hour));
/// assert!("2026-11-28T24Z".parse::<Hour>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hour(u32);

impl Hour {
    /// The last hour that four digits of a year write: `9999-12-31T23Z`.
    const LAST: u32 = 70_389_527;

    /// What is expected where an hour stands, for messages.
    pub(crate) const TERM: Term = AN_HOUR;

    /// Returns the hour of a time in seconds since 1970 (Unix time); `9999-12-31T23Z` for all later ones.
    #[must_use]
    pub fn at(seconds: u64) -> Hour {
        Hour(u32::try_from(seconds / 3600).map_or(Hour::LAST, |hour| hour.min(Hour::LAST)))
    }

    /// Returns its first second since 1970 (Unix time).
    #[must_use]
    pub fn start(self) -> u64 {
        u64::from(self.0) * 3600
    }

    /// Returns the day on which it lies.
    #[must_use]
    pub fn date(self) -> Date {
        Date::of_unix_day(self.0 / 24)
    }
}

impl FromStr for Hour {
    type Err = Invalid;

    /// Reads `YYYY-MM-DDTHHZ` from 1970 on, and nothing else.
    fn from_str(text: &str) -> Result<Hour, Invalid> {
        // Logs are read by the million: the places of the digits are known.
        let two = |tens: u8, ones: u8| {
            let fits = tens.is_ascii_digit() && ones.is_ascii_digit();
            fits.then(|| (tens - b'0') * 10 + ones - b'0')
        };
        let hour = || {
            let b: &[u8; 14] = text.as_bytes().try_into().ok()?;
            let year = u16::from(two(b[0], b[1])?) * 100 + u16::from(two(b[2], b[3])?);
            let day = Date::new(year, two(b[5], b[6])?, two(b[8], b[9])?)?.unix_day()?;
            let hour = two(b[11], b[12]).filter(|hour| *hour < 24)?;
            let fits = [b[4], b[7], b[10], b[13]] == *b"--TZ";
            fits.then_some(Hour(day * 24 + u32::from(hour)))
        };
        hour().ok_or_else(|| invalid(Hour::TERM, text))
    }
}

impl fmt::Display for Hour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{:02}Z", self.date(), self.0 % 24)
    }
}

impl Serialize for Hour {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Hour {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Hour, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// So many bytes, written in small hexadecimal letters.
///
/// ```
/// use obmen::nomination::Hex;
/// let bytes: Hex<2> = "0aff".parse().unwrap();
/// assert_eq!(bytes.0, [10, 255]);
/// assert_eq!(bytes.to_string(), "0aff");
/// assert!("0AFF".parse::<Hex<2>>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(clippy::exhaustive_structs, reason = "bytes and nothing else")]
pub struct Hex<const N: usize>(pub [u8; N]);

/// Returns the value of a small hexadecimal digit; `None` for any other byte.
///
/// ```
/// use obmen::nomination::hex_digit;
/// assert_eq!([b'7', b'c', b'C', b'g'].map(hex_digit), [Some(7), Some(12), None, None]);
/// ```
#[must_use]
pub fn hex_digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    }
}

impl<const N: usize> FromStr for Hex<N> {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Hex<N>, Invalid> {
        Hex::of_digits(text.as_bytes()).ok_or_else(|| invalid(Self::TERM, text))
    }
}

impl<const N: usize> Hex<N> {
    /// Reads digits, and nothing else. Logs are read by the million: no branch, no table, so that it is many at a time.
    pub(crate) fn of_digits(digits: &[u8]) -> Option<Hex<N>> {
        let (pairs, odd) = digits.as_chunks::<2>();
        let pairs: &[_; N] = pairs.try_into().ok()?;
        let is_digit = |digit: u8| digit.wrapping_sub(b'0') < 10 || digit.wrapping_sub(b'a') < 6;
        let all = |all: bool, digit: &u8| all & is_digit(*digit);
        let fits = odd.is_empty() & digits.iter().fold(true, all);
        let bytes = pairs.map(|pair| {
            // Both digits at once, the first in the low byte.
            let pair = u16::from_le_bytes(pair);
            let values = (pair & 0x0f0f) + 9 * (pair >> 6 & 0x0101);
            let [byte, _] = (values << 4 | values >> 8).to_le_bytes();
            byte
        });
        fits.then_some(Hex(bytes))
    }

    /// What is expected where such bytes stand, for messages: `16 bytes in small hexadecimal letters`.
    pub const TERM: Term = match N {
        16 => BYTES_16,
        32 => BYTES_32,
        _ => BYTES,
    };

    /// Entries are written by the hundred thousand: a table, and no formatting of numbers.
    fn text(&self) -> String {
        const DIGITS: [char; 16] = [
            '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f',
        ];
        let halves = self.0.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        let digits = halves.filter_map(|half| DIGITS.get(usize::from(half)));
        let mut text = String::with_capacity(2 * N);
        text.extend(digits);
        text
    }
}

impl<const N: usize> fmt::Display for Hex<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl<const N: usize> Serialize for Hex<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text())
    }
}

impl<'de, const N: usize> Deserialize<'de> for Hex<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Hex<N>, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

crate::terms! {
    AN_HOUR = "an hour of UTC such as 2026-11-28T16Z", "час по UTC като 2026-11-28T16Z";
    BYTES = "bytes in small hexadecimal letters", "байтове с малки шестнайсетични букви";
    BYTES_16 = "16 bytes in small hexadecimal letters", "16 байта с малки шестнайсетични букви";
    BYTES_32 = "32 bytes in small hexadecimal letters", "32 байта с малки шестнайсетични букви";
}

fn invalid(expected: Term, text: &str) -> Invalid {
    Invalid::new("shape/bad-value")
        .with("expected", expected)
        .with("value", text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_written_as_they_are_read() {
        for number in (0..=Hour::LAST).step_by(7919).chain([Hour::LAST]) {
            let hour = Hour(number);
            assert_eq!(hour.to_string().parse(), Ok(hour));
            assert_eq!(Hour::at(hour.start() + 3599), hour);
        }
        assert_eq!(Hour::at(u64::MAX), Hour(Hour::LAST));
        for text in [
            "",
            "2026-11-28",
            "2026-11-28T1Z",
            "2026-11-28T24Z",
            "2026-11-28T16",
            "2026-11T16Z",
            "1969-12-31T23Z",
            "2026-02-30T00Z",
        ] {
            assert!(text.parse::<Hour>().is_err(), "{text}");
        }
    }

    #[test]
    fn stronger_classes_come_later() {
        assert!(Class::ALL.is_sorted() && Class::Pow.is_weak() && !Class::Email.is_weak());
    }
}
