//! What was sent, and where it stands.

use domain::ids::{AwardId, PursuitId};
use domain::people::Actor;
use domain::pursuit::{Refusal, StateName};
use domain::time::Timestamp;
use store::pursuit::{Offer, Submission};

use super::own::{as_known, own, own_work};
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
}

/// The receipt of one's own submission; two statements.
///
/// # Errors
/// `no-such-pursuit`.
pub async fn view_receipt(app: &App, actor: &Actor, code: &str) -> Outcome<ReceiptView> {
    let (actor, code) = (actor.clone(), code.to_owned());
    app.read(move |unit| {
        let found = store::pursuit::by_code(unit.tx, &code)?.ok_or(Refusal::NoSuchPursuit)?;
        own(&actor, found.person)?;
        let work = own_work(unit, &actor, found.submission.pursuit)?;
        let is_latest = work.stored.pursuit.attempt() == found.submission.attempt;
        let state = match &found.decided {
            Some(decided) if decided.outcome.awarded() => StateName::Awarded,
            Some(_) => StateName::NotYet,
            None => as_known(work.stored.pursuit.name()),
        };
        Ok(ReceiptView {
            pursuit: found.submission.pursuit,
            state,
            decided: found.decided.as_ref().map(|it| it.released_at),
            award: found.decided.and_then(|it| it.award),
            submission: found.submission,
            offer: work.offer,
            is_latest,
        })
    })
    .await
}
