//! What operators and their machines ask: is it alive, is it ready, how is it doing. And the files
//! of the look.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::route::{Route, Who};
use crate::site::Site;

/// Its routes.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/healthz", Who::Anyone, get(alive)),
        Route::get("/readyz", Who::Anyone, get(ready)),
        Route::get("/metrics", Who::Anyone, get(measured)),
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

/// `GET /metrics`: for Prometheus.
async fn measured(State(site): State<Site>) -> Response {
    metrics::counter!("testamur_store_statements_total").absolute(site.app.store.statements_run());
    match &site.metrics {
        Some(render) => (
            [(
                header::CONTENT_TYPE,
                "text/plain; version=0.0.4; charset=utf-8",
            )],
            render(),
        )
            .into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
