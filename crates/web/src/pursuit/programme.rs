//! `/programme`: pursuits of the own issuers by state, and what can be done with one.

use app::Failure;
use app::pursuit::{
    Manage, ManageStep, ManagedLine, ManagedView, list_managed, manage, view_managed,
};
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::PursuitId;
use domain::people::Actor;
use domain::pursuit::{Concern, MAX_REASON, Refusal as PursuitRefusal, StateName};
use domain::refusal::{Refusal, Refuse};
use serde::Deserialize;
use serde_json::{Value, json};

use super::fill::words_of;
use super::standing::standing;
use super::workspace::id;
use crate::asked::{Fields, Frame, JsonBody, Key, Signed};
use crate::form::{Choice, Field, Mend, error_of};
use crate::page::Shown;
use crate::pages::part::{Crumb, Fact, Link, Note, Pages, Tone};
use crate::pages::pursuit::{ManagedPursuit, Programme, ProgrammeLine};
use crate::refused::status_of;
use crate::review::dates;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// States that a manager looks at, in the order in which they are offered.
const STATES: [StateName; 6] = [
    StateName::Submitted,
    StateName::UnderReview,
    StateName::DecisionReady,
    StateName::Returned,
    StateName::OnHold,
    StateName::Expired,
];

/// Which pursuits.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    state: Option<String>,
    before: Option<PursuitId>,
}

impl Asked {
    fn state(&self) -> StateName {
        let named = self.state.as_deref().and_then(StateName::parse);
        named
            .filter(|it| STATES.contains(it))
            .unwrap_or(StateName::Submitted)
    }
}

pub(super) async fn list(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Query(asked): Query<Asked>,
) -> Result<Shown<Programme>, Trouble> {
    let state = asked.state();
    let found = list_managed(&site.app, &actor, state, asked.before).await?;
    let address = |of: StateName| format!("/programme?state={}", of.as_str());
    let states = STATES.map(|it| {
        let word = shell.say(&format!("programme-{}", it.as_str()));
        match it == state {
            true => Crumb::here(word),
            false => Crumb::above(address(it), word),
        }
    });
    Ok(Shown(Programme {
        states: states.to_vec(),
        lines: found.lines.iter().map(|it| line(&shell, it)).collect(),
        pages: Pages {
            first: asked.before.map(|_| address(state)),
            next: found
                .next
                .map(|id| format!("{}&before={id}", address(state))),
        },
        shell,
    }))
}

fn line(shell: &Shell, it: &ManagedLine) -> ProgrammeLine {
    ProgrammeLine {
        address: format!("/programme/pursuits/{}", it.id),
        title: it.title.clone(),
        code: it.code.clone(),
        state: standing(shell, it.state),
        since: dates(shell.language, &it.time_zone).moment(it.since),
    }
}

/// What just happened.
#[derive(Debug, Deserialize)]
pub(super) struct Just {
    done: Option<String>,
}

pub(super) async fn page(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(pursuit): Path<String>,
    Query(just): Query<Just>,
) -> Result<Shown<ManagedPursuit>, Trouble> {
    let view = view_managed(&site.app, &actor, id(&pursuit)?).await?;
    let mut page = managed(&site, shell, &view, &Typed::default());
    let done = just.done.is_some();
    page.note = done.then(|| Note::new(Tone::Done, page.shell.say("managed-done"), ""));
    Ok(Shown(page))
}

/// What a form keeps when it comes back.
#[derive(Debug, Default)]
struct Typed {
    concern: String,
    reason: String,
    mends: Vec<Mend>,
}

fn managed(site: &Site, shell: Shell, view: &ManagedView, typed: &Typed) -> ManagedPursuit {
    let it = &view.line;
    let dates = dates(shell.language, &it.time_zone);
    let mut facts = vec![
        Fact::new(shell.say("fact-attempt"), it.attempt),
        Fact::new(shell.say("managed-since"), dates.moment(it.since)),
    ];
    if let Some(code) = &it.code {
        facts.push(Fact::new(shell.say("fact-code"), code));
    }
    if let Some(concern) = it.concern {
        let word = shell.say(&format!("concern-{}", concern.as_str()));
        facts.push(Fact::new(shell.say("managed-concern"), word));
    }
    if let Some(end) = it.expires_at {
        facts.push(Fact::new(shell.say("managed-ends"), dates.day(end)));
    }
    let concerns = Concern::ALL.map(Concern::as_str);
    let choice = |it: &str| {
        let word = shell.say(&format!("concern-{it}"));
        Choice::new(it, word, typed.concern == it)
    };
    let reason = Field::new("reason", shell.say("managed-reason"))
        .value(&typed.reason)
        .limit(u32::try_from(MAX_REASON).unwrap_or(u32::MAX))
        .error(error_of(&typed.mends, "reason"));
    let give_back = it.code.as_ref().filter(|_| view.can_give_back);
    ManagedPursuit {
        crumbs: vec![
            Crumb::above("/programme", shell.say("programme-title")),
            Crumb::here(&it.title),
        ],
        status: StatusCode::OK,
        title: it.title.clone(),
        state: standing(&shell, it.state),
        note: None,
        facts,
        address: format!("/programme/pursuits/{}", it.id),
        give_back: give_back.map(|code| {
            let address = format!("/submissions/{code}/returning");
            Link::new(address, shell.say("returning-title"))
        }),
        concerns: match view.can_hold {
            true => concerns.into_iter().map(choice).collect(),
            false => Vec::new(),
        },
        reason,
        can_lift: it.state == StateName::OnHold,
        can_reopen: it.state == StateName::Expired,
        mends: typed.mends.clone(),
        key: site.fresh_key(),
        shell,
    }
}

/// Puts a pursuit on hold.
pub(super) async fn hold(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(pursuit): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let pursuit = id(&pursuit)?;
    let mut typed = Typed {
        concern: fields.text("concern").to_owned(),
        reason: fields.text("reason").to_owned(),
        mends: Vec::new(),
    };
    let Some(concern) = Concern::parse(&typed.concern) else {
        let text = shell.say("managed-concern-missing").to_string();
        let field = "concern".to_owned();
        typed.mends.push(Mend { field, text });
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return again(&site, &actor, shell, pursuit, &typed, status).await;
    };
    let step = ManageStep::Hold {
        concern,
        reason: typed.reason.clone(),
    };
    let why = match manage(&site.app, &actor, Manage { pursuit, step }, fields.key()).await {
        Ok(_) => return Ok(done(pursuit)),
        Err(Failure::Refused(Refusal::Pursuit(
            it @ (PursuitRefusal::ReasonMissing | PursuitRefusal::ReasonTooLong { .. }),
        ))) => it,
        Err(other) => return Err(other.into()),
    };
    typed.mends.push(Mend {
        field: "reason".to_owned(),
        text: words_of(&shell, why.code(), &why.parameters()),
    });
    again(&site, &actor, shell, pursuit, &typed, status_of(why.kind())).await
}

async fn again(
    site: &Site,
    actor: &Actor,
    shell: Shell,
    pursuit: PursuitId,
    typed: &Typed,
    status: StatusCode,
) -> Result<Response, Trouble> {
    let view = view_managed(&site.app, actor, pursuit).await?;
    let mut page = managed(site, shell, &view, typed);
    page.status = status;
    Ok(Shown(page).into_response())
}

fn done(pursuit: PursuitId) -> Response {
    Redirect::to(&format!("/programme/pursuits/{pursuit}?done=yes")).into_response()
}

/// Lifts a hold.
pub(super) async fn lift(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(pursuit): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let pursuit = id(&pursuit)?;
    let step = ManageStep::Lift;
    manage(&site.app, &actor, Manage { pursuit, step }, fields.key()).await?;
    site.nudge.nudge();
    Ok(done(pursuit))
}

/// Gives an expired pursuit more time.
pub(super) async fn reopen(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(pursuit): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let pursuit = id(&pursuit)?;
    let step = ManageStep::Reopen;
    manage(&site.app, &actor, Manage { pursuit, step }, fields.key()).await?;
    Ok(done(pursuit))
}

/// The list for programs.
pub(super) async fn list_json(
    State(site): State<Site>,
    Signed(actor): Signed,
    Query(asked): Query<Asked>,
) -> Result<Json<Value>, Trouble> {
    let found = list_managed(&site.app, &actor, asked.state(), asked.before).await?;
    let lines: Vec<_> = found.lines.iter().map(value).collect();
    Ok(Json(json!({"pursuits": lines, "next": found.next})))
}

fn value(it: &ManagedLine) -> Value {
    json!({
        "id": it.id,
        "title": it.title,
        "state": it.state,
        "attempt": it.attempt,
        "since": it.since,
        "expires_at": it.expires_at,
        "concern": it.concern,
        "code": it.code,
        "submitted_at": it.submitted_at,
    })
}

/// A step for programs: `{"hold": {"concern": "privacy", "reason": "..."}}`, `"lift"` or `"reopen"`.
pub(super) async fn step_json(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path(pursuit): Path<String>,
    JsonBody(step): JsonBody<ManageStep>,
) -> Result<Json<Value>, Trouble> {
    let pursuit = id(&pursuit)?;
    let done = manage(&site.app, &actor, Manage { pursuit, step }, key).await?;
    site.nudge.nudge();
    Ok(Json(
        json!({"id": done.pursuit, "expires_at": done.expires_at}),
    ))
}
