//! `/submissions/{code}`: what was sent, and where it stands.

use app::pursuit::{ReceiptView, view_receipt};
use axum::extract::{Path, State};
use domain::catalogue::{Content, Form as FormKind, count_words};
use domain::evidence::size_in_words;
use domain::pursuit::{Field, Snapshot, StateName};

use super::fill::icon_of;
use super::frame;
use crate::asked::{Frame, Signed};
use crate::icon::{Form, Mark};
use crate::page::Shown;
use crate::pages::part::{Crumb, Fact, Link, State as Standing};
use crate::pages::pursuit::{Receipt, SentPiece};
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
    Ok(Shown(receipt(shell, &view)))
}

fn receipt(shell: Shell, view: &ReceiptView) -> Receipt {
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
        note: None,
        facts,
        way: way(&shell, view),
        take_back: None,
        pieces: pieces(&shell, content, &sent.snapshot),
        shell,
    }
}

fn standing(shell: &Shell, view: &ReceiptView) -> (Standing, String) {
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
        Field::Text(id, _) => content
            .requirement(id)
            .map_or_else(|| FormKind::Text.as_str().to_owned(), |it| it.title.clone()),
        Field::Note => shell.say("what-changed").to_string(),
        Field::AiUse => shell.say("ai-use").to_string(),
    }
}
