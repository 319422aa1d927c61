use app::growth::{
    NeedPublished, PublishNeed, change_need, end_need, list_needs, publish_need, view_growth,
    view_need,
};
use app::jobs::run_due_once;
use app::{App, Outcome};
use domain::growth::AskedNeed;
use domain::ids::OrganizationId;
use domain::people::{Actor, Role};
use jiff::SignedDuration;
use store::Store;

use crate::fixture::{letters, need, person, place, refused};

async fn publish(app: &App, actor: &Actor, organization: OrganizationId) -> Outcome<NeedPublished> {
    let need = need();
    publish_need(app, actor, PublishNeed { organization, need }, None).await
}

async fn seen(app: &App, actor: &Actor) -> Vec<String> {
    let view = view_growth(app, actor).await.unwrap();
    view.needs
        .into_iter()
        .map(|it| it.kept.need.title)
        .collect()
}

testkit::each_database! {
    async fn educators_of_the_organization_and_below_see_a_need_and_get_one_letter(store: Store) {
        let it = place(store).await;
        let app = &it.world.app;
        publish(app, &it.leader, it.district).await.unwrap();
        assert_eq!(seen(app, &it.mara).await, ["Every student speaks"]);
        assert!(seen(app, &it.stranger).await.is_empty(), "another district has other needs");
        assert!(seen(app, &it.leader).await.is_empty(), "a leader is no educator there");
        run_due_once(app).await.unwrap();
        run_due_once(app).await.unwrap();
        assert_eq!(letters(app, it.mara.person).await, ["need-published"]);
        assert!(letters(app, it.stranger.person).await.is_empty());
    }

    async fn many_educators_get_their_letter_each_once(store: Store) {
        let it = place(store).await;
        let app = &it.world.app;
        let mut all = Vec::new();
        for n in 0..230 {
            all.push(person(app, &format!("Educator {n}"), Role::Educator, it.school).await);
        }
        publish(app, &it.leader, it.district).await.unwrap();
        run_due_once(app).await.unwrap();
        for one in all {
            assert_eq!(letters(app, one.person).await.len(), 1);
        }
    }

    async fn only_who_leads_the_organization_publishes_changes_and_ends(store: Store) {
        let it = place(store).await;
        let app = &it.world.app;
        let done = publish(app, &it.leader, it.school).await.unwrap();
        for actor in [&it.neighbour, &it.mara] {
            assert_eq!(refused(publish(app, actor, it.district).await), "no-such-organization");
            assert_eq!(refused(change_need(app, actor, done.need, need()).await), "no-such-need");
            assert_eq!(refused(end_need(app, actor, done.need).await), "no-such-need");
            assert_eq!(refused(view_need(app, actor, done.need).await), "no-such-need");
        }
        assert_eq!(refused(list_needs(app, &it.mara, None).await), "not-allowed");
        assert!(list_needs(app, &it.neighbour, None).await.unwrap().needs.is_empty());
        assert_eq!(list_needs(app, &it.leader, None).await.unwrap().needs.len(), 1);
    }

    async fn a_need_says_something_else_until_it_has_ended(store: Store) {
        let it = place(store).await;
        let app = &it.world.app;
        let done = publish(app, &it.leader, it.district).await.unwrap();
        let other = AskedNeed { title: "Every student writes".to_owned(), competencies: "Writing".to_owned(), ..need() };
        change_need(app, &it.leader, done.need, other.clone()).await.unwrap();
        assert_eq!(seen(app, &it.mara).await, ["Every student writes"]);
        let kept = view_need(app, &it.leader, done.need).await.unwrap().kept;
        assert_eq!(kept.need.competencies.len(), 1);
        end_need(app, &it.leader, done.need).await.unwrap();
        end_need(app, &it.leader, done.need).await.unwrap();
        assert!(seen(app, &it.mara).await.is_empty());
        assert_eq!(refused(change_need(app, &it.leader, done.need, other).await), "need-ended");
    }

    async fn a_need_is_over_after_its_last_day_in_the_zone_of_its_organization(store: Store) {
        let it = place(store).await;
        let app = &it.world.app;
        let last = AskedNeed { until: "2026-03-03".to_owned(), ..need() };
        let command = PublishNeed { organization: it.district, need: last };
        publish_need(app, &it.leader, command, None).await.unwrap();
        // 4 March 06:30 in UTC is 3 March 23:30 in Denver.
        it.world.clock.advance(SignedDuration::from_mins(39 * 60 + 30));
        assert_eq!(seen(app, &it.mara).await.len(), 1);
        it.world.clock.advance(SignedDuration::from_hours(1));
        assert!(seen(app, &it.mara).await.is_empty());
    }

    async fn the_pages_of_needs_take_a_fixed_number_of_statements(store: Store) {
        let it = place(store).await;
        let app = &it.world.app;
        for needs in [1, 3] {
            for _ in 0..needs {
                publish(app, &it.leader, it.district).await.unwrap();
            }
            let before = app.store.statements_run();
            list_needs(app, &it.leader, None).await.unwrap();
            assert_eq!(app.store.statements_run() - before, 2);
            let before = app.store.statements_run();
            view_growth(app, &it.mara).await.unwrap();
            assert_eq!(app.store.statements_run() - before, 7);
        }
    }
}
