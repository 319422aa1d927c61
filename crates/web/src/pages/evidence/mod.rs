//! Pages of the room `evidence`.

mod findings;
mod preview;
mod record;

pub use findings::{FindingLine, Findings};
pub use preview::{Passage, Preview, Way};
pub use record::{Record, RecordPiece};
