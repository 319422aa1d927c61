//! Pages and API of the room `award`: awards, issuers, status lists.

mod answer;
mod api;
mod held;
mod issuer;
mod page;
mod revocations;
mod seal;
mod show;
mod stack;
mod status_list;

use axum::http::Method;
use axum::routing::{get, post, put};
use domain::award::Refusal;
use domain::ids::AwardId;
use domain::people::Role;

use crate::route::{Route, Who};
use crate::trouble::Trouble;

const REVOKERS: Who = Who::Holds(&[
    Role::LeadAssessor,
    Role::ProgrammeManager,
    Role::Administrator,
]);

/// Its routes.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/awards/{id}", Who::Anyone, get(page::one)),
        Route::get("/awards/{id}/seal.svg", Who::Anyone, get(seal::one)),
        Route::post(
            "/awards/{id}/visibility",
            Who::SignedIn,
            post(page::set_visibility),
        ),
        Route::get("/revocations", REVOKERS, get(revocations::page)),
        Route::post("/revocations", REVOKERS, post(revocations::propose)),
        Route::post(
            "/revocations/{id}/confirmation",
            REVOKERS,
            post(revocations::confirm),
        ),
        Route::post("/revocations/{id}/end", REVOKERS, post(revocations::end)),
        Route::get("/api/v1/revocations", REVOKERS, get(revocations::list)),
        Route::post(
            "/api/v1/revocations",
            REVOKERS,
            post(revocations::propose_by_program),
        ),
        Route::post(
            "/api/v1/revocations/{id}/confirmation",
            REVOKERS,
            post(revocations::confirm_by_program),
        ),
        Route::post(
            "/api/v1/revocations/{id}/end",
            REVOKERS,
            post(revocations::end_by_program),
        ),
        Route::get("/stack-awards/{id}", Who::Anyone, get(stack::one)),
        Route::post(
            "/stack-awards/{id}/visibility",
            Who::SignedIn,
            post(stack::set_visibility),
        ),
        Route::get(
            "/api/v1/stack-awards/{id}",
            Who::Anyone,
            get(stack::api_one),
        ),
        Route::of(
            Method::PUT,
            "/api/v1/stack-awards/{id}/visibility",
            Who::SignedIn,
            put(stack::api_visibility),
        ),
        Route::get("/my-awards", Who::SignedIn, get(held::list)),
        Route::get("/issuers/{id}", Who::Anyone, get(issuer::one)),
        Route::get("/issuers/{id}/did.json", Who::Anyone, get(issuer::document)),
        Route::get("/status-lists/{id}", Who::Anyone, get(status_list::one)),
        Route::get("/api/v1/awards", Who::SignedIn, get(api::list)),
        Route::get("/api/v1/awards/{id}", Who::Anyone, get(api::one)),
        Route::get(
            "/api/v1/awards/{id}/verification",
            Who::Anyone,
            get(api::verification),
        ),
        Route::of(
            Method::PUT,
            "/api/v1/awards/{id}/visibility",
            Who::SignedIn,
            put(api::set_visibility),
        ),
    ]
}

/// The id in an address; what is no id names no award.
fn award_id(text: &str) -> Result<AwardId, Trouble> {
    text.parse().map_err(|_| refused(Refusal::NoSuchAward))
}

fn refused(refusal: Refusal) -> Trouble {
    domain::refusal::Refusal::from(refusal).into()
}
