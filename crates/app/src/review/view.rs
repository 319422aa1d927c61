//! A review as its assessor may see it. Deliberately absent: who the educator is, where they work,
//! when they submitted, how often, earlier levels and feedback, and everything of other reviews.

use std::collections::BTreeMap;

use domain::catalogue::{Criterion, Rubric, Slug};
use domain::ids::ReviewId;
use domain::people::Actor;
use domain::pursuit::{Field, Snapshot};
use domain::review::pin::Pin;
use domain::review::turnaround::{Calendar, Standing};
use domain::review::{Confidence, Refusal, ReviewState};
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use store::pursuit::{Submission, Work};
use store::review::{self as kept, SavedMark};

use super::content::{Shown, text, title};
use super::open::own;
use crate::{App, Failure, Outcome};

/// A review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewView {
    /// Its id.
    pub review: ReviewId,
    /// Assigned, opened or locked.
    pub state: ReviewState,
    /// The code under which both sides speak of the submission.
    pub code: String,
    /// Title of the micro-credential.
    pub title: String,
    /// Its issuer.
    pub issuer: String,
    /// The name of the issuer's colour.
    pub accent: String,
    /// The zone of its dates.
    pub time_zone: String,
    /// When it is due.
    pub due_at: Timestamp,
    /// How it stands to that.
    pub standing: Standing,
    /// Its assessor said yes to the offer.
    pub is_accepted: bool,
    /// How many criteria the rubric has.
    pub rubric_criteria: usize,
    /// The criteria to judge, in the order of the rubric.
    pub criteria: Vec<CriterionView>,
    /// What these rest on, in the order of the parts; only while the review is open.
    pub sources: Vec<SourceView>,
    /// How AI was used; only while the review is open.
    pub ai_use: Option<String>,
    /// What changed since the attempt before; only while the review is open.
    pub note: Option<String>,
    /// What the assessor notes for themselves.
    pub private_note: String,
    /// The version of that; 0 before the first save.
    pub private_note_version: u64,
}

/// A criterion to judge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriterionView {
    /// Its id.
    pub id: Slug,
    /// What is judged.
    pub title: String,
    /// The lowest level that is met.
    pub passing_level: u8,
    /// Its levels, lowest first.
    pub levels: Vec<LevelView>,
    /// What it rests on.
    pub sources: Vec<Slug>,
    /// One's own mark so far.
    pub mark: MarkView,
    /// Places that one points at, oldest first.
    pub pins: Vec<Pin>,
}

/// A level that a criterion can be scored at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelView {
    /// From 1.
    pub number: u8,
    /// Its name.
    pub name: String,
    /// What work at this level looks like.
    pub text: String,
}

/// A mark so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkView {
    /// The level, once chosen.
    pub level: Option<u8>,
    /// How sure, once said.
    pub confidence: Option<Confidence>,
    /// Words for the educator.
    pub feedback: String,
    /// 0 before the first save.
    pub version: u64,
    /// When it was saved.
    pub saved_at: Option<Timestamp>,
}

/// A prompt or requirement with what was handed in for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceView {
    /// Its id.
    pub id: Slug,
    /// The question, or what was to be handed in.
    pub title: String,
    /// What was handed in now.
    pub now: Shown,
    /// What was handed in before, where that was something else.
    pub before: Option<Shown>,
}

/// Shows a review, in seven statements.
///
/// # Errors
/// Refuses other people's reviews as unknown, and those that were given back.
pub async fn view_review(app: &App, actor: &Actor, id: ReviewId) -> Outcome<ReviewView> {
    let by = actor.clone();
    app.read(move |unit| {
        let review = own(unit, &by, id)?;
        match review.state {
            ReviewState::Recused => return Err(Refusal::AlreadyRecused.into()),
            ReviewState::Released => return Err(Refusal::AlreadyReleased.into()),
            ReviewState::Withdrawn => return Err(Refusal::SubmissionWithdrawn.into()),
            ReviewState::Assigned | ReviewState::Opened | ReviewState::Locked => {}
        }
        let submission = store::pursuit::find_submission(unit.tx, review.seated.submission)?
            .ok_or_else(|| Failure::broken("a review without its submission"))?;
        let work = store::pursuit::work(unit.tx, submission.pursuit)?
            .ok_or_else(|| Failure::broken("a submission without its pursuit"))?;
        let marks = kept::marks(unit.tx, id)?;
        let before = submission.attempt - 1;
        let before = kept::snapshot_of_attempt(unit.tx, submission.pursuit, before)?;
        let pins = kept::pins(unit.tx, id)?;
        let mut view = view(&review, &submission, &work, &marks, &pins, before.as_ref());
        let note = kept::private_note(unit.tx, id)?;
        (view.private_note, view.private_note_version) = (note.body, note.version);
        view.standing = Calendar::of(&view.time_zone, []).standing(view.due_at, unit.now);
        Ok(view)
    })
    .await
}

fn view(
    review: &kept::Review,
    submission: &Submission,
    work: &Work,
    marks: &BTreeMap<Slug, SavedMark>,
    pins: &[Pin],
    before: Option<&Snapshot>,
) -> ReviewView {
    let (it, offer) = (&review.seated, &work.offer);
    let rubric = &offer.content.rubric;
    let criteria: Vec<_> = rubric
        .criteria
        .iter()
        .filter(|one| it.criteria.contains(&one.id))
        .collect();
    let is_open = review.state == ReviewState::Opened;
    let now = &submission.snapshot;
    let shown = |field| text(now, field).filter(|_| is_open);
    ReviewView {
        review: it.id,
        state: review.state,
        code: submission.code.clone(),
        title: offer.content.title.clone(),
        issuer: offer.issuer.name.clone(),
        accent: offer.issuer.accent.clone(),
        time_zone: offer.issuer.time_zone.clone(),
        due_at: it.due_at,
        standing: Standing::OnTime,
        is_accepted: review.accepted_at.is_some(),
        rubric_criteria: rubric.criteria.len(),
        sources: if is_open {
            sources(work, &criteria, now, before)
        } else {
            Vec::new()
        },
        ai_use: shown(&Field::AiUse),
        note: shown(&Field::Note).filter(|_| before.is_some()),
        private_note: String::new(),
        private_note_version: 0,
        criteria: criteria
            .into_iter()
            .map(|one| criterion(rubric, one, marks.get(&one.id), pins))
            .collect(),
    }
}

impl LevelView {
    /// The levels that a criterion can be scored at.
    pub(super) fn of(rubric: &Rubric, it: &Criterion) -> Vec<Self> {
        let levels = rubric.levels_of(it).map(|level| Self {
            number: level.number,
            name: level.name.clone(),
            text: it.descriptor(level.number).unwrap_or_default().to_owned(),
        });
        levels.collect()
    }
}

fn criterion(
    rubric: &Rubric,
    it: &Criterion,
    mark: Option<&SavedMark>,
    pins: &[Pin],
) -> CriterionView {
    let pins = pins.iter().filter(|pin| pin.criterion == it.id);
    CriterionView {
        id: it.id.clone(),
        title: it.title.clone(),
        passing_level: it.passing_level,
        levels: LevelView::of(rubric, it),
        sources: it.sources.iter().cloned().collect(),
        mark: mark.map(mark_view).unwrap_or_default(),
        pins: pins.cloned().collect(),
    }
}

fn mark_view(it: &SavedMark) -> MarkView {
    MarkView {
        level: it.draft.level,
        confidence: it.draft.confidence,
        feedback: it.draft.feedback.clone(),
        version: it.version,
        saved_at: Some(it.saved_at),
    }
}

fn sources(
    work: &Work,
    criteria: &[&Criterion],
    now: &Snapshot,
    before: Option<&Snapshot>,
) -> Vec<SourceView> {
    let rests_on = |id: &Slug| criteria.iter().any(|it| it.sources.contains(id));
    let sources = work.offer.content.sources();
    sources
        .filter(|source| rests_on(source.id()))
        .map(|source| {
            let id = source.id();
            let changed = before.filter(|it| it.source_hash(id) != now.source_hash(id));
            SourceView {
                id: id.clone(),
                title: title(source).to_owned(),
                now: Shown::of(now, id),
                before: changed.map(|it| Shown::of(it, id)),
            }
        })
        .collect()
}
