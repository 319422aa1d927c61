//! Signing in with address and password.

use std::net::IpAddr;

use domain::audit::Fact;
use domain::ids::PersonId;
use domain::people::{Actor, EmailAddress, Refusal, SESSION_LIFE_DAYS};
use domain::time::{Timestamp, days_after};
use serde_json::json;
use store::people::{membership, password, person, session};

use super::throttling::Scopes;
use super::{passwords, secret};
use crate::{App, Failure, Outcome, Unit};

/// The longest text that is taken as an address or password to try, in bytes.
const LONGEST_TRY: usize = 1_000;

/// What a browser or program says that it is; cut to 200 characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Device(String);

impl Device {
    /// Reads it; control characters are left out.
    pub fn named(text: &str) -> Self {
        Self(text.chars().filter(|c| !c.is_control()).take(200).collect())
    }

    /// What it says.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Somebody wants to come in.
#[derive(Clone)]
pub struct SignIn {
    /// The address, as it was typed.
    pub email: String,
    /// The password, as it was typed.
    pub password: String,
    /// From where, if that is known.
    pub network: Option<IpAddr>,
    /// With what.
    pub device: Device,
    /// The secret of the session that the browser had until now; it ends.
    pub replaces: Option<String>,
}

/// Somebody is in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Goes to the browser or program and nowhere else.
    pub secret: String,
    /// When the session ends, however much it is used.
    pub expires_at: Timestamp,
    /// Who, with what they hold.
    pub actor: Actor,
    /// Their name.
    pub name: String,
}

/// Signs somebody in. A wrong password and an unknown address get the same answer after the same
/// time.
///
/// # Errors
/// [`Refusal::WrongAddressOrPassword`], [`Refusal::TooManySignIns`].
pub async fn sign_in(app: &App, command: SignIn) -> Outcome<SignedIn> {
    let is_long = command.email.len() > LONGEST_TRY || command.password.len() > LONGEST_TRY;
    if is_long {
        return Err(Refusal::WrongAddressOrPassword.into());
    }
    let scopes = Scopes::of(&command.email, command.network);
    let address = EmailAddress::parse("email", &command.email).ok();
    let known = begin(app, scopes.clone(), address).await?;
    let hash = known.as_ref().map(|(_, hash)| hash.clone());
    let verdict = passwords::verify(app, &command.password, hash).await?;
    match known {
        Some((person, hash)) if verdict.fits => {
            let opened = Opened {
                person,
                hash,
                rehashed: verdict.rehashed,
                scopes,
            };
            open(app, opened, command.device, command.replaces).await
        }
        _ => Err(Refusal::WrongAddressOrPassword.into()),
    }
}

/// Counts the try, also where it is refused, and finds the hash to compare with.
async fn begin(
    app: &App,
    scopes: Scopes,
    address: Option<EmailAddress>,
) -> Outcome<Option<(PersonId, String)>> {
    let counted = app.write(move |unit| {
        if let Err(refusal) = scopes.count(unit)? {
            return Ok(Err(refusal));
        }
        Ok(Ok(match &address {
            Some(address) => password::of_address(unit.tx, address)?,
            None => None,
        }))
    });
    Ok(counted.await??)
}

struct Opened {
    person: PersonId,
    hash: String,
    rehashed: Option<String>,
    scopes: Scopes,
}

async fn open(
    app: &App,
    it: Opened,
    device: Device,
    replaces: Option<String>,
) -> Outcome<SignedIn> {
    app.write(move |unit| {
        it.scopes.give_back(unit)?;
        if let Some(new) = &it.rehashed {
            password::replace(unit.tx, it.person, &it.hash, new)?;
        }
        new_session(unit, it.person, &device, replaces.as_deref())
    })
    .await
}

/// Begins a session inside a unit of work; the one that it replaces ends.
pub(super) fn new_session(
    unit: &Unit<'_>,
    id: PersonId,
    device: &Device,
    replaces: Option<&str>,
) -> Outcome<SignedIn> {
    let Some(person) = person::find(unit.tx, id)? else {
        return Err(Failure::broken("a person who signs in is not there"));
    };
    if let Some(old) = replaces {
        session::remove(unit.tx, &secret::hash(old))?;
    }
    let secret = secret::of_bytes(unit.random());
    let kept = session::Session {
        secret_hash: secret::hash(&secret),
        person: id,
        device: device.as_str().to_owned(),
        created_at: unit.now,
        seen_at: unit.now,
        expires_at: days_after(unit.now, SESSION_LIFE_DAYS),
    };
    session::insert(unit.tx, &kept)?;
    let fact = Fact::of("signed-in", "person", id).by(id, None);
    unit.record(
        fact,
        &json!({ "session": kept.secret_hash, "expires_at": kept.expires_at }),
    )?;
    Ok(SignedIn {
        secret,
        expires_at: kept.expires_at,
        actor: membership::actor_of(unit.tx, id, unit.now)?,
        name: person.name.as_str().to_owned(),
    })
}
