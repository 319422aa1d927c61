//! Readers: each unit gets a connection of its own and sees the database of one moment.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::sync::Semaphore;

use crate::port::{
    StoreError, Tx,
    tx::{Connection, Failed},
    unit::{self, Ending, Work},
};

#[derive(Clone)]
pub(super) struct Readers {
    idle: Arc<Mutex<Vec<Tx>>>,
    room: Arc<Semaphore>,
    wait: Duration,
}

impl Readers {
    pub(super) fn new(connections: Vec<Tx>, wait: Duration) -> Readers {
        Readers {
            room: Arc::new(Semaphore::new(connections.len())),
            idle: Arc::new(Mutex::new(connections)),
            wait,
        }
    }

    pub(super) async fn attempt<T, E>(&self, work: Arc<Work<T, E>>) -> Ending<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let turn = tokio::time::timeout(self.wait, Arc::clone(&self.room).acquire_owned()).await;
        let permit = match turn {
            Ok(Ok(permit)) => permit,
            Ok(Err(_)) => return unavailable("it is closed"),
            Err(_) => return unavailable("every read connection stayed busy"),
        };
        let idle = Arc::clone(&self.idle);
        let task = tokio::task::spawn_blocking(move || {
            let taken = lock(&idle).pop();
            let Some(tx) = taken else {
                return unavailable("it is closed");
            };
            let ending = one_moment(&tx, &*work);
            lock(&idle).push(tx);
            drop(permit);
            ending
        });
        task.await
            .unwrap_or_else(|error| Ending::failed(StoreError::Panicked(error.to_string())))
    }

    pub(super) fn close(&self) {
        self.room.close();
        lock(&self.idle).clear();
    }
}

fn one_moment<T, E: From<StoreError>>(tx: &Tx, work: &Work<T, E>) -> Ending<T, E> {
    if let Err(failed) = control(tx, "BEGIN") {
        return ending_of(failed);
    }
    let (_, ending) = unit::run(tx, work);
    // Nothing was written: ending the transaction either way only lets go of the moment.
    match control(tx, "COMMIT") {
        Ok(()) => ending,
        Err(failed) => ending_of(failed),
    }
}

fn ending_of<T, E: From<StoreError>>(failed: Failed) -> Ending<T, E> {
    if failed.again {
        Ending::Again
    } else {
        Ending::failed(failed.error)
    }
}

pub(super) fn control(tx: &Tx, sql: &'static str) -> Result<(), Failed> {
    match &tx.connection {
        Connection::Sqlite(sqlite) => sqlite.control(sql),
        Connection::Postgres(_) => tx.batch(sql),
    }
}

fn unavailable<T, E: From<StoreError>>(why: &str) -> Ending<T, E> {
    Ending::failed(StoreError::Unavailable(why.to_owned()))
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
