//! The history of one field: what it says now, and every text that was kept.

use domain::ids::PursuitId;
use domain::people::Actor;
use domain::pursuit::{Field, FieldText, Refusal};
use domain::time::Timestamp;
use store::pursuit::{KeptText, Offer};

use super::own::own_work;
use crate::{App, Outcome};

/// Kept texts of one page.
pub const HISTORY_PAGE: u32 = 20;

/// The history of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryView {
    /// The pursuit.
    pub pursuit: PursuitId,
    /// What is worked on.
    pub offer: Offer,
    /// Which field.
    pub field: Field,
    /// What it says now, and since when; version 0 and no time before the first save.
    pub now: (FieldText, Option<Timestamp>),
    /// Why nothing can be restored any more.
    pub may_draft: Result<(), Refusal>,
    /// One page of what was kept, newest first.
    pub kept: Vec<KeptText>,
    /// The next page is about what came before this version.
    pub next: Option<u64>,
}

/// The history of a field of one's own draft, before a version; three statements.
///
/// # Errors
/// `no-such-pursuit`, `unknown-field`.
pub async fn view_history(
    app: &App,
    actor: &Actor,
    pursuit: PursuitId,
    field: &str,
    before: Option<u64>,
) -> Outcome<HistoryView> {
    let (actor, name) = (actor.clone(), field.to_owned());
    app.read(move |unit| {
        let work = own_work(unit, &actor, pursuit)?;
        let target = store::pursuit::target(unit.tx, pursuit, &name)?;
        let stored = target.and_then(|it| it.stored);
        let field = match &stored {
            Some(_) => name.parse().map_err(|_| Refusal::UnknownField)?,
            None => Field::within(&work.offer.content, &name)?,
        };
        let before = before.unwrap_or(i64::MAX.unsigned_abs());
        let mut kept =
            store::pursuit::kept_texts(unit.tx, pursuit, &field, before, HISTORY_PAGE + 1)?;
        let more = kept.len() > usize::try_from(HISTORY_PAGE).unwrap_or(usize::MAX);
        if more {
            kept.pop();
        }
        Ok(HistoryView {
            pursuit,
            may_draft: work.stored.pursuit.may_draft(),
            offer: work.offer,
            field,
            now: stored.map_or((FieldText::default(), None), |(text, written)| {
                (text, Some(written.saved_at))
            }),
            next: kept.last().filter(|_| more).map(|it| it.text.version),
            kept,
        })
    })
    .await
}
