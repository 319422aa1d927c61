//! What the pages of an administrator show.

use domain::ids::{MembershipId, OrganizationId, PersonId};
use domain::people::{Actor, Role, Slug};
use domain::time::Timestamp;
use store::people::organization::Organization;
use store::people::person::{After, Reach};
use store::people::search::{self, Beginnings};
use store::people::{membership, organization, person, tending};

use super::administered;
use crate::{App, Outcome, Unit};

/// Lines of a page of a list.
pub const PAGE: u32 = 50;
/// The most characters of a search.
const MOST_SEARCHED: usize = 100;
/// The most organizations that a form offers to choose from.
pub const ORGANIZATIONS_TO_CHOOSE: u32 = 500;

/// One thing that a person holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Names it.
    pub membership: MembershipId,
    /// As what.
    pub role: Role,
    /// Where.
    pub organization: OrganizationId,
    /// The organization's name.
    pub name: String,
}

/// A person, as an administrator knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// The first of their addresses.
    pub address: Option<String>,
    /// What they hold where the administrator looks after.
    pub held: Vec<Held>,
}

/// A page of a list of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct People {
    /// In the order of their names.
    pub people: Vec<Known>,
    /// Where the next page begins, if there is one.
    pub next: Option<After>,
}

/// An organization with its place in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganizationPage {
    /// The organization, then those above it that the actor administers as well.
    pub path: Vec<Organization>,
    /// Those directly below it.
    pub children: Vec<Organization>,
    /// Since when it is closed.
    pub closed_at: Option<Timestamp>,
    /// Where the next page begins, if there is one.
    pub next: Option<Slug>,
}

/// The people whom the actor administers, by name, a page at a time. Two statements.
///
/// # Errors
/// [`domain::people::Refusal::NotAllowed`].
pub async fn list_people(app: &App, actor: &Actor, after: Option<After>) -> Outcome<People> {
    administered::of_something(actor)?;
    let actor = actor.clone();
    app.read(move |unit| {
        let reach = administered::reach(unit, &actor);
        let lines = person::after_below(unit.tx, &reach, after.as_ref(), PAGE + 1)?;
        page(unit, Some(&reach), lines)
    })
    .await
}

/// The people whom the actor administers and whose name or address begins so, by name, a page at a
/// time. Without anything to look for these are all. Two statements.
///
/// # Errors
/// [`domain::people::Refusal::NotAllowed`].
pub async fn search_people(
    app: &App,
    actor: &Actor,
    text: &str,
    after: Option<After>,
) -> Outcome<People> {
    let text: String = text.chars().take(MOST_SEARCHED).collect();
    let Some(beginnings) = Beginnings::of(&text) else {
        return list_people(app, actor, after).await;
    };
    administered::of_something(actor)?;
    let actor = actor.clone();
    app.read(move |unit| {
        let reach = administered::reach(unit, &actor);
        let lines = search::found(unit.tx, &reach, &beginnings, after.as_ref(), PAGE + 1)?;
        cut_people(lines, |first, last| {
            Ok(search::held(unit.tx, &reach, &beginnings, first, last)?)
        })
    })
    .await
}

/// A page of people with what they hold.
pub(super) fn page(
    unit: &Unit<'_>,
    reach: Option<&Reach>,
    lines: Vec<person::Listed>,
) -> Outcome<People> {
    cut_people(lines, |first, last| {
        Ok(membership::between(unit.tx, reach, first, last, unit.now)?)
    })
}

fn cut_people(
    mut lines: Vec<person::Listed>,
    held: impl FnOnce(&person::Listed, &person::Listed) -> Outcome<Vec<membership::Listed>>,
) -> Outcome<People> {
    let is_more = lines.len() > PAGE as usize;
    lines.truncate(PAGE as usize);
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return Ok(People {
            people: Vec::new(),
            next: None,
        });
    };
    let held = held(first, last)?;
    let next = is_more.then(|| After {
        name: last.name.as_str().to_owned(),
        person: last.id,
    });
    let people = lines.iter().map(|line| known(line, &held)).collect();
    Ok(People { people, next })
}

fn known(line: &person::Listed, held: &[membership::Listed]) -> Known {
    let own = held.iter().filter(|it| it.person == line.id);
    Known {
        person: line.id,
        name: line.name.as_str().to_owned(),
        address: line.address.clone(),
        held: own
            .map(|it| Held {
                membership: it.id,
                role: it.membership.role,
                organization: it.membership.organization,
                name: it.organization.clone(),
            })
            .collect(),
    }
}

/// The organizations that the actor administers, by short name, a page at a time. One statement.
///
/// # Errors
/// [`domain::people::Refusal::NotAllowed`].
pub async fn list_organizations(
    app: &App,
    actor: &Actor,
    after: Option<Slug>,
) -> Outcome<(Vec<Organization>, Option<Slug>)> {
    administered::of_something(actor)?;
    let actor = actor.clone();
    app.read(move |unit| {
        let reach = administered::reach(unit, &actor);
        Ok(cut(organization::reached(
            unit.tx,
            &reach,
            after.as_ref(),
            PAGE + 1,
        )?))
    })
    .await
}

/// The organizations that a form offers to the actor: the first [`ORGANIZATIONS_TO_CHOOSE`], and
/// one more that they came from. Two statements at most.
///
/// # Errors
/// [`domain::people::Refusal::NotAllowed`].
pub async fn organizations_to_choose(
    app: &App,
    actor: &Actor,
    from: Option<OrganizationId>,
) -> Outcome<Vec<Organization>> {
    administered::of_something(actor)?;
    let actor = actor.clone();
    app.read(move |unit| {
        let reach = administered::reach(unit, &actor);
        let mut found = organization::reached(unit.tx, &reach, None, ORGANIZATIONS_TO_CHOOSE)?;
        let missing = from.filter(|id| found.iter().all(|it| it.id != *id));
        if let Some(id) = missing {
            let path = administered::path_of(unit, &actor, id)?;
            found.extend(path.into_iter().next());
        }
        Ok(found)
    })
    .await
}

/// An organization that the actor administers, and a page of those below it. Three statements.
///
/// # Errors
/// [`domain::people::Refusal::NoSuchOrganization`].
pub async fn view_organization(
    app: &App,
    actor: &Actor,
    id: OrganizationId,
    after: Option<Slug>,
) -> Outcome<OrganizationPage> {
    administered::of_something(actor)?;
    let actor = actor.clone();
    app.read(move |unit| {
        let path = administered::path_of(unit, &actor, id)?;
        let highest = path
            .iter()
            .rposition(|it| actor.holds_in(Role::Administrator, &[it.id]));
        let known = highest.map_or(1, |at| at + 1);
        let found = organization::children(unit.tx, id, after.as_ref(), PAGE + 1)?;
        let (children, next) = cut(found);
        Ok(OrganizationPage {
            path: path.into_iter().take(known).collect(),
            children,
            next,
            closed_at: tending::standing(unit.tx, id)?.closed_at,
        })
    })
    .await
}

fn cut(mut found: Vec<Organization>) -> (Vec<Organization>, Option<Slug>) {
    let is_more = found.len() > PAGE as usize;
    found.truncate(PAGE as usize);
    let next = found.last().filter(|_| is_more).map(|it| it.slug.clone());
    (found, next)
}
