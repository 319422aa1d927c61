//! Evidence that lies elsewhere: an address on the web and what it shows.
//!
//! It is written as a field of the draft, such as `link/REQUIREMENT/1`: the address, then, after
//! white space, words. Whoever opens it may learn whose it is, so it is always flagged.

use crate::catalogue::WebUrl;

/// A link with what its educator says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it leads: http or https, to a host by name, without a user name.
    pub address: WebUrl,
    /// What it shows.
    pub caption: String,
}

impl Link {
    /// Reads the text of a field; nothing if it does not begin with an address that may be used.
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        let (address, caption) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        Some(Self {
            address: address.parse().ok()?,
            caption: caption.trim().to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_an_address_and_what_it_shows() {
        let link = Link::of("  https://example.org/film\nMy class,\nin May. ").unwrap();
        assert_eq!(link.address.as_str(), "https://example.org/film");
        assert_eq!(link.caption, "My class,\nin May.");
        assert_eq!(Link::of("http://example.org").unwrap().caption, "");
    }

    #[test]
    fn what_is_no_address_of_the_web_is_no_link() {
        for bad in [
            "",
            "see https://example.org",
            "javascript:alert(1)",
            "ftp://example.org/x",
            "https://me@example.org/",
            "//example.org",
        ] {
            assert_eq!(Link::of(bad), None, "{bad}");
        }
    }
}
