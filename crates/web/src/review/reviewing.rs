//! `/desk/reviewing`: how an assessor reviews. Offers are accepted and declined here as well.

use app::review::{
    AcceptReview, DeclareAbsence, DeclineReview, EndAbsence, Reviewing as Found, SetLoadLimit,
    accept_review, declare_absence, decline_review, end_absence, set_load_limit, view_reviewing,
};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::people::Actor;
use domain::refusal::Refusal;
use domain::review::Refusal as ReviewRefusal;
use domain::time::{SignedDuration, Timestamp};
use serde::Deserialize;

use super::dates;
use super::mended::Mended;
use super::page::id;
use crate::asked::{Fields, Frame, Signed};
use crate::form::Mend;
use crate::page::Shown;
use crate::pages::part::{Note, Tone};
use crate::pages::review::{AbsenceLine, Reviewing, ReviewingTyped};
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
) -> Result<Response, Trouble> {
    let found = view_reviewing(&site.app, &actor).await?;
    let note = match just.done.as_deref() {
        Some("limit") => Some("reviewing-limit-noted"),
        Some("absence") => Some("reviewing-absence-noted"),
        Some("ended") => Some("reviewing-absence-ended"),
        _ => None,
    };
    let note = note.map(|word| Note::new(Tone::Done, shell.say(word), ""));
    let typed = typed(&found);
    Ok(Shown(fill(&site, shell, &found, typed, Vec::new(), note)).into_response())
}

fn typed(found: &Found) -> ReviewingTyped {
    ReviewingTyped {
        reviews: found.limit.to_string(),
        ..ReviewingTyped::default()
    }
}

fn fill(
    site: &Site,
    shell: Shell,
    found: &Found,
    typed: ReviewingTyped,
    mends: Vec<Mend>,
    note: Option<Note>,
) -> Reviewing {
    let dates = dates(shell.language, &found.time_zone);
    let absences = found.absences.iter().map(|it| AbsenceLine {
        days: format!(
            "{} – {}",
            dates.short_day(it.starts_at),
            dates.short_day(day_before(it.ends_at))
        ),
        end: format!("/desk/absences/{}/end", it.absence),
        key: site.fresh_key(),
    });
    Reviewing {
        note,
        typed,
        absences: absences.collect(),
        mends,
        keys: [site.fresh_key(), site.fresh_key()],
        shell,
    }
}

/// An absence ends with the midnight after its last day.
fn day_before(midnight: Timestamp) -> Timestamp {
    let second = SignedDuration::from_secs(1);
    midnight.saturating_sub(second).unwrap_or(midnight)
}

async fn again(
    site: &Site,
    actor: &Actor,
    shell: Shell,
    failure: app::Failure,
    typed: impl FnOnce(ReviewingTyped) -> ReviewingTyped,
) -> Result<Response, Trouble> {
    let mended = Mended::of(failure, &shell)?;
    let found = view_reviewing(&site.app, actor).await?;
    let typed = typed(self::typed(&found));
    Ok(mended.on(|mends| fill(site, shell, &found, typed, mends, None)))
}

pub(super) async fn set_limit(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    fields: Fields,
) -> Result<Response, Trouble> {
    let reviews = fields.text("reviews").to_owned();
    let command = SetLoadLimit {
        reviews: reviews.clone(),
    };
    match set_load_limit(&site.app, &actor, command, fields.key()).await {
        Ok(_) => {
            site.nudge.nudge();
            Ok(Redirect::to("/desk/reviewing?done=limit").into_response())
        }
        Err(failure) => {
            let typed = |it| ReviewingTyped { reviews, ..it };
            again(&site, &actor, shell, failure, typed).await
        }
    }
}

pub(super) async fn declare(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    fields: Fields,
) -> Result<Response, Trouble> {
    let command = DeclareAbsence {
        first_day: fields.text("first_day").to_owned(),
        last_day: fields.text("last_day").to_owned(),
    };
    match declare_absence(&site.app, &actor, command.clone(), fields.key()).await {
        Ok(_) => {
            site.nudge.nudge();
            Ok(Redirect::to("/desk/reviewing?done=absence").into_response())
        }
        Err(failure) => {
            let typed = |it| ReviewingTyped {
                first_day: command.first_day,
                last_day: command.last_day,
                ..it
            };
            again(&site, &actor, shell, failure, typed).await
        }
    }
}

pub(super) async fn end(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(absence): Path<String>,
    fields: Fields,
) -> Result<Redirect, Trouble> {
    let absence = absence
        .parse()
        .map_err(|_| Refusal::from(ReviewRefusal::NoSuchEntry))?;
    end_absence(&site.app, &actor, EndAbsence { absence }, fields.key()).await?;
    site.nudge.nudge();
    Ok(Redirect::to("/desk/reviewing?done=ended"))
}

/// Says yes to an offer.
pub(super) async fn accept(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(review): Path<String>,
    fields: Fields,
) -> Result<Redirect, Trouble> {
    let review = id(&review)?;
    accept_review(&site.app, &actor, AcceptReview { review }, fields.key()).await?;
    Ok(Redirect::to("/desk?done=accepted"))
}

/// Says no to an offer.
pub(super) async fn decline(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(review): Path<String>,
    fields: Fields,
) -> Result<Redirect, Trouble> {
    let review = id(&review)?;
    decline_review(&site.app, &actor, DeclineReview { review }, fields.key()).await?;
    site.nudge.nudge();
    Ok(Redirect::to("/desk?done=declined"))
}
