//! Jobs for those who run the installation: what waits, what runs, what was given up, and trying it
//! again.

use domain::ids::JobId;
use domain::people::Actor;
use domain::refusal::Request;
use domain::time::Timestamp;
use store::system::job::{self, Job, Which};

use super::dead::retry;
use crate::people::ask_to_run;
use crate::{App, Outcome};

/// Jobs of one page.
pub const PAGE: u32 = 50;

/// A page of jobs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jobs {
    /// Oldest first.
    pub jobs: Vec<Job>,
    /// After which job the next page goes on.
    pub next: Option<JobId>,
    /// When it was looked: a job that is claimed beyond it runs.
    pub now: Timestamp,
}

/// Jobs that wait or run, or those that were given up; two statements.
///
/// # Errors
/// `not-allowed`.
pub async fn list_jobs(
    app: &App,
    actor: &Actor,
    which: Which,
    after: Option<JobId>,
) -> Outcome<Jobs> {
    let actor = actor.clone();
    app.read(move |unit| {
        ask_to_run(unit, &actor)?;
        let mut jobs = job::list(unit.tx, which, after, PAGE + 1)?;
        let goes_on = jobs.len() > PAGE as usize;
        jobs.truncate(PAGE as usize);
        let next = jobs.last().filter(|_| goes_on).map(|it| it.id);
        Ok(Jobs {
            jobs,
            next,
            now: unit.now,
        })
    })
    .await
}

/// Lets a job that was given up run again.
///
/// # Errors
/// `not-allowed`; `no-such-page` if it was not given up.
pub async fn retry_job(app: &App, actor: &Actor, id: JobId) -> Outcome<()> {
    let actor = actor.clone();
    app.write(move |unit| {
        ask_to_run(unit, &actor)?;
        let dead = job::find_dead(unit.tx, id)?.ok_or(Request::NoSuchPage)?;
        retry(unit, &dead, Some(actor.person))?;
        Ok(())
    })
    .await
}
