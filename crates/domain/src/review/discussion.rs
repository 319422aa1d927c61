//! The discussion of a consensus plan: after both independent scorecards are locked, the two
//! assessors see each other's marks where they differ, talk, and agree on one mark for each of these
//! criteria; or they leave them to a lead assessor. The independent scorecards stay as they are.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Confidence, DraftMark, Mark, Refusal, complete};
use crate::catalogue::{Criterion, Slug};
use crate::ids::ReviewId;
use crate::refusal::Place;

/// The longest message, in characters.
pub const MAX_MESSAGE: usize = 2_000;
/// The most messages of one discussion.
pub const MAX_MESSAGES: u32 = 200;

/// The mark that one of the two proposes for a criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// The review of whoever proposed it.
    pub by: ReviewId,
    /// Rubric level.
    pub level: u8,
    /// Words for the educator.
    pub feedback: String,
    /// Grows with every proposal for the criterion, from 1.
    pub version: u64,
    /// The other agreed.
    pub is_agreed: bool,
}

/// How a discussion ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// Both agreed on every criterion.
    Agreed,
    /// One of them left it to a lead assessor.
    Lead,
}

impl Ending {
    /// The word used in storage and in the API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Lead => "lead",
        }
    }

    /// The ending of that word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Agreed, Self::Lead]
            .into_iter()
            .find(|it| it.as_str() == word)
    }
}

/// What one says to the other, without stray space.
pub fn message(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    let wrong = |code| {
        let place = Place::new("message", code).with("limit", MAX_MESSAGE);
        Err(Refusal::Fields(vec![place]))
    };
    match text.chars().count() {
        0 => wrong("message-missing"),
        1..=MAX_MESSAGE => Ok(text.to_owned()),
        _ => wrong("message-too-long"),
    }
}

/// A mark to propose, complete as in a scorecard: one that is not met needs feedback.
pub fn proposal(criterion: &Criterion, level: Option<u8>, feedback: &str) -> Result<Mark, Refusal> {
    let draft = DraftMark {
        level,
        confidence: None,
        feedback: feedback.to_owned(),
    };
    let drafts = BTreeMap::from([(criterion.id.clone(), draft)]);
    let mut marks = complete([criterion], &drafts)?;
    marks.remove(&criterion.id).ok_or(Refusal::CriterionNotOpen)
}

impl Proposal {
    /// The other one agrees to exactly this version.
    pub fn agree(self, by: ReviewId, version: u64) -> Result<Self, Refusal> {
        if self.by == by {
            return Err(Refusal::OwnProposal);
        }
        if self.version != version {
            return Err(Refusal::StaleProposal);
        }
        Ok(Self {
            is_agreed: true,
            ..self
        })
    }
}

/// The marks that both agreed on, once that is so for every criterion.
pub fn agreed(
    criteria: &BTreeSet<Slug>,
    proposals: &BTreeMap<Slug, Proposal>,
) -> Option<BTreeMap<Slug, Mark>> {
    let mark = |criterion: &Slug| {
        let it = proposals.get(criterion).filter(|it| it.is_agreed)?;
        let mark = Mark {
            level: it.level,
            confidence: Confidence::Sure,
            feedback: it.feedback.clone(),
        };
        Some((criterion.clone(), mark))
    };
    criteria.iter().map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slug(text: &str) -> Slug {
        text.parse().unwrap()
    }

    fn proposed(by: u128, version: u64) -> Proposal {
        Proposal {
            by: ReviewId::from_u128(by),
            level: 2,
            feedback: "Longer.".into(),
            version,
            is_agreed: false,
        }
    }

    #[test]
    fn only_the_other_agrees_and_only_to_what_they_saw() {
        let (one, two) = (ReviewId::from_u128(1), ReviewId::from_u128(2));
        assert_eq!(proposed(1, 3).agree(one, 3), Err(Refusal::OwnProposal));
        assert_eq!(proposed(1, 3).agree(two, 2), Err(Refusal::StaleProposal));
        assert!(proposed(1, 3).agree(two, 3).unwrap().is_agreed);
    }

    #[test]
    fn it_is_agreed_when_every_criterion_is() {
        let criteria = BTreeSet::from([slug("a"), slug("b")]);
        let yes = Proposal {
            is_agreed: true,
            ..proposed(1, 1)
        };
        let mut proposals = BTreeMap::from([(slug("a"), yes.clone()), (slug("b"), proposed(2, 1))]);
        assert_eq!(agreed(&criteria, &proposals), None);
        proposals.insert(slug("b"), yes);
        assert_eq!(agreed(&criteria, &proposals).unwrap()[&slug("b")].level, 2);
    }

    #[test]
    fn a_message_has_words_and_a_limit() {
        assert_eq!(message(" so ").unwrap(), "so");
        assert!(message(" ").is_err() && message(&"a".repeat(2_001)).is_err());
    }
}
