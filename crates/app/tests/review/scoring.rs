use app::Failure;
use app::review::{
    MarkDraft, OpenReview, Recuse, SaveMarks, SubmitScorecard, open_review, recuse, save_marks,
    submit_scorecard,
};
use domain::ids::ReviewId;
use domain::people::Actor;
use domain::pursuit::StateName;
use domain::refusal::{Refusal, Refuse};
use domain::review::{Refusal as ReviewRefusal, Seat};
use store::Store;

use super::fixture::{COLLEAGUE, Small, ids_number, number};

fn draft(criterion: &str, level: u8, feedback: &str, version: u64) -> MarkDraft {
    MarkDraft {
        criterion: criterion.to_owned(),
        level: Some(level),
        confidence: None,
        feedback: feedback.to_owned(),
        version,
    }
}

fn refusal<T: std::fmt::Debug>(answer: app::Outcome<T>) -> Refusal {
    match answer {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

async fn first(small: &Small) -> (ReviewId, Actor) {
    let (_, submission) = small.submitted().await;
    let review = small.holder(submission, Seat::First).await.seated;
    (review.id, small.actor(ids_number(review.assessor)).await)
}

async fn save(small: &Small, by: &Actor, review: ReviewId, mark: MarkDraft) -> app::Outcome<u64> {
    let saved = save_marks(
        small.app(),
        by,
        SaveMarks {
            review,
            marks: vec![mark],
        },
    )
    .await?;
    Ok(saved[0].version)
}

testkit::each_database! {
    async fn opening_puts_the_pursuit_under_review_once(store: Store) {
        let small = Small::ready(store).await;
        let (pursuit, submission) = small.submitted().await;
        assert_eq!(small.state(pursuit).await, StateName::Submitted);
        for seat in [Seat::First, Seat::Second, Seat::First] {
            let review = small.holder(submission, seat).await.seated;
            let by = small.actor(ids_number(review.assessor)).await;
            open_review(small.app(), &by, OpenReview { review: review.id }, None).await.unwrap();
        }
        assert_eq!(small.state(pursuit).await, StateName::UnderReview);
        assert_eq!(number(small.app(), "SELECT count(*) AS n FROM event WHERE kind = 'review-opened'").await, 2);
    }

    async fn a_stale_mark_is_refused_with_what_is_stored(store: Store) {
        let small = Small::ready(store).await;
        let (review, by) = first(&small).await;
        assert_eq!(save(&small, &by, review, draft("timing", 2, "One.", 0)).await.unwrap(), 1);
        assert_eq!(save(&small, &by, review, draft("timing", 3, "Two.", 1)).await.unwrap(), 2);
        let refused = refusal(save(&small, &by, review, draft("timing", 1, "Three.", 1)).await);
        let Refusal::Review(ReviewRefusal::StaleMark { current, stored, .. }) = refused else { panic!("{refused:?}") };
        assert_eq!((current, stored.level, stored.feedback.as_str()), (2, Some(3), "Two."));
        assert_eq!(save(&small, &by, review, draft("timing", 3, "Two.", 0)).await.unwrap(), 2, "the same again is no conflict");
    }

    async fn marks_that_are_handed_in_never_change(store: Store) {
        let small = Small::ready(store).await;
        let (review, by) = first(&small).await;
        small.mark(&by, review, &[("timing", 3, " Clear. "), ("discomfort", 3, "")]).await;
        submit_scorecard(small.app(), &by, SubmitScorecard { review }, None).await.unwrap();
        let marks = move |tx: &store::Tx| store::review::marks(tx, review);
        let before = small.app().store.read(marks).await.unwrap();
        assert_eq!(before[&"timing".parse().unwrap()].draft.feedback, "Clear.");
        for (answer, code) in [
            (save(&small, &by, review, draft("timing", 1, "Changed my mind.", 2)).await.map(|_| ()), "review-already-locked"),
            (submit_scorecard(small.app(), &by, SubmitScorecard { review }, None).await.map(|_| ()), "review-already-locked"),
            (recuse(small.app(), &by, Recuse { review }, None).await.map(|_| ()), "review-already-locked"),
        ] {
            assert_eq!(refusal(answer).code(), code);
        }
        assert_eq!(small.app().store.read(marks).await.unwrap(), before);
    }

    async fn everything_that_is_missing_is_said_at_once_and_nothing_is_locked(store: Store) {
        let small = Small::ready(store).await;
        let (review, by) = first(&small).await;
        small.mark(&by, review, &[("timing", 2, " ")]).await;
        let refused = refusal(submit_scorecard(small.app(), &by, SubmitScorecard { review }, None).await);
        let codes: Vec<_> = refused.places().iter().map(|it| (it.field.clone(), it.code)).collect();
        assert_eq!(codes, [("feedback/timing".to_owned(), "feedback-missing"), ("level/discomfort".to_owned(), "level-missing")]);
        assert!(save(&small, &by, review, draft("timing", 2, "Now with words.", 1)).await.is_ok());
    }

    async fn a_level_that_the_criterion_lacks_and_a_criterion_that_is_not_open_are_refused(store: Store) {
        let small = Small::ready(store).await;
        let (review, by) = first(&small).await;
        assert_eq!(refusal(save(&small, &by, review, draft("timing", 4, "", 0)).await).places()[0].code, "level-unknown");
        assert_eq!(refusal(save(&small, &by, review, draft("other", 3, "", 0)).await).code(), "criterion-not-open");
        let long = "x".repeat(4001);
        assert_eq!(refusal(save(&small, &by, review, draft("timing", 3, &long, 0)).await).places()[0].code, "feedback-too-long");
    }

    async fn a_review_is_unknown_to_everybody_else(store: Store) {
        let small = Small::ready(store).await;
        let (review, _) = first(&small).await;
        let other = small.actor(COLLEAGUE).await;
        let app = small.app();
        for answer in [
            open_review(app, &other, OpenReview { review }, None).await.map(|_| ()),
            app::review::view_review(app, &other, review).await.map(|_| ()),
            save(&small, &other, review, draft("timing", 3, "", 0)).await.map(|_| ()),
            submit_scorecard(app, &other, SubmitScorecard { review }, None).await.map(|_| ()),
            recuse(app, &other, Recuse { review }, None).await.map(|_| ()),
        ] {
            assert_eq!(refusal(answer).code(), "no-such-review");
        }
    }

    async fn a_scorecard_sent_twice_under_one_key_is_handed_in_once(store: Store) {
        let small = Small::ready(store).await;
        let (review, by) = first(&small).await;
        small.mark(&by, review, &[("timing", 3, ""), ("discomfort", 3, "")]).await;
        let key = app::IdempotencyKey::parse("scorecard-key-1");
        for _ in 0..2 {
            submit_scorecard(small.app(), &by, SubmitScorecard { review }, key.clone()).await.unwrap();
        }
        assert_eq!(number(small.app(), "SELECT count(*) AS n FROM event WHERE kind = 'scorecard-submitted'").await, 1);
    }
}
