//! Changing what a need says, and ending it.

use domain::audit::Fact;
use domain::growth::{AskedNeed, Need, Refusal};
use domain::ids::NeedId;
use domain::people::permission::{Question, may};
use domain::people::{Actor, Role};
use serde_json::json;
use store::growth::need::{self, Kept};
use store::people::path_of;

use crate::{App, Outcome, Unit};

/// Changes what a need says, as long as it has not ended.
///
/// # Errors
/// `growth-fields`, `no-such-need`, `need-ended`.
pub async fn change_need(app: &App, actor: &Actor, id: NeedId, asked: AskedNeed) -> Outcome<()> {
    let (need, actor) = (Need::read(&asked)?, actor.clone());
    app.write(move |unit| {
        led(unit, &actor, id)?;
        if !need::change(unit.tx, id, &need, unit.now)? {
            return Err(Refusal::NeedEnded.into());
        }
        let fact = Fact::of("need-changed", "need", id).by(actor.person, Some(Role::Leader));
        unit.record(fact, &need)
    })
    .await
}

/// Ends a need; nobody sees it as a priority from now on. Ending it again changes nothing.
///
/// # Errors
/// `no-such-need`.
pub async fn end_need(app: &App, actor: &Actor, id: NeedId) -> Outcome<()> {
    let actor = actor.clone();
    app.write(move |unit| {
        led(unit, &actor, id)?;
        if need::finish(unit.tx, id, unit.now)? {
            let fact = Fact::of("need-ended", "need", id).by(actor.person, Some(Role::Leader));
            unit.record(fact, &json!({ "ended_at": unit.now }))?;
        }
        Ok(())
    })
    .await
}

/// A need of an organization that the actor leads. Any other does not exist for them.
pub(super) fn led(unit: &Unit<'_>, actor: &Actor, id: NeedId) -> Outcome<Kept> {
    let kept = need::find(unit.tx, id)?.ok_or(Refusal::NoSuchNeed)?;
    let path = path_of(unit.tx, kept.organization)?;
    let question = Question::PublishNeed {
        organization: &path,
    };
    match may(actor, question) {
        true => Ok(kept),
        false => Err(Refusal::NoSuchNeed.into()),
    }
}
