//! An educator writes down what they want to get better at. The log keeps that it happened, never
//! what was written.

use domain::audit::Fact;
use domain::growth::{AskedGoal, Goal, MAX_GOALS, Refusal};
use domain::ids::{GoalId, PersonId};
use domain::people::Actor;
use serde::{Deserialize, Serialize};
use store::growth::{goal, plan};

use super::assess::veiled;
use crate::{App, IdempotencyKey, Outcome, Unit};

/// A goal is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalWritten {
    /// Its id.
    pub goal: GoalId,
}

/// Keeps a goal of the actor.
///
/// # Errors
/// `growth-fields`, `too-many-of-them`.
pub async fn write_goal(
    app: &App,
    actor: &Actor,
    asked: AskedGoal,
    key: Option<IdempotencyKey>,
) -> Outcome<GoalWritten> {
    let (it, person) = (Goal::read(&asked)?, actor.person);
    app.once(
        Some(person),
        "growth/write-goal",
        key,
        &asked,
        move |unit| {
            if goal::of_person(unit.tx, person)?.len() >= MAX_GOALS {
                return Err(Refusal::TooManyOfThem { limit: MAX_GOALS }.into());
            }
            let id = unit.id();
            goal::insert(unit.tx, id, person, &it, unit.now)?;
            note(unit, "goal-written", id, person)?;
            Ok(GoalWritten { goal: id })
        },
    )
    .await
}

/// Changes what a goal of the actor says.
///
/// # Errors
/// `growth-fields`, `no-such-goal`.
pub async fn change_goal(app: &App, actor: &Actor, id: GoalId, asked: AskedGoal) -> Outcome<()> {
    let (it, person) = (Goal::read(&asked)?, actor.person);
    app.write(move |unit| {
        if !goal::change(unit.tx, id, person, &it, unit.now)? {
            return Err(Refusal::NoSuchGoal.into());
        }
        note(unit, "goal-changed", id, person)
    })
    .await
}

/// Takes a goal of the actor away; what was planned for it stays in the plan.
///
/// # Errors
/// `no-such-goal`.
pub async fn remove_goal(app: &App, actor: &Actor, id: GoalId) -> Outcome<()> {
    let person = actor.person;
    app.write(move |unit| {
        let is_own = goal::of_person(unit.tx, person)?
            .iter()
            .any(|it| it.id == id);
        if !is_own {
            return Err(Refusal::NoSuchGoal.into());
        }
        plan::free(unit.tx, id)?;
        goal::remove(unit.tx, id, person)?;
        note(unit, "goal-removed", id, person)
    })
    .await
}

fn note(unit: &Unit<'_>, kind: &'static str, id: GoalId, person: PersonId) -> Outcome<()> {
    let fact = Fact::of(kind, "goal", id).by(person, None);
    unit.record(fact, &veiled(unit))
}
