//! Pursuits and their evidence from the first word to the feedback, each test on both databases.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod aside;
mod blindness;
mod describing;
mod files;
mod fixture;
mod history;
mod moving;
mod opening;
mod reading;
mod resending;
mod sending;
mod sweeping;
mod writing;
