//! The places in the evidence at which assessors of the majority point.

use std::collections::BTreeMap;

use domain::audit::sha256_hex;
use domain::catalogue::Slug;
use domain::ids::ReviewId;
use domain::review::Outcome;
use domain::review::pin::{Piece, Pin, Place};
use serde::{Deserialize, Serialize};
use store::pursuit::Submission;

/// The most characters that are shown on each side of a quotation.
const AROUND: usize = 160;

/// A place in the evidence that somebody points at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedbackPin {
    /// What is pointed at.
    pub piece: Piece,
    /// The name of the file, if it is one of this attempt.
    pub name: Option<String>,
    /// Where in it.
    pub place: Place,
    /// What stands before and after a quotation, if it is a text of this attempt.
    pub around: Option<(String, String)>,
}

/// By criterion, the pins of its majority. Their order follows from a hash, so that it does not tell
/// who set them, nor which belong together.
pub(super) fn pins_of_majority(
    outcome: &Outcome,
    pins: &[(ReviewId, Pin)],
    sent: &Submission,
) -> BTreeMap<Slug, Vec<FeedbackPin>> {
    let of_criterion = |criterion: &domain::review::CriterionOutcome| {
        let mut found: Vec<_> = pins
            .iter()
            .filter(|(_, pin)| pin.criterion == criterion.criterion)
            .filter(|(review, _)| criterion.majority.contains(review))
            .map(|(_, pin)| pin)
            .collect();
        found.sort_by_key(|pin| sha256_hex(format!("{} {}", sent.id, pin.id)));
        let shown = found.into_iter().map(|pin| shown(pin, sent)).collect();
        (criterion.criterion.clone(), shown)
    };
    outcome.criteria.iter().map(of_criterion).collect()
}

fn shown(pin: &Pin, sent: &Submission) -> FeedbackPin {
    FeedbackPin {
        piece: pin.piece.clone(),
        name: name(&pin.piece, sent),
        place: pin.place.clone(),
        around: around(pin, sent),
    }
}

fn name(piece: &Piece, sent: &Submission) -> Option<String> {
    let Piece::File { id } = piece else {
        return None;
    };
    let mut items = sent.snapshot.items.iter();
    items
        .find(|it| it.id == *id)
        .map(|it| it.shown_name.clone())
}

fn around(pin: &Pin, sent: &Submission) -> Option<(String, String)> {
    let (Piece::Text { source, number }, Place::Words { quotation }) = (&pin.piece, &pin.place)
    else {
        return None;
    };
    let texts = sent.snapshot.texts.iter();
    let mut of_source = texts.filter(|(field, _)| field.source() == Some(source));
    let (_, text) = of_source.nth(usize::from(*number))?;
    let (before, after) = text.split_once(quotation.as_str())?;
    let skip = before.chars().count().saturating_sub(AROUND);
    let before = before.chars().skip(skip).collect();
    let after = after.chars().take(AROUND).collect();
    Some((before, after))
}
