//! Saving marks while they are drafts.

use domain::catalogue::Slug;
use domain::ids::ReviewId;
use domain::people::Actor;
use domain::refusal::Place;
use domain::review::{Confidence, DraftMark, MAX_FEEDBACK, Refusal};
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::review::{self as kept, SavedMark};

use super::open::{Step, ensure_open, own};
use crate::{App, Failure, Outcome, Unit};

/// One mark as its assessor has it now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkDraft {
    /// Of which criterion.
    pub criterion: String,
    /// The level, once chosen.
    pub level: Option<u8>,
    /// How sure; sure unless said otherwise.
    pub confidence: Option<Confidence>,
    /// Words for the educator.
    pub feedback: String,
    /// The version that this follows on; 0 before the first save.
    pub version: u64,
}

/// Marks to be saved.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SaveMarks {
    /// In which review.
    pub review: ReviewId,
    /// All or none of them are saved.
    pub marks: Vec<MarkDraft>,
}

/// A mark as it is stored now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkSaved {
    /// Of which criterion.
    pub criterion: Slug,
    /// The version to build on next.
    pub version: u64,
    /// When it was saved.
    pub saved_at: Timestamp,
}

/// Saves marks of an open review; opens it if it is not. Saving what is stored already changes
/// nothing, whichever version it follows on.
///
/// # Errors
/// Refuses other people's reviews as unknown, reviews that have ended, criteria that are not open
/// in this review, levels that the criterion does not have, feedback beyond its limit, and a mark
/// that was changed elsewhere, with what is stored.
pub async fn save_marks(app: &App, actor: &Actor, command: SaveMarks) -> Outcome<Vec<MarkSaved>> {
    let by = actor.clone();
    let step = app
        .write(move |unit| {
            let review = own(unit, &by, command.review)?;
            if let Step::Lapsed = ensure_open(unit, &review)? {
                return Ok(Step::Lapsed);
            }
            save(unit, &review, &command.marks).map(Step::Done)
        })
        .await?;
    step.told()
}

fn save(unit: &Unit<'_>, review: &kept::Review, drafts: &[MarkDraft]) -> Outcome<Vec<MarkSaved>> {
    let levels = levels_of(unit, review)?;
    let stored = kept::marks(unit.tx, review.seated.id)?;
    let mut saved = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let known = levels
            .iter()
            .find(|(criterion, _)| criterion.as_str() == draft.criterion);
        let (criterion, levels) = known.ok_or(Refusal::CriterionNotOpen)?;
        let mark = read(criterion, levels, draft)?;
        saved.push(save_one(unit, review, criterion, mark, draft, &stored)?);
    }
    Ok(saved)
}

/// The criteria of a review with the levels that each has.
fn levels_of(unit: &Unit<'_>, review: &kept::Review) -> Outcome<BTreeMap<Slug, Vec<u8>>> {
    let content = kept::content_of(unit.tx, review.seated.submission)?
        .ok_or_else(|| Failure::broken("a review without its submission"))?;
    let criteria = content.rubric.criteria.into_iter();
    Ok(criteria
        .filter(|it| review.seated.criteria.contains(&it.id))
        .map(|it| (it.id, it.descriptors.into_keys().collect()))
        .collect())
}

fn read(criterion: &Slug, levels: &[u8], draft: &MarkDraft) -> Result<DraftMark, Refusal> {
    let at = |what: &str, code| Place::new(format!("{what}/{criterion}"), code);
    let mut places = Vec::new();
    if let Some(level) = draft.level.filter(|it| !levels.contains(it)) {
        places.push(at("level", "level-unknown").with("level", level));
    }
    if draft.feedback.chars().count() > MAX_FEEDBACK {
        places.push(at("feedback", "feedback-too-long").with("limit", MAX_FEEDBACK));
    }
    if !places.is_empty() {
        return Err(Refusal::Incomplete(places));
    }
    Ok(DraftMark {
        level: draft.level,
        confidence: draft.confidence,
        feedback: draft.feedback.clone(),
    })
}

fn save_one(
    unit: &Unit<'_>,
    review: &kept::Review,
    criterion: &Slug,
    mark: DraftMark,
    draft: &MarkDraft,
    stored: &BTreeMap<Slug, SavedMark>,
) -> Outcome<MarkSaved> {
    let before = stored.get(criterion);
    let told = |it: &SavedMark| MarkSaved {
        criterion: criterion.clone(),
        version: it.version,
        saved_at: it.saved_at,
    };
    if let Some(same) = before.filter(|it| it.draft == mark) {
        return Ok(told(same));
    }
    let current = before.map_or(0, |it| it.version);
    if draft.version != current {
        return Err(Refusal::StaleMark {
            criterion: criterion.clone(),
            current,
            stored: before.map(|it| it.draft.clone()).unwrap_or_default(),
        }
        .into());
    }
    let next = SavedMark {
        draft: mark,
        version: current + 1,
        saved_at: unit.now,
    };
    kept::save_mark(unit.tx, review.seated.id, criterion, &next)?;
    Ok(told(&next))
}
