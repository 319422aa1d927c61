//! The learning log of a pursuit.

use app::growth::{
    KeptLearning, LearningView, Log, choose_way, log_learning, remove_learning, view_learning,
};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::growth::{AskedLearning, Learned, Meeting, Refusal as GrowthRefusal, Way};
use domain::ids::PursuitId;
use domain::refusal::Refusal;

use super::say::{day, day_field};
use crate::asked::{Fields, Frame, Signed};
use crate::form::{Choice, Field, Mend, error_of};
use crate::page::Shown;
use crate::pages::growth::{Action, Line, Section, Sheet, SheetForm};
use crate::pages::part::{Crumb, Empty, Fact, Link, Note, Tone};
use crate::pages::people::FormPart;
use crate::people::choices::one_of;
use crate::people::forms::id_in;
use crate::people::refusal::Refused;
use crate::pursuit::pursuit_id;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// `GET /pursuits/{pursuit}/learning`.
pub(super) async fn show(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Path(pursuit): Path<String>,
) -> Result<Response, Trouble> {
    let view = view_learning(&site.app, &actor, pursuit_id(&pursuit)?).await?;
    let typed = AskedLearning::default();
    Ok(Shown(page(&site, shell, &view, &typed, Vec::new())).into_response())
}

/// `POST /pursuits/{pursuit}/learning`.
pub(super) async fn log(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Path(pursuit): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let pursuit = pursuit_id(&pursuit)?;
    let text = |name: &str| fields.text(name).to_owned();
    let asked = AskedLearning {
        on: text("on"),
        kind: text("kind"),
        what: text("what"),
        minutes: text("minutes"),
    };
    let command = Log {
        pursuit,
        asked: asked.clone(),
    };
    match log_learning(&site.app, &actor, command, fields.key()).await {
        Ok(_) => Ok(Redirect::to(&address(pursuit)).into_response()),
        Err(failure) => {
            let refused = Refused::of(failure, &shell)?;
            let view = view_learning(&site.app, &actor, pursuit).await?;
            Ok(refused.on(|mends| page(&site, shell, &view, &asked, mends)))
        }
    }
}

/// `POST /pursuits/{pursuit}/learning/{learning}/removal`.
pub(super) async fn remove(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path((pursuit, id)): Path<(String, String)>,
    _: Fields,
) -> Result<Redirect, Trouble> {
    let pursuit = pursuit_id(&pursuit)?;
    let id = id_in(&id).map_err(|_| Refusal::from(GrowthRefusal::NoSuchLearning))?;
    remove_learning(&site.app, &actor, pursuit, id).await?;
    Ok(Redirect::to(&address(pursuit)))
}

/// `POST /pursuits/{pursuit}/way`.
pub(super) async fn choose(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(pursuit): Path<String>,
    fields: Fields,
) -> Result<Redirect, Trouble> {
    let pursuit = pursuit_id(&pursuit)?;
    if let Some(way) = Way::parse(fields.text("way")) {
        choose_way(&site.app, &actor, pursuit, way).await?;
    }
    Ok(Redirect::to(&address(pursuit)))
}

/// Where the log of a pursuit is.
pub(crate) fn address(pursuit: PursuitId) -> String {
    format!("/pursuits/{pursuit}/learning")
}

fn page(
    site: &Site,
    shell: Shell,
    view: &LearningView,
    typed: &AskedLearning,
    mends: Vec<Mend>,
) -> Sheet {
    let pursuit = view.pursuit;
    let mut sections = vec![lines(&shell, view)];
    if view.is_own {
        sections.push(writing(site, &shell, view, typed, &mends));
        sections.push(way(&shell, view));
    }
    if !view.resources.is_empty() {
        sections.push(resources(&shell, view));
    }
    let above = match view.is_own {
        true => Crumb::above(format!("/pursuits/{pursuit}"), &view.title),
        false => Crumb::above(format!("/pursuits/{pursuit}/discussion"), &view.title),
    };
    Sheet {
        crumbs: vec![above, Crumb::here(shell.say("learning-title"))],
        title: shell.say("learning-title").to_string(),
        lede: shell.say("learning-lede").to_string(),
        note: note(&shell, view.meeting),
        sections,
        mends,
        shell,
        ..Sheet::default()
    }
}

/// What is said of a meeting with a mentor.
pub(super) fn note(shell: &Shell, meeting: Meeting) -> Option<Note> {
    let it = |tone, title: &str, text: &str| Note::new(tone, shell.say(title), shell.say(text));
    match meeting {
        Meeting::None => None,
        Meeting::Offered => Some(it(Tone::Look, "meeting-offered", "meeting-offered-text")),
        Meeting::Held => Some(it(Tone::Done, "meeting-held", "meeting-held-text")),
    }
}

fn lines(shell: &Shell, view: &LearningView) -> Section {
    Section {
        id: "log",
        title: shell.say("learning-log").to_string(),
        text: Some(shell.say("learning-who-sees").to_string()),
        empty: view.lines.is_empty().then(|| Empty {
            title: shell.say("learning-none").to_string(),
            text: shell.say("learning-none-text").to_string(),
            way: None,
        }),
        lines: view.lines.iter().map(|it| line(shell, view, it)).collect(),
        ..Section::default()
    }
}

fn line(shell: &Shell, view: &LearningView, it: &KeptLearning) -> Line {
    let removal = format!("{}/{}/removal", address(view.pursuit), it.id);
    let long = shell.say("learning-remove-long").put("what", &it.it.what);
    let remove = Action::new(removal, shell.say("growth-remove"), long);
    let minutes = it.it.minutes.map(|minutes| {
        let said = shell.say("learning-minutes-some").put("minutes", minutes);
        Fact::new(shell.say("learning-minutes"), said)
    });
    Line {
        title: kind(shell, it.it.kind),
        texts: vec![it.it.what.clone()],
        facts: [Fact::new(shell.say("learning-on"), day(shell, it.it.on))]
            .into_iter()
            .chain(minutes)
            .collect(),
        actions: Vec::from_iter(view.is_own.then_some(remove)),
        ..Line::default()
    }
}

fn kind(shell: &Shell, it: Learned) -> String {
    let word = match it {
        Learned::Course => "learned-course",
        Learned::MentorMeeting => "learned-mentor-meeting",
        Learned::TeamWork => "learned-team-work",
        Learned::Reading => "learned-reading",
    };
    shell.say(word).to_string()
}

fn writing(
    site: &Site,
    shell: &Shell,
    view: &LearningView,
    typed: &AskedLearning,
    mends: &[Mend],
) -> Section {
    let option = |it: Learned| Choice::new(it.as_str(), kind(shell, it), it.as_str() == typed.kind);
    let kinds = Learned::ALL.into_iter().map(option).collect();
    let what = Field::new("what", shell.say("learning-what"))
        .value(typed.what.clone())
        .limit(1000)
        .error(error_of(mends, "what"));
    let mut minutes = Field::new("minutes", shell.say("learning-minutes"))
        .hint(shell.say("learning-minutes-hint"))
        .value(typed.minutes.clone())
        .limit(5)
        .error(error_of(mends, "minutes"))
        .optional();
    minutes.is_short = true;
    let on = shell.say("learning-on").to_string();
    Section {
        id: "write",
        title: shell.say("learning-add").to_string(),
        form: Some(SheetForm {
            action: address(view.pursuit),
            key: site.fresh_key(),
            parts: vec![
                FormPart::Line(day_field("on", on, &typed.on, mends)),
                FormPart::Select(one_of(shell, "kind", "learning-kind", kinds, mends)),
                FormPart::Area(what),
                FormPart::Line(minutes),
            ],
            button: shell.say("learning-button").to_string(),
            is_primary: true,
        }),
        ..Section::default()
    }
}

fn way(shell: &Shell, view: &LearningView) -> Section {
    let said = match view.way {
        Some(Way::Learn) => "way-is-learn",
        Some(Way::Show) => "way-is-show",
        None => "way-is-open",
    };
    let to = format!("/pursuits/{}/way", view.pursuit);
    let other = |way: Way| {
        let (word, long) = match way {
            Way::Learn => ("way-learn", "way-learn-long"),
            Way::Show => ("way-show", "way-show-long"),
        };
        let long = shell.say(long).put("title", &view.title);
        Action::new(to.clone(), shell.say(word), long).sending("way", way.as_str())
    };
    let others = Way::ALL.into_iter().filter(|it| view.way != Some(*it));
    Section {
        id: "way",
        title: shell.say("way-title").to_string(),
        text: Some(shell.say("way-text").to_string()),
        lines: vec![Line {
            title: shell.say(said).to_string(),
            ways: vec![Link::new(
                format!("/pursuits/{}", view.pursuit),
                shell.say("plan-open"),
            )],
            actions: others.map(other).collect(),
            ..Line::default()
        }],
        ..Section::default()
    }
}

fn resources(shell: &Shell, view: &LearningView) -> Section {
    let line = |it: &domain::catalogue::Resource| Line {
        title: it.title.clone(),
        address: it.url.as_ref().map(ToString::to_string),
        texts: vec![it.note.clone()],
        ..Line::default()
    };
    Section {
        id: "resources",
        title: shell.say("learning-resources").to_string(),
        text: Some(shell.say("learning-resources-text").to_string()),
        lines: view.resources.iter().map(line).collect(),
        ..Section::default()
    }
}
