//! Invitations to hold a role in an organization.

use domain::{
    ids::{InvitationId, OrganizationId, PersonId},
    people::{EmailAddress, Role},
};
use jiff::Timestamp;

use super::person::Reach;
use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more, unless the same is open.
        INSERT = "INSERT INTO invitation
                    (id, organization_id, role, address, invited_by, created_at, expires_at, sendings)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, 1)
                  ON CONFLICT (organization_id, address, role) WHERE accepted_at IS NULL AND withdrawn_at IS NULL
                  DO NOTHING";
        /// By its id, with the organization's name.
        FIND = "SELECT invitation.id, organization_id, organization.name, role, address, invited_by,
                  invitation.created_at, expires_at, sendings, withdrawn_at, accepted_at, accepted_by
                FROM invitation JOIN organization ON organization.id = invitation.organization_id
                WHERE invitation.id = $1";
        /// The open one of an address and role.
        OPEN = "SELECT invitation.id, organization_id, organization.name, role, address, invited_by,
                  invitation.created_at, expires_at, sendings, withdrawn_at, accepted_at, accepted_by
                FROM invitation JOIN organization ON organization.id = invitation.organization_id
                WHERE organization_id = $1 AND address = $2 AND role = $3
                  AND accepted_at IS NULL AND withdrawn_at IS NULL";
        /// Those to organizations within a reach, before an id, newest first.
        BEFORE = "WITH RECURSIVE below (id) AS (
                    SELECT organization_id FROM membership
                    WHERE person_id = $1 AND role = $2 AND since <= $3 AND (until IS NULL OR until > $3)
                    UNION
                    SELECT organization.id FROM organization JOIN below ON organization.parent_id = below.id
                  )
                  SELECT invitation.id, organization_id, organization.name, role, address, invited_by,
                    invitation.created_at, expires_at, sendings, withdrawn_at, accepted_at, accepted_by
                  FROM invitation JOIN organization ON organization.id = invitation.organization_id
                  WHERE invitation.id < $4 AND organization_id IN (SELECT id FROM below)
                  ORDER BY invitation.id DESC LIMIT $5";
        /// It is sent once more.
        RESEND = "UPDATE invitation SET expires_at = $2, sendings = sendings + 1
                  WHERE id = $1 AND accepted_at IS NULL AND withdrawn_at IS NULL";
        /// It is taken back.
        WITHDRAW = "UPDATE invitation SET withdrawn_at = $2
                    WHERE id = $1 AND accepted_at IS NULL AND withdrawn_at IS NULL";
        /// It is accepted.
        ACCEPT = "UPDATE invitation SET accepted_at = $3, accepted_by = $2
                  WHERE id = $1 AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > $3";
    }
}

/// An invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Sorts by time; the secret of its link follows from it and the master key.
    pub id: InvitationId,
    /// Where.
    pub organization: OrganizationId,
    /// The organization's name.
    pub organization_name: String,
    /// As what.
    pub role: Role,
    /// To whom.
    pub address: EmailAddress,
    /// By whom.
    pub invited_by: PersonId,
    /// When it was sent first.
    pub created_at: Timestamp,
    /// When it stops counting.
    pub expires_at: Timestamp,
    /// How often it was sent.
    pub sendings: u32,
    /// When it was taken back.
    pub withdrawn_at: Option<Timestamp>,
    /// When it was accepted.
    pub accepted_at: Option<Timestamp>,
    /// By whom.
    pub accepted_by: Option<PersonId>,
}

/// A new invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewInvitation {
    /// Sorts by time.
    pub id: InvitationId,
    /// Where.
    pub organization: OrganizationId,
    /// As what.
    pub role: Role,
    /// To whom.
    pub address: EmailAddress,
    /// By whom.
    pub invited_by: PersonId,
    /// When it stops counting.
    pub expires_at: Timestamp,
}

/// Keeps a new invitation; answers whether none to the same address and role was open.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &Tx, it: &NewInvitation, now: Timestamp) -> Result<bool, StoreError> {
    let row = args![
        it.id,
        it.organization,
        it.role.as_str(),
        it.address.as_str(),
        it.invited_by,
        now,
        it.expires_at
    ];
    Ok(tx.execute(&sql::INSERT, &row)? == 1)
}

/// The invitation of that id.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx, id: InvitationId) -> Result<Option<Invitation>, StoreError> {
    let row = tx.optional(&sql::FIND, &args![id])?;
    row.as_ref().map(invitation).transpose()
}

/// The open invitation to an address and role, whether it has expired or not.
///
/// # Errors
/// Those of the database.
pub fn open(
    tx: &Tx,
    organization: OrganizationId,
    address: &EmailAddress,
    role: Role,
) -> Result<Option<Invitation>, StoreError> {
    let asked = args![organization, address.as_str(), role.as_str()];
    let row = tx.optional(&sql::OPEN, &asked)?;
    row.as_ref().map(invitation).transpose()
}

/// Invitations to organizations within a reach, before an id, newest first.
///
/// # Errors
/// Those of the database.
pub fn before(
    tx: &Tx,
    reach: &Reach,
    before: Option<InvitationId>,
    limit: u32,
) -> Result<Vec<Invitation>, StoreError> {
    let before = before.map_or_else(|| "~".to_owned(), |id| id.to_string());
    let asked = args![reach.person, reach.role.as_str(), reach.at, before, limit];
    let rows = tx.rows(&sql::BEFORE, &asked)?;
    rows.iter().map(invitation).collect()
}

/// Notes that an open invitation is sent once more, and until when it counts now.
///
/// # Errors
/// Those of the database.
pub fn resend(tx: &Tx, id: InvitationId, expires_at: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::RESEND, &args![id, expires_at])? == 1)
}

/// Takes an open invitation back; answers whether it was open.
///
/// # Errors
/// Those of the database.
pub fn withdraw(tx: &Tx, id: InvitationId, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::WITHDRAW, &args![id, now])? == 1)
}

/// Accepts an open invitation in time; answers whether it was.
///
/// # Errors
/// Those of the database.
pub fn accept(
    tx: &Tx,
    id: InvitationId,
    person: PersonId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::ACCEPT, &args![id, person, now])? == 1)
}

fn invitation(row: &Row) -> Result<Invitation, StoreError> {
    Ok(Invitation {
        id: row.get("id")?,
        organization: row.get("organization_id")?,
        organization_name: row.get("name")?,
        role: row.parse("role", Role::parse)?,
        address: row.parse("address", |text| EmailAddress::parse("address", text).ok())?,
        invited_by: row.get("invited_by")?,
        created_at: row.get("created_at")?,
        expires_at: row.get("expires_at")?,
        sendings: row.get("sendings")?,
        withdrawn_at: row.get("withdrawn_at")?,
        accepted_at: row.get("accepted_at")?,
        accepted_by: row.get("accepted_by")?,
    })
}
