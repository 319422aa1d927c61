//! Organizations: nodes of a tree.

use serde::{Deserialize, Serialize};

use crate::refusal::Place;

/// What an organization is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OrganizationKind {
    /// A state agency.
    State,
    /// A district.
    District,
    /// A school.
    School,
    /// A provider of micro-credentials.
    Provider,
}

impl OrganizationKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::State, Self::District, Self::School, Self::Provider];

    /// The word used in storage, the API and files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::District => "district",
            Self::School => "school",
            Self::Provider => "provider",
        }
    }

    /// The kind of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

macro_rules! name {
    ($(#[$doc:meta])* $name:ident, $limit:literal) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub struct $name(String);

        impl $name {
            /// Reads a name: trimmed, not empty, within the limit, without control characters.
            pub fn parse(field: &str, text: &str) -> Result<Self, Place> {
                parse_line(field, text, $limit).map(Self)
            }

            /// The name.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
    };
}

name!(
    /// A person's name as it will stand on credentials: 1 to 120 characters.
    PersonName, 120
);
name!(
    /// An organization's name: 1 to 160 characters.
    OrganizationName, 160
);

fn parse_line(field: &str, text: &str, limit: usize) -> Result<String, Place> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return Err(Place::new(field, "name-missing"));
    }
    if text.chars().count() > limit {
        return Err(Place::new(field, "name-too-long").with("limit", limit));
    }
    if text.chars().any(char::is_control) {
        return Err(Place::new(field, "name-unusable"));
    }
    Ok(text)
}

/// A short name for addresses and files: 1 to 60 of `a-z`, `0-9` and single inner hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Slug(String);

impl Slug {
    /// Reads a slug.
    pub fn parse(field: &str, text: &str) -> Result<Self, Place> {
        let fits = (1..=60).contains(&text.len())
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !text.starts_with('-')
            && !text.ends_with('-')
            && !text.contains("--");
        if fits {
            Ok(Self(text.to_owned()))
        } else {
            Err(Place::new(field, "slug-unusable"))
        }
    }

    /// The slug.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_letters_and_loses_stray_space() {
        assert_eq!(
            PersonName::parse("name", "  Zoë\t Núñez ")
                .unwrap()
                .as_str(),
            "Zoë Núñez"
        );
    }

    #[test]
    fn a_name_must_fit_on_a_credential() {
        assert_eq!(
            PersonName::parse("name", " ").unwrap_err().code,
            "name-missing"
        );
        assert_eq!(
            PersonName::parse("name", &"x".repeat(121))
                .unwrap_err()
                .code,
            "name-too-long"
        );
        assert_eq!(
            PersonName::parse("name", "a\u{0}b").unwrap_err().code,
            "name-unusable"
        );
    }

    #[test]
    fn a_slug_is_safe_in_an_address() {
        assert!(Slug::parse("slug", "larkfield-institute").is_ok());
        for bad in ["", "-a", "a-", "a--b", "A", "a/b", "ä"] {
            assert!(Slug::parse("slug", bad).is_err(), "{bad:?}");
        }
    }
}
