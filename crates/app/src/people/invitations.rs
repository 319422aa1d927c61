//! Inviting somebody to hold a role: one by one, or by a table.

use domain::audit::Fact;
use domain::ids::{InvitationId, OrganizationId};
use domain::people::csv::Fault;
use domain::people::{
    Actor, EmailAddress, InvitationState, MOST_SENDINGS, Refusal, Role, Slug, column_of,
    invitation_expires, read_invitees,
};
use domain::refusal::Place;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::people::invitation::{self, Invitation, NewInvitation};
use store::people::{organization, tending};

use super::edit_organization::is_open;
use super::lists::PAGE;
use super::{administered, tokens};
use crate::letters::{INVITED, to_address};
use crate::{App, IdempotencyKey, Outcome, Unit};

/// What the tokens of invitations are made for.
pub(super) const TOKEN: &str = "invitation";

/// Somebody is to be invited.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Invite {
    /// Their address.
    pub email: String,
    /// Where.
    pub organization: OrganizationId,
    /// As what: a word of [`Role`].
    pub role: String,
}

/// Invitations that were sent.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Invited {
    /// New ones.
    pub invitations: Vec<InvitationId>,
    /// How many were open already, and stay as they are.
    pub already: usize,
}

/// Invites somebody to hold a role in an organization that the actor administers. An invitation
/// that is open already stays as it is.
///
/// # Errors
/// [`Refusal::Fields`], [`Refusal::NoSuchOrganization`].
pub async fn invite(
    app: &App,
    actor: &Actor,
    command: Invite,
    key: Option<IdempotencyKey>,
) -> Outcome<Invited> {
    administered::of_something(actor)?;
    let email = EmailAddress::parse("email", &command.email);
    let role = Role::parse(&command.role).ok_or_else(|| Place::new("role", "role-unknown"));
    let (email, role) = match (email, role) {
        (Ok(email), Ok(role)) => (email, role),
        (email, role) => {
            let places = [email.err(), role.err()].into_iter().flatten().collect();
            return Err(Refusal::Fields(places).into());
        }
    };
    let (actor, by, organization) = (actor.clone(), Some(actor.person), command.organization);
    app.once(by, "invite", key, &command, move |unit| {
        administered::path_of(unit, &actor, organization)?;
        is_open(unit, organization)?;
        let mut done = Invited::default();
        one(unit, &actor, (organization, &email, role), &mut done)?;
        Ok(done)
    })
    .await
}

/// Sends one invitation inside a unit of work; who may do so is asked before.
fn one(
    unit: &Unit<'_>,
    actor: &Actor,
    (organization, email, role): (OrganizationId, &EmailAddress, Role),
    done: &mut Invited,
) -> Outcome<()> {
    let new = NewInvitation {
        id: unit.id(),
        organization,
        role,
        address: email.clone(),
        invited_by: actor.person,
        expires_at: invitation_expires(unit.now),
    };
    if !invitation::insert(unit.tx, &new, unit.now)? {
        done.already += 1;
        return Ok(());
    }
    let kept = invitation::find(unit.tx, new.id)?.ok_or(Refusal::NoSuchInvitation)?;
    write(unit, &kept)?;
    let fact = Fact::of("person-invited", "invitation", new.id)
        .by(actor.person, Some(Role::Administrator))
        .with(json!({ "organization": organization, "role": role }));
    unit.record(fact, &json!({ "expires_at": new.expires_at }))?;
    done.invitations.push(new.id);
    Ok(())
}

fn write(unit: &Unit<'_>, it: &Invitation) -> Outcome<()> {
    let values = json!({
        "invitation": it.id,
        "organization": it.organization_name,
        "role": it.role,
        "until": it.expires_at,
    });
    to_address(unit, None, it.address.as_str(), None, INVITED, &values).map(|_| ())
}

/// A table of invitations is to be looked at, or sent.
#[derive(Clone, Serialize)]
pub struct InviteMany {
    /// The table, as it was given: `email,organization,role`.
    pub table: Vec<u8>,
}

/// What a table says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TableRead {
    /// How many would be invited.
    pub count: usize,
    /// What is to mend; nothing is sent before.
    pub faults: Vec<TableFault>,
}

/// A place in a table that is to mend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TableFault {
    /// The line of the file, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// Code of the sentence that says what.
    pub code: &'static str,
}

impl From<Fault> for TableFault {
    fn from(it: Fault) -> Self {
        Self {
            line: it.line,
            column: it.column,
            code: it.code,
        }
    }
}

/// The most faults that are told at once.
const MOST_FAULTS: usize = 200;

/// Reads a table and says what it would do, or everything that is to mend. Nothing is changed.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn check_invitations(
    app: &App,
    actor: &Actor,
    command: InviteMany,
) -> Outcome<TableRead> {
    administered::of_something(actor)?;
    let actor = actor.clone();
    app.read(move |unit| match resolved(unit, &actor, &command.table)? {
        Ok(all) => Ok(TableRead {
            count: all.len(),
            faults: Vec::new(),
        }),
        Err(faults) => Ok(TableRead { count: 0, faults }),
    })
    .await
}

/// Sends the invitations of a table: all of them, or none.
///
/// # Errors
/// [`Refusal::NotAllowed`], [`Refusal::TableUnusable`].
pub async fn invite_many(
    app: &App,
    actor: &Actor,
    command: InviteMany,
    key: Option<IdempotencyKey>,
) -> Outcome<Invited> {
    administered::of_something(actor)?;
    let (actor, by) = (actor.clone(), Some(actor.person));
    let table = command.table.clone();
    app.once(by, "invite_many", key, &command, move |unit| {
        let all = resolved(unit, &actor, &table)?;
        let all = all.map_err(|faults| Refusal::TableUnusable {
            faults: faults.len(),
        })?;
        let mut done = Invited::default();
        for (organization, email, role) in &all {
            one(unit, &actor, (*organization, email, *role), &mut done)?;
        }
        Ok(done)
    })
    .await
}

type Resolved = Result<Vec<(OrganizationId, EmailAddress, Role)>, Vec<TableFault>>;

/// The rows of a table with their organizations, each of which the actor administers.
fn resolved(unit: &Unit<'_>, actor: &Actor, table: &[u8]) -> Outcome<Resolved> {
    let rows = match read_invitees(table) {
        Ok(rows) => rows,
        Err(faults) => {
            let faults = faults.into_iter().take(MOST_FAULTS).map(TableFault::from);
            return Ok(Err(faults.collect()));
        }
    };
    let mut known: std::collections::BTreeMap<String, Option<OrganizationId>> =
        std::collections::BTreeMap::new();
    let (mut all, mut faults) = (Vec::new(), Vec::new());
    for row in rows {
        let found = match known.get(&row.organization) {
            Some(found) => *found,
            None => {
                let found = place(unit, actor, &row.organization)?;
                known.insert(row.organization.clone(), found);
                found
            }
        };
        match found {
            Some(organization) => all.push((organization, row.email, row.role)),
            None => faults.push(TableFault {
                line: row.line,
                column: column_of("organization"),
                code: "organization-unknown",
            }),
        }
    }
    faults.truncate(MOST_FAULTS);
    Ok(match faults.is_empty() {
        true => Ok(all),
        false => Err(faults),
    })
}

/// The organization of a short name, if the actor administers it.
fn place(unit: &Unit<'_>, actor: &Actor, slug: &str) -> Outcome<Option<OrganizationId>> {
    let Ok(slug) = Slug::parse("organization", slug) else {
        return Ok(None);
    };
    let Some(found) = organization::by_slug(unit.tx, &slug)? else {
        return Ok(None);
    };
    let is_known = administered::is_administered(unit, actor, found.id)?;
    let is_usable = is_known && tending::standing(unit.tx, found.id)?.closed_at.is_none();
    Ok(is_usable.then_some(found.id))
}

/// An invitation in a list.
#[derive(Clone, Debug)]
pub struct InvitationLine {
    /// The invitation.
    pub invitation: Invitation,
    /// Where it stands.
    pub state: InvitationState,
    /// Its link, to be handed over where no mail is sent.
    pub link: Option<String>,
}

/// Invitations to organizations that the actor administers, newest first. One statement.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn list_invitations(
    app: &App,
    actor: &Actor,
    before: Option<InvitationId>,
) -> Outcome<(Vec<InvitationLine>, Option<InvitationId>)> {
    administered::of_something(actor)?;
    let actor = actor.clone();
    let found = app.read(move |unit| {
        let reach = administered::reach(unit, &actor);
        let found = invitation::before(unit.tx, &reach, before, PAGE + 1)?;
        Ok((found, unit.now))
    });
    let (mut found, now) = found.await?;
    let is_more = found.len() > PAGE as usize;
    found.truncate(PAGE as usize);
    let next = found.last().filter(|_| is_more).map(|it| it.id);
    let sends = app.post.sends();
    let line = |it: Invitation| {
        let state = state_of(&it, now);
        let is_shown = state == InvitationState::Open && !sends;
        InvitationLine {
            state,
            link: is_shown.then(|| full_address(app, it.id)),
            invitation: it,
        }
    };
    Ok((found.into_iter().map(line).collect(), next))
}

pub(super) fn state_of(it: &Invitation, now: domain::time::Timestamp) -> InvitationState {
    InvitationState::at(now, it.expires_at, it.accepted_at, it.withdrawn_at)
}

fn full_address(app: &App, id: InvitationId) -> String {
    let token = tokens::token(app, TOKEN, id);
    format!("{}/join/{token}", app.settings.public_url)
}

/// Sends an invitation once more; it counts for another fortnight.
///
/// # Errors
/// [`Refusal::NoSuchInvitation`], [`Refusal::InvitationClosed`], [`Refusal::SentTooOften`].
pub async fn resend_invitation(app: &App, actor: &Actor, id: InvitationId) -> Outcome<()> {
    administered::of_something(actor)?;
    let actor = actor.clone();
    app.write(move |unit| {
        let it = own(unit, &actor, id)?;
        if it.sendings >= MOST_SENDINGS {
            return Err(Refusal::SentTooOften {
                limit: MOST_SENDINGS,
            }
            .into());
        }
        if !invitation::resend(unit.tx, id, invitation_expires(unit.now))? {
            return Err(Refusal::InvitationClosed.into());
        }
        let it = invitation::find(unit.tx, id)?.ok_or(Refusal::NoSuchInvitation)?;
        write(unit, &it)?;
        let fact = Fact::of("invitation-sent-again", "invitation", id)
            .by(actor.person, Some(Role::Administrator));
        unit.record(fact, &json!({ "expires_at": it.expires_at }))
    })
    .await
}

/// Takes an invitation back.
///
/// # Errors
/// [`Refusal::NoSuchInvitation`], [`Refusal::InvitationClosed`].
pub async fn withdraw_invitation(app: &App, actor: &Actor, id: InvitationId) -> Outcome<()> {
    administered::of_something(actor)?;
    let actor = actor.clone();
    app.write(move |unit| {
        own(unit, &actor, id)?;
        if !invitation::withdraw(unit.tx, id, unit.now)? {
            return Err(Refusal::InvitationClosed.into());
        }
        let fact = Fact::of("invitation-withdrawn", "invitation", id)
            .by(actor.person, Some(Role::Administrator));
        unit.record(fact, &json!({ "withdrawn_at": unit.now }))
    })
    .await
}

fn own(unit: &Unit<'_>, actor: &Actor, id: InvitationId) -> Outcome<Invitation> {
    let it = invitation::find(unit.tx, id)?.ok_or(Refusal::NoSuchInvitation)?;
    match administered::is_administered(unit, actor, it.organization)? {
        true => Ok(it),
        false => Err(Refusal::NoSuchInvitation.into()),
    }
}
