//! Days on which an issuer does not work.

use domain::ids::OrganizationId;
use jiff::civil::Date;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more, or another name for it.
        ADD = "INSERT INTO holiday (organization_id, day, name) VALUES ($1, $2, $3)
               ON CONFLICT (organization_id, day) DO UPDATE SET name = excluded.name";
        /// It is a business day again.
        REMOVE = "DELETE FROM holiday WHERE organization_id = $1 AND day = $2";
        /// Those of an organization since a day.
        OF_ORGANIZATION = "SELECT day, name FROM holiday WHERE organization_id = $1 AND day >= $2
                           ORDER BY day LIMIT $3";
        /// Issuers where a person manages or leads reviews, by name.
        ISSUERS_LED = "WITH RECURSIVE led (id) AS (
                         SELECT m.organization_id FROM membership m
                         WHERE m.person_id = $1 AND m.role IN ('lead-assessor', 'programme-manager')
                           AND m.since <= $2 AND (m.until IS NULL OR m.until > $2)
                         UNION
                         SELECT o.id FROM led l JOIN organization o ON o.parent_id = l.id
                       )
                       SELECT o.id, o.name, o.time_zone FROM led l JOIN organization o ON o.id = l.id
                       WHERE o.issues = 1 ORDER BY o.name, o.id LIMIT $3";
    }
}

/// A day on which an issuer does not work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// Which.
    pub day: Date,
    /// What it is called.
    pub name: String,
}

/// An issuer whose reviews somebody manages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManagedIssuer {
    /// Which.
    pub id: OrganizationId,
    /// Its name.
    pub name: String,
    /// Its zone, as an IANA name.
    pub time_zone: String,
}

/// Notes a holiday.
///
/// # Errors
/// Those of the database.
pub fn add_holiday(tx: &Tx, of: OrganizationId, it: &Holiday) -> Result<(), StoreError> {
    tx.execute(&sql::ADD, &args![of, it.day.to_string(), &it.name])
        .map(|_| ())
}

/// Takes a holiday back; `false` if there is none on that day.
///
/// # Errors
/// Those of the database.
pub fn remove_holiday(tx: &Tx, of: OrganizationId, day: Date) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::REMOVE, &args![of, day.to_string()])? == 1)
}

/// The holidays of an issuer since a day.
///
/// # Errors
/// Those of the database.
pub fn holidays(
    tx: &Tx,
    of: OrganizationId,
    since: Date,
    limit: u32,
) -> Result<Vec<Holiday>, StoreError> {
    let rows = tx.rows(&sql::OF_ORGANIZATION, &args![of, since.to_string(), limit])?;
    rows.iter().map(holiday).collect()
}

/// The issuers whose reviews a person manages or leads, by name.
///
/// # Errors
/// Those of the database.
pub fn managed_issuers(
    tx: &Tx,
    person: domain::ids::PersonId,
    now: jiff::Timestamp,
    limit: u32,
) -> Result<Vec<ManagedIssuer>, StoreError> {
    let rows = tx.rows(&sql::ISSUERS_LED, &args![person, now, limit])?;
    rows.iter()
        .map(|row| {
            Ok(ManagedIssuer {
                id: row.get("id")?,
                name: row.get("name")?,
                time_zone: row.get("time_zone")?,
            })
        })
        .collect()
}

fn holiday(row: &Row) -> Result<Holiday, StoreError> {
    Ok(Holiday {
        day: row.parse("day", |text| text.parse().ok())?,
        name: row.get("name")?,
    })
}
