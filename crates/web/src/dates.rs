//! Dates and times as people write them, in the zone that the caller names: the issuer's for deadlines, the
//! organization's or the educator's elsewhere.

use jiff::civil::Weekday;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

use crate::words::{self, Language};

/// Writes moments in one language and one zone.
#[derive(Clone, Debug)]
pub struct Dates {
    language: Language,
    zone: TimeZone,
}

impl Dates {
    /// For that language and zone.
    pub fn new(language: Language, zone: TimeZone) -> Self {
        Self { language, zone }
    }

    /// `25 November 2026`
    pub fn day(&self, moment: Timestamp) -> String {
        self.written("date-day", moment)
    }

    /// `25 Nov 2026`
    pub fn short_day(&self, moment: Timestamp) -> String {
        self.written("date-short", moment)
    }

    /// `Wednesday 25 November`, for days that are near.
    pub fn near_day(&self, moment: Timestamp) -> String {
        self.written("date-near", moment)
    }

    /// `25 Nov 2026, 14:02`
    pub fn moment(&self, moment: Timestamp) -> String {
        self.written("date-moment", moment)
    }

    /// `Wednesday 25 November, 14:02`
    pub fn near_moment(&self, moment: Timestamp) -> String {
        self.written("date-near-moment", moment)
    }

    /// `14:02`
    pub fn clock(&self, moment: Timestamp) -> String {
        clock(&moment.to_zoned_datetime(self.zone.clone()))
    }

    /// For the attribute `datetime` of `<time>`.
    pub fn machine(moment: Timestamp) -> String {
        moment.to_string()
    }

    fn written(&self, sentence: &str, moment: Timestamp) -> String {
        let at = moment.to_zoned_datetime(self.zone.clone());
        words::say(self.language, sentence)
            .put("day", at.day().to_string())
            .put("month", self.name("month", MONTHS, at.month()))
            .put("short", self.name("month-short", MONTHS, at.month()))
            .put(
                "weekday",
                words::say(self.language, weekday(at.weekday())).to_string(),
            )
            .put("year", at.year().to_string())
            .put("time", clock(&at))
            .to_string()
    }

    fn name(&self, kind: &str, names: [&str; 12], number: i8) -> String {
        let place = usize::try_from(number - 1).unwrap_or_default();
        let name = names.get(place).copied().unwrap_or_default();
        words::say(self.language, &format!("{kind}-{name}")).to_string()
    }
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "weekday-monday",
        Weekday::Tuesday => "weekday-tuesday",
        Weekday::Wednesday => "weekday-wednesday",
        Weekday::Thursday => "weekday-thursday",
        Weekday::Friday => "weekday-friday",
        Weekday::Saturday => "weekday-saturday",
        Weekday::Sunday => "weekday-sunday",
    }
}

fn clock(at: &ZonedDateTime) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment() -> Timestamp {
        "2026-11-25T20:02:00Z".parse().unwrap()
    }

    fn dates(language: Language, zone: &str) -> Dates {
        Dates::new(language, TimeZone::get(zone).unwrap())
    }

    #[test]
    fn a_moment_is_written_in_english() {
        let dates = dates(Language::English, "America/Chicago");
        assert_eq!(dates.day(moment()), "25 November 2026");
        assert_eq!(dates.short_day(moment()), "25 Nov 2026");
        assert_eq!(dates.near_day(moment()), "Wednesday 25 November");
        assert_eq!(dates.moment(moment()), "25 Nov 2026, 14:02");
        assert_eq!(dates.near_moment(moment()), "Wednesday 25 November, 14:02");
        assert_eq!(dates.clock(moment()), "14:02");
    }

    #[test]
    fn a_moment_is_written_in_spanish() {
        let dates = dates(Language::Spanish, "America/Chicago");
        assert_eq!(dates.day(moment()), "25 de noviembre de 2026");
        assert_eq!(dates.short_day(moment()), "25 nov 2026");
        assert_eq!(dates.near_day(moment()), "miércoles 25 de noviembre");
        assert_eq!(dates.moment(moment()), "25 nov 2026, 14:02");
    }

    #[test]
    fn the_day_is_the_one_of_the_zone() {
        let late: Timestamp = "2026-12-31T23:30:00Z".parse().unwrap();
        assert_eq!(
            dates(Language::English, "Europe/Vienna").day(late),
            "1 January 2027"
        );
        assert_eq!(
            dates(Language::English, "America/Denver").day(late),
            "31 December 2026"
        );
    }

    #[test]
    fn every_month_and_weekday_has_a_name_in_every_language() {
        for language in Language::ALL {
            let dates = Dates::new(language, TimeZone::UTC);
            for day in 1..=7 {
                for month in 1..=12 {
                    let moment: Timestamp = format!("2026-{month:02}-{day:02}T12:00:00Z")
                        .parse()
                        .unwrap();
                    let written = dates.near_moment(moment) + &dates.short_day(moment);
                    assert!(!written.contains('{'), "{written}");
                }
            }
        }
    }
}
