//! Scorecards: one assessor's marks for one submission.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Refusal;
use crate::catalogue::{Criterion, Slug};
use crate::ids::{PersonId, ReviewId};
use crate::refusal::Place;

/// The longest feedback for one criterion, in characters.
pub const MAX_FEEDBACK: usize = 4000;

/// How sure the assessor is of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Sure.
    Sure,
    /// Not sure: a third assessor looks at it.
    Low,
}

impl Confidence {
    /// The word used in storage, the API and forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Low => "low",
        }
    }

    /// The confidence of that word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Sure, Self::Low]
            .into_iter()
            .find(|it| it.as_str() == word)
    }
}

/// The place of a review within its submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Seat {
    /// First independent assessor.
    First,
    /// Second independent assessor.
    Second,
    /// Lead assessor, for contested criteria only.
    Third,
    /// What the first two agreed on after a discussion.
    Agreed,
}

impl Seat {
    /// Number in storage: 1 to 4.
    pub const fn number(self) -> u32 {
        match self {
            Self::First => 1,
            Self::Second => 2,
            Self::Third => 3,
            Self::Agreed => 4,
        }
    }

    /// The seat of that number.
    pub fn of_number(number: u32) -> Option<Self> {
        [Self::First, Self::Second, Self::Third, Self::Agreed]
            .into_iter()
            .find(|it| it.number() == number)
    }
}

/// What one assessor says of one criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Rubric level.
    pub level: u8,
    /// How sure.
    pub confidence: Confidence,
    /// Words for the educator.
    pub feedback: String,
}

/// A locked scorecard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scorecard {
    /// The review that it is the result of.
    pub review: ReviewId,
    /// Whose it is.
    pub assessor: PersonId,
    /// From which seat.
    pub seat: Seat,
    /// By criterion.
    pub marks: BTreeMap<Slug, Mark>,
}

/// A mark as it is being written: everything may still be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftMark {
    /// Rubric level, once chosen.
    pub level: Option<u8>,
    /// How sure; sure unless said otherwise.
    pub confidence: Option<Confidence>,
    /// Words for the educator.
    pub feedback: String,
}

/// Makes complete marks of drafts, or says everything that is missing at once.
///
/// `criteria` are the open ones. A criterion that is not met needs feedback.
pub fn complete<'c>(
    criteria: impl IntoIterator<Item = &'c Criterion>,
    drafts: &BTreeMap<Slug, DraftMark>,
) -> Result<BTreeMap<Slug, Mark>, Refusal> {
    let mut places = Vec::new();
    let mut marks = BTreeMap::new();
    for criterion in criteria {
        let draft = drafts.get(&criterion.id).cloned().unwrap_or_default();
        match complete_one(criterion, draft) {
            Ok(mark) => drop(marks.insert(criterion.id.clone(), mark)),
            Err(place) => places.push(place),
        }
    }
    if places.is_empty() {
        Ok(marks)
    } else {
        Err(Refusal::Incomplete(places))
    }
}

fn complete_one(criterion: &Criterion, draft: DraftMark) -> Result<Mark, Place> {
    let at = |what: &str| format!("{what}/{}", criterion.id);
    let Some(level) = draft.level else {
        return Err(Place::new(at("level"), "level-missing").with("criterion", &criterion.title));
    };
    if criterion.descriptor(level).is_none() {
        return Err(Place::new(at("level"), "level-unknown").with("level", level));
    }
    let feedback = draft.feedback.trim().to_owned();
    if !criterion.is_met_at(level) && feedback.is_empty() {
        return Err(
            Place::new(at("feedback"), "feedback-missing").with("criterion", &criterion.title)
        );
    }
    if feedback.chars().count() > MAX_FEEDBACK {
        return Err(Place::new(at("feedback"), "feedback-too-long").with("limit", MAX_FEEDBACK));
    }
    Ok(Mark {
        level,
        confidence: draft.confidence.unwrap_or(Confidence::Sure),
        feedback,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn criterion(id: &str) -> Criterion {
        Criterion {
            id: id.parse().unwrap(),
            title: id.to_uppercase(),
            descriptors: (1..=3)
                .map(|level| (level, format!("Level {level}")))
                .collect(),
            passing_level: 3,
            sources: BTreeSet::new(),
        }
    }

    fn draft(level: Option<u8>, feedback: &str) -> DraftMark {
        DraftMark {
            level,
            confidence: None,
            feedback: feedback.into(),
        }
    }

    fn complete_two(a: DraftMark, b: DraftMark) -> Result<BTreeMap<Slug, Mark>, Refusal> {
        let drafts = BTreeMap::from([("a".parse().unwrap(), a), ("b".parse().unwrap(), b)]);
        complete(&[criterion("a"), criterion("b")], &drafts)
    }

    #[test]
    fn an_unmet_criterion_needs_feedback_and_a_met_one_does_not() {
        assert!(complete_two(draft(Some(3), ""), draft(Some(2), "Say what changed.")).is_ok());
        let Err(Refusal::Incomplete(places)) =
            complete_two(draft(Some(3), ""), draft(Some(2), " "))
        else {
            panic!("must be refused")
        };
        assert_eq!(
            (places[0].field.as_str(), places[0].code),
            ("feedback/b", "feedback-missing")
        );
    }

    #[test]
    fn everything_missing_is_said_at_once() {
        let Err(Refusal::Incomplete(places)) = complete_two(draft(None, ""), draft(Some(9), ""))
        else {
            panic!("must be refused")
        };
        assert_eq!(
            places.iter().map(|p| p.code).collect::<Vec<_>>(),
            ["level-missing", "level-unknown"]
        );
    }
}
