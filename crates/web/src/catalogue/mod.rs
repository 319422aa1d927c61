//! Pages and API of the room `catalogue`: the front page, the list, one micro-credential.

mod api;
mod hand_ins;
mod pages;
mod show;

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
        Route::get("/catalogue", Who::Anyone, get(pages::list)),
        Route::get("/micro-credentials/{slug}", Who::Anyone, get(pages::one)),
        Route::get(
            "/micro-credentials/{slug}/templates/{requirement}",
            Who::Anyone,
            get(pages::template),
        ),
        Route::get("/api/v1/micro-credentials", Who::Anyone, get(api::list)),
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
