//! Sealing events, and reading what was sealed.

use domain::audit::log::{Entry, Head};
use domain::audit::merkle::{Tree, of_hex, to_hex};

use crate::system::setting;
use crate::{Row, StoreError, Tx, args};

/// Where the peaks of the tree are kept: what is needed to go on without reading all of it.
const PEAKS: &str = "audit-peaks";

pub(crate) mod sql {
    crate::statements! {
        /// Those that have no place yet, by id.
        UNSEALED = "SELECT id, at, person_id, role, kind, subject_kind, subject_id, state_hash, detail, position, leaf
                    FROM event WHERE position IS NULL ORDER BY id LIMIT $1";
        /// Gives one its place.
        SEAL = "UPDATE event SET position = $2, leaf = $3 WHERE id = $1 AND position IS NULL";
        /// Those with a place in a range, in order.
        SEALED = "SELECT id, at, person_id, role, kind, subject_kind, subject_id, state_hash, detail, position, leaf
                  FROM event WHERE position >= $1 AND position < $2 ORDER BY position, id LIMIT $3";
        /// A head.
        ADD_HEAD = "INSERT INTO audit_head (size, root, at, signature) VALUES ($1, $2, $3, $4)";
        /// The last head.
        LAST_HEAD = "SELECT size, root, at, signature FROM audit_head WHERE size >= 0 ORDER BY size DESC LIMIT 1";
        /// Heads behind a size, in order.
        HEADS = "SELECT size, root, at, signature FROM audit_head WHERE size > $1 ORDER BY size LIMIT $2";
    }
}

/// A sealed event, or one that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What is sealed of it.
    pub entry: Entry,
    /// Its place, from 0; none while it waits.
    pub position: Option<u64>,
    /// Its leaf; empty while it waits.
    pub leaf: String,
}

/// A tree as it is written down: its size, and its peaks in hexadecimal.
type Peaks = (u64, Vec<String>);

/// Events without a place, by id, at most `limit`.
///
/// # Errors
/// Those of the database.
pub fn unsealed(tx: &Tx, limit: u32) -> Result<Vec<Line>, StoreError> {
    tx.rows(&sql::UNSEALED, &args![limit])?
        .iter()
        .map(line)
        .collect()
}

/// Gives an event its place and leaf; `false` if it has one.
///
/// # Errors
/// Those of the database.
pub fn seal(tx: &Tx, id: &str, position: u64, leaf: &str) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::SEAL, &args![id, position, leaf])? == 1)
}

/// Events with a place from `from` and below `to`, in order, at most `limit`.
///
/// # Errors
/// Those of the database.
pub fn sealed(tx: &Tx, from: u64, to: u64, limit: u32) -> Result<Vec<Line>, StoreError> {
    tx.rows(&sql::SEALED, &args![from, to, limit])?
        .iter()
        .map(line)
        .collect()
}

/// The tree as it was kept with the last head; an empty one before the first.
///
/// # Errors
/// Those of the database; [`StoreError::Other`] if what is kept is no tree.
pub fn tree(tx: &Tx) -> Result<Tree, StoreError> {
    let Some(text) = setting::find(tx, PEAKS)? else {
        return Ok(Tree::default());
    };
    let read = || {
        let (size, peaks): Peaks = serde_json::from_str(&text).ok()?;
        let peaks = peaks.iter().map(|it| of_hex(it)).collect::<Option<_>>()?;
        Tree::kept(size, peaks)
    };
    read().ok_or_else(|| StoreError::Other("the peaks of the audit log are no tree".to_owned()))
}

/// Keeps a head with its tree.
///
/// # Errors
/// Those of the database.
pub fn add_head(tx: &Tx, head: &Head, tree: &Tree) -> Result<(), StoreError> {
    let row = args![head.size, &head.root, head.at, &head.signature];
    tx.execute(&sql::ADD_HEAD, &row)?;
    let kept: Peaks = (tree.size(), tree.peaks().iter().map(to_hex).collect());
    let text =
        serde_json::to_string(&kept).map_err(|error| StoreError::Other(error.to_string()))?;
    setting::put(tx, PEAKS, &text)
}

/// The last head.
///
/// # Errors
/// Those of the database.
pub fn last_head(tx: &Tx) -> Result<Option<Head>, StoreError> {
    let row = tx.optional(&sql::LAST_HEAD, &[])?;
    row.as_ref().map(head).transpose()
}

/// Heads over more than `size` events, in order, at most `limit`.
///
/// # Errors
/// Those of the database.
pub fn heads(tx: &Tx, size: u64, limit: u32) -> Result<Vec<Head>, StoreError> {
    tx.rows(&sql::HEADS, &args![size, limit])?
        .iter()
        .map(head)
        .collect()
}

fn head(row: &Row) -> Result<Head, StoreError> {
    Ok(Head {
        size: row.get("size")?,
        root: row.get("root")?,
        at: row.get("at")?,
        signature: row.get("signature")?,
    })
}

pub(super) fn line(row: &Row) -> Result<Line, StoreError> {
    Ok(Line {
        entry: Entry {
            id: row.get("id")?,
            at: row.get("at")?,
            person: row.get::<Option<String>>("person_id")?.unwrap_or_default(),
            role: row.get("role")?,
            kind: row.get("kind")?,
            subject_kind: row.get("subject_kind")?,
            subject: row.get("subject_id")?,
            state_hash: row.get("state_hash")?,
            detail: row.get("detail")?,
        },
        position: row.get("position")?,
        leaf: row.get::<Option<String>>("leaf")?.unwrap_or_default(),
    })
}
