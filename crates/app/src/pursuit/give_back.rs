//! Giving a submission back as incomplete: by the assessor who has opened it, or by a programme
//! manager. It is not scored and is not an attempt.

use domain::audit::Fact;
use domain::ids::{PersonId, ReviewId};
use domain::people::{Actor, Role};
use domain::pursuit::deadline::{MORE_DAYS, in_days};
use domain::pursuit::{Pursuit, Reason, Refusal, SubmissionEnd};
use domain::review::{Refusal as ReviewRefusal, ReviewState};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::pursuit::Ended;

use super::deadline::{watch, zone_of};
use super::managed::managed;
use super::take_back::end_submission;
use crate::letters::{REVIEW_WITHDRAWN, SUBMISSION_RETURNED};
use crate::review::{Target, own_review};
use crate::{App, Failure, IdempotencyKey, Outcome, Unit};

/// Which submission, by whom it is given back.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum GivenBy {
    /// By the assessor of this opened review.
    Review(ReviewId),
    /// By a programme manager of its issuer, by its code.
    Manager(String),
}

/// Give a submission back.
#[derive(Clone, Debug, Serialize)]
pub struct GiveBack {
    /// Which, and by whom.
    pub by: GivenBy,
    /// What is missing, for its educator, who does not learn who says it.
    pub missing: String,
}

/// It is given back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenBack {
    /// The code of the submission.
    pub code: String,
}

/// Gives a submission back with what is missing. The next one keeps its number.
///
/// # Errors
/// Refuses other people's reviews, and submissions of other issuers, as unknown; `pursuit-reason-missing`,
/// `pursuit-reason-too-long`; `scored-already` once a scorecard is handed in; `not-possible-now` and
/// `pursuit-on-hold` by the state of the pursuit.
pub async fn give_back(
    app: &App,
    actor: &Actor,
    command: GiveBack,
    key: Option<IdempotencyKey>,
) -> Outcome<GivenBack> {
    let by = actor.clone();
    let asked = command.clone();
    app.once(
        Some(actor.person),
        "pursuit/give-back",
        key,
        &asked,
        move |unit| {
            let (target, role) = target(unit, &by, &command.by)?;
            let reason = Reason::of(&command.missing)?;
            give(unit, &target, (by.person, role), &reason)
        },
    )
    .await
}

fn target(unit: &Unit<'_>, by: &Actor, given: &GivenBy) -> Outcome<(Target, Role)> {
    let lost = || Failure::broken("a review without its submission");
    match given {
        GivenBy::Review(id) => {
            let review = own_review(unit, by, *id)?;
            match review.state {
                ReviewState::Opened => {}
                ReviewState::Locked => return Err(Refusal::ScoredAlready.into()),
                ReviewState::Recused => return Err(ReviewRefusal::AlreadyRecused.into()),
                ReviewState::Released => return Err(ReviewRefusal::AlreadyReleased.into()),
                ReviewState::Withdrawn => return Err(ReviewRefusal::SubmissionWithdrawn.into()),
                ReviewState::Assigned => return Err(Refusal::NotPossibleNow.into()),
            }
            let target = Target::load(unit.tx, review.seated.submission)?.ok_or_else(lost)?;
            Ok((target, Role::Assessor))
        }
        GivenBy::Manager(code) => {
            let found = store::pursuit::by_code(unit.tx, code)?.ok_or(Refusal::NoSuchPursuit)?;
            managed(unit, by, found.submission.pursuit)?;
            let target = Target::load(unit.tx, found.submission.id)?.ok_or_else(lost)?;
            Ok((target, Role::ProgrammeManager))
        }
    }
}

fn give(
    unit: &Unit<'_>,
    target: &Target,
    (person, role): (PersonId, Role),
    reason: &Reason,
) -> Outcome<GivenBack> {
    let (submission, stored) = (&target.submission, &target.work.stored);
    if submission.ended.is_some() || stored.pursuit.attempt() != submission.attempt {
        return Err(Refusal::NotPossibleNow.into());
    }
    if target
        .reviews
        .iter()
        .any(|it| it.state == ReviewState::Locked)
    {
        return Err(Refusal::ScoredAlready.into());
    }
    let next = Pursuit::Returned(stored.pursuit.clone().give_back()?);
    let end = Ended {
        how: SubmissionEnd::Returned,
        at: unit.now,
        reason: reason.as_str().to_owned(),
    };
    for it in end_submission(unit, submission, &end)? {
        if it.assessor != person {
            let values = json!({"title": target.work.offer.content.title, "code": submission.code});
            unit.write_letter(it.assessor, REVIEW_WITHDRAWN, &values)?;
        }
    }
    store::pursuit::save(unit.tx, stored, &next, unit.now)?;
    more_time(unit, target)?;
    let detail = json!({"submission": submission.id, "attempt": submission.attempt});
    let fact = Fact::of("submission-returned", "pursuit", stored.id).by(person, Some(role));
    unit.record(
        fact.with(detail),
        &json!({"state": next.name(), "missing": reason.as_str()}),
    )?;
    let values = json!({
        "pursuit": stored.id,
        "title": target.work.offer.content.title,
        "code": submission.code,
        "missing": reason.as_str(),
    });
    unit.write_letter(stored.person, SUBMISSION_RETURNED, &values)?;
    Ok(GivenBack {
        code: submission.code.clone(),
    })
}

/// Whoever gets work back late has time to complete it.
fn more_time(unit: &Unit<'_>, target: &Target) -> Outcome<()> {
    let stored = &target.work.stored;
    let Some(end) = stored.expires_at else {
        return Ok(());
    };
    let least = in_days(unit.now, MORE_DAYS, &zone_of(&target.work.offer.issuer));
    let end = end.max(least);
    store::pursuit::set_expiry(unit.tx, stored.id, Some(end), None)?;
    watch(unit, stored.id, end)
}
