//! Use cases of the catalogue: bring in and publish, list, look at one.

mod design;
mod list;
mod look;
mod look_stack;
mod publish;
mod publish_stack;
mod retire;
mod shelf;

pub use design::{
    BeginDesign, DesignView, DesigningFor, SaveDesign, Step, begin_design, import_design,
    list_designs, save as save_design, set_rule as set_publishing_rule, step_design, view_design,
};
pub use list::{ListAsked, ListPage, Offer, list};
pub use look::{Looked, Standing, look};
pub(crate) use look_stack::held;
pub use look_stack::{StackLooked, StackPage, list_stacks, look_stack};
pub use publish::{Publish, Published, publish};
pub use publish_stack::{PublishStack, PublishedStack, StackHolders, publish_stack};
pub use retire::{Retire, retire};
pub use shelf::list_unlisted;

pub use store::catalogue::{MemberShown, PublishedVersion, StackShown};

use domain::catalogue::Content;

use crate::{Failure, Outcome};

/// Reads what a version says from its JSON.
pub fn content(json: &str) -> Outcome<Content> {
    serde_json::from_str(json)
        .map_err(|error| Failure::broken(format!("content of a version: {error}")))
}
