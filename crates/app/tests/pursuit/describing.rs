use app::evidence::{DescribeFile, describe_file, remove_file};
use app::pursuit::view_workspace;
use domain::ids::{EvidenceId, PursuitId};
use store::Store;

use super::fixture::{
    MARA, OTHER, PDF, a_log, actor, add, begin, begun, code, number, slug, world,
};

fn words(
    pursuit: PursuitId,
    evidence: EvidenceId,
    caption: &str,
    criteria: &[&str],
) -> DescribeFile {
    let criteria = criteria.iter().map(|it| slug(it)).collect();
    DescribeFile {
        pursuit,
        evidence,
        caption: caption.into(),
        criteria,
    }
}

testkit::each_database! {
    async fn a_piece_is_described_anew_on_one_line(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        let id = add(&world.app, a_log(pursuit, "a.pdf"), &[PDF]).await.unwrap().item.id;
        let mara = actor(MARA);
        describe_file(&world.app, &mara, words(pursuit, id, " Week\r\n  four ", &[])).await.unwrap();
        let view = view_workspace(&world.app, &mara, pursuit).await.unwrap();
        let item = &view.draft.draft.items[0];
        assert_eq!((item.caption.as_str(), item.criteria.len()), ("Week four", 0));
        describe_file(&world.app, &mara, words(pursuit, id, "", &["timing"])).await.unwrap();
        let view = view_workspace(&world.app, &mara, pursuit).await.unwrap();
        assert_eq!(view.draft.draft.items[0].criteria, [slug("timing")]);
    }

    async fn a_piece_shows_only_what_rests_on_its_requirement(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        let id = add(&world.app, a_log(pursuit, "a.pdf"), &[PDF]).await.unwrap().item.id;
        let mara = actor(MARA);
        let wrong = describe_file(&world.app, &mara, words(pursuit, id, "", &["voice"])).await;
        assert_eq!(code(wrong), "unknown-field");
        let long = describe_file(&world.app, &mara, words(pursuit, id, &"x".repeat(301), &[])).await;
        assert_eq!(code(long), "caption-too-long");
    }

    async fn nobody_describes_or_removes_the_piece_of_another(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        let theirs = begin(&world.app, OTHER, None).await.unwrap();
        let id = add(&world.app, a_log(pursuit, "a.pdf"), &[PDF]).await.unwrap().item.id;
        let other = actor(OTHER);
        assert_eq!(code(describe_file(&world.app, &other, words(pursuit, id, "", &[])).await), "no-such-pursuit");
        assert_eq!(code(remove_file(&world.app, &other, pursuit, id).await), "no-such-pursuit");
        assert_eq!(code(remove_file(&world.app, &other, theirs, id).await), "no-such-evidence");
        assert_eq!(code(describe_file(&world.app, &other, words(theirs, id, "", &[])).await), "no-such-evidence");
    }

    async fn taking_a_piece_out_twice_changes_nothing_the_second_time(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        let id = add(&world.app, a_log(pursuit, "a.pdf"), &[PDF]).await.unwrap().item.id;
        let mara = actor(MARA);
        remove_file(&world.app, &mara, pursuit, id).await.unwrap();
        remove_file(&world.app, &mara, pursuit, id).await.unwrap();
        let events = number(&world.app, "SELECT count(*) AS n FROM event WHERE kind = 'evidence-removed'");
        assert_eq!(events.await, 1);
        assert_eq!(code(describe_file(&world.app, &mara, words(pursuit, id, "", &[])).await), "no-such-evidence");
    }
}
