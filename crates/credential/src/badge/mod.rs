//! The badge that is issued: an Open Badges 3.0 `OpenBadgeCredential` in the house profile.
//!
//! The types hold exactly what the profile allows, so most of its rules cannot be broken here; [`crate::house`] checks
//! the rest, and [`issue`] signs nothing that has a finding.

mod achievement;
mod identity;
mod issue;

pub use achievement::{Achievement, Alignment, Creator, Criteria, ResultDescription, RubricLevel};
pub(crate) use identity::hash;
pub use identity::{Identity, hash_email, normalize_email};
pub use issue::{IssueError, issue};

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::contexts::{CREDENTIALS_V2, OPEN_BADGES_3_0_3};
use crate::time;

/// One awarded badge, before it is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Badge {
    /// `urn:uuid:...` or an HTTPS address under the issuer's host.
    pub id: String,
    /// Title of the credential, usually that of the achievement.
    pub name: String,
    /// What it says, in a sentence or two.
    pub description: Option<String>,
    /// A picture of this award, if it has one of its own.
    pub image: Option<Image>,
    /// Who awards it.
    pub issuer: Issuer,
    /// From when it is valid.
    pub valid_from: Timestamp,
    /// Until when; `None` is for good.
    pub valid_until: Option<Timestamp>,
    /// When it was awarded, if that is another time than `valid_from`.
    pub awarded: Option<Timestamp>,
    /// To whom, and for what.
    pub subject: Subject,
    /// Only what the educator agreed to publish.
    pub evidence: Vec<Evidence>,
    /// Where its revocation would be found.
    pub status: Option<StatusEntry>,
}

/// Who awards a badge: an Open Badges `Profile`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issuer {
    /// The `did:web` of the organization.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its home page.
    pub url: String,
    /// Its logo.
    pub image: Option<Image>,
}

/// A picture by address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// HTTPS address or data URI.
    pub id: String,
    /// What it shows, for those who do not see it.
    pub caption: Option<String>,
}

/// Who earned it and with which results: an `AchievementSubject`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The DID of the holder if a wallet proved it, else a `urn:uuid:...` of this credential alone.
    pub id: String,
    /// How the holder can be recognized by someone who knows the address or the name.
    pub identities: Vec<Identity>,
    /// What was achieved.
    pub achievement: Achievement,
    /// One result for each rubric criterion. Never says who assessed.
    pub results: Vec<AchievedLevel>,
}

/// The level reached in one rubric criterion: an Open Badges `Result`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AchievedLevel {
    /// [`ResultDescription::id`] of the criterion.
    pub result_description: String,
    /// [`RubricLevel::id`] of a level of that same criterion.
    pub achieved_level: String,
}

/// Something that shows the work.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Its address, if it is public.
    pub id: Option<String>,
    /// Its title.
    pub name: Option<String>,
    /// What it shows.
    pub description: Option<String>,
    /// The story of how it came about.
    pub narrative: Option<String>,
    /// What kind of work it is.
    pub genre: Option<String>,
}

/// The place of a credential in a status list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusEntry {
    /// Address of the list credential.
    pub list: String,
    /// Index in the list, drawn at random and never used twice.
    pub index: u32,
}

impl Badge {
    /// The credential as JSON, unsigned.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut credential = json!({
            "@context": [CREDENTIALS_V2, OPEN_BADGES_3_0_3],
            "id": self.id,
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "name": self.name,
            "issuer": self.issuer.to_json(),
            "validFrom": time::format(self.valid_from),
            "credentialSubject": self.subject.to_json(),
        });
        let members = Members::of(&mut credential);
        members
            .text("description", self.description.as_deref())
            .value("image", self.image.as_ref().map(Image::to_json))
            .value(
                "validUntil",
                self.valid_until.map(|until| time::format(until).into()),
            )
            .value(
                "awardedDate",
                self.awarded.map(|awarded| time::format(awarded).into()),
            )
            .list("evidence", self.evidence.iter().map(Evidence::to_json))
            .value(
                "credentialStatus",
                self.status.as_ref().map(StatusEntry::to_json),
            );
        credential
    }
}

impl Issuer {
    fn to_json(&self) -> Value {
        let mut profile = json!({
            "id": self.id,
            "type": ["Profile"],
            "name": self.name,
            "url": self.url,
        });
        Members::of(&mut profile).value("image", self.image.as_ref().map(Image::to_json));
        profile
    }
}

impl Image {
    fn to_json(&self) -> Value {
        let mut image = json!({"id": self.id, "type": "Image"});
        Members::of(&mut image).text("caption", self.caption.as_deref());
        image
    }
}

impl Subject {
    fn to_json(&self) -> Value {
        let mut subject = json!({
            "id": self.id,
            "type": ["AchievementSubject"],
            "achievement": self.achievement.to_json(),
        });
        Members::of(&mut subject)
            .list("identifier", self.identities.iter().map(Identity::to_json))
            .list("result", self.results.iter().map(AchievedLevel::to_json));
        subject
    }
}

impl AchievedLevel {
    fn to_json(&self) -> Value {
        json!({
            "type": ["Result"],
            "resultDescription": self.result_description,
            "achievedLevel": self.achieved_level,
        })
    }
}

impl Evidence {
    fn to_json(&self) -> Value {
        let mut evidence = json!({"type": ["Evidence"]});
        Members::of(&mut evidence)
            .text("id", self.id.as_deref())
            .text("name", self.name.as_deref())
            .text("description", self.description.as_deref())
            .text("narrative", self.narrative.as_deref())
            .text("genre", self.genre.as_deref());
        evidence
    }
}

impl StatusEntry {
    fn to_json(&self) -> Value {
        json!({
            "id": format!("{}#{}", self.list, self.index),
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": self.index.to_string(),
            "statusListCredential": self.list,
        })
    }
}

/// Adds members to an object, leaving out what is absent.
struct Members<'a>(Option<&'a mut Map<String, Value>>);

impl<'a> Members<'a> {
    fn of(object: &'a mut Value) -> Self {
        Self(object.as_object_mut())
    }

    fn value(mut self, key: &str, value: Option<Value>) -> Self {
        if let (Some(object), Some(value)) = (self.0.as_mut(), value) {
            object.insert(key.to_owned(), value);
        }
        self
    }

    fn text(self, key: &str, text: Option<&str>) -> Self {
        self.value(key, text.map(Value::from))
    }

    fn list(self, key: &str, items: impl Iterator<Item = Value>) -> Self {
        let items: Vec<Value> = items.collect();
        self.value(key, (!items.is_empty()).then_some(Value::Array(items)))
    }
}
