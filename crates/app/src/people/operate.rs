//! What the operator of the machine may do without an account: make somebody, and find out as whom
//! to act. Whoever can run the program here holds the master key already.

use domain::audit::Fact;
use domain::ids::OrganizationId;
use domain::people::permission::{Question, may};
use domain::people::{Actor, EmailAddress, Membership, Password, PersonName, Refusal, Role, Slug};
use domain::refusal::Place;
use serde_json::json;
use store::people::operator;
use store::people::organization;

use super::add_organization::{AddOrganization, NewOrganization, new_organization};
use super::add_person::{NewPerson, PersonAdded, keep, new_person};
use super::passwords;
use crate::{App, Outcome, Unit};

/// Somebody is to be made by the operator.
#[derive(Clone)]
pub struct MakePerson {
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Their password.
    pub password: String,
    /// What they become.
    pub role: Role,
    /// Short name of the organization; nothing where there is one root alone.
    pub organization: Option<String>,
    /// What the first organization is, if there is none yet.
    pub first: Option<AddOrganization>,
}

/// Makes a person with a role; where there is no organization at all, the first one as well.
///
/// # Errors
/// [`Refusal::Fields`] with everything to mend, [`Refusal::NoSuchOrganization`],
/// [`Refusal::AddressTaken`].
pub async fn make_person(app: &App, command: MakePerson) -> Outcome<PersonAdded> {
    let mut places = Vec::new();
    let name = keep(PersonName::parse("name", &command.name), &mut places);
    let email = keep(EmailAddress::parse("email", &command.email), &mut places);
    let password = keep(Password::parse("password", &command.password), &mut places);
    let (Some(name), Some(email), Some(password)) = (name, email, password) else {
        return Err(Refusal::Fields(places).into());
    };
    let hash = passwords::hash(app, &password).await?;
    app.write(move |unit| {
        let organization = place(unit, &command)?;
        let new = NewPerson {
            name: name.clone(),
            email: email.clone(),
            password_hash: Some(hash.clone()),
            language: None,
            verified_at: None,
            memberships: vec![Membership {
                organization,
                role: command.role,
            }],
        };
        let person = new_person(unit, &new)?;
        let fact = Fact::of("person-made-by-operator", "person", person);
        unit.record(
            fact.with(json!({ "memberships": new.memberships })),
            &new.memberships,
        )?;
        Ok(PersonAdded { person })
    })
    .await
}

/// Where the person belongs.
fn place(unit: &Unit<'_>, command: &MakePerson) -> Outcome<OrganizationId> {
    let roots = operator::roots(unit.tx, "", 2)?;
    if roots.is_empty() {
        let missing = || Refusal::Fields(vec![Place::new("organization", "name-missing")]);
        return begin(
            unit,
            &NewOrganization::read(command.first.as_ref().ok_or_else(missing)?)?,
        );
    }
    match (&command.organization, roots.as_slice()) {
        (Some(slug), _) => {
            let slug = Slug::parse("organization", slug).map_err(|it| Refusal::Fields(vec![it]))?;
            let found = organization::by_slug(unit.tx, &slug)?;
            Ok(found.ok_or(Refusal::NoSuchOrganization)?.id)
        }
        (None, [only]) => Ok(only.id),
        (None, _) => Err(Refusal::NoSuchOrganization.into()),
    }
}

fn begin(unit: &Unit<'_>, first: &NewOrganization) -> Outcome<OrganizationId> {
    let id = new_organization(unit, first)?;
    let fact = Fact::of("organization-added", "organization", id);
    unit.record(fact, &json!({ "slug": first.slug, "issues": first.issues }))?;
    Ok(id)
}

/// An organization, and the administrator as whom its operator acts.
#[derive(Clone, Debug)]
pub struct LookedAfter {
    /// Which.
    pub organization: OrganizationId,
    /// Who has looked after it longest.
    pub administrator: Actor,
    /// Their name.
    pub name: String,
}

/// The organization of a short name with the administrator who has looked after it longest, or
/// after the next one above that has any.
///
/// # Errors
/// [`Refusal::NoSuchOrganization`]; [`Refusal::NoSuchPerson`] if nobody looks after it.
pub async fn looked_after(app: &App, slug: &str) -> Outcome<LookedAfter> {
    let slug = Slug::parse("organization", slug).map_err(|it| Refusal::Fields(vec![it]))?;
    app.read(move |unit| {
        let found = organization::by_slug(unit.tx, &slug)?.ok_or(Refusal::NoSuchOrganization)?;
        let person = operator::administrator_of(unit.tx, found.id, unit.now)?
            .ok_or(Refusal::NoSuchPerson)?;
        let name = store::people::person::find(unit.tx, person)?
            .ok_or(Refusal::NoSuchPerson)?
            .name;
        Ok(LookedAfter {
            organization: found.id,
            administrator: store::people::actor_of(unit.tx, person, unit.now)?,
            name: name.as_str().to_owned(),
        })
    })
    .await
}

/// Lets those pass who administer the organization that runs the installation: what they ask for
/// names people of every organization.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub(crate) fn ask_to_run(unit: &Unit<'_>, actor: &Actor) -> Outcome<()> {
    let operator = operator::first(unit.tx)?;
    match may(actor, Question::RunInstallation { operator }) {
        true => Ok(()),
        false => Err(Refusal::NotAllowed.into()),
    }
}
