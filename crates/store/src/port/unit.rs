//! Running one unit of work: what becomes of its changes, and what its caller is told.

use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind},
};

use super::{StoreError, Tx};

/// A unit of work: it may be run again, so it has no effect outside the database.
pub(super) type Work<T, E> = dyn Fn(&Tx) -> Result<T, E> + Send + Sync;

/// How one run of a unit ended.
pub(super) enum Ending<T, E> {
    /// With an answer for the caller.
    Done(Result<T, E>),
    /// With a lost race; its changes are undone.
    Again,
}

impl<T, E: From<StoreError>> Ending<T, E> {
    pub(super) fn failed(error: StoreError) -> Ending<T, E> {
        Ending::Done(Err(error.into()))
    }
}

/// What becomes of the changes of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Keep,
    Undo,
}

/// Runs a unit inside a transaction or savepoint that the caller has opened.
pub(super) fn run<T, E: From<StoreError>>(tx: &Tx, work: &Work<T, E>) -> (Fate, Ending<T, E>) {
    tx.begin_unit();
    let outcome = catch_unwind(AssertUnwindSafe(|| work(tx)));
    let answer = match outcome {
        Err(panic) => {
            let error = StoreError::Panicked(words_of(panic.as_ref()));
            return (Fate::Undo, Ending::failed(error));
        }
        Ok(answer) => answer,
    };
    if tx.wants_again() {
        return (Fate::Undo, Ending::Again);
    }
    match (answer, tx.failure()) {
        (Ok(_), Some(failure)) => {
            let words = format!("a unit of work went on after a failed statement: {failure}");
            (Fate::Undo, Ending::failed(StoreError::Other(words)))
        }
        (Ok(value), None) => (Fate::Keep, Ending::Done(Ok(value))),
        (Err(error), _) => (Fate::Undo, Ending::Done(Err(error))),
    }
}

pub(super) fn words_of(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "without words".to_owned())
}
