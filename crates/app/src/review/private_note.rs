//! What an assessor notes for themselves while a review is open. Nobody else reads it.

use domain::ids::ReviewId;
use domain::people::Actor;
use domain::refusal::Place;
use domain::review::{MAX_FEEDBACK, Refusal};
use serde::{Deserialize, Serialize};
use store::review::{self as kept, PrivateNote};

use super::open::{Step, ensure_open, own};
use crate::{App, Outcome};

/// The field of a form that holds it; no criterion has a slash in its id.
pub const NOTE_FIELD: &str = "note/private";

/// A private note as its writer has it now.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SavePrivateNote {
    /// One's own review.
    pub review: ReviewId,
    /// In which words.
    pub body: String,
    /// The version that this follows on; 0 before the first save.
    pub version: u64,
}

/// Saves a private note; saving what is stored already changes nothing.
///
/// # Errors
/// Refuses other people's reviews as unknown, those that have ended, a note beyond the limit of
/// feedback, and one that was changed elsewhere.
pub async fn save_private_note(app: &App, actor: &Actor, command: SavePrivateNote) -> Outcome<u64> {
    let by = actor.clone();
    let step: Step<u64> = app
        .write(move |unit| {
            let review = own(unit, &by, command.review)?;
            if let Step::Lapsed = ensure_open(unit, &review)? {
                return Ok(Step::Lapsed);
            }
            let before = kept::private_note(unit.tx, command.review)?;
            if before.body == command.body {
                return Ok(Step::Done(before.version));
            }
            let place = |code| Place::new(NOTE_FIELD, code).with("limit", MAX_FEEDBACK);
            if command.body.chars().count() > MAX_FEEDBACK {
                return Err(Refusal::Incomplete(vec![place("feedback-too-long")]).into());
            }
            if before.version != command.version {
                return Err(Refusal::Incomplete(vec![place("stale-note")]).into());
            }
            let next = PrivateNote {
                body: command.body.clone(),
                version: before.version + 1,
            };
            kept::save_private_note(unit.tx, command.review, &next, unit.now)?;
            Ok(Step::Done(next.version))
        })
        .await?;
    step.told()
}
