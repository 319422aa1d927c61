//! The rendition of a piece: what its assessors get. Made once from the original, which stays its
//! educator's; known by a hash of its own and by its recipe.

use bytes::Bytes;
use domain::audit::Fact;
use domain::evidence::FileType;
use domain::ids::EvidenceId;
use futures::stream;
use media::{Kind, Neutral, RECIPE, Text, Unfit};
use serde::{Deserialize, Serialize};
use store::blob::{Shelf, Stored};
use store::evidence::{Made, Piece, Rendition};
use tokio::runtime::Handle;
use tokio::sync::mpsc;

use super::arrival::Arrival;
use super::shelf::shelf;
use super::source;
use crate::{App, Failure, Outcome};

/// Files up to this size, in bytes, are looked at while their educator waits; larger ones by a job.
pub(super) const SMALL: u64 = 24 * 1024 * 1024;
/// The reason of a type that cannot be made neutral at all.
const OTHER_TYPE: &str = "type";
/// The most bytes of the texts of a file.
const MAX_TEXT_BYTES: u64 = 64 * 1024 * 1024;

/// What the job `look-at-evidence` needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookAtEvidence {
    /// The piece.
    pub evidence: EvidenceId,
}

impl LookAtEvidence {
    /// One that waits is enough for a piece.
    #[must_use]
    pub fn unique_key(&self) -> String {
        format!("{}/{}", crate::jobs::LOOK_AT_EVIDENCE, self.evidence)
    }
}

/// How a type is made neutral; nothing for types that cannot be.
pub fn kind_of(media_type: &str) -> Option<Kind> {
    let ending = FileType::of_media_type(media_type)?.ending;
    Some(match ending {
        "txt" | "csv" | "vtt" => Kind::Text,
        "jpg" => Kind::Jpeg,
        "png" => Kind::Png,
        "webp" => Kind::Webp,
        "wav" => Kind::Wav,
        "mp3" => Kind::Mp3,
        "mp4" | "m4a" | "mov" => Kind::Mp4,
        "pdf" => Kind::Pdf,
        "docx" => Kind::Word,
        "pptx" => Kind::Slides,
        "xlsx" => Kind::Sheet,
        _ => return None,
    })
}

/// The rendition of a piece; made now if it is not there yet.
pub(super) async fn rendition(app: &App, piece: &Piece) -> Outcome<Rendition> {
    let id = piece.id;
    let known = app
        .read(move |unit| Ok(store::evidence::find_rendition(unit.tx, id)?))
        .await?;
    if let Some(known) = known {
        return Ok(known);
    }
    let mut arrivals = Vec::new();
    let made = match kind_of(&piece.media_type) {
        Some(kind) => make(app, piece, kind, &mut arrivals).await?,
        None => Err(OTHER_TYPE.to_owned()),
    };
    let rendition = Rendition {
        recipe: RECIPE.to_owned(),
        made,
    };
    let kept = rendition.clone();
    app.write(move |unit| {
        for it in &arrivals {
            it.settle(unit)?;
        }
        if store::evidence::keep_rendition(unit.tx, id, &kept, unit.now)? {
            let state = kept.made.as_ref().map(|it| it.hash.to_string());
            let fact = Fact::of("rendition-made", "evidence", id);
            let detail = serde_json::json!({"recipe": kept.recipe, "unfit": state.as_ref().err()});
            unit.record(fact.with(detail), &state.ok())?;
        }
        let stored = store::evidence::find_rendition(unit.tx, id)?;
        stored.ok_or_else(|| Failure::broken("a rendition that was just kept"))
    })
    .await
}

/// Makes it; what was put on the shelf for it is noted in `arrivals`.
async fn make(
    app: &App,
    piece: &Piece,
    kind: Kind,
    arrivals: &mut Vec<Arrival>,
) -> Outcome<Result<Made, String>> {
    let shelf = shelf(app, piece.issuer).await?;
    let from = (shelf.clone(), piece.hash, piece.bytes);
    let source = source::Piece::new(from.0, from.1, from.2, Handle::current());
    // A file can be made to break the program that reads it: then it is broken, not we.
    let planned = tokio::task::spawn_blocking(move || {
        let mut source = source;
        (media::neutral(kind, &mut source), source)
    });
    let (plan, source) = match planned.await {
        Ok((
            _,
            source::Piece {
                trouble: Some(why), ..
            },
        )) => return Err(Failure::broken(why)),
        Ok((Ok(plan), source)) => (plan, source),
        Ok((Err(unfit), _)) => return Ok(Err(unfit.as_str().to_owned())),
        Err(_) => return Ok(Err(Unfit::Broken.as_str().to_owned())),
    };
    let text = keep_text(app, &shelf, &plan.text).await?;
    let mut note = async |stored: Stored| -> Outcome<()> {
        arrivals.push(Arrival::of(app, &shelf, piece.issuer, stored).await?);
        Ok(())
    };
    if let Some(stored) = text {
        note(stored).await?;
    }
    let (removed, unread) = (
        plan.removed
            .iter()
            .map(|it| it.as_str().to_owned())
            .collect(),
        plan.text.unread.iter().map(|it| place_word(*it)).collect(),
    );
    let (hash, bytes) = match keep(app, &shelf, piece, plan, source).await? {
        Some(stored) => {
            note(stored).await?;
            (stored.hash, stored.size)
        }
        None => (piece.hash, piece.bytes),
    };
    Ok(Ok(Made {
        hash,
        bytes,
        removed,
        unread,
        text: text.map(|it| it.hash),
    }))
}

/// Puts the rendition on the shelf while it is made, a little at a time; nothing if it is the
/// original.
async fn keep(
    app: &App,
    shelf: &Shelf,
    piece: &Piece,
    plan: Neutral,
    mut source: source::Piece,
) -> Outcome<Option<Stored>> {
    let whole = [media::Piece::Keep(0..piece.bytes)];
    if plan.pieces == whole {
        return Ok(None);
    }
    let (sender, receiver) = mpsc::channel::<Result<Bytes, String>>(2);
    let maker = tokio::task::spawn_blocking(move || {
        let sent = plan.each_part(&mut source, |part| {
            sender
                .blocking_send(Ok(part.into()))
                .map_err(|_| Unfit::Broken)
        });
        if let Err(why) = sent {
            // Nobody listens any more if this does not arrive either.
            let _ = sender.blocking_send(Err(why.to_string()));
        }
    });
    let parts = stream::unfold(receiver, |mut receiver| async {
        receiver.recv().await.map(|part| (part, receiver))
    });
    let stored = shelf.put(parts, u64::MAX, app.random()).await?;
    maker.await.map_err(Failure::broken)?;
    Ok(Some(stored))
}

async fn keep_text(app: &App, shelf: &Shelf, text: &Text) -> Outcome<Option<Stored>> {
    if text.layers.is_empty() && text.links.is_empty() {
        return Ok(None);
    }
    let json = serde_json::to_vec(text).map_err(Failure::broken)?;
    let parts = stream::iter([Ok::<_, String>(Bytes::from(json))]);
    let stored = shelf.put(parts, MAX_TEXT_BYTES, app.random()).await?;
    Ok(Some(stored))
}

/// The texts of a rendition.
pub(super) async fn texts(shelf: &Shelf, made: &Made) -> Outcome<Text> {
    use futures::TryStreamExt;
    let Some(hash) = made.text else {
        return Ok(Text::default());
    };
    let mut bytes = shelf.get(hash, None).await?.bytes;
    let mut json = Vec::new();
    while let Some(part) = bytes.try_next().await? {
        json.extend_from_slice(&part);
    }
    serde_json::from_slice(&json).map_err(Failure::broken)
}

/// A place in a file as a word, such as `page-3`.
pub(super) fn place_word(place: media::Place) -> String {
    use media::Place;
    match place {
        Place::Body => "body".to_owned(),
        Place::Page(n) => format!("page-{n}"),
        Place::Slide(n) => format!("slide-{n}"),
        Place::Cells => "cells".to_owned(),
        Place::Margins => "margins".to_owned(),
        Place::Notes => "notes".to_owned(),
        Place::Comments => "comments".to_owned(),
        Place::Labels => "labels".to_owned(),
        Place::Links => "links".to_owned(),
    }
}
