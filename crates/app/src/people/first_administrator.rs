//! The first administrator of a new installation, by a token that is printed at start.

use domain::audit::Fact;
use domain::people::{
    EmailAddress, Membership, OrganizationKind, OrganizationName, Password, PersonName, Refusal,
    Role, Slug,
};
use serde_json::json;
use store::people::membership;
use store::system::setting;
use subtle::ConstantTimeEq;

use super::add_organization::{AddOrganization, NewOrganization, new_organization};
use super::add_person::{NewPerson, keep, new_person};
use super::sign_in::{Device, SignedIn, new_session};
use super::{passwords, secret};
use crate::{App, Outcome, Unit};

/// Name of the setting with the hash of the token.
const TOKEN: &str = "setup-token-hash";

/// A token for the first administrator, to be printed at start; nothing once there is one. Each
/// start makes a new one, and the one before does not count any more.
///
/// # Errors
/// Only what nobody expected.
pub async fn setup_token(app: &App) -> Outcome<Option<String>> {
    app.write(|unit| {
        if has_administrator(unit)? {
            setting::remove(unit.tx, TOKEN)?;
            return Ok(None);
        }
        let token = secret::of_bytes(unit.random());
        setting::put(unit.tx, TOKEN, &secret::hash(&token))?;
        Ok(Some(token))
    })
    .await
}

/// Does the installation wait for its first administrator?
///
/// # Errors
/// Only what nobody expected.
pub async fn setup_is_open(app: &App) -> Outcome<bool> {
    app.read(|unit| Ok(setting::find(unit.tx, TOKEN)?.is_some() && !has_administrator(unit)?))
        .await
}

fn has_administrator(unit: &Unit<'_>) -> Outcome<bool> {
    Ok(membership::holder_of(unit.tx, Role::Administrator, unit.now)?.is_some())
}

/// Somebody has the token.
#[derive(Clone)]
pub struct BecomeFirstAdministrator {
    /// The token that was printed.
    pub token: String,
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Their password.
    pub password: String,
    /// Name of the first organization.
    pub organization: String,
    /// What it is: a word of [`OrganizationKind`].
    pub kind: String,
    /// The zone in which its days end.
    pub time_zone: String,
    /// With what they are here.
    pub device: Device,
}

/// Makes the first administrator and the first organization, and signs them in. The token counts
/// once.
///
/// # Errors
/// [`Refusal::SetupTokenUnusable`], [`Refusal::Fields`].
pub async fn become_first_administrator(
    app: &App,
    command: BecomeFirstAdministrator,
) -> Outcome<SignedIn> {
    let token = command.token.trim().to_owned();
    let given = token.clone();
    app.read(move |unit| ask(unit, &given)).await?;
    let read = Read::of(&command)?;
    let hash = passwords::hash(app, &read.password).await?;
    app.write(move |unit| {
        ask(unit, &token)?;
        setting::remove(unit.tx, TOKEN)?;
        let organization = new_organization(unit, &read.organization)?;
        let person = NewPerson {
            name: read.name.clone(),
            email: read.email.clone(),
            password_hash: Some(hash.clone()),
            language: None,
            verified_at: None,
            memberships: vec![Membership {
                organization,
                role: Role::Administrator,
            }],
        };
        let id = new_person(unit, &person)?;
        let fact =
            Fact::of("first-administrator-made", "person", id).by(id, Some(Role::Administrator));
        unit.record(fact, &json!({ "memberships": person.memberships }))?;
        new_session(unit, id, &command.device, None)
    })
    .await
}

fn ask(unit: &Unit<'_>, token: &str) -> Outcome<()> {
    let hash = secret::hash(token);
    let kept = setting::find(unit.tx, TOKEN)?;
    let fits = kept.is_some_and(|kept| bool::from(kept.as_bytes().ct_eq(hash.as_bytes())));
    if fits && !has_administrator(unit)? {
        Ok(())
    } else {
        Err(Refusal::SetupTokenUnusable.into())
    }
}

struct Read {
    name: PersonName,
    email: EmailAddress,
    password: Password,
    organization: NewOrganization,
}

impl Read {
    fn of(command: &BecomeFirstAdministrator) -> Result<Self, Refusal> {
        let mut places = Vec::new();
        let name = keep(PersonName::parse("name", &command.name), &mut places);
        let email = keep(EmailAddress::parse("email", &command.email), &mut places);
        let password = keep(Password::parse("password", &command.password), &mut places);
        let called = keep(
            OrganizationName::parse("organization", &command.organization),
            &mut places,
        );
        let organization = called.and_then(|it| {
            let asked = AddOrganization {
                slug: slug_of(it.as_str()),
                name: it.as_str().to_owned(),
                kind: command.kind.clone(),
                time_zone: command.time_zone.clone(),
                issues: true,
                ..AddOrganization::default()
            };
            match NewOrganization::read(&asked) {
                Ok(new) => Some(new),
                Err(Refusal::Fields(more)) => {
                    places.extend(more);
                    None
                }
                Err(_) => None,
            }
        });
        match (name, email, password, organization, places.is_empty()) {
            (Some(name), Some(email), Some(password), Some(organization), true) => Ok(Self {
                name,
                email,
                password,
                organization,
            }),
            _ => Err(Refusal::Fields(places)),
        }
    }
}

/// A short name made of a name: its letters and digits in lower case, anything else a hyphen.
fn slug_of(name: &str) -> String {
    let mut slug = String::new();
    for c in name.to_lowercase().chars().take(200) {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(60);
    let slug = slug.trim_end_matches('-');
    match Slug::parse("slug", slug) {
        Ok(slug) => slug.as_str().to_owned(),
        Err(_) => OrganizationKind::Provider.as_str().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::slug_of;

    #[test]
    fn a_short_name_follows_from_a_name() {
        assert_eq!(
            slug_of("  Larkfield Institute, for Teaching! "),
            "larkfield-institute-for-teaching"
        );
        assert_eq!(slug_of("学校"), "provider");
        assert_eq!(slug_of(&"ab-".repeat(40)).len(), 59);
    }
}
