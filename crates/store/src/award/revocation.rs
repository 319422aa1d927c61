//! Proposals to take awards back, and what became of them.

use domain::award::revocation::{Revocation, RevocationState};
use domain::ids::{AwardId, CredentialId, OrganizationId, PersonId, RevocationId, StatusListId};
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more, unless one waits or the award is taken back.
        PROPOSE = "INSERT INTO revocation (id, award_id, reason, proposed_by, proposed_at, state)
                   VALUES ($1, $2, $3, $4, $5, 'proposed')
                   ON CONFLICT (award_id) WHERE state <> 'dropped' DO NOTHING";
        /// One of them.
        FIND = "SELECT id, award_id, reason, proposed_by, proposed_at, state FROM revocation WHERE id = $1";
        /// What became of it.
        END = "UPDATE revocation SET state = $2, ended_by = $3, ended_at = $4
               WHERE id = $1 AND state = 'proposed'";
        /// Why an award was taken back, and when.
        REASON = "SELECT reason, ended_at FROM revocation
                  WHERE award_id = $1 AND state = 'confirmed' AND state <> 'dropped'";
        /// The editions of an award that count.
        EDITIONS = "SELECT id, status_list_id FROM credential WHERE award_id = $1 AND state <> 'revoked'";
        /// Whose an award is, and who issued it, with its title.
        AWARD = "SELECT a.person_id, a.organization_id, a.awarded_at, v.title
                 FROM award a JOIN version v ON v.id = a.version_id WHERE a.id = $1";
        /// Proposals that wait, of issuers where a person holds one of three roles, oldest first.
        WAITING_LED = "WITH RECURSIVE led (id) AS (
                         SELECT m.organization_id FROM membership m
                         WHERE m.person_id = $1 AND m.role IN ('lead-assessor', 'programme-manager', 'administrator')
                           AND m.since <= $2 AND (m.until IS NULL OR m.until > $2)
                         UNION
                         SELECT o.id FROM led l JOIN organization o ON o.parent_id = l.id
                       )
                       SELECT r.id, r.award_id, r.reason, r.proposed_by, r.proposed_at, r.state,
                         v.title, h.name AS holder, p.name AS proposer, a.awarded_at
                       FROM revocation r
                       CROSS JOIN award a
                       CROSS JOIN version v
                       CROSS JOIN person h
                       CROSS JOIN person p
                       WHERE r.state = 'proposed' AND r.proposed_at > 0 AND a.id = r.award_id AND v.id = a.version_id
                         AND h.id = a.person_id AND p.id = r.proposed_by
                         AND a.organization_id IN (SELECT id FROM led)
                       ORDER BY r.proposed_at, r.id LIMIT $3";
    }
}

/// Whose an award is, and who issued it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Awarded {
    /// Its holder.
    pub holder: PersonId,
    /// Its issuer.
    pub issuer: OrganizationId,
    /// Title of the micro-credential.
    pub title: String,
}

/// A proposal that waits, as those see it who may decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingRevocation {
    /// The proposal.
    pub revocation: Revocation,
    /// Title of the micro-credential.
    pub title: String,
    /// The holder's name.
    pub holder: String,
    /// Name of whoever proposed it.
    pub proposer: String,
    /// When it was awarded.
    pub awarded_at: Timestamp,
}

/// Keeps a proposal; `false` if one waits, or the award is taken back.
///
/// # Errors
/// Those of the database.
pub fn propose(tx: &Tx, it: &Revocation) -> Result<bool, StoreError> {
    let row = args![it.id, it.award, &it.reason, it.proposed_by, it.proposed_at];
    Ok(tx.execute(&sql::PROPOSE, &row)? == 1)
}

/// A proposal.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx, id: RevocationId) -> Result<Option<Revocation>, StoreError> {
    tx.optional(&sql::FIND, &args![id])?
        .as_ref()
        .map(revocation)
        .transpose()
}

/// Notes what became of a proposal; `false` if that is known.
///
/// # Errors
/// Those of the database.
pub fn end(
    tx: &Tx,
    id: RevocationId,
    state: RevocationState,
    by: PersonId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::END, &args![id, state.as_str(), by, now])? == 1)
}

/// Why an award was taken back and when, if it was.
///
/// # Errors
/// Those of the database.
pub fn reason(tx: &Tx, award: AwardId) -> Result<Option<(String, Timestamp)>, StoreError> {
    tx.optional(&sql::REASON, &args![award])?
        .map(|row| Ok((row.get("reason")?, row.get("ended_at")?)))
        .transpose()
}

/// The editions of an award that are not revoked, each with its status list.
///
/// # Errors
/// Those of the database.
pub fn editions(tx: &Tx, award: AwardId) -> Result<Vec<(CredentialId, StatusListId)>, StoreError> {
    let rows = tx.rows(&sql::EDITIONS, &args![award])?;
    rows.iter()
        .map(|row| Ok((row.get("id")?, row.get("status_list_id")?)))
        .collect()
}

/// Whose an award is, and who issued it.
///
/// # Errors
/// Those of the database.
pub fn awarded(tx: &Tx, award: AwardId) -> Result<Option<Awarded>, StoreError> {
    tx.optional(&sql::AWARD, &args![award])?
        .map(|row| {
            Ok(Awarded {
                holder: row.get("person_id")?,
                issuer: row.get("organization_id")?,
                title: row.get("title")?,
            })
        })
        .transpose()
}

/// Proposals that wait, of issuers where a person may decide, oldest first.
///
/// # Errors
/// Those of the database.
pub fn waiting(
    tx: &Tx,
    person: PersonId,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<WaitingRevocation>, StoreError> {
    let rows = tx.rows(&sql::WAITING_LED, &args![person, now, limit])?;
    rows.iter()
        .map(|row| {
            Ok(WaitingRevocation {
                revocation: revocation(row)?,
                title: row.get("title")?,
                holder: row.get("holder")?,
                proposer: row.get("proposer")?,
                awarded_at: row.get("awarded_at")?,
            })
        })
        .collect()
}

fn revocation(row: &Row) -> Result<Revocation, StoreError> {
    Ok(Revocation {
        id: row.get("id")?,
        award: row.get("award_id")?,
        reason: row.get("reason")?,
        proposed_by: row.get("proposed_by")?,
        proposed_at: row.get("proposed_at")?,
        state: row.parse("state", RevocationState::parse)?,
    })
}
