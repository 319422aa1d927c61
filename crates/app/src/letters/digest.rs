//! The job that sends what waited for the end of the day or week as one letter.

use domain::ids::PersonId;
use domain::letters::Pace;
use serde::{Deserialize, Serialize};
use store::letters::outbox;

use super::fewer::Fewer;
use super::send::{occasion, settle};
use super::{Gathered, Mail, NotCarried, Occasion, receiver};
use crate::{App, Failure, Outcome};

/// Sends a digest.
pub(crate) const SEND_DIGEST: &str = "send-digest";

/// The most letters of one digest; more make another.
const MOST: u32 = 50;

/// What [`SEND_DIGEST`] needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SendDigest {
    /// To whom.
    pub person: PersonId,
    /// Of the day, or of the week.
    pub pace: Pace,
}

/// Sends what waits for a person's digest, if anything does.
pub(crate) async fn send_digest(app: &App, job: SendDigest) -> Outcome<()> {
    let (Some(words), Some(way)) = (&app.post.words, &app.post.way) else {
        return Ok(());
    };
    let loaded = app.read(move |unit| {
        let letters = outbox::for_digest(unit.tx, job.person, job.pace, MOST)?;
        Ok((letters, receiver(unit, job.person)?))
    });
    let (letters, receiver) = loaded.await?;
    let (Some(first), Some(receiver)) = (letters.first(), receiver) else {
        return Ok(());
    };
    let carried = match receiver.address.clone() {
        None => Err(NotCarried::ForGood(
            "the receiver has no address".to_owned(),
        )),
        Some(to) => {
            let each = letters.iter().map(|it| occasion(app, it, Some(&receiver)));
            let each: Vec<Occasion> = each.collect::<Outcome<_>>()?;
            let gathered = gathered(app, job, each);
            let mail = Mail {
                id: first.id,
                at: app.clock.now(),
                to,
                words: words.gathered(&gathered).map_err(Failure::broken)?,
                stop: gathered.fewer.clone(),
                choices: Some(gathered.choices),
            };
            way.carry(&mail).await
        }
    };
    let is_full = letters.len() == MOST as usize;
    let sent = carried.is_ok();
    settle(app, letters, carried, move |unit, at| job.ask(unit, at)).await?;
    if is_full && sent {
        app.write(move |unit| job.ask(unit, unit.now)).await?;
    }
    Ok(())
}

fn gathered(app: &App, job: SendDigest, letters: Vec<Occasion>) -> Gathered {
    let can_stop = letters.iter().any(|it| it.fewer.is_some());
    let first = letters.first();
    Gathered {
        pace: job.pace,
        language: first.map(|it| it.language.clone()).unwrap_or_default(),
        name: first.map(|it| it.name.clone()).unwrap_or_default(),
        fewer: can_stop.then(|| Fewer::OfPace(job.pace).address(app, job.person)),
        choices: format!("{}/account/letters", app.settings.public_url),
        letters,
    }
}
