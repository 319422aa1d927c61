//! All statements of the product. A room adds its list here; tests prepare every one of them on
//! both databases and look at their plans.

use super::Statement;

/// One list a room or file.
static LISTS: &[&[&Statement]] = &[
    super::migrate::sql::ALL,
    crate::people::sql::ALL,
    crate::system::data_key::sql::ALL,
    crate::system::event::sql::ALL,
    crate::system::idempotency::sql::ALL,
    crate::system::job::sql::ALL,
    crate::system::letter::sql::ALL,
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
    "idempotency",
    "person",
    "email_address",
    "membership",
    "session",
    "pursuit",
    "draft_text",
    "evidence",
    "evidence_criterion",
    "submission",
    "submission_evidence",
    "qualification",
    "review",
    "mark",
    "decision",
    "award",
    "credential",
];
