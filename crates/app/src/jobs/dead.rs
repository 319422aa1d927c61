//! Jobs that were given up: what they are, and trying them again once the cause is mended.

use domain::audit::Fact;
use domain::ids::{JobId, PersonId};
use domain::people::Role;
use serde_json::json;
use store::system::job::{self, Job, Which};

use crate::{App, Outcome, Unit};

/// The most that are listed or tried again at once.
pub const MOST: u32 = 1000;

/// Jobs that were given up, oldest first, at most [`MOST`].
pub async fn list_dead(app: &App) -> Outcome<Vec<Job>> {
    app.read(|unit| Ok(job::list(unit.tx, Which::Dead, None, MOST)?))
        .await
}

/// Lets a job that was given up run again, or all of them; answers which. For the operator.
pub async fn retry_dead(app: &App, only: Option<JobId>) -> Outcome<Vec<JobId>> {
    app.write(move |unit| {
        let dead = match only {
            Some(id) => job::find_dead(unit.tx, id)?.into_iter().collect(),
            None => job::list(unit.tx, Which::Dead, None, MOST)?,
        };
        let mut revived = Vec::new();
        for it in dead {
            if retry(unit, &it, None)? {
                revived.push(it.id);
            }
        }
        Ok(revived)
    })
    .await
}

/// Lets one run again, on record; `false` if it is not given up any more.
pub(super) fn retry(unit: &Unit<'_>, it: &Job, by: Option<PersonId>) -> Outcome<bool> {
    if !job::revive(unit.tx, it.id, unit.now)? {
        return Ok(false);
    }
    let mut fact = Fact::of("job-retried", "job", it.id).with(json!({"kind": it.kind}));
    if let Some(person) = by {
        fact = fact.by(person, Some(Role::Administrator));
    }
    unit.record(fact, &it.payload)?;
    Ok(true)
}
