//! The same for programs.

use app::audit::{Seen, last_head, look_into_log};
use axum::extract::{Query, State};
use axum::response::Json;
use serde_json::{Value, json};

use super::asked::Asked;
use crate::asked::Signed;
use crate::site::Site;
use crate::trouble::Trouble;

/// `GET /api/v1/events?person=&kind=&thing=&before=`: newest first.
pub(super) async fn events(
    State(site): State<Site>,
    Signed(actor): Signed,
    Query(asked): Query<Asked>,
) -> Result<Json<Value>, Trouble> {
    let (filter, before) = asked.read()?;
    let found = look_into_log(&site.app, &actor, filter, before).await?;
    let events: Vec<Value> = found.events.iter().map(event).collect();
    Ok(Json(json!({ "events": events, "next": found.next })))
}

/// `GET /api/v1/audit-head`: the last signed head, to be kept elsewhere; `null` before the first.
pub(super) async fn head(
    State(site): State<Site>,
    Signed(_): Signed,
) -> Result<Json<Value>, Trouble> {
    Ok(Json(json!(last_head(&site.app).await?)))
}

fn event(it: &Seen) -> Value {
    let entry = &it.line.entry;
    let or_null = |text: &String| (!text.is_empty()).then(|| text.clone());
    json!({
        "id": entry.id,
        "at": jiff::Timestamp::from_microsecond(entry.at).ok(),
        "person": or_null(&entry.person),
        "role": or_null(&entry.role),
        "kind": entry.kind,
        "thing": { "sort": entry.subject_kind, "id": entry.subject },
        "state_hash": or_null(&entry.state_hash),
        "detail": serde_json::from_str::<Value>(&entry.detail).unwrap_or_default(),
        "position": it.line.position,
    })
}
