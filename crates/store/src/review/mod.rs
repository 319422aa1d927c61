//! What the room `review` keeps: who judges what, marks, decisions.

pub(crate) mod away;
pub(crate) mod board;
pub(crate) mod calibration;
pub(crate) mod decision;
pub(crate) mod desk;
pub(crate) mod discussion;
pub(crate) mod holiday;
pub(crate) mod marks;
pub(crate) mod pins;
pub(crate) mod queue;
pub(crate) mod relations;
pub(crate) mod seats;

use jiff::Timestamp;
use newtype_uuid::{TypedUuid, TypedUuidKind};

pub use away::{
    KeptAbsence, KeptRelation, absences, add_absence, add_relation, end_absence, end_relation,
    find_absence, limit_of, relations, reviews_between, set_limit, zone_of_assessor,
};
pub use board::{
    BoardAssessor, BoardCount, BoardFilter, BoardLine, Divides, assessors_of, board_assessors,
    board_counts, board_list, decisions_took, managers_of, vacancies_of,
};
pub use calibration::calibrate;
pub use decision::{
    NewDecision, Unreleased, decision_of, earlier_outcome, insert_decision, release, unreleased_led,
};
pub use desk::{Done, Waiting, Waits, desk, done, waiting_led};
pub use discussion::{
    Discussion, Message, OpenDiscussion, agree, discussion, discussions_of, end_discussion,
    keep_agreed, messages, open_discussion, proposals, propose, say,
};
pub use holiday::{Holiday, ManagedIssuer, add_holiday, holidays, managed_issuers, remove_holiday};
pub use marks::{SavedMark, marks, save_mark, scorecards};
pub use pins::{
    PrivateNote, add_pin, pins, pins_of_pursuit, private_note, remove_pin, save_private_note,
};
pub use queue::{
    Queued, QueuedVersion, Vacancy, clear_vacancies, explain_vacancy, fill_vacancy, note_vacancy,
    open_offers, queue, queued_versions,
};
pub use relations::{Related, accompanying, earlier, involved, places, related};
pub use seats::{
    Review, Seated, accept, assign, content_of, find, lock, of_submission, open, recuse,
    snapshot_of_attempt, take_back, told_late, told_soon, unseat, waiting_for, withdraw,
};

/// Where a list by time and id goes on; without a place, before everything.
fn key<K: TypedUuidKind>(after: Option<(Timestamp, TypedUuid<K>)>) -> (i64, String) {
    after.map_or((i64::MIN, String::new()), |(at, id)| {
        (at.as_microsecond(), id.to_string())
    })
}
