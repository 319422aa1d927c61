//! Days on which an issuer does not work: they do not count towards a turnaround.

use domain::audit::Fact;
use domain::ids::OrganizationId;
use domain::people::Actor;
use domain::people::permission::{Question, may};
use domain::refusal::Place;
use domain::review::Refusal;
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::review::{self as kept, Holiday};

use crate::{App, IdempotencyKey, Outcome, Unit};

/// The most issuers that somebody manages at once.
const ISSUERS: u32 = 100;
/// The most holidays that are shown of an issuer.
const HOLIDAYS: u32 = 200;
/// The longest name of a holiday, in characters.
const MAX_NAME: usize = 80;

/// A holiday, as typed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AddHoliday {
    /// Of which issuer.
    pub issuer: OrganizationId,
    /// Such as `2026-11-26`.
    pub day: String,
    /// What it is called.
    pub name: String,
}

/// Which day is a business day again.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RemoveHoliday {
    /// Of which issuer.
    pub issuer: OrganizationId,
    /// Such as `2026-11-26`.
    pub day: String,
}

/// The holidays of an issuer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holidays {
    /// Whose they are.
    pub issuer: Issuer,
    /// Each day with its name, from the last month on.
    pub days: Vec<(Date, String)>,
}

/// An issuer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issuer {
    /// Its id.
    pub id: OrganizationId,
    /// Its name.
    pub name: String,
    /// The zone in which its days begin.
    pub time_zone: String,
}

/// The holidays of every issuer whose reviews the actor manages: one statement, and one an issuer.
///
/// # Errors
/// Nothing expected: whoever manages nothing finds nothing.
pub async fn list_holidays(app: &App, actor: &Actor) -> Outcome<Vec<Holidays>> {
    let person = actor.person;
    app.read(move |unit| {
        let today = unit.now.to_zoned_datetime(TimeZone::UTC).date();
        let since = today.saturating_sub(1.month());
        let issuers = kept::managed_issuers(unit.tx, person, unit.now, ISSUERS)?;
        let of = |it: kept::ManagedIssuer| {
            let days = kept::holidays(unit.tx, it.id, since, HOLIDAYS)?;
            Ok(Holidays {
                days: days.into_iter().map(|it| (it.day, it.name)).collect(),
                issuer: Issuer {
                    id: it.id,
                    name: it.name,
                    time_zone: it.time_zone,
                },
            })
        };
        issuers.into_iter().map(of).collect()
    })
    .await
}

/// Notes a holiday. Reviews that are given out from now on reckon with it.
///
/// # Errors
/// For those who do not manage its reviews there is no such issuer; refuses what is no day, and a
/// holiday without a name.
pub async fn add_holiday(
    app: &App,
    actor: &Actor,
    command: AddHoliday,
    key: Option<IdempotencyKey>,
) -> Outcome<()> {
    let (by, wanted) = (actor.clone(), command.clone());
    app.once(
        Some(actor.person),
        "add-holiday",
        key,
        &command,
        move |unit| {
            ensure_managed(unit, &by, wanted.issuer)?;
            let it = read(&wanted)?;
            kept::add_holiday(unit.tx, wanted.issuer, &it)?;
            let fact = Fact::of("holiday-added", "organization", wanted.issuer)
                .by(by.person, None)
                .with(json!({"day": it.day, "name": it.name}));
            unit.record(fact, &json!({"day": it.day}))
        },
    )
    .await
}

/// Takes a holiday back.
///
/// # Errors
/// As for [`add_holiday`]; a day that is no holiday is unknown.
pub async fn remove_holiday(
    app: &App,
    actor: &Actor,
    command: RemoveHoliday,
    key: Option<IdempotencyKey>,
) -> Outcome<()> {
    let (by, wanted) = (actor.clone(), command.clone());
    app.once(
        Some(actor.person),
        "remove-holiday",
        key,
        &command,
        move |unit| {
            ensure_managed(unit, &by, wanted.issuer)?;
            let day: Date = wanted.day.parse().map_err(|_| Refusal::NoSuchEntry)?;
            if !kept::remove_holiday(unit.tx, wanted.issuer, day)? {
                return Err(Refusal::NoSuchEntry.into());
            }
            let fact = Fact::of("holiday-removed", "organization", wanted.issuer)
                .by(by.person, None)
                .with(json!({"day": day}));
            unit.record(fact, &json!({"day": null}))
        },
    )
    .await
}

fn ensure_managed(unit: &Unit<'_>, actor: &Actor, issuer: OrganizationId) -> Outcome<()> {
    let path = store::people::path_of(unit.tx, issuer)?;
    if may(actor, Question::ManageReviews { issuer: &path }) {
        Ok(())
    } else {
        Err(Refusal::NoSuchEntry.into())
    }
}

fn read(wanted: &AddHoliday) -> Result<Holiday, Refusal> {
    let mut places = Vec::new();
    let day = wanted.day.trim().parse::<Date>();
    if day.is_err() {
        places.push(Place::new("day", "day-unknown"));
    }
    let name = wanted.name.trim().to_owned();
    if name.is_empty() || name.chars().count() > MAX_NAME {
        places.push(Place::new("name", "holiday-name").with("limit", MAX_NAME));
    }
    match day {
        Ok(day) if places.is_empty() => Ok(Holiday { day, name }),
        _ => Err(Refusal::Fields(places)),
    }
}
