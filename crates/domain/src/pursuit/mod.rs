//! Pursuits: one educator working on one version of a micro-credential.

mod carry;
mod checklist;
pub mod deadline;
mod draft;
pub mod history;
mod link;
pub mod prediction;
mod reason;
mod refusal;
pub mod sideways;
mod snapshot;
mod state;

pub use carry::{Earlier, is_same, open_criteria, reopened};
pub use checklist::{Attestation, Sending, freeze, missing_work, prepare};
pub use draft::{Draft, Field, FieldText, MAX_FIELD_CHARS};
pub use link::Link;
pub use reason::{MAX_REASON, Reason};
pub use refusal::Refusal;
pub use sideways::{Concern, Drafting, Expired, OnHold, Paused, Returned, Running, Withdrawn};
pub use snapshot::{Snapshot, SubmissionEnd, submission_code};
pub use state::{
    Awarded, DecisionReady, NotYet, Pursuit, Started, StateName, Submitted, UnderReview,
};

#[cfg(test)]
mod histories;
#[cfg(test)]
mod tests;
