//! What is published, as lines of a list.

use domain::ids::VersionId;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// Published versions after a place, by title. $1 is a pattern over title and competency.
        LISTED = "SELECT version.id, micro_credential.slug, version.title, version.competency, version.level,
                         version.hours, version.content, organization.name AS issuer, organization.accent,
                         version.published_at
                  FROM version
                  JOIN micro_credential ON micro_credential.id = version.micro_credential_id
                  JOIN organization ON organization.id = micro_credential.organization_id
                  WHERE version.state = 'published'
                    AND lower(version.title || ' ' || version.competency) LIKE $1 ESCAPE '!'
                    AND (version.title > $2 OR (version.title = $2 AND version.id > $3))
                  ORDER BY version.title, version.id LIMIT $4";
        /// How many that pattern finds.
        COUNT = "SELECT CAST(count(*) AS BIGINT) AS found FROM version
                 WHERE state = 'published' AND lower(title || ' ' || competency) LIKE $1 ESCAPE '!'";
    }
}

/// A published micro-credential as a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// Its version.
    pub version: VersionId,
    /// Its short name.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What the version says, as JSON.
    pub content: String,
    /// Name of the issuer.
    pub issuer: String,
    /// Colour of the issuer.
    pub accent: String,
    /// Since when it is published.
    pub published_at: jiff::Timestamp,
}

/// A place in the list: after that title and id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Position {
    /// The title.
    pub title: String,
    /// The version's id, as text; empty before the first.
    pub id: String,
}

/// A page of the list.
///
/// # Errors
/// Those of the database.
pub fn listed(
    tx: &Tx,
    words: &str,
    after: &Position,
    limit: u32,
) -> Result<Vec<Listed>, StoreError> {
    let rows = tx.rows(
        &sql::LISTED,
        &args![pattern(words), &after.title, &after.id, limit],
    )?;
    rows.iter().map(line).collect()
}

/// How many there are in all.
///
/// # Errors
/// Those of the database.
pub fn count(tx: &Tx, words: &str) -> Result<u64, StoreError> {
    tx.one(&sql::COUNT, &args![pattern(words)])?.get("found")
}

fn line(row: &Row) -> Result<Listed, StoreError> {
    Ok(Listed {
        version: row.get("id")?,
        slug: row.get("slug")?,
        title: row.get("title")?,
        content: row.get("content")?,
        issuer: row.get("issuer")?,
        accent: row.get("accent")?,
        published_at: row.get("published_at")?,
    })
}

/// The words anywhere; what the pattern language would read as its own is taken literally.
fn pattern(words: &str) -> String {
    let literal: String = words
        .to_lowercase()
        .chars()
        .flat_map(|c| "%_!".contains(c).then_some('!').into_iter().chain([c]))
        .collect();
    format!("%{literal}%")
}
