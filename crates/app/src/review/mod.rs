//! Use cases of the room `review`: assignment, reading and scoring, the decision and its release.

mod assign;
mod content;
mod decide;
mod desk;
mod due;
mod mark;
mod open;
mod queue;
mod recuse;
mod release;
mod scorecard;
mod target;
mod vacancies;
mod view;
mod waiting;

pub use assign::assign;
pub use content::{Piece, Shown};
pub use desk::{Desk, DeskDone, DeskLine, DeskPlace, Holds, view_desk};
pub use mark::{MarkDraft, MarkSaved, SaveMarks, save_marks};
pub use open::{OpenReview, Opened, open_review};
pub use recuse::{Recuse, Recused, recuse};
pub use release::{ReleaseDecision, Released, Unreleased, list_unreleased, release_decision};
pub use scorecard::{SubmitScorecard, Submitted, submit_scorecard};
pub use view::{CriterionView, LevelView, MarkView, ReviewView, SourceView, view_review};
pub use waiting::{EmptySeat, WaitingFor, list_waiting};
