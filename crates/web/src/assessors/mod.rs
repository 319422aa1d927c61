//! Pages and API of the room `assessors`: who may assess what.

mod api;
mod fill;
mod page;

use axum::routing::{get, post};
use domain::people::Role;

use crate::route::{Route, Who};

pub(crate) use fill::reason;

const LEADS: Who = Who::Holds(&[Role::LeadAssessor]);

/// Its routes.
pub fn routes() -> Vec<Route> {
    let mut routes = vec![
        Route::get("/qualifications", LEADS, get(page::page)),
        Route::post("/qualifications", LEADS, post(page::grant)),
    ];
    routes.extend(api::routes());
    routes
}
