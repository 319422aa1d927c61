//! Letters: their words, reading them, and choosing what comes how often.

mod api;
mod choose;
mod show;
mod stop;
mod wording;

use axum::http::Method;
use axum::routing::{get, post, put};
use domain::people::Role;

pub use wording::Words;

use crate::route::{Route, Who};

const ADMINISTRATOR: Who = Who::Holds(&[Role::Administrator]);

/// Its routes.
pub fn routes() -> Vec<Route> {
    use Who::{Anyone, SignedIn};
    vec![
        Route::get("/letters", SignedIn, get(show::list_own)),
        Route::get("/letters/{letter}", SignedIn, get(show::own)),
        Route::get("/letters/{letter}/html", SignedIn, get(show::own_html)),
        Route::get("/outbox", ADMINISTRATOR, get(show::list_all)),
        Route::get("/outbox/{letter}", ADMINISTRATOR, get(show::any)),
        Route::get("/outbox/{letter}/html", ADMINISTRATOR, get(show::any_html)),
        Route::get("/account/letters", SignedIn, get(choose::show)),
        Route::post("/account/letters", SignedIn, post(choose::keep)),
        Route::get("/unsubscribe/{token}", Anyone, get(stop::ask)),
        Route::post("/unsubscribe/{token}", Anyone, post(stop::stop)),
        Route::get("/api/v1/letters", SignedIn, get(api::own)),
        Route::get("/api/v1/outbox", ADMINISTRATOR, get(api::outbox)),
        Route::get("/api/v1/me/letter-choices", SignedIn, get(api::choices)),
        Route::of(
            Method::PUT,
            "/api/v1/me/letter-choices",
            SignedIn,
            put(api::choose),
        ),
    ]
}
