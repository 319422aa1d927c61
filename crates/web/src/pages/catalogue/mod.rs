//! Pages of the catalogue: the list, and one micro-credential.

mod list;
mod micro_credential;
mod micro_credential_sample;

pub use list::{Facet, List, Offer};
pub use micro_credential::{Block, HandIn, MicroCredential, Reason, Resource, Start, VersionLine};
