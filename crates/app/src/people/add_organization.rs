//! Adding an organization to the tree.

use domain::audit::Fact;
use domain::ids::OrganizationId;
use domain::people::permission::{Question, may};
use domain::people::{Actor, Membership, OrganizationKind, OrganizationName, Refusal, Role, Slug};
use domain::refusal::Place;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::people::{membership, organization};

use super::add_person::keep;
use super::administered;
use super::edit_organization::is_open;
use crate::{App, IdempotencyKey, Outcome, Unit};

/// The colour of an organization that has chosen none.
const FIRST_ACCENT: &str = "plum";

/// An organization is to be added.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct AddOrganization {
    /// Below which; a root if nothing.
    #[serde(default)]
    pub parent: Option<OrganizationId>,
    /// Its short name.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What it is: a word of [`OrganizationKind`].
    pub kind: String,
    /// The zone in which its days end, such as `America/Denver`.
    pub time_zone: String,
    /// It may publish micro-credentials and sign awards.
    #[serde(default)]
    pub issues: bool,
    /// Name of its colour; empty for the product's own.
    #[serde(default)]
    pub accent: String,
}

/// An organization was added.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OrganizationAdded {
    /// Which.
    pub organization: OrganizationId,
}

/// An organization as the unit of work makes it.
#[derive(Clone, Debug)]
pub struct NewOrganization {
    /// Below which; a root if nothing.
    pub parent: Option<OrganizationId>,
    /// Its short name.
    pub slug: Slug,
    /// Its name.
    pub name: OrganizationName,
    /// What it is.
    pub kind: OrganizationKind,
    /// The zone in which its days end, as in the IANA database.
    pub time_zone: String,
    /// It may publish micro-credentials and sign awards.
    pub issues: bool,
    /// Name of its colour; empty for the product's own.
    pub accent: String,
}

/// Adds an organization below one that the actor administers. A new root may be added by whoever
/// administers a root, and they administer the new one as well.
///
/// # Errors
/// [`Refusal::Fields`] with everything to mend, [`Refusal::NoSuchOrganization`],
/// [`Refusal::NotAllowed`], [`Refusal::SlugTaken`].
pub async fn add_organization(
    app: &App,
    actor: &Actor,
    command: AddOrganization,
    key: Option<IdempotencyKey>,
) -> Outcome<OrganizationAdded> {
    administered::of_something(actor)?;
    let new = NewOrganization::read(&command)?;
    let (actor, person) = (actor.clone(), Some(actor.person));
    app.once(person, "add_organization", key, &command, move |unit| {
        ask(unit, &actor, new.parent)?;
        let id = new_organization(unit, &new)?;
        if new.parent.is_none() {
            let at = Membership {
                organization: id,
                role: Role::Administrator,
            };
            membership::grant(unit.tx, unit.id(), actor.person, at, unit.now)?;
        }
        let fact = Fact::of("organization-added", "organization", id)
            .by(actor.person, Some(Role::Administrator));
        unit.record(
            fact,
            &json!({ "slug": new.slug, "parent": new.parent, "issues": new.issues }),
        )?;
        Ok(OrganizationAdded { organization: id })
    })
    .await
}

fn ask(unit: &Unit<'_>, actor: &Actor, parent: Option<OrganizationId>) -> Outcome<()> {
    if let Some(parent) = parent {
        administered::path_of(unit, actor, parent)?;
        return is_open(unit, parent);
    }
    for it in actor
        .memberships
        .iter()
        .filter(|it| it.role == Role::Administrator)
    {
        let path = organization::path_of(unit.tx, it.organization)?;
        if path.len() == 1
            && may(
                actor,
                Question::Administer {
                    organization: &path,
                },
            )
        {
            return Ok(());
        }
    }
    Err(Refusal::NotAllowed.into())
}

impl NewOrganization {
    /// Reads what was asked for; the refusal lists everything to mend.
    ///
    /// # Errors
    /// [`Refusal::Fields`].
    pub fn read(asked: &AddOrganization) -> Result<Self, Refusal> {
        let mut places = Vec::new();
        let slug = keep(Slug::parse("slug", &asked.slug), &mut places);
        let name = keep(OrganizationName::parse("name", &asked.name), &mut places);
        let kind =
            OrganizationKind::parse(&asked.kind).ok_or_else(|| Place::new("kind", "kind-unknown"));
        let kind = keep(kind, &mut places);
        let time_zone = keep(zone(&asked.time_zone), &mut places);
        let accent = keep(accent(&asked.accent), &mut places);
        let (Some(slug), Some(name), Some(kind), Some(time_zone), Some(accent)) =
            (slug, name, kind, time_zone, accent)
        else {
            return Err(Refusal::Fields(places));
        };
        Ok(Self {
            parent: asked.parent,
            slug,
            name,
            kind,
            time_zone,
            issues: asked.issues,
            accent,
        })
    }
}

fn zone(name: &str) -> Result<String, Place> {
    let name = name.trim();
    let is_known = name.len() <= 64 && jiff::tz::TimeZone::get(name).is_ok();
    match is_known {
        true => Ok(name.to_owned()),
        false => Err(Place::new("time_zone", "time-zone-unknown")),
    }
}

fn accent(name: &str) -> Result<String, Place> {
    match name {
        "" => Ok(FIRST_ACCENT.to_owned()),
        _ => Slug::parse("accent", name).map(|it| it.as_str().to_owned()),
    }
}

/// Makes an organization inside a unit of work; who may do so is for the caller to ask, and to
/// record.
///
/// # Errors
/// [`Refusal::SlugTaken`].
pub fn new_organization(unit: &Unit<'_>, new: &NewOrganization) -> Outcome<OrganizationId> {
    let kept = organization::Organization {
        id: unit.id(),
        parent: new.parent,
        slug: new.slug.clone(),
        name: new.name.clone(),
        kind: new.kind,
        time_zone: new.time_zone.clone(),
        issues: new.issues,
        accent: match new.accent.as_str() {
            "" => FIRST_ACCENT.to_owned(),
            name => name.to_owned(),
        },
        created_at: unit.now,
    };
    if organization::insert(unit.tx, &kept)? {
        Ok(kept.id)
    } else {
        Err(Refusal::SlugTaken.into())
    }
}
