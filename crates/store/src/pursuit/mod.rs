//! Pursuits, their drafts and their submissions.

pub(crate) mod attempt;
pub(crate) mod draft;
pub(crate) mod feedback;
pub(crate) mod history;
pub(crate) mod home;
pub(crate) mod managed;
pub(crate) mod stored;
pub(crate) mod submission;
pub(crate) mod work;

pub use attempt::{Attempt, Decided, by_code, latest_released};
pub use draft::{DraftAt, Target, draft, save_text, target};
pub use feedback::{Said, feedback};
pub use history::{KeptText, keep_text, kept_text, kept_texts, thin};
pub use home::{Begun, Held, Line, begun, lines};
pub use managed::{ManagedLine, managed};
pub use stored::{NewPursuit, Stored, find, find_open, save, set_expiry, set_version, start};
pub use submission::{
    Ended, Submission, end as end_submission, find as find_submission, insert as insert_submission,
    last_ended, latest_live, queue,
};
pub use work::{Issuer, Offer, Work, content_of, offer, work};
