//! Letters: what people are told. A use case writes one by [`crate::Unit::write_letter`]; these are
//! their kinds. Words are made from kind and values when a letter is read or sent.

/// An attempt was received.
pub const SUBMISSION_RECEIVED: &str = "submission-received";
/// An attempt was decided: awarded.
pub const AWARDED: &str = "awarded";
/// An attempt was decided: not yet.
pub const NOT_YET: &str = "not-yet";
/// A review was assigned.
pub const REVIEW_ASSIGNED: &str = "review-assigned";
/// A credential was signed.
pub const CREDENTIAL_READY: &str = "credential-ready";
/// A qualification was granted.
pub const QUALIFICATION_GRANTED: &str = "qualification-granted";
