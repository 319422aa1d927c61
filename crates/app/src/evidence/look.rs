//! Looking at a piece: its rendition, and the names in its texts. Done when it comes, by a job for
//! large files, and again when somebody's names have changed.

use domain::evidence::blindness::{Finding, Found, Names, Whose, Why, search};
use domain::ids::{EvidenceId, PursuitId};
use media::Text;
use store::evidence::{Piece, identity_of};

use super::rendition::{LookAtEvidence, SMALL, place_word, rendition, texts};
use super::shelf::shelf;
use crate::jobs::LOOK_AT_EVIDENCE;
use crate::{App, Outcome};

/// The most findings of a file that are kept.
const MOST: usize = 300;

/// The job: looks at a piece. Running it again changes nothing, unless names have changed.
///
/// # Errors
/// What breaks.
pub async fn look_at_evidence(app: &App, job: LookAtEvidence) -> Outcome<()> {
    look(app, job.evidence).await
}

/// Makes the rendition of a piece if there is none, and searches its texts for the names of now.
pub(super) async fn look(app: &App, id: EvidenceId) -> Outcome<()> {
    let found = app
        .read(move |unit| {
            let piece = store::evidence::find(unit.tx, id)?;
            let Some(piece) = piece.filter(|it| it.removed_at.is_none()) else {
                return Ok(None);
            };
            let identity = identity_of(unit.tx, piece.educator, unit.now)?;
            Ok(Some((piece, identity)))
        })
        .await?;
    // A piece that is gone needs no look.
    let Some((piece, identity)) = found else {
        return Ok(());
    };
    let found = match rendition(app, &piece).await?.made {
        Ok(made) => {
            let text = texts(&shelf(app, piece.issuer).await?, &made).await?;
            let names = Names::of(&identity);
            let searched = tokio::task::spawn_blocking(move || find(&names, &text));
            searched.await.map_err(crate::Failure::broken)?
        }
        Err(_) => Found::default(),
    };
    save(app, &piece, identity.fingerprint(), found).await
}

async fn save(app: &App, piece: &Piece, names: String, found: Found) -> Outcome<()> {
    let id = piece.id;
    app.write(move |unit| {
        Ok(store::evidence::save_search(
            unit.tx, id, &names, &found, unit.now,
        )?)
    })
    .await
}

/// Looks at those pieces of a draft that were not looked at for the names of now. A large file
/// without a rendition is left to a job.
pub(crate) async fn look_again(app: &App, pursuit: PursuitId) -> Outcome<()> {
    let stale = app
        .read(move |unit| {
            let Some(work) = store::pursuit::work(unit.tx, pursuit)? else {
                return Ok(Vec::new());
            };
            let identity = identity_of(unit.tx, work.stored.person, unit.now)?;
            let names = identity.fingerprint();
            let all = store::evidence::looked_at(unit.tx, pursuit)?.into_iter();
            let stale = all.filter(|it| it.search.as_ref().is_none_or(|it| it.0 != names));
            Ok(stale.collect())
        })
        .await?;
    for it in stale {
        if it.rendition.is_some() || it.size <= SMALL {
            look(app, it.evidence).await?;
        } else {
            let job = LookAtEvidence {
                evidence: it.evidence,
            };
            app.write(move |unit| unit.ask(LOOK_AT_EVIDENCE, &job, Some(&job.unique_key())))
                .await?;
        }
    }
    Ok(())
}

fn find(names: &Names, text: &Text) -> Found {
    let mut found = Found::default();
    for layer in &text.layers {
        let place = place_word(layer.place);
        let all = search(names, &layer.text);
        found.more = found.more.saturating_add(all.more);
        for finding in all.findings {
            if found.findings.len() < MOST {
                found.findings.push((place.clone(), finding));
            } else {
                found.more = found.more.saturating_add(1);
            }
        }
    }
    let links = text
        .links
        .iter()
        .take(MOST - found.findings.len().min(MOST));
    found.findings.extend(links.map(|address| {
        let finding = Finding {
            whose: Whose::Elsewhere,
            why: Why::Link,
            words: address.clone(),
            before: String::new(),
            behind: String::new(),
            line: 1,
        };
        ("links".to_owned(), finding)
    }));
    found
}
