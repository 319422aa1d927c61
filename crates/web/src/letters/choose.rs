//! Choosing what comes by mail, and how often.

use app::Failure;
use app::letters::{Choice, choose, list_choices};
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::letters::{Group, Pace};
use domain::refusal::{Kind, Refuse};
use serde::Deserialize;

use crate::asked::{Fields, Frame, Signed};
use crate::form::{self, Choices, HowMany, Mend, error_of};
use crate::page::Shown;
use crate::pages::letters::LetterChoices;
use crate::pages::part::{Note, Tone};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// What has just been done.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Done {
    #[serde(default)]
    done: String,
}

/// `GET /account/letters`.
pub(super) async fn show(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Query(done): Query<Done>,
) -> Result<Response, Trouble> {
    let chosen = list_choices(&site.app, &actor).await?;
    let mut page = page(shell, &chosen, Vec::new());
    let note = |shell: &Shell| {
        Note::new(
            Tone::Done,
            shell.say("letter-choices-kept"),
            shell.say("letter-choices-kept-text"),
        )
    };
    page.done = (done.done == "kept").then(|| note(&page.shell));
    Ok(Shown(page).into_response())
}

/// `POST /account/letters`.
pub(super) async fn keep(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    fields: Fields,
) -> Result<Response, Trouble> {
    let asked: Vec<(String, String)> = Group::ALL
        .into_iter()
        .filter(|it| fields.has(it.as_str()))
        .map(|it| (it.as_str().to_owned(), fields.text(it.as_str()).to_owned()))
        .collect();
    match choose(&site.app, &actor, &asked).await {
        Ok(()) => Ok(Redirect::to("/account/letters?done=kept").into_response()),
        Err(Failure::Refused(refusal)) if refusal.kind() == Kind::Invalid => {
            let mends = Trouble::from(&refusal).mends(&shell);
            let chosen = list_choices(&site.app, &actor).await?;
            Ok(Shown(page(shell, &chosen, mends)).into_response())
        }
        Err(failure) => Err(failure.into()),
    }
}

fn page(shell: Shell, chosen: &[Choice], mends: Vec<Mend>) -> LetterChoices {
    let open = chosen.iter().filter(|it| it.group.paces().len() > 1);
    let groups = open.map(|it| group(&shell, *it, &mends)).collect();
    LetterChoices {
        groups,
        done: None,
        mends,
        shell,
    }
}

fn group(shell: &Shell, it: Choice, mends: &[Mend]) -> Choices {
    let name = it.group.as_str();
    let option = |pace: &Pace| {
        let word = shell.say(&format!("letter-pace-{}", pace.as_str()));
        form::Choice::new(pace.as_str(), word, *pace == it.pace)
    };
    Choices {
        name: name.to_owned(),
        legend: shell.say(&format!("letter-group-{name}")).to_string(),
        hint: Some(shell.say(&format!("letter-group-{name}-hint")).to_string()),
        error: error_of(mends, name),
        how_many: HowMany::One,
        options: it.group.paces().iter().map(option).collect(),
    }
}
