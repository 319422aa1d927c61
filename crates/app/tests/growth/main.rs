//! Growth: needs, goals, self-assessment, each test on both databases.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod accompanying;
mod fixture;
mod needing;
mod planning;
mod suggesting;
mod wanting;
