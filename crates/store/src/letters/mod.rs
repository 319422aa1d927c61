//! Letters to people, and how often each wants to hear of what.

pub mod outbox;
pub mod preference;
