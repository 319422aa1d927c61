//! The only crate that knows a database or a place for bytes. It keeps and finds; it never
//! decides.

pub mod assessors;
pub mod audit;
pub mod award;
pub mod blob;
pub mod catalogue;
pub mod evidence;
pub mod growth;
pub mod letters;
pub mod people;
pub mod port;
pub mod pursuit;
pub mod review;
pub mod system;
pub mod tls;

pub use port::{
    Address, Dialect, Faults, Fork, FromValue, MIGRATIONS, Migration, MigrationReport,
    MigrationStanding, Options, Row, Statement, Store, StoreError, Tx, Value, registry,
};
