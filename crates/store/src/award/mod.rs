//! What the room `award` keeps: issuers' keys, status lists, awards and their signed editions.

pub mod credential;
pub mod holding;
pub mod status_list;
