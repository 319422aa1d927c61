//! Micro-credentials and their versions.

pub(crate) mod design;
pub(crate) mod listing;
pub(crate) mod search;
pub(crate) mod stack;
pub(crate) mod standing;
pub(crate) mod version;

pub use design::{
    DesignLine, KeptDesign, designs_of, find_design, insert_design, move_design, publishing_rule,
    save_design, set_publishing_rule,
};
pub use listing::{Listed, NewListing, Position, Unlisted, groups, list, unlist, unlisted};
pub use search::{Match, by_title, by_words};
pub use stack::{
    KeptStack, MemberShown, NewStackVersion, StackShown, current_stack, holders, insert_stack,
    members_of, publish_stack, published_by_slug, stack_by_code, stack_slug, stacks,
    stacks_containing,
};
pub use standing::standing;
pub use version::{
    Kept, MicroCredential, NewVersion, PublishedVersion, Version, by_code, content_of, current,
    insert, insert_version, number_of, publish, retire, versions,
};
