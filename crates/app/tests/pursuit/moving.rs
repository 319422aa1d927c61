use app::App;
use app::Outcome;
use app::pursuit::{
    MoveVersion, Moved, move_version, view_feedback, view_newer, view_receipt, view_workspace,
};
use domain::catalogue::{Content, Form};
use domain::ids::{PursuitId, VersionId};
use domain::pursuit::{Field, StateName};
use store::{Store, args};

use super::fixture::{
    MARA, OTHER, actor, begun, code, complete, content, decide, run, send, slug, world, write,
};

const NEWER: VersionId = VersionId::from_u128(0x71);

/// A newer version is published.
async fn publish(app: &App, change: impl Fn(&mut Content)) {
    let mut newer = content();
    change(&mut newer);
    let print = newer.rubric.fingerprint().to_string();
    let text = serde_json::to_string(&newer).unwrap();
    run(app, "INSERT INTO version (id, micro_credential_id, number, state, title, competency, level, hours, rubric_fingerprint, content, content_hash, published_at, created_at)
         SELECT $1, micro_credential_id, 2, 'published', title, competency, level, hours, $2, $3, 'h2', 0, 0 FROM version",
        args![NEWER, print, text]).await;
    run(
        app,
        "UPDATE micro_credential SET current_version_id = $1",
        args![NEWER],
    )
    .await;
}

async fn go(app: &App, person: u128, pursuit: PursuitId) -> Outcome<Moved> {
    let command = MoveVersion { pursuit, to: NEWER };
    move_version(app, &actor(person), command, None).await
}

testkit::each_database! {
    async fn without_a_newer_version_there_is_nowhere_to_move(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        assert_eq!(code(view_newer(&world.app, &actor(MARA), pursuit).await), "no-newer-version");
        assert_eq!(code(go(&world.app, MARA, pursuit).await), "no-newer-version");
        assert!(!view_workspace(&world.app, &actor(MARA), pursuit).await.unwrap().has_newer);
    }

    async fn what_is_not_asked_for_any_more_is_kept_and_not_sent(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        publish(&world.app, |it| it.overview[0].id = slug("beginning")).await;
        assert!(view_workspace(&world.app, &actor(MARA), pursuit).await.unwrap().has_newer);
        let newer = view_newer(&world.app, &actor(MARA), pursuit).await.unwrap();
        assert_eq!((newer.newer, newer.may_move), (NEWER, Ok(())));
        assert_eq!(code(go(&world.app, OTHER, pursuit).await), "no-such-pursuit");
        go(&world.app, MARA, pursuit).await.unwrap();

        let view = view_workspace(&world.app, &actor(MARA), pursuit).await.unwrap();
        assert_eq!(view.draft.draft.text(&"answer/start".parse().unwrap()), "Two words.", "nothing is lost");
        assert_eq!(view.draft.draft.left_over(&view.offer.content).0.count(), 1);
        write(&world.app, MARA, pursuit, "answer/beginning", "Two words.", 0).await.unwrap();
        let sent = send(&world.app, pursuit, None).await.unwrap();
        let receipt = view_receipt(&world.app, &actor(MARA), &sent.code).await.unwrap();
        assert_eq!(receipt.submission.snapshot.version, NEWER);
        let gone: Field = "answer/start".parse().unwrap();
        assert!(!receipt.submission.snapshot.texts.contains_key(&gone));
    }

    async fn a_criterion_that_is_the_same_carries_its_outcome_and_another_is_judged_anew(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        let first = send(&world.app, pursuit, None).await.unwrap();
        publish(&world.app, |it| {
            it.title = "Another title".to_owned();
            it.rubric.criteria[1].title = "Voices".to_owned();
        }).await;
        assert_eq!(code(go(&world.app, MARA, pursuit).await), "already-submitted");
        decide(&world.app, pursuit, &first, &["timing", "voice"][..1], true).await;
        go(&world.app, MARA, pursuit).await.unwrap();

        let view = view_workspace(&world.app, &actor(MARA), pursuit).await.unwrap();
        assert_eq!(view.state, StateName::NotYet);
        let standing: Vec<_> = view.criteria.iter().map(|it| (it.was_met, it.is_open, it.reopens)).collect();
        assert_eq!(standing, [(true, false, false), (false, true, false)]);
        write(&world.app, MARA, pursuit, "note", "The new version.", 0).await.unwrap();
        let second = send(&world.app, pursuit, None).await.unwrap();
        let receipt = view_receipt(&world.app, &actor(MARA), &second.code).await.unwrap();
        assert_eq!(receipt.submission.open_criteria, [slug("voice")].into());
        let old = view_feedback(&world.app, &actor(MARA), &first.code).await.unwrap();
        assert_eq!(old.offer.content.title, content().title, "an old attempt is read as it was made");
        assert_eq!(old.criteria.len(), 2);
    }

    async fn a_met_criterion_that_says_something_else_now_opens_without_being_asked(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        let first = send(&world.app, pursuit, None).await.unwrap();
        decide(&world.app, pursuit, &first, &["timing"], true).await;
        publish(&world.app, |it| it.rubric.criteria[0].passing_level = 2).await;
        go(&world.app, MARA, pursuit).await.unwrap();
        write(&world.app, MARA, pursuit, "note", "The new version.", 0).await.unwrap();
        let second = send(&world.app, pursuit, None).await.unwrap();
        let receipt = view_receipt(&world.app, &actor(MARA), &second.code).await.unwrap();
        assert_eq!(receipt.submission.open_criteria.len(), 2);
    }

    async fn links_are_written_checked_and_sent_like_texts(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        assert_eq!(code(write(&world.app, MARA, pursuit, "link/log/1", "https://example.org", 0).await), "unknown-field");
        publish(&world.app, |it| { it.requirements[0].forms.insert(Form::Link); }).await;
        go(&world.app, MARA, pursuit).await.unwrap();
        for field in ["answer/start", "answer/end", "text/story/1", "ai-use"] {
            write(&world.app, MARA, pursuit, field, "Two words.", 0).await.unwrap();
        }
        write(&world.app, MARA, pursuit, "link/log/1", "My channel", 0).await.unwrap();
        assert_eq!(code(send(&world.app, pursuit, None).await), "submission-incomplete");
        write(&world.app, MARA, pursuit, "link/log/1", "https://example.org/film My class", 1).await.unwrap();
        assert_eq!(code(send(&world.app, pursuit, None).await), "submission-incomplete");
        write(&world.app, MARA, pursuit, "findings", "Nobody is named there.", 0).await.unwrap();
        let sent = send(&world.app, pursuit, None).await.unwrap();
        let receipt = view_receipt(&world.app, &actor(MARA), &sent.code).await.unwrap();
        let field: Field = "link/log/1".parse().unwrap();
        assert_eq!(receipt.submission.snapshot.texts[&field], "https://example.org/film My class");
    }
}
