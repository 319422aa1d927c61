use app::Failure;
use app::pursuit::view_feedback;
use app::review::{
    AddPin, AgreeToMark, LeaveToLead, ProposeMark, RemovePin, SavePrivateNote, SayInDiscussion,
    SubmitScorecard, add_pin, agree_to_mark, leave_to_lead, propose_mark, remove_pin,
    save_private_note, say_in_discussion, submit_scorecard, view_desk, view_discussion,
    view_review,
};
use domain::ids::{ReviewId, SubmissionId};
use domain::people::Actor;
use domain::pursuit::StateName;
use domain::refusal::Refuse;
use domain::review::Seat;
use domain::review::discussion::Ending;
use domain::review::pin::{Piece, Place, Typed};
use store::Store;

use super::fixture::{
    EDUCATOR, FIRST, LEAD, OTHER_LEAD, SECOND, SECRETS, Small, ids_number, number,
};

const CONSENSUS: &[(&str, &str)] = &[("kind = \"double\"", "kind = \"consensus\"")];

fn code(failure: Failure) -> &'static str {
    match failure {
        Failure::Refused(refusal) => refusal.code(),
        Failure::Broken(why) => panic!("{why}"),
    }
}

/// One of the two assessors with their review.
async fn seated(small: &Small, submission: SubmissionId, seat: Seat) -> (Actor, ReviewId) {
    let it = small.holder(submission, seat).await.seated;
    (small.actor(ids_number(it.assessor)).await, it.id)
}

/// A consensus plan whose two assessors differ on timing.
async fn differing(store: Store) -> (Small, domain::ids::PursuitId, SubmissionId) {
    let small = Small::with(store, CONSENSUS).await;
    small.qualify(&[FIRST, SECOND, LEAD, OTHER_LEAD]).await;
    let (pursuit, submission) = small.submitted().await;
    small
        .score(
            submission,
            Seat::First,
            &[("timing", 3, "Fine."), ("discomfort", 3, "")],
        )
        .await;
    small
        .score(
            submission,
            Seat::Second,
            &[("timing", 2, "Too short."), ("discomfort", 3, "")],
        )
        .await;
    (small, pursuit, submission)
}

testkit::each_database! {
    async fn two_who_differ_discuss_and_the_agreed_scores_decide_beside_the_independent_ones(store: Store) {
        let (small, pursuit, submission) = differing(store).await;
        let app = small.app();
        assert_eq!(small.reviews(submission).await.len(), 2, "no lead is asked yet");
        let (one, first) = seated(&small, submission, Seat::First).await;
        let (two, second) = seated(&small, submission, Seat::Second).await;
        assert_eq!(view_desk(app, &one, None).await.unwrap().discussions.len(), 1);
        let message = |review, message: &str| SayInDiscussion { review, message: message.to_owned() };
        assert_eq!(code(say_in_discussion(app, &one, message(first, " "), None).await.unwrap_err()), "review-fields");
        say_in_discussion(app, &one, message(first, "See turn one."), None).await.unwrap();
        let seen = view_discussion(app, &two, second).await.unwrap();
        let timing = &seen.criteria[0];
        assert_eq!((seen.criteria.len(), timing.criterion.as_str()), (1, "timing"));
        assert_eq!((timing.mine.as_ref().unwrap().level, timing.theirs.as_ref().unwrap().level), (2, 3));
        assert!(!seen.messages[0].is_mine);
        let told = format!("{seen:?}");
        for secret in SECRETS.iter().chain(&["Joel Haverford", "Ines Okonkwo"]) {
            assert!(!told.contains(secret), "{secret}");
        }
        assert!(!told.contains(&one.person.to_string()), "nor the other assessor");
        let propose = |review, level, version| ProposeMark {
            review, criterion: "timing".to_owned(), level: Some(level), feedback: "Wait longer.".to_owned(), version,
        };
        assert_eq!(propose_mark(app, &one, propose(first, 2, 0), None).await.unwrap(), 1);
        assert_eq!(code(propose_mark(app, &two, propose(second, 3, 0), None).await.unwrap_err()), "stale-proposal");
        let agree = |review, version| AgreeToMark { review, criterion: "timing".to_owned(), version };
        assert_eq!(code(agree_to_mark(app, &one, agree(first, 1), None).await.unwrap_err()), "own-proposal");
        agree_to_mark(app, &two, agree(second, 1), None).await.unwrap();
        small.work().await;
        assert_eq!(small.state(pursuit).await, StateName::NotYet);
        let educator = small.actor(EDUCATOR).await;
        let feedback = view_feedback(app, &educator, &small.code(submission).await).await.unwrap();
        let timing = feedback.criteria.iter().find(|it| it.criterion.as_str() == "timing").unwrap();
        assert_eq!(timing.feedback, ["Wait longer."]);
        assert_eq!(feedback.scorecards, 3, "both independent ones and the agreed one");
        assert_eq!(number(app, "SELECT count(*) AS n FROM mark WHERE level = 3 AND criterion = 'timing'").await, 1, "the independent score stays");
        let over = view_discussion(app, &one, first).await.unwrap();
        assert_eq!(over.ending, Some(Ending::Agreed));
        assert_eq!(code(say_in_discussion(app, &one, message(first, "More."), None).await.unwrap_err()), "discussion-is-over");
    }

    async fn what_cannot_be_agreed_on_goes_to_a_lead_and_to_nobody_else(store: Store) {
        let (small, pursuit, submission) = differing(store).await;
        let (one, first) = seated(&small, submission, Seat::First).await;
        let (two, _) = seated(&small, submission, Seat::Second).await;
        let foreign = view_discussion(small.app(), &two, first).await;
        assert_eq!(code(foreign.unwrap_err()), "no-such-review");
        leave_to_lead(small.app(), &one, LeaveToLead { review: first }, None).await.unwrap();
        small.work().await;
        let third = small.holder(submission, Seat::Third).await.seated;
        assert!([LEAD, OTHER_LEAD].contains(&ids_number(third.assessor)));
        assert_eq!(third.criteria.len(), 1, "only what is contested");
        small.score(submission, Seat::Third, &[("timing", 3, "")]).await;
        assert_eq!(small.state(pursuit).await, StateName::Awarded);
    }

    async fn a_third_who_recuses_is_followed_by_the_next_lead(store: Store) {
        let small = Small::with(store, &[]).await;
        small.qualify(&[FIRST, SECOND, LEAD, OTHER_LEAD]).await;
        let (_, submission) = small.submitted().await;
        small.score(submission, Seat::First, &[("timing", 3, ""), ("discomfort", 3, "")]).await;
        small.score(submission, Seat::Second, &[("timing", 2, "Longer."), ("discomfort", 3, "")]).await;
        let (lead, third) = seated(&small, submission, Seat::Third).await;
        app::review::recuse(small.app(), &lead, app::review::Recuse { review: third }, None).await.unwrap();
        small.work().await;
        let next = small.holder(submission, Seat::Third).await.seated;
        assert_ne!(next.assessor, lead.person);
        assert_eq!(next.criteria.len(), 1);
    }

    async fn pins_point_into_the_evidence_and_reach_the_educator_without_a_name(store: Store) {
        let small = Small::ready(store).await;
        let (_, submission) = small.submitted().await;
        let app = small.app();
        let (one, first) = seated(&small, submission, Seat::First).await;
        let pin = |criterion: &str, source: &str, quotation: &str| AddPin {
            review: first,
            criterion: criterion.to_owned(),
            piece: Piece::Text { source: source.parse().unwrap(), number: 0 },
            place: Typed { quotation: quotation.to_owned(), ..Typed::default() },
        };
        let nowhere = add_pin(app, &one, pin("timing", "log", "never written"), None).await;
        let Err(Failure::Refused(refusal)) = nowhere else { panic!("must be refused") };
        assert_eq!((refusal.places()[0].field.as_str(), refusal.places()[0].code), ("pin-quotation/timing", "pin-quotation-not-there"));
        let foreign = add_pin(app, &one, pin("timing", "silence", "It was long"), None).await;
        assert_eq!(code(foreign.unwrap_err()), "scorecard-incomplete", "timing does not rest on it");
        let kept = add_pin(app, &one, pin("timing", "log", "two seconds"), None).await.unwrap();
        let dropped = add_pin(app, &one, pin("timing", "log", "Turn one"), None).await.unwrap();
        remove_pin(app, &one, RemovePin { review: first, pin: dropped }).await.unwrap();
        let view = view_review(app, &one, first).await.unwrap();
        assert_eq!(view.criteria.iter().flat_map(|it| &it.pins).map(|it| it.id).collect::<Vec<_>>(), [kept]);
        let note = |version| SavePrivateNote { review: first, body: "Ask the lead about turn one.".to_owned(), version };
        assert_eq!(save_private_note(app, &one, note(0)).await.unwrap(), 1);
        for seat in [Seat::First, Seat::Second] {
            small.score(submission, seat, &[("timing", 2, "Longer."), ("discomfort", 3, "")]).await;
        }
        let late = add_pin(app, &one, pin("timing", "log", "Turn one"), None).await;
        assert_eq!(code(late.unwrap_err()), "review-already-locked");
        assert!(submit_scorecard(app, &one, SubmitScorecard { review: first }, None).await.is_err());
        let educator = small.actor(EDUCATOR).await;
        let feedback = view_feedback(app, &educator, &small.code(submission).await).await.unwrap();
        let pins: Vec<_> = feedback.criteria.iter().flat_map(|it| &it.pins).collect();
        assert_eq!(pins.len(), 1);
        assert_eq!(pins[0].place, Place::Words { quotation: "two seconds".to_owned() });
        assert_eq!(pins[0].around.as_ref().unwrap().1, ".");
        let told = format!("{feedback:?}");
        assert!(!told.contains("Ask the lead") && !told.contains(&first.to_string()) && !told.contains(&one.person.to_string()));
    }

    async fn a_single_score_one_below_passing_is_scored_again(store: Store) {
        let single = ("kind = \"double\"", "kind = \"single\"\nsecond_score_percent = 1");
        let small = Small::with(store, &[single]).await;
        small.qualify(&[FIRST, SECOND]).await;
        let (pursuit, submission) = small.submitted().await;
        assert_eq!(small.reviews(submission).await.len(), 1);
        small.score(submission, Seat::First, &[("timing", 2, "Longer."), ("discomfort", 3, "")]).await;
        assert_eq!(small.state(pursuit).await, StateName::UnderReview);
        small.score(submission, Seat::Second, &[("timing", 2, "Longer."), ("discomfort", 3, "")]).await;
        assert_eq!(small.state(pursuit).await, StateName::NotYet);
    }
}
