//! The store: one value, two databases.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use jiff::Timestamp;

use super::{
    Address, Dialect, MigrationReport, MigrationStanding, Options, StoreError, Tx,
    dice::Dice,
    faults::FaultLayer,
    migrate,
    postgres::Postgres,
    sqlite::Sqlite,
    tx::Shared,
    unit::{Ending, Work},
};

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    backend: Backend,
    shared: Arc<Shared>,
    jitter: Arc<Dice>,
    attempts: u32,
}

#[derive(Clone)]
enum Backend {
    Sqlite(Arc<Sqlite>),
    Postgres(Arc<Postgres>),
}

/// What a unit of work may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Read,
    Write,
}

impl Store {
    /// Opens the database without migrating it. A missing SQLite file is made.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] says what was tried and what to do.
    pub async fn open(address: &Address, options: Options) -> Result<Store, StoreError> {
        let shared = Arc::new(Shared {
            statements: AtomicU64::new(0),
            faults: options.faults.map(FaultLayer::new),
        });
        let backend = match address {
            Address::Sqlite(path) => {
                let sqlite = Sqlite::open(path.clone(), &options, Arc::clone(&shared)).await?;
                Backend::Sqlite(Arc::new(sqlite))
            }
            Address::Postgres(url) => {
                Backend::Postgres(Arc::new(Postgres::open(url, &options).await?))
            }
        };
        Ok(Store {
            backend,
            shared,
            jitter: Arc::new(Dice::new(options.seed)),
            attempts: options.attempts.max(1),
        })
    }

    /// Applies the migrations that are missing, one transaction each, under a lock that other
    /// processes wait for. Only forward.
    ///
    /// # Errors
    /// [`StoreError::Migration`] if the text of an applied migration has changed.
    pub async fn migrate(&self, now: Timestamp) -> Result<MigrationReport, StoreError> {
        migrate::run(self, migrate::MIGRATIONS, now).await
    }

    /// How the database stands to the migrations of this program; changes nothing.
    ///
    /// # Errors
    /// Those of the database, also if it was never migrated.
    pub async fn migration_standing(&self) -> Result<MigrationStanding, StoreError> {
        migrate::standing(self, migrate::MIGRATIONS).await
    }

    /// One unit of work that may change something. `Ok` commits, `Err` undoes; a refusal that
    /// must leave something behind is `Ok(Err(refusal))`. The work may be run several times, so
    /// it draws no ids, times or random numbers and touches nothing but the database.
    ///
    /// # Errors
    /// Those of the work, [`StoreError::Conflict`] after every retry,
    /// [`StoreError::Unknown`] if the connection broke during the commit.
    pub async fn write<T, E>(
        &self,
        work: impl Fn(&Tx) -> Result<T, E> + Send + Sync + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.transact(Mode::Write, Arc::new(work)).await
    }

    /// One unit of work that only reads, all of it at one moment. What it finds decides nothing:
    /// a decision reads again in its own [`Store::write`].
    ///
    /// # Errors
    /// Those of the work and of the database; also for any attempt to write.
    pub async fn read<T, E>(
        &self,
        work: impl Fn(&Tx) -> Result<T, E> + Send + Sync + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.transact(Mode::Read, Arc::new(work)).await
    }

    /// Statements run so far, without BEGIN and COMMIT, for tests that count queries.
    pub fn statements_run(&self) -> u64 {
        self.shared.statements.load(Ordering::Relaxed)
    }

    /// Copies a SQLite database to a new file while it is in use, as of one moment.
    ///
    /// # Errors
    /// If the file exists, cannot be written, or the database is not SQLite.
    pub async fn backup_to(&self, path: &Path) -> Result<(), StoreError> {
        match &self.backend {
            Backend::Sqlite(sqlite) => sqlite.backup_to(path.to_owned()).await,
            Backend::Postgres(_) => Err(StoreError::Other(
                "the database is PostgreSQL: back it up with pg_dump or a base backup".to_owned(),
            )),
        }
    }

    /// Ends the writer of SQLite after the units that wait, and folds its log into the file;
    /// closes the connections to PostgreSQL. Later units are answered `Unavailable`.
    pub async fn close(&self) {
        match &self.backend {
            Backend::Sqlite(sqlite) => sqlite.close().await,
            Backend::Postgres(postgres) => postgres.close(),
        }
    }

    pub(super) fn dialect(&self) -> Dialect {
        match &self.backend {
            Backend::Sqlite(_) => Dialect::Sqlite,
            Backend::Postgres(_) => Dialect::Postgres,
        }
    }

    async fn transact<T, E>(&self, mode: Mode, work: Arc<Work<T, E>>) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        for attempt in 1..=self.attempts {
            let work = Arc::clone(&work);
            let ending = match &self.backend {
                Backend::Sqlite(sqlite) => sqlite.attempt(mode, work).await,
                Backend::Postgres(postgres) => {
                    let shared = Arc::clone(&self.shared);
                    postgres.attempt(mode, shared, work).await
                }
            };
            if let Ending::Done(answer) = ending {
                return answer;
            }
            if attempt < self.attempts {
                tokio::time::sleep(self.pause(attempt)).await;
            }
        }
        tracing::warn!(attempts = self.attempts, "a unit of work lost every race");
        Err(StoreError::Conflict.into())
    }

    /// Full jitter: anything from nothing to a bound that doubles with each attempt.
    fn pause(&self, attempt: u32) -> Duration {
        const FIRST_MICROS: u64 = 4_000;
        const LONGEST_MICROS: u64 = 500_000;
        let bound = (FIRST_MICROS << attempt.min(10)).min(LONGEST_MICROS);
        Duration::from_micros(self.jitter.below(bound))
    }
}
