//! The growth plan of an educator.

use std::collections::BTreeMap;

use domain::growth::{Milestone, MilestoneKind, Progress};
use domain::ids::{GoalId, MicroCredentialId, PersonId, PlannedId, PursuitId};
use domain::pursuit::StateName;
use jiff::Timestamp;

use super::day;
use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more, unless it is planned already.
        INSERT = "INSERT INTO planned (id, person_id, goal_id, micro_credential_id, position, planned_at)
                  VALUES ($1, $2, $3, $4, $5, $6)
                  ON CONFLICT (person_id, micro_credential_id) DO NOTHING";
        /// It serves another goal, or none.
        SERVE = "UPDATE planned SET goal_id = $3 WHERE id = $1 AND person_id = $2";
        /// A goal is gone; what was planned for it stays.
        FREE = "UPDATE planned SET goal_id = NULL WHERE goal_id = $1";
        /// It stands at another place.
        PLACE = "UPDATE planned SET position = $3 WHERE id = $1 AND person_id = $2";
        /// It is no longer planned.
        REMOVE = "DELETE FROM planned WHERE id = $1 AND person_id = $2";
        /// A milestone.
        SET = "INSERT INTO milestone (planned_id, kind, on_day) VALUES ($1, $2, $3)
               ON CONFLICT (planned_id, kind) DO UPDATE SET on_day = excluded.on_day";
        /// No milestones any more.
        UNSET = "DELETE FROM milestone WHERE planned_id = $1";
        /// The plan of a person, in its order, with the newest pursuit of each.
        OF_PERSON = "SELECT planned.id, planned.goal_id, planned.micro_credential_id, micro_credential.slug,
                            COALESCE(version.title, micro_credential.slug) AS title,
                            pursuit.id AS pursuit_id, pursuit.state, pursuit.attempt
                     FROM planned
                     JOIN micro_credential ON micro_credential.id = planned.micro_credential_id
                     LEFT JOIN version ON version.id = micro_credential.current_version_id
                     LEFT JOIN pursuit ON pursuit.id = (
                       SELECT newest.id FROM pursuit newest
                       WHERE newest.person_id = planned.person_id
                         AND newest.micro_credential_id = planned.micro_credential_id
                       ORDER BY newest.id DESC LIMIT 1)
                     WHERE planned.person_id = $1
                     ORDER BY planned.position, planned.id";
        /// The milestones of a person's plan.
        MILESTONES = "SELECT milestone.planned_id, milestone.kind, milestone.on_day
                      FROM planned JOIN milestone ON milestone.planned_id = planned.id
                      WHERE planned.person_id = $1
                      ORDER BY milestone.planned_id, milestone.on_day";
        /// A published micro-credential by its name in addresses.
        OFFERED = "SELECT micro_credential.id FROM micro_credential
                   JOIN version ON version.id = micro_credential.current_version_id
                   WHERE micro_credential.slug = $1 AND version.state = 'published'";
    }
}

/// A planned micro-credential as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its id in the plan.
    pub id: PlannedId,
    /// The goal that it serves.
    pub goal: Option<GoalId>,
    /// Which micro-credential.
    pub micro_credential: MicroCredentialId,
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Its newest pursuit.
    pub pursuit: Option<PursuitId>,
    /// How far that has come.
    pub progress: Option<Progress>,
    /// Its milestones, by day.
    pub milestones: Vec<Milestone>,
}

/// A micro-credential on its way into a plan.
#[derive(Clone, Copy, Debug)]
pub struct NewPlanned {
    /// Its id in the plan.
    pub id: PlannedId,
    /// Whose plan.
    pub person: PersonId,
    /// The goal that it serves.
    pub goal: Option<GoalId>,
    /// Which.
    pub micro_credential: MicroCredentialId,
    /// Its place.
    pub position: usize,
    /// When.
    pub now: Timestamp,
}

/// Plans one more; answers whether it is new in the plan.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &Tx, it: NewPlanned) -> Result<bool, StoreError> {
    let row = args![
        it.id,
        it.person,
        it.goal,
        it.micro_credential,
        it.position,
        it.now
    ];
    Ok(tx.execute(&sql::INSERT, &row)? == 1)
}

/// It serves another goal, or none.
///
/// # Errors
/// Those of the database.
pub fn serve(
    tx: &Tx,
    id: PlannedId,
    person: PersonId,
    goal: Option<GoalId>,
) -> Result<(), StoreError> {
    tx.execute(&sql::SERVE, &args![id, person, goal])?;
    Ok(())
}

/// A goal is gone; what was planned for it stays in the plan.
///
/// # Errors
/// Those of the database.
pub fn free(tx: &Tx, goal: GoalId) -> Result<(), StoreError> {
    tx.execute(&sql::FREE, &args![goal])?;
    Ok(())
}

/// The plan stands in that order from now on.
///
/// # Errors
/// Those of the database.
pub fn order(tx: &Tx, person: PersonId, ids: &[PlannedId]) -> Result<(), StoreError> {
    for (at, id) in ids.iter().enumerate() {
        tx.execute(&sql::PLACE, &args![*id, person, at])?;
    }
    Ok(())
}

/// Takes one out of the plan, which the caller knows to be the person's.
///
/// # Errors
/// Those of the database.
pub fn remove(tx: &Tx, id: PlannedId, person: PersonId) -> Result<(), StoreError> {
    tx.execute(&sql::UNSET, &args![id])?;
    tx.execute(&sql::REMOVE, &args![id, person])?;
    Ok(())
}

/// These are its milestones from now on.
///
/// # Errors
/// Those of the database.
pub fn set(tx: &Tx, id: PlannedId, milestones: &[Milestone]) -> Result<(), StoreError> {
    tx.execute(&sql::UNSET, &args![id])?;
    for it in milestones {
        tx.execute(&sql::SET, &args![id, it.kind.as_str(), it.on.to_string()])?;
    }
    Ok(())
}

/// The plan of a person, in its order; two statements.
///
/// # Errors
/// Those of the database.
pub fn of_person(tx: &Tx, person: PersonId) -> Result<Vec<Kept>, StoreError> {
    let mut milestones: BTreeMap<PlannedId, Vec<Milestone>> = BTreeMap::new();
    for row in tx.rows(&sql::MILESTONES, &args![person])? {
        let on = day(&row, "on_day")?;
        let it = Milestone {
            on: on.ok_or_else(|| row.inconsistent("on_day", "found no day"))?,
            kind: row.parse("kind", MilestoneKind::parse)?,
        };
        let of: PlannedId = row.get("planned_id")?;
        milestones.entry(of).or_default().push(it);
    }
    let rows = tx.rows(&sql::OF_PERSON, &args![person])?;
    rows.iter()
        .map(|row| {
            let id: PlannedId = row.get("id")?;
            Ok(Kept {
                id,
                goal: row.get("goal_id")?,
                micro_credential: row.get("micro_credential_id")?,
                slug: row.get("slug")?,
                title: row.get("title")?,
                pursuit: row.get("pursuit_id")?,
                progress: progress(row)?,
                milestones: milestones.remove(&id).unwrap_or_default(),
            })
        })
        .collect()
}

fn progress(row: &Row) -> Result<Option<Progress>, StoreError> {
    if row.get::<Option<String>>("state")?.is_none() {
        return Ok(None);
    }
    let state = row.parse("state", StateName::parse)?;
    let attempt = row.get("attempt")?;
    Ok(Some(Progress { state, attempt }))
}

/// A published micro-credential by its name in addresses.
///
/// # Errors
/// Those of the database.
pub fn offered(tx: &Tx, slug: &str) -> Result<Option<MicroCredentialId>, StoreError> {
    let row = tx.optional(&sql::OFFERED, &args![slug])?;
    row.map(|row| row.get("id")).transpose()
}
