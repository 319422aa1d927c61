//! What is kept of growth: needs, goals, self-assessments, wishes.

pub mod comment;
pub mod companion;
pub mod goal;
pub mod learning;
pub mod need;
pub mod offer;
pub mod own;
pub mod plan;

use std::collections::BTreeSet;

use domain::growth::Competency;
use jiff::civil::Date;

use crate::{Row, StoreError};

/// A day as it is kept.
fn day(row: &Row, column: &str) -> Result<Option<Date>, StoreError> {
    let text: Option<String> = row.get(column)?;
    let unusable = |_| row.inconsistent(column, "found text that is no day");
    text.map(|it| it.parse().map_err(unusable)).transpose()
}

/// A competency by the name that is kept.
fn competency(row: &Row) -> Result<Competency, StoreError> {
    row.parse("name", |it| Competency::parse("name", it).ok())
}

/// Joined rows, grouped: an owner with its competencies. Rows of one owner stand together; an
/// owner without competencies has one row without a name.
fn grouped<T: PartialEq>(
    rows: &[Row],
    owner: impl Fn(&Row) -> Result<T, StoreError>,
) -> Result<Vec<(T, BTreeSet<Competency>)>, StoreError> {
    let mut groups: Vec<(T, BTreeSet<Competency>)> = Vec::new();
    for row in rows {
        let it = owner(row)?;
        if groups.last().is_none_or(|(last, _)| *last != it) {
            groups.push((it, BTreeSet::new()));
        }
        let named: Option<String> = row.get("name")?;
        if let (Some(_), Some((_, group))) = (named, groups.last_mut()) {
            group.insert(competency(row)?);
        }
    }
    Ok(groups)
}
