//! What recommendations know of the catalogue and of a person's way through it.

use std::collections::{BTreeMap, BTreeSet};

use domain::catalogue::LevelName;
use domain::growth::{Competency, Offer};
use domain::ids::{MicroCredentialId, PersonId, VersionId};
use jiff::Timestamp;

use super::competency;
use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// The offer of a micro-credential from now on.
        PUT = "INSERT INTO growth_offer (micro_credential_id, version_id, level, hours, students_needed)
               VALUES ($1, $2, $3, $4, $5)
               ON CONFLICT (micro_credential_id) DO UPDATE
               SET version_id = excluded.version_id, level = excluded.level, hours = excluded.hours,
                   students_needed = excluded.students_needed";
        /// It answers a competency.
        NAME = "INSERT INTO growth_offer_competency (competency, micro_credential_id, name)
                VALUES ($1, $2, $3) ON CONFLICT (competency, micro_credential_id) DO NOTHING";
        /// It answers none any more.
        UNNAME = "DELETE FROM growth_offer_competency WHERE micro_credential_id = $1";
        /// Published versions of which nothing is known yet.
        UNKNOWN = "SELECT version.micro_credential_id, version.id, version.content
                   FROM micro_credential
                   JOIN version ON version.id = micro_credential.current_version_id
                   LEFT JOIN growth_offer ON growth_offer.version_id = version.id
                   WHERE growth_offer.version_id IS NULL
                   ORDER BY version.id LIMIT $1";
        /// Offers that answer one of the competencies of a person's needs, goals,
        /// self-assessments and awards, with all that they answer.
        WANTED = "WITH RECURSIVE above (id) AS (
                    SELECT organization_id FROM membership
                    WHERE person_id = $1 AND role = 'educator' AND since <= $2
                      AND (until IS NULL OR until > $2)
                    UNION
                    SELECT organization.parent_id FROM organization
                    JOIN above ON organization.id = above.id
                    WHERE organization.parent_id IS NOT NULL
                  ),
                  wanted (competency) AS (
                    SELECT need_competency.competency
                    FROM above
                    JOIN need ON need.organization_id = above.id AND need.ended_at IS NULL
                    JOIN need_competency ON need_competency.need_id = need.id
                    UNION
                    SELECT goal_competency.competency
                    FROM goal JOIN goal_competency ON goal_competency.goal_id = goal.id
                    WHERE goal.person_id = $1
                    UNION
                    SELECT competency FROM self_assessment WHERE person_id = $1
                    UNION
                    SELECT growth_offer_competency.competency
                    FROM award
                    JOIN version ON version.id = award.version_id
                    JOIN growth_offer_competency
                      ON growth_offer_competency.micro_credential_id = version.micro_credential_id
                    WHERE award.person_id = $1
                  ),
                  found (id) AS (
                    SELECT DISTINCT growth_offer_competency.micro_credential_id
                    FROM wanted CROSS JOIN growth_offer_competency
                    WHERE growth_offer_competency.competency = wanted.competency
                    LIMIT $3
                  )
                  SELECT growth_offer.micro_credential_id, micro_credential.slug, version.title,
                         version.competency AS sentence, organization.name AS issuer,
                         growth_offer.level, growth_offer.hours, growth_offer.students_needed,
                         growth_offer_competency.name
                  FROM found CROSS JOIN growth_offer
                  JOIN micro_credential ON micro_credential.id = found.id
                    AND micro_credential.current_version_id = growth_offer.version_id
                  JOIN version ON version.id = growth_offer.version_id AND version.state = 'published'
                  JOIN organization ON organization.id = micro_credential.organization_id
                  JOIN growth_offer_competency ON growth_offer_competency.micro_credential_id = found.id
                  WHERE growth_offer.micro_credential_id = found.id
                  ORDER BY found.id";
        /// What a person holds, with what it answers.
        HELD = "SELECT version.micro_credential_id, version.level, growth_offer_competency.name
                FROM award
                JOIN version ON version.id = award.version_id
                LEFT JOIN growth_offer_competency
                  ON growth_offer_competency.micro_credential_id = version.micro_credential_id
                WHERE award.person_id = $1
                ORDER BY version.micro_credential_id, version.level";
        /// What a person works on.
        UNDER_WAY = "SELECT micro_credential_id FROM pursuit WHERE person_id = $1 AND open = 1";
    }
}

/// An offer as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// What the rule knows of it.
    pub offer: Offer,
    /// Its name in addresses.
    pub slug: String,
    /// The competency in one sentence.
    pub sentence: String,
    /// Who issues it.
    pub issuer: String,
}

/// What somebody holds: which, at which level, answering what.
pub type Held = (MicroCredentialId, LevelName, BTreeSet<Competency>);

/// Keeps what is known of a published version, in the place of what was known before.
///
/// # Errors
/// Those of the database.
pub fn put(tx: &Tx, version: VersionId, it: &Offer) -> Result<(), StoreError> {
    let id = it.micro_credential;
    let row = args![id, version, it.level.as_str(), it.hours, it.students_needed];
    tx.execute(&sql::PUT, &row)?;
    tx.execute(&sql::UNNAME, &args![id])?;
    for name in &it.competencies {
        tx.execute(&sql::NAME, &args![name.key(), id, name.as_str()])?;
    }
    Ok(())
}

/// Published versions of which nothing is known yet, with what they say as JSON.
///
/// # Errors
/// Those of the database.
pub fn unknown(
    tx: &Tx,
    limit: u32,
) -> Result<Vec<(MicroCredentialId, VersionId, String)>, StoreError> {
    let rows = tx.rows(&sql::UNKNOWN, &args![limit])?;
    rows.iter()
        .map(|row| {
            Ok((
                row.get("micro_credential_id")?,
                row.get("id")?,
                row.get("content")?,
            ))
        })
        .collect()
}

/// Offers that answer something that matters to a person.
///
/// # Errors
/// Those of the database.
pub fn wanted(
    tx: &Tx,
    person: PersonId,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<Listed>, StoreError> {
    let rows = tx.rows(&sql::WANTED, &args![person, now, limit])?;
    let mut found: BTreeMap<MicroCredentialId, Listed> = BTreeMap::new();
    for row in &rows {
        let id: MicroCredentialId = row.get("micro_credential_id")?;
        let it = match found.remove(&id) {
            Some(it) => it,
            None => listed(row, id)?,
        };
        let it = found.entry(id).or_insert(it);
        it.offer.competencies.insert(competency(row)?);
    }
    Ok(found.into_values().collect())
}

fn listed(row: &Row, id: MicroCredentialId) -> Result<Listed, StoreError> {
    Ok(Listed {
        offer: Offer {
            micro_credential: id,
            title: row.get("title")?,
            competencies: BTreeSet::new(),
            level: row.parse("level", |it| it.parse().ok())?,
            hours: row.get("hours")?,
            students_needed: row.get("students_needed")?,
        },
        slug: row.get("slug")?,
        sentence: row.get("sentence")?,
        issuer: row.get("issuer")?,
    })
}

/// What a person holds.
///
/// # Errors
/// Those of the database.
pub fn held(tx: &Tx, person: PersonId) -> Result<Vec<Held>, StoreError> {
    let rows = tx.rows(&sql::HELD, &args![person])?;
    let which = |row: &Row| -> Result<(MicroCredentialId, LevelName), StoreError> {
        let level = row.parse("level", |it| it.parse().ok())?;
        Ok((row.get("micro_credential_id")?, level))
    };
    let groups = super::grouped(&rows, which)?;
    let flat = |((id, level), names)| (id, level, names);
    Ok(groups.into_iter().map(flat).collect())
}

/// What a person works on.
///
/// # Errors
/// Those of the database.
pub fn under_way(tx: &Tx, person: PersonId) -> Result<BTreeSet<MicroCredentialId>, StoreError> {
    let rows = tx.rows(&sql::UNDER_WAY, &args![person])?;
    rows.iter()
        .map(|row| row.get("micro_credential_id"))
        .collect()
}
