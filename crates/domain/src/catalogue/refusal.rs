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
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSuchMicroCredential => "no-such-micro-credential",
            Self::Package(_) => "package-unusable",
            Self::NotAnIssuer => "not-an-issuer",
            Self::Unchanged => "version-unchanged",
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchMicroCredential => Kind::NotFound,
            Self::Package(_) | Self::NotAnIssuer => Kind::Invalid,
            Self::Unchanged => Kind::Conflict,
        }
    }

    fn parameters(&self) -> Vec<Parameter> {
        match self {
            Self::Package(findings) => vec![("count", findings.len().to_string())],
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
