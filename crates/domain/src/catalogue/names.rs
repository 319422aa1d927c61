//! Short names that appear inside content. Each is checked once, when it is made.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A name that is not written as its kind asks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected}, found {found:?}")]
pub struct NameError {
    /// What a good name of this kind looks like, to be read after "expected".
    pub expected: &'static str,
    /// The text that was refused, shortened to 60 characters.
    pub found: String,
}

/// A kind of short name that text can be parsed into.
pub(super) trait Name: TryFrom<String, Error = NameError> {
    /// What a good name looks like, to be read after "expected".
    const EXPECTED: &'static str;
}

macro_rules! name {
    ($(#[$doc:meta])* $name:ident, $expected:literal, $rule:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The name as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Name for $name {
            const EXPECTED: &'static str = $expected;
        }

        impl TryFrom<String> for $name {
            type Error = NameError;

            fn try_from(text: String) -> Result<Self, NameError> {
                let rule: fn(&str) -> bool = $rule;
                if rule(&text) {
                    Ok(Self(text))
                } else {
                    Err(NameError { expected: $expected, found: text.chars().take(60).collect() })
                }
            }
        }

        impl std::str::FromStr for $name {
            type Err = NameError;

            fn from_str(text: &str) -> Result<Self, NameError> {
                Self::try_from(text.to_owned())
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> Self {
                name.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

pub(super) use name;

name!(
    /// The id of a prompt, requirement or criterion: unique within one content, kept from version
    /// to version so that evidence and outcomes can be carried over.
    Slug,
    "1 to 40 characters, each a small letter a to z, a digit or a hyphen",
    |text| is_made_of(text, 1..=40, |c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
);

name!(
    /// The short code of a micro-credential, such as `WTW`; it stands in the middle of the seal.
    Code,
    "2 to 8 characters, each a capital letter A to Z or a digit, the first a letter",
    |text| {
        is_made_of(text, 2..=8, |c| c.is_ascii_uppercase() || c.is_ascii_digit())
            && text.starts_with(|c: char| c.is_ascii_uppercase())
    }
);

name!(
    /// The name of one step in an issuer's [`LevelScale`].
    LevelName,
    "1 to 40 characters, each a small letter a to z, a digit or a hyphen",
    |text| is_made_of(text, 1..=40, |c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
);

name!(
    /// A language tag as in BCP 47, such as `en` or `es-MX`.
    Language,
    "a language tag such as \"en\" or \"es-MX\"",
    is_language
);

name!(
    /// A web address that is safe to put into a page: http or https, a host with a dot, no user
    /// name, nothing that needs escaping.
    WebUrl,
    "a web address that starts with https:// or http://, at most 2000 characters, spaces and \
     letters other than a to z written as % codes",
    is_web_url
);

fn is_made_of(
    text: &str,
    length: std::ops::RangeInclusive<usize>,
    allowed: fn(char) -> bool,
) -> bool {
    length.contains(&text.len()) && text.chars().all(allowed)
}

fn is_language(text: &str) -> bool {
    let mut subtags = text.split('-');
    let primary = subtags.next().unwrap_or_default();
    text.len() <= 35
        && is_made_of(primary, 2..=3, |c| c.is_ascii_lowercase())
        && subtags.all(|subtag| is_made_of(subtag, 1..=8, |c| c.is_ascii_alphanumeric()))
}

fn is_web_url(text: &str) -> bool {
    let Some(rest) = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))
    else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
    text.len() <= 2000
        && text
            .chars()
            .all(|c| c.is_ascii_graphic() && !"\"<>\\^`{|}".contains(c))
        && is_host(host)
        && port.parse::<u16>().is_ok_and(|port| port > 0)
}

fn is_host(host: &str) -> bool {
    host.contains('.')
        && host.len() <= 253
        && host
            .split('.')
            .all(|label| is_made_of(label, 1..=63, |c| c.is_ascii_alphanumeric() || c == '-'))
}

/// An issuer's ordered levels of expertise, lowest first. Not the levels of a rubric.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<LevelName>", into = "Vec<LevelName>")]
pub struct LevelScale(Vec<LevelName>);

impl LevelScale {
    /// The levels, lowest first.
    #[must_use]
    pub fn names(&self) -> &[LevelName] {
        &self.0
    }

    /// The step of a level, counted from 1 for the lowest; nothing if the scale does not have it.
    #[must_use]
    pub fn step(&self, level: &LevelName) -> Option<u8> {
        let index = self.0.iter().position(|name| name == level)?;
        u8::try_from(index + 1).ok()
    }
}

impl Default for LevelScale {
    /// novice, foundation, proficient, advanced.
    fn default() -> Self {
        let names = ["novice", "foundation", "proficient", "advanced"];
        Self(names.map(|name| LevelName(name.to_owned())).to_vec())
    }
}

impl TryFrom<Vec<LevelName>> for LevelScale {
    type Error = NameError;

    fn try_from(names: Vec<LevelName>) -> Result<Self, NameError> {
        let distinct: std::collections::BTreeSet<_> = names.iter().collect();
        if (1..=9).contains(&names.len()) && distinct.len() == names.len() {
            Ok(Self(names))
        } else {
            let found = names
                .iter()
                .map(LevelName::as_str)
                .collect::<Vec<_>>()
                .join(", ");
            Err(NameError {
                expected: "1 to 9 levels, each named once",
                found: found.chars().take(60).collect(),
            })
        }
    }
}

impl From<LevelScale> for Vec<LevelName> {
    fn from(scale: LevelScale) -> Self {
        scale.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepts<T: Name>(text: &str) -> bool {
        T::try_from(text.to_owned()).is_ok()
    }

    #[test]
    fn a_slug_is_small_letters_digits_and_hyphens() {
        assert!(accepts::<Slug>("log-before-2"));
        for bad in [
            "",
            "Log",
            "log before",
            "log_before",
            "lög",
            &"a".repeat(41),
        ] {
            assert!(!accepts::<Slug>(bad), "{bad:?}");
        }
    }

    #[test]
    fn a_code_is_capitals_and_digits_and_starts_with_a_letter() {
        assert!(accepts::<Code>("WTW"));
        assert!(accepts::<Code>("A1"));
        for bad in ["", "W", "wtw", "1A", "W-1", "ABCDEFGHI"] {
            assert!(!accepts::<Code>(bad), "{bad:?}");
        }
    }

    #[test]
    fn a_language_is_a_tag() {
        for good in ["en", "es-MX", "zh-Hans-CN"] {
            assert!(accepts::<Language>(good), "{good:?}");
        }
        for bad in ["", "English", "e", "en-", "en_US"] {
            assert!(!accepts::<Language>(bad), "{bad:?}");
        }
    }

    #[test]
    fn only_plain_http_and_https_addresses_are_web_addresses() {
        for good in [
            "https://doi.org/10.1002/tea.3660110202",
            "http://example.org",
            "https://example.org:8443/a?b=c#d",
            "https://example.org/a%20b",
        ] {
            assert!(accepts::<WebUrl>(good), "{good:?}");
        }
        for bad in [
            "javascript:alert(1)",
            "data:text/html,x",
            "ftp://example.org",
            "//example.org",
            "HTTPS://example.org",
            "https://",
            "https://example",
            "https://you@example.org",
            "https://example.org:0",
            "https://exa mple.org",
            "https://example.org/\"onclick=",
            "https://example.org/\u{202e}",
            "https://.org",
        ] {
            assert!(!accepts::<WebUrl>(bad), "{bad:?}");
        }
    }

    #[test]
    fn the_default_scale_has_four_steps() {
        let scale = LevelScale::default();
        let step = |name: &str| scale.step(&name.parse().unwrap());
        assert_eq!(step("novice"), Some(1));
        assert_eq!(step("advanced"), Some(4));
        assert_eq!(step("master"), None);
    }

    #[test]
    fn a_scale_names_each_level_once() {
        let twice = vec!["novice".parse().unwrap(), "novice".parse().unwrap()];
        assert!(LevelScale::try_from(twice).is_err());
        assert!(LevelScale::try_from(Vec::new()).is_err());
    }

    #[test]
    fn a_stored_name_is_checked_when_it_is_read_back() {
        assert!(serde_json::from_str::<Slug>("\"log-before\"").is_ok());
        assert!(serde_json::from_str::<Slug>("\"Log before\"").is_err());
    }
}
