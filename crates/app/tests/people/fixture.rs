//! A district with a school, another district, and their people.

use app::people::{AddOrganization, NewOrganization};
use app::people::{
    BecomeFirstAdministrator, Device, NewPerson, SignIn, SignedIn, become_first_administrator,
    new_organization, new_person, setup_token, sign_in,
};
use app::{App, Failure, Outcome};
use domain::ids::{OrganizationId, PersonId};
use domain::people::{Actor, EmailAddress, Membership, PersonName, Role};
use domain::refusal::Refuse;

/// The password of the administrator.
pub const PASSWORD: &str = "a long winter walk";
/// The address of the administrator.
pub const ADDRESS: &str = "ada@district.example.org";

/// An attempt to sign in.
pub fn attempt(email: &str, password: &str) -> SignIn {
    SignIn {
        email: email.to_owned(),
        password: password.to_owned(),
        network: None,
        device: Device::named("Firefox"),
        replaces: None,
    }
}

/// What the first administrator fills in.
pub fn first(token: &str) -> BecomeFirstAdministrator {
    BecomeFirstAdministrator {
        token: token.to_owned(),
        name: "Ada Orne".to_owned(),
        email: ADDRESS.to_owned(),
        password: PASSWORD.to_owned(),
        organization: "Tamarack County Schools".to_owned(),
        kind: "district".to_owned(),
        time_zone: "America/Denver".to_owned(),
        device: Device::named("Firefox"),
    }
}

/// The installation has its first administrator, who is signed in.
pub async fn begun(app: &App) -> SignedIn {
    let token = setup_token(app).await.unwrap().unwrap();
    become_first_administrator(app, first(&token))
        .await
        .unwrap()
}

/// The administrator signs in once more.
pub async fn signed_in(app: &App) -> SignedIn {
    sign_in(app, attempt(ADDRESS, PASSWORD)).await.unwrap()
}

/// The organization of the first administrator.
pub fn district(it: &SignedIn) -> OrganizationId {
    it.actor.memberships[0].organization
}

/// An organization below another, or a root.
pub async fn organization(
    app: &App,
    slug: &str,
    kind: &str,
    parent: Option<OrganizationId>,
) -> OrganizationId {
    let asked = AddOrganization {
        parent,
        slug: slug.to_owned(),
        name: slug.replace('-', " "),
        kind: kind.to_owned(),
        time_zone: "America/Denver".to_owned(),
        ..AddOrganization::default()
    };
    let new = NewOrganization::read(&asked).unwrap();
    app.write(move |unit| new_organization(unit, &new))
        .await
        .unwrap()
}

/// A person who holds a role.
pub async fn person(app: &App, name: &str, role: Role, at: OrganizationId) -> PersonId {
    let address = format!("{}@example.org", name.to_lowercase().replace(' ', "."));
    let new = NewPerson {
        name: PersonName::parse("name", name).unwrap(),
        email: EmailAddress::parse("email", &address).unwrap(),
        password_hash: None,
        language: None,
        verified_at: None,
        memberships: vec![Membership {
            organization: at,
            role,
        }],
    };
    app.write(move |unit| new_person(unit, &new)).await.unwrap()
}

/// Somebody as they act now.
pub async fn actor(app: &App, person: PersonId) -> Actor {
    app.read(move |unit| Ok(store::people::actor_of(unit.tx, person, unit.now)?))
        .await
        .unwrap()
}

/// The code of the refusal that this ended with.
pub fn refused<T: std::fmt::Debug>(outcome: Outcome<T>) -> &'static str {
    match outcome {
        Err(Failure::Refused(refusal)) => refusal.code(),
        other => panic!("expected a refusal, not {other:?}"),
    }
}
