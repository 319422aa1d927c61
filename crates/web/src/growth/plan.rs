//! Choosing what to do, in which order, by which days.

use app::growth::{KeptGoal, KeptPlanned, PlanChange, PlanIt, change_plan, plan_it, view_growth};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::growth::{
    AskedMilestones, Direction, Milestone, MilestoneKind, Refusal as GrowthRefusal,
};
use domain::ids::PlannedId;
use domain::pursuit::StateName;
use domain::refusal::Refusal;
use jiff::civil::Date;

use super::say::{day, day_field};
use crate::asked::{Fields, Frame, Signed};
use crate::form::{Choice, Mend};
use crate::icon::Mark;
use crate::page::Shown;
use crate::pages::growth::{Action, Line, Section};
use crate::pages::part::{Crumb, Empty, Fact, Link, State as Standing};
use crate::pages::people::{FormPage, FormPart};
use crate::people::choices::one_of;
use crate::people::forms::id_in;
use crate::people::refusal::Refused;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

const BACK: &str = "/growth#plan";

/// `POST /growth/plan`: from the page of a micro-credential, or from a suggestion.
pub(super) async fn add(
    State(site): State<Site>,
    Signed(actor): Signed,
    fields: Fields,
) -> Result<Redirect, Trouble> {
    let command = PlanIt {
        micro_credential: fields.text("micro_credential").chars().take(80).collect(),
        goal: fields.text("goal").parse().ok(),
    };
    match plan_it(&site.app, &actor, command, fields.key()).await {
        Ok(_) => Ok(Redirect::to(BACK)),
        Err(app::Failure::Refused(Refusal::Growth(GrowthRefusal::AlreadyPlanned))) => {
            Ok(Redirect::to(BACK))
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /growth/plan/{planned}/place`.
pub(super) async fn place(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Redirect, Trouble> {
    let to = Direction::parse(fields.text("to")).unwrap_or(Direction::Up);
    change_plan(&site.app, &actor, planned_in(&id)?, PlanChange::Move(to)).await?;
    Ok(Redirect::to(BACK))
}

/// `POST /growth/plan/{planned}/removal`.
pub(super) async fn remove(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    _: Fields,
) -> Result<Redirect, Trouble> {
    change_plan(&site.app, &actor, planned_in(&id)?, PlanChange::Remove).await?;
    Ok(Redirect::to(BACK))
}

/// `GET /growth/plan/{planned}`: its milestones and its goal.
pub(super) async fn edit(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Path(id): Path<String>,
) -> Result<Response, Trouble> {
    let planned = planned_in(&id)?;
    let view = view_growth(&site.app, &actor).await?;
    let found = view.plan.iter().find(|it| it.id == planned);
    let found = found.ok_or_else(|| Refusal::from(GrowthRefusal::NotPlanned))?;
    let on = |kind| {
        let mut all = found.milestones.iter();
        let it = all.find(|it| it.kind == kind);
        it.map(|it| it.on.to_string()).unwrap_or_default()
    };
    let typed = AskedMilestones {
        begin: on(MilestoneKind::Begin),
        send: on(MilestoneKind::Send),
        earn: on(MilestoneKind::Earn),
    };
    let goal = found.goal.map(|it| it.to_string()).unwrap_or_default();
    let page = page(
        &site,
        shell,
        found,
        &view.goals,
        (&typed, &goal),
        Vec::new(),
    );
    Ok(Shown(page).into_response())
}

/// `POST /growth/plan/{planned}`.
pub(super) async fn change(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let planned = planned_in(&id)?;
    let text = |name: &str| fields.text(name).to_owned();
    let typed = AskedMilestones {
        begin: text("begin"),
        send: text("send"),
        earn: text("earn"),
    };
    let goal = text("goal");
    let days = PlanChange::Milestones(typed.clone());
    let outcome = match change_plan(&site.app, &actor, planned, days).await {
        Ok(()) => {
            let serve = PlanChange::Serve(goal.parse().ok());
            change_plan(&site.app, &actor, planned, serve).await
        }
        refused => refused,
    };
    match outcome {
        Ok(()) => Ok(Redirect::to(BACK).into_response()),
        Err(failure) => {
            let refused = Refused::of(failure, &shell)?;
            let view = view_growth(&site.app, &actor).await?;
            let found = view.plan.iter().find(|it| it.id == planned);
            let found = found.ok_or_else(|| Refusal::from(GrowthRefusal::NotPlanned))?;
            Ok(refused.on(|mends| page(&site, shell, found, &view.goals, (&typed, &goal), mends)))
        }
    }
}

/// A line of the plan in an address.
pub(super) fn planned_in(id: &str) -> Result<PlannedId, Trouble> {
    id_in(id).map_err(|_| Refusal::from(GrowthRefusal::NotPlanned).into())
}

fn page(
    site: &Site,
    shell: Shell,
    of: &KeptPlanned,
    goals: &[KeptGoal],
    (typed, goal): (&AskedMilestones, &str),
    mends: Vec<Mend>,
) -> FormPage {
    let days = MilestoneKind::ALL
        .into_iter()
        .zip([&typed.begin, &typed.send, &typed.earn]);
    let mut parts: Vec<_> = days
        .map(|(kind, value)| {
            let label = kind_word(&shell, kind);
            FormPart::Line(day_field(kind.as_str(), label, value, &mends).optional())
        })
        .collect();
    let mut options = vec![Choice::new("", shell.say("plan-no-goal"), goal.is_empty())];
    options.extend(goals.iter().map(|it| {
        let id = it.id.to_string();
        let is_chosen = id == goal;
        Choice::new(id, &it.goal.text, is_chosen)
    }));
    parts.push(FormPart::Select(one_of(
        &shell,
        "goal",
        "plan-goal",
        options,
        &mends,
    )));
    FormPage {
        crumbs: vec![
            Crumb::above("/growth", shell.say("nav-growth")),
            Crumb::here(&of.title),
        ],
        title: of.title.clone(),
        lede: shell.say("plan-days-lede").to_string(),
        action: format!("/growth/plan/{}", of.id),
        key: site.fresh_key(),
        parts,
        button: shell.say("growth-keep").to_string(),
        mends,
        shell,
    }
}

/// A kind of milestone in words.
pub(super) fn kind_word(shell: &Shell, kind: MilestoneKind) -> String {
    let word = match kind {
        MilestoneKind::Begin => "milestone-begin",
        MilestoneKind::Send => "milestone-send",
        MilestoneKind::Earn => "milestone-earn",
    };
    shell.say(word).to_string()
}

/// The plan as a section.
pub(super) fn section(
    shell: &Shell,
    plan: &[KeptPlanned],
    goals: &[KeptGoal],
    today: Date,
) -> Section {
    Section {
        id: "plan",
        title: shell.say("plan-title").to_string(),
        text: Some(shell.say("plan-text").to_string()),
        empty: plan.is_empty().then(|| Empty {
            title: shell.say("plan-none").to_string(),
            text: shell.say("plan-none-text").to_string(),
            way: None,
        }),
        lines: plan
            .iter()
            .map(|it| line(shell, it, goals, today))
            .collect(),
        ..Section::default()
    }
}

fn line(shell: &Shell, it: &KeptPlanned, goals: &[KeptGoal], today: Date) -> Line {
    let here = format!("/growth/plan/{}", it.id);
    let long = |word: &str| shell.say(word).put("title", &it.title).to_string();
    let moves = |to: &str, word: &str, said: &str| {
        Action::new(format!("{here}/place"), shell.say(word), long(said)).sending("to", to)
    };
    let goal = goals.iter().find(|goal| Some(goal.id) == it.goal);
    let goal = goal.map(|goal| Fact::new(shell.say("plan-goal"), &goal.goal.text));
    let mut ways = vec![Link::new(here.clone(), shell.say("plan-days"))];
    let mut actions = Vec::new();
    match it.pursuit {
        Some(pursuit) => {
            ways.insert(
                0,
                Link::new(format!("/pursuits/{pursuit}"), shell.say("plan-open")),
            );
        }
        None => {
            let start = format!("/micro-credentials/{}/pursuits", it.slug);
            let begin = |way: &str, word: &str, said: &str| {
                Action::new(start.clone(), shell.say(word), long(said)).sending("way", way)
            };
            actions.push(begin("learn", "way-learn", "way-learn-long"));
            actions.push(begin("show", "way-show", "way-show-long"));
        }
    }
    actions.push(moves("up", "plan-up", "plan-up-long"));
    actions.push(moves("down", "plan-down", "plan-down-long"));
    actions.push(Action::new(
        format!("{here}/removal"),
        shell.say("growth-remove"),
        long("plan-remove-long"),
    ));
    Line {
        title: it.title.clone(),
        address: Some(format!("/micro-credentials/{}", it.slug)),
        state: Some(standing(shell, it)),
        points: it
            .milestones
            .iter()
            .map(|mark| milestone(shell, it, *mark, today))
            .collect(),
        facts: Vec::from_iter(goal),
        ways,
        actions,
        ..Line::default()
    }
}

fn standing(shell: &Shell, it: &KeptPlanned) -> Standing {
    match it.progress.map(|it| it.state) {
        None => Standing::new(Mark::Todo, shell.say("plan-not-begun")),
        Some(StateName::Awarded) => Standing::new(Mark::Met, shell.say("state-earned")),
        Some(_) => Standing::new(Mark::Draft, shell.say("plan-under-way")),
    }
}

/// A milestone with its day and whether it is reached.
fn milestone(shell: &Shell, of: &KeptPlanned, it: Milestone, today: Date) -> String {
    let word = match (it.kind.is_reached(of.progress), it.on < today) {
        (true, _) => "milestone-reached",
        (false, true) => "milestone-passed",
        (false, false) => "milestone-ahead",
    };
    let phrase = shell.say(word).put("what", kind_word(shell, it.kind));
    phrase.put("day", day(shell, it.on)).to_string()
}

/// All milestones that are not reached, by day.
pub(super) fn calendar(shell: &Shell, plan: &[KeptPlanned], today: Date) -> Option<Section> {
    let open = plan.iter().flat_map(|it| {
        let open = it.milestones.iter();
        open.filter(|mark| !mark.kind.is_reached(it.progress))
            .map(move |mark| (*mark, it))
    });
    let mut open: Vec<_> = open.collect();
    open.sort_by_key(|(mark, _)| *mark);
    let lines: Vec<_> = open
        .into_iter()
        .map(|(mark, it)| Line {
            title: day(shell, mark.on),
            state: (mark.on < today)
                .then(|| Standing::new(Mark::Late, shell.say("milestone-is-late"))),
            texts: vec![
                shell
                    .say("calendar-line")
                    .put("what", kind_word(shell, mark.kind))
                    .put("title", &it.title)
                    .to_string(),
            ],
            ..Line::default()
        })
        .collect();
    (!lines.is_empty()).then(|| Section {
        id: "calendar",
        title: shell.say("calendar-title").to_string(),
        text: Some(shell.say("calendar-text").to_string()),
        lines,
        ..Section::default()
    })
}
