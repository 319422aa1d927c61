use app::letters::{LetterState, choose, list_choices, list_letters, stop};
use domain::letters::{Group, Pace};
use jiff::SignedDuration;
use store::Store;

use crate::fixture::{actor, refused};
use crate::post::Office;

fn asked(group: &str, pace: &str) -> Vec<(String, String)> {
    vec![(group.to_owned(), pace.to_owned())]
}

/// The address that stops what was sent last, without the front of it.
fn token(it: &Office) -> String {
    let taken = it.server.taken.lock().unwrap();
    let address = taken.last().unwrap().stop.clone().unwrap();
    address
        .strip_prefix("http://localhost:8080/unsubscribe/")
        .unwrap()
        .to_owned()
}

testkit::each_database! {
    async fn a_day_of_letters_is_one_at_four_in_the_afternoon(store: Store) {
        let it = Office::over(store).await;
        let app = &it.world.app;
        let mara = actor(app, it.mara).await;
        choose(app, &mara, &asked("work", "daily")).await.unwrap();
        it.receive("K7Q2").await;
        it.receive("K7Q3").await;
        it.work().await;
        assert!(it.server.subjects().is_empty());
        let listed = list_letters(app, &mara, None).await.unwrap();
        assert_eq!(listed.lines[0].state, LetterState::ForDigest(Pace::Daily));
        it.world.clock.advance(SignedDuration::from_hours(8));
        it.work().await;
        assert_eq!(it.server.subjects(), ["2 of daily"]);
        it.work().await;
        assert_eq!(it.server.subjects().len(), 1);
        stop(app, &token(&it), true).await.unwrap();
        let choices = list_choices(app, &mara).await.unwrap();
        let pace = |group| choices.iter().find(|it| it.group == group).unwrap().pace;
        assert_eq!((pace(Group::Work), pace(Group::Comments), pace(Group::Reviews)), (Pace::Off, Pace::Off, Pace::AtOnce));
    }

    async fn one_click_stops_a_group_and_no_other(store: Store) {
        let it = Office::over(store).await;
        let app = &it.world.app;
        it.receive("K7Q2").await;
        it.work().await;
        let token = token(&it);
        assert_eq!(refused(stop(app, &token.replace("work", "news"), true).await), "no-such-page");
        assert_eq!(refused(stop(app, "nonsense", true).await), "no-such-page");
        stop(app, &token, false).await.unwrap();
        it.receive("K7Q3").await;
        it.work().await;
        assert_eq!(it.server.subjects().len(), 2, "to look is not to stop");
        stop(app, &token, true).await.unwrap();
        stop(app, &token, true).await.unwrap();
        it.receive("K7Q4").await;
        it.tell("K7Q2").await;
        it.work().await;
        assert_eq!(it.server.subjects(), ["submission-received", "submission-received", "awarded"]);
        let mara = actor(app, it.mara).await;
        let listed = list_letters(app, &mara, None).await.unwrap();
        let kept = listed.lines.iter().filter(|it| it.state == LetterState::NotWanted).count();
        assert_eq!((listed.lines.len(), kept), (4, 1), "what is not mailed can still be read");
    }

    async fn account_and_decisions_cannot_be_switched_off(store: Store) {
        let it = Office::over(store).await;
        let app = &it.world.app;
        let mara = actor(app, it.mara).await;
        for (group, pace) in [("account", "off"), ("account", "daily"), ("decisions", "off"), ("work", "hourly"), ("gossip", "off")] {
            assert_eq!(refused(choose(app, &mara, &asked(group, pace)).await), "people-fields", "{group} {pace}");
        }
        choose(app, &mara, &asked("decisions", "weekly")).await.unwrap();
        it.tell("K7Q2").await;
        it.work().await;
        assert!(it.server.subjects().is_empty());
        it.world.clock.advance(SignedDuration::from_hours(5 * 24));
        it.work().await;
        assert_eq!(it.server.subjects(), ["1 of weekly"]);
    }
}
