//! Pages and API of the room `evidence`: files in, words about them, files out.

mod api;
mod change;
mod file;
mod preview;
mod record;
mod upload;
pub(crate) mod words;

use axum::routing::{get, post};

use crate::route::{Route, Who::SignedIn};

/// Its routes.
pub fn routes() -> Vec<Route> {
    let files = "/pursuits/{pursuit}/files";
    let one = "/pursuits/{pursuit}/files/{evidence}";
    let removal = "/pursuits/{pursuit}/files/{evidence}/removal";
    let mut routes = vec![
        Route::post(files, SignedIn, post(upload::from_form)).counting_itself(),
        Route::post(one, SignedIn, post(change::describe)),
        Route::post(removal, SignedIn, post(change::remove)),
        Route::get("/submissions/{code}/blindness", SignedIn, get(record::page)),
        Route::get("/files/{evidence}", SignedIn, get(file::send)),
        Route::get("/files/{evidence}/preview", SignedIn, get(preview::page)),
    ];
    routes.extend(api::routes());
    routes
}
