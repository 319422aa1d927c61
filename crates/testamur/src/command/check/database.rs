//! What the database can tell: its form, the clock, jobs, the keys of issuers.

use std::sync::Arc;

use app::Clock as _;
use app::award::{KeyStanding, issuer_key_standing};
use domain::ids::{self, EventId};
use domain::time::{SignedDuration, Timestamp};
use store::blob::MasterKey;
use store::people::operator;
use store::system::event;
use store::system::job::{self, Which};
use store::{Address, MigrationStanding, Options, Store, StoreError, Tx};

use super::line::Line;
use crate::config::Config;
use crate::world::SystemClock;

const DATABASE: &str = "database";
const MIGRATIONS: &str = "migrations";
const CLOCK: &str = "clock";
const JOBS: &str = "jobs";
const KEYS: &str = "issuer keys";
/// A job that waits longer than this waits for a server that does not run, or is overrun.
const LONG_WAIT: SignedDuration = SignedDuration::from_mins(15);
/// The most dead jobs that are counted.
const MOST_JOBS: u32 = 1000;
/// Issuers that are read at once.
const PAGE: u32 = 100;

/// Everything that the database tells. Without a master key the keys are not tried.
pub(super) async fn lines(config: &Config, key: Option<Arc<MasterKey>>) -> Vec<Line> {
    let address = config.database();
    if let Address::Sqlite(path) = &address
        && !path.is_file()
    {
        let fix = "Start `testamur serve` once, or correct --config or --data.";
        return vec![Line::wrong(
            DATABASE,
            format!("{} is not there", path.display()),
            fix,
        )];
    }
    let store = match Store::open(
        &address,
        Options {
            readers: 1,
            ..Options::default()
        },
    )
    .await
    {
        Ok(store) => store,
        Err(error) => {
            return vec![Line::wrong(
                DATABASE,
                error,
                "Correct the address, or start the database.",
            )];
        }
    };
    let mut lines = vec![Line::ok(DATABASE, name(&address))];
    match store.migration_standing().await {
        Ok(standing) => {
            let is_current = standing.missing.is_empty();
            lines.push(migrations(&standing));
            if is_current {
                lines.extend(inside(&store, key).await);
            }
        }
        Err(error) => lines.push(Line::wrong(
            MIGRATIONS,
            error,
            "Start `testamur serve` once: it makes the tables.",
        )),
    }
    store.close().await;
    lines
}

/// Without the password that a PostgreSQL address may have.
fn name(address: &Address) -> String {
    match address {
        Address::Sqlite(path) => format!("SQLite, {}", path.display()),
        Address::Postgres(_) => "PostgreSQL answers".to_owned(),
    }
}

fn migrations(standing: &MigrationStanding) -> Line {
    match (standing.missing.as_slice(), standing.unknown.as_slice()) {
        ([], []) => Line::ok(MIGRATIONS, "all applied"),
        (_, [_, ..]) => {
            let found = format!(
                "the database has {:?}, which this program does not know",
                standing.unknown
            );
            Line::wrong(MIGRATIONS, found, "Use the newer program that made them.")
        }
        (missing, []) => {
            let found = format!("{missing:?} are missing");
            Line::wrong(
                MIGRATIONS,
                found,
                "Start `testamur serve` of this version: it applies them.",
            )
        }
    }
}

async fn inside(store: &Store, key: Option<Arc<MasterKey>>) -> Vec<Line> {
    let now = SystemClock.now();
    let looked = store.read(move |tx| {
        let mut lines = vec![clock(tx, now)?];
        lines.extend(jobs(tx, now)?);
        if let Some(key) = &key {
            lines.extend(keys(tx, key)?);
        }
        Ok::<_, StoreError>(lines)
    });
    looked.await.unwrap_or_else(|error| {
        vec![Line::wrong(
            DATABASE,
            error,
            "Restore a backup, or ask for help.",
        )]
    })
}

/// Ids of events sort by time: one behind an id of now comes from the future.
fn clock(tx: &Tx, now: Timestamp) -> Result<Line, StoreError> {
    let id: EventId = ids::ordered(now, [0xff; 10]);
    Ok(match event::after(tx, Some(id), 1)?.first() {
        None => Line::ok(CLOCK, now),
        Some(it) => {
            let found = format!("it is {now} here, but something was recorded at {}", it.at);
            Line::wrong(CLOCK, found, "Set the clock, and keep it set with NTP.")
        }
    })
}

fn jobs(tx: &Tx, now: Timestamp) -> Result<Vec<Line>, StoreError> {
    let dead = job::list(tx, Which::Dead, None, MOST_JOBS)?;
    let mut lines = vec![match dead.first() {
        None => Line::ok(JOBS, "none was given up"),
        Some(first) => {
            let error = first.error.as_deref().unwrap_or("no reason kept");
            let found = format!(
                "{} given up; the first, {}: {error}",
                dead.len(),
                first.kind
            );
            Line::warning(
                JOBS,
                found,
                "Mend the cause, then run `testamur jobs retry`.",
            )
        }
    }];
    // The oldest of those that are due, not of those that are to run some day.
    let waiting = job::list(tx, Which::Waiting, None, MOST_JOBS)?;
    let oldest = waiting
        .iter()
        .filter(|it| it.run_after <= now)
        .min_by_key(|it| it.run_after);
    lines.push(match oldest {
        Some(it) if now.duration_since(it.run_after) > LONG_WAIT => {
            let found = format!("{} has been due since {}", it.kind, it.run_after);
            Line::warning(
                JOBS,
                found,
                "Is the server running? Its log says what it does.",
            )
        }
        Some(it) => Line::ok(
            JOBS,
            format!("the oldest has been due since {}", it.run_after),
        ),
        None => Line::ok(JOBS, "none waits"),
    });
    Ok(lines)
}

fn keys(tx: &Tx, key: &MasterKey) -> Result<Vec<Line>, StoreError> {
    let (mut lines, mut open, mut after) = (Vec::new(), 0, String::new());
    loop {
        let page = operator::issuers(tx, &after, PAGE)?;
        for it in &page {
            match issuer_key_standing(tx, key, it.id)? {
                KeyStanding::Opens => open += 1,
                KeyStanding::Missing => {
                    let fix = "None is needed before its first micro-credential is published.";
                    lines.push(Line::warning(
                        KEYS,
                        format!("{} has none yet", it.slug.as_str()),
                        fix,
                    ));
                }
                KeyStanding::Sealed => {
                    let found =
                        format!("the master key does not open that of {}", it.slug.as_str());
                    lines.push(Line::wrong(
                        KEYS,
                        found,
                        "Put back the master key that was used when it was made.",
                    ));
                }
            }
        }
        match page.last() {
            Some(last) if page.len() == PAGE as usize => after = last.slug.as_str().to_owned(),
            _ => break,
        }
    }
    lines.insert(0, Line::ok(KEYS, format!("{open} can sign")));
    Ok(lines)
}
