//! Points in time. The clock itself lives in the program; here time is always an argument.

pub use jiff::{SignedDuration, Timestamp};

/// `start` plus whole days of 24 hours; the latest representable time if that overflows.
pub fn days_after(start: Timestamp, days: u32) -> Timestamp {
    start
        .checked_add(SignedDuration::from_hours(i64::from(days) * 24))
        .unwrap_or(Timestamp::MAX)
}

/// The start of the day in UTC.
pub fn start_of_day(at: Timestamp) -> Timestamp {
    const DAY: i64 = 24 * 60 * 60;
    Timestamp::from_second(at.as_second().div_euclid(DAY) * DAY).unwrap_or(at)
}

/// The time cut to whole seconds, as credentials carry it.
pub fn whole_seconds(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}
