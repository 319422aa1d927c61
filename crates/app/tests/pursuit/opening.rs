use app::App;
use app::evidence::open_evidence;
use domain::ids::{EvidenceId, PersonId, ReviewId};
use futures::TryStreamExt;
use jiff::SignedDuration;
use store::{Store, args};

use super::fixture::{
    MARA, OTHER, PDF, a_log, actor, add, begun, code, complete, number, run, send, world,
};

const OPENED: &str = "SELECT count(*) AS n FROM event WHERE kind = 'evidence-opened'";

async fn read(
    app: &App,
    person: u128,
    id: EvidenceId,
    range: Option<std::ops::Range<u64>>,
) -> Vec<u8> {
    let opened = open_evidence(app, &actor(person), id).await.unwrap();
    let pieces: Vec<_> = opened
        .read(range)
        .await
        .unwrap()
        .bytes
        .try_collect()
        .await
        .unwrap();
    pieces.concat()
}

testkit::each_database! {
    async fn an_educator_reads_back_what_they_handed_in_whole_or_in_part(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        let id = add(&world.app, a_log(pursuit, "a.pdf"), &[PDF]).await.unwrap().item.id;
        assert_eq!(read(&world.app, MARA, id, None).await, PDF);
        assert_eq!(read(&world.app, MARA, id, Some(1..4)).await, b"PDF");
    }

    async fn evidence_opens_for_those_who_review_it_and_for_nobody_else(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        complete(&world.app, pursuit).await;
        let view = app::pursuit::view_workspace(&world.app, &actor(MARA), pursuit).await.unwrap();
        let id = view.draft.draft.items[0].id;
        assert_eq!(code(open_evidence(&world.app, &actor(OTHER), id).await.map(|_| ())), "no-such-evidence");
        let done = send(&world.app, pursuit, None).await.unwrap();
        assert_eq!(code(open_evidence(&world.app, &actor(3), id).await.map(|_| ())), "no-such-evidence");
        run(&world.app, "INSERT INTO review (id, submission_id, assessor_id, seat, state, criteria, assigned_at, due_at)
             VALUES ($1, $2, $3, 1, 'assigned', '[]', 0, 0)",
            args![ReviewId::from_u128(8), done.submission, PersonId::from_u128(3)]).await;
        let rendition = read(&world.app, 3, id, None).await;
        assert!(rendition.starts_with(b"%PDF-") && rendition != PDF, "assessors get a rendition");
        run(&world.app, "UPDATE review SET state = 'recused'", args![]).await;
        assert_eq!(code(open_evidence(&world.app, &actor(3), id).await.map(|_| ())), "no-such-evidence");
    }

    async fn an_opening_is_on_record_once_a_person_and_day(store: Store) {
        let world = world(store).await;
        let pursuit = begun(&world.app).await;
        let id = add(&world.app, a_log(pursuit, "a.pdf"), &[PDF]).await.unwrap().item.id;
        for _ in 0..3 {
            read(&world.app, MARA, id, Some(0..1)).await;
        }
        assert_eq!(number(&world.app, OPENED).await, 1);
        world.clock.advance(SignedDuration::from_hours(8));
        read(&world.app, MARA, id, None).await;
        assert_eq!(number(&world.app, OPENED).await, 1, "still the same day in UTC");
        world.clock.advance(SignedDuration::from_hours(2));
        read(&world.app, MARA, id, None).await;
        assert_eq!(number(&world.app, OPENED).await, 2, "the next day");
    }

    async fn a_mentor_of_the_pursuit_opens_its_pieces_until_they_leave(store: Store) {
        let world = world(store).await;
        let app = &world.app;
        let pursuit = begun(app).await;
        let id = add(app, a_log(pursuit, "a.pdf"), &[PDF]).await.unwrap().item.id;
        run(app, "INSERT INTO companion (pursuit_id, person_id, role, since) VALUES ($1, $2, 'mentor', 0)",
            args![pursuit, PersonId::from_u128(OTHER)]).await;
        assert!(read(app, OTHER, id, None).await.starts_with(b"%PDF-"));
        assert_eq!(number(app, OPENED).await, 1, "on record, as for everybody");
        run(app, "UPDATE companion SET ended_at = 1", args![]).await;
        assert_eq!(code(open_evidence(app, &actor(OTHER), id).await.map(|_| ())), "no-such-evidence");
    }
}
