//! Submissions that nobody may judge, and why: for those who can change that.

use std::collections::BTreeMap;

use domain::people::{Actor, Refusal, Role};
use domain::review::Seat;
use domain::review::assignment::Conflict;
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use store::review as kept;

use crate::{App, Failure, Outcome};

/// The most submissions of one page.
const PAGE: u32 = 50;

/// A submission that waits for assessors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingFor {
    /// Code of the submission.
    pub code: String,
    /// Title of the micro-credential.
    pub title: String,
    /// When it came.
    pub submitted_at: Timestamp,
    /// Since when it has waited for these reasons.
    pub since: Timestamp,
    /// The empty seats.
    pub seats: Vec<EmptySeat>,
}

/// A seat that nobody may take now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmptySeat {
    /// Which; the third is for lead assessors.
    pub seat: Seat,
    /// How many are qualified and hold the role that the seat asks for.
    pub qualified: u32,
    /// What keeps how many of them away.
    pub blocked: BTreeMap<Conflict, u32>,
}

/// Submissions of the issuers that the person leads or manages which wait for assessors, oldest first.
///
/// # Errors
/// Refuses those who are neither lead assessor nor programme manager.
pub async fn list_waiting(app: &App, actor: &Actor) -> Outcome<Vec<WaitingFor>> {
    if !(actor.holds(Role::LeadAssessor) || actor.holds(Role::ProgrammeManager)) {
        return Err(Refusal::NotAllowed.into());
    }
    let lead = actor.person;
    app.read(move |unit| {
        let waiting = kept::waiting_led(unit.tx, lead, unit.now, None, PAGE)?;
        waiting.into_iter().map(told).collect()
    })
    .await
}

fn told(it: kept::Waiting) -> Outcome<WaitingFor> {
    Ok(WaitingFor {
        code: it.code,
        title: it.title,
        submitted_at: it.submitted_at,
        since: it.since,
        seats: it
            .reasons
            .into_iter()
            .map(|reason| serde_json::from_value(reason).map_err(Failure::broken))
            .collect::<Outcome<_>>()?,
    })
}
