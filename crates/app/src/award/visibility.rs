//! The holder chooses who may see an award.

use domain::audit::Fact;
use domain::award::{Refusal, Visibility};
use domain::ids::AwardId;
use domain::people::Actor;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::award::holding;

use crate::{App, IdempotencyKey, Outcome};

/// Who may see an award from now on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetVisibility {
    /// The award.
    pub award: AwardId,
    /// Who may see it.
    pub visibility: Visibility,
}

/// Sets who may see an award. Only its holder may; others are told what they may know: nothing, if
/// they may not see it.
pub async fn set_visibility(
    app: &App,
    actor: &Actor,
    command: SetVisibility,
    key: Option<IdempotencyKey>,
) -> Outcome<Visibility> {
    let person = actor.person;
    app.once(Some(person), "set-visibility", key, &command, move |unit| {
        let award = holding::find(unit.tx, command.award)?
            .filter(|award| award.person == person)
            .ok_or(Refusal::NoSuchAward)?;
        if award.visibility != command.visibility {
            holding::show_to(unit.tx, award.id, command.visibility)?;
            let fact = Fact::of("award-visibility-set", "award", award.id)
                .by(person, None)
                .with(json!({"from": award.visibility, "to": command.visibility}));
            unit.record(fact, &json!({"visibility": command.visibility}))?;
        }
        Ok(command.visibility)
    })
    .await
}
