//! The leak test: signed in as each assessor, every page, answer for programs, file, letter, search and error is read,
//! and nothing in it may name the educator, their school or their district. And the reverse: nothing that the educator
//! can reach names an assessor.
//!
//! Every route of the table is called with everything that there is to ask for; links on pages are followed. A new
//! route is therefore part of the test before anybody thinks of it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod crawl;
#[path = "../../../app/tests/review/fixture.rs"]
#[allow(dead_code, reason = "the tests of the use cases need more of it")]
mod fixture;
mod world;

use domain::ids::PersonId;
use domain::review::Seat;
use store::Store;

use crawl::Crawl;
use fixture::{COLLEAGUE, EDUCATOR, FIRST, LEAD, NEIGHBOUR, OTHER_LEAD, SECOND, person};
use world::{Planted, handed_in};

/// Everybody who assesses.
const ASSESSORS: [u128; 6] = [FIRST, SECOND, COLLEAGUE, NEIGHBOUR, LEAD, OTHER_LEAD];

/// What no assessor may read. Words of the names are distinct from every word of the product.
fn of_educator() -> Vec<String> {
    let names = [
        "Delgado", "Quinn", "mara@", "Alder", "alder", "Tamarack", "Quillfeather", "Mossgrove",
    ];
    let mut all: Vec<_> = names.map(str::to_owned).to_vec();
    all.push(person(EDUCATOR).to_string());
    all
}

/// What the educator may not read.
fn of_assessors() -> Vec<String> {
    let names = [
        "Haverford", "Okonkwo", "Abellard", "Samir", "Sorel", "Petra", "joel@", "ines@", "noor@",
        "samir@", "amina@", "petra@",
    ];
    let ids = ASSESSORS.map(|it| person(it).to_string());
    names.map(str::to_owned).into_iter().chain(ids).collect()
}

async fn letters(planted: &Planted, of: PersonId) -> String {
    let read = move |tx: &store::Tx| {
        let statement = store::Statement {
            name: "test",
            sql: "SELECT kind, parameters FROM letter WHERE person_id = $1",
        };
        let rows = tx.rows(&statement, &store::args![of])?;
        let text = |row: &store::Row| -> Result<String, store::StoreError> {
            let (kind, values): (String, String) = (row.get("kind")?, row.get("parameters")?);
            Ok(format!("{kind} {values}"))
        };
        rows.iter().map(text).collect::<Result<Vec<_>, _>>()
    };
    planted.small.app().store.read(read).await.unwrap().join("\n")
}

async fn no_assessor_learns_anything(planted: &Planted, assessors: &[u128]) {
    let mut files = 0;
    for n in assessors.iter().copied() {
        let mut crawl = Crawl::of(planted, person(n), of_educator()).await;
        // What an assessor says of themselves: two of them work in that district, one at that school.
        crawl.allow_own(n, planted).await;
        crawl.everything().await;
        crawl.searches("Delgado", "Zzyzxqq").await;
        crawl.errors().await;
        assert!(crawl.seen > 40, "{} pages are a crawl", crawl.seen);
        crawl.check("letters", letters(planted, person(n)).await.as_bytes());
        files += crawl.files;
    }
    assert!(files >= 4, "renditions were read: {files}");
}

async fn the_educator_learns_nothing(planted: &Planted) {
    let mut crawl = Crawl::of(planted, person(EDUCATOR), of_assessors()).await;
    crawl.everything().await;
    crawl.searches("Haverford", "Zzyzxqq").await;
    crawl.errors().await;
    assert!(crawl.seen > 40, "{} pages are a crawl", crawl.seen);
    assert!(crawl.files >= 2, "the educator reads the originals");
    crawl.check("letters", letters(planted, person(EDUCATOR)).await.as_bytes());
}

testkit::each_database! {
    async fn nobody_learns_who_the_other_is_while_reviews_are_open_nor_after_not_yet(store: Store) {
        let planted = handed_in(store).await;
        for seat in [Seat::First, Seat::Second] {
            planted.open(seat).await;
        }
        no_assessor_learns_anything(&planted, &ASSESSORS).await;
        the_educator_learns_nothing(&planted).await;
        let not_yet = [("timing", 2, "Count once more."), ("discomfort", 3, "Well said.")];
        for seat in [Seat::First, Seat::Second] {
            planted.small.score(planted.submission, seat, &not_yet).await;
        }
        no_assessor_learns_anything(&planted, &[FIRST, SECOND, LEAD]).await;
        the_educator_learns_nothing(&planted).await;
    }
}

#[test]
#[should_panic(expected = "tells")]
fn a_leak_is_noticed() {
    let crawl = Crawl::looking_for(vec!["Delgado".to_owned()]);
    crawl.check("a page", b"<p>by Delgado</p>");
}

#[test]
#[should_panic(expected = "tells")]
fn a_leak_inside_a_file_is_noticed() {
    let crawl = Crawl::looking_for(vec!["Quillfeather".to_owned()]);
    crawl.check("a file", &world::file("paper.docx"));
}
