//! Looking into the log. It names people, so that looking is on record itself.

use domain::audit::Fact;
use domain::ids::{EventId, EventTag};
use domain::people::{Actor, Role};
use domain::time::start_of_day;
use store::audit::look::{self, Filter, Seen};

use crate::people::ask_to_run;
use crate::{App, Outcome};

/// Events of one page.
pub const PAGE: u32 = 50;

/// A page of the log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looked {
    /// Newest first.
    pub events: Vec<Seen>,
    /// Before which event the next page goes on.
    pub next: Option<EventId>,
}

/// The events that fit a filter, newest first. One event a person and day (in UTC) says that they
/// looked, before they see anything.
///
/// # Errors
/// `not-allowed`.
pub async fn look_into_log(
    app: &App,
    actor: &Actor,
    filter: Filter,
    before: Option<EventId>,
) -> Outcome<Looked> {
    record(app, actor).await?;
    app.read(move |unit| {
        let mut events = look::before(unit.tx, &filter, before, PAGE + 1)?;
        let goes_on = events.len() > PAGE as usize;
        events.truncate(PAGE as usize);
        let last = events.last().filter(|_| goes_on);
        let next = last.and_then(|it| it.line.entry.id.parse().ok());
        Ok(Looked { events, next })
    })
    .await
}

async fn record(app: &App, actor: &Actor) -> Outcome<()> {
    let (actor, person) = (actor.clone(), actor.person);
    let since = domain::ids::ordered::<EventTag>(start_of_day(app.clock.now()), [0; 10]);
    let known = app
        .read(move |unit| {
            ask_to_run(unit, &actor)?;
            Ok(look::has_looked(unit.tx, person, since)?)
        })
        .await?;
    if known {
        return Ok(());
    }
    app.write(move |unit| {
        if look::has_looked(unit.tx, person, since)? {
            return Ok(());
        }
        let fact = Fact::of("audit-opened", "audit", "log").by(person, Some(Role::Administrator));
        unit.record(fact, &"opened")
    })
    .await
}
