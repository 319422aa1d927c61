//! All statements of the product. A room adds its list here; tests prepare every one of them on
//! both databases and look at their plans.

use super::Statement;

/// One list a room or file.
static LISTS: &[&[&Statement]] = &[
    super::migrate::sql::ALL,
    crate::award::credential::sql::ALL,
    crate::award::held::sql::ALL,
    crate::award::holding::sql::ALL,
    crate::award::issuer::sql::ALL,
    crate::award::issuer_key::sql::ALL,
    crate::award::showing::sql::ALL,
    crate::award::signing::sql::ALL,
    crate::award::status_list::sql::ALL,
    crate::catalogue::listed::sql::ALL,
    crate::catalogue::standing::sql::ALL,
    crate::catalogue::version::sql::ALL,
    crate::evidence::open::sql::ALL,
    crate::evidence::piece::sql::ALL,
    crate::evidence::sweep::sql::ALL,
    crate::letters::outbox::sql::ALL,
    crate::letters::preference::sql::ALL,
    crate::people::membership::sql::ALL,
    crate::people::operator::sql::ALL,
    crate::people::organization::sql::ALL,
    crate::people::password::sql::ALL,
    crate::people::person::sql::ALL,
    crate::people::session::sql::ALL,
    crate::people::throttle::sql::ALL,
    crate::pursuit::attempt::sql::ALL,
    crate::pursuit::draft::sql::ALL,
    crate::pursuit::feedback::sql::ALL,
    crate::pursuit::home::sql::ALL,
    crate::pursuit::stored::sql::ALL,
    crate::pursuit::submission::sql::ALL,
    crate::pursuit::work::sql::ALL,
    crate::assessors::sql::ALL,
    crate::assessors::candidates::sql::ALL,
    crate::assessors::rubrics::sql::ALL,
    crate::review::calibration::sql::ALL,
    crate::review::decision::sql::ALL,
    crate::review::desk::sql::ALL,
    crate::review::marks::sql::ALL,
    crate::review::queue::sql::ALL,
    crate::review::relations::sql::ALL,
    crate::review::seats::sql::ALL,
    crate::system::data_key::sql::ALL,
    crate::system::event::sql::ALL,
    crate::system::idempotency::sql::ALL,
    crate::system::job::sql::ALL,
    crate::system::setting::sql::ALL,
];

/// Every statement.
pub fn all() -> impl Iterator<Item = &'static Statement> {
    LISTS.iter().flat_map(|list| list.iter().copied())
}

/// Tables that grow with use: no statement may read one of them from end to end.
pub static GROWING: &[&str] = &[
    "job",
    "event",
    "letter",
    "letter_preference",
    "idempotency",
    "person",
    "email_address",
    "membership",
    "session",
    "pursuit",
    "draft_text",
    "evidence",
    "evidence_criterion",
    "swept",
    "submission",
    "submission_evidence",
    "qualification",
    "review",
    "mark",
    "decision",
    "calibration",
    "absence",
    "declared_relation",
    "award",
    "credential",
];
