//! Opening a piece of evidence: recorded before its first byte is sent.

use std::ops::Range;

use domain::audit::Fact;
use domain::evidence::Refusal;
use domain::ids::EvidenceId;
use domain::people::permission::{Question, may};
use domain::people::{Actor, Role};
use domain::time::start_of_day;
use store::blob::{Content, ContentHash, Shelf};
use store::evidence::Piece;

use super::rendition::rendition;
use super::shelf::shelf;
use crate::{App, Outcome, Unit};

/// A piece that may be read.
pub struct Opened {
    /// Media type, judged by content.
    pub media_type: String,
    /// The name that others see.
    pub shown_name: String,
    /// Size in bytes.
    pub bytes: u64,
    hash: ContentHash,
    shelf: Shelf,
}

impl Opened {
    /// Tells one content from another, without the quotes of an `ETag`.
    pub fn tag(&self) -> String {
        self.hash.to_string()
    }

    /// The bytes, or those of a range that begins before the end.
    ///
    /// # Errors
    /// If the bytes are gone or were changed.
    pub async fn read(&self, range: Option<Range<u64>>) -> Outcome<Content> {
        Ok(self.shelf.get(self.hash, range).await?)
    }
}

/// Opens a piece: the original for its educator, a rendition for those who accompany the pursuit and
/// those who hold a review of a submission that contains it. One event a person, piece and day (in
/// UTC) is on record before a byte can be read.
///
/// # Errors
/// `no-such-evidence`, also for those who may not know of it; `evidence-not-shown` if no rendition
/// can be made.
pub async fn open_evidence(app: &App, actor: &Actor, id: EvidenceId) -> Outcome<Opened> {
    let piece = opened_by(app, actor, id).await?;
    let (hash, bytes) = if piece.educator == actor.person {
        (piece.hash, piece.bytes)
    } else {
        let made = rendition(app, &piece).await?.made;
        let made = made.map_err(|_| Refusal::EvidenceNotShown)?;
        (made.hash, made.bytes)
    };
    Ok(Opened {
        shelf: shelf(app, piece.issuer).await?,
        media_type: piece.media_type,
        shown_name: piece.shown_name,
        bytes,
        hash,
    })
}

/// A piece that somebody may open; that they did is on record.
pub(super) async fn opened_by(app: &App, actor: &Actor, id: EvidenceId) -> Outcome<Piece> {
    let asking = actor.clone();
    let (piece, recorded) = app
        .read(move |unit| {
            let piece = permitted(unit, &asking, id)?;
            let recorded = is_recorded(unit, &asking, id)?;
            Ok((piece, recorded))
        })
        .await?;
    if !recorded {
        let opener = actor.clone();
        app.write(move |unit| record(unit, &opener, id)).await?;
    }
    Ok(piece)
}

fn permitted(unit: &Unit<'_>, actor: &Actor, id: EvidenceId) -> Outcome<Piece> {
    let piece = store::evidence::find(unit.tx, id)?.ok_or(Refusal::NoSuchEvidence)?;
    let assessors = if piece.educator == actor.person {
        Vec::new()
    } else {
        store::evidence::assessors(unit.tx, id)?
    };
    let question = Question::OpenEvidence {
        educator: piece.educator,
        assessors: &assessors,
    };
    if may(actor, question) || accompanies(unit, actor, &piece)? {
        Ok(piece)
    } else {
        Err(Refusal::NoSuchEvidence.into())
    }
}

/// Mentors and team mates of the pursuit see what its educator gathers.
fn accompanies(unit: &Unit<'_>, actor: &Actor, piece: &Piece) -> Outcome<bool> {
    let companions = store::growth::companion::of_pursuit(unit.tx, piece.pursuit)?;
    let people: Vec<_> = companions.iter().map(|it| it.person).collect();
    let question = Question::Accompany {
        educator: piece.educator,
        companions: &people,
    };
    Ok(may(actor, question))
}

fn is_recorded(unit: &Unit<'_>, actor: &Actor, id: EvidenceId) -> Outcome<bool> {
    let since = start_of_day(unit.now);
    Ok(store::evidence::is_opening_recorded(
        unit.tx,
        id,
        actor.person,
        since,
    )?)
}

fn record(unit: &Unit<'_>, actor: &Actor, id: EvidenceId) -> Outcome<()> {
    let piece = permitted(unit, actor, id)?;
    if is_recorded(unit, actor, id)? {
        return Ok(());
    }
    let role = match piece.educator == actor.person {
        true => Role::Educator,
        false => Role::Assessor,
    };
    let fact = Fact::of("evidence-opened", "evidence", id).by(actor.person, Some(role));
    unit.record(fact, &piece.hash.to_string())
}
