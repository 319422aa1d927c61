//! A database of its own for each test, migrated and empty.

use std::sync::atomic::{AtomicU32, Ordering};

use jiff::Timestamp;
use store::{Address, MIGRATIONS, Options, Store};
use tokio_postgres::{Client, NoTls};

use throwaway::{lock, short_hash};

use crate::Failure;

/// Which database a test runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A file in a temporary folder.
    Sqlite,
    /// A database of the throwaway cluster.
    Postgres,
}

/// Writes each test twice, as `name::sqlite` and `name::postgres`.
///
/// ```ignore
/// testkit::each_database! {
///     async fn a_setting_is_found_again(store: Store) { ... }
/// }
/// ```
#[macro_export]
macro_rules! each_database {
    ($($(#[$meta:meta])* async fn $name:ident($store:ident: $kind:ty) $body:block)+) => { $(
        $(#[$meta])*
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            async fn body($store: $kind) $body

            #[test]
            fn sqlite() -> Result<(), $crate::Failure> {
                $crate::database::run($crate::database::Kind::Sqlite, body)
            }

            #[test]
            fn postgres() -> Result<(), $crate::Failure> {
                $crate::database::run($crate::database::Kind::Postgres, body)
            }
        }
    )+ };
}

/// A test's own database. [`Scratch::close`] removes it.
pub struct Scratch {
    /// Open and migrated.
    pub store: Store,
    /// Where it is, for a second store or another program on the same data.
    pub address: Address,
    place: Place,
}

enum Place {
    Folder(tempfile::TempDir),
    Named(String),
}

/// Limits that suit tests: many of them share one server.
pub fn options() -> Options {
    Options {
        readers: 2,
        connections: 8,
        ..Options::default()
    }
}

/// The time that tests begin at.
pub fn start_of_time() -> Timestamp {
    Timestamp::UNIX_EPOCH
}

/// Runs a test on a fresh database, on a runtime of its own.
///
/// # Errors
/// If the database cannot be made.
pub fn run(kind: Kind, test: impl AsyncFnOnce(Store)) -> Result<(), Failure> {
    run_with(kind, options(), test)
}

/// The same with other limits.
///
/// # Errors
/// If the database cannot be made.
pub fn run_with(
    kind: Kind,
    options: Options,
    test: impl AsyncFnOnce(Store),
) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| Failure::of("the runtime of the test", error))?;
    runtime.block_on(async {
        let scratch = Scratch::open(kind, options).await?;
        test(scratch.store.clone()).await;
        scratch.close().await
    })
}

/// Runs a test on a fresh database of each kind, one after the other, inside a runtime.
///
/// # Errors
/// If a database cannot be made.
pub async fn for_each_database(test: impl AsyncFn(Store)) -> Result<(), Failure> {
    for kind in [Kind::Sqlite, Kind::Postgres] {
        let scratch = Scratch::open(kind, options()).await?;
        test(scratch.store.clone()).await;
        scratch.close().await?;
    }
    Ok(())
}

impl Scratch {
    /// Makes a database, migrates it and opens it.
    ///
    /// # Errors
    /// With a sentence, also when PostgreSQL is not installed.
    pub async fn open(kind: Kind, options: Options) -> Result<Scratch, Failure> {
        match kind {
            Kind::Sqlite => {
                let folder = tempfile::tempdir()
                    .map_err(|error| Failure::of("a temporary folder", error))?;
                let address = Address::Sqlite(folder.path().join("test.sqlite"));
                migrated(&address).await?.close().await;
                Ok(Scratch {
                    store: Store::open(&address, options).await?,
                    address,
                    place: Place::Folder(folder),
                })
            }
            Kind::Postgres => {
                let server = throwaway::url()?;
                let template = template(&server).await?;
                let name = fresh_name();
                let client = connect(&server).await?;
                sql(
                    &client,
                    &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
                )
                .await?;
                sql(
                    &client,
                    &format!("CREATE DATABASE {name} TEMPLATE {template}"),
                )
                .await?;
                let address = Address::Postgres(with_database(&server, &name)?);
                Ok(Scratch {
                    store: Store::open(&address, options).await?,
                    address,
                    place: Place::Named(name),
                })
            }
        }
    }

    /// Closes and removes it.
    ///
    /// # Errors
    /// If the server cannot be reached any more.
    pub async fn close(self) -> Result<(), Failure> {
        self.store.close().await;
        match self.place {
            Place::Folder(folder) => folder
                .close()
                .map_err(|error| Failure::of("removing the temporary folder", error)),
            Place::Named(name) => {
                let client = connect(&throwaway::url()?).await?;
                sql(
                    &client,
                    &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
                )
                .await
            }
        }
    }
}

async fn migrated(address: &Address) -> Result<Store, Failure> {
    // Failures made on purpose are for the test, not for its preparation.
    let store = Store::open(address, options()).await?;
    store.migrate(start_of_time()).await?;
    Ok(store)
}

/// A migrated database that others are copied from, one for each state of the migrations.
async fn template(server: &str) -> Result<String, Failure> {
    let texts: String = MIGRATIONS.iter().map(|migration| migration.text).collect();
    let name = format!("template_{}", short_hash(&texts));
    let beside = format!("testamur-template-{}", short_hash(server));
    let lock = lock(&std::env::temp_dir().join(beside))?;
    let client = connect(server).await?;
    let known = client
        .query_opt("SELECT 1 FROM pg_database WHERE datname = $1", &[&name])
        .await
        .map_err(|error| Failure::of("looking for the template", error))?;
    if known.is_none() {
        let unfinished = format!("unfinished_{name}");
        sql(
            &client,
            &format!("DROP DATABASE IF EXISTS {unfinished} WITH (FORCE)"),
        )
        .await?;
        sql(
            &client,
            &format!("CREATE DATABASE {unfinished} TEMPLATE template0 ENCODING 'UTF8'"),
        )
        .await?;
        let address = Address::Postgres(with_database(server, &unfinished)?);
        migrated(&address).await?.close().await;
        end_connections(&client, &unfinished).await?;
        sql(
            &client,
            &format!("ALTER DATABASE {unfinished} RENAME TO {name}"),
        )
        .await?;
    }
    drop(lock);
    Ok(name)
}

/// Closed connections take a moment to go; a template must have none.
async fn end_connections(client: &Client, database: &str) -> Result<(), Failure> {
    sql(
        client,
        &format!("ALTER DATABASE {database} ALLOW_CONNECTIONS false"),
    )
    .await?;
    sql(
        client,
        &format!(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{database}'"
        ),
    )
    .await
}

/// A name that no other test that is running has.
fn fresh_name() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    format!("test_{}_{number}", std::process::id())
}

/// The server's address with another database.
fn with_database(server: &str, database: &str) -> Result<String, Failure> {
    let (address, query) = match server.split_once('?') {
        Some((address, query)) => (address, format!("?{query}")),
        None => (server, String::new()),
    };
    let (scheme, rest) = address.split_once("://").ok_or_else(|| {
        Failure::new(format!(
            "{} is not a postgres:// address",
            throwaway::VARIABLE
        ))
    })?;
    let host = rest.split_once('/').map_or(rest, |(host, _)| host);
    Ok(format!("{scheme}://{host}/{database}{query}"))
}

async fn connect(url: &str) -> Result<Client, Failure> {
    let (client, connection) = tokio_postgres::connect(url, NoTls)
        .await
        .map_err(|error| Failure::of("connecting to PostgreSQL for tests", error))?;
    tokio::spawn(connection);
    Ok(client)
}

async fn sql(client: &Client, text: &str) -> Result<(), Failure> {
    client.batch_execute(text).await.map_err(|error| {
        let words = error.as_db_error().map(ToString::to_string);
        Failure::of(text, words.unwrap_or_else(|| error.to_string()))
    })
}
