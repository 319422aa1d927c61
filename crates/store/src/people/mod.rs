//! Persons, organizations, memberships, passwords, sessions, throttles.

pub mod membership;
pub mod operator;
pub mod organization;
pub mod password;
pub mod person;
pub mod session;
pub mod throttle;

pub use membership::actor_of;
pub use organization::path_of;
pub use person::language_of;
