//! One micro-credential, with everything that is told before starting.

use domain::catalogue::{Content, Refusal};
use domain::ids::{AwardId, PersonId, PursuitId};
use store::catalogue::{self, PublishedVersion, Version};

use crate::{App, Outcome};

/// How the visitor stands with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Not begun, or nobody is signed in.
    New,
    /// Being worked on.
    Working(PursuitId),
    /// Earned.
    Earned(AwardId),
}

/// A micro-credential.
#[derive(Clone, Debug)]
pub struct Looked {
    /// The version that is shown.
    pub version: Version,
    /// What it says.
    pub content: Content,
    /// How the visitor stands with it.
    pub standing: Standing,
    /// All published versions, newest first.
    pub versions: Vec<PublishedVersion>,
    /// Stacks that it belongs to: short name and title.
    pub stacks: Vec<(String, String)>,
}

/// Looks at the current version, or at that of a number; for everybody.
pub async fn look(
    app: &App,
    visitor: Option<PersonId>,
    slug: String,
    number: Option<u32>,
) -> Outcome<Looked> {
    app.read(move |unit| {
        let found = match number {
            Some(number) => catalogue::number_of(unit.tx, &slug, number)?,
            None => catalogue::current(unit.tx, &slug)?,
        };
        let version = found.ok_or(Refusal::NoSuchMicroCredential)?;
        let standing = match visitor {
            Some(person) => match catalogue::standing(unit.tx, person, version.micro_credential)? {
                Some((_, Some(award))) => Standing::Earned(award),
                Some((pursuit, None)) => Standing::Working(pursuit),
                None => Standing::New,
            },
            None => Standing::New,
        };
        let content = super::content(&version.content)?;
        let versions = catalogue::versions(unit.tx, version.micro_credential)?;
        let own = version.micro_credential.to_string();
        let stacks = catalogue::stacks_containing(unit.tx, "micro-credential", &own)?;
        Ok(Looked {
            version,
            content,
            standing,
            versions,
            stacks,
        })
    })
    .await
}
