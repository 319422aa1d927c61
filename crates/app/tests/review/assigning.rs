use std::collections::BTreeSet;

use app::Failure;
use app::jobs::AssignAssessors;
use app::review::{OpenReview, Recuse, assign, list_waiting, open_review, recuse};
use domain::review::assignment::Conflict;
use domain::review::{ReviewState, Seat};
use jiff::SignedDuration;
use store::Store;

use super::fixture::{
    COLLEAGUE, EDUCATOR, FIRST, LEAD, NEIGHBOUR, OTHER_LEAD, SECOND, Small, ids_number, number,
    person, run,
};

testkit::each_database! {
    async fn two_people_are_asked_and_nobody_of_the_educators_school(store: Store) {
        let small = Small::ready(store).await;
        let (_, submission) = small.submitted().await;
        let reviews = small.reviews(submission).await;
        assert_eq!(reviews.len(), 2);
        let asked: BTreeSet<_> = reviews.iter().map(|it| ids_number(it.seated.assessor)).collect();
        assert_eq!(asked.len(), 2, "two different people");
        assert!(!asked.contains(&COLLEAGUE));
        assert!(!asked.contains(&OTHER_LEAD), "leads are kept free");
        assert!(reviews.iter().all(|it| it.seated.criteria.len() == 2));
        // Monday 2 March plus five business days, at its end in Chicago.
        let due = "2026-03-10T04:59:59Z".parse().unwrap();
        assert!(reviews.iter().all(|it| it.seated.due_at == due), "{reviews:?}");
    }

    async fn assigning_again_changes_nothing(store: Store) {
        let small = Small::ready(store).await;
        let (_, submission) = small.submitted().await;
        let before = small.reviews(submission).await;
        for _ in 0..2 {
            assign(small.app(), AssignAssessors::of(submission)).await.unwrap();
        }
        assert_eq!(small.reviews(submission).await, before);
        assert_eq!(number(small.app(), "SELECT count(*) AS n FROM letter WHERE kind = 'review-assigned'").await, 2);
    }

    async fn the_same_district_is_a_conflict_where_the_plan_says_so(store: Store) {
        let plan = ("turnaround_business_days = 5", "turnaround_business_days = 5\nsame_district = \"conflict\"");
        let small = Small::with(store, &[plan]).await;
        small.qualify(&[FIRST, SECOND, NEIGHBOUR]).await;
        let (_, submission) = small.submitted().await;
        let asked: BTreeSet<_> = small.reviews(submission).await.iter().map(|it| ids_number(it.seated.assessor)).collect();
        assert_eq!(asked, BTreeSet::from([FIRST, SECOND]));
    }

    async fn where_too_few_may_judge_it_waits_and_says_why(store: Store) {
        let small = Small::with(store, &[]).await;
        small.qualify(&[FIRST, COLLEAGUE]).await;
        let (_, submission) = small.submitted().await;
        assert_eq!(small.reviews(submission).await.len(), 1);
        let lead = small.actor(LEAD).await;
        let waiting = list_waiting(small.app(), &lead).await.unwrap();
        assert_eq!(waiting.len(), 1);
        let seat = &waiting[0].seats[0];
        assert_eq!((seat.seat, seat.qualified), (Seat::Second, 2));
        assert_eq!(seat.blocked[&Conflict::SameSchool], 1);
        assert_eq!(seat.blocked[&Conflict::Involved], 1);
        // Nothing has changed: asked again, it says nothing new.
        small.world.clock.advance(SignedDuration::from_mins(11));
        assert_eq!(small.work().await.done, 1);
        assert_eq!(number(small.app(), "SELECT count(*) AS n FROM event WHERE kind = 'assignment-waiting'").await, 1);
        small.qualify(&[SECOND]).await;
        small.world.clock.advance(SignedDuration::from_mins(11));
        small.work().await;
        assert_eq!(small.reviews(submission).await.len(), 2);
        assert!(list_waiting(small.app(), &lead).await.unwrap().is_empty());
    }

    async fn who_is_away_related_or_full_is_not_asked_and_only_a_count_of_them_is_told(store: Store) {
        let small = Small::with(store, &[]).await;
        small.qualify(&[FIRST, SECOND, NEIGHBOUR, OTHER_LEAD]).await;
        let app = small.app();
        run(app, "INSERT INTO absence (id, person_id, starts_at, ends_at, created_at) VALUES ($1, $2, 0, $3, 0)",
            store::args![person(1), person(FIRST), 4_000_000_000_000_000_i64]).await;
        run(app, "INSERT INTO declared_relation (id, person_id, address, declared_at) VALUES ($1, $2, 'mara@alder.example', 0)",
            store::args![person(2), person(SECOND)]).await;
        run(app, "INSERT INTO declared_relation (id, person_id, address, declared_at) VALUES ($1, $2, 'samir@larch.example', 0)",
            store::args![person(3), person(EDUCATOR)]).await;
        run(app, "INSERT INTO review_limit (person_id, reviews, changed_at) VALUES ($1, 0, 0)", store::args![person(OTHER_LEAD)]).await;
        let (_, submission) = small.submitted().await;
        assert!(small.reviews(submission).await.is_empty());
        let lead = small.actor(LEAD).await;
        let waiting = list_waiting(app, &lead).await.unwrap();
        assert_eq!(waiting[0].seats.len(), 2);
        let seat = &waiting[0].seats[0];
        let told: Vec<_> = seat.blocked.iter().map(|(why, count)| (*why, *count)).collect();
        assert_eq!(told, [(Conflict::Private, 2), (Conflict::Absent, 1), (Conflict::AtLoadLimit, 1)]);
        assert_eq!(seat.qualified, 4);
    }

    async fn a_mentor_or_team_mate_of_the_pursuit_is_not_asked_even_after_leaving(store: Store) {
        let small = Small::with(store, &[]).await;
        small.qualify(&[FIRST, SECOND, NEIGHBOUR, OTHER_LEAD]).await;
        let app = small.app();
        let (_, submission) = small.submitted_after(async |pursuit| {
            run(app, "INSERT INTO companion (pursuit_id, person_id, role, since) VALUES ($1, $2, 'mentor', 0)",
                store::args![pursuit, person(FIRST)]).await;
            run(app, "INSERT INTO companion (pursuit_id, person_id, role, since, ended_at) VALUES ($1, $2, 'team-mate', 0, 1)",
                store::args![pursuit, person(SECOND)]).await;
        }).await;
        let asked: BTreeSet<_> = small.reviews(submission).await.iter().map(|it| it.seated.assessor).collect();
        assert_eq!(asked, BTreeSet::from([person(NEIGHBOUR), person(OTHER_LEAD)]));
    }

    async fn offers_move_where_only_that_covers_everything_and_accepted_ones_stay(store: Store) {
        let small = Small::with(store, &[("kind = \"double\"", "kind = \"single\"\nsecond_score_percent = 1")]).await;
        small.qualify(&[FIRST, SECOND]).await;
        let (_, one) = small.submitted().await;
        let holder = small.holder(one, Seat::First).await.seated;
        let other = if holder.assessor == person(FIRST) { SECOND } else { FIRST };
        // A second educator, whom the other assessor knows: only the holder of the first may judge.
        let app = small.app();
        for n in [FIRST, SECOND] {
            run(app, "INSERT INTO review_limit (person_id, reviews, changed_at) VALUES ($1, 1, 0)", store::args![person(n)]).await;
        }
        run(app, "INSERT INTO declared_relation (id, person_id, address, declared_at) VALUES ($1, $2, 'samir@larch.example', 0)",
            store::args![person(1), person(other)]).await;
        let two = small.submitted_by(NEIGHBOUR).await;
        assert_eq!(small.holder(two, Seat::First).await.seated.assessor, holder.assessor, "the only one who may");
        assert_eq!(small.holder(one, Seat::First).await.seated.assessor, person(other), "moved to make room");
        assert_eq!(number(app, "SELECT count(*) AS n FROM event WHERE kind = 'review-moved'").await, 1);
    }

    async fn whoever_recognises_the_educator_is_replaced_and_not_asked_again(store: Store) {
        let small = Small::ready(store).await;
        let (_, submission) = small.submitted().await;
        let first = small.holder(submission, Seat::First).await.seated;
        let assessor = small.actor(ids_number(first.assessor)).await;
        recuse(small.app(), &assessor, Recuse { review: first.id }, None).await.unwrap();
        small.work().await;
        let now = small.holder(submission, Seat::First).await.seated;
        assert_ne!(now.assessor, first.assessor);
        let all = small.reviews(submission).await;
        assert_eq!(all.len(), 3);
        let given_back = all.iter().find(|it| it.seated.id == first.id).unwrap();
        assert_eq!(given_back.state, ReviewState::Recused);
        let people: BTreeSet<_> = all.iter().map(|it| it.seated.assessor).collect();
        assert_eq!(people.len(), 3);
    }

    async fn a_lapsed_qualification_frees_what_was_not_opened_and_leaves_what_was(store: Store) {
        let small = Small::ready(store).await;
        let (_, submission) = small.submitted().await;
        let opened = small.holder(submission, Seat::First).await.seated;
        let unopened = small.holder(submission, Seat::Second).await.seated;
        let one = small.actor(ids_number(opened.assessor)).await;
        open_review(small.app(), &one, OpenReview { review: opened.id }, None).await.unwrap();
        run(small.app(), "UPDATE qualification SET valid_until = granted_at + 1 WHERE person_id IN ($1, $2)",
            store::args![opened.assessor, unopened.assessor]).await;
        small.world.clock.advance(SignedDuration::from_mins(1));
        let two = small.actor(ids_number(unopened.assessor)).await;
        let refused = open_review(small.app(), &two, OpenReview { review: unopened.id }, None).await.unwrap_err();
        let Failure::Refused(refusal) = refused else { panic!("{refused:?}") };
        assert_eq!(domain::refusal::Refuse::code(&refusal), "not-qualified");
        small.work().await;
        let now = small.holder(submission, Seat::Second).await.seated;
        assert_ne!(now.assessor, unopened.assessor);
        small.score(submission, Seat::First, &[("timing", 3, ""), ("discomfort", 3, "")]).await;
        assert_eq!(small.holder(submission, Seat::First).await.state, ReviewState::Locked);
    }

    async fn who_judged_the_first_attempt_is_asked_in_the_second_only_if_nobody_else_is_possible(store: Store) {
        let small = Small::ready(store).await;
        let (pursuit, submission) = small.submitted().await;
        let earlier: BTreeSet<_> = small.reviews(submission).await.iter().map(|it| it.seated.assessor).collect();
        for seat in [Seat::First, Seat::Second] {
            small.score(submission, seat, &[("timing", 2, "Longer."), ("discomfort", 3, "")]).await;
        }
        small.write(pursuit, &[("text/log/1", "Turn one took four seconds.")], 1).await;
        small.write(pursuit, &[("note", "I waited longer.")], 0).await;
        let again = small.send(pursuit).await;
        let now: BTreeSet<_> = small.reviews(again).await.iter().map(|it| it.seated.assessor).collect();
        assert_eq!(now.len(), 2);
        assert!(now.is_disjoint(&earlier), "an assessor and a lead were left");
        assert!(!now.contains(&person(EDUCATOR)));
    }
}
