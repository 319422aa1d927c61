//! Persons, organizations, memberships, passwords, sessions, throttles.

pub mod address;
pub mod invitation;
pub mod link;
pub mod membership;
pub mod merging;
pub mod operator;
pub mod organization;
pub mod password;
pub mod person;
pub mod search;
pub mod session;
pub mod tending;
pub mod throttle;

pub use membership::actor_of;
pub use organization::path_of;
pub use person::language_of;
