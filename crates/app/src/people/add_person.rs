//! Adding a person.

use domain::audit::Fact;
use domain::ids::{OrganizationId, PersonId};
use domain::people::{Actor, EmailAddress, Membership, Password, PersonName, Refusal, Role};
use domain::refusal::Place;
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::people::{address, membership, password, person};

use super::edit_organization::is_open;
use super::{administered, passwords};
use crate::{App, IdempotencyKey, Outcome, Unit};

/// The most memberships that are given with a new person.
const MOST_MEMBERSHIPS: usize = 50;

/// A membership as it is asked for.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AskedMembership {
    /// Where.
    pub organization: OrganizationId,
    /// As what: a word of [`Role`].
    pub role: String,
}

/// Somebody is to be added.
#[derive(Clone, Serialize)]
pub struct AddPerson {
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// What they hold: at least one, each in an organization that the actor administers.
    pub memberships: Vec<AskedMembership>,
    /// A password to begin with; empty for none. Not part of what an idempotency key stands for:
    /// nothing quick to guess from is kept of it.
    #[serde(skip)]
    pub password: String,
}

/// Somebody was added.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PersonAdded {
    /// Who.
    pub person: PersonId,
}

/// A person as the unit of work makes them.
#[derive(Clone, Debug)]
pub struct NewPerson {
    /// Their name.
    pub name: PersonName,
    /// Their address.
    pub email: EmailAddress,
    /// The hash of a password, if they have one.
    pub password_hash: Option<String>,
    /// The language in which they read, as a BCP 47 tag.
    pub language: Option<String>,
    /// When the address was proved to be theirs.
    pub verified_at: Option<Timestamp>,
    /// What they hold.
    pub memberships: Vec<Membership>,
}

/// Adds a person to organizations that the actor administers.
///
/// # Errors
/// [`Refusal::Fields`] with everything to mend, [`Refusal::NoSuchOrganization`],
/// [`Refusal::AddressTaken`].
pub async fn add_person(
    app: &App,
    actor: &Actor,
    command: AddPerson,
    key: Option<IdempotencyKey>,
) -> Outcome<PersonAdded> {
    administered::of_something(actor)?;
    let (mut new, password) = read(&command)?;
    if let Some(password) = password {
        new.password_hash = Some(passwords::hash(app, &password).await?);
    }
    let (actor, person) = (actor.clone(), Some(actor.person));
    app.once(person, "add_person", key, &command, move |unit| {
        for it in &new.memberships {
            administered::path_of(unit, &actor, it.organization)?;
            is_open(unit, it.organization)?;
        }
        let person = new_person(unit, &new)?;
        let fact = Fact::of("person-added", "person", person)
            .by(actor.person, Some(Role::Administrator))
            .with(json!({ "memberships": new.memberships }));
        unit.record(fact, &json!({ "memberships": new.memberships }))?;
        Ok(PersonAdded { person })
    })
    .await
}

/// Everything to mend, all at once, or a person with their password.
fn read(command: &AddPerson) -> Result<(NewPerson, Option<Password>), Refusal> {
    let mut places = Vec::new();
    let name = keep(PersonName::parse("name", &command.name), &mut places);
    let email = keep(EmailAddress::parse("email", &command.email), &mut places);
    let password = match command.password.as_str() {
        "" => None,
        text => keep(Password::parse("password", text), &mut places),
    };
    let memberships = keep(memberships(&command.memberships), &mut places);
    let (Some(name), Some(email), Some(memberships), true) =
        (name, email, memberships, places.is_empty())
    else {
        return Err(Refusal::Fields(places));
    };
    let new = NewPerson {
        name,
        email,
        password_hash: None,
        language: None,
        verified_at: None,
        memberships,
    };
    Ok((new, password))
}

fn memberships(asked: &[AskedMembership]) -> Result<Vec<Membership>, Place> {
    if asked.is_empty() {
        return Err(Place::new("role", "role-missing"));
    }
    if asked.len() > MOST_MEMBERSHIPS {
        return Err(
            Place::new("memberships", "too-many-memberships").with("limit", MOST_MEMBERSHIPS)
        );
    }
    asked.iter().map(super::memberships::read).collect()
}

/// Keeps what could be read; notes what is to mend.
pub(super) fn keep<T>(read: Result<T, Place>, places: &mut Vec<Place>) -> Option<T> {
    match read {
        Ok(it) => Some(it),
        Err(place) => {
            places.push(place);
            None
        }
    }
}

/// Makes a person inside a unit of work; who may do so is for the caller to ask, and to record.
///
/// # Errors
/// [`Refusal::AddressTaken`].
pub fn new_person(unit: &Unit<'_>, new: &NewPerson) -> Outcome<PersonId> {
    let kept = person::Person {
        id: unit.id(),
        name: new.name.clone(),
        language: new.language.clone(),
        created_at: unit.now,
    };
    person::insert(unit.tx, &kept)?;
    if !address::add(unit.tx, kept.id, &new.email, new.verified_at, unit.now)? {
        return Err(Refusal::AddressTaken.into());
    }
    if let Some(hash) = &new.password_hash {
        password::put(unit.tx, kept.id, hash, unit.now)?;
    }
    for it in &new.memberships {
        membership::grant(unit.tx, unit.id(), kept.id, *it, unit.now)?;
    }
    Ok(kept.id)
}
