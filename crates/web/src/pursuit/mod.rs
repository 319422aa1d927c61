//! Pages and API of the room `pursuit`: home, workspace, sending, what was sent, feedback.

pub mod api;
mod aside;
mod feedback;
mod fill;
mod frame;
mod history;
mod home;
mod newer;
mod programme;
mod receipt;
mod returning;
mod standing;
mod start;
mod submission;
mod texts;
mod workspace;

use axum::http::Method;
use axum::routing::{get, post, put};

use domain::people::Role;

use crate::route::{Route, Who, Who::SignedIn};

const MANAGERS: Who = Who::Holds(&[Role::ProgrammeManager]);
const ASSESSORS: Who = Who::Holds(&[Role::Assessor, Role::LeadAssessor]);

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
    routes.extend(sideways());
    routes.extend(api::routes());
    routes
}

/// Ways beside the straight one.
fn sideways() -> Vec<Route> {
    let newer = "/pursuits/{pursuit}/newer-version";
    let by_review = "/reviews/{review}/returning";
    let by_code = "/submissions/{code}/returning";
    let managed = "/programme/pursuits/{pursuit}";
    let hold = "/programme/pursuits/{pursuit}/hold";
    let lift = "/programme/pursuits/{pursuit}/hold/end";
    let reopen = "/programme/pursuits/{pursuit}/reopening";
    vec![
        Route::post(
            "/submissions/{code}/taking-back",
            SignedIn,
            post(aside::take),
        ),
        Route::post("/pursuits/{pursuit}/standing", SignedIn, post(aside::put)),
        Route::get(newer, SignedIn, get(newer::page)),
        Route::post(newer, SignedIn, post(newer::go)),
        Route::get(by_review, ASSESSORS, get(returning::by_assessor)),
        Route::post(by_review, ASSESSORS, post(returning::send_by_assessor)),
        Route::get(by_code, MANAGERS, get(returning::by_manager)),
        Route::post(by_code, MANAGERS, post(returning::send_by_manager)),
        Route::get("/programme", MANAGERS, get(programme::list)),
        Route::get(managed, MANAGERS, get(programme::page)),
        Route::post(hold, MANAGERS, post(programme::hold)),
        Route::post(lift, MANAGERS, post(programme::lift)),
        Route::post(reopen, MANAGERS, post(programme::reopen)),
    ]
}
