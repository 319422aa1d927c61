//! Sealing: events get their places in the log, and a signed head vouches for them. Those who record
//! events never wait for it.

use std::sync::Arc;

use credential::multikey::SecretKey;
use domain::audit::log::Head;
use domain::audit::merkle::{Tree, to_hex};
use store::audit::log;

use super::key;
use crate::{App, Failure, Outcome, Unit};

/// Events that one head adds at most.
const BATCH: u32 = 500;

/// Seals all events that wait. Idempotent: what is sealed has its place for ever.
pub(crate) async fn seal_events(app: &App) -> Outcome<()> {
    let key = Arc::new(key::open_or_make(app).await?);
    loop {
        let key = Arc::clone(&key);
        let sealed = app.write(move |unit| seal_batch(unit, &key)).await?;
        if sealed < BATCH as usize {
            return Ok(());
        }
    }
}

/// The last head, to be kept elsewhere.
pub async fn last_head(app: &App) -> Outcome<Option<Head>> {
    app.read(|unit| Ok(log::last_head(unit.tx)?)).await
}

fn seal_batch(unit: &Unit<'_>, key: &SecretKey) -> Outcome<usize> {
    let waiting = log::unsealed(unit.tx, BATCH)?;
    if waiting.is_empty() {
        return Ok(0);
    }
    let mut tree = log::tree(unit.tx)?;
    check(unit, &tree)?;
    for line in &waiting {
        let leaf = line.entry.leaf();
        log::seal(unit.tx, &line.entry.id, tree.size(), &to_hex(&leaf))?;
        tree.push(leaf);
    }
    let (size, root) = (tree.size(), to_hex(&tree.root()));
    let signature = key.sign(Head::text(size, &root, unit.now).as_bytes());
    let head = Head {
        size,
        root,
        at: unit.now,
        signature: signature.iter().map(|byte| format!("{byte:02x}")).collect(),
    };
    log::add_head(unit.tx, &head, &tree)?;
    Ok(waiting.len())
}

/// Goes on only from what the last head says: a log that was tampered with is not vouched for again.
fn check(unit: &Unit<'_>, tree: &Tree) -> Outcome<()> {
    let fits = match log::last_head(unit.tx)? {
        None => tree.size() == 0,
        Some(head) => head.size == tree.size() && head.root == to_hex(&tree.root()),
    };
    fits.then_some(()).ok_or_else(|| {
        Failure::broken(
            "the audit log does not go on from its last head: run `testamur audit verify`",
        )
    })
}
