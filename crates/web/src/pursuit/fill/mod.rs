//! Fills the workspace page with what the use case found and what a form could not do.

mod criteria;
mod findings;
mod tasks;
mod words;

use app::pursuit::WorkspaceView;
use axum::http::StatusCode;
use domain::catalogue::{Content, Form as FormKind, Prompt, WordLimits, count_words};
use domain::pursuit::{Attestation, Field as DraftField, MAX_FIELD_CHARS, StateName};

use super::frame;
use super::texts::print_of;
use super::workspace::Retry;
use crate::form::{Choice, Field, Words, error_of};
use crate::icon::Form;
use crate::pages::part::{Crumb, Note, Tone};
use crate::pages::pursuit::{Answer, Aside, LeftOver, Workspace};
use crate::shell::Shell;
use crate::site::Site;

pub(super) use words::mend_of;
pub(crate) use words::words_of;

/// The icon of a form of evidence.
pub(super) fn icon_of(form: FormKind) -> Form {
    match form {
        FormKind::Text => Form::Text,
        FormKind::Document => Form::Document,
        FormKind::Image => Form::Picture,
        FormKind::Audio => Form::Sound,
        FormKind::Video => Form::Video,
        FormKind::Link => Form::Link,
    }
}

/// The workspace page.
pub(super) fn fill(site: &Site, shell: Shell, view: &WorkspaceView, retry: &Retry) -> Workspace {
    let shell = frame::in_colour(shell, &view.offer.issuer);
    let dates = frame::dates(shell.language, &view.offer.issuer);
    let content = &view.offer.content;
    let ink = Ink {
        shell: &shell,
        view,
        retry,
        dates: &dates,
    };
    let last_saved = view.draft.saved_at.values().max();
    let attempt = view.next_attempt.as_ref().copied().unwrap_or(view.attempt);
    Workspace {
        crumbs: vec![
            Crumb::above("/home", shell.say("nav-home")),
            Crumb::here(&content.title),
        ],
        title: content.title.clone(),
        address: format!("/pursuits/{}", view.pursuit),
        status: retry.status.unwrap_or(StatusCode::OK),
        attempt,
        saved: last_saved.map(|at| ink.saved(*at)),
        note: note(&ink),
        criteria: criteria::lines(&ink),
        rubric: criteria::rubric(content),
        earlier: criteria::earlier(&ink),
        overview: prompts(&ink, &content.overview),
        tasks: tasks::tasks(site, &ink),
        reflection: reflection(&ink, content),
        change: (attempt > 1).then(|| {
            ink.answer(
                &DraftField::Note,
                shell.say("what-changed").to_string(),
                None,
                None,
            )
        }),
        findings: findings::findings(&ink),
        missing: view.missing.iter().map(|it| mend_of(&shell, it)).collect(),
        can_send: view.next_attempt.is_ok(),
        reopens: reopens(&ink),
        left_over: left_over(&ink),
        newer: newer(view),
        aside: aside(site, &ink),
        statements: statements(&shell, &retry.attested),
        mends: retry.mends.clone(),
        key: site.fresh_key(),
        shell,
    }
}

/// What every part of the page is written with.
struct Ink<'a> {
    shell: &'a Shell,
    view: &'a WorkspaceView,
    retry: &'a Retry,
    dates: &'a crate::dates::Dates,
}

impl Ink<'_> {
    fn saved(&self, at: domain::time::Timestamp) -> String {
        let time = self.dates.clock(at);
        self.shell.say("saved-at").put("time", time).to_string()
    }

    /// A text of the draft, or what was typed and could not be saved.
    fn answer(
        &self,
        field: &DraftField,
        label: String,
        hint: Option<&String>,
        limits: Option<WordLimits>,
    ) -> Answer {
        let name = field.to_string();
        let draft = &self.view.draft;
        let stored = draft.draft.texts.get(field);
        let typed = self.retry.typed.get(&name);
        let text = typed.map_or_else(|| draft.draft.text(field), |it| &it.text);
        let limit = u32::try_from(MAX_FIELD_CHARS).unwrap_or(u32::MAX);
        let saved = draft.saved_at.get(field).filter(|_| typed.is_none());
        let saved = saved.map(|at| self.saved(*at));
        let shown = Field::new(&name, label)
            .value(text)
            .limit(limit)
            .error(error_of(&self.retry.mends, &name));
        Answer {
            version: stored.map_or(0, |it| it.version),
            was: typed.map_or_else(|| print_of(text), |_| String::new()),
            stored: typed.and_then(|it| it.stored.clone()),
            history: stored.map(|_| format!("/pursuits/{}/history/{name}", self.view.pursuit)),
            rows: rows(limits),
            field: Field {
                hint: hint.cloned(),
                words: Some(words::words(self.shell, limits, count_words(text), saved)),
                is_required: true,
                ..shown
            },
        }
    }
}

fn prompts(ink: &Ink<'_>, prompts: &[Prompt]) -> Vec<Answer> {
    let all = prompts.iter();
    all.map(|it| {
        let field = DraftField::Answer(it.id.clone());
        let limits = Some(it.word_limits());
        ink.answer(&field, it.text.clone(), it.hint.as_ref(), limits)
    })
    .collect()
}

fn reflection(ink: &Ink<'_>, content: &Content) -> Vec<Answer> {
    let mut answers = prompts(ink, &content.reflection);
    let label = ink.shell.say("ai-use").to_string();
    answers.push(ink.answer(&DraftField::AiUse, label, content.ai_use.as_ref(), None));
    answers
}

/// Rows that suit the length that is asked for.
fn rows(limits: Option<WordLimits>) -> u8 {
    let words = limits.map_or(40, |it| it.max);
    u8::try_from((words / 14).clamp(3, 14)).unwrap_or(14)
}

/// Where a newer version can be looked at, as long as the pursuit may move to it.
fn newer(view: &WorkspaceView) -> Option<String> {
    let may = view.has_newer && view.next_attempt.is_ok();
    may.then(|| format!("/pursuits/{}/newer-version", view.pursuit))
}

/// Met criteria that open again, each to be ticked.
fn reopens(ink: &Ink<'_>) -> Vec<Choice> {
    let rows = ink.view.offer.content.rubric.criteria.iter();
    let opening = rows.filter(|row| {
        let mut all = ink.view.criteria.iter();
        all.any(|it| it.criterion == row.id && it.reopens)
    });
    opening
        .map(|row| {
            let id = row.id.as_str();
            Choice::new(id, &row.title, ink.retry.reopened.iter().any(|it| it == id))
        })
        .collect()
}

/// What an earlier version asked for: kept, and not sent.
fn left_over(ink: &Ink<'_>) -> Vec<LeftOver> {
    let (texts, files) = ink.view.draft.draft.left_over(&ink.view.offer.content);
    let texts = texts.map(|(field, text)| LeftOver {
        name: field.to_string(),
        text: Some(text.to_owned()),
        address: None,
    });
    let files = files.map(|it| LeftOver {
        name: it.shown_name.clone(),
        text: None,
        address: Some(format!("/files/{}", it.id)),
    });
    texts.chain(files).collect()
}

fn aside(site: &Site, ink: &Ink<'_>) -> Aside {
    let view = ink.view;
    let can_draft = view.next_attempt.is_ok();
    let is_paused = view.state == StateName::Paused;
    let until = view.expires_at.map(|end| {
        let say = ink.shell.say("aside-until");
        say.put("day", ink.dates.day(end)).to_string()
    });
    Aside {
        until,
        can_pause: can_draft,
        can_resume: is_paused,
        can_withdraw: can_draft || is_paused,
        error: error_of(&ink.retry.mends, "sure"),
        key: site.fresh_key(),
    }
}

fn note(ink: &Ink<'_>) -> Option<Note> {
    let say = |id: &str| ink.shell.say(id).to_string();
    let look = |id: &str, text: String| Some(Note::new(Tone::Look, say(id), text));
    if ink.retry.taken_back {
        return Some(Note::new(Tone::Done, say("draft-taken-back"), ""));
    }
    if let Some((_, ended)) = &ink.view.returned {
        return look("returned-missing", ended.reason.clone());
    }
    if ink.retry.saved {
        return Some(Note::new(Tone::Done, say("draft-saved"), ""));
    }
    match ink.view.state {
        StateName::Submitted | StateName::UnderReview => Some(Note::new(
            Tone::Plain,
            say("draft-while-waiting"),
            say("draft-while-waiting-text"),
        )),
        StateName::Awarded => Some(Note::new(Tone::Done, say("draft-awarded"), "")),
        StateName::Paused => look("state-paused", say("aside-paused")),
        StateName::Withdrawn => look("state-withdrawn", say("aside-withdrawn")),
        StateName::Expired => {
            let address = format!("/programme/pursuits/{}", ink.view.pursuit);
            let text = ink.shell.say("aside-expired").put("address", address);
            look("state-expired", text.to_string())
        }
        StateName::OnHold => look("state-on-hold", say("aside-on-hold")),
        _ => None,
    }
}

fn statements(shell: &Shell, ticked: &[String]) -> Vec<Choice> {
    let all = Attestation::ALL.into_iter().map(Attestation::as_str);
    all.map(|it| {
        let words = shell.say(&format!("attest-{it}"));
        Choice::new(it, words, ticked.iter().any(|said| said == it))
    })
    .collect()
}

/// Words under a text, also for those without limits.
pub(super) fn unlimited(shell: &Shell, count: u32, saved: Option<String>) -> Words {
    let say = |count: String| shell.say("words-so-far").put("count", count).to_string();
    Words {
        said: say(count.to_string()),
        pattern: say("#".to_owned()),
        saved,
    }
}
