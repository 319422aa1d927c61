//! The growth plan: choosing, ordering, milestones.

use domain::audit::Fact;
use domain::growth::{
    AskedMilestones, Direction, MAX_PLANNED, Milestone, Planned, Refusal, milestones, moved,
    next_in_plan,
};
use domain::ids::{GoalId, PersonId, PlannedId};
use domain::people::Actor;
use domain::refusal::Place;
use serde::{Deserialize, Serialize};
use store::growth::{goal, plan};

use super::assess::veiled;
use crate::{App, IdempotencyKey, Outcome, Unit};

/// A micro-credential is to stand in the plan.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PlanIt {
    /// Its name in addresses.
    pub micro_credential: String,
    /// The goal that it serves.
    #[serde(default)]
    pub goal: Option<GoalId>,
}

/// It stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanItDone {
    /// Its id in the plan.
    pub planned: PlannedId,
}

/// Puts a published micro-credential at the end of the actor's plan.
///
/// # Errors
/// `no-such-micro-credential`, `no-such-goal`, `already-planned`, `too-many-of-them`.
pub async fn plan_it(
    app: &App,
    actor: &Actor,
    command: PlanIt,
    key: Option<IdempotencyKey>,
) -> Outcome<PlanItDone> {
    let (person, asked) = (actor.person, command.clone());
    app.once(Some(person), "growth/plan", key, &command, move |unit| {
        let slug = &asked.micro_credential;
        let micro_credential = plan::offered(unit.tx, slug)?
            .ok_or(domain::catalogue::Refusal::NoSuchMicroCredential)?;
        own_goal(unit, person, asked.goal)?;
        let before = plan::of_person(unit.tx, person)?;
        if before.len() >= MAX_PLANNED {
            return Err(Refusal::TooManyOfThem { limit: MAX_PLANNED }.into());
        }
        let new = plan::NewPlanned {
            id: unit.id(),
            person,
            goal: asked.goal,
            micro_credential,
            position: before.len(),
            now: unit.now,
        };
        if !plan::insert(unit.tx, new)? {
            return Err(Refusal::AlreadyPlanned.into());
        }
        note(unit, "planned", new.id, person)?;
        Ok(PlanItDone { planned: new.id })
    })
    .await
}

/// What is to change in one line of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanChange {
    /// One place up or down.
    Move(Direction),
    /// These milestones.
    Milestones(AskedMilestones),
    /// It serves that goal, or none.
    Serve(Option<GoalId>),
    /// It is no longer planned.
    Remove,
}

/// Changes a line of the actor's plan.
///
/// # Errors
/// `not-planned`, `growth-fields`, `no-such-goal`.
pub async fn change_plan(
    app: &App,
    actor: &Actor,
    id: PlannedId,
    change: PlanChange,
) -> Outcome<()> {
    let person = actor.person;
    app.write(move |unit| {
        let before = plan::of_person(unit.tx, person)?;
        if before.iter().all(|it| it.id != id) {
            return Err(Refusal::NotPlanned.into());
        }
        let ids: Vec<_> = before.iter().map(|it| it.id).collect();
        match &change {
            PlanChange::Move(to) => plan::order(unit.tx, person, &moved(&ids, id, *to))?,
            PlanChange::Milestones(asked) => plan::set(unit.tx, id, &milestones(asked)?)?,
            PlanChange::Serve(goal) => {
                own_goal(unit, person, *goal)?;
                plan::serve(unit.tx, id, person, *goal)?;
            }
            PlanChange::Remove => plan::remove(unit.tx, id, person)?,
        }
        note(unit, "plan-changed", id, person)
    })
    .await
}

/// Puts the whole plan of the actor into an order; every line has to be named once.
///
/// # Errors
/// `growth-fields` where a line is missing, twice, or not the actor's.
pub async fn order_plan(app: &App, actor: &Actor, ids: Vec<PlannedId>) -> Outcome<()> {
    let person = actor.person;
    app.write(move |unit| {
        let before = plan::of_person(unit.tx, person)?;
        let mut known: Vec<_> = before.iter().map(|it| it.id).collect();
        let mut named = ids.clone();
        known.sort_unstable();
        named.sort_unstable();
        if known != named {
            let place = Place::new("order", "choice-unknown");
            return Err(Refusal::Fields(vec![place]).into());
        }
        plan::order(unit.tx, person, &ids)?;
        let fact = Fact::of("plan-ordered", "person", person).by(person, None);
        unit.record(fact, &veiled(unit))
    })
    .await
}

fn own_goal(unit: &Unit<'_>, person: PersonId, id: Option<GoalId>) -> Outcome<()> {
    let Some(id) = id else { return Ok(()) };
    let goals = goal::of_person(unit.tx, person)?;
    match goals.iter().any(|it| it.id == id) {
        true => Ok(()),
        false => Err(Refusal::NoSuchGoal.into()),
    }
}

fn note(unit: &Unit<'_>, kind: &'static str, id: PlannedId, person: PersonId) -> Outcome<()> {
    let fact = Fact::of(kind, "planned", id).by(person, None);
    unit.record(fact, &veiled(unit))
}

/// What comes next in somebody's plan.
#[derive(Clone, Debug, PartialEq)]
pub struct NextPlanned {
    /// Which.
    pub planned: plan::Kept,
    /// The milestone that is next, if a day is set.
    pub milestone: Option<Milestone>,
}

/// What comes next in the actor's plan, if anything does; two statements.
///
/// # Errors
/// None of its own.
pub async fn next_planned(app: &App, actor: &Actor) -> Outcome<Option<NextPlanned>> {
    let person = actor.person;
    app.read(move |unit| Ok(next_of(&plan::of_person(unit.tx, person)?)))
        .await
}

/// The same, of a plan that was read.
pub(super) fn next_of(plan: &[plan::Kept]) -> Option<NextPlanned> {
    let lines: Vec<_> = plan
        .iter()
        .enumerate()
        .map(|(which, it)| Planned {
            which,
            progress: it.progress,
            milestones: it.milestones.clone(),
        })
        .collect();
    let (which, milestone) = next_in_plan(&lines)?;
    let planned = plan.get(which)?.clone();
    Some(NextPlanned { planned, milestone })
}
