//! Days to and from the date crates, each behind a feature of its name.

/// Every [`Date`](crate::value::Date) is a day of the years 1 to 9999, which all three crates know:
/// the fallback is for the type system only.
macro_rules! conversions {
    ($( $feature:literal, $Date:ty, |$date:ident| $into:expr, $fallback:expr, $from:expr; )+) => { $(
        #[cfg(feature = $feature)]
        impl From<crate::value::Date> for $Date {
            fn from($date: crate::value::Date) -> $Date {
                $into.unwrap_or($fallback)
            }
        }

        #[cfg(feature = $feature)]
        impl TryFrom<$Date> for crate::value::Date {
            type Error = crate::value::Invalid;

            /// Takes a day of the years 1 to 9999.
            fn try_from($date: $Date) -> Result<crate::value::Date, crate::value::Invalid> {
                let (year, month, day) = $from;
                u16::try_from(year)
                    .ok()
                    .and_then(|year| crate::value::Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?))
                    .ok_or_else(|| crate::value::Invalid::new("shape/bad-value")
                        .with("value", $date.to_string())
                        .with("expected", crate::record::Shape::Date.term()))
            }
        }
    )+ };
}

conversions! {
    "time", time::Date,
    |date| time::Month::try_from(date.month())
        .and_then(|month| time::Date::from_calendar_date(i32::from(date.year()), month, date.day())),
    time::Date::MIN,
    (date.year(), u8::from(date.month()), date.day());

    "jiff", jiff::civil::Date,
    |date| i16::try_from(date.year())
        .map_err(|_| ())
        .and_then(|year| jiff::civil::Date::new(year, date.month().cast_signed(), date.day().cast_signed()).map_err(|_| ())),
    jiff::civil::Date::ZERO,
    (date.year(), date.month(), date.day());

    "chrono", chrono::NaiveDate,
    |date| chrono::NaiveDate::from_ymd_opt(i32::from(date.year()), u32::from(date.month()), u32::from(date.day())),
    chrono::NaiveDate::MIN,
    (chrono::Datelike::year(&date), chrono::Datelike::month(&date), chrono::Datelike::day(&date));
}

#[cfg(all(test, feature = "time", feature = "jiff", feature = "chrono"))]
mod tests {
    use crate::value::Date;

    #[test]
    fn the_three_crates_agree_on_first_last_and_leap_days() {
        for (year, month, day) in [(1, 1, 1), (2024, 2, 29), (9999, 12, 31)] {
            let date = Date::new(year, month, day).unwrap();
            assert_eq!(Date::try_from(time::Date::from(date)), Ok(date));
            assert_eq!(Date::try_from(jiff::civil::Date::from(date)), Ok(date));
            assert_eq!(Date::try_from(chrono::NaiveDate::from(date)), Ok(date));
        }
        assert!(Date::try_from(time::Date::MIN).is_err());
        assert!(Date::try_from(chrono::NaiveDate::MAX).is_err());
    }
}
