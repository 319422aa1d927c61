//! What the sweep of bytes asks and marks ([`domain::evidence::sweep`]).

use domain::evidence::sweep::Mark;
use domain::ids::OrganizationId;
use jiff::Timestamp;

use crate::blob::ContentHash;
use crate::{Statement, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// A piece that is part of a draft, or that a submission rests on.
        HELD_BY_EVIDENCE = "SELECT e.id FROM evidence e
                            JOIN pursuit p ON p.id = e.pursuit_id
                            JOIN micro_credential m ON m.id = p.micro_credential_id
                            WHERE e.sha256 = $2 AND m.organization_id = $1
                              AND (e.removed_at IS NULL OR EXISTS (
                                SELECT 1 FROM submission_evidence se WHERE se.evidence_id = e.id))
                            LIMIT 1";
        /// The rendition of such a piece.
        HELD_BY_RENDITION = "SELECT e.id FROM rendition r
                             JOIN evidence e ON e.id = r.evidence_id
                             JOIN pursuit p ON p.id = e.pursuit_id
                             JOIN micro_credential m ON m.id = p.micro_credential_id
                             WHERE r.sha256 = $2 AND m.organization_id = $1
                               AND (e.removed_at IS NULL OR EXISTS (
                                 SELECT 1 FROM submission_evidence se WHERE se.evidence_id = e.id))
                             LIMIT 1";
        /// The texts of such a piece.
        HELD_BY_TEXTS = "SELECT e.id FROM rendition r
                             JOIN evidence e ON e.id = r.evidence_id
                             JOIN pursuit p ON p.id = e.pursuit_id
                             JOIN micro_credential m ON m.id = p.micro_credential_id
                             WHERE r.text_sha256 = $2 AND m.organization_id = $1
                               AND (e.removed_at IS NULL OR EXISTS (
                                 SELECT 1 FROM submission_evidence se WHERE se.evidence_id = e.id))
                             LIMIT 1";
        /// What is marked.
        FIND = "SELECT state, at FROM swept WHERE organization_id = $1 AND sha256 = $2";
        /// Going, unless it is already.
        GOING = "INSERT INTO swept (organization_id, sha256, state, at) VALUES ($1, $2, 'going', $3)
                 ON CONFLICT (organization_id, sha256) DO UPDATE SET state = 'going', at = excluded.at
                 WHERE swept.state = 'gone'";
        /// Gone.
        GONE = "UPDATE swept SET state = 'gone', at = $3
                WHERE organization_id = $1 AND sha256 = $2 AND state = 'going'";
        /// There again.
        BACK = "DELETE FROM swept WHERE organization_id = $1 AND sha256 = $2 AND state = 'gone'";
        /// Marked as going before a time.
        INTERRUPTED = "SELECT organization_id, sha256 FROM swept WHERE state = 'going' AND at < $1
                       ORDER BY at LIMIT $2";
        /// Forgets what is gone since before a time, a bounded number at a time.
        FORGET = "DELETE FROM swept WHERE state = 'gone' AND at < $1 AND at <= (
                    SELECT max(at) FROM (
                      SELECT at FROM swept WHERE state = 'gone' AND at < $1 ORDER BY at LIMIT $2
                    ) AS oldest
                  )";
    }
}

/// One statement for each sort of thing that may refer to bytes: `$1` is the organization on whose
/// shelf they lie, `$2` their hash; a row means that they are needed. **A table that names bytes and is
/// not asked here loses them.**
pub static HOLDERS: &[&Statement] = &[
    &sql::HELD_BY_EVIDENCE,
    &sql::HELD_BY_RENDITION,
    &sql::HELD_BY_TEXTS,
];

/// Whether anything refers to the bytes.
///
/// # Errors
/// Those of the database.
pub fn is_held(
    tx: &Tx,
    organization: OrganizationId,
    hash: ContentHash,
) -> Result<bool, StoreError> {
    for statement in HOLDERS {
        let rows = tx.rows(statement, &args![organization, hash.to_string()])?;
        if !rows.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What the bytes are marked with.
///
/// # Errors
/// Those of the database.
pub fn mark_of(
    tx: &Tx,
    organization: OrganizationId,
    hash: ContentHash,
) -> Result<Option<Mark>, StoreError> {
    let row = tx.optional(&sql::FIND, &args![organization, hash.to_string()])?;
    let Some(row) = row else { return Ok(None) };
    let at = row.get("at")?;
    row.parse("state", |state| match state {
        "going" => Some(Some(Mark::Going)),
        "gone" => Some(Some(Mark::Gone(at))),
        _ => None,
    })
}

/// Marks bytes as going; `false` if they are marked so already.
///
/// # Errors
/// Those of the database.
pub fn mark_going(
    tx: &Tx,
    organization: OrganizationId,
    hash: ContentHash,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let row = args![organization, hash.to_string(), now];
    Ok(tx.execute(&sql::GOING, &row)? == 1)
}

/// Marks bytes that were going as gone; `false` if they were not going.
///
/// # Errors
/// Those of the database.
pub fn mark_gone(
    tx: &Tx,
    organization: OrganizationId,
    hash: ContentHash,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let row = args![organization, hash.to_string(), now];
    Ok(tx.execute(&sql::GONE, &row)? == 1)
}

/// Takes the mark from bytes that are there again.
///
/// # Errors
/// Those of the database.
pub fn unmark(tx: &Tx, organization: OrganizationId, hash: ContentHash) -> Result<(), StoreError> {
    tx.execute(&sql::BACK, &args![organization, hash.to_string()])
        .map(|_| ())
}

/// Bytes that are going since before a time, oldest first.
///
/// # Errors
/// Those of the database.
pub fn interrupted(
    tx: &Tx,
    before: Timestamp,
    limit: u32,
) -> Result<Vec<(OrganizationId, ContentHash)>, StoreError> {
    let rows = tx.rows(&sql::INTERRUPTED, &args![before, limit])?;
    rows.iter()
        .map(|row| {
            let hash = row.parse("sha256", |text| text.parse().ok())?;
            Ok((row.get("organization_id")?, hash))
        })
        .collect()
}

/// Forgets marks of bytes that are gone since before a time, about `limit` of them; answers how many.
///
/// # Errors
/// Those of the database.
pub fn forget(tx: &Tx, before: Timestamp, limit: u32) -> Result<u64, StoreError> {
    tx.execute(&sql::FORGET, &args![before, limit])
}
