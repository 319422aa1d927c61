//! How letters leave the house.

use std::sync::Arc;

use domain::ids::LetterId;
use domain::time::Timestamp;
use futures::future::BoxFuture;

use super::{Wording, Written};

/// A letter that is ready to go.
#[derive(Clone, Debug)]
pub struct Mail {
    /// Of the letter, or of the first that was gathered. Sent twice, it carries the same id twice.
    pub id: LetterId,
    /// When it is sent.
    pub at: Timestamp,
    /// To which address.
    pub to: String,
    /// What it says.
    pub words: Written,
    /// Full address that takes one click to get no more of these (RFC 8058).
    pub stop: Option<String>,
    /// Full address of a page where the receiver chooses, where nothing can be stopped by a click.
    pub choices: Option<String>,
}

/// Why a letter is still here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotCarried {
    /// It may go another time.
    #[error("{0}")]
    ForNow(String),
    /// It will not go, however often it is tried.
    #[error("{0}")]
    ForGood(String),
}

/// Carries letters.
pub trait Carry: Send + Sync {
    /// Carries one.
    fn carry<'a>(&'a self, mail: &'a Mail) -> BoxFuture<'a, Result<(), NotCarried>>;
}

/// Everything that sending letters needs. Without a way they stay in the outbox.
#[derive(Clone, Default)]
pub struct Post {
    /// Finds their words.
    pub words: Option<Arc<dyn Wording>>,
    /// Carries them.
    pub way: Option<Arc<dyn Carry>>,
}

impl Post {
    /// Do letters leave the house?
    pub fn sends(&self) -> bool {
        self.words.is_some() && self.way.is_some()
    }
}
