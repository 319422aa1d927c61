//! The way into a pursuit, and its learning log.

use domain::growth::{Learned, Learning, Way};
use domain::ids::{LearningId, PursuitId};
use jiff::Timestamp;

use super::day;
use crate::{StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// The way from now on.
        CHOOSE = "INSERT INTO pursuit_way (pursuit_id, way, chosen_at) VALUES ($1, $2, $3)
                  ON CONFLICT (pursuit_id) DO UPDATE SET way = excluded.way, chosen_at = excluded.chosen_at";
        /// The way that was chosen.
        WAY = "SELECT way FROM pursuit_way WHERE pursuit_id = $1";
        /// One more line.
        INSERT = "INSERT INTO learning (id, pursuit_id, on_day, kind, what, minutes, created_at)
                  VALUES ($1, $2, $3, $4, $5, $6, $7)";
        /// A line goes.
        REMOVE = "DELETE FROM learning WHERE id = $1 AND pursuit_id = $2";
        /// The lines of a pursuit, the latest day first.
        OF_PURSUIT = "SELECT id, on_day, kind, what, minutes, created_at FROM learning
                      WHERE pursuit_id = $1 ORDER BY on_day DESC, id DESC";
    }
}

/// A line of a log as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: LearningId,
    /// What it says.
    pub it: Learning,
    /// When it was written.
    pub created_at: Timestamp,
}

/// Keeps the way into a pursuit.
///
/// # Errors
/// Those of the database.
pub fn choose(tx: &Tx, pursuit: PursuitId, way: Way, now: Timestamp) -> Result<(), StoreError> {
    tx.execute(&sql::CHOOSE, &args![pursuit, way.as_str(), now])?;
    Ok(())
}

/// The way into a pursuit, if one was chosen.
///
/// # Errors
/// Those of the database.
pub fn way(tx: &Tx, pursuit: PursuitId) -> Result<Option<Way>, StoreError> {
    let row = tx.optional(&sql::WAY, &args![pursuit])?;
    row.map(|row| row.parse("way", Way::parse)).transpose()
}

/// Keeps one more line.
///
/// # Errors
/// Those of the database.
pub fn insert(
    tx: &Tx,
    id: LearningId,
    pursuit: PursuitId,
    it: &Learning,
    now: Timestamp,
) -> Result<(), StoreError> {
    let on = it.on.to_string();
    let row = args![id, pursuit, on, it.kind.as_str(), &it.what, it.minutes, now];
    tx.execute(&sql::INSERT, &row)?;
    Ok(())
}

/// Takes a line away; answers whether the pursuit had it.
///
/// # Errors
/// Those of the database.
pub fn remove(tx: &Tx, id: LearningId, pursuit: PursuitId) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::REMOVE, &args![id, pursuit])? == 1)
}

/// The lines of a pursuit, the latest day first.
///
/// # Errors
/// Those of the database.
pub fn of_pursuit(tx: &Tx, pursuit: PursuitId) -> Result<Vec<Kept>, StoreError> {
    let rows = tx.rows(&sql::OF_PURSUIT, &args![pursuit])?;
    rows.iter()
        .map(|row| {
            let on = day(row, "on_day")?;
            Ok(Kept {
                id: row.get("id")?,
                it: Learning {
                    on: on.ok_or_else(|| row.inconsistent("on_day", "found no day"))?,
                    kind: row.parse("kind", Learned::parse)?,
                    what: row.get("what")?,
                    minutes: row.get("minutes")?,
                },
                created_at: row.get("created_at")?,
            })
        })
        .collect()
}
