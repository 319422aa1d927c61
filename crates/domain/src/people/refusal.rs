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
    /// The link was used, has expired, or never was one.
    LinkUnusable,
    /// This installation sends no mail, and this cannot be done without.
    NoMail,
    /// A person keeps at least one address.
    LastAddress,
    /// A person has at most that many addresses.
    TooManyAddresses {
        /// How many.
        limit: usize,
    },
    /// The person holds something beyond the asker's reach: a link may be sent to them, not shown.
    BeyondReach,
    /// There is no such invitation, or the asker may not know of it.
    NoSuchInvitation,
    /// The invitation was answered or taken back.
    InvitationClosed,
    /// The invitation was sent often enough.
    SentTooOften {
        /// How often.
        limit: u32,
    },
    /// The organization is closed: nothing and nobody is added to it.
    OrganizationClosed,
    /// An organization cannot stand below itself.
    Circle,
    /// One of the accounts is merged already, or both are the same.
    AlreadyMerged,
    /// There is no such merge, or the asker may not know of it.
    NoSuchMerge,
    /// The merge was undone, or stands for more than thirty days.
    MergeSettled,
    /// Places of a table are to be mended.
    TableUnusable {
        /// How many.
        faults: usize,
    },
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
            Self::LinkUnusable => "link-unusable",
            Self::NoMail => "no-mail",
            Self::LastAddress => "last-address",
            Self::TooManyAddresses { .. } => "too-many-addresses",
            Self::BeyondReach => "beyond-reach",
            Self::NoSuchInvitation => "no-such-invitation",
            Self::InvitationClosed => "invitation-closed",
            Self::SentTooOften { .. } => "sent-too-often",
            Self::TableUnusable { .. } => "table-unusable",
            Self::AlreadyMerged => "already-merged",
            Self::NoSuchMerge => "no-such-merge",
            Self::MergeSettled => "merge-settled",
            Self::OrganizationClosed => "organization-closed",
            Self::Circle => "organization-circle",
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::SignInFirst => Kind::SignIn,
            Self::WrongAddressOrPassword | Self::Fields(_) | Self::TableUnusable { .. } => {
                Kind::Invalid
            }
            Self::TooManySignIns { .. } => Kind::TooMany,
            Self::NotAllowed
            | Self::SetupTokenUnusable
            | Self::LinkUnusable
            | Self::BeyondReach => Kind::Forbidden,
            Self::NoSuchPerson
            | Self::NoSuchOrganization
            | Self::NoSuchInvitation
            | Self::NoSuchMerge => Kind::NotFound,
            Self::AddressTaken
            | Self::SlugTaken
            | Self::NoMail
            | Self::LastAddress
            | Self::InvitationClosed
            | Self::OrganizationClosed
            | Self::AlreadyMerged
            | Self::MergeSettled
            | Self::Circle
            | Self::SentTooOften { .. }
            | Self::TooManyAddresses { .. } => Kind::Conflict,
        }
    }

    fn parameters(&self) -> Vec<Parameter> {
        match self {
            Self::TooManySignIns { retry_after } => vec![("seconds", retry_after.to_string())],
            Self::SentTooOften { limit } => vec![("limit", limit.to_string())],
            Self::TableUnusable { faults } => vec![("count", faults.to_string())],
            Self::TooManyAddresses { limit } => vec![("limit", limit.to_string())],
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
