//! When a review is due: business days in the issuer's zone and holiday calendar.
//!
//! The window starts on the business day after the submission: received on a Friday, it starts on
//! Monday, and five days end with the next Friday.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::time::Timestamp;

/// The days on which an issuer works. Saturdays, Sundays and its holidays do not count.
#[derive(Clone, Debug)]
pub struct Calendar {
    zone: TimeZone,
    holidays: BTreeSet<Date>,
}

/// How a review stands to its due time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// More than a day is left.
    OnTime,
    /// The last day has begun.
    DueSoon,
    /// It should have been handed in.
    Late,
}

impl Standing {
    /// The word used in the API and in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OnTime => "on-time",
            Self::DueSoon => "due-soon",
            Self::Late => "late",
        }
    }
}

impl Calendar {
    /// The calendar of a zone, given as an IANA name, and its holidays. A zone that is not known
    /// counts as UTC.
    pub fn of(zone: &str, holidays: impl IntoIterator<Item = Date>) -> Self {
        Self {
            zone: TimeZone::get(zone).unwrap_or(TimeZone::UTC),
            holidays: holidays.into_iter().collect(),
        }
    }

    /// The end of the last business day of a turnaround that begins with what was received then.
    pub fn due(&self, received: Timestamp, business_days: u8) -> Timestamp {
        let day = self.after(self.day_of(received), business_days);
        self.end_of(day).unwrap_or(received)
    }

    /// Nobody is given a review that is due at once: there is at least one whole business day.
    pub fn due_for_new_seat(&self, due_at: Timestamp, now: Timestamp) -> Timestamp {
        due_at.max(self.due(now, 1))
    }

    /// How a review stands. Its last day begins at the local midnight before the day it is due on.
    pub fn standing(&self, due_at: Timestamp, now: Timestamp) -> Standing {
        if now > due_at {
            Standing::Late
        } else if now >= self.soon(due_at) {
            Standing::DueSoon
        } else {
            Standing::OnTime
        }
    }

    /// When what is due then becomes due soon.
    pub fn soon(&self, due_at: Timestamp) -> Timestamp {
        let midnight = self.day_of(due_at).at(0, 0, 0, 0);
        let zoned = midnight.to_zoned_datetime(self.zone.clone());
        zoned.map_or(due_at, |it| it.timestamp())
    }

    /// Business days that have passed between two moments, of which the first counts not.
    pub fn business_days_between(&self, from: Timestamp, to: Timestamp) -> u32 {
        let (mut day, last) = (self.day_of(from), self.day_of(to));
        let mut passed = 0;
        while day < last {
            day = day.saturating_add(1.day());
            passed += u32::from(self.is_business_day(day));
        }
        passed
    }

    fn day_of(&self, at: Timestamp) -> Date {
        at.to_zoned_datetime(self.zone.clone()).date()
    }

    fn is_business_day(&self, day: Date) -> bool {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
            && !self.holidays.contains(&day)
    }

    fn after(&self, received: Date, business_days: u8) -> Date {
        let mut day = received;
        let mut left = business_days.max(1);
        // Holidays that never end would make this endless; a year of them is enough.
        let last = received.saturating_add(2.years());
        while left > 0 && day < last {
            day = day.saturating_add(1.day());
            left -= u8::from(self.is_business_day(day));
        }
        day
    }

    fn end_of(&self, day: Date) -> Option<Timestamp> {
        let end = day.at(23, 59, 59, 0).to_zoned_datetime(self.zone.clone());
        Some(end.ok()?.timestamp())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn plain(zone: &str) -> Calendar {
        Calendar::of(zone, [])
    }

    #[test]
    fn received_on_friday_five_days_end_with_the_next_friday() {
        assert_eq!(
            plain("America/Chicago").due(at("2026-03-06T21:00:00Z"), 5),
            at("2026-03-14T04:59:59Z"),
            "Friday 13 March in Chicago, where clocks change on the way"
        );
    }

    #[test]
    fn the_day_is_that_of_the_issuer() {
        // Already Saturday in UTC, still Friday evening in Denver.
        assert_eq!(
            plain("America/Denver").due(at("2026-01-10T02:00:00Z"), 1),
            at("2026-01-13T06:59:59Z")
        );
    }

    #[test]
    fn received_at_the_weekend_it_starts_on_monday() {
        let due = plain("UTC").due(at("2026-01-10T12:00:00Z"), 1);
        assert_eq!(due, at("2026-01-12T23:59:59Z"));
    }

    #[test]
    fn holidays_of_the_issuer_do_not_count() {
        let holidays = ["2026-11-26", "2026-11-27"].map(|it| it.parse().unwrap());
        let calendar = Calendar::of("America/Chicago", holidays);
        // Monday 23 November and five days: 24, 25, 30, 1, 2.
        let due = calendar.due(at("2026-11-23T15:00:00Z"), 5);
        assert_eq!(due, at("2026-12-03T05:59:59Z"));
        let days = calendar.business_days_between(at("2026-11-23T15:00:00Z"), due);
        assert_eq!(days, 5);
    }

    #[test]
    fn a_calendar_of_holidays_alone_ends_all_the_same() {
        let first: Date = "2026-01-01".parse().unwrap();
        let holidays = (0..2_000).map(|n| first.saturating_add(n.days()));
        let due = Calendar::of("UTC", holidays).due(at("2026-01-01T00:00:00Z"), 5);
        assert_eq!(due, at("2028-01-01T23:59:59Z"));
    }

    #[test]
    fn a_new_seat_has_a_business_day_at_least() {
        let now = at("2026-01-12T12:00:00Z");
        let past = at("2026-01-09T23:59:59Z");
        let calendar = plain("UTC");
        assert_eq!(
            calendar.due_for_new_seat(past, now),
            at("2026-01-13T23:59:59Z")
        );
        let far = at("2026-02-01T00:00:00Z");
        assert_eq!(calendar.due_for_new_seat(far, now), far);
    }

    #[test]
    fn the_last_day_is_due_soon_and_the_second_after_it_late() {
        let calendar = plain("America/Chicago");
        let due = at("2026-03-14T04:59:59Z");
        let standing = |now| calendar.standing(due, at(now));
        assert_eq!(standing("2026-03-13T04:59:59Z"), Standing::OnTime);
        assert_eq!(standing("2026-03-13T05:00:00Z"), Standing::DueSoon);
        assert_eq!(standing("2026-03-14T04:59:59Z"), Standing::DueSoon);
        assert_eq!(standing("2026-03-14T05:00:00Z"), Standing::Late);
    }
}
