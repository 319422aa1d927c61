//! Rules for the achievement, its rubric and the results.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Lint, Rule};
use crate::json::{each, pointer};

/// Open Badges 3.0, `AchievementType`.
const ACHIEVEMENT_TYPES: [&str; 31] = [
    "Achievement",
    "ApprenticeshipCertificate",
    "Assessment",
    "Assignment",
    "AssociateDegree",
    "Award",
    "BachelorDegree",
    "Badge",
    "Certificate",
    "CertificateOfCompletion",
    "Certification",
    "CoCurricular",
    "CommunityService",
    "Competency",
    "Course",
    "Degree",
    "Diploma",
    "DoctoralDegree",
    "Fieldwork",
    "GeneralEducationDevelopment",
    "JourneymanCertificate",
    "LearningProgram",
    "License",
    "MasterCertificate",
    "MasterDegree",
    "Membership",
    "MicroCredential",
    "ProfessionalDoctorate",
    "QualityAssuranceCredential",
    "ResearchDoctorate",
    "SecondarySchoolDiploma",
];

/// Open Badges 3.0, `AlignmentTargetType`.
const TARGET_TYPES: [&str; 7] = [
    "CFItem",
    "CFRubric",
    "CFRubricCriterion",
    "CFRubricCriterionLevel",
    "CTDL",
    "ceasn:Competency",
    "ceterms:Credential",
];

const PLACE: &str = "/credentialSubject/achievement";

impl Lint<'_> {
    pub(super) fn achievement(&mut self, achievement: &Value) {
        self.typed(achievement, PLACE, &["Achievement"]);
        for key in ["id", "name", "description"] {
            self.text(achievement, PLACE, key);
        }
        let criteria = achievement.get("criteria").unwrap_or(&Value::Null);
        for key in ["id", "narrative"] {
            self.text(criteria, &pointer(PLACE, "criteria"), key);
        }
        self.word(achievement, PLACE, "achievementType", &ACHIEVEMENT_TYPES);
        for (index, alignment) in each(achievement.get("alignment")).enumerate() {
            let place = format!("{PLACE}/alignment/{index}");
            self.typed(alignment, &place, &["Alignment"]);
            self.text(alignment, &place, "targetName");
            self.text(alignment, &place, "targetUrl");
            self.word(alignment, &place, "targetType", &TARGET_TYPES);
        }
        for (index, description) in each(achievement.get("resultDescription")).enumerate() {
            self.result_description(description, &format!("{PLACE}/resultDescription/{index}"));
        }
    }

    fn word(&mut self, object: &Value, place: &str, key: &str, words: &[&str]) {
        let Some(found) = object.get(key) else { return };
        let known = found
            .as_str()
            .is_some_and(|word| words.contains(&word) || word.starts_with("ext:"));
        if !known {
            self.report(
                Rule::Vocabulary,
                &pointer(place, key),
                format!("{found} is not a word of the standard"),
            );
        }
    }

    fn result_description(&mut self, description: &Value, place: &str) {
        self.typed(description, place, &["ResultDescription"]);
        self.text(description, place, "id");
        self.text(description, place, "name");
        if description.get("resultType").and_then(Value::as_str) != Some("RubricCriterionLevel") {
            self.report(
                Rule::Vocabulary,
                &pointer(place, "resultType"),
                "expected RubricCriterionLevel",
            );
        }
        let levels = description.get("rubricCriterionLevel");
        for (index, level) in each(levels).enumerate() {
            let place = format!("{place}/rubricCriterionLevel/{index}");
            self.typed(level, &place, &["RubricCriterionLevel"]);
            self.text(level, &place, "id");
            self.text(level, &place, "name");
            for key in ["level", "points"] {
                if level.get(key).is_some_and(|value| !value.is_string()) {
                    self.report(
                        Rule::Required,
                        &pointer(&place, key),
                        "expected the number as text",
                    );
                }
            }
        }
        if let Some(required) = description.get("requiredLevel")
            && !level_ids(description).any(|id| id == required)
        {
            self.report(
                Rule::ResultLevel,
                &pointer(place, "requiredLevel"),
                "is no level of this criterion",
            );
        }
    }

    /// The schema cannot say that a result's level belongs to the criterion that the result is about.
    pub(super) fn results(&mut self, subject: &Value) {
        let descriptions: BTreeMap<&str, &Value> =
            each(subject.pointer("/achievement/resultDescription"))
                .filter_map(|description| Some((description.get("id")?.as_str()?, description)))
                .collect();
        for (index, result) in each(subject.get("result")).enumerate() {
            let place = format!("/credentialSubject/result/{index}");
            self.typed(result, &place, &["Result"]);
            let about = self
                .text(result, &place, "resultDescription")
                .unwrap_or_default();
            let Some(description) = descriptions.get(about) else {
                self.report(
                    Rule::ResultLevel,
                    &pointer(&place, "resultDescription"),
                    "is no criterion of the achievement",
                );
                continue;
            };
            let achieved = self
                .text(result, &place, "achievedLevel")
                .unwrap_or_default();
            if !level_ids(description).any(|id| id == achieved) {
                self.report(
                    Rule::ResultLevel,
                    &pointer(&place, "achievedLevel"),
                    "is no level of that criterion",
                );
            }
        }
    }
}

fn level_ids(description: &Value) -> impl Iterator<Item = &Value> {
    each(description.get("rubricCriterionLevel")).filter_map(|level| level.get("id"))
}
