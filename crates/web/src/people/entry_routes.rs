//! Routes of links that count once, addresses, invitations, and helping somebody in.

use axum::http::Method;
use axum::routing::{delete, get, post, put};

use super::api::entry as api;
use super::{ADMINISTRATOR, accept, addresses, invitations, links, person};
use crate::route::{Route, Who};

pub(super) fn pages() -> Vec<Route> {
    use Who::{Anyone, SignedIn};
    vec![
        Route::get("/sign-in/link", Anyone, get(links::form)),
        Route::post("/sign-in/link", Anyone, post(links::ask)),
        Route::get("/links/{token}", Anyone, get(links::show)),
        Route::post("/links/{token}", Anyone, post(links::follow)),
        Route::get("/join/{token}", Anyone, get(accept::show)),
        Route::post("/join/{token}", Anyone, post(accept::accept)),
        Route::get("/account/addresses", SignedIn, get(addresses::show)),
        Route::post("/account/addresses", SignedIn, post(addresses::add)),
        Route::post(
            "/account/addresses/first",
            SignedIn,
            post(addresses::choose),
        ),
        Route::post(
            "/account/addresses/removal",
            SignedIn,
            post(addresses::remove),
        ),
        Route::get("/people/{person}", ADMINISTRATOR, get(person::show)),
        Route::post(
            "/people/{person}/password-link",
            ADMINISTRATOR,
            post(person::help_in),
        ),
        Route::post(
            "/people/{person}/addresses",
            ADMINISTRATOR,
            post(person::give),
        ),
        Route::post(
            "/people/{person}/sessions/end",
            ADMINISTRATOR,
            post(person::end_sessions),
        ),
        Route::post(
            "/people/{person}/merges",
            ADMINISTRATOR,
            post(person::merge),
        ),
        Route::post(
            "/people/{person}/merges/{merge}/undoing",
            ADMINISTRATOR,
            post(person::unmerge),
        ),
        Route::get("/invitations", ADMINISTRATOR, get(invitations::list)),
        Route::post("/invitations", ADMINISTRATOR, post(invitations::send)),
        Route::get("/invitations/new", ADMINISTRATOR, get(invitations::form)),
        Route::get("/invitations/table", ADMINISTRATOR, get(invitations::table)),
        Route::post(
            "/invitations/table",
            ADMINISTRATOR,
            post(invitations::send_table),
        ),
        Route::post(
            "/invitations/{invitation}/sending",
            ADMINISTRATOR,
            post(invitations::resend),
        ),
        Route::post(
            "/invitations/{invitation}/withdrawal",
            ADMINISTRATOR,
            post(invitations::withdraw),
        ),
    ]
}

pub(super) fn programs() -> Vec<Route> {
    use Who::{Anyone, SignedIn};
    vec![
        Route::post("/api/v1/session/link", Anyone, post(api::ask_link)),
        Route::post("/api/v1/links/{token}", Anyone, post(api::follow)),
        Route::get("/api/v1/me/addresses", SignedIn, get(api::addresses)),
        Route::post("/api/v1/me/addresses", SignedIn, post(api::add)),
        Route::of(
            Method::PUT,
            "/api/v1/me/addresses/first",
            SignedIn,
            put(api::choose),
        ),
        Route::of(
            Method::DELETE,
            "/api/v1/me/addresses/{email}",
            SignedIn,
            delete(api::remove),
        ),
        Route::get("/api/v1/people/{person}", ADMINISTRATOR, get(api::person)),
        Route::post(
            "/api/v1/people/{person}/password-link",
            ADMINISTRATOR,
            post(api::help_in),
        ),
        Route::post(
            "/api/v1/people/{person}/addresses",
            ADMINISTRATOR,
            post(api::give),
        ),
        Route::of(
            Method::DELETE,
            "/api/v1/people/{person}/sessions",
            ADMINISTRATOR,
            delete(api::end_sessions),
        ),
        Route::post("/api/v1/merges", ADMINISTRATOR, post(api::merge)),
        Route::of(
            Method::DELETE,
            "/api/v1/merges/{merge}",
            ADMINISTRATOR,
            delete(api::unmerge),
        ),
        Route::get("/api/v1/invitations", ADMINISTRATOR, get(api::invitations)),
        Route::post("/api/v1/invitations", ADMINISTRATOR, post(api::invite)),
        Route::post(
            "/api/v1/invitations/table",
            ADMINISTRATOR,
            post(api::invite_many),
        ),
        Route::post(
            "/api/v1/invitations/{invitation}/sending",
            ADMINISTRATOR,
            post(api::resend),
        ),
        Route::of(
            Method::DELETE,
            "/api/v1/invitations/{invitation}",
            ADMINISTRATOR,
            delete(api::withdraw),
        ),
    ]
}
