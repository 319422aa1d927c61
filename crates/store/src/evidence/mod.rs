//! Evidence: what is known of each piece. Its bytes lie on the issuer's shelf ([`crate::blob`]).

pub(crate) mod identity;
pub(crate) mod open;
pub(crate) mod piece;
pub(crate) mod record;
pub(crate) mod rendition;
pub mod sweep;

pub use identity::identity_of;
pub use open::{Piece, assessors, find, is_opening_recorded};
pub use piece::{Counts, NewPiece, counts, describe, insert, of_pursuit, remove};
pub use record::{find_record, keep_record};
pub use rendition::{
    LookedAt, Made, Rendition, find_rendition, keep_rendition, looked_at, save_search,
};
