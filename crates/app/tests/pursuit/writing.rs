use app::pursuit::{TextIn, save_texts, view_workspace};
use domain::pursuit::history::Sitting;
use domain::pursuit::{Field, MAX_FIELD_CHARS, Refusal as PursuitRefusal};
use domain::refusal::Refusal;
use jiff::SignedDuration;
use store::Store;

use super::fixture::{self, MARA, OTHER, actor, begin, begun, code, number, refusal, world, write};

fn text(field: &str, words: &str, based_on: u64) -> TextIn {
    TextIn {
        field: field.into(),
        text: words.into(),
        based_on,
        sitting: Sitting::default(),
    }
}

testkit::each_database! {
    async fn a_micro_credential_is_begun_once_and_whoever_begins_again_is_told_where(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        let again = refusal(begin(&world.app, MARA, None).await);
        assert_eq!(again, Refusal::Pursuit(PursuitRefusal::AlreadyPursuing { pursuit }));
        assert!(begin(&world.app, OTHER, None).await.is_ok());
        assert_eq!(number(&world.app, "SELECT count(*) AS n FROM event WHERE kind = 'pursuit-started'").await, 2);
    }

    async fn beginning_with_the_same_key_begins_once(store: Store) {
        let world = world(store).await;
        let first = begin(&world.app, MARA, Some("the-same-key")).await.unwrap();
        assert_eq!(begin(&world.app, MARA, Some("the-same-key")).await.unwrap(), first);
    }

    async fn what_is_not_published_cannot_be_begun(store: Store) {
        let world = world(store).await;
        fixture::run(&world.app, "UPDATE version SET state = 'retired'", store::args![]).await;
        assert_eq!(code(begin(&world.app, MARA, None).await), "no-such-micro-credential");
    }

    async fn a_text_grows_a_version_with_every_save_and_keeps_its_words(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        let first = write(&world.app, MARA, pursuit, "answer/start", "One\r\ntwo\0", 0).await.unwrap();
        world.clock.advance(SignedDuration::from_secs(5));
        let second = write(&world.app, MARA, pursuit, "answer/start", "One\ntwo three", 1).await.unwrap();
        assert_eq!((first.version, second.version), (1, 2));
        assert!(second.at > first.at);
        let view = view_workspace(&world.app, &actor(MARA), pursuit).await.unwrap();
        assert_eq!(view.draft.draft.text(&"answer/start".parse().unwrap()), "One\ntwo three");
    }

    async fn of_two_tabs_the_slower_one_is_shown_what_is_stored_and_nothing_is_lost(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        write(&world.app, MARA, pursuit, "note", "from the first tab", 0).await.unwrap();
        let refused = refusal(write(&world.app, MARA, pursuit, "note", "from the second tab", 0).await);
        let Refusal::Pursuit(PursuitRefusal::StaleField { current, .. }) = refused else {
            panic!("must be stale: {refused:?}")
        };
        assert_eq!((current.text.as_str(), current.version), ("from the first tab", 1));
        let again = write(&world.app, MARA, pursuit, "note", "both", current.version).await.unwrap();
        assert_eq!(again.version, 2);
    }

    async fn an_answer_that_was_lost_may_be_asked_for_again(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        let first = write(&world.app, MARA, pursuit, "note", "the same", 0).await.unwrap();
        world.clock.advance(SignedDuration::from_secs(60));
        assert_eq!(write(&world.app, MARA, pursuit, "note", "the same", 0).await.unwrap(), first);
    }

    async fn a_form_saves_what_it_can_and_says_what_it_cannot(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        write(&world.app, MARA, pursuit, "note", "stored", 0).await.unwrap();
        let texts = vec![text("note", "late", 0), text("ai-use", "None.", 0), text("answer/none", "x", 0)];
        let answers = save_texts(&world.app, &actor(MARA), pursuit, texts).await.unwrap();
        assert!(matches!(answers[0].1, Err(PursuitRefusal::StaleField { .. })));
        assert_eq!(answers[1].1.as_ref().unwrap().version, 1);
        assert_eq!(answers[2].1, Err(PursuitRefusal::UnknownField));
        let view = view_workspace(&world.app, &actor(MARA), pursuit).await.unwrap();
        assert_eq!(view.draft.draft.text(&Field::AiUse), "None.");
        assert_eq!(view.draft.draft.text(&Field::Note), "stored");
    }

    async fn only_what_is_asked_for_can_be_written_and_not_without_end(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        for field in ["answer/none", "text/log/1", "text/story/3", "snapshot", "", "answer/../x"] {
            assert_eq!(code(write(&world.app, MARA, pursuit, field, "x", 0).await), "unknown-field", "{field}");
        }
        let long = "x".repeat(MAX_FIELD_CHARS + 1);
        assert_eq!(code(write(&world.app, MARA, pursuit, "note", &long, 0).await), "text-too-long");
    }

    async fn the_draft_of_somebody_else_is_not_there(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        assert_eq!(code(write(&world.app, OTHER, pursuit, "note", "x", 0).await), "no-such-pursuit");
        assert_eq!(code(view_workspace(&world.app, &actor(OTHER), pursuit).await), "no-such-pursuit");
        let nothing = domain::ids::PursuitId::from_u128(9);
        assert_eq!(code(write(&world.app, MARA, nothing, "note", "x", 0).await), "no-such-pursuit");
    }

    async fn saving_a_text_again_takes_two_statements(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        let before = world.app.store.statements_run();
        write(&world.app, MARA, pursuit, "note", "one", 0).await.unwrap();
        let first = world.app.store.statements_run();
        write(&world.app, MARA, pursuit, "note", "one more", 1).await.unwrap();
        let second = world.app.store.statements_run();
        write(&world.app, MARA, pursuit, "note", "one more", 2).await.unwrap();
        assert_eq!((first - before, second - first, world.app.store.statements_run() - second), (3, 2, 1));
    }
}
