//! `/files/{evidence}/preview`: a piece in a page, for whoever may open it.

use app::evidence::{PieceWords, read_words};
use axum::extract::{Path, State};
use domain::evidence::size_in_words;
use domain::ids::EvidenceId;

use super::change::evidence_id;
use super::words;
use crate::asked::{Frame, Signed};
use crate::page::Shown;
use crate::pages::evidence::{Passage, Preview, Way};
use crate::pages::part::Crumb;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

pub(super) async fn page(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Path(evidence): Path<String>,
) -> Result<Shown<Preview>, Trouble> {
    let id = evidence_id(&evidence)?;
    let piece = read_words(&site.app, &actor, id).await?;
    Ok(Shown(preview(shell, id, piece)))
}

fn preview(shell: Shell, id: EvidenceId, piece: PieceWords) -> Preview {
    let has_one = piece.layers.len() == 1;
    let above = match piece.is_own {
        true => Crumb::above("/home", shell.say("nav-home")),
        false => Crumb::above("/desk", shell.say("nav-desk")),
    };
    Preview {
        crumbs: vec![above, Crumb::here(&piece.name)],
        note: size_in_words(piece.bytes),
        address: format!("/files/{id}"),
        way: way(&piece.media_type),
        is_cut: piece.is_cut,
        words: piece
            .layers
            .into_iter()
            .map(|(place, text)| Passage {
                place: match has_one {
                    true => String::new(),
                    false => words::place(&shell, &place),
                },
                text,
            })
            .collect(),
        name: piece.name,
        shell,
    }
}

fn way(media_type: &str) -> Way {
    match media_type.split_once('/') {
        Some(("image", _)) => Way::Picture,
        Some(("audio", _)) => Way::Sound,
        Some(("video", _)) => Way::Video,
        _ if media_type == "application/pdf" => Way::Viewer,
        _ => Way::Words,
    }
}
