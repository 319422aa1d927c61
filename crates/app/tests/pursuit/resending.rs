use app::pursuit::{view_receipt, view_workspace};
use domain::refusal::Refuse;
use store::Store;

use super::fixture::{
    MARA, actor, begun, code, complete, decide, refusal, send, send_opening, slug, world, write,
};

testkit::each_database! {
    async fn the_next_attempt_needs_a_note_on_what_changed(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        let first = send(&world.app, pursuit, None).await.unwrap();
        decide(&world.app, pursuit, &first, &["timing"], true).await;
        let refused = refusal(send(&world.app, pursuit, None).await);
        assert_eq!(refused.places()[0].code, "note-missing");
        write(&world.app, MARA, pursuit, "note", "A clearer story.", 0).await.unwrap();
        assert_eq!(send(&world.app, pursuit, None).await.unwrap().attempt, 2);
    }

    async fn the_next_attempt_opens_what_was_not_met_and_nothing_else(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        let first = send(&world.app, pursuit, None).await.unwrap();
        decide(&world.app, pursuit, &first, &["timing"], true).await;
        write(&world.app, MARA, pursuit, "note", "A clearer story.", 0).await.unwrap();
        write(&world.app, MARA, pursuit, "text/story/1", "A clearer one.", 1).await.unwrap();
        let view = view_workspace(&world.app, &actor(MARA), pursuit).await.unwrap();
        let open: Vec<_> = view.criteria.iter().map(|it| (it.criterion.as_str(), it.is_open)).collect();
        assert_eq!(open, [("timing", false), ("voice", true)]);
        let second = send(&world.app, pursuit, None).await.unwrap();
        assert_ne!(second.code, first.code, "the code changes with each attempt");
        let receipt = view_receipt(&world.app, &actor(MARA), &second.code).await.unwrap();
        assert_eq!(receipt.submission.open_criteria, [slug("voice")].into());
        let old = view_receipt(&world.app, &actor(MARA), &first.code).await.unwrap();
        assert!(!old.is_latest);
    }

    async fn changing_what_a_closed_criterion_rests_on_opens_it_after_a_warning(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        let first = send(&world.app, pursuit, None).await.unwrap();
        decide(&world.app, pursuit, &first, &["voice"], true).await;
        write(&world.app, MARA, pursuit, "note", "Another ending.", 0).await.unwrap();
        write(&world.app, MARA, pursuit, "answer/end", "Another ending.", 1).await.unwrap();
        let view = view_workspace(&world.app, &actor(MARA), pursuit).await.unwrap();
        let voice = &view.criteria[1];
        assert!(voice.was_met && voice.is_open && voice.reopens, "said before it is sent");
        let refused = refusal(send(&world.app, pursuit, None).await);
        assert_eq!((refused.places()[0].code, refused.places()[0].field.as_str()), ("reopens-unconfirmed", "reopen/voice"));
        let second = send_opening(&world.app, pursuit, &["voice"]).await.unwrap();
        let receipt = view_receipt(&world.app, &actor(MARA), &second.code).await.unwrap();
        assert_eq!(receipt.submission.open_criteria.len(), 2);
    }

    async fn what_is_awarded_is_neither_sent_nor_changed(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        let first = send(&world.app, pursuit, None).await.unwrap();
        decide(&world.app, pursuit, &first, &["timing", "voice"], true).await;
        assert_eq!(code(send(&world.app, pursuit, None).await), "already-awarded");
        assert_eq!(code(write(&world.app, MARA, pursuit, "note", "x", 0).await), "already-awarded");
    }
}
