//! Assessors: who is qualified for which rubric.

use serde::{Deserialize, Serialize};

use crate::ids::{PersonId, QualificationId};
use crate::refusal::{Kind, Place, Refuse};
use crate::time::{Timestamp, days_after};

/// A qualification is valid for six months, counted as 182 days.
pub const QUALIFICATION_DAYS: u32 = 182;
/// The longest reason for granting one, in characters.
pub const MAX_REASON: usize = 600;

/// The recorded act by which a lead assessor lets a person assess one rubric.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Qualification {
    /// Its id.
    pub id: QualificationId,
    /// Who may assess.
    pub person: PersonId,
    /// Fingerprint of the rubric.
    pub rubric: String,
    /// Who granted it.
    pub granted_by: PersonId,
    /// Why.
    pub reason: String,
    /// Since when.
    pub granted_at: Timestamp,
    /// Until when.
    pub valid_until: Timestamp,
}

impl Qualification {
    /// Grants a qualification; nobody qualifies themselves, and a reason is due.
    pub fn grant(
        id: QualificationId,
        person: PersonId,
        rubric: String,
        granted_by: PersonId,
        reason: &str,
        now: Timestamp,
    ) -> Result<Self, Refusal> {
        if person == granted_by {
            return Err(Refusal::OwnQualification);
        }
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Refusal::Fields(vec![Place::new(
                "reason",
                "reason-missing",
            )]));
        }
        if reason.chars().count() > MAX_REASON {
            let place = Place::new("reason", "reason-too-long").with("limit", MAX_REASON);
            return Err(Refusal::Fields(vec![place]));
        }
        let valid_until = days_after(now, QUALIFICATION_DAYS);
        Ok(Self {
            id,
            person,
            rubric,
            granted_by,
            reason: reason.to_owned(),
            granted_at: now,
            valid_until,
        })
    }

    /// Does it allow to open a new review of that rubric now?
    pub fn covers(&self, rubric: &str, now: Timestamp) -> bool {
        self.rubric == rubric && self.granted_at <= now && now < self.valid_until
    }
}

/// Why the room `assessors` says no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nobody qualifies themselves.
    OwnQualification,
    /// The person holds no role of an assessor.
    NotAnAssessor,
    /// There is no such micro-credential, or it is not this lead's.
    NoSuchRubric,
    /// Fields to mend.
    Fields(Vec<Place>),
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::OwnQualification => "own-qualification",
            Self::NotAnAssessor => "not-an-assessor",
            Self::NoSuchRubric => "no-such-rubric",
            Self::Fields(_) => "assessors-fields",
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::OwnQualification => Kind::Forbidden,
            Self::NotAnAssessor | Self::Fields(_) => Kind::Invalid,
            Self::NoSuchRubric => Kind::NotFound,
        }
    }

    fn places(&self) -> Vec<Place> {
        match self {
            Self::Fields(places) => places.clone(),
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn granted(by: u128) -> Result<Qualification, Refusal> {
        Qualification::grant(
            QualificationId::from_u128(1),
            PersonId::from_u128(2),
            "f".into(),
            PersonId::from_u128(by),
            " scored three samples with me ",
            Timestamp::UNIX_EPOCH,
        )
    }

    #[test]
    fn nobody_qualifies_themselves() {
        assert_eq!(granted(2).unwrap_err(), Refusal::OwnQualification);
    }

    #[test]
    fn a_qualification_covers_its_rubric_for_six_months() {
        let it = granted(3).unwrap();
        assert!(it.covers("f", Timestamp::UNIX_EPOCH));
        assert!(!it.covers("g", Timestamp::UNIX_EPOCH));
        assert!(!it.covers("f", it.valid_until));
    }
}
