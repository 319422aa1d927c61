//! `/submissions/{code}`: what was sent, and where it stands.

use app::pursuit::{ReceiptView, view_receipt};
use axum::extract::{Path, State};
use domain::catalogue::{Content, Form as FormKind, count_words};
use domain::evidence::size_in_words;
use domain::pursuit::prediction::Prediction;
use domain::pursuit::{Field, Snapshot, StateName, SubmissionEnd};

use super::fill::icon_of;
use super::frame;
use crate::asked::{Frame, Signed};
use crate::dates::Dates;
use crate::icon::{Form, Mark};
use crate::page::Shown;
use crate::pages::part::{Crumb, Fact, Link, Note, State as Standing, Tone};
use crate::pages::pursuit::{Receipt, SentPiece, TakeBack};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

pub(super) async fn page(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(code): Path<String>,
) -> Result<Shown<Receipt>, Trouble> {
    let view = view_receipt(&site.app, &actor, &code).await?;
    Ok(Shown(receipt(&site, shell, &view)))
}

fn receipt(site: &Site, shell: Shell, view: &ReceiptView) -> Receipt {
    let shell = frame::in_colour(shell, &view.offer.issuer);
    let content = &view.offer.content;
    let sent = &view.submission;
    let dates = frame::dates(shell.language, &view.offer.issuer);
    let (state, text) = standing(&shell, view);
    let mut facts = vec![
        Fact::new(shell.say("fact-attempt"), sent.attempt),
        Fact::new(shell.say("fact-code"), &sent.code),
        Fact::new(shell.say("fact-received"), dates.moment(sent.submitted_at)),
    ];
    facts.extend(expected(&shell, &dates, view));
    if let Some(at) = view.decided {
        facts.push(Fact::new(shell.say("fact-decided"), dates.moment(at)));
    }
    Receipt {
        crumbs: vec![
            Crumb::above("/home", shell.say("nav-home")),
            Crumb::here(&content.title),
        ],
        title: content.title.clone(),
        state,
        text,
        note: note(&shell, view),
        facts,
        way: way(&shell, view),
        take_back: take_back(site, &shell, &dates, view),
        pieces: pieces(&shell, content, &sent.snapshot),
        shell,
    }
}

/// When a decision may be expected, as others have waited or as the plan says.
fn expected(shell: &Shell, dates: &Dates, view: &ReceiptView) -> Option<Fact> {
    let words = match view.expected? {
        Prediction::Plan(at) => shell.say("expected-by-plan").put("day", dates.near_day(at)),
        Prediction::Queue {
            median,
            late: Some(late),
        } => shell
            .say("expected-by-queue")
            .put("day", dates.near_day(median))
            .put("late", dates.near_day(late)),
        Prediction::Queue { median, late: None } => shell
            .say("expected-by-median")
            .put("day", dates.near_day(median)),
    };
    Some(Fact::new(shell.say("fact-expected"), words))
}

fn take_back(site: &Site, shell: &Shell, dates: &Dates, view: &ReceiptView) -> Option<TakeBack> {
    let sent = &view.submission;
    let note = if view.now < sent.opens_at {
        let until = dates.clock(sent.opens_at);
        shell.say("receipt-take-back-until").put("until", until)
    } else {
        shell.say("receipt-take-back-unopened")
    };
    view.can_take_back.then(|| TakeBack {
        action: format!("/submissions/{}/taking-back", sent.code),
        key: site.fresh_key(),
        note: note.to_string(),
    })
}

/// What is missing in a submission that was given back.
fn note(shell: &Shell, view: &ReceiptView) -> Option<Note> {
    let ended = view.submission.ended.as_ref()?;
    let is_returned = ended.how == SubmissionEnd::Returned;
    is_returned.then(|| Note::new(Tone::Look, shell.say("returned-missing"), &ended.reason))
}

fn standing(shell: &Shell, view: &ReceiptView) -> (Standing, String) {
    if let Some(ended) = &view.submission.ended {
        let (word, text) = match ended.how {
            SubmissionEnd::TakenBack => ("state-taken-back", "receipt-taken-back"),
            SubmissionEnd::Returned => ("state-returned", "receipt-returned"),
        };
        let state = Standing::new(Mark::Draft, shell.say(word));
        return (state, shell.say(text).to_string());
    }
    if view.state == StateName::OnHold {
        let text = shell.say("aside-on-hold").to_string();
        return (super::standing::standing(shell, view.state), text);
    }
    let (mark, word, text) = match view.state {
        StateName::Awarded => (Mark::Met, "state-earned", "feedback-awarded-text"),
        StateName::NotYet => (Mark::NotYet, "state-decided-not-yet", "receipt-not-yet"),
        _ => (
            Mark::Waiting,
            "state-with-assessors",
            "receipt-with-assessors",
        ),
    };
    let assessors = view.offer.content.plan.assessors();
    (
        Standing::new(mark, shell.say(word)),
        shell.say(text).put("assessors", assessors).to_string(),
    )
}

fn way(shell: &Shell, view: &ReceiptView) -> Option<Link> {
    let feedback = || {
        let address = format!("/submissions/{}/feedback", view.submission.code);
        Link::new(address, shell.say("home-next-feedback-way"))
    };
    if view.submission.ended.is_some() {
        let address = format!("/pursuits/{}", view.pursuit);
        return Some(Link::new(address, shell.say("home-next-draft-way")));
    }
    match (view.state, view.award) {
        (StateName::Awarded, Some(award)) => Some(Link::new(
            format!("/awards/{award}"),
            shell.say("see-the-award"),
        )),
        (StateName::Awarded | StateName::NotYet, _) => Some(feedback()),
        _ => None,
    }
}

fn pieces(shell: &Shell, content: &Content, sent: &Snapshot) -> Vec<SentPiece> {
    let place = |field: &Field| {
        let mut sources = content.sources();
        let at = field
            .source()
            .and_then(|id| sources.position(|it| it.id() == id));
        at.unwrap_or(usize::MAX)
    };
    let mut texts: Vec<_> = sent.texts.iter().collect();
    texts.sort_by_key(|(field, _)| place(field));
    let texts = texts.into_iter().map(|(field, text)| SentPiece {
        form: Form::Text,
        name: label(shell, content, field),
        note: shell
            .say("words-count")
            .put("count", count_words(text))
            .to_string(),
        address: None,
        text: Some(text.clone()),
    });
    let files = sent.items.iter().map(|it| SentPiece {
        form: icon_of(it.form),
        name: it.shown_name.clone(),
        note: size_in_words(it.bytes),
        address: Some(format!("/files/{}", it.id)),
        text: None,
    });
    texts.chain(files).collect()
}

/// What a field asks for.
pub(super) fn label(shell: &Shell, content: &Content, field: &Field) -> String {
    match field {
        Field::Answer(id) => content
            .prompt(id)
            .map_or_else(|| id.to_string(), |it| it.text.clone()),
        Field::Text(id, _) | Field::Link(id, _) => content
            .requirement(id)
            .map_or_else(|| FormKind::Text.as_str().to_owned(), |it| it.title.clone()),
        Field::Note => shell.say("what-changed").to_string(),
        Field::AiUse => shell.say("ai-use").to_string(),
        Field::Findings => shell.say("findings-why").to_string(),
    }
}
