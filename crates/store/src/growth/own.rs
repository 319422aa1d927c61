//! What an educator says of themselves: self-assessment and wishes.

use domain::growth::{Competency, SelfAssessment, Students, Wishes};
use domain::ids::PersonId;
use jiff::Timestamp;

use super::competency;
use crate::{StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// How somebody sees themselves in one competency from now on.
        ASSESS = "INSERT INTO self_assessment (person_id, competency, name, level, sentence, assessed_at)
                  VALUES ($1, $2, $3, $4, $5, $6)
                  ON CONFLICT (person_id, competency) DO UPDATE
                  SET name = excluded.name, level = excluded.level, sentence = excluded.sentence,
                      assessed_at = excluded.assessed_at";
        /// They say nothing of it any more.
        FORGET = "DELETE FROM self_assessment WHERE person_id = $1 AND competency = $2";
        /// Everything that somebody assessed.
        ASSESSED = "SELECT name, level, sentence, assessed_at FROM self_assessment
                    WHERE person_id = $1 ORDER BY competency";
        /// What somebody can give from now on.
        WISH = "INSERT INTO growth_wish (person_id, hours, students, changed_at) VALUES ($1, $2, $3, $4)
                ON CONFLICT (person_id) DO UPDATE
                SET hours = excluded.hours, students = excluded.students, changed_at = excluded.changed_at";
        /// What somebody can give.
        WISHES = "SELECT hours, students FROM growth_wish WHERE person_id = $1";
    }
}

/// A self-assessment as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessed {
    /// What it says.
    pub it: SelfAssessment,
    /// Since when.
    pub at: Timestamp,
}

/// Keeps how a person sees themselves in a competency, in the place of what they said before.
///
/// # Errors
/// Those of the database.
pub fn assess(
    tx: &Tx,
    person: PersonId,
    it: &SelfAssessment,
    now: Timestamp,
) -> Result<(), StoreError> {
    let (key, name) = (it.competency.key(), it.competency.as_str());
    let row = args![person, key, name, it.level.as_str(), &it.sentence, now];
    tx.execute(&sql::ASSESS, &row)?;
    Ok(())
}

/// Forgets what a person said of a competency; answers whether they had.
///
/// # Errors
/// Those of the database.
pub fn forget(tx: &Tx, person: PersonId, of: &Competency) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::FORGET, &args![person, of.key()])? == 1)
}

/// Everything that a person assessed, by competency.
///
/// # Errors
/// Those of the database.
pub fn assessed(tx: &Tx, person: PersonId) -> Result<Vec<Assessed>, StoreError> {
    let rows = tx.rows(&sql::ASSESSED, &args![person])?;
    rows.iter()
        .map(|row| {
            Ok(Assessed {
                it: SelfAssessment {
                    competency: competency(row)?,
                    level: row.parse("level", |it| it.parse().ok())?,
                    sentence: row.get("sentence")?,
                },
                at: row.get("assessed_at")?,
            })
        })
        .collect()
}

/// Keeps what a person can give.
///
/// # Errors
/// Those of the database.
pub fn wish(tx: &Tx, person: PersonId, it: Wishes, now: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        &sql::WISH,
        &args![person, it.hours, it.students.as_str(), now],
    )?;
    Ok(())
}

/// What a person can give; nothing said if they never said it.
///
/// # Errors
/// Those of the database.
pub fn wishes(tx: &Tx, person: PersonId) -> Result<Wishes, StoreError> {
    let Some(row) = tx.optional(&sql::WISHES, &args![person])? else {
        return Ok(Wishes::default());
    };
    Ok(Wishes {
        hours: row.get("hours")?,
        students: row.parse("students", Students::parse)?,
    })
}
