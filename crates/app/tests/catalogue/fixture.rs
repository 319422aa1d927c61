//! Issuers, designers, and packages that differ as a test needs them.

use std::collections::BTreeMap;

use app::catalogue::{ListAsked, ListPage, Publish, Published, list, publish};
use app::{App, Failure, Outcome};
use domain::catalogue::facets::{Chosen, Facet};
use domain::catalogue::{Content, package};
use domain::ids::{OrganizationId, PersonId};
use domain::people::{Actor, Membership, Role};
use domain::refusal::Refusal;
use store::{Statement, Store, Value, args};
use testkit::World;

/// Two issuers.
pub const ISSUERS: [OrganizationId; 2] =
    [OrganizationId::from_u128(1), OrganizationId::from_u128(2)];

/// Somebody with a role in the first issuer.
pub fn holding(person: u128, role: Role) -> Actor {
    Actor {
        person: PersonId::from_u128(person),
        memberships: vec![Membership {
            organization: ISSUERS[0],
            role,
        }],
    }
}

/// Somebody who designs for both issuers.
pub fn designer() -> Actor {
    let at = |organization| Membership {
        organization,
        role: Role::Designer,
    };
    Actor {
        person: PersonId::from_u128(1),
        memberships: ISSUERS.map(at).to_vec(),
    }
}

/// A small, sound package of that code and title.
pub fn content(code: &str, title: &str) -> Content {
    let text = include_str!("../review/package.toml");
    let mut content = package::parse_text(text).unwrap();
    content.code = code.parse().unwrap();
    content.title = title.to_owned();
    content
}

/// A world with two issuers and five people.
pub async fn world(store: Store) -> World {
    let world = World::over(store).unwrap();
    for (id, (slug, name)) in ISSUERS.iter().zip([
        ("larkfield", "Larkfield Institute"),
        ("tamarack", "Tamarack State Agency"),
    ]) {
        run(
            &world.app,
            "INSERT INTO organization (id, slug, name, kind, time_zone, issues, accent, created_at)
             VALUES ($1, $2, $3, 'provider', 'America/Chicago', 1, 'plum', 0)",
            args![*id, slug, name],
        )
        .await;
    }
    for person in 1..=5 {
        let id = PersonId::from_u128(person);
        run(
            &world.app,
            "INSERT INTO person (id, name, language, created_at) VALUES ($1, 'A Person', 'en', 0)",
            args![id],
        )
        .await;
    }
    world
}

/// Runs one statement.
pub async fn run(app: &App, sql: &'static str, row: impl AsRef<[Value]>) {
    let (statement, row) = (Statement { name: "test", sql }, row.as_ref().to_vec());
    let done: Result<u64, store::StoreError> = app
        .store
        .write(move |tx| tx.execute(&statement, &row))
        .await;
    done.unwrap();
}

/// Publishes for the first issuer.
pub async fn published(app: &App, content: &Content) -> Published {
    published_by(app, ISSUERS[0], content).await.unwrap()
}

/// Publishes for an issuer.
pub async fn published_by(
    app: &App,
    organization: OrganizationId,
    content: &Content,
) -> Outcome<Published> {
    let files = package_of(content);
    let command = Publish {
        organization,
        files,
    };
    publish(app, &designer(), command, None).await
}

/// What the list answers to words and choices.
pub async fn found(app: &App, words: &str, chosen: &[(&str, &str)]) -> ListPage {
    let asked = ListAsked {
        words: words.to_owned(),
        chosen: Chosen::read(chosen.iter().copied()).unwrap(),
        after: None,
    };
    list(app, asked).await.unwrap()
}

/// The codes of a page, in its order.
pub fn codes(page: &ListPage) -> String {
    let codes: Vec<_> = page.offers.iter().map(|it| it.card.code.as_str()).collect();
    codes.join(" ")
}

/// The number beside an option.
pub fn count(page: &ListPage, facet: Facet, value: &str) -> Option<u64> {
    let (_, options) = page.facets.iter().find(|it| it.0 == facet)?;
    options
        .iter()
        .find(|it| it.value == value)
        .map(|it| it.count)
}

/// The code of a refusal.
pub fn refused<T: std::fmt::Debug>(outcome: Outcome<T>) -> Refusal {
    match outcome {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

/// The files of a content's package.
pub fn package_of(content: &Content) -> BTreeMap<String, String> {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let files = package::write(content).unwrap();
    files
        .into_iter()
        .map(|(path, it)| (path, text(it)))
        .collect()
}

/// The text `t` of the only row.
pub async fn text(app: &App, sql: &'static str) -> String {
    let statement = Statement { name: "test", sql };
    let found: Result<String, store::StoreError> = app
        .store
        .read(move |tx| tx.one(&statement, &[])?.get("t"))
        .await;
    found.unwrap()
}
