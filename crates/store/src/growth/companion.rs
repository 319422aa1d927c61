//! Those who accompany a pursuit, and those who are invited to.

use domain::growth::{CompanionRole, Invitation};
use domain::ids::{CompanionInvitationId, PersonId, PursuitId};
use domain::people::EmailAddress;
use domain::pursuit::StateName;
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// Somebody accompanies from now on, or again.
        JOIN = "INSERT INTO companion (pursuit_id, person_id, role, since) VALUES ($1, $2, $3, $4)
                ON CONFLICT (pursuit_id, person_id) DO UPDATE
                SET role = excluded.role, since = excluded.since, ended_at = NULL";
        /// They do no longer; the row stays, since conflicts rest on it.
        LEAVE = "UPDATE companion SET ended_at = $3
                 WHERE pursuit_id = $1 AND person_id = $2 AND ended_at IS NULL";
        /// Those who accompany a pursuit.
        OF_PURSUIT = "SELECT companion.person_id, companion.role, companion.since, person.name
                      FROM companion JOIN person ON person.id = companion.person_id
                      WHERE companion.pursuit_id = $1 AND companion.ended_at IS NULL
                      ORDER BY companion.since, companion.person_id";
        /// What a person accompanies, the newest first.
        OF_PERSON = "SELECT companion.pursuit_id, companion.role, companion.since, person.name,
                            version.title, pursuit.state
                     FROM companion
                     JOIN pursuit ON pursuit.id = companion.pursuit_id
                     JOIN person ON person.id = pursuit.person_id
                     JOIN version ON version.id = pursuit.version_id
                     WHERE companion.person_id = $1 AND companion.ended_at IS NULL
                     ORDER BY companion.since DESC, companion.pursuit_id LIMIT 200";
        /// An invitation, unless the address has an open one.
        INVITE = "INSERT INTO companion_invitation (id, pursuit_id, address, role, invited_at)
                  VALUES ($1, $2, $3, $4, $5)
                  ON CONFLICT (pursuit_id, address) WHERE answer IS NULL DO NOTHING";
        /// It has its answer.
        ANSWER = "UPDATE companion_invitation SET answer = $2, answered_at = $3
                  WHERE id = $1 AND answer IS NULL";
        /// By its id.
        FIND = "SELECT id, pursuit_id, address, role, invited_at, answer FROM companion_invitation WHERE id = $1";
        /// Open invitations to accompany a pursuit.
        INVITED = "SELECT id, pursuit_id, address, role, invited_at, answer FROM companion_invitation
                   WHERE pursuit_id = $1 AND answer IS NULL ORDER BY id";
        /// Open invitations to the addresses of a person, but for work that they judge: it would tell
        /// them whose it is.
        TO_PERSON = "SELECT companion_invitation.id, companion_invitation.role,
                            companion_invitation.invited_at, person.name, version.title
                     FROM email_address
                     JOIN companion_invitation ON companion_invitation.address = email_address.address
                       AND companion_invitation.answer IS NULL
                     JOIN pursuit ON pursuit.id = companion_invitation.pursuit_id
                     JOIN person ON person.id = pursuit.person_id
                     JOIN version ON version.id = pursuit.version_id
                     WHERE email_address.person_id = $1
                       AND NOT EXISTS (
                         SELECT review.id FROM submission
                         JOIN review ON review.submission_id = submission.id
                         WHERE submission.pursuit_id = companion_invitation.pursuit_id
                           AND review.assessor_id = $1)
                     ORDER BY companion_invitation.invited_at DESC, companion_invitation.id LIMIT 200";
        /// Does a person hold, or did they hold, a review of a pursuit?
        JUDGES = "SELECT review.id FROM submission
                  JOIN review ON review.submission_id = submission.id
                  WHERE submission.pursuit_id = $1 AND review.assessor_id = $2 LIMIT 1";
    }
}

/// Somebody who accompanies a pursuit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Companion {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// As what.
    pub role: CompanionRole,
    /// Since when.
    pub since: Timestamp,
}

/// A pursuit that a person accompanies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accompanied {
    /// Which.
    pub pursuit: PursuitId,
    /// Whose: their name.
    pub educator: String,
    /// What is worked on.
    pub title: String,
    /// Its state.
    pub state: StateName,
    /// As what.
    pub role: CompanionRole,
    /// Since when.
    pub since: Timestamp,
}

/// An invitation as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// Its id.
    pub id: CompanionInvitationId,
    /// To accompany which pursuit.
    pub pursuit: PursuitId,
    /// To which address.
    pub address: EmailAddress,
    /// As what.
    pub role: CompanionRole,
    /// When.
    pub invited_at: Timestamp,
    /// It has no answer yet.
    pub is_open: bool,
}

/// An invitation as its receiver sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// Its id.
    pub id: CompanionInvitationId,
    /// Who invites.
    pub educator: String,
    /// What they work on.
    pub title: String,
    /// As what.
    pub role: CompanionRole,
    /// When.
    pub invited_at: Timestamp,
}

/// Somebody accompanies a pursuit from now on.
///
/// # Errors
/// Those of the database.
pub fn join(
    tx: &Tx,
    pursuit: PursuitId,
    person: PersonId,
    role: CompanionRole,
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.execute(&sql::JOIN, &args![pursuit, person, role.as_str(), now])?;
    Ok(())
}

/// Somebody accompanies it no longer; answers whether they did.
///
/// # Errors
/// Those of the database.
pub fn leave(
    tx: &Tx,
    pursuit: PursuitId,
    person: PersonId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::LEAVE, &args![pursuit, person, now])? == 1)
}

/// Those who accompany a pursuit.
///
/// # Errors
/// Those of the database.
pub fn of_pursuit(tx: &Tx, pursuit: PursuitId) -> Result<Vec<Companion>, StoreError> {
    let rows = tx.rows(&sql::OF_PURSUIT, &args![pursuit])?;
    rows.iter()
        .map(|row| {
            Ok(Companion {
                person: row.get("person_id")?,
                name: row.get("name")?,
                role: role(row)?,
                since: row.get("since")?,
            })
        })
        .collect()
}

/// What a person accompanies; at most 200, the newest first.
///
/// # Errors
/// Those of the database.
pub fn of_person(tx: &Tx, person: PersonId) -> Result<Vec<Accompanied>, StoreError> {
    let rows = tx.rows(&sql::OF_PERSON, &args![person])?;
    rows.iter()
        .map(|row| {
            Ok(Accompanied {
                pursuit: row.get("pursuit_id")?,
                educator: row.get("name")?,
                title: row.get("title")?,
                state: row.parse("state", StateName::parse)?,
                role: role(row)?,
                since: row.get("since")?,
            })
        })
        .collect()
}

/// Keeps an invitation; answers whether the address had none.
///
/// # Errors
/// Those of the database.
pub fn invite(
    tx: &Tx,
    id: CompanionInvitationId,
    pursuit: PursuitId,
    it: &Invitation,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let row = args![id, pursuit, it.email.as_str(), it.role.as_str(), now];
    Ok(tx.execute(&sql::INVITE, &row)? == 1)
}

/// Keeps the answer to an invitation, a word of the column; answers whether it was open.
///
/// # Errors
/// Those of the database.
pub fn answer(
    tx: &Tx,
    id: CompanionInvitationId,
    word: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::ANSWER, &args![id, word, now])? == 1)
}

/// The invitation of that id.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx, id: CompanionInvitationId) -> Result<Option<Invited>, StoreError> {
    let row = tx.optional(&sql::FIND, &args![id])?;
    row.as_ref().map(invited).transpose()
}

/// Open invitations to accompany a pursuit.
///
/// # Errors
/// Those of the database.
pub fn open(tx: &Tx, pursuit: PursuitId) -> Result<Vec<Invited>, StoreError> {
    let rows = tx.rows(&sql::INVITED, &args![pursuit])?;
    rows.iter().map(invited).collect()
}

/// Open invitations to a person; at most 200, the newest first.
///
/// # Errors
/// Those of the database.
pub fn to_person(tx: &Tx, person: PersonId) -> Result<Vec<Received>, StoreError> {
    let rows = tx.rows(&sql::TO_PERSON, &args![person])?;
    rows.iter()
        .map(|row| {
            Ok(Received {
                id: row.get("id")?,
                educator: row.get("name")?,
                title: row.get("title")?,
                role: role(row)?,
                invited_at: row.get("invited_at")?,
            })
        })
        .collect()
}

/// Has a person been given a review of any attempt of a pursuit?
///
/// # Errors
/// Those of the database.
pub fn judges(tx: &Tx, pursuit: PursuitId, person: PersonId) -> Result<bool, StoreError> {
    Ok(tx
        .optional(&sql::JUDGES, &args![pursuit, person])?
        .is_some())
}

fn role(row: &Row) -> Result<CompanionRole, StoreError> {
    row.parse("role", CompanionRole::parse)
}

fn invited(row: &Row) -> Result<Invited, StoreError> {
    Ok(Invited {
        id: row.get("id")?,
        pursuit: row.get("pursuit_id")?,
        address: row.parse("address", |it| EmailAddress::parse("address", it).ok())?,
        role: role(row)?,
        invited_at: row.get("invited_at")?,
        is_open: row.get::<Option<String>>("answer")?.is_none(),
    })
}
