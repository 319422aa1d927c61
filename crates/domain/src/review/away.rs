//! What an assessor says of themselves: how many reviews they take, when they are away, and whose
//! work they do not judge.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, ToSpan};

use super::Refusal;
use super::assignment::MAX_LOAD_LIMIT;
use crate::people::EmailAddress;
use crate::refusal::Place;
use crate::time::Timestamp;

/// The longest absence, in days.
pub const MAX_ABSENCE_DAYS: i64 = 366;
/// The most relations that one person has declared at a time.
pub const MAX_RELATIONS: u32 = 200;

/// The most reviews at once, as it was typed: none is a way to take no more for a while.
pub fn load_limit(text: &str) -> Result<u32, Refusal> {
    let number = text.trim().parse::<u32>().ok();
    number.filter(|it| *it <= MAX_LOAD_LIMIT).ok_or_else(|| {
        let place = Place::new("reviews", "load-limit-unknown").with("limit", MAX_LOAD_LIMIT);
        Refusal::Fields(vec![place])
    })
}

/// An absence: whole days, from the start of the first to the end of the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Local midnight at the start of the first day.
    pub starts_at: Timestamp,
    /// Local midnight after the last day.
    pub ends_at: Timestamp,
}

/// Reads an absence from its days, which are those of a zone.
pub fn absence(
    first: &str,
    last: &str,
    zone: &TimeZone,
    now: Timestamp,
) -> Result<Absence, Refusal> {
    let mut places = Vec::new();
    let mut day = |name: &str, text: &str| {
        let read = text.trim().parse::<Date>().ok();
        if read.is_none() {
            places.push(Place::new(name, "day-unknown"));
        }
        read
    };
    let (first, last) = (day("first_day", first), day("last_day", last));
    let (Some(first), Some(last)) = (first, last) else {
        return Err(Refusal::Fields(places));
    };
    let midnight = |day: Date, later: Span| {
        let day = day.saturating_add(later);
        let at = day.at(0, 0, 0, 0).to_zoned_datetime(zone.clone()).ok()?;
        Some(at.timestamp())
    };
    let too_long = first.saturating_add(MAX_ABSENCE_DAYS.days()) <= last;
    let wrong = |code| {
        let place = Place::new("last_day", code).with("limit", MAX_ABSENCE_DAYS);
        Err(Refusal::Fields(vec![place]))
    };
    match (midnight(first, 0.days()), midnight(last, 1.day())) {
        _ if last < first => wrong("absence-ends-before-it-starts"),
        _ if too_long => wrong("absence-too-long"),
        (Some(_), Some(ends_at)) if ends_at <= now => wrong("absence-is-over"),
        (Some(starts_at), Some(ends_at)) => Ok(Absence { starts_at, ends_at }),
        _ => wrong("day-unknown"),
    }
}

/// The address of somebody whose work one does not judge, or who is not to judge one's own.
pub fn relation(text: &str) -> Result<EmailAddress, Refusal> {
    EmailAddress::parse("address", text).map_err(|place| Refusal::Fields(vec![place]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(refused: Result<Absence, Refusal>) -> Vec<&'static str> {
        let Err(Refusal::Fields(places)) = refused else {
            panic!("{refused:?}")
        };
        places.iter().map(|it| it.code).collect()
    }

    fn read(first: &str, last: &str) -> Result<Absence, Refusal> {
        let zone = TimeZone::get("America/Chicago").unwrap();
        absence(first, last, &zone, "2026-03-02T15:00:00Z".parse().unwrap())
    }

    #[test]
    fn an_absence_ends_with_its_last_day() {
        let it = read("2026-03-05", "2026-03-09").unwrap();
        assert_eq!(it.starts_at.to_string(), "2026-03-05T06:00:00Z");
        assert_eq!(
            it.ends_at.to_string(),
            "2026-03-10T05:00:00Z",
            "summer time"
        );
    }

    #[test]
    fn what_is_wrong_with_an_absence_is_said() {
        assert_eq!(codes(read("x", "")), ["day-unknown", "day-unknown"]);
        let backwards = read("2026-03-09", "2026-03-05");
        assert_eq!(codes(backwards), ["absence-ends-before-it-starts"]);
        assert_eq!(
            codes(read("2026-03-05", "2028-03-05")),
            ["absence-too-long"]
        );
        assert_eq!(codes(read("2026-02-01", "2026-03-01")), ["absence-is-over"]);
    }

    #[test]
    fn a_limit_may_be_none_and_not_beyond_what_one_can_read() {
        assert_eq!(load_limit(" 0 ").unwrap(), 0);
        assert!(load_limit("61").is_err() && load_limit("-1").is_err() && load_limit("").is_err());
    }
}
