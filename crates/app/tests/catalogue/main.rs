//! The catalogue: published, found, narrowed, counted.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod designs;
mod finding;
mod fixture;
mod many;
mod stacks;
