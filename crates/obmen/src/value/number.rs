//! Numbers: finite doubles in their shortest plain form.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use serde::ser::{Serialize, Serializer};

use crate::record::{Misfit, Node, Own, Problem, Shape, Taken};
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
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
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
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Number::from(*self).serialize(serializer)
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
