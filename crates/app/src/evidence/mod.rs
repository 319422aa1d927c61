//! Use cases of the room `evidence`: bytes in, words about them, bytes out.

mod add_file;
mod arrival;
mod blindness;
mod describe_file;
mod door;
mod look;
mod name;
mod open;
mod read_words;
mod remove_file;
mod rendition;
mod shelf;
mod sniff;
mod source;
mod sweep_bytes;
mod view_check;

pub use add_file::{AddFile, FileAdded, add_file};
pub use blindness::Checked;
pub(crate) use blindness::check;
pub use describe_file::{DescribeFile, describe_file};
pub use door::{Door, accepted_endings, limit_of, view_door};
pub(crate) use look::look_again;
pub use look::look_at_evidence;
pub use open::{Opened, open_evidence};
pub use read_words::{PieceWords, read_words};
pub use remove_file::remove_file;
pub use rendition::{LookAtEvidence, kind_of};
pub(crate) use sweep_bytes::sweep_bytes;
pub use view_check::{RecordView, view_check, view_record};
