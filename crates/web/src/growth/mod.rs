//! Pages and API of the room `growth`: needs, growth plan, goals, self-assessment.

mod api;
mod assessment;
mod companions;
mod discussion;
mod goals;
mod home;
mod learning;
mod needs;
mod plan;
mod program;
mod recommended;
mod say;
mod wishes;

pub(crate) use learning::address as learning_address;
pub(crate) use say::day as day_in_words;

use axum::routing::{get, post};
use domain::people::Role;

use crate::route::{Route, Who, Who::SignedIn};

const LEADER: Who = Who::Holds(&[Role::Leader]);

/// Its routes.
pub fn routes() -> Vec<Route> {
    let mut routes = vec![
        Route::get("/needs", LEADER, get(needs::show)),
        Route::get("/needs/new", LEADER, get(needs::form)),
        Route::post("/needs", LEADER, post(needs::publish)),
        Route::get("/needs/{need}", LEADER, get(needs::edit)),
        Route::post("/needs/{need}", LEADER, post(needs::change)),
        Route::post("/needs/{need}/end", LEADER, post(needs::end)),
        Route::get("/growth", SignedIn, get(home::show)),
        Route::get("/growth/recommendations", SignedIn, get(recommended::show)),
        Route::get("/growth/self-assessment", SignedIn, get(assessment::show)),
        Route::post(
            "/growth/self-assessment",
            SignedIn,
            post(assessment::assess),
        ),
        Route::post(
            "/growth/self-assessment/forgotten",
            SignedIn,
            post(assessment::forget),
        ),
        Route::get("/growth/goals/new", SignedIn, get(goals::form)),
        Route::post("/growth/goals", SignedIn, post(goals::write)),
        Route::get("/growth/goals/{goal}", SignedIn, get(goals::edit)),
        Route::post("/growth/goals/{goal}", SignedIn, post(goals::change)),
        Route::post(
            "/growth/goals/{goal}/removal",
            SignedIn,
            post(goals::remove),
        ),
        Route::get("/growth/wishes", SignedIn, get(wishes::form)),
        Route::post("/growth/wishes", SignedIn, post(wishes::keep)),
    ];
    routes.extend(plan_routes());
    routes.extend(accompanying_routes());
    routes.extend(api::routes());
    routes.extend(program::routes());
    routes
}

fn plan_routes() -> Vec<Route> {
    let line = "/growth/plan/{planned}";
    vec![
        Route::post("/growth/plan", SignedIn, post(plan::add)),
        Route::get(line, SignedIn, get(plan::edit)),
        Route::post(line, SignedIn, post(plan::change)),
        Route::post("/growth/plan/{planned}/place", SignedIn, post(plan::place)),
        Route::post(
            "/growth/plan/{planned}/removal",
            SignedIn,
            post(plan::remove),
        ),
    ]
}

fn accompanying_routes() -> Vec<Route> {
    let learning = "/pursuits/{pursuit}/learning";
    let companions = "/pursuits/{pursuit}/companions";
    let discussion = "/pursuits/{pursuit}/discussion";
    let to = |path, answer| Route::post(path, SignedIn, answer);
    vec![
        Route::get(learning, SignedIn, get(learning::show)),
        to(learning, post(learning::log)),
        to(
            "/pursuits/{pursuit}/learning/{learning}/removal",
            post(learning::remove),
        ),
        to("/pursuits/{pursuit}/way", post(learning::choose)),
        Route::get(companions, SignedIn, get(companions::show)),
        to(companions, post(companions::ask)),
        to(
            "/pursuits/{pursuit}/companions/{person}/end",
            post(companions::end),
        ),
        to(
            "/companion-invitations/{invitation}/withdrawal",
            post(companions::withdraw),
        ),
        to(
            "/companion-invitations/{invitation}/answer",
            post(companions::answer),
        ),
        Route::get("/accompanying", SignedIn, get(companions::accompanying)),
        Route::get(discussion, SignedIn, get(discussion::show)),
        to(discussion, post(discussion::comment)),
        to(
            "/pursuits/{pursuit}/discussion/{comment}/removal",
            post(discussion::remove),
        ),
    ]
}
