//! When a decision may be expected, from the queue as it is.

use domain::pursuit::prediction::{Prediction, predict};
use domain::time::{SignedDuration, Timestamp};
use store::pursuit::Offer;

use crate::review::calendar_of;
use crate::{Outcome, Unit};

/// How far back the queue is looked at.
const LOOK_BACK: SignedDuration = SignedDuration::from_hours(24 * 180);
/// The most submissions that are looked at, the latest first.
const MOST: u32 = 200;

/// When a submission that is not decided may be; two statements.
pub(super) fn expected(
    unit: &Unit<'_>,
    offer: &Offer,
    submitted_at: Timestamp,
) -> Outcome<Prediction> {
    let since = unit.now.checked_sub(LOOK_BACK).unwrap_or(Timestamp::MIN);
    let queue = store::pursuit::queue(unit.tx, offer.micro_credential, since, MOST)?;
    let days = offer.content.plan.turnaround_business_days;
    let calendar = calendar_of(unit, offer.issuer.id, &offer.issuer.time_zone)?;
    let planned = calendar.due(submitted_at, days);
    Ok(predict(submitted_at, &queue, planned, unit.now))
}
