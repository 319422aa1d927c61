//! When a digest goes out.

use jiff::civil::Weekday;
use jiff::tz::TimeZone;

use super::Pace;
use crate::time::{Timestamp, days_after};

/// The hour at which digests go out, in the receiver's zone: after the school day.
pub const DIGEST_HOUR: i8 = 16;

/// The first moment after `now` at which a digest of that pace goes out: each day, or each Friday,
/// at [`DIGEST_HOUR`] of the zone. Letters that come at once, or not at all, do not wait.
pub fn next_digest(pace: Pace, now: Timestamp, zone: &TimeZone) -> Timestamp {
    let days = match pace {
        Pace::AtOnce | Pace::Off => return now,
        Pace::Daily | Pace::Weekly => 0..=8,
    };
    let fits = |day: Weekday| pace == Pace::Daily || day == Weekday::Friday;
    days.filter_map(|day| hour_of(days_after(now, day), zone))
        .find(|(at, weekday)| *at > now && fits(*weekday))
        .map_or_else(|| days_after(now, 1), |(at, _)| at)
}

fn hour_of(day: Timestamp, zone: &TimeZone) -> Option<(Timestamp, Weekday)> {
    let date = day.to_zoned_datetime(zone.clone()).date();
    let at = date
        .at(DIGEST_HOUR, 0, 0, 0)
        .to_zoned_datetime(zone.clone())
        .ok()?;
    Some((at.timestamp(), date.weekday()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(pace: Pace, now: &str) -> String {
        let zone = TimeZone::get("America/Denver").unwrap();
        next_digest(pace, now.parse().unwrap(), &zone).to_string()
    }

    #[test]
    fn a_day_ends_at_four_where_the_reader_lives() {
        assert_eq!(
            next(Pace::Daily, "2026-03-02T22:59:59Z"),
            "2026-03-02T23:00:00Z"
        );
        assert_eq!(
            next(Pace::Daily, "2026-03-02T23:00:00Z"),
            "2026-03-03T23:00:00Z"
        );
    }

    #[test]
    fn a_week_ends_on_friday_also_when_the_clocks_change() {
        assert_eq!(
            next(Pace::Weekly, "2026-03-06T23:00:00Z"),
            "2026-03-13T22:00:00Z"
        );
        assert_eq!(
            next(Pace::Weekly, "2026-03-02T15:00:00Z"),
            "2026-03-06T23:00:00Z"
        );
    }

    #[test]
    fn what_comes_at_once_does_not_wait() {
        assert_eq!(
            next(Pace::AtOnce, "2026-03-02T15:00:00Z"),
            "2026-03-02T15:00:00Z"
        );
    }
}
