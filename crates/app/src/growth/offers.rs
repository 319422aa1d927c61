//! What recommendations know of the catalogue follows every publishing.

use domain::catalogue::Content;
use domain::growth::{Offer, competencies_of};
use domain::ids::{MicroCredentialId, VersionId};
use store::growth::offer;

use crate::{App, Failure, Outcome, Unit};

/// Versions that are read in one transaction when an older installation is brought up.
const BATCH: u32 = 50;

/// Keeps what recommendations know of a version that is being published.
pub(crate) fn keep_offer(
    unit: &Unit<'_>,
    micro_credential: MicroCredentialId,
    version: VersionId,
    content: &Content,
) -> Outcome<()> {
    let it = Offer {
        micro_credential,
        title: content.title.clone(),
        competencies: competencies_of(content),
        level: content.level.clone(),
        hours: content.hours,
        students_needed: content.students_needed,
    };
    Ok(offer::put(unit.tx, version, &it)?)
}

/// Reads published versions of which recommendations know nothing: those of an installation that
/// is older than they are. Answers how many there were.
///
/// # Errors
/// Only what nobody expected.
pub async fn keep_unknown_offers(app: &App) -> Outcome<usize> {
    let mut count = 0;
    loop {
        let kept = app
            .write(|unit| {
                let unknown = offer::unknown(unit.tx, BATCH)?;
                for (micro_credential, version, content) in &unknown {
                    let content: Content =
                        serde_json::from_str(content).map_err(Failure::broken)?;
                    keep_offer(unit, *micro_credential, *version, &content)?;
                }
                Ok(unknown.len())
            })
            .await?;
        count += kept;
        if kept == 0 {
            return Ok(count);
        }
    }
}
