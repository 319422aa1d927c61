//! The pieces of a draft.

use std::collections::{BTreeMap, BTreeSet};

use domain::catalogue::Slug;
use domain::evidence::{FileType, Item};
use domain::ids::{EvidenceId, PursuitId};
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// One more.
        INSERT = "INSERT INTO evidence (id, pursuit_id, requirement, sha256, media_type, bytes, shown_name, uploaded_name, caption, created_at)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
        /// A criterion that it is meant to show.
        ATTACH = "INSERT INTO evidence_criterion (evidence_id, criterion) VALUES ($1, $2)";
        /// None any more.
        DETACH = "DELETE FROM evidence_criterion WHERE evidence_id = $1";
        /// What the educator says of it.
        CAPTION = "UPDATE evidence SET caption = $2 WHERE id = $1 AND removed_at IS NULL";
        /// No longer part of the draft.
        REMOVE = "UPDATE evidence SET removed_at = $2 WHERE id = $1 AND removed_at IS NULL";
        /// Those of a draft, in the order in which they came.
        OF_PURSUIT = "SELECT id, requirement, sha256, media_type, bytes, shown_name, uploaded_name, caption
                      FROM evidence WHERE pursuit_id = $1 AND removed_at IS NULL
                      ORDER BY created_at, id";
        /// What they are meant to show.
        CRITERIA = "SELECT ec.evidence_id, ec.criterion
                    FROM evidence e JOIN evidence_criterion ec ON ec.evidence_id = e.id
                    WHERE e.pursuit_id = $1 AND e.removed_at IS NULL";
        /// How many came for each requirement, and how many of them were removed.
        COUNTS = "SELECT requirement, count(*) AS ever, count(removed_at) AS removed
                  FROM evidence WHERE pursuit_id = $1 GROUP BY requirement";
    }
}

/// A piece to keep.
#[derive(Debug, Clone, Copy)]
pub struct NewPiece<'a> {
    /// What it is, with the criteria that it is meant to show.
    pub item: &'a Item,
    /// Whose draft it belongs to.
    pub pursuit: PursuitId,
    /// What the educator called it; for nobody else.
    pub uploaded_name: &'a str,
    /// When it came.
    pub now: Timestamp,
}

/// How many pieces a draft has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// In the draft, by requirement.
    pub present: BTreeMap<Slug, usize>,
    /// With those that were removed, by requirement.
    pub ever: BTreeMap<Slug, usize>,
}

/// Keeps a piece.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &Tx, new: &NewPiece<'_>) -> Result<(), StoreError> {
    let item = new.item;
    let row = args![
        item.id,
        new.pursuit,
        item.requirement.to_string(),
        &item.sha256,
        &item.media_type,
        item.bytes,
        &item.shown_name,
        new.uploaded_name,
        &item.caption,
        new.now
    ];
    tx.execute(&sql::INSERT, &row)?;
    attach(tx, item.id, item.criteria.iter())
}

/// Says anew what a piece is and what it is meant to show; `false` if it is no longer there.
///
/// # Errors
/// Those of the database.
pub fn describe(
    tx: &Tx,
    id: EvidenceId,
    caption: &str,
    criteria: &BTreeSet<Slug>,
) -> Result<bool, StoreError> {
    if tx.execute(&sql::CAPTION, &args![id, caption])? == 0 {
        return Ok(false);
    }
    tx.execute(&sql::DETACH, &args![id])?;
    attach(tx, id, criteria.iter())?;
    Ok(true)
}

/// Takes a piece out of the draft; `false` if it was out already.
///
/// # Errors
/// Those of the database.
pub fn remove(tx: &Tx, id: EvidenceId, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::REMOVE, &args![id, now])? == 1)
}

/// The pieces of a draft with what the educator called them, in the order in which they came; two
/// statements.
///
/// # Errors
/// Those of the database.
pub fn of_pursuit(tx: &Tx, pursuit: PursuitId) -> Result<Vec<(Item, String)>, StoreError> {
    let mut criteria: BTreeMap<EvidenceId, Vec<Slug>> = BTreeMap::new();
    for row in tx.rows(&sql::CRITERIA, &args![pursuit])? {
        let criterion = row.parse("criterion", |text| text.parse().ok())?;
        criteria
            .entry(row.get("evidence_id")?)
            .or_default()
            .push(criterion);
    }
    let rows = tx.rows(&sql::OF_PURSUIT, &args![pursuit])?;
    rows.iter()
        .map(|row| {
            let mut item = item(row)?;
            item.criteria = criteria.remove(&item.id).unwrap_or_default();
            item.criteria.sort();
            Ok((item, row.get("uploaded_name")?))
        })
        .collect()
}

/// How many pieces there are of each requirement.
///
/// # Errors
/// Those of the database.
pub fn counts(tx: &Tx, pursuit: PursuitId) -> Result<Counts, StoreError> {
    let mut counts = Counts::default();
    for row in tx.rows(&sql::COUNTS, &args![pursuit])? {
        let requirement: Slug = row.parse("requirement", |text| text.parse().ok())?;
        let (ever, removed): (usize, usize) = (row.get("ever")?, row.get("removed")?);
        counts.ever.insert(requirement.clone(), ever);
        counts
            .present
            .insert(requirement, ever.saturating_sub(removed));
    }
    Ok(counts)
}

fn attach<'s>(
    tx: &Tx,
    id: EvidenceId,
    criteria: impl Iterator<Item = &'s Slug>,
) -> Result<(), StoreError> {
    for criterion in criteria.collect::<BTreeSet<_>>() {
        tx.execute(&sql::ATTACH, &args![id, criterion.to_string()])?;
    }
    Ok(())
}

fn item(row: &Row) -> Result<Item, StoreError> {
    let media_type: String = row.get("media_type")?;
    let kind = FileType::of_media_type(&media_type)
        .ok_or_else(|| row.inconsistent("media_type", "found a type that is not accepted"))?;
    Ok(Item {
        id: row.get("id")?,
        requirement: row.parse("requirement", |text| text.parse().ok())?,
        sha256: row.get("sha256")?,
        media_type,
        form: kind.form,
        bytes: row.get("bytes")?,
        shown_name: row.get("shown_name")?,
        caption: row.get("caption")?,
        criteria: Vec::new(),
    })
}
