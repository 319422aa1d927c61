//! Whom and what an administrator looks after: the organizations where they hold the role, and
//! everything below.

use domain::ids::OrganizationId;
use domain::people::permission::{Question, may};
use domain::people::{Actor, Refusal, Role};
use store::people::organization;
use store::people::person::Reach;

use crate::{Outcome, Unit};

/// The path of an organization that the actor administers. Any other does not exist for them.
pub(super) fn path_of(
    unit: &Unit<'_>,
    actor: &Actor,
    id: OrganizationId,
) -> Outcome<Vec<organization::Organization>> {
    let path = organization::path(unit.tx, id)?;
    if path.is_empty() || !is_open(&path, actor) {
        return Err(Refusal::NoSuchOrganization.into());
    }
    Ok(path)
}

/// Does the actor administer this organization?
pub(super) fn is_administered(unit: &Unit<'_>, actor: &Actor, id: OrganizationId) -> Outcome<bool> {
    Ok(is_open(&organization::path(unit.tx, id)?, actor))
}

fn is_open(path: &[organization::Organization], actor: &Actor) -> bool {
    let ids: Vec<_> = path.iter().map(|it| it.id).collect();
    may(actor, Question::Administer { organization: &ids })
}

/// How far an administrator reaches now.
pub(super) fn reach(unit: &Unit<'_>, actor: &Actor) -> Reach {
    Reach {
        person: actor.person,
        role: Role::Administrator,
        at: unit.now,
    }
}

/// Only those who administer something go on.
pub(super) fn of_something(actor: &Actor) -> Outcome<()> {
    if actor.holds(Role::Administrator) {
        Ok(())
    } else {
        Err(Refusal::NotAllowed.into())
    }
}
