//! How an assessor reviews: how many at once, and when not.

use domain::audit::Fact;
use domain::ids::{AbsenceId, PersonId};
use domain::people::{Actor, Role};
use domain::review::Refusal;
use domain::review::assignment::LOAD_LIMIT;
use domain::review::away;
use domain::time::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::review::{self as kept, KeptAbsence};

use super::assign;
use super::take_back::{self, Why};
use crate::jobs::{AssignAssessors, BEGIN_ABSENCE};
use crate::{App, IdempotencyKey, Outcome, Unit};

/// The most absences that are shown.
const ABSENCES: u32 = 50;
/// The most reviews that one absence moves: more than anybody may have.
const REVIEWS: u32 = 500;

/// The most reviews at once, as typed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SetLoadLimit {
    /// A number from 0.
    pub reviews: String,
}

/// An absence, as typed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DeclareAbsence {
    /// Such as `2026-12-21`.
    pub first_day: String,
    /// The same; not before the first.
    pub last_day: String,
}

/// Which absence to take back.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct EndAbsence {
    /// One's own.
    pub absence: AbsenceId,
}

/// How an assessor reviews.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviewing {
    /// The most reviews at once.
    pub limit: u32,
    /// Absences that are not over.
    pub absences: Vec<Absent>,
    /// The zone of their days.
    pub time_zone: String,
}

/// A time in which an assessor takes no reviews.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absent {
    /// Its id.
    pub absence: AbsenceId,
    /// Midnight at its start.
    pub starts_at: Timestamp,
    /// Midnight after its end.
    pub ends_at: Timestamp,
}

/// What the actor said of how they review, in three statements.
///
/// # Errors
/// Nothing expected.
pub async fn view_reviewing(app: &App, actor: &Actor) -> Outcome<Reviewing> {
    let person = actor.person;
    app.read(move |unit| {
        let absences = kept::absences(unit.tx, person, unit.now, ABSENCES)?;
        Ok(Reviewing {
            limit: kept::limit_of(unit.tx, person)?.unwrap_or(LOAD_LIMIT),
            absences: absences.into_iter().map(absent).collect(),
            time_zone: zone(unit, person)?,
        })
    })
    .await
}

/// Sets the most reviews that the actor wants at once. What they have, they keep.
///
/// # Errors
/// Refuses what is no number, and more than anybody may have.
pub async fn set_load_limit(
    app: &App,
    actor: &Actor,
    command: SetLoadLimit,
    key: Option<IdempotencyKey>,
) -> Outcome<u32> {
    let (person, wanted) = (actor.person, command.reviews.clone());
    app.once(Some(person), "set-load-limit", key, &command, move |unit| {
        let reviews = away::load_limit(&wanted)?;
        kept::set_limit(unit.tx, person, reviews, unit.now)?;
        let fact = Fact::of("load-limit-set", "person", person)
            .by(person, Some(Role::Assessor))
            .with(json!({"reviews": reviews}));
        unit.record(fact, &json!({"reviews": reviews}))?;
        assign::ask(unit, AssignAssessors { submission: None })?;
        Ok(reviews)
    })
    .await
}

/// Notes when the actor takes no reviews. When it begins, what waits for them goes to others.
///
/// # Errors
/// Refuses days that are none, an end before the start, more than a year, and what is over.
pub async fn declare_absence(
    app: &App,
    actor: &Actor,
    command: DeclareAbsence,
    key: Option<IdempotencyKey>,
) -> Outcome<Absent> {
    let (person, wanted) = (actor.person, command.clone());
    app.once(
        Some(person),
        "declare-absence",
        key,
        &command,
        move |unit| {
            let zone = TimeZone::get(&zone(unit, person)?).unwrap_or(TimeZone::UTC);
            let absence = away::absence(&wanted.first_day, &wanted.last_day, &zone, unit.now)?;
            let it = KeptAbsence {
                id: unit.id(),
                person,
                absence,
            };
            kept::add_absence(unit.tx, &it, unit.now)?;
            let fact = Fact::of("absence-declared", "person", person)
                .by(person, Some(Role::Assessor))
                .with(
                    json!({"absence": it.id, "from": absence.starts_at, "until": absence.ends_at}),
                );
            unit.record(fact, &json!({"absence": it.id}))?;
            let begins = absence.starts_at.max(unit.now);
            let job = EndAbsence { absence: it.id };
            unit.ask_after(begins, BEGIN_ABSENCE, &job, None)?;
            Ok(absent(it))
        },
    )
    .await
}

/// Takes an absence back.
///
/// # Errors
/// Refuses other people's absences, and those that were taken back, as unknown.
pub async fn end_absence(
    app: &App,
    actor: &Actor,
    command: EndAbsence,
    key: Option<IdempotencyKey>,
) -> Outcome<EndAbsence> {
    let person = actor.person;
    app.once(Some(person), "end-absence", key, &command, move |unit| {
        if !kept::end_absence(unit.tx, command.absence, person, unit.now)? {
            return Err(Refusal::NoSuchEntry.into());
        }
        let fact = Fact::of("absence-ended", "person", person)
            .by(person, Some(Role::Assessor))
            .with(json!({"absence": command.absence}));
        unit.record(fact, &json!({"absence": null}))?;
        assign::ask(unit, AssignAssessors { submission: None })?;
        Ok(command)
    })
    .await
}

/// The job of an absence that begins: what waits for the person and is not handed in goes to
/// others. At its end the queue is looked at again.
///
/// # Errors
/// Nothing expected.
pub async fn begin_absence(app: &App, job: EndAbsence) -> Outcome<()> {
    app.write(move |unit| {
        let found = kept::find_absence(unit.tx, job.absence)?;
        let Some(it) = found.filter(|it| it.absence.ends_at > unit.now) else {
            return Ok(());
        };
        for review in kept::waiting_for(unit.tx, it.person, REVIEWS)? {
            take_back::end(unit, &review, Why::Absent, None)?;
        }
        let queue = AssignAssessors { submission: None };
        unit.ask_after(
            it.absence.ends_at,
            crate::jobs::ASSIGN_ASSESSORS,
            &queue,
            None,
        )
    })
    .await
}

/// The zone of an assessor's days: that of an organization where they assess.
fn zone(unit: &Unit<'_>, person: PersonId) -> Outcome<String> {
    let zone = kept::zone_of_assessor(unit.tx, person, unit.now)?;
    Ok(zone.unwrap_or_else(|| "UTC".to_owned()))
}

fn absent(it: KeptAbsence) -> Absent {
    Absent {
        absence: it.id,
        starts_at: it.absence.starts_at,
        ends_at: it.absence.ends_at,
    }
}
