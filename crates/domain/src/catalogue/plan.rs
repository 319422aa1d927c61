//! How a submission is assessed.

use serde::{Deserialize, Serialize};

/// How many assessors judge a submission, and how their scorecards become a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlanKind {
    /// Two independent assessors; a third, lead assessor where they differ.
    Double,
    /// One assessor; some submissions are scored again.
    Single,
    /// Two assessors who discuss after their independent scores are locked.
    Consensus,
}

impl PlanKind {
    /// All kinds, the default first.
    pub const ALL: [Self; 3] = [Self::Double, Self::Single, Self::Consensus];

    /// The word used in packages and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Double => "double",
            Self::Single => "single",
            Self::Consensus => "consensus",
        }
    }
}

/// Who is hidden from whom. There is one mode: both sides are hidden. It is named in the plan so
/// that pages and credentials can say how the work was judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlindMode {
    /// Assessors do not know the educator, nor each other; the educator does not know them.
    Double,
}

impl BlindMode {
    /// The word used in packages and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        "double"
    }
}

/// Whether working in the same district keeps an assessor away from a submission. The same school
/// always does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SameDistrict {
    /// An assessor from the same district may judge.
    Allowed,
    /// An assessor from the same district is in conflict.
    Conflict,
}

impl SameDistrict {
    /// The word used in packages and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Allowed => "allowed",
            Self::Conflict => "conflict",
        }
    }
}

/// The role that releases a decision before the educator sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Releaser {
    /// A programme manager of the issuer.
    ProgrammeManager,
    /// A lead assessor of the issuer.
    LeadAssessor,
}

impl Releaser {
    /// The word used in packages and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ProgrammeManager => "programme-manager",
            Self::LeadAssessor => "lead-assessor",
        }
    }
}

/// The assessment plan of a micro-credential.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssessmentPlan {
    /// How many assessors, and how they come to a decision.
    pub kind: PlanKind,
    /// The share of single-scored submissions, in per cent, that is scored again at random;
    /// present if and only if the kind is single.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_score_percent: Option<u8>,
    /// Who is hidden from whom.
    pub blind: BlindMode,
    /// From submission to released decision, in business days of the issuer's calendar.
    pub turnaround_business_days: u8,
    /// Does the same district mean a conflict?
    pub same_district: SameDistrict,
    /// Who releases decisions; nobody means that they are released at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub releaser: Option<Releaser>,
}

impl AssessmentPlan {
    /// How many assessors score every submission independently from the start.
    #[must_use]
    pub fn assessors(&self) -> u8 {
        match self.kind {
            PlanKind::Double | PlanKind::Consensus => 2,
            PlanKind::Single => 1,
        }
    }
}

impl Default for AssessmentPlan {
    /// Two independent assessors, five business days, released at once.
    fn default() -> Self {
        Self {
            kind: PlanKind::Double,
            second_score_percent: None,
            blind: BlindMode::Double,
            turnaround_business_days: 5,
            same_district: SameDistrict::Allowed,
            releaser: None,
        }
    }
}
