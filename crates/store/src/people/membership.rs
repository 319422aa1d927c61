//! Memberships: a person's role in an organization, from a day until a day.

use domain::{
    ids::{MembershipId, OrganizationId, PersonId},
    people::{Actor, Membership, OrganizationKind, Role},
};
use jiff::Timestamp;

use super::person::Reach;
use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more, or one that had ended begins again.
        GRANT = "INSERT INTO membership (id, person_id, organization_id, role, since, until)
                 VALUES ($1, $2, $3, $4, $5, NULL)
                 ON CONFLICT (person_id, organization_id, role)
                 DO UPDATE SET since = excluded.since, until = NULL
                 WHERE membership.until IS NOT NULL AND membership.until <= excluded.since";
        /// By its id.
        FIND = "SELECT id, person_id, organization_id, role, since, until FROM membership WHERE id = $1";
        /// By what it says.
        FIND_SAME = "SELECT id, person_id, organization_id, role, since, until FROM membership
                     WHERE person_id = $1 AND organization_id = $2 AND role = $3";
        /// It ends.
        FINISH = "UPDATE membership SET until = $2 WHERE id = $1 AND (until IS NULL OR until > $2)";
        /// What a person holds at a time.
        OF_PERSON = "SELECT organization_id, role FROM membership
                     WHERE person_id = $1 AND since <= $2 AND (until IS NULL OR until > $2)
                     ORDER BY organization_id, role";
        /// Somebody who holds a role anywhere.
        HOLDER = "SELECT person_id FROM membership
                  WHERE role = $1 AND since <= $2 AND (until IS NULL OR until > $2) LIMIT 1";
        /// What people between two names hold, with the names of the organizations.
        BETWEEN = "SELECT membership.id, person_id, organization_id, organization.name, organization.slug, role
                   FROM person
                   JOIN membership ON membership.person_id = person.id
                   JOIN organization ON organization.id = membership.organization_id
                   WHERE (person.name, person.id) >= ($2, $3) AND (person.name, person.id) <= ($4, $5)
                     AND since <= $1 AND (until IS NULL OR until > $1)
                   ORDER BY person.name, person.id, organization.slug, role LIMIT 5000";
        /// The same within a reach.
        BETWEEN_BELOW = "WITH RECURSIVE below (id) AS (
                     SELECT organization_id FROM membership
                     WHERE person_id = $2 AND role = $3 AND since <= $1 AND (until IS NULL OR until > $1)
                     UNION
                     SELECT organization.id FROM organization JOIN below ON organization.parent_id = below.id
                   )
                   SELECT membership.id, person_id, organization_id, organization.name, organization.slug, role
                   FROM person
                   JOIN membership ON membership.person_id = person.id
                   JOIN organization ON organization.id = membership.organization_id
                   WHERE (person.name, person.id) >= ($4, $5) AND (person.name, person.id) <= ($6, $7)
                     AND since <= $1 AND (until IS NULL OR until > $1)
                     AND organization_id IN (SELECT id FROM below)
                   ORDER BY person.name, person.id, organization.slug, role LIMIT 5000";
        /// What one person holds, and whether it lies within a reach.
        HELD = "WITH RECURSIVE below (id) AS (
                  SELECT organization_id FROM membership
                  WHERE person_id = $2 AND role = $3 AND since <= $4 AND (until IS NULL OR until > $4)
                  UNION
                  SELECT organization.id FROM organization JOIN below ON organization.parent_id = below.id
                )
                SELECT membership.id, person_id, organization_id, organization.name, organization.slug, role,
                  CASE WHEN organization_id IN (SELECT id FROM below) THEN 1 ELSE 0 END AS is_within
                FROM membership JOIN organization ON organization.id = membership.organization_id
                WHERE person_id = $1 AND since <= $4 AND (until IS NULL OR until > $4)
                ORDER BY organization.slug, role LIMIT 1000";
        /// The zone of the organization to which a person has belonged longest.
        ZONE = "SELECT organization.time_zone FROM membership
                JOIN organization ON organization.id = membership.organization_id
                WHERE person_id = $1 AND since <= $2 AND (until IS NULL OR until > $2)
                ORDER BY since, membership.id LIMIT 1";
        /// Where a person works: the organizations of their memberships and all above.
        PLACES = "WITH RECURSIVE above (id) AS (
                    SELECT organization_id FROM membership
                    WHERE person_id = $1 AND since <= $2 AND (until IS NULL OR until > $2)
                    UNION
                    SELECT organization.parent_id FROM organization JOIN above ON organization.id = above.id
                    WHERE organization.parent_id IS NOT NULL
                  )
                  SELECT organization.id, organization.kind, organization.name
                  FROM above JOIN organization ON organization.id = above.id
                  WHERE organization.kind IN ('school', 'district')
                  ORDER BY organization.id";
    }
}

/// A membership as it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: MembershipId,
    /// Whose.
    pub person: PersonId,
    /// Where and as what.
    pub membership: Membership,
    /// From when.
    pub since: Timestamp,
    /// Until when; open if nothing.
    pub until: Option<Timestamp>,
}

/// A membership as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: MembershipId,
    /// Whose.
    pub person: PersonId,
    /// Where and as what.
    pub membership: Membership,
    /// The organization's name.
    pub organization: String,
    /// And its short name.
    pub slug: String,
}

/// A school or district where somebody works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Which.
    pub organization: OrganizationId,
    /// School or district.
    pub kind: OrganizationKind,
    /// Its name.
    pub name: String,
}

/// Gives a person a role; answers whether that is new. One that had ended begins again.
///
/// # Errors
/// Those of the database, also when person or organization is missing.
pub fn grant(
    tx: &Tx,
    id: MembershipId,
    person: PersonId,
    membership: Membership,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let row = args![
        id,
        person,
        membership.organization,
        membership.role.as_str(),
        now
    ];
    Ok(tx.execute(&sql::GRANT, &row)? == 1)
}

/// The membership of that id.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx, id: MembershipId) -> Result<Option<Kept>, StoreError> {
    let row = tx.optional(&sql::FIND, &args![id])?;
    row.as_ref().map(kept).transpose()
}

/// The membership that says this of a person, whether it has ended or not.
///
/// # Errors
/// Those of the database.
pub fn find_same(
    tx: &Tx,
    person: PersonId,
    membership: Membership,
) -> Result<Option<Kept>, StoreError> {
    let asked = args![person, membership.organization, membership.role.as_str()];
    let row = tx.optional(&sql::FIND_SAME, &asked)?;
    row.as_ref().map(kept).transpose()
}

/// Ends a membership; answers whether it was open.
///
/// # Errors
/// Those of the database.
pub fn finish(tx: &Tx, id: MembershipId, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::FINISH, &args![id, now])? == 1)
}

/// A person with every membership that is valid at a time.
///
/// # Errors
/// Those of the database.
pub fn actor_of(tx: &Tx, person: PersonId, now: Timestamp) -> Result<Actor, StoreError> {
    let rows = tx.rows(&sql::OF_PERSON, &args![person, now])?;
    let memberships = rows.iter().map(membership).collect::<Result<_, _>>()?;
    Ok(Actor {
        person,
        memberships,
    })
}

/// Somebody who holds a role anywhere.
///
/// # Errors
/// Those of the database.
pub fn holder_of(tx: &Tx, role: Role, now: Timestamp) -> Result<Option<PersonId>, StoreError> {
    let row = tx.optional(&sql::HOLDER, &args![role.as_str(), now])?;
    row.map(|row| row.get("person_id")).transpose()
}

/// What the people from one to another of a list by name hold: within a reach, or anywhere.
/// At most 5000.
///
/// # Errors
/// Those of the database.
pub fn between(
    tx: &Tx,
    reach: Option<&Reach>,
    first: &super::person::Listed,
    last: &super::person::Listed,
    now: Timestamp,
) -> Result<Vec<Listed>, StoreError> {
    let (from, to) = (first.name.as_str(), last.name.as_str());
    let rows = match reach {
        None => tx.rows(&sql::BETWEEN, &args![now, from, first.id, to, last.id])?,
        Some(reach) => {
            let role = reach.role.as_str();
            let asked = args![reach.at, reach.person, role, from, first.id, to, last.id];
            tx.rows(&sql::BETWEEN_BELOW, &asked)?
        }
    };
    rows.iter().map(listed).collect()
}

/// What a person holds, each with whether it lies within a reach.
///
/// # Errors
/// Those of the database.
pub fn held(tx: &Tx, person: PersonId, reach: &Reach) -> Result<Vec<(Listed, bool)>, StoreError> {
    let role = reach.role.as_str();
    let rows = tx.rows(&sql::HELD, &args![person, reach.person, role, reach.at])?;
    rows.iter()
        .map(|row| Ok((listed(row)?, row.get("is_within")?)))
        .collect()
}

/// The zone in which a person lives, as far as we know: that of the organization to which they have
/// belonged longest, as in the IANA database.
///
/// # Errors
/// Those of the database.
pub fn zone_of(tx: &Tx, person: PersonId, now: Timestamp) -> Result<Option<String>, StoreError> {
    let row = tx.optional(&sql::ZONE, &args![person, now])?;
    row.map(|row| row.get("time_zone")).transpose()
}

/// The schools and districts where a person works: those of their memberships and those above.
///
/// # Errors
/// Those of the database.
pub fn places_of(tx: &Tx, person: PersonId, now: Timestamp) -> Result<Vec<Place>, StoreError> {
    let rows = tx.rows(&sql::PLACES, &args![person, now])?;
    rows.iter()
        .map(|row| {
            Ok(Place {
                organization: row.get("id")?,
                kind: row.parse("kind", OrganizationKind::parse)?,
                name: row.get("name")?,
            })
        })
        .collect()
}

pub(super) fn membership(row: &Row) -> Result<Membership, StoreError> {
    Ok(Membership {
        organization: row.get("organization_id")?,
        role: row.parse("role", Role::parse)?,
    })
}

fn kept(row: &Row) -> Result<Kept, StoreError> {
    Ok(Kept {
        id: row.get("id")?,
        person: row.get("person_id")?,
        membership: membership(row)?,
        since: row.get("since")?,
        until: row.get("until")?,
    })
}

pub(super) fn listed(row: &Row) -> Result<Listed, StoreError> {
    Ok(Listed {
        id: row.get("id")?,
        person: row.get("person_id")?,
        membership: membership(row)?,
        organization: row.get("name")?,
        slug: row.get("slug")?,
    })
}
