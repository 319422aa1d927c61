//! Pages and API of the room `people`.

mod accept;
mod account;
mod addresses;
mod api;
pub(crate) mod choices;
mod demo;
mod device;
mod entry;
mod entry_routes;
pub(crate) mod forms;
mod grant;
mod invitations;
mod links;
mod list;
mod memberships;
mod organizations;
mod person;
mod preferences;
pub(crate) mod refusal;
mod setup;
mod tending;

use axum::http::Method;
use axum::routing::{delete, get, post, put};
use domain::people::Role;

use crate::route::{Route, Who};

const ADMINISTRATOR: Who = Who::Holds(&[Role::Administrator]);

/// Its routes.
pub fn routes() -> Vec<Route> {
    let mut routes = pages();
    routes.extend(entry_routes::pages());
    routes.extend(entry_routes::programs());
    routes.extend(programs());
    routes
}

fn pages() -> Vec<Route> {
    use Who::{Anyone, SignedIn};
    vec![
        Route::get("/sign-in", Anyone, get(entry::show)),
        Route::post("/sign-in", Anyone, post(entry::sign_in)),
        Route::post("/sign-out", Anyone, post(entry::sign_out)),
        Route::get("/setup", Anyone, get(setup::show)),
        Route::post("/setup", Anyone, post(setup::begin)),
        Route::post("/preferences", Anyone, post(preferences::choose)),
        Route::get("/demo", Anyone, get(demo::show)),
        Route::get("/demo/people.json", Anyone, get(demo::list)),
        Route::post("/demo/people/{person}/session", Anyone, post(demo::sign_in)),
        Route::get("/account", SignedIn, get(account::show)),
        Route::post(
            "/account/password",
            SignedIn,
            post(account::change_password),
        ),
        Route::post(
            "/account/sessions/others/end",
            SignedIn,
            post(account::end_others),
        ),
        Route::post(
            "/account/sessions/{session}/end",
            SignedIn,
            post(account::end_session),
        ),
        Route::get("/people", ADMINISTRATOR, get(list::show)),
        Route::get("/people/new", ADMINISTRATOR, get(list::form)),
        Route::post("/people", ADMINISTRATOR, post(list::add)),
        Route::get("/memberships/new", ADMINISTRATOR, get(memberships::form)),
        Route::post("/memberships", ADMINISTRATOR, post(memberships::grant)),
        Route::post(
            "/memberships/{membership}/end",
            ADMINISTRATOR,
            post(memberships::end),
        ),
        Route::get(
            "/organizations",
            ADMINISTRATOR,
            get(organizations::show_all),
        ),
        Route::get(
            "/organizations/new",
            ADMINISTRATOR,
            get(organizations::form),
        ),
        Route::get(
            "/organizations/{organization}",
            ADMINISTRATOR,
            get(organizations::show),
        ),
        Route::post("/organizations", ADMINISTRATOR, post(organizations::add)),
        Route::get(
            "/organizations/{organization}/edit",
            ADMINISTRATOR,
            get(tending::form),
        ),
        Route::post(
            "/organizations/{organization}",
            ADMINISTRATOR,
            post(tending::edit),
        ),
        Route::get(
            "/organizations/{organization}/closing",
            ADMINISTRATOR,
            get(tending::closing),
        ),
        Route::post(
            "/organizations/{organization}/closing",
            ADMINISTRATOR,
            post(tending::close),
        ),
    ]
}

fn programs() -> Vec<Route> {
    use Who::{Anyone, SignedIn};
    vec![
        Route::post("/api/v1/session", Anyone, post(api::sign_in)),
        Route::of(
            Method::DELETE,
            "/api/v1/session",
            SignedIn,
            delete(api::sign_out),
        ),
        Route::get("/api/v1/me", SignedIn, get(api::me)),
        Route::get("/api/v1/people", ADMINISTRATOR, get(api::people)),
        Route::post("/api/v1/people", ADMINISTRATOR, post(api::add_person)),
        Route::get(
            "/api/v1/organizations",
            ADMINISTRATOR,
            get(api::organizations),
        ),
        Route::post(
            "/api/v1/organizations",
            ADMINISTRATOR,
            post(api::add_organization),
        ),
        Route::of(
            Method::PUT,
            "/api/v1/organizations/{organization}",
            ADMINISTRATOR,
            put(api::entry::edit_organization),
        ),
        Route::post(
            "/api/v1/organizations/{organization}/closing",
            ADMINISTRATOR,
            post(api::entry::close_organization),
        ),
        Route::post(
            "/api/v1/memberships",
            ADMINISTRATOR,
            post(api::grant_membership),
        ),
        Route::of(
            Method::DELETE,
            "/api/v1/memberships/{membership}",
            ADMINISTRATOR,
            delete(api::end_membership),
        ),
    ]
}
