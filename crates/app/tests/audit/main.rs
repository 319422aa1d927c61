//! The audit log and the jobs page, each test on both databases.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod fixture;
mod jobs;
mod looking;
mod sealing;
mod tampering;
