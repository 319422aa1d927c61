//! When a review is due: business days in the issuer's zone.

use domain::time::Timestamp;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{ToSpan, ZonedDateTime};

/// The end of the last business day of a turnaround, in the issuer's zone. The window starts on
/// the business day after the submission: received on a Friday, it starts on Monday, and five days
/// end with the next Friday (DOMAIN 8). Saturdays and Sundays do not count. A zone that is not
/// known counts as UTC.
pub fn due(submitted: Timestamp, business_days: u8, zone: &str) -> Timestamp {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let received = submitted.to_zoned_datetime(zone.clone()).date();
    end_of(after(received, business_days), zone).unwrap_or(submitted)
}

/// Nobody is given a review that is due at once: there is at least one whole business day for it.
pub fn due_for_new_seat(due_at: Timestamp, now: Timestamp, zone: &str) -> Timestamp {
    due_at.max(due(now, 1, zone))
}

fn after(received: Date, business_days: u8) -> Date {
    let mut day = received;
    let mut left = business_days.max(1);
    while left > 0 {
        day = day.saturating_add(1.day());
        if !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            left -= 1;
        }
    }
    day
}

fn end_of(day: Date, zone: TimeZone) -> Option<Timestamp> {
    let end: ZonedDateTime = day.at(23, 59, 59, 0).to_zoned_datetime(zone).ok()?;
    Some(end.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn received_on_friday_five_days_end_with_the_next_friday() {
        let due = due(at("2026-03-06T21:00:00Z"), 5, "America/Chicago");
        assert_eq!(
            due,
            at("2026-03-14T04:59:59Z"),
            "Friday 13 March in Chicago"
        );
    }

    #[test]
    fn the_day_is_that_of_the_issuer() {
        // Already Saturday in UTC, still Friday evening in Denver.
        assert_eq!(
            due(at("2026-01-10T02:00:00Z"), 1, "America/Denver"),
            at("2026-01-13T06:59:59Z")
        );
    }

    #[test]
    fn received_at_the_weekend_it_starts_on_monday() {
        assert_eq!(
            due(at("2026-01-10T12:00:00Z"), 1, "UTC"),
            at("2026-01-12T23:59:59Z")
        );
    }

    #[test]
    fn a_late_seat_has_a_business_day_at_least() {
        let now = at("2026-01-12T12:00:00Z");
        let past = at("2026-01-09T23:59:59Z");
        assert_eq!(
            due_for_new_seat(past, now, "UTC"),
            at("2026-01-13T23:59:59Z")
        );
        let far = at("2026-02-01T00:00:00Z");
        assert_eq!(due_for_new_seat(far, now, "UTC"), far);
    }
}
