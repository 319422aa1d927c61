//! The demo district is made by the rules of the product, and holds work in every state.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};

use app::award::{list_awards, view_award};
use app::catalogue::{ListAsked, list, look_stack};
use app::people::{DemoPerson, list_demo_people};
use app::pursuit::{HomeLine, Step, view_home};
use app::{App, Mode};
use domain::ids::PersonId;
use domain::people::{Actor, Role};
use store::Store;
use testamur::demo::{load, loaded_at};
use testkit::World;

async fn world(store: Store) -> World {
    let world = World::in_mode(store, Mode::Demo).unwrap();
    load(&world.app).await.unwrap();
    world
}

async fn people(app: &App) -> BTreeMap<String, DemoPerson> {
    let people = list_demo_people(app).await.unwrap();
    people.into_iter().map(|it| (it.name.clone(), it)).collect()
}

async fn actor(app: &App, name: &str) -> Actor {
    let person = people(app).await[name].person;
    actor_of(app, person).await
}

async fn actor_of(app: &App, person: PersonId) -> Actor {
    let found = app.read(move |unit| Ok(store::people::actor_of(unit.tx, person, unit.now)?));
    found.await.unwrap()
}

async fn steps(app: &App, name: &str) -> Vec<&'static str> {
    let actor = actor(app, name).await;
    let home = view_home(app, &actor, None).await.unwrap();
    let word = |it: &HomeLine| match it.step {
        Step::Draft { .. } => "draft",
        Step::WithAssessors { .. } => "with assessors",
        Step::NotYet { .. } => "not yet",
        Step::Returned { .. } => "returned",
        Step::Aside { .. } => "aside",
        Step::Awarded { .. } => "awarded",
    };
    home.lines.iter().map(word).collect()
}

testkit::each_database! {
    async fn there_is_somebody_of_every_role_and_nobody_has_a_password(store: Store) {
        let world = world(store).await;
        let people = people(&world.app).await;
        assert_eq!(people.len(), 16);
        let roles: BTreeSet<Role> = people.values().flat_map(|it| it.roles.clone()).collect();
        assert_eq!(roles, BTreeSet::from(Role::ALL));
        for person in people.values().map(|it| it.person) {
            let read = move |tx: &store::Tx| store::people::password::of_person(tx, person);
            assert_eq!(world.app.store.read(read).await.unwrap(), None);
        }
    }

    async fn both_micro_credentials_are_published(store: Store) {
        let world = world(store).await;
        let page = list(&world.app, ListAsked::default()).await.unwrap();
        let titles: BTreeSet<_> = page.offers.iter().map(|it| it.card.title.as_str()).collect();
        assert_eq!(titles, BTreeSet::from(["Teach Your Routines", "Wait Time That Works"]));
    }

    async fn a_stack_leads_through_both(store: Store) {
        let world = world(store).await;
        let slug = "calm-rooms-curious-talk".to_owned();
        let holder = actor(&world.app, "Caleb Winterbourne").await;
        let looked = look_stack(&world.app, Some(holder.person), slug).await.unwrap();
        let missing: Vec<_> = looked.progress.iter().map(|it| it.missing).collect();
        assert_eq!(missing, [1, 0]);
        assert_eq!(looked.award, None);
    }

    async fn there_is_work_in_every_state(store: Store) {
        let world = world(store).await;
        let expected = [
            ("Mara Delgado-Quinn", "draft"),
            ("Samir Lund-Okafor", "with assessors"),
            ("Hana Petrosyan", "not yet"),
            ("Caleb Winterbourne", "awarded"),
        ];
        for (name, step) in expected {
            assert_eq!(steps(&world.app, name).await, [step], "{name}");
        }
    }

    async fn what_waits_lies_on_the_desks_of_two_assessors(store: Store) {
        let world = world(store).await;
        let mut waiting = Vec::new();
        for person in people(&world.app).await.into_values() {
            let actor = actor_of(&world.app, person.person).await;
            let desk = app::review::view_desk(&world.app, &actor, None).await.unwrap();
            waiting.extend(desk.reviews.into_iter().map(|it| it.code));
        }
        assert_eq!(waiting.len(), 2);
        assert_eq!(waiting[0], waiting[1]);
    }

    async fn a_stranger_can_check_the_award(store: Store) {
        let world = world(store).await;
        let holder = actor(&world.app, "Caleb Winterbourne").await;
        let held = list_awards(&world.app, holder.person, None).await.unwrap();
        assert_eq!(held.awards.len(), 1);
        let shown = view_award(&world.app, None, held.awards[0].award).await.unwrap();
        let report = shown.verification.unwrap().report;
        assert!(report.verified, "{report:?}");
    }

    async fn it_says_that_it_is_complete_and_nothing_is_left_to_do(store: Store) {
        let world = World::in_mode(store, Mode::Demo).unwrap();
        assert_eq!(loaded_at(&world.app).await.unwrap(), None);
        load(&world.app).await.unwrap();
        assert_eq!(loaded_at(&world.app).await.unwrap().as_deref(), Some("http://localhost:8080"));
        let drained = app::jobs::run_due_once(&world.app).await.unwrap();
        assert_eq!(drained, app::jobs::Drained::default());
    }
}
