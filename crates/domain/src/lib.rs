//! What is true: types, states and rules of educator micro-credentials.
//!
//! Pure: no database, network, clock, randomness or async. Words are those of the field; each
//! room (module) has the same name in `store`, `app` and `web`.

pub mod assessors;
pub mod audit;
pub mod award;
pub mod catalogue;
pub mod evidence;
pub mod growth;
pub mod ids;
pub mod letters;
pub mod people;
pub mod pursuit;
pub mod refusal;
pub mod review;
pub mod time;
