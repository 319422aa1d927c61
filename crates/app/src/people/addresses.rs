//! The addresses of a person: several, each proved by a link, one of them for letters.

use domain::audit::Fact;
use domain::ids::PersonId;
use domain::people::{Actor, EmailAddress, LinkPurpose, Refusal, Role};
use serde_json::json;
use store::people::address::{self, Address};
use store::people::person;

use super::administered::{self, Within};
use super::links::make;
use super::throttling::Scopes;
use crate::letters::{ADDRESS_GIVEN, ADDRESS_TO_PROVE, to_address};
use crate::{App, Outcome, Unit};

/// The most addresses of a person.
pub const MOST_ADDRESSES: usize = 10;

/// The actor's addresses, the one for letters first. One statement.
///
/// # Errors
/// Only what nobody expected.
pub async fn list_addresses(app: &App, actor: &Actor) -> Outcome<Vec<Address>> {
    let person = actor.person;
    app.read(move |unit| Ok(address::of_person(unit.tx, person)?))
        .await
}

/// Sends a link to an address that the actor says is theirs. It counts for nothing until the link
/// is opened; whether somebody else has it is not said before.
///
/// # Errors
/// [`Refusal::NoMail`], [`Refusal::Fields`], [`Refusal::TooManyAddresses`],
/// [`Refusal::TooManySignIns`].
pub async fn add_address(app: &App, actor: &Actor, text: &str) -> Outcome<()> {
    if !app.post.sends() {
        return Err(Refusal::NoMail.into());
    }
    let (id, email) = (actor.person, read(text)?);
    let scopes = Scopes::of(&format!("address {id}"), None);
    let counted = app.write(move |unit| {
        if let Err(refusal) = scopes.count(unit)? {
            return Ok(Err(refusal));
        }
        room_for_one(unit, id)?;
        let made = make(unit, id, LinkPurpose::ProveAddress, Some(email.clone()))?;
        let hours = LinkPurpose::ProveAddress.lifetime().as_hours();
        let values = json!({ "link": made.id, "address": email.as_str(), "hours": hours });
        let language = person::language_of(unit.tx, id)?;
        to_address(
            unit,
            Some(id),
            email.as_str(),
            language.as_deref(),
            ADDRESS_TO_PROVE,
            &values,
        )?;
        let fact = Fact::of("address-to-be-proved", "person", id).by(id, None);
        unit.record(
            fact,
            &json!({ "link": made.id, "expires_at": made.expires_at }),
        )?;
        Ok(Ok(()))
    });
    Ok(counted.await??)
}

/// Gives an address to a person whom the actor looks after, who vouches for it; the address where their
/// letters go is told. Only whoever looks after everything that the person holds may do so.
///
/// # Errors
/// [`Refusal::NoSuchPerson`], [`Refusal::BeyondReach`], [`Refusal::Fields`],
/// [`Refusal::AddressTaken`], [`Refusal::TooManyAddresses`].
pub async fn give_address(app: &App, actor: &Actor, id: PersonId, text: &str) -> Outcome<()> {
    administered::of_something(actor)?;
    let (actor, email) = (actor.clone(), read(text)?);
    app.write(move |unit| {
        if !Within::of(unit, &actor, id)?.is_everything() {
            return Err(Refusal::BeyondReach.into());
        }
        room_for_one(unit, id)?;
        let first = keep_first(unit, id)?;
        if !address::add(unit.tx, id, &email, None, unit.now)? {
            return Err(Refusal::AddressTaken.into());
        }
        if let Some(first) = first {
            let values = json!({ "address": email.as_str() });
            to_address(unit, Some(id), first.as_str(), None, ADDRESS_GIVEN, &values)?;
        }
        let fact =
            Fact::of("address-given", "person", id).by(actor.person, Some(Role::Administrator));
        unit.record(fact, &json!({ "at": unit.now }))
    })
    .await
}

/// Letters go to this address of the actor from now on.
///
/// # Errors
/// [`Refusal::Fields`] if it is not theirs.
pub async fn choose_address(app: &App, actor: &Actor, text: &str) -> Outcome<()> {
    let (id, email) = (actor.person, read(text)?);
    app.write(move |unit| {
        if !address::choose(unit.tx, id, &email, unit.now)? {
            return Err(not_yours().into());
        }
        let fact = Fact::of("address-chosen", "person", id).by(id, None);
        unit.record(fact, &json!({ "at": unit.now }))
    })
    .await
}

/// Takes an address from the actor. The last one stays.
///
/// # Errors
/// [`Refusal::LastAddress`], [`Refusal::Fields`] if it is not theirs.
pub async fn remove_address(app: &App, actor: &Actor, text: &str) -> Outcome<()> {
    let (id, email) = (actor.person, read(text)?);
    app.write(move |unit| {
        if address::owner(unit.tx, &email)? != Some(id) {
            return Err(not_yours().into());
        }
        if !address::remove(unit.tx, id, &email)? {
            return Err(Refusal::LastAddress.into());
        }
        let fact = Fact::of("address-removed", "person", id).by(id, None);
        unit.record(fact, &json!({ "at": unit.now }))
    })
    .await
}

/// Letters go on to where they went: another address is not first because of the alphabet.
pub(super) fn keep_first(unit: &Unit<'_>, id: PersonId) -> Outcome<Option<EmailAddress>> {
    let first = address::of_person(unit.tx, id)?.into_iter().next();
    if let Some(it) = &first {
        address::choose(unit.tx, id, &it.address, unit.now)?;
    }
    Ok(first.map(|it| it.address))
}

fn read(text: &str) -> Result<EmailAddress, Refusal> {
    EmailAddress::parse("email", text).map_err(|place| Refusal::Fields(vec![place]))
}

fn not_yours() -> Refusal {
    Refusal::Fields(vec![domain::refusal::Place::new(
        "email",
        "address-not-yours",
    )])
}

fn room_for_one(unit: &Unit<'_>, id: PersonId) -> Outcome<()> {
    match address::of_person(unit.tx, id)?.len() < MOST_ADDRESSES {
        true => Ok(()),
        false => Err(Refusal::TooManyAddresses {
            limit: MOST_ADDRESSES,
        }
        .into()),
    }
}
