//! What the room `award` keeps: issuers' keys, status lists, awards and their signed editions.

pub mod credential;
pub mod held;
pub mod holding;
pub mod issuer;
pub mod issuer_key;
pub mod revocation;
pub mod showing;
pub mod signing;
pub mod stack;
pub mod status_list;
