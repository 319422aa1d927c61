//! The workspace: what is asked, what is there, what is missing, and what assessors said.

use std::collections::{BTreeMap, BTreeSet};

use domain::catalogue::Slug;
use domain::ids::PursuitId;
use domain::people::Actor;
use domain::pursuit::{Draft, Field, Refusal, Snapshot, StateName, missing_work, open_criteria};
use domain::refusal::Place;
use domain::review::Outcome as Judgement;
use domain::time::Timestamp;
use store::pursuit::{DraftAt, Offer, Work};

use super::feedback::of_majority;
use super::own::{as_known, own_work};
use crate::{App, Outcome, Unit};

/// The attempt before this draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// Its code.
    pub code: String,
    /// Its number.
    pub attempt: u32,
    /// Since when the educator knows.
    pub decided: Timestamp,
}

/// How a criterion stands in the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionView {
    /// Which.
    pub criterion: Slug,
    /// Met in an earlier attempt.
    pub was_met: bool,
    /// The level that was found; nothing before the first decision.
    pub level: Option<u8>,
    /// It would be judged if the draft were sent now: not met before, or one of its sources has
    /// changed since.
    pub is_open: bool,
    /// What the assessors said of it, in an order that hides whose words they are.
    pub feedback: Vec<String>,
    /// Files that are attached to it.
    pub files: usize,
    /// Texts that are written for what it rests on.
    pub texts: usize,
}

/// The workspace of a pursuit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkspaceView {
    /// The pursuit.
    pub pursuit: PursuitId,
    /// Its state, as its educator may know it.
    pub state: StateName,
    /// The latest attempt that was sent; 0 before the first.
    pub attempt: u32,
    /// Code of that attempt.
    pub code: Option<String>,
    /// The number of the attempt that could be sent now, or why none can.
    pub next_attempt: Result<u32, Refusal>,
    /// What is worked on.
    pub offer: Offer,
    /// What is there.
    pub draft: DraftAt,
    /// In the order of the rubric.
    pub criteria: Vec<CriterionView>,
    /// The attempt before.
    pub earlier: Option<Earlier>,
    /// What is missing before it can be sent, without the four statements.
    pub missing: Vec<Place>,
}

/// The workspace of one's own pursuit; four statements, six after a first decision.
///
/// # Errors
/// `no-such-pursuit`.
pub async fn view_workspace(
    app: &App,
    actor: &Actor,
    pursuit: PursuitId,
) -> Outcome<WorkspaceView> {
    let actor = actor.clone();
    app.read(move |unit| {
        let work = own_work(unit, &actor, pursuit)?;
        let draft = store::pursuit::draft(unit.tx, pursuit)?;
        let before = before(unit, &work)?;
        Ok(view(work, draft, before))
    })
    .await
}

struct Before {
    earlier: Earlier,
    snapshot: Snapshot,
    outcome: Judgement,
    feedback: BTreeMap<Slug, Vec<String>>,
}

fn before(unit: &Unit<'_>, work: &Work) -> Outcome<Option<Before>> {
    if work.stored.pursuit.attempt() == 0 {
        return Ok(None);
    }
    let id = work.stored.id;
    let Some((submission, decided)) = store::pursuit::latest_released(unit.tx, id)? else {
        return Ok(None);
    };
    let said = store::pursuit::feedback(unit.tx, id)?;
    Ok(Some(Before {
        feedback: of_majority(&decided.outcome, &said, submission.id),
        earlier: Earlier {
            code: submission.code,
            attempt: submission.attempt,
            decided: decided.released_at,
        },
        snapshot: submission.snapshot,
        outcome: decided.outcome,
    }))
}

fn view(work: Work, draft: DraftAt, before: Option<Before>) -> WorkspaceView {
    let stored = &work.stored;
    let next_attempt = stored.pursuit.next_attempt();
    let mut missing = missing_work(&work.offer.content, &draft.draft);
    missing.extend(missing_words(&draft.draft, next_attempt.as_ref().ok()));
    WorkspaceView {
        pursuit: stored.id,
        state: as_known(stored.pursuit.name()),
        attempt: stored.pursuit.attempt(),
        code: work.code,
        next_attempt,
        criteria: criteria(&work.offer, &draft.draft, before.as_ref()),
        earlier: before.map(|it| it.earlier),
        missing,
        draft,
        offer: work.offer,
    }
}

/// What is declared in words when a draft is sent.
fn missing_words(draft: &Draft, attempt: Option<&u32>) -> Vec<Place> {
    let is_empty = |field| draft.text(field).trim().is_empty();
    let mut places = Vec::new();
    if attempt.is_some_and(|it| *it > 1) && is_empty(&Field::Note) {
        places.push(Place::new("note", "note-missing"));
    }
    if is_empty(&Field::AiUse) {
        places.push(Place::new("ai-use", "ai-use-missing"));
    }
    places
}

fn criteria(offer: &Offer, draft: &Draft, before: Option<&Before>) -> Vec<CriterionView> {
    let rubric = &offer.content.rubric;
    let now = frozen(offer, draft);
    let earlier = before.map(|it| (&it.snapshot, it.outcome.criteria.as_slice()));
    let open = open_criteria(rubric, earlier, &now);
    let rows = rubric.criteria.iter();
    rows.map(|row| {
        let found =
            before.and_then(|it| it.outcome.criteria.iter().find(|c| c.criterion == row.id));
        let texts = draft.texts.iter();
        CriterionView {
            criterion: row.id.clone(),
            was_met: found.is_some_and(|it| it.met),
            level: found.map(|it| it.level),
            is_open: open.contains(&row.id),
            feedback: before
                .and_then(|it| it.feedback.get(&row.id))
                .cloned()
                .unwrap_or_default(),
            files: draft
                .items
                .iter()
                .filter(|it| it.criteria.contains(&row.id))
                .count(),
            texts: texts
                .filter(|(field, it)| {
                    !it.text.trim().is_empty()
                        && field
                            .source()
                            .is_some_and(|source| row.sources.contains(source))
                })
                .count(),
        }
    })
    .collect()
}

/// The draft as a snapshot would hold it, to see which criteria it would open.
fn frozen(offer: &Offer, draft: &Draft) -> Snapshot {
    let texts = draft.texts.iter();
    Snapshot {
        version: offer.version,
        texts: texts
            .filter(|(_, it)| !it.text.trim().is_empty())
            .map(|(field, it)| (field.clone(), it.text.clone()))
            .collect(),
        items: draft.items.clone(),
        attestations: BTreeSet::new(),
    }
}
