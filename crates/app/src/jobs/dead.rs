//! Jobs that were given up: what they are, and trying them again once the cause is mended.

use domain::audit::Fact;
use domain::ids::JobId;
use serde_json::json;
use store::system::job::{self, Job, Which};

use crate::{App, Outcome};

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
        let mut revived = Vec::new();
        for it in job::list(unit.tx, Which::Dead, None, MOST)? {
            let wanted = only.is_none_or(|id| id == it.id);
            if wanted && job::revive(unit.tx, it.id, unit.now)? {
                let fact = Fact::of("job-retried", "job", it.id).with(json!({"kind": it.kind}));
                unit.record(fact, &it.payload)?;
                revived.push(it.id);
            }
        }
        Ok(revived)
    })
    .await
}
