//! One connection to PostgreSQL: how a statement is run and what its errors mean.

use std::{cell::Cell, sync::Arc};

use deadpool_postgres::Object;
use tokio::runtime::Handle;
use tokio_postgres::{
    Error,
    error::{DbError, SqlState},
    types::ToSql,
};

use super::words;
use crate::port::{Row, Statement, StoreError, Value, row::Shape, tx::Failed};

pub(in crate::port) struct PostgresConnection {
    client: Object,
    runtime: Handle,
    broken: Cell<bool>,
}

impl PostgresConnection {
    pub(super) fn new(client: Object, runtime: Handle) -> PostgresConnection {
        PostgresConnection {
            client,
            runtime,
            broken: Cell::new(false),
        }
    }

    /// Back into the pool, or away if it is not known to be clean.
    pub(super) fn give_back(self) {
        if self.broken.get() {
            drop(Object::take(self.client));
        }
    }

    pub(in crate::port) fn rows(
        &self,
        statement: &Statement,
        args: &[Value],
    ) -> Result<Vec<Row>, Failed> {
        let answer = self.runtime.block_on(async {
            let prepared = self.client.prepare_cached(statement.sql).await?;
            let rows = self.client.query(&prepared, &parameters(args)).await?;
            let columns = prepared
                .columns()
                .iter()
                .map(|column| column.name().to_owned());
            Ok((columns.collect(), rows))
        });
        let (columns, rows): (Vec<String>, Vec<tokio_postgres::Row>) =
            answer.map_err(|error| self.meaning(&error, statement.name))?;
        let shape = Arc::new(Shape {
            statement: statement.name,
            columns,
        });
        let row = |row: &tokio_postgres::Row| {
            let values = (0..shape.columns.len()).map(|at| row.try_get::<_, Value>(at));
            Ok(Row {
                values: values.collect::<Result<Vec<Value>, Error>>()?,
                shape: Arc::clone(&shape),
            })
        };
        rows.iter()
            .map(row)
            .collect::<Result<Vec<Row>, Error>>()
            .map_err(|error| self.meaning(&error, statement.name))
    }

    pub(in crate::port) fn execute(
        &self,
        statement: &Statement,
        args: &[Value],
    ) -> Result<u64, Failed> {
        self.runtime
            .block_on(async {
                let prepared = self.client.prepare_cached(statement.sql).await?;
                self.client.execute(&prepared, &parameters(args)).await
            })
            .map_err(|error| self.meaning(&error, statement.name))
    }

    pub(in crate::port) fn batch(&self, sql: &str) -> Result<(), Failed> {
        self.try_batch(sql)
            .map_err(|error| self.meaning(&error, "batch"))
    }

    /// With the driver's own error, for whom it matters what is known about the outcome. A
    /// connection of which it is not known that its transaction is over is not used again.
    pub(super) fn try_batch(&self, sql: &str) -> Result<(), Error> {
        let outcome = self.runtime.block_on(self.client.batch_execute(sql));
        if let Err(error) = &outcome {
            let in_doubt = error.as_db_error().is_none() || sql == "ROLLBACK";
            self.broken.set(self.broken.get() || in_doubt);
        }
        outcome
    }

    fn meaning(&self, error: &Error, statement: &'static str) -> Failed {
        if let Some(inner) = error.as_db_error() {
            if is_stale_plan(inner) {
                self.client.statement_cache.clear();
                return Failed::for_now(StoreError::Conflict);
            }
            return meaning_of(inner, statement);
        }
        if error.is_closed() || self.client.is_closed() {
            // Nothing was committed: another connection may do the whole unit.
            self.broken.set(true);
            return Failed::for_now(StoreError::Unavailable(words(error)));
        }
        Failed::for_good(StoreError::Other(format!("{statement}: {}", words(error))))
    }
}

fn parameters(args: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    args.iter().map(|value| value as _).collect()
}

/// A migration has changed a table under a prepared statement.
fn is_stale_plan(error: &DbError) -> bool {
    *error.code() == SqlState::FEATURE_NOT_SUPPORTED
        && error.routine() == Some("RevalidateCachedQuery")
}

pub(super) fn is_lost_race(code: &SqlState) -> bool {
    *code == SqlState::T_R_SERIALIZATION_FAILURE || *code == SqlState::T_R_DEADLOCK_DETECTED
}

fn meaning_of(error: &DbError, statement: &'static str) -> Failed {
    let code = error.code();
    let constraint = || error.constraint().unwrap_or("").to_owned();
    if is_lost_race(code) {
        return Failed::for_now(StoreError::Conflict);
    }
    if code.code().starts_with("57P") {
        return Failed::for_now(StoreError::Unavailable(error.message().to_owned()));
    }
    Failed::for_good(if *code == SqlState::UNIQUE_VIOLATION {
        StoreError::Duplicate {
            constraint: constraint(),
            statement,
        }
    } else if *code == SqlState::FOREIGN_KEY_VIOLATION {
        StoreError::ForeignKey { statement }
    } else if *code == SqlState::CHECK_VIOLATION {
        StoreError::Check {
            constraint: constraint(),
            statement,
        }
    } else if *code == SqlState::NOT_NULL_VIOLATION {
        let (table, column) = (error.table().unwrap_or(""), error.column().unwrap_or(""));
        StoreError::Check {
            constraint: format!("{table}.{column}"),
            statement,
        }
    } else {
        StoreError::Other(format!(
            "{statement}: {} ({})",
            error.message(),
            code.code()
        ))
    })
}
