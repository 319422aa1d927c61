//! Use cases of the room `review`: assignment, reading and scoring, the decision and its release.

mod assign;
mod away;
mod board;
mod calendar;
mod content;
mod deadlines;
mod decide;
mod desk;
mod holidays;
mod manage;
mod mark;
mod offer;
mod open;
mod queue;
mod recuse;
mod relations;
mod release;
mod scorecard;
mod take_back;
mod target;
mod vacancies;
mod view;
mod waiting;

pub(crate) use calendar::calendar_of;
pub(crate) use open::own as own_review;
pub(crate) use target::Target;

pub use assign::assign;
pub use away::{
    Absent, DeclareAbsence, EndAbsence, Reviewing, SetLoadLimit, begin_absence, declare_absence,
    end_absence, set_load_limit, view_reviewing,
};
pub use board::{
    Board, BoardAsked, BoardPlace, BoardReview, BoardSubmission, Busy, Count, Line, view_board,
    view_board_submission,
};
pub use content::{LinkShown, Piece, Shown};
pub use deadlines::watch;
pub use desk::{Desk, DeskDone, DeskLine, DeskPlace, Holds, view_desk};
pub use holidays::{
    AddHoliday, Holidays, Issuer as HolidayIssuer, RemoveHoliday, add_holiday, list_holidays,
    remove_holiday,
};
pub use manage::{Reassign, TakeBack, reassign_review, take_back_review};
pub use mark::{MarkDraft, MarkSaved, SaveMarks, save_marks};
pub use offer::{AcceptReview, DeclineReview, accept_review, decline_review};
pub use open::{OpenReview, Opened, open_review};
pub use recuse::{Recuse, Recused, recuse};
pub use relations::{
    DeclareRelation, EndRelation, Relation, declare_relation, end_relation, list_relations,
};
pub use release::{ReleaseDecision, Released, Unreleased, list_unreleased, release_decision};
pub use scorecard::{SubmitScorecard, Submitted, submit_scorecard};
pub use view::{CriterionView, LevelView, MarkView, ReviewView, SourceView, view_review};
pub use waiting::{EmptySeat, WaitingFor, list_waiting};
