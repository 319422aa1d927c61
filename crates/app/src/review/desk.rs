//! An assessor's desk: reviews by due time, and what the assessor is qualified for.

use domain::ids::{MicroCredentialId, ReviewId};
use domain::people::Actor;
use domain::review::ReviewState;
use domain::review::turnaround::{Calendar, Standing};
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use store::{assessors, review as kept};

use crate::{App, Outcome};

/// The most reviews of one page.
const PAGE: u32 = 50;
/// The most reviews that are shown as done.
const DONE: u32 = 10;
/// The most qualifications that are shown.
const QUALIFICATIONS: u32 = 200;

/// What waits for an assessor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Desk {
    /// By due time.
    pub reviews: Vec<DeskLine>,
    /// Where the next page begins, if there is one.
    pub next: Option<DeskPlace>,
    /// Discussions with another assessor that are open, oldest first.
    pub discussions: Vec<DeskDiscussion>,
    /// What was handed in last.
    pub done: Vec<DeskDone>,
    /// What the assessor may assess, soonest to end first.
    pub qualifications: Vec<Holds>,
}

/// One review that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskLine {
    /// Its id.
    pub review: ReviewId,
    /// Assigned or opened.
    pub state: ReviewState,
    /// Code of the submission.
    pub code: String,
    /// Title of the micro-credential.
    pub title: String,
    /// Its issuer.
    pub issuer: String,
    /// The zone of its dates.
    pub time_zone: String,
    /// How many criteria are to be judged.
    pub criteria: usize,
    /// When it came.
    pub assigned_at: Timestamp,
    /// When it is due.
    pub due_at: Timestamp,
    /// How it stands to that.
    pub standing: Standing,
}

/// One review that was handed in. Deliberately without what became of the submission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskDone {
    /// Its id.
    pub review: ReviewId,
    /// Code of the submission.
    pub code: String,
    /// Title of the micro-credential.
    pub title: String,
    /// The zone of its dates.
    pub time_zone: String,
    /// When it was handed in.
    pub ended_at: Timestamp,
}

/// A discussion that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskDiscussion {
    /// One's own review.
    pub review: ReviewId,
    /// Code of the submission.
    pub code: String,
    /// Title of the micro-credential.
    pub title: String,
}

/// A place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskPlace {
    /// Due time of the last line before it.
    pub due_at: Timestamp,
    /// And its review.
    pub review: ReviewId,
}

/// A valid qualification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holds {
    /// For which micro-credential.
    pub micro_credential: MicroCredentialId,
    /// Its title.
    pub title: String,
    /// Until when.
    pub valid_until: Timestamp,
}

/// Shows the actor's desk, in four statements.
///
/// # Errors
/// Nothing expected: whoever assesses nothing finds it empty.
pub async fn view_desk(app: &App, actor: &Actor, after: Option<DeskPlace>) -> Outcome<Desk> {
    let person = actor.person;
    app.read(move |unit| {
        let after = after.map(|it| (it.due_at, it.review));
        let mut lines = kept::desk(unit.tx, person, after, PAGE + 1)?;
        let more = lines.len() > PAGE as usize;
        lines.truncate(PAGE as usize);
        let next = lines.last().filter(|_| more).map(|it| DeskPlace {
            due_at: it.due_at,
            review: it.id,
        });
        let discussions = kept::discussions_of(unit.tx, person, PAGE)?;
        let done = kept::done(unit.tx, person, DONE)?;
        let held = assessors::of_person(unit.tx, person, unit.now, QUALIFICATIONS)?;
        Ok(Desk {
            reviews: lines.into_iter().map(|it| line(it, unit.now)).collect(),
            next,
            discussions: discussions.into_iter().map(discussion).collect(),
            done: done.into_iter().map(handed_in).collect(),
            qualifications: held.into_iter().map(holds).collect(),
        })
    })
    .await
}

fn line(it: kept::Waits, now: Timestamp) -> DeskLine {
    DeskLine {
        standing: Calendar::of(&it.time_zone, []).standing(it.due_at, now),
        review: it.id,
        state: it.state,
        code: it.code,
        title: it.title,
        issuer: it.issuer,
        time_zone: it.time_zone,
        criteria: it.criteria,
        assigned_at: it.assigned_at,
        due_at: it.due_at,
    }
}

fn discussion(it: kept::OpenDiscussion) -> DeskDiscussion {
    DeskDiscussion {
        review: it.review,
        code: it.code,
        title: it.title,
    }
}

fn handed_in(it: kept::Done) -> DeskDone {
    DeskDone {
        review: it.id,
        code: it.code,
        title: it.title,
        time_zone: it.time_zone,
        ended_at: it.ended_at,
    }
}

fn holds(it: assessors::Held) -> Holds {
    Holds {
        micro_credential: it.micro_credential,
        title: it.title,
        valid_until: it.valid_until,
    }
}
