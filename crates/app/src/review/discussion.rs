//! The discussion of a consensus plan. Neither of the two learns who the other is.

use std::collections::{BTreeMap, BTreeSet};

use domain::audit::Fact;
use domain::catalogue::{Criterion, Slug};
use domain::ids::{MessageId, ReviewId};
use domain::people::{Actor, Role};
use domain::review::discussion::{self, Ending, MAX_MESSAGES, Proposal};
use domain::review::{DraftMark, Mark, Refusal, ReviewState, Scorecard, Seat};
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::review::{self as kept, SavedMark};

use super::assign;
use super::decide::settle;
use super::open::own;
use super::target::Target;
use super::view::LevelView;
use crate::jobs::AssignAssessors;
use crate::letters::REVIEW_DISCUSSION;
use crate::{App, Failure, IdempotencyKey, Outcome, Unit};

/// Something to say.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SayInDiscussion {
    /// One's own review.
    pub review: ReviewId,
    /// As typed.
    pub message: String,
}

/// A mark to propose.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ProposeMark {
    /// One's own review.
    pub review: ReviewId,
    /// For which criterion.
    pub criterion: String,
    /// The level, if one was chosen.
    pub level: Option<u8>,
    /// Words for the educator.
    pub feedback: String,
    /// The version that this follows on; 0 for the first.
    pub version: u64,
}

/// A mark to agree to.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AgreeToMark {
    /// One's own review.
    pub review: ReviewId,
    /// For which criterion.
    pub criterion: String,
    /// The version that was read.
    pub version: u64,
}

/// What cannot be agreed on goes to a lead assessor.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct LeaveToLead {
    /// One's own review.
    pub review: ReviewId,
}

/// A discussion as one of the two sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiscussionView {
    /// One's own review.
    pub review: ReviewId,
    /// Code of the submission.
    pub code: String,
    /// Title of the micro-credential.
    pub title: String,
    /// The name of the issuer's colour.
    pub accent: String,
    /// The zone of its dates.
    pub time_zone: String,
    /// How it ended, if it did.
    pub ending: Option<Ending>,
    /// What is discussed, in the order of the rubric.
    pub criteria: Vec<Discussed>,
    /// What was said, oldest first.
    pub messages: Vec<Said>,
}

/// A criterion on which the two differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discussed {
    /// Which.
    pub criterion: Slug,
    /// Its title.
    pub title: String,
    /// The lowest level that is met.
    pub passing_level: u8,
    /// Its levels.
    pub levels: Vec<LevelView>,
    /// One's own independent mark.
    pub mine: Option<Mark>,
    /// The other's.
    pub theirs: Option<Mark>,
    /// The latest proposal.
    pub proposal: Option<Proposed>,
}

/// A proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposed {
    /// One's own.
    pub is_mine: bool,
    /// The level.
    pub level: u8,
    /// Words for the educator.
    pub feedback: String,
    /// To be agreed to.
    pub version: u64,
    /// The other agreed.
    pub is_agreed: bool,
}

/// What one of the two said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// One's own words.
    pub is_mine: bool,
    /// In which words.
    pub text: String,
    /// When.
    pub said_at: Timestamp,
}

/// What a step in a discussion rests on.
struct Table {
    review: kept::Review,
    target: Target,
    discussion: kept::Discussion,
}

/// Opens the discussion when both independent scorecards are in and differ, and tells both.
pub(super) fn begin(unit: &Unit<'_>, target: &Target, criteria: Vec<Slug>) -> Outcome<()> {
    let submission = target.submission.id;
    let criteria: BTreeSet<_> = criteria.into_iter().collect();
    if !kept::open_discussion(unit.tx, submission, &criteria, unit.now)? {
        return Ok(());
    }
    let fact =
        Fact::of("discussion-opened", "submission", submission).with(json!({"criteria": criteria}));
    unit.record(fact, &json!({"criteria": criteria}))?;
    for seat in [Seat::First, Seat::Second] {
        if let Some(it) = target.holder(seat).map(|it| &it.seated) {
            let title = &target.work.offer.content.title;
            let values = json!({"review": it.id, "title": title, "code": target.submission.code});
            unit.write_letter(it.assessor, REVIEW_DISCUSSION, &values)?;
        }
    }
    Ok(())
}

/// Shows a discussion to one of the two, open or over.
///
/// # Errors
/// For everybody else, and before both scorecards are locked, it does not exist.
pub async fn view_discussion(
    app: &App,
    actor: &Actor,
    review: ReviewId,
) -> Outcome<DiscussionView> {
    let by = actor.clone();
    app.read(move |unit| {
        let table = table(unit, &by, review)?;
        let submission = table.target.submission.id;
        let cards = kept::scorecards(unit.tx, submission)?;
        let proposals = kept::proposals(unit.tx, submission)?;
        let messages = kept::messages(unit.tx, submission, MAX_MESSAGES)?;
        Ok(view(&table, &cards, &proposals, messages))
    })
    .await
}

/// Says something to the other.
///
/// # Errors
/// As for [`view_discussion`]; refuses what is over, an empty message, and one that is too long.
pub async fn say_in_discussion(
    app: &App,
    actor: &Actor,
    command: SayInDiscussion,
    key: Option<IdempotencyKey>,
) -> Outcome<MessageId> {
    let (by, wanted) = (actor.clone(), command.clone());
    app.once(
        Some(actor.person),
        "say-in-discussion",
        key,
        &command,
        move |unit| {
            let table = open_table(unit, &by, wanted.review)?;
            let submission = table.target.submission.id;
            let body = discussion::message(&wanted.message)?;
            let said = kept::messages(unit.tx, submission, MAX_MESSAGES)?;
            if said.len() >= MAX_MESSAGES as usize {
                return Err(Refusal::DiscussionIsFull.into());
            }
            let id: MessageId = unit.id();
            let message = kept::Message {
                by: wanted.review,
                body,
                said_at: unit.now,
            };
            kept::say(unit.tx, id, submission, &message)?;
            let fact = Fact::of("discussion-message", "submission", submission)
                .by(by.person, Some(Role::Assessor))
                .with(json!({"message": id}));
            unit.record(fact, &message.body)?;
            Ok(id)
        },
    )
    .await
}

/// Proposes the mark to agree on for a criterion; a new proposal takes the place of the last one.
///
/// # Errors
/// As for [`view_discussion`]; refuses what is over, another criterion, an incomplete mark, and a
/// proposal that does not follow on the latest.
pub async fn propose_mark(
    app: &App,
    actor: &Actor,
    command: ProposeMark,
    key: Option<IdempotencyKey>,
) -> Outcome<u64> {
    let (by, wanted) = (actor.clone(), command.clone());
    app.once(
        Some(actor.person),
        "propose-mark",
        key,
        &command,
        move |unit| {
            let table = open_table(unit, &by, wanted.review)?;
            let submission = table.target.submission.id;
            let criterion = table.criterion(&wanted.criterion)?;
            let mark = discussion::proposal(criterion, wanted.level, &wanted.feedback)?;
            let known = kept::proposals(unit.tx, submission)?;
            let current = known.get(&criterion.id).map_or(0, |it| it.version);
            if current != wanted.version {
                return Err(Refusal::StaleProposal.into());
            }
            let next = Proposal {
                by: wanted.review,
                level: mark.level,
                feedback: mark.feedback,
                version: current + 1,
                is_agreed: false,
            };
            kept::propose(unit.tx, submission, &criterion.id, &next)?;
            let fact = Fact::of("mark-proposed", "submission", submission)
                .by(by.person, Some(Role::Assessor))
                .with(json!({"criterion": criterion.id, "version": next.version}));
            unit.record(fact, &next)?;
            Ok(next.version)
        },
    )
    .await
}

/// Agrees to the other's proposal. When every criterion is agreed on, the agreed scorecard is kept
/// beside the independent ones, and the rule decides.
///
/// # Errors
/// As for [`view_discussion`]; refuses what is over, one's own proposal, and one that has changed.
pub async fn agree_to_mark(
    app: &App,
    actor: &Actor,
    command: AgreeToMark,
    key: Option<IdempotencyKey>,
) -> Outcome<()> {
    let (by, wanted) = (actor.clone(), command.clone());
    app.once(
        Some(actor.person),
        "agree-to-mark",
        key,
        &command,
        move |unit| {
            let table = open_table(unit, &by, wanted.review)?;
            let submission = table.target.submission.id;
            let criterion = table.criterion(&wanted.criterion)?;
            let mut proposals = kept::proposals(unit.tx, submission)?;
            let proposal = proposals
                .remove(&criterion.id)
                .ok_or(Refusal::StaleProposal)?
                .agree(wanted.review, wanted.version)?;
            kept::agree(unit.tx, submission, &criterion.id, wanted.version, unit.now)?;
            let fact = Fact::of("mark-agreed", "submission", submission)
                .by(by.person, Some(Role::Assessor))
                .with(json!({"criterion": criterion.id, "version": wanted.version}));
            unit.record(fact, &proposal)?;
            proposals.insert(criterion.id.clone(), proposal);
            match discussion::agreed(&table.discussion.criteria, &proposals) {
                Some(marks) => keep(unit, &table, marks),
                None => Ok(()),
            }
        },
    )
    .await
}

/// Leaves what is discussed to a lead assessor, who judges it without seeing anybody's marks.
///
/// # Errors
/// As for [`view_discussion`]; refuses what is over.
pub async fn leave_to_lead(
    app: &App,
    actor: &Actor,
    command: LeaveToLead,
    key: Option<IdempotencyKey>,
) -> Outcome<()> {
    let by = actor.clone();
    app.once(
        Some(actor.person),
        "leave-to-lead",
        key,
        &command,
        move |unit| {
            let table = open_table(unit, &by, command.review)?;
            let submission = table.target.submission.id;
            end(unit, &table, Ending::Lead)?;
            assign::ask(unit, AssignAssessors::of(submission))
        },
    )
    .await
}

/// Keeps the agreed scorecard and lets the rule decide.
fn keep(unit: &Unit<'_>, table: &Table, marks: BTreeMap<Slug, Mark>) -> Outcome<()> {
    let (submission, by) = (table.target.submission.id, table.review.seated.assessor);
    let id: ReviewId = unit.public_id();
    let criteria = &table.discussion.criteria;
    if !kept::keep_agreed(unit.tx, id, submission, by, criteria, unit.now)? {
        return Err(Failure::broken("an agreed scorecard is there already"));
    }
    for (criterion, mark) in &marks {
        let saved = SavedMark {
            draft: DraftMark {
                level: Some(mark.level),
                confidence: Some(mark.confidence),
                feedback: mark.feedback.clone(),
            },
            version: 1,
            saved_at: unit.now,
        };
        kept::save_mark(unit.tx, id, criterion, &saved)?;
    }
    let card = Scorecard {
        review: id,
        assessor: by,
        seat: Seat::Agreed,
        marks,
    };
    let fact = Fact::of("scorecard-agreed", "review", id)
        .with(json!({"submission": submission, "state": ReviewState::Locked}));
    unit.record(fact, &card)?;
    end(unit, table, Ending::Agreed)?;
    settle(unit, &table.target)
}

fn end(unit: &Unit<'_>, table: &Table, ending: Ending) -> Outcome<()> {
    let submission = table.target.submission.id;
    kept::end_discussion(unit.tx, submission, ending, unit.now)?;
    let fact = Fact::of("discussion-ended", "submission", submission)
        .by(table.review.seated.assessor, Some(Role::Assessor))
        .with(json!({"ending": ending}));
    unit.record(fact, &json!({"ending": ending}))
}

fn table(unit: &Unit<'_>, actor: &Actor, id: ReviewId) -> Outcome<Table> {
    let review = own(unit, actor, id)?;
    let is_of_two = matches!(review.seated.seat, Seat::First | Seat::Second);
    if !is_of_two || review.state != ReviewState::Locked {
        return Err(Refusal::NoSuchReview.into());
    }
    let submission = review.seated.submission;
    let discussion = kept::discussion(unit.tx, submission)?.ok_or(Refusal::NoSuchReview)?;
    let target = Target::load(unit.tx, submission)?
        .ok_or_else(|| Failure::broken("a review without its submission"))?;
    Ok(Table {
        review,
        target,
        discussion,
    })
}

fn open_table(unit: &Unit<'_>, actor: &Actor, id: ReviewId) -> Outcome<Table> {
    let table = table(unit, actor, id)?;
    match table.discussion.ending {
        None => Ok(table),
        Some(_) => Err(Refusal::DiscussionIsOver.into()),
    }
}

impl Table {
    fn criteria(&self) -> impl Iterator<Item = &Criterion> {
        let all = self.target.work.offer.content.rubric.criteria.iter();
        all.filter(|it| self.discussion.criteria.contains(&it.id))
    }

    fn criterion(&self, id: &str) -> Result<&Criterion, Refusal> {
        self.criteria()
            .find(|it| it.id.as_str() == id)
            .ok_or(Refusal::CriterionNotOpen)
    }
}

fn view(
    table: &Table,
    cards: &[Scorecard],
    proposals: &BTreeMap<Slug, Proposal>,
    messages: Vec<kept::Message>,
) -> DiscussionView {
    let me = table.review.seated.id;
    let offer = &table.target.work.offer;
    let is_independent = |it: &&Scorecard| matches!(it.seat, Seat::First | Seat::Second);
    let mark = |is_mine: bool, criterion: &Slug| {
        let mut cards = cards.iter().filter(is_independent);
        let card = cards.find(|it| (it.review == me) == is_mine)?;
        card.marks.get(criterion).cloned()
    };
    let discussed = |it: &Criterion| Discussed {
        criterion: it.id.clone(),
        title: it.title.clone(),
        passing_level: it.passing_level,
        levels: LevelView::of(&offer.content.rubric, it),
        mine: mark(true, &it.id),
        theirs: mark(false, &it.id),
        proposal: proposals.get(&it.id).map(|it| Proposed {
            is_mine: it.by == me,
            level: it.level,
            feedback: it.feedback.clone(),
            version: it.version,
            is_agreed: it.is_agreed,
        }),
    };
    let said = |it: kept::Message| Said {
        is_mine: it.by == me,
        text: it.body,
        said_at: it.said_at,
    };
    DiscussionView {
        review: me,
        code: table.target.submission.code.clone(),
        title: offer.content.title.clone(),
        accent: offer.issuer.accent.clone(),
        time_zone: offer.issuer.time_zone.clone(),
        ending: table.discussion.ending,
        criteria: table.criteria().map(discussed).collect(),
        messages: messages.into_iter().map(said).collect(),
    }
}
