//! Does a text tell an assessor who wrote it? Names of the person, of their school and district,
//! and their addresses are searched in everything that an assessor will read.
//!
//! A search by rule: it finds what it was given, in the ways in which people write names. It does
//! not guess names of others, and it cannot read pictures or hear sound; what could not be looked
//! at is said.

mod common;
mod fold;
mod names;
mod record;
mod search;

use serde::{Deserialize, Serialize};

pub use names::{Identity, Names, PlaceName, Whose};
pub use record::{Check, Fit, Found, PieceCheck, Record, TextCheck};
pub use search::{MAX_FINDINGS, Search, search};

/// Version of the rules of the search; a change of what they find changes it.
pub const RULE: u32 = 1;

/// Why something was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Two parts of the person's name beside each other, in any order.
    FullName,
    /// One part of the person's name.
    NamePart,
    /// The initials of the person's name, with their points.
    Initials,
    /// An e-mail address of the person, or the part before its @.
    Address,
    /// First and last name, or an initial and a name, run together.
    Handle,
    /// The name of the school or district.
    PlaceName,
    /// The part of that name that no other has.
    PlacePart,
    /// The initials of the school or district.
    PlaceInitials,
    /// A link that leads out of the evidence: what is behind it is not looked at.
    Link,
}

impl Why {
    /// The word that is stored and that names its sentence.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FullName => "full-name",
            Self::NamePart => "name-part",
            Self::Initials => "initials",
            Self::Address => "address",
            Self::Handle => "handle",
            Self::PlaceName => "place-name",
            Self::PlacePart => "place-part",
            Self::PlaceInitials => "place-initials",
            Self::Link => "link",
        }
    }
}

/// A place in a text that may tell who wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What it tells of.
    pub whose: Whose,
    /// By which rule it was found.
    pub why: Why,
    /// What stands there.
    pub words: String,
    /// The words before it, at most 40 characters.
    pub before: String,
    /// The words behind it, at most 40 characters.
    pub behind: String,
    /// The line in its text, from 1.
    pub line: u32,
}

#[cfg(test)]
mod tests;
