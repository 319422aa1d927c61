//! Language and theme. For somebody who is signed in, the language is kept with the person too.

use axum::Form;
use axum::extract::State;
use axum::response::Response;

use crate::asked::{Fields, Perhaps};
use crate::preferences::{self, Choice};
use crate::site::Site;
use crate::trouble::Trouble;
use crate::words::Language;

/// `POST /preferences`.
pub(super) async fn choose(
    State(site): State<Site>,
    Perhaps(actor): Perhaps,
    fields: Fields,
) -> Result<Response, Trouble> {
    let choice = Choice {
        language: fields.text("language").to_owned(),
        theme: fields.text("theme").to_owned(),
        back: fields.text("back").to_owned(),
    };
    if let (Some(actor), Some(language)) = (actor, Language::parse(&choice.language)) {
        app::people::change_language(&site.app, &actor, language.code()).await?;
    }
    Ok(preferences::choose(State(site.guard.scheme), Form(choice)).await)
}
