//! What the files of the demo say: `district.toml` and `work/NAME/work.toml`.

use std::collections::{BTreeMap, BTreeSet};

use domain::catalogue::Slug;
use domain::people::Role;
use domain::pursuit::StateName;
use domain::review::Confidence;
use serde::Deserialize;

/// Organizations, people, what is published, who may assess what.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct District {
    pub(super) organizations: Vec<Organization>,
    pub(super) people: Vec<Person>,
    pub(super) publishes: Vec<Publishes>,
    #[serde(default)]
    pub(super) stacks: Vec<Stack>,
    pub(super) qualifications: Vec<Qualification>,
}

/// An organization; its parent stands above it in the file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Organization {
    pub(super) slug: String,
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) parent: Option<String>,
    pub(super) time_zone: String,
    pub(super) issuer: bool,
}

/// Somebody.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Person {
    pub(super) slug: String,
    pub(super) name: String,
    pub(super) email: String,
    pub(super) memberships: Vec<Holds>,
}

/// A role in an organization.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Holds {
    pub(super) organization: String,
    pub(super) role: Role,
}

/// A package that is published.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Publishes {
    pub(super) package: String,
    pub(super) issuer: String,
    pub(super) by: String,
}

/// A stack that is published.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stack {
    pub(super) stack: String,
    pub(super) issuer: String,
    pub(super) by: String,
}

/// Somebody who may assess.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Qualification {
    pub(super) person: String,
    pub(super) package: String,
    pub(super) granted_by: String,
    pub(super) reason: String,
}

/// One pursuit with its first attempt. Days count back from today.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Work {
    pub(super) person: String,
    pub(super) package: String,
    pub(super) state: State,
    pub(super) started_days_ago: u16,
    pub(super) submitted_days_ago: Option<u16>,
    pub(super) decided_days_ago: Option<u16>,
    #[serde(default)]
    pub(super) texts: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) files: Vec<Piece>,
    #[serde(default)]
    pub(super) scorecards: Vec<Scorecard>,
}

/// Where the pursuit stands in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum State {
    Draft,
    Submitted,
    NotYet,
    Awarded,
}

impl From<State> for StateName {
    fn from(state: State) -> Self {
        match state {
            State::Draft => Self::Started,
            State::Submitted => Self::Submitted,
            State::NotYet => Self::NotYet,
            State::Awarded => Self::Awarded,
        }
    }
}

/// A file of the work.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Piece {
    pub(super) requirement: Slug,
    pub(super) file: String,
    pub(super) caption: String,
    pub(super) criteria: BTreeSet<Slug>,
}

/// What one assessor says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Scorecard {
    pub(super) assessor: String,
    pub(super) marks: BTreeMap<String, Mark>,
}

/// What an assessor says of one criterion.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mark {
    pub(super) level: u8,
    pub(super) confidence: Confidence,
    pub(super) feedback: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::files;

    #[test]
    fn every_file_that_says_something_can_be_read() {
        let district: District = files::read("district.toml").unwrap();
        assert!(!district.people.is_empty());
        for name in files::folders("work") {
            let work: Work = files::read(&format!("work/{name}/work.toml")).unwrap();
            let sent = work.submitted_days_ago.is_some();
            assert_eq!(sent, work.state != State::Draft, "{name}");
        }
    }

    #[test]
    fn an_unknown_key_is_a_mistake() {
        let text =
            "organizations = []\npeople = []\npublishes = []\nqualifications = []\nteams = []";
        let error = toml::from_str::<District>(text).unwrap_err();
        assert!(error.to_string().contains("teams"), "{error}");
    }
}
