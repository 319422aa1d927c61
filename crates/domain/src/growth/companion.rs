//! Those who accompany a pursuit: mentors and team mates. They read the draft and say what they
//! think; they never change it, and never assess it.

use serde::{Deserialize, Serialize};

use super::Refusal;
use super::read::{Reading, text};
use crate::catalogue::{Content, Slug};
use crate::people::EmailAddress;
use crate::pursuit::Field;
use crate::refusal::Place;

/// The most people who accompany one pursuit, those who are invited included.
pub const MAX_COMPANIONS: usize = 12;
/// The most comments on one draft.
pub const MAX_COMMENTS: usize = 500;

/// As what somebody accompanies a pursuit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CompanionRole {
    /// Has done it before, and advises.
    Mentor,
    /// Works on the same.
    TeamMate,
}

impl CompanionRole {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Mentor, Self::TeamMate];

    /// The word used in storage, the API and forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Mentor => "mentor",
            Self::TeamMate => "team-mate",
        }
    }

    /// The role of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == word)
    }
}

/// What an educator fills in to invite somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedInvitation {
    /// Their address.
    pub email: String,
    /// A word of [`CompanionRole`].
    pub role: String,
}

/// An invitation to accompany a pursuit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// To whom.
    pub email: EmailAddress,
    /// As what.
    pub role: CompanionRole,
}

impl Invitation {
    /// Reads what was filled in.
    ///
    /// # Errors
    /// [`Refusal::Fields`].
    pub fn read(asked: &AskedInvitation) -> Result<Self, Refusal> {
        let mut reading = Reading::default();
        let email = reading.keep(EmailAddress::parse("email", &asked.email));
        let role = CompanionRole::parse(&asked.role);
        let role = reading.keep(role.ok_or_else(|| Place::new("role", "choice-unknown")));
        let read = email.zip(role);
        reading.done(read.map(|(email, role)| Self { email, role }))
    }
}

/// What a comment is about. As text: `draft`, `criterion/ID`, or a field such as `answer/start`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// The draft as a whole.
    Draft,
    /// A criterion.
    Criterion(Slug),
    /// A prompt or requirement.
    Source(Slug),
    /// A field.
    Field(Field),
}

impl About {
    /// What that text names, if the content has it.
    pub fn within(content: &Content, text: &str) -> Option<Self> {
        let slug = |id: &str| id.parse::<Slug>().ok();
        if text == "draft" {
            return Some(Self::Draft);
        }
        if let Some(id) = text.strip_prefix("criterion/") {
            let id = slug(id)?;
            let known = content.rubric.criteria.iter().any(|it| it.id == id);
            return known.then_some(Self::Criterion(id));
        }
        if let Some(id) = text.strip_prefix("requirement/") {
            let id = slug(id)?;
            return content.source(&id).map(|_| Self::Source(id));
        }
        Field::within(content, text).ok().map(Self::Field)
    }
}

impl std::fmt::Display for About {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Draft => f.write_str("draft"),
            Self::Criterion(id) => write!(f, "criterion/{id}"),
            Self::Source(id) => write!(f, "requirement/{id}"),
            Self::Field(field) => field.fmt(f),
        }
    }
}

/// What somebody fills in to comment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedComment {
    /// What it is about, as [`About`] is written.
    pub about: String,
    /// At most 4000 characters.
    pub text: String,
}

/// A comment on a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// What it is about.
    pub about: About,
    /// What it says.
    pub text: String,
}

impl Comment {
    /// Reads what was filled in, against what the micro-credential asks.
    ///
    /// # Errors
    /// [`Refusal::Fields`].
    pub fn read(asked: &AskedComment, content: &Content) -> Result<Self, Refusal> {
        let mut reading = Reading::default();
        let about = About::within(content, &asked.about);
        let about = reading.keep(about.ok_or_else(|| Place::new("about", "choice-unknown")));
        let text = reading.keep(text("text", &asked.text, 4000));
        let read = about.zip(text);
        reading.done(read.map(|(about, text)| Self { about, text }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_is_about_something_that_is_there() {
        let content = crate::catalogue::sample::content();
        let criterion = &content.rubric.criteria[0].id;
        let requirement = &content.requirements[0].id;
        for text in [
            "draft".to_owned(),
            format!("criterion/{criterion}"),
            format!("requirement/{requirement}"),
            format!("answer/{}", content.overview[0].id),
        ] {
            let about = About::within(&content, &text).unwrap();
            assert_eq!(about.to_string(), text);
        }
        for text in ["", "criterion/none", "answer/none", "review/1"] {
            assert_eq!(About::within(&content, text), None, "{text}");
        }
    }

    #[test]
    fn an_invitation_needs_an_address_and_a_role() {
        let asked = AskedInvitation {
            email: "otto@example.org".to_owned(),
            role: "team-mate".to_owned(),
        };
        assert_eq!(
            Invitation::read(&asked).unwrap().role,
            CompanionRole::TeamMate
        );
        assert!(Invitation::read(&AskedInvitation::default()).is_err());
    }
}
