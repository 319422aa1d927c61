//! What is searched for, made ready.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::common::{is_everyday, is_generic, is_known_letters, is_particle, is_shared};
use super::fold::words;
use super::{RULE, Why};
use crate::audit::sha256_hex;

/// The most names of places that are searched for.
const MAX_PLACES: usize = 60;
/// The longest name, in words.
const MAX_WORDS: usize = 16;

/// What a finding tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Whose {
    /// The person.
    Person,
    /// A school where they work.
    School,
    /// A district where they work.
    District,
    /// Whoever owns what a link leads to.
    Elsewhere,
}

impl Whose {
    /// The word that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::School => "school",
            Self::District => "district",
            Self::Elsewhere => "elsewhere",
        }
    }
}

/// The name, or another name, of a school or district.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PlaceName {
    /// School or district.
    pub whose: Whose,
    /// As people write it.
    pub name: String,
}

/// Who must not be recognised.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Names and former names of the person.
    pub names: BTreeSet<String>,
    /// E-mail addresses of the person.
    pub addresses: BTreeSet<String>,
    /// Schools and districts, by every name.
    pub places: BTreeSet<PlaceName>,
}

impl Identity {
    /// Tells whether a text that was searched has to be searched again: SHA-256 of names and rules.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let text = serde_json::to_string(self).unwrap_or_default();
        sha256_hex(format!("{RULE}\n{text}"))
    }
}

/// A row of words that is found as a whole.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub words: Vec<String>,
    pub whose: Whose,
    pub why: Why,
    /// Only in capitals, as initials are.
    pub is_letters: bool,
    /// A word that is also an everyday word.
    pub is_everyday: bool,
}

/// An identity, ready to be searched for.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Parts of the person's name.
    pub(super) parts: HashSet<String>,
    /// Their initials, in order: each name's.
    pub(super) initials: HashSet<String>,
    /// Rows by their first word, the longest first.
    pub(super) rows: HashMap<String, Vec<Row>>,
}

impl Names {
    /// Makes an identity ready.
    #[must_use]
    pub fn of(identity: &Identity) -> Self {
        let mut names = Self::default();
        for name in &identity.names {
            names.person(name);
        }
        for address in &identity.addresses {
            names.address(address);
        }
        for place in identity.places.iter().take(MAX_PLACES) {
            names.place(place);
        }
        for rows in names.rows.values_mut() {
            rows.sort_by_key(|it| (std::cmp::Reverse(it.words.len()), it.why));
        }
        names
    }

    fn person(&mut self, name: &str) {
        let all = folded(name);
        let parts: Vec<_> = all.iter().filter(|it| !is_particle(it)).collect();
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else {
            return;
        };
        let initials: String = parts.iter().filter_map(|it| it.chars().next()).collect();
        self.parts.extend(
            parts
                .iter()
                .filter(|it| it.chars().count() > 1)
                .map(|it| (*it).clone()),
        );
        if parts.len() < 2 {
            return;
        }
        // A surname of particles, as in "De la O", is found only beside another part.
        let (a, z) = (initial(first), initial(last));
        self.initials.insert(initials);
        self.initials.insert(format!("{a}{z}"));
        for surname in parts.iter().skip(1) {
            for handle in [
                format!("{first}{surname}"),
                format!("{surname}{first}"),
                format!("{a}{surname}"),
                format!("{surname}{a}"),
            ] {
                if handle.chars().count() >= 5 && !is_everyday(&handle) {
                    self.row(vec![handle], Whose::Person, Why::Handle);
                }
            }
        }
    }

    fn address(&mut self, address: &str) {
        let whole = folded(address);
        self.row(whole, Whose::Person, Why::Address);
        let Some((local, _)) = address.rsplit_once('@') else {
            return;
        };
        let local = folded(local);
        let letters: usize = local.iter().map(|it| it.chars().count()).sum();
        let is_shared = local.iter().all(|it| is_shared(it) || is_everyday(it));
        if letters >= 5 && !is_shared {
            self.row(local, Whose::Person, Why::Address);
        }
    }

    fn place(&mut self, place: &PlaceName) {
        let all = folded(&place.name);
        let own: Vec<_> = all.iter().filter(|it| !is_generic(it)).cloned().collect();
        let letters: String = all
            .iter()
            .filter(|it| !is_particle(it) && !matches!(it.as_str(), "of" | "the" | "and" | "for"))
            .filter_map(|it| it.chars().next())
            .collect();
        let is_one_everyday = own.len() == 1 && is_everyday(&own[0]);
        if own.is_empty() && all.len() < 3 {
            // "The School" tells nothing.
            return;
        }
        self.row(all.clone(), place.whose, Why::PlaceName);
        if letters.chars().count() >= 3 && !is_known_letters(&letters) {
            self.push(Row {
                words: vec![letters],
                whose: place.whose,
                why: Why::PlaceInitials,
                is_letters: true,
                is_everyday: false,
            });
        }
        let length: usize = own.iter().map(|it| it.chars().count()).sum();
        if own.is_empty() || own.len() == all.len() || length < 4 {
            return;
        }
        self.push(Row {
            words: own,
            whose: place.whose,
            why: Why::PlacePart,
            is_letters: false,
            is_everyday: is_one_everyday,
        });
    }

    fn row(&mut self, words: Vec<String>, whose: Whose, why: Why) {
        self.push(Row {
            words,
            whose,
            why,
            is_letters: false,
            is_everyday: false,
        });
    }

    fn push(&mut self, row: Row) {
        if row.words.len() > MAX_WORDS {
            return;
        }
        if let Some(first) = row.words.first() {
            self.rows.entry(first.clone()).or_default().push(row);
        }
    }
}

fn folded(text: &str) -> Vec<String> {
    words(text).into_iter().map(|it| it.folded).collect()
}

fn initial(word: &str) -> String {
    word.chars().take(1).collect()
}
