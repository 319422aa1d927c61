//! Where an educator says how they see themselves, for nobody else.

use app::growth::{Assessed, GrowthView, assess_self, forget_assessment, view_growth};
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::growth::{AskedSelfAssessment, Competency, Refusal as GrowthRefusal};
use domain::refusal::Refusal;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

use super::say::{level, levels, moment};
use crate::asked::{Fields, Frame, Signed};
use crate::form::{Field, Mend, error_of};
use crate::page::Shown;
use crate::pages::growth::{Action, Line, Section, Sheet, SheetForm};
use crate::pages::part::{Crumb, Fact, Link};
use crate::pages::people::FormPart;
use crate::people::refusal::Refused;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

const HERE: &str = "/growth/self-assessment";

/// Which competency the form is for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Of {
    #[serde(default)]
    competency: String,
}

/// `GET /growth/self-assessment`.
pub(super) async fn show(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Query(of): Query<Of>,
) -> Result<Response, Trouble> {
    let view = view_growth(&site.app, &actor).await?;
    let known = Competency::parse("competency", &of.competency).ok();
    let known = known.and_then(|it| view.assessed.iter().find(|old| old.it.competency == it));
    let typed = match known {
        Some(old) => AskedSelfAssessment {
            competency: old.it.competency.as_str().to_owned(),
            level: old.it.level.to_string(),
            sentence: old.it.sentence.clone(),
        },
        None => AskedSelfAssessment {
            competency: of.competency.chars().take(120).collect(),
            ..AskedSelfAssessment::default()
        },
    };
    Ok(Shown(page(&site, shell, &view, &typed, Vec::new())).into_response())
}

/// `POST /growth/self-assessment`.
pub(super) async fn assess(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    fields: Fields,
) -> Result<Response, Trouble> {
    let text = |name: &str| fields.text(name).to_owned();
    let asked = AskedSelfAssessment {
        competency: text("competency"),
        level: text("level"),
        sentence: text("sentence"),
    };
    match assess_self(&site.app, &actor, asked.clone()).await {
        Ok(()) => Ok(Redirect::to(HERE).into_response()),
        Err(failure) => {
            let refused = Refused::of(failure, &shell)?;
            let view = view_growth(&site.app, &actor).await?;
            Ok(refused.on(|mends| page(&site, shell, &view, &asked, mends)))
        }
    }
}

/// `POST /growth/self-assessment/forgotten`.
pub(super) async fn forget(
    State(site): State<Site>,
    Signed(actor): Signed,
    fields: Fields,
) -> Result<Response, Trouble> {
    let of = Competency::parse("competency", fields.text("competency"))
        .map_err(|place| Trouble::from(Refusal::from(GrowthRefusal::Fields(vec![place]))))?;
    forget_assessment(&site.app, &actor, of).await?;
    Ok(Redirect::to(HERE).into_response())
}

fn page(
    site: &Site,
    shell: Shell,
    view: &GrowthView,
    typed: &AskedSelfAssessment,
    mends: Vec<Mend>,
) -> Sheet {
    let mut sections = vec![asking(site, &shell, typed, &mends)];
    let waiting = waiting(&shell, view);
    if !waiting.is_empty() {
        sections.push(Section {
            id: "asked-for",
            title: shell.say("assess-asked-for").to_string(),
            text: Some(shell.say("assess-asked-for-text").to_string()),
            lines: waiting,
            ..Section::default()
        });
    }
    if !view.assessed.is_empty() {
        sections.push(Section {
            id: "assessed",
            title: shell.say("assess-said").to_string(),
            lines: view.assessed.iter().map(|it| said(&shell, it)).collect(),
            ..Section::default()
        });
    }
    Sheet {
        crumbs: vec![
            Crumb::above("/growth", shell.say("nav-growth")),
            Crumb::here(shell.say("growth-assessed")),
        ],
        title: shell.say("assess-title").to_string(),
        lede: shell.say("assess-lede").to_string(),
        sections,
        mends,
        shell,
        ..Sheet::default()
    }
}

fn asking(site: &Site, shell: &Shell, typed: &AskedSelfAssessment, mends: &[Mend]) -> Section {
    let field = |name: &str, word: &str, value: &str, limit| {
        Field::new(name, shell.say(word))
            .value(value)
            .limit(limit)
            .error(error_of(mends, name))
    };
    let sentence = field("sentence", "assess-sentence", &typed.sentence, 400);
    Section {
        id: "assess",
        title: shell.say("assess-one").to_string(),
        form: Some(SheetForm {
            action: HERE.to_owned(),
            key: site.fresh_key(),
            parts: vec![
                FormPart::Line(field(
                    "competency",
                    "assess-competency",
                    &typed.competency,
                    120,
                )),
                levels(shell, &typed.level, mends),
                FormPart::Area(sentence.optional()),
            ],
            button: shell.say("assess-button").to_string(),
            is_primary: true,
        }),
        ..Section::default()
    }
}

/// Competencies of needs and goals of which nothing is said yet.
fn waiting(shell: &Shell, view: &GrowthView) -> Vec<Line> {
    let needs = view.needs.iter().flat_map(|it| &it.kept.need.competencies);
    let goals = view.goals.iter().flat_map(|it| &it.goal.competencies);
    let all: std::collections::BTreeSet<_> = needs.chain(goals).collect();
    let is_open = |it: &&&Competency| view.assessed.iter().all(|old| old.it.competency != ***it);
    all.iter()
        .filter(is_open)
        .map(|it| Line {
            title: it.as_str().to_owned(),
            ways: vec![way(shell, it, "assess-way")],
            ..Line::default()
        })
        .collect()
}

fn said(shell: &Shell, it: &Assessed) -> Line {
    let competency = &it.it.competency;
    let long = shell.say("assess-forget-long");
    let long = long.put("competency", competency.as_str());
    let forget = Action::new(
        "/growth/self-assessment/forgotten",
        shell.say("assess-forget"),
        long,
    );
    Line {
        title: competency.as_str().to_owned(),
        texts: Vec::from_iter((!it.it.sentence.is_empty()).then(|| it.it.sentence.clone())),
        facts: vec![
            Fact::new(shell.say("growth-level"), level(shell, &it.it.level)),
            Fact::new(shell.say("assess-on"), moment(shell, it.at)),
        ],
        ways: vec![way(shell, competency, "growth-change")],
        actions: vec![forget.sending("competency", competency.as_str())],
        ..Line::default()
    }
}

fn way(shell: &Shell, of: &Competency, word: &str) -> Link {
    let named = utf8_percent_encode(of.as_str(), NON_ALPHANUMERIC);
    Link::new(format!("{HERE}?competency={named}"), shell.say(word))
}
