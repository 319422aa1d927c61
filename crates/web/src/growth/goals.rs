//! Where an educator writes down what they want to get better at.

use app::growth::{change_goal, remove_goal, view_growth, write_goal};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::growth::{AskedGoal, Refusal as GrowthRefusal};
use domain::ids::GoalId;
use domain::refusal::Refusal;

use super::say::{competencies_field, day_field, lines};
use crate::asked::{Fields, Frame, Signed};
use crate::form::{Field, Mend, error_of};
use crate::page::Shown;
use crate::pages::part::Crumb;
use crate::pages::people::{FormPage, FormPart};
use crate::people::forms::id_in;
use crate::people::refusal::Refused;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

const GOALS: &str = "/growth/goals";
const BACK: &str = "/growth#goals";

/// `GET /growth/goals/new`.
pub(super) async fn form(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(_): Signed,
) -> Result<Response, Trouble> {
    let title = shell.say("goal-add-title").to_string();
    let typed = AskedGoal::default();
    Ok(Shown(page(&site, shell, GOALS, title, &typed, Vec::new())).into_response())
}

/// `POST /growth/goals`.
pub(super) async fn write(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    fields: Fields,
) -> Result<Response, Trouble> {
    let asked = asked(&fields);
    match write_goal(&site.app, &actor, asked.clone(), fields.key()).await {
        Ok(_) => Ok(Redirect::to(BACK).into_response()),
        Err(failure) => {
            let title = shell.say("goal-add-title").to_string();
            let refused = Refused::of(failure, &shell)?;
            Ok(refused.on(|mends| page(&site, shell, GOALS, title, &asked, mends)))
        }
    }
}

/// `GET /growth/goals/{goal}`.
pub(super) async fn edit(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Path(id): Path<String>,
) -> Result<Response, Trouble> {
    let goal = goal_in(&id)?;
    let view = view_growth(&site.app, &actor).await?;
    let found = view.goals.into_iter().find(|it| it.id == goal);
    let found = found.ok_or_else(|| Refusal::from(GrowthRefusal::NoSuchGoal))?;
    let typed = AskedGoal {
        competencies: lines(&found.goal.competencies),
        by: found.goal.by.map(|it| it.to_string()).unwrap_or_default(),
        text: found.goal.text,
    };
    let title = shell.say("goal-change-title").to_string();
    let action = format!("{GOALS}/{id}");
    Ok(Shown(page(&site, shell, &action, title, &typed, Vec::new())).into_response())
}

/// `POST /growth/goals/{goal}`.
pub(super) async fn change(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let asked = asked(&fields);
    match change_goal(&site.app, &actor, goal_in(&id)?, asked.clone()).await {
        Ok(()) => Ok(Redirect::to(BACK).into_response()),
        Err(failure) => {
            let title = shell.say("goal-change-title").to_string();
            let action = format!("{GOALS}/{id}");
            let refused = Refused::of(failure, &shell)?;
            Ok(refused.on(|mends| page(&site, shell, &action, title, &asked, mends)))
        }
    }
}

/// `POST /growth/goals/{goal}/removal`.
pub(super) async fn remove(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    _: Fields,
) -> Result<Response, Trouble> {
    remove_goal(&site.app, &actor, goal_in(&id)?).await?;
    Ok(Redirect::to(BACK).into_response())
}

/// A goal's id in an address.
pub(super) fn goal_in(id: &str) -> Result<GoalId, Trouble> {
    id_in(id).map_err(|_| Refusal::from(GrowthRefusal::NoSuchGoal).into())
}

fn asked(fields: &Fields) -> AskedGoal {
    let text = |name: &str| fields.text(name).to_owned();
    AskedGoal {
        text: text("text"),
        competencies: text("competencies"),
        by: text("by"),
    }
}

fn page(
    site: &Site,
    shell: Shell,
    action: &str,
    title: String,
    typed: &AskedGoal,
    mends: Vec<Mend>,
) -> FormPage {
    let text = Field::new("text", shell.say("goal-text"))
        .hint(shell.say("goal-text-hint"))
        .value(typed.text.clone())
        .limit(500)
        .error(error_of(&mends, "text"));
    let by = shell.say("goal-by").to_string();
    FormPage {
        crumbs: vec![
            Crumb::above("/growth", shell.say("nav-growth")),
            Crumb::here(&title),
        ],
        title,
        lede: shell.say("goal-lede").to_string(),
        action: action.to_owned(),
        key: site.fresh_key(),
        parts: vec![
            FormPart::Area(text),
            FormPart::Area(competencies_field(&shell, &typed.competencies, &mends).optional()),
            FormPart::Line(day_field("by", by, &typed.by, &mends).optional()),
        ],
        button: shell.say("goal-button").to_string(),
        mends,
        shell,
    }
}
