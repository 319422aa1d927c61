//! `/growth`: an educator's growth plan.

use app::growth::{GrowthView, KeptGoal, NeedLine, view_recommendations};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::growth::Students;

use super::needs::period;
use super::say::{day, level, names};
use super::{plan, recommended};
use crate::asked::{Frame, Signed};
use crate::page::Shown;
use crate::pages::growth::{Action, Line, Section, Sheet};
use crate::pages::part::{Empty, Fact, Link};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// `GET /growth`.
pub(super) async fn show(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
) -> Result<Response, Trouble> {
    let found = view_recommendations(&site.app, &actor).await?;
    let view = found.growth;
    let mut sections = vec![plan::section(&shell, &view.plan, &view.goals, view.today)];
    sections.extend(plan::calendar(&shell, &view.plan, view.today));
    sections.extend([
        recommended::section(&shell, &found.found, recommended::FEW),
        goals(&shell, &view),
        needed(&shell, &view),
        assessed(&shell, &view),
        wishes(&shell, &view),
        others(&shell),
    ]);
    let page = Sheet {
        title: shell.say("nav-growth").to_string(),
        lede: shell.say("growth-lede").to_string(),
        sections,
        shell,
        ..Sheet::default()
    };
    Ok(Shown(page).into_response())
}

fn goals(shell: &Shell, view: &GrowthView) -> Section {
    let way = Link::new("/growth/goals/new", shell.say("goal-add-title"));
    Section {
        id: "goals",
        title: shell.say("growth-goals").to_string(),
        text: Some(shell.say("growth-goals-text").to_string()),
        empty: view.goals.is_empty().then(|| Empty {
            title: shell.say("growth-goals-none").to_string(),
            text: shell.say("growth-goals-none-text").to_string(),
            way: None,
        }),
        lines: view.goals.iter().map(|it| goal(shell, it)).collect(),
        ways: vec![way],
        ..Section::default()
    }
}

fn goal(shell: &Shell, it: &KeptGoal) -> Line {
    let address = format!("/growth/goals/{}", it.id);
    let long = |word: &str| shell.say(word).put("goal", &it.goal.text).to_string();
    let mut facts = Vec::new();
    if let Some(by) = it.goal.by {
        facts.push(Fact::new(shell.say("goal-by"), day(shell, by)));
    }
    if !it.goal.competencies.is_empty() {
        let all = names(&it.goal.competencies);
        facts.push(Fact::new(shell.say("growth-competencies"), all));
    }
    Line {
        title: it.goal.text.clone(),
        facts,
        ways: vec![Link::new(address.clone(), shell.say("growth-change"))],
        actions: vec![Action::new(
            format!("{address}/removal"),
            shell.say("growth-remove"),
            long("goal-remove-long"),
        )],
        ..Line::default()
    }
}

fn needed(shell: &Shell, view: &GrowthView) -> Section {
    Section {
        id: "needs",
        title: shell.say("growth-needs").to_string(),
        text: Some(shell.say("growth-needs-text").to_string()),
        empty: view.needs.is_empty().then(|| Empty {
            title: shell.say("growth-needs-none").to_string(),
            text: shell.say("growth-needs-none-text").to_string(),
            way: None,
        }),
        lines: view.needs.iter().map(|it| need(shell, it)).collect(),
        ..Section::default()
    }
}

fn need(shell: &Shell, it: &NeedLine) -> Line {
    let need = &it.kept.need;
    Line {
        title: need.title.clone(),
        texts: vec![need.reason.clone()],
        facts: vec![
            Fact::new(shell.say("need-of"), &it.kept.organization_name),
            Fact::new(shell.say("need-period"), period(shell, need)),
            Fact::new(shell.say("growth-competencies"), names(&need.competencies)),
        ],
        ..Line::default()
    }
}

fn assessed(shell: &Shell, view: &GrowthView) -> Section {
    let line = |it: &app::growth::Assessed| Line {
        title: it.it.competency.as_str().to_owned(),
        facts: vec![Fact::new(
            shell.say("growth-level"),
            level(shell, &it.it.level),
        )],
        ..Line::default()
    };
    Section {
        id: "self-assessment",
        title: shell.say("growth-assessed").to_string(),
        text: Some(shell.say("growth-assessed-text").to_string()),
        empty: view.assessed.is_empty().then(|| Empty {
            title: shell.say("growth-assessed-none").to_string(),
            text: shell.say("growth-assessed-none-text").to_string(),
            way: None,
        }),
        lines: view.assessed.iter().map(line).collect(),
        ways: vec![Link::new(
            "/growth/self-assessment",
            shell.say("growth-assessed-way"),
        )],
        ..Section::default()
    }
}

fn wishes(shell: &Shell, view: &GrowthView) -> Section {
    let hours = match view.wishes.hours {
        Some(hours) => shell.say("wish-hours-some").put("hours", hours).to_string(),
        None => shell.say("wish-unsaid").to_string(),
    };
    Section {
        id: "wishes",
        title: shell.say("growth-wishes").to_string(),
        text: Some(shell.say("growth-wishes-text").to_string()),
        lines: vec![Line {
            title: shell.say("wish-now").to_string(),
            facts: vec![
                Fact::new(shell.say("wish-hours"), hours),
                Fact::new(
                    shell.say("wish-students"),
                    students(shell, view.wishes.students),
                ),
            ],
            ..Line::default()
        }],
        ways: vec![Link::new("/growth/wishes", shell.say("growth-change"))],
        ..Section::default()
    }
}

/// Whether there are students, in words.
pub(super) fn students(shell: &Shell, it: Students) -> String {
    let word = match it {
        Students::Unsaid => "wish-unsaid",
        Students::Available => "wish-students-available",
        Students::NotAvailable => "wish-students-none",
    };
    shell.say(word).to_string()
}

/// The way to what one accompanies.
fn others(shell: &Shell) -> Section {
    Section {
        id: "others",
        title: shell.say("nav-accompanying").to_string(),
        text: Some(shell.say("accompanying-lede").to_string()),
        ways: vec![Link::new("/accompanying", shell.say("accompanying-way"))],
        ..Section::default()
    }
}
