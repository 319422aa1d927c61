//! Points in time. The clock itself lives in the program; here time is always an argument.

pub use jiff::{SignedDuration, Timestamp};

/// `start` plus whole days of 24 hours; the latest representable time if that overflows.
pub fn days_after(start: Timestamp, days: u32) -> Timestamp {
    start
        .checked_add(SignedDuration::from_hours(i64::from(days) * 24))
        .unwrap_or(Timestamp::MAX)
}

/// The time cut to whole seconds, as credentials carry it.
pub fn whole_seconds(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}
