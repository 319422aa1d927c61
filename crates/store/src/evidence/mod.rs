//! Evidence: what is known of each piece. Its bytes lie on the issuer's shelf ([`crate::blob`]).

pub(crate) mod open;
pub(crate) mod piece;
pub mod sweep;

pub use open::{Piece, assessors, find, is_opening_recorded};
pub use piece::{Counts, NewPiece, counts, describe, insert, of_pursuit, remove};
