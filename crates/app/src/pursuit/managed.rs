//! What a programme manager may do with a pursuit of the own issuer, without learning whose it is.

use domain::audit::Fact;
use domain::ids::PursuitId;
use domain::people::permission::{Question, may};
use domain::people::{Actor, Role};
use domain::pursuit::deadline::{MORE_DAYS, in_days};
use domain::pursuit::{Concern, Pursuit, Reason, Refusal};
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::pursuit::Work;

use super::deadline::{watch, zone_of};
use crate::jobs::{ASSIGN_ASSESSORS, AssignAssessors};
use crate::letters::{HOLD_LIFTED, PURSUIT_ON_HOLD, PURSUIT_REOPENED};
use crate::{App, IdempotencyKey, Outcome, Unit};

/// What to do with a pursuit.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Let it stand still until a concern is settled.
    Hold {
        /// What it is about.
        concern: Concern,
        /// Why, for its educator.
        reason: String,
    },
    /// The concern is settled.
    Lift,
    /// Give an expired one more time.
    Reopen,
}

/// Do something with a pursuit.
#[derive(Clone, Debug, Serialize)]
pub struct Manage {
    /// Which.
    pub pursuit: PursuitId,
    /// What.
    pub step: Step,
}

/// It is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Managed {
    /// Which.
    pub pursuit: PursuitId,
    /// When its time ends, if it has an end.
    pub expires_at: Option<Timestamp>,
}

/// Puts a pursuit on hold, lifts the hold, or reopens it.
///
/// # Errors
/// Refuses pursuits of other issuers as unknown; `pursuit-reason-missing`, `pursuit-reason-too-long`;
/// `already-pursuing` if its educator has begun anew; `not-possible-now` and others by its state.
pub async fn manage(
    app: &App,
    actor: &Actor,
    command: Manage,
    key: Option<IdempotencyKey>,
) -> Outcome<Managed> {
    let by = actor.clone();
    let asked = command.clone();
    app.once(
        Some(actor.person),
        "pursuit/manage",
        key,
        &asked,
        move |unit| {
            let work = managed(unit, &by, command.pursuit)?;
            match &command.step {
                Step::Hold { concern, reason } => {
                    hold(unit, &by, &work, *concern, &Reason::of(reason)?)
                }
                Step::Lift => lift(unit, &by, &work),
                Step::Reopen => reopen(unit, &by, &work),
            }
        },
    )
    .await
}

/// A pursuit that the person manages; others do not exist.
pub(super) fn managed(unit: &Unit<'_>, by: &Actor, pursuit: PursuitId) -> Outcome<Work> {
    let work = store::pursuit::work(unit.tx, pursuit)?.ok_or(Refusal::NoSuchPursuit)?;
    let path = store::people::path_of(unit.tx, work.offer.issuer.id)?;
    let educator = work.stored.person;
    let question = Question::ManagePursuit {
        issuer: &path,
        educator,
    };
    if may(by, question) {
        Ok(work)
    } else {
        Err(Refusal::NoSuchPursuit.into())
    }
}

fn hold(
    unit: &Unit<'_>,
    by: &Actor,
    work: &Work,
    concern: Concern,
    reason: &Reason,
) -> Outcome<Managed> {
    let next = Pursuit::OnHold(work.stored.pursuit.clone().hold(concern)?);
    let detail = json!({"concern": concern, "beneath": next.beneath()});
    save(unit, by, work, &next, ("pursuit-held", detail))?;
    let end = match work.stored.pursuit {
        Pursuit::Paused(_) => super::aside::end_after(unit, work),
        _ => work.stored.expires_at,
    };
    store::pursuit::set_expiry(unit.tx, work.stored.id, end, work.stored.noticed_days)?;
    let values = json!({"concern": concern, "reason": reason.as_str()});
    tell(unit, work, PURSUIT_ON_HOLD, values)?;
    Ok(done(work, end))
}

fn lift(unit: &Unit<'_>, by: &Actor, work: &Work) -> Outcome<Managed> {
    let next: Pursuit = work.stored.pursuit.clone().lift()?.into();
    save(unit, by, work, &next, ("hold-lifted", Value::Null))?;
    tell(unit, work, HOLD_LIFTED, json!({}))?;
    if let Pursuit::Submitted(_) | Pursuit::UnderReview(_) = next
        && let Some(submission) = store::pursuit::latest_live(unit.tx, work.stored.id)?
    {
        let job = AssignAssessors::of(submission);
        unit.ask(ASSIGN_ASSESSORS, &job, Some(&job.unique_key()))?;
    }
    let end = super::aside::end_after(unit, work);
    if let Some(end) = end {
        store::pursuit::set_expiry(unit.tx, work.stored.id, Some(end), None)?;
        watch(unit, work.stored.id, end)?;
    }
    Ok(done(work, end))
}

fn reopen(unit: &Unit<'_>, by: &Actor, work: &Work) -> Outcome<Managed> {
    let stored = &work.stored;
    let next: Pursuit = stored.pursuit.clone().reopen()?.into();
    let open = store::pursuit::find_open(unit.tx, stored.person, stored.micro_credential)?;
    if let Some(pursuit) = open {
        return Err(Refusal::AlreadyPursuing { pursuit }.into());
    }
    let end = in_days(unit.now, MORE_DAYS, &zone_of(&work.offer.issuer));
    save(
        unit,
        by,
        work,
        &next,
        ("pursuit-reopened", json!({"expires_at": end})),
    )?;
    store::pursuit::set_expiry(unit.tx, stored.id, Some(end), None)?;
    watch(unit, stored.id, end)?;
    let values = json!({"expires_at": end, "time_zone": work.offer.issuer.time_zone});
    tell(unit, work, PURSUIT_REOPENED, values)?;
    Ok(done(work, Some(end)))
}

fn save(
    unit: &Unit<'_>,
    by: &Actor,
    work: &Work,
    next: &Pursuit,
    (kind, detail): (&'static str, Value),
) -> Outcome<()> {
    store::pursuit::save(unit.tx, &work.stored, next, unit.now)?;
    let fact = Fact::of(kind, "pursuit", work.stored.id);
    let fact = fact
        .by(by.person, Some(Role::ProgrammeManager))
        .with(detail);
    unit.record(fact, &json!({"state": next.name()}))
}

fn tell(unit: &Unit<'_>, work: &Work, kind: &'static str, mut values: Value) -> Outcome<()> {
    values["pursuit"] = json!(work.stored.id);
    values["title"] = json!(work.offer.content.title);
    unit.write_letter(work.stored.person, kind, &values)
}

fn done(work: &Work, expires_at: Option<Timestamp>) -> Managed {
    Managed {
        pursuit: work.stored.id,
        expires_at,
    }
}
