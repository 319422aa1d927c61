//! Where an educator says how much time they have, and whether there are students.

use app::growth::{view_growth, wish};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use domain::growth::{AskedWishes, Students};

use super::home::students;
use crate::asked::{Fields, Frame, Signed};
use crate::form::{Choice, Choices, Field, HowMany, Mend, error_of};
use crate::page::Shown;
use crate::pages::part::Crumb;
use crate::pages::people::{FormPage, FormPart};
use crate::people::refusal::Refused;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// `GET /growth/wishes`.
pub(super) async fn form(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
) -> Result<Response, Trouble> {
    let wishes = view_growth(&site.app, &actor).await?.wishes;
    let typed = AskedWishes {
        hours: wishes.hours.map(|it| it.to_string()).unwrap_or_default(),
        students: wishes.students.as_str().to_owned(),
    };
    Ok(Shown(page(&site, shell, &typed, Vec::new())).into_response())
}

/// `POST /growth/wishes`.
pub(super) async fn keep(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    fields: Fields,
) -> Result<Response, Trouble> {
    let asked = AskedWishes {
        hours: fields.text("hours").to_owned(),
        students: fields.text("students").to_owned(),
    };
    match wish(&site.app, &actor, asked.clone()).await {
        Ok(()) => Ok(Redirect::to("/growth#wishes").into_response()),
        Err(failure) => {
            let refused = Refused::of(failure, &shell)?;
            Ok(refused.on(|mends| page(&site, shell, &asked, mends)))
        }
    }
}

fn page(site: &Site, shell: Shell, typed: &AskedWishes, mends: Vec<Mend>) -> FormPage {
    let mut hours = Field::new("hours", shell.say("wish-hours"))
        .hint(shell.say("wish-hours-hint"))
        .value(typed.hours.clone())
        .error(error_of(&mends, "hours"))
        .limit(3)
        .optional();
    hours.is_short = true;
    let option = |it: Students| {
        let is_chosen = it.as_str() == typed.students;
        Choice::new(it.as_str(), students(&shell, it), is_chosen)
    };
    let choices = Choices {
        name: "students".to_owned(),
        legend: shell.say("wish-students").to_string(),
        hint: None,
        error: error_of(&mends, "students"),
        how_many: HowMany::One,
        options: Students::ALL.into_iter().map(option).collect(),
    };
    FormPage {
        crumbs: vec![
            Crumb::above("/growth", shell.say("nav-growth")),
            Crumb::here(shell.say("growth-wishes")),
        ],
        title: shell.say("growth-wishes").to_string(),
        lede: shell.say("growth-wishes-text").to_string(),
        action: "/growth/wishes".to_owned(),
        key: site.fresh_key(),
        parts: vec![FormPart::Line(hours), FormPart::Boxes(choices)],
        button: shell.say("growth-keep").to_string(),
        mends,
        shell,
    }
}
