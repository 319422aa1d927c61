//! Letters: what people are told. A use case writes one by [`crate::Unit::write_letter`], in its own
//! transaction; words are made from kind and values when a letter is read or sent, in the language
//! of its receiver.
//!
//! **A new kind** takes three steps, and tests name whatever is missing:
//!
//! 1. its name as a constant here, and its line in [`KINDS`] (`kinds.rs`): the group, the values
//!    that it carries, where its link leads;
//! 2. its words in `crates/web/words/{en,es}/letters.ftl`: `letter-NAME-subject` (the state is in
//!    it), `letter-NAME-text` (an empty line between paragraphs), `letter-NAME-button`;
//! 3. `unit.write_letter(person, NAME, &json!({..}))` where it happens.
//!
//! A letter never names an educator to an assessor, nor an assessor to an educator.

mod address;
mod carry;
mod digest;
mod fewer;
mod kinds;
mod outbox;
mod preferences;
mod send;
mod smtp;
mod wording;
mod write;

pub use address::{Receiver, receiver};
pub use carry::{Carry, Mail, NotCarried, Post};
pub use fewer::{Fewer, stop};
pub use kinds::{KINDS, Kind};
pub use outbox::{
    LetterLine, LetterState, Letters, Opened, list_letters, list_outbox, open_letter, open_outbox,
};
pub use preferences::{Choice, choose, list_choices};
pub use send::resume;
pub use smtp::{Security, Smtp, SmtpSettings};
pub use wording::{Gathered, Occasion, Wording, Written};

pub(crate) use digest::{SEND_DIGEST, send_digest};
pub(crate) use send::{SEND_LETTER, send_letter};
pub(crate) use write::{to_address, to_person};

/// A link to set a password.
pub const PASSWORD_LINK: &str = "password-link";
/// A link to sign in.
pub const SIGN_IN_LINK: &str = "sign-in-link";
/// A link that proves an address.
pub const ADDRESS_TO_PROVE: &str = "address-to-prove";
/// An administrator added an address.
pub const ADDRESS_GIVEN: &str = "address-given";
/// An invitation to hold a role.
pub const INVITED: &str = "invited";
/// The password was changed.
pub const PASSWORD_CHANGED: &str = "password-changed";
/// An attempt was received.
pub const SUBMISSION_RECEIVED: &str = "submission-received";
/// An attempt was given back as incomplete.
pub const SUBMISSION_RETURNED: &str = "submission-returned";
/// A review that was opened is not needed any more.
pub const REVIEW_WITHDRAWN: &str = "review-withdrawn";
/// The time for a first submission comes to its end.
pub const PURSUIT_EXPIRES: &str = "pursuit-expires";
/// The time for a first submission is over.
pub const PURSUIT_EXPIRED: &str = "pursuit-expired";
/// A pursuit got more time.
pub const PURSUIT_REOPENED: &str = "pursuit-reopened";
/// A pursuit stands still until a concern is settled.
pub const PURSUIT_ON_HOLD: &str = "pursuit-on-hold";
/// The concern is settled.
pub const HOLD_LIFTED: &str = "hold-lifted";
/// An attempt was decided: awarded.
pub const AWARDED: &str = "awarded";
/// An attempt was decided: not yet.
pub const NOT_YET: &str = "not-yet";
/// A review was assigned.
pub const REVIEW_ASSIGNED: &str = "review-assigned";
/// A review is due within a day.
pub const REVIEW_DUE_SOON: &str = "review-due-soon";
/// A review was not handed in when it was due.
pub const REVIEW_LATE: &str = "review-late";
/// To those who manage: a review was not handed in when it was due.
pub const REVIEW_OVERDUE: &str = "review-overdue";
/// To both assessors of a consensus plan: their scorecards differ.
pub const REVIEW_DISCUSSION: &str = "review-discussion";
/// An award was taken back.
pub const AWARD_REVOKED: &str = "award-revoked";
/// A review was given to somebody else.
pub const REVIEW_TAKEN_BACK: &str = "review-taken-back";
/// A credential was signed.
pub const CREDENTIAL_READY: &str = "credential-ready";
/// Somebody is invited to accompany a pursuit.
pub const COMPANION_INVITED: &str = "companion-invited";
/// Somebody answered such an invitation.
pub const COMPANION_ANSWERED: &str = "companion-answered";
/// A mentor or team mate said something about a draft.
pub const DRAFT_COMMENT: &str = "draft-comment";
/// A need of one's school or district was published.
pub const NEED_PUBLISHED: &str = "need-published";
/// A qualification was granted.
pub const QUALIFICATION_GRANTED: &str = "qualification-granted";
/// A stack was completed.
pub const STACK_AWARDED: &str = "stack-awarded";
