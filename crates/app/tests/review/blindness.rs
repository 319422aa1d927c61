use app::review::{OpenReview, open_review, view_desk, view_review};
use domain::review::{ReviewState, Seat};
use store::Store;

use super::fixture::{LEAD, SECRETS, Small, ids_number};

testkit::each_database! {
    async fn nothing_that_an_assessor_reads_names_the_educator_or_the_other_assessor(store: Store) {
        let small = Small::ready(store).await;
        let (pursuit, submission) = small.submitted().await;
        for seat in [Seat::First, Seat::Second] {
            small.score(submission, seat, &[("timing", 2, "Earlier feedback."), ("discomfort", 3, "")]).await;
        }
        small.write(pursuit, &[("text/log/1", "Turn one took four seconds.")], 1).await;
        small.write(pursuit, &[("note", "I waited longer.")], 0).await;
        let again = small.send(pursuit).await;
        let review = small.holder(again, Seat::First).await.seated;
        let other = small.holder(again, Seat::Second).await.seated;
        let by = small.actor(ids_number(review.assessor)).await;
        open_review(small.app(), &by, OpenReview { review: review.id }, None).await.unwrap();
        let view = view_review(small.app(), &by, review.id).await.unwrap();
        let desk = view_desk(small.app(), &by, None).await.unwrap();
        let text = format!("{}{}", serde_json::to_string(&view).unwrap(), serde_json::to_string(&desk).unwrap());
        let ids = [pursuit.to_string(), submission.to_string(), again.to_string(), other.id.to_string(), other.assessor.to_string()];
        for secret in SECRETS.into_iter().chain(ids.iter().map(String::as_str)).chain(["Earlier feedback", "submitted_at"]) {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
        assert_eq!(view.criteria.len(), 1, "the closed criterion is not shown");
        assert_eq!(view.note.as_deref(), Some("I waited longer."));
        let log = &view.sources[0];
        assert_eq!(log.now.texts, ["Turn one took four seconds."]);
        assert_eq!(log.before.as_ref().unwrap().texts, ["Turn one took two seconds."]);
        assert_eq!(view.sources.len(), 1, "only what the open criterion rests on");
    }

    async fn before_a_review_is_opened_nothing_of_the_work_is_shown(store: Store) {
        let small = Small::ready(store).await;
        let (_, submission) = small.submitted().await;
        let review = small.holder(submission, Seat::First).await.seated;
        let by = small.actor(ids_number(review.assessor)).await;
        let view = view_review(small.app(), &by, review.id).await.unwrap();
        assert_eq!(view.state, ReviewState::Assigned);
        assert!(view.sources.is_empty() && view.ai_use.is_none());
        assert_eq!(view.criteria.len(), 2);
        open_review(small.app(), &by, OpenReview { review: review.id }, None).await.unwrap();
        let view = view_review(small.app(), &by, review.id).await.unwrap();
        assert_eq!((view.sources.len(), view.ai_use.as_deref()), (3, Some("None.")));
    }

    async fn the_pages_of_an_assessor_take_a_fixed_number_of_statements(store: Store) {
        let small = Small::ready(store).await;
        let (_, submission) = small.submitted().await;
        let review = small.holder(submission, Seat::First).await.seated;
        let by = small.actor(ids_number(review.assessor)).await;
        let app = small.app();
        let count = || app.store.statements_run();
        let before = count();
        view_review(app, &by, review.id).await.unwrap();
        assert_eq!(count() - before, 7);
        let before = count();
        view_desk(app, &by, None).await.unwrap();
        assert_eq!(count() - before, 4);
        let lead = small.actor(LEAD).await;
        let before = count();
        app::assessors::list_qualifications(app, &lead).await.unwrap();
        assert_eq!(count() - before, 3);
    }
}
