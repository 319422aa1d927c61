//! One unit of work: a transaction, its time, its ids, and what it leaves behind.

use domain::audit::{Fact, sha256_hex};
use domain::ids::{self, PersonId};
use domain::time::Timestamp;
use newtype_uuid::{TypedUuid, TypedUuidKind};
use serde::Serialize;
use store::Tx;
use store::system::{event, job};

use crate::{Draw, Failure, Outcome};

/// A transaction with its time and its ids.
pub struct Unit<'t> {
    /// The transaction.
    pub tx: &'t Tx,
    /// When it happens: one time for all of it.
    pub now: Timestamp,
    draw: Draw,
}

impl<'t> Unit<'t> {
    /// Begins a unit of work.
    pub fn new(tx: &'t Tx, now: Timestamp, seed: [u8; 32]) -> Self {
        Self {
            tx,
            now,
            draw: Draw::new(seed),
        }
    }

    /// A fresh id that sorts by time.
    pub fn id<K: TypedUuidKind>(&self) -> TypedUuid<K> {
        ids::ordered(self.now, self.draw.bytes())
    }

    /// A fresh id that tells nothing: for what strangers see.
    pub fn public_id<K: TypedUuidKind>(&self) -> TypedUuid<K> {
        ids::opaque(self.draw.bytes())
    }

    /// Fresh random bytes.
    pub fn random<const N: usize>(&self) -> [u8; N] {
        self.draw.bytes()
    }

    /// Records what happened. `state` is the new state of the subject, of which the hash is kept.
    pub fn record(&self, fact: Fact, state: &impl Serialize) -> Outcome<()> {
        let state = serde_json::to_string(state).map_err(Failure::broken)?;
        Ok(event::append(
            self.tx,
            self.id(),
            self.now,
            &fact,
            &sha256_hex(state),
        )?)
    }

    /// Asks for a job, to be run soon after the commit. With a unique key, one that waits already
    /// is enough.
    pub fn ask(
        &self,
        kind: &'static str,
        payload: &impl Serialize,
        unique_key: Option<&str>,
    ) -> Outcome<()> {
        self.ask_after(self.now, kind, payload, unique_key)
    }

    /// Asks for a job that runs not before a time.
    pub fn ask_after(
        &self,
        run_after: Timestamp,
        kind: &'static str,
        payload: &impl Serialize,
        unique_key: Option<&str>,
    ) -> Outcome<()> {
        let payload = serde_json::to_string(payload).map_err(Failure::broken)?;
        let job = job::NewJob {
            id: self.id(),
            kind,
            payload: &payload,
            run_after,
            unique_key,
            now: self.now,
        };
        job::enqueue(self.tx, &job)?;
        Ok(())
    }

    /// Writes a letter to a person: kind and values; its words are made when it is read or sent.
    /// How to add a kind is said in [`crate::letters`].
    pub fn write_letter(
        &self,
        person: PersonId,
        kind: &'static str,
        values: &impl Serialize,
    ) -> Outcome<()> {
        crate::letters::to_person(self, person, kind, values).map(|_| ())
    }
}
