//! An educator's growth: what is needed where they work, what they want, where they see
//! themselves.

use domain::growth::Wishes;
use domain::ids::PersonId;
use domain::people::Actor;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use store::growth::{goal, need, own, plan};
use store::people::membership::zone_of;

use super::day_in;
use super::list_needs::{NeedLine, line};
use crate::{App, Outcome, Unit};

/// Everything that an educator's growth plan begins with.
#[derive(Clone, Debug, PartialEq)]
pub struct GrowthView {
    /// What their school, district and all above ask for and have not ended, the newest first.
    pub needs: Vec<NeedLine>,
    /// Their goals, in the order in which they were written.
    pub goals: Vec<goal::Kept>,
    /// Where they see themselves, by competency.
    pub assessed: Vec<own::Assessed>,
    /// What they can give.
    pub wishes: Wishes,
    /// Their plan, in its order.
    pub plan: Vec<plan::Kept>,
    /// The day it is where they work.
    pub today: Date,
}

/// The growth of the actor; seven statements.
///
/// # Errors
/// None of its own.
pub async fn view_growth(app: &App, actor: &Actor) -> Outcome<GrowthView> {
    let person = actor.person;
    app.read(move |unit| growth(unit, person)).await
}

/// Seven statements.
pub(super) fn growth(unit: &Unit<'_>, person: PersonId) -> Outcome<GrowthView> {
    // Yesterday in UTC is still today somewhere; the zones decide afterwards what is over.
    let today = unit.now.to_zoned_datetime(TimeZone::UTC).date();
    let zone = zone_of(unit.tx, person, unit.now)?;
    let earliest = today.yesterday().unwrap_or(today);
    let needs = need::of_educator(unit.tx, person, unit.now, earliest)?;
    let needs = needs.into_iter().map(|kept| line(kept, unit.now));
    Ok(GrowthView {
        needs: needs.filter(|it| !it.is_over).collect(),
        goals: goal::of_person(unit.tx, person)?,
        assessed: own::assessed(unit.tx, person)?,
        wishes: own::wishes(unit.tx, person)?,
        plan: plan::of_person(unit.tx, person)?,
        today: zone.map_or(today, |zone| day_in(&zone, unit.now)),
    })
}
