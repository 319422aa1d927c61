//! What every room uses: settings, jobs, events, answers kept under a key, and the
//! wrapped keys of organizations.

pub mod data_key;
pub mod event;
pub mod idempotency;
pub mod job;
pub mod setting;
