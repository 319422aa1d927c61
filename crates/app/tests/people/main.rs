//! Signing in, people, organizations and memberships, on both databases.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod administering;
mod demo;
mod fixture;
mod merging;
mod sessions;
mod setting_up;
mod signing_in;
mod tending;
