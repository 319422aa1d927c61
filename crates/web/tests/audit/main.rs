//! The pages and the API of those who run the installation, each test on both databases.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    dead_code,
    reason = "a test may panic"
)]

mod fixture;
mod pages;
#[path = "../support/visit.rs"]
mod visit;
