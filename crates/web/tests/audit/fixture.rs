//! An installation with an administrator.

use app::App;
use domain::ids::{OrganizationId, PersonId};
use store::{Statement, Store, Value, args};
use testkit::World;

pub const ADA: PersonId = PersonId::from_u128(1);
const PLACE: OrganizationId = OrganizationId::from_u128(2);

/// A world with Ada, who administers.
pub async fn world(store: Store) -> World {
    let world = World::over(store).unwrap();
    let app = &world.app;
    run(
        app,
        "INSERT INTO organization (id, slug, name, kind, time_zone, issues, accent, created_at)
         VALUES ($1, 'riverbend', 'Riverbend', 'district', 'America/Denver', 0, 'plum', 0)",
        args![PLACE],
    )
    .await;
    run(
        app,
        "INSERT INTO person (id, name, language, created_at) VALUES ($1, 'Ada Vale', 'en', 0)",
        args![ADA],
    )
    .await;
    run(app, "INSERT INTO membership (id, person_id, organization_id, role, since) VALUES ($1, $1, $2, 'administrator', 0)", args![ADA, PLACE]).await;
    world
}

/// Runs a statement in a unit of its own.
pub async fn run<const N: usize>(app: &App, sql: &'static str, args: [Value; N]) {
    let statement = Statement { name: "test", sql };
    let work = move |tx: &store::Tx| tx.execute(&statement, &args);
    app.store.write(work).await.unwrap();
}
