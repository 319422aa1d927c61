//! The list of migrations and its runner. One text a migration, with placeholders where the two
//! databases name a type differently:
//!
//! | placeholder | SQLite | PostgreSQL |
//! |---|---|---|
//! | `{text}` | `TEXT` | `TEXT COLLATE "C"` |
//! | `{int}` | `INTEGER` | `BIGINT` |
//! | `{bytes}` | `BLOB` | `BYTEA` |
//! | `{strict}` | ` STRICT` | nothing |
//!
//! Between the lines `-- only sqlite`, `-- only postgres` and `-- both` stands what only one of them
//! has: the index of full-text search.

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::{Store, StoreError, Tx};
use crate::args;

/// One step of the schema. Never changed once released: the next step corrects it.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// Place in the order, from 1.
    pub number: u32,
    /// What it is about.
    pub name: &'static str,
    /// SQL with placeholders.
    pub text: &'static str,
}

/// Every migration, in order.
pub static MIGRATIONS: &[Migration] = &[
    migration(
        1,
        "system",
        include_str!("../../migrations/0001_system.sql"),
    ),
    migration(
        2,
        "people",
        include_str!("../../migrations/0002_people.sql"),
    ),
    migration(
        3,
        "catalogue",
        include_str!("../../migrations/0003_catalogue.sql"),
    ),
    migration(
        4,
        "pursuit",
        include_str!("../../migrations/0004_pursuit.sql"),
    ),
    migration(
        5,
        "review",
        include_str!("../../migrations/0005_review.sql"),
    ),
    migration(6, "award", include_str!("../../migrations/0006_award.sql")),
    migration(10, "sweep", include_str!("../../migrations/0010_sweep.sql")),
    migration(11, "audit", include_str!("../../migrations/0011_audit.sql")),
    migration(
        20,
        "letters",
        include_str!("../../migrations/0020_letters.sql"),
    ),
    migration(21, "entry", include_str!("../../migrations/0021_entry.sql")),
    migration(
        22,
        "invitations",
        include_str!("../../migrations/0022_invitations.sql"),
    ),
    migration(
        23,
        "organizations",
        include_str!("../../migrations/0023_organizations.sql"),
    ),
    migration(
        24,
        "merging",
        include_str!("../../migrations/0024_merging.sql"),
    ),
    migration(
        30,
        "assignment",
        include_str!("../../migrations/0030_assignment.sql"),
    ),
    migration(
        31,
        "turnaround",
        include_str!("../../migrations/0031_turnaround.sql"),
    ),
    migration(
        32,
        "discussion",
        include_str!("../../migrations/0032_discussion.sql"),
    ),
    migration(
        40,
        "search",
        include_str!("../../migrations/0040_search.sql"),
    ),
    migration(
        41,
        "changes",
        include_str!("../../migrations/0041_changes.sql"),
    ),
    migration(
        42,
        "stacks",
        include_str!("../../migrations/0042_stacks.sql"),
    ),
    migration(
        43,
        "designs",
        include_str!("../../migrations/0043_designs.sql"),
    ),
    migration(
        50,
        "growth",
        include_str!("../../migrations/0050_growth.sql"),
    ),
    migration(
        51,
        "recommendations",
        include_str!("../../migrations/0051_recommendations.sql"),
    ),
    migration(
        52,
        "accompanying",
        include_str!("../../migrations/0052_accompanying.sql"),
    ),
    migration(
        60,
        "draft history",
        include_str!("../../migrations/0060_draft_history.sql"),
    ),
    migration(
        61,
        "pursuits aside",
        include_str!("../../migrations/0061_pursuit_aside.sql"),
    ),
    migration(
        70,
        "rendition",
        include_str!("../../migrations/0070_rendition.sql"),
    ),
];

const fn migration(number: u32, name: &'static str, text: &'static str) -> Migration {
    Migration { number, name, text }
}

/// The databases, where their type names differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// SQLite.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

/// What a run of the migrations did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MigrationReport {
    /// Numbers applied now.
    pub applied: Vec<u32>,
    /// Numbers in the database that this program does not know: it is older than the database.
    pub unknown: Vec<u32>,
}

/// How a database stands to the migrations of this program.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MigrationStanding {
    /// Numbers that the next start will apply.
    pub missing: Vec<u32>,
    /// Numbers in the database that this program does not know: it is older than the database.
    pub unknown: Vec<u32>,
}

impl Migration {
    /// The text for one database.
    pub fn text_for(&self, dialect: Dialect) -> String {
        let [text, int, bytes, strict] = match dialect {
            Dialect::Sqlite => ["TEXT", "INTEGER", "BLOB", " STRICT"],
            Dialect::Postgres => ["TEXT COLLATE \"C\"", "BIGINT", "BYTEA", ""],
        };
        self.lines_for(dialect)
            .replace("{text}", text)
            .replace("{int}", int)
            .replace("{bytes}", bytes)
            .replace("{strict}", strict)
    }

    /// The lines for both databases and those for this one.
    fn lines_for(&self, dialect: Dialect) -> String {
        let mut is_ours = true;
        let mut lines = String::with_capacity(self.text.len());
        for line in self.text.lines() {
            match line {
                "-- both" => is_ours = true,
                "-- only sqlite" => is_ours = dialect == Dialect::Sqlite,
                "-- only postgres" => is_ours = dialect == Dialect::Postgres,
                line if is_ours => {
                    lines.push_str(line);
                    lines.push('\n');
                }
                _ => {}
            }
        }
        lines
    }

    fn hash(&self) -> String {
        Sha256::digest(self.text.as_bytes())
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }
}

/// The runner's own table. Row 0 is the lock: whoever updates it first goes first.
const TABLE: Migration = Migration {
    number: 0,
    name: "lock",
    text: "CREATE TABLE IF NOT EXISTS migration (
             number {int} NOT NULL PRIMARY KEY,
             name {text} NOT NULL,
             hash {text} NOT NULL,
             applied_at {int} NOT NULL
           ){strict};
           INSERT INTO migration (number, name, hash, applied_at) VALUES (0, 'lock', '', 0)
             ON CONFLICT (number) DO NOTHING;",
};

pub(super) mod sql {
    crate::statements! {
        /// Waits for other runners.
        LOCK = "UPDATE migration SET applied_at = $1 WHERE number = 0";
        /// What has been applied.
        APPLIED = "SELECT number, hash FROM migration WHERE number > 0 ORDER BY number";
        /// One more is applied.
        RECORD = "INSERT INTO migration (number, name, hash, applied_at) VALUES ($1, $2, $3, $4)";
    }
}

pub(super) async fn run(
    store: &Store,
    list: &'static [Migration],
    now: Timestamp,
) -> Result<MigrationReport, StoreError> {
    let dialect = store.dialect();
    store.write(move |tx| make_table(tx, dialect)).await?;
    let mut report = MigrationReport::default();
    loop {
        match store.write(move |tx| step(tx, list, dialect, now)).await? {
            Step::Applied(number) => report.applied.push(number),
            Step::Finished { unknown } => {
                report.unknown = unknown;
                return Ok(report);
            }
        }
    }
}

/// What [`run`] would do, without doing it.
pub(super) async fn standing(
    store: &Store,
    list: &'static [Migration],
) -> Result<MigrationStanding, StoreError> {
    store
        .read(move |tx| {
            let mut applied = Vec::new();
            for row in tx.rows(&sql::APPLIED, &args![])? {
                applied.push(row.get::<u32>("number")?);
            }
            let known = |number: &u32| list.iter().any(|it| it.number == *number);
            let numbers = list.iter().map(|it| it.number);
            Ok(MigrationStanding {
                missing: numbers.filter(|it| !applied.contains(it)).collect(),
                unknown: applied.iter().copied().filter(|it| !known(it)).collect(),
            })
        })
        .await
}

enum Step {
    Applied(u32),
    Finished { unknown: Vec<u32> },
}

/// Two processes that make the table at once meet in PostgreSQL's catalogue: the loser runs again.
fn make_table(tx: &Tx, dialect: Dialect) -> Result<(), StoreError> {
    tx.migrate(&TABLE.text_for(dialect))
        .map_err(|error| match error {
            StoreError::Duplicate { .. } => tx.run_again(),
            other => other,
        })
}

fn step(tx: &Tx, list: &[Migration], dialect: Dialect, now: Timestamp) -> Result<Step, StoreError> {
    tx.execute(&sql::LOCK, &args![now])?;
    let (mut unknown, mut applied) = (Vec::new(), Vec::new());
    for row in tx.rows(&sql::APPLIED, &args![])? {
        let number: u32 = row.get("number")?;
        match list.iter().find(|migration| migration.number == number) {
            Some(known) => {
                check_unchanged(known, &row.get::<String>("hash")?)?;
                applied.push(number);
            }
            None => unknown.push(number),
        }
    }
    let is_missing = |migration: &&Migration| !applied.contains(&migration.number);
    let Some(next) = list.iter().find(is_missing) else {
        return Ok(Step::Finished { unknown });
    };
    tx.migrate(&next.text_for(dialect)).map_err(|error| {
        StoreError::Migration(format!("{} ({}) failed: {error}", next.number, next.name))
    })?;
    tx.execute(
        &sql::RECORD,
        &args![next.number, next.name, next.hash(), now],
    )?;
    Ok(Step::Applied(next.number))
}

fn check_unchanged(known: &Migration, hash: &str) -> Result<(), StoreError> {
    if known.hash() == hash {
        return Ok(());
    }
    let (number, name) = (known.number, known.name);
    Err(StoreError::Migration(format!(
        "{number} ({name}) was changed after it had been applied to this database; \
         use the program that made the database, or restore a backup of the same version"
    )))
}
