//! Use cases of the catalogue: bring in and publish, list, look at one.

mod list;
mod look;
mod publish;

pub use list::{ListAsked, ListPage, Offer, list};
pub use look::{Looked, Standing, look};
pub use publish::{Publish, Published, publish};

use domain::catalogue::Content;

use crate::{Failure, Outcome};

/// Reads what a version says from its JSON.
pub fn content(json: &str) -> Outcome<Content> {
    serde_json::from_str(json)
        .map_err(|error| Failure::broken(format!("content of a version: {error}")))
}
