//! `/reviews/{id}`: one review, and the ways into and out of it.

use std::collections::BTreeMap;

use app::review::{MarkDraft, OpenReview, Recuse, ReviewView, open_review, recuse, view_review};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::ReviewId;
use domain::people::Actor;
use domain::refusal::Refusal;
use domain::review::{Refusal as ReviewRefusal, ReviewState};

use super::{fill, inline};
use crate::asked::{Fields, Frame, Signed};
use crate::form::Mend;
use crate::page::Shown;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// What a page keeps when a form comes back.
#[derive(Clone, Debug, Default)]
pub struct Retry {
    /// The status of the answer; 200 for a fresh page.
    pub status: StatusCode,
    /// What was typed, by criterion.
    pub typed: BTreeMap<String, MarkDraft>,
    /// What stood in the fields of pins, by their name after `pin-`.
    pub pins: BTreeMap<String, String>,
    /// The private note as typed.
    pub note: Option<String>,
    /// What is to mend.
    pub mends: Vec<Mend>,
}

pub(super) async fn page(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(review): Path<String>,
) -> Result<Response, Trouble> {
    show(&site, &actor, shell, id(&review)?, Retry::default()).await
}

/// Shows a review: its door while it is not open, else the evidence and the rubric.
pub(super) async fn show(
    site: &Site,
    actor: &Actor,
    shell: Shell,
    review: ReviewId,
    retry: Retry,
) -> Result<Response, Trouble> {
    let view: ReviewView = view_review(&site.app, actor, review).await?;
    if view.state != ReviewState::Opened {
        return Ok(Shown(fill::door(site, shell, &view)).into_response());
    }
    let texts = inline::texts(site, actor, &view).await?;
    Ok(Shown(fill::review(site, shell, &view, &texts, &retry)).into_response())
}

/// Opens a review and shows it.
pub(super) async fn open(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(review): Path<String>,
    fields: Fields,
) -> Result<Redirect, Trouble> {
    let review = id(&review)?;
    let command = OpenReview { review };
    open_review(&site.app, &actor, command, fields.key()).await?;
    Ok(Redirect::to(&format!("/reviews/{review}")))
}

/// *I recognise this person.*
pub(super) async fn recuse_from(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(review): Path<String>,
    fields: Fields,
) -> Result<Redirect, Trouble> {
    let command = Recuse {
        review: id(&review)?,
    };
    recuse(&site.app, &actor, command, fields.key()).await?;
    site.nudge.nudge();
    Ok(Redirect::to("/desk?done=recused"))
}

/// The id of a review as it stands in an address; what is no id does not exist.
pub(super) fn id(text: &str) -> Result<ReviewId, Trouble> {
    text.parse()
        .map_err(|_| Refusal::from(ReviewRefusal::NoSuchReview).into())
}
