//! Pins: an assessor points at places inside the evidence. They are part of the scorecard and never
//! change once it is handed in.

use domain::catalogue::{Criterion, Form};
use domain::ids::{PinId, ReviewId};
use domain::people::Actor;
use domain::pursuit::Snapshot;
use domain::refusal::Place;
use domain::review::Refusal;
use domain::review::pin::{self, MAX_PINS, Piece, Pin, Pinnable, Typed};
use serde::{Deserialize, Serialize};
use store::review as kept;

use super::open::{Step, ensure_open, own};
use super::target::Target;
use crate::{App, Failure, IdempotencyKey, Outcome, Unit};

/// A place to point at.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AddPin {
    /// One's own review.
    pub review: ReviewId,
    /// For which criterion.
    pub criterion: String,
    /// What is pointed at.
    pub piece: Piece,
    /// Where in it, as typed.
    pub place: Typed,
}

/// A pin to take out.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct RemovePin {
    /// One's own review.
    pub review: ReviewId,
    /// Which pin.
    pub pin: PinId,
}

/// Points at a place inside something that the criterion rests on.
///
/// # Errors
/// Refuses other people's reviews as unknown, those that have ended, criteria that are not open in
/// this review, pieces that the criterion does not rest on, places that the piece does not have, and
/// more pins than anybody reads.
pub async fn add_pin(
    app: &App,
    actor: &Actor,
    command: AddPin,
    key: Option<IdempotencyKey>,
) -> Outcome<PinId> {
    let (by, wanted) = (actor.clone(), command.clone());
    let step: Step<PinId> = app
        .once(Some(actor.person), "add-pin", key, &command, move |unit| {
            let review = own(unit, &by, wanted.review)?;
            if let Step::Lapsed = ensure_open(unit, &review)? {
                return Ok(Step::Lapsed);
            }
            add(unit, &review, &wanted).map(Step::Done)
        })
        .await?;
    step.told()
}

fn add(unit: &Unit<'_>, review: &kept::Review, wanted: &AddPin) -> Outcome<PinId> {
    let target = Target::load(unit.tx, review.seated.submission)?
        .ok_or_else(|| Failure::broken("a review without its submission"))?;
    let all = &target.work.offer.content.rubric.criteria;
    let open = |it: &&Criterion| {
        review.seated.criteria.contains(&it.id) && it.id.as_str() == wanted.criterion
    };
    let criterion = all.iter().find(open).ok_or(Refusal::CriterionNotOpen)?;
    let at = |it: &str| format!("pin-{it}/{}", criterion.id);
    let wrong = |place: Place| Refusal::Incomplete(vec![place]);
    let of = pinnable(&target.submission.snapshot, criterion, &wanted.piece)
        .ok_or_else(|| wrong(Place::new(at("piece"), "pin-piece-unknown")))?;
    let place = pin::read(&wanted.place, of).map_err(|mut place| {
        place.field = at(&place.field);
        wrong(place)
    })?;
    let known = kept::pins(unit.tx, review.seated.id)?;
    let of_criterion = known.iter().filter(|it| it.criterion == criterion.id);
    if of_criterion.count() >= MAX_PINS {
        let place = Place::new(at("piece"), "too-many-pins").with("limit", MAX_PINS);
        return Err(wrong(place).into());
    }
    let it = Pin {
        id: unit.id(),
        criterion: criterion.id.clone(),
        piece: wanted.piece.clone(),
        place,
    };
    kept::add_pin(unit.tx, review.seated.id, &it, unit.now)?;
    Ok(it.id)
}

/// Takes a pin out again.
///
/// # Errors
/// Refuses other people's reviews as unknown, those that have ended, and pins that are not there.
pub async fn remove_pin(app: &App, actor: &Actor, command: RemovePin) -> Outcome<()> {
    let by = actor.clone();
    let step: Step<()> = app
        .write(move |unit| {
            let review = own(unit, &by, command.review)?;
            if let Step::Lapsed = ensure_open(unit, &review)? {
                return Ok(Step::Lapsed);
            }
            if !kept::remove_pin(unit.tx, command.review, command.pin)? {
                return Err(Refusal::NoSuchEntry.into());
            }
            Ok(Step::Done(()))
        })
        .await?;
    step.told()
}

/// What a piece of a submission is made of, if the criterion rests on it.
fn pinnable<'s>(
    snapshot: &'s Snapshot,
    criterion: &Criterion,
    piece: &Piece,
) -> Option<Pinnable<'s>> {
    match piece {
        Piece::File { id } => {
            let mut items = snapshot.items.iter();
            let item = items.find(|it| it.id == *id)?;
            criterion
                .sources
                .contains(&item.requirement)
                .then_some(Pinnable {
                    form: item.form,
                    text: None,
                })
        }
        Piece::Text { source, number } => {
            let texts = snapshot.texts.iter();
            let mut of_source = texts.filter(|(field, _)| field.source() == Some(source));
            let (_, text) = of_source.nth(usize::from(*number))?;
            criterion.sources.contains(source).then_some(Pinnable {
                form: Form::Text,
                text: Some(text),
            })
        }
    }
}
