//! A unit of work's view of the database.

use std::{
    cell::{Cell, RefCell},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use super::{
    Fork, Row, Statement, StoreError, Value, faults::FaultLayer, postgres::PostgresConnection,
    sqlite::SqliteConnection,
};

/// The transaction of one unit of work. Synchronous, and the same on both databases.
///
/// The first statement that fails dooms the unit: later statements answer the same error, and a
/// unit that ends with `Ok` all the same is undone and answered with [`StoreError::Other`]. What
/// may already be there is therefore written with `ON CONFLICT DO NOTHING`.
pub struct Tx {
    pub(super) connection: Connection,
    shared: Arc<Shared>,
    failure: RefCell<Option<StoreError>>,
    again: Cell<bool>,
}

/// What all connections of a store share.
pub(super) struct Shared {
    pub(super) statements: AtomicU64,
    pub(super) faults: Option<FaultLayer>,
}

pub(super) enum Connection {
    Sqlite(SqliteConnection),
    Postgres(PostgresConnection),
}

/// A failed call to a driver.
#[derive(Debug)]
pub(super) struct Failed {
    pub(super) error: StoreError,
    /// Running the whole unit again may succeed.
    pub(super) again: bool,
}

impl Failed {
    pub(super) fn for_good(error: StoreError) -> Failed {
        Failed {
            error,
            again: false,
        }
    }

    pub(super) fn for_now(error: StoreError) -> Failed {
        Failed { error, again: true }
    }
}

impl Tx {
    pub(super) fn new(connection: Connection, shared: Arc<Shared>) -> Tx {
        Tx {
            connection,
            shared,
            failure: RefCell::new(None),
            again: Cell::new(false),
        }
    }

    /// All rows that a statement answers, also those of `RETURNING`.
    ///
    /// # Errors
    /// What the database says; the unit of work is then undone.
    pub fn rows(&self, statement: &Statement, args: &[Value]) -> Result<Vec<Row>, StoreError> {
        self.guarded(statement, args, || match &self.connection {
            Connection::Sqlite(sqlite) => sqlite.rows(statement, args),
            Connection::Postgres(postgres) => postgres.rows(statement, args),
        })
    }

    /// The only row, if there is one.
    ///
    /// # Errors
    /// As [`Tx::rows`], and [`StoreError::Inconsistent`] if there are several.
    pub fn optional(
        &self,
        statement: &Statement,
        args: &[Value],
    ) -> Result<Option<Row>, StoreError> {
        let mut rows = self.rows(statement, args)?;
        let row = rows.pop();
        if rows.is_empty() {
            return Ok(row);
        }
        Err(wrong_count(statement, "found several rows, expected one"))
    }

    /// The only row, which must be there.
    ///
    /// # Errors
    /// As [`Tx::optional`], and [`StoreError::Inconsistent`] if there is none.
    pub fn one(&self, statement: &Statement, args: &[Value]) -> Result<Row, StoreError> {
        self.optional(statement, args)?
            .ok_or_else(|| wrong_count(statement, "found no row, expected one"))
    }

    /// Runs a statement that answers no rows, and says how many rows it touched.
    ///
    /// # Errors
    /// What the database says; the unit of work is then undone.
    pub fn execute(&self, statement: &Statement, args: &[Value]) -> Result<u64, StoreError> {
        self.guarded(statement, args, || match &self.connection {
            Connection::Sqlite(sqlite) => sqlite.execute(statement, args),
            Connection::Postgres(postgres) => postgres.execute(statement, args),
        })
    }

    /// Which database it is, for the one file whose texts differ.
    pub(crate) fn is_sqlite(&self) -> bool {
        matches!(self.connection, Connection::Sqlite(_))
    }

    /// The side of a fork that this database understands.
    pub(crate) fn side_of(&self, fork: &'static Fork) -> &'static Statement {
        if self.is_sqlite() {
            &fork.sqlite
        } else {
            &fork.postgres
        }
    }

    /// Asks for the whole unit to be undone and run again, as after a lost race.
    pub(crate) fn run_again(&self) -> StoreError {
        self.note(Failed::for_now(StoreError::Conflict))
    }

    /// Several statements without parameters: migrations and transaction control.
    pub(super) fn batch(&self, sql: &str) -> Result<(), Failed> {
        match &self.connection {
            Connection::Sqlite(sqlite) => sqlite.batch(sql),
            Connection::Postgres(postgres) => postgres.batch(sql),
        }
    }

    /// The same for use inside a unit: a failure dooms it.
    pub(super) fn migrate(&self, sql: &str) -> Result<(), StoreError> {
        self.batch(sql).map_err(|failed| self.note(failed))
    }

    pub(super) fn faults(&self) -> Option<&FaultLayer> {
        self.shared.faults.as_ref()
    }

    /// Forgets the unit before.
    pub(super) fn begin_unit(&self) {
        self.failure.replace(None);
        self.again.set(false);
    }

    pub(super) fn wants_again(&self) -> bool {
        self.again.get()
    }

    pub(super) fn failure(&self) -> Option<StoreError> {
        self.failure.borrow().clone()
    }

    fn guarded<T>(
        &self,
        statement: &Statement,
        args: &[Value],
        run: impl FnOnce() -> Result<T, Failed>,
    ) -> Result<T, StoreError> {
        if let Some(failure) = self.failure() {
            return Err(failure);
        }
        if let Some(fault) = args.iter().find_map(unfit) {
            let words = format!("{}: a parameter {fault}", statement.name);
            return Err(self.note(Failed::for_good(StoreError::Other(words))));
        }
        self.shared.statements.fetch_add(1, Ordering::Relaxed);
        if self.faults().is_some_and(FaultLayer::at_statement) {
            return Err(self.run_again());
        }
        run().map_err(|failed| self.note(failed))
    }

    fn note(&self, failed: Failed) -> StoreError {
        self.again.set(self.again.get() || failed.again);
        self.failure
            .borrow_mut()
            .get_or_insert(failed.error)
            .clone()
    }
}

fn wrong_count(statement: &Statement, found: &str) -> StoreError {
    StoreError::Inconsistent {
        statement: statement.name,
        column: "row".to_owned(),
        found: found.to_owned(),
    }
}

/// What only one of the databases would accept.
fn unfit(value: &Value) -> Option<&'static str> {
    match value {
        Value::TooLarge(_) => Some("is a number above 9223372036854775807"),
        Value::Text(text) if text.as_bytes().contains(&0) => Some("is text with a NUL character"),
        _ => None,
    }
}
