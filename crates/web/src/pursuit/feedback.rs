//! `/submissions/{code}/feedback`: the decision, criterion by criterion.

use app::Failure;
use app::pursuit::{FeedbackPin, FeedbackView, Judged as JudgedView, view_feedback};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::pursuit::{Refusal as PursuitRefusal, StateName};
use domain::refusal::Refusal;
use domain::review::pin::Place;
use jiff::tz::TimeZone;

use super::frame;
use crate::asked::{Frame, Signed};
use crate::icon::Mark;
use crate::page::Shown;
use crate::pages::part::{Crumb, State as Standing};
use crate::pages::pursuit::{Feedback, Judged, Outcome, PinnedPlace};
use crate::review::pins;
use crate::seal::Variant;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// The feedback; before it is there, the receipt.
pub(super) async fn page(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(code): Path<String>,
) -> Result<Response, Trouble> {
    match view_feedback(&site.app, &actor, &code).await {
        Ok(view) => Ok(Shown(feedback(shell, &view)).into_response()),
        Err(Failure::Refused(Refusal::Pursuit(PursuitRefusal::NotPossibleNow))) => {
            Ok(Redirect::to(&format!("/submissions/{code}")).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

fn feedback(shell: Shell, view: &FeedbackView) -> Feedback {
    let shell = frame::in_colour(shell, &view.offer.issuer);
    let dates = frame::dates(shell.language, &view.offer.issuer);
    let content = &view.offer.content;
    let decided = shell
        .say("feedback-decided")
        .put("day", dates.near_day(view.decided))
        .put("reviews", view.scorecards);
    let met = view.criteria.iter().filter(|it| it.met);
    let met = met.map(|it| it.criterion.clone()).collect();
    let year = view.decided.to_zoned_datetime(TimeZone::UTC).year();
    let seal = frame::seal(content, &view.offer.issuer, &met, year, shell.language);
    let mut criteria: Vec<_> = view.criteria.iter().map(|it| judged(&shell, it)).collect();
    criteria.sort_by_key(|it| !it.is_open);
    Feedback {
        crumbs: vec![
            Crumb::above("/home", shell.say("nav-home")),
            Crumb::here(&content.title),
        ],
        title: content.title.clone(),
        attempt: view.attempt,
        decided: decided.to_string(),
        outcome: outcome(view),
        criteria,
        seal: seal.draw(if view.awarded {
            Variant::Full
        } else {
            Variant::OnTheWay
        }),
        shell,
    }
}

fn outcome(view: &FeedbackView) -> Outcome {
    if view.awarded {
        let award = view.award.map(|id| format!("/awards/{id}"));
        return Outcome::Awarded { award };
    }
    let is_next = view.is_latest && view.state == StateName::NotYet;
    Outcome::NotYet {
        next: is_next.then(|| (format!("/pursuits/{}", view.pursuit), view.attempt + 1)),
    }
}

fn pinned(shell: &Shell, it: &FeedbackPin) -> PinnedPlace {
    let place = pins::in_words(shell, &it.place);
    let name = it.name.as_deref().map(|name| format!("{name}, {place}"));
    let quotation = match &it.place {
        Place::Words { quotation } => quotation.clone(),
        _ => String::new(),
    };
    let text = it.around.clone();
    PinnedPlace {
        words: name.unwrap_or(place),
        address: pins::address(&it.piece, &it.place),
        text: text.map(|(before, after)| [before, quotation, after]),
    }
}

fn judged(shell: &Shell, it: &JudgedView) -> Judged {
    let state = if it.met {
        Standing::new(Mark::Met, shell.say("criterion-met"))
    } else {
        let word = shell.say("criterion-not-yet").put("level", it.level);
        Standing::new(Mark::NotYet, word)
    };
    Judged {
        id: format!("criterion-{}", it.criterion),
        title: it.title.clone(),
        state,
        is_open: !it.met,
        found: it.found.clone(),
        passes: it.passes.clone(),
        feedback: it.feedback.clone(),
        pins: it.pins.iter().map(|pin| pinned(shell, pin)).collect(),
    }
}
