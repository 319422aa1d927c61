//! PostgreSQL: a pool of connections; writes at SERIALIZABLE, reads of one moment.

mod codec;
mod connection;
mod tls;

use std::{sync::Arc, time::Duration};

use deadpool_postgres::{
    Manager, ManagerConfig, Object, Pool, PoolError, RecyclingMethod, Runtime, Timeouts,
};
use tokio_postgres::{
    Config, NoTls,
    config::{Host, SslMode},
    error::SqlState,
};
use tokio_postgres_rustls::MakeRustlsConnect;

pub(super) use connection::PostgresConnection;

use super::{
    Options, StoreError, Tx,
    faults::FaultLayer,
    store::Mode,
    tx::{Connection, Shared},
    unit::{self, Ending, Fate, Work},
};

const OLDEST_VERSION: i32 = 150_000;

/// An open PostgreSQL database.
pub(super) struct Postgres {
    pool: Pool,
}

impl Postgres {
    /// Connects once, so that a wrong address is told at start.
    pub(super) async fn open(url: &str, options: &Options) -> Result<Postgres, StoreError> {
        let postgres = Postgres {
            pool: pool(url, options)?,
        };
        let client = postgres.connection().await?;
        let row = client
            .query_one("SELECT current_setting('server_version_num')::int4, current_setting('server_encoding')", &[])
            .await
            .map_err(|error| StoreError::Unavailable(words(&error)))?;
        let (version, encoding): (i32, String) = (row.get(0), row.get(1));
        if version < OLDEST_VERSION || encoding != "UTF8" {
            return Err(StoreError::Unavailable(format!(
                "PostgreSQL 15 or newer with encoding UTF8 is needed; this server is {version} with {encoding}"
            )));
        }
        Ok(postgres)
    }

    pub(super) fn close(&self) {
        self.pool.close();
    }

    pub(super) async fn attempt<T, E>(
        &self,
        mode: Mode,
        shared: Arc<Shared>,
        work: Arc<Work<T, E>>,
    ) -> Ending<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let client = match self.connection().await {
            Ok(client) => client,
            Err(error) => return Ending::failed(error),
        };
        let runtime = tokio::runtime::Handle::current();
        let task = tokio::task::spawn_blocking(move || {
            let connection = Connection::Postgres(PostgresConnection::new(client, runtime));
            let tx = Tx::new(connection, shared);
            let ending = transaction(&tx, mode, &*work);
            if let Connection::Postgres(postgres) = tx.connection {
                postgres.give_back();
            }
            ending
        });
        task.await
            .unwrap_or_else(|error| Ending::failed(StoreError::Panicked(error.to_string())))
    }

    async fn connection(&self) -> Result<Object, StoreError> {
        self.pool.get().await.map_err(|error| {
            StoreError::Unavailable(match error {
                PoolError::Timeout(_) => "every connection to PostgreSQL stayed busy".to_owned(),
                PoolError::Closed => "it is closed".to_owned(),
                PoolError::Backend(error) => {
                    format!("cannot connect to PostgreSQL: {}", words(&error))
                }
                other => other.to_string(),
            })
        })
    }
}

/// The address, with time limits where it names none.
fn config(url: &str) -> Result<Config, StoreError> {
    let mut config: Config = url.parse().map_err(|error: tokio_postgres::Error| {
        StoreError::Unavailable(format!("this is not an address of PostgreSQL: {error}"))
    })?;
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(Duration::from_secs(5));
    }
    if config.get_tcp_user_timeout().is_none() {
        config.tcp_user_timeout(Duration::from_secs(30));
    }
    if config.get_application_name().is_none() {
        config.application_name("testamur");
    }
    Ok(config)
}

fn pool(url: &str, options: &Options) -> Result<Pool, StoreError> {
    let (address, protection) = tls::split(url)?;
    let mut config = config(&address)?;
    let fast = ManagerConfig {
        recycling_method: RecyclingMethod::Fast,
    };
    let is_here = |host: &Host| matches!(host, Host::Unix(_));
    let client = match config.get_hosts().iter().all(is_here) {
        // A socket of this machine has nobody who could listen.
        true => None,
        false => protection.client()?,
    };
    let manager = match client {
        None => {
            config.ssl_mode(SslMode::Disable);
            Manager::from_config(config, NoTls, fast)
        }
        Some(client) => {
            config.ssl_mode(protection.mode());
            Manager::from_config(config, MakeRustlsConnect::new(client), fast)
        }
    };
    Pool::builder(manager)
        .max_size(options.connections.max(1))
        .timeouts(Timeouts {
            wait: Some(options.wait),
            create: Some(options.wait),
            recycle: Some(options.wait),
        })
        .runtime(Runtime::Tokio1)
        .build()
        .map_err(|error| StoreError::Unavailable(error.to_string()))
}

fn transaction<T, E: From<StoreError>>(tx: &Tx, mode: Mode, work: &Work<T, E>) -> Ending<T, E> {
    let begin = match mode {
        Mode::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        Mode::Write => "BEGIN ISOLATION LEVEL SERIALIZABLE",
    };
    if let Err(failed) = tx.batch(begin) {
        return if failed.again {
            Ending::Again
        } else {
            Ending::failed(failed.error)
        };
    }
    let (fate, ending) = unit::run(tx, work);
    let fault = |at: fn(&FaultLayer) -> bool| mode == Mode::Write && tx.faults().is_some_and(at);
    if fate == Fate::Undo {
        roll_back(tx);
        return ending;
    }
    if fault(FaultLayer::before_commit) {
        roll_back(tx);
        return Ending::Again;
    }
    match commit(tx) {
        Commit::Done if fault(FaultLayer::after_commit) => Ending::failed(StoreError::Unknown),
        Commit::Done => ending,
        Commit::Refused(true) => Ending::Again,
        Commit::Refused(false) => {
            let words = "PostgreSQL refused the commit".to_owned();
            Ending::failed(StoreError::Other(words))
        }
        // A read has no outcome that could be in doubt.
        Commit::Lost if mode == Mode::Read => ending,
        Commit::Lost => Ending::failed(StoreError::Unknown),
    }
}

/// A connection that cannot roll back is not given back.
fn roll_back(tx: &Tx) {
    if let Err(failed) = tx.batch("ROLLBACK") {
        tracing::debug!(error = %failed.error, "a rollback failed");
    }
}

enum Commit {
    Done,
    /// Whether running the unit again may succeed.
    Refused(bool),
    Lost,
}

fn commit(tx: &Tx) -> Commit {
    let Connection::Postgres(postgres) = &tx.connection else {
        return Commit::Refused(false);
    };
    match postgres.try_batch("COMMIT") {
        Ok(()) => Commit::Done,
        Err(error) => match error.code() {
            Some(code) if is_unknown(code) => Commit::Lost,
            Some(code) => {
                roll_back(tx);
                Commit::Refused(connection::is_lost_race(code))
            }
            None => Commit::Lost,
        },
    }
}

/// The server went away, or says itself that it does not know.
fn is_unknown(code: &SqlState) -> bool {
    *code == SqlState::T_R_STATEMENT_COMPLETION_UNKNOWN
        || ["08", "57P"]
            .iter()
            .any(|class| code.code().starts_with(class))
}

/// The driver alone says "db error"; what the server says is inside.
fn words(error: &tokio_postgres::Error) -> String {
    match error.as_db_error() {
        Some(inner) => format!("{} ({})", inner.message(), inner.code().code()),
        None => {
            let cause = std::error::Error::source(error);
            cause.map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}"))
        }
    }
}
