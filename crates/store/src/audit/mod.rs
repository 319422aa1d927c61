//! The audit log: sealing it, reading it again, looking into it.

pub mod key;
pub mod log;
pub mod look;
