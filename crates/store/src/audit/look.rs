//! Events for the page of those who run the installation: newest first, by person, thing and kind.

use domain::ids::{EventId, PersonId};

use super::log::{Line, line};
use crate::{Row, StoreError, Tx, Value, args};

pub(crate) mod sql {
    crate::statements! {
        /// All before an id.
        ALL_BEFORE = "SELECT e.id, e.at, e.person_id, e.role, e.kind, e.subject_kind, e.subject_id, e.state_hash, e.detail, e.position, e.leaf, p.name
                      FROM event e LEFT JOIN person p ON p.id = e.person_id
                      WHERE e.id < $1 AND ($2 = '' OR e.kind = $2) ORDER BY e.id DESC LIMIT $3";
        /// Those of one kind before an id.
        OF_KIND = "SELECT e.id, e.at, e.person_id, e.role, e.kind, e.subject_kind, e.subject_id, e.state_hash, e.detail, e.position, e.leaf, p.name
                   FROM event e LEFT JOIN person p ON p.id = e.person_id
                   WHERE e.kind = $2 AND e.id < $1 ORDER BY e.id DESC LIMIT $3";
        /// Those of one person before an id, of a kind or of all.
        OF_PERSON = "SELECT e.id, e.at, e.person_id, e.role, e.kind, e.subject_kind, e.subject_id, e.state_hash, e.detail, e.position, e.leaf, p.name
                     FROM event e LEFT JOIN person p ON p.id = e.person_id
                     WHERE e.person_id = $4 AND e.id < $1 AND ($2 = '' OR e.kind = $2) ORDER BY e.id DESC LIMIT $3";
        /// Those of one thing before an id, of a person or of all, of a kind or of all.
        OF_SUBJECT = "SELECT e.id, e.at, e.person_id, e.role, e.kind, e.subject_kind, e.subject_id, e.state_hash, e.detail, e.position, e.leaf, p.name
                      FROM event e LEFT JOIN person p ON p.id = e.person_id
                      WHERE e.subject_kind = $5 AND e.subject_id = $6 AND e.id < $1
                        AND ($2 = '' OR e.kind = $2) AND ($4 = '' OR e.person_id = $4)
                      ORDER BY e.id DESC LIMIT $3";
        /// When a person looked into the log last.
        LOOKED = "SELECT id FROM event
                  WHERE subject_kind = 'audit' AND subject_id = 'log' AND id > $1 AND person_id = $2 AND kind = 'audit-opened'
                  LIMIT 1";
    }
}

/// Which events.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this person.
    pub person: Option<PersonId>,
    /// Of this kind.
    pub kind: Option<String>,
    /// Of this thing: its sort and its id.
    pub subject: Option<(String, String)>,
}

/// An event with the name of its person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The event.
    pub line: Line,
    /// Whose name it was; none for the product itself and for those whose details are erased.
    pub name: Option<String>,
}

/// Events before an id, newest first; one statement.
///
/// # Errors
/// Those of the database.
pub fn before(
    tx: &Tx,
    filter: &Filter,
    before: Option<EventId>,
    limit: u32,
) -> Result<Vec<Seen>, StoreError> {
    let before = before.map_or_else(|| "~".to_owned(), |id| id.to_string());
    let kind = filter.kind.clone().unwrap_or_default();
    let person = filter.person.map(|it| it.to_string());
    let (statement, mut values): (_, Vec<Value>) = match (&filter.subject, &person, &filter.kind) {
        (Some(_), ..) => (&sql::OF_SUBJECT, Vec::new()),
        (None, Some(_), _) => (&sql::OF_PERSON, Vec::new()),
        (None, None, Some(_)) => (&sql::OF_KIND, Vec::new()),
        (None, None, None) => (&sql::ALL_BEFORE, Vec::new()),
    };
    values.extend(args![before, kind, limit]);
    if filter.subject.is_some() || person.is_some() {
        values.extend(args![person.unwrap_or_default()]);
    }
    if let Some((sort, id)) = &filter.subject {
        values.extend(args![sort, id]);
    }
    tx.rows(statement, &values)?.iter().map(seen).collect()
}

/// Whether it is on record that a person looked into the log since then.
///
/// # Errors
/// Those of the database.
pub fn has_looked(tx: &Tx, person: PersonId, since: EventId) -> Result<bool, StoreError> {
    Ok(tx.optional(&sql::LOOKED, &args![since, person])?.is_some())
}

fn seen(row: &Row) -> Result<Seen, StoreError> {
    Ok(Seen {
        line: line(row)?,
        name: row.get("name")?,
    })
}
