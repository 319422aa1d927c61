//! The writer: one thread, which takes the units that wait, runs each in a savepoint of its own
//! and commits them together. A lone durable commit costs a sync of the disk; a group costs the
//! same one. Answers leave after the commit.

use std::{
    sync::{Arc, mpsc},
    time::Duration,
};

use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

use super::readers::control;
use crate::port::{
    Options, StoreError, Tx,
    faults::FaultLayer,
    tx::{Connection, Failed},
    unit::{self, Ending, Fate, Work},
};

/// Quiet time after which the log is folded into the file.
const QUIET: Duration = Duration::from_secs(1);

pub(super) struct Writer {
    inbox: mpsc::Sender<Message>,
    room: Arc<Semaphore>,
    wait: Duration,
}

enum Message {
    Unit(Box<dyn Unit>),
    Stop(oneshot::Sender<()>),
}

impl Writer {
    pub(super) fn start(tx: Tx, group: usize, options: &Options) -> Result<Writer, StoreError> {
        let (inbox, messages) = mpsc::channel();
        std::thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || serve(&tx, &messages, group))
            .map_err(|error| StoreError::Unavailable(format!("no thread to write: {error}")))?;
        Ok(Writer {
            inbox,
            room: Arc::new(Semaphore::new(options.queue.max(1))),
            wait: options.wait,
        })
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
            Err(_) => return unavailable("too many units of work wait for their turn"),
        };
        let (reply, answer) = oneshot::channel();
        let unit = Waiting {
            work,
            ending: None,
            reply,
            _permit: permit,
        };
        if self.inbox.send(Message::Unit(Box::new(unit))).is_err() {
            return unavailable("it is closed");
        }
        answer.await.unwrap_or_else(|_| unavailable("it is closed"))
    }

    pub(super) async fn close(&self) {
        self.room.close();
        let (reply, done) = oneshot::channel();
        if self.inbox.send(Message::Stop(reply)).is_ok() {
            let _ = done.await;
        }
    }
}

fn unavailable<T, E: From<StoreError>>(why: &str) -> Ending<T, E> {
    Ending::failed(StoreError::Unavailable(why.to_owned()))
}

/// A unit of work that waits, whatever its types are.
trait Unit: Send {
    /// Runs it inside the open transaction or savepoint.
    fn run(&mut self, tx: &Tx) -> Fate;
    /// Replaces its answer.
    fn failed(&mut self, failed: Failed);
    /// Whether its changes were to be kept.
    fn is_kept(&self) -> bool;
    /// Tells the caller.
    fn answer(self: Box<Self>);
}

struct Waiting<T, E> {
    work: Arc<Work<T, E>>,
    ending: Option<Ending<T, E>>,
    reply: oneshot::Sender<Ending<T, E>>,
    _permit: OwnedSemaphorePermit,
}

impl<T: Send, E: From<StoreError> + Send> Unit for Waiting<T, E> {
    fn run(&mut self, tx: &Tx) -> Fate {
        let (fate, ending) = unit::run(tx, &*self.work);
        self.ending = Some(ending);
        if fate == Fate::Keep && tx.faults().is_some_and(FaultLayer::before_commit) {
            self.ending = Some(Ending::Again);
            return Fate::Undo;
        }
        fate
    }

    fn failed(&mut self, failed: Failed) {
        self.ending = Some(if failed.again {
            Ending::Again
        } else {
            Ending::failed(failed.error)
        });
    }

    fn is_kept(&self) -> bool {
        matches!(self.ending, Some(Ending::Done(Ok(_))))
    }

    fn answer(self: Box<Self>) {
        let ending = self.ending.unwrap_or(Ending::Again);
        // A caller who has gone away needs no answer.
        let _ = self.reply.send(ending);
    }
}

fn serve(tx: &Tx, messages: &mpsc::Receiver<Message>, group: usize) {
    let mut changed = false;
    loop {
        let message = if changed {
            messages.recv_timeout(QUIET)
        } else {
            messages.recv().map_err(mpsc::RecvTimeoutError::from)
        };
        match message {
            Ok(Message::Unit(first)) => {
                let (units, stop) = gather(first, messages, group);
                commit_together(tx, units);
                changed = true;
                if let Some(reply) = stop {
                    return finish(tx, reply);
                }
            }
            Ok(Message::Stop(reply)) => return finish(tx, reply),
            Err(mpsc::RecvTimeoutError::Timeout) => {
                fold_log(tx);
                changed = false;
            }
            Err(mpsc::RecvTimeoutError::Disconnected) => return fold_log(tx),
        }
    }
}

fn finish(tx: &Tx, reply: oneshot::Sender<()>) {
    fold_log(tx);
    let _ = reply.send(());
}

fn fold_log(tx: &Tx) {
    if let Connection::Sqlite(sqlite) = &tx.connection {
        sqlite.checkpoint();
    }
}

/// The first unit and those that wait behind it, and whether a stop was met.
fn gather(
    first: Box<dyn Unit>,
    messages: &mpsc::Receiver<Message>,
    group: usize,
) -> (Vec<Box<dyn Unit>>, Option<oneshot::Sender<()>>) {
    let mut units = vec![first];
    while units.len() < group {
        match messages.try_recv() {
            Ok(Message::Unit(unit)) => units.push(unit),
            Ok(Message::Stop(reply)) => return (units, Some(reply)),
            Err(_) => break,
        }
    }
    (units, None)
}

fn commit_together(tx: &Tx, mut units: Vec<Box<dyn Unit>>) {
    let alone = units.len() == 1 || run_group(tx, &mut units).is_err();
    if alone {
        for unit in &mut units {
            if let Err(failed) = run_alone(tx, unit.as_mut()) {
                unit.failed(failed);
            }
        }
    }
    for mut unit in units {
        if unit.is_kept() && tx.faults().is_some_and(FaultLayer::after_commit) {
            unit.failed(Failed::for_good(StoreError::Unknown));
        }
        unit.answer();
    }
}

/// Every unit in its savepoint, one commit. After an error nothing of the group is left.
fn run_group(tx: &Tx, units: &mut [Box<dyn Unit>]) -> Result<(), Failed> {
    control(tx, "BEGIN IMMEDIATE")?;
    let outcome = units
        .iter_mut()
        .try_for_each(|unit| run_in_savepoint(tx, unit.as_mut()))
        .and_then(|()| control(tx, "COMMIT"));
    undo_if_failed(tx, outcome)
}

fn run_in_savepoint(tx: &Tx, unit: &mut dyn Unit) -> Result<(), Failed> {
    control(tx, "SAVEPOINT unit")?;
    let fate = unit.run(tx);
    if is_idle(tx) {
        return Err(lost());
    }
    if fate == Fate::Undo {
        control(tx, "ROLLBACK TO unit")?;
    }
    control(tx, "RELEASE unit")
}

fn run_alone(tx: &Tx, unit: &mut dyn Unit) -> Result<(), Failed> {
    control(tx, "BEGIN IMMEDIATE")?;
    let outcome = match unit.run(tx) {
        Fate::Keep => control(tx, "COMMIT"),
        Fate::Undo if is_idle(tx) => Ok(()),
        Fate::Undo => control(tx, "ROLLBACK"),
    };
    undo_if_failed(tx, outcome)
}

fn undo_if_failed(tx: &Tx, outcome: Result<(), Failed>) -> Result<(), Failed> {
    if outcome.is_err() && !is_idle(tx) {
        control(tx, "ROLLBACK")?;
    }
    outcome
}

/// On a full disk and the like SQLite undoes the whole transaction by itself.
fn is_idle(tx: &Tx) -> bool {
    match &tx.connection {
        Connection::Sqlite(sqlite) => sqlite.is_idle(),
        Connection::Postgres(_) => false,
    }
}

fn lost() -> Failed {
    Failed::for_good(StoreError::Other(
        "SQLite undid the whole transaction".to_owned(),
    ))
}
