//! Giving a submission back as incomplete: `/reviews/{review}/returning` by its assessor,
//! `/submissions/{code}/returning` by a programme manager.

use app::Failure;
use app::pursuit::{GiveBack, GivenBy, give_back};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::ReviewId;
use domain::pursuit::{MAX_REASON, Refusal as PursuitRefusal};
use domain::refusal::{Refusal, Refuse};
use domain::review::Refusal as ReviewRefusal;
use serde::Deserialize;
use serde_json::{Value, json};

use super::fill::words_of;
use crate::asked::{Fields, Frame, JsonBody, Key, Signed};
use crate::form::{Field, Mend, error_of};
use crate::page::Shown;
use crate::pages::part::Crumb;
use crate::pages::pursuit::Returning;
use crate::refused::status_of;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// From where it is given back: where the form goes, and where to go afterwards.
struct Place {
    action: String,
    back: String,
    done: &'static str,
    above: Crumb,
}

fn of_review(shell: &Shell, review: ReviewId) -> Place {
    Place {
        action: format!("/reviews/{review}/returning"),
        back: format!("/reviews/{review}"),
        done: "/desk?done=returned",
        above: Crumb::above("/desk", shell.say("nav-desk")),
    }
}

fn of_code(shell: &Shell, code: &str) -> Place {
    Place {
        action: format!("/submissions/{code}/returning"),
        back: "/programme".to_owned(),
        done: "/programme?state=returned",
        above: Crumb::above("/programme", shell.say("programme-title")),
    }
}

fn form(site: &Site, shell: Shell, place: Place, typed: &str, mends: Vec<Mend>) -> Returning {
    let missing = Field::new("missing", shell.say("returning-missing"))
        .hint(shell.say("returning-missing-hint"))
        .value(typed)
        .limit(u32::try_from(MAX_REASON).unwrap_or(u32::MAX))
        .error(error_of(&mends, "missing"));
    Returning {
        crumbs: vec![place.above, Crumb::here(shell.say("returning-title"))],
        status: StatusCode::OK,
        action: place.action,
        back: place.back,
        missing,
        mends,
        key: site.fresh_key(),
        shell,
    }
}

async fn send(
    site: &Site,
    actor: &domain::people::Actor,
    shell: Shell,
    place: Place,
    by: GivenBy,
    fields: &Fields,
) -> Result<Response, Trouble> {
    let missing = fields.text("missing").to_owned();
    let command = GiveBack {
        by,
        missing: missing.clone(),
    };
    let why = match give_back(&site.app, actor, command, fields.key()).await {
        Ok(_) => return Ok(Redirect::to(place.done).into_response()),
        Err(Failure::Refused(Refusal::Pursuit(
            it @ (PursuitRefusal::ReasonMissing | PursuitRefusal::ReasonTooLong { .. }),
        ))) => it,
        Err(other) => return Err(other.into()),
    };
    let mend = Mend {
        field: "missing".to_owned(),
        text: words_of(&shell, why.code(), &why.parameters()),
    };
    let mut page = form(site, shell, place, &missing, vec![mend]);
    page.status = status_of(why.kind());
    Ok(Shown(page).into_response())
}

pub(super) async fn by_assessor(
    State(site): State<Site>,
    Frame(shell): Frame,
    Path(review): Path<String>,
) -> Result<Shown<Returning>, Trouble> {
    let place = of_review(&shell, id(&review)?);
    Ok(Shown(form(&site, shell, place, "", Vec::new())))
}

pub(super) async fn send_by_assessor(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(review): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let review = id(&review)?;
    let place = of_review(&shell, review);
    send(
        &site,
        &actor,
        shell,
        place,
        GivenBy::Review(review),
        &fields,
    )
    .await
}

pub(super) async fn by_manager(
    State(site): State<Site>,
    Frame(shell): Frame,
    Path(code): Path<String>,
) -> Shown<Returning> {
    let place = of_code(&shell, &code);
    Shown(form(&site, shell, place, "", Vec::new()))
}

pub(super) async fn send_by_manager(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(code): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let place = of_code(&shell, &code);
    send(&site, &actor, shell, place, GivenBy::Manager(code), &fields).await
}

/// What is missing, for programs.
#[derive(Debug, Deserialize)]
pub(super) struct Missing {
    missing: String,
}

async fn by_program(
    site: &Site,
    actor: &domain::people::Actor,
    command: GiveBack,
    key: Option<app::IdempotencyKey>,
) -> Result<Json<Value>, Trouble> {
    let done = give_back(&site.app, actor, command, key).await?;
    Ok(Json(json!({"code": done.code, "state": "returned"})))
}

pub(super) async fn assessor_json(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path(review): Path<String>,
    JsonBody(body): JsonBody<Missing>,
) -> Result<Json<Value>, Trouble> {
    let command = GiveBack {
        by: GivenBy::Review(id(&review)?),
        missing: body.missing,
    };
    by_program(&site, &actor, command, key).await
}

pub(super) async fn manager_json(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path(code): Path<String>,
    JsonBody(body): JsonBody<Missing>,
) -> Result<Json<Value>, Trouble> {
    let command = GiveBack {
        by: GivenBy::Manager(code),
        missing: body.missing,
    };
    by_program(&site, &actor, command, key).await
}

fn id(text: &str) -> Result<ReviewId, Trouble> {
    text.parse()
        .map_err(|_| Refusal::from(ReviewRefusal::NoSuchReview).into())
}
