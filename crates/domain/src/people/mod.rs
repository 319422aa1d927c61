//! Persons, organizations, memberships, sign-in and permission.

mod address;
mod organization;
pub mod permission;
mod refusal;
mod role;
mod sign_in;

pub use address::EmailAddress;
pub use organization::{OrganizationKind, OrganizationName, PersonName, Slug};
pub use permission::{Actor, Membership};
pub use refusal::Refusal;
pub use role::Role;
pub use sign_in::{Password, SESSION_IDLE_DAYS, SESSION_LIFE_DAYS, Throttle};
