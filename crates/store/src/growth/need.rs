//! Needs: the dated priorities of organizations.

use domain::growth::Need;
use domain::ids::{NeedId, OrganizationId, PersonId};
use domain::people::Role;
use jiff::Timestamp;

use super::{day, grouped};
use crate::people::person::Reach;
use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more.
        INSERT = "INSERT INTO need (id, organization_id, title, reason, starts_on, ends_on,
                                    published_by, published_at, changed_at, told_through)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, '')";
        /// It says something else now.
        CHANGE = "UPDATE need SET title = $2, reason = $3, starts_on = $4, ends_on = $5, changed_at = $6
                  WHERE id = $1 AND ended_at IS NULL";
        /// It ends before its day.
        FINISH = "UPDATE need SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL";
        /// It names a competency.
        NAME = "INSERT INTO need_competency (need_id, competency, name) VALUES ($1, $2, $3)
                ON CONFLICT (need_id, competency) DO NOTHING";
        /// It names none any more.
        UNNAME = "DELETE FROM need_competency WHERE need_id = $1";
        /// By its id.
        FIND = "SELECT need.id, need.organization_id, organization.name AS organization,
                       organization.time_zone, title, reason, starts_on, ends_on, published_at,
                       ended_at, need_competency.name
                FROM need
                JOIN organization ON organization.id = need.organization_id
                LEFT JOIN need_competency ON need_competency.need_id = need.id
                WHERE need.id = $1
                ORDER BY need_competency.competency";
        /// Those of the organizations where somebody is an educator, and of all above, that have
        /// not ended; the newest first.
        OF_EDUCATOR = "WITH RECURSIVE above (id) AS (
                         SELECT organization_id FROM membership
                         WHERE person_id = $1 AND role = 'educator' AND since <= $2
                           AND (until IS NULL OR until > $2)
                         UNION
                         SELECT organization.parent_id FROM organization
                         JOIN above ON organization.id = above.id
                         WHERE organization.parent_id IS NOT NULL
                       ),
                       open (id) AS (
                         SELECT need.id FROM above JOIN need ON need.organization_id = above.id
                         WHERE need.ended_at IS NULL AND (need.ends_on IS NULL OR need.ends_on >= $3)
                         ORDER BY need.starts_on DESC, need.id LIMIT 200
                       )
                       SELECT need.id, need.organization_id, organization.name AS organization,
                              organization.time_zone, title, reason, starts_on, ends_on,
                              published_at, ended_at, need_competency.name
                       FROM open
                       JOIN need ON need.id = open.id
                       JOIN organization ON organization.id = need.organization_id
                       LEFT JOIN need_competency ON need_competency.need_id = need.id
                       ORDER BY need.starts_on DESC, need.id, need_competency.competency";
        /// Those within the reach of a leader before one, the newest first.
        REACHED = "WITH RECURSIVE below (id) AS (
                     SELECT organization_id FROM membership
                     WHERE person_id = $1 AND role = $2 AND since <= $3 AND (until IS NULL OR until > $3)
                     UNION
                     SELECT organization.id FROM organization JOIN below ON organization.parent_id = below.id
                   ),
                   chosen (id) AS (
                     SELECT need.id FROM below JOIN need ON need.organization_id = below.id
                     WHERE need.id < $4 ORDER BY need.id DESC LIMIT $5
                   )
                   SELECT need.id, need.organization_id, organization.name AS organization,
                          organization.time_zone, title, reason, starts_on, ends_on, published_at,
                          ended_at, need_competency.name
                   FROM chosen
                   JOIN need ON need.id = chosen.id
                   JOIN organization ON organization.id = need.organization_id
                   LEFT JOIN need_competency ON need_competency.need_id = need.id
                   ORDER BY need.id DESC, need_competency.competency";
        /// Educators of an organization and of all below, after one.
        EDUCATORS = "WITH RECURSIVE below (id) AS (
                       SELECT id FROM organization WHERE id = $1
                       UNION
                       SELECT organization.id FROM organization JOIN below ON organization.parent_id = below.id
                     )
                     SELECT DISTINCT membership.person_id
                     FROM below JOIN membership ON membership.organization_id = below.id
                     WHERE membership.role = 'educator' AND since <= $2 AND (until IS NULL OR until > $2)
                       AND membership.person_id > $3
                     ORDER BY membership.person_id LIMIT $4";
        /// How far its letters have come.
        TOLD = "SELECT told_through, told_at FROM need WHERE id = $1";
        /// They have come further.
        TELL = "UPDATE need SET told_through = $2, told_at = $3 WHERE id = $1";
    }
}

/// A need as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Its id.
    pub id: NeedId,
    /// Whose it is.
    pub organization: OrganizationId,
    /// Their name.
    pub organization_name: String,
    /// The zone in which their days end.
    pub time_zone: String,
    /// What it says.
    pub need: Need,
    /// Since when it is published.
    pub published_at: Timestamp,
    /// Since when it has ended, if somebody ended it.
    pub ended_at: Option<Timestamp>,
}

/// A need on its way in.
#[derive(Clone, Copy, Debug)]
pub struct NewNeed<'n> {
    /// Its id.
    pub id: NeedId,
    /// Whose it is.
    pub organization: OrganizationId,
    /// What it says.
    pub need: &'n Need,
    /// Who publishes it.
    pub by: PersonId,
    /// When.
    pub now: Timestamp,
}

/// Keeps a need.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &Tx, new: NewNeed<'_>) -> Result<(), StoreError> {
    let NewNeed { id, need, .. } = new;
    let (from, until) = (need.from.to_string(), need.until.map(|it| it.to_string()));
    tx.execute(
        &sql::INSERT,
        &args![
            id,
            new.organization,
            &need.title,
            &need.reason,
            from,
            until,
            new.by,
            new.now
        ],
    )?;
    name(tx, id, need)
}

fn name(tx: &Tx, id: NeedId, need: &Need) -> Result<(), StoreError> {
    for it in &need.competencies {
        tx.execute(&sql::NAME, &args![id, it.key(), it.as_str()])?;
    }
    Ok(())
}

/// It says something else now; answers whether it was still open.
///
/// # Errors
/// Those of the database.
pub fn change(tx: &Tx, id: NeedId, need: &Need, now: Timestamp) -> Result<bool, StoreError> {
    let (from, until) = (need.from.to_string(), need.until.map(|it| it.to_string()));
    let row = args![id, &need.title, &need.reason, from, until, now];
    if tx.execute(&sql::CHANGE, &row)? == 0 {
        return Ok(false);
    }
    tx.execute(&sql::UNNAME, &args![id])?;
    name(tx, id, need)?;
    Ok(true)
}

/// It ends; answers whether it was still open.
///
/// # Errors
/// Those of the database.
pub fn finish(tx: &Tx, id: NeedId, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::FINISH, &args![id, now])? == 1)
}

/// The need of that id.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx, id: NeedId) -> Result<Option<Kept>, StoreError> {
    Ok(kept(&tx.rows(&sql::FIND, &args![id])?)?.pop())
}

/// The needs that an educator sees: of where they work and of all above, not over on `day`. At
/// most 200, the newest first.
///
/// # Errors
/// Those of the database.
pub fn of_educator(
    tx: &Tx,
    person: PersonId,
    now: Timestamp,
    day: jiff::civil::Date,
) -> Result<Vec<Kept>, StoreError> {
    let asked = args![person, now, day.to_string()];
    kept(&tx.rows(&sql::OF_EDUCATOR, &asked)?)
}

/// The needs within a leader's reach before one, the newest first.
///
/// # Errors
/// Those of the database.
pub fn reached(
    tx: &Tx,
    reach: &Reach,
    before: Option<NeedId>,
    limit: u32,
) -> Result<Vec<Kept>, StoreError> {
    let before = before.map_or_else(|| "~".to_owned(), |it| it.to_string());
    let asked = args![reach.person, reach.role.as_str(), reach.at, before, limit];
    kept(&tx.rows(&sql::REACHED, &asked)?)
}

/// Educators of an organization and of all below, after one, by id.
///
/// # Errors
/// Those of the database.
pub fn educators(
    tx: &Tx,
    organization: OrganizationId,
    now: Timestamp,
    after: &str,
    limit: u32,
) -> Result<Vec<PersonId>, StoreError> {
    let rows = tx.rows(&sql::EDUCATORS, &args![organization, now, after, limit])?;
    rows.iter().map(|row| row.get("person_id")).collect()
}

/// How far the letters of a need have come; nothing when everybody has theirs, or it is gone.
///
/// # Errors
/// Those of the database.
pub fn told_through(tx: &Tx, id: NeedId) -> Result<Option<String>, StoreError> {
    let Some(row) = tx.optional(&sql::TOLD, &args![id])? else {
        return Ok(None);
    };
    let is_told = row.get::<Option<Timestamp>>("told_at")?.is_some();
    let through = row.get("told_through")?;
    Ok((!is_told).then_some(through))
}

/// Its letters have come that far; `done` when that was everybody.
///
/// # Errors
/// Those of the database.
pub fn tell(tx: &Tx, id: NeedId, through: &str, done: Option<Timestamp>) -> Result<(), StoreError> {
    tx.execute(&sql::TELL, &args![id, through, done])?;
    Ok(())
}

/// A leader's reach now.
pub fn reach_of(person: PersonId, at: Timestamp) -> Reach {
    Reach {
        person,
        role: Role::Leader,
        at,
    }
}

fn kept(rows: &[Row]) -> Result<Vec<Kept>, StoreError> {
    let groups = grouped(rows, one)?;
    let with = |(mut it, names): (Kept, _)| {
        it.need.competencies = names;
        it
    };
    Ok(groups.into_iter().map(with).collect())
}

fn one(row: &Row) -> Result<Kept, StoreError> {
    let from = day(row, "starts_on")?;
    Ok(Kept {
        id: row.get("id")?,
        organization: row.get("organization_id")?,
        organization_name: row.get("organization")?,
        time_zone: row.get("time_zone")?,
        need: Need {
            title: row.get("title")?,
            reason: row.get("reason")?,
            competencies: std::collections::BTreeSet::new(),
            from: from.ok_or_else(|| row.inconsistent("starts_on", "found no day"))?,
            until: day(row, "ends_on")?,
        },
        published_at: row.get("published_at")?,
        ended_at: row.get("ended_at")?,
    })
}
