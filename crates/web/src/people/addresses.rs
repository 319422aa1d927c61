//! A person's own addresses.

use app::Outcome;
use app::people::{Address, add_address, choose_address, list_addresses, remove_address};
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::people::Actor;
use serde::Deserialize;

use super::refusal::Refused;
use crate::asked::{Fields, Frame, Signed};
use crate::form::Mend;
use crate::page::Shown;
use crate::pages::part::{Note, Tone};
use crate::pages::people::{AddressLine, Addresses};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// What has just been done.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Done {
    #[serde(default)]
    done: String,
}

/// `GET /account/addresses`.
pub(super) async fn show(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Query(done): Query<Done>,
) -> Result<Response, Trouble> {
    let found = list_addresses(&site.app, &actor).await?;
    let mut page = page(&site, shell, &found, "", Vec::new());
    page.done = note(&page.shell, &done.done);
    Ok(Shown(page).into_response())
}

fn note(shell: &Shell, done: &str) -> Option<Note> {
    let (title, text) = match done {
        "sent" => ("addresses-sent", "addresses-sent-text"),
        "added" => ("addresses-added", "addresses-added-text"),
        "chosen" => ("addresses-chosen", "addresses-chosen-text"),
        "removed" => ("addresses-removed", "addresses-removed-text"),
        _ => return None,
    };
    Some(Note::new(Tone::Done, shell.say(title), shell.say(text)))
}

fn page(site: &Site, shell: Shell, of: &[Address], email: &str, mends: Vec<Mend>) -> Addresses {
    let can_go = of.len() > 1;
    let line = |(at, it): (usize, &Address)| AddressLine {
        address: it.address.as_str().to_owned(),
        is_first: at == 0,
        is_proved: it.verified_at.is_some(),
        can_go,
    };
    Addresses {
        lines: of.iter().enumerate().map(line).collect(),
        email: email.to_owned(),
        is_sending: site.app.post.sends(),
        done: None,
        mends,
        shell,
    }
}

async fn answer(
    site: &Site,
    shell: Shell,
    actor: &Actor,
    (outcome, done, email): (Outcome<()>, &str, &str),
) -> Result<Response, Trouble> {
    match outcome {
        Ok(()) => Ok(Redirect::to(&format!("/account/addresses?done={done}")).into_response()),
        Err(failure) => {
            let refused = Refused::of(failure, &shell)?;
            let found = list_addresses(&site.app, actor).await?;
            Ok(refused.on(|mends| page(site, shell, &found, email, mends)))
        }
    }
}

fn email_in(fields: &Fields) -> String {
    fields.text("email").chars().take(300).collect()
}

/// `POST /account/addresses`.
pub(super) async fn add(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    fields: Fields,
) -> Result<Response, Trouble> {
    let email = email_in(&fields);
    let outcome = add_address(&site.app, &actor, &email).await;
    answer(&site, shell, &actor, (outcome, "sent", &email)).await
}

/// `POST /account/addresses/first`.
pub(super) async fn choose(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    fields: Fields,
) -> Result<Response, Trouble> {
    let outcome = choose_address(&site.app, &actor, &email_in(&fields)).await;
    answer(&site, shell, &actor, (outcome, "chosen", "")).await
}

/// `POST /account/addresses/removal`.
pub(super) async fn remove(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    fields: Fields,
) -> Result<Response, Trouble> {
    let outcome = remove_address(&site.app, &actor, &email_in(&fields)).await;
    answer(&site, shell, &actor, (outcome, "removed", "")).await
}
