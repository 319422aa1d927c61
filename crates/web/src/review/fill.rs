//! Fills the pages of a review with what the use case found and what a form could not do.

use std::collections::BTreeMap;

use app::review::{CriterionView, MarkDraft, Piece, ReviewView, Shown as Handed, SourceView};
use domain::catalogue::{Form as FormKind, count_words};
use domain::evidence::size_in_words;
use domain::ids::EvidenceId;
use domain::review::pin::{Piece as PinPiece, Pin};
use domain::review::{Confidence, ReviewState};

use super::page::Retry;
use super::{dates, desk, pins};
use crate::accent::Accent;
use crate::form::error_of;
use crate::icon::Form;
use crate::pages::review::{
    Door, Entry, LevelChoice, OwnMark, PinFields, PinLine, Review, Score, Shelf, Shown,
};
use crate::shell::Shell;
use crate::site::Site;

/// The page of a review that is not open.
pub(super) fn door(site: &Site, shell: Shell, view: &ReviewView) -> Door {
    let shell = shell.in_accent(Accent::named(&view.accent));
    let is_locked = view.state == ReviewState::Locked;
    Door {
        title: view.title.clone(),
        code: view.code.clone(),
        due: (!is_locked)
            .then(|| desk::due_day(&shell, view.due_at, &view.time_zone, view.standing)),
        marks: view
            .criteria
            .iter()
            .map(|it| OwnMark {
                criterion: it.title.clone(),
                level: it.mark.level.filter(|_| is_locked),
                feedback: it.mark.feedback.clone(),
            })
            .collect(),
        entry: (!is_locked).then(|| Entry {
            action: format!("/reviews/{}/opening", view.review),
            offer: format!("/reviews/{}", view.review),
            is_accepted: view.is_accepted,
            key: site.fresh_key(),
        }),
        shell,
    }
}

/// The page of an open review.
pub(super) fn review(
    site: &Site,
    shell: Shell,
    view: &ReviewView,
    texts: &BTreeMap<EvidenceId, String>,
    retry: &Retry,
) -> Review {
    let shell = shell.in_accent(Accent::named(&view.accent));
    let shelves = view.sources.iter();
    let scores = view.criteria.iter();
    Review {
        title: view.title.clone(),
        code: view.code.clone(),
        due: desk::due_day(&shell, view.due_at, &view.time_zone, view.standing),
        criteria: view.rubric_criteria,
        change: view.note.clone(),
        ai_use: view.ai_use.clone(),
        shelves: shelves.map(|it| shelf(&shell, view, it, texts)).collect(),
        scores: scores.map(|it| score(&shell, view, it, retry)).collect(),
        private_note: retry
            .note
            .clone()
            .unwrap_or_else(|| view.private_note.clone()),
        private_note_version: view.private_note_version,
        address: format!("/reviews/{}", view.review),
        key: site.fresh_key(),
        saved: saved(&shell, view),
        status: retry.status,
        mends: retry.mends.clone(),
        shell,
    }
}

fn saved(shell: &Shell, view: &ReviewView) -> Option<String> {
    let last = view
        .criteria
        .iter()
        .filter_map(|it| it.mark.saved_at)
        .max()?;
    let time = dates(shell.language, &view.time_zone).clock(last);
    Some(shell.say("saved-at").put("time", time).to_string())
}

fn shelf(
    shell: &Shell,
    view: &ReviewView,
    it: &SourceView,
    texts: &BTreeMap<EvidenceId, String>,
) -> Shelf {
    let rests = view
        .criteria
        .iter()
        .filter(|one| one.sources.contains(&it.id));
    let shows: Vec<_> = rests.map(|one| one.title.as_str()).collect();
    let before = it.before.as_ref();
    Shelf {
        id: format!("source-{}", it.id),
        title: it.title.clone(),
        shows: shows.join(", "),
        pieces: pieces(shell, &format!("now-{}", it.id), &it.now, texts),
        before: before.map_or_else(Vec::new, |handed| {
            pieces(shell, &format!("before-{}", it.id), handed, texts)
        }),
    }
}

fn pieces(
    shell: &Shell,
    id: &str,
    handed: &Handed,
    texts: &BTreeMap<EvidenceId, String>,
) -> Vec<Shown> {
    let written = handed.texts.iter().enumerate().map(|(at, text)| Shown {
        id: format!("{id}-{at}"),
        name: String::new(),
        form: Form::Text,
        caption: String::new(),
        note: shell
            .say("words-count")
            .put("count", count_words(text))
            .to_string(),
        address: None,
        text: Some(text.clone()),
    });
    let links = handed.links.iter().enumerate().map(|(at, it)| Shown {
        id: format!("{id}-link-{at}"),
        name: it.address.clone(),
        form: Form::Link,
        caption: it.caption.clone(),
        note: shell.say("review-link-flag").to_string(),
        address: Some(it.address.clone()),
        text: None,
    });
    let files = handed.pieces.iter().map(|it| file(id, it, texts));
    written.chain(links).chain(files).collect()
}

fn file(id: &str, it: &Piece, texts: &BTreeMap<EvidenceId, String>) -> Shown {
    Shown {
        id: format!("{id}-{}", it.id),
        name: it.name.clone(),
        form: icon_of(it.form),
        caption: it.caption.clone(),
        note: size_in_words(it.bytes),
        address: Some(format!("/files/{}", it.id)),
        text: texts.get(&it.id).cloned(),
    }
}

const fn icon_of(form: FormKind) -> Form {
    match form {
        FormKind::Text => Form::Text,
        FormKind::Document => Form::Document,
        FormKind::Image => Form::Picture,
        FormKind::Audio => Form::Sound,
        FormKind::Video => Form::Video,
        FormKind::Link => Form::Link,
    }
}

fn pinned(shell: &Shell, view: &ReviewView, pin: &Pin) -> PinLine {
    let place = pins::in_words(shell, &pin.place);
    let mut sources = view.sources.iter();
    let name = match &pin.piece {
        PinPiece::File { id } => {
            let mut pieces = view.sources.iter().flat_map(|it| &it.now.pieces);
            pieces.find(|it| it.id == *id).map(|it| it.name.clone())
        }
        PinPiece::Text { source, .. } => sources
            .find(|it| it.id == *source)
            .map(|it| it.title.clone()),
    };
    PinLine {
        id: pin.id.to_string(),
        text: format!("{}: {place}", name.unwrap_or_default()),
        address: pins::address(&pin.piece, &pin.place),
    }
}

fn pin_fields(shell: &Shell, view: &ReviewView, it: &CriterionView, retry: &Retry) -> PinFields {
    let typed = |name: &str| {
        let typed = retry.pins.get(&format!("{name}/{}", it.id));
        typed.cloned().unwrap_or_default()
    };
    let fields = ["piece", "from", "to", "page", "region", "quotation"];
    let error = |name: &str| error_of(&retry.mends, &format!("pin-{name}/{}", it.id));
    let chosen = typed("piece");
    let mut pieces = pins::pieces(shell, view, &it.sources);
    for piece in &mut pieces {
        piece.is_chosen = piece.value == chosen;
    }
    PinFields {
        pieces,
        from: typed("from"),
        to: typed("to"),
        page: typed("page"),
        region: typed("region"),
        quotation: typed("quotation"),
        errors: fields.map(error),
    }
}

/// What was typed goes before what is stored; the version is always the stored one.
fn score(shell: &Shell, view: &ReviewView, it: &CriterionView, retry: &Retry) -> Score {
    let mark = &it.mark;
    let typed: Option<&MarkDraft> = retry.typed.get(it.id.as_str());
    let (level, confidence, feedback) = typed
        .map_or((mark.level, mark.confidence, &mark.feedback), |typed| {
            (typed.level, typed.confidence, &typed.feedback)
        });
    Score {
        id: it.id.to_string(),
        title: it.title.clone(),
        levels: it
            .levels
            .iter()
            .map(|level| LevelChoice {
                number: level.number,
                name: level.name.clone(),
                text: level.text.clone(),
            })
            .collect(),
        version: mark.version,
        chosen: level,
        feedback: feedback.clone(),
        is_unsure: confidence == Some(Confidence::Low),
        pins: it.pins.iter().map(|pin| pinned(shell, view, pin)).collect(),
        pin: pin_fields(shell, view, it, retry),
        error: error_of(&retry.mends, &format!("level/{}", it.id)),
        feedback_error: error_of(&retry.mends, &format!("feedback/{}", it.id)),
    }
}
