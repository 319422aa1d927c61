//! Why the room `people` says no.

use crate::refusal::{Kind, Parameter, Place, Refuse};

/// Refusals of sign-in, people and organizations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nobody is signed in.
    SignInFirst,
    /// Address and password do not belong together; which of them is wrong is not said.
    WrongAddressOrPassword,
    /// Too many failed sign-ins.
    TooManySignIns {
        /// Seconds to wait.
        retry_after: u64,
    },
    /// The person may know of it, but may not do this.
    NotAllowed,
    /// There is no such person, or the asker may not know of them.
    NoSuchPerson,
    /// There is no such organization, or the asker may not know of it.
    NoSuchOrganization,
    /// The set-up token is wrong or was used already.
    SetupTokenUnusable,
    /// Fields to mend.
    Fields(Vec<Place>),
    /// Another person has this address.
    AddressTaken,
    /// Another organization has this short name.
    SlugTaken,
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::SignInFirst => "sign-in-first",
            Self::WrongAddressOrPassword => "wrong-address-or-password",
            Self::TooManySignIns { .. } => "too-many-sign-ins",
            Self::NotAllowed => "not-allowed",
            Self::NoSuchPerson => "no-such-person",
            Self::NoSuchOrganization => "no-such-organization",
            Self::SetupTokenUnusable => "setup-token-unusable",
            Self::Fields(_) => "people-fields",
            Self::AddressTaken => "address-taken",
            Self::SlugTaken => "slug-taken",
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::SignInFirst => Kind::SignIn,
            Self::WrongAddressOrPassword | Self::Fields(_) => Kind::Invalid,
            Self::TooManySignIns { .. } => Kind::TooMany,
            Self::NotAllowed | Self::SetupTokenUnusable => Kind::Forbidden,
            Self::NoSuchPerson | Self::NoSuchOrganization => Kind::NotFound,
            Self::AddressTaken | Self::SlugTaken => Kind::Conflict,
        }
    }

    fn parameters(&self) -> Vec<Parameter> {
        match self {
            Self::TooManySignIns { retry_after } => vec![("seconds", retry_after.to_string())],
            _ => Vec::new(),
        }
    }

    fn places(&self) -> Vec<Place> {
        match self {
            Self::Fields(places) => places.clone(),
            _ => Vec::new(),
        }
    }
}
