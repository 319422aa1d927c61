//! Saving what is written. It happens every few seconds, so it is cheap: one statement to read,
//! one to write, no event. What is written over stays in the history of its field where
//! [`domain::pursuit::history`] says so.

use std::collections::BTreeSet;

use domain::ids::PursuitId;
use domain::people::Actor;
use domain::pursuit::history::{Sitting, Written, keep, middle_kept_since};
use domain::pursuit::{Field, FieldText, Refusal};
use domain::time::Timestamp;
use store::pursuit::{KeptText, Target};

use super::own::own;
use crate::{App, Outcome, Unit};

/// A text of one's own draft.
#[derive(Clone, Debug)]
pub struct SaveText {
    /// The pursuit.
    pub pursuit: PursuitId,
    /// What to write into.
    pub text: TextIn,
}

/// A text on its way into a field.
#[derive(Clone, Debug)]
pub struct TextIn {
    /// The field, such as `answer/start`.
    pub field: String,
    /// What it says.
    pub text: String,
    /// The version that it was written over; 0 for an empty field.
    pub based_on: u64,
    /// The page from which it comes, so that the last text of each stays in the history.
    pub sitting: Sitting,
}

/// A text that is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Its version, to base the next save on.
    pub version: u64,
    /// Since when it is stored.
    pub at: Timestamp,
}

/// The most texts that are saved at once.
const MOST: usize = 200;

/// Saves one text.
///
/// # Errors
/// `no-such-pursuit`, `already-awarded`, `unknown-field`, `text-too-long`; `stale-field` with what
/// is stored, if it changed elsewhere.
pub async fn save_text(app: &App, actor: &Actor, command: SaveText) -> Outcome<Saved> {
    let actor = actor.clone();
    app.write(move |unit| save(unit, &actor, command.pursuit, &command.text))
        .await
}

/// Saves the texts of a form. Those that can be saved are saved, whatever becomes of the others;
/// the refusals of single texts are in the answer, in the order of the texts.
///
/// # Errors
/// `no-such-pursuit`, `already-awarded`.
pub async fn save_texts(
    app: &App,
    actor: &Actor,
    pursuit: PursuitId,
    texts: Vec<TextIn>,
) -> Outcome<Vec<(String, Result<Saved, Refusal>)>> {
    let actor = actor.clone();
    app.write(move |unit| {
        let mut seen = BTreeSet::new();
        let mut answers = Vec::new();
        for text in texts.iter().take(MOST) {
            if seen.insert(&text.field) {
                let answer = one_of_many(unit, &actor, pursuit, text)?;
                answers.push((text.field.clone(), answer));
            }
        }
        Ok(answers)
    })
    .await
}

/// Refusals of a single text do not undo the others; those of the pursuit do.
fn one_of_many(
    unit: &Unit<'_>,
    actor: &Actor,
    pursuit: PursuitId,
    text: &TextIn,
) -> Outcome<Result<Saved, Refusal>> {
    use crate::Failure::Refused;
    use domain::refusal::Refusal::Pursuit;
    match save(unit, actor, pursuit, text) {
        Err(Refused(Pursuit(
            refusal @ (Refusal::StaleField { .. }
            | Refusal::UnknownField
            | Refusal::TextTooLong { .. }),
        ))) => Ok(Err(refusal)),
        Ok(saved) => Ok(Ok(saved)),
        Err(other) => Err(other),
    }
}

/// Saves one text; `new` may come from anywhere.
pub(super) fn save(
    unit: &Unit<'_>,
    actor: &Actor,
    pursuit: PursuitId,
    new: &TextIn,
) -> Outcome<Saved> {
    let target = store::pursuit::target(unit.tx, pursuit, &new.field)?;
    let target = target.ok_or(Refusal::NoSuchPursuit)?;
    own(actor, target.person)?;
    target.state.may_draft()?;
    let field = field(unit, &target, &new.field)?;
    let text = tamed(&new.text);
    let (before, written) = target.stored.unwrap_or_else(|| {
        let written = Written {
            saved_at: unit.now,
            kept_at: unit.now,
            sitting: new.sitting.clone(),
        };
        (FieldText::default(), written)
    });
    let after = before.save(&field, &text, new.based_on)?;
    if after == before {
        return Ok(Saved {
            version: before.version,
            at: written.saved_at,
        });
    }
    let kept_at = set_aside(
        unit,
        pursuit,
        &field,
        (before, &written),
        &after,
        &new.sitting,
    )?;
    let now = Written {
        saved_at: unit.now,
        kept_at,
        sitting: new.sitting.clone(),
    };
    store::pursuit::save_text(unit.tx, pursuit, &field, &after, &now)?;
    Ok(Saved {
        version: after.version,
        at: unit.now,
    })
}

/// Puts what is written over into the history, if it belongs there; answers when a text of the
/// field was kept last.
fn set_aside(
    unit: &Unit<'_>,
    pursuit: PursuitId,
    field: &Field,
    (old, written): (FieldText, &Written),
    new: &FieldText,
    by: &Sitting,
) -> Outcome<Timestamp> {
    let Some(why) = keep(&old, &new.text, written, by, unit.now) else {
        return Ok(written.kept_at);
    };
    let old = KeptText {
        text: old,
        saved_at: written.saved_at,
    };
    store::pursuit::keep_text(unit.tx, pursuit, field, &old, why)?;
    store::pursuit::thin(unit.tx, pursuit, field, middle_kept_since(unit.now))?;
    Ok(unit.now)
}

/// What was written once exists; only a new field is looked up in the content.
fn field(unit: &Unit<'_>, target: &Target, text: &str) -> Outcome<Field> {
    if target.stored.is_some() {
        return Ok(text.parse().map_err(|_| Refusal::UnknownField)?);
    }
    let content = store::pursuit::content_of(unit.tx, target.version)?;
    Ok(Field::within(&content, text)?)
}

/// Lines end in one way, whoever sends them, and the database takes no NUL.
fn tamed(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\0', "")
}
