//! Persons, organizations, memberships, sign-in and permission.

mod address;
pub mod csv;
mod invitation;
mod link;
mod merging;
mod organization;
pub mod permission;
mod refusal;
mod role;
mod sign_in;

pub use address::EmailAddress;
pub use invitation::{
    COLUMNS, INVITATION_DAYS, InvitationState, Invitee, MOST_SENDINGS, column_of,
    invitation_expires, read_invitees,
};
pub use link::LinkPurpose;
pub use merging::{MERGE_UNDOABLE_DAYS, SamePeople, may_be_unmerged};
pub use organization::{OrganizationKind, OrganizationName, PersonName, Slug};
pub use permission::{Actor, Membership};
pub use refusal::Refusal;
pub use role::Role;
pub use sign_in::{Password, SESSION_IDLE_DAYS, SESSION_LIFE_DAYS, Throttle};
