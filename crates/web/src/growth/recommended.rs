//! What could come next, with every reason in words.

use app::growth::{Recommended, view_recommendations};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::growth::{Caution, Reason};
use serde_json::{Value, json};

use super::say::level_word;
use crate::asked::{Frame, Signed};
use crate::page::Shown;
use crate::pages::growth::{Action, Line, Section, Sheet};
use crate::pages::part::{Crumb, Empty, Fact, Link};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// Recommendations that the growth plan shows; the page of them shows more.
pub(super) const FEW: usize = 5;
/// The most that a page shows.
const MANY: usize = 100;

/// `GET /growth/recommendations`.
pub(super) async fn show(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
) -> Result<Response, Trouble> {
    let view = view_recommendations(&site.app, &actor).await?;
    let page = Sheet {
        crumbs: vec![
            Crumb::above("/growth", shell.say("nav-growth")),
            Crumb::here(shell.say("recommended-title")),
        ],
        title: shell.say("recommended-title").to_string(),
        lede: shell.say("recommended-lede").to_string(),
        sections: vec![section(&shell, &view.found, MANY)],
        shell,
        ..Sheet::default()
    };
    Ok(Shown(page).into_response())
}

/// The first of them as a section.
pub(super) fn section(shell: &Shell, found: &[Recommended], most: usize) -> Section {
    let mut ways = vec![Link::new("/catalogue", shell.say("recommended-all"))];
    if found.len() > most {
        let more = shell.say("recommended-more").put("count", found.len());
        ways.insert(0, Link::new("/growth/recommendations", more));
    }
    Section {
        id: "recommended",
        title: shell.say("recommended-title").to_string(),
        text: Some(shell.say("recommended-text").to_string()),
        empty: found.is_empty().then(|| Empty {
            title: shell.say("recommended-none").to_string(),
            text: shell.say("recommended-none-text").to_string(),
            way: None,
        }),
        lines: found.iter().take(most).map(|it| line(shell, it)).collect(),
        ways,
        ..Section::default()
    }
}

fn line(shell: &Shell, it: &Recommended) -> Line {
    let (listed, offer) = (&it.listed, &it.listed.offer);
    let reasons = it.why.reasons.iter().map(|it| reason(shell, it));
    let cautions = it.why.cautions.iter().map(|it| caution(shell, it));
    Line {
        title: offer.title.clone(),
        address: Some(address(it)),
        texts: vec![listed.sentence.clone()],
        points: reasons.chain(cautions).collect(),
        facts: vec![
            Fact::new(shell.say("recommended-issuer"), &listed.issuer),
            Fact::new(
                shell.say("growth-level"),
                level_word(shell, offer.level.as_str()),
            ),
            Fact::new(shell.say("recommended-hours"), hours(shell, offer.hours)),
        ],
        actions: vec![plan_action(shell, it)],
        ..Line::default()
    }
}

fn plan_action(shell: &Shell, it: &Recommended) -> Action {
    let long = shell
        .say("plan-add-long")
        .put("title", &it.listed.offer.title);
    let goal = it.why.reasons.iter().find_map(|reason| match reason {
        Reason::Goal { goal, .. } => Some(goal.to_string()),
        _ => None,
    });
    Action::new("/growth/plan", shell.say("plan-add"), long)
        .sending("micro_credential", &it.listed.slug)
        .sending("goal", goal.unwrap_or_default())
}

fn address(it: &Recommended) -> String {
    format!("/micro-credentials/{}", it.listed.slug)
}

fn hours(shell: &Shell, hours: u16) -> String {
    shell.say("wish-hours-some").put("hours", hours).to_string()
}

/// A reason in words.
pub(super) fn reason(shell: &Shell, it: &Reason) -> String {
    let phrase = match it {
        Reason::Goal { text, .. } => shell.say("reason-goal").put("goal", text),
        Reason::Need {
            title,
            organization,
            ..
        } => {
            let phrase = shell.say("reason-need").put("title", title);
            phrase.put("organization", organization)
        }
        Reason::Stack { title, to_go } => {
            let phrase = shell.say("reason-stack").put("title", title);
            phrase.put("count", *to_go)
        }
        Reason::NextLevel { competency, held } => {
            let phrase = shell
                .say("reason-next-level")
                .put("level", level_word(shell, held));
            phrase.put("competency", competency)
        }
        Reason::GrowFrom { competency, level } => {
            let phrase = shell
                .say("reason-grow-from")
                .put("level", level_word(shell, level));
            phrase.put("competency", competency)
        }
        Reason::ShowWhatYouKnow { competency, level } => {
            let phrase = shell
                .say("reason-show")
                .put("level", level_word(shell, level));
            phrase.put("competency", competency)
        }
        Reason::FitsTime { hours } => shell.say("reason-fits-time").put("hours", *hours),
        Reason::NeedsNoStudents => shell.say("reason-no-students"),
        Reason::StudentsAtHand => shell.say("reason-students"),
    };
    phrase.to_string()
}

fn caution(shell: &Shell, it: &Caution) -> String {
    let phrase = match it {
        Caution::TakesLonger { hours } => shell.say("caution-longer").put("hours", *hours),
        Caution::NeedsStudents => shell.say("caution-students"),
    };
    phrase.to_string()
}

/// The same for programs.
pub(super) async fn list(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
) -> Result<axum::Json<Value>, Trouble> {
    let view = view_recommendations(&site.app, &actor).await?;
    let one = |it: &Recommended| {
        let offer = &it.listed.offer;
        let words: Vec<_> = it.why.reasons.iter().map(|it| reason(&shell, it)).collect();
        json!({
            "micro_credential": it.listed.slug,
            "title": offer.title,
            "issuer": it.listed.issuer,
            "level": offer.level,
            "hours": offer.hours,
            "students_needed": offer.students_needed,
            "reasons": it.why.reasons,
            "cautions": it.why.cautions,
            "reasons_in_words": words,
        })
    };
    let found: Vec<_> = view.found.iter().map(one).collect();
    Ok(axum::Json(json!({"recommendations": found})))
}
