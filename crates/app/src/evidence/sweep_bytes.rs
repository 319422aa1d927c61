//! Deletes bytes to which nothing refers any more: of pieces that were removed and that no submission
//! rests on, of uploads that were refused at the end, and what a restored backup brought back.

use domain::audit::Fact;
use domain::evidence::sweep::{INTERRUPTED_AFTER, LONGEST_DELETION, YOUNGEST};
use domain::ids::OrganizationId;
use domain::time::{SignedDuration, Timestamp};
use futures::TryStreamExt;
use store::blob::{ContentHash, Shelf};
use store::evidence::sweep;

use crate::{App, Failure, Outcome};

/// Pieces about which one unit asks.
const BATCH: usize = 200;
/// The most interrupted deletions that are finished at once.
const MOST_INTERRUPTED: u32 = 1000;

/// Deletes them, shelf by shelf; answers how many. Idempotent, and safe beside uploads and beside
/// another sweep.
pub(crate) async fn sweep_bytes(app: &App) -> Outcome<u64> {
    let mut swept = finish_interrupted(app).await?;
    let before = earlier(app.clock.now(), YOUNGEST);
    for organization in app.blobs.shelves().await? {
        let shelf = app.blobs.shelf(organization, None);
        let mut batch = Vec::with_capacity(BATCH);
        let mut pieces = shelf.list();
        while let Some(piece) = pieces.try_next().await? {
            if piece.stored_at < before {
                batch.push(piece.hash);
            }
            if batch.len() == BATCH {
                let full = std::mem::take(&mut batch);
                swept += sweep_batch(app, &shelf, organization, full).await?;
            }
        }
        swept += sweep_batch(app, &shelf, organization, batch).await?;
    }
    Ok(swept)
}

/// What a sweep marked and did not live to delete.
async fn finish_interrupted(app: &App) -> Outcome<u64> {
    let before = earlier(app.clock.now(), INTERRUPTED_AFTER);
    let left = app
        .read(move |unit| Ok(sweep::interrupted(unit.tx, before, MOST_INTERRUPTED)?))
        .await?;
    let mut finished = 0;
    for (organization, hash) in left {
        let shelf = app.blobs.shelf(organization, None);
        finished += u64::from(delete(app, &shelf, organization, hash).await?);
    }
    Ok(finished)
}

async fn sweep_batch(
    app: &App,
    shelf: &Shelf,
    organization: OrganizationId,
    batch: Vec<ContentHash>,
) -> Outcome<u64> {
    if batch.is_empty() {
        return Ok(0);
    }
    let loose = app
        .read(move |unit| {
            let mut loose = Vec::new();
            for hash in &batch {
                if !sweep::is_held(unit.tx, organization, *hash)? {
                    loose.push(*hash);
                }
            }
            Ok(loose)
        })
        .await?;
    let mut swept = 0;
    for hash in loose {
        // What was found only looked; this decides.
        let is_ours = app
            .write(move |unit| {
                Ok(!sweep::is_held(unit.tx, organization, hash)?
                    && sweep::mark_going(unit.tx, organization, hash, unit.now)?)
            })
            .await?;
        if is_ours {
            swept += u64::from(delete(app, shelf, organization, hash).await?);
        }
    }
    Ok(swept)
}

/// Deletes bytes that are marked as going; answers whether they were there.
async fn delete(
    app: &App,
    shelf: &Shelf,
    organization: OrganizationId,
    hash: ContentHash,
) -> Outcome<bool> {
    let deletion = tokio::time::timeout(LONGEST_DELETION, shelf.delete(hash));
    let was_there = deletion.await.map_err(Failure::broken)??;
    app.write(move |unit| {
        if sweep::mark_gone(unit.tx, organization, hash, unit.now)? {
            let detail = serde_json::json!({ "organization": organization });
            unit.record(
                Fact::of("bytes-deleted", "bytes", hash).with(detail),
                &"deleted",
            )?;
        }
        Ok(())
    })
    .await?;
    Ok(was_there)
}

fn earlier(now: Timestamp, by: SignedDuration) -> Timestamp {
    now.checked_sub(by).unwrap_or(Timestamp::MIN)
}
