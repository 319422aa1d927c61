//! The words of a piece, for those who read it in a page: of an office document they are all that a
//! browser can show.

use domain::evidence::Refusal;
use domain::ids::EvidenceId;
use domain::people::Actor;
use store::evidence::Piece;

use super::open::opened_by;
use super::rendition::{place_word, rendition, texts};
use super::shelf::shelf;
use crate::{App, Outcome};

/// The most characters that are handed out.
const MOST: usize = 200_000;

/// What a piece is, and what can be read in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PieceWords {
    /// The name that others see.
    pub name: String,
    /// Media type, judged by content.
    pub media_type: String,
    /// Size of the original in bytes.
    pub bytes: u64,
    /// The asker handed it in.
    pub is_own: bool,
    /// Place, such as `page-3`, and text; in the order of the file.
    pub layers: Vec<(String, String)>,
    /// There is more than is handed out.
    pub is_cut: bool,
}

/// Reads the words of a piece; for whoever may open it, and recorded like opening it.
///
/// # Errors
/// `no-such-evidence`, also for those who may not know of it; `evidence-not-shown` for assessors if
/// no rendition can be made.
pub async fn read_words(app: &App, actor: &Actor, id: EvidenceId) -> Outcome<PieceWords> {
    let piece = opened_by(app, actor, id).await?;
    let is_own = piece.educator == actor.person;
    let layers = match rendition(app, &piece).await?.made {
        Ok(made) => texts(&shelf(app, piece.issuer).await?, &made).await?.layers,
        Err(_) if is_own => Vec::new(),
        Err(_) => return Err(Refusal::EvidenceNotShown.into()),
    };
    let read = layers
        .into_iter()
        .map(|it| (place_word(it.place), it.text))
        .collect();
    Ok(words(piece, is_own, read))
}

fn words(piece: Piece, is_own: bool, all: Vec<(String, String)>) -> PieceWords {
    let mut left = MOST;
    let mut is_cut = false;
    let mut layers = Vec::new();
    for (place, text) in all {
        let length = text.chars().count();
        if length <= left {
            layers.push((place, text));
        } else {
            is_cut = true;
            layers.push((place, text.chars().take(left).collect()));
        }
        left = left.saturating_sub(length);
        if left == 0 {
            break;
        }
    }
    PieceWords {
        name: piece.shown_name,
        media_type: piece.media_type,
        bytes: piece.bytes,
        is_own,
        layers,
        is_cut,
    }
}
