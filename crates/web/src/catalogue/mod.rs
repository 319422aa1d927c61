//! Pages and API of the room `catalogue`: the front page, the list, one micro-credential.

mod api;
mod changed;
mod designs;
mod hand_ins;
mod list;
mod pages;
mod show;
mod stacks;

pub use hand_ins::limits;
pub use show::{blocks, rubric, seal};

use axum::routing::get;
use domain::people::Role;

use crate::route::{Route, Who};

/// The page of a micro-credential.
pub fn address(slug: &str) -> String {
    format!("/micro-credentials/{slug}")
}

/// Its routes.
pub fn routes() -> Vec<Route> {
    let publishers = Who::Holds(&[Role::Designer, Role::Administrator]);
    vec![
        Route::get("/", Who::Anyone, get(pages::front)),
        Route::get("/catalogue", Who::Anyone, get(list::show)),
        Route::get("/micro-credentials/{slug}", Who::Anyone, get(pages::one)),
        Route::get(
            "/micro-credentials/{slug}/templates/{requirement}",
            Who::Anyone,
            get(pages::template),
        ),
        Route::get("/stacks", Who::Anyone, get(stacks::list)),
        Route::get("/stacks/{slug}", Who::Anyone, get(stacks::one)),
        Route::get("/api/v1/stacks", Who::Anyone, get(stacks::api_list)),
        Route::get("/api/v1/stacks/{slug}", Who::Anyone, get(stacks::api_one)),
        Route::post(
            "/api/v1/micro-credentials/{slug}/retirement",
            publishers,
            axum::routing::post(api::retire),
        ),
        Route::get("/api/v1/designs", publishers, get(designs::list)),
        Route::post(
            "/api/v1/designs",
            publishers,
            axum::routing::post(designs::begin),
        ),
        Route::get("/api/v1/designs/{id}", publishers, get(designs::one)),
        Route::post(
            "/api/v1/designs/{id}/edits",
            publishers,
            axum::routing::post(designs::write),
        ),
        Route::of(
            axum::http::Method::PUT,
            "/api/v1/designs/{id}/package",
            publishers,
            axum::routing::put(designs::import),
        ),
        Route::post(
            "/api/v1/designs/{id}/steps",
            publishers,
            axum::routing::post(designs::step),
        ),
        Route::of(
            axum::http::Method::PUT,
            "/api/v1/organizations/{id}/publishing-rule",
            Who::Holds(&[Role::Administrator]),
            axum::routing::put(designs::rule),
        ),
        Route::post(
            "/api/v1/stacks",
            publishers,
            axum::routing::post(stacks::api_publish),
        ),
        Route::get("/api/v1/micro-credentials", Who::Anyone, get(list::api)),
        Route::get(
            "/api/v1/micro-credentials/{slug}",
            Who::Anyone,
            get(api::one),
        ),
        Route::post(
            "/api/v1/micro-credentials",
            publishers,
            axum::routing::post(api::publish),
        ),
    ]
}
