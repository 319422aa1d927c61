//! The port and the system room, each test on both databases.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod backup;
mod limits;
mod migrations;
mod races;
mod registry;
mod sweep;
mod system;
mod system_jobs;
mod tls;
mod units;
mod values;

use store::{Statement, Store, StoreError};

/// A statement of a test.
const fn statement(sql: &'static str) -> Statement {
    Statement { name: "test", sql }
}

/// Runs one statement in a unit of its own.
async fn run(store: &Store, sql: &'static str) -> Result<u64, StoreError> {
    store
        .write(move |tx| tx.execute(&statement(sql), &[]))
        .await
}

/// The number that a query answers in its column `n`.
async fn number(store: &Store, sql: &'static str) -> i64 {
    store
        .read(move |tx| tx.one(&statement(sql), &[])?.get::<i64>("n"))
        .await
        .unwrap()
}

/// A table with one counter that starts at zero.
async fn counter(store: &Store) {
    run(
        store,
        "CREATE TABLE counter (id BIGINT NOT NULL PRIMARY KEY, n BIGINT NOT NULL)",
    )
    .await
    .unwrap();
    run(store, "INSERT INTO counter (id, n) VALUES (1, 0)")
        .await
        .unwrap();
}
