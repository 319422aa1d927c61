//! Pins: places inside the evidence, set by form fields and shown as links.

use app::Failure;
use app::review::{AddPin, RemovePin, ReviewView, SaveMarks, SavePrivateNote};
use app::review::{add_pin, remove_pin, save_marks, save_private_note};
use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{delete, post, put};
use domain::ids::{PinId, ReviewId};
use domain::people::Actor;
use domain::refusal::Refusal;
use domain::review::Refusal as ReviewRefusal;
use domain::review::pin::{Piece, Place, Region, Typed, clock};
use serde::Deserialize;
use serde_json::{Value, json};

use super::ASSESSORS;
use super::marks::{again_with, marks, save_note};
use super::page::id;
use crate::asked::{Fields, Frame, JsonBody, Key, Signed, check_header};
use crate::form::Choice;
use crate::route::Route;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

pub(super) fn programs() -> Vec<Route> {
    let pins = "/api/v1/reviews/{review}/pins";
    let pin = "/api/v1/reviews/{review}/pins/{pin}";
    let note = "/api/v1/reviews/{review}/private-note";
    vec![
        Route::post(pins, ASSESSORS, post(add_by_program)),
        Route::of(Method::DELETE, pin, ASSESSORS, delete(remove_by_program)),
        Route::of(Method::PUT, note, ASSESSORS, put(note_by_program)),
    ]
}

/// A place in words: `from 1:15 to 1:30`, `page 3`, the quotation.
pub(crate) fn in_words(shell: &Shell, place: &Place) -> String {
    let region = |it: &Region| format!("{},{},{},{}", it.x, it.y, it.width, it.height);
    match place {
        Place::Time { from, to: None } => shell.say("pin-at").put("time", clock(*from)).to_string(),
        Place::Time { from, to: Some(to) } => shell
            .say("pin-between")
            .put("from", clock(*from))
            .put("to", clock(*to))
            .to_string(),
        Place::Page { page, region: None } => {
            shell.say("pin-on-page").put("page", *page).to_string()
        }
        Place::Page {
            page,
            region: Some(it),
        } => shell
            .say("pin-on-page-part")
            .put("page", *page)
            .put("region", region(it))
            .to_string(),
        Place::Area { region: it } => shell.say("pin-part").put("region", region(it)).to_string(),
        Place::Words { quotation } => shell
            .say("pin-words")
            .put("words", quotation.as_str())
            .to_string(),
    }
}

/// Where a place in a file opens; nothing for texts, which stand in the page.
pub(crate) fn address(piece: &Piece, place: &Place) -> Option<String> {
    let Piece::File { id } = piece else {
        return None;
    };
    let file = format!("/files/{id}");
    Some(match place.fragment() {
        Some(fragment) => format!("{file}#{fragment}"),
        None => file,
    })
}

/// What a criterion rests on, to point at: each text and each file.
pub(super) fn pieces(
    shell: &Shell,
    view: &ReviewView,
    sources: &[domain::catalogue::Slug],
) -> Vec<Choice> {
    let mut choices = Vec::new();
    let those = view.sources.iter().filter(|it| sources.contains(&it.id));
    for source in those {
        for number in 0..source.now.texts.len() {
            let label = shell.say("pin-text-of").put("title", &source.title);
            choices.push(Choice::new(
                format!("text:{}:{number}", source.id),
                label,
                false,
            ));
        }
        for piece in &source.now.pieces {
            choices.push(Choice::new(
                format!("file:{}", piece.id),
                &piece.name,
                false,
            ));
        }
    }
    choices
}

/// The piece that a choice stands for.
fn piece(value: &str) -> Option<Piece> {
    if let Some(id) = value.strip_prefix("file:") {
        return Some(Piece::File {
            id: id.parse().ok()?,
        });
    }
    let (source, number) = value.strip_prefix("text:")?.rsplit_once(':')?;
    Some(Piece::Text {
        source: source.parse().ok()?,
        number: number.parse().ok()?,
    })
}

/// Saves the draft that came along, then points at the place.
pub(super) async fn add(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(review): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let review = id(&review)?;
    let criterion = fields.text("pin-for").to_owned();
    match add_from(&site, &actor, review, &criterion, &fields).await {
        Ok(()) => {
            let address = format!("/reviews/{review}#f-level-{criterion}");
            Ok(Redirect::to(&address).into_response())
        }
        Err(failure) => again_with(&site, &actor, shell, review, &fields, failure).await,
    }
}

async fn add_from(
    site: &Site,
    actor: &Actor,
    review: ReviewId,
    criterion: &str,
    fields: &Fields,
) -> Result<(), Failure> {
    let marks = marks(fields).map_err(|_| Failure::from(ReviewRefusal::CriterionNotOpen))?;
    save_note(site, actor, review, fields).await?;
    save_marks(&site.app, actor, SaveMarks { review, marks }).await?;
    let field = |name: &str| fields.text(&format!("pin-{name}/{criterion}")).to_owned();
    let unknown = || {
        let place =
            domain::refusal::Place::new(format!("pin-piece/{criterion}"), "pin-piece-unknown");
        Failure::from(ReviewRefusal::Incomplete(vec![place]))
    };
    let command = AddPin {
        review,
        criterion: criterion.to_owned(),
        piece: piece(&field("piece")).ok_or_else(unknown)?,
        place: Typed {
            from: field("from"),
            to: field("to"),
            page: field("page"),
            region: field("region"),
            quotation: field("quotation"),
        },
    };
    add_pin(&site.app, actor, command, None).await?;
    Ok(())
}

/// Saves the draft that came along, then takes a pin out.
pub(super) async fn remove(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(review): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let review = id(&review)?;
    let pin = pin_id(fields.text("pin"))?;
    let marks = marks(&fields)?;
    let saved = match save_note(&site, &actor, review, &fields).await {
        Ok(_) => save_marks(&site.app, &actor, SaveMarks { review, marks }).await,
        Err(failure) => Err(failure),
    };
    let done = match saved {
        Ok(_) => remove_pin(&site.app, &actor, RemovePin { review, pin }).await,
        Err(failure) => Err(failure),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/reviews/{review}")).into_response()),
        Err(failure) => again_with(&site, &actor, shell, review, &fields, failure).await,
    }
}

fn pin_id(text: &str) -> Result<PinId, Trouble> {
    text.parse()
        .map_err(|_| Refusal::from(ReviewRefusal::NoSuchEntry).into())
}

/// A pin as a program sends it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sent {
    criterion: String,
    piece: Piece,
    place: Typed,
}

async fn add_by_program(
    State(site): State<Site>,
    Signed(actor): Signed,
    Key(key): Key,
    Path(review): Path<String>,
    JsonBody(sent): JsonBody<Sent>,
) -> Result<(StatusCode, Json<Value>), Trouble> {
    let command = AddPin {
        review: id(&review)?,
        criterion: sent.criterion,
        piece: sent.piece,
        place: sent.place,
    };
    let pin = add_pin(&site.app, &actor, command, key).await?;
    Ok((StatusCode::CREATED, Json(json!({"pin": pin}))))
}

async fn remove_by_program(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path((review, pin)): Path<(String, String)>,
    request: Request,
) -> Result<StatusCode, Trouble> {
    check_header(request.headers(), request.extensions())?;
    let command = RemovePin {
        review: id(&review)?,
        pin: pin_id(&pin)?,
    };
    remove_pin(&site.app, &actor, command).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A private note as a program sends it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SentNote {
    body: String,
    #[serde(default)]
    version: u64,
}

async fn note_by_program(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(review): Path<String>,
    JsonBody(sent): JsonBody<SentNote>,
) -> Result<Json<Value>, Trouble> {
    let command = SavePrivateNote {
        review: id(&review)?,
        body: sent.body,
        version: sent.version,
    };
    let version = save_private_note(&site.app, &actor, command).await?;
    Ok(Json(json!({"version": version})))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_read_as_it_was_written() {
        let text = Piece::Text {
            source: "turn-log".parse().unwrap(),
            number: 2,
        };
        assert_eq!(piece("text:turn-log:2"), Some(text));
        for bad in ["", "file:x", "text:turn-log", "text:Turn Log:1", "link:1"] {
            assert_eq!(piece(bad), None, "{bad}");
        }
    }
}
