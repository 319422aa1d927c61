//! `/reviews/{id}/discussion`: two assessors who differ come to one mark, without knowing each other.

use app::Failure;
use app::review::{
    AgreeToMark, Discussed, DiscussionView, LeaveToLead, ProposeMark, Proposed, SayInDiscussion,
    agree_to_mark, leave_to_lead, propose_mark, say_in_discussion, view_discussion,
};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::ReviewId;
use domain::people::Actor;
use domain::review::Mark as Given;
use domain::review::discussion::Ending;

use super::dates;
use super::marks::level;
use super::mended::Mended;
use super::page::id;
use crate::accent::Accent;
use crate::asked::{Fields, Frame, Signed, unreadable};
use crate::form::{Mend, error_of};
use crate::icon::Mark;
use crate::page::Shown;
use crate::pages::part::{Crumb, Note, State as Standing, Tone};
use crate::pages::review::{
    DiscussedCriterion, Discussion, GivenMark, LevelChoice, MessageLine, ProposedMark,
};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// What was typed, when a form comes back.
#[derive(Clone, Debug, Default)]
struct Typed {
    message: String,
    criterion: String,
    level: Option<u8>,
    feedback: String,
}

pub(super) async fn page(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(review): Path<String>,
) -> Result<Shown<Discussion>, Trouble> {
    let found = view_discussion(&site.app, &actor, id(&review)?).await?;
    Ok(Shown(fill(
        &site,
        shell,
        &found,
        &Typed::default(),
        Vec::new(),
    )))
}

fn fill(
    site: &Site,
    shell: Shell,
    found: &DiscussionView,
    typed: &Typed,
    mends: Vec<Mend>,
) -> Discussion {
    let shell = shell.in_accent(Accent::named(&found.accent));
    let dates = dates(shell.language, &found.time_zone);
    let address = format!("/reviews/{}/discussion", found.review);
    let is_open = found.ending.is_none();
    let messages = found.messages.iter().map(|it| {
        let who = shell.say(whose(it.is_mine));
        MessageLine {
            who: format!("{who}, {}", dates.near_moment(it.said_at)),
            text: it.text.clone(),
        }
    });
    Discussion {
        crumbs: vec![
            Crumb::above("/desk", shell.say("nav-desk")),
            Crumb::here(&found.code),
        ],
        title: found.title.clone(),
        code: found.code.clone(),
        note: found.ending.map(|it| ended(&shell, it)),
        criteria: found
            .criteria
            .iter()
            .map(|it| criterion(site, &shell, &address, is_open, it, typed, &mends))
            .collect(),
        messages: messages.collect(),
        ways: is_open.then(|| [format!("{address}/messages"), format!("{address}/lead")]),
        message: typed.message.clone(),
        status: axum::http::StatusCode::OK,
        mends,
        keys: [site.fresh_key(), site.fresh_key()],
        shell,
    }
}

const fn whose(is_mine: bool) -> &'static str {
    if is_mine {
        "differing-mine"
    } else {
        "differing-theirs"
    }
}

fn ended(shell: &Shell, ending: Ending) -> Note {
    let word = match ending {
        Ending::Agreed => "differing-agreed",
        Ending::Lead => "differing-left",
    };
    Note::new(Tone::Done, shell.say(word), "")
}

fn criterion(
    site: &Site,
    shell: &Shell,
    address: &str,
    is_open: bool,
    it: &Discussed,
    typed: &Typed,
    mends: &[Mend],
) -> DiscussedCriterion {
    let is_typed = typed.criterion == it.criterion.as_str();
    let given = |is_mine: bool, mark: &Given| GivenMark {
        whose: shell.say(whose(is_mine)).to_string(),
        level: level_in_words(it, mark.level),
        feedback: mark.feedback.clone(),
    };
    let mine = it.mine.iter().map(|mark| given(true, mark));
    let theirs = it.theirs.iter().map(|mark| given(false, mark));
    let latest = it.proposal.as_ref();
    DiscussedCriterion {
        id: it.criterion.to_string(),
        title: it.title.clone(),
        given: mine.chain(theirs).collect(),
        proposal: latest.map(|one| {
            let way = format!("{address}/agreements/{}", it.criterion);
            proposed(shell, it, one, is_open.then_some(way))
        }),
        propose: is_open.then(|| format!("{address}/proposals/{}", it.criterion)),
        version: latest.map_or(0, |one| one.version),
        levels: it
            .levels
            .iter()
            .map(|level| LevelChoice {
                number: level.number,
                name: level.name.clone(),
                text: level.text.clone(),
            })
            .collect(),
        chosen: if is_typed { typed.level } else { None },
        feedback: if is_typed {
            typed.feedback.clone()
        } else {
            String::new()
        },
        error: error_of(mends, &format!("level/{}", it.criterion)),
        feedback_error: error_of(mends, &format!("feedback/{}", it.criterion)),
        keys: [site.fresh_key(), site.fresh_key()],
    }
}

fn level_in_words(it: &Discussed, number: u8) -> String {
    let level = it.levels.iter().find(|level| level.number == number);
    let name = level.map_or("", |level| level.name.as_str());
    format!("{number} {name}")
}

fn proposed(shell: &Shell, of: &Discussed, it: &Proposed, agree: Option<String>) -> ProposedMark {
    let (mark, word) = match (it.is_agreed, it.is_mine) {
        (true, _) => (Mark::Met, "differing-proposed-agreed"),
        (false, true) => (Mark::Draft, "differing-proposed-mine"),
        (false, false) => (Mark::Waiting, "differing-proposed-theirs"),
    };
    ProposedMark {
        state: Standing::new(mark, shell.say(word)),
        level: level_in_words(of, it.level),
        feedback: it.feedback.clone(),
        agree: agree.filter(|_| !it.is_mine && !it.is_agreed),
        version: it.version,
    }
}

/// The page comes back with what was typed, where something is to mend.
async fn again(
    site: &Site,
    actor: &Actor,
    shell: Shell,
    review: ReviewId,
    failure: Failure,
    typed: Typed,
) -> Result<Response, Trouble> {
    let mended = Mended::of(failure, &shell)?;
    let found = view_discussion(&site.app, actor, review).await?;
    Ok(mended.on(|mends| fill(site, shell, &found, &typed, mends)))
}

fn back(review: ReviewId) -> Response {
    Redirect::to(&format!("/reviews/{review}/discussion")).into_response()
}

pub(super) async fn say(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(review): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let review = id(&review)?;
    let message = fields.text("message").to_owned();
    let command = SayInDiscussion {
        review,
        message: message.clone(),
    };
    match say_in_discussion(&site.app, &actor, command, fields.key()).await {
        Ok(_) => Ok(back(review)),
        Err(failure) => {
            let typed = Typed {
                message,
                ..Typed::default()
            };
            again(&site, &actor, shell, review, failure, typed).await
        }
    }
}

pub(super) async fn propose(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path((review, criterion)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let review = id(&review)?;
    let typed = Typed {
        level: level(fields.text("level"))?,
        feedback: fields.text(&format!("feedback/{criterion}")).to_owned(),
        criterion,
        ..Typed::default()
    };
    let command = ProposeMark {
        review,
        criterion: typed.criterion.clone(),
        level: typed.level,
        feedback: typed.feedback.clone(),
        version: version(&fields)?,
    };
    match propose_mark(&site.app, &actor, command, fields.key()).await {
        Ok(_) => Ok(back(review)),
        Err(failure) => again(&site, &actor, shell, review, failure, typed).await,
    }
}

pub(super) async fn agree(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path((review, criterion)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let review = id(&review)?;
    let command = AgreeToMark {
        review,
        criterion,
        version: version(&fields)?,
    };
    match agree_to_mark(&site.app, &actor, command, fields.key()).await {
        Ok(()) => {
            site.nudge.nudge();
            Ok(back(review))
        }
        Err(failure) => again(&site, &actor, shell, review, failure, Typed::default()).await,
    }
}

pub(super) async fn lead(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(review): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let review = id(&review)?;
    leave_to_lead(&site.app, &actor, LeaveToLead { review }, fields.key()).await?;
    site.nudge.nudge();
    Ok(back(review))
}

fn version(fields: &Fields) -> Result<u64, Trouble> {
    let version = fields.text("version").parse();
    version.map_err(|_| unreadable("version", "expected the version that the page held"))
}
