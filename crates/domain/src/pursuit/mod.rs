//! Pursuits: one educator working on one version of a micro-credential.

mod checklist;
mod draft;
pub mod history;
mod refusal;
mod snapshot;
mod state;

pub use checklist::{Attestation, missing_work, prepare};
pub use draft::{Draft, Field, FieldText, MAX_FIELD_CHARS};
pub use refusal::Refusal;
pub use snapshot::{Snapshot, open_criteria, submission_code};
pub use state::{
    Awarded, DecisionReady, NotYet, Pursuit, Started, StateName, Submitted, UnderReview,
};

#[cfg(test)]
mod tests;
