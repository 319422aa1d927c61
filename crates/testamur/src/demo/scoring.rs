//! Assessors hand in the scorecards of a pursuit of the demo.

use app::App;
use app::review::{MarkDraft, SaveMarks, SubmitScorecard, save_marks, submit_scorecard};
use domain::catalogue::prose::normalise;
use domain::ids::PersonId;
use store::review::{Review, Seated};

use super::district::{Mark, Scorecard};
use super::settle::{Known, actor, named};
use super::work::{Journey, drain};
use crate::world::Unusable;

impl Journey {
    /// Assessors are chosen by the same rule as ever, so others than those of the file may be asked.
    pub(super) async fn score(&self, app: &App, known: &Known, n: usize) -> Result<(), Unusable> {
        let submission = self
            .submission
            .ok_or_else(|| self.wrong("it was never sent"))?;
        let reviews = app
            .read(move |unit| Ok(store::review::of_submission(unit.tx, submission)?))
            .await?;
        let mut seats: Vec<Seated> = reviews
            .into_iter()
            .filter(Review::is_live)
            .map(|it| it.seated)
            .collect();
        seats.sort_by_key(|it| it.seat);
        let named = |card: &Scorecard| Ok(*named(&known.people, &card.assessor, &self.folder)?);
        let authors = self
            .work
            .scorecards
            .iter()
            .map(named)
            .collect::<Result<Vec<_>, Unusable>>()?;
        let holders: Vec<_> = seats.iter().map(|it| it.assessor).collect();
        let card = card_of(&holders, &authors, n).and_then(|n| self.work.scorecards.get(n));
        let (Some(seat), Some(card)) = (seats.get(n), card) else {
            return Err(self.wrong(format!("nobody was asked to write scorecard {}", n + 1)));
        };
        self.hand_in(app, seat, card).await?;
        drain(app).await
    }

    async fn hand_in(&self, app: &App, seat: &Seated, card: &Scorecard) -> Result<(), Unusable> {
        let assessor = actor(app, seat.assessor).await?;
        let marks = card.marks.iter().map(draft).collect();
        let command = SaveMarks {
            review: seat.id,
            marks,
        };
        save_marks(app, &assessor, command)
            .await
            .map_err(|error| self.wrong(error))?;
        let command = SubmitScorecard { review: seat.id };
        submit_scorecard(app, &assessor, command, None)
            .await
            .map_err(|error| self.wrong(error))?;
        Ok(())
    }
}

fn draft((criterion, mark): (&String, &Mark)) -> MarkDraft {
    MarkDraft {
        criterion: criterion.clone(),
        level: Some(mark.level),
        confidence: Some(mark.confidence),
        feedback: normalise(&mark.feedback),
        version: 0,
    }
}

/// Which scorecard the holder of the n-th seat hands in: their own if they wrote one, else the
/// first that is left over.
fn card_of(holders: &[PersonId], authors: &[PersonId], n: usize) -> Option<usize> {
    let own = |holder: &PersonId| authors.iter().position(|author| author == holder);
    let holder = holders.get(n)?;
    if let Some(card) = own(holder) {
        return Some(card);
    }
    let without = holders
        .iter()
        .take(n)
        .filter(|holder| own(holder).is_none())
        .count();
    let mut left = (0..authors.len()).filter(|card| !holders.contains(&authors[*card]));
    left.nth(without)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_asked_hands_in_their_own_scorecard_or_one_that_is_left_over() {
        let people = |numbers: [u128; 2]| numbers.map(PersonId::from_u128);
        let cards =
            |holders, authors| [0, 1].map(|n| card_of(&people(holders), &people(authors), n));
        assert_eq!(cards([1, 2], [1, 2]), [Some(0), Some(1)]);
        assert_eq!(cards([2, 1], [1, 2]), [Some(1), Some(0)]);
        assert_eq!(cards([3, 1], [1, 2]), [Some(1), Some(0)]);
        assert_eq!(cards([3, 4], [1, 2]), [Some(0), Some(1)]);
        assert_eq!(cards([2, 3], [1, 2]), [Some(1), Some(0)]);
    }
}
