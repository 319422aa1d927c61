//! The days on which an issuer works, as they are kept.

use domain::ids::OrganizationId;
use domain::review::turnaround::Calendar;
use jiff::ToSpan;
use jiff::tz::TimeZone;
use store::review as kept;

use crate::{Outcome, Unit};

/// The most holidays that are looked at: some years of them.
const HOLIDAYS: u32 = 400;

/// The calendar of an issuer, with the holidays of the last months and those to come.
pub fn calendar_of(unit: &Unit<'_>, issuer: OrganizationId, zone: &str) -> Outcome<Calendar> {
    let today = unit.now.to_zoned_datetime(TimeZone::UTC).date();
    let since = today.saturating_sub(6.months());
    let holidays = kept::holidays(unit.tx, issuer, since, HOLIDAYS)?;
    Ok(Calendar::of(zone, holidays.into_iter().map(|it| it.day)))
}
