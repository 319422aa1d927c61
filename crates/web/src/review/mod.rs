//! Pages and API of the room `review`: the desk, one review, decisions that wait to be released.

mod api;
mod desk;
mod fill;
mod inline;
mod marks;
mod page;
mod releases;

use axum::routing::{get, post};
use domain::people::Role;
use jiff::tz::TimeZone;

use crate::dates::Dates;
use crate::route::{Route, Who};
use crate::words::Language;

const ASSESSORS: Who = Who::Holds(&[Role::Assessor, Role::LeadAssessor]);
const RELEASERS: Who = Who::Holds(&[Role::LeadAssessor, Role::ProgrammeManager]);

/// Its routes.
pub fn routes() -> Vec<Route> {
    let mut routes = vec![
        Route::get("/desk", ASSESSORS, get(desk::page)),
        Route::get("/reviews/{review}", ASSESSORS, get(page::page)),
        Route::post("/reviews/{review}/opening", ASSESSORS, post(page::open)),
        Route::post("/reviews/{review}/draft", ASSESSORS, post(marks::save)),
        Route::post(
            "/reviews/{review}/scorecard",
            ASSESSORS,
            post(marks::submit),
        ),
        Route::post(
            "/reviews/{review}/recusal",
            ASSESSORS,
            post(page::recuse_from),
        ),
        Route::get("/releases", RELEASERS, get(releases::page)),
        Route::post("/releases", RELEASERS, post(releases::release)),
    ];
    routes.extend(api::routes());
    routes
}

/// Dates in the zone of an issuer.
pub(crate) fn dates(language: Language, zone: &str) -> Dates {
    Dates::new(language, TimeZone::get(zone).unwrap_or(TimeZone::UTC))
}
