use app::letters::{LetterState, NotCarried, list_outbox, resume};
use app::people::change_language;
use jiff::SignedDuration;
use store::Store;

use crate::fixture::actor;
use crate::post::Office;

testkit::each_database! {
    async fn a_letter_is_sent_once_in_the_language_of_its_receiver(store: Store) {
        let it = Office::over(store).await;
        let mara = actor(&it.world.app, it.mara).await;
        it.tell("K7Q2").await;
        change_language(&it.world.app, &mara, "es").await.unwrap();
        it.work().await;
        it.work().await;
        let taken = it.server.taken.lock().unwrap().clone();
        assert_eq!(taken.len(), 1);
        assert_eq!(taken[0].to, "mara.quinn@example.org");
        assert_eq!(taken[0].words.text, "Mara Quinn es http://localhost:8080/submissions/K7Q2");
        assert_eq!(taken[0].stop, None, "what was decided cannot be stopped");
        assert_eq!(taken[0].choices.as_deref(), Some("http://localhost:8080/account/letters"));
    }

    async fn a_server_that_is_down_is_tried_again(store: Store) {
        let it = Office::over(store).await;
        it.server.refuses(NotCarried::ForNow("nobody answers".to_owned()));
        it.tell("K7Q2").await;
        it.work().await;
        assert!(it.server.subjects().is_empty());
        let listed = list_outbox(&it.world.app, &it.ada.actor, None).await.unwrap();
        assert_eq!(listed.lines[0].state, LetterState::Waiting(Some("nobody answers".to_owned())));
        it.work().await;
        assert!(it.server.subjects().is_empty(), "not before its time");
        it.world.clock.advance(SignedDuration::from_secs(10));
        it.work().await;
        assert_eq!(it.server.subjects(), ["awarded"]);
    }

    async fn after_three_days_nobody_tries_any_more(store: Store) {
        let it = Office::over(store).await;
        it.tell("K7Q2").await;
        for _ in 0..40 {
            it.server.refuses(NotCarried::ForNow("nobody answers".to_owned()));
            it.world.clock.advance(SignedDuration::from_hours(6));
            it.work().await;
        }
        let listed = list_outbox(&it.world.app, &it.ada.actor, None).await.unwrap();
        assert_eq!(listed.lines[0].state, LetterState::GivenUp("nobody answers".to_owned()));
        assert!(app::jobs::list_dead(&it.world.app).await.unwrap().is_empty());
    }

    async fn a_refused_address_is_kept_with_its_error(store: Store) {
        let it = Office::over(store).await;
        it.server.refuses(NotCarried::ForGood("550 no such mailbox".to_owned()));
        it.tell("K7Q2").await;
        it.work().await;
        it.world.clock.advance(SignedDuration::from_hours(12));
        it.work().await;
        assert!(it.server.subjects().is_empty());
        let listed = list_outbox(&it.world.app, &it.ada.actor, None).await.unwrap();
        assert_eq!(listed.lines[0].state, LetterState::GivenUp("550 no such mailbox".to_owned()));
    }

    async fn what_waited_for_a_mail_server_goes_out_at_the_next_start_while_it_is_news(store: Store) {
        let mut it = Office::over(store).await;
        let post = std::mem::take(&mut it.world.app.post);
        it.tell("OLD1").await;
        it.world.clock.advance(SignedDuration::from_hours(4 * 24));
        it.tell("NEW1").await;
        it.work().await;
        assert_eq!(resume(&it.world.app).await.unwrap(), 0);
        it.world.app.post = post;
        assert_eq!(resume(&it.world.app).await.unwrap(), 1);
        it.work().await;
        let taken = it.server.taken.lock().unwrap().clone();
        assert!(taken.len() == 1 && taken[0].words.text.contains("NEW1"));
    }
}
