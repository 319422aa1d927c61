//! The time for a first submission: notices as its end comes near, and its end. Nothing is deleted.

use domain::audit::Fact;
use domain::ids::PursuitId;
use domain::pursuit::Pursuit;
use domain::pursuit::deadline::{Due, due};
use domain::time::Timestamp;
use jiff::tz::TimeZone;
use serde_json::json;
use store::pursuit::{Issuer, Work};

use crate::jobs::{PURSUIT_DEADLINE, PursuitDeadline};
use crate::letters::{PURSUIT_EXPIRED, PURSUIT_EXPIRES};
use crate::{App, Outcome, Unit};

/// The zone in which an issuer's days end; one that is not known counts as UTC.
pub(super) fn zone_of(issuer: &Issuer) -> TimeZone {
    TimeZone::get(&issuer.time_zone).unwrap_or(TimeZone::UTC)
}

/// Looks after the time of a pursuit from now on.
pub(super) fn watch(unit: &Unit<'_>, pursuit: PursuitId, expires_at: Timestamp) -> Outcome<()> {
    let at = match due(expires_at, None, unit.now) {
        Due::Nothing(until) => until,
        Due::Notice(_) | Due::Expiry => unit.now,
    };
    ask(unit, pursuit, at)
}

fn ask(unit: &Unit<'_>, pursuit: PursuitId, at: Timestamp) -> Outcome<()> {
    let job = PursuitDeadline { pursuit };
    unit.ask_after(at, PURSUIT_DEADLINE, &job, Some(&job.unique_key()))
}

/// The job: gives the notice that is due, or ends the pursuit's time, and comes again.
///
/// # Errors
/// Nothing expected.
pub async fn keep_deadline(app: &App, job: PursuitDeadline) -> Outcome<()> {
    app.write(move |unit| {
        let Some(work) = store::pursuit::work(unit.tx, job.pursuit)? else {
            return Ok(());
        };
        let can_expire = work.stored.pursuit.clone().expire().is_ok();
        match work.stored.expires_at {
            Some(end) if can_expire => keep(unit, &work, end),
            _ => Ok(()),
        }
    })
    .await
}

fn keep(unit: &Unit<'_>, work: &Work, end: Timestamp) -> Outcome<()> {
    let stored = &work.stored;
    let until = match due(end, stored.noticed_days, unit.now) {
        Due::Expiry => return expire(unit, work),
        Due::Nothing(until) => until,
        Due::Notice(days) => {
            tell(unit, work, end, days)?;
            match due(end, Some(days), unit.now) {
                Due::Nothing(until) => until,
                Due::Notice(_) | Due::Expiry => end,
            }
        }
    };
    ask(unit, stored.id, until)
}

fn tell(unit: &Unit<'_>, work: &Work, end: Timestamp, days: u32) -> Outcome<()> {
    let stored = &work.stored;
    store::pursuit::set_expiry(unit.tx, stored.id, Some(end), Some(days))?;
    let fact = Fact::of("expiry-noticed", "pursuit", stored.id);
    unit.record(
        fact.with(json!({"days": days})),
        &json!({"expires_at": end}),
    )?;
    let values = json!({
        "pursuit": stored.id,
        "title": work.offer.content.title,
        "days": days,
        "expires_at": end,
        "time_zone": work.offer.issuer.time_zone,
    });
    unit.write_letter(stored.person, PURSUIT_EXPIRES, &values)
}

fn expire(unit: &Unit<'_>, work: &Work) -> Outcome<()> {
    let stored = &work.stored;
    let next = Pursuit::Expired(stored.pursuit.clone().expire()?);
    store::pursuit::save(unit.tx, stored, &next, unit.now)?;
    let fact = Fact::of("pursuit-expired", "pursuit", stored.id);
    unit.record(fact, &json!({"state": next.name()}))?;
    let values = json!({"pursuit": stored.id, "title": work.offer.content.title});
    unit.write_letter(stored.person, PURSUIT_EXPIRED, &values)
}
