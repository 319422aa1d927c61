//! `/board/submissions/{id}`: one submission of the board, and giving its reviews to others.

use app::Failure;
use app::review::{
    BoardReview, BoardSubmission as Found, Reassign, TakeBack, reassign_review, take_back_review,
    view_board_submission,
};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::{PersonId, SubmissionId};
use domain::refusal::Refusal;
use domain::review::{Refusal as ReviewRefusal, ReviewState};
use serde::Deserialize;

use super::dates;
use super::mended::Mended;
use super::page::id;
use crate::asked::{Fields, Frame, Signed, unreadable};
use crate::assessors::reason;
use crate::form::{Choice, Mend};
use crate::icon::Mark;
use crate::page::Shown;
use crate::pages::part::{Crumb, Note, State as Standing, Tone};
use crate::pages::review::{BoardSubmission, SeatLine, SeatWays};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// What just happened.
#[derive(Debug, Default, Deserialize)]
pub struct Just {
    done: Option<String>,
}

/// The id of a submission as it stands in an address; what is no id does not exist.
pub(super) fn submission_id(text: &str) -> Result<SubmissionId, Trouble> {
    text.parse()
        .map_err(|_| Refusal::from(ReviewRefusal::NoSuchSubmission).into())
}

pub(super) async fn page(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(submission): Path<String>,
    Query(just): Query<Just>,
) -> Result<Shown<BoardSubmission>, Trouble> {
    let id = submission_id(&submission)?;
    let found = view_board_submission(&site.app, &actor, id).await?;
    let note = match just.done.as_deref() {
        Some("released") => Some("board-released"),
        Some("reassigned") => Some("board-reassigned"),
        _ => None,
    };
    let note = note.map(|word| Note::new(Tone::Done, shell.say(word), ""));
    let mut page = fill(&site, shell, &found, Vec::new());
    page.note = note;
    Ok(Shown(page))
}

fn fill(site: &Site, shell: Shell, found: &Found, mends: Vec<Mend>) -> BoardSubmission {
    let dates = dates(shell.language, &found.time_zone);
    let assessors = found.assessors.iter().map(|it| {
        let load = shell
            .say("board-load")
            .put("count", it.waiting)
            .put("limit", it.limit);
        let label = format!("{} ({load})", it.name);
        Choice::new(it.person.to_string(), label, false)
    });
    BoardSubmission {
        crumbs: vec![
            Crumb::above("/board", shell.say("board-title")),
            Crumb::here(&found.code),
        ],
        title: found.title.clone(),
        code: found.code.clone(),
        came: dates.moment(found.submitted_at),
        note: None,
        seats: found
            .reviews
            .iter()
            .map(|it| seat(site, &shell, found, it))
            .collect(),
        reasons: found
            .empty_seats
            .iter()
            .map(|it| reason(&shell, it))
            .collect(),
        assessors: assessors.collect(),
        status: StatusCode::OK,
        mends,
        shell,
    }
}

fn seat(site: &Site, shell: &Shell, found: &Found, it: &BoardReview) -> SeatLine {
    let dates = dates(shell.language, &found.time_zone);
    let is_waiting = matches!(it.state, ReviewState::Assigned | ReviewState::Opened);
    SeatLine {
        seat: shell
            .say("board-seat")
            .put("seat", it.seat.number())
            .to_string(),
        assessor: it.assessor.clone(),
        state: standing(shell, it),
        times: shell
            .say("board-times")
            .put("given", dates.short_day(it.assigned_at))
            .put("due", dates.short_day(it.due_at))
            .to_string(),
        ways: is_waiting.then(|| SeatWays {
            release: format!("/board/reviews/{}/release", it.review),
            reassignment: format!("/board/reviews/{}/reassignment", it.review),
            keys: [site.fresh_key(), site.fresh_key()],
        }),
    }
}

fn standing(shell: &Shell, it: &BoardReview) -> Standing {
    let (mark, word) = match it.state {
        ReviewState::Assigned if it.accepted_at.is_some() => (Mark::Draft, "review-state-accepted"),
        ReviewState::Assigned => (Mark::Todo, "review-state-assigned"),
        ReviewState::Opened => (Mark::Waiting, "review-state-opened"),
        ReviewState::Locked => (Mark::Ready, "review-state-locked"),
        ReviewState::Recused => (Mark::Gone, "review-state-recused"),
        ReviewState::Released | ReviewState::Withdrawn => (Mark::Gone, "review-state-released"),
    };
    Standing::new(mark, shell.say(word))
}

pub(super) async fn release(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(review): Path<String>,
    fields: Fields,
) -> Result<Redirect, Trouble> {
    let command = TakeBack {
        review: id(&review)?,
    };
    let submission = take_back_review(&site.app, &actor, command, fields.key()).await?;
    site.nudge.nudge();
    let address = format!("/board/submissions/{submission}?done=released");
    Ok(Redirect::to(&address))
}

pub(super) async fn reassign(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(review): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let command = Reassign {
        review: id(&review)?,
        to: person(fields.text("to"))?,
    };
    match reassign_review(&site.app, &actor, command, fields.key()).await {
        Ok(submission) => {
            site.nudge.nudge();
            let address = format!("/board/submissions/{submission}?done=reassigned");
            Ok(Redirect::to(&address).into_response())
        }
        Err(failure) => {
            let submission = match &failure {
                Failure::Refused(Refusal::Review(ReviewRefusal::CannotTake {
                    submission, ..
                })) => *submission,
                _ => return Err(failure.into()),
            };
            let mended = Mended::of(failure, &shell)?;
            let found = view_board_submission(&site.app, &actor, submission).await?;
            Ok(mended.on(|mends| fill(&site, shell, &found, mends)))
        }
    }
}

fn person(text: &str) -> Result<PersonId, Trouble> {
    text.parse()
        .map_err(|_| unreadable("to", "expected the id of an assessor"))
}
