//! What somebody accompanies, and what they are invited to.

use domain::growth::{Meeting, meeting};
use domain::ids::PursuitId;
use domain::people::Actor;
use store::growth::companion::{self, Accompanied, Companion, Invited, Received};
use store::growth::learning;

use super::companions::accompanied;
use crate::pursuit::{as_known, own_work};
use crate::{App, Outcome};

/// What a person accompanies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccompanyingView {
    /// The newest first.
    pub accompanied: Vec<Accompanied>,
    /// Invitations without an answer.
    pub received: Vec<Received>,
}

/// What the actor accompanies and is invited to; two statements.
///
/// # Errors
/// None of its own.
pub async fn view_accompanying(app: &App, actor: &Actor) -> Outcome<AccompanyingView> {
    let person = actor.person;
    app.read(move |unit| {
        let mut accompanied = companion::of_person(unit.tx, person)?;
        for it in &mut accompanied {
            it.state = as_known(it.state);
        }
        Ok(AccompanyingView {
            accompanied,
            received: companion::to_person(unit.tx, person)?,
        })
    })
    .await
}

/// Those who accompany a pursuit, for its educator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompanionsView {
    /// Which pursuit.
    pub pursuit: PursuitId,
    /// What is worked on.
    pub title: String,
    /// Those who accompany it.
    pub companions: Vec<Companion>,
    /// Invitations without an answer.
    pub invited: Vec<Invited>,
    /// Whether a meeting with a mentor is due.
    pub meeting: Meeting,
}

/// Those who accompany one's own pursuit; five statements.
///
/// # Errors
/// `no-such-pursuit`.
pub async fn view_companions(
    app: &App,
    actor: &Actor,
    pursuit: PursuitId,
) -> Outcome<CompanionsView> {
    let actor = actor.clone();
    app.read(move |unit| {
        let work = own_work(unit, &actor, pursuit)?;
        let (_, companions) = accompanied(unit, &actor, pursuit)?;
        let log = learning::of_pursuit(unit.tx, pursuit)?;
        Ok(CompanionsView {
            pursuit,
            meeting: due(&work.stored, &log),
            title: work.offer.content.title,
            companions,
            invited: companion::open(unit.tx, pursuit)?,
        })
    })
    .await
}

/// Whether a meeting is due: one counts that was logged on or after the day of the last change of
/// state.
pub(super) fn due(stored: &store::pursuit::Stored, log: &[learning::Kept]) -> Meeting {
    use domain::growth::Learned::MentorMeeting;
    let since = stored.changed_at;
    let held = log
        .iter()
        .any(|it| it.it.kind == MentorMeeting && it.created_at >= since);
    let it = &stored.pursuit;
    meeting(as_known(it.name()), it.attempt(), held)
}
