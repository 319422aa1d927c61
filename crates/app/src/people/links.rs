//! Links that count once: made here, looked at by whoever opens them, and used.

use std::net::IpAddr;

use domain::audit::Fact;
use domain::ids::{OneTimeLinkId, PersonId};
use domain::people::{EmailAddress, LinkPurpose, Password, Refusal};
use domain::time::Timestamp;
use serde_json::json;
use store::people::link::{self, Link};
use store::people::{address, password, person, session};

use super::addresses::keep_first;
use super::sign_in::{Device, SignedIn, new_session};
use super::throttling::Scopes;
use super::{passwords, tokens};
use crate::letters::{PASSWORD_CHANGED, SIGN_IN_LINK, to_address};
use crate::{App, Outcome, Unit};

/// What the tokens of these links are made for.
pub(super) const TOKEN: &str = "link";

/// A link as whoever opens it sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenLink {
    /// What it is for.
    pub purpose: LinkPurpose,
    /// The name of the person whose it is.
    pub name: String,
    /// The address to be proved.
    pub address: Option<String>,
    /// When it stops counting.
    pub expires_at: Timestamp,
}

/// Makes a link inside a unit of work. Earlier ones for the same purpose count no more, except
/// those that prove addresses.
pub(super) fn make(
    unit: &Unit<'_>,
    person: PersonId,
    purpose: LinkPurpose,
    address: Option<EmailAddress>,
) -> Outcome<Link> {
    if purpose != LinkPurpose::ProveAddress {
        link::make_void(unit.tx, person, purpose, unit.now)?;
    }
    let it = Link {
        id: unit.public_id(),
        purpose,
        person,
        address,
        expires_at: purpose.expires(unit.now),
        used_at: None,
    };
    link::insert(unit.tx, &it, unit.now)?;
    Ok(it)
}

/// The full address of a link.
pub(super) fn full_address(app: &App, id: OneTimeLinkId) -> String {
    let token = tokens::token(app, TOKEN, id);
    format!("{}/links/{token}", app.settings.public_url)
}

/// The link of a token, while it counts.
fn usable(unit: &Unit<'_>, id: OneTimeLinkId) -> Outcome<Link> {
    let it = link::find(unit.tx, id)?.ok_or(Refusal::LinkUnusable)?;
    match it.used_at.is_none() && unit.now < it.expires_at {
        true => Ok(it),
        false => Err(Refusal::LinkUnusable.into()),
    }
}

fn id_of(app: &App, token: &str) -> Result<OneTimeLinkId, Refusal> {
    tokens::read(app, TOKEN, token).ok_or(Refusal::LinkUnusable)
}

/// Looks at a link without using it: mail programs open links ahead of their readers.
///
/// # Errors
/// [`Refusal::LinkUnusable`].
pub async fn open_link(app: &App, token: &str) -> Outcome<OpenLink> {
    let id = id_of(app, token)?;
    app.read(move |unit| {
        let it = usable(unit, id)?;
        let name = person::find(unit.tx, it.person)?.ok_or(Refusal::LinkUnusable)?;
        Ok(OpenLink {
            purpose: it.purpose,
            name: name.name.as_str().to_owned(),
            address: it.address.map(|it| it.as_str().to_owned()),
            expires_at: it.expires_at,
        })
    })
    .await
}

/// A link is used.
#[derive(Clone)]
pub struct UseLink {
    /// Its token.
    pub token: String,
    /// The new password, for a link that sets one.
    pub password: String,
    /// With what.
    pub device: Device,
    /// The secret of the session that the browser had until now; it ends.
    pub replaces: Option<String>,
}

/// Uses a link. One that sets a password or signs in begins a session; one that proves an address
/// does not.
///
/// # Errors
/// [`Refusal::LinkUnusable`]; [`Refusal::Fields`] about the password, which leaves the link as it
/// was; [`Refusal::AddressTaken`].
pub async fn use_link(app: &App, command: UseLink) -> Outcome<Option<SignedIn>> {
    let id = id_of(app, &command.token)?;
    let it = app.read(move |unit| usable(unit, id)).await?;
    match it.purpose {
        LinkPurpose::SetPassword => set_password(app, it, command).await.map(Some),
        LinkPurpose::SignIn => enter(app, it, command).await.map(Some),
        LinkPurpose::ProveAddress => prove(app, it).await.map(|()| None),
    }
}

async fn set_password(app: &App, it: Link, command: UseLink) -> Outcome<SignedIn> {
    let new = Password::parse("password", &command.password)
        .map_err(|place| Refusal::Fields(vec![place]))?;
    let hash = passwords::hash(app, &new).await?;
    app.write(move |unit| {
        consume(unit, &it)?;
        password::put(unit.tx, it.person, &hash, unit.now)?;
        session::remove_others(unit.tx, it.person, "")?;
        link::make_void(unit.tx, it.person, LinkPurpose::SignIn, unit.now)?;
        let fact = Fact::of("password-set-by-link", "person", it.person).by(it.person, None);
        unit.record(fact, &json!({ "changed_at": unit.now }))?;
        unit.write_letter(it.person, PASSWORD_CHANGED, &json!({}))?;
        new_session(
            unit,
            it.person,
            &command.device,
            command.replaces.as_deref(),
        )
    })
    .await
}

async fn enter(app: &App, it: Link, command: UseLink) -> Outcome<SignedIn> {
    app.write(move |unit| {
        consume(unit, &it)?;
        if let Some(proved) = &it.address {
            address::verify(unit.tx, it.person, proved, unit.now)?;
        }
        new_session(
            unit,
            it.person,
            &command.device,
            command.replaces.as_deref(),
        )
    })
    .await
}

async fn prove(app: &App, it: Link) -> Outcome<()> {
    app.write(move |unit| {
        consume(unit, &it)?;
        let proved = it.address.as_ref().ok_or(Refusal::LinkUnusable)?;
        keep_first(unit, it.person)?;
        let is_free = address::add(unit.tx, it.person, proved, Some(unit.now), unit.now)?;
        if !is_free && address::owner(unit.tx, proved)? != Some(it.person) {
            return Err(Refusal::AddressTaken.into());
        }
        address::verify(unit.tx, it.person, proved, unit.now)?;
        let fact = Fact::of("address-added", "person", it.person).by(it.person, None);
        unit.record(fact, &json!({ "link": it.id, "verified_at": unit.now }))
    })
    .await
}

fn consume(unit: &Unit<'_>, it: &Link) -> Outcome<()> {
    match link::consume(unit.tx, it.id, unit.now)? {
        true => Ok(()),
        false => Err(Refusal::LinkUnusable.into()),
    }
}

/// Somebody wants a link to sign in.
#[derive(Clone, Debug)]
pub struct AskSignInLink {
    /// The address, as it was typed.
    pub email: String,
    /// From where, if that is known.
    pub network: Option<IpAddr>,
    /// In which language, as a BCP 47 tag, if the person has chosen none.
    pub language: String,
}

/// Sends a link to sign in, if somebody has the address; whether somebody has is not said.
///
/// # Errors
/// [`Refusal::NoMail`], [`Refusal::Fields`] for what is no address, [`Refusal::TooManySignIns`].
pub async fn ask_sign_in_link(app: &App, command: AskSignInLink) -> Outcome<()> {
    if !app.post.sends() {
        return Err(Refusal::NoMail.into());
    }
    let email = EmailAddress::parse("email", &command.email)
        .map_err(|place| Refusal::Fields(vec![place]))?;
    let scopes = Scopes::of(&format!("link {}", email.as_str()), command.network);
    let counted = app.write(move |unit| {
        if let Err(refusal) = scopes.count(unit)? {
            return Ok(Err(refusal));
        }
        let Some(id) = address::owner(unit.tx, &email)? else {
            return Ok(Ok(()));
        };
        let made = make(unit, id, LinkPurpose::SignIn, Some(email.clone()))?;
        let values =
            json!({ "link": made.id, "minutes": LinkPurpose::SignIn.lifetime().as_mins() });
        let language = Some(command.language.as_str());
        to_address(
            unit,
            Some(id),
            email.as_str(),
            language,
            SIGN_IN_LINK,
            &values,
        )?;
        let fact = Fact::of("sign-in-link-asked", "person", id);
        unit.record(
            fact,
            &json!({ "link": made.id, "expires_at": made.expires_at }),
        )?;
        Ok(Ok(()))
    });
    Ok(counted.await??)
}
