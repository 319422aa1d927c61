//! `/releases`: decisions that wait until somebody releases them.

use app::review::{ReleaseDecision, Unreleased, list_unreleased, release_decision};
use axum::extract::{Query, State};
use axum::response::Redirect;
use domain::ids::SubmissionId;
use domain::refusal::Refusal;
use domain::review::Refusal as ReviewRefusal;
use serde::Deserialize;

use super::dates;
use crate::asked::{Fields, Frame, Signed};
use crate::icon::Mark;
use crate::page::Shown;
use crate::pages::part::{Note, State as Standing, Tone};
use crate::pages::review::{Release, Releases};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// What just happened.
#[derive(Debug, Default, Deserialize)]
pub struct Just {
    done: Option<String>,
}

pub(super) async fn page(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Query(just): Query<Just>,
) -> Result<Shown<Releases>, Trouble> {
    let found = list_unreleased(&site.app, &actor).await?;
    let done = just.done.as_deref() == Some("released");
    Ok(Shown(Releases {
        note: done.then(|| Note::new(Tone::Done, shell.say("releases-done"), "")),
        waiting: found.iter().map(|it| line(&site, &shell, it)).collect(),
        shell,
    }))
}

fn line(site: &Site, shell: &Shell, it: &Unreleased) -> Release {
    let (mark, word) = if it.awarded {
        (Mark::Met, "releases-awarded")
    } else {
        (Mark::NotYet, "releases-not-yet")
    };
    let day = dates(shell.language, "UTC").short_day(it.decided_at);
    Release {
        submission: it.submission.to_string(),
        code: it.code.clone(),
        title: it.title.clone(),
        state: Standing::new(mark, shell.say(word)),
        decided: shell.say("releases-decided").put("day", day).to_string(),
        key: site.fresh_key(),
    }
}

pub(super) async fn release(
    State(site): State<Site>,
    Signed(actor): Signed,
    fields: Fields,
) -> Result<Redirect, Trouble> {
    let command = ReleaseDecision {
        submission: submission(fields.text("submission"))?,
    };
    release_decision(&site.app, &actor, command, fields.key()).await?;
    site.nudge.nudge();
    Ok(Redirect::to("/releases?done=released"))
}

/// The id of a submission as it was sent; what is no id does not exist.
fn submission(text: &str) -> Result<SubmissionId, Trouble> {
    text.parse()
        .map_err(|_| Refusal::from(ReviewRefusal::NoSuchReview).into())
}
