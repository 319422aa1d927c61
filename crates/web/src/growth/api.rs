//! The room `growth` for programs, under `/api/v1/`.

use app::growth::{
    GrowthView, NeedLine, PublishNeed, assess_self, change_goal, change_need, end_need,
    forget_assessment, list_needs, publish_need, remove_goal, view_growth, view_need, wish,
    write_goal,
};
use axum::Json;
use axum::extract::{Path, Query, Request, State};
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post, put};
use domain::growth::{
    AskedGoal, AskedNeed, AskedSelfAssessment, AskedWishes, Competency, Refusal as GrowthRefusal,
};
use domain::ids::NeedId;
use domain::refusal::Refusal;
use serde::Deserialize;
use serde_json::{Value, json};

use super::goals::goal_in;
use super::needs::need_in;
use super::{LEADER, recommended};
use crate::asked::{JsonBody, Key, Signed, check_header};
use crate::route::{Route, Who::SignedIn};
use crate::site::Site;
use crate::trouble::Trouble;

pub(super) fn routes() -> Vec<Route> {
    let (needs, need) = ("/api/v1/needs", "/api/v1/needs/{need}");
    let (goals, goal) = ("/api/v1/growth/goals", "/api/v1/growth/goals/{goal}");
    let assessed = "/api/v1/growth/self-assessment/{competency}";
    let wishes = "/api/v1/growth/wishes";
    let put_to = |path, who, answer| Route::of(Method::PUT, path, who, answer);
    let end = |path, who, answer| Route::of(Method::DELETE, path, who, answer);
    vec![
        Route::get(needs, LEADER, get(list)),
        Route::post(needs, LEADER, post(publish)),
        Route::get(need, LEADER, get(read_need)),
        put_to(need, LEADER, put(change)),
        end(need, LEADER, delete(finish)),
        Route::get("/api/v1/growth", SignedIn, get(read)),
        Route::get(
            "/api/v1/growth/recommendations",
            SignedIn,
            get(recommended::list),
        ),
        Route::post(goals, SignedIn, post(add_goal)),
        put_to(goal, SignedIn, put(put_goal)),
        end(goal, SignedIn, delete(end_goal)),
        put_to(assessed, SignedIn, put(assess)),
        end(assessed, SignedIn, delete(forget)),
        put_to(wishes, SignedIn, put(keep_wishes)),
    ]
}

/// Where the list goes on.
#[derive(Debug, Deserialize)]
pub(super) struct From {
    before: Option<NeedId>,
}

async fn list(
    State(site): State<Site>,
    Signed(actor): Signed,
    Query(from): Query<From>,
) -> Result<Json<Value>, Trouble> {
    let view = list_needs(&site.app, &actor, from.before).await?;
    let needs: Vec<_> = view.needs.iter().map(need).collect();
    Ok(Json(json!({"needs": needs, "next": view.next})))
}

fn need(it: &NeedLine) -> Value {
    let kept = &it.kept;
    json!({
        "id": kept.id,
        "organization": kept.organization,
        "organization_name": kept.organization_name,
        "title": kept.need.title,
        "reason": kept.need.reason,
        "competencies": kept.need.competencies,
        "from": kept.need.from,
        "until": kept.need.until,
        "published_at": kept.published_at,
        "ended_at": kept.ended_at,
        "counts": it.counts,
    })
}

async fn publish(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    JsonBody(body): JsonBody<PublishNeed>,
) -> Result<Response, Trouble> {
    let done = publish_need(&site.app, &actor, body, key).await?;
    site.nudge.nudge();
    Ok(created(
        format!("/api/v1/needs/{}", done.need),
        json!({"id": done.need}),
    ))
}

async fn read_need(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
) -> Result<Json<Value>, Trouble> {
    let it = view_need(&site.app, &actor, need_in(&id)?).await?;
    Ok(Json(need(&it)))
}

async fn change(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    JsonBody(body): JsonBody<AskedNeed>,
) -> Result<StatusCode, Trouble> {
    change_need(&site.app, &actor, need_in(&id)?, body).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn finish(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    request: Request,
) -> Result<StatusCode, Trouble> {
    check_header(request.headers(), request.extensions())?;
    end_need(&site.app, &actor, need_in(&id)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn read(State(site): State<Site>, Signed(actor): Signed) -> Result<Json<Value>, Trouble> {
    Ok(Json(growth(&view_growth(&site.app, &actor).await?)))
}

fn growth(view: &GrowthView) -> Value {
    let goals: Vec<_> = view
        .goals
        .iter()
        .map(|it| {
            json!({"id": it.id, "text": it.goal.text, "competencies": it.goal.competencies,
                   "by": it.goal.by, "created_at": it.created_at})
        })
        .collect();
    let assessed: Vec<_> = view
        .assessed
        .iter()
        .map(|it| {
            json!({"competency": it.it.competency, "level": it.it.level,
                   "sentence": it.it.sentence, "assessed_at": it.at})
        })
        .collect();
    json!({
        "needs": view.needs.iter().map(need).collect::<Vec<_>>(),
        "goals": goals,
        "self_assessment": assessed,
        "wishes": view.wishes,
    })
}

async fn add_goal(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    JsonBody(body): JsonBody<AskedGoal>,
) -> Result<Response, Trouble> {
    let done = write_goal(&site.app, &actor, body, key).await?;
    Ok(created(
        "/api/v1/growth".to_owned(),
        json!({"id": done.goal}),
    ))
}

async fn put_goal(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    JsonBody(body): JsonBody<AskedGoal>,
) -> Result<StatusCode, Trouble> {
    change_goal(&site.app, &actor, goal_in(&id)?, body).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn end_goal(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    request: Request,
) -> Result<StatusCode, Trouble> {
    check_header(request.headers(), request.extensions())?;
    remove_goal(&site.app, &actor, goal_in(&id)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A level, and why.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Seen {
    level: String,
    #[serde(default)]
    sentence: String,
}

async fn assess(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(competency): Path<String>,
    JsonBody(body): JsonBody<Seen>,
) -> Result<StatusCode, Trouble> {
    let asked = AskedSelfAssessment {
        competency,
        level: body.level,
        sentence: body.sentence,
    };
    assess_self(&site.app, &actor, asked).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn forget(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(competency): Path<String>,
    request: Request,
) -> Result<StatusCode, Trouble> {
    check_header(request.headers(), request.extensions())?;
    let of = Competency::parse("competency", &competency)
        .map_err(|place| Refusal::from(GrowthRefusal::Fields(vec![place])))?;
    forget_assessment(&site.app, &actor, of).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What somebody can give.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Given {
    hours: Option<u16>,
    #[serde(default)]
    students: String,
}

async fn keep_wishes(
    State(site): State<Site>,
    Signed(actor): Signed,
    JsonBody(body): JsonBody<Given>,
) -> Result<StatusCode, Trouble> {
    let asked = AskedWishes {
        hours: body.hours.map(|it| it.to_string()).unwrap_or_default(),
        students: body.students,
    };
    wish(&site.app, &actor, asked).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn created(location: String, it: Value) -> Response {
    (
        StatusCode::CREATED,
        [(header::LOCATION, location)],
        Json(it),
    )
        .into_response()
}
