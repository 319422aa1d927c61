//! Self-assessment: where an educator sees themselves, competency by competency. It is theirs
//! alone: nobody else ever reads it.

use serde::{Deserialize, Serialize};

use super::read::{Reading, optional};
use super::{Competency, Refusal};
use crate::catalogue::{LevelName, LevelScale};
use crate::refusal::Place;

/// The most competencies that one educator assesses.
pub const MAX_SELF_ASSESSMENTS: usize = 100;

/// What an educator fills in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedSelfAssessment {
    /// Name of the competency.
    pub competency: String,
    /// A level of the scale.
    pub level: String,
    /// What makes them think so, at most 400 characters; may stay empty.
    #[serde(default)]
    pub sentence: String,
}

/// Where an educator sees themselves in one competency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SelfAssessment {
    /// In which competency.
    pub competency: Competency,
    /// At which level of the scale.
    pub level: LevelName,
    /// What makes them think so.
    pub sentence: String,
}

impl SelfAssessment {
    /// Reads what was filled in, against a scale.
    ///
    /// # Errors
    /// [`Refusal::Fields`].
    pub fn read(asked: &AskedSelfAssessment, scale: &LevelScale) -> Result<Self, Refusal> {
        let mut reading = Reading::default();
        let competency = reading.keep(Competency::parse("competency", &asked.competency));
        let level = scale.names().iter().find(|it| it.as_str() == asked.level);
        let level = level.cloned();
        let level = reading.keep(level.ok_or_else(|| Place::new("level", "self-level-missing")));
        let sentence = reading.keep(optional("sentence", &asked.sentence, 400));
        let read = (|| {
            Some(Self {
                competency: competency?,
                level: level?,
                sentence: sentence?,
            })
        })();
        reading.done(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusal::Refuse;

    #[test]
    fn a_level_is_one_of_the_scale() {
        let mut asked = AskedSelfAssessment {
            competency: "Questioning".to_owned(),
            level: "foundation".to_owned(),
            sentence: String::new(),
        };
        let scale = LevelScale::default();
        assert!(SelfAssessment::read(&asked, &scale).is_ok());
        asked.level = "wizard".to_owned();
        let refusal = SelfAssessment::read(&asked, &scale).unwrap_err();
        assert_eq!(refusal.places()[0].code, "self-level-missing");
    }
}
