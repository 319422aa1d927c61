//! Pages and API of the room `pursuit`: home, workspace, sending, what was sent, feedback.

pub mod api;
mod feedback;
mod fill;
mod frame;
mod history;
mod home;
mod receipt;
mod start;
mod submission;
mod texts;
mod workspace;

use axum::http::Method;
use axum::routing::{get, post, put};

use crate::route::{Route, Who::SignedIn};

pub(crate) use fill::words_of;
pub(crate) use workspace::{Retry, id as pursuit_id, show};

/// Its routes.
pub fn routes() -> Vec<Route> {
    let texts = "/pursuits/{pursuit}/texts/{*field}";
    let mut routes = vec![
        Route::get("/home", SignedIn, get(home::page)),
        Route::post(
            "/micro-credentials/{slug}/pursuits",
            SignedIn,
            post(start::begin),
        ),
        Route::get("/pursuits/{pursuit}", SignedIn, get(workspace::page)),
        Route::get(
            "/pursuits/{pursuit}/templates/{requirement}",
            SignedIn,
            get(workspace::template),
        ),
        Route::post("/pursuits/{pursuit}/texts", SignedIn, post(texts::save_all)),
        Route::of(Method::PUT, texts, SignedIn, put(texts::save_one)),
        Route::get(
            "/pursuits/{pursuit}/history/{*field}",
            SignedIn,
            get(history::page),
        ),
        Route::post(
            "/pursuits/{pursuit}/restorations",
            SignedIn,
            post(history::restore),
        ),
        Route::get(
            "/pursuits/{pursuit}/submission",
            SignedIn,
            get(submission::checklist),
        ),
        Route::post(
            "/pursuits/{pursuit}/submission",
            SignedIn,
            post(submission::send),
        ),
        Route::get("/submissions/{code}", SignedIn, get(receipt::page)),
        Route::get(
            "/submissions/{code}/feedback",
            SignedIn,
            get(feedback::page),
        ),
    ];
    routes.extend(api::routes());
    routes
}
