use app::Failure;
use app::review::{ReleaseDecision, list_unreleased, release_decision};
use domain::pursuit::StateName;
use domain::refusal::Refuse;
use domain::review::{Confidence, ReviewState, Seat};
use store::Store;

use super::fixture::{
    COLLEAGUE, EDUCATOR, FIRST, LEAD, NEIGHBOUR, OTHER_LEAD, SECOND, Scored, Small, ids_number,
    number,
};

const BOTH_MET: &[Scored] = &[("timing", 3, "Clear."), ("discomfort", 3, "")];
const TIMING_NOT_MET: &[Scored] = &[
    ("timing", 2, "Wait after replies, too."),
    ("discomfort", 3, ""),
];

testkit::each_database! {
    async fn two_who_agree_that_all_is_met_lead_to_an_award(store: Store) {
        let small = Small::ready(store).await;
        let (pursuit, submission) = small.submitted().await;
        small.score(submission, Seat::First, BOTH_MET).await;
        assert_eq!(small.state(pursuit).await, StateName::UnderReview, "one of two says nothing yet");
        small.score(submission, Seat::Second, BOTH_MET).await;
        assert_eq!(small.state(pursuit).await, StateName::Awarded);
        let app = small.app();
        assert_eq!(number(app, "SELECT count(*) AS n FROM award").await, 1);
        assert_eq!(number(app, "SELECT count(*) AS n FROM credential WHERE signed IS NOT NULL").await, 1);
        assert_eq!(number(app, "SELECT count(*) AS n FROM letter WHERE kind = 'awarded'").await, 1);
        assert_eq!(number(app, "SELECT open AS n FROM pursuit").await, 0);
        assert_eq!(number(app, "SELECT count(*) AS n FROM decision WHERE awarded = 1 AND released_at IS NOT NULL AND rule_version = 1").await, 1);
        assert_eq!(number(app, "SELECT count(*) AS n FROM event WHERE kind IN ('decision-made', 'decision-released', 'scorecard-submitted')").await, 4);
    }

    async fn two_who_agree_that_one_is_not_met_say_not_yet(store: Store) {
        let small = Small::ready(store).await;
        let (pursuit, submission) = small.submitted().await;
        small.score(submission, Seat::First, TIMING_NOT_MET).await;
        small.score(submission, Seat::Second, TIMING_NOT_MET).await;
        assert_eq!(small.state(pursuit).await, StateName::NotYet);
        assert_eq!(small.reviews(submission).await.len(), 2, "no third");
        assert_eq!(number(small.app(), "SELECT count(*) AS n FROM award").await, 0);
        assert_eq!(number(small.app(), "SELECT count(*) AS n FROM letter WHERE kind = 'not-yet'").await, 1);
        assert_eq!(number(small.app(), "SELECT open AS n FROM pursuit").await, 1);
    }

    async fn where_two_differ_a_lead_gets_only_what_is_contested_and_the_majority_decides(store: Store) {
        let small = Small::ready(store).await;
        let (pursuit, submission) = small.submitted().await;
        small.score(submission, Seat::First, BOTH_MET).await;
        small.score(submission, Seat::Second, TIMING_NOT_MET).await;
        assert_eq!(small.state(pursuit).await, StateName::UnderReview);
        let third = small.holder(submission, Seat::Third).await.seated;
        assert_eq!(ids_number(third.assessor), OTHER_LEAD);
        assert_eq!(third.criteria.iter().map(ToString::to_string).collect::<Vec<_>>(), ["timing"]);
        small.score(submission, Seat::Third, &[("timing", 3, "")]).await;
        assert_eq!(small.state(pursuit).await, StateName::Awarded);
    }

    async fn an_unsure_mark_calls_for_a_third_even_where_both_agree(store: Store) {
        let small = Small::ready(store).await;
        let (pursuit, submission) = small.submitted().await;
        small.score(submission, Seat::First, BOTH_MET).await;
        small.score(submission, Seat::Second, &[("timing", 3, "I am unsure here."), ("discomfort", 3, "")]).await;
        let second = small.holder(submission, Seat::Second).await.seated.id;
        let marks = small.app().store.read(move |tx| store::review::marks(tx, second)).await.unwrap();
        assert_eq!(marks[&"timing".parse().unwrap()].draft.confidence, Some(Confidence::Low));
        small.score(submission, Seat::Third, &[("timing", 2, "Not in the log.")]).await;
        assert_eq!(small.state(pursuit).await, StateName::Awarded, "two of three");
    }

    async fn the_second_attempt_opens_only_what_is_left_and_carries_the_rest(store: Store) {
        let small = Small::ready(store).await;
        let (pursuit, submission) = small.submitted().await;
        small.score(submission, Seat::First, TIMING_NOT_MET).await;
        small.score(submission, Seat::Second, TIMING_NOT_MET).await;
        small.write(pursuit, &[("text/log/1", "Turn one took four seconds.")], 1).await;
        small.write(pursuit, &[("note", "I waited longer.")], 0).await;
        let again = small.send(pursuit).await;
        for seat in [Seat::First, Seat::Second] {
            let review = small.holder(again, seat).await.seated;
            assert_eq!(review.criteria.len(), 1);
            small.score(again, seat, &[("timing", 3, "")]).await;
        }
        assert_eq!(small.state(pursuit).await, StateName::Awarded);
        let decided = small.app().store
            .read(move |tx| store::review::earlier_outcome(tx, pursuit, 2)).await.unwrap().unwrap();
        assert_eq!(decided.criteria.len(), 2);
        assert!(decided.awarded());
    }

    async fn a_single_plan_asks_for_a_second_only_at_the_border(store: Store) {
        let plan = ("kind = \"double\"", "kind = \"single\"\nsecond_score_percent = 1");
        let small = Small::with(store, &[plan]).await;
        small.qualify(&[FIRST, SECOND, COLLEAGUE, NEIGHBOUR, OTHER_LEAD]).await;
        let (pursuit, submission) = small.submitted().await;
        assert_eq!(small.reviews(submission).await.len(), 1);
        small.score(submission, Seat::First, TIMING_NOT_MET).await;
        assert_eq!(small.state(pursuit).await, StateName::UnderReview);
        small.score(submission, Seat::Second, TIMING_NOT_MET).await;
        assert_eq!(small.state(pursuit).await, StateName::NotYet);
    }

    async fn a_plan_with_a_releaser_holds_the_decision_back_until_it_is_released(store: Store) {
        let plan = ("turnaround_business_days = 5", "turnaround_business_days = 5\nreleaser = \"lead-assessor\"");
        let small = Small::with(store, &[plan]).await;
        small.qualify(&[FIRST, SECOND]).await;
        let (pursuit, submission) = small.submitted().await;
        small.score(submission, Seat::First, BOTH_MET).await;
        small.score(submission, Seat::Second, BOTH_MET).await;
        assert_eq!(small.state(pursuit).await, StateName::DecisionReady);
        assert_eq!(number(small.app(), "SELECT count(*) AS n FROM letter WHERE kind = 'awarded'").await, 0);
        let command = ReleaseDecision { submission };
        for stranger in [EDUCATOR, FIRST] {
            let other = small.actor(stranger).await;
            let refused = release_decision(small.app(), &other, command, None).await.unwrap_err();
            let Failure::Refused(refusal) = refused else { panic!("{refused:?}") };
            assert_eq!(refusal.code(), "no-such-review");
        }
        let lead = small.actor(LEAD).await;
        assert_eq!(list_unreleased(small.app(), &lead).await.unwrap().len(), 1);
        release_decision(small.app(), &lead, command, None).await.unwrap();
        assert_eq!(small.state(pursuit).await, StateName::Awarded);
        assert!(list_unreleased(small.app(), &lead).await.unwrap().is_empty());
        assert!(release_decision(small.app(), &lead, command, None).await.is_err(), "only once");
        assert_eq!(number(small.app(), "SELECT count(*) AS n FROM award").await, 1);
    }

    async fn two_who_hand_in_at_the_same_moment_are_decided_once(store: Store) {
        let small = Small::ready(store).await;
        let (pursuit, submission) = small.submitted().await;
        let mut work = Vec::new();
        for seat in [Seat::First, Seat::Second] {
            let review = small.holder(submission, seat).await.seated;
            let assessor = small.actor(ids_number(review.assessor)).await;
            small.mark(&assessor, review.id, BOTH_MET).await;
            let app = small.app().clone();
            let command = app::review::SubmitScorecard { review: review.id };
            work.push(tokio::spawn(async move { app::review::submit_scorecard(&app, &assessor, command, None).await }));
        }
        for done in work {
            done.await.unwrap().unwrap();
        }
        assert_eq!(small.state(pursuit).await, StateName::Awarded);
        assert_eq!(number(small.app(), "SELECT count(*) AS n FROM decision").await, 1);
        assert!(small.reviews(submission).await.iter().all(|it| it.state == ReviewState::Locked));
    }
}
