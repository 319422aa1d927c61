//! Use cases of the room `evidence`: bytes in, words about them, bytes out.

mod add_file;
mod arrival;
mod describe_file;
mod door;
mod name;
mod open;
mod remove_file;
mod shelf;
mod sniff;
mod sweep_bytes;

pub use add_file::{AddFile, FileAdded, add_file};
pub use describe_file::{DescribeFile, describe_file};
pub use door::{Door, accepted_endings, limit_of, view_door};
pub use open::{Opened, open_evidence};
pub use remove_file::remove_file;
pub(crate) use sweep_bytes::sweep_bytes;
