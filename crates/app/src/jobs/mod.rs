//! Work in the background: one claimer a process takes what is due, workers run it.

mod dead;
mod look;
mod regular;
mod runner;
mod tidy;

use domain::ids::{NeedId, PursuitId, SubmissionId};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::{App, Failure, Outcome};

pub use dead::{list_dead, retry_dead};
pub use look::{Jobs, list_jobs, retry_job};
pub use regular::{SEAL_AUDIT, TIDY};
pub use runner::{Drained, Nudge, Runner, run_due_once};
pub use store::system::job::{Job, Which};
pub use tidy::KEEP_ANSWERS;

/// Looks for assessors of a submission, or of its contested criteria.
pub const ASSIGN_ASSESSORS: &str = "assign-assessors";
/// Signs a credential.
pub const SIGN_CREDENTIAL: &str = "sign-credential";
/// Makes the rendition of a piece of evidence and searches its texts for names.
pub const LOOK_AT_EVIDENCE: &str = "look-at-evidence";
/// Signs a status list anew.
pub const SIGN_STATUS_LIST: &str = "sign-status-list";

/// Looks whether a review is due soon or late.
pub const WATCH_REVIEW: &str = "watch-review";
/// Gives what waits for an assessor to others, because an absence has begun.
pub const BEGIN_ABSENCE: &str = "begin-absence";
/// Gives notice of the end of a pursuit's time, and ends it.
pub const PURSUIT_DEADLINE: &str = "pursuit-deadline";

/// What [`PURSUIT_DEADLINE`] needs to know. What is due follows from what is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PursuitDeadline {
    /// Whose time may come to its end.
    pub pursuit: PursuitId,
}

impl PursuitDeadline {
    /// One that waits is enough for a pursuit.
    pub fn unique_key(&self) -> String {
        format!("{PURSUIT_DEADLINE}/{}", self.pursuit)
    }
}
/// Makes the award of a stack that somebody may have completed.
pub const AWARD_STACKS: &str = "award-stacks";
/// Makes the awards of a stack that was published, for those who hold enough of it.
pub const AWARD_STACK_HOLDERS: &str = "award-stack-holders";
/// Signs the award of a stack.
pub const SIGN_STACK: &str = "sign-stack";

/// Tells educators of a need that was published, some at a time.
pub const TELL_OF_NEED: &str = "tell-of-need";

/// What [`TELL_OF_NEED`] needs to know. Whom to tell next follows from what is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TellOfNeed {
    /// The need.
    pub need: NeedId,
}

/// What [`ASSIGN_ASSESSORS`] needs to know. Seats and criteria follow from what is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignAssessors {
    /// The submission that may lack assessors; nothing for those that are known to.
    pub submission: Option<SubmissionId>,
}

impl AssignAssessors {
    /// For what a submission needs.
    pub const fn of(submission: SubmissionId) -> Self {
        Self {
            submission: Some(submission),
        }
    }

    /// One that waits is enough for a submission, and one for the whole queue.
    pub fn unique_key(&self) -> String {
        match self.submission {
            Some(it) => format!("{ASSIGN_ASSESSORS}/{it}"),
            None => ASSIGN_ASSESSORS.to_owned(),
        }
    }
}

/// Runs one job. Every job may run twice and then changes nothing the second time.
async fn run(app: &App, kind: &str, payload: &str) -> Outcome<()> {
    regular::go_on(app, kind).await?;
    match kind {
        TIDY => tidy::tidy(app).await,
        SEAL_AUDIT => crate::audit::seal_events(app).await,
        SIGN_CREDENTIAL => crate::award::sign_credential(app, read(payload)?).await,
        SIGN_STATUS_LIST => crate::award::sign_status_list(app, read(payload)?).await,
        PURSUIT_DEADLINE => crate::pursuit::keep_deadline(app, read(payload)?).await,
        TELL_OF_NEED => crate::growth::tell_of_need(app, read(payload)?).await,
        LOOK_AT_EVIDENCE => crate::evidence::look_at_evidence(app, read(payload)?).await,
        AWARD_STACKS => crate::award::award_stacks(app, read(payload)?).await,
        AWARD_STACK_HOLDERS => crate::award::award_stack_holders(app, read(payload)?).await,
        SIGN_STACK => crate::award::sign_stack(app, read(payload)?).await,
        ASSIGN_ASSESSORS => crate::review::assign(app, read(payload)?).await,
        crate::letters::SEND_LETTER => crate::letters::send_letter(app, read(payload)?).await,
        crate::letters::SEND_DIGEST => crate::letters::send_digest(app, read(payload)?).await,
        WATCH_REVIEW => crate::review::watch(app, read(payload)?).await,
        BEGIN_ABSENCE => crate::review::begin_absence(app, read(payload)?).await,
        _ => Err(Failure::broken(format!("no work of this kind: {kind}"))),
    }
}

fn read<T: DeserializeOwned + Serialize>(payload: &str) -> Outcome<T> {
    serde_json::from_str(payload).map_err(Failure::broken)
}
