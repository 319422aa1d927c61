//! Time for what happened before the demo was made.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use app::{App, Clock};
use domain::time::{SignedDuration, Timestamp};
use jiff::ToSpan;
use jiff::tz::TimeZone;

/// Nothing is told to have happened later than this before the demo was made.
const LATEST: SignedDuration = SignedDuration::from_mins(15);

/// The days before today.
#[derive(Clone, Copy, Debug)]
pub(super) struct Calendar {
    now: Timestamp,
}

impl Calendar {
    /// Days that end with the one of this time, in UTC.
    pub(super) const fn until(now: Timestamp) -> Self {
        Self { now }
    }

    /// A whole hour (UTC, 0 to 23) of a day; never in the future.
    pub(super) fn at(self, days_ago: u16, hour: i8) -> Timestamp {
        let day = self
            .now
            .to_zoned_datetime(TimeZone::UTC)
            .date()
            .saturating_sub(i32::from(days_ago).days());
        let at = day
            .at(hour, 0, 0, 0)
            .to_zoned_datetime(TimeZone::UTC)
            .map_or(self.now, |it| it.timestamp());
        at.min(self.now.checked_sub(LATEST).unwrap_or(self.now))
    }
}

/// The same installation, in which it is that time. Each look at the clock takes a second, so that
/// what happens one after the other is told in that order.
pub(super) fn back_then(app: &App, at: Timestamp) -> App {
    App {
        clock: Arc::new(Then(AtomicI64::new(at.as_second()))),
        ..app.clone()
    }
}

struct Then(AtomicI64);

impl Clock for Then {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.fetch_add(1, Ordering::Relaxed)).unwrap_or(Timestamp::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_back_from_today_and_nothing_lies_in_the_future() {
        let calendar = Calendar::until("2026-03-02T15:00:00Z".parse().unwrap());
        let at = |days, hour| calendar.at(days, hour).to_string();
        assert_eq!(at(2, 21), "2026-02-28T21:00:00Z");
        assert_eq!(at(0, 9), "2026-03-02T09:00:00Z");
        assert_eq!(at(0, 21), "2026-03-02T14:45:00Z");
    }
}
