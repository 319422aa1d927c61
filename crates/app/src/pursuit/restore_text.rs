//! Taking an earlier text of a field back into the draft.

use domain::ids::PursuitId;
use domain::people::Actor;
use domain::pursuit::Refusal;
use domain::pursuit::history::Sitting;

use super::own::own_work;
use super::save_text::{Saved, TextIn, save};
use crate::{App, Outcome};

/// Which text to take back.
#[derive(Clone, Debug)]
pub struct RestoreText {
    /// The pursuit.
    pub pursuit: PursuitId,
    /// The field, such as `answer/start`.
    pub field: String,
    /// The version that was kept.
    pub version: u64,
    /// The version that it is to take the place of.
    pub based_on: u64,
}

/// Saves a kept text as the newest version of its field. What it takes the place of stays in the
/// history.
///
/// # Errors
/// `no-such-pursuit`, `already-awarded`, `unknown-field`; `no-such-text` if that version was not
/// kept; `stale-field` if the field changed since its history was read.
pub async fn restore_text(app: &App, actor: &Actor, command: RestoreText) -> Outcome<Saved> {
    let actor = actor.clone();
    app.write(move |unit| {
        own_work(unit, &actor, command.pursuit)?;
        let field = command.field.parse().map_err(|_| Refusal::UnknownField)?;
        let kept = store::pursuit::kept_text(unit.tx, command.pursuit, &field, command.version)?;
        let kept = kept.ok_or(Refusal::NoSuchText)?;
        let text = TextIn {
            field: command.field.clone(),
            text: kept.text.text,
            based_on: command.based_on,
            sitting: Sitting::named(&format!("restored-{}", command.version)),
        };
        save(unit, &actor, command.pursuit, &text)
    })
    .await
}
