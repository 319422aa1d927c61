//! An installation with some events.

use app::App;
use app::audit::{Verdict, Verified, verify_log};
use app::jobs::{SEAL_AUDIT, run_due_once};
use domain::audit::Fact;
use domain::audit::log::Breach;
use domain::ids::{OrganizationId, PersonId};
use domain::people::{Actor, Membership, Role};
use serde_json::json;
use store::{Statement, Store, Value, args};
use testkit::World;

/// Somebody with that role.
pub fn actor(role: Role) -> Actor {
    Actor {
        person: PersonId::from_u128(1),
        memberships: vec![Membership {
            organization: OrganizationId::from_u128(1),
            role,
        }],
    }
}

/// A world in which nothing happened.
pub fn world(store: Store) -> World {
    World::over(store).unwrap()
}

/// The same with two organizations; [`actor`] is somebody of the first, which runs the installation.
pub async fn tended(store: Store) -> World {
    let world = world(store);
    let insert =
        "INSERT INTO organization (id, slug, name, kind, time_zone, issues, accent, created_at)
                  VALUES ($1, $2, $2, 'district', 'UTC', 0, 'plum', 0)";
    for (n, slug) in [(1, "first"), (2, "second")] {
        run(
            &world.app,
            insert,
            args![OrganizationId::from_u128(n), slug],
        )
        .await;
    }
    world
}

/// So many events happen, in one unit.
pub async fn happen(app: &App, count: u32) {
    app.write(move |unit| {
        for n in 0..count {
            let fact = Fact::of("thing-done", "thing", n)
                .by(
                    PersonId::from_u128(u128::from(n % 2) + 1),
                    Some(Role::Educator),
                )
                .with(json!({"n": n}));
            unit.record(fact, &n)?;
        }
        Ok(())
    })
    .await
    .unwrap();
}

/// Seals what waits, as the job does; the job of half a minute later is left waiting.
pub async fn seal(app: &App) {
    let asked = app.write(|unit| unit.ask(SEAL_AUDIT, &json!({}), None));
    asked.await.unwrap();
    let drained = run_due_once(app).await.unwrap();
    assert_eq!((drained.failed, drained.buried), (0, 0));
}

/// What is proved.
pub async fn sound(app: &App) -> Verified {
    match verify_log(app, None).await.unwrap() {
        Verdict::Sound(found) => found,
        Verdict::Breached(breach) => panic!("{breach}"),
    }
}

/// The first place where the log is not what was sealed.
pub async fn breach(app: &App) -> Breach {
    match verify_log(app, None).await.unwrap() {
        Verdict::Sound(found) => panic!("nothing was found in {found:?}"),
        Verdict::Breached(breach) => breach,
    }
}

/// Runs a statement in a unit of its own; it touches rows.
pub async fn run<const N: usize>(app: &App, sql: &'static str, args: [Value; N]) {
    let statement = Statement { name: "test", sql };
    let work = move |tx: &store::Tx| tx.execute(&statement, &args);
    assert!(app.store.write(work).await.unwrap() > 0, "{sql}");
}

/// Runs a statement without values.
pub async fn meddle(app: &App, sql: &'static str) {
    run(app, sql, args![]).await;
}
