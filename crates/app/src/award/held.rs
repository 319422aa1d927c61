//! The awards that a person holds.

use domain::ids::PersonId;
use store::award::held::{Held, Position, of_person};

use crate::{App, Outcome};

/// Awards on one page of the list.
const PAGE: u32 = 50;

/// One page of a person's awards, newest first.
#[derive(Clone, Debug)]
pub struct HeldPage {
    /// The awards.
    pub awards: Vec<Held>,
    /// Where the next page goes on, if there is one.
    pub next: Option<Position>,
}

/// A person's own awards.
pub async fn list_awards(
    app: &App,
    person: PersonId,
    after: Option<Position>,
) -> Outcome<HeldPage> {
    app.read(move |unit| {
        let mut awards = of_person(unit.tx, person, after, PAGE + 1)?;
        let more = awards.len() > PAGE as usize;
        awards.truncate(PAGE as usize);
        let last = awards.last().map(|it| (it.awarded_at, it.award));
        Ok(HeldPage {
            next: last.filter(|_| more),
            awards,
        })
    })
    .await
}
