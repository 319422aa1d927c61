use app::Failure;
use app::audit::{Filter, Looked, look_into_log};
use app::jobs::{Which, list_jobs};
use app::letters::list_outbox;
use domain::ids::{OrganizationId, PersonId};
use domain::people::Role;
use domain::refusal::Refuse;
use domain::time::SignedDuration;
use store::{Store, args};

use super::fixture::{actor, happen, run, tended};

fn kinds(found: &Looked) -> Vec<&str> {
    found
        .events
        .iter()
        .map(|it| it.line.entry.kind.as_str())
        .collect()
}

testkit::each_database! {
    async fn those_who_run_the_installation_look_and_that_is_on_record_once_a_day(store: Store) {
        let world = tended(store).await;
        let app = &world.app;
        happen(app, 2).await;
        world.clock.advance(SignedDuration::from_secs(1));
        let me = actor(Role::Administrator);
        let look = async || look_into_log(app, &me, Filter::default(), None).await.unwrap();
        let found = look().await;
        assert_eq!(kinds(&found), ["audit-opened", "thing-done", "thing-done"]);
        assert_eq!(found.events[0].line.entry.role, "administrator");
        assert_eq!(look().await.events.len(), 3);
        world.clock.advance(SignedDuration::from_hours(24));
        assert_eq!(look().await.events.len(), 4);
    }

    async fn nobody_else_looks(store: Store) {
        let world = tended(store).await;
        for role in Role::ALL.into_iter().filter(|it| *it != Role::Administrator) {
            let refused = look_into_log(&world.app, &actor(role), Filter::default(), None).await;
            assert!(matches!(refused, Err(Failure::Refused(it)) if it.code() == "not-allowed"), "{role:?}");
        }
    }

    async fn whoever_administers_another_organization_sees_nothing_of_the_installation(store: Store) {
        let world = tended(store).await;
        let mut elsewhere = actor(Role::Administrator);
        elsewhere.memberships[0].organization = OrganizationId::from_u128(2);
        let log = look_into_log(&world.app, &elsewhere, Filter::default(), None).await.err();
        let letters = list_outbox(&world.app, &elsewhere, None).await.err();
        let jobs = list_jobs(&world.app, &elsewhere, Which::Waiting, None).await.err();
        for refused in [log, letters, jobs] {
            assert!(matches!(refused, Some(Failure::Refused(it)) if it.code() == "not-allowed"));
        }
    }

    async fn the_log_is_narrowed_by_person_kind_and_thing(store: Store) {
        let world = tended(store).await;
        let app = &world.app;
        run(app, "INSERT INTO person (id, name, language, created_at) VALUES ($1, 'Ada Vale', 'en', 0)", args![PersonId::from_u128(2)]).await;
        happen(app, 4).await;
        let me = actor(Role::Administrator);
        let person = Some(PersonId::from_u128(2));
        let kind = |it: &str| Some(it.to_owned());
        let subject = Some(("thing".to_owned(), "1".to_owned()));
        let cases = [
            (Filter { person, ..Filter::default() }, 2),
            (Filter { kind: kind("thing-done"), ..Filter::default() }, 4),
            (Filter { kind: kind("nothing"), ..Filter::default() }, 0),
            (Filter { subject: subject.clone(), ..Filter::default() }, 1),
            (Filter { person, kind: kind("nothing"), subject: None }, 0),
            (Filter { person, kind: kind("thing-done"), subject: subject.clone() }, 1),
            (Filter { person: Some(PersonId::from_u128(1)), kind: None, subject }, 0),
        ];
        for (filter, count) in cases {
            let found = look_into_log(app, &me, filter.clone(), None).await.unwrap();
            assert_eq!(found.events.len(), count, "{filter:?}");
            if filter.person == person {
                assert!(found.events.iter().all(|it| it.name.as_deref() == Some("Ada Vale")));
            }
        }
    }

    async fn the_log_goes_on_page_by_page_with_a_fixed_number_of_statements(store: Store) {
        let world = tended(store).await;
        let app = &world.app;
        happen(app, 120).await;
        let me = actor(Role::Administrator);
        let first = look_into_log(app, &me, Filter::default(), None).await.unwrap();
        let (mut seen, mut next) = (first.events.len(), first.next);
        while let Some(before) = next {
            let run = app.store.statements_run();
            let found = look_into_log(app, &me, Filter::default(), Some(before)).await.unwrap();
            assert_eq!(app.store.statements_run() - run, 3);
            (seen, next) = (seen + found.events.len(), found.next);
        }
        assert_eq!(seen, 121);
    }
}
