//! The job that tells educators of a need, some at a time. How far it has come is stored with the
//! letters, so that running it twice tells nobody twice.

use serde_json::json;
use store::growth::need;

use crate::jobs::{TELL_OF_NEED, TellOfNeed};
use crate::letters::NEED_PUBLISHED;
use crate::{App, Outcome};

/// Letters in one transaction.
const BATCH: u32 = 200;

/// Writes the next letters, and asks for the rest.
pub async fn tell_of_need(app: &App, job: TellOfNeed) -> Outcome<()> {
    app.write(move |unit| {
        let Some(through) = need::told_through(unit.tx, job.need)? else {
            return Ok(());
        };
        let Some(kept) = need::find(unit.tx, job.need)? else {
            return Ok(());
        };
        if kept.ended_at.is_some() {
            return Ok(need::tell(unit.tx, job.need, &through, Some(unit.now))?);
        }
        let people = need::educators(unit.tx, kept.organization, unit.now, &through, BATCH)?;
        let values = json!({
            "title": kept.need.title,
            "organization": kept.organization_name,
        });
        for person in &people {
            unit.write_letter(*person, NEED_PUBLISHED, &values)?;
        }
        let is_all = people.len() < BATCH as usize;
        let through = people.last().map_or(through, |it| it.to_string());
        need::tell(unit.tx, job.need, &through, is_all.then_some(unit.now))?;
        match is_all {
            true => Ok(()),
            false => unit.ask(TELL_OF_NEED, &job, None),
        }
    })
    .await
}
