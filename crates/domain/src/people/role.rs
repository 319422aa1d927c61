//! Roles that a membership may carry.

use serde::{Deserialize, Serialize};

/// What a person does in an organization.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Pursues micro-credentials.
    Educator,
    /// Accompanies educators; never assesses those.
    Mentor,
    /// Judges submissions blind.
    Assessor,
    /// Judges what two assessors see differently; grants qualifications.
    LeadAssessor,
    /// Writes micro-credentials.
    Designer,
    /// Watches queues and load.
    ProgrammeManager,
    /// Reads reports of an organization.
    Leader,
    /// Decides what awards are worth.
    RecognitionOfficer,
    /// Looks after people, organizations and the installation.
    Administrator,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 9] = [
        Self::Educator,
        Self::Mentor,
        Self::Assessor,
        Self::LeadAssessor,
        Self::Designer,
        Self::ProgrammeManager,
        Self::Leader,
        Self::RecognitionOfficer,
        Self::Administrator,
    ];

    /// The word used in storage, the API and files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Educator => "educator",
            Self::Mentor => "mentor",
            Self::Assessor => "assessor",
            Self::LeadAssessor => "lead-assessor",
            Self::Designer => "designer",
            Self::ProgrammeManager => "programme-manager",
            Self::Leader => "leader",
            Self::RecognitionOfficer => "recognition-officer",
            Self::Administrator => "administrator",
        }
    }

    /// The role of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == word)
    }
}
