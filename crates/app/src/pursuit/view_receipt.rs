//! What was sent, and where it stands.

use domain::ids::{AwardId, PursuitId};
use domain::people::Actor;
use domain::pursuit::prediction::Prediction;
use domain::pursuit::{Pursuit, Refusal, StateName};
use domain::time::Timestamp;
use store::pursuit::{Offer, Submission};

use super::expected::expected;
use super::own::{as_known, as_sent, own, own_work};
use crate::{App, Outcome};

/// A submission as its educator sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiptView {
    /// The pursuit.
    pub pursuit: PursuitId,
    /// What was worked on.
    pub offer: Offer,
    /// What was sent.
    pub submission: Submission,
    /// Where this attempt stands, as its educator may know it.
    pub state: StateName,
    /// Since when its decision is known.
    pub decided: Option<Timestamp>,
    /// What came of it.
    pub award: Option<AwardId>,
    /// It is the latest attempt of its pursuit.
    pub is_latest: bool,
    /// When a decision may be expected, as long as there is none.
    pub expected: Option<Prediction>,
    /// It can be taken back now.
    pub can_take_back: bool,
    /// The time.
    pub now: Timestamp,
}

/// The receipt of one's own submission; two statements, four before the decision.
///
/// # Errors
/// `no-such-pursuit`.
pub async fn view_receipt(app: &App, actor: &Actor, code: &str) -> Outcome<ReceiptView> {
    let (actor, code) = (actor.clone(), code.to_owned());
    app.read(move |unit| {
        let found = store::pursuit::by_code(unit.tx, &code)?.ok_or(Refusal::NoSuchPursuit)?;
        own(&actor, found.person)?;
        let mut work = own_work(unit, &actor, found.submission.pursuit)?;
        let sent = &found.submission;
        let counts = sent.ended.is_none();
        let is_latest = counts && work.stored.pursuit.attempt() == sent.attempt;
        let can_take_back = is_latest && matches!(work.stored.pursuit, Pursuit::Submitted(_));
        let waits = counts && found.decided.is_none();
        let expected = match waits {
            true => Some(expected(unit, &work.offer, sent.submitted_at)?),
            false => None,
        };
        let state = match &found.decided {
            Some(decided) if decided.outcome.awarded() => StateName::Awarded,
            Some(_) => StateName::NotYet,
            None => as_known(work.stored.pursuit.name()),
        };
        as_sent(unit, &mut work, &found.submission)?;
        Ok(ReceiptView {
            pursuit: found.submission.pursuit,
            state,
            decided: found.decided.as_ref().map(|it| it.released_at),
            award: found.decided.and_then(|it| it.award),
            submission: found.submission,
            offer: work.offer,
            is_latest,
            expected,
            can_take_back,
            now: unit.now,
        })
    })
    .await
}
