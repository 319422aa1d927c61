use app::App;
use app::growth::{
    Answer, Invite, Log, Say, answer_invitation, choose_way, end_companionship, invite,
    log_learning, remove_learning, say, unsay, view_accompanying, view_companions, view_discussion,
    view_learning, withdraw_invitation,
};
use app::pursuit::{Start, TextIn, save_texts, start};
use domain::growth::{AskedComment, AskedInvitation, AskedLearning, Way};
use domain::ids::PursuitId;
use domain::people::{Actor, Role};
use store::Store;

use crate::fixture::{Place, catalogue, letters, person, place, refused, run};

/// Mara has begun, and Otto may be invited.
async fn begun(store: Store) -> (Place, PursuitId, Actor) {
    let it = place(store).await;
    let app = &it.world.app;
    catalogue(app, it.district).await;
    let command = Start {
        micro_credential: "wait-time".parse().unwrap(),
    };
    let pursuit = start(app, &it.mara, command, None).await.unwrap().pursuit;
    let otto = person(app, "Otto Lind", Role::Mentor, it.district).await;
    (it, pursuit, otto)
}

fn asked(email: &str) -> AskedInvitation {
    AskedInvitation {
        email: email.to_owned(),
        role: "mentor".to_owned(),
    }
}

fn inviting(pursuit: PursuitId, email: &str) -> Invite {
    Invite {
        pursuit,
        asked: asked(email),
    }
}

async fn accompanies(app: &App, mara: &Actor, pursuit: PursuitId, otto: &Actor) {
    let command = inviting(pursuit, "otto.lind@example.org");
    let done = invite(app, mara, command, None).await.unwrap();
    let led = answer_invitation(app, otto, done.invitation, Answer::Accept)
        .await
        .unwrap();
    assert_eq!(led, Some(pursuit));
}

fn comment(pursuit: PursuitId, about: &str) -> Say {
    let asked = AskedComment {
        about: about.to_owned(),
        text: "Say how long.".to_owned(),
    };
    Say { pursuit, asked }
}

fn course() -> AskedLearning {
    AskedLearning {
        on: "2026-03-01".to_owned(),
        kind: "course".to_owned(),
        what: "A workshop".to_owned(),
        minutes: "90".to_owned(),
    }
}

testkit::each_database! {
    async fn a_mentor_who_accepts_reads_and_comments_and_nobody_else_does(store: Store) {
        let (it, pursuit, otto) = begun(store).await;
        let app = &it.world.app;
        for other in [&otto, &it.stranger, &it.leader] {
            assert_eq!(refused(view_discussion(app, other, pursuit).await), "no-such-pursuit");
            assert_eq!(refused(view_learning(app, other, pursuit).await), "no-such-pursuit");
            assert_eq!(refused(say(app, other, comment(pursuit, "draft"), None).await), "no-such-pursuit");
        }
        accompanies(app, &it.mara, pursuit, &otto).await;
        let view = view_discussion(app, &otto, pursuit).await.unwrap();
        let criterion = view.offer.content.rubric.criteria[0].id.clone();
        say(app, &otto, comment(pursuit, &format!("criterion/{criterion}")), None).await.unwrap();
        assert_eq!(refused(say(app, &otto, comment(pursuit, "criterion/none"), None).await), "growth-fields");
        let seen = view_discussion(app, &it.mara, pursuit).await.unwrap();
        assert_eq!((seen.comments.len(), seen.comments[0].name.as_str()), (1, "Otto Lind"));
        assert!(letters(app, it.mara.person).await.contains(&"draft-comment".to_owned()));
        let taken = unsay(app, &it.mara, pursuit, seen.comments[0].id).await;
        assert_eq!(refused(taken), "no-such-comment", "nobody takes back what another said");
        unsay(app, &otto, pursuit, seen.comments[0].id).await.unwrap();
        assert!(view_discussion(app, &it.mara, pursuit).await.unwrap().comments.is_empty());
    }

    async fn a_mentor_never_writes_into_the_draft(store: Store) {
        let (it, pursuit, otto) = begun(store).await;
        let app = &it.world.app;
        accompanies(app, &it.mara, pursuit, &otto).await;
        let text = TextIn { sitting: Default::default(), field: "ai-use".to_owned(), text: "None.".to_owned(), based_on: 0 };
        assert_eq!(refused(save_texts(app, &otto, pursuit, vec![text]).await), "no-such-pursuit");
        let command = Log { pursuit, asked: course() };
        assert_eq!(refused(log_learning(app, &otto, command, None).await), "no-such-pursuit");
        assert_eq!(refused(view_companions(app, &otto, pursuit).await), "no-such-pursuit");
        assert_eq!(refused(invite(app, &otto, inviting(pursuit, "a@example.org"), None).await), "no-such-pursuit");
    }

    async fn an_invitation_is_answered_by_whoever_has_the_address_and_once(store: Store) {
        let (it, pursuit, otto) = begun(store).await;
        let app = &it.world.app;
        let own = inviting(pursuit, "mara.quinn@example.org");
        assert_eq!(refused(invite(app, &it.mara, own, None).await), "own-address");
        let done = invite(app, &it.mara, inviting(pursuit, "otto.lind@example.org"), None).await.unwrap();
        let again = invite(app, &it.mara, inviting(pursuit, "Otto.Lind@example.org"), None).await;
        assert_eq!(refused(again), "already-invited");
        assert_eq!(view_accompanying(app, &otto).await.unwrap().received.len(), 1);
        let other = answer_invitation(app, &it.stranger, done.invitation, Answer::Accept).await;
        assert_eq!(refused(other), "companion-no-such-invitation");
        answer_invitation(app, &otto, done.invitation, Answer::Decline).await.unwrap();
        let late = answer_invitation(app, &otto, done.invitation, Answer::Accept).await;
        assert_eq!(refused(late), "companion-invitation-closed");
        assert!(view_accompanying(app, &otto).await.unwrap().received.is_empty());
        let unknown = invite(app, &it.mara, inviting(pursuit, "nobody@example.org"), None).await.unwrap();
        assert_eq!(refused(withdraw_invitation(app, &otto, unknown.invitation).await), "companion-no-such-invitation");
        withdraw_invitation(app, &it.mara, unknown.invitation).await.unwrap();
        assert!(view_companions(app, &it.mara, pursuit).await.unwrap().invited.is_empty());
    }

    async fn who_leaves_or_is_let_go_reads_no_more_and_stays_in_conflict(store: Store) {
        let (it, pursuit, otto) = begun(store).await;
        let app = &it.world.app;
        accompanies(app, &it.mara, pursuit, &otto).await;
        let other = end_companionship(app, &it.stranger, pursuit, otto.person).await;
        assert_eq!(refused(other), "no-such-companion");
        end_companionship(app, &otto, pursuit, otto.person).await.unwrap();
        assert_eq!(refused(view_discussion(app, &otto, pursuit).await), "no-such-pursuit");
        let statement = store::Statement { name: "test", sql: "SELECT count(*) AS n FROM companion WHERE ended_at IS NOT NULL" };
        let rows: i64 = app.store.read(move |tx| tx.one(&statement, &[])?.get("n")).await.unwrap();
        assert_eq!(rows, 1, "that they did accompany stays known");
        accompanies(app, &it.mara, pursuit, &otto).await;
        assert!(view_discussion(app, &otto, pursuit).await.is_ok());
    }

    async fn whoever_was_given_a_review_of_it_cannot_accompany_it_and_is_not_told_why(store: Store) {
        let (it, pursuit, otto) = begun(store).await;
        let app = &it.world.app;
        let done = invite(app, &it.mara, inviting(pursuit, "otto.lind@example.org"), None).await.unwrap();
        run(app, "INSERT INTO submission (id, pursuit_id, attempt, code, snapshot, snapshot_hash, rubric_fingerprint, open_criteria, submitted_at)
             VALUES ($1, $1, 1, 'AAAA-AAAA', '{}', 'h', 'r', '[]', 0)", store::args![pursuit]).await;
        run(app, "INSERT INTO review (id, submission_id, assessor_id, seat, state, criteria, assigned_at, due_at)
             VALUES ($1, $1, $2, 1, 'assigned', '[]', 0, 0)", store::args![pursuit, otto.person]).await;
        let received = view_accompanying(app, &otto).await.unwrap().received;
        assert!(received.is_empty(), "it would tell whose work they judge");
        let answer = answer_invitation(app, &otto, done.invitation, Answer::Accept).await;
        assert_eq!(refused(answer), "companion-invitation-closed");
        assert_eq!(refused(view_discussion(app, &otto, pursuit).await), "no-such-pursuit");
        assert!(view_companions(app, &it.mara, pursuit).await.unwrap().companions.is_empty());
    }

    async fn the_learning_log_is_kept_by_its_educator_and_read_by_who_accompanies(store: Store) {
        let (it, pursuit, otto) = begun(store).await;
        let app = &it.world.app;
        choose_way(app, &it.mara, pursuit, Way::Learn).await.unwrap();
        let command = Log { pursuit, asked: course() };
        let done = log_learning(app, &it.mara, command, None).await.unwrap();
        accompanies(app, &it.mara, pursuit, &otto).await;
        let view = view_learning(app, &otto, pursuit).await.unwrap();
        assert_eq!((view.lines.len(), view.is_own, view.way), (1, false, Some(Way::Learn)));
        assert!(!view.resources.is_empty(), "the resources of the micro-credential");
        assert_eq!(refused(remove_learning(app, &otto, pursuit, done.learning).await), "no-such-pursuit");
        assert_eq!(refused(choose_way(app, &otto, pursuit, Way::Show).await), "no-such-pursuit");
        remove_learning(app, &it.mara, pursuit, done.learning).await.unwrap();
        let again = remove_learning(app, &it.mara, pursuit, done.learning).await;
        assert_eq!(refused(again), "no-such-learning");
    }

    async fn the_pages_of_accompanying_take_a_fixed_number_of_statements(store: Store) {
        let (it, pursuit, otto) = begun(store).await;
        let app = &it.world.app;
        for n in 0..2 {
            if n == 1 {
                accompanies(app, &it.mara, pursuit, &otto).await;
                say(app, &otto, comment(pursuit, "draft"), None).await.unwrap();
            }
            let before = app.store.statements_run();
            view_companions(app, &it.mara, pursuit).await.unwrap();
            let after = app.store.statements_run();
            view_learning(app, &it.mara, pursuit).await.unwrap();
            let last = app.store.statements_run();
            view_accompanying(app, &otto).await.unwrap();
            let end = app.store.statements_run();
            assert_eq!((after - before, last - after, end - last), (5, 4, 2));
        }
    }
}
