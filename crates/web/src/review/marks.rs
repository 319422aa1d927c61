//! Saving marks as a draft, by the form or its script, and handing them in.

use std::collections::BTreeMap;

use app::Failure;
use app::review::{
    MarkDraft, NOTE_FIELD, SaveMarks, SavePrivateNote, SubmitScorecard, save_marks,
    save_private_note, submit_scorecard,
};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::ReviewId;
use domain::people::Actor;
use domain::refusal::{Refusal, Refuse};
use domain::review::{Confidence, Refusal as ReviewRefusal};
use serde_json::json;

use super::page::{Retry, id, show};
use crate::asked::{Fields, Frame, Signed, unreadable};
use crate::form::Mend;
use crate::negotiation::{Format, asked_for};
use crate::pursuit::words_of;
use crate::refused::status_of;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// Saves the draft; the script gets its answer as JSON, with the version of each mark.
pub(super) async fn save(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(review): Path<String>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Trouble> {
    let review = id(&review)?;
    let command = SaveMarks {
        review,
        marks: marks(&fields)?,
    };
    let answer = match save_note(&site, &actor, review, &fields).await {
        Ok(note) => save_marks(&site.app, &actor, command)
            .await
            .map(|saved| (saved, note)),
        Err(failure) => Err(failure),
    };
    if asked_for(&headers) == Some(Format::Json) {
        let (saved, note) = answer?;
        let at = saved.iter().map(|it| it.saved_at).max();
        let marks = saved
            .iter()
            .map(|it| (it.criterion.to_string(), it.version));
        let note = note.map(|version| (NOTE_FIELD.to_owned(), version));
        let versions: BTreeMap<_, _> = marks.chain(note).collect();
        let at = at.unwrap_or_else(|| site.app.clock.now());
        return Ok(Json(json!({"saved_at": at, "versions": versions})).into_response());
    }
    match answer {
        Ok(_) => Ok(Redirect::to(&format!("/reviews/{review}")).into_response()),
        Err(failure) => again_with(&site, &actor, shell, review, &fields, failure).await,
    }
}

/// Saves the marks that came along, then hands the scorecard in.
pub(super) async fn submit(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(review): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let review = id(&review)?;
    let marks = marks(&fields)?;
    let command = SubmitScorecard { review };
    let done = match save_first(&site, &actor, review, &marks, &fields).await {
        Ok(()) => submit_scorecard(&site.app, &actor, command, fields.key()).await,
        Err(failure) => Err(failure),
    };
    match done {
        Ok(_) => {
            site.nudge.nudge();
            Ok(Redirect::to("/desk?done=sent").into_response())
        }
        Err(failure) => again_with(&site, &actor, shell, review, &fields, failure).await,
    }
}

/// A scorecard that is sent again was saved and locked the first time: its key answers that.
async fn save_first(
    site: &Site,
    actor: &Actor,
    review: ReviewId,
    marks: &[MarkDraft],
    fields: &Fields,
) -> Result<(), Failure> {
    let command = SaveMarks {
        review,
        marks: marks.to_vec(),
    };
    let saved = match save_note(site, actor, review, fields).await {
        Ok(_) => save_marks(&site.app, actor, command).await,
        Err(failure) => Err(failure),
    };
    match saved {
        Ok(_) | Err(Failure::Refused(Refusal::Review(ReviewRefusal::AlreadyLocked))) => Ok(()),
        Err(failure) => Err(failure),
    }
}

/// The page comes back with what was typed, where something is to mend.
pub(super) async fn again_with(
    site: &Site,
    actor: &Actor,
    shell: Shell,
    review: ReviewId,
    fields: &Fields,
    failure: Failure,
) -> Result<Response, Trouble> {
    let marks = marks(fields)?;
    let mends = match &failure {
        Failure::Refused(Refusal::Review(refusal)) => mends(&shell, refusal),
        _ => Vec::new(),
    };
    let Failure::Refused(refusal) = failure else {
        return Err(failure.into());
    };
    if mends.is_empty() {
        return Err(refusal.into());
    }
    let retry = Retry {
        status: status_of(refusal.kind()),
        typed: marks
            .into_iter()
            .map(|it| (it.criterion.clone(), it))
            .collect(),
        pins: fields
            .starting("pin-")
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
        note: fields
            .has(NOTE_FIELD)
            .then(|| fields.text(NOTE_FIELD).to_owned()),
        mends,
    };
    show(site, actor, shell, review, retry).await
}

fn mends(shell: &Shell, refusal: &ReviewRefusal) -> Vec<Mend> {
    match refusal {
        ReviewRefusal::StaleMark { criterion, .. } => vec![Mend {
            field: format!("feedback/{criterion}"),
            text: words_of(shell, refusal.code(), &refusal.parameters()),
        }],
        ReviewRefusal::Incomplete(places) => places
            .iter()
            .map(|it| Mend {
                field: it.field.clone(),
                text: words_of(shell, it.code, &it.parameters),
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// Saves the private note that came along, and answers its version. One that cannot be saved never
/// holds the marks up by being empty.
pub(super) async fn save_note(
    site: &Site,
    actor: &Actor,
    review: ReviewId,
    fields: &Fields,
) -> Result<Option<u64>, Failure> {
    if !fields.has(NOTE_FIELD) {
        return Ok(None);
    }
    let version = fields.text(&format!("version/{NOTE_FIELD}"));
    let command = SavePrivateNote {
        review,
        body: fields.text(NOTE_FIELD).to_owned(),
        version: version.parse().unwrap_or(0),
    };
    save_private_note(&site.app, actor, command).await.map(Some)
}

/// The marks of a form. What was never touched is left out, and so is what is no criterion.
pub(super) fn marks(fields: &Fields) -> Result<Vec<MarkDraft>, Trouble> {
    let mut marks = Vec::new();
    let versions = fields.starting("version/");
    for (criterion, version) in versions.filter(|(name, _)| !name.contains('/')) {
        let mark = MarkDraft {
            criterion: criterion.to_owned(),
            level: level(fields.text(&format!("level/{criterion}")))?,
            confidence: Confidence::parse(fields.text(&format!("confidence/{criterion}"))),
            feedback: fields.text(&format!("feedback/{criterion}")).to_owned(),
            version: version.parse().unwrap_or(0),
        };
        let is_touched = mark.version > 0
            || mark.level.is_some()
            || mark.confidence == Some(Confidence::Low)
            || !mark.feedback.is_empty();
        if is_touched {
            marks.push(mark);
        }
    }
    Ok(marks)
}

/// The number of a level; nothing if none was chosen.
pub(super) fn level(text: &str) -> Result<Option<u8>, Trouble> {
    if text.is_empty() {
        return Ok(None);
    }
    let number = text.parse().map(Some);
    number.map_err(|_| unreadable("level", "expected the number of a level"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_criterion_that_was_not_touched_is_left_out() {
        let body = b"version=0&version/a=0&confidence/a=sure&feedback/a=&version/b=0&level/b=2&confidence/b=low&feedback/b=So";
        let found = marks(&Fields::parse(body).unwrap()).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].level, found[0].confidence),
            (Some(2), Some(Confidence::Low))
        );
    }

    #[test]
    fn a_level_that_is_no_number_is_refused() {
        let body = b"version/a=0&level/a=high";
        assert!(marks(&Fields::parse(body).unwrap()).is_err());
    }
}
