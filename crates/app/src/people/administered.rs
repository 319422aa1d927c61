//! Whom and what an administrator looks after: the organizations where they hold the role, and
//! everything below.

use domain::ids::{OrganizationId, PersonId};
use domain::people::permission::{Question, may};
use domain::people::{Actor, Refusal, Role};
use store::people::person::Reach;
use store::people::{membership, organization};

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

/// What a person holds within the reach of an administrator.
pub(super) struct Within {
    /// What lies within.
    pub held: Vec<membership::Listed>,
    beyond: usize,
}

impl Within {
    /// A person of whom something lies within the actor's reach. Anybody else does not exist for
    /// them. One statement.
    pub(super) fn of(unit: &Unit<'_>, actor: &Actor, person: PersonId) -> Outcome<Self> {
        let held = membership::held(unit.tx, person, &reach(unit, actor))?;
        let (within, beyond): (Vec<_>, Vec<_>) = held.into_iter().partition(|(_, is)| *is);
        if within.is_empty() {
            return Err(Refusal::NoSuchPerson.into());
        }
        Ok(Self {
            held: within.into_iter().map(|(it, _)| it).collect(),
            beyond: beyond.len(),
        })
    }

    /// The actor looks after everything that the person holds.
    pub(super) const fn is_everything(&self) -> bool {
        self.beyond == 0
    }
}
