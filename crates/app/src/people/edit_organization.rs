//! Changing an organization, and closing it.

use domain::audit::Fact;
use domain::ids::OrganizationId;
use domain::people::{Actor, OrganizationName, Refusal, Role};
use domain::refusal::Place;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::people::organization::Organization;
use store::people::tending::{self, Standing};

use super::add_organization::{AddOrganization, NewOrganization};
use super::administered;
use crate::{App, Outcome, Unit};

/// The most other names of an organization.
pub const MOST_ALIASES: usize = 20;

/// What an organization is to be. Its short name stays for ever.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct EditOrganization {
    /// Below which; a root if nothing.
    #[serde(default)]
    pub parent: Option<OrganizationId>,
    /// Its name.
    pub name: String,
    /// What it is: a word of [`domain::people::OrganizationKind`].
    pub kind: String,
    /// The zone in which its days end.
    pub time_zone: String,
    /// It may publish micro-credentials and sign awards.
    #[serde(default)]
    pub issues: bool,
    /// Other names by which it is known; what assessors read is searched for them.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// An organization as its form shows it.
#[derive(Clone, Debug)]
pub struct Tended {
    /// The organization.
    pub organization: Organization,
    /// Its other names.
    pub aliases: Vec<String>,
    /// Whether it is closed.
    pub standing: Standing,
}

/// An organization that the actor administers, to be changed. Three statements.
///
/// # Errors
/// [`Refusal::NoSuchOrganization`].
pub async fn tend_organization(app: &App, actor: &Actor, id: OrganizationId) -> Outcome<Tended> {
    administered::of_something(actor)?;
    let actor = actor.clone();
    app.read(move |unit| {
        let organization = first(unit, &actor, id)?;
        let aliases = tending::aliases(unit.tx, id)?;
        Ok(Tended {
            organization,
            aliases: aliases.iter().map(|it| it.as_str().to_owned()).collect(),
            standing: tending::standing(unit.tx, id)?,
        })
    })
    .await
}

fn first(unit: &Unit<'_>, actor: &Actor, id: OrganizationId) -> Outcome<Organization> {
    let path = administered::path_of(unit, actor, id)?;
    let found = path.into_iter().next();
    found.ok_or_else(|| Refusal::NoSuchOrganization.into())
}

/// Changes an organization that the actor administers. It may be put below another that they
/// administer as well, but not below itself, and a root stays one unless they put it below another.
///
/// # Errors
/// [`Refusal::Fields`], [`Refusal::NoSuchOrganization`], [`Refusal::Circle`],
/// [`Refusal::OrganizationClosed`], [`Refusal::NotAllowed`].
pub async fn edit_organization(
    app: &App,
    actor: &Actor,
    id: OrganizationId,
    command: EditOrganization,
) -> Outcome<()> {
    administered::of_something(actor)?;
    let aliases = aliases(&command.aliases);
    let (actor, command) = (actor.clone(), command);
    app.write(move |unit| {
        let old = first(unit, &actor, id)?;
        if tending::standing(unit.tx, id)?.closed_at.is_some() {
            return Err(Refusal::OrganizationClosed.into());
        }
        let (new, aliases) = read(&old, &command, aliases.clone())?;
        if new.parent != old.parent {
            put_below(unit, &actor, id, new.parent)?;
        }
        let kept = Organization {
            name: new.name,
            kind: new.kind,
            time_zone: new.time_zone,
            issues: new.issues,
            ..old
        };
        tending::update(unit.tx, &kept)?;
        tending::set_aliases(unit.tx, id, &aliases)?;
        let fact = Fact::of("organization-changed", "organization", id)
            .by(actor.person, Some(Role::Administrator));
        unit.record(
            fact,
            &json!({ "name": kept.name, "kind": kept.kind, "parent": new.parent, "aliases": aliases }),
        )
    })
    .await
}

type Read = Result<Vec<OrganizationName>, Vec<Place>>;

fn read(
    old: &Organization,
    command: &EditOrganization,
    aliases: Read,
) -> Result<(NewOrganization, Vec<OrganizationName>), Refusal> {
    let asked = AddOrganization {
        parent: command.parent,
        slug: old.slug.as_str().to_owned(),
        name: command.name.clone(),
        kind: command.kind.clone(),
        time_zone: command.time_zone.clone(),
        issues: command.issues,
        accent: old.accent.clone(),
    };
    match (NewOrganization::read(&asked), aliases) {
        (Ok(new), Ok(aliases)) => Ok((new, aliases)),
        (Ok(_), Err(places)) => Err(Refusal::Fields(places)),
        (Err(Refusal::Fields(mut places)), Err(more)) => {
            places.extend(more);
            Err(Refusal::Fields(places))
        }
        (Err(refusal), _) => Err(refusal),
    }
}

fn aliases(asked: &[String]) -> Read {
    let said: Vec<&String> = asked.iter().filter(|it| !it.trim().is_empty()).collect();
    if said.len() > MOST_ALIASES {
        return Err(vec![
            Place::new("aliases", "too-many-aliases").with("limit", MOST_ALIASES),
        ]);
    }
    let mut kept = Vec::new();
    for it in said {
        match OrganizationName::parse("aliases", it) {
            Ok(name) => kept.push(name),
            Err(place) => return Err(vec![place]),
        }
    }
    Ok(kept)
}

fn put_below(
    unit: &Unit<'_>,
    actor: &Actor,
    id: OrganizationId,
    parent: Option<OrganizationId>,
) -> Outcome<()> {
    let Some(above) = parent else {
        return Err(Refusal::NotAllowed.into());
    };
    let path = administered::path_of(unit, actor, above)?;
    if path.iter().any(|it| it.id == id) {
        return Err(Refusal::Circle.into());
    }
    if tending::standing(unit.tx, above)?.closed_at.is_some() {
        return Err(Refusal::OrganizationClosed.into());
    }
    Ok(tending::put_below(unit.tx, id, parent)?)
}

/// Closes an organization for good. Its custodian, which the actor administers as well, stands above
/// it from now on: the custodian's people look after its running pursuits, keys, addresses and status
/// lists, which all stay what they are. Nothing and nobody is added to it any more.
///
/// # Errors
/// [`Refusal::NoSuchOrganization`], [`Refusal::Circle`], [`Refusal::OrganizationClosed`].
pub async fn close_organization(
    app: &App,
    actor: &Actor,
    id: OrganizationId,
    custodian: OrganizationId,
) -> Outcome<()> {
    administered::of_something(actor)?;
    let actor = actor.clone();
    app.write(move |unit| {
        first(unit, &actor, id)?;
        let path = administered::path_of(unit, &actor, custodian)?;
        if path.iter().any(|it| it.id == id) {
            return Err(Refusal::Circle.into());
        }
        let is_open = tending::standing(unit.tx, custodian)?.closed_at.is_none();
        if !is_open || !tending::close(unit.tx, id, custodian, unit.now)? {
            return Err(Refusal::OrganizationClosed.into());
        }
        let fact = Fact::of("organization-closed", "organization", id)
            .by(actor.person, Some(Role::Administrator))
            .with(json!({ "custodian": custodian }));
        unit.record(
            fact,
            &json!({ "closed_at": unit.now, "custodian": custodian }),
        )
    })
    .await
}

/// Only open organizations are added to.
pub(super) fn is_open(unit: &Unit<'_>, id: OrganizationId) -> Outcome<()> {
    match tending::standing(unit.tx, id)?.closed_at {
        None => Ok(()),
        Some(_) => Err(Refusal::OrganizationClosed.into()),
    }
}
