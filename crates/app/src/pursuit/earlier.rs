//! The attempt before a draft: what was sent, by which rubric it was judged, and what was decided.

use domain::catalogue::Content;
use domain::pursuit::Earlier as Decided;
use store::pursuit::{Decided as Known, Submission, Work};

use crate::{Outcome, Unit};

/// An attempt of which the educator knows the decision.
pub(super) struct EarlierAttempt {
    pub submission: Submission,
    pub decided: Known,
    /// What its version says, where that is not the version of the draft.
    other: Option<Content>,
}

impl EarlierAttempt {
    /// The latest one of a pursuit; one statement, two if the version has changed since.
    pub(super) fn of(unit: &Unit<'_>, work: &Work) -> Outcome<Option<Self>> {
        let found = store::pursuit::latest_released(unit.tx, work.stored.id)?;
        let Some((submission, decided)) = found else {
            return Ok(None);
        };
        let version = submission.snapshot.version;
        let other = match version == work.offer.version {
            true => None,
            false => Some(store::pursuit::content_of(unit.tx, version)?),
        };
        Ok(Some(Self {
            submission,
            decided,
            other,
        }))
    }

    /// As the rule wants it.
    pub(super) fn as_decided<'a>(&'a self, work: &'a Work) -> Decided<'a> {
        let content = self.other.as_ref().unwrap_or(&work.offer.content);
        Decided {
            snapshot: &self.submission.snapshot,
            content,
            outcomes: &self.decided.outcome.criteria,
        }
    }
}
