//! Renditions and what was found in their texts.

use domain::evidence::blindness::Found;
use domain::ids::{EvidenceId, PursuitId};
use jiff::Timestamp;

use crate::blob::ContentHash;
use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more; one that is there stays.
        INSERT = "INSERT INTO rendition (evidence_id, recipe, unfit, sha256, bytes, removed, unread, text_sha256, made_at)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                  ON CONFLICT (evidence_id) DO NOTHING";
        /// That of a piece.
        FIND = "SELECT recipe, unfit, sha256, bytes, removed, unread, text_sha256
                FROM rendition WHERE evidence_id = $1";
        /// What was found in a piece, this time.
        SAVE_SEARCH = "INSERT INTO name_search (evidence_id, names, found, searched_at)
                       VALUES ($1, $2, $3, $4)
                       ON CONFLICT (evidence_id) DO UPDATE
                       SET names = excluded.names, found = excluded.found, searched_at = excluded.searched_at";
        /// Those of a draft, with what was found in them.
        OF_PURSUIT = "SELECT e.id, e.bytes AS size, r.recipe, r.unfit, r.sha256, r.bytes, r.removed, r.unread, r.text_sha256,
                        n.names, n.found
                      FROM evidence e
                      LEFT JOIN rendition r ON r.evidence_id = e.id
                      LEFT JOIN name_search n ON n.evidence_id = e.id
                      WHERE e.pursuit_id = $1 AND e.removed_at IS NULL";
    }
}

/// A rendition, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendition {
    /// By which recipe.
    pub recipe: String,
    /// The rendition, or the word of the reason.
    pub made: Result<Made, String>,
}

/// A rendition that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The name of its bytes.
    pub hash: ContentHash,
    /// Its size in bytes.
    pub bytes: u64,
    /// What was left behind.
    pub removed: Vec<String>,
    /// Where text may stand that could not be read.
    pub unread: Vec<String>,
    /// The name of its texts, if it has any.
    pub text: Option<ContentHash>,
}

/// What is known of a piece of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookedAt {
    /// Which.
    pub evidence: EvidenceId,
    /// Size of the original in bytes.
    pub size: u64,
    /// Its rendition; nothing while it is still being made.
    pub rendition: Option<Rendition>,
    /// What was found, for the names of that print.
    pub search: Option<(String, Found)>,
}

/// Keeps a rendition; `false` if there is one already.
///
/// # Errors
/// Those of the database.
pub fn keep_rendition(
    tx: &Tx,
    id: EvidenceId,
    it: &Rendition,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let made = it.made.as_ref().ok();
    let list = |all: Option<&Vec<String>>| {
        serde_json::Value::from(all.cloned().unwrap_or_default()).to_string()
    };
    let row = args![
        id,
        &it.recipe,
        it.made.as_ref().err().cloned(),
        made.map(|it| it.hash.to_string()),
        made.map(|it| it.bytes),
        list(made.map(|it| &it.removed)),
        list(made.map(|it| &it.unread)),
        made.and_then(|it| it.text).map(|it| it.to_string()),
        now
    ];
    Ok(tx.execute(&sql::INSERT, &row)? == 1)
}

/// The rendition of a piece.
///
/// # Errors
/// Those of the database.
pub fn find_rendition(tx: &Tx, id: EvidenceId) -> Result<Option<Rendition>, StoreError> {
    match tx.optional(&sql::FIND, &args![id])? {
        Some(row) => rendition(&row),
        None => Ok(None),
    }
}

/// Keeps what was found in a piece, for the names of that print.
///
/// # Errors
/// Those of the database.
pub fn save_search(
    tx: &Tx,
    id: EvidenceId,
    names: &str,
    found: &Found,
    now: Timestamp,
) -> Result<(), StoreError> {
    let found = serde_json::to_string(found).map_err(|it| StoreError::Other(it.to_string()))?;
    tx.execute(&sql::SAVE_SEARCH, &args![id, names, found, now])?;
    Ok(())
}

/// What is known of the pieces of a draft, in no order; one statement.
///
/// # Errors
/// Those of the database.
pub fn looked_at(tx: &Tx, pursuit: PursuitId) -> Result<Vec<LookedAt>, StoreError> {
    let rows = tx.rows(&sql::OF_PURSUIT, &args![pursuit])?;
    rows.iter()
        .map(|row| {
            let search = match row.get::<Option<String>>("names")? {
                Some(names) => {
                    let found = row.parse("found", |text| serde_json::from_str(text).ok())?;
                    Some((names, found))
                }
                None => None,
            };
            Ok(LookedAt {
                evidence: row.get("id")?,
                size: row.get("size")?,
                rendition: rendition(row)?,
                search,
            })
        })
        .collect()
}

fn rendition(row: &Row) -> Result<Option<Rendition>, StoreError> {
    let Some(recipe) = row.get::<Option<String>>("recipe")? else {
        return Ok(None);
    };
    if let Some(reason) = row.get::<Option<String>>("unfit")? {
        return Ok(Some(Rendition {
            recipe,
            made: Err(reason),
        }));
    }
    let text: Option<String> = row.get("text_sha256")?;
    let text = text.map(|it| it.parse()).transpose();
    let made = Made {
        hash: row.parse("sha256", |text| text.parse().ok())?,
        bytes: row.get("bytes")?,
        removed: row.parse("removed", |text| serde_json::from_str(text).ok())?,
        unread: row.parse("unread", |text| serde_json::from_str(text).ok())?,
        text: text.map_err(|_| row.inconsistent("text_sha256", "found no hash"))?,
    };
    Ok(Some(Rendition {
        recipe,
        made: Ok(made),
    }))
}
