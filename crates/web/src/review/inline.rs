//! Short text files are read where they are judged, without opening them one by one.

use std::collections::BTreeMap;

use app::Failure;
use app::evidence::open_evidence;
use app::review::{Piece, ReviewView};
use axum::body::{Body, to_bytes};
use domain::evidence::Refusal as EvidenceRefusal;
use domain::ids::EvidenceId;
use domain::people::Actor;
use domain::refusal::Refusal;

use crate::site::Site;
use crate::trouble::Trouble;

/// The longest text that is shown in place, in bytes.
const LONGEST: usize = 64 * 1024;
/// The most texts that are shown in place; the rest is a click away.
const MOST: usize = 12;

/// The texts of short text files by piece. A file whose bytes are gone is left to its link.
pub(super) async fn texts(
    site: &Site,
    actor: &Actor,
    view: &ReviewView,
) -> Result<BTreeMap<EvidenceId, String>, Trouble> {
    let now = view.sources.iter().flat_map(|it| &it.now.pieces);
    let before = view.sources.iter().filter_map(|it| it.before.as_ref());
    let pieces = now.chain(before.flat_map(|it| &it.pieces));
    let short =
        pieces.filter(|it| it.media_type.starts_with("text/") && it.bytes <= LONGEST as u64);
    let mut texts = BTreeMap::new();
    for piece in short.take(MOST) {
        if let Some(text) = text(site, actor, piece).await? {
            texts.insert(piece.id, text);
        }
    }
    Ok(texts)
}

async fn text(site: &Site, actor: &Actor, piece: &Piece) -> Result<Option<String>, Trouble> {
    let opened = match open_evidence(&site.app, actor, piece.id).await {
        Ok(opened) => opened,
        Err(Failure::Refused(Refusal::Evidence(EvidenceRefusal::EvidenceNotShown))) => {
            return Ok(None);
        }
        Err(other) => return Err(other.into()),
    };
    let gone = |error: &dyn std::fmt::Display| {
        tracing::warn!(piece = %piece.id, %error, "a text file cannot be shown in place");
        None
    };
    let content = match opened.read(None).await {
        Ok(content) => content,
        Err(error) => return Ok(gone(&error)),
    };
    match to_bytes(Body::from_stream(content.bytes), LONGEST).await {
        Ok(bytes) => Ok(String::from_utf8(bytes.to_vec()).ok()),
        Err(error) => Ok(gone(&error)),
    }
}
