//! SQLite: one writer thread that commits waiting units together, readers with connections of
//! their own.

mod connection;
mod copy;
mod readers;
mod writer;

use std::{path::PathBuf, sync::Arc, time::Duration};

use rusqlite::OpenFlags;

pub(super) use connection::SqliteConnection;
use readers::Readers;
use writer::Writer;

use super::{
    Options, StoreError, Tx,
    store::Mode,
    tx::{Connection, Shared},
    unit::{Ending, Work},
};

/// An open SQLite database.
pub(super) struct Sqlite {
    path: PathBuf,
    writer: Writer,
    readers: Readers,
    /// How long a backup waits for a file that is locked.
    patience: Duration,
}

impl Sqlite {
    pub(super) async fn open(
        path: PathBuf,
        options: &Options,
        shared: Arc<Shared>,
    ) -> Result<Sqlite, StoreError> {
        let (readers, group) = (options.readers.max(1), options.group.max(1));
        let file = path.clone();
        let (writer, readers) = blocking(move || {
            let tx = |flags| {
                let connection = SqliteConnection::open(&file, flags)?;
                let connection = Connection::Sqlite(connection);
                Ok::<Tx, StoreError>(Tx::new(connection, Arc::clone(&shared)))
            };
            // The writer comes first: it makes the file and its log.
            let writer = tx(OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
            let readers = (0..readers)
                .map(|_| tx(OpenFlags::SQLITE_OPEN_READ_ONLY))
                .collect::<Result<Vec<Tx>, StoreError>>()?;
            Ok((writer, readers))
        })
        .await?;
        Ok(Sqlite {
            path,
            writer: Writer::start(writer, group, options)?,
            readers: Readers::new(readers, options.wait),
            patience: options.wait,
        })
    }

    pub(super) async fn attempt<T, E>(&self, mode: Mode, work: Arc<Work<T, E>>) -> Ending<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        match mode {
            Mode::Write => self.writer.attempt(work).await,
            Mode::Read => self.readers.attempt(work).await,
        }
    }

    pub(super) async fn close(&self) {
        self.writer.close().await;
        self.readers.close();
    }

    /// One read transaction over the whole file: writers go on meanwhile.
    pub(super) async fn backup_to(&self, target: PathBuf) -> Result<(), StoreError> {
        let (source, patience) = (self.path.clone(), self.patience);
        blocking(move || {
            std::fs::File::create_new(&target).map_err(|error| {
                let target = target.display();
                StoreError::Other(format!("cannot make the backup file {target}: {error}"))
            })?;
            copy::copy(&source, &target, patience).map_err(|error| {
                let _ = std::fs::remove_file(&target);
                StoreError::Other(format!("backup to {}: {error}", target.display()))
            })
        })
        .await
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|error| Err(StoreError::Panicked(error.to_string())))
}
