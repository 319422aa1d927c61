//! A person, for whoever looks after them.

use app::people::{
    Happened, MergePeople, PersonPage, end_sessions_of, give_address, make_password_link,
    merge_people, undo_merge, view_person,
};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::PersonId;
use domain::people::{Actor, Role};
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::choices::role_word;
use super::device;
use super::forms::id_in;
use super::refusal::Refused;
use crate::asked::{Fields, Frame, Signed};
use crate::dates::Dates;
use crate::form::Mend;
use crate::page::Shown;
use crate::pages::part::{Crumb, Note, Pages, Tone};
use crate::pages::people::{HeldLine, MergeLine, Person, PlainLine};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;
use crate::words;

/// What has just been done, and where the history goes on.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    done: String,
    #[serde(default)]
    before: String,
}

/// `GET /people/{person}`.
pub(super) async fn show(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Trouble> {
    let found = view_person(&site.app, &actor, id_in(&id)?, asked.before.parse().ok()).await?;
    let note = note(&shell, &asked.done);
    let mut page = page(shell, &actor, found, Vec::new());
    page.done = note;
    Ok(Shown(page).into_response())
}

fn note(shell: &Shell, done: &str) -> Option<Note> {
    let (title, text) = match done {
        "mailed" => ("person-link-mailed", "person-link-mailed-text"),
        "sessions" => ("person-sessions-ended", "person-sessions-ended-text"),
        "merged" => ("person-merged", "person-merged-text"),
        "unmerged" => ("person-unmerged", "person-unmerged-text"),
        "address" => ("person-address-given", "person-address-given-text"),
        _ => return None,
    };
    Some(Note::new(Tone::Done, shell.say(title), shell.say(text)))
}

fn page(shell: Shell, actor: &Actor, it: PersonPage, mends: Vec<Mend>) -> Person {
    let dates = Dates::new(shell.language, TimeZone::UTC);
    let is_self = it.person == actor.person;
    let here = format!("/people/{}", it.person);
    let held = it.held.iter().map(|held| HeldLine {
        role: role_word(&shell, held.role),
        organization: held.name.clone(),
        end: (!(is_self && held.role == Role::Administrator))
            .then(|| format!("/memberships/{}/end", held.membership)),
    });
    let address = |(at, it): (usize, &app::people::Address)| PlainLine {
        text: it.address.as_str().to_owned(),
        note: match (at, it.verified_at) {
            (0, _) => Some(shell.say("address-first").to_string()),
            (_, None) => Some(shell.say("address-vouched").to_string()),
            _ => None,
        },
    };
    let session = |(device, since, seen): &(String, _, _)| PlainLine {
        text: device::named(&shell, device),
        note: Some(
            shell
                .say("account-session-times")
                .put("since", dates.moment(*since))
                .put("seen", dates.moment(*seen))
                .to_string(),
        ),
    };
    Person {
        crumbs: vec![
            Crumb::above("/people", shell.say("people-title")),
            Crumb::here(&it.name),
        ],
        held: held.collect(),
        addresses: it.addresses.iter().enumerate().map(address).collect(),
        sessions: it.sessions.iter().map(session).collect(),
        history: it
            .history
            .iter()
            .map(|one| happened(&shell, &dates, one))
            .collect(),
        pages: Pages {
            first: None,
            next: it.next.map(|next| format!("{here}?before={next}")),
        },
        name: it.name,
        merges: it
            .merges
            .iter()
            .map(|(one, is_undoable)| MergeLine {
                name: one.name.clone(),
                text: format!("{}: {}", dates.day(one.merged_at), one.reason),
                undo: is_undoable.then(|| format!("{here}/merges/{}/undoing", one.id)),
            })
            .collect(),
        merging: (String::new(), String::new()),
        is_within: it.is_within,
        is_sending: it.is_sending,
        here,
        email: String::new(),
        shown: None,
        done: None,
        mends,
        shell,
    }
}

fn happened(shell: &Shell, dates: &Dates, it: &Happened) -> PlainLine {
    let id = format!("event-{}", it.kind);
    let text = match words::knows(&id) {
        true => shell.say(&id).to_string(),
        false => it.kind.replace('-', " "),
    };
    PlainLine {
        text,
        note: Some(dates.moment(it.at)),
    }
}

/// `POST /people/{person}/password-link`. A link that could not be mailed stands on the page that
/// answers, and nowhere else.
pub(super) async fn help_in(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Path(id): Path<String>,
    _checked: Fields,
) -> Result<Response, Trouble> {
    let person: PersonId = id_in(&id)?;
    match make_password_link(&site.app, &actor, person).await {
        Ok(made) => match made.shown {
            None => Ok(Redirect::to(&format!("/people/{person}?done=mailed")).into_response()),
            Some(link) => {
                let found = view_person(&site.app, &actor, person, None).await?;
                let mut page = page(shell, &actor, found, Vec::new());
                page.shown = Some(link);
                let mut answer = Shown(page).into_response();
                let no_store = HeaderValue::from_static("no-store");
                answer.headers_mut().insert(header::CACHE_CONTROL, no_store);
                Ok(answer)
            }
        },
        Err(failure) => refused(&site, shell, &actor, person, ("", failure)).await,
    }
}

/// `POST /people/{person}/addresses`.
pub(super) async fn give(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let person: PersonId = id_in(&id)?;
    let email: String = fields.text("email").chars().take(300).collect();
    match give_address(&site.app, &actor, person, &email).await {
        Ok(()) => Ok(Redirect::to(&format!("/people/{person}?done=address")).into_response()),
        Err(failure) => refused(&site, shell, &actor, person, (&email, failure)).await,
    }
}

/// `POST /people/{person}/sessions/end`.
pub(super) async fn end_sessions(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    _checked: Fields,
) -> Result<Response, Trouble> {
    let person: PersonId = id_in(&id)?;
    end_sessions_of(&site.app, &actor, person).await?;
    Ok(Redirect::to(&format!("/people/{person}?done=sessions")).into_response())
}

/// `POST /people/{person}/merges`.
pub(super) async fn merge(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let person: PersonId = id_in(&id)?;
    let short = |name: &str| fields.text(name).chars().take(600).collect::<String>();
    let (email, reason) = (short("merged"), short("reason"));
    let command = MergePeople {
        kept: person,
        email: email.clone(),
        reason: reason.clone(),
    };
    match merge_people(&site.app, &actor, command, fields.key()).await {
        Ok(_) => Ok(Redirect::to(&format!("/people/{person}?done=merged")).into_response()),
        Err(failure) => {
            let refused = Refused::of(failure, &shell)?.renamed("email", "merged");
            let found = view_person(&site.app, &actor, person, None).await?;
            Ok(refused.on(|mends| Person {
                merging: (email, reason),
                ..page(shell, &actor, found, mends)
            }))
        }
    }
}

/// `POST /people/{person}/merges/{merge}/undoing`.
pub(super) async fn unmerge(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path((id, merge)): Path<(String, String)>,
    _checked: Fields,
) -> Result<Response, Trouble> {
    let person: PersonId = id_in(&id)?;
    undo_merge(&site.app, &actor, id_in(&merge)?).await?;
    Ok(Redirect::to(&format!("/people/{person}?done=unmerged")).into_response())
}

async fn refused(
    site: &Site,
    shell: Shell,
    actor: &Actor,
    person: PersonId,
    (email, failure): (&str, app::Failure),
) -> Result<Response, Trouble> {
    let refused = Refused::of(failure, &shell)?;
    let found = view_person(&site.app, actor, person, None).await?;
    Ok(refused.on(|mends| Person {
        email: email.to_owned(),
        ..page(shell, actor, found, mends)
    }))
}
