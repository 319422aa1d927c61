//! What operators and their machines ask: is it alive, is it ready, how is it doing. And the files
//! of the look.

mod jobs;
mod metrics;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use domain::people::Role;

use crate::route::{Route, Who};
use crate::site::Site;

const ADMINISTRATOR: Who = Who::Holds(&[Role::Administrator]);

/// Its routes.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/healthz", Who::Anyone, get(alive)),
        Route::get("/readyz", Who::Anyone, get(ready)),
        Route::get("/metrics", Who::Anyone, get(metrics::show)),
        Route::get("/jobs", ADMINISTRATOR, get(jobs::show)),
        Route::post("/jobs/{job}/retry", ADMINISTRATOR, post(jobs::retry)),
        Route::get("/api/v1/jobs", ADMINISTRATOR, get(jobs::list_for_programs)),
        Route::post(
            "/api/v1/jobs/{job}/retry",
            ADMINISTRATOR,
            post(jobs::retry_for_programs),
        ),
        Route::get("/static/{name}", Who::Anyone, get(crate::assets::serve)),
    ]
}

/// `GET /healthz`: the process answers.
async fn alive() -> &'static str {
    "alive\n"
}

/// `GET /readyz`: the database answers, so that requests can be sent here.
async fn ready(State(site): State<Site>) -> Response {
    if site.app.database_answers().await {
        return "ready\n".into_response();
    }
    (
        StatusCode::SERVICE_UNAVAILABLE,
        "the database does not answer\n",
    )
        .into_response()
}
