//! Accepting an invitation: with the account that one has, or with a new one.

use domain::audit::Fact;
use domain::ids::{InvitationId, PersonId};
use domain::people::{Actor, InvitationState, Membership, Password, PersonName, Refusal, Role};
use domain::time::Timestamp;
use serde_json::json;
use store::people::invitation::{self, Invitation};
use store::people::{address, membership};

use super::add_person::{NewPerson, keep, new_person};
use super::invitations::{TOKEN, state_of};
use super::sign_in::{Device, SignedIn, new_session};
use super::{passwords, tokens};
use crate::{App, Outcome, Unit};

/// An invitation as whoever opens its link sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenInvitation {
    /// Name of the organization.
    pub organization: String,
    /// As what.
    pub role: Role,
    /// To which address.
    pub address: String,
    /// When it stops counting.
    pub expires_at: Timestamp,
    /// Somebody has this address already: they sign in first.
    pub is_known: bool,
}

fn id_of(app: &App, token: &str) -> Result<InvitationId, Refusal> {
    tokens::read(app, TOKEN, token).ok_or(Refusal::LinkUnusable)
}

fn usable(unit: &Unit<'_>, id: InvitationId) -> Outcome<Invitation> {
    let it = invitation::find(unit.tx, id)?.ok_or(Refusal::LinkUnusable)?;
    match state_of(&it, unit.now) {
        InvitationState::Open => Ok(it),
        _ => Err(Refusal::LinkUnusable.into()),
    }
}

/// Looks at an invitation. Two statements.
///
/// # Errors
/// [`Refusal::LinkUnusable`].
pub async fn open_invitation(app: &App, token: &str) -> Outcome<OpenInvitation> {
    let id = id_of(app, token)?;
    app.read(move |unit| {
        let it = usable(unit, id)?;
        Ok(OpenInvitation {
            is_known: address::owner(unit.tx, &it.address)?.is_some(),
            organization: it.organization_name,
            role: it.role,
            address: it.address.as_str().to_owned(),
            expires_at: it.expires_at,
        })
    })
    .await
}

/// Accepts an invitation with the account of the actor.
///
/// # Errors
/// [`Refusal::LinkUnusable`].
pub async fn accept_invitation(app: &App, actor: &Actor, token: &str) -> Outcome<()> {
    let (id, person) = (id_of(app, token)?, actor.person);
    app.write(move |unit| {
        let it = usable(unit, id)?;
        settle(unit, &it, person)
    })
    .await
}

/// Somebody without an account accepts an invitation.
#[derive(Clone)]
pub struct AcceptAnew {
    /// The token of the invitation.
    pub token: String,
    /// Their name.
    pub name: String,
    /// Their password.
    pub password: String,
    /// With what.
    pub device: Device,
    /// The language in which they read, as a BCP 47 tag.
    pub language: String,
}

/// Accepts an invitation with a new account, of which the address is that of the invitation, and
/// signs in.
///
/// # Errors
/// [`Refusal::LinkUnusable`], [`Refusal::Fields`]; [`Refusal::AddressTaken`] if somebody has the
/// address already: they sign in first.
pub async fn accept_anew(app: &App, command: AcceptAnew) -> Outcome<SignedIn> {
    let id = id_of(app, &command.token)?;
    app.read(move |unit| usable(unit, id).map(|_| ())).await?;
    let mut places = Vec::new();
    let name = keep(PersonName::parse("name", &command.name), &mut places);
    let password = keep(Password::parse("password", &command.password), &mut places);
    let (Some(name), Some(password)) = (name, password) else {
        return Err(Refusal::Fields(places).into());
    };
    let hash = passwords::hash(app, &password).await?;
    let is_mailed = app.post.sends();
    app.write(move |unit| {
        let it = usable(unit, id)?;
        let new = NewPerson {
            name: name.clone(),
            email: it.address.clone(),
            password_hash: Some(hash.clone()),
            language: Some(command.language.clone()),
            verified_at: is_mailed.then_some(unit.now),
            memberships: Vec::new(),
        };
        let person = new_person(unit, &new)?;
        let fact = Fact::of("person-joined", "person", person).by(person, None);
        unit.record(fact, &json!({ "invitation": it.id }))?;
        settle(unit, &it, person)?;
        new_session(unit, person, &command.device, None)
    })
    .await
}

fn settle(unit: &Unit<'_>, it: &Invitation, person: PersonId) -> Outcome<()> {
    if !invitation::accept(unit.tx, it.id, person, unit.now)? {
        return Err(Refusal::LinkUnusable.into());
    }
    let at = Membership {
        organization: it.organization,
        role: it.role,
    };
    membership::grant(unit.tx, unit.id(), person, at, unit.now)?;
    let fact = Fact::of("invitation-accepted", "invitation", it.id)
        .by(person, None)
        .with(json!({ "person": person, "organization": it.organization, "role": it.role, "invited_by": it.invited_by }));
    unit.record(fact, &json!({ "accepted_at": unit.now }))
}
