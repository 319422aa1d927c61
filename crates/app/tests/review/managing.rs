use std::collections::BTreeSet;

use app::Failure;
use app::review::{
    AcceptReview, AddHoliday, BoardAsked, DeclareAbsence, DeclareRelation, DeclineReview,
    EndAbsence, OpenReview, Reassign, SetLoadLimit, TakeBack, accept_review, add_holiday,
    declare_absence, declare_relation, decline_review, end_absence, list_relations, open_review,
    reassign_review, set_load_limit, take_back_review, view_board, view_board_submission,
    view_desk,
};
use domain::ids::OrganizationId;
use domain::refusal::Refuse;
use domain::review::turnaround::Standing;
use domain::review::{ReviewState, Seat};
use jiff::SignedDuration;
use store::{Store, args};

use super::fixture::{
    COLLEAGUE, EDUCATOR, ISSUER, LEAD, OTHER_LEAD, SECRETS, Small, ids_number, number, person, run,
};

const MANAGER: u128 = 0x2100;

/// The small district with a programme manager.
async fn managed(store: Store) -> Small {
    let small = Small::ready(store).await;
    let app = small.app();
    run(
        app,
        "INSERT INTO person (id, name, language, created_at) VALUES ($1, 'Ola Brandt', 'en', 0)",
        args![person(MANAGER)],
    )
    .await;
    run(app, "INSERT INTO membership (id, person_id, organization_id, role, since) VALUES ($1, $1, $2, 'programme-manager', 0)",
        args![person(MANAGER), OrganizationId::from_u128(ISSUER)]).await;
    small
}

fn code(failure: Failure) -> &'static str {
    match failure {
        Failure::Refused(refusal) => refusal.code(),
        Failure::Broken(why) => panic!("{why}"),
    }
}

testkit::each_database! {
    async fn an_offer_is_accepted_or_declined_and_whoever_declined_is_not_asked_again(store: Store) {
        let small = Small::ready(store).await;
        let (_, submission) = small.submitted().await;
        let one = small.holder(submission, Seat::First).await.seated;
        let two = small.holder(submission, Seat::Second).await.seated;
        let (first, second) = (small.actor(ids_number(one.assessor)).await, small.actor(ids_number(two.assessor)).await);
        for _ in 0..2 {
            accept_review(small.app(), &first, AcceptReview { review: one.id }, None).await.unwrap();
        }
        assert!(small.holder(submission, Seat::First).await.accepted_at.is_some());
        assert_eq!(number(small.app(), "SELECT count(*) AS n FROM event WHERE kind = 'review-accepted'").await, 1);
        let other = accept_review(small.app(), &first, AcceptReview { review: two.id }, None).await;
        assert_eq!(code(other.unwrap_err()), "no-such-review");
        decline_review(small.app(), &second, DeclineReview { review: two.id }, None).await.unwrap();
        small.work().await;
        let now = small.holder(submission, Seat::Second).await.seated;
        assert!(now.assessor != two.assessor && now.assessor != one.assessor);
        let again = decline_review(small.app(), &second, DeclineReview { review: two.id }, None).await;
        assert_eq!(code(again.unwrap_err()), "review-taken-back");
        open_review(small.app(), &first, OpenReview { review: one.id }, None).await.unwrap();
        let late = decline_review(small.app(), &first, DeclineReview { review: one.id }, None).await;
        assert_eq!(code(late.unwrap_err()), "review-already-opened");
    }

    async fn what_is_due_soon_and_late_is_told_once_and_what_was_not_opened_is_offered_to_others(store: Store) {
        let small = managed(store).await;
        let (_, submission) = small.submitted().await;
        let opened = small.holder(submission, Seat::First).await.seated;
        let left = small.holder(submission, Seat::Second).await.seated;
        let assessor = small.actor(ids_number(opened.assessor)).await;
        open_review(small.app(), &assessor, OpenReview { review: opened.id }, None).await.unwrap();
        // Due at the end of Monday 9 March in Chicago; it is Monday 2 March, 9 in the morning.
        small.world.clock.advance(SignedDuration::from_hours(24 * 7));
        small.work().await;
        let letters = async |kind: &str| {
            let sql: &'static str = match kind {
                "soon" => "SELECT count(*) AS n FROM letter WHERE kind = 'review-due-soon'",
                "late" => "SELECT count(*) AS n FROM letter WHERE kind = 'review-late'",
                _ => "SELECT count(*) AS n FROM letter WHERE kind = 'review-overdue'",
            };
            number(small.app(), sql).await
        };
        assert_eq!((letters("soon").await, letters("late").await), (2, 0));
        let desk = view_desk(small.app(), &assessor, None).await.unwrap();
        assert_eq!(desk.reviews[0].standing, Standing::DueSoon);
        small.world.clock.advance(SignedDuration::from_hours(24));
        for _ in 0..3 {
            small.work().await;
        }
        assert_eq!((letters("soon").await, letters("late").await, letters("overdue").await), (2, 2, 2));
        assert_eq!(small.holder(submission, Seat::First).await.seated.id, opened.id, "what is open stays");
        let now = small.holder(submission, Seat::Second).await.seated;
        assert_ne!(now.assessor, left.assessor);
        assert!(now.due_at > opened.due_at, "a business day at least");
    }

    async fn an_absence_moves_what_waits_and_ends(store: Store) {
        let small = Small::ready(store).await;
        let (_, submission) = small.submitted().await;
        let one = small.holder(submission, Seat::First).await.seated;
        let away = small.actor(ids_number(one.assessor)).await;
        let days = |first: &str, last: &str| DeclareAbsence { first_day: first.to_owned(), last_day: last.to_owned() };
        let wrong = declare_absence(small.app(), &away, days("2026-03-09", "2026-03-05"), None).await;
        assert_eq!(code(wrong.unwrap_err()), "review-fields");
        let absent = declare_absence(small.app(), &away, days("2026-03-02", "2026-03-06"), None).await.unwrap();
        small.work().await;
        small.work().await;
        let now = small.holder(submission, Seat::First).await.seated;
        assert_ne!(now.assessor, one.assessor);
        let all = small.reviews(submission).await;
        let moved = all.iter().find(|it| it.seated.id == one.id).unwrap();
        assert_eq!(moved.state, ReviewState::Released);
        let other = small.actor(ids_number(now.assessor)).await;
        let end = EndAbsence { absence: absent.absence };
        assert_eq!(code(end_absence(small.app(), &other, end, None).await.unwrap_err()), "no-such-entry");
        end_absence(small.app(), &away, end, None).await.unwrap();
    }

    async fn a_declared_relation_moves_the_review_and_tells_nobody(store: Store) {
        let small = Small::ready(store).await;
        let (_, submission) = small.submitted().await;
        let one = small.holder(submission, Seat::First).await.seated;
        let assessor = small.actor(ids_number(one.assessor)).await;
        for address in ["Mara@Alder.example", "nobody@nowhere.example"] {
            let command = DeclareRelation { address: address.to_owned() };
            declare_relation(small.app(), &assessor, command, None).await.unwrap();
        }
        small.work().await;
        assert_ne!(small.holder(submission, Seat::First).await.seated.assessor, one.assessor);
        assert_eq!(list_relations(small.app(), &assessor).await.unwrap().len(), 2);
        let educator = small.actor(EDUCATOR).await;
        assert!(list_relations(small.app(), &educator).await.unwrap().is_empty());
        let leaked = "SELECT count(*) AS n FROM event WHERE detail LIKE '%alder.example%'";
        assert_eq!(number(small.app(), leaked).await, 0);
    }

    async fn a_manager_takes_back_and_gives_to_somebody_who_may(store: Store) {
        let small = managed(store).await;
        let (_, submission) = small.submitted().await;
        let manager = small.actor(MANAGER).await;
        let one = small.holder(submission, Seat::First).await.seated;
        let give = |to: u128| Reassign { review: one.id, to: person(to) };
        let refused = reassign_review(small.app(), &manager, give(COLLEAGUE), None).await.unwrap_err();
        let Failure::Refused(refusal) = &refused else { panic!("{refused:?}") };
        assert_eq!(refusal.code(), "assessor-cannot-take");
        assert!(refusal.parameters().contains(&("why", "same-school".to_owned())));
        assert_eq!(small.holder(submission, Seat::First).await.seated.id, one.id, "it stays where it is");
        reassign_review(small.app(), &manager, give(OTHER_LEAD), None).await.unwrap();
        small.work().await;
        let now = small.holder(submission, Seat::First).await.seated;
        assert_eq!(now.assessor, person(OTHER_LEAD));
        take_back_review(small.app(), &manager, TakeBack { review: now.id }, None).await.unwrap();
        small.work().await;
        let people: BTreeSet<_> = small.reviews(submission).await.iter().map(|it| it.seated.assessor).collect();
        assert_eq!(people.len(), 4, "each is asked once");
        let educator = small.actor(EDUCATOR).await;
        let stranger = take_back_review(small.app(), &educator, TakeBack { review: now.id }, None).await;
        assert_eq!(code(stranger.unwrap_err()), "no-such-review");
    }

    async fn the_board_counts_lists_and_names_no_educator(store: Store) {
        let small = managed(store).await;
        let (_, submission) = small.submitted().await;
        let manager = small.actor(MANAGER).await;
        let before = small.app().store.statements_run();
        let board = view_board(small.app(), &manager, BoardAsked::default()).await.unwrap();
        assert_eq!(small.app().store.statements_run() - before, 4);
        assert_eq!((board.submissions.len(), board.counts.len()), (1, 1));
        assert_eq!((board.counts[0].standing.as_str(), board.counts[0].submissions), ("on-time", 1));
        assert!(board.assessors.iter().any(|it| it.waiting == 1));
        let late = BoardAsked { standing: "late".to_owned(), ..BoardAsked::default() };
        assert!(view_board(small.app(), &manager, late).await.unwrap().submissions.is_empty());
        let one = view_board_submission(small.app(), &manager, submission).await.unwrap();
        assert_eq!(one.reviews.len(), 2);
        let told = format!("{board:?} {one:?}");
        for secret in SECRETS {
            assert!(!told.contains(secret), "{secret}");
        }
        let educator = small.actor(EDUCATOR).await;
        assert!(view_board(small.app(), &educator, BoardAsked::default()).await.is_err());
        small.world.clock.advance(SignedDuration::from_hours(24 * 9));
        let board = view_board(small.app(), &manager, BoardAsked::default()).await.unwrap();
        assert_eq!(board.submissions[0].standing, "late");
    }

    async fn holidays_of_the_issuer_do_not_count(store: Store) {
        let small = managed(store).await;
        let manager = small.actor(MANAGER).await;
        let issuer = OrganizationId::from_u128(ISSUER);
        let day = |day: &str| AddHoliday { issuer, day: day.to_owned(), name: "Founders' day".to_owned() };
        add_holiday(small.app(), &manager, day("2026-03-04"), None).await.unwrap();
        assert_eq!(code(add_holiday(small.app(), &manager, day("soon"), None).await.unwrap_err()), "review-fields");
        let assessor = small.actor(LEAD).await;
        let educator = small.actor(EDUCATOR).await;
        assert_eq!(code(add_holiday(small.app(), &educator, day("2026-03-05"), None).await.unwrap_err()), "no-such-entry");
        add_holiday(small.app(), &assessor, day("2026-03-05"), None).await.unwrap();
        let (_, submission) = small.submitted().await;
        let due = "2026-03-12T04:59:59Z".parse().unwrap();
        assert_eq!(small.holder(submission, Seat::First).await.seated.due_at, due, "the end of Wednesday 11 March");
    }

    async fn a_limit_of_none_is_a_way_to_rest(store: Store) {
        let small = Small::with(store, &[]).await;
        small.qualify(&[OTHER_LEAD]).await;
        let lead = small.actor(OTHER_LEAD).await;
        let limit = |text: &str| SetLoadLimit { reviews: text.to_owned() };
        assert_eq!(code(set_load_limit(small.app(), &lead, limit("many"), None).await.unwrap_err()), "review-fields");
        set_load_limit(small.app(), &lead, limit("0"), None).await.unwrap();
        let (_, submission) = small.submitted().await;
        assert!(small.reviews(submission).await.is_empty());
        set_load_limit(small.app(), &lead, limit("1"), None).await.unwrap();
        small.work().await;
        assert_eq!(small.reviews(submission).await.len(), 1);
    }
}
