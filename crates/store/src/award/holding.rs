//! Awards: who holds what, by which decision, and who may see it.

use domain::award::Visibility;
use domain::ids::{AwardId, DecisionId, OrganizationId, PersonId, PursuitId, VersionId};
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more, unless its decision has led to one.
        INSERT = "INSERT INTO award (id, decision_id, pursuit_id, person_id, organization_id, version_id, visibility, awarded_at)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                  ON CONFLICT (decision_id) DO NOTHING";
        /// The award that a decision led to.
        OF_DECISION = "SELECT id FROM award WHERE decision_id = $1";
        /// One by its id.
        FIND = "SELECT id, decision_id, pursuit_id, person_id, organization_id, version_id, visibility, awarded_at
                FROM award WHERE id = $1";
        /// Who may see it from now on.
        SHOW_TO = "UPDATE award SET visibility = $2 WHERE id = $1";
        /// The name that a person has now.
        NAME_OF = "SELECT name FROM person WHERE id = $1";
    }
}

/// An award as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Award {
    /// Random, since it is public.
    pub id: AwardId,
    /// The decision that it follows from.
    pub decision: DecisionId,
    /// The pursuit that it ends.
    pub pursuit: PursuitId,
    /// Who holds it.
    pub person: PersonId,
    /// Who awards it.
    pub organization: OrganizationId,
    /// For which version.
    pub version: VersionId,
    /// Who may see it.
    pub visibility: Visibility,
    /// When it was decided.
    pub awarded_at: Timestamp,
}

/// Keeps an award; `false` if its decision has led to one already.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &Tx, award: &Award) -> Result<bool, StoreError> {
    let row = args![
        award.id,
        award.decision,
        award.pursuit,
        award.person,
        award.organization,
        award.version,
        award.visibility.as_str(),
        award.awarded_at
    ];
    Ok(tx.execute(&sql::INSERT, &row)? == 1)
}

/// The award that a decision has led to.
///
/// # Errors
/// Those of the database.
pub fn of_decision(tx: &Tx, decision: DecisionId) -> Result<Option<AwardId>, StoreError> {
    let row = tx.optional(&sql::OF_DECISION, &args![decision])?;
    row.map(|row| row.get("id")).transpose()
}

/// One award.
///
/// # Errors
/// Those of the database.
pub fn find(tx: &Tx, id: AwardId) -> Result<Option<Award>, StoreError> {
    tx.optional(&sql::FIND, &args![id])?
        .map(|row| award(&row))
        .transpose()
}

/// Sets who may see an award; `false` if there is none of that id.
///
/// # Errors
/// Those of the database.
pub fn show_to(tx: &Tx, id: AwardId, visibility: Visibility) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::SHOW_TO, &args![id, visibility.as_str()])? == 1)
}

/// The name that a person has now, to be signed as it is.
///
/// # Errors
/// Those of the database.
pub fn name_of(tx: &Tx, person: PersonId) -> Result<String, StoreError> {
    tx.one(&sql::NAME_OF, &args![person])?.get("name")
}

fn award(row: &Row) -> Result<Award, StoreError> {
    Ok(Award {
        id: row.get("id")?,
        decision: row.get("decision_id")?,
        pursuit: row.get("pursuit_id")?,
        person: row.get("person_id")?,
        organization: row.get("organization_id")?,
        version: row.get("version_id")?,
        visibility: row.parse("visibility", Visibility::parse)?,
        awarded_at: row.get("awarded_at")?,
    })
}
