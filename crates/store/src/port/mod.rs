//! The port to the database: units of work, statements, values, rows.

mod error;
mod options;
pub mod registry;
mod row;
mod statement;
mod store;
mod tx;
mod value;

pub use error::StoreError;
pub use options::{Address, Faults, Options};
pub use row::{FromValue, Row};
pub use statement::Statement;
pub use store::{MigrationReport, Store};
pub use tx::Tx;
pub use value::Value;
