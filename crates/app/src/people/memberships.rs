//! Giving somebody a role in an organization, and taking it back.

use domain::audit::Fact;
use domain::ids::{MembershipId, OrganizationId, PersonId};
use domain::people::{Actor, EmailAddress, Membership, Refusal, Role};
use domain::refusal::Place;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::people::{address, membership};

use super::add_person::AskedMembership;
use super::administered;
use super::edit_organization::is_open;
use crate::{App, IdempotencyKey, Outcome};

/// Somebody who is known here is to hold a role.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GrantMembership {
    /// Their address: whoever knows it may work with them.
    pub email: String,
    /// Where.
    pub organization: OrganizationId,
    /// As what: a word of [`Role`].
    pub role: String,
}

/// They hold it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MembershipGranted {
    /// Names what they hold.
    pub membership: MembershipId,
    /// Who.
    pub person: PersonId,
}

pub(super) fn read(asked: &AskedMembership) -> Result<Membership, Place> {
    let role = Role::parse(&asked.role).ok_or_else(|| Place::new("role", "role-unknown"))?;
    Ok(Membership {
        organization: asked.organization,
        role,
    })
}

/// Gives somebody a role in an organization that the actor administers. What they hold already
/// stays as it is.
///
/// # Errors
/// [`Refusal::Fields`], [`Refusal::NoSuchOrganization`], [`Refusal::NoSuchPerson`].
pub async fn grant_membership(
    app: &App,
    actor: &Actor,
    command: GrantMembership,
    key: Option<IdempotencyKey>,
) -> Outcome<MembershipGranted> {
    administered::of_something(actor)?;
    let fields = |place| Refusal::Fields(vec![place]);
    let email = EmailAddress::parse("email", &command.email).map_err(fields)?;
    let asked = AskedMembership {
        organization: command.organization,
        role: command.role.clone(),
    };
    let at = read(&asked).map_err(fields)?;
    let (actor, by) = (actor.clone(), Some(actor.person));
    app.once(by, "grant_membership", key, &command, move |unit| {
        administered::path_of(unit, &actor, at.organization)?;
        is_open(unit, at.organization)?;
        let person = address::owner(unit.tx, &email)?.ok_or(Refusal::NoSuchPerson)?;
        let is_new = membership::grant(unit.tx, unit.id(), person, at, unit.now)?;
        let kept = membership::find_same(unit.tx, person, at)?.ok_or(Refusal::NoSuchPerson)?;
        if is_new {
            let fact = Fact::of("membership-granted", "membership", kept.id)
                .by(actor.person, Some(Role::Administrator))
                .with(
                    json!({ "person": person, "organization": at.organization, "role": at.role }),
                );
            unit.record(fact, &json!({ "since": kept.since, "until": kept.until }))?;
        }
        Ok(MembershipGranted {
            membership: kept.id,
            person,
        })
    })
    .await
}

/// Ends what somebody holds in an organization that the actor administers. Nobody ends
/// their own administration, so that an organization is not left without one by mistake.
///
/// # Errors
/// [`Refusal::NoSuchPerson`] where there is no such membership or the actor may not know of it;
/// [`Refusal::NotAllowed`] for one's own administration.
pub async fn end_membership(app: &App, actor: &Actor, id: MembershipId) -> Outcome<()> {
    administered::of_something(actor)?;
    let actor = actor.clone();
    app.write(move |unit| {
        let kept = membership::find(unit.tx, id)?.ok_or(Refusal::NoSuchPerson)?;
        let at = kept.membership;
        if !administered::is_administered(unit, &actor, at.organization)? {
            return Err(Refusal::NoSuchPerson.into());
        }
        if kept.person == actor.person && at.role == Role::Administrator {
            return Err(Refusal::NotAllowed.into());
        }
        if membership::finish(unit.tx, id, unit.now)? {
            let fact = Fact::of("membership-ended", "membership", id)
                .by(actor.person, Some(Role::Administrator))
                .with(json!({ "person": kept.person, "organization": at.organization, "role": at.role }));
            unit.record(fact, &json!({ "since": kept.since, "until": unit.now }))?;
        }
        Ok(())
    })
    .await
}
