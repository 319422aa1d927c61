//! The draft: texts with a version each, and the files of the room `evidence`.

use std::collections::BTreeMap;

use domain::ids::{EvidenceId, PersonId, PursuitId, VersionId};
use domain::pursuit::history::{Sitting, Written};
use domain::pursuit::{Draft, Field, FieldText, StateName};
use jiff::Timestamp;

use crate::{StoreError, Tx, args, evidence};

pub(crate) mod sql {
    crate::statements! {
        /// Whose draft it is, and one of its texts.
        TARGET = "SELECT p.person_id, p.state, p.version_id, t.body, t.version, t.saved_at, t.kept_at, t.sitting
                  FROM pursuit p LEFT JOIN draft_text t ON t.pursuit_id = p.id AND t.field = $2
                  WHERE p.id = $1";
        /// The next version of a text.
        SAVE = "INSERT INTO draft_text (pursuit_id, field, body, version, saved_at, kept_at, sitting) VALUES ($1, $2, $3, $4, $5, $6, $7)
                ON CONFLICT (pursuit_id, field) DO UPDATE
                SET body = excluded.body, version = excluded.version, saved_at = excluded.saved_at,
                  kept_at = excluded.kept_at, sitting = excluded.sitting
                WHERE draft_text.version = excluded.version - 1";
        /// All texts.
        TEXTS = "SELECT field, body, version, saved_at FROM draft_text WHERE pursuit_id = $1";
    }
}

/// What a text is about to be written into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Whose draft it is.
    pub person: PersonId,
    /// The state of the pursuit.
    pub state: StateName,
    /// The version that says which fields there are.
    pub version: VersionId,
    /// What is stored, since when and from where; nothing before the field's first save.
    pub stored: Option<(FieldText, Written)>,
}

/// A draft and when each of its texts was saved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DraftAt {
    /// Texts and files.
    pub draft: Draft,
    /// By field.
    pub saved_at: BTreeMap<Field, Timestamp>,
    /// What the educator called each file; to be shown to the educator alone.
    pub uploaded_names: BTreeMap<EvidenceId, String>,
}

/// One field of a draft, and what is needed to decide whether it may be written.
///
/// # Errors
/// Those of the database.
pub fn target(tx: &Tx, pursuit: PursuitId, field: &str) -> Result<Option<Target>, StoreError> {
    let Some(row) = tx.optional(&sql::TARGET, &args![pursuit, field])? else {
        return Ok(None);
    };
    let stored = match row.get::<Option<u64>>("version")? {
        Some(version) => {
            let text = row.get("body")?;
            let written = Written {
                saved_at: row.get("saved_at")?,
                kept_at: row.get("kept_at")?,
                sitting: Sitting::named(&row.get::<String>("sitting")?),
            };
            Some((FieldText { text, version }, written))
        }
        None => None,
    };
    Ok(Some(Target {
        person: row.get("person_id")?,
        state: row.parse("state", StateName::parse)?,
        version: row.get("version_id")?,
        stored,
    }))
}

/// Keeps a text whose version follows the one that is stored.
///
/// # Errors
/// Those of the database. If another version is stored by now, the unit is undone and run again.
pub fn save_text(
    tx: &Tx,
    pursuit: PursuitId,
    field: &Field,
    text: &FieldText,
    written: &Written,
) -> Result<(), StoreError> {
    let row = args![
        pursuit,
        field.to_string(),
        &text.text,
        text.version,
        written.saved_at,
        written.kept_at,
        written.sitting.as_str()
    ];
    match tx.execute(&sql::SAVE, &row)? {
        0 => Err(tx.run_again()),
        _ => Ok(()),
    }
}

/// The whole draft, in three statements.
///
/// # Errors
/// Those of the database.
pub fn draft(tx: &Tx, pursuit: PursuitId) -> Result<DraftAt, StoreError> {
    let mut found = DraftAt::default();
    for row in tx.rows(&sql::TEXTS, &args![pursuit])? {
        let field: Field = row.parse("field", |text| text.parse().ok())?;
        let text = FieldText {
            text: row.get("body")?,
            version: row.get("version")?,
        };
        found.saved_at.insert(field.clone(), row.get("saved_at")?);
        found.draft.texts.insert(field, text);
    }
    for (item, uploaded_name) in evidence::of_pursuit(tx, pursuit)? {
        found.uploaded_names.insert(item.id, uploaded_name);
        found.draft.items.push(item);
    }
    Ok(found)
}
