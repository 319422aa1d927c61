use app::letters::{list_letters, list_outbox, open_letter, open_outbox};
use domain::people::Role;
use store::Store;

use crate::fixture::{actor, district, person, refused};
use crate::post::Office;

testkit::each_database! {
    async fn one_reads_ones_own_letters_and_an_administrator_all(store: Store) {
        let it = Office::over(store).await;
        let app = &it.world.app;
        it.tell("K7Q2").await;
        let mara = actor(app, it.mara).await;
        let joel = person(app, "Joel Haverford", Role::Assessor, district(&it.ada)).await;
        let joel = actor(app, joel).await;
        let own = list_letters(app, &mara, None).await.unwrap();
        let id = own.lines[0].id;
        assert_eq!(open_letter(app, &mara, id).await.unwrap().address.as_deref(), Some("mara.quinn@example.org"));
        assert!(list_letters(app, &joel, None).await.unwrap().lines.is_empty());
        assert_eq!(refused(open_letter(app, &joel, id).await), "no-such-page");
        assert_eq!(refused(list_outbox(app, &joel, None).await), "not-allowed");
        assert_eq!(refused(open_outbox(app, &joel, id).await), "not-allowed");
        assert_eq!(list_outbox(app, &it.ada.actor, None).await.unwrap().lines[0].to, "Mara Quinn");
        open_outbox(app, &it.ada.actor, id).await.unwrap();
        let subject = id.to_string();
        let events = app.read(move |unit| Ok(store::system::event::of_subject(unit.tx, "letter", &subject, None, 10)?));
        let events = events.await.unwrap();
        assert_eq!((events.len(), events[0].person), (1, Some(it.ada.actor.person)), "that it was opened is recorded");
    }

    async fn a_list_of_letters_takes_one_statement_and_goes_on_by_key(store: Store) {
        let it = Office::over(store).await;
        let app = &it.world.app;
        for _ in 0..51 {
            it.tell("K7Q2").await;
        }
        let mara = actor(app, it.mara).await;
        let before = app.store.statements_run();
        let first = list_letters(app, &mara, None).await.unwrap();
        assert_eq!(app.store.statements_run() - before, 1);
        assert_eq!(first.lines.len(), 50);
        let rest = list_letters(app, &mara, first.next).await.unwrap();
        assert_eq!((rest.lines.len(), rest.next), (1, None));
    }
}
