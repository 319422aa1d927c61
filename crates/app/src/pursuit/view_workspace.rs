//! The workspace: what is asked, what is there, what is missing, and what assessors said.

use std::collections::{BTreeMap, BTreeSet};

use domain::catalogue::{Criterion, Slug};
use domain::evidence::blindness::{Check, Fit};
use domain::ids::PursuitId;
use domain::people::Actor;
use domain::pursuit::{
    Draft, Field, Pursuit, Refusal, Sending, StateName, freeze, is_same, missing_work,
    open_criteria, reopened,
};
use domain::refusal::Place;
use domain::time::Timestamp;
use store::pursuit::{DraftAt, Ended, Offer, Work};

use super::earlier::EarlierAttempt;
use super::feedback::of_majority;
use super::own::{as_known, own_work};
use crate::evidence::{check, look_again};
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
    /// It was met, and opens again only because one of its sources has changed.
    pub reopens: bool,
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
    /// What its files and texts tell of whoever made them.
    pub check: Check,
    /// What is missing before it can be sent, without the four statements.
    pub missing: Vec<Place>,
    /// The code of the submission that was given back as incomplete, and what is missing.
    pub returned: Option<(String, Ended)>,
    /// When the time for a first submission ends, as long as there is none.
    pub expires_at: Option<Timestamp>,
    /// A newer version is published, to which the pursuit can move.
    pub has_newer: bool,
}

/// The workspace of one's own pursuit; seven statements, nine after a first decision, one more for
/// what was given back. Files that have not been searched for the names of now are searched first.
///
/// # Errors
/// `no-such-pursuit`.
pub async fn view_workspace(
    app: &App,
    actor: &Actor,
    pursuit: PursuitId,
) -> Outcome<WorkspaceView> {
    let asking = actor.clone();
    let load = move |unit: &Unit<'_>| {
        let work = own_work(unit, &asking, pursuit)?;
        let draft = store::pursuit::draft(unit.tx, pursuit)?;
        let checked = check(unit, work.stored.person, pursuit, &draft.draft)?;
        let before = before(unit, &work)?;
        let returned = match work.stored.pursuit {
            Pursuit::Returned(_) => store::pursuit::last_ended(unit.tx, pursuit)?,
            _ => None,
        };
        let mut view = view(work, draft, checked.check, before);
        view.returned = returned;
        Ok(view)
    };
    let first = app.read(load.clone()).await?;
    if !first.check.pieces.iter().any(|it| it.fit == Fit::Pending) {
        return Ok(first);
    }
    look_again(app, pursuit).await?;
    app.read(load).await
}

struct Before {
    attempt: EarlierAttempt,
    feedback: BTreeMap<Slug, Vec<String>>,
}

fn before(unit: &Unit<'_>, work: &Work) -> Outcome<Option<Before>> {
    if work.stored.pursuit.attempt() == 0 {
        return Ok(None);
    }
    let Some(attempt) = EarlierAttempt::of(unit, work)? else {
        return Ok(None);
    };
    let said = store::pursuit::feedback(unit.tx, work.stored.id)?;
    let feedback = of_majority(&attempt.decided.outcome, &said, attempt.submission.id);
    Ok(Some(Before { attempt, feedback }))
}

fn view(work: Work, draft: DraftAt, check: Check, before: Option<Before>) -> WorkspaceView {
    let stored = &work.stored;
    let next_attempt = stored.pursuit.next_attempt();
    let mut missing = missing_work(&work.offer.content, &draft.draft);
    missing.extend(missing_words(&draft.draft, next_attempt.as_ref().ok()));
    missing.extend(check.missing(draft.draft.text(&Field::Findings)));
    let criteria = criteria(&work, &draft.draft, before.as_ref());
    let can_expire = stored.pursuit.clone().expire().is_ok();
    WorkspaceView {
        pursuit: stored.id,
        state: as_known(stored.pursuit.name()),
        attempt: stored.pursuit.attempt(),
        next_attempt,
        criteria,
        earlier: before.map(|it| Earlier {
            code: it.attempt.submission.code,
            attempt: it.attempt.submission.attempt,
            decided: it.attempt.decided.released_at,
        }),
        missing,
        returned: None,
        has_newer: work.offer.is_outdated,
        expires_at: stored.expires_at.filter(|_| can_expire),
        code: work.code,
        check,
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

fn criteria(work: &Work, draft: &Draft, before: Option<&Before>) -> Vec<CriterionView> {
    let rubric = &work.offer.content.rubric;
    let attempt = work.stored.pursuit.next_attempt().unwrap_or(2);
    let now = freeze(Sending {
        version: work.offer.version,
        content: &work.offer.content,
        draft,
        attestations: &BTreeSet::new(),
        attempt,
        earlier: None,
        reopens: &BTreeSet::new(),
    });
    let earlier = before.map(|it| it.attempt.as_decided(work));
    let content = &work.offer.content;
    let open = open_criteria(content, earlier, &now);
    let reopened = reopened(content, earlier, &now);
    let rows = rubric.criteria.iter();
    rows.map(|row| {
        let same = earlier.filter(|it| is_same(it.content, content, &row.id));
        let found = same.and_then(|it| it.outcomes.iter().find(|c| c.criterion == row.id));
        CriterionView {
            criterion: row.id.clone(),
            was_met: found.is_some_and(|it| it.met),
            level: found.map(|it| it.level),
            is_open: open.contains(&row.id),
            reopens: reopened.contains(&row.id),
            feedback: before
                .and_then(|it| it.feedback.get(&row.id))
                .cloned()
                .unwrap_or_default(),
            files: draft
                .items
                .iter()
                .filter(|it| it.criteria.contains(&row.id))
                .count(),
            texts: texts_of(draft, row),
        }
    })
    .collect()
}

/// Texts that are written for what a criterion rests on.
fn texts_of(draft: &Draft, row: &Criterion) -> usize {
    let rests = |field: &Field| field.source().is_some_and(|it| row.sources.contains(it));
    let texts = draft.texts.iter();
    texts
        .filter(|(field, it)| !it.text.trim().is_empty() && rests(field))
        .count()
}
