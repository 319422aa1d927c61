//! Once a day: forgets what nobody needs any more, and deletes bytes to which nothing refers.

use domain::evidence::sweep::KEEP_MARKS;
use domain::people::Throttle;
use domain::time::{SignedDuration, Timestamp};
use store::people::{link, session, throttle};
use store::system::idempotency;
use store::{StoreError, Tx};

use crate::{App, Outcome};

/// How long an answer is kept for a request that comes again.
pub const KEEP_ANSWERS: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How long an upload that never ended is left alone; one may take an hour.
const KEEP_INCOMING: SignedDuration = SignedDuration::from_hours(24);
/// What one unit forgets, about.
const BATCH: u32 = 1000;
/// The most units for one sort of thing: the rest has time until tomorrow.
const MOST_BATCHES: u32 = 1000;

/// A deletion of old rows: before a time, about so many.
type Forget = fn(&Tx, Timestamp, u32) -> Result<u64, StoreError>;

/// Does all of it. Running it again changes nothing more.
pub(super) async fn tidy(app: &App) -> Outcome<()> {
    let sessions = forget(app, SignedDuration::ZERO, session::forget).await?;
    let throttles = forget(app, Throttle::WINDOW, throttle::forget).await?;
    forget(app, SignedDuration::ZERO, link::forget).await?;
    let answers = forget(app, KEEP_ANSWERS, idempotency::forget).await?;
    forget(app, KEEP_MARKS, store::evidence::sweep::forget).await?;
    let incoming = app.blobs.sweep_incoming(before(app, KEEP_INCOMING)).await?;
    let pieces = crate::evidence::sweep_bytes(app).await?;
    tracing::info!(sessions, throttles, answers, incoming, pieces, "tidied");
    Ok(())
}

/// Forgets what is older than `age`, in units small enough to let others in between.
async fn forget(app: &App, age: SignedDuration, forget: Forget) -> Outcome<u64> {
    let (before, mut all) = (before(app, age), 0);
    for _ in 0..MOST_BATCHES {
        let gone = app
            .write(move |unit| Ok(forget(unit.tx, before, BATCH)?))
            .await?;
        all += gone;
        if gone < u64::from(BATCH) {
            break;
        }
    }
    Ok(all)
}

fn before(app: &App, age: SignedDuration) -> Timestamp {
    app.clock.now().checked_sub(age).unwrap_or(Timestamp::MIN)
}
