//! Use cases of the room `review`: assignment, reading and scoring, the decision and its release.

mod assign;
mod away;
mod board;
mod calendar;
mod content;
mod deadlines;
mod decide;
mod desk;
mod discussion;
mod holidays;
mod manage;
mod mark;
mod offer;
mod open;
mod pins;
mod private_note;
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

pub(crate) use assign::ask as look_for_assessors;
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
pub use desk::{Desk, DeskDiscussion, DeskDone, DeskLine, DeskPlace, Holds, view_desk};
pub use discussion::{
    AgreeToMark, Discussed, DiscussionView, LeaveToLead, ProposeMark, Proposed,
    Said as DiscussionLine, SayInDiscussion, agree_to_mark, leave_to_lead, propose_mark,
    say_in_discussion, view_discussion,
};
pub use holidays::{
    AddHoliday, Holidays, Issuer as HolidayIssuer, RemoveHoliday, add_holiday, list_holidays,
    remove_holiday,
};
pub use manage::{Reassign, TakeBack, reassign_review, take_back_review};
pub use mark::{MarkDraft, MarkSaved, SaveMarks, save_marks};
pub use offer::{AcceptReview, DeclineReview, accept_review, decline_review};
pub use open::{OpenReview, Opened, open_review};
pub use pins::{AddPin, RemovePin, add_pin, remove_pin};
pub use private_note::{NOTE_FIELD, SavePrivateNote, save_private_note};
pub use recuse::{Recuse, Recused, recuse};
pub use relations::{
    DeclareRelation, EndRelation, Relation, declare_relation, end_relation, list_relations,
};
pub use release::{ReleaseDecision, Released, Unreleased, list_unreleased, release_decision};
pub use scorecard::{SubmitScorecard, Submitted, submit_scorecard};
pub use view::{CriterionView, LevelView, MarkView, ReviewView, SourceView, view_review};
pub use waiting::{EmptySeat, WaitingFor, list_waiting};
