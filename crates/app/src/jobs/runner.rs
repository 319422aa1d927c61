//! The runner: claims what is due, runs it, and says what became of it.

use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::time::{SignedDuration, Timestamp};
use store::StoreError;
use store::system::job::{self, Claimed};
use tokio::sync::Notify;

use super::regular;
use crate::{App, Failure, Outcome};

/// Jobs that one process runs at once.
const AT_ONCE: u32 = 2;
/// How often a job is tried before it is buried.
const ATTEMPTS: u32 = 8;
/// For how long a claim holds; who takes longer may lose the job to another process.
const CLAIM: SignedDuration = SignedDuration::from_mins(5);
/// How long an idle runner waits before it looks again; up to a quarter more, drawn each time, so
/// that processes do not all look at once.
const POLL: Duration = Duration::from_secs(1);
/// The most characters of an error that are kept.
const MAX_ERROR: usize = 2000;

/// Takes due jobs and runs them until it is told to stop. One a process.
pub struct Runner {
    app: App,
    wake: Nudge,
}

/// Wakes an idle runner of this process: work was just asked for.
#[derive(Clone, Default)]
pub struct Nudge(Arc<Notify>);

impl Nudge {
    /// Lets the runner look at once. One nudge is remembered while it is busy.
    pub fn nudge(&self) {
        self.0.notify_one();
    }
}

/// What became of jobs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drained {
    /// Done.
    pub done: u32,
    /// To be tried again.
    pub failed: u32,
    /// Given up, with their error.
    pub buried: u32,
}

enum Ending {
    Done,
    Failed,
    Buried,
}

impl Runner {
    /// A runner that is woken by its own handle only.
    pub fn new(app: App) -> Self {
        Self {
            app,
            wake: Nudge::default(),
        }
    }

    /// A handle that wakes it.
    pub fn nudge(&self) -> Nudge {
        self.wake.clone()
    }

    /// Runs jobs until `shutdown` is over; those that have begun are finished first.
    pub async fn run_until(self, shutdown: impl Future<Output = ()>) {
        let mut shutdown = pin!(shutdown);
        if let Err(error) = regular::begin(&self.app).await {
            tracing::error!(%error, "regular jobs could not be asked for; the next start tries again");
        }
        loop {
            let busy = match claim(&self.app, AT_ONCE).await {
                Ok(claimed) => self.run_all(claimed).await,
                Err(error) => {
                    tracing::warn!(%error, "jobs could not be claimed; trying again soon");
                    false
                }
            };
            let wait = if busy { Duration::ZERO } else { self.pause() };
            tokio::select! {
                biased;
                () = &mut shutdown => return,
                () = self.wake.0.notified() => {}
                () = tokio::time::sleep(wait) => {}
            }
        }
    }

    /// Runs jobs next to each other; says whether there were any.
    async fn run_all(&self, claimed: Vec<Claimed>) -> bool {
        let any = !claimed.is_empty();
        let runs = claimed.into_iter().map(|job| run_one(&self.app, job));
        futures::future::join_all(runs).await;
        any
    }

    fn pause(&self) -> Duration {
        let [drawn] = self.app.random::<1>();
        POLL + POLL * u32::from(drawn) / 1024
    }
}

/// Runs everything that is due, one after the other, also what these jobs ask for, until nothing
/// is due. For tests and for filling a demonstration.
///
/// # Errors
/// If jobs cannot be claimed.
pub async fn run_due_once(app: &App) -> Outcome<Drained> {
    let mut drained = Drained::default();
    loop {
        let claimed = claim(app, 16).await?;
        if claimed.is_empty() {
            return Ok(drained);
        }
        for job in claimed {
            match run_one(app, job).await {
                Ending::Done => drained.done += 1,
                Ending::Failed => drained.failed += 1,
                Ending::Buried => drained.buried += 1,
            }
        }
    }
}

async fn claim(app: &App, limit: u32) -> Outcome<Vec<Claimed>> {
    let now = app.clock.now();
    let until = later(now, CLAIM);
    app.store
        .write(move |tx| job::claim(tx, now, until, limit).map_err(Failure::from))
        .await
}

async fn run_one(app: &App, job: Claimed) -> Ending {
    let begun = Instant::now();
    let failure = attempt(app, &job).await;
    let kind = job.kind.clone();
    metrics::histogram!("testamur_job_seconds", "kind" => kind.clone())
        .record(begun.elapsed().as_secs_f64());
    let (ending, word) = match settle(app, job, failure).await {
        Ok(ending) => match ending {
            Ending::Done => (ending, "done"),
            Ending::Failed => (ending, "failed"),
            Ending::Buried => (ending, "buried"),
        },
        Err(error) => {
            tracing::error!(%error, kind, "what became of a job could not be written down");
            (Ending::Failed, "failed")
        }
    };
    metrics::counter!("testamur_jobs_total", "kind" => kind, "ending" => word).increment(1);
    ending
}

/// Runs the work in a task of its own, so that a panic ends the job and nothing else.
async fn attempt(app: &App, job: &Claimed) -> Option<Failure> {
    let (app, kind, payload) = (app.clone(), job.kind.clone(), job.payload.clone());
    let work = tokio::spawn(async move { super::run(&app, &kind, &payload).await });
    match work.await {
        Ok(Ok(())) => None,
        Ok(Err(failure)) => Some(failure),
        Err(stopped) => Some(Failure::broken(stopped)),
    }
}

async fn settle(app: &App, job: Claimed, failure: Option<Failure>) -> Result<Ending, StoreError> {
    let now = app.clock.now();
    let Some(failure) = failure else {
        app.store.write(move |tx| job::complete(tx, &job)).await?;
        return Ok(Ending::Done);
    };
    let error: String = failure.to_string().chars().take(MAX_ERROR).collect();
    if job.attempt >= ATTEMPTS {
        tracing::error!(job = %job.id, kind = job.kind, error, "a job is given up");
        app.store
            .write(move |tx| job::bury(tx, &job, &error, now))
            .await?;
        return Ok(Ending::Buried);
    }
    tracing::warn!(job = %job.id, kind = job.kind, attempt = job.attempt, error, "a job is to be tried again");
    let again = later(now, job::backoff(job.attempt));
    app.store
        .write(move |tx| job::fail(tx, &job, &error, again))
        .await?;
    Ok(Ending::Failed)
}

fn later(now: Timestamp, by: SignedDuration) -> Timestamp {
    now.checked_add(by).unwrap_or(Timestamp::MAX)
}
