//! Why the room `catalogue` says no.

use super::package::Finding;
use crate::refusal::{Kind, Parameter, Place, Refuse};

/// Refusals of the catalogue.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// There is no such micro-credential, or it is not published.
    NoSuchMicroCredential,
    /// The package cannot be used; every finding at once.
    Package(Vec<Finding>),
    /// The organization does not issue micro-credentials.
    NotAnIssuer,
    /// This very content is published already.
    Unchanged,
    /// A reason is needed, of at most 1,000 characters.
    ReasonMissing,
    /// There is no such design, or it is none of this person's issuers'.
    NoSuchDesign,
    /// A text of a design, or all of it, is too long.
    DesignTooLarge,
    /// The design is in review or published, so that it does not change.
    DesignClosed,
    /// Somebody, or the same person in another window, wrote meanwhile.
    DesignStale,
    /// The issuer asks for a review by a second person before publishing.
    ReviewFirst,
    /// Whoever wrote it or asked for the review may not publish it.
    SecondPersonNeeded,
    /// The code is that of another micro-credential.
    CodeChanged,
    /// There is no such stack, or it is not published.
    NoSuchStack,
    /// A stack would be a member of itself.
    StackInItself,
    /// Stacks would lie too deep in stacks.
    StackTooDeep,
    /// A stack names members that its issuer has not published, by their codes.
    UnknownMembers(Vec<String>),
    /// More characters or words than a search may have.
    SearchTooLong,
    /// More choices at once than the catalogue takes.
    TooManyChoices,
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSuchMicroCredential => "no-such-micro-credential",
            Self::Package(_) => "package-unusable",
            Self::NotAnIssuer => "not-an-issuer",
            Self::Unchanged => "version-unchanged",
            Self::ReasonMissing => "retirement-reason-missing",
            Self::NoSuchDesign => "no-such-design",
            Self::DesignTooLarge => "design-too-large",
            Self::DesignClosed => "design-closed",
            Self::DesignStale => "design-stale",
            Self::ReviewFirst => "review-first",
            Self::SecondPersonNeeded => "second-person-needed",
            Self::CodeChanged => "code-changed",
            Self::NoSuchStack => "no-such-stack",
            Self::StackInItself => "stack-in-itself",
            Self::StackTooDeep => "stack-too-deep",
            Self::UnknownMembers(_) => "stack-members-unknown",
            Self::SearchTooLong => "search-too-long",
            Self::TooManyChoices => "too-many-choices",
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchMicroCredential | Self::NoSuchStack | Self::NoSuchDesign => Kind::NotFound,
            Self::DesignTooLarge => Kind::TooLarge,
            Self::SecondPersonNeeded => Kind::Forbidden,
            Self::Package(_)
            | Self::NotAnIssuer
            | Self::ReasonMissing
            | Self::StackInItself
            | Self::StackTooDeep
            | Self::UnknownMembers(_)
            | Self::SearchTooLong
            | Self::TooManyChoices => Kind::Invalid,
            Self::Unchanged
            | Self::DesignClosed
            | Self::DesignStale
            | Self::ReviewFirst
            | Self::CodeChanged => Kind::Conflict,
        }
    }

    fn parameters(&self) -> Vec<Parameter> {
        match self {
            Self::Package(findings) => vec![("count", findings.len().to_string())],
            Self::SearchTooLong => vec![
                ("characters", super::search::MAX_CHARACTERS.to_string()),
                ("words", super::search::MAX_WORDS.to_string()),
            ],
            Self::UnknownMembers(codes) => vec![("codes", codes.join(", "))],
            Self::StackTooDeep => vec![("depth", super::stack::MAX_DEPTH.to_string())],
            Self::TooManyChoices => vec![("count", super::facets::MAX_CHOICES.to_string())],
            _ => Vec::new(),
        }
    }

    fn places(&self) -> Vec<Place> {
        let Self::Package(findings) = self else {
            return Vec::new();
        };
        findings
            .iter()
            .map(|it| Place::new(it.place.as_str(), "package-finding").with("finding", it))
            .collect()
    }
}
