//! The store.

use jiff::Timestamp;

use super::{Address, Options, StoreError, Tx};

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Store;

/// What a run of the migrations did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MigrationReport {
    /// Numbers applied now.
    pub applied: Vec<u32>,
    /// Numbers in the database that this program does not know: it is older than the database.
    pub unknown: Vec<u32>,
}

impl Store {
    /// Opens the database without migrating it.
    pub async fn open(_address: &Address, _options: Options) -> Result<Store, StoreError> {
        Err(StoreError::Unavailable("not connected".to_owned()))
    }

    /// Applies the missing migrations.
    pub async fn migrate(&self, _now: Timestamp) -> Result<MigrationReport, StoreError> {
        Err(StoreError::Unavailable("not connected".to_owned()))
    }

    /// One unit of work that may change something.
    pub async fn write<T, E>(
        &self,
        _work: impl Fn(&Tx) -> Result<T, E> + Send + Sync + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        Err(StoreError::Unavailable("not connected".to_owned()).into())
    }

    /// One unit of work that only reads, all of it at one moment.
    pub async fn read<T, E>(
        &self,
        _work: impl Fn(&Tx) -> Result<T, E> + Send + Sync + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        Err(StoreError::Unavailable("not connected".to_owned()).into())
    }

    /// Statements run so far.
    pub fn statements_run(&self) -> u64 {
        0
    }
}
