//! Proving the audit log.

use store::{Address, Options, Statement, Store};

use crate::program::Bench;

#[test]
fn a_log_that_nobody_sealed_yet_is_sound_and_has_no_head() {
    let bench = Bench::with_an_installation();
    let verified = bench.run(&["audit", "verify"]);
    assert_eq!(verified.code, 0, "{}", verified.error);
    assert!(
        verified.out.contains("Nothing is sealed yet"),
        "{}",
        verified.out
    );
    assert_eq!(bench.run(&["audit", "head"]).code, 1);
}

#[test]
fn an_event_that_claims_a_place_in_the_log_is_named() {
    let bench = Bench::with_an_installation();
    let address = Address::Sqlite(bench.path("testamur-data/testamur.db"));
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let store = Store::open(&address, Options::default()).await.unwrap();
        let meddling = Statement {
            name: "test",
            sql: "UPDATE event SET position = 0, leaf = '' WHERE id = (SELECT min(id) FROM event)",
        };
        let changed = store.write(move |tx| tx.execute(&meddling, &[])).await;
        assert_eq!(changed.unwrap(), 1);
        store.close().await;
    });
    let verified = bench.run(&["audit", "verify", "--json"]);
    assert_eq!(verified.code, 1, "{}", verified.error);
    let json: serde_json::Value = serde_json::from_str(&verified.out).unwrap();
    assert_eq!(json["sound"], false);
    assert!(
        json["breach"]
            .as_str()
            .unwrap()
            .contains("at position 0 was put in"),
        "{json}"
    );
}

#[test]
fn a_head_that_is_none_is_refused() {
    let bench = Bench::with_an_installation();
    bench.write("head.json", "{}");
    bench
        .run(&["audit", "verify", "--head", "head.json"])
        .refused("head.json");
}
