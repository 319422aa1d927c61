//! Writing a letter inside a unit of work, and planning when it goes out.

use domain::ids::{LetterId, PersonId};
use domain::letters::{Pace, next_digest};
use jiff::tz::TimeZone;
use serde::Serialize;
use store::letters::{outbox, preference};
use store::people::{membership, person};

use super::digest::SendDigest;
use super::send::SendLetter;
use super::{Kind, SEND_DIGEST, SEND_LETTER};
use crate::{Failure, Outcome, Unit};

/// The language of somebody who has chosen none.
const FIRST_LANGUAGE: &str = "en";

/// A letter to a person, at the pace that they chose for its group.
pub(crate) fn to_person(
    unit: &Unit<'_>,
    person: PersonId,
    kind: &'static str,
    values: &impl Serialize,
) -> Outcome<LetterId> {
    let parameters = serde_json::to_value(values).map_err(Failure::broken)?;
    let group = Kind::carrying(kind, &parameters)?.group;
    let pace = preference::find(unit.tx, person, group)?
        .filter(|it| group.allows(*it))
        .unwrap_or_else(|| group.first_pace());
    let language = person::language_of(unit.tx, person)?;
    let letter = outbox::NewLetter {
        id: unit.id(),
        person: Some(person),
        address: None,
        kind,
        language: language.as_deref().unwrap_or(FIRST_LANGUAGE),
        parameters,
        pace,
        created_at: unit.now,
    };
    outbox::append(unit.tx, &letter)?;
    plan(unit, person, letter.id, pace)?;
    Ok(letter.id)
}

/// A letter to an address, at once: to somebody who is not known yet, or to prove that the address
/// is theirs.
pub(crate) fn to_address(
    unit: &Unit<'_>,
    person: Option<PersonId>,
    address: &str,
    language: Option<&str>,
    kind: &'static str,
    values: &impl Serialize,
) -> Outcome<LetterId> {
    let parameters = serde_json::to_value(values).map_err(Failure::broken)?;
    Kind::carrying(kind, &parameters)?;
    let letter = outbox::NewLetter {
        id: unit.id(),
        person,
        address: Some(address),
        kind,
        language: language.unwrap_or(FIRST_LANGUAGE),
        parameters,
        pace: Pace::AtOnce,
        created_at: unit.now,
    };
    outbox::append(unit.tx, &letter)?;
    SendLetter { letter: letter.id }.ask(unit, unit.now)?;
    Ok(letter.id)
}

fn plan(unit: &Unit<'_>, person: PersonId, letter: LetterId, pace: Pace) -> Outcome<()> {
    match pace {
        Pace::Off => Ok(()),
        Pace::AtOnce => SendLetter { letter }.ask(unit, unit.now),
        Pace::Daily | Pace::Weekly => {
            let zone = membership::zone_of(unit.tx, person, unit.now)?;
            let zone = zone
                .and_then(|name| TimeZone::get(&name).ok())
                .unwrap_or(TimeZone::UTC);
            SendDigest { person, pace }.ask(unit, next_digest(pace, unit.now, &zone))
        }
    }
}

impl SendLetter {
    /// Asks for it, not before a time. One that waits is enough.
    pub(super) fn ask(&self, unit: &Unit<'_>, at: domain::time::Timestamp) -> Outcome<()> {
        let key = format!("{SEND_LETTER}/{}", self.letter);
        unit.ask_after(at, SEND_LETTER, self, Some(&key))
    }
}

impl SendDigest {
    /// Asks for it, not before a time. One that waits is enough.
    pub(super) fn ask(&self, unit: &Unit<'_>, at: domain::time::Timestamp) -> Outcome<()> {
        let key = format!("{SEND_DIGEST}/{}/{}", self.person, self.pace.as_str());
        unit.ask_after(at, SEND_DIGEST, self, Some(&key))
    }
}
