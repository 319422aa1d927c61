//! `/home`: what is next, what is under way, what is earned.

use app::growth::{NextPlanned, next_planned};
use app::pursuit::{HomeLine, HomeView, Step, view_home};
use axum::extract::{Query, State};
use domain::ids::PursuitId;
use domain::pursuit::StateName;
use domain::time::Timestamp;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::frame;
use crate::asked::{Frame, Signed};
use crate::icon::Mark;
use crate::page::Shown;
use crate::pages::part::{Link, Pages, State as Standing};
use crate::pages::pursuit::{Home, Next, PursuitLine};
use crate::seal::{SealData, Variant};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// Where the list goes on.
#[derive(Debug, Deserialize)]
pub struct From {
    before: Option<PursuitId>,
}

pub(super) async fn page(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Query(from): Query<From>,
) -> Result<Shown<Home>, Trouble> {
    let view = view_home(&site.app, &actor, from.before).await?;
    let planned = next_planned(&site.app, &actor).await?;
    let mut page = home(shell, &view, from.before.is_some());
    let waits = |it: &HomeLine| !matches!(it.step, Step::NotYet { .. } | Step::Draft { .. });
    if let Some(planned) = planned.filter(|_| view.lines.iter().all(waits)) {
        page.next = next_of_plan(&page.shell, &planned);
    }
    Ok(Shown(page))
}

fn home(shell: Shell, view: &HomeView, is_later: bool) -> Home {
    let is_earned = |it: &&HomeLine| matches!(it.step, Step::Awarded { .. });
    let lines = view.lines.iter();
    let under_way = lines.clone().filter(|it| !is_earned(it));
    let pages = Pages {
        first: is_later.then(|| "/home".to_owned()),
        next: view.next.map(|id| format!("/home?before={id}")),
    };
    Home {
        next: next(&shell, &view.lines),
        under_way: under_way.map(|it| line(&shell, it)).collect(),
        earned: lines.filter(is_earned).map(|it| line(&shell, it)).collect(),
        pages,
        shell,
    }
}

/// What calls first: feedback that waits, then a draft, then the catalogue.
fn next(shell: &Shell, lines: &[HomeLine]) -> Next {
    let urgent = |it: &&HomeLine| match it.step {
        Step::NotYet { .. } | Step::Returned { .. } => 0,
        Step::Draft { .. } => 1,
        Step::WithAssessors { .. } => 2,
        Step::Aside { .. } => 3,
        Step::Awarded { .. } => 4,
    };
    let Some(line) = lines.iter().min_by_key(urgent) else {
        return first_step(shell);
    };
    let say = |id: &str| shell.say(id).put("title", &line.content.title);
    let catalogue = || Link::new("/catalogue", shell.say("home-next-choose-way"));
    let (sentence, text, way, other) = match &line.step {
        Step::NotYet { to_go, .. } => (
            say("home-next-feedback").put("count", *to_go),
            shell
                .say("home-next-feedback-text")
                .put("met", line.met.len()),
            Link::new(address(line), shell.say("home-next-feedback-way")),
            Some(Link::new(workspace(line), shell.say("home-next-draft-way"))),
        ),
        Step::Draft { begun, .. } => (
            say("home-next-draft"),
            shell
                .say("home-next-draft-text")
                .put("begun", *begun)
                .put("all", line.content.rubric.criteria.len()),
            Link::new(workspace(line), shell.say("home-next-draft-way")),
            None,
        ),
        Step::WithAssessors { .. } => (
            say("home-next-wait"),
            shell.say("home-next-wait-text"),
            catalogue(),
            Some(Link::new(address(line), shell.say("home-next-wait-way"))),
        ),
        Step::Returned { .. } => (
            say("home-next-returned"),
            shell.say("home-next-returned-text"),
            Link::new(workspace(line), shell.say("home-next-draft-way")),
            None,
        ),
        Step::Aside { .. } | Step::Awarded { .. } => (
            shell.say("home-next-more"),
            shell.say("home-next-more-text"),
            catalogue(),
            None,
        ),
    };
    let variant = match line.step {
        Step::Awarded { .. } => Variant::Full,
        _ => Variant::OnTheWay,
    };
    Next {
        sentence: sentence.to_string(),
        text: text.to_string(),
        way,
        other,
        seal: Some(seal(shell, line).draw(variant)),
    }
}

/// What the plan says, where nothing that is under way calls for something.
fn next_of_plan(shell: &Shell, it: &NextPlanned) -> Next {
    let text = match it.milestone {
        Some(milestone) => {
            let day = crate::growth::day_in_words(shell, milestone.on);
            shell.say("home-next-plan-day").put("day", day)
        }
        None => shell.say("home-next-plan-text"),
    };
    let sentence = shell.say("home-next-plan").put("title", &it.planned.title);
    Next {
        sentence: sentence.to_string(),
        text: text.to_string(),
        way: Link::new("/growth#plan", shell.say("home-next-plan-way")),
        other: Some(Link::new("/catalogue", shell.say("home-next-choose-way"))),
        seal: None,
    }
}

fn first_step(shell: &Shell) -> Next {
    Next {
        sentence: shell.say("home-next-choose").to_string(),
        text: shell.say("home-next-choose-text").to_string(),
        way: Link::new("/catalogue", shell.say("home-next-choose-way")),
        other: None,
        seal: None,
    }
}

fn line(shell: &Shell, from: &HomeLine) -> PursuitLine {
    let dates = frame::dates(shell.language, &from.issuer);
    let on = |id: &str, at: Timestamp| shell.say(id).put("day", dates.near_day(at)).to_string();
    let (state, note, variant) = match &from.step {
        Step::Draft { begun, saved_at } => (
            Standing::new(
                Mark::Draft,
                shell
                    .say("state-draft")
                    .put("begun", *begun)
                    .put("all", from.content.rubric.criteria.len()),
            ),
            match saved_at {
                Some(at) => on("home-saved", *at),
                None => on("home-started", from.started_at),
            },
            Variant::SmallOnTheWay,
        ),
        Step::WithAssessors { received } => (
            Standing::new(Mark::Waiting, shell.say("state-with-assessors")),
            on("home-received", *received),
            Variant::SmallOnTheWay,
        ),
        Step::NotYet { to_go, decided } => (
            Standing::new(
                Mark::NotYet,
                shell.say("state-not-yet").put("count", *to_go),
            ),
            on("home-decided", *decided),
            Variant::SmallOnTheWay,
        ),
        Step::Returned { returned } => (
            super::standing::standing(shell, StateName::Returned),
            on("home-returned", *returned),
            Variant::SmallOnTheWay,
        ),
        Step::Aside { state, since } => (
            super::standing::standing(shell, *state),
            on("home-aside", *since),
            Variant::SmallOnTheWay,
        ),
        Step::Awarded { decided, .. } => (
            Standing::new(Mark::Met, shell.say("state-earned")),
            dates.day(*decided),
            Variant::Small,
        ),
    };
    PursuitLine {
        address: address(from),
        title: from.content.title.clone(),
        state,
        note,
        seal: seal(shell, from).draw(variant),
    }
}

fn workspace(line: &HomeLine) -> String {
    format!("/pursuits/{}", line.pursuit)
}

/// Where a pursuit is read: its draft, what was sent, the feedback, the award.
fn address(line: &HomeLine) -> String {
    match (&line.step, &line.code) {
        (
            Step::Awarded {
                award: Some(award), ..
            },
            _,
        ) => format!("/awards/{award}"),
        (Step::NotYet { .. } | Step::Awarded { .. }, Some(code)) => {
            format!("/submissions/{code}/feedback")
        }
        (Step::WithAssessors { .. }, Some(code)) => format!("/submissions/{code}"),
        _ => workspace(line),
    }
}

fn seal(shell: &Shell, line: &HomeLine) -> SealData {
    let moment = match &line.step {
        Step::Awarded { decided, .. } => *decided,
        _ => line.started_at,
    };
    let year = moment.to_zoned_datetime(TimeZone::UTC).year();
    frame::seal(&line.content, &line.issuer, &line.met, year, shell.language)
}
