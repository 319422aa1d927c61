//! Reading letters: one's own, and every letter of the installation.

use app::letters::{LetterState, Letters, Opened, Wording};
use app::letters::{list_letters, list_outbox, open_letter, open_outbox};
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::letters::Pace;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::wording::{Words, subject};
use crate::asked::{Frame, Signed};
use crate::dates::Dates;
use crate::icon::Mark;
use crate::page::Shown;
use crate::pages::letters::{LetterLine, LetterList, LetterPage};
use crate::pages::part::{Crumb, Fact, Pages, State as Shape};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// Policy of a letter as HTML inside a page of ours: its own styles, and nothing that acts.
const LETTER_POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

/// Where a list goes on.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Onward {
    /// Before which letter.
    #[serde(default)]
    pub before: String,
}

/// `GET /letters`.
pub(super) async fn list_own(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Query(onward): Query<Onward>,
) -> Result<Response, Trouble> {
    let before = onward.before.parse().ok();
    let found = list_letters(&site.app, &actor, before).await?;
    Ok(list(shell, "/letters", before.is_some(), found))
}

/// `GET /outbox`.
pub(super) async fn list_all(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Query(onward): Query<Onward>,
) -> Result<Response, Trouble> {
    let before = onward.before.parse().ok();
    let found = list_outbox(&site.app, &actor, before).await?;
    Ok(list(shell, "/outbox", before.is_some(), found))
}

fn list(shell: Shell, base: &'static str, is_onward: bool, found: Letters) -> Response {
    let dates = Dates::new(shell.language, TimeZone::UTC);
    let lines = found.lines.iter().map(|it| LetterLine {
        address: format!("{base}/{}", it.id),
        subject: subject(&it.occasion),
        to: it.to.clone(),
        written: dates.moment(it.created_at),
        state: state(&shell, &dates, &it.state),
    });
    let page = LetterList {
        lines: lines.collect(),
        pages: Pages {
            first: is_onward.then(|| base.to_owned()),
            next: found.next.map(|it| format!("{base}?before={it}")),
        },
        is_outbox: base == "/outbox",
        is_sending: found.is_sending,
        shell,
    };
    Shown(page).into_response()
}

fn state(shell: &Shell, dates: &Dates, it: &LetterState) -> Shape {
    let word = |id: &str| shell.say(id).to_string();
    match it {
        LetterState::Sent(at) => Shape::new(
            Mark::Met,
            shell.say("letter-state-sent").put("at", dates.moment(*at)),
        ),
        LetterState::Waiting(None) => Shape::new(Mark::Waiting, word("letter-state-waiting")),
        LetterState::Waiting(Some(error)) => Shape::new(
            Mark::Waiting,
            shell.say("letter-state-again").put("error", error),
        ),
        LetterState::Kept => Shape::new(Mark::Todo, word("letter-state-kept")),
        LetterState::ForDigest(Pace::Weekly) => {
            Shape::new(Mark::Waiting, word("letter-state-weekly"))
        }
        LetterState::ForDigest(_) => Shape::new(Mark::Waiting, word("letter-state-daily")),
        LetterState::NotWanted => Shape::new(Mark::Todo, word("letter-state-not-wanted")),
        LetterState::GivenUp(error) => Shape::new(
            Mark::NotYet,
            shell.say("letter-state-given-up").put("error", error),
        ),
    }
}

/// `GET /letters/{letter}`.
pub(super) async fn own(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Path(id): Path<String>,
) -> Result<Response, Trouble> {
    let found = open_letter(&site.app, &actor, id_in(&id)?).await?;
    one(shell, "/letters", &found)
}

/// `GET /outbox/{letter}`.
pub(super) async fn any(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Path(id): Path<String>,
) -> Result<Response, Trouble> {
    let found = open_outbox(&site.app, &actor, id_in(&id)?).await?;
    one(shell, "/outbox", &found)
}

fn id_in(text: &str) -> Result<domain::ids::LetterId, Trouble> {
    let none = || domain::refusal::Refusal::from(domain::refusal::Request::NoSuchPage);
    text.parse().map_err(|_| none().into())
}

fn words(of: &Opened) -> Result<app::letters::Written, Trouble> {
    Words
        .letter(&of.line.occasion)
        .map_err(|error| app::Failure::Broken(error).into())
}

fn one(shell: Shell, base: &'static str, found: &Opened) -> Result<Response, Trouble> {
    let dates = Dates::new(shell.language, TimeZone::UTC);
    let written = words(found)?;
    let title = match base {
        "/outbox" => "outbox-title",
        _ => "letters-title",
    };
    let address = found.address.clone();
    let address = address.unwrap_or_else(|| shell.say("letter-address-none").to_string());
    let page = LetterPage {
        crumbs: vec![
            Crumb::above(base, shell.say(title)),
            Crumb::here(&written.subject),
        ],
        facts: vec![
            Fact::new(shell.say("letter-to"), &found.line.to),
            Fact::new(shell.say("letter-address"), address),
            Fact::new(
                shell.say("letter-written-at"),
                dates.moment(found.line.created_at),
            ),
        ],
        state: state(&shell, &dates, &found.line.state),
        subject: written.subject,
        text: written.text,
        html: format!("{base}/{}/html", found.line.id),
        letter_language: found.line.occasion.language.clone(),
        shell,
    };
    Ok(Shown(page).into_response())
}

/// `GET /letters/{letter}/html`.
pub(super) async fn own_html(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
) -> Result<Response, Trouble> {
    let found = open_letter(&site.app, &actor, id_in(&id)?).await?;
    html(&found)
}

/// `GET /outbox/{letter}/html`.
pub(super) async fn any_html(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
) -> Result<Response, Trouble> {
    let found = open_outbox(&site.app, &actor, id_in(&id)?).await?;
    html(&found)
}

/// The letter as its receiver sees it, to be shown in a frame of our pages alone.
fn html(found: &Opened) -> Result<Response, Trouble> {
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, LETTER_POLICY),
        (header::CACHE_CONTROL, "private, no-store"),
    ];
    Ok((headers, words(found)?.html).into_response())
}
