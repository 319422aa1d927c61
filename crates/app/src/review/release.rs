//! Decisions that wait until somebody releases them.

use domain::catalogue::Releaser;
use domain::ids::SubmissionId;
use domain::people::{Actor, Refusal as PeopleRefusal, Role};
use domain::pursuit::{Pursuit, Refusal as PursuitRefusal};
use domain::review::Refusal;
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use store::review as kept;

use super::decide::release;
use super::target::Target;
use crate::{App, Failure, IdempotencyKey, Outcome, Unit};

/// The most decisions of one page.
const PAGE: u32 = 50;

/// Which decision the educator may know.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct ReleaseDecision {
    /// The submission that it is about.
    pub submission: SubmissionId,
}

/// The educator knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Released {
    /// The submission that it is about.
    pub submission: SubmissionId,
}

/// A decision that waits to be released.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unreleased {
    /// The submission that it is about.
    pub submission: SubmissionId,
    /// Its code.
    pub code: String,
    /// Title of the micro-credential.
    pub title: String,
    /// Awarded, or not yet.
    pub awarded: bool,
    /// When it was decided.
    pub decided_at: Timestamp,
}

/// Releases a decision.
///
/// # Errors
/// For whoever is not the releaser of the issuer's plan it does not exist; what is released, or
/// not decided, cannot be released.
pub async fn release_decision(
    app: &App,
    actor: &Actor,
    command: ReleaseDecision,
    key: Option<IdempotencyKey>,
) -> Outcome<Released> {
    let by = actor.clone();
    app.once(
        Some(actor.person),
        "release-decision",
        key,
        &command,
        move |unit| release_one(unit, &by, command),
    )
    .await
}

fn release_one(unit: &Unit<'_>, actor: &Actor, command: ReleaseDecision) -> Outcome<Released> {
    let submission = command.submission;
    let target = Target::load(unit.tx, submission)?.ok_or(Refusal::NoSuchReview)?;
    let role = target.work.offer.content.plan.releaser.map(role_of);
    let path = store::people::path_of(unit.tx, target.work.offer.issuer.id)?;
    let role = role
        .filter(|role| actor.holds_in(*role, &path))
        .ok_or(Refusal::NoSuchReview)?;
    let Pursuit::DecisionReady(ready) = target.work.stored.pursuit.clone() else {
        return Err(PursuitRefusal::NotPossibleNow.into());
    };
    let decision = kept::decision_of(unit.tx, submission)?
        .ok_or_else(|| Failure::broken("a decided pursuit without its decision"))?;
    release(unit, &target, ready, decision, Some((actor.person, role)))?;
    Ok(Released { submission })
}

/// Decisions that the person may release, oldest first.
///
/// # Errors
/// Refuses those who are neither lead assessor nor programme manager.
pub async fn list_unreleased(app: &App, actor: &Actor) -> Outcome<Vec<Unreleased>> {
    if !(actor.holds(Role::LeadAssessor) || actor.holds(Role::ProgrammeManager)) {
        return Err(PeopleRefusal::NotAllowed.into());
    }
    let by = actor.clone();
    app.read(move |unit| {
        let all = kept::unreleased_led(unit.tx, by.person, unit.now, None, PAGE)?;
        let mine = all.into_iter().filter(|it| {
            let role = it.content.plan.releaser.map(role_of);
            role.is_some_and(|role| by.holds(role))
        });
        Ok(mine.map(told).collect())
    })
    .await
}

fn told(it: kept::Unreleased) -> Unreleased {
    Unreleased {
        submission: it.submission,
        code: it.code,
        title: it.content.title,
        awarded: it.awarded,
        decided_at: it.decided_at,
    }
}

const fn role_of(releaser: Releaser) -> Role {
    match releaser {
        Releaser::LeadAssessor => Role::LeadAssessor,
        Releaser::ProgrammeManager => Role::ProgrammeManager,
    }
}
