//! Ten thousand micro-credentials on SQLite, two thousand on PostgreSQL, where each row is a round
//! trip: the number of statements of a page does not grow, and its time is printed
//! (`cargo nextest run -p app many --no-capture`).

use std::sync::LazyLock;
use std::time::Instant;

use domain::catalogue::facets::Profile;
use domain::catalogue::search::Searched;
use domain::catalogue::{Card, Content};
use store::catalogue::{MicroCredential, NewListing, NewVersion};
use store::{Store, StoreError};
use testkit::Failure;
use testkit::database::{Kind, run};

use crate::fixture::{ISSUERS, content, found, world};

/// In one transaction.
const BATCH: u32 = 1_000;

const WORDS: [&str; 20] = [
    "questions",
    "feedback",
    "reading",
    "routines",
    "families",
    "phonics",
    "inquiry",
    "sources",
    "talk",
    "praise",
    "redirection",
    "repair",
    "growth",
    "check",
    "learning",
    "evidence",
    "group",
    "language",
    "number",
    "science",
];

async fn fill(store: &Store, many: u32) {
    for batch in 0..many / BATCH {
        let done: Result<(), StoreError> = store
            .write(move |tx| (batch * BATCH..(batch + 1) * BATCH).try_for_each(|n| add(tx, n)))
            .await;
        done.unwrap();
    }
}

/// One published micro-credential, made of its number.
fn add(tx: &store::Tx, n: u32) -> Result<(), StoreError> {
    use domain::ids::{MicroCredentialId, VersionId};
    let word = |k: u32| WORDS[(n.wrapping_mul(2_654_435_761) >> k) as usize % WORDS.len()];
    static MODEL: LazyLock<Content> = LazyLock::new(|| content("MODEL", "A model"));
    let mut it = MODEL.clone();
    it.code = format!("C{n}").parse().unwrap();
    it.title = format!("{} and {} {n}", word(3), word(9));
    it.competency = format!("You use {} so that {} follows.", word(5), word(12));
    it.summary = format!(
        "Reading about {} and {}. {}",
        word(7),
        word(17),
        "Evidence counts. ".repeat(20)
    );
    it.level = ["novice", "foundation", "proficient", "advanced"][n as usize % 4]
        .parse()
        .unwrap();
    it.hours = 3 + u16::try_from(n % 37).unwrap();
    it.students_needed = n.is_multiple_of(3);
    it.roles = vec![word(2).to_owned()];
    let (card, profile) = (Card::of(&it), Profile::of(&it));
    let json = serde_json::to_string(&it).unwrap();
    let (micro_credential, version) = (
        MicroCredentialId::from_u128(u128::from(n) + 1),
        VersionId::from_u128(u128::from(n) + 1),
    );
    let organization = ISSUERS[n as usize % 2];
    let now = testkit::database::start_of_time();
    let (slug, code) = (format!("c-{n}"), format!("C{n}"));
    store::catalogue::insert(
        tx,
        &MicroCredential {
            id: micro_credential,
            organization,
            slug: &slug,
            code: &code,
            created_at: now,
        },
    )?;
    store::catalogue::insert_version(
        tx,
        &NewVersion {
            id: version,
            micro_credential,
            number: 1,
            title: &it.title,
            competency: &it.competency,
            level: it.level.as_str(),
            hours: it.hours,
            rubric: "r",
            content: &json,
            content_hash: "h",
            changes: None,
            created_at: now,
        },
    )?;
    store::catalogue::publish(tx, micro_credential, version, now)?;
    let words = Searched::of(&it, "Larkfield Institute");
    store::catalogue::list(
        tx,
        &NewListing {
            version,
            organization,
            card: &card,
            profile: &profile,
            words: &words,
        },
    )
}

#[test]
fn ten_thousand_are_searched_with_two_statements() -> Result<(), Failure> {
    run(Kind::Sqlite, async |store| searched(store, 10_000).await)
}

#[test]
fn two_thousand_are_searched_with_two_statements_elsewhere() -> Result<(), Failure> {
    run(Kind::Postgres, async |store| searched(store, 2_000).await)
}

async fn searched(store: Store, many: u32) {
    let world = world(store).await;
    let app = &world.app;
    fill(&app.store, many).await;
    let narrow: &[(&str, &str)] = &[("level", "advanced"), ("students", "needed")];
    for (what, words, chosen) in [
        ("all", "", &[][..]),
        ("narrowed", "", narrow),
        ("rare word", "1876", &[]),
        ("common word", "evidence", &[]),
        ("two common words", "evidence reading", &[]),
        ("prefix", "r", &[]),
        ("common, narrowed", "evidence", narrow),
    ] {
        let before = app.store.statements_run();
        let page = found(app, words, chosen).await;
        assert_eq!(app.store.statements_run() - before, 2, "{what}");
        assert!(page.total > 0 && !page.offers.is_empty(), "{what}");
        let mut times: Vec<u128> = Vec::new();
        for _ in 0..9 {
            let start = Instant::now();
            found(app, words, chosen).await;
            times.push(start.elapsed().as_micros());
        }
        times.sort_unstable();
        #[allow(clippy::print_stdout, reason = "a time to be read")]
        {
            println!(
                "{what}: {} of {many} found, median {} us",
                page.total, times[4]
            );
        }
    }
    let before = app.store.statements_run();
    assert!(found(app, "nothing at all", &[]).await.offers.is_empty());
    assert!(app.store.statements_run() - before <= 3);
}
