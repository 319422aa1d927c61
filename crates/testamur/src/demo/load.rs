//! Plays the demo district through the use cases, in the order in which it happened.

use app::App;
use domain::time::Timestamp;
use store::system::setting;

use super::district::District;
use super::files;
use super::past::{Calendar, back_then};
use super::settle::Known;
use super::work::{Journey, Step, drain};
use crate::world::Unusable;

/// Name of the setting that says that everything is there; its value is the public address at
/// which it was made.
const LOADED: &str = "demo-loaded";
/// Days between the first person and the first publication.
const DAYS_TO_PUBLISH: u16 = 120;
/// Days between the publications and the first educator who begins.
const DAYS_TO_BEGIN: u16 = 14;
/// Days between the qualifications and the first submission. Few: qualifications lapse, and the
/// demo should stay usable for months.
const DAYS_TO_SEND: u16 = 7;

/// Where the demo district of this installation was made, if it is complete.
pub async fn loaded_at(app: &App) -> Result<Option<String>, Unusable> {
    Ok(app.read(|unit| Ok(setting::find(unit.tx, LOADED)?)).await?)
}

/// Fills an empty installation with the demo district and says so in its settings at the very
/// end. What is signed is signed for the installation's public address.
///
/// # Errors
/// With a sentence if the files of the demo contradict the rules of the product.
pub async fn load(app: &App) -> Result<(), Unusable> {
    let district: District = files::read("district.toml")?;
    let mut journeys = files::folders("work")
        .into_iter()
        .map(Journey::read)
        .collect::<Result<Vec<_>, _>>()?;
    let calendar = Calendar::until(app.clock.now());
    let known = settle(app, calendar, &district, &journeys).await?;
    for (at, journey, step) in timeline(calendar, &journeys)? {
        if let Some(journey) = journeys.get_mut(journey) {
            journey.take(&back_then(app, at), &known, step).await?;
        }
    }
    drain(app).await?;
    for journey in &journeys {
        journey.check(app).await?;
    }
    let address = app.settings.public_url.clone();
    Ok(app
        .write(move |unit| Ok(setting::put(unit.tx, LOADED, &address)?))
        .await?)
}

/// Everything that is there before the first educator begins or sends.
async fn settle(
    app: &App,
    calendar: Calendar,
    district: &District,
    journeys: &[Journey],
) -> Result<Known, Unusable> {
    let begun = journeys
        .iter()
        .map(|it| it.work.started_days_ago)
        .max()
        .unwrap_or(0);
    let sent = journeys
        .iter()
        .filter_map(|it| it.work.submitted_days_ago)
        .max()
        .unwrap_or(0);
    let published = begun + DAYS_TO_BEGIN;
    let first = back_then(app, calendar.at(published + DAYS_TO_PUBLISH, 15));
    let mut known = Known::settle(&first, district).await?;
    let then = back_then(app, calendar.at(published, 15));
    for it in &district.publishes {
        known.publish(&then, it).await?;
    }
    for it in &district.stacks {
        known.stack(&then, it).await?;
    }
    let then = back_then(app, calendar.at(sent + DAYS_TO_SEND, 15));
    for it in &district.qualifications {
        known.qualify(&then, it).await?;
    }
    Ok(known)
}

/// The steps of all pursuits by time; each with the number of its pursuit.
fn timeline(
    calendar: Calendar,
    journeys: &[Journey],
) -> Result<Vec<(Timestamp, usize, Step)>, Unusable> {
    let mut all = Vec::new();
    for (number, journey) in journeys.iter().enumerate() {
        let steps = journey.steps()?.into_iter();
        all.extend(steps.map(|(days, hour, step)| (calendar.at(days, hour), number, step)));
    }
    all.sort_by_key(|(at, number, _)| (*at, *number));
    Ok(all)
}
