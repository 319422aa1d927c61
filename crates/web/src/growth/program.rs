//! Plan, learning, companions and discussion for programs, under `/api/v1/`.

use app::growth::{
    Answer, Invite, KeptPlanned, Log, PlanChange, PlanIt, Say, answer_invitation, change_plan,
    choose_way, end_companionship, invite, log_learning, order_plan, plan_it, remove_learning, say,
    unsay, view_accompanying, view_companions, view_discussion, view_growth, view_learning,
    withdraw_invitation,
};
use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post, put};
use domain::growth::{
    AskedComment, AskedInvitation, AskedLearning, AskedMilestones, Refusal as GrowthRefusal, Way,
};
use domain::ids::{GoalId, PlannedId};
use domain::refusal::Refusal;
use serde::Deserialize;
use serde_json::{Value, json};

use super::companions::{invitation_in, person_in};
use super::plan::planned_in;
use crate::asked::{JsonBody, Key, Signed, check_header};
use crate::people::forms::id_in;
use crate::pursuit::pursuit_id;
use crate::route::{Route, Who::SignedIn};
use crate::site::Site;
use crate::trouble::Trouble;

pub(super) fn routes() -> Vec<Route> {
    let plan = "/api/v1/growth/plan";
    let line = "/api/v1/growth/plan/{planned}";
    let learning = "/api/v1/pursuits/{pursuit}/learning";
    let companions = "/api/v1/pursuits/{pursuit}/companions";
    let comments = "/api/v1/pursuits/{pursuit}/comments";
    let put_to = |path, answer| Route::of(Method::PUT, path, SignedIn, answer);
    let end = |path, answer| Route::of(Method::DELETE, path, SignedIn, answer);
    vec![
        Route::get(plan, SignedIn, get(read_plan)),
        Route::post(plan, SignedIn, post(add)),
        put_to("/api/v1/growth/plan/order", put(order)),
        put_to(line, put(change)),
        end(line, delete(remove)),
        put_to("/api/v1/pursuits/{pursuit}/way", put(way)),
        Route::get(learning, SignedIn, get(read_learning)),
        Route::post(learning, SignedIn, post(log)),
        end(
            "/api/v1/pursuits/{pursuit}/learning/{learning}",
            delete(unlog),
        ),
        Route::get(companions, SignedIn, get(read_companions)),
        Route::post(companions, SignedIn, post(ask)),
        end(
            "/api/v1/pursuits/{pursuit}/companions/{person}",
            delete(end_one),
        ),
        Route::get("/api/v1/accompanying", SignedIn, get(accompanying)),
        put_to(
            "/api/v1/companion-invitations/{invitation}/answer",
            put(answer),
        ),
        end(
            "/api/v1/companion-invitations/{invitation}",
            delete(withdraw),
        ),
        Route::get(comments, SignedIn, get(read_comments)),
        Route::post(comments, SignedIn, post(comment)),
        end(
            "/api/v1/pursuits/{pursuit}/comments/{comment}",
            delete(uncomment),
        ),
    ]
}

async fn read_plan(
    State(site): State<Site>,
    Signed(actor): Signed,
) -> Result<Json<Value>, Trouble> {
    let view = view_growth(&site.app, &actor).await?;
    let plan: Vec<_> = view.plan.iter().map(planned).collect();
    Ok(Json(json!({"plan": plan})))
}

fn planned(it: &KeptPlanned) -> Value {
    let milestones: Vec<_> = it
        .milestones
        .iter()
        .map(|mark| {
            let reached = mark.kind.is_reached(it.progress);
            json!({"kind": mark.kind, "on": mark.on, "reached": reached})
        })
        .collect();
    json!({
        "id": it.id,
        "micro_credential": it.slug,
        "title": it.title,
        "goal": it.goal,
        "pursuit": it.pursuit,
        "milestones": milestones,
    })
}

async fn add(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    JsonBody(body): JsonBody<PlanIt>,
) -> Result<Response, Trouble> {
    let done = plan_it(&site.app, &actor, body, key).await?;
    Ok(created(
        "/api/v1/growth/plan".to_owned(),
        json!({"id": done.planned}),
    ))
}

async fn order(
    State(site): State<Site>,
    Signed(actor): Signed,
    JsonBody(body): JsonBody<Vec<PlannedId>>,
) -> Result<StatusCode, Trouble> {
    order_plan(&site.app, &actor, body).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What a line of the plan becomes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Line {
    #[serde(default)]
    goal: Option<GoalId>,
    #[serde(default)]
    milestones: AskedMilestones,
}

async fn change(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    JsonBody(body): JsonBody<Line>,
) -> Result<StatusCode, Trouble> {
    let id = planned_in(&id)?;
    change_plan(
        &site.app,
        &actor,
        id,
        PlanChange::Milestones(body.milestones),
    )
    .await?;
    change_plan(&site.app, &actor, id, PlanChange::Serve(body.goal)).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn remove(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    request: Request,
) -> Result<StatusCode, Trouble> {
    check_header(request.headers(), request.extensions())?;
    change_plan(&site.app, &actor, planned_in(&id)?, PlanChange::Remove).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The way into a pursuit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Chosen {
    way: Way,
}

async fn way(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(pursuit): Path<String>,
    JsonBody(body): JsonBody<Chosen>,
) -> Result<StatusCode, Trouble> {
    choose_way(&site.app, &actor, pursuit_id(&pursuit)?, body.way).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn read_learning(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(pursuit): Path<String>,
) -> Result<Json<Value>, Trouble> {
    let view = view_learning(&site.app, &actor, pursuit_id(&pursuit)?).await?;
    let lines: Vec<_> = view
        .lines
        .iter()
        .map(|it| {
            json!({"id": it.id, "on": it.it.on, "kind": it.it.kind, "what": it.it.what,
                   "minutes": it.it.minutes})
        })
        .collect();
    Ok(Json(json!({
        "pursuit": view.pursuit,
        "way": view.way,
        "lines": lines,
        "resources": view.resources,
        "meeting": view.meeting,
    })))
}

async fn log(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path(pursuit): Path<String>,
    JsonBody(asked): JsonBody<AskedLearning>,
) -> Result<Response, Trouble> {
    let pursuit = pursuit_id(&pursuit)?;
    let done = log_learning(&site.app, &actor, Log { pursuit, asked }, key).await?;
    let location = format!("/api/v1/pursuits/{pursuit}/learning");
    Ok(created(location, json!({"id": done.learning})))
}

async fn unlog(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path((pursuit, id)): Path<(String, String)>,
    request: Request,
) -> Result<StatusCode, Trouble> {
    check_header(request.headers(), request.extensions())?;
    let id = id_in(&id).map_err(|_| Refusal::from(GrowthRefusal::NoSuchLearning))?;
    remove_learning(&site.app, &actor, pursuit_id(&pursuit)?, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn read_companions(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(pursuit): Path<String>,
) -> Result<Json<Value>, Trouble> {
    let view = view_companions(&site.app, &actor, pursuit_id(&pursuit)?).await?;
    let companions: Vec<_> = view
        .companions
        .iter()
        .map(|it| json!({"person": it.person, "name": it.name, "role": it.role, "since": it.since}))
        .collect();
    let invited: Vec<_> = view
        .invited
        .iter()
        .map(|it| {
            json!({"id": it.id, "email": it.address, "role": it.role,
                   "invited_at": it.invited_at})
        })
        .collect();
    Ok(Json(
        json!({"companions": companions, "invited": invited, "meeting": view.meeting}),
    ))
}

async fn ask(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path(pursuit): Path<String>,
    JsonBody(asked): JsonBody<AskedInvitation>,
) -> Result<Response, Trouble> {
    let pursuit = pursuit_id(&pursuit)?;
    let done = invite(&site.app, &actor, Invite { pursuit, asked }, key).await?;
    site.nudge.nudge();
    let location = format!("/api/v1/pursuits/{pursuit}/companions");
    Ok(created(location, json!({"id": done.invitation})))
}

async fn end_one(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path((pursuit, person)): Path<(String, String)>,
    request: Request,
) -> Result<StatusCode, Trouble> {
    check_header(request.headers(), request.extensions())?;
    let (pursuit, person) = (pursuit_id(&pursuit)?, person_in(&person)?);
    end_companionship(&site.app, &actor, pursuit, person).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn accompanying(
    State(site): State<Site>,
    Signed(actor): Signed,
) -> Result<Json<Value>, Trouble> {
    let view = view_accompanying(&site.app, &actor).await?;
    let accompanied: Vec<_> = view
        .accompanied
        .iter()
        .map(|it| {
            json!({"pursuit": it.pursuit, "educator": it.educator, "title": it.title,
                   "state": it.state, "role": it.role, "since": it.since})
        })
        .collect();
    let received: Vec<_> = view
        .received
        .iter()
        .map(|it| {
            json!({"id": it.id, "educator": it.educator, "title": it.title, "role": it.role,
                   "invited_at": it.invited_at})
        })
        .collect();
    Ok(Json(
        json!({"accompanied": accompanied, "invitations": received}),
    ))
}

/// The answer to an invitation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Answered {
    accept: bool,
}

async fn answer(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    JsonBody(body): JsonBody<Answered>,
) -> Result<Json<Value>, Trouble> {
    let answer = match body.accept {
        true => Answer::Accept,
        false => Answer::Decline,
    };
    let pursuit = answer_invitation(&site.app, &actor, invitation_in(&id)?, answer).await?;
    Ok(Json(json!({"pursuit": pursuit})))
}

async fn withdraw(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    request: Request,
) -> Result<StatusCode, Trouble> {
    check_header(request.headers(), request.extensions())?;
    withdraw_invitation(&site.app, &actor, invitation_in(&id)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn read_comments(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(pursuit): Path<String>,
) -> Result<Json<Value>, Trouble> {
    let view = view_discussion(&site.app, &actor, pursuit_id(&pursuit)?).await?;
    let comments: Vec<_> = view
        .comments
        .iter()
        .map(|it| {
            json!({"id": it.id, "person": it.person, "name": it.name, "about": it.about,
                   "text": it.text, "created_at": it.created_at})
        })
        .collect();
    let texts: serde_json::Map<_, _> = view
        .draft
        .texts
        .iter()
        .map(|(field, it)| (field.to_string(), json!(it.text)))
        .collect();
    Ok(Json(
        json!({"comments": comments, "texts": texts, "files": view.draft.items}),
    ))
}

async fn comment(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path(pursuit): Path<String>,
    JsonBody(asked): JsonBody<AskedComment>,
) -> Result<Response, Trouble> {
    let pursuit = pursuit_id(&pursuit)?;
    let done = say(&site.app, &actor, Say { pursuit, asked }, key).await?;
    site.nudge.nudge();
    let location = format!("/api/v1/pursuits/{pursuit}/comments");
    Ok(created(location, json!({"id": done.comment})))
}

async fn uncomment(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path((pursuit, id)): Path<(String, String)>,
    request: Request,
) -> Result<StatusCode, Trouble> {
    check_header(request.headers(), request.extensions())?;
    let id = id_in(&id).map_err(|_| Refusal::from(GrowthRefusal::NoSuchComment))?;
    unsay(&site.app, &actor, pursuit_id(&pursuit)?, id).await?;
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
