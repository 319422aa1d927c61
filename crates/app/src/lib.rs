//! Use cases: each is one transaction that returns an event or a named refusal.
//!
//! One folder a room, one file a verb. A use case takes the [`App`], the actor and a command; it
//! loads, lets `domain` decide, saves, records, and commits. Letters, signing and work on files
//! are jobs of the same transaction.

pub mod assessors;
pub mod audit;
pub mod award;
pub mod catalogue;
mod draw;
pub mod evidence;
mod failure;
pub mod growth;
pub mod jobs;
pub mod letters;
mod measure;
pub mod people;
pub mod pursuit;
pub mod review;
mod unit;
mod world;

use std::panic::Location;
use std::sync::Arc;

use domain::ids::PersonId;
use domain::refusal::Request;
use domain::time::SignedDuration;
use measure::measured;
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::Store;
use store::blob::{Blobs, MasterKey};
use store::system::idempotency::{self, Earlier};
use store::system::setting;

pub use draw::Draw;
pub use failure::{Failure, Outcome};
pub use unit::Unit;
pub use world::{Clock, Entropy};

/// Everything that a use case needs of the world.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub store: Store,
    /// The place for bytes.
    pub blobs: Blobs,
    /// Opens and seals what must not be read from the disk: issuers' signing keys, data keys.
    pub master_key: Arc<MasterKey>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub entropy: Arc<dyn Entropy>,
    /// What does not change while the program runs.
    pub settings: Arc<Settings>,
    /// How letters get their words and leave the house.
    pub post: letters::Post,
}

/// What does not change while the program runs.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where strangers reach this installation, without a slash at the end.
    pub public_url: String,
    /// A demonstration, or the real thing.
    pub mode: Mode,
    /// How long a submission can be taken back before a review of it can be opened.
    pub take_back: SignedDuration,
}

/// A demonstration, or the real thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Everybody may be anybody of the demo people.
    Demo,
    /// People sign in.
    Serving,
}

/// A key under which a request may be sent again: it is answered once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    /// Reads a key: 8 to 100 letters, digits, `-` and `_`.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = (8..=100).contains(&text.len())
            && text
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        fits.then(|| Self(text.to_owned()))
    }

    /// The key.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl App {
    /// Runs a unit of work that may change things. It may be run several times; each time it sees
    /// the same time, ids and randomness. Its duration is measured under the file that calls this.
    #[track_caller]
    pub fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&Unit<'_>) -> Outcome<T> + Send + Sync + 'static,
    ) -> impl Future<Output = Outcome<T>> + Send {
        measured(Location::caller(), self.change(work))
    }

    /// Runs a unit of work that only reads. Its duration is measured as that of [`App::write`].
    #[track_caller]
    pub fn read<T: Send + 'static>(
        &self,
        work: impl Fn(&Unit<'_>) -> Outcome<T> + Send + Sync + 'static,
    ) -> impl Future<Output = Outcome<T>> + Send {
        let (now, seed) = (self.clock.now(), self.seed());
        let unit = self.store.read(move |tx| work(&Unit::new(tx, now, seed)));
        measured(Location::caller(), unit)
    }

    /// Like [`App::write`], but a request that comes again under its key gets its first answer.
    /// The same key for another command is refused.
    #[track_caller]
    pub fn once<C, T>(
        &self,
        person: Option<PersonId>,
        use_case: &'static str,
        key: Option<IdempotencyKey>,
        command: &C,
        work: impl Fn(&Unit<'_>) -> Outcome<T> + Send + Sync + 'static,
    ) -> impl Future<Output = Outcome<T>> + Send
    where
        C: Serialize,
        T: Serialize + DeserializeOwned + Send + 'static,
    {
        let asked = serde_json::to_string(command);
        measured(Location::caller(), async move {
            let Some(key) = key else {
                return self.change(work).await;
            };
            let hash = domain::audit::sha256_hex(asked.map_err(Failure::broken)?);
            self.change(move |unit| {
                let request = idempotency::Request {
                    person,
                    use_case,
                    key: key.as_str(),
                    hash: &hash,
                };
                answer_once(unit, &request, &work)
            })
            .await
        })
    }

    fn change<T: Send + 'static>(
        &self,
        work: impl Fn(&Unit<'_>) -> Outcome<T> + Send + Sync + 'static,
    ) -> impl Future<Output = Outcome<T>> + Send {
        let (now, seed) = (self.clock.now(), self.seed());
        self.store.write(move |tx| work(&Unit::new(tx, now, seed)))
    }

    /// Does the database answer?
    pub async fn database_answers(&self) -> bool {
        let answer = self
            .read(|unit| Ok(setting::find(unit.tx, "readiness")?))
            .await;
        answer.is_ok()
    }

    fn seed(&self) -> [u8; 32] {
        self.random()
    }

    /// Random bytes.
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.entropy.fill(&mut bytes);
        bytes
    }
}

/// The first answer to a request, or the work that makes it.
fn answer_once<T: Serialize + DeserializeOwned>(
    unit: &Unit<'_>,
    request: &idempotency::Request<'_>,
    work: impl Fn(&Unit<'_>) -> Outcome<T>,
) -> Outcome<T> {
    match idempotency::find(unit.tx, request)? {
        Earlier::Answered(answer) => serde_json::from_str(&answer).map_err(Failure::broken),
        Earlier::KeyReused => Err(Request::KeyReused.into()),
        Earlier::New => {
            let answer = work(unit)?;
            let text = serde_json::to_string(&answer).map_err(Failure::broken)?;
            idempotency::remember(unit.tx, request, &text, unit.now)?;
            Ok(answer)
        }
    }
}
