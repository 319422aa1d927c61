//! Links that count once.

use serde::{Deserialize, Serialize};

use crate::time::{SignedDuration, Timestamp};

/// What a link that counts once is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkPurpose {
    /// Setting a password, sent by an administrator.
    SetPassword,
    /// Signing in without a password.
    SignIn,
    /// Proving that an address is one's own.
    ProveAddress,
}

impl LinkPurpose {
    /// Every purpose.
    pub const ALL: [Self; 3] = [Self::SetPassword, Self::SignIn, Self::ProveAddress];

    /// The word used in storage.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SetPassword => "set-password",
            Self::SignIn => "sign-in",
            Self::ProveAddress => "prove-address",
        }
    }

    /// The purpose of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == word)
    }

    /// For how long such a link counts.
    pub const fn lifetime(self) -> SignedDuration {
        match self {
            Self::SetPassword => SignedDuration::from_hours(72),
            Self::SignIn => SignedDuration::from_mins(15),
            Self::ProveAddress => SignedDuration::from_hours(24),
        }
    }

    /// When a link that is made now stops counting.
    pub fn expires(self, now: Timestamp) -> Timestamp {
        now.checked_add(self.lifetime()).unwrap_or(Timestamp::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_to_sign_in_counts_for_a_quarter_of_an_hour() {
        let now = Timestamp::UNIX_EPOCH;
        let minutes = LinkPurpose::SignIn.expires(now).as_second() / 60;
        assert_eq!(minutes, 15);
        for it in LinkPurpose::ALL {
            assert_eq!(LinkPurpose::parse(it.as_str()), Some(it));
        }
    }
}
