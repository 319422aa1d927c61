//! Pages of those who review and of those who manage reviews.

mod board;
mod board_submission;
mod desk;
mod discussion;
mod door;
mod holidays;
mod relations;
mod releases;
mod reviewing;
mod scoring;
mod scoring_sample;

pub use board::{Board, BoardLine, BusyLine, CountRow};
pub use board_submission::{BoardSubmission, SeatLine, SeatWays};
pub use desk::{Desk, Qualified, ReviewLine};
pub use discussion::{DiscussedCriterion, Discussion, GivenMark, MessageLine, ProposedMark};
pub use door::{Door, Entry, OwnMark};
pub use holidays::{HolidayLine, Holidays, IssuerDays};
pub use relations::{RelationLine, Relations};
pub use releases::{Release, Releases};
pub use reviewing::{AbsenceLine, Reviewing, Typed as ReviewingTyped};
pub use scoring::{LevelChoice, PinFields, PinLine, Review, Score, Shelf, Shown};
