//! Micro-credentials while they are written, and the rule by which an issuer publishes.

use domain::catalogue::design::{Design, Standing, TwoPeople};
use domain::ids::{DesignId, MicroCredentialId, OrganizationId, PersonId};
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more.
        INSERT = "INSERT INTO design (id, organization_id, micro_credential_id, standing, title, document, edit,
                                      written_by, written_at, asked_by, created_at)
                  VALUES ($1, $2, $3, 'draft', $4, $5, 1, $6, $7, NULL, $7)";
        /// One by its id.
        FIND = "SELECT design.id, design.organization_id, design.micro_credential_id, design.standing, design.document,
                       design.edit, design.written_by, design.written_at, design.asked_by,
                       organization.name AS issuer, micro_credential.slug
                FROM design
                JOIN organization ON organization.id = design.organization_id
                LEFT JOIN micro_credential ON micro_credential.id = design.micro_credential_id
                WHERE design.id = $1";
        /// What was written, if nobody wrote since.
        SAVE = "UPDATE design SET document = $3, title = $4, written_by = $5, written_at = $6, edit = edit + 1
                WHERE id = $1 AND edit = $2 AND standing = 'draft'";
        /// Where it stands from now on.
        MOVE = "UPDATE design SET standing = $2, asked_by = $3, micro_credential_id = $4 WHERE id = $1";
        /// Those of an issuer that are not published, newest first, before an id.
        OF_ISSUER = "SELECT id, title, standing, written_at FROM design
                     WHERE organization_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3";
        /// Whether an issuer asks for two people.
        RULE = "SELECT two_people FROM publishing_rule WHERE organization_id = $1";
        /// Sets that.
        SET_RULE = "INSERT INTO publishing_rule (organization_id, two_people) VALUES ($1, $2)
                    ON CONFLICT (organization_id) DO UPDATE SET two_people = excluded.two_people";
    }
}

/// A design as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptDesign {
    /// Its id.
    pub id: DesignId,
    /// Whose it is.
    pub organization: OrganizationId,
    /// Name of that.
    pub issuer: String,
    /// The micro-credential whose next version it is, with its name in addresses.
    pub micro_credential: Option<(MicroCredentialId, String)>,
    /// Where it stands.
    pub standing: Standing,
    /// What was written so far.
    pub design: Design,
    /// Grows with every save.
    pub edit: u32,
    /// Who wrote last.
    pub written_by: PersonId,
    /// When.
    pub written_at: Timestamp,
    /// Who asked for its review.
    pub asked_by: Option<PersonId>,
}

/// A design as a line.
#[derive(Debug, Clone, PartialEq)]
pub struct DesignLine {
    /// Its id.
    pub id: DesignId,
    /// Its title, as far as there is one.
    pub title: String,
    /// Where it stands.
    pub standing: Standing,
    /// When somebody wrote last.
    pub written_at: Timestamp,
}

fn written(design: &Design) -> Result<String, StoreError> {
    serde_json::to_string(design).map_err(|error| StoreError::Other(error.to_string()))
}

/// Keeps a new design.
///
/// # Errors
/// Those of the database.
pub fn insert_design(
    tx: &Tx,
    id: DesignId,
    of: (OrganizationId, Option<MicroCredentialId>),
    design: &Design,
    by: (PersonId, Timestamp),
) -> Result<(), StoreError> {
    let row = args![id, of.0, of.1, design.title(), written(design)?, by.0, by.1];
    tx.execute(&sql::INSERT, &row).map(|_| ())
}

/// One design.
///
/// # Errors
/// Those of the database.
pub fn find_design(tx: &Tx, id: DesignId) -> Result<Option<KeptDesign>, StoreError> {
    tx.optional(&sql::FIND, &args![id])?
        .as_ref()
        .map(kept)
        .transpose()
}

/// Keeps what was written on an edit; `false` if somebody wrote since.
///
/// # Errors
/// Those of the database.
pub fn save_design(
    tx: &Tx,
    id: DesignId,
    edit: u32,
    design: &Design,
    by: (PersonId, Timestamp),
) -> Result<bool, StoreError> {
    let row = args![id, edit, written(design)?, design.title(), by.0, by.1];
    Ok(tx.execute(&sql::SAVE, &row)? == 1)
}

/// Sets where a design stands.
///
/// # Errors
/// Those of the database.
pub fn move_design(
    tx: &Tx,
    id: DesignId,
    standing: Standing,
    asked_by: Option<PersonId>,
    micro_credential: Option<MicroCredentialId>,
) -> Result<(), StoreError> {
    let row = args![id, standing.as_str(), asked_by, micro_credential];
    tx.execute(&sql::MOVE, &row).map(|_| ())
}

/// Designs of an issuer, newest first, before one.
///
/// # Errors
/// Those of the database.
pub fn designs_of(
    tx: &Tx,
    organization: OrganizationId,
    before: Option<DesignId>,
    limit: u32,
) -> Result<Vec<DesignLine>, StoreError> {
    let before = before.map_or_else(|| "g".to_owned(), |it| it.to_string());
    let rows = tx.rows(&sql::OF_ISSUER, &args![organization, before, limit])?;
    let line = |row: &Row| {
        Ok(DesignLine {
            id: row.get("id")?,
            title: row.get("title")?,
            standing: row.parse("standing", Standing::parse)?,
            written_at: row.get("written_at")?,
        })
    };
    rows.iter().map(line).collect()
}

/// Does an issuer ask that a second person publishes?
///
/// # Errors
/// Those of the database.
pub fn publishing_rule(tx: &Tx, organization: OrganizationId) -> Result<TwoPeople, StoreError> {
    let row = tx.optional(&sql::RULE, &args![organization])?;
    let needed = row.map_or(Ok(false), |row| row.get("two_people"))?;
    Ok(if needed {
        TwoPeople::Needed
    } else {
        TwoPeople::NotNeeded
    })
}

/// Sets whether an issuer asks for it.
///
/// # Errors
/// Those of the database.
pub fn set_publishing_rule(
    tx: &Tx,
    organization: OrganizationId,
    rule: TwoPeople,
) -> Result<(), StoreError> {
    let row = args![organization, rule == TwoPeople::Needed];
    tx.execute(&sql::SET_RULE, &row).map(|_| ())
}

fn kept(row: &Row) -> Result<KeptDesign, StoreError> {
    let micro_credential: Option<MicroCredentialId> = row.get("micro_credential_id")?;
    let slug: Option<String> = row.get("slug")?;
    Ok(KeptDesign {
        id: row.get("id")?,
        organization: row.get("organization_id")?,
        issuer: row.get("issuer")?,
        micro_credential: micro_credential.zip(slug),
        standing: row.parse("standing", Standing::parse)?,
        design: row.parse("document", |text| serde_json::from_str(text).ok())?,
        edit: row.get("edit")?,
        written_by: row.get("written_by")?,
        written_at: row.get("written_at")?,
        asked_by: row.get("asked_by")?,
    })
}
