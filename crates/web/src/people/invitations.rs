//! Inviting people, one by one or by a table.

use app::Outcome;
use app::people::{
    InvitationLine, Invite, InviteMany, Organization, TableRead, check_invitations, invite,
    invite_many, list_invitations, resend_invitation, withdraw_invitation,
};
use axum::extract::{Multipart, Path, Query, State};
use axum::http::Extensions;
use axum::response::{IntoResponse, Redirect, Response};
use domain::people::{Actor, InvitationState};
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::choices::{one_of, organizations, role_word, roles};
use super::forms::id_in;
use super::grant::{self, From, email_field};
use crate::asked::{Fields, Frame, Signed, check_token, unreadable};
use crate::dates::Dates;
use crate::form::Mend;
use crate::icon::Mark;
use crate::page::Shown;
use crate::pages::part::{Crumb, Note, Pages, State as Shape, Tone};
use crate::pages::people::{FormPage, FormPart, InvitationRow, InvitationTable, Invitations};
use crate::route::FORM_BYTES;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::{Spot, Trouble};

/// What has just been done, and where the list goes on.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    done: String,
    #[serde(default)]
    pub before: String,
}

/// `GET /invitations`.
pub(super) async fn list(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Query(asked): Query<Asked>,
) -> Result<Response, Trouble> {
    let note = note(&shell, &asked.done);
    let before = asked.before.parse().ok();
    let (found, next) = list_invitations(&site.app, &actor, before).await?;
    let dates = Dates::new(shell.language, TimeZone::UTC);
    let page = Invitations {
        lines: found.iter().map(|it| row(&shell, &dates, it)).collect(),
        pages: Pages {
            first: before.map(|_| "/invitations".to_owned()),
            next: next.map(|it| format!("/invitations?before={it}")),
        },
        done: note,
        mends: Vec::new(),
        shell,
    };
    Ok(Shown(page).into_response())
}

fn note(shell: &Shell, done: &str) -> Option<Note> {
    let (title, text) = match done {
        "invited" => ("invited", "invited-text"),
        "again" => ("invited-again", "invited-text"),
        "withdrawn" => ("invitation-withdrawn", "invitation-withdrawn-text"),
        _ => return None,
    };
    Some(Note::new(Tone::Done, shell.say(title), shell.say(text)))
}

fn row(shell: &Shell, dates: &Dates, it: &InvitationLine) -> InvitationRow {
    let one = &it.invitation;
    let is_open = matches!(it.state, InvitationState::Open | InvitationState::Expired);
    let mark = match it.state {
        InvitationState::Open => Mark::Waiting,
        InvitationState::Accepted => Mark::Met,
        InvitationState::Withdrawn => Mark::Gone,
        InvitationState::Expired => Mark::Late,
    };
    let state = shell
        .say(&format!("invitation-state-{}", it.state.as_str()))
        .put("until", dates.day(one.expires_at));
    InvitationRow {
        address: one.address.as_str().to_owned(),
        what: format!("{}, {}", role_word(shell, one.role), one.organization_name),
        state: Shape::new(mark, state),
        link: it.link.clone(),
        ways: is_open.then(|| format!("/invitations/{}", one.id)),
    }
}

/// `GET /invitations/new`.
pub(super) async fn form(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Query(from): Query<From>,
) -> Result<Response, Trouble> {
    let place = from.organization;
    grant::begun(&site, &actor, &place, |offered| {
        page(&site, shell, offered, ("", &place, ""), Vec::new())
    })
    .await
}

fn page(
    site: &Site,
    shell: Shell,
    offered: &[Organization],
    (email, organization, role): (&str, &str, &str),
    mends: Vec<Mend>,
) -> FormPage {
    let offered = organizations(offered, organization);
    let roles = roles(&shell, &[role]);
    let parts = vec![
        FormPart::Line(email_field(&shell, email, &mends)),
        FormPart::Select(one_of(
            &shell,
            "organization",
            "person-organization",
            offered,
            &mends,
        )),
        FormPart::Select(one_of(&shell, "role", "person-role", roles, &mends)),
    ];
    FormPage {
        crumbs: vec![
            Crumb::above("/invitations", shell.say("invitations-title")),
            Crumb::here(shell.say("invite-title")),
        ],
        title: shell.say("invite-title").to_string(),
        lede: shell.say("invite-lede").to_string(),
        action: "/invitations".to_owned(),
        key: site.fresh_key(),
        parts,
        button: shell.say("invite-button").to_string(),
        mends,
        shell,
    }
}

/// `POST /invitations`.
pub(super) async fn send(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    fields: Fields,
) -> Result<Response, Trouble> {
    let (email, place, role) = (
        fields.text("email"),
        fields.text("organization"),
        fields.text("role"),
    );
    let outcome = match grant::chosen(place) {
        Ok(organization) => {
            let command = Invite {
                email: email.to_owned(),
                organization,
                role: role.to_owned(),
            };
            invite(&site.app, &actor, command, fields.key()).await
        }
        Err(failure) => Err(failure),
    };
    let who = (&site, &shell, &actor);
    grant::ended(
        who,
        (outcome, "/invitations?done=invited"),
        place,
        |offered, mends| page(&site, shell.clone(), offered, (email, place, role), mends),
    )
    .await
}

/// `POST /invitations/{invitation}/sending`.
pub(super) async fn resend(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    _checked: Fields,
) -> Result<Response, Trouble> {
    resend_invitation(&site.app, &actor, id_in(&id)?).await?;
    Ok(Redirect::to("/invitations?done=again").into_response())
}

/// `POST /invitations/{invitation}/withdrawal`.
pub(super) async fn withdraw(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    _checked: Fields,
) -> Result<Response, Trouble> {
    withdraw_invitation(&site.app, &actor, id_in(&id)?).await?;
    Ok(Redirect::to("/invitations?done=withdrawn").into_response())
}

/// `GET /invitations/table`.
pub(super) async fn table(State(site): State<Site>, Frame(shell): Frame) -> Response {
    Shown(empty_table(&site, shell)).into_response()
}

fn empty_table(site: &Site, shell: Shell) -> InvitationTable {
    InvitationTable {
        table: String::new(),
        key: site.fresh_key(),
        count: None,
        mends: Vec::new(),
        shell,
    }
}

/// What a form with a file brought.
#[derive(Default)]
struct Brought {
    csrf: String,
    key: String,
    table: Vec<u8>,
    is_to_be_sent: bool,
}

/// Reads the fields of the form; a file wins over what stands in the text field.
async fn brought(mut parts: Multipart) -> Result<Brought, Trouble> {
    let unreadable =
        |error: axum::extract::multipart::MultipartError| unreadable("body", &error.body_text());
    let mut it = Brought::default();
    while let Some(part) = parts.next_field().await.map_err(unreadable)? {
        let name = part.name().unwrap_or_default().to_owned();
        let bytes = part.bytes().await.map_err(unreadable)?;
        let text = || String::from_utf8_lossy(&bytes).into_owned();
        match name.as_str() {
            "csrf" => it.csrf = text(),
            "key" => it.key = text(),
            "send" => it.is_to_be_sent = true,
            "table" if it.table.is_empty() => it.table = bytes.to_vec(),
            "file" if !bytes.is_empty() => it.table = bytes.to_vec(),
            _ => {}
        }
    }
    Ok(it)
}

/// `POST /invitations/table`: says what a table would do; with `send` it is done.
pub(super) async fn send_table(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    extensions: Extensions,
    parts: Multipart,
) -> Result<Response, Trouble> {
    let it = brought(parts).await?;
    check_token(&extensions, &it.csrf)?;
    let table = it.table.clone();
    let command = InviteMany { table: it.table };
    let read = check_invitations(&site.app, &actor, command.clone()).await?;
    if it.is_to_be_sent && read.faults.is_empty() {
        let key = app::IdempotencyKey::parse(&it.key);
        done(invite_many(&site.app, &actor, command, key).await)?;
        return Ok(Redirect::to("/invitations?done=invited").into_response());
    }
    Ok(Shown(checked(&site, shell, &table, &read)).into_response())
}

fn done<T>(outcome: Outcome<T>) -> Result<(), Trouble> {
    outcome.map(|_| ()).map_err(Trouble::from)
}

fn checked(site: &Site, shell: Shell, table: &[u8], read: &TableRead) -> InvitationTable {
    let mend = |it: &app::people::TableFault| Mend {
        field: "table".to_owned(),
        text: shell
            .say("table-fault")
            .put("line", it.line)
            .put("column", it.column)
            .put("what", sentence(&shell, it.code))
            .to_string(),
    };
    let mends: Vec<Mend> = read.faults.iter().map(mend).collect();
    let text = String::from_utf8_lossy(table);
    InvitationTable {
        table: text
            .chars()
            .take(FORM_BYTES)
            .filter(|it| *it != '\0')
            .collect(),
        count: mends.is_empty().then_some(read.count),
        mends,
        ..empty_table(site, shell)
    }
}

fn sentence(shell: &Shell, code: &str) -> String {
    let spot = Spot {
        field: String::new(),
        code: code.to_owned(),
        parameters: Vec::new(),
    };
    let mut trouble = Trouble::of_status(axum::http::StatusCode::UNPROCESSABLE_ENTITY);
    trouble.spots = vec![spot];
    let mends = trouble.mends(shell);
    mends
        .into_iter()
        .next()
        .map(|it| it.text)
        .unwrap_or_default()
}

/// For programs: the same actor, the same rules.
pub(super) async fn of_program(
    site: &Site,
    actor: &Actor,
    table: Vec<u8>,
    is_to_be_sent: bool,
    key: Option<app::IdempotencyKey>,
) -> Result<serde_json::Value, Trouble> {
    let command = InviteMany { table };
    let read = check_invitations(&site.app, actor, command.clone()).await?;
    if !is_to_be_sent || !read.faults.is_empty() {
        return Ok(serde_json::json!(read));
    }
    let done = invite_many(&site.app, actor, command, key).await?;
    Ok(serde_json::json!(done))
}
