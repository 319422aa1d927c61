//! Pages of the catalogue: the list, and one micro-credential.

mod list;
mod micro_credential;
mod micro_credential_sample;
mod stack;

pub use list::{Facet, FacetOption, List, Narrowing, Offer};
pub use micro_credential::{Block, HandIn, MicroCredential, Reason, Resource, Start, VersionLine};
pub use stack::{Stack, StackLine, StackMember, StackStep, Stacks};
