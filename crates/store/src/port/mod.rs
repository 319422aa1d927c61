//! The port to the database: units of work, statements, values, rows. The only files that know
//! which database is running are those of `sqlite` and `postgres`.

mod dice;
mod error;
mod faults;
mod migrate;
mod options;
mod postgres;
pub mod registry;
mod row;
mod sqlite;
mod statement;
mod store;
mod tx;
mod unit;
mod value;

pub use error::StoreError;
pub use migrate::{Dialect, MIGRATIONS, Migration, MigrationReport, MigrationStanding};
pub use options::{Address, Faults, Options};
pub use row::{FromValue, Row};
pub use statement::{Fork, Statement};
pub use store::Store;
pub use tx::Tx;
pub use value::Value;
