use app::App;
use app::evidence::{open_evidence, view_check, view_record};
use domain::evidence::blindness::{Fit, Why};
use domain::ids::PursuitId;
use domain::refusal::Refuse;
use store::{Store, args};

use super::fixture::{
    MARA, OTHER, PDF, a_log, actor, add, begun, code, complete, number, refusal, run, send, world,
    write,
};

const LOCKED: &[u8] = include_bytes!("../../../media/tests/files/locked.pdf");
const PAPER: &[u8] = include_bytes!("../../../media/tests/files/table.xlsx");

/// Mara is called that from now on.
async fn named(app: &App, name: &'static str) {
    let mara = actor(MARA).person;
    run(
        app,
        "UPDATE person SET name = $2 WHERE id = $1",
        args![mara, name],
    )
    .await;
}

async fn missing(app: &App, pursuit: PursuitId) -> Vec<&'static str> {
    let refusal = refusal(send(app, pursuit, None).await);
    refusal.places().iter().map(|it| it.code).collect()
}

testkit::each_database! {
    async fn findings_are_mended_or_explained_before_a_draft_is_sent(store: Store) {
        let world = world(store).await;
        named(&world.app, "Mara Quillfeather").await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        write(&world.app, MARA, pursuit, "answer/start", "Mrs. Quillfeather waits.", 1).await.unwrap();
        assert_eq!(missing(&world.app, pursuit).await, ["findings-unexplained"]);
        let check = view_check(&world.app, &actor(MARA), pursuit).await.unwrap();
        assert_eq!((check.count(), check.texts[0].field.as_str()), (1, "answer/start"));
        assert_eq!(check.texts[0].findings[0].why, Why::NamePart);
        write(&world.app, MARA, pursuit, "findings", "A bird of that name.", 0).await.unwrap();
        let done = send(&world.app, pursuit, None).await.unwrap();
        let view = view_record(&world.app, &actor(MARA), &done.code).await.unwrap();
        assert_eq!(view.record.why.as_deref(), Some("A bird of that name."));
        assert_eq!(view.record.check.count(), 1);
        let id = done.submission;
        let read = move |tx: &store::Tx| store::pursuit::find_submission(tx, id);
        let sent = world.app.store.read(read).await.unwrap().unwrap();
        assert_eq!(sent.snapshot.blindness, Some(view.hash));
        assert_eq!(code(view_record(&world.app, &actor(OTHER), &done.code).await), "no-such-record");
    }

    async fn names_in_files_are_found_with_their_place_and_links_are_flagged(store: Store) {
        let world = world(store).await;
        named(&world.app, "Zephyrine Quillfeather").await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        world.clock.advance(jiff::SignedDuration::from_secs(1));
        add(&world.app, a_log(pursuit, "table.xlsx"), &[PAPER]).await.unwrap();
        let check = view_check(&world.app, &actor(MARA), pursuit).await.unwrap();
        let found: Vec<_> = check.pieces[1].found.findings.iter().map(|(place, it)| (place.as_str(), it.why)).collect();
        for wanted in [("links", Why::NamePart), ("links", Why::Link)] {
            assert!(found.contains(&wanted), "{found:?}");
        }
    }

    async fn a_file_that_cannot_be_made_blind_keeps_the_draft_from_being_sent(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        world.clock.advance(jiff::SignedDuration::from_secs(1));
        let locked = add(&world.app, a_log(pursuit, "locked.pdf"), &[LOCKED]).await.unwrap();
        assert_eq!(missing(&world.app, pursuit).await, ["evidence-unfit"]);
        let check = view_check(&world.app, &actor(MARA), pursuit).await.unwrap();
        assert_eq!(check.pieces[1].fit, Fit::Unfit { reason: "locked".into() });
        let own = open_evidence(&world.app, &actor(MARA), locked.item.id).await.unwrap();
        assert_eq!(own.bytes, LOCKED.len() as u64);
        app::evidence::remove_file(&world.app, &actor(MARA), pursuit, locked.item.id).await.unwrap();
        send(&world.app, pursuit, None).await.unwrap();
    }

    async fn what_is_still_being_looked_at_keeps_the_draft_from_being_sent(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        // As if the file were large and the job had not come to it.
        run(&world.app, "DELETE FROM name_search", args![]).await;
        run(&world.app, "DELETE FROM rendition", args![]).await;
        run(&world.app, "UPDATE evidence SET bytes = 400000000", args![]).await;
        assert!(missing(&world.app, pursuit).await.contains(&"evidence-pending"));
        run(&world.app, "UPDATE evidence SET bytes = $1", args![PDF.len() as u64]).await;
        app::jobs::run_due_once(&world.app).await.unwrap();
        send(&world.app, pursuit, None).await.unwrap();
    }

    async fn a_new_name_is_searched_for_before_the_draft_is_sent(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        named(&world.app, "Three Pauses").await;
        assert_eq!(missing(&world.app, pursuit).await, ["findings-unexplained"]);
        assert_eq!(number(&world.app, "SELECT count(*) AS n FROM rendition").await, 1);
    }
}
