//! The stranger test: every route of the table is called by nobody, by somebody without any role, and by somebody
//! whose roles do not open it. A route that everybody may call stands in the list below, or the test fails.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::sync::Arc;

use app::people::{
    AddOrganization, Device, NewOrganization, NewPerson, new_organization, new_person,
    sign_in_to_demo,
};
use app::{App, Mode};
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use domain::people::{EmailAddress, Membership, PersonName, Role};
use store::Store;
use testkit::World;
use tower::ServiceExt;
use web::cookies::Scheme;
use web::guard::{Guard, IdSource};
use web::route::{Route, Who, table};
use web::site::Site;

/// Every route that everybody may call. What they may see there is asked in the use case.
const PUBLIC: &[&str] = &[
    "GET /",
    "GET /catalogue",
    "GET /micro-credentials/{slug}",
    "GET /micro-credentials/{slug}/templates/{requirement}",
    "GET /api/v1/micro-credentials",
    "GET /api/v1/micro-credentials/{slug}",
    "GET /stacks",
    "GET /stacks/{slug}",
    "GET /api/v1/stacks",
    "GET /api/v1/stacks/{slug}",
    "GET /stack-awards/{id}",
    "GET /api/v1/stack-awards/{id}",
    "GET /awards/{id}",
    "GET /awards/{id}/seal.svg",
    "GET /api/v1/awards/{id}",
    "GET /api/v1/awards/{id}/verification",
    "GET /issuers/{id}",
    "GET /issuers/{id}/did.json",
    "GET /status-lists/{id}",
    "GET /sign-in",
    "POST /sign-in",
    "POST /sign-out",
    "POST /api/v1/session",
    "GET /setup",
    "POST /setup",
    "POST /preferences",
    "GET /demo",
    "GET /demo/people.json",
    "POST /demo/people/{person}/session",
    "GET /sign-in/link",
    "POST /sign-in/link",
    "GET /links/{token}",
    "POST /links/{token}",
    "GET /join/{token}",
    "POST /join/{token}",
    "POST /api/v1/session/link",
    "POST /api/v1/links/{token}",
    "GET /unsubscribe/{token}",
    "POST /unsubscribe/{token}",
    "GET /healthz",
    "GET /readyz",
    "GET /metrics",
    "GET /static/{name}",
];

const ORIGIN: &str = "http://localhost:8080";

fn product(app: &App) -> Router {
    web::product(Site {
        app: app.clone(),
        guard: Guard {
            scheme: Scheme::Http,
            origin: Arc::from(ORIGIN),
            ids: IdSource::new(|| uuid::Uuid::from_u128(1)),
            is_demo: true,
        },
        metrics: None,
        nudge: app::jobs::Nudge::default(),
    })
}

fn name_of(route: &Route) -> String {
    format!("{} {}", route.method, route.path)
}

/// The route's address with something in the place of each part.
fn address(route: &Route) -> String {
    let part = |it: &str| match it.starts_with('{') {
        true => "00000000-0000-7000-8000-000000000000".to_owned(),
        false => it.to_owned(),
    };
    route
        .path
        .split('/')
        .map(part)
        .collect::<Vec<_>>()
        .join("/")
}

async fn call(product: &Router, route: &Route, secret: Option<&str>) -> (StatusCode, String) {
    let mut request = Request::builder()
        .method(route.method.clone())
        .uri(address(route))
        .header(header::ACCEPT, "text/html")
        .header(header::ORIGIN, ORIGIN)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    if let Some(secret) = secret {
        request = request.header(header::COOKIE, format!("session={secret}"));
    }
    let answer = product
        .clone()
        .oneshot(request.body(Body::empty()).unwrap())
        .await
        .unwrap();
    let to = answer
        .headers()
        .get(header::LOCATION)
        .map(|it| it.to_str().unwrap().to_owned());
    (answer.status(), to.unwrap_or_default())
}

/// Somebody who holds these roles in one organization is signed in; answers the secret.
async fn somebody(app: &App, name: &str, roles: &[Role]) -> String {
    let asked = AddOrganization {
        slug: format!("place-of-{name}"),
        name: name.to_owned(),
        kind: "school".to_owned(),
        time_zone: "America/Denver".to_owned(),
        ..AddOrganization::default()
    };
    let place = NewOrganization::read(&asked).unwrap();
    let (name, roles) = (name.to_owned(), roles.to_vec());
    let person = app
        .write(move |unit| {
            let organization = new_organization(unit, &place)?;
            let at = |role: &Role| Membership {
                organization,
                role: *role,
            };
            let new = NewPerson {
                name: PersonName::parse("name", &name).unwrap(),
                email: EmailAddress::parse("email", &format!("{name}@example.org")).unwrap(),
                password_hash: None,
                language: None,
                verified_at: None,
                memberships: roles.iter().map(at).collect(),
            };
            new_person(unit, &new)
        })
        .await
        .unwrap();
    sign_in_to_demo(app, person, Device::default(), None)
        .await
        .unwrap()
        .secret
}

async fn world(store: Store) -> World {
    World::in_mode(store, Mode::Demo).unwrap()
}

#[test]
fn every_public_route_is_on_the_list_and_every_line_of_the_list_is_a_public_route() {
    let table = table();
    let public: BTreeSet<String> = table
        .iter()
        .filter(|it| it.who == Who::Anyone)
        .map(name_of)
        .collect();
    let listed: BTreeSet<String> = PUBLIC.iter().map(|it| (*it).to_owned()).collect();
    let unlisted: Vec<_> = public.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(&public).collect();
    assert!(
        unlisted.is_empty(),
        "public, and not on the list: {unlisted:?}"
    );
    assert!(gone.is_empty(), "on the list, and not public: {gone:?}");
}

#[test]
fn no_two_routes_are_the_same() {
    let table = table();
    let names: BTreeSet<String> = table.iter().map(name_of).collect();
    assert_eq!(names.len(), table.len());
    assert!(table.len() > 40);
}

#[test]
fn a_door_for_roles_names_at_least_one() {
    for route in table() {
        assert_ne!(route.who, Who::Holds(&[]), "{}", name_of(&route));
    }
}

testkit::each_database! {
    async fn nobody_passes_a_door_that_is_not_public(store: Store) {
        let world = world(store).await;
        let product = product(&world.app);
        for route in table() {
            let (status, to) = call(&product, &route, None).await;
            let name = name_of(&route);
            match route.who {
                Who::Anyone => assert_ne!(status, StatusCode::UNAUTHORIZED, "{name}"),
                _ if route.method == Method::GET && !route.path.starts_with("/api/") => {
                    assert_eq!(status, StatusCode::SEE_OTHER, "{name}");
                    assert!(to.starts_with("/sign-in?to="), "{name} leads to {to}");
                }
                _ => assert_eq!(status, StatusCode::UNAUTHORIZED, "{name}"),
            }
        }
    }

    async fn somebody_without_a_role_passes_no_door_for_roles(store: Store) {
        let world = world(store).await;
        let product = product(&world.app);
        for route in table() {
            let secret = somebody_once(&world.app).await;
            let (status, _) = call(&product, &route, Some(&secret)).await;
            let name = name_of(&route);
            match route.who {
                Who::Holds(_) => assert_eq!(status, StatusCode::FORBIDDEN, "{name}"),
                _ => assert_ne!(status, StatusCode::UNAUTHORIZED, "{name}"),
            }
            assert!(!status.is_server_error(), "{name}: {status}");
        }
    }

    async fn a_role_opens_the_doors_that_name_it_and_no_other(store: Store) {
        let world = world(store).await;
        let product = product(&world.app);
        for role in Role::ALL {
            let secret = somebody(&world.app, role.as_str(), &[role]).await;
            for route in table() {
                let Who::Holds(roles) = route.who else { continue };
                let (status, _) = call(&product, &route, Some(&secret)).await;
                let name = name_of(&route);
                assert_ne!(status, StatusCode::UNAUTHORIZED, "{role:?} at {name}");
                if !roles.contains(&role) {
                    assert_eq!(status, StatusCode::FORBIDDEN, "{role:?} at {name}");
                }
            }
        }
    }
}

/// Somebody without a role, signed in anew: a route may have signed them out.
async fn somebody_once(app: &App) -> String {
    let secret = app
        .random::<8>()
        .iter()
        .map(|it| format!("{it:02x}"))
        .collect::<String>();
    somebody(app, &secret, &[]).await
}
