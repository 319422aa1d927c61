//! Long random histories of many people through the use cases, on both databases: every step is
//! held against a transition table that is written down a second time, and after every step the
//! invariants of the whole database hold.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

#[allow(dead_code, reason = "shared with the tests of the room")]
#[path = "../pursuit/fixture.rs"]
mod fixture;
mod invariants;
mod people;
mod table;

use std::collections::BTreeMap;

use jiff::SignedDuration;
use store::Store;

use people::{Act, Chance, Town};

/// Steps of one history, one after the other.
const STEPS: usize = 140;
/// Rounds of one history in which several people act at once.
const ROUNDS: usize = 25;
/// Seeds of the histories; others by TESTAMUR_SEED, one number.
const SEEDS: [u64; 2] = [7, 42];

fn seeds() -> Vec<u64> {
    let wanted = std::env::var("TESTAMUR_SEED").ok();
    wanted
        .and_then(|it| it.parse().ok())
        .map_or_else(|| SEEDS.to_vec(), |seed| vec![seed])
}

/// One history after another, until the seeds are used up. Each takes a place of its own in time.
async fn play(store: Store) {
    let town = Town::over(store).await;
    for seed in seeds() {
        let mut chance = Chance::of(seed);
        for step in 0..STEPS {
            let act = Act::drawn(&mut chance);
            let before = town.pursuits().await;
            let done = town.act(act, &mut chance).await;
            let after = town.pursuits().await;
            let what = format!("seed {seed}, step {step}: {act:?} {done:?}");
            check(&what, act, done.is_ok(), &before, &after);
            invariants::hold(&town.world.app, &what).await;
        }
        town.forward(SignedDuration::from_hours(24 * 400)).await;
    }
    let steps = town.kinds().await;
    for needed in [
        "submission-made",
        "submission-taken-back",
        "review-opened",
        "decision-released",
    ] {
        assert!(
            steps.contains_key(needed),
            "no history came to {needed}: {steps:?}"
        );
    }
}

fn check(
    what: &str,
    act: Act,
    is_done: bool,
    before: &BTreeMap<String, table::Place>,
    after: &BTreeMap<String, table::Place>,
) {
    for (id, now) in after {
        match before.get(id) {
            Some(was) if was == now => {}
            Some(was) => {
                assert!(is_done, "{what}: refused, and yet {was:?} became {now:?}");
                assert!(
                    table::leads(was, act.word(), now),
                    "{what}: {was:?} became {now:?}"
                );
            }
            None => assert_eq!(now, &table::Place::begun(), "{what}: begun as {now:?}"),
        }
    }
    assert!(
        before.keys().all(|id| after.contains_key(id)),
        "{what}: a pursuit is gone"
    );
}

/// Several people act at once; whatever the order was, the invariants hold.
async fn crowd(store: Store) {
    let town = Town::over(store).await;
    let mut chance = Chance::of(77);
    for round in 0..ROUNDS {
        let acts: Vec<_> = (0..4)
            .map(|_| (Act::drawn(&mut chance), chance.fork()))
            .collect();
        let what = format!("round {round}: {acts:?}");
        let all = acts.into_iter().map(|(act, mut chance)| {
            let town = &town;
            async move { town.act(act, &mut chance).await }
        });
        for done in futures::future::join_all(all).await {
            let _: people::Done = done;
        }
        invariants::hold(&town.world.app, &what).await;
    }
}

testkit::each_database! {
    async fn every_step_of_a_long_history_follows_the_table_and_leaves_the_database_true(store: Store) {
        play(store).await;
    }

    async fn people_who_act_at_once_leave_the_database_true(store: Store) {
        crowd(store).await;
    }
}
