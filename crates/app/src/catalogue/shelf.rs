//! The shelf: what is published is listed and found, in the transaction that publishes it.

use domain::catalogue::facets::Profile;
use domain::catalogue::search::Searched;
use domain::catalogue::{Card, Content};
use domain::ids::{OrganizationId, VersionId};
use store::Tx;
use store::catalogue::{NewListing, list, unlist, unlisted};

use crate::{App, Outcome};

/// Versions that are listed in one transaction when an older installation is brought up.
const BATCH: u32 = 50;

/// Lists a version in the place of another, if there was one.
pub(super) fn put(
    tx: &Tx,
    version: VersionId,
    instead_of: Option<VersionId>,
    content: &Content,
    issuer: (OrganizationId, &str),
) -> Outcome<()> {
    if let Some(before) = instead_of {
        unlist(tx, before)?;
    }
    let (organization, name) = issuer;
    let listing = NewListing {
        version,
        organization,
        card: &Card::of(content),
        profile: &Profile::of(content),
        words: &Searched::of(content, name),
    };
    Ok(list(tx, &listing)?)
}

/// Lists published versions that are not listed: those of an installation that is older than the
/// index. Answers how many there were.
pub async fn list_unlisted(app: &App) -> Outcome<usize> {
    let mut count = 0;
    loop {
        let listed = app
            .write(|unit| {
                let versions = unlisted(unit.tx, BATCH)?;
                for it in &versions {
                    let content = super::content(&it.content)?;
                    let issuer = (it.organization, it.issuer.as_str());
                    put(unit.tx, it.version, None, &content, issuer)?;
                }
                Ok(versions.len())
            })
            .await?;
        count += listed;
        if listed == 0 {
            return Ok(count);
        }
    }
}
