//! Awards of stacks and their signed editions.

use domain::award::{CredentialState, Visibility};
use domain::catalogue::stack::Stack;
use domain::ids::{
    AwardId, CredentialId, OrganizationId, PersonId, StackId, StackVersionId, StatusListId,
};
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more, unless the person has one of that stack.
        INSERT = "INSERT INTO stack_award (id, stack_id, stack_version_id, person_id, organization_id, visibility, counted, awarded_at)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                  ON CONFLICT (person_id, stack_id) DO NOTHING";
        /// Its edition, to be signed.
        INSERT_EDITION = "INSERT INTO stack_credential (id, stack_award_id, status_list_id, status_index, state, holder_name, salt, created_at)
                          VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                          ON CONFLICT (status_list_id, status_index) DO NOTHING";
        /// Signed now; the first signature counts.
        SIGN = "UPDATE stack_credential SET signed = $2, signed_at = $3 WHERE id = $1 AND signed IS NULL";
        /// An award with its newest edition.
        FIND = "SELECT a.id, a.stack_id, a.person_id, a.organization_id, a.visibility, a.awarded_at, a.counted,
                       c.id AS credential_id, c.state, c.holder_name, c.salt, c.signed, c.signed_at,
                       c.status_list_id, c.status_index, l.signed AS list, o.name AS issuer, o.accent, o.time_zone,
                       v.number, v.content, s.slug
                FROM stack_award a
                JOIN stack_credential c ON c.stack_award_id = a.id
                JOIN status_list l ON l.id = c.status_list_id
                JOIN organization o ON o.id = a.organization_id
                JOIN stack_version v ON v.id = a.stack_version_id
                JOIN stack s ON s.id = a.stack_id
                WHERE a.id = $1
                ORDER BY c.created_at DESC, c.id DESC LIMIT 1";
        /// Those of a person, newest first.
        OF_PERSON = "SELECT a.id, a.awarded_at, a.visibility, v.content, o.name AS issuer,
                            (SELECT max(c.signed_at) FROM stack_credential c WHERE c.stack_award_id = a.id) AS signed_at
                     FROM stack_award a
                     JOIN stack_version v ON v.id = a.stack_version_id
                     JOIN organization o ON o.id = a.organization_id
                     WHERE a.person_id = $1 ORDER BY a.awarded_at DESC, a.id DESC LIMIT 50";
        /// That of a person and a stack.
        OF_STACK = "SELECT id FROM stack_award WHERE person_id = $1 AND stack_id = $2";
        /// Who may see it from now on.
        SHOW_TO = "UPDATE stack_award SET visibility = $3 WHERE id = $1 AND person_id = $2";
        /// Is a place in a status list taken?
        AT = "SELECT status_index FROM stack_credential WHERE status_list_id = $1 AND status_index = $2";
        /// The places of a list that are revoked.
        REVOKED = "SELECT status_index FROM stack_credential
                   WHERE status_list_id = $1 AND state = 'revoked' ORDER BY status_index";
    }
}

/// A stack's award to keep.
#[derive(Debug, Clone, PartialEq)]
pub struct NewStackAward<'a> {
    /// Random, since it is public.
    pub id: AwardId,
    /// The stack.
    pub stack: StackId,
    /// The version whose rule is fulfilled.
    pub version: StackVersionId,
    /// Who completed it.
    pub person: PersonId,
    /// Who awards it.
    pub organization: OrganizationId,
    /// The awards that made it complete, as JSON.
    pub counted: &'a str,
    /// When.
    pub now: Timestamp,
}

/// Its edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewStackCredential<'a> {
    /// Random, since it is public.
    pub id: CredentialId,
    /// Of which award.
    pub award: AwardId,
    /// The list that tells whether it is revoked, and the place in it.
    pub place: (StatusListId, u32),
    /// The holder's name as it is signed.
    pub holder_name: &'a str,
    /// Hides the holder's address.
    pub salt: &'a str,
    /// When.
    pub now: Timestamp,
}

/// A stack's award with its newest edition.
#[derive(Debug, Clone, PartialEq)]
pub struct StackAward {
    /// The award.
    pub award: AwardId,
    /// The stack.
    pub stack: StackId,
    /// Who holds it.
    pub person: PersonId,
    /// Who may see it.
    pub visibility: Visibility,
    /// When the stack was complete.
    pub awarded_at: Timestamp,
    /// The awards that made it complete, as JSON.
    pub counted: String,
    /// Its newest edition.
    pub credential: CredentialId,
    /// Whether that counts.
    pub state: CredentialState,
    /// The holder's name as signed.
    pub holder_name: String,
    /// Hides the holder's address.
    pub salt: String,
    /// The signed edition as JSON, once it is signed.
    pub signed: Option<String>,
    /// When it was signed.
    pub signed_at: Option<Timestamp>,
    /// The list that tells whether it is revoked.
    pub status_list: StatusListId,
    /// Its place in that.
    pub status_index: u32,
    /// That list, signed, as JSON.
    pub signed_list: Option<String>,
    /// Who awards it.
    pub organization: OrganizationId,
    /// The issuer's name.
    pub issuer: String,
    /// The issuer's colour.
    pub accent: String,
    /// The issuer's zone.
    pub time_zone: String,
    /// The version's number.
    pub version: u32,
    /// What that says.
    pub content: Stack,
    /// The stack's short name.
    pub slug: String,
}

/// Keeps an award; `false` if the person has one of that stack.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &Tx, it: &NewStackAward<'_>) -> Result<bool, StoreError> {
    let row = args![
        it.id,
        it.stack,
        it.version,
        it.person,
        it.organization,
        Visibility::Private.as_str(),
        it.counted,
        it.now
    ];
    Ok(tx.execute(&sql::INSERT, &row)? == 1)
}

/// Keeps an edition; `false` if its place in the list is taken.
///
/// # Errors
/// Those of the database.
pub fn insert_edition(tx: &Tx, it: &NewStackCredential<'_>) -> Result<bool, StoreError> {
    let row = args![
        it.id,
        it.award,
        it.place.0,
        it.place.1,
        CredentialState::Valid.as_str(),
        it.holder_name,
        it.salt,
        it.now
    ];
    Ok(tx.execute(&sql::INSERT_EDITION, &row)? == 1)
}

/// Keeps the signed form; `false` if there is one already, which stays.
///
/// # Errors
/// Those of the database.
pub fn sign(tx: &Tx, id: CredentialId, signed: &str, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::SIGN, &args![id, signed, now])? == 1)
}

/// A stack's award.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx, id: AwardId) -> Result<Option<StackAward>, StoreError> {
    tx.optional(&sql::FIND, &args![id])?
        .as_ref()
        .map(award)
        .transpose()
}

/// A line of the list of one's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldStack {
    /// The award.
    pub award: AwardId,
    /// When.
    pub awarded_at: Timestamp,
    /// Who may see it.
    pub visibility: Visibility,
    /// When it was signed, if it is.
    pub signed_at: Option<Timestamp>,
    /// What the stack says.
    pub content: Stack,
    /// Name of the issuer.
    pub issuer: String,
}

/// A person's stacks, newest first, at most 50.
///
/// # Errors
/// Those of the database.
pub fn of_person(tx: &Tx, person: PersonId) -> Result<Vec<HeldStack>, StoreError> {
    let read = |row: &Row| {
        Ok(HeldStack {
            award: row.get("id")?,
            awarded_at: row.get("awarded_at")?,
            visibility: row.parse("visibility", Visibility::parse)?,
            signed_at: row.get("signed_at")?,
            content: row.parse("content", |text| serde_json::from_str(text).ok())?,
            issuer: row.get("issuer")?,
        })
    };
    let rows = tx.rows(&sql::OF_PERSON, &args![person])?;
    rows.iter().map(read).collect()
}

/// The award that a person has of a stack.
///
/// # Errors
/// Those of the database.
pub fn of_stack(tx: &Tx, person: PersonId, stack: StackId) -> Result<Option<AwardId>, StoreError> {
    tx.optional(&sql::OF_STACK, &args![person, stack])?
        .map(|row| row.get("id"))
        .transpose()
}

/// Sets who may see a person's award; `false` if they have none of that id.
///
/// # Errors
/// Those of the database.
pub fn show_to(
    tx: &Tx,
    id: AwardId,
    person: PersonId,
    visibility: Visibility,
) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::SHOW_TO, &args![id, person, visibility.as_str()])? == 1)
}

/// Is that place in the list taken by a stack's edition?
///
/// # Errors
/// Those of the database.
pub fn is_taken(tx: &Tx, list: StatusListId, index: u32) -> Result<bool, StoreError> {
    Ok(tx.optional(&sql::AT, &args![list, index])?.is_some())
}

/// The places of a list whose stack editions are revoked.
///
/// # Errors
/// Those of the database.
pub fn revoked(tx: &Tx, list: StatusListId) -> Result<Vec<u32>, StoreError> {
    let rows = tx.rows(&sql::REVOKED, &args![list])?;
    rows.iter().map(|row| row.get("status_index")).collect()
}

fn award(row: &Row) -> Result<StackAward, StoreError> {
    Ok(StackAward {
        award: row.get("id")?,
        stack: row.get("stack_id")?,
        person: row.get("person_id")?,
        visibility: row.parse("visibility", Visibility::parse)?,
        awarded_at: row.get("awarded_at")?,
        counted: row.get("counted")?,
        credential: row.get("credential_id")?,
        state: row.parse("state", CredentialState::parse)?,
        holder_name: row.get("holder_name")?,
        salt: row.get("salt")?,
        signed: row.get("signed")?,
        signed_at: row.get("signed_at")?,
        status_list: row.get("status_list_id")?,
        status_index: row.get("status_index")?,
        signed_list: row.get("list")?,
        organization: row.get("organization_id")?,
        issuer: row.get("issuer")?,
        accent: row.get("accent")?,
        time_zone: row.get("time_zone")?,
        version: row.get("number")?,
        content: row.parse("content", |text| serde_json::from_str(text).ok())?,
        slug: row.get("slug")?,
    })
}
