//! What a badge is for: an Open Badges `Achievement` with its rubric.

use serde_json::{Value, json};

use super::{Image, Members};

/// A micro-credential as it is described in every badge awarded for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Achievement {
    /// Address of this version of the micro-credential.
    pub id: String,
    /// Its title.
    pub name: String,
    /// Its short code, as people write it in lists: Open Badges `humanCode`.
    pub code: Option<String>,
    /// What it is, for someone who has never heard of it.
    pub description: String,
    /// What had to be done.
    pub criteria: Criteria,
    /// One of the values of Open Badges, such as `MicroCredential`.
    pub achievement_type: String,
    /// The picture of the badge.
    pub image: Option<Image>,
    /// Who wrote it, if not the issuer.
    pub creator: Option<Creator>,
    /// Competencies and standards that it addresses.
    pub alignments: Vec<Alignment>,
    /// The rubric, one entry for each criterion.
    pub result_descriptions: Vec<ResultDescription>,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// Language of its texts, such as `en` or `es-MX`.
    pub language: Option<String>,
    /// Its version, as its author writes it.
    pub version: Option<String>,
}

/// What had to be done: always both a page and a text, because wallets show only the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criteria {
    /// Address of a page with the criteria.
    pub id: String,
    /// The criteria in words (Markdown).
    pub narrative: String,
}

/// Who wrote an achievement: an Open Badges `Profile`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Creator {
    /// Its DID or address.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its home page.
    pub url: Option<String>,
}

/// A link to an entry of a competency framework.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alignment {
    /// Short statement of the competency.
    pub target_name: String,
    /// Address of the entry.
    pub target_url: String,
    /// Code in the framework.
    pub target_code: Option<String>,
    /// Name of the framework.
    pub target_framework: Option<String>,
    /// The statement in full.
    pub target_description: Option<String>,
    /// One of the values of Open Badges, such as `CFItem`.
    pub target_type: Option<String>,
}

/// One criterion of the rubric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultDescription {
    /// Absolute id.
    pub id: String,
    /// The criterion.
    pub name: String,
    /// Its levels, lowest first.
    pub levels: Vec<RubricLevel>,
    /// [`RubricLevel::id`] of the lowest level that passes.
    pub required_level: Option<String>,
}

/// One level of a criterion: an Open Badges `RubricCriterionLevel`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RubricLevel {
    /// Absolute id.
    pub id: String,
    /// Its name, such as "Proficient".
    pub name: String,
    /// Its place on the scale, as text: a number would be signed in a form that not all software agrees on.
    pub level: Option<String>,
    /// Its points, as text for the same reason.
    pub points: Option<String>,
    /// What it looks like.
    pub description: Option<String>,
}

impl Achievement {
    pub(super) fn to_json(&self) -> Value {
        let mut achievement = json!({
            "id": self.id,
            "type": ["Achievement"],
            "name": self.name,
            "description": self.description,
            "achievementType": self.achievement_type,
            "criteria": {"id": self.criteria.id, "narrative": self.criteria.narrative},
        });
        Members::of(&mut achievement)
            .text("humanCode", self.code.as_deref())
            .value("image", self.image.as_ref().map(Image::to_json))
            .value("creator", self.creator.as_ref().map(Creator::to_json))
            .list("alignment", self.alignments.iter().map(Alignment::to_json))
            .list(
                "resultDescription",
                self.result_descriptions
                    .iter()
                    .map(ResultDescription::to_json),
            )
            .list("tag", self.tags.iter().map(|tag| Value::from(tag.as_str())))
            .text("inLanguage", self.language.as_deref())
            .text("version", self.version.as_deref());
        achievement
    }
}

impl Creator {
    fn to_json(&self) -> Value {
        let mut profile = json!({"id": self.id, "type": ["Profile"], "name": self.name});
        Members::of(&mut profile).text("url", self.url.as_deref());
        profile
    }
}

impl Alignment {
    fn to_json(&self) -> Value {
        let mut alignment = json!({
            "type": ["Alignment"],
            "targetName": self.target_name,
            "targetUrl": self.target_url,
        });
        Members::of(&mut alignment)
            .text("targetCode", self.target_code.as_deref())
            .text("targetFramework", self.target_framework.as_deref())
            .text("targetDescription", self.target_description.as_deref())
            .text("targetType", self.target_type.as_deref());
        alignment
    }
}

impl ResultDescription {
    fn to_json(&self) -> Value {
        let mut description = json!({
            "id": self.id,
            "type": ["ResultDescription"],
            "name": self.name,
            "resultType": "RubricCriterionLevel",
        });
        Members::of(&mut description)
            .list(
                "rubricCriterionLevel",
                self.levels.iter().map(RubricLevel::to_json),
            )
            .text("requiredLevel", self.required_level.as_deref());
        description
    }
}

impl RubricLevel {
    fn to_json(&self) -> Value {
        let mut level = json!({
            "id": self.id,
            "type": ["RubricCriterionLevel"],
            "name": self.name,
        });
        Members::of(&mut level)
            .text("level", self.level.as_deref())
            .text("points", self.points.as_deref())
            .text("description", self.description.as_deref());
        level
    }
}
