//! The time for a first submission: how long it is, and what happens as its end comes near.
//! Nothing is ever deleted when it ends.

use jiff::tz::TimeZone;
use jiff::{Span, ToSpan};

use crate::time::{SignedDuration, Timestamp};

/// Notice is given so many days ahead (DOMAIN 3).
pub const NOTICE_DAYS: [u32; 3] = [30, 7, 1];
/// How many days a pursuit gets when it is given back or reopened.
pub const MORE_DAYS: i64 = 30;

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Nothing before this time.
    Nothing(Timestamp),
    /// Notice so many days ahead.
    Notice(u32),
    /// Its time is over.
    Expiry,
}

/// The end of the last day of a window that begins now, in a zone.
pub fn window(start: Timestamp, months: u8, zone: &TimeZone) -> Timestamp {
    end_of_day(start, i64::from(months).months(), zone)
}

/// The end of the day some days from now, in a zone.
pub fn in_days(now: Timestamp, days: i64, zone: &TimeZone) -> Timestamp {
    end_of_day(now, days.days(), zone)
}

fn end_of_day(from: Timestamp, span: Span, zone: &TimeZone) -> Timestamp {
    let day = from.to_zoned_datetime(zone.clone()).date();
    let end = day.saturating_add(span).at(23, 59, 59, 0);
    end.to_zoned_datetime(zone.clone())
        .map_or(from, |it| it.timestamp())
}

/// What is due for a pursuit whose time ends then, after the last notice.
pub fn due(expires_at: Timestamp, noticed_days: Option<u32>, now: Timestamp) -> Due {
    if now >= expires_at {
        return Due::Expiry;
    }
    let at = |days: u32| {
        let ahead = SignedDuration::from_hours(24 * i64::from(days));
        expires_at.checked_sub(ahead).unwrap_or(Timestamp::MIN)
    };
    let near = NOTICE_DAYS.into_iter().rfind(|days| now >= at(*days));
    if let Some(days) = near
        && noticed_days.is_none_or(|last| last > days)
    {
        return Due::Notice(days);
    }
    let next = NOTICE_DAYS.into_iter().map(at).find(|time| *time > now);
    Due::Nothing(next.unwrap_or(expires_at))
}

/// The end, moved by the time that a pursuit was paused.
pub fn after_pause(expires_at: Timestamp, paused_at: Timestamp, now: Timestamp) -> Timestamp {
    let pause = now.duration_since(paused_at).max(SignedDuration::ZERO);
    expires_at.checked_add(pause).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_window_ends_with_a_day_of_its_zone() {
        let denver = TimeZone::get("America/Denver").unwrap();
        // Still Saturday the 31st in Denver.
        let end = window(at("2026-02-01T02:00:00Z"), 1, &denver);
        assert_eq!(end, at("2026-03-01T06:59:59Z"), "28 February in Denver");
        assert_eq!(
            in_days(at("2026-01-10T12:00:00Z"), 30, &TimeZone::UTC),
            at("2026-02-09T23:59:59Z")
        );
    }

    #[test]
    fn notice_is_given_once_for_each_of_three_days_and_then_it_expires() {
        let end = at("2026-03-31T00:00:00Z");
        let mut noticed = None;
        let mut now = at("2026-01-01T00:00:00Z");
        let mut told = Vec::new();
        loop {
            match due(end, noticed, now) {
                Due::Nothing(until) => {
                    assert!(until > now);
                    now = until;
                }
                Due::Notice(days) => {
                    told.push((days, now));
                    noticed = Some(days);
                }
                Due::Expiry => break,
            }
        }
        let days: Vec<_> = told.iter().map(|it| it.0).collect();
        assert_eq!(days, NOTICE_DAYS);
        assert_eq!(told[1].1, at("2026-03-24T00:00:00Z"));
        assert_eq!(now, end);
    }

    #[test]
    fn whoever_was_not_told_in_time_is_told_the_nearest_day_only() {
        let end = at("2026-03-31T00:00:00Z");
        assert_eq!(due(end, None, at("2026-03-30T12:00:00Z")), Due::Notice(1));
        assert_eq!(
            due(end, Some(7), at("2026-03-25T00:00:00Z")),
            Due::Nothing(at("2026-03-30T00:00:00Z"))
        );
    }

    #[test]
    fn a_pause_moves_the_end() {
        let end = at("2026-03-31T00:00:00Z");
        let moved = after_pause(end, at("2026-01-01T00:00:00Z"), at("2026-01-11T00:00:00Z"));
        assert_eq!(moved, at("2026-04-10T00:00:00Z"));
    }
}
