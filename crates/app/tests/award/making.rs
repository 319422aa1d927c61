use app::award::make;
use domain::award::STATUS_LIST_ENTRIES;
use store::{Store, args};

use super::fixture::{awarded, decided, number, run, world};

testkit::each_database! {
    async fn one_decision_leads_to_one_award_however_often_it_is_made(store: Store) {
        let world = world(store).await;
        let awarding = decided(&world.app, 1).await;
        let mut made = Vec::new();
        for _ in 0..2 {
            let awarding = awarding.clone();
            made.push(world.app.write(move |unit| make(unit, &awarding)).await.unwrap());
        }
        assert_eq!(made[0], made[1]);
        assert_eq!(number(&world.app, "SELECT count(*) AS n FROM credential").await, 1);
        let signing = "SELECT count(*) AS n FROM job WHERE kind = 'sign-credential'";
        assert_eq!(number(&world.app, signing).await, 1);
        assert_eq!(number(&world.app, "SELECT count(*) AS n FROM event WHERE kind = 'award-made'").await, 1);
    }

    async fn awards_made_at_once_never_share_a_place_in_a_list(store: Store) {
        let world = world(store).await;
        let mut work = Vec::new();
        for n in 1..=12 {
            let awarding = decided(&world.app, n).await;
            let app = world.app.clone();
            work.push(tokio::spawn(async move { app.write(move |unit| make(unit, &awarding)).await }));
        }
        for made in work {
            made.await.unwrap().unwrap();
        }
        let places = "SELECT count(*) AS n FROM (SELECT DISTINCT status_list_id, status_index FROM credential) AS place";
        assert_eq!(number(&world.app, places).await, 12);
        assert_eq!(number(&world.app, "SELECT CAST(sum(used) AS BIGINT) AS n FROM status_list").await, 12);
        assert_eq!(number(&world.app, "SELECT count(*) AS n FROM status_list").await, 1);
    }

    async fn a_new_list_begins_when_one_is_three_quarters_full(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        awarded(app, 1).await;
        run(app, "UPDATE status_list SET used = $1", args![STATUS_LIST_ENTRIES / 4 * 3 - 1]).await;
        awarded(app, 2).await;
        assert_eq!(number(app, "SELECT count(*) AS n FROM status_list").await, 1);
        awarded(app, 3).await;
        assert_eq!(number(app, "SELECT count(*) AS n FROM status_list").await, 2);
    }

    async fn an_award_begins_private(store: Store) {
        let world = world(store).await;
        awarded(&world.app, 1).await;
        let private = "SELECT count(*) AS n FROM award WHERE visibility = 'private'";
        assert_eq!(number(&world.app, private).await, 1);
    }
}
