//! Use cases of the room `audit`: sealing the log, proving it, looking into it.

mod key;
mod look;
mod seal;
mod verify;

pub use look::{Looked, look_into_log};
pub use seal::last_head;
pub(crate) use seal::seal_events;
pub use store::audit::look::{Filter, Seen};
pub use verify::{Verdict, Verified, verify_log};
