//! Organizations, people, what is published, and who may assess it.

use std::collections::BTreeMap;

use app::App;
use app::assessors::{GrantQualification, grant_qualification};
use app::catalogue::{Publish, PublishStack, Published, publish, publish_stack};
use app::people::{AddOrganization, NewOrganization, NewPerson, new_organization, new_person};
use domain::audit::Fact;
use domain::catalogue::package::STACK_DOCUMENT;
use domain::catalogue::prose::normalise;
use domain::ids::{OrganizationId, PersonId};
use domain::people::{Actor, EmailAddress, Membership, PersonName};
use serde_json::json;

use super::district::{District, Holds, Organization, Person, Publishes, Qualification, Stack};
use super::files::{self, mistake};
use crate::world::Unusable;

const FILE: &str = "district.toml";

/// Who and what is there, by the names of the files.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    pub(super) people: BTreeMap<String, PersonId>,
    organizations: BTreeMap<String, OrganizationId>,
    pub(super) packages: BTreeMap<String, Published>,
}

/// The thing of that name.
pub(super) fn named<'k, T>(
    known: &'k BTreeMap<String, T>,
    name: &str,
    path: &str,
) -> Result<&'k T, Unusable> {
    known
        .get(name)
        .ok_or_else(|| mistake(path, format!("nothing is called {name} there")))
}

/// A person with their memberships, as they are now.
pub(super) async fn actor(app: &App, person: PersonId) -> Result<Actor, Unusable> {
    let found = app.read(move |unit| Ok(store::people::actor_of(unit.tx, person, unit.now)?));
    Ok(found.await?)
}

impl Known {
    /// Makes the organizations and the people.
    pub(super) async fn settle(app: &App, district: &District) -> Result<Self, Unusable> {
        let mut known = Self::default();
        for it in &district.organizations {
            let id = organization(app, &known, it).await?;
            known.organizations.insert(it.slug.clone(), id);
        }
        for it in &district.people {
            let id = person(app, &known, it).await?;
            known.people.insert(it.slug.clone(), id);
        }
        Ok(known)
    }

    /// The person of that name, as they are now.
    pub(super) async fn actor(&self, app: &App, name: &str, path: &str) -> Result<Actor, Unusable> {
        actor(app, *named(&self.people, name, path)?).await
    }

    /// Publishes a package.
    pub(super) async fn publish(&mut self, app: &App, it: &Publishes) -> Result<(), Unusable> {
        let folder = format!("micro-credentials/{}", it.package);
        let text = |name: &str| {
            Ok((
                name.to_owned(),
                files::text(&format!("{folder}/{name}"))?.to_owned(),
            ))
        };
        let command = Publish {
            organization: *named(&self.organizations, &it.issuer, FILE)?,
            files: files::names(&folder)
                .map(text)
                .collect::<Result<_, Unusable>>()?,
        };
        let by = self.actor(app, &it.by, FILE).await?;
        let published = publish(app, &by, command, None)
            .await
            .map_err(|error| mistake(&folder, error))?;
        self.packages.insert(it.package.clone(), published);
        Ok(())
    }

    /// Publishes a stack.
    pub(super) async fn stack(&self, app: &App, it: &Stack) -> Result<(), Unusable> {
        let path = format!("stacks/{}/{STACK_DOCUMENT}", it.stack);
        let command = PublishStack {
            organization: *named(&self.organizations, &it.issuer, FILE)?,
            document: files::text(&path)?.to_owned(),
        };
        let by = self.actor(app, &it.by, FILE).await?;
        let published = publish_stack(app, &by, command, None).await;
        published.map_err(|error| mistake(&path, error))?;
        Ok(())
    }

    /// Lets somebody assess.
    pub(super) async fn qualify(&self, app: &App, it: &Qualification) -> Result<(), Unusable> {
        let command = GrantQualification {
            person: *named(&self.people, &it.person, FILE)?,
            micro_credential: named(&self.packages, &it.package, FILE)?.micro_credential,
            reason: normalise(&it.reason),
        };
        let by = self.actor(app, &it.granted_by, FILE).await?;
        let granted = grant_qualification(app, &by, command, None).await;
        granted.map_err(|error| mistake(FILE, format!("{}: {error}", it.person)))?;
        Ok(())
    }
}

async fn organization(
    app: &App,
    known: &Known,
    it: &Organization,
) -> Result<OrganizationId, Unusable> {
    let parent = it
        .parent
        .as_deref()
        .map(|name| named(&known.organizations, name, FILE))
        .transpose()?;
    let asked = AddOrganization {
        parent: parent.copied(),
        slug: it.slug.clone(),
        name: it.name.clone(),
        kind: it.kind.clone(),
        time_zone: it.time_zone.clone(),
        issues: it.issuer,
        accent: String::new(),
    };
    let new = NewOrganization::read(&asked)
        .map_err(|error| mistake(FILE, format!("{}: {error:?}", it.slug)))?;
    let made = app.write(move |unit| {
        let id = new_organization(unit, &new)?;
        let state = json!({ "slug": new.slug, "parent": new.parent, "issues": new.issues });
        unit.record(Fact::of("organization-added", "organization", id), &state)?;
        Ok(id)
    });
    made.await
        .map_err(|error| mistake(FILE, format!("{}: {error}", it.slug)))
}

/// A person without a password: in the demo one signs in by choosing who to be.
async fn person(app: &App, known: &Known, it: &Person) -> Result<PersonId, Unusable> {
    let wrong = |place: domain::refusal::Place| {
        mistake(FILE, format!("{}: {} {}", it.slug, place.field, place.code))
    };
    let name = PersonName::parse("name", &it.name).map_err(wrong)?;
    let email = EmailAddress::parse("email", &it.email).map_err(wrong)?;
    let membership = |it: &Holds| {
        let organization = *named(&known.organizations, &it.organization, FILE)?;
        Ok(Membership {
            organization,
            role: it.role,
        })
    };
    let memberships = it
        .memberships
        .iter()
        .map(membership)
        .collect::<Result<Vec<_>, Unusable>>()?;
    let made = app.write(move |unit| {
        let new = NewPerson {
            name: name.clone(),
            email: email.clone(),
            password_hash: None,
            language: None,
            verified_at: Some(unit.now),
            memberships: memberships.clone(),
        };
        let id = new_person(unit, &new)?;
        unit.record(
            Fact::of("person-added", "person", id),
            &json!({ "memberships": memberships }),
        )?;
        Ok(id)
    });
    made.await
        .map_err(|error| mistake(FILE, format!("{}: {error}", it.slug)))
}
