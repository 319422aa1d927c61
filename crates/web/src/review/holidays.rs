//! `/board/holidays`: days on which issuers do not work.

use app::review::{
    AddHoliday, Holidays as Found, RemoveHoliday, add_holiday, list_holidays, remove_holiday,
};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::OrganizationId;
use domain::refusal::Refusal;
use domain::review::Refusal as ReviewRefusal;

use super::dates;
use super::mended::Mended;
use crate::asked::{Fields, Frame, Signed};
use crate::form::Mend;
use crate::page::Shown;
use crate::pages::part::Crumb;
use crate::pages::review::{HolidayLine, Holidays, IssuerDays};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

pub(super) async fn page(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
) -> Result<Shown<Holidays>, Trouble> {
    let found = list_holidays(&site.app, &actor).await?;
    Ok(Shown(fill(
        &site,
        shell,
        &found,
        &Fields::default(),
        Vec::new(),
    )))
}

fn fill(site: &Site, shell: Shell, found: &[Found], typed: &Fields, mends: Vec<Mend>) -> Holidays {
    let dates = dates(shell.language, "UTC");
    let day = |(day, name): &(jiff::civil::Date, String)| {
        let noon = day
            .at(12, 0, 0, 0)
            .to_zoned_datetime(jiff::tz::TimeZone::UTC);
        HolidayLine {
            day: noon.map_or_else(|_| day.to_string(), |it| dates.short_day(it.timestamp())),
            value: day.to_string(),
            name: name.clone(),
            key: site.fresh_key(),
        }
    };
    let issuers = found.iter().map(|it| IssuerDays {
        id: it.issuer.id.to_string(),
        name: it.issuer.name.clone(),
        days: it.days.iter().map(day).collect(),
    });
    Holidays {
        crumbs: vec![
            Crumb::above("/board", shell.say("board-title")),
            Crumb::here(shell.say("holidays-title")),
        ],
        issuers: issuers.collect(),
        issuer: typed.text("issuer").to_owned(),
        day: typed.text("day").to_owned(),
        name: typed.text("name").to_owned(),
        mends,
        key: site.fresh_key(),
        shell,
    }
}

pub(super) async fn add(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    fields: Fields,
) -> Result<Response, Trouble> {
    let command = AddHoliday {
        issuer: issuer(&fields)?,
        day: fields.text("day").to_owned(),
        name: fields.text("name").to_owned(),
    };
    match add_holiday(&site.app, &actor, command, fields.key()).await {
        Ok(()) => Ok(Redirect::to("/board/holidays").into_response()),
        Err(failure) => {
            let mended = Mended::of(failure, &shell)?;
            let found = list_holidays(&site.app, &actor).await?;
            Ok(mended.on(|mends| fill(&site, shell, &found, &fields, mends)))
        }
    }
}

pub(super) async fn remove(
    State(site): State<Site>,
    Signed(actor): Signed,
    fields: Fields,
) -> Result<Redirect, Trouble> {
    let command = RemoveHoliday {
        issuer: issuer(&fields)?,
        day: fields.text("day").to_owned(),
    };
    remove_holiday(&site.app, &actor, command, fields.key()).await?;
    Ok(Redirect::to("/board/holidays"))
}

/// The issuer that was chosen; what is no id does not exist.
fn issuer(fields: &Fields) -> Result<OrganizationId, Trouble> {
    let chosen = fields.text("issuer").parse();
    chosen.map_err(|_| Refusal::from(ReviewRefusal::NoSuchEntry).into())
}
