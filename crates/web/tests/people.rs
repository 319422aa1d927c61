//! Signing in, the set-up, the demo and the pages of administrators, by HTTP.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use std::sync::Arc;

use app::{App, Mode};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use serde_json::{Value, json};
use store::Store;
use testkit::World;
use tower::ServiceExt;
use web::cookies::Scheme;
use web::guard::{Guard, IdSource};
use web::site::Site;

const PASSWORD: &str = "a+long+winter+walk";
const ADDRESS: &str = "ada@district.example.org";

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map_or("", |it| it.to_str().unwrap())
    }

    /// `name=value` of the cookie that was set.
    fn cookie(&self) -> String {
        self.header(header::SET_COOKIE)
            .split(';')
            .next()
            .unwrap_or_default()
            .to_owned()
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

fn product(app: &App, scheme: Scheme) -> Router {
    let origin = match scheme {
        Scheme::Https => "https://credentials.example",
        Scheme::Http => "http://localhost:8080",
    };
    web::product(Site {
        app: app.clone(),
        guard: Guard {
            scheme,
            origin: Arc::from(origin),
            ids: IdSource::new(|| uuid::Uuid::from_u128(1)),
            is_demo: app.settings.mode == Mode::Demo,
        },
        metrics: None,
        nudge: app::jobs::Nudge::default(),
    })
}

async fn send(product: &Router, request: axum::http::request::Builder, body: String) -> Answer {
    let answer = product
        .clone()
        .oneshot(request.body(Body::from(body)).unwrap())
        .await
        .unwrap();
    let (parts, body) = answer.into_parts();
    let body = to_bytes(body, 4_000_000).await.unwrap();
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: String::from_utf8(body.to_vec()).unwrap(),
    }
}

async fn get(product: &Router, path: &str, cookie: &str) -> Answer {
    let request = Request::get(path)
        .header(header::ACCEPT, "text/html")
        .header(header::COOKIE, cookie);
    send(product, request, String::new()).await
}

fn form(path: &str, cookie: &str) -> axum::http::request::Builder {
    Request::post(path)
        .header(header::ACCEPT, "text/html")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::COOKIE, cookie)
}

async fn post(product: &Router, path: &str, fields: &str, cookie: &str) -> Answer {
    let request = form(path, cookie).header("sec-fetch-site", "same-origin");
    send(product, request, fields.to_owned()).await
}

/// The first administrator by the form; answers the cookie.
async fn begun(app: &App, product: &Router) -> String {
    let token = app::people::setup_token(app).await.unwrap().unwrap();
    let fields = format!(
        "token={token}&name=Ada+Orne&email={ADDRESS}&password={PASSWORD}&organization=Tamarack&kind=district&time_zone=America%2FDenver"
    );
    let answer = post(product, "/setup", &fields, "").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert_eq!(answer.header(header::LOCATION), "/people");
    answer.cookie()
}

fn sign_in(to: &str) -> String {
    format!("email={ADDRESS}&password={PASSWORD}&to={to}")
}

testkit::each_database! {
    async fn the_set_up_page_is_there_once(store: Store) {
        let world = World::over(store).unwrap();
        let product = product(&world.app, Scheme::Http);
        assert_eq!(get(&product, "/setup", "").await.status, StatusCode::NOT_FOUND);
        let cookie = begun(&world.app, &product).await;
        assert_eq!(get(&product, "/setup", "").await.status, StatusCode::NOT_FOUND);
        assert_eq!(get(&product, "/people", &cookie).await.status, StatusCode::OK);
        let again = post(&product, "/setup", "token=x", "").await;
        assert_eq!(again.status, StatusCode::FORBIDDEN);
    }

    async fn the_cookie_is_for_this_host_and_no_script(store: Store) {
        let world = World::over(store).unwrap();
        let product = product(&world.app, Scheme::Https);
        let cookie = begun(&world.app, &product).await;
        assert!(cookie.starts_with("__Host-session="));
        let answer = post(&product, "/sign-in", &sign_in(""), "").await;
        let set = answer.header(header::SET_COOKIE);
        for flag in ["Path=/", "HttpOnly", "SameSite=Lax", "Secure"] {
            assert!(set.split("; ").any(|it| it == flag), "{flag} in {set}");
        }
    }

    async fn signing_in_leads_to_a_page_of_this_site_only(store: Store) {
        let world = World::over(store).unwrap();
        let product = product(&world.app, Scheme::Http);
        begun(&world.app, &product).await;
        for (to, goal) in [("", "/people"), ("%2Faccount", "/account"), ("%2F%2Fevil.example", "/people"), ("https%3A%2F%2Fevil.example", "/people")] {
            let answer = post(&product, "/sign-in", &sign_in(to), "").await;
            assert_eq!((answer.status, answer.header(header::LOCATION)), (StatusCode::SEE_OTHER, goal), "{to}");
        }
    }

    async fn a_wrong_password_brings_the_form_back_with_what_was_typed(store: Store) {
        let world = World::over(store).unwrap();
        let product = product(&world.app, Scheme::Http);
        begun(&world.app, &product).await;
        let wrong = post(&product, "/sign-in", &format!("email={ADDRESS}&password=wrong&to=%2Faccount"), "").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains(ADDRESS) && wrong.body.contains("value=\"/account\""));
        assert!(!wrong.body.contains("wrong\""), "the password is not sent back");
        for _ in 0..7 {
            post(&product, "/sign-in", &format!("email={ADDRESS}&password=wrong"), "").await;
        }
        let late = post(&product, "/sign-in", &sign_in(""), "").await;
        assert_eq!(late.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(!late.header(header::RETRY_AFTER).is_empty());
    }

    async fn a_session_that_has_ended_is_taken_from_the_browser(store: Store) {
        let world = World::over(store).unwrap();
        let product = product(&world.app, Scheme::Http);
        let cookie = begun(&world.app, &product).await;
        let out = post(&product, "/sign-out", "", &cookie).await;
        assert_eq!(out.status, StatusCode::SEE_OTHER);
        assert!(out.header(header::SET_COOKIE).contains("Max-Age=0"));
        let refused = get(&product, "/account", &cookie).await;
        assert_eq!(refused.status, StatusCode::SEE_OTHER);
        assert!(refused.header(header::LOCATION).starts_with("/sign-in?to="));
        assert!(refused.header(header::SET_COOKIE).contains("Max-Age=0"));
    }

    async fn a_form_without_any_sign_of_where_it_comes_from_needs_the_token(store: Store) {
        let world = World::over(store).unwrap();
        let product = product(&world.app, Scheme::Http);
        let cookie = begun(&world.app, &product).await;
        let bare = send(&product, form("/preferences", &cookie), "language=es".to_owned()).await;
        assert_eq!(bare.status, StatusCode::FORBIDDEN);
        let page = get(&product, "/account", &cookie).await.body;
        let token = page.split("name=\"csrf\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let with_token = send(&product, form("/preferences", &cookie), format!("language=es&csrf={token}")).await;
        assert_eq!(with_token.status, StatusCode::SEE_OTHER);
        let spanish = get(&product, "/account", &cookie).await;
        assert!(spanish.body.contains("lang=\"es\""), "the language is kept with the person");
        let foreign = send(&product, form("/preferences", &cookie).header("sec-fetch-site", "cross-site"), format!("csrf={token}")).await;
        assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    }

    async fn an_administrator_adds_an_organization_a_person_and_a_role_by_page(store: Store) {
        let world = World::over(store).unwrap();
        let product = product(&world.app, Scheme::Http);
        let cookie = begun(&world.app, &product).await;
        for path in ["/people/new", "/memberships/new", "/organizations", "/organizations/new", "/account"] {
            assert_eq!(get(&product, path, &cookie).await.status, StatusCode::OK, "{path}");
        }
        let fields = "name=Alder+Creek&slug=alder-creek&organization=&kind=school&time_zone=America%2FDenver&key=key-00001";
        let added = post(&product, "/organizations", fields, &cookie).await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
        let place = added.header(header::LOCATION).to_owned();
        assert_eq!(get(&product, &place, &cookie).await.status, StatusCode::OK);
        let again = post(&product, "/organizations", &fields.replace("00001", "00002"), &cookie).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
        assert!(again.body.contains("alder-creek"));
        let id = place.rsplit('/').next().unwrap();
        let fields = format!("name=Mara+Quinn&email=mara%40example.org&organization={id}&role=educator");
        assert_eq!(post(&product, "/people", &fields, &cookie).await.status, StatusCode::SEE_OTHER);
        let empty = post(&product, "/people", &format!("organization={id}"), &cookie).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        let fields = format!("email=mara%40example.org&organization={id}&role=mentor");
        assert_eq!(post(&product, "/memberships", &fields, &cookie).await.status, StatusCode::SEE_OTHER);
        assert!(get(&product, "/people", &cookie).await.body.contains("Mara Quinn"));
    }

    async fn a_program_signs_in_and_out_with_a_token(store: Store) {
        let world = World::over(store).unwrap();
        let product = product(&world.app, Scheme::Http);
        begun(&world.app, &product).await;
        let body = json!({ "email": ADDRESS, "password": PASSWORD.replace('+', " ") }).to_string();
        let opened = send(&product, Request::post("/api/v1/session"), body).await;
        assert_eq!(opened.status, StatusCode::CREATED, "{}", opened.body);
        assert_eq!(opened.header(header::SET_COOKIE), "");
        let token = format!("Bearer {}", opened.json()["token"].as_str().unwrap());
        let asked = |method: &str, path: &str| {
            Request::builder().method(method).uri(path).header(header::AUTHORIZATION, &token)
        };
        let me = send(&product, asked("GET", "/api/v1/me"), String::new()).await;
        assert_eq!(me.json()["name"], "Ada Orne");
        let organization = me.json()["memberships"][0]["organization"].clone();
        let person = json!({
            "name": "Mara Quinn", "email": "mara@example.org",
            "memberships": [{ "organization": organization, "role": "educator" }],
        });
        let added = send(&product, asked("POST", "/api/v1/people"), person.to_string()).await;
        assert_eq!(added.status, StatusCode::CREATED, "{}", added.body);
        let listed = send(&product, asked("GET", "/api/v1/people"), String::new()).await;
        assert_eq!(listed.json()["people"].as_array().unwrap().len(), 2);
        let page = send(&product, asked("GET", "/account"), String::new()).await;
        assert_ne!(page.status, StatusCode::OK, "a token opens the API and no page");
        let out = send(&product, asked("DELETE", "/api/v1/session"), String::new()).await;
        assert_eq!(out.status, StatusCode::NO_CONTENT);
        let after = send(&product, asked("GET", "/api/v1/me"), String::new()).await;
        assert_eq!(after.status, StatusCode::UNAUTHORIZED);
    }

    async fn the_demo_lets_everybody_be_anybody_with_one_click(store: Store) {
        let world = World::in_mode(store, Mode::Demo).unwrap();
        let product = product(&world.app, Scheme::Http);
        begun(&world.app, &product).await;
        assert_eq!(get(&product, "/demo", "").await.status, StatusCode::OK);
        let list = get(&product, "/demo/people.json", "").await.json();
        assert_eq!(list[0]["name"], "Ada Orne");
        assert_eq!(list[0]["roles"], json!(["administrator"]));
        let way = list[0]["signin"].as_str().unwrap().to_owned();
        let request = Request::post(way).header("sec-fetch-site", "same-origin");
        let entered = send(&product, request, String::new()).await;
        assert_eq!((entered.status, entered.header(header::LOCATION)), (StatusCode::SEE_OTHER, "/people"));
        assert_eq!(get(&product, "/people", &entered.cookie()).await.status, StatusCode::OK);
    }

    async fn when_serving_there_is_no_demo(store: Store) {
        let world = World::over(store).unwrap();
        let product = product(&world.app, Scheme::Http);
        let cookie = begun(&world.app, &product).await;
        for path in ["/demo", "/demo/people.json"] {
            assert_eq!(get(&product, path, &cookie).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let found = app::people::visitor(&world.app, cookie.trim_start_matches("session=")).await.unwrap().unwrap();
        let way = format!("/demo/people/{}/session", found.actor.person);
        assert_eq!(post(&product, &way, "", "").await.status, StatusCode::NOT_FOUND);
    }
}
