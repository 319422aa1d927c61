use app::pursuit::{Step, view_feedback, view_home, view_receipt, view_workspace};
use domain::pursuit::StateName;
use store::Store;

use super::fixture::{MARA, OTHER, actor, begun, code, complete, decide, send, slug, world};

testkit::each_database! {
    async fn home_says_where_everything_stands(store: Store) {
        let world = world(store).await;
        let home = async || view_home(&world.app, &actor(MARA), None).await.unwrap().lines;
        assert!(home().await.is_empty());
        let pursuit = begun(&world.app).await;
        assert_eq!(home().await[0].step, Step::Draft { begun: 0, saved_at: None });
        complete(&world.app, pursuit).await;
        assert!(matches!(home().await[0].step, Step::Draft { begun: 2, saved_at: Some(_) }));
        let done = send(&world.app, pursuit, None).await.unwrap();
        assert!(matches!(home().await[0].step, Step::WithAssessors { .. }));
        assert_eq!(home().await[0].code.as_deref(), Some(done.code.as_str()));
        decide(&world.app, pursuit, &done, &["timing"], true).await;
        assert!(matches!(home().await[0].step, Step::NotYet { to_go: 1, .. }));
        assert_eq!(home().await[0].met, [slug("timing")].into());
        assert!(view_home(&world.app, &actor(OTHER), None).await.unwrap().lines.is_empty());
    }

    async fn a_decision_is_nobody_s_business_before_its_release(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        let done = send(&world.app, pursuit, None).await.unwrap();
        decide(&world.app, pursuit, &done, &[], false).await;
        let mara = actor(MARA);
        assert_eq!(code(view_feedback(&world.app, &mara, &done.code).await), "not-possible-now");
        let view = view_workspace(&world.app, &mara, pursuit).await.unwrap();
        assert_eq!((view.state, view.earlier), (StateName::UnderReview, None));
        assert!(view.criteria.iter().all(|it| it.level.is_none() && it.feedback.is_empty()));
        let home = view_home(&world.app, &mara, None).await.unwrap();
        assert!(matches!(home.lines[0].step, Step::WithAssessors { .. }));
        assert!(home.lines[0].met.is_empty());
        let receipt = view_receipt(&world.app, &mara, &done.code).await.unwrap();
        assert_eq!((receipt.state, receipt.decided), (StateName::UnderReview, None));
    }

    async fn feedback_comes_from_the_majority_and_says_what_passes(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        let done = send(&world.app, pursuit, None).await.unwrap();
        decide(&world.app, pursuit, &done, &["timing"], true).await;
        let view = view_feedback(&world.app, &actor(MARA), &done.code).await.unwrap();
        assert!(!view.awarded && view.is_latest);
        let voice = &view.criteria[1];
        assert_eq!((voice.met, voice.level, voice.judged_now), (false, 2, true));
        assert_eq!((voice.found.as_str(), voice.passes.as_str()), ("voice at 2", "voice at 3"));
        let mut words = voice.feedback.clone();
        words.sort();
        assert_eq!(words, ["3 on voice in 1", "4 on voice in 1"], "who was outvoted is not heard");
        let workspace = view_workspace(&world.app, &actor(MARA), pursuit).await.unwrap();
        assert_eq!(workspace.criteria[1].feedback, voice.feedback, "the same words in the same order");
        assert_eq!(code(view_feedback(&world.app, &actor(OTHER), &done.code).await), "no-such-pursuit");
    }

    async fn each_page_takes_a_fixed_number_of_statements(store: Store) {
        let world = world(store).await;
        let mara = actor(MARA);
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        let count = || world.app.store.statements_run();
        let start = count();
        view_workspace(&world.app, &mara, pursuit).await.unwrap();
        assert_eq!(count() - start, 7, "workspace");
        let done = send(&world.app, pursuit, None).await.unwrap();
        decide(&world.app, pursuit, &done, &["timing"], true).await;
        let start = count();
        view_workspace(&world.app, &mara, pursuit).await.unwrap();
        assert_eq!(count() - start, 9, "workspace after a decision");
        let start = count();
        view_home(&world.app, &mara, None).await.unwrap();
        assert_eq!(count() - start, 3, "home");
        let start = count();
        view_receipt(&world.app, &mara, &done.code).await.unwrap();
        assert_eq!(count() - start, 2, "receipt");
        let start = count();
        view_feedback(&world.app, &mara, &done.code).await.unwrap();
        assert_eq!(count() - start, 4, "feedback");
    }
}
