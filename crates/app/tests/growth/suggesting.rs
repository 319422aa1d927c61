use app::App;
use app::growth::{
    PublishNeed, assess_self, keep_unknown_offers, publish_need, view_recommendations, wish,
    write_goal,
};
use domain::growth::{AskedGoal, AskedSelfAssessment, AskedWishes, Reason};
use domain::people::Actor;
use store::Store;

use crate::fixture::{catalogue, need, place};

async fn titles(app: &App, actor: &Actor) -> Vec<String> {
    let view = view_recommendations(app, actor).await.unwrap();
    view.found
        .into_iter()
        .map(|it| it.listed.offer.title)
        .collect()
}

testkit::each_database! {
    async fn what_is_asked_for_and_wanted_is_suggested_with_its_reasons(store: Store) {
        let it = place(store).await;
        let app = &it.world.app;
        catalogue(app, it.district).await;
        assert!(titles(app, &it.mara).await.is_empty());
        let command = PublishNeed { organization: it.district, need: need() };
        publish_need(app, &it.leader, command, None).await.unwrap();
        assert_eq!(titles(app, &it.mara).await, ["Wait Time"], "questioning is asked for");
        assert!(titles(app, &it.stranger).await.is_empty(), "not in another district");
        let goal = AskedGoal { text: "Calm mornings.".to_owned(), competencies: "routines".to_owned(), ..AskedGoal::default() };
        write_goal(app, &it.mara, goal, None).await.unwrap();
        let seen = AskedSelfAssessment { competency: "Routines".to_owned(), level: "novice".to_owned(), sentence: String::new() };
        assess_self(app, &it.mara, seen).await.unwrap();
        wish(app, &it.mara, AskedWishes { hours: "8".to_owned(), students: "not-available".to_owned() }).await.unwrap();
        let found = view_recommendations(app, &it.mara).await.unwrap().found;
        assert_eq!(found[0].listed.offer.title, "Routines");
        let reasons = &found[0].why.reasons;
        assert!(matches!(&reasons[0], Reason::Goal { text, .. } if text == "Calm mornings."), "{reasons:?}");
        assert!(matches!(reasons[1], Reason::ShowWhatYouKnow { .. }), "{reasons:?}");
        assert!(matches!(found[1].why.reasons[0], Reason::Need { .. }));
        assert_eq!(found[1].why.cautions.len(), 2, "longer than there is time, and students");
    }

    async fn an_installation_that_is_older_than_suggestions_is_brought_up_once(store: Store) {
        let it = place(store).await;
        let app = &it.world.app;
        catalogue(app, it.district).await;
        assert_eq!(keep_unknown_offers(app).await.unwrap(), 0);
    }

    async fn suggestions_take_a_fixed_number_of_statements(store: Store) {
        let it = place(store).await;
        let app = &it.world.app;
        catalogue(app, it.district).await;
        for _ in 0..2 {
            let command = PublishNeed { organization: it.district, need: need() };
            publish_need(app, &it.leader, command, None).await.unwrap();
            let before = app.store.statements_run();
            view_recommendations(app, &it.mara).await.unwrap();
            assert_eq!(app.store.statements_run() - before, 10);
        }
    }
}
