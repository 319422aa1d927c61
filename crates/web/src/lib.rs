//! Pages and API of each room: what a person sees of the product.
//!
//! A page is a struct with display data ([`pages`]), an askama template beside it (`templates/`), words in every
//! language (`words/`), and samples of itself that the tests render. Handlers fill the struct and answer with
//! [`page::Shown`]. Nothing here decides or names a table.

pub mod accent;
pub mod asked;
pub mod assessors;
pub mod assets;
pub mod audit;
pub mod award;
pub mod catalogue;
pub mod cookies;
pub mod dates;
pub mod evidence;
pub mod form;
pub mod growth;
pub mod guard;
pub mod icon;
pub mod letters;
pub mod negotiation;
pub mod page;
pub mod pages;
pub mod people;
pub mod preferences;
pub mod pursuit;
pub mod range;
pub mod refused;
pub mod review;
pub mod route;
pub mod running;
pub mod seal;
pub mod session;
pub mod shell;
pub mod site;
pub mod trouble;
pub mod ways;
pub mod words;

use std::time::Duration;

use axum::Router;

use crate::site::Site;

/// The longest that a page may take.
const PAGE_TIME: Duration = Duration::from_secs(30);
/// The longest that an upload may take.
const UPLOAD_TIME: Duration = Duration::from_secs(60 * 60);

/// The whole product as one router: every route behind its door, in its frame.
pub fn product(site: Site) -> Router {
    let guard = site.guard.clone();
    let (plain, uploads): (Vec<_>, Vec<_>) = route::table()
        .into_iter()
        .partition(|it| it.body_limit.is_some());
    let plain = route::router(plain).with_state(site.clone());
    let uploads = route::router(uploads).with_state(site.clone());
    let routes =
        guard::inside(plain, &guard, PAGE_TIME).merge(guard::inside(uploads, &guard, UPLOAD_TIME));
    guard::outside(session::sessions(routes, &site), &guard)
}
