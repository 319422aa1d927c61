//! The board of those who manage reviews: how much waits, for how long, with whom, and when it can
//! be expected to be done. Educators do not appear in it.

use std::collections::BTreeMap;

use domain::ids::{OrganizationId, PersonId, ReviewId, SubmissionId};
use domain::people::permission::{Question, may};
use domain::people::{Actor, Refusal as PeopleRefusal, Role};
use domain::review::assignment::LOAD_LIMIT;
use domain::review::prediction::{Prediction, predict};
use domain::review::{Refusal, ReviewState, Seat};
use domain::time::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use store::review as kept;

use super::target::Target;
use super::waiting::EmptySeat;
use crate::{App, Failure, Outcome};

/// The most submissions of one page.
const PAGE: u32 = 50;
/// The most assessors of one page.
const ASSESSORS: u32 = 200;
/// From how many decisions of all issuers together it is predicted.
const DECISIONS: u32 = 500;
/// What came within these days is new; what came before the older ones is old.
const NEW_DAYS: i64 = 3;
const OLD_DAYS: i64 = 10;

/// Which part of the board is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardAsked {
    /// `unassigned`, `late`, `due-soon` or `on-time`; empty for all.
    pub standing: String,
    /// `new`, `week` or `old`; empty for all.
    pub age: String,
    /// Where the list goes on.
    pub after: Option<BoardPlace>,
}

/// A place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardPlace {
    /// When the last submission before it came.
    pub submitted_at: Timestamp,
    /// And that submission.
    pub submission: SubmissionId,
}

/// The board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Board {
    /// How many submissions stand how.
    pub counts: Vec<Count>,
    /// Those that were asked for, oldest first.
    pub submissions: Vec<Line>,
    /// Where the list goes on, if it does.
    pub next: Option<BoardPlace>,
    /// Everybody who may assess, by name.
    pub assessors: Vec<Busy>,
}

/// How many submissions stand so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// `unassigned`, `late`, `due-soon` or `on-time`.
    pub standing: String,
    /// `new`, `week` or `old`.
    pub age: String,
    /// How many.
    pub submissions: u32,
}

/// A submission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Which.
    pub submission: SubmissionId,
    /// Its code.
    pub code: String,
    /// Title of the micro-credential.
    pub title: String,
    /// The issuer's name.
    pub issuer: String,
    /// The zone of its dates.
    pub time_zone: String,
    /// How it stands.
    pub standing: String,
    /// When it came.
    pub submitted_at: Timestamp,
    /// When the first of its reviews is due.
    pub due_at: Option<Timestamp>,
    /// Reviews that wait for their assessors.
    pub waiting: u32,
    /// Reviews that are handed in.
    pub handed_in: u32,
    /// When its decision can be expected; nothing while there is too little to compare with.
    pub expected: Option<Prediction>,
}

/// An assessor and what waits for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Busy {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Reviews that wait for them.
    pub waiting: u32,
    /// Of these, late ones.
    pub late: u32,
    /// The most that they take at once.
    pub limit: u32,
    /// Away until then.
    pub absent_until: Option<Timestamp>,
}

/// One submission of the board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardSubmission {
    /// Which.
    pub submission: SubmissionId,
    /// Its code.
    pub code: String,
    /// Title of the micro-credential.
    pub title: String,
    /// The zone of its dates.
    pub time_zone: String,
    /// When it came.
    pub submitted_at: Timestamp,
    /// It waits for a decision.
    pub is_open: bool,
    /// Its reviews, also those that were given or taken back.
    pub reviews: Vec<BoardReview>,
    /// Seats that nobody may take, and why.
    pub empty_seats: Vec<EmptySeat>,
    /// Everybody who may assess, by name.
    pub assessors: Vec<Busy>,
}

/// A review on the board. Deliberately without its marks: who manages does not judge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardReview {
    /// Which.
    pub review: ReviewId,
    /// Which seat.
    pub seat: Seat,
    /// The assessor's name.
    pub assessor: String,
    /// What became of it.
    pub state: ReviewState,
    /// When its assessor said yes.
    pub accepted_at: Option<Timestamp>,
    /// When it was given.
    pub assigned_at: Timestamp,
    /// When it is due.
    pub due_at: Timestamp,
    /// When it was opened.
    pub opened_at: Option<Timestamp>,
}

/// Shows the board, in four statements.
///
/// # Errors
/// Refuses those who are neither lead assessor nor programme manager.
pub async fn view_board(app: &App, actor: &Actor, asked: BoardAsked) -> Outcome<Board> {
    ensure_manager(actor)?;
    let person = actor.person;
    app.read(move |unit| {
        let at = divides(unit.now);
        let counts = kept::board_counts(unit.tx, person, at)?;
        let filter = filter(&asked, at);
        let mut lines = kept::board_list(unit.tx, person, at, &filter, PAGE + 1)?;
        let more = lines.len() > PAGE as usize;
        lines.truncate(PAGE as usize);
        let took = took(kept::decisions_took(unit.tx, person, unit.now, DECISIONS)?);
        let assessors = kept::board_assessors(unit.tx, person, unit.now, None, ASSESSORS)?;
        Ok(Board {
            counts: counts.into_iter().map(count).collect(),
            next: lines.last().filter(|_| more).map(|it| BoardPlace {
                submitted_at: it.submitted_at,
                submission: it.submission,
            }),
            submissions: lines
                .into_iter()
                .map(|it| line(it, &took, unit.now))
                .collect(),
            assessors: assessors.into_iter().map(busy).collect(),
        })
    })
    .await
}

/// Shows one submission of the board.
///
/// # Errors
/// For those who do not manage reviews of its issuer it does not exist.
pub async fn view_board_submission(
    app: &App,
    actor: &Actor,
    id: SubmissionId,
) -> Outcome<BoardSubmission> {
    ensure_manager(actor)?;
    let by = actor.clone();
    app.read(move |unit| {
        let target = Target::load(unit.tx, id)?.ok_or(Refusal::NoSuchSubmission)?;
        let issuer = store::people::path_of(unit.tx, target.work.offer.issuer.id)?;
        if !may(&by, Question::ManageReviews { issuer: &issuer }) {
            return Err(Refusal::NoSuchSubmission.into());
        }
        let names = kept::assessors_of(unit.tx, id)?;
        let reasons = kept::vacancies_of(unit.tx, id)?;
        let assessors = kept::board_assessors(unit.tx, by.person, unit.now, None, ASSESSORS)?;
        let reviews = target.reviews.iter().zip(names);
        let seats = reasons.into_iter().flatten();
        Ok(BoardSubmission {
            submission: id,
            code: target.submission.code.clone(),
            title: target.work.offer.content.title.clone(),
            time_zone: target.work.offer.issuer.time_zone.clone(),
            submitted_at: target.submission.submitted_at,
            is_open: target.is_open(),
            reviews: reviews.map(|(it, name)| review(it, name)).collect(),
            empty_seats: seats
                .map(|it| serde_json::from_value(it).map_err(Failure::broken))
                .collect::<Outcome<_>>()?,
            assessors: assessors.into_iter().map(busy).collect(),
        })
    })
    .await
}

fn ensure_manager(actor: &Actor) -> Result<(), PeopleRefusal> {
    if actor.holds(Role::LeadAssessor) || actor.holds(Role::ProgrammeManager) {
        Ok(())
    } else {
        Err(PeopleRefusal::NotAllowed)
    }
}

fn divides(now: Timestamp) -> kept::Divides {
    let days = |n: i64| now.saturating_sub(SignedDuration::from_hours(24 * n));
    kept::Divides {
        now,
        soon: now
            .saturating_add(SignedDuration::from_hours(24))
            .unwrap_or(now),
        new: days(NEW_DAYS).unwrap_or(now),
        old: days(OLD_DAYS).unwrap_or(now),
    }
}

/// The part of the list that has the wanted age.
fn filter(asked: &BoardAsked, at: kept::Divides) -> kept::BoardFilter {
    let (since, before) = match asked.age.as_str() {
        "new" => (at.new, Timestamp::MAX),
        "week" => (at.old, at.new),
        "old" => (Timestamp::MIN, at.old),
        _ => (Timestamp::MIN, Timestamp::MAX),
    };
    let after = asked.after.map(|it| (it.submitted_at, Some(it.submission)));
    kept::BoardFilter {
        standing: asked.standing.clone(),
        after: after.unwrap_or((since, None)),
        before,
    }
}

type Took = BTreeMap<OrganizationId, Vec<SignedDuration>>;

fn took(all: Vec<(OrganizationId, SignedDuration)>) -> Took {
    let mut by_issuer = Took::new();
    for (issuer, took) in all {
        by_issuer.entry(issuer).or_default().push(took);
    }
    by_issuer
}

fn line(it: kept::BoardLine, took: &Took, now: Timestamp) -> Line {
    let latest = took.get(&it.issuer);
    Line {
        expected: latest.and_then(|latest| predict(latest, it.submitted_at, now)),
        submission: it.submission,
        code: it.code,
        title: it.title,
        issuer: it.issuer_name,
        time_zone: it.time_zone,
        standing: it.standing,
        submitted_at: it.submitted_at,
        due_at: it.due_at,
        waiting: it.waiting,
        handed_in: it.locked,
    }
}

fn count(it: kept::BoardCount) -> Count {
    Count {
        standing: it.standing,
        age: it.age,
        submissions: it.submissions,
    }
}

fn busy(it: kept::BoardAssessor) -> Busy {
    Busy {
        person: it.person,
        name: it.name,
        waiting: it.waiting,
        late: it.late,
        limit: it.limit.unwrap_or(LOAD_LIMIT),
        absent_until: it.absent_until,
    }
}

fn review(it: &kept::Review, assessor: String) -> BoardReview {
    BoardReview {
        review: it.seated.id,
        seat: it.seated.seat,
        assessor,
        state: it.state,
        accepted_at: it.accepted_at,
        assigned_at: it.seated.assigned_at,
        due_at: it.seated.due_at,
        opened_at: it.opened_at,
    }
}
