//! Dates, whole and partial, by the proleptic Gregorian calendar.

use std::fmt;
use std::str::FromStr;

use serde::ser::{Serialize, Serializer};

use crate::check::walk::Walk;
use crate::record::{Node, Own, Shape, Taken, View, bad_value};
use crate::value::{Invalid, Json};
use std::borrow::Cow;

/// A day from `0001-01-01` to `9999-12-31`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// Returns the day, or `None` when the calendar has no such day.
    ///
    /// ```
    /// use obmen::value::Date;
    /// assert!(Date::new(2024, 2, 29).is_some());
    /// assert!(Date::new(2013, 2, 29).is_none());
    /// ```
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        ((1..=9999).contains(&year) && (1..=days_in(year, month)).contains(&day)).then_some(Date {
            year,
            month,
            day,
        })
    }

    /// Returns the year, 1 to 9999.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// Returns the month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// Returns the day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// Returns the number of days since 1970-01-01; `None` for earlier days.
    pub(crate) fn unix_day(self) -> Option<u32> {
        // Counted from 1 March of year 0, so that the leap day is the last of its year (Hinnant, `days_from_civil`).
        let (year, month) = (u32::from(self.year), u32::from(self.month));
        let year = if month > 2 { year } else { year - 1 };
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + u32::from(self.day) - 1;
        let days = year * 365 + year / 4 - year / 100 + year / 400 + day_of_year;
        days.checked_sub(UNIX_DAY)
    }

    /// Returns the day so many days after 1970-01-01; 9999-12-31 for all later ones.
    pub(crate) fn of_unix_day(day: u32) -> Date {
        let days = day.saturating_add(UNIX_DAY);
        let (era, day_of_era) = (days / 146_097, days % 146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let (year, month) = (
            era * 400 + year_of_era + month / 10,
            if month < 10 { month + 3 } else { month - 9 },
        );
        let date = || {
            let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
            Date::new(u16::try_from(year).ok()?, month, day)
        };
        date().unwrap_or(Date {
            year: 9999,
            month: 12,
            day: 31,
        })
    }
}

/// 1970-01-01, counted from 0000-03-01.
const UNIX_DAY: u32 = 719_468;

/// Returns the number of days of a month; 0 when there is no such month.
fn days_in(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 0,
    }
}

/// A year, a month of a year, or a day: what a register knows of a date, nothing guessed.
///
/// Written as ISO 8601 calendar dates of reduced precision: `2013`, `2013-08`, `2013-08-15`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PartialDate {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl PartialDate {
    /// Returns the date as far as it is known, or `None` when the calendar has none such.
    /// A day without a month is none.
    #[must_use]
    pub fn new(year: u16, month: Option<u8>, day: Option<u8>) -> Option<PartialDate> {
        if day.is_some() && month.is_none() {
            return None;
        }
        Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).map(|_| PartialDate {
            year,
            month,
            day,
        })
    }

    /// Returns the year.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// Returns the month, where it is known.
    #[must_use]
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// Returns the day of the month, where it is known.
    #[must_use]
    pub fn day(self) -> Option<u8> {
        self.day
    }

    /// Returns the earliest day that it may mean.
    #[must_use]
    pub fn earliest(self) -> Date {
        Date {
            year: self.year,
            month: self.month.unwrap_or(1),
            day: self.day.unwrap_or(1),
        }
    }

    /// Returns the latest day that it may mean.
    #[must_use]
    pub fn latest(self) -> Date {
        let month = self.month.unwrap_or(12);
        Date {
            year: self.year,
            month,
            day: self.day.unwrap_or_else(|| days_in(self.year, month)),
        }
    }
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> PartialDate {
        PartialDate {
            year: date.year,
            month: Some(date.month),
            day: Some(date.day),
        }
    }
}

impl FromStr for PartialDate {
    type Err = Invalid;

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and nothing else.
    fn from_str(text: &str) -> Result<PartialDate, Invalid> {
        fn number<T: FromStr>(text: &str, digits: usize) -> Option<T> {
            (text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| text.parse().ok())
                .flatten()
        }
        let mut parts = text.split('-');
        let date = (|| {
            let year = number(parts.next()?, 4)?;
            let month = parts
                .next()
                .map(|month| number(month, 2).ok_or(()))
                .transpose()
                .ok()?;
            let day = parts
                .next()
                .map(|day| number(day, 2).ok_or(()))
                .transpose()
                .ok()?;
            if parts.next().is_some() {
                None
            } else {
                PartialDate::new(year, month, day)
            }
        })();
        date.ok_or_else(|| {
            Invalid::new("shape/bad-value")
                .with("expected", Shape::Date.term())
                .with("value", text.to_owned())
        })
    }
}

impl FromStr for Date {
    type Err = Invalid;

    /// Reads `YYYY-MM-DD`, and nothing else.
    fn from_str(text: &str) -> Result<Date, Invalid> {
        let date: PartialDate = text.parse()?;
        if date.day.is_some() {
            Ok(date.earliest())
        } else {
            Err(Invalid::new("shape/bad-value")
                .with("expected", Shape::Date.term())
                .with("value", text.to_owned()))
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        PartialDate::from(*self).fmt(f)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl<'t> Node<'t> for PartialDate {
    const SHAPE: Shape = Shape::Date;
    fn from_text(text: Cow<'t, str>) -> Taken<'t, Self> {
        match text.parse() {
            Ok(date) => Ok(date),
            Err(_) => bad_value(Json::String(text)),
        }
    }
    fn walk<'a>(&'a self, walk: &mut Walk<'a, 't>) {
        walk.date(*self);
    }
    fn view(&self) -> View<'_> {
        View::Date(*self)
    }
}

impl Own for PartialDate {
    type Owned = PartialDate;
    fn own(self) -> PartialDate {
        self
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partial_dates_read_and_write_themselves() {
        for text in ["2013", "2013-08", "2013-08-15", "2024-02-29", "0001-01-01"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
        for text in [
            "",
            "13",
            "2013-13",
            "2013-02-29",
            "2013-8-5",
            "2013-08-15T10:00",
            "0000",
            "+013",
            "2013-",
            "2013-08-15-1",
        ] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_partial_date_spans_its_days() {
        let month: PartialDate = "2024-02".parse().unwrap();
        assert_eq!(month.earliest().to_string(), "2024-02-01");
        assert_eq!(month.latest().to_string(), "2024-02-29");
    }
}
