use app::pursuit::{view_receipt, view_workspace};
use domain::pursuit::{Field, StateName};
use domain::refusal::Refuse;
use store::Store;

use super::fixture::{
    MARA, OTHER, actor, begun, code, complete, number, refusal, send, world, write,
};

testkit::each_database! {
    async fn an_incomplete_draft_is_refused_with_everything_that_is_missing(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        let refused = refusal(send(&world.app, pursuit, None).await);
        let fields: Vec<_> = refused.places().into_iter().map(|it| it.field).collect();
        for field in ["answer/start", "answer/end", "requirement/log", "requirement/story", "criterion/timing", "ai-use"] {
            assert!(fields.contains(&field.to_owned()), "{field} in {fields:?}");
        }
        assert_eq!(number(&world.app, "SELECT count(*) AS n FROM submission").await, 0);
    }

    async fn the_first_attempt_needs_no_note_and_opens_every_criterion(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        let done = send(&world.app, pursuit, None).await.unwrap();
        assert_eq!(done.attempt, 1);
        let receipt = view_receipt(&world.app, &actor(MARA), &done.code).await.unwrap();
        assert_eq!(receipt.submission.open_criteria.len(), 2);
        assert_eq!((receipt.state, receipt.is_latest), (StateName::Submitted, true));
        assert_eq!(receipt.submission.snapshot.attestations.len(), 4);
    }

    async fn what_was_sent_does_not_change_with_the_draft(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        let done = send(&world.app, pursuit, None).await.unwrap();
        let before = view_receipt(&world.app, &actor(MARA), &done.code).await.unwrap().submission;
        write(&world.app, MARA, pursuit, "text/story/1", "Something else.", 1).await.unwrap();
        let view = view_workspace(&world.app, &actor(MARA), pursuit).await.unwrap();
        let file = view.draft.draft.items[0].id;
        app::evidence::remove_file(&world.app, &actor(MARA), pursuit, file).await.unwrap();
        let after = view_receipt(&world.app, &actor(MARA), &done.code).await.unwrap().submission;
        assert_eq!(after, before);
        let story = Field::Text("story".parse().unwrap(), 1);
        assert_eq!(after.snapshot.texts[&story], "Two words.");
        assert_eq!(after.snapshot.items[0].id, file);
    }

    async fn sending_twice_with_the_same_key_sends_once(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        let first = send(&world.app, pursuit, Some("a-key-of-the-form")).await.unwrap();
        let second = send(&world.app, pursuit, Some("a-key-of-the-form")).await.unwrap();
        assert_eq!(first, second);
        assert_eq!(number(&world.app, "SELECT count(*) AS n FROM submission").await, 1);
    }

    async fn an_attempt_that_is_with_the_assessors_is_not_sent_again(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        send(&world.app, pursuit, None).await.unwrap();
        assert_eq!(code(send(&world.app, pursuit, None).await), "already-submitted");
    }

    async fn sending_leaves_an_event_a_letter_and_work_for_the_background(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        send(&world.app, pursuit, None).await.unwrap();
        let count = async |sql| number(&world.app, sql).await;
        assert_eq!(count("SELECT count(*) AS n FROM event WHERE kind = 'submission-made'").await, 1);
        assert_eq!(count("SELECT count(*) AS n FROM letter WHERE kind = 'submission-received'").await, 1);
        assert_eq!(count("SELECT count(*) AS n FROM job WHERE kind = 'assign-assessors'").await, 1);
        assert_eq!(count("SELECT count(*) AS n FROM submission_evidence").await, 1);
    }

    async fn what_somebody_else_sent_is_not_there(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        let done = send(&world.app, pursuit, None).await.unwrap();
        assert_eq!(code(view_receipt(&world.app, &actor(OTHER), &done.code).await), "no-such-pursuit");
        assert_eq!(code(view_receipt(&world.app, &actor(MARA), "0000-0000").await), "no-such-pursuit");
    }
}
