//! Use cases of the room `assessors`.

mod grant;
mod list;

pub use grant::{GrantQualification, Granted, grant_qualification};
pub use list::{Assessed, Other, Qualified, Standing, list_qualifications};
