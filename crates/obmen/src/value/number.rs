//! Numbers: finite doubles in their shortest plain form.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use serde::ser::{Serialize, Serializer};

use crate::check::walk::Walk;
use crate::record::{Misfit, Node, Own, Problem, Shape, Taken, View};
use crate::value::Json;

/// The largest whole number that every reader of JSON keeps exactly, 2^53 - 1.
pub(crate) const MAX_WHOLE: f64 = 9_007_199_254_740_991.0;

/// Whole numbers below this one are written digit by digit, larger ones with an exponent.
const MAX_PLAIN: f64 = 1e16;

/// A finite number: the nearest double of what the record says.
///
/// A whole number is written without a fraction, so `3.0` and `3` are the same number in the same
/// form. Negative zero is zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number(f64);

impl Number {
    /// Returns the number, or `None` for an infinity or no number at all.
    ///
    /// ```
    /// use obmen::value::Number;
    /// assert_eq!(Number::new(15.0).unwrap().to_string(), "15");
    /// assert!(Number::new(f64::NAN).is_none());
    /// ```
    #[must_use]
    pub fn new(value: f64) -> Option<Number> {
        // Adding zero turns -0.0 into 0.0.
        value.is_finite().then_some(Number(value + 0.0))
    }

    /// Returns the number as a double.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }

    /// True when the number is told exactly: its shortest form has at most 15 significant digits, and a
    /// whole one is at most 2^53 - 1, beyond which two whole numbers may be one double.
    #[expect(clippy::float_cmp, reason = "the very double is meant")]
    pub(crate) fn is_precise(self) -> bool {
        // The usual ones: whole, or with at most four digits after the point. The division of two whole
        // numbers is rounded once, so that its result is the nearest double of that decimal.
        let scaled = (self.0 * 1e4).round();
        if scaled.abs() < 1e15 && scaled / 1e4 == self.0 {
            return true;
        }
        let is_unsafe = self.0.fract() == 0.0 && self.0.abs() > MAX_WHOLE;
        !is_unsafe && self.rounded() == Some(self)
    }

    /// Returns the number that a text says, as JSON writes one; a plus, zeros in front, and nothing before or
    /// behind the point pass too. It is read by the decoder: another reader of doubles would bring its own tables.
    pub(crate) fn parse(text: &str) -> Option<Number> {
        let (sign, text) = match text.strip_prefix('-') {
            Some(text) => ("-", text),
            None => ("", text.strip_prefix('+').unwrap_or(text)),
        };
        let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let power = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        if whole.len() + fraction.len() == 0 || ![whole, fraction, power].into_iter().all(is_digits)
        {
            return None;
        }
        let whole = match whole.trim_start_matches('0') {
            "" => "0",
            whole => whole,
        };
        match Json::parse(&format!("{sign}{whole}.{fraction}0e{exponent}")) {
            Ok(Json::Number(number)) => Some(number),
            _ => None,
        }
    }

    /// Returns the nearest number of 15 significant digits.
    pub(crate) fn rounded(self) -> Option<Number> {
        Number::parse(&format!("{:.14e}", self.0))
    }

    /// Returns the number as a count, when it is whole, not negative and at most 2^53 - 1.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range is checked first"
    )]
    pub fn as_count(self) -> Option<u64> {
        (self.0 >= 0.0 && self.0 <= MAX_WHOLE && self.0.fract() == 0.0).then_some(self.0 as u64)
    }
}

impl From<u64> for Number {
    /// Takes the nearest double.
    #[expect(
        clippy::cast_precision_loss,
        reason = "numbers are their nearest double"
    )]
    fn from(value: u64) -> Number {
        Number(value as f64)
    }
}

impl From<i64> for Number {
    /// Takes the nearest double.
    #[expect(
        clippy::cast_precision_loss,
        reason = "numbers are their nearest double"
    )]
    fn from(value: i64) -> Number {
        Number(value as f64)
    }
}

impl Eq for Number {}

impl Hash for Number {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.to_bits().hash(state);
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Serialize for Number {
    #[expect(clippy::cast_possible_truncation, reason = "whole and below 10^16")]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 && self.0.abs() < MAX_PLAIN {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

impl fmt::Display for Number {
    /// Writes the JSON form.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
}

impl<'t> Node<'t> for Number {
    const SHAPE: Shape = Shape::Number;
    fn from_number(value: Number) -> Taken<'t, Self> {
        Ok(value)
    }
    fn walk<'a>(&'a self, walk: &mut Walk<'a, 't>) {
        walk.number(*self);
    }
    fn view(&self) -> View<'_> {
        View::Number(*self)
    }
}

impl<'t> Node<'t> for u64 {
    const SHAPE: Shape = Shape::Count;
    fn from_number(value: Number) -> Taken<'t, Self> {
        value.as_count().ok_or(Misfit {
            problem: Problem::BadValue,
            value: Json::Number(value),
        })
    }
    fn view(&self) -> View<'_> {
        View::Count(*self)
    }
}

impl Own for Number {
    type Owned = Number;
    fn own(self) -> Number {
        self
    }
}

impl Own for u64 {
    type Owned = u64;
    fn own(self) -> u64 {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fifteen_digits_are_told_exactly() {
        let precise = |value: f64| Number::new(value).unwrap().is_precise();
        for value in [
            0.0,
            15.0,
            -2.5,
            0.1,
            12345.67,
            1e-7,
            123_456_789_012_345.0,
            0.123_456_789_012_345,
            1e15,
            1e-300,
        ] {
            assert!(precise(value), "{value}");
        }
        for value in [
            0.1 + 0.2,
            1.0 / 3.0,
            1_234_567_890_123_456.0,
            9_007_199_254_740_992.0,
            1e20,
            1e300,
        ] {
            assert!(!precise(value), "{value}");
        }
    }

    #[test]
    fn a_text_is_read_as_the_standard_library_reads_it() {
        for text in [
            "5",
            "-5",
            "+5",
            "05",
            "-0",
            ".5",
            "5.",
            "1.50",
            "1e5",
            "1E+5",
            "1.e-5",
            "1e400",
            "1e-400",
            "0e999999999999",
            "123456789012345678901234567890",
            "2.2250738585072011e-308",
            "0.1000000000000000055511151231257827",
            "",
            "+",
            "-",
            ".",
            "e5",
            "1e",
            "1e+",
            "--5",
            "+-5",
            "1.2.3",
            "1e5.0",
            " 5",
            "5 ",
            "- 5",
            "1 e5",
            "1e 5",
            "0x5",
            "1_000",
            "inf",
            "nan",
            "infinity",
            "5f",
            "\u{665}",
        ] {
            let expected = text.parse().ok().and_then(Number::new);
            assert_eq!(Number::parse(text), expected, "{text}");
        }
    }

    #[test]
    fn the_digits_of_the_shortest_form_decide() {
        // A walk over doubles of all sizes, whole ones and others.
        let mut bits = 0x3ff0_0000_0000_0001_u64;
        for step in 0..200_000_u64 {
            bits = bits
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(step);
            let value = match step % 3 {
                0 => f64::from_bits(bits & !(0x7_u64 << 60)),
                1 => f64::from_bits(bits >> 12 | 0x3ff0_0000_0000_0000).mul_add(1e3, -1e3),
                _ => Number::from(bits >> 20).get() / if step % 2 == 0 { 100.0 } else { 1e6 },
            };
            let Some(number) = Number::new(value) else {
                continue;
            };
            let shortest = format!("{:e}", number.get());
            let digits = shortest
                .split('e')
                .next()
                .unwrap_or_default()
                .bytes()
                .filter(u8::is_ascii_digit)
                .count();
            let is_safe = value.fract() != 0.0 || value.abs() <= MAX_WHOLE;
            assert_eq!(number.is_precise(), digits <= 15 && is_safe, "{shortest}");
        }
    }
}
