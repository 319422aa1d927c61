//! Pages and API of the room `review`: the desk, one review, decisions that wait to be released.

mod api;
mod api_discussion;
mod api_manage;
mod board;
mod desk;
mod discussion;
mod fill;
mod holidays;
mod inline;
mod manage;
mod marks;
mod mended;
mod page;
pub(crate) mod pins;
mod relations;
mod releases;
mod reviewing;

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
        Route::post(
            "/reviews/{review}/acceptance",
            ASSESSORS,
            post(reviewing::accept),
        ),
        Route::post(
            "/reviews/{review}/declining",
            ASSESSORS,
            post(reviewing::decline),
        ),
        Route::post("/reviews/{review}/pins", ASSESSORS, post(pins::add)),
        Route::post(
            "/reviews/{review}/pins/removal",
            ASSESSORS,
            post(pins::remove),
        ),
        Route::get(
            "/reviews/{review}/discussion",
            ASSESSORS,
            get(discussion::page),
        ),
        Route::post(
            "/reviews/{review}/discussion/messages",
            ASSESSORS,
            post(discussion::say),
        ),
        Route::post(
            "/reviews/{review}/discussion/proposals/{criterion}",
            ASSESSORS,
            post(discussion::propose),
        ),
        Route::post(
            "/reviews/{review}/discussion/agreements/{criterion}",
            ASSESSORS,
            post(discussion::agree),
        ),
        Route::post(
            "/reviews/{review}/discussion/lead",
            ASSESSORS,
            post(discussion::lead),
        ),
        Route::get("/desk/reviewing", ASSESSORS, get(reviewing::page)),
        Route::post("/desk/load-limit", ASSESSORS, post(reviewing::set_limit)),
        Route::post("/desk/absences", ASSESSORS, post(reviewing::declare)),
        Route::post(
            "/desk/absences/{absence}/end",
            ASSESSORS,
            post(reviewing::end),
        ),
        Route::get("/account/relations", Who::SignedIn, get(relations::page)),
        Route::post(
            "/account/relations",
            Who::SignedIn,
            post(relations::declare),
        ),
        Route::post(
            "/account/relations/{relation}/end",
            Who::SignedIn,
            post(relations::end),
        ),
        Route::get("/board", RELEASERS, get(board::page)),
        Route::get(
            "/board/submissions/{submission}",
            RELEASERS,
            get(manage::page),
        ),
        Route::post(
            "/board/reviews/{review}/release",
            RELEASERS,
            post(manage::release),
        ),
        Route::post(
            "/board/reviews/{review}/reassignment",
            RELEASERS,
            post(manage::reassign),
        ),
        Route::get("/board/holidays", RELEASERS, get(holidays::page)),
        Route::post("/board/holidays", RELEASERS, post(holidays::add)),
        Route::post("/board/holidays/removal", RELEASERS, post(holidays::remove)),
        Route::get("/releases", RELEASERS, get(releases::page)),
        Route::post("/releases", RELEASERS, post(releases::release)),
    ];
    routes.extend(api::routes());
    routes.extend(api_manage::routes());
    routes.extend(api_discussion::routes());
    routes.extend(pins::programs());
    routes
}

/// Dates in the zone of an issuer.
pub(crate) fn dates(language: Language, zone: &str) -> Dates {
    Dates::new(language, TimeZone::get(zone).unwrap_or(TimeZone::UTC))
}
