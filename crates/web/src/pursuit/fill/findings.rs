//! What the draft may tell of whoever made it.

use domain::evidence::Item;
use domain::evidence::blindness::{Fit, PieceCheck};
use domain::pursuit::Field as DraftField;

use super::Ink;
use crate::evidence::words;
use crate::form::Mend;
use crate::icon::Mark;
use crate::pages::evidence::Findings;
use crate::pages::part::State;

pub(super) fn findings(ink: &Ink<'_>) -> Findings {
    let (shell, check) = (ink.shell, &ink.view.check);
    let count = check.count();
    let lines = words::lines(shell, check, |field| label(ink, field));
    let hidden = usize::try_from(count)
        .unwrap_or(usize::MAX)
        .saturating_sub(lines.len());
    let mut notes = words::unread(shell, check);
    if check.pieces.iter().any(|it| it.shows_people) {
        notes.push(shell.say("findings-people").to_string());
    }
    let is_said = !ink.view.draft.draft.text(&DraftField::Findings).is_empty()
        || ink
            .retry
            .typed
            .contains_key(&DraftField::Findings.to_string());
    Findings {
        said: match count {
            0 => shell.say("findings-none").to_string(),
            count => shell.say("findings-some").put("count", count).to_string(),
        },
        lines,
        more: (hidden > 0).then(|| shell.say("findings-more").put("count", hidden).to_string()),
        notes,
        why: (count > 0 || is_said).then(|| {
            let label = shell.say("findings-why").to_string();
            let hint = shell.say("findings-why-hint").to_string();
            ink.answer(&DraftField::Findings, label, Some(&hint), None)
        }),
    }
}

/// What a text is called, and where it stands in the page.
fn label(ink: &Ink<'_>, field: &str) -> (String, String) {
    if let Some(id) = field.strip_prefix("caption/") {
        let mut items = ink.view.draft.draft.items.iter();
        let name = items
            .find(|it| it.id.to_string() == id)
            .map_or(id, |it| it.shown_name.as_str());
        let words = ink.shell.say("place-caption").put("name", name).to_string();
        return (words, format!("#piece-{id}"));
    }
    let content = &ink.view.offer.content;
    let name = match field.parse() {
        Ok(DraftField::Answer(id)) => content.prompt(&id).map(|it| it.text.clone()),
        Ok(DraftField::Text(id, _) | DraftField::Link(id, _)) => {
            content.requirement(&id).map(|it| it.title.clone())
        }
        Ok(DraftField::Note) => Some(ink.shell.say("what-changed").to_string()),
        Ok(DraftField::AiUse) => Some(ink.shell.say("ai-use").to_string()),
        Ok(DraftField::Findings) | Err(_) => None,
    };
    let mend = Mend {
        field: field.to_owned(),
        text: String::new(),
    };
    (
        name.unwrap_or_else(|| field.to_owned()),
        format!("#{}", mend.id()),
    )
}

/// What became of a piece, and what to know of it.
pub(super) fn standing(ink: &Ink<'_>, item: &Item) -> (State, Option<String>) {
    let say = |id: &str| ink.shell.say(id).to_string();
    let mut pieces = ink.view.check.pieces.iter();
    match pieces.find(|it| it.evidence == item.id) {
        Some(PieceCheck {
            fit: Fit::Ready { removed, .. },
            ..
        }) => {
            let what = words::removed(ink.shell, removed);
            let note = ink.shell.say("piece-removed").put("what", what).to_string();
            let state = State::new(Mark::Ready, say("piece-ready"));
            (state, (!removed.is_empty()).then_some(note))
        }
        Some(PieceCheck {
            fit: Fit::Unfit { reason },
            ..
        }) => {
            let why = say(&format!("unfit-{reason}"));
            (State::new(Mark::NotYet, say("piece-unfit")), Some(why))
        }
        _ => (State::new(Mark::Waiting, say("piece-pending")), None),
    }
}
