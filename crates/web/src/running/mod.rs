//! What operators and their machines ask: is it alive, is it ready, how is it doing. And the files
//! of the look.

mod metrics;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::route::{Route, Who};
use crate::site::Site;

/// Its routes.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/healthz", Who::Anyone, get(alive)),
        Route::get("/readyz", Who::Anyone, get(ready)),
        Route::get("/metrics", Who::Anyone, get(metrics::show)),
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
