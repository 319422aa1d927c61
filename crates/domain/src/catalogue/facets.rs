//! Narrowing the catalogue: facets, what was chosen of them, and how many each choice leaves.
//!
//! Within a facet the choices add up (novice *or* foundation); facets narrow each other. What is
//! written for every role, subject or grade names none, and serves whichever is chosen. The number
//! beside an option is what the list holds when it is the only choice of its facet, with the
//! choices of all others as they are.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::search::key_of;
use super::{Content, LevelScale, Refusal};

/// The most choices at once.
pub const MAX_CHOICES: usize = 40;
/// The longest choice, in characters.
const MAX_CHOICE: usize = 100;
/// The most options that a facet with free texts offers.
const MAX_OPTIONS: usize = 24;

/// A way to narrow the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Facet {
    /// An entry of a framework that the competency answers to.
    Competency,
    /// How expert.
    Level,
    /// Typical time, in four bands.
    Hours,
    /// For whom it is written.
    Role,
    /// School subject.
    Subject,
    /// Grade band.
    Grade,
    /// Whether students are needed.
    Students,
    /// Whether a film is needed.
    Video,
    /// The language it is written in.
    Language,
    /// Who issues it.
    Issuer,
}

impl Facet {
    /// All facets, in the order in which they are shown.
    pub const ALL: [Self; 10] = [
        Self::Level,
        Self::Hours,
        Self::Students,
        Self::Video,
        Self::Role,
        Self::Subject,
        Self::Grade,
        Self::Competency,
        Self::Issuer,
        Self::Language,
    ];

    /// Its name in addresses and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Competency => "competency",
            Self::Level => "level",
            Self::Hours => "hours",
            Self::Role => "role",
            Self::Subject => "subject",
            Self::Grade => "grade",
            Self::Students => "students",
            Self::Video => "video",
            Self::Language => "language",
            Self::Issuer => "issuer",
        }
    }

    /// The facet of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == name)
    }

    /// Does naming none mean that any will do?
    const fn none_is_any(self) -> bool {
        matches!(self, Self::Role | Self::Subject | Self::Grade)
    }

    /// The order of values that have one of their own; the others are ordered by number.
    fn place_of(self, value: &str) -> usize {
        match self {
            Self::Level => value
                .parse()
                .ok()
                .and_then(|level| LevelScale::default().step(&level))
                .map_or(usize::MAX, usize::from),
            Self::Hours => BANDS
                .iter()
                .position(|it| it.1 == value)
                .unwrap_or(BANDS.len()),
            _ => 0,
        }
    }
}

/// Bands of hours: the most hours, and the value.
const BANDS: [(u16, &str); 4] = [
    (5, "1-5"),
    (10, "6-10"),
    (20, "11-20"),
    (u16::MAX, "21-200"),
];

/// The values of one facet, each with its words; a value without words of its own has its own name.
pub type Values = BTreeMap<String, String>;

/// What a micro-credential is in each facet.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Profile(BTreeMap<Facet, Values>);

impl Profile {
    /// The profile of a content. Its issuer is not part of what it says; see
    /// [`Profile::issued_by`].
    #[must_use]
    pub fn of(content: &Content) -> Self {
        let needed = |is: bool| if is { "needed" } else { "not-needed" }.to_owned();
        let band = BANDS.iter().find(|it| content.hours <= it.0);
        let mut profile = Self::default();
        let mut put = |facet, value: String, words: String| {
            if !value.is_empty() {
                profile.0.entry(facet).or_default().insert(value, words);
            }
        };
        put(
            Facet::Level,
            content.level.to_string(),
            content.level.to_string(),
        );
        if let Some((_, value)) = band {
            put(Facet::Hours, (*value).to_owned(), (*value).to_owned());
        }
        let language = content.language.as_str();
        let language = language.split('-').next().unwrap_or(language).to_owned();
        put(Facet::Language, language.clone(), language);
        let (students, video) = (
            needed(content.students_needed),
            needed(content.video_needed),
        );
        put(Facet::Students, students.clone(), students);
        put(Facet::Video, video.clone(), video);
        let lists = [
            (Facet::Role, &content.roles),
            (Facet::Subject, &content.subjects),
            (Facet::Grade, &content.grades),
        ];
        for (facet, list) in lists {
            for words in list {
                put(facet, key_of(words), words.clone());
            }
        }
        for it in &content.alignments {
            let code = it.code.as_deref().unwrap_or(&it.title);
            let key = key_of(&format!("{} {code}", it.framework));
            let words = match &it.code {
                Some(code) => format!("{} {code}, {}", it.framework, it.title),
                None => format!("{}, {}", it.framework, it.title),
            };
            put(Facet::Competency, key, words);
        }
        profile
    }

    /// The same, with who issues it: short name and name.
    #[must_use]
    pub fn issued_by(mut self, slug: &str, name: &str) -> Self {
        self.0
            .insert(Facet::Issuer, [(slug.to_owned(), name.to_owned())].into());
        self
    }

    fn serves(&self, facet: Facet, value: &str) -> bool {
        self.0
            .get(&facet)
            .map_or(facet.none_is_any(), |values| values.contains_key(value))
    }
}

/// What was chosen of the facets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chosen(BTreeMap<Facet, BTreeSet<String>>);

impl Chosen {
    /// Reads the parameters of an address; what is no facet, and what is empty, is left out.
    ///
    /// # Errors
    /// [`Refusal::TooManyChoices`].
    pub fn read<'p>(pairs: impl Iterator<Item = (&'p str, &'p str)>) -> Result<Self, Refusal> {
        let mut chosen = Self::default();
        let mut count = 0;
        for (name, value) in pairs {
            let (Some(facet), false) = (Facet::parse(name), value.is_empty()) else {
                continue;
            };
            count += 1;
            if count > MAX_CHOICES || value.chars().count() > MAX_CHOICE {
                return Err(Refusal::TooManyChoices);
            }
            chosen.0.entry(facet).or_default().insert(value.to_owned());
        }
        Ok(chosen)
    }

    /// Was nothing chosen?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Was this chosen?
    #[must_use]
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.0.get(&facet).is_some_and(|it| it.contains(value))
    }

    /// Every choice, in the order of the facets.
    pub fn pairs(&self) -> impl Iterator<Item = (Facet, &str)> {
        Facet::ALL.into_iter().flat_map(|facet| {
            let values = self.0.get(&facet).into_iter().flatten();
            values.map(move |value| (facet, value.as_str()))
        })
    }

    /// Does a profile fit every facet, one of them left aside?
    fn admits(&self, profile: &Profile, aside: Option<Facet>) -> bool {
        self.0
            .iter()
            .filter(|(facet, _)| Some(**facet) != aside)
            .all(|(facet, values)| values.iter().any(|value| profile.serves(*facet, value)))
    }
}

/// Micro-credentials that are the same in every facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its name in the store.
    pub id: String,
    /// What they are.
    pub profile: Profile,
    /// How many there are.
    pub count: u64,
}

/// One option of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FacetOption {
    /// What stands in the address.
    pub value: String,
    /// Its words.
    pub words: String,
    /// How many the list holds when it alone is chosen in its facet.
    pub count: u64,
    /// It is chosen.
    pub chosen: bool,
}

/// The catalogue as it is narrowed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many fit all choices.
    pub total: u64,
    /// The options of each facet that has some.
    pub facets: Vec<(Facet, Vec<FacetOption>)>,
    /// The groups that fit all choices.
    pub fitting: Vec<String>,
}

impl Tally {
    /// Counts what fits, and what each option would leave.
    #[must_use]
    pub fn of(groups: &[Group], chosen: &Chosen) -> Self {
        let fits = |group: &&Group| chosen.admits(&group.profile, None);
        let facets = Facet::ALL
            .into_iter()
            .map(|facet| (facet, options(groups, chosen, facet)))
            .filter(|(_, options)| !options.is_empty());
        Self {
            total: groups.iter().filter(fits).map(|it| it.count).sum(),
            fitting: groups.iter().filter(fits).map(|it| it.id.clone()).collect(),
            facets: facets.collect(),
        }
    }
}

fn options(groups: &[Group], chosen: &Chosen, facet: Facet) -> Vec<FacetOption> {
    let open: Vec<&Group> = groups
        .iter()
        .filter(|it| chosen.admits(&it.profile, Some(facet)))
        .collect();
    let any: u64 = open
        .iter()
        .filter(|it| facet.none_is_any() && !it.profile.0.contains_key(&facet))
        .map(|it| it.count)
        .sum();
    let mut counts: BTreeMap<&str, (&str, u64)> = BTreeMap::new();
    for group in &open {
        for (value, words) in group.profile.0.get(&facet).into_iter().flatten() {
            counts.entry(value).or_insert((words, any)).1 += group.count;
        }
    }
    for value in chosen.0.get(&facet).into_iter().flatten() {
        counts.entry(value).or_insert((value, any));
    }
    let mut options: Vec<FacetOption> = counts
        .into_iter()
        .map(|(value, (words, count))| FacetOption {
            value: value.to_owned(),
            words: words.to_owned(),
            count,
            chosen: chosen.has(facet, value),
        })
        .collect();
    options.sort_by(|a, b| {
        let key = |it: &FacetOption| (facet.place_of(&it.value), u64::MAX - it.count);
        key(a).cmp(&key(b)).then_with(|| a.words.cmp(&b.words))
    });
    let mut shown = 0;
    options.retain(|it| {
        shown += 1;
        it.chosen || shown <= MAX_OPTIONS
    });
    options
}

#[cfg(test)]
mod tests;
