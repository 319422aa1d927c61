//! `/jobs`: work in the background, for those who run the installation; by page and by API.

use app::jobs::{Job, Jobs, Which, list_jobs, retry_job};
use axum::extract::{Path, Query, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Json, Redirect, Response};
use domain::ids::JobId;
use domain::refusal::{Refusal, Request as RequestRefusal};
use jiff::tz::TimeZone;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::asked::{Fields, Frame, Signed, check_header};
use crate::dates::Dates;
use crate::icon::Mark;
use crate::page::Shown;
use crate::pages::part::{Note, Pages, State as Standing, Tone};
use crate::pages::running::{JobLine, JobList};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// Which jobs, and where the list goes on.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    /// `dead`; anything else: those that wait or run.
    #[serde(default)]
    state: String,
    /// After which job.
    #[serde(default)]
    after: String,
    /// What just happened.
    #[serde(default)]
    done: String,
}

impl Asked {
    fn which(&self) -> Which {
        match self.state.as_str() {
            "dead" => Which::Dead,
            _ => Which::Waiting,
        }
    }

    fn after(&self) -> Result<Option<JobId>, Refusal> {
        match self.after.as_str() {
            "" => Ok(None),
            text => Ok(Some(id_in(text)?)),
        }
    }
}

fn id_in(text: &str) -> Result<JobId, Refusal> {
    text.parse().map_err(|_| RequestRefusal::NoSuchPage.into())
}

/// `GET /jobs?state=&after=`
pub(super) async fn show(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Query(asked): Query<Asked>,
) -> Result<Shown<JobList>, Trouble> {
    let which = asked.which();
    let found = list_jobs(&site.app, &actor, which, asked.after()?).await?;
    let address = match which {
        Which::Dead => "/jobs?state=dead",
        Which::Waiting => "/jobs?state=waiting",
    };
    let retried = asked.done == "retried";
    Ok(Shown(JobList {
        note: retried.then(|| Note::new(Tone::Done, shell.say("jobs-retried"), "")),
        are_dead: which == Which::Dead,
        lines: found
            .jobs
            .iter()
            .map(|it| line(&shell, &found, it))
            .collect(),
        pages: Pages {
            first: (!asked.after.is_empty()).then(|| address.to_owned()),
            next: found.next.map(|it| format!("{address}&after={it}")),
        },
        shell,
    }))
}

/// `POST /jobs/{job}/retry`
pub(super) async fn retry(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(job): Path<String>,
    _checked: Fields,
) -> Result<Redirect, Trouble> {
    retry_job(&site.app, &actor, id_in(&job)?).await?;
    site.nudge.nudge();
    Ok(Redirect::to("/jobs?state=dead&done=retried"))
}

/// `GET /api/v1/jobs?state=&after=`
pub(super) async fn list_for_programs(
    State(site): State<Site>,
    Signed(actor): Signed,
    Query(asked): Query<Asked>,
) -> Result<Json<Value>, Trouble> {
    let found = list_jobs(&site.app, &actor, asked.which(), asked.after()?).await?;
    let job = |it: &Job| {
        json!({
            "id": it.id,
            "kind": it.kind,
            "state": word(&found, it),
            "run_after": it.run_after,
            "attempts": it.attempts,
            "error": it.error,
            "dead_at": it.dead_at,
            "created_at": it.created_at,
        })
    };
    let jobs: Vec<Value> = found.jobs.iter().map(job).collect();
    Ok(Json(json!({ "jobs": jobs, "next": found.next })))
}

/// `POST /api/v1/jobs/{job}/retry`
pub(super) async fn retry_for_programs(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(job): Path<String>,
    request: Request,
) -> Result<Response, Trouble> {
    check_header(request.headers(), request.extensions())?;
    retry_job(&site.app, &actor, id_in(&job)?).await?;
    site.nudge.nudge();
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn word(found: &Jobs, it: &Job) -> &'static str {
    match it.dead_at {
        Some(_) => "dead",
        None if it.locked_until > found.now => "running",
        None => "waiting",
    }
}

fn line(shell: &Shell, found: &Jobs, it: &Job) -> JobLine {
    let dates = Dates::new(shell.language, TimeZone::UTC);
    let word = word(found, it);
    let mark = match word {
        "dead" => Mark::Late,
        "running" => Mark::Draft,
        _ => Mark::Waiting,
    };
    let when = match it.dead_at {
        Some(at) => shell.say("jobs-dead-since").put("at", dates.moment(at)),
        None => shell.say("jobs-due").put("at", dates.moment(it.run_after)),
    };
    JobLine {
        kind: it.kind.clone(),
        id: it.id.to_string(),
        standing: Standing::new(mark, shell.say(&format!("jobs-{word}"))),
        when: when.to_string(),
        attempts: shell
            .say("jobs-attempts")
            .put("count", it.attempts)
            .to_string(),
        error: it.error.clone(),
        retry: it.dead_at.map(|_| format!("/jobs/{}/retry", it.id)),
    }
}
