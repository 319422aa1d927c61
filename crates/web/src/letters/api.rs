//! The same for programs: JSON under `/api/v1/`.

use std::collections::BTreeMap;

use app::letters::{
    Choice, LetterLine, LetterState, Letters, choose as choose_pace, list_choices, list_letters,
    list_outbox,
};
use axum::extract::{Query, State};
use axum::response::Json;
use serde_json::{Value, json};

use super::show::Onward;
use super::wording::subject;
use crate::asked::{JsonBody, Signed};
use crate::site::Site;
use crate::trouble::Trouble;

/// `GET /api/v1/letters?before=`.
pub(super) async fn own(
    State(site): State<Site>,
    Signed(actor): Signed,
    Query(onward): Query<Onward>,
) -> Result<Json<Value>, Trouble> {
    let found = list_letters(&site.app, &actor, onward.before.parse().ok()).await?;
    Ok(Json(letters(&found)))
}

/// `GET /api/v1/outbox?before=`.
pub(super) async fn outbox(
    State(site): State<Site>,
    Signed(actor): Signed,
    Query(onward): Query<Onward>,
) -> Result<Json<Value>, Trouble> {
    let found = list_outbox(&site.app, &actor, onward.before.parse().ok()).await?;
    Ok(Json(letters(&found)))
}

fn letters(of: &Letters) -> Value {
    let lines: Vec<Value> = of.lines.iter().map(letter).collect();
    json!({ "letters": lines, "next": of.next, "sending": of.is_sending })
}

fn letter(it: &LetterLine) -> Value {
    let (state, error) = match &it.state {
        LetterState::Sent(_) => ("sent", None),
        LetterState::Waiting(error) => ("waiting", error.clone()),
        LetterState::Kept => ("kept", None),
        LetterState::ForDigest(pace) => (pace.as_str(), None),
        LetterState::NotWanted => ("not-wanted", None),
        LetterState::GivenUp(error) => ("given-up", Some(error.clone())),
    };
    let sent_at = match it.state {
        LetterState::Sent(at) => Some(at),
        _ => None,
    };
    json!({
        "id": it.id,
        "to": it.to,
        "kind": it.occasion.kind.name,
        "subject": subject(&it.occasion),
        "created_at": it.created_at,
        "state": state,
        "sent_at": sent_at,
        "error": error,
    })
}

/// `GET /api/v1/me/letter-choices`: each group with its pace.
pub(super) async fn choices(
    State(site): State<Site>,
    Signed(actor): Signed,
) -> Result<Json<Value>, Trouble> {
    let chosen = list_choices(&site.app, &actor).await?;
    Ok(Json(paces(&chosen)))
}

fn paces(of: &[Choice]) -> Value {
    let pairs = of
        .iter()
        .map(|it| (it.group.as_str().to_owned(), Value::from(it.pace.as_str())));
    Value::Object(pairs.collect())
}

/// `PUT /api/v1/me/letter-choices`: groups that are not named stay as they are.
pub(super) async fn choose(
    State(site): State<Site>,
    Signed(actor): Signed,
    JsonBody(asked): JsonBody<BTreeMap<String, String>>,
) -> Result<Json<Value>, Trouble> {
    let asked: Vec<(String, String)> = asked.into_iter().collect();
    choose_pace(&site.app, &actor, &asked).await?;
    let chosen = list_choices(&site.app, &actor).await?;
    Ok(Json(paces(&chosen)))
}
