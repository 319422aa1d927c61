use app::pursuit::{
    HISTORY_PAGE, HistoryView, RestoreText, SaveText, Saved, TextIn, restore_text, save_text,
    view_history,
};
use app::{App, Outcome};
use domain::ids::PursuitId;
use domain::pursuit::history::Sitting;
use jiff::SignedDuration;
use store::Store;
use testkit::World;

use super::fixture::{MARA, OTHER, actor, begun, code, run, world};

const FIELD: &str = "answer/start";

async fn save(app: &App, pursuit: PursuitId, words: &str, based_on: u64, page: &str) -> Saved {
    let text = TextIn {
        field: FIELD.into(),
        text: words.into(),
        based_on,
        sitting: Sitting::named(page),
    };
    save_text(app, &actor(MARA), SaveText { pursuit, text })
        .await
        .unwrap()
}

async fn history(world: &World, pursuit: PursuitId) -> HistoryView {
    view_history(&world.app, &actor(MARA), pursuit, FIELD, None)
        .await
        .unwrap()
}

fn kept(view: &HistoryView) -> Vec<(u64, &str)> {
    let all = view.kept.iter();
    all.map(|it| (it.text.version, it.text.text.as_str()))
        .collect()
}

async fn restore(
    app: &App,
    person: u128,
    pursuit: PursuitId,
    version: u64,
    based_on: u64,
) -> Outcome<Saved> {
    let command = RestoreText {
        pursuit,
        field: FIELD.into(),
        version,
        based_on,
    };
    restore_text(app, &actor(person), command).await
}

testkit::each_database! {
    async fn the_last_text_of_every_sitting_stays_and_can_be_taken_back(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        save(&world.app, pursuit, "On Monday", 0, "monday").await;
        world.clock.advance(SignedDuration::from_secs(3));
        save(&world.app, pursuit, "On Monday I asked", 1, "monday").await;
        world.clock.advance(SignedDuration::from_secs(3));
        save(&world.app, pursuit, "On Monday I asked twice", 2, "tuesday").await;
        let view = history(&world, pursuit).await;
        assert_eq!(kept(&view), [(2, "On Monday I asked")], "the small step between is gone");
        assert_eq!((view.now.0.text.as_str(), view.now.0.version), ("On Monday I asked twice", 3));

        let back = restore(&world.app, MARA, pursuit, 2, 3).await.unwrap();
        assert_eq!(back.version, 4);
        let view = history(&world, pursuit).await;
        assert_eq!(view.now.0.text, "On Monday I asked");
        assert_eq!(kept(&view), [(3, "On Monday I asked twice"), (2, "On Monday I asked")]);
    }

    async fn what_lies_in_the_middle_of_a_sitting_goes_after_a_week(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        save(&world.app, pursuit, "one", 0, "a").await;
        world.clock.advance(SignedDuration::from_mins(11));
        save(&world.app, pursuit, "one two", 1, "a").await;
        assert_eq!(kept(&history(&world, pursuit).await), [(1, "one")]);
        world.clock.advance(SignedDuration::from_hours(24 * 8));
        save(&world.app, pursuit, "one two three", 2, "a").await;
        assert_eq!(kept(&history(&world, pursuit).await), [(2, "one two")]);
    }

    async fn only_what_was_kept_can_be_taken_back_and_only_over_what_was_read(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        save(&world.app, pursuit, "one", 0, "a").await;
        save(&world.app, pursuit, "two", 1, "b").await;
        assert_eq!(code(restore(&world.app, MARA, pursuit, 2, 2).await), "no-such-text");
        assert_eq!(code(restore(&world.app, MARA, pursuit, 1, 1).await), "stale-field");
        assert_eq!(code(restore(&world.app, OTHER, pursuit, 1, 2).await), "no-such-pursuit");
        assert_eq!(code(view_history(&world.app, &actor(OTHER), pursuit, FIELD, None).await), "no-such-pursuit");
        assert_eq!(code(view_history(&world.app, &actor(MARA), pursuit, "answer/none", None).await), "unknown-field");
    }

    async fn a_long_history_comes_in_pages_of_three_statements(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        for n in 0..25u64 {
            save(&world.app, pursuit, &format!("text {n}"), n, &format!("page-{n}")).await;
        }
        let before = world.app.store.statements_run();
        let first = history(&world, pursuit).await;
        assert_eq!(world.app.store.statements_run() - before, 3);
        assert_eq!(first.kept.len(), usize::try_from(HISTORY_PAGE).unwrap());
        let rest = view_history(&world.app, &actor(MARA), pursuit, FIELD, first.next).await.unwrap();
        assert_eq!(kept(&rest), [(4, "text 3"), (3, "text 2"), (2, "text 1"), (1, "text 0")]);
        assert_eq!(rest.next, None);
    }

    async fn a_draft_from_before_the_history_keeps_its_text(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        save(&world.app, pursuit, "old", 0, "").await;
        run(&world.app, "UPDATE draft_text SET kept_at = 0", store::args![]).await;
        save(&world.app, pursuit, "old and new", 1, "").await;
        assert_eq!(kept(&history(&world, pursuit).await), [(1, "old")]);
    }
}
