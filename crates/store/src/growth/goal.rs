//! Goals of educators.

use std::collections::BTreeSet;

use domain::growth::Goal;
use domain::ids::{GoalId, PersonId};
use jiff::Timestamp;

use super::{day, grouped};
use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more.
        INSERT = "INSERT INTO goal (id, person_id, body, wanted_by, created_at, changed_at)
                  VALUES ($1, $2, $3, $4, $5, $5)";
        /// It says something else now.
        CHANGE = "UPDATE goal SET body = $3, wanted_by = $4, changed_at = $5
                  WHERE id = $1 AND person_id = $2";
        /// It names a competency.
        NAME = "INSERT INTO goal_competency (goal_id, competency, name) VALUES ($1, $2, $3)
                ON CONFLICT (goal_id, competency) DO NOTHING";
        /// It names none any more.
        UNNAME = "DELETE FROM goal_competency WHERE goal_id = $1";
        /// It is gone.
        REMOVE = "DELETE FROM goal WHERE id = $1 AND person_id = $2";
        /// Those of a person, in the order in which they were written.
        OF_PERSON = "SELECT goal.id, body, wanted_by, created_at, goal_competency.name
                     FROM goal
                     LEFT JOIN goal_competency ON goal_competency.goal_id = goal.id
                     WHERE person_id = $1
                     ORDER BY goal.id, goal_competency.competency";
    }
}

/// A goal as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Its id.
    pub id: GoalId,
    /// What it says.
    pub goal: Goal,
    /// Since when.
    pub created_at: Timestamp,
}

/// Keeps a goal.
///
/// # Errors
/// Those of the database.
pub fn insert(
    tx: &Tx,
    id: GoalId,
    person: PersonId,
    goal: &Goal,
    now: Timestamp,
) -> Result<(), StoreError> {
    let by = goal.by.map(|it| it.to_string());
    tx.execute(&sql::INSERT, &args![id, person, &goal.text, by, now])?;
    name(tx, id, goal)
}

fn name(tx: &Tx, id: GoalId, goal: &Goal) -> Result<(), StoreError> {
    for it in &goal.competencies {
        tx.execute(&sql::NAME, &args![id, it.key(), it.as_str()])?;
    }
    Ok(())
}

/// It says something else now; answers whether the person has it.
///
/// # Errors
/// Those of the database.
pub fn change(
    tx: &Tx,
    id: GoalId,
    person: PersonId,
    goal: &Goal,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let by = goal.by.map(|it| it.to_string());
    if tx.execute(&sql::CHANGE, &args![id, person, &goal.text, by, now])? == 0 {
        return Ok(false);
    }
    tx.execute(&sql::UNNAME, &args![id])?;
    name(tx, id, goal)?;
    Ok(true)
}

/// Takes a goal away that the person has, with what it names. Whoever calls has looked that it is
/// theirs.
///
/// # Errors
/// Those of the database.
pub fn remove(tx: &Tx, id: GoalId, person: PersonId) -> Result<bool, StoreError> {
    tx.execute(&sql::UNNAME, &args![id])?;
    Ok(tx.execute(&sql::REMOVE, &args![id, person])? == 1)
}

/// The goals of a person, in the order in which they were written.
///
/// # Errors
/// Those of the database.
pub fn of_person(tx: &Tx, person: PersonId) -> Result<Vec<Kept>, StoreError> {
    let rows = tx.rows(&sql::OF_PERSON, &args![person])?;
    let with = |(mut it, names): (Kept, _)| {
        it.goal.competencies = names;
        it
    };
    Ok(grouped(&rows, one)?.into_iter().map(with).collect())
}

fn one(row: &Row) -> Result<Kept, StoreError> {
    Ok(Kept {
        id: row.get("id")?,
        goal: Goal {
            text: row.get("body")?,
            competencies: BTreeSet::new(),
            by: day(row, "wanted_by")?,
        },
        created_at: row.get("created_at")?,
    })
}
