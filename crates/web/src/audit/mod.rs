//! Pages and API of the room `audit`: what happened, for those who run the installation.

mod api;
mod asked;
mod page;

use axum::routing::get;
use domain::people::Role;

use crate::route::{Route, Who};

const ADMINISTRATOR: Who = Who::Holds(&[Role::Administrator]);

/// Its routes.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/audit", ADMINISTRATOR, get(page::show)),
        Route::get("/api/v1/events", ADMINISTRATOR, get(api::events)),
        Route::get("/api/v1/audit-head", ADMINISTRATOR, get(api::head)),
    ]
}
